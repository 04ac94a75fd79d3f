// One value in a TOML text changed, and every other letter of it left as somebody wrote it: comments, order, blanks.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

namespace app {

using TomlValue = std::variant<bool, std::int64_t, double, std::string>;

/// `text` with `section`.`key` as `value`. A key that is not there is added at its section's end, and a section at the
/// text's. An error, in English, when the text is not TOML or has the key where it cannot be changed.
tl::expected<std::string, std::string> with_toml_value(std::string_view text, std::string_view section,
                                                       std::string_view key, TomlValue const& value);

} // namespace app
