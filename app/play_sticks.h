// USB sticks for scripts: a folder of made-up ones, with photos that are painted on the spot.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

class PlaySticks {
  public:
    PlaySticks();
    ~PlaySticks();
    PlaySticks(PlaySticks const&) = delete;
    PlaySticks& operator=(PlaySticks const&) = delete;

    /// Where they are mounted.
    std::filesystem::path const& folder() const { return m_folder; }
    /// What follows "stick": NAME photos N, NAME file FILE BYTES, NAME unreadable, NAME out. Nothing, or what is wrong.
    std::optional<std::string> line(std::vector<std::string> const& words);

  private:
    std::filesystem::path m_folder;
};

} // namespace app
