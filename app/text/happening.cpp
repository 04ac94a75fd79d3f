// One `operator()` an event, so that a new kind cannot be forgotten.
#include "text/happening.h"

#include "text/format.h"

#include <algorithm>
#include <type_traits>

namespace text {

namespace {

using namespace board;
using std::int64_t;

constexpr std::size_t title_characters = 48; ///< of an idea that is only named

template <class Key> auto found_in(std::map<Key, std::string> const& all, Key const& key) {
    auto const found = all.find(key);
    return found == all.end() ? std::string() : found->second;
}

/// Its beginning, when it is long; on one line.
std::string shortened(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    auto const ends = graphemes(text);
    if (ends.size() <= title_characters + 1)
        return text;
    text.resize(static_cast<std::size_t>(ends[title_characters]));
    while (text.ends_with(' '))
        text.pop_back();
    return text + "…";
}

std::string word(Words const& words, Role role) {
    constexpr char const* keys[] = {"history.employee", "history.leader", "history.facilitator"};
    return words.get(keys[static_cast<int>(role)]);
}
std::string word(Words const& words, EffectArea area) {
    constexpr char const* keys[] = {"area.time",          "area.quality",          "area.citizen_experience",
                                    "area.work_pressure", "area.job_satisfaction", "area.collaboration",
                                    "area.overview",      "area.absence",          "area.money"};
    return words.get(keys[static_cast<int>(area)]);
}
std::string word(Words const& words, PlaceState state) {
    constexpr char const* keys[] = {"history.place_not_begun", "history.place_taught", "history.place_in_use"};
    return words.get(keys[static_cast<int>(state)]);
}
std::string word(Words const& words, Holds holds) {
    constexpr char const* keys[] = {"history.holds_yes", "history.holds_partly", "history.holds_no"};
    return words.get(keys[static_cast<int>(holds)]);
}
std::string word(Words const& words, CheckInState state) {
    constexpr char const* keys[] = {"history.on_track", "history.trouble", "history.stuck"};
    return words.get(keys[static_cast<int>(state)]);
}

/// Says one event.
class Sayer {
  public:
    Sayer(Words const& words, EventNames const& names) : m_words(words), m_names(names) {}

    std::string operator()(CourseCreated const& event) const {
        return say("history.course_created", {{"name", event.course->name}});
    }
    std::string operator()(CourseEdited const& event) const {
        return with(say("history.course_edited", {{"name", event.name}}), event.challenge);
    }
    std::string operator()(MeetingsPlanned const& event) const {
        std::string days;
        for (Date const date : event.dates)
            days += (days.empty() ? "" : ", ") + day(date);
        if (days.empty())
            days = m_words.get("history.no_days");
        return event.follow_up
                   ? say("history.planned_follow_up", {{"days", days}, {"follow_up", day(*event.follow_up)}})
                   : say("history.planned", {{"days", days}});
    }
    std::string operator()(SettingsChanged const& event) const {
        return say("history.settings", {{"wip", int64_t{event.settings.wip_limit}},
                                        {"dots", int64_t{event.settings.max_dots_per_idea}},
                                        {"group", int64_t{event.settings.smallest_group}}});
    }
    std::string operator()(ParticipantAdded const& event) const {
        return say("history.person_added", {{"name", event.name}, {"role", word(m_words, event.role)}});
    }
    std::string operator()(ParticipantEdited const& event) const {
        if (!event.active)
            return say("history.person_away", {{"name", event.name}});
        return say("history.person_edited", {{"name", event.name}, {"role", word(m_words, event.role)}});
    }

