// Cleans what people wrote. Works on code points and knows no language library, so its tables are short: they
// hold the marks, spaces and invisible signs that are seen in practice.
#include "board/text_rules.h"

#include <algorithm>
#include <array>
#include <span>

namespace board {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr int max_marks_in_a_row = 4;

struct Range {
    char32_t first, last;
};

/// Control characters, bidi controls, and what takes no room: soft hyphen, zero-width spaces and joiners, tags.
constexpr std::array unwanted{
    Range{0x0000, 0x0009}, Range{0x000B, 0x001F}, Range{0x007F, 0x009F}, Range{0x00AD, 0x00AD},
    Range{0x061C, 0x061C}, Range{0x180E, 0x180E}, Range{0x200B, 0x200F}, Range{0x202A, 0x202E},
    Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F},
};

/// White space, and two letters that look like it.
constexpr std::array spaces{
    Range{0x000A, 0x000A}, Range{0x0020, 0x0020}, Range{0x00A0, 0x00A0}, Range{0x1680, 0x1680}, Range{0x2000, 0x200A},
    Range{0x202F, 0x202F}, Range{0x205F, 0x205F}, Range{0x2800, 0x2800}, Range{0x3000, 0x3000}, Range{0x3164, 0x3164},
};

constexpr std::array combining_marks{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},   Range{0x0610, 0x061A}, Range{0x064B, 0x065F},
    Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E}, Range{0x1AB0, 0x1AFF},   Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xE0100, 0xE01EF},
};

bool is_in(std::span<Range const> ranges, char32_t code) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](Range range) { return code >= range.first && code <= range.last; });
}

struct Front {
    char32_t code;
    std::size_t bytes;
};

/// The first code point of `text` (not empty); U+FFFD for the bytes of a broken sequence (Unicode, 3.9 table 3-7).
Front decode_front(std::string_view text) {
    auto const byte = [text](std::size_t at) -> unsigned { return static_cast<unsigned char>(text[at]); };
    unsigned const lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4)
        return {replacement, 1};
    std::size_t const length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = lead & (0x7Fu >> length);
    for (std::size_t at = 1; at < length; ++at) {
        // The second byte's bounds shut out overlong forms, surrogates and what lies above U+10FFFF.
        unsigned const low = at > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        unsigned const high = at > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (at == text.size() || byte(at) < low || byte(at) > high)
            return {replacement, at};
        code = code << 6 | (byte(at) & 0x3F);
    }
    return {code, length};
}

/// What stands for `code` on the wall: one kind of line break, no tabs, no code points that mean nothing.
char32_t plain(char32_t code) {
    if (code == '\t')
        return ' ';
    if (code == 0x2028 || code == 0x2029)
        return '\n';
    bool const means_nothing = (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
    return means_nothing ? replacement : code;
}

void append_utf8(std::string& text, char32_t code) {
    auto const append = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80)
        return append(code);
    if (code < 0x800) {
        append(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        append(0xE0 | code >> 12);
        append(0x80 | (code >> 6 & 0x3F));
    } else {
        append(0xF0 | code >> 18);
        append(0x80 | (code >> 12 & 0x3F));
        append(0x80 | (code >> 6 & 0x3F));
    }
    append(0x80 | (code & 0x3F));
}

} // namespace

std::string clean_text(std::string_view text) {
    std::string cleaned;
    std::size_t end = 0; // after the last thing that is not white space
    int marks = 0;
    while (!text.empty()) {
        Front const front = decode_front(text);
        text.remove_prefix(front.bytes);
        char32_t const code = plain(front.code);
        if (is_in(unwanted, code))
            continue;
        marks = is_in(combining_marks, code) ? marks + 1 : 0;
        bool const is_space = is_in(spaces, code);
        if (marks > max_marks_in_a_row || (is_space && cleaned.empty()))
            continue;
        append_utf8(cleaned, code);
        if (!is_space)
            end = cleaned.size();
    }
    cleaned.resize(end);
    return cleaned;
}

std::string likeness_of(std::string_view text) {
    std::string const cleaned = clean_text(text);
    std::string likeness;
    for (std::string_view rest = cleaned; !rest.empty();) {
        Front const front = decode_front(rest);
        rest.remove_prefix(front.bytes);
        bool const has_small = (front.code >= 'A' && front.code <= 'Z') || front.code == U'Æ' || front.code == U'Ø' ||
                               front.code == U'Å';
        if (!is_in(spaces, front.code))
            append_utf8(likeness, has_small ? front.code + 0x20 : front.code);
    }
    return likeness;
}

int count_characters(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

} // namespace board
