// What the history holds, and what a filter leaves of it.
#include "project.h"
#include "ui/screens/history_list.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace screens;
using text::EventKind;

namespace {

text::Words const& danish() {
    static auto const words = text::Words::load(project() / "assets/strings", text::Language::Danish).value();
    return words;
}
text::Words const& english() {
    static auto const words = text::Words::load(project() / "assets/strings", text::Language::English).value();
    return words;
}

board::Instant at(int day, int hour) {
    return board::Instant(*board::parse_date("2026-11-01")) + std::chrono::days(day - 1) + std::chrono::hours(hour);
}
board::OperationId operation(int n) { return {board::make_uuid_v7(n, {})}; }
board::IdeaId idea(int n) { return {board::make_uuid_v7(100'000 + n, {})}; }
board::ParticipantId person(int n) { return {board::make_uuid_v7(900'000 + n, {})}; }

board::IdeaAdded note(int n, std::string text, bool masked = false) {
    board::IdeaAdded added;
    added.id = idea(n);
    added.no = n;
    added.text = std::move(text);
    added.masked = masked;
    return added;
}

struct History {
    std::vector<board::Record> records;
    HistoryList list;

    void add(int op, board::Instant when, board::Event event) {
        records.push_back({.sequence = 0, .operation = operation(op), .at = when, .event = std::move(event)});
    }
    /// What stands in the rows, newest first.
    std::vector<std::string> rows(HistoryFilter const& filter = {}, text::Words const& words = danish()) {
        list.update(records, records.size(), words, [](board::Instant when) { return when + std::chrono::hours(1); });
        std::vector<std::string> said;
        for (auto const row : list.filtered(filter, words)) {
            std::string all;
            for (auto const& sentence : list.sentences(row, words))
                all += (all.empty() ? "" : " ") + sentence;
            said.push_back(all);
        }
        return said;
    }
};

History some() {
    History history;
    board::CourseCreated course;
    course.course->name = "Ro";
    history.add(1, at(1, 8), course);
    history.add(2, at(1, 9), board::ParticipantAdded{person(1), "Aase", board::Role::Leader});
    history.add(3, at(2, 9), note(1, "Fast telefontid"));
    history.add(3, at(2, 9), board::IdeaTagged{idea(1), {board::EffectArea::Time}});
    history.add(4, at(2, 10), note(2, "Skilt ved døren"));
    history.add(5, at(3, 23), board::RoundOpened{{1}, {idea(1), idea(2)}, 2, 1, board::BallotMethod::Screen, {}});
    history.add(6, at(4, 1), board::Undone{operation(4)});
    return history;
}

} // namespace

TEST_CASE("an operation is a row, newest first, with a sentence for each thing it did") {
    auto history = some();
    CHECK(history.rows() == std::vector<std::string>{
                                "Fortrudt: Idé 2 blev skrevet: »Skilt ved døren«",
                                "Afstemning 1 blev åbnet: 2 idéer, 2 prikker til hver.",
                                "Idé 2 blev skrevet: »Skilt ved døren«",
                                "Idé 1 blev skrevet: »Fast telefontid« Idé 1 »Fast telefontid« fik effektområder: Tid.",
                                "Aase kom med som leder.",
                                "Forløbet »Ro« blev oprettet.",
                            });
    CHECK(history.list.row(3).undone);
    CHECK_FALSE(history.list.row(2).undone);
    CHECK(history.rows({}, english()).back() == "The course “Ro” was made.");
}

TEST_CASE("by kind, by local day and by words, folded as a search folds them") {
    auto history = some();
    CHECK(history.rows({.kind = EventKind::Ideas}).size() == 2);
    CHECK(history.rows({.kind = EventKind::Votes}).size() == 1);
    CHECK(history.rows({.kind = EventKind::People}).size() == 1);
    CHECK(history.rows({.kind = EventKind::Trials}).empty());
    CHECK(history.list.days().size() == 3); // 23.00 is the next day where the wall hangs
    CHECK(history.rows({.day = *board::parse_date("2026-11-04")}).size() == 2);
    CHECK(history.rows({.words = "TELEFON"}).size() == 1);
    CHECK(history.rows({.words = "åse"}).size() == 1); // Aase
    CHECK(history.rows({.words = "idé døren"}).size() == 2);
    CHECK(history.rows({.kind = EventKind::Ideas, .words = "døren"}).size() == 1);
    CHECK(history.rows({.words = "findes ikke"}).empty());
}

TEST_CASE("what is written in silence is told without its words, also when it has been shown") {
    History history;
    history.add(1, at(1, 8), note(1, "Hemmeligt", true));
    history.add(2, at(1, 8), board::IdeaEdited{idea(1), "Mere hemmeligt"});
    for (auto const& row : history.rows())
        CHECK(row.find("emmeligt") == std::string::npos);
    CHECK(history.rows({.words = "hemmeligt"}).empty());
    history.add(3, at(1, 9), board::IdeasRevealed{{idea(1)}});
    CHECK(history.rows().back() == "Idé 1 blev skrevet i stilhed.");
}

TEST_CASE("nothing has happened yet, and ten thousand things have") {
    History empty;
    CHECK(empty.rows().empty());
    CHECK(empty.list.days().empty());
    History long_one;
    for (int n = 1; n <= 10'000; ++n)
        long_one.add(n, at(1 + n / 400, 8), note(n, "Forslag nr. " + std::to_string(n)));
    CHECK(long_one.rows().size() == 10'000);
    CHECK(long_one.rows({.words = "forslag 9999"}).size() == 1);
    CHECK(long_one.rows({.day = *board::parse_date("2026-11-03")}).size() == 400);
}

TEST_CASE("every event has a sentence of its own in both languages, and a name for what it happened to") {
    text::EventNames names;
    names.learn(note(1, "Fast telefontid"));
    auto const check = [&]<class E>(E event) {
        for (auto const* words : {&danish(), &english()}) {
            auto const sentence = text::sentence_of(*words, names, event);
            CAPTURE(sentence);
            CHECK(sentence.size() > 8);
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(sentence.find("history.") == std::string::npos);
            CHECK(text::about(*words, names, event).size() > 2);
        }
    };
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        (check(std::variant_alternative_t<index, board::AnyEvent>{}), ...);
    }
    (std::make_index_sequence<std::variant_size_v<board::AnyEvent>>());
}
