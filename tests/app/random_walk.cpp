#include "random_walk.h"

using board::Stage;

RandomWalk::RandomWalk(std::uint64_t seed)
    : m_random(seed), m_ids(seed), m_replay(m_ids), m_today(std::chrono::year(2026) / std::chrono::March / 2) {
    board::CreateCourse wish;
    wish.course.name = words();
    wish.course.settings.wip_limit = 1 + below(4);
    (void)m_replay.ask(wish, {board::Instant(m_today), m_today});
    for (int i = 0; i < 3; ++i)
        (void)m_replay.ask(board::AddParticipant{{m_ids.next(board::Instant(m_today))}, words(), board::Role::Leader},
                           {board::Instant(m_today), m_today});
}

void RandomWalk::walk(int steps) {
    for (int i = 0; i < steps; ++i) {
        ++m_minute;
        if (chance(12))
            m_today += std::chrono::days(1 + below(9));
        (void)m_replay.ask(any(), {board::Instant(m_today) + std::chrono::minutes(m_minute % 1440), m_today});
    }
}

std::string RandomWalk::words() {
    static char const* const all[] = {"Æble", "to\nlinjer", "=1+1",           "Å \"citat\"",
                                      "é",    "-",          "Vi tror; måske", "👩‍🔧"};
    return std::string(all[below(8)]) + " " + std::to_string(below(1000));
}

board::IdeaId RandomWalk::some_idea() {
    auto const& ideas = m_replay.board().ideas;
    return ideas.empty() ? board::IdeaId{} : ideas[static_cast<std::size_t>(below(static_cast<int>(ideas.size())))].id;
}

std::optional<board::ParticipantId> RandomWalk::some_person() {
    auto const& people = m_replay.board().participants;
    if (people.empty())
        return std::nullopt;
    return people[static_cast<std::size_t>(below(static_cast<int>(people.size())))].id;
}

board::Idea const* RandomWalk::find_idea_in(Stage stage) {
    std::vector<board::Idea const*> found;
    for (board::Idea const& idea : m_replay.board().ideas)
        if (idea.stage == stage)
            found.push_back(&idea);
    return found.empty() ? nullptr : found[static_cast<std::size_t>(below(static_cast<int>(found.size())))];
}

board::Command RandomWalk::any() {
    int const kind = below(100);
    if (kind < 8 && m_replay.board().ideas.size() < 15) {
        board::AddIdea wish;
        wish.id = {m_ids.next(board::Instant(m_today))};
        wish.text = words();
        wish.colour = static_cast<board::NoteColour>(below(5));
        if (chance(30))
            wish.author = some_person();
        if (chance(20) && !m_replay.board().ideas.empty())
            wish.builds_on = some_idea();
        wish.problem = chance(30) ? words() : "";
        if (chance(30))
            wish.ink = ink();
        if (wish.ink && chance(50))
            wish.text.clear();
        return wish;
    }
    if (kind < 9)
        return board::ChangeSettings{{1 + below(5), 1 + below(5), chance(50)}};
    if (kind < 10) {
        if (auto const who = some_person(); who && chance(70))
            return board::EditParticipant{*who, words(), board::Role::Facilitator, chance(50)};
        return board::AddParticipant{{m_ids.next(board::Instant(m_today))}, words(), board::Role::Employee};
    }
    if (kind < 11)
        return board::PlanMeetings{{m_today, m_today + std::chrono::days(below(30))}, m_today};
    if (kind < 13)
        return any_about_the_course();
    if (kind < 16)
        return undo();
    if (kind < 22)
        return any_about_meetings();
    if (kind < 40)
        return any_about_ideas();
    return kind < 80 ? any_about_trials() : any_about_scaling();
}

board::Command RandomWalk::any_about_ideas() {
    auto const* fresh = find_idea_in(Stage::New);
    auto const* parked = find_idea_in(Stage::Parked);
    switch (below(12)) {
    case 10: return any_beside_words();
    case 11: return any_about_merging();
    case 0: return board::PlaceIdea{some_idea(), chance(50) ? std::optional(some_idea()) : std::nullopt};
    case 1: return board::RecolourIdea{some_idea(), static_cast<board::NoteColour>(below(5))};
    case 2: return board::EditIdea{some_idea(), words()};
    case 3: return open_round();
    case 4:
    case 5: return close_round();
    case 6: return board::DeselectIdea{some_idea()};
    case 7: return board::ParkIdea{some_idea(), words(), m_today + std::chrono::days(below(60))};
    case 8: return board::ResumeIdea{parked ? parked->id : some_idea()};
    default: return board::SelectIdea{fresh ? fresh->id : some_idea(), chance(60) ? words() : ""};
    }
}

