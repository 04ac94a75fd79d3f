#include "exporters/claim.h"

#include "exporters/file_name.h"

#include <doctest/doctest.h>

namespace {

board::Trial shares(int before, int of_before, int after, int of_after) {
    board::Trial trial;
    trial.plan.measure = board::Measure{"Udeblivelser",
                                        "%",
                                        board::MeasureKind::Share,
                                        board::Direction::Down,
                                        board::share(before, of_before),
                                        {},
                                        "",
                                        board::Basis::Measured,
                                        {}};
    trial.outcome.result = board::share(after, of_after);
    return trial;
}

} // namespace

TEST_CASE("the difference of shares may be chance, by the figures of method.md 2.11") {
    struct Row {
        int before, of_before, after, of_after;
        double points;
        bool chance, small;
    };
    for (Row const& row : {Row{14, 50, 3, 20, -13.0, true, false}, Row{14, 50, 11, 60, -9.7, true, false},
                           Row{19, 61, 6, 44, -17.5, false, false}, Row{124, 200, 162, 200, 19.0, false, false},
                           Row{5, 19, 2, 40, -21.3, false, true}}) {
        auto const claim = exporters::claim_of({}, shares(row.before, row.of_before, row.after, row.of_after));
        CHECK(*claim.difference == doctest::Approx(row.points).epsilon(0.01));
        CHECK(claim.in_points);
        CHECK(claim.may_be_chance == row.chance);
        CHECK(claim.small_basis == row.small);
        CHECK(claim.level == exporters::ClaimLevel::Measured);
    }
}

TEST_CASE("what is claimed is no more than what is known") {
    board::Trial trial = shares(14, 50, 3, 20);
    trial.plan.measure->basis = board::Basis::Estimated;
    CHECK(exporters::claim_of({}, trial).level == exporters::ClaimLevel::Estimated);
    trial.plan.measure->basis = board::Basis::Measured;
    trial.plan.measure->kind = board::MeasureKind::Scale;
    CHECK(exporters::claim_of({}, trial).level == exporters::ClaimLevel::Experienced);
    trial.outcome.result.reset();
    CHECK(exporters::claim_of({}, trial).level == exporters::ClaimLevel::NotMeasured);

    board::Idea idea;
    idea.scale_plan = board::ScalePlan{};
    idea.scale_plan->trial_no = 1;
    idea.scale_plan->follow_ups = {{{}, board::Holds::Yes, 15}};
    board::Trial held = shares(14, 50, 3, 20);
    held.no = 1;
    CHECK(exporters::claim_of(idea, held).level == exporters::ClaimLevel::MeasuredAndHeld);
    idea.scale_plan->follow_ups.push_back({{}, board::Holds::No, {}});
    CHECK(exporters::claim_of(idea, held).level == exporters::ClaimLevel::Measured);
}

TEST_CASE("what people call things becomes a name that any file system takes") {
    struct Row {
        char const* text;
        char const* name;
    };
    for (Row const& row :
         {Row{"Ro til sagsarbejdet", "Ro-til-sagsarbejdet"}, Row{"CON", "tavle-CON"}, Row{"com1", "tavle-com1"},
          Row{"LPT9.x", "tavle-LPT9.x"}, Row{"Conrad", "Conrad"}, Row{"a/b", "a-b"}, Row{"..", "tavle"},
          Row{"../../etc/passwd", "etc-passwd"}, Row{"slut.", "slut"}, Row{" .skjult ", "skjult"}, Row{"", "tavle"},
          Row{"???", "tavle"}, Row{"a\nb\tc", "a-b-c"}, Row{"C:\\x|y*z", "C-x-y-z"}, Row{"Æblegrød", "Æblegrød"}})
        CHECK(exporters::safe_file_name(row.text) == row.name);
    std::string ø;
    for (int i = 0; i < 100; ++i)
        ø += "ø";
    CHECK(exporters::safe_file_name(ø).size() == 60);
    CHECK(exporters::safe_file_name("x" + ø).size() == 59); // no half letter
}
