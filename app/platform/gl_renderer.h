// Drawing with a GPU: Dear ImGui's own OpenGL 3 backend over the kit's one texture. Needs a current GL context,
// which the window keeps.
#pragma once

#include "ui/input.h"

#include <cstdint>
#include <imgui.h>
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
    /// Draws the frame.
    void draw(ImDrawData& data);

  private:
    ImGuiContext* m_context; ///< only for the backend's own state
    unsigned m_texture = 0;
    int m_side = 0;
    std::uint64_t m_version = ~std::uint64_t{0};
};

} // namespace platform
