// What each table holds. How a cell is written stands at the top; nothing below it knows commas or quotes.
#include "exporters/csv.h"

#include "exporters/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace exporters {
namespace {

using board::Board;
using text::Words;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view digits = "0123456789";

/// "1-2", "3/4", "24.12.2026": two or three groups of digits.
bool looks_like_a_date(std::string_view text) {
    int separators = 0;
    bool after_digit = false;
    for (char const c : text) {
        bool const digit = digits.find(c) != std::string_view::npos;
        if (!digit && !(after_digit && (c == '-' || c == '/' || c == '.')))
            return false;
        separators += digit ? 0 : 1;
        after_digit = digit;
    }
    return after_digit && (separators == 1 || separators == 2);
}

bool needs_guard(std::string_view text) { return text.find_first_of("=+-@\t\r") == 0 || looks_like_a_date(text); }

std::string cell(std::string_view text) { return csv_text(text); }
std::string cell(int value) { return std::to_string(value); }
std::string cell(double value) { return csv_number(value); }
std::string cell(board::Date date) { return board::to_iso(date); }
template <class T> std::string cell(std::optional<T> const& value) { return value ? cell(*value) : ""; }

/// A table as it grows, row by row.
class Table {
  public:
    Table(Words const& words, std::initializer_list<std::string_view> columns) : m_bytes(byte_order_mark) {
        std::vector<std::string> names;
        for (std::string_view const column : columns)
            names.push_back(cell(words.get("export.column." + std::string(column))));
        add_cells(names);
    }
    template <class... Values> void add(Values const&... values) { add_cells({cell(values)...}); }
    std::string const& bytes() const { return m_bytes; }

  private:
    void add_cells(std::vector<std::string> const& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            m_bytes += (i == 0 ? "" : ";") + cells[i];
        m_bytes += "\r\n";
    }
    std::string m_bytes;
};

/// How people read a value: "export.value.running".
std::string_view value(Words const& words, std::string_view key) {
    return words.get("export.value." + std::string(key));
}
std::string_view yes_or_no(Words const& words, bool yes) { return words.get(yes ? "export.yes" : "export.no"); }
std::string_view yes_or_no(Words const& words, std::optional<bool> yes) { return yes ? yes_or_no(words, *yes) : ""; }

std::string_view said(Words const& words, board::TrialState state) {
    constexpr std::array<std::string_view, 3> keys = {"draft", "running", "ended"};
    return value(words, keys[static_cast<std::size_t>(state)]);
}
std::string_view said(Words const& words, board::CanDecide answer) {
    constexpr std::array<std::string_view, 4> keys = {"", "can_decide_yes", "can_decide_ask", "can_decide_no"};
    return answer == board::CanDecide::Unanswered ? "" : value(words, keys[static_cast<std::size_t>(answer)]);
}
std::string_view said(Words const& words, board::CarriedOut how) {
    constexpr std::array<std::string_view, 3> keys = {"as_planned", "partly", "not_at_all"};
    return value(words, keys[static_cast<std::size_t>(how)]);
}
std::string_view said(Words const& words, board::Experience experience) {
    constexpr std::array<std::string_view, 3> keys = {"experience_better", "experience_same", "experience_worse"};
    return value(words, keys[static_cast<std::size_t>(experience)]);
}
std::string_view said(Words const& words, board::PlaceState state) {
    constexpr std::array<std::string_view, 3> keys = {"not_begun", "taught", "in_use"};
    return value(words, keys[static_cast<std::size_t>(state)]);
}
std::string_view said(Words const& words, board::Stage stage) {
    return words.get("stage." + std::string(name_of(stage)));
}
std::string_view said(Words const& words, board::Decision decision) {
    return words.get("decision." + std::string(name_of(decision)));
}
template <class T> std::string_view said(Words const& words, std::optional<T> const& value) {
    return value ? said(words, *value) : "";
}

std::string_view said(Words const& words, board::EffectArea area) {
    constexpr std::array<std::string_view, 9> keys = {
        "area.time",          "area.quality",          "area.citizen_experience",
        "area.work_pressure", "area.job_satisfaction", "area.collaboration",
        "area.overview",      "area.absence",          "area.money"};
    static_assert(keys.size() == static_cast<std::size_t>(board::EffectArea::Money) + 1);
    return words.get(std::string(keys[static_cast<std::size_t>(area)]));
}

std::string listed(Words const& words, std::vector<board::EffectArea> const& areas) {
    std::string list;
    for (board::EffectArea const area : areas)
        list += (list.empty() ? "" : ", ") + std::string(said(words, area));
    return list;
}

std::string_view name_of_person(Board const& board, std::optional<board::ParticipantId> who) {
    auto const* participant = who ? find_participant(board, *who) : nullptr;
    return participant ? std::string_view(participant->name) : "";
}

std::optional<int> number_of(Board const& board, std::optional<board::IdeaId> id) {
    auto const* idea = id ? find_idea(board, *id) : nullptr;
    return idea ? std::optional(idea->no) : std::nullopt;
}

template <class Add> void for_each_trial(Board const& board, Add add) {
    for (board::Idea const& idea : board.ideas)
        for (board::Trial const& trial : idea.trials)
            add(idea, trial);
}

void add_measure(Table& table, Words const& words, board::Idea const& idea, board::Trial const& trial) {
    if (!trial.plan.measure)
        return;
    auto const& measure = *trial.plan.measure;
    auto const baseline = measure.baseline.value_or(board::Reading{});
    auto const result = trial.outcome.result.value_or(board::Reading{});
    table.add(idea.no, idea.text, trial.no, value(words, "measure"), measure.name, measure.unit,
              value(words, measure.better == board::Direction::Down ? "down" : "up"),
              measure.baseline ? std::optional(baseline.value) : std::nullopt, baseline.count, baseline.n,
              measure.target, trial.outcome.result ? std::optional(result.value) : std::nullopt, result.count, result.n,
              yes_or_no(words, target_met(trial)), measure.source);
}

void add_guard(Table& table, Words const& words, board::Idea const& idea, board::Trial const& trial) {
    if (!trial.plan.guard)
        return;
    auto const& guard = *trial.plan.guard;
    std::optional<int> const none;
    table.add(idea.no, idea.text, trial.no, value(words, "guard"), guard.name, guard.unit,
              value(words, guard.comparison == board::Comparison::AtMost ? "at_most" : "at_least"), guard.baseline,
              none, none, guard.limit, trial.outcome.guard_result, none, none, yes_or_no(words, guard_held(trial)), "");
}

} // namespace

