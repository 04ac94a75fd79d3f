// UUIDs as text and as bytes. Knows no clock and no source of chance: both are handed in.
#include "board/ids.h"

namespace board {

namespace {

constexpr std::size_t text_length = 36;

/// Where the two digits of each byte begin.
constexpr std::array<std::size_t, 16> digits_at{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};

constexpr unsigned no_digit = 16;

/// What each character is worth as a hexadecimal digit. A start reads every id there ever was.
constexpr std::array<std::uint8_t, 256> digit_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(no_digit);
    for (unsigned value = 0; value < 10; ++value)
        values['0' + value] = static_cast<std::uint8_t>(value);
    for (unsigned value = 10; value < 16; ++value)
        values['a' + value - 10] = values['A' + value - 10] = static_cast<std::uint8_t>(value);
    return values;
}();

unsigned digit_value(char character) { return digit_values[static_cast<unsigned char>(character)]; }

bool is_hyphen_place(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

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
    if (text.size() != text_length || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return std::nullopt;
    Uuid uuid;
    unsigned all = 0;
    for (std::size_t byte = 0; byte < digits_at.size(); ++byte) {
        unsigned const high = digit_value(text[digits_at[byte]]), low = digit_value(text[digits_at[byte] + 1]);
        all |= high | low;
        uuid.bytes[byte] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return all < no_digit ? std::optional(uuid) : std::nullopt;
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
