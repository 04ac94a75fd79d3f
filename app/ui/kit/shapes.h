// The baked shapes' places in the atlas, each baked when first asked for. Knows pixels only.
#pragma once

#include "ui/kit/atlas.h"
#include "ui/kit/bake.h"
#include "ui/kit/canvas.h"

#include <map>

namespace ui {

class Shapes {
  public:
    explicit Shapes(Atlas& atlas) : m_atlas(atlas) {}

    /// All give nothing when the atlas is full.
    std::optional<Atlas::Slot> disc(int diameter);
    std::optional<Atlas::Slot> ring(int diameter, int thickness);
    std::optional<Atlas::Slot> dashed_ring(int diameter, int thickness);
    std::optional<Atlas::Slot> icon(Icon icon, int side);

    /// The left half of a shadow; what lies between its halves, and between its upper and lower half, stretches.
    struct ShadowPlace {
        Atlas::Slot slot;
        int reach = 0;     ///< out of the rectangle on each side
        int w = 0, h = 0;  ///< the rectangle it was baked for: at most what is asked for
        float opacity = 0; ///< what coverage 255 stands for
    };
    std::optional<ShadowPlace> shadow(Shadow kind, int w, int h, int radius, float px_per_du);

  private:
    enum class Kind { Disc, Ring, DashedRing, Icon };
    struct Id {
        Kind kind;
        int a, b;
        auto operator<=>(Id const&) const = default;
    };
    struct ShadowId {
        Shadow kind;
        int w, h, radius;
        auto operator<=>(ShadowId const&) const = default;
    };
    template <class Bake> std::optional<Atlas::Slot> find(Id const& id, Bake bake);
    std::optional<Atlas::Slot> put(Coverage const& picture);
    void follow_atlas();

    Atlas& m_atlas;
    std::uint64_t m_generation = 0;
    std::map<Id, Atlas::Slot> m_slots;
    std::map<ShadowId, ShadowPlace> m_shadows;
};

} // namespace ui