board::Ink RandomWalk::ink() {
    board::Ink ink;
    ink.height = 1 + below(board::tallest_ink);
    for (int strokes = 1 + below(3); strokes > 0; --strokes) {
        ink.strokes.push_back({static_cast<board::InkColour>(below(4)), {}});
        for (int points = 1 + below(5); points > 0; --points)
            ink.strokes.back().points.push_back({below(board::ink_grid + 1), below(ink.height + 1), 1 + below(255)});
    }
    return ink;
}

board::Command RandomWalk::any_beside_words() {
    switch (below(3)) {
    case 0: return board::DrawOnIdea{some_idea(), chance(70) ? std::optional(ink()) : std::nullopt};
    case 1: return board::TagIdea{some_idea(), {static_cast<board::EffectArea>(below(9)), board::EffectArea::Money}};
    default:
        return board::WeighIdea{some_idea(),
                                chance(80) ? std::optional(board::Weighing{below(101), below(101)}) : std::nullopt};
    }
}

board::Command RandomWalk::any_about_merging() {
    auto const* one = find_idea_in(Stage::New);
    auto const* other = find_idea_in(Stage::New);
    auto const* merged = find_idea_in(Stage::Merged);
    if (chance(30))
        return board::SplitIdea{merged ? merged->id : some_idea()};
    return board::MergeIdeas{one ? one->id : some_idea(), other ? other->id : some_idea()};
}

board::Command RandomWalk::open_round() {
    board::OpenRound round;
    for (board::Idea const& idea : m_replay.board().ideas)
        if (idea.stage == Stage::New && chance(70))
            round.candidates.push_back(idea.id);
    round.dots = 1 + below(5);
    round.max_per_idea = 1 + below(round.dots);
    round.method = static_cast<board::BallotMethod>(below(2));
    return round;
}

board::Command RandomWalk::close_round() {
    auto const* round = open_round_of_board();
    if (!round || chance(10))
        return board::AnnulRound{round ? round->no : board::RoundNo{1}};
    board::CloseRound wish{round->no, 10, {}};
    for (board::IdeaId const candidate : round->candidates)
        wish.tallies.push_back({candidate, below(4)});
    return wish;
}

board::VoteRound const* RandomWalk::open_round_of_board() const { return board::open_round(m_replay.board()); }

board::TrialPlan RandomWalk::plan() {
    board::TrialPlan plan;
    plan.assumption = words();
    plan.what = words();
    plan.owner = some_person();
    plan.scope = words();
    plan.from = m_today;
    plan.to = m_today + std::chrono::days(below(30));
    plan.changed = chance(90) ? words() : "";
    plan.can_decide = chance(95) ? board::CanDecide::Yes : board::CanDecide::Ask;
    plan.affected_asked = chance(95);
    plan.experience_only = chance(30);
    auto const kind = static_cast<board::MeasureKind>(below(4));
    auto const reading = kind == board::MeasureKind::Share ? board::share(below(20), 20)
                                                           : board::Reading{2.5, {}, below(9) + 1};
    if (!plan.experience_only)
        plan.measure = board::Measure{words(), "min.", kind,   static_cast<board::Direction>(below(2)),
                                      reading, 3.0,    words()};
    if (chance(50))
        plan.guard = board::Guard{words(), "", static_cast<board::Comparison>(below(2)), below(10) / 2.0, {}};
    return plan;
}

board::TrialOutcome RandomWalk::outcome() {
    board::TrialOutcome outcome;
    outcome.carried_out = static_cast<board::CarriedOut>(below(3));
    outcome.what_happened = chance(95) ? words() : "";
    outcome.learning = chance(95) ? words() : "";
    outcome.result = board::Reading{1.0 + below(4), below(5), 5 + below(5)};
    if (chance(50))
        outcome.guard_result = below(10);
    outcome.experience = static_cast<board::Experience>(below(3));
    if (chance(30))
        outcome.comparison = board::ComparisonGroup{words(), board::Reading{1.0 + below(4), below(5), 5 + below(5)},
                                                    board::Reading{1.0 + below(4), below(5), 5 + below(5)}};
    return outcome;
}

board::TrialRef RandomWalk::latest_trial_ref() {
    auto const* test = find_idea_in(Stage::Test);
    auto const* selected = find_idea_in(Stage::Selected);
    auto const* idea = (test && chance(60)) || !selected ? test : selected;
    return idea ? board::TrialRef{idea->id, static_cast<int>(idea->trials.size())} : board::TrialRef{some_idea(), 1};
}

board::Command RandomWalk::any_about_the_course() {
    if (chance(20))
        return board::KeepAgenda{static_cast<board::MeetingKind>(below(6)),
                                 {{words(), "", 7, board::StepOpens::Nothing}}};
    if (chance(50))
        return board::WriteFrames{words(), {words(), words(), words()}};
    std::vector<board::ParticipantId> seats;
    for (board::Participant const& who : m_replay.board().participants)
        seats.push_back(who.id);
    return board::SeatParticipants{seats};
}

