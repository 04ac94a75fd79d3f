#include "found_ideas.h"

#include "board/text_rules.h"
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
using Record = std::vector<std::string>;
using Found = tl::expected<FoundIdeas, std::string>;

constexpr std::size_t most_bytes = 64 * 1024 * 1024;
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

/// Which column holds what.
struct Columns {
    std::map<Meaning, std::size_t> of;
    bool has_headings = false;
    std::vector<std::string> unknown;
};

std::size_t wordiest_column(std::vector<Record> const& records) {
    std::vector<std::size_t> lengths;
    for (std::size_t row = 0; row < std::min(records.size(), rows_looked_at); ++row)
        for (std::size_t i = 0; i < records[row].size(); ++i) {
            lengths.resize(std::max(lengths.size(), i + 1));
            lengths[i] += records[row][i].size();
        }
    return static_cast<std::size_t>(std::max_element(lengths.begin(), lengths.end()) - lengths.begin());
}

Columns columns_of(std::vector<Record> const& records) {
    Columns columns;
    for (std::size_t i = 0; i < records.front().size(); ++i) {
        auto const meaning = meaning_of(records.front()[i]);
        if (meaning && !columns.of.contains(*meaning))
            columns.of[*meaning] = i;
        else if (!board::clean_text(records.front()[i]).empty())
            columns.unknown.push_back(board::clean_text(records.front()[i]));
    }
    columns.has_headings = columns.of.contains(Meaning::Text);
    if (!columns.has_headings)
        columns = {{{Meaning::Text, wordiest_column(records)}}, false, {}};
    return columns;
}

/// Our own CSV guards what a spreadsheet would calculate with a '.
std::string without_guard(std::string const& cell) {
    bool const guarded = cell.size() > 1 && cell[0] == '\'' &&
                         std::string_view("=+-@0123456789").find(cell[1]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
}

std::string cell_of(Record const& record, Columns const& columns, Meaning meaning) {
    auto const column = columns.of.find(meaning);
    bool const there = column != columns.of.end() && column->second < record.size();
    return there ? without_guard(record[column->second]) : "";
}

bool is_blank(Record const& record) {
    return std::all_of(record.begin(), record.end(), [](std::string const& cell) { return cell.empty(); });
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

std::vector<Record> csv_records(std::string_view text, char delimiter) {
    std::vector<Record> records;
    Record record;
    std::string cell;
    bool quoted = false;
    auto const end_cell = [&] { record.push_back(std::exchange(cell, {})); };
    auto const end_record = [&] {
        end_cell();
        if (!is_blank(record))
            records.push_back(std::move(record));
        record.clear();
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
        } else
            cell += c;
    }
    if (!cell.empty() || !record.empty())
        end_record();
    return records;
}

char delimiter_of(std::string_view text) {
    char best = ';';
    std::size_t most = 0;
    for (char const delimiter : {';', '\t', ',', '|'}) {
        auto const records = csv_records(text.substr(0, 200'000), delimiter);
        std::map<std::size_t, std::size_t> rows_of; // by their number of cells
        for (std::size_t i = 0; i < std::min(records.size(), rows_looked_at); ++i)
            ++rows_of[records[i].size()];
        for (auto const& [cells, rows] : rows_of)
            if (cells > 1 && rows * 100 + cells > most && rows * 2 > std::min(records.size(), rows_looked_at)) {
                most = rows * 100 + cells;
                best = delimiter;
            }
    }
    return best;
}

Found ideas_in_csv(std::string_view bytes) {
    if (bytes.size() > most_bytes)
        return tl::unexpected(std::string("import.too_large"));
    std::string text = text::utf8_from_file(bytes);
    char delimiter = 0;
    if (text.starts_with("sep=") && text.size() > 4) { // what some write for Excel
        delimiter = text[4];
        text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
    }
    auto const records = csv_records(text, delimiter ? delimiter : delimiter_of(text));
    if (records.empty())
        return tl::unexpected(std::string("import.no_rows"));
    Columns const columns = columns_of(records);
    FoundIdeas found;
    found.columns = columns.unknown;
    for (std::size_t row = columns.has_headings ? 1 : 0; row < records.size(); ++row)
        found.ideas.push_back({static_cast<int>(row) + 1, cell_of(records[row], columns, Meaning::Text),
                               cell_of(records[row], columns, Meaning::Problem),
                               cell_of(records[row], columns, Meaning::Proposal)});
    return found;
}

Found ideas_in_trello(std::string_view bytes) {
    if (bytes.size() > most_bytes)
        return tl::unexpected(std::string("import.too_large"));
    Json const file = Json::parse(text::utf8_from_file(bytes), nullptr, false);
    if (!file.is_object() || !file.contains("cards") || !file["cards"].is_array())
        return tl::unexpected(std::string("import.not_trello"));
    std::set<std::string> closed_lists;
    if (auto const lists = file.find("lists"); lists != file.end() && lists->is_array())
        for (Json const& list : *lists)
            if (list.is_object() && is_closed(list))
                closed_lists.insert(text_at(list, "id"));
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
