// A table of typed cells: what CSV and the workbook have in common. Knows neither of them.
#pragma once

#include "board/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace exporters {

/// Empty, a text, a whole number, a number, or a day.
using Cell = std::variant<std::monostate, std::string, int, double, board::Date>;

inline Cell cell(std::string_view text) { return std::string(text); }
inline Cell cell(std::string const& text) { return text; }
inline Cell cell(char const* text) { return std::string(text); }
inline Cell cell(Cell const& made) { return made; }
inline Cell cell(int value) { return value; }
inline Cell cell(double value) { return value; }
inline Cell cell(board::Date date) { return date; }
template <class T> Cell cell(std::optional<T> const& value) { return value ? cell(*value) : Cell(); }

struct Table {
    std::string name;                    ///< as people read it: "Idéer"; at most 31 characters
    std::string file;                    ///< "ideer"
    std::vector<std::string> columns;    ///< the headings
    std::vector<std::vector<Cell>> rows; ///< each as long as `columns`

    template <class... Values> void add(Values const&... values) { rows.push_back({cell(values)...}); }
};

} // namespace exporters
