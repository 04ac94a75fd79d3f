// *Prøvehandlinger* driven by fingers: what it asks the board for, and where a refusal is said.
#include "screens/trial_wall.h"

using board::Decision;
using board::Rule;
using board::Stage;
using screens::Screen;
using screens::TrialPage;
using test::told;
using test::TrialWall;

namespace {

/// A plan with everything in it but what the case takes away.
void write_plan(TrialWall& wall) {
    wall.tap("trial/write");
    wall.tap("start/assumption");
    wall.type("færre afbrydelser giver hurtigere sager");
    wall.tap("start/what");
    wall.type("Telefonen er åben kl. 9-10");
    wall.tap("start/scope");
    wall.type("4 af 14, to uger");
    wall.tap("start/owner/2");
    wall.tap("start/measure");
    wall.type("Afbrydelser pr. dag");
    wall.tap("start/baseline");
    wall.type("14");
    wall.tap("start/baseline-n");
    wall.type("20");
    wall.tap("start/target");
    wall.type("8,5");
    wall.tap("start/done");
    wall.tap("start/can-decide");
    wall.tap("start/affected");
}

/// The review with figures and words written.
void write_outcome(TrialWall& wall, char const* result, char const* guard) {
    wall.tap("trial/review");
    wall.tap("review/result");
    wall.type(result);
    wall.tap("review/guard");
    wall.type(guard);
    wall.tap("review/done");
    wall.tap("review/happened");
    wall.type("Der kom ro.");
    wall.tap("review/learned");
    wall.type("En time er for lidt.");
    wall.tap("review/done");
}

} // namespace

TEST_CASE("a trial is written and started by touch") {
    TrialWall wall(told({}));
    write_plan(wall);
    wall.tap("start/start");
    auto const& trial = wall.idea().trials.front();
    CHECK(trial.state == board::TrialState::Running);
    CHECK(trial.plan.owner == wall.board.participants[1].id);
    CHECK(trial.plan.from == test::today + std::chrono::days(1));
    CHECK(trial.plan.to == test::today + std::chrono::days(15)); // the next meeting
    CHECK(trial.plan.measure->target == 8.5);
    CHECK(trial.plan.measure->baseline->n == 20);
    CHECK(wall.went == std::vector{Screen::Board});
    CHECK(wall.refused.empty());
}

TEST_CASE("what is missing is said at its field and made ready to write in") {
    struct Missing {
        char const* field;
        char const* typed;
    };
    TrialWall wall(told({}));
    wall.tap("trial/write");
    for (auto const& missing : {Missing{"start/assumption", "ro giver hurtigere sager"},
                                {"start/what", "Vi lukker telefonen"},
                                {"start/owner", nullptr},
                                {"start/scope", "to uger"},
                                {"start/measure", "Afbrydelser"},
                                {"start/baseline", "14"},
                                {"start/target", "8"},
                                {"start/can-decide", nullptr},
                                {"start/affected", nullptr}}) {
        char const* const field = missing.field;
        char const* const typed = missing.typed;
        CAPTURE(field);
        wall.tap("start/start");
        REQUIRE(wall.view.form.wrong == field);
        CHECK_FALSE(wall.view.form.why.empty());
        if (typed) {
            CHECK(wall.view.form.active == field);
            wall.type(typed);
            CHECK(wall.view.form.wrong.empty()); // the sentence goes when the answer comes
        } else {
            wall.tap(field == std::string("start/owner") ? "start/owner/1" : field);
        }
    }
    wall.tap("start/start");
    CHECK(wall.idea().trials.front().state == board::TrialState::Running);
}

