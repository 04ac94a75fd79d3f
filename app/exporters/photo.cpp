#include "exporters/photo.h"

#include "exporters/said.h"

#include <algorithm>
#include <cmath>

namespace exporters {

Size photo_size(Takeaway const& takeaway, board::Idea const& idea, Size room) {
    if (!takeaway.has_print(idea) || idea.photo->width < 1 || idea.photo->height < 1)
        return {};
    double const w = idea.photo->width, h = idea.photo->height;
    double const scale = std::min({room.width / w, room.height / h, 1.0}); // a pixel is never more than a point
    return {w * scale, h * scale};
}

void draw_photo(Paper& paper, Takeaway const& takeaway, board::Idea const& idea, Box const& at,
                text::Words const& words) {
    if (!takeaway.has_print(idea))
        return;
    auto const shows = idea.text.empty() ? title_of(words, idea) : words.say("paper.photo_of", {{"idea", idea.text}});
    Tagged const figure(paper, "Figure", shows);
    auto const pixels = [&](double points) {
        return std::max(1, static_cast<int>(std::ceil(points * paper.pixels_to_point())));
    };
    double const radius = std::min(4.0, at.w / 20);
    if (auto const* print = takeaway.print(idea.photo->hash, pixels(at.w), pixels(at.h)))
        return paper.photo(*print, at, radius);
    paper.fill(at, colour::line, radius);
    Style const style{7, Weight::Regular, colour::soft, 1.4};
    paper.write(words.get("paper.photo_broken"), style, {at.x, at.y + at.h / 2 - style.line() / 2, at.w, 0},
                Align::Centre, 0, 1);
}

} // namespace exporters
