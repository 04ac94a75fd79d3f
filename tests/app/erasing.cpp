// A person asks to be erased: whatever the name was written in, not a byte of it is left in the data folder, the board
// opens and keeps its rules, and a cut in the middle is completed by a second run. The search for bytes is itself tried
// on what was planted.
#include "erasing.h"

#include "board_file.h"
#include "demo.h"
#include "demo_wall.h"
#include "drafts.h"
#include "named_files.h"
#include "store/event_json.h"
#include "store/event_texts.h"

#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Records = std::vector<board::Record>;
using Kind = app::Trace::Kind;

constexpr char const* name = planted_name;
auto const words = words_in(text::Language::Danish);
board::Now const now = app::parse_moment("2026-11-23T09:42")->now;

/// The demo's whole course with the name in every text of every event. The first participant is who bears it.
Records planted() {
    app::IdSource ids;
    auto records = app::demo_records(assets / "demo_data.json", *app::parse_demo("jobcenter"), ids).value();
    std::optional<board::ParticipantId> bearer;
    int n = 0;
    for (auto& record : records) {
        store::visit_texts(record.event, [&](std::string_view, std::string& text) {
            if (!text.empty())
                text = std::string(name) + "s ord nr. " + std::to_string(++n);
        });
        auto const call = [&](board::ParticipantId id, std::string& called) {
            if (!bearer)
                bearer = id;
            called = id == *bearer ? name : "Deltager " + std::to_string(++n);
        };
        if (auto* added = std::get_if<board::ParticipantAdded>(&record.event))
            call(added->id, added->name);
        if (auto* edited = std::get_if<board::ParticipantEdited>(&record.event))
            call(edited->id, edited->name);
    }
    return records;
}

void write(fs::path const& file, std::string const& bytes) {
    fs::create_directories(file.parent_path());
    REQUIRE(app::write_file(file, bytes));
}

struct Folder {
    TestFolder folder{"erasing"};
    app::CourseFolders folders{folder.path(), folder / "eksport"};
    fs::path file = folder / "tavle.rundtbord";
    app::IdSource ids;

    Folder() {
        auto const records = planted();
        REQUIRE(app::make_board_file(file, records));
        {
            auto board = store::Store::open(file);
            REQUIRE(board);
            REQUIRE(board->keep_drafts(app::to_text({{{.text = std::string("Spørg ") + name}}})));
        }
        auto const copies = folders.copies_of(file);
        fs::create_directories(copies / "ældre");
        fs::copy_file(file, copies / "1.rundtbord");
        fs::copy_file(file, copies / "ældre" / "2.rundtbord");
        write(copies / "3.rundtbord", std::string("not a board any more: ") + name);
        write(copies / "2.rundtbord-wal", std::string("a log that was left: ") + name);
        write(folders.exports_of(file) / "referat.pdf", std::string("%PDF ") + name);
        write(folders.exports_of(file) / "data" / "tavle.json", "{\"name\":\"S\\u00f8rine\"}");
        write(folder / "tavle.rundtbord.abc.part", name);
    }
    app::Erasing erasing() const {
        auto board = store::Store::open(file);
        REQUIRE(board);
        auto const traces = app::find_traces(name, *board->load(), *board->drafts(), {});
        return app::erasing_of(traces, {}, words);
    }
    void check_erased() const {
        for (auto const& path : files_with_name(folder.path()))
            FAIL_CHECK("the name is in ", path.string());
        auto board = store::Store::open(file);
        REQUIRE(board);
        CHECK(board->check()->empty());
        auto const records = board->load();
        REQUIRE(records);
        auto const made = board::fold(*records);
        for (auto const& broken : board::broken_invariants(made))
            FAIL_CHECK(broken);
        CHECK(made.participants.front().name == "slettet person");
        CHECK_FALSE(made.participants.front().active);
        CHECK(made.participants[1].name.starts_with("Deltager"));
        CHECK(app::find_traces(name, *records, *board->drafts(), {}).list.empty());
    }
};

/// Does `work` in a child that kills itself at the n-th step. False when it came to its end.
template <class Work> bool killed_at(int n, Work work) {
    pid_t const child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int steps = 0;
        work([&] {
            if (++steps == n)
                _exit(9);
        });
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status) == 9;
}

} // namespace

