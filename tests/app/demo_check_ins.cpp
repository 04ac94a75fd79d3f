// What the demo teams told on the way, as the data has it.
#include "board/apply.h"
#include "board/effect.h"
#include "demo.h"
#include "paths.h"

#include <doctest/doctest.h>

namespace {

board::Board demo_board(app::Demo demo) {
    app::IdSource ids(1);
    auto const records = app::demo_records(assets / "demo_data.json", demo, ids);
    if (!records)
        FAIL(records.error());
    return board::fold(*records);
}

board::Trial const& running(board::Board const& board) {
    for (auto const& idea : board.ideas)
        if (auto const* trial = board::running_trial(idea))
            return *trial;
    FAIL("no trial runs");
    return board.ideas.front().trials.front();
}

} // namespace

TEST_CASE("the demo's running trials were checked in on as the data says") {
    auto const jobcenter = demo_board(app::Demo::Jobcenter);
    auto const& pairs = running(jobcenter);
    REQUIRE(pairs.check_ins.size() == 2);
    CHECK(pairs.check_ins[0].state == board::CheckInState::OnTrack);
    CHECK(pairs.check_ins[0].line == "Alle tre par nåede to kvarter.");
    CHECK(board::to_iso(pairs.check_ins[1].on) == "2026-11-20");
    CHECK(pairs.points.size() == 2);
    CHECK(board::quiet_days(pairs, app::demo_day) == 3);

    auto const homecare = demo_board(app::Demo::Homecare);
    auto const& walk = running(homecare);
    REQUIRE(walk.check_ins.size() == 3);
    CHECK(walk.check_ins[2].state == board::CheckInState::Trouble);
    CHECK(walk.check_ins[2].line == "Prøv kl. 13 i stedet?");
    CHECK(walk.plan.measure->basis == board::Basis::Experienced);
}

TEST_CASE("the demo's pulses have the data's answers and means and the fourth is hidden") {
    auto const board = demo_board(app::Demo::Homecare);
    REQUIRE(board.pulses.size() == 4);
    constexpr int answers[] = {18, 16, 17, 4};
    constexpr double means[] = {2.6, 2.8, 3.0};
    for (std::size_t i = 0; i < board.pulses.size(); ++i) {
        CAPTURE(i);
        CHECK(board.pulses[i].state == board::RoundState::Closed);
        CHECK(board::pulse_answers(board.pulses[i], 0) == answers[i]);
        auto const mean = board::pulse_mean(board.pulses[i], 0);
        CHECK(mean.has_value() == (i < 3));
        if (mean)
            CHECK(*mean == doctest::Approx(means[i]).epsilon(0.02));
    }
}

TEST_CASE("the demo's ledger claims no more than its figures") {
    auto const jobcenter = demo_board(app::Demo::Jobcenter);
    CHECK(board::ledger(jobcenter).size() == 3);
    for (auto const& line : board::ledger(jobcenter))
        CHECK(line.level == board::ClaimLevel::Measured);
    int held = 0;
    for (auto const& line : board::ledger(demo_board(app::Demo::Library)))
        held += line.level == board::ClaimLevel::MeasuredAndHeld;
    CHECK(held == 1);
}
