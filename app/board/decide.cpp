// The door to the rules: finds each command its answer, and holds the checks that many answers share.
#include "board/decide_rules.h"
#include "board/text_rules.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace board {

Answer decide(Board const& board, Command const& command, Now now) {
    bool const creates = std::holds_alternative<CreateCourse>(command);
    if (creates && board.exists())
        return refuse(Rule::CourseExists);
    if (!creates && !board.exists())
        return refuse(Rule::NoCourse);
    return std::visit([&](auto const& wish) { return answer(board, wish, now); }, command);
}

void Intake::note(Rule rule, std::int64_t limit) {
    if (m_refusal)
        return;
    m_refusal.emplace();
    m_refusal->rule = rule;
    m_refusal->limit = limit;
}

std::string Intake::text(std::string_view typed, int limit) {
    std::string cleaned = clean_text(typed);
    if (looks_like_cpr(cleaned))
        note(Rule::LooksLikeCpr);
    else if (count_characters(cleaned) > limit)
        note(Rule::TextTooLong, limit);
    else if (m_ask_about_personal && looks_personal(cleaned))
        note(Rule::LooksPersonal);
    return cleaned;
}

std::string Intake::needed_text(std::string_view typed, int limit) {
    std::string cleaned = text(typed, limit);
    if (cleaned.empty())
        note(Rule::TextEmpty);
    return cleaned;
}

std::string Intake::text_beside(bool drawn, std::string_view typed, int limit) {
    return drawn ? text(typed, limit) : needed_text(typed, limit);
}

std::optional<Ink> Intake::ink(std::optional<Ink> drawn) {
    if (!drawn || drawn->empty())
        return std::nullopt;
    if (points_in(*drawn) > max_ink_points)
        note(Rule::InkFull, max_ink_points);
    else if (!is_on_grid(*drawn))
        note(Rule::InkOffGrid);
    return drawn;
}

std::optional<Photo> Intake::photo(std::optional<Photo> taken) {
    if (taken && !is_sound(*taken))
        note(Rule::PhotoUnusable);
    return taken;
}

double Intake::figure(double typed, double lowest, double highest) {
    if (!std::isfinite(typed) || typed < lowest || typed > highest)
        note(Rule::NumberOutOfRange, static_cast<std::int64_t>(highest));
    return typed;
}

int Intake::number(int typed, int lowest, int highest) {
    if (typed < lowest || typed > highest)
        note(Rule::NumberOutOfRange, highest);
    return typed;
}

double Intake::figure_of(MeasureKind kind, double typed) {
    switch (kind) {
    case MeasureKind::Share: return figure(typed, 0, 100);
    case MeasureKind::Scale: return figure(typed, 1, 5);
    case MeasureKind::Number:
    case MeasureKind::Kroner: break;
    }
    return figure(typed);
}

Reading Intake::reading(MeasureKind kind, Reading typed) {
    constexpr int most = 1'000'000'000;
    if (typed.n)
        number(*typed.n, 1, most);
    if (typed.count)
        number(*typed.count, 0, typed.n.value_or(most));
    if (kind != MeasureKind::Share) {
        figure_of(kind, typed.value);
        return typed;
    }
    typed.value = 0; // said by the counts alone; an unfinished share says nothing yet
    return !m_refusal && is_complete(kind, typed) ? share(*typed.count, *typed.n) : typed;
}

bool is_candidate(Board const& board, IdeaId id) {
    VoteRound const* round = open_round(board);
    return round && std::find(round->candidates.begin(), round->candidates.end(), id) != round->candidates.end();
}

bool in_closed_round(Board const& board, IdeaId id) { return dots_of(board, id).has_value(); }

std::optional<Rule> idea_must_be(Board const& board, IdeaId id, std::initializer_list<Stage> stages) {
    Idea const* idea = find_idea(board, id);
    if (!idea)
        return Rule::NoSuchIdea;
    if (std::find(stages.begin(), stages.end(), idea->stage) == stages.end())
        return Rule::WrongStage;
    if (idea->masked)
        return Rule::IdeaIsMasked;
    if (is_candidate(board, id))
        return Rule::IdeaIsCandidate;
    return std::nullopt;
}

} // namespace board
