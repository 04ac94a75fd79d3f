#include "import_reader.h"

#include "exporters/base64.h"
#include "exporters/board_json.h"
#include "import_field.h"
#include "store/store.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace app {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_photo_bytes = 8 << 20; // as large as a wall keeps them

std::optional<board::Date> optional_date(Field const& at) {
    return at.optional([](Field const& one) { return one.date(); });
}
std::optional<double> optional_number(Field const& at) {
    return at.optional([](Field const& one) { return one.number(); });
}
std::optional<int> optional_whole(Field const& at) {
    return at.optional([](Field const& one) { return one.whole(); });
}
std::optional<board::ParticipantId> optional_person(Field const& at) {
    return at.optional([](Field const& one) { return one["id"].id<board::ParticipantId>(); });
}

board::AgendaStep agenda_step(Field const& at) {
    return {.title = at["title"].text(),
            .hint = at["hint"].text(),
            .minutes = at["minutes"].whole(),
            .opens = at["opens"].word<board::StepOpens>()};
}

board::OwnAgenda own_agenda(Field const& at) {
    return {.kind = at["kind"].word<board::MeetingKind>(), .steps = at["steps"].list(agenda_step)};
}

board::Course course(Field const& at) {
    auto const settings = at["settings"];
    auto const frames = at["frames"];
    return {.name = at["name"].text(),
            .workplace = at["workplace"].text(),
            .challenge = at["challenge"].text(),
            .meetings = at["meetings"].list(
                [](Field const& one) { return board::Meeting{.no = one["no"].whole(), .date = one["date"].date()}; }),
            .follow_up = optional_date(at["followUp"]),
            .settings = {.wip_limit = settings["wipLimit"].whole(),
                         .max_dots_per_idea = settings["maxDotsPerIdea"].whole(),
                         .leader_votes = settings["leaderVotes"].yes(),
                         .leader_last = settings["leaderLast"].yes(),
                         .smallest_group = settings["smallestGroup"].whole(),
                         .meetings_start = settings["meetingsStart"].whole()},
            .core_task = at["coreTask"].text(),
            .frames = {.can_decide = frames["canDecide"].text(),
                       .must_ask = frames["mustAsk"].text(),
                       .fixed = frames["fixed"].text()},
            .delete_on = optional_date(at["deleteOn"]),
            .closed_on = optional_date(at["closedOn"]),
            .agendas = at["agendas"].list(own_agenda),
            .fictional = at["fictional"].yes()};
}

board::Participant participant(Field const& at) {
    return {.id = at["id"].id<board::ParticipantId>(),
            .name = at["name"].text(),
            .role = at["role"].word<board::Role>(),
            .active = at["active"].yes()};
}

board::Reading reading(Field const& at) {
    return {.value = at["value"].number(),
            .count = optional_whole(at["count"]),
            .n = optional_whole(at["n"]),
            .from = optional_date(at["from"]),
            .to = optional_date(at["to"])};
}

board::Measure measure(Field const& at) {
    return {.name = at["name"].text(),
            .unit = at["unit"].text(),
            .kind = at["kind"].word<board::MeasureKind>(),
            .better = at["better"].word<board::Direction>(),
            .baseline = at["baseline"].optional(reading),
            .target = optional_number(at["target"]),
            .source = at["source"].text(),
            .basis = at["basis"].word<board::Basis>(),
            .target_on = optional_date(at["targetOn"])};
}

board::Guard guard(Field const& at) {
    return {.name = at["name"].text(),
            .unit = at["unit"].text(),
            .comparison = at["comparison"].word<board::Comparison>(),
            .limit = at["limit"].number(),
            .baseline = optional_number(at["baseline"])};
}

board::TrialPlan plan(Field const& at) {
    return {.assumption = at["assumption"].text(),
            .what = at["what"].text(),
            .owner = optional_person(at["owner"]),
            .scope = at["scope"].text(),
            .from = optional_date(at["from"]),
            .to = optional_date(at["to"]),
            .changed = at["changed"].text(),
            .can_decide = at["canDecide"].word<board::CanDecide>(),
            .affected_asked = at["affectedAsked"].yes(),
            .experience_only = at["experienceOnly"].yes(),
            .measure = at["measure"].optional(measure),
            .guard = at["guard"].optional(guard)};
}

board::ComparisonGroup comparison_group(Field const& at) {
    return {.who = at["who"].text(), .before = at["before"].optional(reading), .after = at["after"].optional(reading)};
}

board::TrialOutcome outcome(Field const& at) {
    auto const carried_out = at["carriedOut"].optional([](Field const& one) { return one.word<board::CarriedOut>(); });
    auto const experience = [](Field const& one) { return one.word<board::Experience>(); };
    return {.carried_out = carried_out.value_or(board::CarriedOut::AsPlanned),
            .what_happened = at["whatHappened"].text(),
            .learning = at["learning"].text(),
            .result = at["result"].optional(reading),
            .guard_result = optional_number(at["guardResult"]),
            .experience = at["experience"].optional(experience),
            .comparison = at["comparison"].optional(comparison_group)};
}