TEST_CASE("the draft is saved when a field is left and when writing rests and when the form closes") {
    TrialWall wall(told({}));
    wall.tap("trial/write");
    CHECK(wall.asked<board::WriteTrialPlan>().empty()); // opening writes nothing
    wall.type("færre");
    CHECK(wall.asked<board::WriteTrialPlan>().empty());
    wall.tap("start/what");
    CHECK(wall.asked<board::WriteTrialPlan>().size() == 1);
    wall.type("Vi");
    wall.wait(1.2);
    CHECK(wall.asked<board::WriteTrialPlan>().size() == 1);
    wall.wait(0.5);
    CHECK(wall.asked<board::WriteTrialPlan>().size() == 2);
    wall.type(" lukker");
    wall.tap("start/close");
    CHECK(wall.asked<board::WriteTrialPlan>().size() == 3);
    CHECK(wall.view.page == TrialPage::Chain);
    CHECK(wall.idea().trials.front().plan.what == "Vi lukker");
    wall.tap("trial/write");
    CHECK(wall.value("start/what") == "Vi lukker");
}

TEST_CASE("a text that is refused is kept on the wall though the form was to close") {
    TrialWall wall(told({}));
    wall.tap("trial/write");
    wall.type("Borger 010203-1234 venter");
    wall.tap("start/close");
    CHECK(wall.view.page == TrialPage::Start);
    CHECK(wall.view.form.wrong == "start/assumption");
    CHECK(wall.value("start/assumption") == "Borger 010203-1234 venter");
    CHECK(wall.idea().trials.empty());
}

TEST_CASE("what looks personal is saved once somebody says that it is not") {
    TrialWall wall(told({}));
    wall.tap("trial/write");
    wall.type("Ring til 12345678");
    wall.wait(2);
    CHECK(wall.idea().trials.empty());
    wall.tap("form/not-personal");
    wall.wait(2);
    REQUIRE(wall.idea().trials.size() == 1);
    CHECK(wall.idea().trials.front().plan.assumption == "Ring til 12345678");
    CHECK_FALSE(wall.has("form/not-personal"));
}

TEST_CASE("a fourth trial is told of and nothing is lost") {
    auto board = told({.stage = Stage::Selected});
    board.course.settings.wip_limit = 1;
    board.ideas.push_back(told({.stage = Stage::Test, .trials = 1}).ideas.front());
    board.ideas.back().id.value.bytes[0] = 9;
    TrialWall wall(std::move(board));
    write_plan(wall);
    wall.tap("start/start");
    REQUIRE(wall.refused.size() == 1);
    CHECK(wall.refused.front().rule == Rule::WipFull);
    CHECK(wall.said == std::vector{wall.words().refusal(wall.refused.front())});
    CHECK(wall.idea().trials.front().state == board::TrialState::Draft);
}

TEST_CASE("a share is typed as a counter and its n") {
    TrialWall wall(told({}));
    write_plan(wall);
    wall.tap("start/kind/1");
    wall.tap("start/baseline-n");
    wall.tap("start/key/backspace");
    wall.tap("start/key/backspace");
    wall.type("50");
    wall.tap("start/done");
    wall.wait(2);
    auto const& measure = *wall.idea().trials.front().plan.measure;
    CHECK(measure.kind == board::MeasureKind::Share);
    CHECK(measure.unit == "%");
    CHECK(measure.baseline == board::share(14, 50));
}

TEST_CASE("a figure is shown back as it was understood and nonsense gets a sentence") {
    struct Typed {
        char const* keys;
        char const* shown;
        bool wrong;
    };
    for (auto const& figure : {Typed{"12.5", "12,5", false},
                               {"1,50", "1,5", false},
                               {"1.234", "1.234", false},
                               {"kr. 12", "12", false},
                               {"tolv", "tolv", true},
                               {"1,2,3", "1,2,3", true}}) {
        auto const& [keys, shown, wrong] = figure;
        INFO(figure.keys);
        TrialWall wall(told({}));
        wall.tap("trial/write");
        wall.tap("start/baseline");
        wall.type(keys);
        wall.tap("start/what");
        CHECK(wall.value("start/baseline") == shown);
        CHECK((wall.view.form.wrong == "start/baseline") == wrong);
    }
}

