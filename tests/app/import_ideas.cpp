#include "import_ideas.h"

#include "board/apply.h"
#include "commands.h"
#include "demo.h"
#include "file.h"
#include "paths.h"
#include "replay.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

board::Now const now{board::Instant(app::demo_day), app::demo_day};

using Texts = std::vector<std::string>;

Texts texts_of(std::vector<app::FoundIdea> const& ideas) {
    Texts texts;
    for (auto const& idea : ideas)
        texts.push_back(idea.text);
    return texts;
}

std::vector<board::Record> empty_board() {
    app::IdSource ids(1);
    app::Replay replay(ids);
    board::CreateCourse course;
    course.course.name = "Ny tavle";
    REQUIRE(replay.ask(course, now).has_value());
    return replay.records();
}

app::IdeaImport import_of(std::string const& bytes, std::vector<board::Record> const& records) {
    app::IdSource ids(2 + records.size()); // new ones each time
    auto const words = words_in(text::Language::Danish);
    return app::import_ideas(app::ideas_in(bytes).value(), board::fold(records), words, ids, now);
}

std::string const trello = R"({"name":"Tavle","lists":[{"id":"l1","name":"Idéer","closed":false},
    {"id":"l2","name":"Gamle","closed":true}],"members":[{"fullName":"Gitte"}],"actions":[{"type":"commentCard"}],
    "cards":[{"name":"Fast telefontid","desc":"Kl. 9–10","closed":false,"idList":"l1","attachments":[{"url":"../x"}]},
    {"name":"Lagt væk","closed":true,"idList":"l1"},{"name":"På en gammel liste","closed":false,"idList":"l2"},
    {"name":"","desc":"uden navn","closed":false,"idList":"l1"},{"name":7},"ikke et kort"]})";

} // namespace

TEST_CASE("ideas are found in CSV however it was written") {
    struct Row {
        char const* what;
        std::string bytes;
        Texts texts;
    };
    for (Row const& row :
         {Row{"semicolons", "Idé;Problem\r\nA;x\r\nB;y\r\n", {"A", "B"}},
          Row{"commas", "title,description\nA,x\nB,\"y, z\"\n", {"A", "B"}},
          Row{"tabs", "navn\tandet\nA\t1\nB\t2\n", {"A", "B"}}, Row{"bars", "Titel|x\nA|1\nB|2\n", {"A", "B"}},
          Row{"one column, no heading",
              "Kortere møder\nFast telefontid, hver dag\n",
              {"Kortere møder", "Fast telefontid, hver dag"}},
          Row{"one column with commas in it", "Idé\nA, og b\nC, og d\nE, og f\n", {"A, og b", "C, og d", "E, og f"}},
          Row{"no heading",
              "1;Fast telefontid om morgenen\n2;Mødefri onsdag\n",
              {"Fast telefontid om morgenen", "Mødefri onsdag"}},
          Row{"a mark", "\xEF\xBB\xBFId\xC3\xA9;x\nA;1\n", {"A"}}, Row{"sep=", "sep=,\nidé,x\nA,1\n", {"A"}},
          Row{"Windows-1252", "id\xE9;x\nGr\xF8n \x96 sti;1\n", {"Grøn – sti"}},
          Row{"UTF-16",
              std::string("\xFF\xFEi\0d\0\xE9\0;\0x\0\n\0\xC6\0;\0"
                          "1\0",
                          20),
              {"Æ"}},
          Row{"quotes and line breaks", "idé;x\n\"a\nb \"\"c\"\"\";1\n", {"a\nb \"c\""}},
          Row{"our own guard", "Idé nr.;Idé\n1;'=1+1\n2;'-\n3;'citat'\n", {"=1+1", "-", "'citat'"}},
          Row{"no line break at the end, empty lines", "idé;x\n\n;\nA;1", {"A"}}}) {
        CAPTURE(row.what);
        auto const found = app::ideas_in_csv(row.bytes);
        REQUIRE(found.has_value());
        CHECK(texts_of(found->ideas) == row.texts);
    }
    CHECK(app::ideas_in_csv("").error() == "import.no_rows");
    CHECK(app::ideas_in_csv("\n\n").error() == "import.no_rows");
}

