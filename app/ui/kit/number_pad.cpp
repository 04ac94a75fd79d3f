// Figures by touch: telephone order, because most hands know it from there.
#include "ui/kit/count_pad.h"
#include "ui/kit/keys.h"

namespace ui {

namespace {

constexpr char const* comma = ",";
constexpr char const* minus = "-";

KeyCap digit(char const* text, float width = 1) { return {KeyKind::Letter, text, width}; }

KeyRows const figure_rows{{digit("1"), digit("2"), digit("3"), {KeyKind::Backspace, "", 1}},
                          {digit("4"), digit("5"), digit("6"), {KeyKind::Letter, minus, 1}},
                          {digit("7"), digit("8"), digit("9"), {KeyKind::Letter, comma, 1}},
                          {digit("0", 4)}};
KeyRows const count_rows{{digit("1"), digit("2"), digit("3")},
                         {digit("4"), digit("5"), digit("6")},
                         {digit("7"), digit("8"), digit("9")},
                         {digit("0", 2), {KeyKind::Backspace, "", 1}}};

std::string pad_name(KeyCap const& cap) {
    if (cap.kind == KeyKind::Backspace)
        return "backspace";
    return cap.text == comma ? "comma" : cap.text == minus ? "minus" : cap.text;
}

std::string written(KeyCap const& cap, text::Language language) {
    return cap.text == comma && language == text::Language::English ? "." : cap.text;
}

KeyFace face_of(Ui& ui, std::string const& base, KeyCap const& cap) {
    KeyFace face{.id = base + pad_name(cap), .text = written(cap, ui.words().language())};
    if (cap.text == minus)
        face.text = "−";
    if (cap.kind == KeyKind::Backspace)
        face.icon = Icon::Backspace, face.label = ui.words().get("keyboard.backspace");
    if (cap.kind == KeyKind::Backspace || cap.text == minus || cap.text == comma)
        face.ground = colour::lane;
    return face;
}

KeyboardResult pad_of(Ui& ui, KeyRows const& rows, std::string const& prefix, Rect rect, KeyboardState& state,
                      TextBuffer& buffer) {
    std::string const base = prefix + "/key/";
    KeyboardResult result;
    auto const placed = place_keys(rows, rect);
    for (KeyHit const& hit : keys_hit(ui, base))
        for (PlacedKey const& key : placed) {
            if (pad_name(*key.cap) != hit.name)
                continue;
            bool const erases = key.cap->kind == KeyKind::Backspace;
            result.changed |= erases ? buffer.caret() > 0 : buffer.insert(written(*key.cap, ui.words().language()));
            if (erases)
                start_backspace(state, buffer, hit);
        }
    result.changed |= repeat_backspace(ui, base, state, buffer);
    for (PlacedKey const& key : placed)
        draw_key(ui, face_of(ui, base, *key.cap), key.rect);
    return result;
}

} // namespace

KeyboardResult number_pad(Ui& ui, std::string const& prefix, Rect rect, KeyboardState& state, TextBuffer& buffer) {
    return pad_of(ui, figure_rows, prefix, rect, state, buffer);
}

KeyboardResult count_pad(Ui& ui, std::string const& prefix, Rect rect, KeyboardState& state, TextBuffer& buffer) {
    return pad_of(ui, count_rows, prefix, rect, state, buffer);
}

} // namespace ui