    // An idea written in silence is not told of by its words: they would tell who wrote when.
    std::string operator()(IdeaAdded const& event) const {
        int64_t const no{event.no};
        if (event.masked)
            return say("history.idea_in_silence", {{"no", no}});
        if (event.text.empty())
            return say("history.idea_without_words", {{"no", no}});
        auto const author = event.author ? m_names.name_of(*event.author) : std::string();
        return author.empty() ? say("history.idea_added", {{"no", no}, {"text", event.text}})
                              : say("history.idea_added_by", {{"no", no}, {"text", event.text}, {"name", author}});
    }
    std::string operator()(IdeaEdited const& event) const {
        int64_t const no{m_names.number_of(event.id)};
        if (m_names.is_masked(event.id))
            return say("history.idea_edited_in_silence", {{"no", no}});
        if (event.text.empty())
            return say("history.idea_words_gone", {{"no", no}});
        return say("history.idea_edited", {{"no", no}, {"text", event.text}});
    }
    std::string operator()(IdeaRecoloured const& event) const { return of("history.idea_recoloured", event.id); }
    std::string operator()(IdeaInked const& event) const {
        return of(event.ink ? "history.idea_inked" : "history.idea_ink_gone", event.id);
    }
    std::string operator()(IdeaPictured const& event) const {
        return of(event.photo ? "history.idea_pictured" : "history.idea_photo_gone", event.id);
    }
    std::string operator()(IdeaTagged const& event) const {
        std::string areas;
        for (EffectArea const area : event.areas)
            areas += (areas.empty() ? "" : ", ") + word(m_words, area);
        if (areas.empty())
            return of("history.idea_no_areas", event.id);
        return say("history.idea_tagged", {{"idea", idea(event.id)}, {"areas", areas}});
    }
    std::string operator()(IdeaWeighed const& event) const {
        return of(event.weighing ? "history.idea_weighed" : "history.idea_not_weighed", event.id);
    }
    std::string operator()(IdeaPlaced const& event) const { return of("history.idea_placed", event.id); }
    std::string operator()(IdeaSelected const& event) const {
        return with(of("history.idea_selected", event.id), event.reason);
    }
    std::string operator()(IdeaDeselected const& event) const { return of("history.idea_deselected", event.id); }
    std::string operator()(IdeaParked const& event) const {
        return with(say("history.idea_parked", {{"idea", idea(event.id)}, {"date", day(event.revisit)}}), event.reason);
    }
    std::string operator()(IdeaResumed const& event) const { return of("history.idea_resumed", event.id); }
    std::string operator()(IdeaMerged const& event) const {
        return say("history.idea_merged", {{"idea", idea(event.id)}, {"into", idea(event.into)}});
    }
    std::string operator()(IdeaSplit const& event) const { return of("history.idea_split", event.id); }
    std::string operator()(IdeasRevealed const& event) const {
        return say("history.ideas_revealed", {{"n", static_cast<int64_t>(event.shuffled.size())}});
    }

    std::string operator()(RoundOpened const& event) const {
        return say(event.method == BallotMethod::Paper ? "history.round_opened_paper" : "history.round_opened",
                   {{"no", int64_t{event.no.value}},
                    {"ideas", static_cast<int64_t>(event.candidates.size())},
                    {"dots", int64_t{event.dots}}});
    }
    std::string operator()(RoundClosed const& event) const {
        return say("history.round_closed", {{"no", int64_t{event.no.value}}, {"ballots", int64_t{event.ballots}}});
    }
    std::string operator()(RoundAnnulled const& event) const {
        return say("history.round_annulled", {{"no", int64_t{event.no.value}}});
    }