TEST_CASE("problem and proposal come along, and what has no place is named") {
    auto const found = app::ideas_in_csv("Forslag;Idé;Problem;Ansvarlig\nc;A;b;Gitte\n").value();
    REQUIRE(found.ideas.size() == 1);
    CHECK(found.ideas[0].text == "A");
    CHECK(found.ideas[0].problem == "b");
    CHECK(found.ideas[0].proposal == "c");
    CHECK(found.columns == Texts{"Ansvarlig"});
}

TEST_CASE("columns are chosen by hand where the headings do not say") {
    auto const rows = app::rows_in_csv("A;Fast telefontid om morgenen;fordi\n\nB;Mødefri onsdag;derfor\n").value();
    CHECK(app::columns_of(rows) == screens::BringColumns{.text = 1});
    CHECK_FALSE(app::is_clear(rows, app::columns_of(rows)));
    auto const found = app::ideas_in(rows, {.text = 2, .problem = 1, .proposal = 9, .headings = true});
    REQUIRE(found.ideas.size() == 1);
    CHECK(found.ideas[0].text == "derfor");
    CHECK(found.ideas[0].problem == "Mødefri onsdag");
    CHECK(found.ideas[0].proposal.empty());
    CHECK(found.ideas[0].row == 3); // the empty one counts, as in a spreadsheet
    CHECK(found.columns == Texts{"A"});
    for (screens::BringColumns const none : {screens::BringColumns{}, {.text = -1}, {.text = 99}})
        CHECK(app::ideas_in(rows, none).ideas.front().text.empty());
}

