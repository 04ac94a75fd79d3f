// Baking on demand, forgotten whenever the atlas was cleared.
#include "ui/kit/shapes.h"

#include "ui/kit/icon_paths.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

struct Layers {
    std::array<ShadowLayer, 2> all;
    std::size_t count;
    operator std::span<ShadowLayer const>() const { return {all.data(), count}; }
};

Layers layers_of(Shadow kind, float px_per_du) {
    float const k = px_per_du;
    if (kind == Shadow::Lifted) {
        return {{ShadowLayer{24 * k, 70 * k, 0.38F}}, 1};
    }
    return {{ShadowLayer{2 * k, 3 * k, 0.12F}, ShadowLayer{8 * k, 18 * k, 0.10F}}, 2};
}

} // namespace

void Shapes::follow_atlas() {
    if (m_generation != m_atlas.generation()) {
        m_generation = m_atlas.generation();
        m_slots.clear();
        m_shadows.clear();
    }
}

std::optional<Atlas::Slot> Shapes::put(Coverage const& picture) {
    auto const slot = m_atlas.place(picture.w, picture.h);
    if (slot) {
        m_atlas.write(*slot, picture.bytes.data(), picture.w);
    }
    return slot;
}

template <class Bake> std::optional<Atlas::Slot> Shapes::find(Id const& id, Bake bake) {
    follow_atlas();
    if (auto const known = m_slots.find(id); known != m_slots.end()) {
        return known->second;
    }
    auto const slot = put(bake());
    if (slot) {
        m_slots.emplace(id, *slot);
    }
    return slot;
}

std::optional<Atlas::Slot> Shapes::disc(int diameter) {
    return find({Kind::Disc, diameter, 0}, [=] { return bake_disc(diameter); });
}

std::optional<Atlas::Slot> Shapes::ring(int diameter, int thickness) {
    return find({Kind::Ring, diameter, thickness}, [=] { return bake_ring(diameter, thickness); });
}

std::optional<Atlas::Slot> Shapes::dashed_ring(int diameter, int thickness) {
    return find({Kind::DashedRing, diameter, thickness}, [=] { return bake_dashed_ring(diameter, thickness); });
}

std::optional<Atlas::Slot> Shapes::icon(Icon icon, int side) {
    return find({Kind::Icon, static_cast<int>(icon), side}, [=] { return bake_icon(icon_paths(icon), side); });
}

std::optional<Shapes::ShadowPlace> Shapes::shadow(Shadow kind, int w, int h, int radius, float px_per_du) {
    follow_atlas();
    Layers const layers = layers_of(kind, px_per_du);
    int const reach = shadow_reach(layers);
    int const enough = 2 * (reach + radius) + 1; // a larger rectangle only has more middle
    ShadowId const id{kind, std::min(w, enough), std::min(h, enough), radius};
    if (auto const known = m_shadows.find(id); known != m_shadows.end()) {
        return known->second;
    }
    BakedShadow const baked = bake_shadow(id.w, id.h, radius, layers);
    auto const slot = put(baked.picture);
    if (!slot) {
        return std::nullopt;
    }
    return m_shadows.emplace(id, ShadowPlace{*slot, reach, id.w, id.h, baked.opacity}).first->second;
}

} // namespace ui
