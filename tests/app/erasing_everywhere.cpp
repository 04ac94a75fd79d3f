// A person is erased from a course that has been used: copies in two places that are called by what they hold, a board
// that was damaged and laid aside, and files that were taken home. Not a byte of the name is left, and every copy that is
// left can be restored.
#include "erasing.h"

#include "board_file.h"
#include "commands.h"
#include "demo_wall.h"
#include "drafts.h"
#include "erase_command.h"
#include "named_files.h"
#include "recovery.h"

#include <set>

namespace {

namespace fs = std::filesystem;

auto const words = words_in(text::Language::Danish);
app::Moment const moment = *app::parse_moment("2026-11-23T09:42");
board::Now const now = moment.now;

/// The demo's wall with a second place, where the name was written, copied twice, and damaged in between.
struct Used {
    TestFolder folder{"erasing-everywhere"};
    fs::path file = folder / "data/tavle.rundtbord";
    app::CourseFolders folders{folder / "data", folder / "data/eksport", folder / "netdrev"};
    app::IdSource ids{7};

    Used() {
        for (auto const& made : {folders.boards, folders.exports_of(file), folders.second})
            fs::create_directories(made);
        demo_wall(file);
        write_idea("Spørg Sørine");
        copy();
        write_idea("Sørine ved det også");
        copy();
        damage();
        REQUIRE(app::open_course(file, folders, moment, {})->recovered);
        write_idea("Og Sørines kollega");
        copy();
        REQUIRE(app::write_file(folders.exports_of(file) / "referat.pdf", "%PDF Sørine"));
    }
    std::unique_ptr<app::Table> open() const {
        auto opened = app::open_course(file, folders, moment, {});
        REQUIRE(opened);
        return std::move(opened->table);
    }
    void write_idea(std::string const& text) {
        auto const table = open();
        board::AddIdea idea;
        idea.id = {ids.next(now.at)};
        idea.text = text;
        REQUIRE(table->ask({ids.next(now.at)}, idea, now));
        table->drain();
    }
    void copy() {
        auto const table = open();
        auto const taken = app::take_copy(table->copier(), order());
        REQUIRE(taken);
        REQUIRE_FALSE(taken->second);
    }
    app::CopyOrder order() const {
        return {.folders = folders, .board_file = file, .now = {now.today, 9, 42}, .left_free = 0};
    }
    void damage() {
        auto bytes = app::read_file(file).value();
        std::fill_n(bytes.begin() + 4096, 4096, '\x5a');
        REQUIRE(app::write_file(file, bytes));
    }
    app::Erasing erasing() const {
        auto board = store::Store::open(file);
        REQUIRE(board);
        return app::erasing_of(app::find_traces(planted_name, *board->load(), *board->drafts(), {}), {}, words);
    }
    app::ErasedFiles erase() {
        auto const what = erasing();
        CHECK(what.chosen > 0);
        auto const files = app::erase_in_files(file, folders, what, {ids.next(now.at)}, now);
        REQUIRE(app::erase_in_board(file, what, {ids.next(now.at)}, now));
        return files;
    }
    std::vector<app::LyingCopy> here() const { return app::copies_in(folders.copies_of(file)); }
    std::vector<app::LyingCopy> there() const { return app::copies_in(folders.second_copies_of(file)); }

    void check_nothing_is_left() const {
        for (auto const& path : files_with_name(folder.path()))
            FAIL_CHECK("the name is in ", path.string());
    }
    /// Whole, called by what it holds, and a board can be made of it that keeps its rules.
    void check_restorable(app::LyingCopy const& copy) const {
        CAPTURE(copy.file);
        CHECK(app::is_what_its_name_says(copy));
        auto const restored = folder / "gendannet.rundtbord";
        auto const rebuilt = store::rebuild(copy.file, restored);
        REQUIRE(rebuilt);
        CHECK(rebuilt->hash == copy.name.hash);
        {
            auto const board = store::Store::open(restored);
            REQUIRE(board);
            CHECK(board->check()->empty());
            auto const made = board::fold(*board->load());
            CHECK(board::broken_invariants(made).empty());
            bool found = false;
            for (auto const& idea : made.ideas)
                found = found || idea.text.find("slettet person") != std::string::npos;
            CHECK(found);
        }
        app::remove_board(restored);
    }
};

std::set<std::string> names_of(std::vector<app::LyingCopy> const& copies) {
    std::set<std::string> names;
    for (auto const& copy : copies)
        names.insert(copy.file.filename().string());
    return names;
}

} // namespace