    std::string operator()(TrialPlanned const& event) const {
        return with(trial("history.trial_planned", event.trial), event.plan->what);
    }
    std::string operator()(TrialStarted const& event) const {
        return with(trial("history.trial_started", event.trial), event.over_limit_reason);
    }
    std::string operator()(OutcomeNoted const& event) const {
        return with(trial("history.outcome", event.trial), event.outcome->what_happened);
    }
    std::string operator()(TrialDecided const& event) const {
        constexpr char const* keys[] = {"history.decided_scale", "history.decided_adjust", "history.decided_park",
                                        "history.decided_stop"};
        return with(trial(keys[static_cast<int>(event.decision)], event.trial), event.reason);
    }
    std::string operator()(CheckedIn const& event) const {
        return with(say("history.checked_in", {{"no", int64_t{event.trial.no}},
                                               {"idea", idea(event.trial.idea)},
                                               {"state", word(m_words, event.check_in.state)}}),
                    event.check_in.line);
    }
    std::string operator()(PointNoted const& event) const {
        return with(say("history.point", {{"no", int64_t{event.trial.no}},
                                          {"idea", idea(event.trial.idea)},
                                          {"value", number(m_words.language(), event.point.reading.value, 2)}}),
                    event.point.note);
    }
    std::string operator()(MeasureChanged const& event) const {
        return with(trial("history.measure_changed", event.trial), event.reason);
    }
    std::string operator()(ScalePlanWritten const& event) const {
        return with(of("history.scale_plan", event.id), event.plan.what_now);
    }
    std::string operator()(PlaceStateSet const& event) const {
        return say(
            "history.place_state",
            {{"place", int64_t{event.place} + 1}, {"idea", idea(event.id)}, {"state", word(m_words, event.state)}});
    }
    std::string operator()(PutIntoOperation const& event) const { return of("history.in_operation", event.id); }
    std::string operator()(RolledBack const& event) const {
        return with(of("history.rolled_back", event.id), event.reason);
    }
    std::string operator()(FollowedUp const& event) const {
        return say("history.followed_up", {{"idea", idea(event.id)}, {"holds", word(m_words, event.follow_up.holds)}});
    }

    std::string operator()(FramesWritten const& event) const {
        return with(m_words.get("history.frames"), event.core_task);
    }
    std::string operator()(DeletionDateSet const& event) const {
        return event.on ? say("history.deletion_date", {{"date", day(*event.on)}})
                        : m_words.get("history.no_deletion_date");
    }
    std::string operator()(CourseClosed const&) const { return m_words.get("history.course_closed"); }
    std::string operator()(ParticipantsSeated const&) const { return m_words.get("history.seated"); }

    std::string operator()(MeetingOpened const& event) const { return meeting("history.meeting_opened", event.no); }
    std::string operator()(StepBegun const& event) const {
        auto const title = m_names.title_of(event.no, event.step);
        return say("history.step",
                   {{"no", int64_t{event.no}}, {"title", title.empty() ? std::to_string(event.step + 1) : title}});
    }
    std::string operator()(ClockPaused const& event) const { return meeting("history.clock_paused", event.no); }
    std::string operator()(ClockResumed const& event) const { return meeting("history.clock_resumed", event.no); }
    std::string operator()(MinutesAdded const& event) const {
        return say("history.minutes_added", {{"no", int64_t{event.no}},
                                             {"n", int64_t{event.minutes}},
                                             {"title", m_names.title_of(event.no, event.step)}});
    }
    std::string operator()(AwaySet const& event) const { // how many, not who: as exports do
        return say("history.away", {{"no", int64_t{event.no}}, {"n", static_cast<int64_t>(event.away.size())}});
    }
    std::string operator()(AgendaChanged const& event) const { return meeting("history.agenda_changed", event.no); }
    std::string operator()(AgendaKept const& event) const {
        return say(event.steps.empty() ? "history.agenda_dropped" : "history.agenda_kept", {});
    }
    std::string operator()(MeetingClosed const& event) const { return meeting("history.meeting_closed", event.no); }

