// The rules of the facilitator's PIN (pinkode): what may be one, how long a wrong one makes people wait, and how a
// recovery code is written. Knows neither where the PIN is kept nor how it is hashed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace board {

inline constexpr std::size_t least_pin_digits = 6, most_pin_digits = 12;
inline constexpr int free_pin_tries = 3; ///< wrong ones before the first wait

enum class PinFault {
    TooShort, ///< »Brug mindst 6 cifre.«
    Obvious,  ///< »Vælg en mindre oplagt pinkode.«
};
/// What is wrong with it as a new PIN; nothing: it may be used. Too long, or with anything but digits, is a bug.
std::optional<PinFault> fault_of_pin(std::string_view digits);

/// Seconds to wait after so many wrong ones in a row: 0 for the first two, then 5 s growing to 15 minutes. It never
/// becomes for ever: nobody can lock the office out.
int pin_wait_s(int wrong_in_a_row);

/// What a recovery code (gendannelseskode) is written with: no letter that looks like a figure.
inline constexpr std::string_view recovery_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
inline constexpr std::size_t recovery_length = 20;
/// As it is kept: capitals, without blanks and dashes, with O read as 0, and I and L as 1.
std::string plain_recovery_code(std::string_view typed);
/// In groups of four, to be read and written down.
std::string grouped_recovery_code(std::string_view plain);

} // namespace board
