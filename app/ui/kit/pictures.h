// Pictures in colour, each a texture of its own beside the atlas: photos at the size they are shown. Knows neither
// where they come from nor what they show.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <map>
#include <vector>

namespace ui {

/// 0: none. Never used for another picture.
using PictureId = std::uint64_t;

/// What the draw lists call the atlas; pictures come after it.
inline constexpr PictureId atlas_texture = 1;
inline ImTextureID texture_of(PictureId id) { return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id)); }
inline PictureId id_of(ImTextureID texture) { return reinterpret_cast<std::uintptr_t>(texture); }

struct Picture {
    int w = 0, h = 0;                  ///< pixels
    std::vector<std::uint32_t> pixels; ///< 0xAARRGGBB, row by row from the top; colours not multiplied by the opacity
};

/// Of red, green and blue bytes, with its corners rounded by `radius` pixels.
Picture picture_of(int w, int h, std::vector<std::uint8_t> const& rgb, int radius);

class Pictures {
  public:
    PictureId add(Picture picture);
    void remove(PictureId id) { m_all.erase(id); }
    Picture const* find(PictureId id) const;

  private:
    std::map<PictureId, Picture> m_all;
    PictureId m_last = atlas_texture;
};

} // namespace ui
