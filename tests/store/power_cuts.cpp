// The promise of the tick: what was acknowledged is there after the plug was pulled, at any moment, also
// while the file was being opened after the cut before. And the proof that this rig would see a loss.
#include "store/power.h"
#include "store/samples.h"
#include "store/store.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <set>

using namespace samples;
namespace fs = std::filesystem;

namespace {

struct Score {
    int cuts = 0;
    int acknowledged = 0;
    int lost = 0;    ///< acknowledged operations that were gone
    int halves = 0;  ///< operations that were there in part, or twice
    int corrupt = 0; ///< times that a file did not open or load
};

using SyncRule = std::function<bool(std::string const&)>;

bool every_sync(std::string const&) { return true; }
bool no_sync_of_the_log(std::string const& path) { return !path.ends_with("-wal"); }
bool no_sync(std::string const&) { return false; }

/// One board through several lives, each ended by a cut.
class Life {
  public:
    Life(fs::path folder, std::uint64_t seed, SyncRule rule, Score& score)
        : m_folder(std::move(folder)), m_random(seed), m_rule(std::move(rule)), m_score(score) {}

    void run(fs::path const& newborn, int lives) {
        fs::create_directories(m_folder / "0");
        fs::copy_file(newborn, m_folder / "0" / "board.rundtbord");
        for (int life = 0; life < lives; ++life)
            live(m_folder / std::to_string(life), m_folder / std::to_string(life + 1));
        auto const store = store::Store::open(m_folder / std::to_string(lives) / "board.rundtbord");
        if (store)
            look(*store);
        else
            ++m_score.corrupt;
    }

  private:
    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }

    void live(fs::path const& now, fs::path const& left) {
        Power power(now, m_rule);
        Disk disk([&](DiskCall const& call) { return power.note(call); });
        if (below(2) == 0)
            power.cut_at(1 + below(60), left, m_random());
        int const operations = 1 + below(12);
        for (int sessions = 1 + below(2); sessions > 0 && !power.is_cut(); --sessions)
            meet(now / "board.rundtbord", operations, power, left);
        power.cut(left, m_random());
        ++m_score.cuts;
    }

    void meet(fs::path const& path, int operations, Power& power, fs::path const& left) {
        auto store = store::Store::open(path);
        if (!store) {
            m_score.corrupt += power.is_cut() ? 0 : 1;
            return;
        }
        look(*store);
        for (int i = 0; i < operations && !power.is_cut(); ++i) {
            ++m_last;
            if (store->append(operation(m_last), instant(m_last), events_of(m_last))) {
                m_acknowledged.insert(m_last);
                ++m_score.acknowledged;
            }
            if (below(6) == 0)
                static_cast<void>(store->checkpoint());
        }
        if (below(2) == 0) // just after what was acknowledged last, before it is closed
            power.cut(left, m_random());
    }

    void look(store::Store const& store) {
        auto const records = store.load();
        if (!records) {
            ++m_score.corrupt;
            return;
        }
        std::map<board::OperationId, std::size_t> found;
        for (board::Record const& record : *records)
            ++found[record.operation];
        for (auto const& [id, events] : found)
            m_score.halves += events == 3 ? 0 : 1;
        m_score.lost += static_cast<int>(
            std::erase_if(m_acknowledged, [&](int number) { return !found.contains(operation(number)); }));
    }

    fs::path m_folder;
    std::mt19937_64 m_random;
    SyncRule m_rule;
    Score& m_score;
    std::set<int> m_acknowledged;
    int m_last = 0;
};

Score cut(int cuts, SyncRule const& rule) {
    Score score;
    Folder const nursery;
    make_board(nursery / "board.rundtbord", 0);
    for (int seed = 1; score.cuts < cuts; ++seed) {
        Folder const folder;
        Life(folder.path(), static_cast<std::uint64_t>(seed), rule, score).run(nursery / "board.rundtbord", 4);
    }
    MESSAGE(score.cuts << " cuts, " << score.acknowledged << " acknowledged: " << score.lost << " lost, "
                       << score.halves << " halves, " << score.corrupt << " corrupt");
    return score;
}

/// A few hundred cuts in every run of the tests; more when RUNDT_CUTS says so.
int wanted_cuts() {
    char const* const asked = std::getenv("RUNDT_CUTS");
    return asked == nullptr ? 300 : std::atoi(asked);
}

} // namespace

TEST_CASE("a pulled plug loses nothing that was acknowledged and halves nothing") {
    Score const score = cut(wanted_cuts(), every_sync);
    CHECK(score.acknowledged > score.cuts);
    CHECK(score.lost == 0);
    CHECK(score.halves == 0);
    CHECK(score.corrupt == 0);
}

TEST_CASE("the power rig sees what a lazier store would lose") {
    CHECK(cut(100, no_sync_of_the_log).lost > 0);
    Score const careless = cut(100, no_sync);
    CHECK(careless.lost > 0);
    CHECK(careless.corrupt > 0);
}