TEST_CASE("a name in every text of a course is erased everywhere on the machine") {
    Folder all;
    CHECK(files_with_name(all.folder.path()).size() == 8); // what was planted is found by the search
    auto const erasing = all.erasing();
    CHECK(erasing.chosen > 150);
    auto const files = app::erase_in_files(all.file, all.folders, erasing, {all.ids.next(now.at)}, now);
    CHECK(files.exports == 2);
    CHECK(files.copies == 2);
    CHECK(files.deleted_copies == 2); // the one that was none, and a log
    CHECK(files.left.empty());
    REQUIRE(app::erase_in_board(all.file, erasing, {all.ids.next(now.at)}, now));
    all.check_erased();
    auto const copy = store::Store::open(all.folders.copies_of(all.file) / "1.rundtbord");
    REQUIRE(copy);
    CHECK(copy->check()->empty());
    CHECK(board::broken_invariants(board::fold(*copy->load())).empty());
}

TEST_CASE("a leak that is planted is found") {
    Folder all;
    auto const erasing = all.erasing();
    app::erase_in_files(all.file, all.folders, erasing, {all.ids.next(now.at)}, now);
    REQUIRE(app::erase_in_board(all.file, erasing, {all.ids.next(now.at)}, now));
    CHECK(files_with_name(all.folder.path()).empty());
    write(all.folder / "sikkerhedskopier" / "glemt.txt", std::string("x") + name);
    CHECK(files_with_name(all.folder.path()).size() == 1);
}

TEST_CASE("killed between any two steps, the board opens, the name is still found on it, and a second run completes") {
    for (int n = 1, killed = 1; killed != 0; ++n) {
        CAPTURE(n);
        Folder all;
        auto const erasing = all.erasing();
        killed = killed_at(n, [&](std::function<void()> const& step) {
            app::erase_in_files(all.file, all.folders, erasing, {all.ids.next(now.at)}, now, step);
        });
        auto const again = all.erasing(); // the board is opened, and searched
        CHECK(again.chosen == erasing.chosen);
        app::erase_in_files(all.file, all.folders, again, {all.ids.next(now.at)}, now);
        REQUIRE(app::erase_in_board(all.file, again, {all.ids.next(now.at)}, now));
        all.check_erased();
        CHECK((killed == 0 || n < 20));
    }
}

TEST_CASE("killed after the commit, what was there before is gone when the board has been opened on the wall") {
    Folder all;
    auto const erasing = all.erasing();
    app::erase_in_files(all.file, all.folders, erasing, {all.ids.next(now.at)}, now);
    CHECK(killed_at(1, [&](std::function<void()> const& step) {
        auto board = store::Store::open(all.file);
        auto const rewriting = app::rewriting_of(erasing, *board->load(), *board->drafts(), {all.ids.next(now.at)},
                                                 now);
        if (board->rewrite(rewriting))
            step();
    }));
    CHECK_FALSE(files_with_name(all.folder.path()).empty()); // the file has the old pages still, the log the new
    { REQUIRE(app::open_table(all.file, {})); }
    all.check_erased();
}

TEST_CASE("what somebody leaves stays, and so does everything about the others") {
    app::IdSource ids;
    auto const records = app::demo_records(assets / "demo_data.json", *app::parse_demo("jobcenter"), ids).value();
    auto const before = board::fold(records);
    auto const& person = before.participants.at(2);
    auto traces = app::find_traces(person.name, records, "", "");
    REQUIRE_FALSE(traces.list.empty());
    REQUIRE(traces.list.front().kind == Kind::Participant);
    CHECK(traces.list.front().sure);
    auto const none = app::erasing_of(traces, std::vector<bool>(traces.list.size(), false), words);
    CHECK(none.chosen == 0);
    auto const nothing = app::rewriting_of(none, records, "", {ids.next(now.at)}, now);
    CHECK(nothing.events.empty());
    CHECK(nothing.appended.empty());

    std::vector<bool> only_person(traces.list.size(), false);
    only_person.front() = true;
    auto const rewriting = app::rewriting_of(app::erasing_of(traces, only_person, words), records, "",
                                             {ids.next(now.at)}, now);
    auto const after = board::fold(app::rewritten(records, rewriting));
    CHECK(board::broken_invariants(after).empty());
    CHECK(after.participants.at(2).name == "slettet person");
    CHECK(after.participants.at(2).role == person.role);
    CHECK_FALSE(after.participants.at(2).active);
    CHECK(after.ideas == before.ideas); // owners and authors are still who they were, without a name
}

