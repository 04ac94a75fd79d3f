// What other programs read in an export.
#pragma once

#include "project.h"
#include "text/words.h"

#include <cstdio>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <unistd.h>

/// A folder of its own for a test, gone afterwards.
class Scratch {
  public:
    Scratch() {
        static int made = 0;
        m_path = std::filesystem::temp_directory_path() /
                 ("rundt-exports-" + std::to_string(getpid()) + "-" + std::to_string(++made));
        std::filesystem::create_directories(m_path);
    }
    ~Scratch() { std::filesystem::remove_all(m_path); }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;

    /// Writes a file there and returns its path.
    std::string file(std::string const& name, std::string const& bytes) const {
        std::ofstream(m_path / name, std::ios::binary) << bytes;
        return (m_path / name).string();
    }
    std::filesystem::path const& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

/// What the command says on stdout; it must succeed.
inline std::string output_of(std::string const& command) {
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string all;
    char buffer[4096];
    for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe.get())) > 0;)
        all.append(buffer, got);
    int const status = pclose(pipe.release());
    CHECK_MESSAGE(status == 0, command);
    return all;
}

inline std::string content_of(std::filesystem::path const& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

inline text::Words words_of(text::Language language = text::Language::Danish) {
    return text::Words::load(project() / "assets/strings", language).value();
}
