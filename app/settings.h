// The wall's settings while it runs, and the one TOML file that keeps them. A change holds at once; in the file, as it lies
// there then, it changes its own value and nothing else.
#pragma once

#include "config.h"
#include "errands.h"
#include "file.h"
#include "toml_edit.h"

#include <functional>
#include <string>

namespace app {

class Settings {
  public:
    /// `file`: empty keeps nothing. Reads it over `otherwise`.
    Settings(std::filesystem::path file, Config otherwise, Errands& errands);

    Config const& config() const { return m_config; }
    /// `key` as in the file, "screen.text_step". The sentence's key, should it not be kept, comes to `told`: it holds
    /// until the wall is started again; a value that cannot be changes nothing.
    void change(std::string_view key, TomlValue const& value, std::function<void(std::string_view)> told);

  private:
    std::filesystem::path m_file;
    Config m_config;
    Errands& m_errands;
};

} // namespace app