board::Command RandomWalk::any_about_meetings() {
    auto const& board = m_replay.board();
    auto const* pulse = open_pulse(board);
    switch (below(11)) {
    case 0: return board::OpenMeeting{{{words(), "", 10, board::StepOpens::Vote}, {words(), words(), 5, {}}}, {}};
    case 1: return board::BeginStep{below(3)};
    case 2: return board::PauseClock{};
    case 3: return board::ResumeClock{};
    case 4: return board::AddMinutes{1 + below(240)};
    case 5: return board::ChangeAgenda{{{words(), "", 3, board::StepOpens::Pulse}}};
    case 6: return board::CloseMeeting{};
    case 7: return board::RaiseObstacle{{m_ids.next(board::Instant(m_today))}, words(), {}};
    case 8:
        if (!board.obstacles.empty()) {
            auto const id =
                board.obstacles[static_cast<std::size_t>(below(static_cast<int>(board.obstacles.size())))].id;
            return chance(50) ? board::Command(board::PromiseAnswer{id, m_today + std::chrono::days(below(9))})
                              : board::Command(board::AnswerObstacle{id, words()});
        }
        [[fallthrough]];
    case 9:
        if (pulse && chance(20))
            return board::AnnulPulse{pulse->no};
        if (pulse)
            return board::ClosePulse{pulse->no, {{below(3), below(3), below(4), below(4), below(3)}}};
        [[fallthrough]];
    default: return board::OpenPulse{{words()}};
    }
}

board::Command RandomWalk::any_on_the_way() {
    auto const ref = latest_trial_ref();
    auto const* trial = find_trial(m_replay.board(), ref);
    auto const reading = trial && trial->plan.measure && trial->plan.measure->kind == board::MeasureKind::Share
                             ? board::share(below(9), 9)
                             : board::Reading{1.5, {}, 3};
    if (chance(40))
        return board::NotePoint{ref, {m_today - std::chrono::days(below(2)), reading, words()}};
    return board::CheckInTrial{ref,
                               static_cast<board::CheckInState>(below(3)),
                               chance(50) ? words() : "",
                               chance(30) ? std::optional(reading) : std::nullopt,
                               {}};
}

board::Command RandomWalk::any_about_trials() {
    if (chance(15))
        return any_on_the_way();
    auto ref = latest_trial_ref();
    switch (below(8)) {
    case 0:
    case 1: {
        auto const* trial = find_trial(m_replay.board(), ref);
        ref.no += !trial || trial->state == board::TrialState::Ended ? 1 : 0;
        return board::WriteTrialPlan{ref, plan(), board::PersonalData::NotConfirmed};
    }
    case 2:
    case 3: return board::StartTrial{ref};
    case 4:
    case 5: return board::NoteOutcome{ref, outcome(), board::PersonalData::NotConfirmed};
    default:
        return board::DecideTrial{ref, static_cast<board::Decision>(below(chance(10) ? 4 : 2)),
                                  chance(80) ? words() : "", m_today + std::chrono::days(below(50)),
                                  board::LeaderSays::Yes};
    }
}

board::Command RandomWalk::any_about_scaling() {
    auto const* scaling = find_idea_in(Stage::Scaling);
    auto const* operation = find_idea_in(Stage::Operation);
    auto const* idea = (scaling && chance(60)) || !operation ? scaling : operation;
    board::IdeaId const id = idea ? idea->id : some_idea();
    switch (below(6)) {
    case 0: {
        board::ScalePlan plan{0, words(), chance(50) ? words() : "", chance(80) ? words() : "", {}, {}, ""};
        for (int i = below(3); i >= 0; --i)
            plan.places.push_back({words(), "", chance(50) ? std::optional(m_today) : std::nullopt,
                                   static_cast<board::PlaceState>(chance(70) ? 2 : below(3))});
        return board::WriteScalePlan{id, plan};
    }
    case 1: return board::SetPlaceState{id, below(3), static_cast<board::PlaceState>(below(3))};
    case 2: return board::RollBack{chance(50) ? id : some_idea(), words()};
    case 3:
        return board::NoteFollowUp{id,
                                   {m_today - std::chrono::days(below(9)), static_cast<board::Holds>(below(3)), 2.5}};
    default: return board::PutInOperation{id};
    }
}

board::Command RandomWalk::undo() {
    auto const& done = m_replay.board().done;
    std::size_t const back = static_cast<std::size_t>(below(4)) + 1;
    return board::Undo{done.size() >= back ? done[done.size() - back].operation : board::OperationId{}};
}
