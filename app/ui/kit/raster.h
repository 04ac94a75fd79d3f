// Draw data into memory, without a GPU: exact, the same on every run, and only where something changed.
#pragma once

#include "ui/kit/atlas.h"
#include "ui/kit/crew.h"
#include "ui/kit/damage.h"
#include "ui/kit/pictures.h"

#include <memory>

namespace ui {

/// 32-bit pixels, 0x00RRGGBB, in memory that somebody else owns.
struct Pixels {
    std::uint32_t* data = nullptr;
    int width = 0, height = 0;
    int stride = 0; ///< pixels from a row to the next
};

class Raster {
  public:
    /// So many threads draw a large part together; the picture is the same with any number.
    explicit Raster(int hands = 1);
    /// As many as help on this machine.
    static int hands_here();

    /// Brings `into` from the frame before to this one and gives the rectangles it changed. The pixels must be those
    /// of the last call; when they are not (new memory, another size), `forget` first.
    /// Pictures that are not in `pictures` are left out.
    std::span<PixelRect const> draw(ImDrawData const& data, Atlas const& atlas, Pixels const& into,
                                    Pictures const* pictures = nullptr);
    /// The next `draw` draws everything.
    void forget() { m_damage.forget(); }

  private:
    void paint(PixelRect const& area, Atlas const& atlas, Pixels const& into, Pictures const* pictures) const;

    Damage m_damage;
    int m_hands;
    std::unique_ptr<Crew> m_crew; ///< from the first large part on
};

} // namespace ui
