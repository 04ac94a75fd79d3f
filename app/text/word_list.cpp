#include "text/word_list.h"

#include "text/format.h"

#include <algorithm>
#include <array>

namespace text {
namespace {

/// What a folded letter may have been written as in a Danish file: what search_fold holds equal.
struct Letter {
    std::string_view folded;
    std::array<std::string_view, 3> written; ///< beside itself
};
constexpr auto danish_letters = std::to_array<Letter>({{"a", {"á", "à", "â"}},
                                                       {"c", {"ç"}},
                                                       {"e", {"é", "è", "ê"}},
                                                       {"i", {"í", "ï"}},
                                                       {"n", {"ñ"}},
                                                       {"o", {"ó", "ô"}},
                                                       {"u", {"ü"}},
                                                       {"æ", {"ä"}},
                                                       {"ø", {"ö"}},
                                                       {"å", {"aa"}}});

/// The letter that é, ö, … of Latin-1 (the byte after 0xC3) are ordered as in English.
char plain_letter(unsigned char second) {
    constexpr std::string_view upper = "AAAAAAACEEEEIIIIDNOOOOO?OUUUUY??", lower = "aaaaaaaceeeeiiiidnooooo?ouuuuy?y";
    return second < 0xA0 ? upper[second & 0x1FU] : lower[second & 0x1FU];
}

/// What a file's lines are ordered by: Danish by their bytes, English by their letters alone.
std::string order_key(Language language, std::string_view line) {
    if (language == Language::Danish)
        return std::string(line);
    std::string key;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (static_cast<unsigned char>(line[i]) == 0xC3 && i + 1 < line.size())
            key += plain_letter(static_cast<unsigned char>(line[++i]));
        else if (line[i] != '\'')
            key += line[i];
    return key;
}

bool small(char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }
bool capital(std::string_view word) {
    constexpr std::array<std::string_view, 4> danish = {"Æ", "Ø", "Å", "É"};
    return (word[0] >= 'A' && word[0] <= 'Z') ||
           std::any_of(danish.begin(), danish.end(), [&](auto letter) { return word.starts_with(letter); });
}
/// Small letters throughout, but perhaps for the first.
bool is_word(std::string_view line) {
    return !line.empty() && (small(line[0]) || capital(line)) && std::all_of(line.begin() + 1, line.end(), small);
}

struct Candidate {
    std::string_view word;
    int made_from = 0; ///< how many other words begin with it: in these files the mark of a common word
};

/// The words among lines in order, each with the count of those that follow and begin with it.
void gather(std::string_view lines, std::vector<Candidate>& found) {
    std::vector<std::size_t> beginnings; // of the word at hand, in `found`
    while (!lines.empty()) {
        std::string_view const line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        if (!is_word(line))
            continue;
        while (!beginnings.empty() && !line.starts_with(found[beginnings.back()].word))
            beginnings.pop_back();
        for (std::size_t const beginning : beginnings)
            ++found[beginning].made_from;
        bool const genitive = !beginnings.empty() && line.size() == found[beginnings.back()].word.size() + 1 &&
                              line.ends_with('s');
        if (genitive)
            continue;
        beginnings.push_back(found.size());
        found.push_back({line});
    }
}

bool comes_before(Candidate const& a, Candidate const& b) {
    if (capital(a.word) != capital(b.word))
        return capital(b.word);
    if (a.made_from != b.made_from)
        return a.made_from > b.made_from;
    return a.word.size() != b.word.size() ? a.word.size() < b.word.size() : a.word < b.word;
}

} // namespace

std::string_view WordList::line_at(std::size_t begin) const {
    return m_lines.substr(begin, m_lines.find('\n', begin) - begin);
}

/// The lines of the file whose key begins with `spelling`: they stand together.
std::string_view WordList::lines_beginning_with(std::string_view spelling) const {
    auto const first_line = [&](auto const& is_before) {
        std::size_t low = 0, high = m_lines.size(); // both where a line begins
        while (low < high) {
            std::size_t const middle = low + (high - low) / 2;
            std::size_t const newline = middle == 0 ? std::string_view::npos : m_lines.rfind('\n', middle - 1);
            std::size_t const begin = newline == std::string_view::npos ? 0 : newline + 1;
            std::string_view const line = line_at(begin);
            if (is_before(order_key(m_language, line).substr(0, spelling.size())))
                low = std::min(begin + line.size() + 1, m_lines.size());
            else
                high = begin;
        }
        return low;
    };
    std::size_t const begin = first_line([&](std::string const& key) { return key < spelling; });
    std::size_t const end = first_line([&](std::string const& key) { return key <= spelling; });
    return m_lines.substr(begin, std::max(begin, end) - begin);
}

/// The ways `folded` may begin a line of the file: with each letter's marks, small and with a capital first.
std::vector<std::string> WordList::spellings(std::string_view folded) const {
    std::vector<std::string> ways = {""};
    auto const stops = graphemes(folded);
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        auto const begin = static_cast<std::size_t>(stops[i]), end = static_cast<std::size_t>(stops[i + 1]);
        std::string_view const letter = folded.substr(begin, end - begin);
        std::vector<std::string> longer;
        auto const add = [&](std::string const& way) {
            if (!lines_beginning_with(way).empty())
                longer.push_back(way);
        };
        for (std::string const& way : ways) {
            add(way + std::string(letter));
            if (i == 0)
                add(upper(m_language, letter));
            for (Letter const& marked : danish_letters)
                for (std::string_view const other : marked.written)
                    if (m_language == Language::Danish && marked.folded == letter && !other.empty())
                        add(way + std::string(other));
        }
        ways = std::move(longer);
    }
    return ways;
}

std::vector<std::string> WordList::beginning_with(std::string_view folded, std::size_t most) const {
    std::vector<Candidate> found;
    for (std::string const& spelling : spellings(folded))
        gather(lines_beginning_with(spelling), found);
    std::size_t const count = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), comes_before);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i)
        words.emplace_back(found[i].word);
    return words;
}

} // namespace text