board::CheckIn check_in(Field const& at) {
    return {.on = at["date"].date(), .state = at["state"].word<board::CheckInState>(), .line = at["line"].text()};
}

board::MeasurePoint point(Field const& at) {
    return {.on = at["date"].date(), .reading = reading(at["reading"]), .note = at["note"].text()};
}

board::Trial trial(Field const& at) {
    return {.no = at["no"].whole(),
            .state = at["state"].word<board::TrialState>(),
            .plan = plan(at),
            .outcome = outcome(at),
            .decision = at["decision"].optional([](Field const& one) { return one.word<board::Decision>(); }),
            .decision_reason = at["decisionReason"].text(),
            .started_on = optional_date(at["startedOn"]),
            .decided_on = optional_date(at["decidedOn"]),
            .check_ins = at["checkIns"].list(check_in),
            .points = at["points"].list(point),
            .over_limit_reason = at["overLimitReason"].text(),
            .measure_changed = optional_date(at["measureChanged"]),
            .measure_change_reason = at["measureChangeReason"].text()};
}

board::Place place(Field const& at) {
    return {.name = at["name"].text(),
            .responsible = at["responsible"].text(),
            .due = optional_date(at["due"]),
            .state = at["state"].word<board::PlaceState>()};
}

board::FollowUp follow_up(Field const& at) {
    return {
        .date = at["date"].date(), .holds = at["holds"].word<board::Holds>(), .value = optional_number(at["value"])};
}

board::ScalePlan scale_plan(Field const& at) {
    return {.trial_no = at["trialNo"].whole(),
            .what_now = at["whatNow"].text(),
            .what_stops = at["whatStops"].text(),
            .responsible = at["responsible"].text(),
            .places = at["places"].list(place),
            .follow_ups = at["followUps"].list(follow_up),
            .rolled_back = at["rolledBack"].text()};
}

board::Parking parking(Field const& at) { return {.reason = at["reason"].text(), .revisit = at["revisit"].date()}; }

board::Weighing weighing(Field const& at) { return {.effect = at["effect"].whole(), .effort = at["effort"].whole()}; }

board::Ink ink(Field const& at) {
    int const height = at["height"].whole();
    auto const stroke = [height](Field const& one) {
        return board::InkStroke{.colour = one["colour"].word<board::InkColour>(),
                                .points = one["points"].points(height)};
    };
    return {.height = height, .strokes = at["strokes"].list(stroke)};
}

board::Photo photo(Field const& at) {
    return {.hash = at["hash"].text(), .width = at["width"].whole(), .height = at["height"].whole()};
}

board::IdeaId idea_id(Field const& at) { return at.id<board::IdeaId>(); }

board::Idea idea(Field const& at) {
    return {.id = idea_id(at["id"]),
            .no = at["no"].whole(),
            .text = at["text"].text(),
            .problem = at["problem"].text(),
            .proposal = at["proposal"].text(),
            .colour = at["colour"].word<board::NoteColour>(),
            .ink = at["ink"].optional(ink),
            .photo = at["photo"].optional(photo),
            .areas = at["areas"].list([](Field const& one) { return one.word<board::EffectArea>(); }),
            .weighing = at["weighing"].optional(weighing),
            .author = optional_person(at["author"]),
            .builds_on = at["buildsOn"].optional(idea_id),
            .created_at = at["createdAt"].instant(),
            .merged_into = at["mergedInto"].optional(idea_id),
            .merged_after = {at["mergedAfterRound"].whole()},
            .stage = at["stage"].word<board::Stage>(),
            .stage_since = at["stageSince"].date(),
            .selection_reason = at["selectionReason"].text(),
            .trials = at["trials"].list(trial),
            .scale_plan = at["scalePlan"].optional(scale_plan),
            .parking = at["parking"].optional(parking)};
}

board::VoteRound vote_round(Field const& at) {
    auto const tally = [](Field const& one) {
        return board::Tally{.idea = idea_id(one["idea"]), .dots = one["dots"].whole()};
    };
    return {.no = {at["no"].whole()},
            .candidates = at["candidates"].list(idea_id),
            .dots = at["dots"].whole(),
            .max_per_idea = at["maxPerIdea"].whole(),
            .method = at["method"].word<board::BallotMethod>(),
            .state = at["state"].word<board::RoundState>(),
            .opened_on = at["openedOn"].date(),
            .ballots = at["ballots"].whole(),
            .tallies = at["tallies"].list(tally)};
}

