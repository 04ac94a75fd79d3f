#include "bring_plan.h"

#include "board/apply.h"
#include "board/text_rules.h"
#include "json_bounds.h"

#include <algorithm>

namespace app {
namespace {

using screens::BringKind;
using screens::BringPreview;

constexpr std::size_t most_course_bytes = 256 * 1024 * 1024; // photos are in it
constexpr std::size_t most_columns = 40;                     // a table has that may be chosen among
constexpr std::size_t example_characters = 80;

template <class... Fs> struct Overloaded : Fs... { using Fs::operator()...; };
template <class... Fs> Overloaded(Fs...) -> Overloaded<Fs...>;

/// As much of it as is looked at, on one line; a CPR number is never shown.
std::string shown(std::string const& cell) {
    std::string text = board::clean_text(cell.substr(0, 8 * example_characters));
    if (board::looks_like_cpr(text))
        return "–";
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::vector<screens::BringColumn> columns_in(CsvRows const& rows) {
    std::size_t count = 0;
    for (CsvRow const& row : rows)
        count = std::max(count, row.cells.size());
    std::vector<screens::BringColumn> columns(std::min(count, most_columns));
    auto const at = [](CsvRow const& row, std::size_t i) {
        return i < row.cells.size() ? shown(row.cells[i]) : std::string();
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].heading = at(rows.front(), i);
        for (std::size_t row = 1; row < rows.size() && columns[i].example.empty(); ++row)
            columns[i].example = at(rows[row], i);
    }
    return columns;
}

BringPlan plan_of_ideas(FoundIdeas const& found, BringPreview preview, board::Board const& board,
                        text::Words const& words, IdSource& ids, board::Now now) {
    BringPlan plan{nullptr, import_ideas(found, board, words, ids, now)};
    preview.coming = plan.ideas.coming;
    preview.left_out = plan.ideas.left_out;
    preview.facts = besides(plan.ideas, words);
    plan.preview = std::make_shared<BringPreview>(std::move(preview));
    return plan;
}

BringPlan plan_of_course(Import const& import, text::Words const& words) {
    board::Board const board = board::fold(import.records);
    std::int64_t trials = 0;
    for (board::Idea const& idea : board.ideas)
        trials += static_cast<std::int64_t>(idea.trials.size());
    BringPreview preview;
    preview.kind = BringKind::Course;
    preview.course = board.course.name;
    for (auto const& [key, n] : {std::pair("import.of_ideas", static_cast<std::int64_t>(board.ideas.size())),
                                 std::pair("import.of_trials", trials),
                                 std::pair("import.of_rounds", static_cast<std::int64_t>(board.rounds.size())),
                                 std::pair("import.of_meetings", static_cast<std::int64_t>(board.meetings.size())),
                                 std::pair("import.of_people", static_cast<std::int64_t>(board.participants.size())),
                                 std::pair("import.of_photos", static_cast<std::int64_t>(import.photos.size()))})
        if (n > 0)
            preview.facts.push_back(words.say(key, {{"n", n}}));
    for (std::size_t i = 0; i < board.ideas.size(); ++i)
        if (!board.ideas[i].text.empty() && !board.ideas[i].masked)
            preview.coming.push_back(board.ideas[i].text);
    return {std::make_shared<BringPreview>(std::move(preview)), {}};
}

} // namespace

std::size_t most_bytes_of(BringKind kind) { return kind == BringKind::Course ? most_course_bytes : most_import_bytes; }

tl::expected<BringSource, std::string> understand(BringKind kind, std::string_view bytes, text::Words const& words,
                                                  IdSource& ids, board::Now now) {
    auto const sentence = [&](std::string const& key) { return words.get(key); };
    switch (kind) {
    case BringKind::Workbook: return tl::unexpected(words.get("import.save_as_csv"));
    case BringKind::Course: {
        if (!is_within_bounds(bytes))
            return tl::unexpected(words.get("import.unreadable"));
        auto import = import_json(bytes, words, ids, now);
        if (!import)
            return tl::unexpected(std::move(import.error()));
        return std::move(*import);
    }
    case BringKind::Trello: {
        auto found = ideas_in_trello(bytes).map_error(sentence);
        if (!found)
            return tl::unexpected(std::move(found.error()));
        return std::move(*found);
    }
    case BringKind::Table: break;
    }
    auto rows = rows_in_csv(bytes).map_error(sentence);
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    return std::move(*rows);
}

BringPlan plan(BringSource const& source, board::Board const& board, std::optional<screens::BringColumns> columns,
               text::Words const& words, IdSource& ids, board::Now now) {
    return std::visit(Overloaded{[&](CsvRows const& rows) {
                                     auto const own = columns_of(rows);
                                     BringPreview preview;
                                     preview.columns = columns_in(rows);
                                     preview.chosen = columns.value_or(own);
                                     preview.clear = is_clear(rows, own);
                                     return plan_of_ideas(ideas_in(rows, preview.chosen), std::move(preview), board,
                                                          words, ids, now);
                                 },
                                 [&](FoundIdeas const& found) {
                                     BringPreview preview;
                                     preview.kind = BringKind::Trello;
                                     return plan_of_ideas(found, std::move(preview), board, words, ids, now);
                                 },
                                 [&](Import const& import) { return plan_of_course(import, words); }},
                      source);
}

} // namespace app
