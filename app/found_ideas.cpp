#include "found_ideas.h"

#include "board/text_rules.h"
#include "json_bounds.h"
#include "text/encoding.h"
#include "text/format.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

namespace app {
namespace {

using Json = nlohmann::json;
using Cells = std::vector<std::string>;
using Columns = screens::BringColumns;
using Found = tl::expected<FoundIdeas, std::string>;

constexpr std::size_t rows_looked_at = 50;

enum class Meaning { Text, Problem, Proposal };

std::optional<Meaning> meaning_of(std::string const& heading) {
    static std::map<std::string, Meaning> const known = {{"idé", Meaning::Text},
                                                         {"ide", Meaning::Text},
                                                         {"idéer", Meaning::Text},
                                                         {"idea", Meaning::Text},
                                                         {"titel", Meaning::Text},
                                                         {"title", Meaning::Text},
                                                         {"navn", Meaning::Text},
                                                         {"name", Meaning::Text},
                                                         {"card name", Meaning::Text},
                                                         {"tekst", Meaning::Text},
                                                         {"text", Meaning::Text},
                                                         {"emne", Meaning::Text},
                                                         {"problem", Meaning::Problem},
                                                         {"udfordring", Meaning::Problem},
                                                         {"challenge", Meaning::Problem},
                                                         {"forslag", Meaning::Proposal},
                                                         {"løsning", Meaning::Proposal},
                                                         {"proposal", Meaning::Proposal},
                                                         {"solution", Meaning::Proposal},
                                                         {"beskrivelse", Meaning::Proposal},
                                                         {"description", Meaning::Proposal},
                                                         {"card description", Meaning::Proposal}};
    auto const found = known.find(text::lower(text::Language::Danish, board::clean_text(heading)));
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int>& of(Columns& columns, Meaning meaning) {
    return meaning == Meaning::Text ? columns.text : meaning == Meaning::Problem ? columns.problem : columns.proposal;
}

int wordiest_column(CsvRows const& rows) {
    std::vector<std::size_t> lengths;
    for (std::size_t row = 0; row < std::min(rows.size(), rows_looked_at); ++row)
        for (std::size_t i = 0; i < rows[row].cells.size(); ++i) {
            lengths.resize(std::max(lengths.size(), i + 1));
            lengths[i] += rows[row].cells[i].size();
        }
    return static_cast<int>(std::max_element(lengths.begin(), lengths.end()) - lengths.begin());
}

/// Our own CSV guards what a spreadsheet would calculate with a '.
std::string without_guard(std::string const& cell) {
    bool const guarded = cell.size() > 1 && cell[0] == '\'' &&
                         std::string_view("=+-@0123456789").find(cell[1]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
}

std::string cell_of(Cells const& cells, std::optional<int> column) {
    bool const there = column && *column >= 0 && static_cast<std::size_t>(*column) < cells.size();
    return there ? without_guard(cells[static_cast<std::size_t>(*column)]) : "";
}

bool is_blank(Cells const& cells) {
    return std::all_of(cells.begin(), cells.end(), [](std::string const& cell) { return cell.empty(); });
}

/// Bytes that are no writing, a picture say, have control characters all through; what a mark was lost in has few.
bool is_text(std::string_view text) {
    auto const odd = std::count_if(text.begin(), text.end(), [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7F';
    });
    return odd <= 8 || static_cast<std::size_t>(odd) * 100 <= text.size();
}

std::string text_at(Json const& object, char const* key) {
    auto const found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}
bool is_closed(Json const& object) {
    auto const found = object.find("closed");
    return found != object.end() && found->is_boolean() && found->get<bool>();
}
std::size_t size_at(Json const& object, char const* key) {
    auto const found = object.find(key);
    return found != object.end() && found->is_array() ? found->size() : 0;
}

} // namespace

CsvRows csv_records(std::string_view text, char delimiter) {
    CsvRows rows;
    Cells cells;
    std::string cell;
    bool quoted = false;
    int row = 1;
    auto const end_cell = [&] { cells.push_back(std::exchange(cell, {})); };
    auto const end_record = [&] {
        end_cell();
        if (!is_blank(cells))
            rows.push_back({row, std::move(cells)});
        cells.clear();
        ++row;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (quoted && c == '"')
            quoted = false;
        else if (!quoted && c == '"' && cell.empty())
            quoted = true;
        else if (!quoted && c == delimiter)
            end_cell();
        else if (!quoted && (c == '\n' || c == '\r')) {
            i += c == '\r' && i + 1 < text.size() && text[i + 1] == '\n' ? 1 : 0;
            end_record();
            if (rows.size() > most_import_rows)
                return rows;
        } else
            cell += c;
    }
    if (!cell.empty() || !cells.empty())
        end_record();
    return rows;
}

char delimiter_of(std::string_view text) {
    char best = ';';
    std::size_t most = 0;
    for (char const delimiter : {';', '\t', ',', '|'}) {
        auto const records = csv_records(text.substr(0, 200'000), delimiter);
        std::map<std::size_t, std::size_t> rows_of; // by their number of cells
        for (std::size_t i = 0; i < std::min(records.size(), rows_looked_at); ++i)
            ++rows_of[records[i].cells.size()];
        for (auto const& [cells, rows] : rows_of)
            // sentences have commas; only where the first row is cut the same way are they columns
            if (cells > 1 && records.front().cells.size() == cells && rows * 100 + cells > most &&
                rows * 2 > std::min(records.size(), rows_looked_at)) {
                most = rows * 100 + cells;
                best = delimiter;
            }
    }
    return best;
}

tl::expected<CsvRows, std::string> rows_in_csv(std::string_view bytes) {
    if (bytes.size() > most_import_bytes)
        return tl::unexpected(std::string("import.too_large"));
    std::string text = text::utf8_from_file(bytes);
    if (!is_text(text))
        return tl::unexpected(std::string("import.not_text"));
    char delimiter = 0;
    if (text.starts_with("sep=") && text.size() > 4) { // what some write for Excel
        delimiter = text[4];
        text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
    }
    auto rows = csv_records(text, delimiter ? delimiter : delimiter_of(text));
    if (rows.empty())
        return tl::unexpected(std::string("import.no_rows"));
    if (rows.size() > most_import_rows)
        return tl::unexpected(std::string("import.too_many_rows"));
    return rows;
}

Columns columns_of(CsvRows const& rows) {
    Columns columns;
    auto const& first = rows.front().cells;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (auto const meaning = meaning_of(first[i]); meaning && !of(columns, *meaning))
            of(columns, *meaning) = static_cast<int>(i);
    columns.headings = columns.text.has_value();
    if (!columns.headings)
        columns = {.text = wordiest_column(rows)};
    return columns;
}

bool is_clear(CsvRows const& rows, Columns const& columns) {
    return columns.headings ||
           std::all_of(rows.begin(), rows.end(), [](CsvRow const& row) { return row.cells.size() == 1; });
}

FoundIdeas ideas_in(CsvRows const& rows, Columns const& columns) {
    FoundIdeas found;
    auto const& first = rows.front().cells;
    auto const is_taken = [&](int i) { return i == columns.text || i == columns.problem || i == columns.proposal; };
    for (std::size_t i = 0; columns.headings && i < first.size(); ++i)
        if (auto name = board::clean_text(first[i]); !is_taken(static_cast<int>(i)) && !name.empty())
            found.columns.push_back(std::move(name));
    for (std::size_t i = columns.headings ? 1 : 0; i < rows.size(); ++i) {
        bool const over = columns.headings && rows[i].cells.size() > first.size();
        found.overfull += over && !is_blank({rows[i].cells.begin() + static_cast<std::ptrdiff_t>(first.size()),
                                             rows[i].cells.end()})
                              ? 1
                              : 0;
        found.ideas.push_back({rows[i].row, cell_of(rows[i].cells, columns.text),
                               cell_of(rows[i].cells, columns.problem), cell_of(rows[i].cells, columns.proposal)});
    }
    return found;
}

Found ideas_in_csv(std::string_view bytes) {
    return rows_in_csv(bytes).map([](CsvRows const& rows) { return ideas_in(rows, columns_of(rows)); });
}

Found ideas_in_trello(std::string_view bytes) {
    if (bytes.size() > most_import_bytes)
        return tl::unexpected(std::string("import.too_large"));
    std::string const text = text::utf8_from_file(bytes);
    if (!is_within_bounds(text))
        return tl::unexpected(std::string("import.not_trello"));
    Json const file = Json::parse(text, nullptr, false);
    if (!file.is_object() || !file.contains("cards") || !file["cards"].is_array())
        return tl::unexpected(std::string("import.not_trello"));
    std::set<std::string> closed_lists;
    if (auto const lists = file.find("lists"); lists != file.end() && lists->is_array())
        for (Json const& list : *lists)
            if (list.is_object() && is_closed(list))
                closed_lists.insert(text_at(list, "id"));
    if (file["cards"].size() > most_import_rows)
        return tl::unexpected(std::string("import.too_many_rows"));
    FoundIdeas found;
    std::size_t attachments = 0, checklists = 0;
    int row = 0;
    for (Json const& card : file["cards"]) {
        ++row;
        if (!card.is_object())
            continue;
        if (is_closed(card) || closed_lists.contains(text_at(card, "idList"))) {
            ++found.archived;
            continue;
        }
        attachments += size_at(card, "attachments");
        checklists += size_at(card, "idChecklists");
        found.ideas.push_back({row, text_at(card, "name"), "", text_at(card, "desc")});
    }
    for (auto const& [key, count] :
         {std::pair("import.comments", size_at(file, "actions")), std::pair("import.people", size_at(file, "members")),
          std::pair("import.attachments", attachments), std::pair("import.checklists", checklists)})
        if (count > 0)
            found.columns.emplace_back(key);
    return found;
}

Found ideas_in(std::string_view bytes) {
    auto const text = text::utf8_from_file(bytes.substr(0, 4096));
    auto const first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && text[first] == '{' ? ideas_in_trello(bytes) : ideas_in_csv(bytes);
}

} // namespace app