namespace {

board::Record record(int n, board::Event event) {
    return {.sequence = n, .operation = {board::make_uuid_v7(n, {})}, .at = now.at, .event = std::move(event)};
}
board::ParticipantId person(int n) { return {board::make_uuid_v7(1000 + n, {})}; }
board::IdeaId idea(int n) { return {board::make_uuid_v7(2000 + n, {})}; }

board::IdeaAdded note(int n, std::string text) {
    board::IdeaAdded added;
    added.id = idea(n);
    added.no = n;
    added.text = std::move(text);
    added.on = now.today;
    return added;
}

Records course(std::vector<board::Event> events) {
    board::CourseCreated created;
    created.course->name = "Ro";
    Records records = {record(1, created)};
    for (auto& event : events)
        records.push_back(record(static_cast<int>(records.size()) + 1, std::move(event)));
    return records;
}

board::Board erased(Records const& records, std::string const& who, std::vector<bool> const& chosen = {}) {
    auto const traces = app::find_traces(who, records, "", "");
    auto const rewriting = app::rewriting_of(app::erasing_of(traces, chosen, words), records, "",
                                             {board::make_uuid_v7(9999, {})}, now);
    auto made = board::fold(app::rewritten(records, rewriting));
    CHECK(board::broken_invariants(made).empty());
    return made;
}

} // namespace

TEST_CASE("of two who share a first name only the one who is meant goes, and the shared name alone is doubtful") {
    auto const records = course({board::ParticipantAdded{person(1), "Mette Kjær"},
                                 board::ParticipantAdded{person(2), "Mette Hansen"}, note(1, "Mette spørger"),
                                 note(2, "Mette Kjær spørger"), note(3, "Mettes svar, og Kjærs")});
    auto const traces = app::find_traces("Mette Kjær", records, "", "");
    REQUIRE(traces.list.size() == 5);
    CHECK(traces.list[0].sure);
    CHECK_FALSE(traces.list[1].sure); // Mette Hansen
    CHECK_FALSE(traces.list[2].sure); // »Mette« may be either
    CHECK(traces.list[3].sure);
    CHECK(traces.list[4].sure);
    auto const made = erased(records, "Mette Kjær");
    CHECK(made.participants[0].name == "slettet person");
    CHECK(made.participants[1].name == "Mette Hansen");
    CHECK(made.ideas[0].text == "Mette spørger");
    CHECK(made.ideas[1].text == "slettet person spørger");
}

TEST_CASE("a common word stays a word") {
    auto const records = course({board::ParticipantAdded{person(1), "Bo"}, note(1, "Hvor skal de bo?"),
                                 note(2, "Bo ved det"), note(3, "Bobler")});
    auto const made = erased(records, "Bo");
    CHECK(made.participants[0].name == "slettet person");
    CHECK(made.ideas[0].text == "Hvor skal de bo?");
    CHECK(made.ideas[1].text == "slettet person ved det");
    CHECK(made.ideas[2].text == "Bobler");
}

TEST_CASE("two who are erased are told apart, and a text that is full stays within its limit") {
    std::string const full = "Bo " + std::string(277, 'x');
    auto records = course(
        {board::ParticipantAdded{person(1), "Bo"}, board::ParticipantAdded{person(2), "Ib"}, note(1, full)});
    auto const traces = app::find_traces("Bo", records, "", "");
    auto const first = app::rewriting_of(app::erasing_of(traces, {}, words), records, "",
                                         {board::make_uuid_v7(9998, {})}, now);
    records = app::rewritten(records, first);
    auto const made = erased(records, "Ib");
    CHECK(made.participants[0].name == "slettet person");
    CHECK(made.participants[1].name == "slettet person 2");
    CHECK(made.ideas[0].text == "NN " + std::string(277, 'x'));
}

