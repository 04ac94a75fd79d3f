// What a search finds on a board, and in which order.
#include "ui/screens/find_index.h"

#include <doctest/doctest.h>

using namespace screens;

namespace {

board::IdeaId id_of(int no) {
    board::IdeaId id;
    id.value.bytes[15] = static_cast<std::uint8_t>(no);
    return id;
}

void add(board::Board& board, std::string text, std::vector<board::EffectArea> areas = {}) {
    board::Idea idea;
    idea.no = static_cast<int>(board.ideas.size()) + 1;
    idea.id = id_of(idea.no);
    idea.text = std::move(text);
    idea.areas = std::move(areas);
    board.order.push_back(idea.id);
    board.ideas.push_back(std::move(idea));
}

/// 1 … 7, then fillers up to 12.
board::Board team() {
    using board::EffectArea;
    board::Board board;
    board.participants.push_back({.id = {{}}, .name = "Mette Kjær"});
    add(board, "Fast telefontid om formiddagen", {EffectArea::Time});
    add(board, "Café for pårørende på Aarhusvej");
    add(board, "Øget overblik: én tavle til 12 sager", {EffectArea::Overview, EffectArea::Time});
    add(board, "Ældre får læst brevet op");
    add(board, "Tjekliste til nye");
    add(board, "Makkerpar");
    add(board, "");
    while (board.ideas.size() < 12)
        add(board, "Helt andre ting");
    board::Trial first, second;
    first.no = 1, second.no = 2;
    second.plan.what = "Ingen møder onsdag formiddag";
    board.ideas[4].trials = {first, second};
    board.ideas[5].parking = board::Parking{"Den koster penge", {}};
    board.ideas[5].author = board::ParticipantId{};
    return board;
}

std::vector<int> found(std::string_view query, std::vector<board::EffectArea> const& areas = {},
                       text::Language language = text::Language::Danish) {
    FindIndex index;
    index.update(team(), language);
    std::vector<int> numbers;
    for (auto const& hit : index.find(query, areas))
        numbers.push_back(hit.idea.value.bytes[15]);
    return numbers;
}

} // namespace

TEST_CASE("A search finds what is written, however it is written") {
    struct Row {
        char const* query;
        std::vector<int> numbers;
    };
    for (Row const& row : {
             Row{"", {}},
             Row{"   ", {}},
             Row{"telefon", {1}},
             Row{"TELEFON", {1}},
             Row{"cafe", {2}}, // é = e
             Row{"café", {2}},
             Row{"århusvej", {2}}, // aa = å
             Row{"Aarhusvej", {2}},
             Row{"oget", {}}, // ø is no o
             Row{"øget", {3}},
             Row{"aldre", {}}, // nor æ an a
             Row{"ældre", {4}},
             Row{"overblik tavle", {3}}, // every word, in any order
             Row{"tavle overblik", {3}},
             Row{"tavle telefon", {}},
             Row{"formiddag", {1, 5}}, // the title comes before the trial
             Row{"onsdag", {5}},       // in a trial
             Row{"penge", {6}},        // why it is parked
             Row{"mette", {6}},        // who said it
             Row{"12", {12, 3}},       // the number first, then the words
             Row{"#12", {12}},
             Row{"7", {7}},
             Row{"99999999999", {}},
             Row{"%_'\"\\", {}},
         }) {
        CAPTURE(row.query);
        CHECK(found(row.query) == row.numbers);
    }
}

TEST_CASE("In English accents and Danish letters fold as English readers type them") {
    CHECK(found("oget", {}, text::Language::English) == std::vector{3});
    CHECK(found("cafe", {}, text::Language::English) == std::vector{2});
}

TEST_CASE("Effect areas narrow the search; one of the chosen is enough") {
    using board::EffectArea;
    CHECK(found("", {EffectArea::Time}) == std::vector{1, 3});
    CHECK(found("", {EffectArea::Overview, EffectArea::Money}) == std::vector{3});
    CHECK(found("telefon", {EffectArea::Overview}).empty());
    CHECK(found("telefon", {EffectArea::Time}) == std::vector{1});
    CHECK(found("", {EffectArea::Money}).empty());
}

TEST_CASE("A hit tells where the words stand when its title does not say them") {
    FindIndex index;
    index.update(team(), text::Language::Danish);
    auto const trial = index.find("onsdag", {});
    REQUIRE(trial.size() == 1);
    REQUIRE(trial[0].where);
    CHECK(trial[0].where->part == Part::Trial);
    CHECK(trial[0].where->trial_no == 2);
    CHECK(trial[0].where->text == "Ingen møder onsdag formiddag");
    CHECK_FALSE(index.find("telefon", {})[0].where);
    CHECK_FALSE(index.find("12", {})[0].where);
}

TEST_CASE("What is written in silence is not found before it is shown") {
    auto board = team();
    board.ideas[3].masked = true;
    FindIndex index;
    index.update(board, text::Language::Danish);
    CHECK(index.find("ældre", {}).empty());
    CHECK(index.find("4", {}).empty());
    board.ideas[3].masked = false;
    index.update(board, text::Language::Danish);
    CHECK(index.find("ældre", {}).size() == 1);
    CHECK(index.find("4", {}).size() == 1);
}

TEST_CASE("The index follows the board and the language") {
    auto board = team();
    FindIndex index;
    index.update(board, text::Language::Danish);
    board.ideas[0].text = "Stillezone";
    board.ideas.pop_back();
    index.update(board, text::Language::Danish);
    CHECK(index.find("telefontid", {}).empty());
    CHECK(index.find("stillezone", {}).size() == 1);
    CHECK(index.find("12", {}).size() == 1); // only the words are left
    index.update(board, text::Language::English);
    CHECK(index.find("oget", {}).size() == 1);
}
