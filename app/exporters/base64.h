// Bytes as text (RFC 4648, padded), as photos lie in JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace exporters {

std::string to_base64(std::string_view bytes);
/// Nothing when the text is not what `to_base64` writes.
std::optional<std::string> from_base64(std::string_view text);

} // namespace exporters