TEST_CASE(
    "a name goes from copies in two places, from what was laid aside and from exports, and every copy is restored") {
    Used used;
    CHECK(used.here().size() == 3);
    CHECK(used.there().size() == 3);
    auto const aside = static_cast<int>(app::laid_aside_of(used.folders, used.file).size()); // the file, and its log
    CHECK(aside >= 1);
    CHECK(files_with_name(used.folder.path()).size() == 1 + 3 + 3 + 1 + 1);
    auto const before = names_of(used.here());
    auto const erased = used.erase();
    CHECK(erased.left.empty());
    CHECK(erased.copies == 6);
    CHECK(erased.exports == 1);
    CHECK(erased.deleted_copies == aside);
    used.check_nothing_is_left();

    CHECK(used.here().size() == 3);
    for (auto const& name : names_of(used.here()))
        CHECK_FALSE(before.contains(name)); // they hold something else now
    CHECK(names_of(used.there()) == names_of(used.here()));
    for (auto const& copy : used.here())
        used.check_restorable(copy);
    for (auto const& copy : used.there())
        used.check_restorable(copy);

    app::KnownCopies known; // the page shows each once, and finds nothing wrong
    auto const listed = app::look_at_copies(used.folders, used.file, known);
    CHECK(listed.size() == 3);
    for (auto const& one : listed) {
        CHECK(one.problem.empty());
        CHECK(one.second_too);
    }
}

TEST_CASE("what lies only in the second place is in other words too, and what cannot be read there is gone") {
    Used used;
    fs::remove(used.here().back().file); // the oldest is there only
    auto const folder = used.folders.second_copies_of(used.file);
    REQUIRE(app::write_file(folder / ("fremmed-" + std::string(planted_name) + ".rundtbord"), "ingen tavle"));
    auto const newest = used.there().front();
    REQUIRE(app::write_file(newest.file, app::read_file(newest.file).value() + "Sørine")); // others may write there
    auto const aside = static_cast<int>(app::laid_aside_of(used.folders, used.file).size());
    auto const erased = used.erase();
    CHECK(erased.left.empty());
    CHECK(erased.deleted_copies == aside + 1); // and the stranger's
    used.check_nothing_is_left();
    CHECK(used.here().size() == 2);
    REQUIRE(used.there().size() == 3);
    for (auto const& copy : used.there())
        used.check_restorable(copy);
    CHECK_FALSE(fs::exists(used.folders.brought()));
}

TEST_CASE("a copy that was brought from the second place and a recovery from there leave nothing of it behind") {
    Used used;
    for (auto const& copy : used.here())
        fs::remove(copy.file);
    used.damage();
    REQUIRE(app::open_course(used.file, used.folders, moment, {})->recovered);
    CHECK_FALSE(fs::exists(used.folders.brought()));
    fs::copy_file(used.there().front().file, used.folders.brought()); // as a preview leaves it when the page is left
    used.erase();
    used.check_nothing_is_left();
}

TEST_CASE("a second place that is not there is told, and the next erasing finds what it kept") {
    Used used;
    fs::rename(used.folders.second, used.folder / "taget-ud");
    auto const erased = used.erase();
    REQUIRE(erased.left.size() == 1);
    CHECK(erased.left.front() == used.folders.second_copies_of(used.file).string());
    CHECK(files_with_name(used.folders.boards).empty());
    fs::rename(used.folder / "taget-ud", used.folders.second);
    auto const again = app::erasing_of({planted_name, {}}, {}, words); // nothing is found on the board any more
    CHECK(app::erase_in_files(used.file, used.folders, again, {used.ids.next(now.at)}, now).left.empty());
    used.check_nothing_is_left();
    for (auto const& copy : used.there())
        used.check_restorable(copy);
}

TEST_CASE("the command line erases in the second place, too") {
    Used used;
    std::ostringstream out, err;
    app::ErasePersonWish const wish{
        .file = used.file, .name = planted_name, .second = used.folders.second, .yes = true};
    CHECK(app::run_erase_person(wish, {words, assets, now, out, err}) == 0);
    CHECK(err.str().empty());
    used.check_nothing_is_left();
}
