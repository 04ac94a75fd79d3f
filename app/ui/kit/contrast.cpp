#include "ui/kit/contrast.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

struct Exchange {
    Colour calm, high;
};
constexpr auto exchanges = std::to_array<Exchange>({
    {colour::paper, rgb(0xFFFFFF)},    {colour::lane, rgb(0xF0F0F0)},       {colour::line, rgb(0x4A4A4A)},
    {colour::white, rgb(0xFFFFFF)},    {colour::ink, rgb(0x000000)},        {colour::soft, rgb(0x2E2E2E)},
    {colour::faint, rgb(0x464646)},    {colour::accent, rgb(0x00303F)},     {colour::idea_text, rgb(0x573B00)},
    {colour::test, rgb(0x0C4F61)},     {colour::test_text, rgb(0x0A4555)},  {colour::test_ground, rgb(0xEAF6F8)},
    {colour::scale, rgb(0x1C562B)},    {colour::scale_text, rgb(0x174A25)}, {colour::scale_ground, rgb(0xEBF6E9)},
    {colour::coral, rgb(0x8F2814)},    {colour::coral_text, rgb(0x852310)}, {colour::coral_ground, rgb(0xFDEEE9)},
    {colour::learned, rgb(0x5B2F7A)},  {colour::people[4], rgb(0x694800)},  {colour::areas[0], rgb(0x17446F)},
    {colour::areas[1], rgb(0x1E4E2A)}, {colour::areas[2], rgb(0x7B1F56)},   {colour::areas[3], rgb(0x852310)},
    {colour::areas[4], rgb(0x613A00)}, {colour::areas[5], rgb(0x55306E)},   {colour::areas[6], rgb(0x0B4553)},
    {colour::areas[7], rgb(0x3B362F)}, {colour::areas[8], rgb(0x3C4A0A)},
});

} // namespace

Colour shown_in(Contrast contrast, Colour colour) {
    if (contrast == Contrast::Calm)
        return colour;
    auto const same = [&](Exchange const& one) { return one.calm.rgba >> 8U == colour.rgba >> 8U; };
    auto const found = std::ranges::find_if(exchanges, same);
    bool const is_colour = found != exchanges.end() && colour != colour::clear;
    return is_colour ? Colour{(found->high.rgba & ~0xFFU) | (colour.rgba & 0xFFU)} : colour;
}

} // namespace ui
