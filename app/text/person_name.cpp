#include "text/person_name.h"

#include "text/format.h"
#include "text/icu.h"

#include <algorithm>
#include <optional>
#include <unicode/uchar.h>

namespace text {

namespace {

constexpr auto danish = Language::Danish;

struct Word {
    std::string_view written;
    std::string folded;
    int begin = 0, end = 0;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (auto const written : words_in(text)) {
        auto const begin = static_cast<int>(written.data() - text.data());
        words.push_back({written, search_fold(danish, written), begin, begin + static_cast<int>(written.size())});
    }
    return words;
}

bool is_capital(std::string_view word) {
    auto const first = to_utf16(word).char32At(0);
    return u_isupper(first) || u_istitle(first);
}

bool is_one_letter(std::string_view word) { return to_utf16(word).countChar32() < 2; }

bool is_hyphen(std::string_view text) {
    return text == "-" || text == "\u2010" || text == "\u2011" || text == "\u2013";
}

std::string_view between(std::string_view text, Word const& left, Word const& right) {
    return text.substr(static_cast<std::size_t>(left.end), static_cast<std::size_t>(right.begin - left.end));
}

bool only_blanks(std::string_view text) {
    return text.size() <= 3 && text.find_first_not_of(" \n\t\xC2\xA0") == std::string_view::npos;
}

/// Split where there are blanks: »Anne-Mette« stays one.
std::vector<std::string_view> split(std::string_view name) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < name.size();) {
        auto const begin = name.find_first_not_of(" \n\t", at);
        if (begin == std::string_view::npos)
            break;
        at = std::min(name.find_first_of(" \n\t", begin), name.size());
        parts.push_back(name.substr(begin, at - begin));
    }
    return parts;
}

/// Whether the word is that one, or its genitive when it is the last of its part.
enum class Fit { No, Same, Genitive };
Fit fit(Word const& word, std::string const& wanted, bool last) {
    if (word.folded == wanted)
        return Fit::Same;
    return last && word.folded == wanted + "s" ? Fit::Genitive : Fit::No;
}

} // namespace

PersonName::PersonName(std::string_view name) {
    auto const parts = split(name);
    bool const has_capitals = std::any_of(parts.begin(), parts.end(), is_capital);
    for (auto const written : parts) {
        Part part;
        bool long_enough = false;
        for (auto const& word : words_of(written)) {
            part.words.push_back(word.folded);
            long_enough = long_enough || !is_one_letter(word.written);
        }
        if (part.words.empty())
            continue;
        part.alone = long_enough && (!has_capitals || is_capital(written));
        m_parts.push_back(std::move(part));
    }
}

bool PersonName::empty() const {
    return std::none_of(m_parts.begin(), m_parts.end(), [](Part const& part) { return part.alone; });
}

void PersonName::someone_else(std::string_view name) {
    PersonName const other(name);
    for (Part& part : m_parts)
        part.shared = part.shared || std::any_of(other.m_parts.begin(), other.m_parts.end(),
                                                 [&](Part const& one) { return one.words == part.words; });
}

std::vector<PersonName::Mark> PersonName::in(std::string_view text) const {
    struct Place {
        std::size_t first = 0, last = 0; ///< words
        Mark mark;
        bool alone = false;
    };
    auto const words = words_of(text);
    auto const at = [&](Part const& part, std::size_t first) -> std::optional<Place> {
        if (first + part.words.size() > words.size())
            return {};
        Place place{.first = first, .last = first + part.words.size() - 1, .mark = {}, .alone = part.alone};
        for (std::size_t i = 0; i < part.words.size(); ++i) {
            auto const fits = fit(words[first + i], part.words[i], i + 1 == part.words.size());
            bool const joined = i == 0 || is_hyphen(between(text, words[first + i - 1], words[first + i]));
            if (fits == Fit::No || !joined)
                return {};
            place.mark.genitive = fits == Fit::Genitive;
        }
        bool const before = first > 0 && is_hyphen(between(text, words[first - 1], words[first]));
        bool const after = place.last + 1 < words.size() &&
                           is_hyphen(between(text, words[place.last], words[place.last + 1]));
        place.mark.sure = !before && !after && !part.shared && is_capital(words[first].written);
        place.mark.begin = words[first].begin;
        place.mark.end = words[place.last].end;
        return place;
    };
    std::vector<Mark> marks;
    std::optional<Place> run;
    auto const end_run = [&] {
        if (run && run->alone)
            marks.push_back(run->mark);
        run.reset();
    };
    for (std::size_t i = 0; i < words.size();) {
        std::optional<Place> place;
        for (Part const& part : m_parts)
            if (auto found = at(part, i); found && (!place || found->last > place->last))
                place = found;
        if (!place) {
            end_run();
            ++i;
            continue;
        }
        bool const joins = run && !run->mark.genitive && only_blanks(between(text, words[run->last], words[i]));
        if (joins) {
            run->last = place->last;
            run->alone = run->alone || place->alone;
            run->mark = {run->mark.begin, place->mark.end, true, place->mark.genitive, run->mark.parts + 1};
        } else {
            end_run();
            run = place;
        }
        i = place->last + 1;
    }
    end_run();
    return marks;
}

bool PersonName::is(std::string_view text) const {
    PersonName const other(text);
    return std::equal(m_parts.begin(), m_parts.end(), other.m_parts.begin(), other.m_parts.end(),
                      [](Part const& a, Part const& b) { return a.words == b.words; });
}

bool PersonName::stands_in(std::string_view text) const {
    auto const marks = in(text);
    return std::any_of(marks.begin(), marks.end(), [&](Mark const& mark) { return mark.parts >= m_parts.size(); });
}

std::string without(std::string_view text, std::vector<PersonName::Mark> const& marks, std::string_view neutral) {
    std::string out;
    std::size_t from = 0;
    for (auto const& mark : marks) {
        out += text.substr(from, static_cast<std::size_t>(mark.begin) - from);
        out += neutral;
        if (mark.genitive)
            out += 's';
        from = static_cast<std::size_t>(mark.end);
    }
    return out += text.substr(from);
}

} // namespace text
