// Turns the data of one course into commands, each on its day, and plays them. What the data leaves out (who else is
// in the team, which places scale) is invented here.
#include "demo.h"

#include "agendas.h"
#include "demo_check_ins.h"
#include "demo_meetings.h"
#include "demo_trial.h"
#include "replay.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace app {
namespace {

using board::Date;
using Json = nlohmann::json;
using std::string_view;

struct Setting {
    string_view code; ///< in the data
    string_view name; ///< of the course
    string_view leader;
    std::size_t first_name; ///< of the list of names, so that the teams differ
};

constexpr auto settings = std::to_array<Setting>({
    {"JC", "Ro til sagsarbejdet", "Teamleder", 0},
    {"HP", "Mere tid hos borgeren", "Distriktsleder", 3},
    {"VP", "Færre forgæves ture", "Driftsleder", 8},
    {"BI", "Tid til at hjælpe borgerne", "Biblioteksleder", 15},
});

/// Where a scaled idea is taken into use, as its status in the data has it, and what ends with it.
struct Spread {
    string_view idea;
    string_view what_stops;
    std::vector<string_view> in_use;
    std::vector<string_view> taught;
    std::vector<string_view> not_begun;
};

std::vector<Spread> spreads() {
    return {
        {"J1", "Åben telefon hele dagen", {"Gruppe 1", "Gruppe 2"}, {"Receptionen"}, {}},
        {"J2", "Brevet på tre sider", {}, {"Team Sygedagpenge"}, {"Team Job", "Ungeteamet"}},
        {"J4", "Hver vores skabelon", {"Team Sygedagpenge"}, {}, {}},
        {"H1", "At lægge mandagens liste om mandagen", {"Gruppe 1", "Gruppe 2"}, {"Gruppe 3"}, {}},
        {"H2", "At lede", {"Depot Syd", "Depot Nord"}, {}, {}},
        {"H4", "Morgenmødet på en halv time", {"Gruppe 1", "Gruppe 2"}, {"Gruppe 3"}, {}},
        {"V1", "At køre ud på en beskrivelse alene", {"Hold 1", "Hold 2", "Hold 3", "Hold 4"}, {"Hold 5"}, {"Hold 6"}},
        {"V2", "At bestille hver for sig", {"Værkstedet"}, {}, {}},
        {"B1", "At hente bøger frem i skranken", {"Udlånet"}, {}, {}},
        {"B3", "Bemandingen kl. 17–19", {"Returautomaten"}, {}, {}},
    };
}

/// What a meeting does on its day comes in this order.
enum class Turn { Prepare, Open, Write, Decide, Vote, Choose, Plan, Start, Tell, Use, FollowUp, Leader, Close };

struct TimedWish {
    Date day;
    Turn turn;
    board::Command command;
};

struct IdeaInData {
    Json json;
    board::IdeaId id;
    int meeting = 1;
    int dots = 0;
    std::optional<Date> leaves_new = {}; ///< when it is selected or parked
};

class Course {
  public:
    Course(Json const& data, Setting const& setting, screens::Agendas const& agendas, IdSource& ids);
    /// All wishes of the course, in the order of their days.
    std::vector<TimedWish> wishes();

  private:
    void gather_people();
    void gather_ideas();
    void ask(Date day, Turn turn, board::Command command) { m_wishes.push_back({day, turn, std::move(command)}); }
    board::ParticipantId add_person(std::string const& name, board::Role role);
    Date meeting(int no) const { return m_meetings[static_cast<std::size_t>(no) - 1]; }
    Date meeting_before(Date day) const;
    Date meeting_after(Date day) const;

    void found();
    void hold_meetings();
    void meet_obstacles();
    void vote(int meeting);
    void tell(IdeaInData const& idea);
    void choose(IdeaInData const& idea, Date day);
    void try_out(IdeaInData const& idea, int no);
    void decide(IdeaInData const& idea, int no);
    void scale(IdeaInData const& idea, Date decided);
    void follow_up(IdeaInData const& idea);
    board::TrialPlan plan_of(Json const& trial) const;
    Json const& trial_of(IdeaInData const& idea, int no) const {
        return idea.json.at("t").at(static_cast<std::size_t>(no) - 1);
    }

