// Sticks as people bring them, made by hand: none, empty, full, with links, with names that no one can read.
#include "platform/sticks.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

/// A folder of sticks that is gone after the test.
class Drawer {
  public:
    Drawer() {
        std::string name = (fs::temp_directory_path() / "rundt-sticks-XXXXXX").string();
        m_folder = mkdtemp(name.data());
    }
    ~Drawer() { fs::remove_all(m_folder); }
    Drawer(Drawer const&) = delete;
    Drawer& operator=(Drawer const&) = delete;

    fs::path const& folder() const { return m_folder; }
    platform::Sticks sticks() const { return platform::Sticks(m_folder); }
    void put(std::string const& path, std::string const& content = "x", int seconds = 0) const {
        fs::path const file = m_folder / path;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << content;
        timespec const times[] = {{seconds, 0}, {seconds, 0}};
        REQUIRE(utimensat(AT_FDCWD, file.c_str(), times, 0) == 0);
    }
    platform::Descriptor open() const {
        auto const all = sticks().list();
        REQUIRE(all.size() == 1);
        auto root = sticks().open(all.front());
        REQUIRE(root);
        return std::move(*root);
    }

  private:
    fs::path m_folder;
};

std::vector<std::string> names(platform::StickResult<platform::StickListing> const& listing) {
    std::vector<std::string> all;
    REQUIRE(listing);
    for (auto const& file : listing->files)
        all.push_back(file.name);
    return all;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("without a folder of sticks there is none") {
    CHECK(platform::Sticks("/no/such/folder").list().empty());
    CHECK(platform::Sticks("").list().empty());
}

TEST_CASE("every folder is a stick, by name; links and hidden folders are not") {
    Drawer const drawer;
    fs::create_directory(drawer.folder() / "SOMMER");
    fs::create_directory(drawer.folder() / "KAMERA");
    fs::create_directory(drawer.folder() / ".Trash");
    fs::create_directory_symlink("/etc", drawer.folder() / "etc");
    auto const sticks = drawer.sticks().list();
    REQUIRE(sticks.size() == 2);
    CHECK(sticks[0].name == "KAMERA");
    CHECK(sticks[1].name == "SOMMER");
    CHECK(drawer.sticks().is_in(sticks[0]));
    fs::remove(drawer.folder() / "KAMERA");
    CHECK_FALSE(drawer.sticks().is_in(sticks[0]));
    CHECK(drawer.sticks().open(sticks[0]).error() == platform::StickFault::Pulled);
}

TEST_CASE("a stick's files are listed newest first, through its folders") {
    Drawer const drawer;
    drawer.put("S/old.jpg", "x", 100);
    drawer.put("S/DCIM/100CANON/new.jpg", "xyz", 300);
    drawer.put("S/DCIM/between.png", "x", 200);
    drawer.put("S/.hidden.jpg");
    drawer.put("S/.Spotlight/deep.jpg");
    auto const listing = platform::list_files(drawer.open(), {});
    CHECK(names(listing) == Names{"new.jpg", "between.png", "old.jpg"});
    CHECK(listing->files[0].path == Names{"DCIM", "100CANON", "new.jpg"});
    CHECK(listing->files[0].bytes == 3);
    CHECK(listing->files[0].modified_s == 300);
    CHECK_FALSE(listing->more);
}

TEST_CASE("only what is wanted is listed, and a stick without it is empty") {
    Drawer const drawer;
    drawer.put("S/a.txt");
    platform::StickWalk walk;
    walk.wanted = [](std::string_view name) { return name.ends_with(".jpg"); };
    CHECK(names(platform::list_files(drawer.open(), walk)).empty());
}

TEST_CASE("links, pipes and loops are passed by") {
    Drawer const drawer;
    drawer.put("S/real.jpg");
    fs::create_symlink("/etc/passwd", drawer.folder() / "S/passwd.jpg");
    fs::create_directory_symlink("..", drawer.folder() / "S/up");
    REQUIRE(mkfifo((drawer.folder() / "S/pipe.jpg").c_str(), 0600) == 0);
    auto const root = drawer.open();
    CHECK(names(platform::list_files(root, {})) == Names{"real.jpg"});
    for (auto const& way : {Names{"passwd.jpg"}, Names{"up", "S", "real.jpg"}, Names{"pipe.jpg"}, Names{"..", "x"},
                            Names{"../S/real.jpg"}, Names{"/etc/passwd"}, Names{""}, Names{}})
        CHECK_FALSE(platform::open_file(root, way));
    CHECK(platform::open_file(root, {"real.jpg"}));
}

TEST_CASE("a file put in a link's place after the listing is not followed") {
    Drawer const drawer;
    drawer.put("S/a.jpg");
    auto const root = drawer.open();
    auto const listing = platform::list_files(root, {});
    REQUIRE(listing->files.size() == 1);
    fs::remove(drawer.folder() / "S/a.jpg");
    fs::create_symlink("/etc/passwd", drawer.folder() / "S/a.jpg");
    CHECK_FALSE(platform::open_file(root, listing->files[0].path));
}

TEST_CASE("a stick with more than is looked at says so") {
    Drawer const drawer;
    for (int i = 0; i < 30; ++i)
        drawer.put("S/" + std::to_string(100 + i) + ".jpg", "x", i);
    auto const root = drawer.open();
    platform::StickWalk walk;
    walk.files = 3;
    auto const newest = platform::list_files(root, walk);
    CHECK(names(newest) == Names{"129.jpg", "128.jpg", "127.jpg"});
    CHECK(newest->more);
    walk.entries = 10;
    walk.files = 1000;
    auto const some = platform::list_files(root, walk);
    CHECK(some->files.size() <= 10);
    CHECK(some->more);
}

TEST_CASE("folders are followed only so deep") {
    Drawer const drawer;
    drawer.put("S/1/2/3/4/deep.jpg");
    drawer.put("S/1/2/3/4/5/deeper.jpg");
    CHECK(names(platform::list_files(drawer.open(), {})) == Names{"deep.jpg"});
}

TEST_CASE("names from outside are shown as people may see them") {
    CHECK(platform::shown_name("ferie.jpg") == "ferie.jpg");
    CHECK(platform::shown_name("\xff\xfe") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(platform::shown_name("a\x1b[31m\nb") == "a[31m b");
    CHECK(platform::shown_name("gpj.\xE2\x80\xAE"
                               "exe") == "gpj.exe"); // right to left, turned off
    CHECK(platform::shown_name("\x01") == "?");
    std::string const forty(40, 'a');
    CHECK(platform::shown_name(forty) == forty);
    CHECK(platform::shown_name(forty + ".json") == std::string(24, 'a') + "…" + std::string(10, 'a') + ".json");
    std::string long_name;
    for (int i = 0; i < 60; ++i)
        long_name += "å";
    CHECK(platform::shown_name(long_name).size() == 39 * 2 + 3);
}

TEST_CASE("a stick that is not mounted is unreadable, and one that is tells its room") {
    Drawer const drawer;
    drawer.put("NTFS", "");
    CHECK(drawer.sticks().open(drawer.sticks().list().front()).error() == platform::StickFault::Unreadable);
    fs::remove(drawer.folder() / "NTFS");
    drawer.put("S/a.jpg");
    auto const space = platform::space_on(drawer.open());
    REQUIRE(space);
    CHECK(space->free_bytes > 0);
    CHECK_FALSE(space->read_only);
}
