// How a cell is written stands here; what the tables hold does not.
#include "exporters/csv.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace exporters {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view digits = "0123456789";

/// "1-2", "3/4", "24.12.2026": two or three groups of digits.
bool looks_like_a_date(std::string_view text) {
    int separators = 0;
    bool after_digit = false;
    for (char const c : text) {
        bool const digit = digits.find(c) != std::string_view::npos;
        if (!digit && !(after_digit && (c == '-' || c == '/' || c == '.')))
            return false;
        separators += digit ? 0 : 1;
        after_digit = digit;
    }
    return after_digit && (separators == 1 || separators == 2);
}

bool needs_guard(std::string_view text) { return text.find_first_of("=+-@\t\r") == 0 || looks_like_a_date(text); }

struct Written {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::string const& text) const { return csv_text(text); }
    std::string operator()(int value) const { return std::to_string(value); }
    std::string operator()(double value) const { return csv_number(value); }
    std::string operator()(board::Date date) const { return board::to_iso(date); }
};

} // namespace

std::string csv_text(std::string_view text) {
    std::string const guarded = (needs_guard(text) ? "'" : "") + std::string(text);
    if (guarded.find_first_of(";\"\r\n") == std::string::npos)
        return guarded;
    std::string quoted = "\"";
    for (char const c : guarded)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csv_number(double value) {
    std::array<char, 400> buffer{}; // the longest double without an exponent has 309 + 17 characters
    auto const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    std::string out(buffer.data(), end.ptr);
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

std::string to_csv(Table const& table) {
    std::string bytes(byte_order_mark);
    auto const end_cell = [&](std::size_t i, std::size_t cells) { bytes += i + 1 < cells ? ";" : "\r\n"; };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        bytes += csv_text(table.columns[i]);
        end_cell(i, table.columns.size());
    }
    for (auto const& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            bytes += std::visit(Written(), row[i]);
            end_cell(i, row.size());
        }
    return bytes;
}

} // namespace exporters
