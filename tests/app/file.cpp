#include "file.h"

#include "id_source.h"
#include "paths.h"

#include <doctest/doctest.h>
#include <fstream>
#include <set>

TEST_CASE("a file is written whole and read whole") {
    TestFolder const folder("file");
    std::string const bytes = std::string("a\0b\xFF", 4) + std::string(200'000, 'x');
    REQUIRE(app::write_file(folder / "a", bytes).has_value());
    CHECK(app::read_file(folder / "a").value() == bytes);
    REQUIRE(app::write_file(folder / "a", "").has_value());
    CHECK(app::read_file(folder / "a").value().empty());
    CHECK_FALSE(std::filesystem::exists(folder / "a.part"));
}

TEST_CASE("what cannot be read or written has a sentence") {
    TestFolder const folder("nofile");
    auto const words = words_in(text::Language::Danish);
    CHECK(words.get(app::read_file(folder / "none").error().key) == "Filen findes ikke.");
    CHECK(words.get(app::read_file(folder.path()).error().key) == "Filen kan ikke læses.");
    CHECK(words.get(app::write_file(folder / "none/a", "x").error().key) == "Mappen findes ikke.");
    CHECK(words.get(app::write_file("/proc/none", "x").error().key) == "Mappen findes ikke.");
    CHECK(words.get(app::write_file("/dev/full/a", "x").error().key) == "Mappen findes ikke.");
}

TEST_CASE("a file that cannot take the name leaves nothing beside it") {
    TestFolder const folder("taken");
    std::filesystem::create_directories(folder / "a/inside");
    auto const written = app::write_file(folder / "a", "x");
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().key == "file.unwritable");
    CHECK_FALSE(std::filesystem::exists(folder / "a.part"));
}

TEST_CASE("ids are fresh and from a seed the same") {
    board::Instant const at{std::chrono::milliseconds(1'790'000'000'123)};
    app::IdSource random;
    std::set<board::Uuid> seen;
    for (int i = 0; i < 1000; ++i)
        CHECK(seen.insert(random.next(at)).second);
    app::IdSource first(5);
    app::IdSource second(5);
    app::IdSource other(6);
    for (int i = 0; i < 10; ++i) {
        auto const id = first.next(at);
        CHECK(id == second.next(at));
        CHECK(id != other.next(at));
        CHECK(board::parse_uuid(board::to_string(id)) == id);
    }
}