    std::string operator()(ObstacleRaised const& event) const {
        return say("history.obstacle_raised", {{"text", event.text}});
    }
    std::string operator()(AnswerPromised const& event) const {
        return say("history.answer_promised",
                   {{"text", shortened(m_names.text_of(event.id))}, {"date", day(event.by)}});
    }
    std::string operator()(ObstacleAnswered const& event) const {
        return with(say("history.obstacle_answered", {{"text", shortened(m_names.text_of(event.id))}}), event.answer);
    }
    std::string operator()(PulseOpened const& event) const {
        return say("history.pulse_opened",
                   {{"no", int64_t{event.no}}, {"n", static_cast<int64_t>(event.statements.size())}});
    }
    std::string operator()(PulseClosed const& event) const {
        return say("history.pulse_closed", {{"no", int64_t{event.no}}});
    }
    std::string operator()(PulseAnnulled const& event) const {
        return say("history.pulse_annulled", {{"no", int64_t{event.no}}});
    }
    std::string operator()(Undone const&) const { return m_words.get("history.undone"); }

  private:
    std::string say(char const* key, std::initializer_list<Gap> gaps) const { return m_words.say(key, gaps); }
    std::string day(Date date) const { return text::date(m_words.language(), date, DateStyle::Card); }
    /// »12 »Ro i receptionen««, or its number alone.
    std::string idea(IdeaId id) const {
        int64_t const no{m_names.number_of(id)};
        auto const title = shortened(m_names.text_of(id));
        return title.empty() ? std::to_string(no) : say("history.idea", {{"no", no}, {"text", title}});
    }
    std::string of(char const* key, IdeaId id) const { return say(key, {{"idea", idea(id)}}); }
    std::string trial(char const* key, TrialRef const& ref) const {
        return say(key, {{"no", int64_t{ref.no}}, {"idea", idea(ref.idea)}});
    }
    std::string meeting(char const* key, int no) const { return say(key, {{"no", int64_t{no}}}); }
    /// With what was written about it, if anything was.
    std::string with(std::string sentence, std::string const& written) const {
        return written.empty() ? sentence : say("history.with", {{"sentence", sentence}, {"text", written}});
    }

    Words const& m_words;
    EventNames const& m_names;
};

template <class E, class... Kinds> constexpr bool is_one_of = (std::is_same_v<E, Kinds> || ...);

/// In a few words what an event happened to.
class Namer {
  public:
    Namer(Words const& words, EventNames const& names) : m_words(words), m_names(names) {}

    template <class E> std::string operator()(E const& event) const {
        if constexpr (requires { event.trial; })
            return m_words.say("history.about_trial", {{"idea", int64_t{m_names.number_of(event.trial.idea)}},
                                                       {"no", int64_t{event.trial.no}}});
        else if constexpr (requires { IdeaId{event.id}; })
            return m_words.say("history.about_idea", {{"no", int64_t{m_names.number_of(event.id)}}});
        else if constexpr (is_one_of<E, ParticipantAdded, ParticipantEdited, ParticipantsSeated>)
            return m_words.get("history.about_people");
        else if constexpr (is_one_of<E, ObstacleRaised, AnswerPromised, ObstacleAnswered>)
            return m_words.get("history.about_obstacle");
        else if constexpr (is_one_of<E, PulseOpened, PulseClosed, PulseAnnulled>)
            return m_words.say("history.about_pulse", {{"no", int64_t{event.no}}});
        else if constexpr (is_one_of<E, RoundOpened, RoundClosed, RoundAnnulled>)
            return m_words.say("history.about_round", {{"no", int64_t{event.no.value}}});
        else if constexpr (requires { event.no; })
            return m_words.say("history.about_meeting", {{"no", int64_t{event.no}}});
        else
            return m_words.get("history.about_course");
    }

