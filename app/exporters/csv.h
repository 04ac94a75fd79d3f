// Tables for Danish Excel (method.md 4.4): UTF-8 with BOM, semicolons, CRLF, decimal comma, ISO dates.
#pragma once

#include "exporters/table.h"

#include <string>
#include <string_view>

namespace exporters {

/// One cell of text: quoted where needed, and with a leading ' where a spreadsheet would calculate (= + - @, tab,
/// CR) or make a date of it (1-2, 3/4).
std::string csv_text(std::string_view text);
/// One cell with a number: decimal comma, no thousands separator, no exponent.
std::string csv_number(double value);

/// The whole table, its headings first.
std::string to_csv(Table const& table);

} // namespace exporters
