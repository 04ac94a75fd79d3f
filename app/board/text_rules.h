// What a text on the wall may be. Knows bytes and code points, no language library.
#pragma once

#include <string>
#include <string_view>

namespace board {

inline constexpr int max_idea_characters = 280;   ///< code points
inline constexpr int max_field_characters = 1000; ///< longer fields of a trial
inline constexpr int max_name_characters = 60;
inline constexpr int max_line_characters = 140; ///< a check-in's line, a point's note
inline constexpr int max_ideas = 10'000;

/// Valid UTF-8 without control characters (a line break stays), BOM, bidi controls or zero-width spaces, and at
/// most four combining marks in a row; broken bytes become U+FFFD. White space at the ends is cut.
std::string clean_text(std::string_view text);
/// The cleaned text without spaces and capitals: equal for two texts that say the same. Only a–z, æ, ø and å have
/// capitals here, since the board knows no language library; other letters stay as they are.
std::string likeness_of(std::string_view text);
/// Code points in valid UTF-8.
int count_characters(std::string_view text);
/// A Danish personal number: DDMMYY-XXXX, with a hyphen, a space or nothing between.
bool looks_like_cpr(std::string_view text);
/// An e-mail address, eight digits in a row, or a street with a number.
bool looks_personal(std::string_view text);

} // namespace board
