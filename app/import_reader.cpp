#include "import_reader.h"

#include "exporters/base64.h"
#include "exporters/board_json.h"
#include "import_field.h"
#include "store/store.h"

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

board::Course course(Field const& at) {
    auto const settings = at["settings"];
    return {.name = at["name"].text(),
            .workplace = at["workplace"].text(),
            .challenge = at["challenge"].text(),
            .meetings = at["meetings"].list(
                [](Field const& one) { return board::Meeting{.no = one["no"].whole(), .date = one["date"].date()}; }),
            .follow_up = optional_date(at["followUp"]),
            .settings = {.wip_limit = settings["wipLimit"].whole(),
                         .max_dots_per_idea = settings["maxDotsPerIdea"].whole(),
                         .leader_votes = settings["leaderVotes"].yes()},
            .fictional = at["fictional"].yes()};
}

board::Participant participant(Field const& at) {
    return {.id = at["id"].id<board::ParticipantId>(),
            .name = at["name"].text(),
            .role = at["role"].word<board::Role>(),
            .active = at["active"].yes()};
}

board::Reading reading(Field const& at) {
    return {.value = at["value"].number(), .count = optional_whole(at["count"]), .n = optional_whole(at["n"])};
}

board::Measure measure(Field const& at) {
    return {.name = at["name"].text(),
            .unit = at["unit"].text(),
            .kind = at["kind"].word<board::MeasureKind>(),
            .better = at["better"].word<board::Direction>(),
            .baseline = at["baseline"].optional(reading),
            .target = optional_number(at["target"]),
            .source = at["source"].text()};
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

board::TrialOutcome outcome(Field const& at) {
    auto const carried_out = at["carriedOut"].optional([](Field const& one) { return one.word<board::CarriedOut>(); });
    auto const experience = [](Field const& one) { return one.word<board::Experience>(); };
    return {.carried_out = carried_out.value_or(board::CarriedOut::AsPlanned),
            .what_happened = at["whatHappened"].text(),
            .learning = at["learning"].text(),
            .result = at["result"].optional(reading),
            .guard_result = optional_number(at["guardResult"]),
            .experience = at["experience"].optional(experience)};
}

board::Trial trial(Field const& at) {
    return {.no = at["no"].whole(),
            .state = at["state"].word<board::TrialState>(),
            .plan = plan(at),
            .outcome = outcome(at),
            .decision = at["decision"].optional([](Field const& one) { return one.word<board::Decision>(); }),
            .decision_reason = at["decisionReason"].text(),
            .started_on = optional_date(at["startedOn"]),
            .decided_on = optional_date(at["decidedOn"])};
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

/// Where an identity stands twice, or an idea's number does not follow the one before.
std::string first_repeated(board::Board const& board) {
    std::set<board::Uuid> seen;
    for (std::size_t i = 0; i < board.participants.size(); ++i)
        if (!seen.insert(board.participants[i].id.value).second)
            return "/participants/" + std::to_string(i) + "/id";
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

/// A file of an older version as today's is written: what was not there yet is empty.
void lift(Json& file) {
    int const version = file["version"];
    if (version >= exporters::json_version)
        return;
    file["version"] = exporters::json_version;
    file["photos"] = Json::object();
    if (!file.contains("ideas") || !file["ideas"].is_array())
        return;
    Json nothing = {{"photo", nullptr}};
    if (version < 2)
        nothing.update({{"ink", nullptr},
                        {"areas", Json::array()},
                        {"weighing", nullptr},
                        {"mergedInto", nullptr},
                        {"mergedAfterRound", 0}});
    for (Json& idea : file["ideas"])
        if (idea.is_object())
            idea.update(nothing);
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
