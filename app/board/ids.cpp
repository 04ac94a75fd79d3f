// UUIDs as text and as bytes. Knows no clock and no source of chance: both are handed in.
#include "board/ids.h"

namespace board {

namespace {

constexpr std::size_t text_length = 36;

bool is_hyphen_place(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

std::optional<int> hex_value(char character) {
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return std::nullopt;
}

} // namespace

std::string to_string(Uuid const& uuid) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(text_length);
    for (std::uint8_t const byte : uuid.bytes) {
        if (is_hyphen_place(text.size()))
            text += '-';
        text += digits[byte >> 4];
        text += digits[byte & 0x0f];
    }
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != text_length)
        return std::nullopt;
    Uuid uuid;
    std::size_t nibble = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_hyphen_place(at)) {
            if (text[at] != '-')
                return std::nullopt;
            continue;
        }
        auto const value = hex_value(text[at]);
        if (!value)
            return std::nullopt;
        auto& byte = uuid.bytes[nibble++ / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | *value);
    }
    return uuid;
}

Uuid make_uuid_v7(std::int64_t unix_ms, std::array<std::uint8_t, 10> const& random) {
    Uuid uuid;
    for (std::size_t at = 0; at < 6; ++at)
        uuid.bytes[at] = static_cast<std::uint8_t>(unix_ms >> (40 - 8 * at));
    for (std::size_t at = 0; at < random.size(); ++at)
        uuid.bytes[6 + at] = random[at];
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x70); // version 7
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80); // RFC 9562's variant
    return uuid;
}

} // namespace board
