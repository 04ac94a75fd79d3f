// Finds what must not hang on a wall: CPR numbers, and what looks like an e-mail, a phone number or an address.
// Patterns only; it knows no register and no list of names.
#include "board/text_rules.h"

#include <algorithm>
#include <array>
#include <vector>

namespace board {

namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_letter_or_digit(char character) {
    return is_digit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           static_cast<unsigned char>(character) >= 0x80;
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

int two_digits(std::string_view text) { return 10 * (text[0] - '0') + (text[1] - '0'); }

/// Spaces and every sort of hyphen that a keyboard or a copied text puts into a CPR number.
std::string_view skip_separators(std::string_view text) {
    constexpr std::array<std::string_view, 11> separators{"-",      " ",      "\u00A0", "\u202F", "\u2010", "\u2011",
                                                          "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"};
    auto const starts_text = [&text](std::string_view separator) { return text.starts_with(separator); };
    for (auto found = separators.begin(); found != separators.end();) {
        found = std::find_if(separators.begin(), separators.end(), starts_text);
        if (found != separators.end())
            text.remove_prefix(found->size());
    }
    return text;
}

/// Whether the digits at the front of `text` are a CPR number and nothing longer.
bool starts_with_cpr(std::string_view text) {
    auto const digits = count_digits(text);
    if (digits != 6 && digits != 10)
        return false;
    int const day = two_digits(text);
    int const month = two_digits(text.substr(2));
    if (day < 1 || day > 31 || month < 1 || month > 12)
        return false;
    return digits == 10 || count_digits(skip_separators(text.substr(6))) == 4;
}

/// Eight digits or more together, or eight in pairs: »12345678«, »12 34 56 78«.
bool starts_with_phone(std::string_view text) {
    if (count_digits(text) >= 8)
        return true;
    for (int pair = 0; pair < 4; ++pair) {
        if (count_digits(text) != 2)
            return false;
        text.remove_prefix(2);
        if (text.starts_with(' '))
            text.remove_prefix(1);
    }
    return true;
}

/// Calls `matches` with what follows each place where digits begin.
template <class Matches> bool any_number(std::string_view text, Matches matches) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const begins = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]));
        if (begins && matches(text.substr(at)))
            return true;
    }
    return false;
}

/// Something, an @, and a domain with a full stop between letters.
bool has_e_mail(std::string_view text) {
    for (auto at = text.find('@', 1); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto const after = text.substr(at + 1);
        auto const dot = after.find_first_of(". \n");
        bool const has_domain = dot != std::string_view::npos && dot > 0 && after[dot] == '.' &&
                                dot + 1 < after.size() && is_letter_or_digit(after[dot + 1]);
        if (has_domain && is_letter_or_digit(text[at - 1]))
            return true;
    }
    return false;
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

bool ends_with_ignoring_case(std::string_view word, std::string_view ending) {
    auto const same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + ('a' - 'A') == b); };
    return word.size() >= ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), word.rbegin(), [same](char b, char a) { return same(a, b); });
}

/// »Skolegade«, »Ny Vej«: a word that ends as streets do. The bare word only counts as a name, with a capital and
/// a word before it; »på vej 3 gange« is no address.
bool is_street(std::string_view word, bool follows_word) {
    constexpr std::array<std::string_view, 8> endings{"gade",   "vej",  "allé",      "stræde",
                                                      "vænget", "torv", "boulevard", "stien"};
    return std::any_of(endings.begin(), endings.end(), [=](std::string_view ending) {
        bool const is_name = word.size() > ending.size() ||
                             (follows_word && word.front() >= 'A' && word.front() <= 'Z');
        return is_name && ends_with_ignoring_case(word, ending);
    });
}

/// One to three digits, perhaps a letter: »12«, »12B,«.
bool is_house_number(std::string_view word) {
    auto const digits = count_digits(word);
    if (digits < 1 || digits > 3)
        return false;
    auto const rest = word.substr(digits);
    return rest.empty() || !is_letter_or_digit(rest[0]) || rest.size() == 1 || !is_letter_or_digit(rest[1]);
}

bool has_street_address(std::string_view text) {
    auto const words = split_words(text);
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (is_house_number(words[at]) && is_street(words[at - 1], at >= 2))
            return true;
    }
    return false;
}

} // namespace

bool looks_like_cpr(std::string_view text) { return any_number(text, starts_with_cpr); }

bool looks_personal(std::string_view text) {
    return has_e_mail(text) || any_number(text, starts_with_phone) || has_street_address(text);
}

} // namespace board
