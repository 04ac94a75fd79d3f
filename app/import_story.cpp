#include "import_story.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace app {
namespace {

using board::Date;
using board::Decision;
using board::Stage;
using board::Trial;
using board::TrialState;

Date started(Trial const& trial, Date otherwise) { return trial.started_on.value_or(otherwise); }

class Story {
  public:
    Story(board::Idea const& idea, std::vector<Occasion> occasions, std::string const& stand_in)
        : m_idea(idea), m_occasions(std::move(occasions)), m_stand_in(stand_in) {
        find_entry();
    }

    std::vector<Chapter> tell() {
        add();
        for (Trial const& trial : m_idea.trials) {
            if (trial.state == TrialState::Draft)
                continue;
            meet_until(started(trial, m_idea.stage_since));
            begin(trial);
            if (trial.state == TrialState::Ended)
                end(trial);
        }
        if (m_idea.stage == Stage::New) // its draft is from before, and stayed when the idea came back to the start
            write_last_draft();
        meet_until(Date::max());
        write_last_draft();
        settle();
        return std::move(m_chapters);
    }

  private:
    void find_entry();

    void add();
    void meet_until(Date day);
    void begin(Trial const& trial);
    void along_the_way(Trial const& trial, Date started_on);
    void end(Trial const& trial);
    void scale(Trial const& trial);
    void put_in_operation(board::ScalePlan const& plan, Date day, Date back);
    void write_last_draft();
    void settle();
    void park();

    void open_chapter(Date day, StepOrder order) {
        m_chapters.push_back({.scene = {}, .step = {.day = day, .order = order}});
    }
    /// Adds to the open chapter.
    void wish(board::Command command, Date today) {
        m_chapters.back().step.wishes.push_back({std::move(command), noon_of(today), {}});
    }
    void wish_new(Date today);
    void wish_selected(Date today);
    void wish_plan(int no, Date today);

    board::TrialRef ref(int no) const { return {m_idea.id, no}; }
    int trials() const { return static_cast<int>(m_idea.trials.size()); }
    Trial const& trial(int no) const { return m_idea.trials[static_cast<std::size_t>(no) - 1]; }

    board::Idea const& m_idea;
    std::vector<Occasion> m_occasions;
    std::string const& m_stand_in;
    int m_restart = 0;  ///< the trial before which the idea was taken out of test and in again
    int m_returned = 0; ///< the trial with which it came back from scaling or operation

