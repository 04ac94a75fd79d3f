// A pixel is still true when the same commands cover it in the same order. So the longest run of commands that
// both frames have in one order stays, and the bounds of all others are damaged.
#include "ui/kit/damage.h"

#include "ui/kit/pictures.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ui {

namespace {

constexpr std::size_t most_rects = 8;
constexpr std::int64_t worth_joining = 64 * 64; // pixels drawn for nothing that one rectangle less is worth

PixelRect bounds_of(ImDrawVert const* vertices, std::size_t count) {
    ImVec2 low = vertices[0].pos, high = low;
    for (std::size_t i = 1; i < count; ++i) {
        ImVec2 const at = vertices[i].pos;
        low.x = std::min(low.x, at.x), low.y = std::min(low.y, at.y);
        high.x = std::max(high.x, at.x), high.y = std::max(high.y, at.y);
    }
    int const x = static_cast<int>(std::floor(low.x)), y = static_cast<int>(std::floor(low.y));
    return {x, y, static_cast<int>(std::ceil(high.x)) - x, static_cast<int>(std::ceil(high.y)) - y};
}

PixelRect clip_of(ImDrawCmd const& command) {
    ImVec4 const& c = command.ClipRect;
    int const x = static_cast<int>(c.x), y = static_cast<int>(c.y);
    return {x, y, static_cast<int>(c.z) - x, static_cast<int>(c.w) - y};
}

/// For each command of `now`, the place in `before` of the same one, such that places rise and as many as
/// possible are found; −1: none. (Longest increasing subsequence.)
std::vector<int> kept_places(std::span<SeenCommand const> before, std::span<SeenCommand const> now) {
    std::unordered_multimap<std::uint64_t, int> places;
    for (std::size_t i = before.size(); i-- > 0;) {
        places.emplace(before[i].hash, static_cast<int>(i));
    }
    std::vector<int> place(now.size(), -1), previous(now.size(), -1), tails; // tails: indices into `now`
    for (std::size_t i = 0; i < now.size(); ++i) {
        auto const found = places.find(now[i].hash);
        if (found == places.end()) {
            continue;
        }
        place[i] = found->second;
        places.erase(found);
        auto const at = std::lower_bound(tails.begin(), tails.end(), place[i], [&](int tail, int wanted) {
            return place[static_cast<std::size_t>(tail)] < wanted;
        });
        previous[i] = at == tails.begin() ? -1 : *(at - 1);
        if (at == tails.end()) {
            tails.push_back(static_cast<int>(i));
        } else {
            *at = static_cast<int>(i);
        }
    }
    std::vector<int> kept(now.size(), -1);
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = previous[static_cast<std::size_t>(i)]) {
        kept[static_cast<std::size_t>(i)] = place[static_cast<std::size_t>(i)];
    }
    return kept;
}

} // namespace

PixelRect PixelRect::cut(PixelRect const& to) const {
    int const l = std::max(x, to.x), t = std::max(y, to.y);
    return {l, t, std::max(0, std::min(x + w, to.x + to.w) - l), std::max(0, std::min(y + h, to.y + to.h) - t)};
}

PixelRect PixelRect::joined(PixelRect const& with) const {
    int const l = std::min(x, with.x), t = std::min(y, with.y);
    return {l, t, std::max(x + w, with.x + with.w) - l, std::max(y + h, with.y + with.h) - t};
}

// Indices are taken from the command's lowest, so that a command is the same wherever its vertices lie.
SeenCommand Damage::see(ImDrawList const& list, ImDrawCmd const& command, std::uint64_t generation) {
    ImDrawIdx const* const indices = list.IdxBuffer.Data + command.IdxOffset;
    auto const [low, high] = std::minmax_element(indices, indices + command.ElemCount);
    ImDrawVert const* const vertices = list.VtxBuffer.Data + command.VtxOffset + *low;
    std::size_t const count = static_cast<std::size_t>(*high - *low) + 1;
    m_indices.resize(command.ElemCount);
    std::transform(indices, indices + command.ElemCount, m_indices.begin(),
                   [least = *low](ImDrawIdx index) { return static_cast<ImDrawIdx>(index - least); });
    std::uint64_t hash = XXH3_64bits_withSeed(&command.ClipRect, sizeof command.ClipRect, generation);
    PictureId const texture = id_of(command.TextureId);
    hash = XXH3_64bits_withSeed(&texture, sizeof texture, hash);
    hash = XXH3_64bits_withSeed(m_indices.data(), m_indices.size() * sizeof(ImDrawIdx), hash);
    hash = XXH3_64bits_withSeed(vertices, count * sizeof(ImDrawVert), hash);
    return {&list, &command, hash, bounds_of(vertices, count).cut(clip_of(command)).cut(m_screen)};
}

std::span<PixelRect const> Damage::update(ImDrawData const& data, std::uint64_t generation, PixelRect screen) {
    bool const whole = m_screen != screen;
    m_screen = screen;
    m_before.swap(m_commands);
    m_commands.clear();
    m_rects.clear();
    for (int l = 0; l < data.CmdListsCount; ++l) {
        for (ImDrawCmd const& command : data.CmdLists[l]->CmdBuffer) {
            if (command.ElemCount > 0) {
                SeenCommand const seen = see(*data.CmdLists[l], command, generation);
                if (!seen.bounds.empty()) {
                    m_commands.push_back(seen);
                }
            }
        }
    }
    if (whole) {
        m_rects.assign(1, screen);
    } else {
        compare();
    }
    return m_rects;
}

void Damage::compare() {
    auto const same = [](SeenCommand const& a, SeenCommand const& b) { return a.hash == b.hash; };
    auto const head = std::mismatch(m_before.begin(), m_before.end(), m_commands.begin(), m_commands.end(), same);
    auto const tail = std::mismatch(m_before.rbegin(), std::reverse_iterator(head.first), m_commands.rbegin(),
                                    std::reverse_iterator(head.second), same);
    std::span const before(head.first, tail.first.base()), now(head.second, tail.second.base());
    if (before.empty() && now.empty()) {
        return;
    }
    auto const kept = kept_places(before, now);
    std::vector<bool> stays(before.size(), false);
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (kept[i] < 0) {
            damage(now[i].bounds);
        } else {
            stays[static_cast<std::size_t>(kept[i])] = true;
        }
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!stays[i]) {
            damage(before[i].bounds);
        }
    }
}

// Joins what overlaps or lies near, and, when there are too many, the two that cost the least to join.
void Damage::damage(PixelRect const& rect) {
    auto const waste = [](PixelRect const& a, PixelRect const& b) { return a.joined(b).area() - a.area() - b.area(); };
    PixelRect grown = rect;
    for (;;) {
        auto nearest = m_rects.end();
        for (auto it = m_rects.begin(); it != m_rects.end(); ++it) {
            if (nearest == m_rects.end() || waste(*it, grown) < waste(*nearest, grown)) {
                nearest = it;
            }
        }
        bool const join = nearest != m_rects.end() &&
                          (m_rects.size() >= most_rects || waste(*nearest, grown) < worth_joining);
        if (!join) {
            m_rects.push_back(grown);
            return;
        }
        grown = grown.joined(*nearest);
        m_rects.erase(nearest);
    }
}

} // namespace ui
