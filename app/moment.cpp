#include "moment.h"

#include <charconv>

namespace app {

namespace {

std::optional<int> whole_number(std::string_view digits, int low, int high) {
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < low || value > high)
        return {};
    return value;
}

} // namespace

std::optional<Moment> parse_moment(std::string_view iso) {
    if (iso.size() != 16 || iso[10] != 'T' || iso[13] != ':')
        return {};
    auto const date = board::parse_date(iso.substr(0, 10));
    auto const hour = whole_number(iso.substr(11, 2), 0, 23), minute = whole_number(iso.substr(14, 2), 0, 59);
    if (!date || !hour || !minute)
        return {};
    board::Instant const at = *date + std::chrono::hours(*hour) + std::chrono::minutes(*minute);
    return Moment{{at, *date}, *hour, *minute};
}

std::optional<ui::Vec2> parse_size(std::string_view text) {
    auto const x = text.find('x');
    if (x == std::string_view::npos)
        return {};
    auto const w = whole_number(text.substr(0, x), 320, 16384), h = whole_number(text.substr(x + 1), 320, 16384);
    if (!w || !h)
        return {};
    return ui::Vec2{static_cast<float>(*w), static_cast<float>(*h)};
}

} // namespace app
