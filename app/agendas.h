// Reads the agendas of the meetings from assets/agendas, where an administrator may change them.
#pragma once

#include "ui/screens/agendas.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace app {

/// From the text of such a file. An error says which step is wrong, and how, in English.
tl::expected<screens::Agendas, std::string> parse_agendas(std::string_view toml);
/// `file`: assets/agendas/da.toml or en.toml. An error names the file.
tl::expected<screens::Agendas, std::string> read_agendas(std::filesystem::path const& file);

} // namespace app
