// The PDFs as other programs read them.
#include "exporters/exports.h"
#include "programs.h"
#include "rich_board.h"
#include "text/format.h"

#include <algorithm>

using exporters::Format;
using exporters::PaperSize;

namespace {

struct Document {
    Scratch scratch;
    std::string path;

    Document(Wall const& wall, exporters::Wish const& wish, text::Language language = text::Language::Danish) {
        auto const words = words_of(language);
        auto const files = exporters::make_files(wish, wall.board, words, moment_of(wall));
        REQUIRE(files.has_value());
        path = scratch.file("a.pdf", files->front().bytes);
    }
    std::string text() const { return output_of("pdftotext -raw '" + path + "' -"); }
    std::string info() const { return output_of("pdfinfo '" + path + "'"); }
    std::string structure() const { return output_of("pdfinfo -struct-text '" + path + "' 2>/dev/null"); }
};

bool has(std::string const& all, std::string const& part) { return all.find(part) != std::string::npos; }

std::string flat(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

long count(std::string const& all, std::string const& part) {
    long found = 0;
    for (auto at = all.find(part); at != std::string::npos; at = all.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("the minutes say what the meeting decided, with figures as they may be claimed") {
    Document const minutes(rich_wall(), {Format::Minutes, 2, 0, PaperSize::Fitting});
    std::string const text = flat(minutes.text());
    for (char const* part :
         {"Referat af møde 2", "tirsdag den 15. december 2026", "Ro til sagsarbejdet", "Prøvehandling 1 · Skalér",
          "Fast telefontid", "28 % (14 af 50) → mål 20 % → nu 15 % (3 af 20)",
          "Forskel: −13 procentpoint. Kan være tilfældigt.", "Opkald højst 10,5; nu 7: holdt", "Det virker",
          "Vi mangler en printer", "Svar lovet 20. dec. 2026", "lidt bøvl", "Vi mangler tid", "Næste møde",
          "Side 1 af"})
        CHECK_MESSAGE(has(text, part), part);
}

TEST_CASE("a document has a language, a title, tagged headings and tables, and bookmarks") {
    Document const minutes(rich_wall(), {Format::Minutes, 2, 0, PaperSize::Fitting});
    CHECK(has(minutes.info(), "Tagged:          yes"));
    CHECK(has(minutes.info(), "Title:           Referat af møde 2 – Ro til sagsarbejdet"));
    std::string const structure = minutes.structure();
    for (char const* tag : {"Document", "H1 (block)", "H2 (block)", "H3 (block)", "P (block)", "Table (block)", "TR",
                            "TH", "/Scope /Column", "TD"})
        CHECK_MESSAGE(has(structure, tag), tag);
    std::string const bytes = output_of("qpdf --qdf --object-streams=disable '" + minutes.path + "' -");
    CHECK(has(bytes, "/Lang (da)"));
    CHECK(has(bytes, "/DisplayDocTitle true"));
    CHECK(has(bytes, "/Outlines"));
    CHECK(has(output_of("qpdf --check '" + minutes.path + "'"), "No syntax or stream encoding errors"));
    Document const english(rich_wall(), {Format::Minutes, 2, 0, PaperSize::Fitting}, text::Language::English);
    CHECK(has(output_of("qpdf --qdf --object-streams=disable '" + english.path + "' -"), "/Lang (en)"));
}

TEST_CASE("the board is one page, and every idea is on it") {
    for (int ideas : {0, 1, 12, 120, 300}) {
        CAPTURE(ideas);
        Wall wall = new_wall();
        for (int i = 0; i < ideas; ++i) {
            wall.last_id = 0;
            board::Uuid id;
            id.bytes[0] = static_cast<std::uint8_t>(i % 250 + 1);
            id.bytes[1] = static_cast<std::uint8_t>(i / 250 + 1);
            board::AddIdea idea;
            idea.id = {id};
            idea.text = "Idé nummer " + std::to_string(i + 1) + " med nogle ord mere";
            wall.ask(idea);
        }
        Document const page(wall, {Format::Board, 0, 0, PaperSize::Fitting});
        CHECK(has(page.info(), "Pages:           1"));
        CHECK(count(flat(page.text()), "Idé nummer ") == ideas);
        CHECK(has(flat(page.text()), std::to_string(ideas) + (ideas == 1 ? " idé" : " idéer")));
        CHECK_FALSE(has(page.text(), "ikke plads til"));
    }
}

TEST_CASE("the board says so when there is no room for all") {
    Wall wall = new_wall();
    for (int i = 0; i < 2500; ++i) {
        board::Idea idea;
        idea.id.value.bytes[0] = static_cast<std::uint8_t>(i % 250);
        idea.id.value.bytes[1] = static_cast<std::uint8_t>(i / 250);
        idea.no = i + 1;
        idea.text = "Idé nummer " + std::to_string(i + 1);
        wall.board.ideas.push_back(idea);
        wall.board.order.push_back(idea.id);
    }
    std::string const text = flat(Document(wall, {Format::Board, 0, 0, PaperSize::A3}).text());
    long const shown = count(text, "Idé nummer ");
    CHECK(shown > 500);
    CHECK(has(text, text::number(text::Language::Danish, static_cast<double>(2500 - shown)) +
                        " kort er der ikke plads til; de står i regnearket."));
}

TEST_CASE("the paper is chosen, or fits") {
    Wall const wall = rich_wall();
    CHECK(has(Document(wall, {Format::Board, 0, 0, PaperSize::A4}).info(), "841.89 x 595.28 pts (A4)"));
    CHECK(has(Document(wall, {Format::Board, 0, 0, PaperSize::A3}).info(), "1190.55 x 841.89 pts (A3)"));
    CHECK(has(Document(wall, {Format::Board, 0, 0, PaperSize::Fitting}).info(), "(A4)"));
}

TEST_CASE("a story has the whole chain, and says in words what its figure shows") {
    Document const story(rich_wall(), {Format::Story, 0, 1, PaperSize::Fitting});
    std::string const text = flat(story.text());
    for (char const* part :
         {"Fast telefontid", "Det kom der ud af det", "14 af 50", "Prøvehandling 1", "4 af 14", "Sådan gør vi nu",
          "For hele teamet", "Gruppe 1", "i brug", "Teamleder", "Fortællingen har idéens ene prøvehandling."})
        CHECK_MESSAGE(has(text, part), part);
    CHECK(has(story.structure(), "Figure"));
    CHECK(has(output_of("qpdf --qdf --object-streams=disable '" + story.path + "' -"), "/Alt "));
}

TEST_CASE("ink is lines, not pixels") {
    Document const page(rich_wall(), {Format::Board, 0, 0, PaperSize::A4});
    CHECK(count(output_of("pdfimages -list '" + page.path + "'"), "\n") == 2); // its heading only
    CHECK(has(page.structure(), "Figure"));
}

TEST_CASE("made-up data are marked on every sheet") {
    Wall wall = rich_wall();
    wall.board.course.fictional = true;
    for (Format const format : {Format::Minutes, Format::Board, Format::Story})
        CHECK(has(Document(wall, {format, 0, 1, PaperSize::Fitting}).text(), "Fiktive eksempeldata"));
}

TEST_CASE("nasty and long texts stand on paper as they are") {
    Wall wall = new_wall();
    std::vector<std::string> const texts = {"%s%n",
                                            "##",
                                            "<script>alert('x')</script>",
                                            "<b>&amp;</b>",
                                            "'; DROP TABLE ideas; --",
                                            "=HYPERLINK(\"x\")",
                                            std::string(280, 'x'),
                                            "(parentes) \\ [kant]"};
    for (std::string const& text : texts)
        wall.idea(text);
    std::string text = Document(wall, {Format::Board, 0, 0, PaperSize::A4}).text();
    std::erase(text, '\n');
    std::erase(text, ' ');
    for (std::string wanted : texts) {
        std::erase(wanted, ' ');
        CHECK_MESSAGE(has(text, wanted), wanted);
    }
}

TEST_CASE("text longer than a page goes on, and loses nothing") {
    Wall wall = rich_wall();
    auto& trial = wall.board.ideas[0].trials[0];
    trial.outcome.what_happened.clear();
    for (int i = 1; i <= 900; ++i)
        trial.outcome.what_happened += "ord" + std::to_string(i) + " ";
    Document const story(wall, {Format::Story, 0, 1, PaperSize::Fitting});
    std::string const text = flat(story.text());
    for (int i = 1; i <= 900; ++i)
        CHECK_MESSAGE(has(text, "ord" + std::to_string(i) + " "), i);
    CHECK(has(text, "Side 2 af"));
}

TEST_CASE("what is asked for and is not there is said") {
    Wall wall = new_wall();
    auto const words = words_of();
    auto const key = [&](exporters::Wish const& wish) {
        auto const files = exporters::make_files(wish, wall.board, words, moment_of(wall));
        return files ? std::string_view() : files.error().key;
    };
    CHECK(key({Format::Minutes, 0, 0, PaperSize::Fitting}) == "export.no_meetings");
    CHECK(key({Format::Story, 0, 0, PaperSize::Fitting}) == "export.no_stories");
    CHECK(key({Format::Story, 0, 7, PaperSize::Fitting}) == "export.no_such_idea");
    wall.ask(board::PlanMeetings{{wall.today}, {}});
    CHECK(key({Format::Minutes, 2, 0, PaperSize::Fitting}) == "export.no_such_meeting");
    CHECK(key({Format::Minutes, 0, 0, PaperSize::Fitting}).empty());
}
