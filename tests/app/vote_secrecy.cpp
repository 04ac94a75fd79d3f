// The secrecy of a vote, put to somebody who reads every file: the hit rate must be that of guessing the winner each
// time, over many rounds. A wall with a leak is put to the same one, who must find it.
#include "attacker.h"
#include "demo_wall.h"
#include "exporters/exports.h"
#include "store/store.h"
#include "ui_map.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

namespace {

constexpr int rounds = 24, voters = 7, candidates = 4;

/// What a wall could do wrong with each ballot that is handed in.
enum class Leak { None, Counters, EventPerDot, LogLine, Draft };

/// Counts in the order of the candidates, kept in a table that grows by one with each ballot.
class CounterTable {
  public:
    explicit CounterTable(std::filesystem::path const& file) {
        sqlite3_open(file.c_str(), &m_db);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA wal_autocheckpoint = 0");
        run("CREATE TABLE tally (idea TEXT PRIMARY KEY, n INTEGER)");
    }
    ~CounterTable() { sqlite3_close(m_db); }
    CounterTable(CounterTable const&) = delete;
    CounterTable& operator=(CounterTable const&) = delete;
    void count(std::string const& idea) {
        run("INSERT INTO tally VALUES ('" + idea + "', 1) ON CONFLICT DO UPDATE SET n = n + 1");
    }

  private:
    void run(std::string const& sql) { REQUIRE(sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) == 0); }
    sqlite3* m_db = nullptr;
};

/// The real app, with everything it can leave behind in one folder.
class Polling {
  public:
    Polling(TestFolder const& folder, Leak leak) : m_folder(folder.path()), m_leak(leak) {
        if (leak == Leak::Counters)
            m_counters.emplace(m_folder / "counters");
        spdlog::set_default_logger(std::make_shared<spdlog::logger>(
            "wall", std::make_shared<spdlog::sinks::basic_file_sink_mt>((m_folder / "wall.log").string())));
        spdlog::set_level(spdlog::level::trace);
        spdlog::flush_on(spdlog::level::trace);
        open();
        gather();
        if (leak == Leak::Draft)
            write_counts();
        take_home();
    }
    ~Polling() { spdlog::set_default_logger(m_old_logger); }
    Polling(Polling const&) = delete;
    Polling& operator=(Polling const&) = delete;

    /// One round, each voter giving a dot to the candidate of that place in the order of the ideas' numbers.
    attacker::Watched poll(std::vector<int> const& votes) {
        attacker::Watched seen{.marks = marks(), .sums = std::vector<int>(candidates)};
        tap("vote/dots/less");
        tap("vote/open");
        m_app->table().drain(); // that the round was opened may be written
        for (std::size_t voter = 0; voter < votes.size(); ++voter) {
            std::vector<attacker::Files> moments{files()};
            tap("vote/person/" + std::to_string(voter + 1));
            moments.push_back(files());
            tap("ballot/1/idea/" + std::to_string(votes[voter] + 1));
            moments.push_back(files());
            tap("ballot/1/cast");
            leak(votes[voter]);
            moments.push_back(files());
            seen.moments.push_back(std::move(moments));
            ++seen.sums[static_cast<std::size_t>(votes[voter])];
        }
        take_home();
        seen.before_closing = files();
        tap("vote/close");
        tap("vote/reveal");
        m_app->table().drain();
        take_home();
        seen.after = files();
        tap("vote/back");
        go_to_vote();
        return seen;
    }

    board::Board const& board() const { return m_app->board(); }

