// The gate before the facilitator's pages, on a clock of the test's own: tries, waits, restarts, locks, and a file that
// is damaged, gone or cannot be written.
#include "gate.h"

#include "paths.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <sys/stat.h>

using app::Gate;
using app::PinCost;
using Said = screens::PinFacts::Said;
using State = screens::PinFacts::State;

namespace {

constexpr char const* pin = "740295";

std::string bytes_of(std::filesystem::path const& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// A machine whose program can be started again at any time of its own clock.
struct Machine {
    TestFolder folder{"gate"};
    std::filesystem::path file = folder / "wall.pin";
    double now_s = 100;
    std::unique_ptr<app::Errands> errands;
    std::unique_ptr<Gate> gate;

    Machine() { start(); }
    ~Machine() { errands.reset(); }
    void start(double at_s = 100) {
        errands = std::make_unique<app::Errands>();
        gate = std::make_unique<Gate>(file, PinCost::Least, *errands);
        now_s = at_s;
        gate->pass(now_s, false);
    }
    void settle() {
        while (!errands->idle()) {
            errands->drain();
            errands->report();
        }
    }
    void pass(double seconds, bool touched = false) {
        now_s += seconds;
        gate->pass(now_s, touched);
        settle();
    }
    void wish(screens::WallWish const& wish) {
        gate->wish(wish, now_s);
        settle();
    }
    std::string choose(std::string const& chosen = pin) {
        wish(screens::ChoosePin{chosen});
        auto code = facts().new_code;
        wish(screens::CodeIsWritten{});
        return code;
    }
    bool opens(std::string const& typed = pin) {
        wish(screens::OpenWithPin{typed});
        return gate->is_open();
    }
    void fail(int times) {
        for (int i = 0; i < times; ++i) {
            pass(facts().wait_s);
            CHECK_FALSE(opens("000001"));
        }
    }
    screens::PinFacts facts() const { return gate->facts(now_s); }
};

} // namespace

TEST_CASE("the first to come chooses a PIN; there is none before") {
    Machine wall;
    CHECK(wall.facts().state == State::NotSet);
    for (char const* guess : {"", "0000", "000000", "123456", pin})
        CHECK_FALSE(wall.opens(guess));
    wall.wish(screens::ChoosePin{"123456"}); // obvious: the page has refused it already
    CHECK(wall.facts().state == State::NotSet);
    auto const code = wall.choose();
    CHECK(code.size() == 24);
    CHECK(wall.gate->is_open());
    CHECK(wall.facts().state == State::Set);
    CHECK(wall.facts().new_code.empty()); // shown once
}

TEST_CASE("nobody chooses another while one is set") {
    Machine wall;
    wall.choose();
    wall.gate->lock();
    wall.wish(screens::ChoosePin{"604817"});
    CHECK_FALSE(wall.gate->is_open());
    CHECK_FALSE(wall.opens("604817"));
    CHECK(wall.opens());
}

TEST_CASE("the file holds neither PIN nor code, and only its owner reads it") {
    Machine wall;
    ::umask(0);
    auto const code = wall.choose();
    auto const bytes = bytes_of(wall.file);
    CHECK(bytes.find(pin) == std::string::npos);
    CHECK(bytes.find(code.substr(0, 4)) == std::string::npos);
    CHECK(bytes.find("$argon2id$") != std::string::npos);
    struct stat about {};
    REQUIRE(::stat(wall.file.c_str(), &about) == 0);
    CHECK((about.st_mode & 07777) == 0600);
    CHECK_FALSE(std::filesystem::exists(wall.file.string() + ".part"));
    ::umask(022);
}

TEST_CASE("wrong ones: two more tries, then waits that grow, then never more than a quarter of an hour") {
    Machine wall;
    wall.choose();
    wall.gate->lock();
    struct Row {
        int free_tries, wait_s;
    };
    for (Row const row : {Row{2, 0}, {1, 0}, {0, 5}, {0, 30}, {0, 120}, {0, 600}, {0, 900}, {0, 900}}) {
        wall.fail(1);
        CHECK(wall.facts().said == Said::Wrong);
        CHECK(wall.facts().free_tries == row.free_tries);
        CHECK(wall.facts().wait_s == row.wait_s);
    }
    CHECK_FALSE(wall.opens()); // the right one does not count while the wait lasts…
    wall.pass(899.5);
    CHECK_FALSE(wall.opens());
    wall.pass(0.6);
    CHECK(wall.opens()); // …and nobody is locked out for ever
    wall.gate->lock();
    wall.fail(2);
    CHECK(wall.facts().wait_s == 0); // forgotten by the right one
}

TEST_CASE("a restart gives nobody a try, and shortens no wait") {
    for (int const wrong : {1, 2, 3, 5, 7}) {
        CAPTURE(wrong);
        Machine wall;
        wall.choose();
        wall.gate->lock();
        wall.fail(wrong);
        int const wait_s = wall.facts().wait_s;
        wall.pass(wait_s * 0.5);
        wall.start(3); // another clock, far back: nothing is measured by it
        CHECK(wall.facts().wait_s == wait_s);
        CHECK(wall.opens() == (wait_s == 0));
        wall.gate->lock();
        wall.pass(wait_s);
        CHECK(wall.opens());
    }
}

TEST_CASE("a wait that is over is not begun again by a restart, but the next wrong one waits longer") {
    Machine wall;
    wall.choose();
    wall.gate->lock();
    wall.fail(4);
    wall.pass(30);
    wall.start(1);
    CHECK(wall.facts().wait_s == 0);
    CHECK_FALSE(wall.opens("000001"));
    CHECK(wall.facts().wait_s == 120);
}

TEST_CASE("a try is on the disk before its answer is known") {
    Machine wall;
    wall.choose();
    wall.gate->lock();
    app::PinStore store(wall.file, PinCost::Least);
    for (int i = 1; i <= 3; ++i) {
        wall.gate->wish(screens::OpenWithPin{"000001"}, wall.now_s);
        wall.errands->drain(); // judged, and not yet taken in by any frame
        CHECK_FALSE(wall.gate->is_open());
        CHECK(store.state().wrong == i);
        wall.errands->report();
    }
    wall.gate->wish(screens::OpenWithPin{pin}, wall.now_s); // in the wait: not even tried
    wall.settle();
    CHECK(store.state().wrong == 3);
}

TEST_CASE("the pages lock themselves after two minutes without a touch, and at once when asked to") {
    Machine wall;
    wall.choose();
    for (int i = 0; i < 5; ++i) {
        wall.pass(119, true);
        CHECK(wall.gate->is_open());
    }
    CHECK(wall.gate->locks_in_s(wall.now_s) == 120);
    wall.pass(119);
    CHECK(wall.gate->is_open());
    wall.pass(1, true); // a touch that comes when it has locked does not open it
    CHECK_FALSE(wall.gate->is_open());
    CHECK(wall.opens());
    wall.gate->lock();
    CHECK_FALSE(wall.gate->is_open());
}

TEST_CASE("the recovery code opens the way to a new PIN, and is then another one") {
    Machine wall;
    auto const code = wall.choose();
    wall.gate->lock();
    wall.wish(screens::OpenWithCode{"0000 0000 0000 0000 0000"});
    CHECK(wall.facts().said == Said::Wrong);
    CHECK(wall.facts().free_tries == 2); // counted as any
    wall.wish(screens::OpenWithCode{code});
    CHECK(wall.facts().choosing);
    CHECK_FALSE(wall.gate->is_open());
    auto const next = wall.choose("604817");
    CHECK(next != code);
    CHECK(wall.gate->is_open());
    wall.gate->lock();
    CHECK_FALSE(wall.opens());
    CHECK(wall.opens("604817"));
    wall.gate->lock();
    wall.wish(screens::OpenWithCode{code});
    CHECK_FALSE(wall.facts().choosing);
}

TEST_CASE("a recovery code that was right is forgotten when the wall is left") {
    Machine wall;
    auto const code = wall.choose();
    wall.gate->lock();
    wall.wish(screens::OpenWithCode{code});
    wall.gate->lock();
    wall.wish(screens::ChoosePin{"604817"});
    CHECK_FALSE(wall.gate->is_open());
    CHECK(wall.opens());
}

TEST_CASE("changing the PIN needs the old one, given again") {
    Machine wall;
    wall.choose();
    wall.wish(screens::ChangePin{"000001", "604817"});
    CHECK(wall.facts().said == Said::Wrong);
    wall.wish(screens::ChangePin{pin, "604817"});
    CHECK(wall.facts().said == Said::Changed);
    CHECK(wall.facts().new_code.size() == 24);
    wall.gate->lock();
    CHECK_FALSE(wall.opens());
    CHECK(wall.opens("604817"));
    wall.gate->lock();
    wall.wish(screens::ChangePin{"604817", "385092"}); // locked
    CHECK(wall.opens("604817"));
}

TEST_CASE("a damaged file opens for nobody, and costs nothing but a way to the machine") {
    for (std::string const bytes : {"", "{", "null", "[]", "\xff\xfe\x00", "{\"format\": \"rundt-bordet-pin\"}",
                                    "{\"format\": \"rundt-bordet-pin\", \"version\": 1, \"pin\": \"\", \"recovery\": "
                                    "\"\", \"wrong\": 0, \"waited\": false}",
                                    "{\"format\": \"rundt-bordet-pin\", \"version\": 2}"}) {
        CAPTURE(bytes);
        Machine wall;
        wall.choose();
        std::ofstream(wall.file, std::ios::trunc | std::ios::binary) << bytes;
        wall.start();
        CHECK(wall.facts().state == State::Damaged);
        CHECK_FALSE(wall.opens());
        CHECK_FALSE(wall.opens(""));
        wall.wish(screens::ChoosePin{"604817"});
        CHECK_FALSE(wall.gate->is_open());
        CHECK(bytes_of(wall.file) == bytes); // left as it is, for who mends it
    }
}

TEST_CASE("a file cut short or changed in any byte never opens with a wrong PIN") {
    Machine wall;
    wall.choose();
    auto const whole = bytes_of(wall.file);
    for (std::size_t i = 0; i < whole.size(); i += 3) {
        auto changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        for (auto const& bytes : {whole.substr(0, i), changed}) {
            CAPTURE(i);
            std::ofstream(wall.file, std::ios::trunc | std::ios::binary) << bytes;
            wall.start();
            wall.pass(3600);
            CHECK_FALSE(wall.opens("000001"));
            CHECK_FALSE(wall.gate->is_open());
        }
    }
}

TEST_CASE("what is done at the machine while the wall runs counts at the next try") {
    Machine wall;
    wall.choose();
    wall.gate->lock();
    wall.fail(3);
    std::filesystem::remove(wall.file); // rundt-bordet pin reset
    wall.pass(5);
    CHECK_FALSE(wall.opens());
    CHECK(wall.facts().state == State::NotSet);
    wall.choose("604817");
    CHECK(wall.gate->is_open());
}

TEST_CASE("on a disk that takes nothing, tries are counted all the same, and none is free") {
    Machine wall;
    wall.choose();
    wall.gate->lock();
    std::filesystem::create_directory(wall.file.string() + ".part"); // nothing can be written beside the file now
    CHECK_FALSE(wall.opens("000001"));
    CHECK(wall.facts().wait_s == 5);
    wall.pass(5);
    CHECK_FALSE(wall.opens("000001"));
    CHECK(wall.facts().wait_s == 30);
    wall.pass(30);
    CHECK(wall.opens());
}

TEST_CASE("the hash is as slow to guess as it must be, and is judged beside the frames") {
    TestFolder const folder("gate-slow");
    app::Errands errands;
    Gate gate(folder / "pin", PinCost::Moderate, errands);
    gate.pass(1, false);
    gate.wish(screens::ChoosePin{pin}, 1);
    CHECK(gate.facts(1).working);
    CHECK_FALSE(gate.is_open());
    errands.drain();
    errands.report();
    CHECK(gate.is_open());
    CHECK(bytes_of(folder / "pin").find("$argon2id$v=19$m=262144,t=3,p=1$") != std::string::npos);
}