TEST_CASE("half a guard is asked for and only experience needs neither measure nor guard") {
    TrialWall wall(told({}));
    write_plan(wall);
    wall.tap("start/guard");
    wall.type("Ubesvarede opkald");
    wall.tap("start/start");
    CHECK(wall.view.form.wrong == "start/limit");
    CHECK(wall.asked<board::StartTrial>().empty());
    wall.tap("start/done");
    wall.tap("start/experience-only");
    CHECK_FALSE(wall.has("start/baseline"));
    wall.tap("start/start");
    auto const& plan = wall.idea().trials.front().plan;
    CHECK(plan.experience_only);
    CHECK_FALSE(plan.measure);
    CHECK(wall.idea().trials.front().state == board::TrialState::Running);
}

TEST_CASE("dates come from chips or from a month") {
    TrialWall wall(told({}));
    wall.tap("trial/write");
    CHECK(wall.value("start/from/2") == "on"); // tomorrow
    CHECK(wall.value("start/to/1") == "on");
    wall.tap("start/from/1");
    wall.tap("start/to/other");
    wall.tap("start/date-to/2026-12-24");
    wall.wait(2);
    auto const& plan = wall.idea().trials.front().plan;
    CHECK(plan.from == test::today);
    CHECK(plan.to == board::parse_date("2026-12-24"));
    CHECK(wall.value("start/to/other") == "on");
    CHECK_FALSE(wall.has("start/date-to/2026-12-24"));
}

TEST_CASE("the chain offers what can be done now") {
    struct Case {
        test::Story story;
        char const* offered;
    };
    for (auto const& [story, offered] : {Case{{Stage::Selected, 0}, "trial/write"},
                                         {{Stage::Selected, 1, true}, "trial/write"},
                                         {{Stage::Test, 1}, "trial/review"},
                                         {{Stage::Test, 2, true}, "trial/write"},
                                         {{Stage::Scaling, 2}, "trial/scale-plan"},
                                         {{Stage::Operation, 1}, "trial/scale-plan"},
                                         {{Stage::Parked, 1}, "trial/resume"},
                                         {{Stage::Stopped, 2}, nullptr}}) {
        TrialWall wall(told(story));
        CAPTURE(wall.words().get("trial.back"));
        for (auto const* id : {"trial/write", "trial/review", "trial/scale-plan", "trial/resume"})
            CHECK(wall.has(id) == (offered && offered == std::string(id)));
        CHECK(wall.has("trial/back"));
    }
}

TEST_CASE("a chain too long for the wall begins at the newest and pages") {
    TrialWall wall(told({Stage::Test, 6}));
    CHECK(wall.has("trial/1.6"));
    CHECK_FALSE(wall.has("trial/1.3"));
    CHECK_FALSE(wall.find("trial/later")->enabled);
    wall.tap("trial/earlier");
    CHECK(wall.has("trial/1.3"));
    CHECK_FALSE(wall.has("trial/1.6"));
    for (int i = 0; i < 2; ++i)
        wall.tap("trial/earlier");
    CHECK(wall.has("trial/1.1"));
    CHECK_FALSE(wall.find("trial/earlier")->enabled);
    wall.tap("trial/1.2");
    CHECK(wall.has("trial/1.2"));
    CHECK_FALSE(wall.has("trial/1.1"));
    wall.tap("trial/back");
    CHECK(wall.has("trial/1.1"));
}

TEST_CASE("an adjustment leads straight to the next draft") {
    TrialWall wall(told({Stage::Test, 1}));
    write_outcome(wall, "6", "21");
    wall.tap("review/adjust");
    wall.tap("review/decide");
    REQUIRE(wall.idea().trials.size() == 2);
    CHECK(wall.idea().trials[0].decision == Decision::Adjust);
    CHECK(wall.idea().trials[0].outcome.result->value == 6);
    CHECK(wall.idea().trials[0].outcome.guard_result == 21);
    CHECK(wall.view.page == TrialPage::Start);
    CHECK(wall.view.form.active == "start/changed");
    wall.type("To telefontider");
    wall.tap("start/affected");
    wall.tap("start/start");
    CHECK(wall.idea().trials[1].state == board::TrialState::Running);
    CHECK(wall.idea().trials[1].plan.changed == "To telefontider");
}