TEST_CASE(
    "ink and photos go only when they are chosen, and an idea that was only drawn says that something was there") {
    board::Ink const ink{.height = 512, .strokes = {{board::InkColour::Ink, {{0, 0, 9}, {9, 9, 9}}}}};
    board::Photo const photo{std::string(64, 'a'), 10, 10};
    auto const records = course({board::ParticipantAdded{person(1), "Bo"}, note(1, ""), board::IdeaInked{idea(1), ink},
                                 note(2, "Skilt"), board::IdeaPictured{idea(2), photo}});
    auto const untouched = erased(records, "Bo");
    CHECK(untouched.ideas[0].ink == ink);
    CHECK(untouched.ideas[1].photo == photo);
    auto const gone = erased(records, "Bo", {true, true, true});
    CHECK_FALSE(gone.ideas[0].ink);
    CHECK(gone.ideas[0].text == "(slettet)");
    CHECK_FALSE(gone.ideas[1].photo);
    CHECK(gone.ideas[1].text == "Skilt");
    auto const traces = app::find_traces("Bo", records, "", "");
    auto const rewriting = app::rewriting_of(app::erasing_of(traces, {true, true, true}, words), records, "",
                                             {board::make_uuid_v7(9997, {})}, now);
    CHECK(rewriting.photos == std::vector<std::string>{photo.hash});
}

TEST_CASE("drafts, those with a drawing too, and who to ask about data") {
    board::Ink const ink{.height = 512, .strokes = {{board::InkColour::Ink, {{0, 0, 9}, {9, 9, 9}}}}};
    auto const drafts = app::to_text({{{.text = "Bo skal med"}, {.text = "Andet"}, {.text = "", .ink = ink}}});
    auto const records = course({});
    auto const traces = app::find_traces("Bo", records, drafts, "Spørg Bo");
    REQUIRE(traces.list.size() == 3);
    CHECK(traces.list[1].kind == Kind::Draft);
    CHECK_FALSE(traces.list[1].sure);
    CHECK(traces.list[2].kind == Kind::Contact);
    auto const some = app::erasing_of(traces, {}, words);
    auto kept = app::begun_from_text(*app::rewriting_of(some, records, drafts, {}, now).drafts)->drafts;
    REQUIRE(kept.size() == 3);
    CHECK(kept[0].text == "slettet person skal med");
    CHECK(some.contact);
    CHECK(app::erased_text(some, "Spørg Bo") == "Spørg slettet person");
    auto const all = app::erasing_of(traces, {true, true, true}, words);
    kept = app::begun_from_text(*app::rewriting_of(all, records, drafts, {}, now).drafts)->drafts;
    CHECK(kept.size() == 2);
}

TEST_CASE("an empty board, and a name that cannot be looked for") {
    CHECK(app::find_traces("Bo", {}, "", "").list.empty());
    CHECK(app::find_traces("B.", course({note(1, "B. ved det")}), "", "").list.empty());
    CHECK(app::find_traces("", course({note(1, "")}), "", "").list.empty());
}

namespace {

/// The demo on a wall, with the facilitator's pages open at *Slet en person*.
struct Wall {
    TestFolder folder{"erasing-wall"};
    std::unique_ptr<app::Stage> stage = open_stage(demo_wall(folder / "tavle.rundtbord"));

    void tap(std::string const& id) {
        auto const item = stage->find(id);
        REQUIRE_MESSAGE(item, id, " is not there");
        REQUIRE_MESSAGE(item->enabled, id, " is disabled");
        stage->play({{.path = {stage->middle(*item)}, .seconds = 0.05}});
    }
    void request(screens::Request request) {
        stage->app().request(std::move(request));
        stage->wait(0.1);
        stage->settle();
    }
    void add_idea(std::string text) {
        board::AddIdea add;
        add.text = std::move(text);
        request(screens::Ask{.command = add});
    }
    void type_pin() {
        stage->type("740295");
        tap("pin/done");
    }
    void open_facilitator() {
        tap("dock/more");
        tap("more/facilitator");
        type_pin();
        type_pin();
        tap("pin/written");
    }
    void open_person_page() {
        open_facilitator();
        tap("facilitator/person");
    }
    void erase(std::string const& who) {
        tap("facilitator/person");
        request(screens::WallWish(screens::FindPerson{who}));
        tap("person/next");
        tap("person/sure");
        type_pin();
        stage->wait(0.5);
        stage->settle();
        REQUIRE(stage->find("person/told"));
        CHECK(stage->find("person/told")->value == "done");
    }
    board::Board const& board() { return stage->app().board(); }
};

} // namespace

