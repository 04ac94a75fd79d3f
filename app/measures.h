// Reads the known measures from assets/measures, where an administrator may change them.
#pragma once

#include "board/trial.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

/// Without baseline and target: what is counted, in what, which way is better, from where. From the text of such a
/// file; an error says which measure is wrong, and how, in English.
tl::expected<std::vector<board::Measure>, std::string> parse_measures(std::string_view toml);
/// `file`: assets/measures/da.toml or en.toml. An error names the file.
tl::expected<std::vector<board::Measure>, std::string> read_measures(std::filesystem::path const& file);

} // namespace app
