#include "commands.h"

#include "board/apply.h"
#include "exporters/board_json.h"
#include "paths.h"

#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using nlohmann::json;

namespace {

struct Terminal {
    text::Words words = words_in(text::Language::Danish);
    std::ostringstream out;
    std::ostringstream err;
    app::Surroundings in{words, assets, {board::Instant(today) + std::chrono::hours(8), today}, out, err};

    static constexpr board::Date today = std::chrono::year_month_day(std::chrono::year(2026), std::chrono::November,
                                                                     std::chrono::day(23));
};

std::string content(std::filesystem::path const& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

} // namespace

TEST_CASE("new makes a board that check finds in order") {
    TestFolder const folder("new");
    Terminal terminal;
    CHECK(app::run_new({folder / "a.rundtbord", {}, 0}, terminal.in) == 0);
    CHECK(terminal.out.str() == "Tavlen er lavet: " + (folder / "a.rundtbord").string() + "\n");
    CHECK(app::run_check(folder / "a.rundtbord", terminal.in) == 0);
    CHECK(terminal.out.str().ends_with("Tavlen er i orden: 0 idéer, 1 hændelse.\n"));
    CHECK(terminal.err.str().empty());
    CHECK(app::run_export({folder / "a.rundtbord", "json", folder / "a.json"}, terminal.in) == 0);
    CHECK(json::parse(content(folder / "a.json"))["course"]["name"] == "Ny tavle");
}

TEST_CASE("new with a demo and made-up ideas beside it") {
    TestFolder const folder("demo");
    Terminal terminal;
    CHECK(app::run_new({folder / "b.rundtbord", "homecare", 20}, terminal.in) == 0);
    CHECK(app::run_check(folder / "b.rundtbord", terminal.in) == 0);
    CHECK(app::run_export({folder / "b.rundtbord", "json", folder.path()}, terminal.in) == 0);
    auto const out = json::parse(content(folder / "Mere-tid-hos-borgeren_2026-11-23_tavlen.json"));
    CHECK(out["ideas"].size() == 29);
    CHECK(out["ideas"][28]["stageSince"] == "2026-11-23");
    CHECK(out["course"]["fictional"] == true);
}

TEST_CASE("new never touches what is there") {
    TestFolder const folder("exists");
    Terminal terminal;
    std::ofstream(folder / "a.rundtbord") << "vigtigt";
    CHECK(app::run_new({folder / "a.rundtbord", {}, 0}, terminal.in) == 1);
    CHECK(content(folder / "a.rundtbord") == "vigtigt");
    CHECK(terminal.err.str() == (folder / "a.rundtbord").string() + ": Der er allerede en fil med det navn.\n");
}

TEST_CASE("new leaves nothing behind when it fails") {
    TestFolder const folder("fails");
    Terminal terminal;
    CHECK(app::run_new({folder / "a.rundtbord", "office", 0}, terminal.in) == 1);
    CHECK(terminal.err.str().ends_with("Ukendt eksempel: office. Vælg jobcenter, homecare, roads eller library.\n"));
    CHECK(app::run_new({folder / "none/a.rundtbord", {}, 0}, terminal.in) == 1);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("check says what is wrong") {
    TestFolder const folder("check");
    Terminal terminal;
    CHECK(app::run_check(folder / "none.rundtbord", terminal.in) == 1);
    CHECK(terminal.err.str().ends_with("none.rundtbord: Der er ingen tavle i den fil.\n"));
    std::ofstream(folder / "text.rundtbord") << std::string(5000, 'x');
    CHECK(app::run_check(folder / "text.rundtbord", terminal.in) == 1);
    CHECK(terminal.err.str().ends_with("text.rundtbord: Det er ikke en tavle fra Rundt bordet.\n"));
}

TEST_CASE("csv goes into a folder as a set or into one file as the ideas") {
    TestFolder const folder("csv");
    Terminal terminal;
    REQUIRE(app::run_new({folder / "a.rundtbord", "jobcenter", 0}, terminal.in) == 0);
    std::filesystem::create_directory(folder / "ud");
    CHECK(app::run_export({folder / "a.rundtbord", "csv", folder / "ud"}, terminal.in) == 0);
    std::set<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(folder / "ud"))
        names.insert(entry.path().filename());
    CHECK(names == std::set<std::string>{"indhold.csv", "ideer.csv", "afstemninger.csv", "proevehandlinger.csv",
                                         "maalinger.csv", "maalepunkter.csv", "tjek_ind.csv", "puls.csv",
                                         "forhindringer.csv", "beslutninger.csv", "effekt.csv", "skalering.csv",
                                         "opfoelgning.csv", "moeder.csv", "deltagere.csv"});
    CHECK(app::run_export({folder / "a.rundtbord", "csv", folder / "a.csv"}, terminal.in) == 0);
    CHECK(content(folder / "a.csv") == content(folder / "ud/ideer.csv"));
    CHECK(content(folder / "ud/beslutninger.csv").find("2026-10-19;1;Fast telefontid;2;Skalér;;") != std::string::npos);
}

TEST_CASE("export says why it cannot") {
    TestFolder const folder("export");
    Terminal terminal;
    REQUIRE(app::run_new({folder / "a.rundtbord", {}, 0}, terminal.in) == 0);
    CHECK(app::run_export({folder / "a.rundtbord", "pdf", folder / "a"}, terminal.in) == 1);
    CHECK(terminal.err.str().ends_with(
        "Ukendt format: pdf. Vælg minutes, board, story, xlsx, csv, json, png eller ics.\n"));
    CHECK(app::run_export({folder / "a.rundtbord", "json", folder / "none/a.json"}, terminal.in) == 1);
    CHECK(terminal.err.str().ends_with("a.json: Mappen findes ikke.\n"));
}

TEST_CASE("import makes the same board anew") {
    TestFolder const folder("import");
    Terminal terminal;
    REQUIRE(app::run_new({folder / "a.rundtbord", "library", 5}, terminal.in) == 0);
    REQUIRE(app::run_export({folder / "a.rundtbord", "json", folder / "a.json"}, terminal.in) == 0);
    CHECK(app::run_import(folder / "a.json", folder / "b.rundtbord", terminal.in) == 0);
    CHECK(terminal.out.str().ends_with("Læst ind: 8 idéer i " + (folder / "b.rundtbord").string() + "\n"));
    CHECK(app::run_check(folder / "b.rundtbord", terminal.in) == 0);
    CHECK(app::run_export({folder / "b.rundtbord", "json", folder / "b.json"}, terminal.in) == 0);
    CHECK(content(folder / "a.json") == content(folder / "b.json"));

    CHECK(app::run_import(folder / "a.json", folder / "b.rundtbord", terminal.in) == 1);
    CHECK(app::run_import(folder / "none.json", folder / "c.rundtbord", terminal.in) == 1);
    CHECK(terminal.err.str().ends_with("none.json: Filen findes ikke.\n"));
    CHECK_FALSE(std::filesystem::exists(folder / "c.rundtbord"));
}

TEST_CASE("every fault of the store has its own sentence in both languages") {
    for (text::Language const language : {text::Language::Danish, text::Language::English}) {
        auto const words = words_in(language);
        std::set<std::string> sentences;
        for (int i = 0; i <= static_cast<int>(store::Fault::Broken); ++i) {
            REQUIRE(words.has(app::store_key(static_cast<store::Fault>(i))));
            CHECK(sentences.insert(words.get(app::store_key(static_cast<store::Fault>(i)))).second);
        }
    }
    CHECK(words_in(text::Language::Danish).get(app::store_key(store::Fault::DiskFull)) == "Ikke gemt: disken er fuld.");
    CHECK(words_in(text::Language::Danish).get(app::store_key(store::Fault::AlreadyOpen)) ==
          "Tavlen er allerede åben.");
}
