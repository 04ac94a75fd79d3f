// What is on the screen, as JSON, for tests and for tools that measure it. It holds no votes: ballots tell
// nothing but their places.
#pragma once

#include "scene.h"

#include <filesystem>
#include <string>

namespace app {

/// {"screen", "size", "mm_per_px", "settled", "items": [{"id", "role", "label", "rect", "enabled", "value"}]};
/// rectangles in pixels of the window.
std::string ui_map(Scene const& scene);

/// Rewrites the file, whole or not at all, when the map has changed.
class UiMapFile {
  public:
    explicit UiMapFile(std::filesystem::path file) : m_file(std::move(file)) {}
    void update(Scene const& scene);

  private:
    std::filesystem::path m_file;
    std::string m_written;
};

} // namespace app