  private:
    void open() {
        auto const file = m_folder / "board.rundtbord";
        std::ostringstream out, err;
        REQUIRE(app::run_new({.file = file, .demo = {}}, {m_words, assets, m_moment.now, out, err}) == 0);
        auto store = store::Store::open(file);
        REQUIRE(store);
        auto records = store->load();
        REQUIRE(records);
        auto writer = std::make_unique<store::Writer>(std::move(*store), [] {});
        auto shown_with = app::load_assets(assets, "/usr/share/fonts/opentype/inter");
        REQUIRE(shown_with);
        app::AppSetup setup{.assets = assets,
                            .config = {},
                            .board_file = file,
                            .settings_file = m_folder / "wall.toml",
                            .pin_file = m_folder / "wall.pin",
                            .pin_cost = app::PinCost::Least};
        auto table = std::make_unique<app::Table>(std::move(*records), std::move(writer));
        m_app = std::make_unique<app::App>(std::move(setup), std::move(*shown_with), std::move(table),
                                           app::IdSource(7));
        frames(2);
    }

    void gather() {
        for (int i = 0; i < voters; ++i)
            ask(board::AddParticipant{
                {m_ids.next(m_moment.now.at)}, "Deltager " + std::to_string(i + 1), board::Role::Employee});
        for (int i = 0; i < candidates; ++i) {
            board::AddIdea idea;
            idea.id = {m_ids.next(m_moment.now.at)};
            idea.text = "Forslag nummer " + std::to_string(i + 1);
            ask(idea);
        }
        go_to_vote();
    }

    void ask(board::Command const& command) {
        REQUIRE(m_app->table().ask({m_ids.next(m_moment.now.at)}, command, m_moment.now));
        m_app->table().drain();
    }

    void go_to_vote() { tap("dock/vote"); }

    void frame(std::vector<ui::PointerEvent> fingers = {}) {
        m_now_s += 1.0 / 60;
        ui::InputFrame input{.now_s = m_now_s, .size = {1920, 1080}, .pointers = std::move(fingers), .keys = {}};
        for (auto& finger : input.pointers)
            finger.at_s = m_now_s;
        m_app->frame(input, m_moment, 0.75F);
        m_map.update(*m_app);
    }
    void frames(int n) {
        for (; n > 0; --n)
            frame();
    }
    void tap(std::string const& id) {
        frames(2);
        auto const& items = m_app->ui().items();
        auto const item = std::find_if(items.begin(), items.end(), [&](ui::Item const& one) { return one.id == id; });
        REQUIRE_MESSAGE(item != items.end(), id, " is not on the wall");
        REQUIRE_MESSAGE(item->enabled, id, " is not enabled");
        ui::Vec2 const at = item->rect.clipped(item->clip).centre();
        ++m_finger;
        frame({{m_finger, ui::PointerPhase::Down, at, 0}});
        frame();
        frame({{m_finger, ui::PointerPhase::Up, at, 0}});
        m_now_s += 0.2; // a hand's next tap
        frames(2);
    }

    attacker::Files files() const { return attacker::read_all(m_folder); }

    /// The exports, during the vote and after it.
    void take_home() {
        for (auto const format : {exporters::Format::Data, exporters::Format::Tables}) {
            auto const files = exporters::make_files({.format = format}, board(), m_words, m_moment.now);
            REQUIRE(files);
            for (exporters::File const& file : *files)
                std::ofstream(m_folder / file.name, std::ios::binary) << file.bytes;
        }
    }

    /// All that may stand for a candidate in a file.
    std::vector<std::vector<std::string>> marks() const {
        std::vector<std::vector<std::string>> all;
        for (auto const& idea : board().ideas) {
            auto const& bytes = idea.id.value.bytes;
            all.push_back({std::string(reinterpret_cast<char const*>(bytes.data()), bytes.size()),
                           to_string(idea.id.value), idea.text, "idea/" + std::to_string(idea.no) + "\""});
        }
        return all;
    }

    void leak(int vote) {
        auto const& idea = board().ideas[static_cast<std::size_t>(vote)];
        ++m_counts[static_cast<std::size_t>(vote)];
        switch (m_leak) {
        case Leak::None: return;
        case Leak::Counters: return m_counters->count(to_string(idea.id.value));
        case Leak::EventPerDot: return ask(board::PlaceIdea{idea.id, {}});
        case Leak::LogLine: return spdlog::info("a ballot was handed in: {}", idea.text);
        case Leak::Draft: return write_counts();
        }
    }
    void write_counts() const {
        std::ofstream out(m_folder / "drafts");
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            out << to_string(board().ideas[i].id.value) << ": " << m_counts[i] << "\n";
    }

