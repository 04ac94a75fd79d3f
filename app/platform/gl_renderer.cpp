// The atlas has only coverage, so the texture says that its colour is white and its opacity the coverage.
#include "platform/gl_renderer.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>

namespace platform {

namespace {
constexpr std::uint64_t kept_frames = 600; // a picture not drawn in so many gives its memory back
}

GlRenderer::GlRenderer() : m_context(ImGui::CreateContext()) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 330 core");
    ImGui_ImplOpenGL3_NewFrame(); // compiles its shaders
    glGenTextures(1, &m_texture);
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    GLint const white_with_coverage[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_with_coverage);
}

GlRenderer::~GlRenderer() {
    for (auto const& [id, seen] : m_pictures)
        glDeleteTextures(1, &seen.texture);
    glDeleteTextures(1, &m_texture);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(m_context);
}

void GlRenderer::upload(std::span<std::uint8_t const> coverage, int side, std::uint64_t version) {
    if (version == m_version)
        return;
    m_version = version;
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (side == m_side) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, side, side, GL_RED, GL_UNSIGNED_BYTE, coverage.data());
        return;
    }
    m_side = side;
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, side, side, 0, GL_RED, GL_UNSIGNED_BYTE, coverage.data());
}

unsigned GlRenderer::texture_for(std::uint64_t id, Picture const& picture) {
    auto& seen = m_pictures[id];
    seen.frame = m_frame;
    if (seen.texture != 0)
        return seen.texture;
    glGenTextures(1, &seen.texture);
    glBindTexture(GL_TEXTURE_2D, seen.texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.w, picture.h, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                 picture.pixels);
    return seen.texture;
}

void GlRenderer::forget_unseen() {
    std::erase_if(m_pictures, [this](auto const& one) {
        bool const old = one.second.frame + kept_frames < m_frame;
        if (old)
            glDeleteTextures(1, &one.second.texture);
        return old;
    });
}

void GlRenderer::draw(ImDrawData& data, std::uint64_t atlas_id,
                      std::function<Picture(std::uint64_t id)> const& picture) {
    auto const named = [](unsigned texture) {
        return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
    };
    ++m_frame;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (auto& command : data.CmdLists[i]->CmdBuffer) {
            auto const id = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(command.TextureId));
            Picture const shown = id == atlas_id ? Picture{} : picture(id);
            if (id != atlas_id && shown.pixels == nullptr)
                command.ElemCount = 0;
            command.TextureId = named(shown.pixels == nullptr ? m_texture : texture_for(id, shown));
        }
    forget_unseen();
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glViewport(0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

} // namespace platform