    Json const& m_data;
    Json const& m_course;
    Setting const& m_setting;
    screens::Agendas const& m_agendas;
    IdSource& m_ids;
    std::vector<Date> m_meetings;
    std::map<std::string, board::ParticipantId> m_people;
    std::vector<IdeaInData> m_ideas;
    std::set<int> m_voted; ///< meetings with a vote
    std::vector<TimedWish> m_wishes;
};

Course::Course(Json const& data, Setting const& setting, screens::Agendas const& agendas, IdSource& ids)
    : m_data(data), m_course(data.at("forloeb").at(std::string(setting.code))), m_setting(setting), m_agendas(agendas),
      m_ids(ids) {
    for (Json const& day : m_course.at("moeder"))
        m_meetings.push_back(day_of(day));
}

std::vector<TimedWish> Course::wishes() {
    found();
    gather_people();
    gather_ideas();
    for (int no = 1; no <= static_cast<int>(m_meetings.size()); ++no)
        vote(no);
    for (IdeaInData const& idea : m_ideas)
        tell(idea);
    for (auto& [day, told] : pulses_of(m_data, m_setting.code))
        ask(day, Turn::Tell, std::move(told));
    hold_meetings();
    meet_obstacles();
    std::stable_sort(m_wishes.begin(), m_wishes.end(),
                     [](auto const& a, auto const& b) { return std::tie(a.day, a.turn) < std::tie(b.day, b.turn); });
    return std::move(m_wishes);
}

Date Course::meeting_before(Date day) const {
    return *std::prev(std::upper_bound(m_meetings.begin(), m_meetings.end(), day));
}

Date Course::meeting_after(Date day) const {
    return *std::upper_bound(m_meetings.begin(), std::prev(m_meetings.end()), day);
}

/// Two weeks before the first meeting.
void Course::found() {
    std::string workplace = m_course.at("navn");
    if (auto const remark = workplace.find(" ("); remark != std::string::npos)
        workplace.erase(remark);
    board::Course course{.name = std::string(m_setting.name),
                         .workplace = workplace,
                         .challenge = m_course.at("udfordring"),
                         .meetings = {},
                         .follow_up = day_of(m_course.at("opf")),
                         .settings = {},
                         .core_task = std::string(frames_of(m_setting.code).core_task),
                         .frames = frames_of(m_setting.code).frames,
                         .fictional = true};
    course.meetings = board::meetings_on(m_meetings);
    ask(meeting(1) - std::chrono::weeks(2), Turn::Prepare, board::CreateCourse{course});
}

/// Those whose day has come, each opened and closed.
void Course::hold_meetings() {
    auto days = m_meetings;
    days.push_back(day_of(m_course.at("opf")));
    int const planned = static_cast<int>(m_meetings.size());
    for (int no = 1; no <= planned + 1; ++no) {
        Date const day = days[static_cast<std::size_t>(no) - 1];
        if (day > demo_day)
            return;
        auto steps = agenda_of(m_agendas, board::kind_of_meeting(no, planned), planned);
        int const last = static_cast<int>(steps.size()) - 1;
        ask(day, Turn::Open, board::OpenMeeting{.steps = std::move(steps), .away = {}});
        ask(day, Turn::Close, board::BeginStep{last});
        ask(day, Turn::Close, board::CloseMeeting{});
    }
}

void Course::meet_obstacles() {
    for (DemoObstacle const& one : obstacles_of(m_setting.code)) {
        Date const day = meeting(one.meeting);
        board::ObstacleId const id{m_ids.next(board::Instant(day))};
        ask(day, Turn::Leader, board::RaiseObstacle{id, std::string(one.text), board::PersonalData::Confirmed});
        if (one.promised_days > 0)
            ask(day, Turn::Leader, board::PromiseAnswer{id, day + std::chrono::days(one.promised_days)});
        if (!one.answer.empty())
            ask(day + std::chrono::days(one.answered_days), Turn::Leader,
                board::AnswerObstacle{id, std::string(one.answer)});
    }
}

board::ParticipantId Course::add_person(std::string const& name, board::Role role) {
    Date const day = meeting(1) - std::chrono::weeks(2);
    board::ParticipantId const id{m_ids.next(board::Instant(day))};
    ask(day, Turn::Prepare, board::AddParticipant{id, name, role});
    return id;
}

/// As many as the data says, with all owners among them; the leader and the facilitator beside.
void Course::gather_people() {
    auto const names = m_data.at("deltagernavne").get<std::vector<std::string>>();
    std::set<std::string> chosen;
    for (Json const& idea : m_data.at("ideer"))
        if (idea.at("c") == m_setting.code)
            for (Json const& trial : idea.at("t"))
                chosen.insert(owner_in(trial));
    for (std::size_t i = m_setting.first_name; chosen.size() < m_course.at("antal"); ++i)
        chosen.insert(names[i % names.size()]);
    for (std::string const& name : names)
        if (chosen.contains(name))
            m_people[name] = add_person(name, board::Role::Employee);
    add_person(std::string(m_setting.leader), board::Role::Leader);
    add_person("Facilitator", board::Role::Facilitator);
}

void Course::gather_ideas() {
    for (Json const& idea : m_data.at("ideer"))
        if (idea.at("c") == m_setting.code)
            m_ideas.push_back({.json = idea, .id = {}, .meeting = idea.at("moede"), .dots = idea.at("prikker")});
    int extra = 0;
    for (Json const& idea : m_data.at("nye_ideer"))
        if (idea.at(0) == m_setting.code) {
            constexpr auto meetings = std::to_array({1, 1, 2, 3});
            int const meeting = meetings[static_cast<std::size_t>(extra) % meetings.size()];
            m_ideas.push_back({.json = {{"titel", idea.at(1)}}, .id = {}, .meeting = meeting, .dots = 1 + extra++ % 3});
        }
    std::stable_sort(m_ideas.begin(), m_ideas.end(),
                     [](auto const& a, auto const& b) { return a.meeting < b.meeting; });
    for (IdeaInData& idea : m_ideas) {
        idea.id = {m_ids.next(board::Instant(meeting(idea.meeting)))};
        auto const& trials = idea.json.value("t", Json::array());
        if (!trials.empty())
            idea.leaves_new = meeting_before(day_of(trials.front().at("fra")));
        else if (idea.json.contains("parkeret"))
            idea.leaves_new = meeting(idea.meeting);
    }
}

/// A vote at a meeting from which ideas are tried, among all that are new by then.
void Course::vote(int no) {
    board::OpenRound round;
    std::vector<board::Tally> tallies;
    int given = 0;
    bool decides = false;
    for (IdeaInData const& idea : m_ideas) {
        if (idea.meeting > no || (idea.leaves_new && *idea.leaves_new < meeting(no)))
            continue;
        round.candidates.push_back(idea.id);
        tallies.push_back({idea.id, idea.dots});
        given += idea.dots;
        decides = decides || (idea.meeting == no && idea.json.contains("t"));
    }
    if (!decides || round.candidates.size() < 2)
        return;
    int const ballots = m_course.at("antal");
    round.dots = std::max(board::recommended_dots(static_cast<int>(tallies.size())), (given + ballots - 1) / ballots);
    m_voted.insert(no);
    ask(meeting(no), Turn::Vote, round);
    ask(meeting(no), Turn::Vote, board::CloseRound{{static_cast<int>(m_voted.size())}, ballots, std::move(tallies)});
}

void Course::tell(IdeaInData const& idea) {
    Json const& json = idea.json;
    auto const position = static_cast<std::size_t>(&idea - m_ideas.data());
    board::AddIdea added;
    added.id = idea.id;
    added.text = json.at("titel");
    added.problem = json.value("problem", "");
    added.proposal = json.value("forslag", "");
    added.colour = static_cast<board::NoteColour>(position % 5);
    for (IdeaInData const& other : m_ideas)
        if (json.contains("bygger_paa") && other.json.value("id", "") == json.at("bygger_paa"))
            added.builds_on = other.id;
    ask(meeting(idea.meeting), Turn::Write, added);
    if (!idea.leaves_new)
        return;
    if (json.at("t").empty())
        return ask(
            *idea.leaves_new, Turn::Choose,
            board::ParkIdea{idea.id, json.at("parkeret").at("hvorfor"), day_of(json.at("parkeret").at("genbesoeg"))});
    choose(idea, *idea.leaves_new);
    for (int no = 1; no <= static_cast<int>(json.at("t").size()); ++no)
        try_out(idea, no);
}

void Course::choose(IdeaInData const& idea, Date day) {
    bool const by_vote = m_voted.contains(idea.meeting);
    ask(day, Turn::Choose,
        board::SelectIdea{.id = idea.id,
                          .reason = by_vote ? "" : "Fik " + std::to_string(idea.dots) + " prikker på papir på mødet.",
                          .passing_over = board::PassingOver::WasSaid});
}

board::TrialPlan Course::plan_of(Json const& trial) const {
    board::TrialPlan plan = plan_in(trial);
    plan.owner = m_people.at(owner_in(trial));
    return plan;
}

/// Planned at the meeting before, started on its first day, decided at the meeting on its last.
void Course::try_out(IdeaInData const& idea, int no) {
    Json const& trial = trial_of(idea, no);
    auto const plan = plan_of(trial);
    ask(meeting_before(*plan.from), Turn::Plan,
        board::WriteTrialPlan{{idea.id, no}, plan, board::PersonalData::Confirmed});
    ask(*plan.from, Turn::Start, board::StartTrial{{idea.id, no}});
    for (auto& [day, told] : told_of_trial(trial, {idea.id, no}))
        ask(day, Turn::Tell, std::move(told));
    if (!trial.at("beslutning").is_null())
        decide(idea, no);
}

void Course::decide(IdeaInData const& idea, int no) {
    Json const& trial = trial_of(idea, no);
    Date const day = day_of(trial.at("til"));
    board::DecideTrial wish{.trial = {idea.id, no},
                            .decision = decision_in(trial),
                            .reason = "",
                            .revisit = std::nullopt,
                            .leader = board::LeaderSays::Yes};
    if (wish.decision == board::Decision::Park) {
        wish.reason = idea.json.at("parkeret").at("hvorfor");
        wish.revisit = day_of(idea.json.at("parkeret").at("genbesoeg"));
    }
    ask(day, Turn::Decide, board::NoteOutcome{{idea.id, no}, outcome_in(trial), board::PersonalData::Confirmed});
    ask(day, Turn::Decide, wish);
    if (wish.decision == board::Decision::Scale)
        scale(idea, day);
}

void Course::scale(IdeaInData const& idea, Date decided) {
    Json const& json = idea.json.at("plan");
    Date const start = day_of(json.at("start"));
    board::ScalePlan plan;
    plan.what_now = json.at("hvad");
    plan.responsible = json.at("ansvarlig");
    std::vector<board::PlaceState> states;
    auto const add = [&](std::vector<string_view> const& names, board::PlaceState state) {
        for (string_view const name : names) {
            Date const due = start + std::chrono::weeks(2 * plan.places.size());
            plan.places.push_back({std::string(name), plan.responsible, due, board::PlaceState::NotBegun});
            states.push_back(state);
        }
    };
    for (Spread const& spread : spreads())
        if (spread.idea == idea.json.at("id")) {
            plan.what_stops = spread.what_stops;
            add(spread.in_use, board::PlaceState::InUse);
            add(spread.taught, board::PlaceState::Taught);
            add(spread.not_begun, board::PlaceState::NotBegun);
        }
    ask(decided, Turn::Plan, board::WriteScalePlan{idea.id, plan});
    for (std::size_t i = 0; i < states.size(); ++i)
        if (states[i] != board::PlaceState::NotBegun)
            ask(start, Turn::Use, board::SetPlaceState{idea.id, static_cast<int>(i), states[i]});
    bool const in_operation = json.at("status") == "i drift" || json.contains("opfoelgning");
    if (in_operation)
        ask(meeting_after(start), Turn::Use, board::PutInOperation{idea.id});
    follow_up(idea);
}

void Course::follow_up(IdeaInData const& idea) {
    Json const& plan = idea.json.at("plan");
    if (!plan.contains("opfoelgning"))
        return;
    Json const& json = plan.at("opfoelgning");
    Date const day = day_of(json.at("dato"));
    bool const holds = json.at("holder") == "ja";
    board::FollowUp const found{day, holds ? board::Holds::Yes : board::Holds::No, json.at("tal").get<double>()};
    ask(day, Turn::FollowUp, board::NoteFollowUp{idea.id, found});
    if (!idea.json.contains("kladde"))
        return;
    auto draft = plan_of(idea.json.at("t").back());
    draft.from.reset();
    draft.to.reset();
    draft.affected_asked = false;
    draft.changed = idea.json.at("kladde").at("aendret");
    int const no = static_cast<int>(idea.json.at("t").size()) + 1;
    ask(day, Turn::FollowUp, board::WriteTrialPlan{{idea.id, no}, draft, board::PersonalData::Confirmed});
}

/// Each wish a minute after the one before, from nine o'clock (8 UTC) on.
tl::expected<std::vector<board::Record>, std::string> play(std::vector<TimedWish> const& wishes, IdSource& ids) {
    Replay replay(ids);
    Date day{};
    std::chrono::minutes minute{};
    for (TimedWish const& wish : wishes) {
        minute = wish.day == day ? minute + std::chrono::minutes(1) : std::chrono::hours(8);
        day = wish.day;
        if (auto done = replay.ask(wish.command, {board::Instant(day) + minute, day}); !done)
            return tl::unexpected("a command of " + board::to_iso(day) + " was refused by rule " +
                                  std::to_string(static_cast<int>(done.error().rule)));
    }
    return replay.records();
}

} // namespace

std::optional<Demo> parse_demo(string_view name) {
    constexpr auto names = std::to_array<string_view>({"jobcenter", "homecare", "roads", "library"});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Demo>(i);
    return std::nullopt;
}

tl::expected<std::vector<board::Record>, std::string> demo_records(std::filesystem::path const& data, Demo demo,
                                                                   IdSource& ids) {
    std::ifstream file(data, std::ios::binary);
    if (!file)
        return tl::unexpected(data.string() + " cannot be read");
    auto const agendas = read_agendas(data.parent_path() / "agendas" / "da.toml");
    // The data is our own; should a file on the disk not be, nlohmann/json says so by throwing.
    try {
        auto const json = Json::parse(file);
        if (!agendas)
            return tl::unexpected(agendas.error());
        return play(Course(json, settings[static_cast<std::size_t>(demo)], *agendas, ids).wishes(), ids);
    } catch (Json::exception const& error) { return tl::unexpected(data.string() + ": " + error.what()); }
}

} // namespace app
