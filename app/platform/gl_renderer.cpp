// The atlas has only coverage, so the texture says that its colour is white and its opacity the coverage.
#include "platform/gl_renderer.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>

namespace platform {

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

void GlRenderer::draw(ImDrawData& data) {
    auto* const texture = reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(m_texture));
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (auto& command : data.CmdLists[i]->CmdBuffer)
            command.TextureId = texture;
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glViewport(0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

} // namespace platform
