#include "exporters/csv.h"
#include <unistd.h>

#include "boards.h"
#include "exporters/tables.h"
#include "project.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

using Rows = std::vector<std::vector<std::string>>;

namespace {

text::Words words(text::Language language = text::Language::Danish) {
    return text::Words::load(project() / "assets/strings", language).value();
}

/// The rows as Python's csv module reads them.
Rows read_back(std::string const& bytes) {
    auto const path = std::filesystem::temp_directory_path() / ("rundt-csv-" + std::to_string(getpid()) + ".csv");
    std::ofstream(path, std::ios::binary) << bytes;
    std::string const command = "python3 '" + (project() / "tests/exporters/read_csv.py").string() + "' '" +
                                path.string() + "'";
    std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    return nlohmann::json::parse(pipe.get()).get<Rows>();
}

template <class Make> std::string csv_of(Make make, board::Board const& board, text::Words const& language) {
    return exporters::to_csv(make(board, language));
}
std::string ideas_csv(board::Board const& board, text::Words const& language) {
    return csv_of(exporters::ideas_table, board, language);
}
std::string trials_csv(board::Board const& board, text::Words const& language) {
    return csv_of(exporters::trials_table, board, language);
}
std::string measures_csv(board::Board const& board, text::Words const& language) {
    return csv_of(exporters::measures_table, board, language);
}
std::string decisions_csv(board::Board const& board, text::Words const& language) {
    return csv_of(exporters::decisions_table, board, language);
}
std::string places_csv(board::Board const& board, text::Words const& language) {
    return csv_of(exporters::places_table, board, language);
}
std::string votes_csv(board::Board const& board, text::Words const& language) {
    return csv_of(exporters::votes_table, board, language);
}

std::string column(Rows const& rows, std::size_t row, std::string const& name) {
    auto const found = std::find(rows[0].begin(), rows[0].end(), name);
    REQUIRE_MESSAGE(found != rows[0].end(), name);
    return rows[row][static_cast<std::size_t>(found - rows[0].begin())];
}

} // namespace

