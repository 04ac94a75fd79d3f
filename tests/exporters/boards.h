// Small boards for the export tests, made as on a wall: by commands.
#pragma once

#include "board/apply.h"
#include "board/decide.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

struct Wall {
    board::Board board;
    board::Date today = std::chrono::year(2026) / std::chrono::November / 23;
    std::uint8_t last_id = 0;

    board::Uuid new_id() {
        board::Uuid id;
        id.bytes[15] = ++last_id;
        return id;
    }
    void ask(board::Command const& command) {
        board::Now const now{board::Instant(today) + std::chrono::hours(8), today};
        auto const events = board::decide(board, command, now);
        REQUIRE(events.has_value());
        board::OperationId const operation{new_id()};
        for (board::Event const& event : *events)
            board::apply(board, {0, operation, now.at, event});
    }
    board::IdeaId idea(std::string const& text) {
        board::AddIdea wish;
        wish.id = {new_id()};
        wish.text = text;
        wish.personal = board::PersonalData::Confirmed;
        ask(wish);
        return wish.id;
    }
    board::ParticipantId person(std::string const& name) {
        board::ParticipantId const id{new_id()};
        ask(board::AddParticipant{id, name, board::Role::Employee});
        return id;
    }
};

/// A wall with a course.
inline Wall new_wall() {
    Wall wall;
    board::CreateCourse wish;
    wish.course.name = "Ro til sagsarbejdet";
    wall.ask(wish);
    return wall;
}

/// One idea that was voted on, tried and scaled.
inline Wall full_wall() {
    using namespace std::chrono;
    Wall wall = new_wall();
    auto const owner = wall.person("Gitte");
    auto const idea = wall.idea("Fast telefontid");
    auto const other = wall.idea("Mødefri onsdag");
    wall.ask(board::OpenRound{{idea, other}, 2, 1, board::BallotMethod::Paper});
    wall.ask(board::CloseRound{{1}, 12, {{idea, 9}, {other, 4}}});
    wall.ask(board::SelectIdea{idea, ""});
    board::TrialPlan plan;
    plan.assumption = "Vi tror; at det \"virker\"";
    plan.what = "Telefonen er åben kl. 9–10";
    plan.owner = owner;
    plan.scope = "4 af 14";
    plan.from = 2026y / November / 24;
    plan.to = 2026y / December / 15;
    plan.can_decide = board::CanDecide::Yes;
    plan.affected_asked = true;
    plan.measure = board::Measure{
        "Udeblivelser", "%", board::MeasureKind::Share, board::Direction::Down, board::share(14, 50), 20.0, "kalender"};
    plan.guard = board::Guard{"Opkald", "", board::Comparison::AtMost, 10.5, 9.25};
    wall.ask(board::WriteTrialPlan{{idea, 1}, plan, board::PersonalData::NotConfirmed});
    wall.ask(board::StartTrial{{idea, 1}});
    board::TrialOutcome outcome;
    outcome.what_happened = "Der kom ro";
    outcome.learning = "Det virker";
    outcome.result = board::share(3, 20);
    outcome.guard_result = 7;
    wall.today = 2026y / December / 15;
    wall.ask(board::NoteOutcome{{idea, 1}, outcome, board::PersonalData::NotConfirmed});
    wall.ask(board::DecideTrial{{idea, 1}, board::Decision::Scale, "", {}, board::LeaderSays::Yes});
    board::ScalePlan scaling;
    scaling.what_now = "For hele teamet";
    scaling.responsible = "Teamleder";
    scaling.places = {{"Gruppe 1", "Gitte", 2027y / January / 4, board::PlaceState::InUse},
                      {"Gruppe 2", "", {}, board::PlaceState::NotBegun}};
    wall.ask(board::WriteScalePlan{idea, scaling});
    return wall;
}
