// The workbook as LibreOffice and the calendar as libical read them.
#include "exporters/csv.h"
#include "exporters/exports.h"
#include "exporters/ics.h"
#include "exporters/tables.h"
#include "exporters/xlsx.h"
#include "programs.h"
#include "rich_board.h"

#include <libical/ical.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using Rows = std::vector<std::vector<std::string>>;

namespace {

std::string const nasty[] = {"=1+1",
                             "=HYPERLINK(\"http://x\";\"klik\")",
                             "+47 12",
                             "-",
                             "@SUM(A1)",
                             "1-2",
                             "3/4",
                             "00123",
                             "1,5",
                             "%s%n {{}} ##",
                             "a\nb",
                             "<script>&amp;</script>",
                             "'; DROP TABLE",
                             "\"\"",
                             "👩‍🔧 æøå"};

Wall nasty_wall() {
    Wall wall = rich_wall();
    for (std::string const& text : nasty)
        wall.idea(text);
    return wall;
}

/// Each sheet of the workbook, as LibreOffice saves it as CSV.
std::map<std::string, Rows> sheets_by_libreoffice(std::string const& xlsx) {
    Scratch const scratch;
    std::string const path = scratch.file("a.xlsx", xlsx);
    output_of("HOME='" + scratch.path().string() +
              "' soffice --headless --convert-to "
              "'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1' --outdir '" +
              scratch.path().string() + "' '" + path + "' 2>&1");
    std::map<std::string, Rows> sheets;
    for (auto const& entry : std::filesystem::directory_iterator(scratch.path())) {
        std::string const name = entry.path().stem();
        if (entry.path().extension() == ".csv")
            sheets[name.substr(name.find('-') + 1)] =
                nlohmann::json::parse(output_of("python3 '" + (project() / "tests/exporters/read_csv.py").string() +
                                                "' '" + entry.path().string() + "'"))
                    .get<Rows>();
    }
    return sheets;
}

std::string plain(exporters::Cell const& cell) {
    if (auto const* text = std::get_if<std::string>(&cell))
        return *text;
    if (auto const* whole = std::get_if<int>(&cell))
        return std::to_string(*whole);
    if (auto const* date = std::get_if<board::Date>(&cell)) {
        std::string const iso = board::to_iso(*date);
        return iso.substr(5, 2) + "/" + iso.substr(8, 2) + "/" +
               iso.substr(0, 4); // a real day, in LibreOffice's tongue
    }
    return "";
}

} // namespace

TEST_CASE("LibreOffice finds in the workbook what the board holds, and calculates nothing") {
    Wall const wall = nasty_wall();
    auto const words = words_of();
    auto const tables = exporters::all_tables(wall.board, words);
    auto const sheets = sheets_by_libreoffice(exporters::to_xlsx(tables, {"x", "", {}}).value());
    REQUIRE(sheets.size() == tables.size());
    for (exporters::Table const& table : tables) {
        CAPTURE(table.name);
        REQUIRE(sheets.contains(table.name));
        Rows rows = sheets.at(table.name);
        if (table.rows.empty()) // a table has a row, if only an empty one
            rows.resize(1);
        REQUIRE(rows.size() == table.rows.size() + 1);
        CHECK(rows[0] == table.columns);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                if (auto const* number = std::get_if<double>(&table.rows[row][i]))
                    CHECK(std::stod(rows[row + 1][i]) == doctest::Approx(*number));
                else
                    CHECK(rows[row + 1][i] == plain(table.rows[row][i]));
    }
}