TEST_CASE("scaling against the guard takes a reason and the leader") {
    TrialWall wall(told({Stage::Test, 1}));
    write_outcome(wall, "6", "21");
    wall.tap("review/scale");
    wall.tap("review/decide");
    CHECK(wall.refused.back().rule == Rule::GuardBroken);
    CHECK(wall.view.form.active == "review/reason");
    wall.type("Linjen bliver bygget ud i januar");
    wall.tap("review/done");
    wall.tap("review/decide");
    CHECK(wall.refused.back().rule == Rule::LeaderMustConfirm);
    CHECK(wall.view.form.wrong == "review/leader");
    wall.tap("review/leader");
    wall.tap("review/decide");
    CHECK(wall.idea().stage == Stage::Scaling);
    CHECK(wall.idea().trials[0].decision_reason == "Linjen bliver bygget ud i januar");
    CHECK(wall.went == std::vector{Screen::Board});
}

TEST_CASE("scaling with the target met and the guard held asks only for the leader") {
    TrialWall wall(told({Stage::Test, 1}));
    write_outcome(wall, "6", "7");
    wall.tap("review/scale");
    CHECK_FALSE(wall.has("review/reason"));
    wall.tap("review/leader");
    wall.tap("review/decide");
    CHECK(wall.idea().stage == Stage::Scaling);
    CHECK(wall.refused.empty());
}

TEST_CASE("stopping asks for what was learned and parking for a reason and a day") {
    TrialWall wall(told({Stage::Test, 1}));
    wall.tap("trial/review");
    wall.tap("review/stop");
    wall.tap("review/decide");
    CHECK(wall.view.form.active == "review/happened");
    wall.type("Ingen ringede.");
    wall.tap("review/done");
    wall.tap("review/decide");
    CHECK(wall.refused.back().rule == Rule::LearningMissing);
    CHECK(wall.view.form.active == "review/learned");
    wall.type("Det var ikke telefonen.");
    wall.tap("review/done");
    wall.tap("review/park");
    wall.tap("review/decide");
    CHECK(wall.view.form.wrong == "review/reason");
    wall.type("Vi venter på sommeren");
    wall.tap("review/done");
    wall.tap("review/decide");
    CHECK(wall.view.form.wrong == "review/revisit");
    wall.tap("review/revisit/1"); // in a month
    wall.tap("review/decide");
    REQUIRE(wall.idea().parking);
    CHECK(wall.idea().parking->revisit == board::parse_date("2026-12-23"));
    CHECK(wall.idea().parking->reason == "Vi venter på sommeren");
}

TEST_CASE("only experience is reviewed without figures") {
    TrialWall wall(told({.stage = Stage::Test, .trials = 1, .experience_only = true}));
    wall.tap("trial/review");
    CHECK_FALSE(wall.has("review/result"));
    wall.tap("review/felt/1");
    wall.wait(2);
    CHECK(wall.idea().trials.front().outcome.experience == board::Experience::Better);
}

TEST_CASE("a scale plan goes into operation when every place uses it and somebody answers for it") {
    TrialWall wall(told({Stage::Scaling, 1}));
    wall.tap("trial/scale-plan");
    wall.tap("scale/operation");
    CHECK(wall.view.form.wrong == "scale/responsible");
    wall.tap("scale/person/3");
    wall.wait(2);
    CHECK(wall.idea().scale_plan->responsible == "Jens Holm");
    wall.tap("scale/place/1/state/2");
    wall.tap("scale/place/2/state/2");
    wall.tap("scale/add-place");
    wall.type("Team Vest");
    wall.tap("scale/key/enter");
    wall.wait(0.2);
    REQUIRE(wall.idea().scale_plan->places.size() == 3);
    CHECK(wall.has("scale/add-place"));
    wall.tap("scale/operation");
    CHECK(wall.refused.back().rule == Rule::PlacesNotInUse);
    CHECK(wall.view.form.wrong == "scale/places");
    wall.tap("scale/place/3/state/2");
    wall.tap("scale/operation");
    CHECK(wall.idea().stage == Stage::Operation);
    CHECK(wall.went == std::vector{Screen::Board});
}