    std::filesystem::path m_folder;
    Leak m_leak;
    std::optional<CounterTable> m_counters;
    std::vector<int> m_counts = std::vector<int>(candidates);
    std::shared_ptr<spdlog::logger> m_old_logger = spdlog::default_logger();
    app::Moment m_moment = *app::parse_moment("2026-11-23T09:42");
    app::IdSource m_ids{11};
    text::Words m_words = words_in(text::Language::Danish);
    std::unique_ptr<app::App> m_app;
    app::UiMapFile m_map{m_folder / "ui-map.json"};
    double m_now_s = 1;
    ui::PointerId m_finger = 0;
};

/// What an attack comes to over all rounds.
struct Score {
    std::string way;
    int hits = 0;    ///< votes guessed right
    int winners = 0; ///< right if the winner was guessed each time
    int votes = 0;
    /// More than chance gives it: four times the spread of as many coins.
    bool knows_something() const { return hits > winners + 4 * std::sqrt(votes * 0.25); }
    bool knows_all() const { return hits == votes; }
};

std::vector<int> some_votes(std::mt19937& random) {
    std::vector<int> votes;
    for (int i = 0; i < voters; ++i)
        votes.push_back(static_cast<int>(random() % candidates));
    return votes;
}

/// Nothing on disk but the UI map changes while people vote.
void check_that_files_rest(attacker::Watched const& seen) {
    auto before = seen.moments.front().front(), after = seen.moments.back().back();
    before.erase("ui-map.json");
    after.erase("ui-map.json");
    for (auto const& file : after) {
        INFO(file.first);
        CHECK(before.count(file.first) == 1);
        CHECK((before[file.first] == file.second)); // in brackets: a difference would be told byte by byte
    }
    CHECK(before.size() == after.size());
}

std::vector<Score> attack(Leak leak, int how_many) {
    TestFolder const folder("secrecy-" + std::to_string(static_cast<int>(leak)));
    Polling polling(folder, leak);
    std::mt19937 random(42);
    std::vector<Score> scores;
    std::vector<attacker::Way> ways;
    for (int round = 0; round < how_many; ++round) {
        auto const votes = some_votes(random);
        auto const seen = polling.poll(votes);
        if (leak == Leak::None)
            check_that_files_rest(seen);
        if (ways.empty()) {
            std::vector<std::string> names;
            for (auto const& [name, bytes] : seen.after)
                names.push_back(name);
            ways = attacker::ways_against(names);
            for (auto const& way : ways)
                scores.push_back({.way = way.name});
        }
        int const most = *std::max_element(seen.sums.begin(), seen.sums.end());
        for (std::size_t i = 0; i < ways.size(); ++i) {
            auto const guess = ways[i].guess(seen);
            for (std::size_t voter = 0; voter < votes.size(); ++voter)
                scores[i].hits += guess[voter] == votes[voter];
            scores[i].winners += most;
            scores[i].votes += voters;
        }
    }
    return scores;
}

} // namespace

TEST_CASE("whoever reads every file knows no more of a vote than its result") {
    auto const scores = attack(Leak::None, rounds);
    REQUIRE(scores.size() > 20); // the board, its log, the map, the wall's log, the exports
    for (auto const& score : scores) {
        CAPTURE(score.way);
        CAPTURE(score.hits);
        CAPTURE(score.winners);
        CHECK_FALSE(score.knows_something());
    }
}

TEST_CASE("the same reader finds every vote where there is a leak") {
    for (auto const leak : {Leak::Counters, Leak::EventPerDot, Leak::LogLine, Leak::Draft}) {
        CAPTURE(static_cast<int>(leak));
        auto const scores = attack(leak, 4);
        CHECK(std::any_of(scores.begin(), scores.end(), [](Score const& score) { return score.knows_all(); }));
    }
}
