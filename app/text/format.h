// Numbers, dates and order as Danish (or English) writes them: method.md section 4. Independent of the
// system's locale.
#pragma once

#include "board/date.h"
#include "text/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// 1234567.5 → "1.234.567,5" (da). As many decimals as the value needs, at most `max_decimals` (0–6); halves are
/// rounded away from zero. The minus is U+2212. `value` is finite.
std::string number(Language language, double value, int max_decimals = 1);
/// A number with its unit after a no-break space; "%" and "kr." as 4.1 has them (kroner with two decimals or, when
/// they are whole, none), none for an empty unit.
std::string amount(Language language, double value, std::string_view unit, int max_decimals = 1);
/// What a person typed, by the rules of 4.1: "1.234,5", "12.5", "1,234", blanks, "kr." and "%" stripped. Nothing
/// when it is not a number, or too large for one.
std::optional<double> parse_number(std::string_view typed);

enum class DateStyle {
    Card,     ///< 23. nov. 2026
    Short,    ///< 23. nov.
    ShortDay, ///< man. 23. nov.
    LongDay,  ///< mandag 23. november
    Full,     ///< mandag den 23. november 2026
    Table,    ///< 23.11.2026
};
std::string date(Language language, board::Date date, DateStyle style);
/// "23.–27. nov. 2026" (da): what the two days share stands once.
std::string date_span(Language language, board::Date from, board::Date to);
/// ISO 8601 week, 1–53.
int week(board::Date date);
/// The year that the day's ISO week belongs to: 2026 for 3 January 2027.
int week_year(board::Date date);
/// »i går«, »i dag«, »i morgen«, »om 3 dage«, »for 3 dage siden«.
std::string relative_day(Words const& words, board::Date date, board::Date today);
/// "09.42" (da), "09:42" (en).
std::string clock(Language language, int hour, int minute);

/// <0, 0, >0 in the order of the language's dictionaries (CLDR; Danish: aa as å).
int compare(Language language, std::string_view a, std::string_view b);
/// For search: case folded, é = e, aa = å, æ ø å kept.
std::string search_fold(Language language, std::string_view text);

/// Byte offsets where a line may break, including the end; ICU's rules for the language.
std::vector<int> line_breaks(Language language, std::string_view text);
/// Byte offsets of grapheme boundaries, from 0 to the end: where a caret may stand.
std::vector<int> graphemes(std::string_view text);
/// "Mette Kjær" → "MK", "Åse" → "ÅS": what stands in a person's disc.
std::string initials(std::string_view name);
/// Upper and lower case by the language's rules.
std::string upper(Language language, std::string_view text);
std::string lower(Language language, std::string_view text);
/// The runs of letters and digits in `text`, as they stand in it.
std::vector<std::string_view> words_in(std::string_view text);

} // namespace text