TEST_CASE("text cells are quoted and guarded where a spreadsheet needs it") {
    struct Row {
        char const* text;
        char const* cell;
    };
    for (Row const& row : {
             Row{"Fast telefontid", "Fast telefontid"},
             Row{"", ""},
             Row{"a;b", "\"a;b\""},
             Row{"sig \"hej\"", "\"sig \"\"hej\"\"\""},
             Row{"to\nlinjer", "\"to\nlinjer\""},
             Row{"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
             Row{"+4512", "'+4512"},
             Row{"-", "'-"},
             Row{"@SUM(A1)", "'@SUM(A1)"},
             Row{"\tx", "'\tx"},
             Row{"\rx", "\"'\rx\""},
             Row{"1-2", "'1-2"},
             Row{"3/4", "'3/4"},
             Row{"24.12.2026", "'24.12.2026"},
             Row{"1–2", "1–2"},
             Row{"1-2 uger", "1-2 uger"},
             Row{"12", "12"},
             Row{"a=b", "a=b"},
             Row{"'; DROP TABLE", "\"'; DROP TABLE\""},
             Row{"%s%n {{}} <script>", "%s%n {{}} <script>"},
         })
        CHECK(exporters::csv_text(row.text) == row.cell);
}

TEST_CASE("numbers have a decimal comma and nothing else") {
    struct Row {
        double value;
        char const* cell;
    };
    for (Row const& row : {Row{14, "14"}, Row{1234.5, "1234,5"}, Row{-0.25, "-0,25"}, Row{1e12, "1000000000000"},
                           Row{100.0 * 11 / 60, "18,333333333333332"}, Row{0, "0"}})
        CHECK(exporters::csv_number(row.value) == row.cell);
}

TEST_CASE("a table begins with the byte order mark and its lines end as Excel writes them") {
    auto const bytes = ideas_csv(full_wall().board, words());
    CHECK(bytes.starts_with("\xEF\xBB\xBFIdé nr.;Idé;"));
    CHECK(bytes.ends_with("\r\n"));
    CHECK(std::count(bytes.begin(), bytes.end(), '\n') == 3);
    CHECK(ideas_csv(full_wall().board, words(text::Language::English)).starts_with("\xEF\xBB\xBFIdea no.;Idea;"));
}

TEST_CASE("what stands beside an idea's words has its columns") {
    Wall wall = new_wall();
    auto const first = wall.idea("A");
    auto const second = wall.idea("B");
    wall.ask(board::DrawOnIdea{first, board::Ink{50, {{board::InkColour::Red, {{7, 9, 30}}}}}});
    wall.ask(board::TagIdea{first, {board::EffectArea::Quality, board::EffectArea::Collaboration}});
    wall.ask(board::WeighIdea{first, board::Weighing{80, 0}});
    wall.ask(board::MergeIdeas{first, second});
    auto const rows = read_back(ideas_csv(wall.board, words()));
    CHECK(column(rows, 1, "Skridt") == "Sammenlagt");
    CHECK(column(rows, 1, "Effektområder") == "Kvalitet og fejl, Samarbejde på tværs");
    CHECK(column(rows, 1, "Effekt (0-100)") == "80");
    CHECK(column(rows, 1, "Indsats (0-100)") == "0");
    CHECK(column(rows, 1, "Sammenlagt i idé nr.") == "2");
    CHECK(column(rows, 1, "Tegning") == "ja");
    for (char const* name : {"Effektområder", "Effekt (0-100)", "Indsats (0-100)", "Sammenlagt i idé nr."})
        CHECK(column(rows, 2, name) == "");
    CHECK(column(rows, 2, "Tegning") == "nej");
}

TEST_CASE("an independent reader finds what the board holds") {
    auto const board = full_wall().board;
    auto const ideas = read_back(ideas_csv(board, words()));
    REQUIRE(ideas.size() == 3);
    CHECK(column(ideas, 1, "Idé") == "Fast telefontid");
    CHECK(column(ideas, 1, "Skridt") == "Skaleres");
    CHECK(column(ideas, 1, "Skridt siden") == "2026-12-15");
    CHECK(column(ideas, 1, "Prikker") == "9");
    CHECK(column(ideas, 2, "Skridt") == "Ny");

    auto const trials = read_back(trials_csv(board, words()));
    REQUIRE(trials.size() == 2);
    CHECK(column(trials, 1, "Antagelse") == "Vi tror; at det \"virker\"");
    CHECK(column(trials, 1, "Tovholder") == "Gitte");
    CHECK(column(trials, 1, "Til og med") == "2026-12-15");
    CHECK(column(trials, 1, "Beslutning") == "Skalér");
    CHECK(column(trials, 1, "Tilstand") == "afsluttet");
    CHECK(column(trials, 1, "Kan selv afgøre") == "ja");
    CHECK(column(trials, 1, "Kun oplevelse") == "nej");
    CHECK(column(trials, 1, "Udført") == "som planlagt");

    auto const measures = read_back(measures_csv(board, words()));
    REQUIRE(measures.size() == 3);
    CHECK(column(measures, 1, "Rolle") == "måling");
    CHECK(column(measures, 1, "Enhed") == "%");
    CHECK(column(measures, 1, "Bedre") == "ned");
    CHECK(column(measures, 2, "Bedre") == "højst");
    CHECK(column(measures, 1, "Udgangspunkt") == "28");
    CHECK(column(measures, 1, "Resultat tæller") == "3");
    CHECK(column(measures, 1, "Nået") == "ja");
    CHECK(column(measures, 2, "Rolle") == "værn");
    CHECK(column(measures, 2, "Mål") == "10,5");
    CHECK(column(measures, 2, "Udgangspunkt") == "9,25");

    auto const decisions = read_back(decisions_csv(board, words()));
    REQUIRE(decisions.size() == 2);
    CHECK(column(decisions, 1, "Besluttet") == "2026-12-15");
    CHECK(column(decisions, 1, "Læring") == "Det virker");

    auto const places = read_back(places_csv(board, words()));
    REQUIRE(places.size() == 3);
    CHECK(column(places, 1, "Sted") == "Gruppe 1");
    CHECK(column(places, 1, "Frist") == "2027-01-04");
    CHECK(column(places, 2, "Status") == "ikke begyndt");

    auto const votes = read_back(votes_csv(board, words()));
    REQUIRE(votes.size() == 3);
    CHECK(column(votes, 1, "Stemt på") == "papir");
    CHECK(column(votes, 2, "Prikker") == "4");
}

TEST_CASE("every row of every table has as many cells as the head") {
    for (text::Language const language : {text::Language::Danish, text::Language::English})
        for (auto const& table : exporters::all_tables(full_wall().board, words(language))) {
            CAPTURE(table.name);
            auto const rows = read_back(exporters::to_csv(table));
            CHECK(rows.size() == table.rows.size() + 1);
            for (auto const& row : rows)
                CHECK(row.size() == rows[0].size());
        }
}

TEST_CASE("nasty texts come back through a CSV reader as they stand on the board") {
    Wall wall = new_wall();
    std::string const marks = [] {
        std::string text = "Z";
        for (int i = 0; i < 200; ++i)
            text += "\u0301";
        return text;
    }();
    for (std::string const& text : {std::string("%s%n"),
                                    std::string("##"),
                                    std::string("###id"),
                                    std::string("{{}}"),
                                    std::string("<script>alert('x')</script>"),
                                    std::string("'; DROP TABLE ideas; --"),
                                    std::string("=HYPERLINK(\"http://x\";\"klik\")"),
                                    std::string("+47 12"),
                                    std::string("-"),
                                    std::string("@x"),
                                    std::string("a\nb\n\nc"),
                                    std::string("\"\""),
                                    std::string("tab\there"),
                                    std::string("1-2"),
                                    std::string("\xC3\x28 brudt"),
                                    std::string("\xED\xA0\x80"),
                                    std::string("x\0y", 3),
                                    std::string("\u202Evendt"),
                                    marks,
                                    std::string("👩‍🔧 æøå ÆØÅ"),
                                    std::string(280, 'x')})
        wall.idea(text);
    auto const rows = read_back(ideas_csv(wall.board, words()));
    REQUIRE(rows.size() == wall.board.ideas.size() + 1);
    for (std::size_t i = 0; i < wall.board.ideas.size(); ++i) {
        std::string const& text = wall.board.ideas[i].text;
        bool const guarded = text.find_first_of("=+-@") == 0 || text == "1-2";
        CHECK(column(rows, i + 1, "Idé") == (guarded ? "'" + text : text));
    }
}
