#include "text/suggester.h"

#include "text/format.h"

#include <algorithm>
#include <cctype>

namespace text {
namespace {

constexpr std::size_t least_letters = 2, least_letters_for_list = 3;
constexpr std::size_t least_word = 3; // bytes

std::size_t letters_of(std::string_view word) { return graphemes(word).size() - 1; }

bool holds_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string capitalised(Language language, std::string_view word) {
    auto const first = static_cast<std::size_t>(graphemes(word)[1]);
    return upper(language, word.substr(0, first)) + std::string(word.substr(first));
}

/// »Ring« → »ring«, but »IT« stays.
std::string without_its_capital(Language language, std::string_view word) {
    std::string small = lower(language, word);
    return capitalised(language, small) == word ? small : std::string(word);
}

/// `word` with the capitals that `written` began with.
std::string in_case_of(Language language, std::string_view written, std::string const& word) {
    auto const first = written.substr(0, static_cast<std::size_t>(graphemes(written)[1]));
    if (upper(language, first) != first || lower(language, first) == first)
        return word;
    bool const all = letters_of(written) > 1 && upper(language, written) == written;
    return all ? upper(language, word) : capitalised(language, word);
}

} // namespace

/// A capital that only begins a sentence is not the word's own.
void Suggester::learn_text(std::string_view text, std::unordered_map<std::string, std::size_t>& places) {
    std::size_t past = 0; // the word before
    for (std::string_view const run : words_in(text)) {
        auto const begin = static_cast<std::size_t>(run.data() - text.data());
        bool const begins_sentence = past == 0 ||
                                     text.substr(past, begin - past).find_first_of(".!?:\n") != std::string_view::npos;
        past = begin + run.size();
        if (holds_digit(run) || run.size() < least_word)
            continue;
        std::string const word = begins_sentence ? without_its_capital(m_language, run) : std::string(run);
        auto const [place, is_new] = places.try_emplace(word, m_known.size());
        if (is_new) {
            auto const [folded, unseen] = m_folded.try_emplace(word);
            if (unseen)
                folded->second = search_fold(m_language, word);
            m_known.push_back({word, folded->second, 0});
        }
        ++m_known[place->second].count;
    }
}

void Suggester::learn(std::vector<std::string_view> const& texts) {
    m_known.clear();
    std::unordered_map<std::string, std::size_t> places; // of each word in m_known
    for (std::string_view const text : texts)
        learn_text(text, places);
    std::sort(m_known.begin(), m_known.end(), [](Known const& a, Known const& b) {
        if (a.count != b.count)
            return a.count > b.count;
        return a.word.size() != b.word.size() ? a.word.size() < b.word.size() : a.word < b.word;
    });
}

std::vector<std::string> Suggester::from_board(std::string_view folded) const {
    std::vector<std::string> words;
    for (Known const& known : m_known)
        if (known.folded.starts_with(folded))
            words.push_back(known.word);
    return words;
}

std::vector<std::string> Suggester::suggest(std::string_view written, std::size_t most) const {
    std::size_t const letters = letters_of(written);
    if (letters < least_letters || holds_digit(written))
        return {};
    std::string const folded = search_fold(m_language, written);
    std::vector<std::string> found;
    auto const take = [&](std::vector<std::string> const& words) {
        for (std::string const& word : words) {
            std::string const shown = in_case_of(m_language, written, word);
            if (found.size() < most && shown != written && std::find(found.begin(), found.end(), shown) == found.end())
                found.push_back(shown);
        }
    };
    take(from_board(folded));
    if (letters >= least_letters_for_list && found.size() < most)
        take(m_list.beginning_with(folded, 2 * most + 1)); // some may be there already
    return found;
}

} // namespace text
