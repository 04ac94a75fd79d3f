#include "exporters/board_json.h"

#include "boards.h"
#include "exporters/names.h"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("the board in JSON speaks the method's words") {
    auto const out = json::parse(exporters::to_json(full_wall().board));
    CHECK(out["format"] == "rundt-bordet");
    CHECK(out["version"] == 4);
    CHECK(out["course"]["name"] == "Ro til sagsarbejdet");
    CHECK(out["course"]["settings"]["wipLimit"] == 3);
    CHECK(out["participants"][0]["role"] == "employee");

    json const& idea = out["ideas"][0];
    CHECK(idea["no"] == 1);
    CHECK(idea["text"] == "Fast telefontid");
    CHECK(idea["stage"] == "scaling");
    CHECK(idea["stageSince"] == "2026-12-15");
    CHECK(idea["createdAt"] == "2026-11-23T08:00:00.000Z");
    CHECK(idea["author"].is_null());
    CHECK(idea["dots"] == 9);

    json const& trial = idea["trials"][0];
    CHECK(trial["state"] == "ended");
    CHECK(trial["decision"] == "scale");
    CHECK(trial["owner"]["name"] == "Gitte");
    CHECK(trial["owner"]["id"] == out["participants"][0]["id"]);
    CHECK(trial["startedOn"] == "2026-11-23");
    CHECK(trial["decidedOn"] == "2026-12-15");
    CHECK(trial["measure"]["kind"] == "share");
    CHECK(trial["measure"]["baseline"] ==
          json{{"value", 28.0}, {"count", 14}, {"n", 50}, {"from", nullptr}, {"to", nullptr}});
    CHECK(trial["guard"]["limit"] == 10.5);
    CHECK(trial["result"]["count"] == 3);
    CHECK(trial["carriedOut"] == "asPlanned");
    CHECK(trial["learning"] == "Det virker");

    CHECK(idea["scalePlan"]["trialNo"] == 1);
    CHECK(idea["scalePlan"]["places"][0]["state"] == "inUse");
    CHECK(idea["scalePlan"]["places"][1]["due"].is_null());
    CHECK(out["order"] == json::array({idea["id"], out["ideas"][1]["id"]}));
    json const& round = out["rounds"][0];
    CHECK(round["state"] == "closed");
    CHECK(round["method"] == "paper");
    CHECK(round["ballots"] == 12);
    CHECK(round["tallies"][1] == json{{"idea", out["ideas"][1]["id"]}, {"dots", 4}});
}

TEST_CASE("what stands beside the words is in the export") {
    Wall wall = new_wall();
    auto const first = wall.idea("A");
    auto const second = wall.idea("B");
    wall.ask(board::DrawOnIdea{first, board::Ink{50, {{board::InkColour::Red, {{7, 9, 30}}}}}});
    wall.ask(board::TagIdea{first, {board::EffectArea::Money, board::EffectArea::CitizenExperience}});
    wall.ask(board::WeighIdea{first, board::Weighing{80, 20}});
    wall.ask(board::MergeIdeas{first, second});
    auto const ideas = json::parse(exporters::to_json(wall.board))["ideas"];
    CHECK(ideas[0]["ink"] ==
          json{{"height", 50}, {"strokes", json::array({json{{"colour", "red"}, {"points", "DhI8"}}})}});
    CHECK(ideas[0]["areas"] == json{"citizenExperience", "money"});
    CHECK(ideas[0]["weighing"] == json{{"effect", 80}, {"effort", 20}});
    CHECK(ideas[0]["stage"] == "merged");
    CHECK(ideas[0]["mergedInto"] == ideas[1]["id"]);
    CHECK(ideas[0]["mergedAfterRound"] == 0);
    CHECK(ideas[1]["ink"].is_null());
    CHECK(ideas[1]["areas"] == json::array());
    CHECK(ideas[1]["weighing"].is_null());
    CHECK(ideas[1]["mergedInto"].is_null());
}

TEST_CASE("an open round has no result in the export") {
    Wall wall = new_wall();
    auto const first = wall.idea("A");
    auto const second = wall.idea("B");
    wall.ask(board::OpenRound{{first, second}, 2, 1, board::BallotMethod::Screen});
    auto const out = json::parse(exporters::to_json(wall.board));
    CHECK(out["rounds"][0]["state"] == "open");
    CHECK(out["rounds"][0]["ballots"] == 0);
    CHECK(out["rounds"][0]["tallies"].empty());
    CHECK(out["ideas"][0]["dots"].is_null());
}

TEST_CASE("what has not been noted is null and not a guess") {
    Wall wall = new_wall();
    auto const idea = wall.idea("A");
    wall.ask(board::SelectIdea{idea, "Haster"});
    wall.ask(board::WriteTrialPlan{{idea, 1}, {}, board::PersonalData::NotConfirmed});
    auto const trial = json::parse(exporters::to_json(wall.board))["ideas"][0]["trials"][0];
    for (char const* key : {"owner", "from", "to", "measure", "guard", "carriedOut", "result", "guardResult",
                            "experience", "decision", "startedOn", "decidedOn"})
        CHECK_MESSAGE(trial.at(key).is_null(), key);
    CHECK(trial["state"] == "draft");
    CHECK(trial["canDecide"] == "unanswered");
}

TEST_CASE("the same board gives the same bytes in the same order") {
    auto const first = exporters::to_json(full_wall().board);
    CHECK(first == exporters::to_json(full_wall().board));
    CHECK(first.starts_with("{\n  \"format\": \"rundt-bordet\",\n  \"version\": 4,\n  \"course\": {"));
    CHECK(first.ends_with("}\n"));
    CHECK(first.find("åben kl. 9–10") != std::string::npos);
}

TEST_CASE("every value has a name that leads back to it") {
    CHECK(exporters::name_of(board::Stage::Merged) == "merged");
    CHECK(exporters::names<board::Stage>.size() == static_cast<std::size_t>(board::Stage::Merged) + 1);
    CHECK(exporters::names<board::NoteColour>.size() == static_cast<std::size_t>(board::NoteColour::Blue) + 1);
    CHECK(exporters::names<board::EffectArea>.size() == static_cast<std::size_t>(board::EffectArea::Money) + 1);
    CHECK(exporters::names<board::InkColour>.size() == static_cast<std::size_t>(board::InkColour::Red) + 1);
    CHECK(exporters::from_name<board::Decision>("park") == board::Decision::Park);
    CHECK(exporters::from_name<board::TrialState>("ended") == board::TrialState::Ended);
    CHECK_FALSE(exporters::from_name<board::Decision>("Park").has_value());
    CHECK_FALSE(exporters::from_name<board::Decision>("").has_value());
}