TEST_CASE("what is no writing, and what is too much, is refused before it takes up memory") {
    std::string noise;
    for (int i = 0; i < 4000; ++i)
        noise += static_cast<char>(i * 37 % 256);
    CHECK(app::rows_in_csv(noise).error() == "import.not_text");
    std::string many = "idé\n";
    for (int i = 0; i < 20'001; ++i)
        many += "a" + std::to_string(i) + "\n";
    CHECK(app::rows_in_csv(many).error() == "import.too_many_rows");
    CHECK(app::rows_in_csv(std::string(app::most_import_bytes + 1, 'a')).error() == "import.too_large");
    for (std::string const& hostile : {std::string(50'000'000, '['),
                                       "{\"cards\":[" + std::string(9'000'000, '0') + "]}", std::string("{\"cards\":")})
        CHECK(app::ideas_in_trello(hostile).error() == "import.not_trello");
    std::string wide = "{\"cards\":[0";
    for (int i = 0; i < 4'000'001; ++i)
        wide += ",0";
    CHECK(app::ideas_in_trello(wide + "]}").error() == "import.not_trello");
}

TEST_CASE("ten thousand rows are taken in one operation, and the rest is told why not") {
    std::string many = "idé\n";
    for (int i = 0; i < 10'003; ++i)
        many += "En idé med nummer " + std::to_string(i) + "\n";
    auto const import = import_of(many, empty_board());
    CHECK(import.coming.size() == 10'000);
    REQUIRE(import.left_out.size() == 3);
    CHECK(import.left_out[0].row == 10'002);
    CHECK(import.left_out[0].sentence == "Tavlen er fuld (10.000 idéer). Afslut eller start et nyt forløb.");
}

TEST_CASE("a comma that cuts a text is told of") {
    auto const import = import_of("Idé,Problem\nA,b\nC, og d,e\nF,g\n", empty_board());
    CHECK(import.overfull == 1);
    auto const words = words_in(text::Language::Danish);
    CHECK(app::besides(import, words).front().starts_with("1 række har flere felter"));
}

TEST_CASE("open cards of open lists are found in a Trello board") {
    auto const found = app::ideas_in(trello).value();
    CHECK(texts_of(found.ideas) == Texts{"Fast telefontid", "", ""});
    CHECK(found.ideas[0].proposal == "Kl. 9–10");
    CHECK(found.archived == 2);
    CHECK(found.columns == Texts{"import.comments", "import.people", "import.attachments"});
    for (char const* broken : {"{", "{}", R"({"cards":7})", R"({"cards":{}})"})
        CHECK(app::ideas_in(broken).error() == "import.not_trello");
}

TEST_CASE("the same rules hold as at the wall, and what does not come is said") {
    auto const before = empty_board();
    auto const import = import_of("idé\nFast telefontid\nRing til 010190-1234\nfast  TELEFONTID\nSkriv til a@b.dk\n" +
                                      std::string(281, 'x') + "\nMødefri onsdag\n",
                                  before);
    CHECK(import.coming == Texts{"Fast telefontid", "Mødefri onsdag"});
    REQUIRE(import.left_out.size() == 4);
    CHECK(import.left_out[0].sentence == "Det ligner et CPR-nummer. Det må ikke stå på tavlen.");
    CHECK(import.left_out[0].text.empty());
    CHECK(import.left_out[1].sentence == "Står der allerede.");
    CHECK(import.left_out[2].row == 5);
    CHECK(import.left_out[3].sentence == "Højst 280 tegn.");
    CHECK(import.personal == 1);
    auto records = before;
    auto const added = app::records_of(import, now);
    records.insert(records.end(), added.begin(), added.end());
    CHECK(board::fold(records).ideas.size() == 2);
    CHECK(broken_invariants(board::fold(records)).empty());
}

TEST_CASE("reading the same file in twice brings nothing new") {
    auto records = empty_board();
    auto const first = import_of("idé\nA\nB\n", records);
    auto const added = app::records_of(first, now);
    records.insert(records.end(), added.begin(), added.end());
    auto const again = import_of("idé\nA\nB\nC\n", records);
    CHECK(again.coming == Texts{"C"});
    CHECK(again.left_out.size() == 2);
}

TEST_CASE("the command line shows what would come, and brings it") {
    TestFolder const folder("import-ideas");
    auto const words = words_in(text::Language::Danish);
    std::ostringstream out, err;
    app::Surroundings const in{words, assets, now, out, err};
    REQUIRE(app::write_file(folder / "a.csv", "Idé;Ansvarlig\nFast telefontid;Gitte\n010190-1234;x\n").has_value());
    CHECK_FALSE(app::is_our_export(folder / "a.csv"));
    CHECK(app::run_import_ideas({folder / "a.csv", folder / "b.rundtbord", true}, in) == 0);
    CHECK(out.str() == "1 idé kommer med.\n1 kommer ikke med:\n"
                       "  3: – – Det ligner et CPR-nummer. Det må ikke stå på tavlen.\n"
                       "1 række har noget, der ligner et CPR-nummer.\n"
                       "Det her er der ikke plads til på tavlen: Ansvarlig\n"
                       "Intet er læst ind endnu. Kør uden --dry-run for at læse dem ind.\n");
    CHECK_FALSE(std::filesystem::exists(folder / "b.rundtbord"));
    CHECK(app::run_import_ideas({folder / "a.csv", folder / "b.rundtbord", false}, in) == 0);
    REQUIRE(app::write_file(folder / "t.json", trello).has_value());
    CHECK_FALSE(app::is_our_export(folder / "t.json"));
    REQUIRE(app::write_file(folder / "c.csv", "Idé\nMødefri onsdag\n").has_value());
    CHECK(app::run_import_ideas({folder / "c.csv", folder / "b.rundtbord", false}, in) == 0);
    CHECK(out.str().ends_with("Læst ind: 1 idé i " + (folder / "b.rundtbord").string() + "\n"));
    CHECK(app::run_check(folder / "b.rundtbord", in) == 0);
    CHECK(app::run_export({folder / "b.rundtbord", "json", folder / "b.json"}, in) == 0);
    CHECK(app::is_our_export(folder / "b.json"));
    CHECK(nlohmann::json::parse(app::read_file(folder / "b.json").value())["ideas"].size() == 2);
}
