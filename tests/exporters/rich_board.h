// A board with everything on it that an export may meet.
#pragma once

#include "boards.h"

inline board::Now moment_of(Wall const& wall) {
    return {board::Instant(wall.today) + std::chrono::hours(8), wall.today};
}

/// On top of `full_wall`: meetings planned and held, somebody away, check-ins, a reading, two pulses, obstacles, a
/// drawing, a merged idea, frames; and an open round.
inline Wall rich_wall() {
    using namespace std::chrono;
    Wall wall = full_wall();
    auto const away = wall.person("Fraværende-Frode");
    wall.ask(
        board::PlanMeetings{{2026y / November / 23, 2026y / December / 15, 2027y / January / 5}, 2027y / April / 5});
    wall.ask(board::WriteFrames{"At hjælpe borgeren", {"Vores egen tid", "Åbningstider", "Loven"}});
    wall.ask(board::OpenMeeting{{{"Velkommen", "", 10, board::StepOpens::Nothing},
                                 {"Opsamling", "Tallene først", 40, board::StepOpens::Trials}},
                                {away}});
    wall.ask(board::BeginStep{1});
    wall.ask(board::RaiseObstacle{{wall.new_id()}, "Vi mangler en printer", board::PersonalData::NotConfirmed});
    wall.ask(board::PromiseAnswer{wall.board.obstacles[0].id, 2026y / December / 20});
    wall.ask(board::OpenPulse{{"Jeg kan nå mine opgaver", "Jeg har overblik"}});
    wall.ask(board::ClosePulse{1, {{1, 2, 3, 4, 2}, {0, 0, 4, 0, 0}}});
    wall.ask(board::OpenPulse{{"Vi hjælper hinanden"}});
    wall.ask(board::ClosePulse{2, {{3, 0, 0, 0, 3}}});
    wall.ask(board::CloseMeeting{});

    auto const tried = wall.idea("Makkerpar");
    wall.ask(board::SelectIdea{tried, "Haster"});
    board::TrialPlan plan = wall.board.ideas[0].trials[0].plan;
    plan.from = wall.today;
    plan.to = 2027y / January / 5;
    plan.guard.reset();
    wall.ask(board::WriteTrialPlan{{tried, 1}, plan, board::PersonalData::NotConfirmed});
    wall.ask(board::StartTrial{{tried, 1}, ""});
    wall.ask(board::CheckInTrial{{tried, 1}, board::CheckInState::Trouble, "Vi mangler tid", board::share(2, 12)});
    auto const drawn = wall.idea("Tegnet");
    wall.ask(board::DrawOnIdea{drawn, board::Ink{2000, {{board::InkColour::Red, {{7, 9, 30}, {900, 1200, 60}}}}}});
    auto const twin = wall.idea("Tegnet igen");
    wall.ask(board::MergeIdeas{twin, drawn});
    auto const other = wall.idea("Til afstemning");
    wall.ask(board::OpenRound{{drawn, other}, 2, 1, board::BallotMethod::Screen});
    return wall;
}
