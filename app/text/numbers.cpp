// Numbers and amounts as people read and type them (method.md 4.1).
#include "text/format.h"
#include "text/icu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unicode/dcfmtsym.h>
#include <unicode/numberformatter.h>

namespace text {
namespace {

namespace in = icu::number;

constexpr std::string_view no_break_space = "\u00A0";
constexpr int most_decimals = 6;

struct NumberFormats {
    std::array<in::LocalizedNumberFormatter, most_decimals + 1> at_most; ///< by the number of decimals
    in::LocalizedNumberFormatter money;                                  ///< always two decimals

    explicit NumberFormats(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        icu::DecimalFormatSymbols symbols(locale_of(language), status);
        symbols.setSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol, icu::UnicodeString(u'\u2212'));
        expect_success(status);
        // SIGN_NEGATIVE: what rounds to zero has no minus.
        auto const base = in::NumberFormatter::withLocale(locale_of(language))
                              .symbols(symbols)
                              .sign(UNUM_SIGN_NEGATIVE)
                              .roundingMode(UNUM_ROUND_HALFUP);
        for (int decimals = 0; decimals <= most_decimals; ++decimals)
            at_most[static_cast<std::size_t>(decimals)] = base.precision(in::Precision::maxFraction(decimals));
        money = base.precision(in::Precision::fixedFraction(2));
    }
};

std::string formatted(in::LocalizedNumberFormatter const& format, double value) {
    assert(std::isfinite(value));
    UErrorCode status = U_ZERO_ERROR;
    std::string out = to_utf8(format.formatDouble(value, status).toString(status));
    expect_success(status);
    return out;
}

/// Whole kroner have no decimals, others two.
std::string kroner(Language language, double value, int max_decimals) {
    bool const whole = std::abs(value - std::round(value)) < 0.005;
    if (whole || max_decimals == 0)
        return number(language, value, 0);
    return formatted(for_language<NumberFormats>(language).money, value);
}

void erase_all(std::string& text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

/// Without blanks and one unit (kr., kr, %) at either end; a typographic minus as '-'.
std::string bare_number(std::string_view typed) {
    std::string text(typed);
    for (std::string_view const blank : {" ", "\t", "\u00A0", "\u2009", "\u202F"})
        erase_all(text, blank);
    for (std::string_view const unit : {"kr.", "Kr.", "kr", "Kr", "%"}) {
        if (text.starts_with(unit)) {
            text.erase(0, unit.size());
            break;
        }
        if (text.ends_with(unit)) {
            text.erase(text.size() - unit.size());
            break;
        }
    }
    if (text.starts_with("\u2212"))
        text.replace(0, std::string_view("\u2212").size(), "-");
    return text;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "1.234.567": groups of three after one to three digits that do not begin with a zero.
bool is_grouped(std::string_view whole) {
    std::size_t const first = whole.find('.');
    if (first > 3 || !all_digits(whole.substr(0, first)) || whole.front() == '0')
        return false;
    for (std::size_t at = first; at < whole.size(); at += 4)
        if (whole[at] != '.' || whole.size() - at < 4 || !all_digits(whole.substr(at + 1, 3)))
            return false;
    return true;
}

std::optional<double> joined(std::string_view whole, std::string_view fraction) {
    if (!all_digits(fraction) || !(all_digits(whole) || is_grouped(whole)))
        return std::nullopt;
    std::string plain(whole);
    std::erase(plain, '.');
    plain += "." + std::string(fraction);
    double value = 0;
    auto const read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

std::string number(Language language, double value, int max_decimals) {
    int const decimals = std::clamp(max_decimals, 0, most_decimals);
    return formatted(for_language<NumberFormats>(language).at_most[static_cast<std::size_t>(decimals)], value);
}

std::string amount(Language language, double value, std::string_view unit, int max_decimals) {
    if (unit.empty())
        return number(language, value, max_decimals);
    std::string const figure = unit == "kr." ? kroner(language, value, max_decimals)
                                             : number(language, value, max_decimals);
    bool const close_up = unit == "%" && language == Language::English;
    return figure + std::string(close_up ? "" : no_break_space) + std::string(unit);
}

std::optional<double> parse_number(std::string_view typed) {
    std::string const text = bare_number(typed);
    bool const negative = text.starts_with('-');
    std::string_view const digits = std::string_view(text).substr(negative ? 1 : 0);
    std::size_t const comma = digits.find(',');
    std::size_t const dot = digits.find('.');
    std::optional<double> value;
    if (comma != std::string_view::npos)
        value = joined(digits.substr(0, comma), digits.substr(comma + 1));
    else if (dot == std::string_view::npos || is_grouped(digits))
        value = joined(digits, "0");
    else if (all_digits(digits.substr(0, dot))) // a point that groups nothing can only be a decimal one
        value = joined(digits.substr(0, dot), digits.substr(dot + 1));
    if (value && negative)
        return -*value;
    return value;
}

} // namespace text
