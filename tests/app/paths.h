// Where the tests of the app layer find the project's files and put their own.
#pragma once

#include "project.h"
#include "text/words.h"

#include <filesystem>
#include <string>
#include <unistd.h>

inline std::filesystem::path const assets = project() / "assets";

inline text::Words words_in(text::Language language) { return text::Words::load(assets / "strings", language).value(); }

/// An empty folder, gone when the test ends.
class TestFolder {
  public:
    explicit TestFolder(std::string const& name)
        : m_path(std::filesystem::temp_directory_path() / ("rundt-" + name + "-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(m_path);
        std::filesystem::create_directories(m_path);
    }
    ~TestFolder() { std::filesystem::remove_all(m_path); }
    TestFolder(TestFolder const&) = delete;
    TestFolder& operator=(TestFolder const&) = delete;
    std::filesystem::path operator/(std::string const& name) const { return m_path / name; }
    std::filesystem::path const& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};