    std::vector<Chapter> m_chapters;
    std::size_t m_next = 0;     ///< of the occasions
    Stage m_stage = Stage::New; ///< where the story has come to
    std::string m_reason;       ///< for its selection, as the board would have it now
    bool m_was_voted_on = false;
    int m_drafted = 0; ///< trials written so far
};

/// An idea in test says since when. That day is the start of one of its last trials, or its return from scaling.
void Story::find_entry() {
    if (m_idea.stage != Stage::Test || m_idea.trials.empty())
        return;
    int first = trials();
    while (first > 1 && trial(first - 1).decision == Decision::Adjust)
        --first;
    bool const after_scaling = first > 1 && trial(first - 1).decision == Decision::Scale;
    if (after_scaling && m_idea.stage_since <= started(trial(first), m_idea.stage_since)) {
        m_returned = first;
        return;
    }
    for (int no = trials(); no >= first; --no)
        if (trial(no).started_on == m_idea.stage_since)
            m_restart = no;
}

void Story::add() {
    Date const day = std::chrono::floor<std::chrono::days>(m_idea.created_at);
    // A new idea without trials has its stage since it was added, or since it came back to the start: told as one.
    bool const stayed = m_idea.stage == Stage::New && m_idea.trials.empty();
    open_chapter(day, StepOrder::Added);
    m_chapters.back().step.wishes.push_back({board::AddIdea{.id = m_idea.id,
                                                            .text = m_idea.text,
                                                            .colour = m_idea.colour,
                                                            .author = m_idea.author,
                                                            .builds_on = m_idea.builds_on,
                                                            .problem = m_idea.problem,
                                                            .proposal = m_idea.proposal,
                                                            .personal = board::PersonalData::Confirmed,
                                                            .ink = m_idea.ink,
                                                            .photo = m_idea.photo},
                                             {m_idea.created_at, stayed ? m_idea.stage_since : day},
                                             {}});
    if (!m_idea.areas.empty())
        wish(board::TagIdea{m_idea.id, m_idea.areas}, day);
    if (m_idea.weighing)
        wish(board::WeighIdea{m_idea.id, m_idea.weighing}, day);
}

void Story::wish_new(Date today) {
    if (m_stage == Stage::New)
        return;
    if (m_stage == Stage::Scaling)
        wish(board::RollBack{m_idea.id, m_stand_in}, today);
    if (m_stage != Stage::Parked)
        wish(board::ParkIdea{m_idea.id, m_stand_in, today}, today);
    wish(board::ResumeIdea{m_idea.id}, today);
    m_stage = Stage::New;
    m_reason.clear();
}

void Story::wish_selected(Date today) {
    wish_new(today);
    m_reason = m_idea.selection_reason.empty() && !m_was_voted_on ? m_stand_in : m_idea.selection_reason;
    wish(board::SelectIdea{m_idea.id, m_reason, board::PassingOver::WasSaid}, today);
    m_stage = Stage::Selected;
}

void Story::wish_plan(int no, Date today) {
    if (no > trials() || no <= m_drafted)
        return;
    wish(board::WriteTrialPlan{ref(no), trial(no).plan, board::PersonalData::Confirmed}, today);
    m_drafted = no;
}

void Story::meet_until(Date day) {
    for (; m_next < m_occasions.size() && m_occasions[m_next].day <= day; ++m_next) {
        Occasion const& occasion = m_occasions[m_next];
        bool const for_good = day == Date::max() && m_idea.stage == Stage::New;
        if (m_stage != Stage::New) {
            open_chapter(occasion.day, StepOrder::Left);
            wish_new(for_good ? m_idea.stage_since : occasion.day);
        }
        m_chapters.push_back({.scene = occasion.scene, .step = {}});
        m_was_voted_on = m_was_voted_on || occasion.is_closed_round;
    }
}

void Story::begin(Trial const& trial) {
    Date const day = started(trial, m_idea.stage_since);
    open_chapter(day, StepOrder::Begun);
    if (m_stage != Stage::Test || trial.no == m_restart)
        wish_selected(day);
    wish_plan(trial.no, day);
    wish(board::StartTrial{ref(trial.no), trial.over_limit_reason}, day);
    m_chapters.back().step.wishes.back().amend = [reason = trial.over_limit_reason](board::Event& event) {
        if (auto* started = std::get_if<board::TrialStarted>(&event))
            started->over_limit_reason = reason;
    };
    m_stage = Stage::Test;
    along_the_way(trial, day);
    if (trial.state == TrialState::Running && trial.outcome != board::TrialOutcome{})
        wish(board::NoteOutcome{ref(trial.no), trial.outcome, board::PersonalData::Confirmed}, day);
}

/// Said of it while it ran, each on its day; a day outside its time is told as near as it comes.
void Story::along_the_way(Trial const& trial, Date started_on) {
    Date const last = trial.state == TrialState::Ended ? trial.decided_on.value_or(started_on) : Date::max();
    auto const within = [&](Date day) { return std::clamp(day, started_on, std::max(started_on, last)); };
    std::vector<std::pair<Date, board::Command>> told;
    for (board::CheckIn const& one : trial.check_ins)
        told.emplace_back(one.on,
                          board::CheckInTrial{ref(trial.no), one.state, one.line, {}, board::PersonalData::Confirmed});
    if (trial.measure_changed)
        told.emplace_back(*trial.measure_changed, board::ChangeMeasure{ref(trial.no), trial.plan.measure,
                                                                       trial.plan.guard, trial.measure_change_reason});
    Date noted = started_on; // a point may be of an earlier day than the one it was noted on
    for (board::MeasurePoint const& point : trial.points) {
        noted = std::max(noted, point.on);
        told.emplace_back(noted, board::NotePoint{ref(trial.no), point});
    }
    std::stable_sort(told.begin(), told.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    for (auto& one : told) {
        open_chapter(within(one.first), StepOrder::Begun);
        wish(std::move(one.second), one.first);
    }
}

void Story::end(Trial const& trial) {
    Date const day = trial.decided_on.value_or(m_idea.stage_since);
    auto const decision = trial.decision.value_or(Decision::Adjust);
    bool const rests = trial.no == trials() && m_idea.parking;
    open_chapter(day, StepOrder::Ended);
    wish(board::NoteOutcome{ref(trial.no), trial.outcome, board::PersonalData::Confirmed}, day);
    wish(board::DecideTrial{.trial = ref(trial.no),
                            .decision = decision,
                            .reason = trial.decision_reason,
                            .revisit = rests ? m_idea.parking->revisit : day,
                            .leader = board::LeaderSays::Yes},
         day);
    switch (decision) {
    case Decision::Adjust: return wish_plan(trial.no + 1, day);
    case Decision::Park: m_stage = Stage::Parked; return;
    case Decision::Stop: m_stage = Stage::Stopped; return;
    case Decision::Scale: m_stage = Stage::Scaling; return scale(trial);
    }
}

/// What followed a decision to scale. Of a plan that a later one has replaced nothing is known but that it ended.
void Story::scale(Trial const& trial) {
    Date const day = trial.decided_on.value_or(m_idea.stage_since);
    bool const came_back = trial.no < trials();
    Date back = came_back ? started(this->trial(trial.no + 1), day) : day;
    if (m_returned == trial.no + 1)
        back = m_idea.stage_since;
    bool const is_known = m_idea.scale_plan && m_idea.scale_plan->trial_no == trial.no;
    open_chapter(is_known ? day : back, StepOrder::Other);
    if (is_known)
        put_in_operation(*m_idea.scale_plan, day, back);
    std::string const& reason = is_known ? m_idea.scale_plan->rolled_back : m_stand_in;
    if (came_back && !reason.empty()) {
        open_chapter(back, StepOrder::Left);
        wish(board::RollBack{m_idea.id, reason}, back);
        m_stage = Stage::Test;
    }
    if (m_stage == Stage::Test)
        wish_plan(trial.no + 1, back);
}

/// Writes the plan and, where there was one, goes through daily use and its follow-ups.
void Story::put_in_operation(board::ScalePlan const& plan, Date day, Date back) {
    if (m_idea.stage != Stage::Operation && plan.follow_ups.empty())
        return wish(board::WriteScalePlan{m_idea.id, plan}, day);
    board::ScalePlan in_use = plan;
    for (board::Place& place : in_use.places)
        place.state = board::PlaceState::InUse;
    wish(board::WriteScalePlan{m_idea.id, in_use}, day);

    Date const operated = m_idea.stage == Stage::Operation ? m_idea.stage_since : day;
    open_chapter(operated, StepOrder::Other);
    wish(board::PutInOperation{m_idea.id}, operated);
    if (plan.places != in_use.places)
        wish(board::WriteScalePlan{m_idea.id, plan}, operated);
    m_stage = Stage::Operation;

    for (board::FollowUp const& follow_up : plan.follow_ups) {
        bool const failed = follow_up.holds == board::Holds::No;
        open_chapter(failed ? back : std::max(operated, follow_up.date), StepOrder::Other);
        wish(board::NoteFollowUp{m_idea.id, follow_up}, m_chapters.back().step.day);
        m_stage = failed ? Stage::Test : Stage::Operation;
    }
}

/// A draft that no decision made stands on a selection.
void Story::write_last_draft() {
    if (m_drafted >= trials())
        return;
    bool const occasions_follow = m_next < m_occasions.size();
    Date const day = occasions_follow ? std::min(m_occasions[m_next].day, m_idea.stage_since) : m_idea.stage_since;
    open_chapter(day, StepOrder::Begun);
    wish_selected(day);
    wish_plan(trials(), day);
}

void Story::settle() {
    open_chapter(m_idea.stage_since, StepOrder::Other);
    if (m_idea.stage == Stage::New)
        wish_new(m_idea.stage_since);
    else if (m_idea.stage == Stage::Selected && m_stage != Stage::Selected)
        wish_selected(m_idea.stage_since);
    else if (m_idea.stage == Stage::Parked && m_idea.parking)
        park();
}

void Story::park() {
    Date const day = m_idea.stage_since;
    bool const same_reason = m_reason == m_idea.selection_reason;
    Trial const* latest = latest_trial(m_idea);
    bool const by_decision = m_stage == Stage::Parked && latest && latest->decided_on == day &&
                             latest->decision_reason == m_idea.parking->reason;
    if (by_decision && same_reason)
        return;
    if (m_stage == Stage::Parked || !same_reason)
        wish_new(day);
    if (m_stage == Stage::New && !m_idea.selection_reason.empty())
        wish_selected(day);
    wish(board::ParkIdea{m_idea.id, m_idea.parking->reason, m_idea.parking->revisit}, day);
}

} // namespace

board::Now noon_of(Date day) { return {board::Instant(day) + std::chrono::hours(12), day}; }

std::vector<Chapter> story_of(board::Idea const& idea, std::vector<Occasion> occasions, std::string const& stand_in) {
    return Story(idea, std::move(occasions), stand_in).tell();
}

} // namespace app
