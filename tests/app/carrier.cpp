#include "carrier.h"

#include "file.h"
#include "paths.h"

#include <cerrno>
#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <set>

namespace {

using Step = app::Carried::Step;

std::vector<app::Cargo> two_files() {
    return {{"referat.pdf", std::string(700'000, 'p')}, {"regneark.xlsx", std::string(300'000, 'x')}};
}
app::MakeCargo making(std::vector<app::Cargo> cargo) {
    return [cargo] { return tl::expected<std::vector<app::Cargo>, std::string>(cargo); };
}

/// A stick in memory that goes wrong at a step of one's choice, and from then on.
class Stick final : public app::TargetFolder {
  public:
    std::map<std::string, std::string> files;
    int fails_at = -1; ///< which call fails, from 0
    int error = EIO;
    std::int64_t free = 100'000'000;
    bool lies = false; ///< gives back other bytes than it got
    int calls = 0;

    Result<std::int64_t> room() override {
        if (fails())
            return tl::unexpected(error);
        return free;
    }
    bool has(std::string const& name) override { return files.contains(name); }
    Result<> begin(std::string const& name) override {
        if (fails())
            return tl::unexpected(error);
        m_open = name;
        files[name].clear();
        return {};
    }
    Result<> add(std::string_view bytes) override {
        if (fails()) {
            files[m_open] += bytes.substr(0, bytes.size() / 2); // half of it came that far
            return tl::unexpected(error);
        }
        files[m_open] += bytes;
        return {};
    }
    Result<> end() override { return step(); }
    Result<std::string> read_back(std::string const& name) override {
        if (fails())
            return tl::unexpected(error);
        return lies ? "andet" : files[name];
    }
    Result<> rename(std::string const& from, std::string const& to) override {
        if (fails())
            return tl::unexpected(error);
        auto node = files.extract(from);
        node.key() = to;
        files.insert(std::move(node));
        return {};
    }
    void remove(std::string const& name) override {
        if (fails_at < 0 || calls <= fails_at) // nothing is taken away from a stick that is gone
            files.erase(name);
    }

  private:
    bool fails() { return fails_at >= 0 && calls++ >= fails_at; }
    Result<> step() {
        if (fails())
            return tl::unexpected(error);
        return {};
    }
    std::string m_open;
};

app::Carried carry(app::TargetFolder& target, app::MakeCargo const& make = making(two_files()),
                   std::vector<app::Carried>* told = nullptr) {
    std::atomic<bool> const stopped = false;
    return app::carry(target, make, stopped, [&](app::Carried const& state) {
        if (told)
            told->push_back(state);
    });
}

} // namespace

TEST_CASE("files arrive whole, and only then may the stick be taken out") {
    Stick stick;
    std::vector<app::Carried> told;
    auto const done = carry(stick, making(two_files()), &told);
    CHECK(done.step == Step::Done);
    CHECK(done.may_be_taken_out());
    CHECK(done.files_done == 2);
    CHECK(stick.files.size() == 2);
    CHECK(stick.files["referat.pdf"] == two_files()[0].bytes);
    std::int64_t last = 0;
    for (auto const& state : told) {
        CHECK(state.bytes_done >= last);
        last = state.bytes_done;
        CHECK(state.may_be_taken_out() == (state.step == Step::Done));
    }
    CHECK(last == 1'000'000);
}

TEST_CASE("a stick that is pulled at any moment has nothing half under a name") {
    int steps = 0;
    for (int at = 0; at < 100; ++at) {
        CAPTURE(at);
        Stick stick;
        stick.fails_at = at;
        auto const done = carry(stick);
        if (done.step == Step::Done) {
            steps = at;
            break;
        }
        CHECK(done.step == Step::Failed);
        CHECK(done.fault == app::CarryFault::Gone);
        CHECK_FALSE(done.may_be_taken_out());
        for (auto const& [name, bytes] : stick.files) {
            bool const half = bytes != two_files()[0].bytes && bytes != two_files()[1].bytes;
            CHECK((!half || (name.starts_with(".") && name.ends_with(".part"))));
        }
    }
    CHECK(steps > 10);
}

TEST_CASE("each thing that goes wrong has its own word") {
    struct Row {
        int error;
        app::CarryFault fault;
    };
    for (Row const& row : {Row{ENOSPC, app::CarryFault::NoRoom}, Row{EROFS, app::CarryFault::Protected},
                           Row{EACCES, app::CarryFault::Protected}, Row{ENODEV, app::CarryFault::Gone},
                           Row{EIO, app::CarryFault::Gone}, Row{EINVAL, app::CarryFault::Failed}})
        for (int at = 0; at < 5; ++at) {
            Stick stick;
            stick.fails_at = at;
            stick.error = row.error;
            CHECK(carry(stick).fault == row.fault);
        }
}

