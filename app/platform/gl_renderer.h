// Drawing with a GPU: Dear ImGui's own OpenGL 3 backend over the kit's textures. Needs a current GL context,
// which the window keeps.
#pragma once

#include "ui/input.h"

#include <cstdint>
#include <functional>
#include <imgui.h>
#include <map>
#include <span>

namespace platform {

class GlRenderer {
  public:
    GlRenderer();
    ~GlRenderer();
    GlRenderer(GlRenderer const&) = delete;
    GlRenderer& operator=(GlRenderer const&) = delete;

    /// Uploads the texture (8 bit coverage, `side` pixels square) when `version` is new.
    void upload(std::span<std::uint8_t const> coverage, int side, std::uint64_t version);
    /// A picture in colour, 0xAARRGGBB.
    struct Picture {
        int w = 0, h = 0;
        std::uint32_t const* pixels = nullptr;
    };
    /// Draws the frame. `picture` gives the picture behind a texture's id that is not the atlas's; nothing in it: it is
    /// left out. An id is always the same picture.
    void draw(ImDrawData& data, std::uint64_t atlas_id, std::function<Picture(std::uint64_t id)> const& picture);

  private:
    unsigned texture_for(std::uint64_t id, Picture const& picture);
    void forget_unseen();

    struct Seen {
        unsigned texture = 0;
        std::uint64_t frame = 0;
    };
    ImGuiContext* m_context; ///< only for the backend's own state
    unsigned m_texture = 0;
    std::map<std::uint64_t, Seen> m_pictures;
    std::uint64_t m_frame = 0;
    int m_side = 0;
    std::uint64_t m_version = ~std::uint64_t{0};
};

} // namespace platform
