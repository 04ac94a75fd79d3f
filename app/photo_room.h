// Where photos come from and are kept ready: the sticks' thumbnails, the board's photos in the sizes they are shown,
// and the way of one from a stick to the board's file. Slow work is done elsewhere; nothing here waits.
#pragma once

#include "errands.h"
#include "photos/decoder.h"
#include "platform/sticks.h"
#include "table.h"
#include "text/words.h"
#include "ui/screens/photos.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// What a refused picture is told as.
std::string sentence_of(text::Words const& words, photos::Refusal const& refusal);

class PhotoRoom {
  public:
    struct Setup {
        platform::Sticks sticks;
        photos::Decoder decoder{};
        std::function<void()> wake{}; ///< called from other threads when there is something new
    };
    explicit PhotoRoom(Setup setup);

    /// Takes in what has come since the last frame.
    void begin_frame(double now_s, Table& table);
    /// Sends for what was missed in this one.
    void end_frame(Table& table);
    screens::Tile photo(board::Photo const& photo, int w, int h);
    screens::Tile thumbnail(std::string const& key, int w, int h, text::Words const& words);
    /// Somebody has the sticks before their eyes in this frame.
    void look();
    screens::PhotoShelf const& shelf() const { return m_shelf; }

    /// A photo on its way from a stick to a pad.
    struct Taken {
        std::string tag;
        photos::Result<photos::Kept> kept;
        bool pulled = false; ///< its stick was taken out
    };
    void take(std::string const& key, std::string tag);
    std::vector<Taken> take_taken() { return std::exchange(m_taken, {}); }

    ui::Pictures const& pictures() const { return m_pictures; }
    /// When sticks are to be looked for again, seconds on the frames' clock; infinity: nobody looks.
    double next_look_s() const;
    bool idle() const { return m_on_sticks.idle() && m_on_board.idle() && m_fetching.empty(); }
    /// Waits for what is under way (scripts).
    void drain();

  private:
    struct Size {
        int w = 0, h = 0;
        auto operator<=>(Size const&) const = default;
    };
    struct TileKey {
        std::string name; ///< a photo's hash, or a key on a stick
        Size size;
        auto operator<=>(TileKey const&) const = default;
    };
    struct KeptTile {
        screens::Tile tile;
        std::optional<photos::Refusal> refusal{};
        std::uint64_t seen = 0; ///< the frame
    };
    struct OnStick {
        platform::Stick stick;
        platform::StickFile file;
    };
    struct Missed {
        TileKey key;
        bool on_stick = false;
    };

    KeptTile tile(TileKey key, bool on_stick);
    void send_for_thumbnail(TileKey const& key);
    void decode(TileKey const& key, std::string jpeg);
    void put(TileKey const& key, ui::Picture picture, std::optional<photos::Refusal> refusal);
    void evict();
    void look_for_sticks(); // and, when nobody has looked, forget that one was pulled
    void found_sticks(std::vector<platform::Stick> const& sticks);
    void list(platform::Stick const& stick);
    void found_files(platform::Stick const& stick, platform::StickResult<platform::StickListing> const& found);

    Setup m_setup;
    ui::Pictures m_pictures;
    std::map<TileKey, KeptTile> m_tiles;
    std::vector<Missed> m_missed;              ///< by what was drawn in this frame, in that order
    std::map<std::string, TileKey> m_fetching; ///< photos asked of the store, by their hash
    std::uint64_t m_frame = 0;
    std::vector<Taken> m_taken;

    screens::PhotoShelf m_shelf;
    std::vector<platform::Stick> m_sticks; ///< as on the shelf
    std::map<std::string, OnStick> m_on_stick;
    int m_listings = 0;
    std::uint64_t m_looked = 0; ///< the last frame in which somebody did
    double m_now_s = 0, m_next_look_s = 0;

    Errands m_on_sticks, m_on_board; ///< last: they end before what they report to
};

} // namespace app
