#include "exporters/file_name.h"

#include <algorithm>
#include <cctype>

namespace exporters {
namespace {

constexpr std::size_t most_bytes = 60;

bool is_kept_by_windows(std::string_view name) {
    std::string upper(name.substr(0, name.find('.')));
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (upper == "CON" || upper == "PRN" || upper == "AUX" || upper == "NUL")
        return true;
    bool const is_port = upper.starts_with("COM") || upper.starts_with("LPT");
    return is_port && upper.size() == 4 && upper[3] >= '0' && upper[3] <= '9';
}

/// Blanks and what no file may be called by become one hyphen.
bool becomes_hyphen(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F ||
           std::string_view("\"*/:<>?\\|").find(c) != std::string_view::npos;
}

std::size_t whole_characters(std::string_view text, std::size_t most) {
    std::size_t end = std::min(most, text.size());
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return end;
}

} // namespace

std::string safe_file_name(std::string_view text) {
    std::string name;
    for (char const c : text)
        if (!becomes_hyphen(c))
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    name.resize(whole_characters(name, most_bytes));
    constexpr auto ends = ".- ";
    name.erase(0, std::min(name.find_first_not_of(ends), name.size()));
    name.erase(name.find_last_not_of(ends) + 1);
    if (name.empty())
        return "tavle";
    return is_kept_by_windows(name) ? "tavle-" + name : name;
}

} // namespace exporters
