// Days, weeks and clocks as people write them (method.md 4.2).
#include "text/format.h"
#include "text/icu.h"

#include <array>
#include <memory>
#include <unicode/dtitvfmt.h>
#include <unicode/smpdtfmt.h>

namespace text {
namespace {

UDate to_icu(board::Date date) { return static_cast<double>(date.time_since_epoch().count()) * 86'400'000.0; }

using Patterns = std::array<char16_t const*, 6>; // in the order of DateStyle

constexpr Patterns danish_patterns = {u"d. MMM y", u"d. MMM", u"EEE d. MMM", u"EEEE d. MMMM", u"EEEE 'den' d. MMMM y",
                                      u"dd.MM.y"};
constexpr Patterns english_patterns = {u"d MMM y",     u"d MMM",         u"EEE d MMM",
                                       u"EEEE d MMMM", u"EEEE d MMMM y", u"dd/MM/y"};

struct DateFormats {
    std::array<std::unique_ptr<icu::SimpleDateFormat>, 6> styles;
    std::unique_ptr<icu::DateIntervalFormat> span;

    explicit DateFormats(Language language) {
        UErrorCode status = U_ZERO_ERROR;
        Patterns const& patterns = language == Language::Danish ? danish_patterns : english_patterns;
        for (std::size_t i = 0; i < styles.size(); ++i) {
            styles[i] = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString(patterns[i]), locale_of(language),
                                                                status);
            styles[i]->setTimeZone(*icu::TimeZone::getGMT());
        }
        span.reset(icu::DateIntervalFormat::createInstance(UDAT_YEAR_ABBR_MONTH_DAY, locale_of(language), status));
        expect_success(status);
        span->setTimeZone(*icu::TimeZone::getGMT());
    }
};

/// The Thursday of the day's ISO week: its year is the week's year.
std::chrono::year_month_day thursday_of(board::Date date) {
    int const weekday = static_cast<int>(std::chrono::weekday(date).iso_encoding());
    return date + std::chrono::days(4 - weekday);
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

} // namespace

std::string date(Language language, board::Date date, DateStyle style) {
    icu::UnicodeString out;
    for_language<DateFormats>(language).styles[static_cast<std::size_t>(style)]->format(to_icu(date), out);
    return to_utf8(out);
}

std::string date_span(Language language, board::Date from, board::Date to) {
    icu::DateInterval const interval(to_icu(from), to_icu(to));
    icu::UnicodeString out;
    icu::FieldPosition unused;
    UErrorCode status = U_ZERO_ERROR;
    for_language<DateFormats>(language).span->format(&interval, out, unused, status);
    expect_success(status);
    return to_utf8(out);
}

int week(board::Date date) {
    auto const thursday = thursday_of(date);
    auto const new_year = board::Date(thursday.year() / std::chrono::January / 1);
    return static_cast<int>((board::Date(thursday) - new_year).count()) / 7 + 1;
}

int week_year(board::Date date) { return static_cast<int>(thursday_of(date).year()); }

std::string relative_day(Words const& words, board::Date date, board::Date today) {
    std::int64_t const ahead = (date - today).count();
    switch (ahead) {
    case -1: return words.get("date.yesterday");
    case 0: return words.get("date.today");
    case 1: return words.get("date.tomorrow");
    default: break;
    }
    if (ahead > 0)
        return words.say("date.in_days", {{"n", ahead}});
    return words.say("date.days_ago", {{"n", -ahead}});
}

std::string clock(Language language, int hour, int minute) {
    return two_digits(hour) + (language == Language::Danish ? "." : ":") + two_digits(minute);
}

} // namespace text
