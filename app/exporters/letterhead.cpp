#include "exporters/letterhead.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace exporters {

void draw_mark(Paper& paper, double x, double y, double size) {
    constexpr Colour people[] = {colour::idea,  colour::test,    colour::coral,
                                 colour::scale, colour::learned, rgb(0xD98B2B)};
    double const middle = size / 2;
    for (int i = 0; i < 6; ++i) {
        double const angle = (-90 + 60 * i) * std::numbers::pi / 180;
        paper.disc(x + middle + middle * 0.82 * std::cos(angle), y + middle + middle * 0.82 * std::sin(angle),
                   size * 0.09, people[i]);
    }
    paper.fill({x + size * 0.24, y + size * 0.32, size * 0.52, size * 0.36}, colour::accent, size * 0.18);
}

double draw_fictional(Paper& paper, text::Words const& words, double right, double y) {
    Style const style{8.2, Weight::SemiBold, colour::coral_text, 1.4};
    std::string const& remark = words.get("export.fictional");
    double const width = paper.width(remark, style) + 16;
    paper.outline({right - width, y, width, style.line() + 6}, colour::coral, 0.9, 6);
    Tagged const element(paper, "P");
    paper.write(remark, style, {right - width + 8, y + 3, width, 0}, Align::Left, 0, 1);
    return width;
}

double draw_letterhead(Paper& paper, board::Course const& course, text::Words const& words, Box const& at) {
    constexpr double mark = 30;
    draw_mark(paper, at.x, at.y, mark);
    double const badge = course.fictional ? draw_fictional(paper, words, at.right(), at.y + 6) + 12 : 0;
    Style const name{10.5, Weight::SemiBold, colour::ink, 1.35};
    Style const place{9, Weight::Regular, colour::soft, 1.4};
    Box const beside{at.x + mark + 12, at.y, at.w - mark - 12 - badge, 0};
    Tagged const element(paper, "P");
    double height = paper.write(course.name, name, beside);
    height += paper.write(course.workplace, place, {beside.x, beside.y + height, beside.w, 0});
    return std::max(height, mark);
}

} // namespace exporters
