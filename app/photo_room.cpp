// A tile that is drawn and not there yet is noted, and one of those is sent for after each frame, so that what has been
// scrolled away is never waited for.
#include "photo_room.h"

#include "text/format.h"

#include <algorithm>
#include <array>
#include <limits>
#include <spdlog/spdlog.h>

namespace app {

namespace {

constexpr double look_every_s = 1;
constexpr std::size_t most_tile_bytes = 160 << 20; // about forty photos as large as cards are on a 4K wall, twice over
constexpr int corner_part = 24;                    // a corner's radius is this part of the shorter side

ui::Picture picture_of(photos::Pixels const& pixels) {
    return ui::picture_of(pixels.w, pixels.h, pixels.rgb, std::max(2, std::min(pixels.w, pixels.h) / corner_part));
}

std::size_t bytes_of(screens::Tile const& tile) {
    return 4 * static_cast<std::size_t>(tile.w) * static_cast<std::size_t>(tile.h);
}

/// By their names alone: what is in them is found out when they are looked at.
bool may_be_a_photo(std::string_view name) {
    constexpr std::array endings{".jpg",  ".jpeg", ".jpe", ".jfif", ".png",  ".gif",  ".heic",
                                 ".heif", ".webp", ".svg", ".tif",  ".tiff", ".avif", ".bmp"};
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::any_of(endings.begin(), endings.end(), [&](char const* ending) { return lower.ends_with(ending); });
}

std::string key_of(photos::Format format) {
    switch (format) {
    case photos::Format::Gif: return "photo.format_gif";
    case photos::Format::Heic: return "photo.format_heic";
    case photos::Format::WebP: return "photo.format_webp";
    case photos::Format::Svg: return "photo.format_svg";
    case photos::Format::Tiff: return "photo.format_tiff";
    case photos::Format::Avif: return "photo.format_avif";
    case photos::Format::Bmp: return "photo.format_bmp";
    case photos::Format::Unknown:
    case photos::Format::Jpeg:
    case photos::Format::Png: break;
    }
    return "photo.format_unknown";
}

/// What stands in a thumbnail's place.
std::string short_problem(text::Words const& words, photos::Refusal const& refusal) {
    switch (refusal.fault) {
    case photos::Fault::OtherFormat: return words.get(key_of(refusal.format) + "_short");
    case photos::Fault::TooManyPixels:
    case photos::Fault::TooManyBytes: return words.get("photo.large_short");
    case photos::Fault::Damaged:
    case photos::Fault::CannotRead: break;
    }
    return words.get("photo.damaged_short");
}

} // namespace

std::string sentence_of(text::Words const& words, photos::Refusal const& refusal) {
    auto const number = [&](double value) { return text::number(words.language(), value, 0); };
    switch (refusal.fault) {
    case photos::Fault::OtherFormat:
        return words.say("photo.other_format", {{"format", words.get(key_of(refusal.format))}});
    case photos::Fault::TooManyPixels:
        return words.say("photo.too_many_pixels", {{"w", number(refusal.size.w)}, {"h", number(refusal.size.h)}});
    case photos::Fault::TooManyBytes:
        return words.say("photo.too_many_bytes", {{"mb", number(static_cast<double>(refusal.bytes) / 1e6 + 0.5)}});
    case photos::Fault::Damaged:
    case photos::Fault::CannotRead: break;
    }
    return words.get("photo.damaged");
}

PhotoRoom::PhotoRoom(Setup setup) : m_setup(std::move(setup)), m_on_sticks(m_setup.wake), m_on_board(m_setup.wake) {}

void PhotoRoom::begin_frame(double now_s, Table& table) {
    m_now_s = now_s;
    m_on_sticks.report();
    m_on_board.report();
    for (auto& fetched : table.take_photos()) {
        auto const wanted = m_fetching.extract(fetched.hash);
        if (wanted.empty())
            continue;
        if (fetched.bytes) {
            decode(wanted.mapped(), std::move(*fetched.bytes));
        } else {
            spdlog::error("a photo cannot be read: {}", fetched.bytes.error().detail);
            put(wanted.mapped(), {}, photos::Refusal{});
        }
    }
    look_for_sticks();
    evict();
    m_missed.clear();
    ++m_frame;
}

screens::Tile PhotoRoom::photo(board::Photo const& photo, int w, int h) {
    auto const side = [](int length) { return std::clamp(length, 1, 4096); };
    return tile({photo.hash, {side(w), side(h)}}, false).tile;
}

screens::Tile PhotoRoom::thumbnail(std::string const& key, int w, int h, text::Words const& words) {
    auto kept = tile({key, {std::max(1, w), std::max(1, h)}}, true);
    if (kept.refusal)
        kept.tile.problem = short_problem(words, *kept.refusal);
    return kept.tile;
}

PhotoRoom::KeptTile PhotoRoom::tile(TileKey key, bool on_stick) {
    auto const exact = m_tiles.find(key);
    if (exact != m_tiles.end()) {
        exact->second.seen = m_frame;
        return exact->second;
    }
    KeptTile stand_in;
    for (auto other = m_tiles.lower_bound({key.name, {}}); other != m_tiles.end() && other->first.name == key.name;
         ++other)
        stand_in = other->second;
    m_missed.push_back({std::move(key), on_stick});
    return stand_in;
}

void PhotoRoom::end_frame(Table& table) {
    auto const first = [&](bool on_stick) {
        return std::find_if(m_missed.begin(), m_missed.end(), [&](Missed const& missed) {
            return missed.on_stick == on_stick && !m_tiles.contains(missed.key);
        });
    };
    auto const photo = first(false);
    if (photo != m_missed.end() && m_fetching.empty() && m_on_board.idle()) {
        m_fetching.emplace(photo->key.name, photo->key);
        table.fetch_photo(photo->key.name);
    }
    auto const thumbnail = first(true);
    if (thumbnail != m_missed.end() && m_on_sticks.idle())
        send_for_thumbnail(thumbnail->key);
}

void PhotoRoom::send_for_thumbnail(TileKey const& key) {
    auto const at = m_on_stick.find(key.name);
    if (at == m_on_stick.end())
        return;
    m_on_sticks.run([this, key, from = at->second, sticks = m_setup.sticks, decoder = m_setup.decoder] {
        auto root = sticks.open(from.stick);
        auto file = root ? platform::open_file(*root, from.file.path) : tl::unexpected(root.error());
        auto pixels = file ? decoder.inside(file->number(), {key.size.w, key.size.h})
                           : photos::Result<photos::Pixels>(tl::unexpected(photos::Refusal{}));
        auto picture = pixels ? picture_of(*pixels) : ui::Picture{};
        auto refusal = pixels ? std::nullopt : std::optional(pixels.error());
        return [this, key, picture = std::move(picture), refusal]() mutable { put(key, std::move(picture), refusal); };
    });
}

void PhotoRoom::decode(TileKey const& key, std::string jpeg) {
    m_on_board.run([this, key, jpeg = std::move(jpeg), decoder = m_setup.decoder] {
        auto pixels = decoder.exactly(jpeg, {key.size.w, key.size.h});
        auto picture = pixels ? picture_of(*pixels) : ui::Picture{};
        auto refusal = pixels ? std::nullopt : std::optional(pixels.error());
        return [this, key, picture = std::move(picture), refusal]() mutable { put(key, std::move(picture), refusal); };
    });
}

void PhotoRoom::put(TileKey const& key, ui::Picture picture, std::optional<photos::Refusal> refusal) {
    KeptTile kept{.tile = {.broken = refusal.has_value()}, .refusal = refusal, .seen = m_frame};
    if (!refusal) {
        kept.tile.w = picture.w, kept.tile.h = picture.h;
        kept.tile.id = m_pictures.add(std::move(picture));
    }
    m_tiles.insert_or_assign(key, std::move(kept));
}

/// What has not been seen for the longest goes first; what is on the wall stays.
void PhotoRoom::evict() {
    std::size_t bytes = 0;
    for (auto const& [key, kept] : m_tiles)
        bytes += bytes_of(kept.tile);
    while (bytes > most_tile_bytes) {
        auto const oldest = std::min_element(
            m_tiles.begin(), m_tiles.end(), [](auto const& a, auto const& b) { return a.second.seen < b.second.seen; });
        if (oldest->second.seen + 2 > m_frame)
            return;
        bytes -= bytes_of(oldest->second.tile);
        m_pictures.remove(oldest->second.tile.id);
        m_tiles.erase(oldest);
    }
}

void PhotoRoom::look() { m_looked = m_frame; }

double PhotoRoom::next_look_s() const {
    return m_looked == m_frame ? m_next_look_s : std::numeric_limits<double>::infinity();
}

void PhotoRoom::look_for_sticks() {
    if (m_looked != m_frame) { // nobody did in the last frame
        m_next_look_s = 0;
        m_shelf.pulled = false;
        return;
    }
    if (m_now_s < m_next_look_s)
        return;
    m_next_look_s = m_now_s + look_every_s;
    m_on_sticks.run([this, sticks = m_setup.sticks] { return [this, found = sticks.list()] { found_sticks(found); }; });
}

void PhotoRoom::found_sticks(std::vector<platform::Stick> const& sticks) {
    auto const is_in = [](std::vector<platform::Stick> const& all, platform::Stick const& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    for (std::size_t i = m_sticks.size(); i-- > 0;) {
        if (is_in(sticks, m_sticks[i]))
            continue;
        for (auto const& photo : m_shelf.sticks[i].photos)
            m_on_stick.erase(photo.key);
        m_sticks.erase(m_sticks.begin() + static_cast<std::ptrdiff_t>(i));
        m_shelf.sticks.erase(m_shelf.sticks.begin() + static_cast<std::ptrdiff_t>(i));
        m_shelf.pulled = true;
    }
    for (auto const& stick : sticks)
        if (!is_in(m_sticks, stick)) {
            m_sticks.push_back(stick);
            m_shelf.sticks.push_back({.name = stick.name});
            m_shelf.pulled = false;
            list(stick);
        }
}

void PhotoRoom::list(platform::Stick const& stick) {
    m_on_sticks.run([this, stick, sticks = m_setup.sticks] {
        platform::StickWalk walk;
        walk.wanted = may_be_a_photo;
        auto listing = sticks.open(stick).and_then(
            [&](platform::Descriptor const& root) { return platform::list_files(root, walk); });
        return [this, stick, listing = std::move(listing)] { found_files(stick, listing); };
    });
}

void PhotoRoom::found_files(platform::Stick const& stick, platform::StickResult<platform::StickListing> const& found) {
    auto const at = std::find(m_sticks.begin(), m_sticks.end(), stick);
    if (at == m_sticks.end())
        return;
    auto& shown = m_shelf.sticks[static_cast<std::size_t>(at - m_sticks.begin())];
    shown.state = found ? screens::StickOnWall::State::Listed : screens::StickOnWall::State::Unreadable;
    if (!found) {
        if (found.error() == platform::StickFault::Pulled)
            m_next_look_s = 0;
        return;
    }
    shown.more = found->more;
    std::string const listing = "stick " + std::to_string(++m_listings) + '/';
    for (auto const& file : found->files) {
        auto const key = listing + std::to_string(shown.photos.size());
        m_on_stick.emplace(key, OnStick{stick, file});
        shown.photos.push_back({key, file.name});
    }
}

void PhotoRoom::take(std::string const& key, std::string tag) {
    auto const at = m_on_stick.find(key);
    if (at == m_on_stick.end()) {
        m_taken.push_back({std::move(tag), tl::unexpected(photos::Refusal{}), true});
        return;
    }
    m_on_sticks.run([this, tag, from = at->second, sticks = m_setup.sticks, decoder = m_setup.decoder] {
        auto root = sticks.open(from.stick);
        auto file = root ? platform::open_file(*root, from.file.path) : tl::unexpected(root.error());
        Taken taken{tag, file ? decoder.keep(file->number()) : tl::unexpected(photos::Refusal{})};
        taken.pulled = !taken.kept && !sticks.is_in(from.stick);
        return [this, taken = std::move(taken)] {
            if (taken.pulled)
                m_next_look_s = 0;
            m_taken.push_back(taken);
        };
    });
}

void PhotoRoom::drain() {
    m_on_sticks.drain();
    m_on_board.drain();
}

} // namespace app
