// Whether words can be read: WCAG's contrast between two colours, in both palettes.
#include "ui/kit/contrast.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <vector>

using namespace ui;

namespace {

double luminance(Colour colour) {
    auto const part = [&](unsigned shift) {
        double const value = static_cast<double>(colour.rgba >> shift & 0xFFU) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(24) + 0.7152 * part(16) + 0.0722 * part(8);
}

double contrast(Colour a, Colour b) {
    auto const [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

struct Words {
    Colour ink;
    std::vector<Colour> grounds;
};

std::vector<Words> words_on_grounds() {
    using namespace colour;
    std::vector<Colour> const plain = {paper, lane, white};
    std::vector<Words> all = {{ink, plain},
                              {ink, {notes[0], notes[1], notes[2], notes[3], notes[4]}},
                              {soft, plain},
                              {idea_text, plain},
                              {test_text, {paper, lane, white, test_ground}},
                              {scale_text, {paper, lane, white, scale_ground}},
                              {coral_text, {paper, white, coral_ground}},
                              {white, {accent, scale}},
                              {white, {std::begin(areas), std::end(areas)}}};
    return all;
}

} // namespace

TEST_CASE("Words stand out from their ground: 4.5 to one, and 7 in high contrast") {
    for (Words const& words : words_on_grounds())
        for (Colour const ground : words.grounds) {
            CAPTURE(words.ink.rgba);
            CAPTURE(ground.rgba);
            CHECK(contrast(words.ink, ground) >= 4.5);
            CHECK(contrast(shown_in(Contrast::High, words.ink), shown_in(Contrast::High, ground)) >= 7);
        }
}

TEST_CASE("In high contrast every person's letters and every coloured button can be read") {
    Colour const letters = shown_in(Contrast::High, colour::white);
    for (Colour const person : colour::people) {
        CAPTURE(person.rgba);
        CHECK(contrast(letters, shown_in(Contrast::High, person)) >= 7);
    }
    for (Colour const button : {colour::accent, colour::test, colour::scale, colour::coral, colour::learned}) {
        CAPTURE(button.rgba);
        CHECK(contrast(letters, shown_in(Contrast::High, button)) >= 7);
    }
    CHECK(contrast(shown_in(Contrast::High, colour::line), shown_in(Contrast::High, colour::lane)) >= 7);
}

TEST_CASE("High contrast changes neither opacity nor what is clear, and the calm palette changes nothing") {
    Colour const half = colour::ink.faded(0.5F);
    CHECK((shown_in(Contrast::High, half).rgba & 0xFFU) == (half.rgba & 0xFFU));
    CHECK(shown_in(Contrast::High, colour::clear) == colour::clear);
    CHECK(shown_in(Contrast::High, colour::notes[2]) == colour::notes[2]);
    CHECK(shown_in(Contrast::Calm, colour::soft) == colour::soft);
}
