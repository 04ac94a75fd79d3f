// Days and instants as ISO 8601. How people read them is the text layer's business.
#include "board/date.h"

#include <array>
#include <cstdio>

namespace board {

namespace {

constexpr std::chrono::year first_year{1900};
constexpr std::chrono::year last_year{2200};

/// The digits of `text` as a number; nothing when there is anything but digits.
std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    for (char const character : text) {
        if (character < '0' || character > '9')
            return std::nullopt;
        value = 10 * value + (character - '0');
    }
    return value;
}

/// Two digits at most `highest`, in milliseconds when each is worth `unit`.
std::optional<std::chrono::milliseconds> parse_part(std::string_view digits, int highest,
                                                    std::chrono::milliseconds unit) {
    auto const value = parse_digits(digits);
    if (!value || *value > highest)
        return std::nullopt;
    return *value * unit;
}

} // namespace

std::string to_iso(Date date) {
    std::chrono::year_month_day const day{date};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

std::string to_iso(Instant instant) {
    auto const date = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::hh_mm_ss const time{instant - date};
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return to_iso(date) + text.data();
}

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
        return std::nullopt;
    auto const year = parse_digits(iso.substr(0, 4));
    auto const month = parse_digits(iso.substr(5, 2));
    auto const day = parse_digits(iso.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || date.year() < first_year || date.year() > last_year)
        return std::nullopt;
    return Date{date};
}

std::optional<Instant> parse_instant(std::string_view iso) {
    using namespace std::chrono_literals;
    if (iso.size() != 24 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':' || iso[19] != '.' || iso[23] != 'Z')
        return std::nullopt;
    auto const date = parse_date(iso.substr(0, 10));
    auto const hours = parse_part(iso.substr(11, 2), 23, 1h);
    auto const minutes = parse_part(iso.substr(14, 2), 59, 1min);
    auto const seconds = parse_part(iso.substr(17, 2), 59, 1s);
    auto const milliseconds = parse_part(iso.substr(20, 3), 999, 1ms);
    if (!date || !hours || !minutes || !seconds || !milliseconds)
        return std::nullopt;
    return *date + *hours + *minutes + *seconds + *milliseconds;
}

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

} // namespace board