TEST_CASE("erased at the wall while the board is open, twice, and no byte is left in the data folder") {
    Wall wall;
    wall.add_idea(std::string("Spørg ") + name);
    wall.tap("dock/new-idea");
    wall.stage->type(std::string(name) + " ved det");
    wall.tap("pad/1/close");
    wall.stage->wait(1);
    wall.open_facilitator();
    wall.request(screens::Ask{.command = board::AddParticipant{{}, name}});
    wall.request(screens::WallWish(screens::ChangeSetting{"data.contact", std::string("Spørg ") + name}));
    CHECK(files_with_name(wall.folder.path()).size() >= 2); // the board, the settings
    auto const ideas = wall.board().ideas.size();
    wall.erase(name);
    for (auto const& path : files_with_name(wall.folder.path()))
        FAIL_CHECK("the name is in ", path.string());
    CHECK(wall.board().ideas.back().text == "Spørg slettet person");
    CHECK(wall.board().participants.back().name == "slettet person");
    CHECK(wall.stage->app().config().contact == "Spørg slettet person");

    // what comes after lies in its place, and a second erasing finds its own
    wall.add_idea("Kun Ibsen ved det");
    wall.erase("Ibsen");
    CHECK(wall.board().ideas.back().text == "Kun slettet person ved det");
    auto const before = wall.board();
    CHECK(before.ideas.size() == ideas + 1);
    REQUIRE(wall.stage->restart());
    CHECK(wall.board() == before);
    CHECK(wall.stage->find("draft/1"));
    CHECK(files_with_name(wall.folder.path()).empty());
}

TEST_CASE("a vote or a pulse that is opened while a person is being erased holds up neither the erasing nor any wish") {
    for (bool const is_round : {true, false}) {
        CAPTURE(is_round);
        Wall wall;
        wall.add_idea(std::string("Spørg ") + name);
        wall.open_person_page();
        wall.request(screens::WallWish(screens::FindPerson{name}));
        auto const ideas = wall.board().ideas;
        board::Command const open = is_round ? board::Command(board::OpenRound{
                                                   {ideas[ideas.size() - 2].id, ideas.back().id}, 3, 1})
                                             : board::Command(board::OpenPulse{{"Jeg har tid til at prøve"}});
        auto& app = wall.stage->app();
        auto const is_open = [&] { return board::open_round(wall.board()) || board::open_pulse(wall.board()); };
        auto const erase = [&] { app.request(screens::WallWish(screens::ErasePerson{name, {}, "740295"})); };

        erase(); // opened before the PIN is judged: nothing is begun, and that is said
        app.request(screens::Ask{.command = open});
        wall.stage->wait(0.5);
        CHECK(is_open());
        CHECK(wall.stage->settle());
        REQUIRE(wall.stage->find("person/told"));
        CHECK(wall.stage->find("person/told")->value == "failed");
        CHECK(wall.board().ideas.back().text == std::string("Spørg ") + name);
        wall.request(screens::Ask{.command = is_round ? board::Command(board::AnnulRound{wall.board().rounds.back().no})
                                                      : board::Command(board::AnnulPulse{1})});
        REQUIRE_FALSE(is_open());

        erase(); // opened while the files are erased: it waits, and the erasing ends
        wall.stage->wait(0.02);
        app.request(screens::Ask{.command = open});
        wall.stage->wait(0.02);
        CHECK_FALSE(is_open());
        wall.stage->wait(0.5);
        CHECK(wall.stage->settle());
        CHECK(wall.stage->find("person/told")->value == "done");
        CHECK(wall.board().ideas.back().text == "Spørg slettet person");
        wall.request(screens::Ask{.command = open});
        CHECK(is_open());
    }
}
