#include "board/pin.h"

#include "board/date.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <set>

namespace board {

namespace {

int digit(char c) { return c - '0'; }

int number(std::string_view digits) {
    int value = 0;
    for (char const c : digits)
        value = value * 10 + digit(c);
    return value;
}

/// 111111, 123456, 987654, 135791: each digit as far from the one before.
bool is_run(std::string_view digits) {
    auto const step = [&](std::size_t i) { return (digit(digits[i]) - digit(digits[i - 1]) + 10) % 10; };
    for (std::size_t i = 2; i < digits.size(); ++i)
        if (step(i) != step(1))
            return false;
    return true;
}

/// 123321, 123789, 111222: two short runs of neighbours.
bool is_two_runs(std::string_view digits) {
    auto const near = [](std::string_view half) {
        return is_run(half) && std::abs(digit(half[1]) - digit(half[0])) <= 1;
    };
    return digits.size() % 2 == 0 && near(digits.substr(0, digits.size() / 2)) &&
           near(digits.substr(digits.size() / 2));
}

/// 112233
bool is_run_of_pairs(std::string_view digits) {
    std::string once;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        if (digits[i] != digits[i + 1])
            return false;
        once += digits[i];
    }
    return digits.size() % 2 == 0 && is_run(once);
}

/// 123123, 474747
bool repeats(std::string_view digits) {
    for (std::size_t part = 1; part <= digits.size() / 2; ++part)
        if (digits.size() % part == 0 && digits.substr(part) == digits.substr(0, digits.size() - part))
            return true;
    return false;
}

bool is_year(std::string_view four) { return number(four) >= 1900 && number(four) <= 2099; }

bool is_day(int year, int month, int day) {
    namespace ch = std::chrono;
    return ch::year_month_day(ch::year(year), ch::month(static_cast<unsigned>(month)),
                              ch::day(static_cast<unsigned>(day)))
        .ok();
}

/// A birthday in any usual order, or a year with anything beside it.
bool is_date_like(std::string_view digits) {
    if (is_year(digits.substr(0, 4)) || is_year(digits.substr(digits.size() - 4)))
        return true;
    if (digits.size() != 6)
        return false;
    int const a = number(digits.substr(0, 2)), b = number(digits.substr(2, 2)), c = number(digits.substr(4, 2));
    constexpr int leap = 2000; // 29.02. is a birthday, too
    return is_day(leap, b, a) || is_day(leap, b, c) || (a >= 1 && a <= 12 && is_day(leap, a, b));
}

/// Ways of a finger over the keys that everybody finds.
bool is_well_known(std::string_view digits) {
    constexpr auto known = std::to_array<std::string_view>(
        {"147258", "258147", "147369", "258369", "369258", "963852", "741852", "159753", "159357", "357159", "753159",
         "147852", "789632", "142536", "124578", "520131", "696969", "121314", "101112"});
    return std::find(known.begin(), known.end(), digits) != known.end();
}

} // namespace

std::optional<PinFault> fault_of_pin(std::string_view digits) {
    assert(digits.size() <= most_pin_digits);
    assert(std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (digits.size() < least_pin_digits)
        return PinFault::TooShort;
    bool const few = std::set<char>(digits.begin(), digits.end()).size() <= 2;
    if (few || is_run(digits) || is_two_runs(digits) || is_run_of_pairs(digits) || repeats(digits) ||
        is_date_like(digits) || is_well_known(digits))
        return PinFault::Obvious;
    return {};
}

int pin_wait_s(int wrong_in_a_row) {
    constexpr std::array waits = {5, 30, 2 * 60, 10 * 60, 15 * 60};
    int const waited = wrong_in_a_row - free_pin_tries;
    if (waited < 0)
        return 0;
    return waits[std::min(static_cast<std::size_t>(waited), waits.size() - 1)];
}

std::string plain_recovery_code(std::string_view typed) {
    std::string plain;
    for (char const c : typed) {
        char const capital = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        char const meant = capital == 'O' ? '0' : capital == 'I' || capital == 'L' ? '1' : capital;
        if (recovery_letters.find(meant) != std::string_view::npos)
            plain += meant;
    }
    return plain;
}

std::string grouped_recovery_code(std::string_view plain) {
    std::string grouped;
    for (std::size_t i = 0; i < plain.size(); ++i)
        grouped += (i > 0 && i % 4 == 0 ? " " : "") + std::string(1, plain[i]);
    return grouped;
}

} // namespace board