std::optional<board::Instant> optional_instant(Field const& at) {
    return at.optional([](Field const& one) { return one.instant(); });
}

board::HeldStep held_step(Field const& at) {
    return {.plan = agenda_step(at),
            .extra_minutes = at["extraMinutes"].whole(),
            .used = std::chrono::milliseconds(static_cast<std::int64_t>(std::clamp(at["usedMs"].number(), 0.0, 1e15)))};
}

board::HeldMeeting held_meeting(Field const& at) {
    return {.no = at["no"].whole(),
            .kind = at["kind"].word<board::MeetingKind>(),
            .on = at["date"].date(),
            .opened_at = at["openedAt"].instant(),
            .steps = at["steps"].list(held_step),
            .step = at["step"].whole(),
            .running_since = optional_instant(at["runningSince"]),
            .away = {},
            .closed_at = optional_instant(at["closedAt"])};
}

board::Obstacle obstacle(Field const& at) {
    return {.id = at["id"].id<board::ObstacleId>(),
            .text = at["text"].text(),
            .raised_on = at["raisedOn"].date(),
            .promised = optional_date(at["promised"]),
            .answer = at["answer"].text(),
            .answered_on = optional_date(at["answeredOn"])};
}

/// Each answer where they were told, else answers with the same mean, else none.
std::vector<int> pulse_counts(Field const& at) {
    auto const whole = [](Field const& one) { return one.whole(); };
    auto const counts = at["counts"].optional([&](Field const& one) { return one.list(whole); });
    int const answers = optional_whole(at["answers"]).value_or(0);
    double const mean = optional_number(at["mean"]).value_or(0);
    return counts ? *counts : exporters::counts_of(answers, static_cast<int>(std::lround(mean * answers)));
}

board::PulseRound pulse(Field const& at) {
    board::PulseRound round{.no = at["no"].whole(),
                            .statements = at["statements"].list([](Field const& one) { return one["text"].text(); }),
                            .opened_on = at["openedOn"].date(),
                            .closed_on = optional_date(at["closedOn"]),
                            .smallest_group = at["smallestGroup"].whole(),
                            .state = at["state"].word<board::RoundState>()};
    auto counts = at["statements"].list(pulse_counts);
    if (round.state == board::RoundState::Closed)
        round.counts = std::move(counts);
    return round;
}

/// Where an identity stands twice, or an idea's number does not follow the one before.
std::string first_repeated(board::Board const& board) {
    std::set<board::Uuid> seen;
    for (std::size_t i = 0; i < board.participants.size(); ++i)
        if (!seen.insert(board.participants[i].id.value).second)
            return "/participants/" + std::to_string(i) + "/id";
    for (std::size_t i = 0; i < board.obstacles.size(); ++i)
        if (!seen.insert(board.obstacles[i].id.value).second)
            return "/obstacles/" + std::to_string(i) + "/id";
    int last = 0;
    for (std::size_t i = 0; i < board.ideas.size(); ++i) {
        if (!seen.insert(board.ideas[i].id.value).second)
            return "/ideas/" + std::to_string(i) + "/id";
        if (board.ideas[i].no <= last)
            return "/ideas/" + std::to_string(i) + "/no";
        last = board.ideas[i].no;
    }
    return {};
}

/// `fields` where they are not there yet.
void add_missing(Json& object, Json const& fields) {
    if (!object.is_object())
        return;
    for (auto const& [key, value] : fields.items())
        if (!object.contains(key))
            object[key] = value;
}

/// Calls `with` for each object in `object[key]`.
template <class With> void for_each_in(Json& object, char const* key, With with) {
    if (object.is_object() && object.contains(key) && object[key].is_array())
        for (Json& one : object[key])
            if (one.is_object())
                with(one);
}

/// A file of version 1 as version 2 writes it: what was not there yet is empty.
void lift_to_2(Json& file) {
    Json const nothing = {{"ink", nullptr},
                          {"areas", Json::array()},
                          {"weighing", nullptr},
                          {"mergedInto", nullptr},
                          {"mergedAfterRound", 0}};
    for_each_in(file, "ideas", [&](Json& idea) { idea.update(nothing); });
}

void lift_reading(Json& reading) { add_missing(reading, {{"from", nullptr}, {"to", nullptr}}); }

void lift_trial(Json& trial) {
    add_missing(trial, {{"checkIns", Json::array()},
                        {"points", Json::array()},
                        {"overLimitReason", ""},
                        {"measureChanged", nullptr},
                        {"measureChangeReason", ""}});
    if (trial.contains("result"))
        lift_reading(trial["result"]);
    if (!trial.contains("measure") || !trial["measure"].is_object())
        return;
    add_missing(trial["measure"], {{"basis", "measured"}, {"targetOn", nullptr}});
    if (trial["measure"].contains("baseline"))
        lift_reading(trial["measure"]["baseline"]);
}