TEST_CASE("every format has as many rows as the board has things") {
    Wall const wall = nasty_wall();
    auto const words = words_of();
    auto const& board = wall.board;
    std::map<std::string, std::size_t> rows;
    for (exporters::Table const& table : exporters::all_tables(board, words))
        rows[table.file] = table.rows.size();
    CHECK(rows["ideer"] == board.ideas.size());
    CHECK(rows["proevehandlinger"] == 2);
    CHECK(rows["maalinger"] == 3);
    CHECK(rows["maalepunkter"] == 1);
    CHECK(rows["tjek_ind"] == 1);
    CHECK(rows["beslutninger"] == 1);
    CHECK(rows["effekt"] == 1);
    CHECK(rows["skalering"] == 2);
    CHECK(rows["afstemninger"] == 2); // the open round's are not told
    CHECK(rows["puls"] == 3);
    CHECK(rows["forhindringer"] == 1);
    CHECK(rows["moeder"] == 3);
    CHECK(rows["deltagere"] == 2);
    auto const data = nlohmann::json::parse(
        exporters::make_files({exporters::Format::Data, 0, 0, {}}, board, words, moment_of(wall))->front().bytes);
    CHECK(data["complete"]["ideas"] == board.ideas.size());
    CHECK(data["complete"]["trials"] == 2);
    CHECK(data["ideas"].size() == board.ideas.size());
    CHECK(data["complete"]["checkIns"] == rows["tjek_ind"]);
    CHECK(data["obstacles"].size() == rows["forhindringer"]);
    CHECK(data["participants"].size() == rows["deltagere"]);
    CHECK(data["course"]["meetings"].size() == rows["moeder"]);
    std::size_t points = 0, decided = 0;
    for (auto const& idea : data["ideas"])
        for (auto const& trial : idea["trials"]) {
            points += trial["points"].size();
            decided += trial["decision"].is_null() ? 0 : 1;
        }
    CHECK(points == rows["maalepunkter"]);
    CHECK(decided == rows["beslutninger"]);
    auto const contents = exporters::all_tables(board, words).front();
    CHECK(std::get<int>(contents.rows[0][1]) == static_cast<int>(board.ideas.size()));
}

TEST_CASE("too few answers have no figures in a table") {
    auto const words = words_of();
    auto const pulses = exporters::pulses_table(rich_wall().board, words);
    auto const state = [&](std::size_t row) { return std::get<std::string>(pulses.rows[row][3]); };
    CHECK(state(0) == "lukket");
    CHECK(std::get<int>(pulses.rows[0][5]) == 12);
    CHECK(std::get<int>(pulses.rows[0][7]) == 1);
    CHECK(state(1) == "for få svar til at vise");
    for (std::size_t i = 5; i < 12; ++i)
        CHECK(std::holds_alternative<std::monostate>(pulses.rows[1][i]));
    CHECK(std::get<double>(pulses.rows[2][6]) == 3.0); // six answers: their mean and no more
    CHECK(std::holds_alternative<std::monostate>(pulses.rows[2][7]));
}

TEST_CASE("libical finds every date in the calendar") {
    Wall const wall = nasty_wall();
    auto const words = words_of();
    auto const all = exporters::appointments(wall.board, words);
    std::string const bytes = exporters::to_ics(wall.board, words, board::Instant(wall.today));
    std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> const calendar(icalparser_parse_string(bytes.c_str()),
                                                                            icalcomponent_free);
    REQUIRE(calendar);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) == static_cast<int>(all.size()));
    std::set<std::string> keys;
    std::size_t i = 0;
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT), ++i) {
        CHECK(keys.insert(icalcomponent_get_uid(event)).second);
        auto const start = icalcomponent_get_dtstart(event);
        std::chrono::year_month_day const day{all[i].day};
        CHECK(start.year == static_cast<int>(day.year()));
        CHECK(start.day == static_cast<int>(static_cast<unsigned>(day.day())));
        CHECK(icalcomponent_get_summary(event) == all[i].title);
    }
    CHECK(all[0].title == "Møde 1 af 3: Ro til sagsarbejdet");
    CHECK(all[0].start == 9 * 60);
    CHECK(bytes.find("\r\n") != std::string::npos);
    // A second export moves the same appointments, and makes no new ones.
    CHECK(bytes == exporters::to_ics(wall.board, words, board::Instant(wall.today)));
}

TEST_CASE("the data keep to the published schema") {
    Scratch const scratch;
    auto const words = words_of();
    Wall const wall = nasty_wall();
    auto const files = exporters::make_files({exporters::Format::Data, 0, 0, {}}, wall.board, words, moment_of(wall));
    std::string const path = scratch.file("a.json", files->front().bytes);
    CHECK(output_of("python3 '" + (project() / "tests/exporters/check_schema.py").string() + "' '" +
                    (project() / "assets/rundt-bordet.schema.json").string() + "' '" + path + "'") == "ok\n");
}