TEST_CASE("rolling back takes a reason and ends at the new draft") {
    TrialWall wall(told({Stage::Scaling, 1}));
    wall.tap("trial/scale-plan");
    wall.tap("scale/roll-back");
    wall.tap("scale/roll-back");
    CHECK(wall.refused.back().rule == Rule::ReasonMissing);
    wall.type("Telefonen blev for dyr");
    wall.tap("scale/roll-back");
    CHECK(wall.idea().stage == Stage::Test);
    CHECK(wall.view.page == TrialPage::Chain);
    CHECK(wall.has("trial/1.2"));
}

TEST_CASE("in operation it is noted whether it holds") {
    TrialWall wall(told({Stage::Operation, 1}));
    wall.tap("trial/scale-plan");
    wall.tap("scale/figure");
    wall.type("7");
    wall.tap("scale/holds/partly");
    REQUIRE(wall.idea().scale_plan->follow_ups.size() == 1);
    CHECK(wall.idea().scale_plan->follow_ups[0].holds == board::Holds::Partly);
    CHECK(wall.idea().scale_plan->follow_ups[0].value == 7);
    wall.tap("scale/holds/no");
    CHECK(wall.idea().stage == Stage::Test);
    CHECK(wall.view.page == TrialPage::Chain);
}

TEST_CASE("a page whose ground is gone falls back") {
    TrialWall wall(told({Stage::Test, 1}));
    wall.tap("trial/review");
    wall.board.ideas.front().trials.front().state = board::TrialState::Draft; // the start was undone
    wall.wait(0.1);
    CHECK(wall.view.page == TrialPage::Chain);
    wall.board.ideas.clear();
    wall.board.order.clear();
    wall.wait(0.1);
    CHECK(wall.items().size() == 1);
    wall.tap("trial/back");
    CHECK(wall.went == std::vector{Screen::Board});
}

TEST_CASE("a known measure fills in all but its figures, and asks for the first") {
    TrialWall wall(told({}));
    wall.tap("trial/write");
    wall.tap("start/measure");
    wall.tap("start/known");
    CHECK(wall.has("start/known/1"));
    wall.tap("start/known/2");
    CHECK(wall.value("start/measure") == "Tid pr. sag");
    CHECK(wall.view.form.active == "start/baseline");
    CHECK_FALSE(wall.has("start/known")); // there is a name now: its direction is shown instead
    wall.type("42");
    wall.tap("start/target");
    wall.type("30");
    wall.tap("start/done");
    auto const& measure = *wall.idea().trials.front().plan.measure;
    CHECK(measure.unit == "min.");
    CHECK(measure.source == "Stopur på 10–15 sager");
    CHECK(measure.baseline->value == 42);
    CHECK(measure.target == 30.0);
}

TEST_CASE("a result is held against that of some who did not try") {
    TrialWall wall(told({Stage::Test, 1}));
    write_outcome(wall, "6", "7");
    wall.tap("review/compare");
    CHECK_FALSE(wall.has("review/adjust"));
    wall.tap("review/others");
    wall.type("De andre 10");
    wall.tap("review/others-before");
    wall.type("14");
    wall.tap("review/others-after");
    wall.type("13");
    wall.tap("review/done");
    CHECK(wall.has("review/adjust"));
    wall.tap("review/adjust");
    wall.tap("review/decide");
    auto const& others = wall.idea().trials[0].outcome.comparison;
    REQUIRE(others);
    CHECK(others->who == "De andre 10");
    CHECK(others->before->value == 14);
    CHECK(others->after->value == 13);
    CHECK(board::is_compared(wall.idea().trials[0]));
}