std::size_t size_of(Json const& file, char const* key) {
    return file.contains(key) && file[key].is_array() ? file[key].size() : 0;
}

void lift_to_3(Json& file) {
    if (file.contains("course")) {
        Json const frames = {{"canDecide", ""}, {"mustAsk", ""}, {"fixed", ""}};
        add_missing(file["course"],
                    {{"coreTask", ""}, {"frames", frames}, {"deleteOn", nullptr}, {"closedOn", nullptr}});
        if (file["course"].is_object() && file["course"].contains("settings"))
            add_missing(file["course"]["settings"],
                        {{"leaderLast", true}, {"smallestGroup", 5}, {"meetingsStart", 540}});
    }
    std::size_t trials = 0;
    for_each_in(file, "ideas", [&](Json& idea) {
        add_missing(idea, {{"photo", nullptr}});
        for_each_in(idea, "trials", lift_trial);
        trials += size_of(idea, "trials");
    });
    add_missing(file, {{"photos", Json::object()}});
    for (char const* key : {"seats", "meetings", "obstacles", "pulses"})
        add_missing(file, {{key, Json::array()}});
    add_missing(file, {{"complete",
                        {{"ideas", size_of(file, "ideas")},
                         {"trials", trials},
                         {"checkIns", 0},
                         {"rounds", size_of(file, "rounds")},
                         {"meetings", 0},
                         {"obstacles", 0},
                         {"pulses", 0}}}});
}

void lift_to_4(Json& file) {
    if (file.contains("course"))
        add_missing(file["course"], {{"agendas", Json::array()}});
    for_each_in(file, "ideas", [&](Json& idea) {
        for_each_in(idea, "trials", [](Json& trial) { add_missing(trial, {{"comparison", nullptr}}); });
    });
}

/// A file of an older version as this one writes it.
void lift(Json& file) {
    if (file["version"] == 1)
        lift_to_2(file);
    if (file["version"] < 3)
        lift_to_3(file);
    if (file["version"] < 4)
        lift_to_4(file);
    file["version"] = exporters::json_version;
}

} // namespace

tl::expected<Json, std::string> parse_export(std::string_view bytes, text::Words const& words) {
    Json file;
    // The only way to learn from nlohmann/json where the file stops being JSON.
    try {
        file = Json::parse(bytes);
    } catch (Json::parse_error const& error) {
        return tl::unexpected(words.say("import.not_json", {{"at", static_cast<std::int64_t>(error.byte)}}));
    }
    if (!file.is_object() || file.value("format", Json()) != exporters::json_format)
        return tl::unexpected(words.get("import.wrong_format"));
    Json const version = file.value("version", Json());
    if (!version.is_number_integer() || version < 1)
        return tl::unexpected(words.get("import.wrong_format"));
    if (version > exporters::json_version)
        return tl::unexpected(words.say("import.newer", {{"version", version.dump()}}));
    lift(file);
    return file;
}

tl::expected<board::Board, std::string> read_board(Json const& file, text::Words const& words) {
    std::string wrong;
    Field const at(file, "", wrong);
    board::Board board;
    board.course = course(at["course"]);
    board.participants = at["participants"].list(participant);
    board.ideas = at["ideas"].list(idea);
    board.order = at["order"].list(idea_id);
    board.rounds = at["rounds"].list(vote_round);
    board.seats = at["seats"].list([](Field const& one) { return one.id<board::ParticipantId>(); });
    board.meetings = at["meetings"].list(held_meeting);
    board.obstacles = at["obstacles"].list(obstacle);
    board.pulses = at["pulses"].list(pulse);
    if (!wrong.empty())
        return tl::unexpected(words.say("import.missing", {{"path", wrong}}));
    if (auto const repeated = first_repeated(board); !repeated.empty())
        return tl::unexpected(words.say("import.repeated", {{"path", repeated}}));
    return board;
}

tl::expected<exporters::PhotoBytes, std::string> read_photos(Json const& file, text::Words const& words) {
    auto const wrong = [&](std::string const& name) {
        return tl::unexpected(words.say("import.missing", {{"path", "/photos" + name}}));
    };
    auto const found = file.find("photos");
    if (found == file.end() || !found->is_object())
        return wrong({});
    exporters::PhotoBytes photos;
    for (auto const& [hash, text] : found->items()) {
        auto bytes = text.is_string() ? exporters::from_base64(text.get_ref<std::string const&>()) : std::nullopt;
        bool const sound = bytes && !bytes->empty() && bytes->size() <= most_photo_bytes &&
                           store::photo_hash(*bytes) == hash;
        if (!sound)
            return wrong("/" + hash);
        photos.emplace(hash, std::move(*bytes));
    }
    return photos;
}

} // namespace app
