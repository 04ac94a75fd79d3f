// The row of suggested words above the keys. It answers on finger down, as keys do.
#include "ui/kit/keys.h"
#include "ui/kit/widgets.h"

#include <algorithm>
#include <charconv>

namespace ui {

namespace {

constexpr std::size_t most_suggestions = 3;
constexpr float beside_word = 18; ///< from a word to its ground's edge

/// Thirds of the row, or as wide as their words ask for; those there is no room for are left out.
std::vector<Rect> place_suggestions(Ui& ui, Rect row, std::vector<std::string> const& words, Type const& type) {
    std::vector<float> widths;
    float room = row.w + key_gap;
    for (std::string const& word : words) {
        float const asked = std::max(ui.type().width(word, type) + 2 * beside_word, ui.theme().target);
        if (asked + key_gap > room)
            break;
        room -= asked + key_gap;
        widths.push_back(asked);
    }
    float const third = (row.w - 2 * key_gap) / 3;
    bool const even = std::ranges::all_of(widths, [&](float width) { return width <= third; });
    float const share = widths.size() == most_suggestions ? room / most_suggestions : 0;
    std::vector<Rect> places;
    for (float const width : widths)
        places.push_back(row.cut_left(even ? third : width + share, key_gap));
    return places;
}

void draw_suggestion(Ui& ui, std::string const& id, std::string const& word, Rect rect, Type const& type) {
    Touch const touch = ui.touch(
        {.id = id, .role = "suggestion", .label = word, .value = {}, .rect = reach_of(rect), .accepts = Accepts::Key});
    float const press = pressed(ui, id, touch);
    Canvas& canvas = ui.canvas();
    canvas.push_clip(rect);
    canvas.rounded(pressed_in(rect, press), radius::note, colour::lane);
    canvas.rounded(pressed_in(rect, press), radius::note, press_shade(press));
    label_centred(ui, word, rect, type, colour::ink);
    canvas.pop_clip();
}

} // namespace

float suggesting_height(Ui const& ui) { return 5 * ui.theme().target + 4 * key_gap; }

void draw_suggestions(Ui& ui, std::string const& base, Rect row, KeyboardState& state, TextBuffer const& buffer,
                      Suggest const& suggest) {
    std::string_view const written = buffer.word_before_caret();
    if (written != state.suggested_for) {
        state.suggested_for = written;
        state.suggestions = written.empty() ? std::vector<std::string>() : suggest(written);
        state.suggestions.resize(std::min(state.suggestions.size(), most_suggestions));
    }
    Type const& type = ui.theme().body;
    auto const places = place_suggestions(ui, row, state.suggestions, type);
    for (std::size_t i = 0; i < places.size(); ++i)
        draw_suggestion(ui, base + std::to_string(i + 1), state.suggestions[i], places[i], type);
}

bool take_suggestion(std::string_view name, KeyboardState& state, TextBuffer& buffer) {
    std::size_t number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    if (number == 0 || number > state.suggestions.size() || buffer.word_before_caret().empty())
        return false; // another finger has ended the word
    bool const taken = buffer.replace_word(state.suggestions[number - 1] + " ");
    state.added_space_at = taken ? buffer.caret() : -1;
    return taken;
}

} // namespace ui