  private:
    Words const& m_words;
    EventNames const& m_names;
};

template <class E> constexpr EventKind kind_of_type() {
    if constexpr (is_one_of<E, RoundOpened, RoundClosed, RoundAnnulled, PulseOpened, PulseClosed, PulseAnnulled>)
        return EventKind::Votes;
    else if constexpr (is_one_of<E, TrialPlanned, TrialStarted, OutcomeNoted, TrialDecided, CheckedIn, PointNoted,
                                 MeasureChanged, ScalePlanWritten, PlaceStateSet, PutIntoOperation, RolledBack,
                                 FollowedUp>)
        return EventKind::Trials;
    else if constexpr (is_one_of<E, MeetingsPlanned, MeetingOpened, StepBegun, ClockPaused, ClockResumed, MinutesAdded,
                                 AwaySet, AgendaChanged, AgendaKept, MeetingClosed, ObstacleRaised, AnswerPromised,
                                 ObstacleAnswered>)
        return EventKind::Meetings;
    else if constexpr (is_one_of<E, ParticipantAdded, ParticipantEdited, ParticipantsSeated>)
        return EventKind::People;
    else if constexpr (is_one_of<E, CourseCreated, CourseEdited, SettingsChanged, FramesWritten, DeletionDateSet,
                                 CourseClosed, Undone>)
        return EventKind::Settings;
    else
        return EventKind::Ideas;
}

/// The steps after the one that is on become the `rest`.
void change_rest(std::vector<std::string>& titles, int step, std::vector<AgendaStep> const& rest) {
    auto const kept = static_cast<std::size_t>(step) + 1;
    titles.resize(std::min(titles.size(), kept));
    for (AgendaStep const& one : rest)
        titles.push_back(one.title);
}

} // namespace

EventKind kind_of(Event const& event) {
    return std::visit([]<class E>(E const&) { return kind_of_type<E>(); }, event);
}

void EventNames::learn(Event const& event) {
    if (auto const* added = std::get_if<IdeaAdded>(&event)) {
        m_numbers[added->id] = added->no;
        m_texts[added->id] = added->text;
        if (added->masked)
            m_masked.insert(added->id);
    } else if (auto const* edited = std::get_if<IdeaEdited>(&event)) {
        m_texts[edited->id] = edited->text;
    } else if (auto const* revealed = std::get_if<IdeasRevealed>(&event)) {
        for (IdeaId const id : revealed->shuffled)
            m_masked.erase(id);
    } else if (auto const* came = std::get_if<ParticipantAdded>(&event)) {
        m_people[came->id] = came->name;
    } else if (auto const* renamed = std::get_if<ParticipantEdited>(&event)) {
        m_people[renamed->id] = renamed->name;
    } else if (auto const* raised = std::get_if<ObstacleRaised>(&event)) {
        m_obstacles[raised->id] = raised->text;
    } else if (auto const* opened = std::get_if<MeetingOpened>(&event)) {
        auto& held = m_meetings[opened->no] = {};
        change_rest(held.titles, -1, opened->steps);
    } else if (auto const* begun = std::get_if<StepBegun>(&event)) {
        m_meetings[begun->no].step = begun->step;
    } else if (auto const* changed = std::get_if<AgendaChanged>(&event)) {
        auto& held = m_meetings[changed->no];
        change_rest(held.titles, held.step, changed->rest);
    }
}

int EventNames::number_of(IdeaId id) const {
    auto const found = m_numbers.find(id);
    return found == m_numbers.end() ? 0 : found->second;
}

std::string EventNames::text_of(IdeaId id) const { return is_masked(id) ? std::string() : found_in(m_texts, id); }

std::string EventNames::name_of(ParticipantId id) const { return found_in(m_people, id); }

std::string EventNames::text_of(ObstacleId id) const { return found_in(m_obstacles, id); }

std::string EventNames::title_of(int meeting, int step) const {
    auto const held = m_meetings.find(meeting);
    if (held == m_meetings.end() || step < 0 || step >= static_cast<int>(held->second.titles.size()))
        return {};
    return held->second.titles[static_cast<std::size_t>(step)];
}

std::string sentence_of(Words const& words, EventNames const& names, Event const& event) {
    return std::visit(Sayer(words, names), event);
}

std::string about(Words const& words, EventNames const& names, Event const& event) {
    return std::visit(Namer(words, names), event);
}

} // namespace text