std::string csv_text(std::string_view text) {
    std::string const guarded = (needs_guard(text) ? "'" : "") + std::string(text);
    if (guarded.find_first_of(";\"\r\n") == std::string::npos)
        return guarded;
    std::string quoted = "\"";
    for (char const c : guarded)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csv_number(double value) {
    std::array<char, 400> buffer{}; // the longest double without an exponent has 309 + 17 characters
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    std::string out(buffer.data(), end.ptr);
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

std::string ideas_csv(Board const& board, Words const& words) {
    Table table(words, {"idea_no", "idea", "problem", "proposal", "stage", "stage_since", "created", "author",
                        "builds_on", "dots", "selection_reason", "trials", "parked_reason", "revisit", "areas",
                        "effect", "effort", "merged_into", "drawing"});
    for (board::Idea const& idea : board.ideas)
        table.add(idea.no, idea.text, idea.problem, idea.proposal, said(words, idea.stage), idea.stage_since,
                  std::chrono::floor<std::chrono::days>(idea.created_at), name_of_person(board, idea.author),
                  number_of(board, idea.builds_on), dots_of(board, idea.id), idea.selection_reason,
                  static_cast<int>(idea.trials.size()), idea.parking ? idea.parking->reason : "",
                  idea.parking ? std::optional(idea.parking->revisit) : std::nullopt, listed(words, idea.areas),
                  idea.weighing ? std::optional(idea.weighing->effect) : std::nullopt,
                  idea.weighing ? std::optional(idea.weighing->effort) : std::nullopt,
                  number_of(board, idea.merged_into), yes_or_no(words, idea.ink.has_value()));
    return table.bytes();
}

std::string trials_csv(Board const& board, Words const& words) {
    Table table(words, {"idea_no",        "idea",
                        "trial_no",       "state",
                        "assumption",     "what",
                        "owner",          "scope",
                        "from",           "to",
                        "changed",        "can_decide",
                        "affected_asked", "experience_only",
                        "started",        "carried_out",
                        "what_happened",  "learning",
                        "experience",     "decision",
                        "decided",        "reason"});
    for_each_trial(board, [&](board::Idea const& idea, board::Trial const& trial) {
        auto const& plan = trial.plan;
        auto const& outcome = trial.outcome;
        bool const noted = outcome != board::TrialOutcome{};
        table.add(
            idea.no, idea.text, trial.no, said(words, trial.state), plan.assumption, plan.what,
            name_of_person(board, plan.owner), plan.scope, plan.from, plan.to, plan.changed,
            said(words, plan.can_decide), yes_or_no(words, plan.affected_asked), yes_or_no(words, plan.experience_only),
            trial.started_on, noted ? said(words, outcome.carried_out) : "", outcome.what_happened, outcome.learning,
            said(words, outcome.experience), said(words, trial.decision), trial.decided_on, trial.decision_reason);
    });
    return table.bytes();
}

std::string measures_csv(Board const& board, Words const& words) {
    Table table(words,
                {"idea_no", "idea", "trial_no", "measure_role", "measure", "unit", "better", "baseline",
                 "baseline_count", "baseline_n", "target", "result", "result_count", "result_n", "met", "source"});
    for_each_trial(board, [&](board::Idea const& idea, board::Trial const& trial) {
        add_measure(table, words, idea, trial);
        add_guard(table, words, idea, trial);
    });
    return table.bytes();
}

std::string decisions_csv(Board const& board, Words const& words) {
    std::vector<std::pair<board::Idea const*, board::Trial const*>> decided;
    for_each_trial(board, [&](board::Idea const& idea, board::Trial const& trial) {
        if (trial.decision)
            decided.emplace_back(&idea, &trial);
    });
    std::stable_sort(decided.begin(), decided.end(),
                     [](auto const& a, auto const& b) { return a.second->decided_on < b.second->decided_on; });
    Table table(words, {"decided", "idea_no", "idea", "trial_no", "decision", "reason", "learning"});
    for (auto const& [idea, trial] : decided)
        table.add(trial->decided_on, idea->no, idea->text, trial->no, said(words, trial->decision),
                  trial->decision_reason, trial->outcome.learning);
    return table.bytes();
}

std::string places_csv(Board const& board, Words const& words) {
    Table table(words, {"idea_no", "idea", "trial_no", "what_now", "what_stops", "responsible", "place",
                        "place_responsible", "due", "place_state"});
    for (board::Idea const& idea : board.ideas) {
        if (!idea.scale_plan)
            continue;
        auto const& plan = *idea.scale_plan;
        for (board::Place const& place : plan.places)
            table.add(idea.no, idea.text, plan.trial_no, plan.what_now, plan.what_stops, plan.responsible, place.name,
                      place.responsible, place.due, said(words, place.state));
        if (plan.places.empty())
            table.add(idea.no, idea.text, plan.trial_no, plan.what_now, plan.what_stops, plan.responsible, "", "", "",
                      "");
    }
    return table.bytes();
}

std::string votes_csv(Board const& board, Words const& words) {
    Table table(words, {"round", "opened", "method", "ballots", "dots_each", "idea_no", "idea", "dots"});
    for (board::VoteRound const& round : board.rounds)
        for (board::Tally const& tally : round.tallies) {
            auto const* idea = find_idea(board, tally.idea);
            table.add(round.no.value, round.opened_on, value(words, name_of(round.method)), round.ballots, round.dots,
                      number_of(board, tally.idea), idea ? std::string_view(idea->text) : "", tally.dots);
        }
    return table.bytes();
}

std::vector<CsvFile> csv_files(Board const& board, Words const& words) {
    auto const name = [&](char const* key) { return words.get(std::string("export.") + key) + ".csv"; };
    return {{name("ideas_file"), ideas_csv(board, words)},       {name("trials_file"), trials_csv(board, words)},
            {name("measures_file"), measures_csv(board, words)}, {name("decisions_file"), decisions_csv(board, words)},
            {name("places_file"), places_csv(board, words)},     {name("votes_file"), votes_csv(board, words)}};
}

} // namespace exporters
