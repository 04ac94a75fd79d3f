// Days and instants. The board never reads a clock: `Now` is handed in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace board {

/// A calendar day without a time zone.
using Date = std::chrono::sys_days;
/// UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The moment a command is decided: the instant (UTC) and the day on the wall's calendar (local).
struct Now {
    Instant at;
    Date today;
};

/// ISO 8601, "2026-11-23".
std::string to_iso(Date date);
/// ISO 8601 UTC, "2026-11-23T08:42:00.000Z".
std::string to_iso(Instant instant);
/// Nothing when the text is not an ISO 8601 day that exists, in the years 1900–2200.
std::optional<Date> parse_date(std::string_view iso);
/// Reads what `to_iso(Instant)` writes.
std::optional<Instant> parse_instant(std::string_view iso);
/// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

} // namespace board