TEST_CASE("a full stick says how much is missing, and nothing is written") {
    Stick stick;
    stick.free = 400'000;
    auto const done = carry(stick);
    CHECK(done.fault == app::CarryFault::NoRoom);
    CHECK(done.free == 400'000);
    CHECK(done.missing >= 600'000);
    CHECK(stick.files.empty());
}

TEST_CASE("what a stick gives back otherwise than it got it has no name") {
    Stick stick;
    stick.lies = true;
    auto const done = carry(stick);
    CHECK(done.fault == app::CarryFault::Failed);
    CHECK(stick.files.empty());
}

TEST_CASE("a file that is there is never written over") {
    Stick stick;
    stick.files = {{"referat.pdf", "gammel"}, {"referat_2.pdf", "gammel"}};
    CHECK(carry(stick).step == Step::Done);
    CHECK(stick.files["referat.pdf"] == "gammel");
    CHECK(stick.files["referat_3.pdf"] == two_files()[0].bytes);
}

TEST_CASE("stop takes away what is half and keeps what is whole") {
    Stick stick;
    std::atomic<bool> stopped = false;
    auto const done = app::carry(stick, making(two_files()), stopped, [&](app::Carried const& state) {
        stopped = state.files_done == 1 && state.bytes_done > 700'000;
    });
    CHECK(done.step == Step::Stopped);
    CHECK(stick.files.size() == 1);
    CHECK(stick.files.contains("referat.pdf"));
}

TEST_CASE("nothing to carry says why") {
    Stick stick;
    auto const done = carry(stick, [] {
        return tl::expected<std::vector<app::Cargo>, std::string>(tl::unexpected(std::string("export.not_made")));
    });
    CHECK(done.fault == app::CarryFault::NotMade);
    CHECK(done.key == "export.not_made");
}

TEST_CASE("a real folder, on a thread of its own") {
    TestFolder const folder("carrier");
    {
        app::Carrier carrier([&] { return app::open_target(folder.path()); }, making(two_files()), [] {});
        carrier.wait();
        CHECK(carrier.state().step == Step::Done);
        app::Carrier lost([&] { return app::open_target(folder / "none"); }, making(two_files()), [] {});
        lost.wait();
        CHECK(lost.state().fault == app::CarryFault::Gone);
    }
    std::set<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(folder.path()))
        names.insert(entry.path().filename());
    CHECK(names == std::set<std::string>{"referat.pdf", "regneark.xlsx"});
    CHECK(app::read_file(folder / "referat.pdf").value() == two_files()[0].bytes);
    CHECK(app::open_target(folder / "none").error() == ENOENT);
    std::filesystem::create_directory_symlink(folder.path(), folder / "link");
    CHECK_FALSE(app::open_target(folder / "link").has_value());
}

TEST_CASE("links lying in wait are not followed") {
    TestFolder const folder("carrier-links");
    std::filesystem::create_directory(folder / "stick");
    std::ofstream(folder / "secret") << "uændret";
    std::filesystem::create_symlink(folder / "secret", folder / "stick/.referat.pdf.part");
    std::filesystem::create_symlink(folder / "secret", folder / "stick/referat.pdf");
    auto target = app::open_target(folder / "stick");
    REQUIRE(target.has_value());
    CHECK(carry(**target).step == Step::Done);
    CHECK(app::read_file(folder / "secret").value() == "uændret");
    CHECK(app::read_file(folder / "stick/referat_2.pdf").value() == two_files()[0].bytes);
}

TEST_CASE("a stick that was pulled at any moment and comes back gets what is missing, once") {
    Stick whole;
    whole.fails_at = 1000;
    carry(whole);
    for (int pulled_at = 0; pulled_at < whole.calls; ++pulled_at) {
        CAPTURE(pulled_at);
        Stick stick;
        stick.fails_at = pulled_at;
        auto const first = carry(stick);
        REQUIRE(first.step == Step::Failed);
        CHECK(first.given.size() == static_cast<std::size_t>(first.files_done));
        for (auto const& [name, bytes] : stick.files) // nothing half has a name that anybody opens
            CHECK((name.starts_with(".") || bytes.size() == (name == "referat.pdf" ? 700'000 : 300'000)));
        stick.fails_at = -1;
        auto cargo = two_files();
        for (std::size_t i = 0; i < first.given.size(); ++i)
            cargo[i].given = first.given[i];
        auto const done = carry(stick, making(cargo));
        CHECK(done.step == Step::Done);
        CHECK(done.files_done == 2);
        CHECK(done.bytes_done == 1'000'000);
        CHECK(done.given == std::vector<std::string>{"referat.pdf", "regneark.xlsx"});
        CHECK(stick.files.size() == 2);
    }
}

TEST_CASE("another stick in its place gets all of it") {
    Stick other;
    auto cargo = two_files();
    cargo[0].given = "referat.pdf"; // on the first stick
    CHECK(carry(other, making(cargo)).files_done == 2);
    CHECK(other.files.size() == 2);
}
