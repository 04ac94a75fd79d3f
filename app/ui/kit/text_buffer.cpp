// Editing by graphemes, in UTF-8. Where a grapheme ends is ICU's business (text/format.h).
#include "ui/kit/text_buffer.h"

#include "text/format.h"

#include <algorithm>
#include <cassert>

namespace ui {

namespace {

/// Bytes of the well-formed UTF-8 sequence at the start of `bytes`, or 0.
std::size_t sequence(std::string_view bytes) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    unsigned const first = byte(0);
    std::size_t const length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || bytes.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80)
            return 0;
    // too long, a surrogate, or past the last code point: the second byte tells
    bool const wrong = length > 1 && ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) ||
                                      (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F));
    return wrong ? 0 : length;
}

bool control(std::string_view character) {
    auto const byte = static_cast<unsigned char>(character[0]);
    return character.size() == 1 && (byte < 0x20 || byte == 0x7F) && character != "\n";
}

/// Valid UTF-8 without control characters; each broken byte becomes U+FFFD.
std::string valid(std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        std::size_t const length = sequence(utf8);
        std::string_view const character = length > 0 ? utf8.substr(0, length) : "\uFFFD";
        if (!control(character))
            out += character;
        utf8.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

int code_points(std::string_view utf8) {
    return static_cast<int>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

} // namespace

TextBuffer::TextBuffer(std::string_view text, int max_characters) : m_max(max_characters) { set(text); }

int TextBuffer::characters() const { return code_points(m_text); }

void TextBuffer::set(std::string_view text) {
    m_text = valid(text);
    m_caret = size_of(m_text);
    m_hit_limit = false;
}

bool TextBuffer::insert(std::string_view utf8) { return exchange(m_caret, utf8); }

void TextBuffer::backspace() { exchange(before(), {}); }

void TextBuffer::erase_forward() {
    int const end = m_caret;
    m_caret = after();
    exchange(end, {});
}

void TextBuffer::replace_before(std::string_view utf8) { exchange(before(), utf8); }

/// Puts `utf8` in the place of what stands from `begin` to the caret, unless that makes the text too long.
/// A text that was too long when it came may shrink.
bool TextBuffer::exchange(int begin, std::string_view utf8) {
    std::string const added = valid(utf8);
    std::string_view const taken = std::string_view(m_text).substr(std::size_t(begin), std::size_t(m_caret - begin));
    int const growth = code_points(added) - code_points(taken);
    m_hit_limit = growth > 0 && characters() + growth > m_max;
    if (m_hit_limit)
        return false;
    m_text.replace(std::size_t(begin), std::size_t(m_caret - begin), added);
    // what was joined may have become one grapheme with what follows
    m_caret = begin + size_of(added);
    auto const stops = text::graphemes(m_text);
    m_caret = *std::ranges::lower_bound(stops, m_caret);
    return true;
}

int TextBuffer::before() const {
    auto const stops = text::graphemes(m_text);
    auto const at = std::ranges::lower_bound(stops, m_caret);
    return at == stops.begin() ? 0 : *std::prev(at);
}

int TextBuffer::after() const {
    auto const stops = text::graphemes(m_text);
    auto const at = std::ranges::upper_bound(stops, m_caret);
    return at == stops.end() ? size_of(m_text) : *at;
}

void TextBuffer::left() { m_caret = before(); }
void TextBuffer::right() { m_caret = after(); }
void TextBuffer::to_start() { m_caret = 0; }
void TextBuffer::to_end() { m_caret = size_of(m_text); }

void TextBuffer::place_caret(int byte) {
    auto const stops = text::graphemes(m_text);
    auto const past = std::ranges::upper_bound(stops, byte);
    m_caret = past == stops.begin() ? 0 : *std::prev(past);
}

std::string_view TextBuffer::word_before_caret() const {
    for (std::string_view const word : text::words_in(m_text)) {
        auto const end = static_cast<int>(word.data() + word.size() - m_text.data());
        if (end >= m_caret)
            return end == m_caret ? word : std::string_view();
    }
    return {};
}

bool TextBuffer::replace_word(std::string_view utf8) { return exchange(m_caret - size_of(word_before_caret()), utf8); }

bool TextBuffer::after_word_and_space() const {
    std::string_view const written = std::string_view(m_text).substr(0, std::size_t(m_caret));
    auto const words = text::words_in(written);
    return written.ends_with(' ') && !words.empty() && written.ends_with(std::string(words.back()) + " ");
}

bool TextBuffer::at_sentence_start() const {
    std::string_view const written = std::string_view(m_text).substr(0, std::size_t(m_caret));
    std::size_t const last = written.find_last_not_of(" \n");
    if (last == std::string_view::npos)
        return true;
    return last + 1 < written.size() && std::string_view(".!?").find(written[last]) != std::string_view::npos;
}

} // namespace ui
