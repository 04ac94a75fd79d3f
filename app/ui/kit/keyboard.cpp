// One frame of one on-screen keyboard: first what the fingers hit, in their order, then the picture of it.
#include "ui/kit/keyboard.h"

#include "ui/kit/keys.h"
#include "ui/kit/widgets.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr double lock_within_s = 0.4;      ///< two touches of shift this close lock it
constexpr double full_stop_within_s = 0.6; ///< two spaces this close end the sentence

class Keyboard {
  public:
    Keyboard(Ui& ui, std::string const& prefix, Rect rect, KeyboardLayout const& layout, KeyboardState& state,
             TextBuffer& buffer)
        : m_ui(ui), m_prefix(prefix + "/"), m_base(prefix + "/key/"), m_rect(rect), m_layout(layout), m_state(state),
          m_buffer(buffer) {}

    KeyboardResult run(Suggest const& suggest) {
        think_of_capital();
        for (KeyHit const& hit : keys_hit(m_ui, m_prefix))
            take(hit);
        m_result.changed |= repeat_backspace(m_ui, m_base, m_state, m_buffer);
        think_of_capital();
        if (suggest)
            draw_suggestions(m_ui, m_prefix + "suggest/", cut_row_of_suggestions(), m_state, m_buffer, suggest);
        auto const placed = place_keys(m_state.signs ? m_layout.signs : m_layout.letters, m_rect);
        for (PlacedKey const& key : placed)
            draw_key(m_ui, face_of(*key.cap), key.rect);
        accents(placed);
        think_of_capital();
        return m_result;
    }

  private:
    struct Accent {
        std::string sign; ///< as it would be written now
        std::string id;
        Rect rect;
    };

    std::string upper(std::string_view sign) const { return text::upper(m_ui.words().language(), sign); }

    void think_of_capital();
    KeyCap const* find(std::string_view name) const;
    Rect cut_row_of_suggestions();
    void take(KeyHit const& hit);
    void press(KeyHit const& hit);
    void press_shift(double at_s);
    void press_space(KeyCap const& cap, double at_s);
    void type(std::string const& sign);
    KeyFace face_of(KeyCap const& cap) const;
    KeyFace face_of_shift() const;

    void open_accents();
    bool accent_stands() const;
    std::vector<Accent> place_accents(Rect key) const;
    void accents(std::vector<PlacedKey> const& placed);
    void draw_accents(std::vector<Accent> const& row);
    void choose_accent(std::string_view sign);

    Ui& m_ui;
    std::string m_prefix, m_base;
    Rect m_rect;
    KeyboardLayout const& m_layout;
    KeyboardState& m_state;
    TextBuffer& m_buffer;
    KeyboardResult m_result;
};

/// Once for each place the caret comes to, so that one touch of shift undoes what was thought of.
void Keyboard::think_of_capital() {
    auto const size = static_cast<int>(m_buffer.text().size());
    if (m_state.judged_caret == m_buffer.caret() && m_state.judged_size == size)
        return;
    m_state.judged_caret = m_buffer.caret();
    m_state.judged_size = size;
    if (m_state.shift != ShiftState::Locked)
        m_state.shift = m_state.automatic_capital && m_buffer.at_sentence_start() ? ShiftState::Once : ShiftState::Off;
}

/// On either page: a key hit in the frame that turns the page is still what it was.
KeyCap const* Keyboard::find(std::string_view name) const {
    for (KeyRows const* page : {&m_layout.letters, &m_layout.signs})
        for (auto const& row : *page)
            for (KeyCap const& cap : row)
                if (name_of(cap) == name)
                    return &cap;
    return nullptr;
}

/// As high as a row of keys.
Rect Keyboard::cut_row_of_suggestions() {
    auto const rows = static_cast<float>(m_layout.letters.size()) + 1;
    return m_rect.cut_top((m_rect.h - (rows - 1) * key_gap) / rows, key_gap);
}

void Keyboard::take(KeyHit const& hit) {
    constexpr std::string_view key = "key/", suggestion = "suggest/";
    if (hit.name.starts_with(key)) {
        press({hit.name.substr(key.size()), hit.pointer, hit.at_s});
    } else if (hit.name.starts_with(suggestion)) {
        m_state.accent_open = false;
        m_result.changed |= take_suggestion(std::string_view(hit.name).substr(suggestion.size()), m_state, m_buffer);
        think_of_capital();
    }
}

void Keyboard::press(KeyHit const& hit) {
    constexpr std::string_view accent = "accent/";
    if (hit.name.starts_with(accent)) {
        choose_accent(std::string_view(hit.name).substr(accent.size()));
        return;
    }
    KeyCap const* cap = find(hit.name);
    if (cap == nullptr)
        return; // of a layout that was changed under the finger
    m_state.accent_open = false;
    if (cap->kind != KeyKind::Shift)
        m_state.shift_down_s = -1;
    if (cap->kind != KeyKind::Space)
        m_state.space_down_s = -1;
    if (cap->kind == KeyKind::Backspace)
        m_state.added_space_at = -1;
    switch (cap->kind) {
    case KeyKind::Letter: type(m_state.shift == ShiftState::Off ? cap->text : upper(cap->text)); break;
    case KeyKind::Space: press_space(*cap, hit.at_s); break;
    case KeyKind::Shift: press_shift(hit.at_s); break;
    case KeyKind::Signs: m_state.signs = !m_state.signs; break;
    case KeyKind::Enter: m_result.enter = true; break;
    case KeyKind::Backspace:
        m_result.changed |= m_buffer.caret() > 0;
        start_backspace(m_state, m_buffer, hit);
        break;
    }
    think_of_capital();
}

void Keyboard::press_shift(double at_s) {
    bool const again = m_state.shift_down_s >= 0 && at_s - m_state.shift_down_s < lock_within_s;
    m_state.shift_down_s = at_s;
    if (m_state.shift == ShiftState::Locked) {
        m_state.shift = ShiftState::Off;
        m_state.shift_down_s = -1;
    } else if (again) {
        m_state.shift = ShiftState::Locked;
    } else {
        m_state.shift = m_state.shift == ShiftState::Off ? ShiftState::Once : ShiftState::Off;
    }
}

/// Twice in a row it ends the sentence. The one that a suggestion wrote is not written again.
void Keyboard::press_space(KeyCap const& cap, double at_s) {
    bool const again = m_state.space_down_s >= 0 && at_s - m_state.space_down_s <= full_stop_within_s;
    bool const there = std::exchange(m_state.added_space_at, -1) == m_buffer.caret();
    m_state.space_down_s = again ? -1 : at_s;
    if (there)
        return;
    if (again && m_buffer.after_word_and_space()) {
        m_buffer.replace_before(". ");
        m_result.changed = true;
    } else {
        type(cap.text);
    }
}

void Keyboard::type(std::string const& sign) {
    constexpr std::string_view ending = ".,!?:;";
    bool const there = std::exchange(m_state.added_space_at, -1) == m_buffer.caret();
    if (there && ending.find(sign) != std::string_view::npos)
        m_buffer.backspace();
    m_result.changed |= m_buffer.insert(sign);
}

KeyFace Keyboard::face_of(KeyCap const& cap) const {
    text::Words const& words = m_ui.words();
    std::string const id = m_base + name_of(cap);
    switch (cap.kind) {
    case KeyKind::Letter: {
        std::string const shown = m_state.shift == ShiftState::Off || m_state.signs ? cap.text : upper(cap.text);
        return {.id = id, .text = shown};
    }
    case KeyKind::Space: return {.id = id, .text = words.get("keyboard.space"), .ink = colour::soft};
    case KeyKind::Shift: return face_of_shift();
    case KeyKind::Backspace: return {.id = id, .icon = Icon::Backspace, .label = words.get("keyboard.backspace")};
    case KeyKind::Enter:
        return {.id = id, .icon = Icon::Enter, .label = words.get("keyboard.enter"), .ground = colour::lane};
    case KeyKind::Signs: {
        std::string const& shown = words.get(m_state.signs ? "keyboard.letters" : "keyboard.signs");
        return {.id = id, .text = shown, .ground = colour::lane};
    }
    }
    return {};
}

KeyFace Keyboard::face_of_shift() const {
    KeyFace face{
        .id = m_base + "shift", .icon = Icon::Shift, .label = m_ui.words().get("keyboard.shift"), .value = "off"};
    if (m_state.shift == ShiftState::Off)
        return face;
    bool const locked = m_state.shift == ShiftState::Locked;
    face.icon = locked ? Icon::ShiftLock : Icon::Shift;
    face.value = locked ? "locked" : "once";
    face.ground = colour::accent;
    face.ink = colour::white;
    return face;
}

/// A letter held long enough opens its row, when that letter is still what stands before the caret.
void Keyboard::open_accents() {
    for (Pointer const& pointer : m_ui.pointers().all()) {
        auto const owner = m_ui.owner_of(pointer);
        if (!pointer.held || !owner.starts_with(m_base))
            continue;
        std::string const name(owner.substr(m_base.size()));
        if (!m_layout.accents.contains(name))
            continue;
        m_state.accent_key = name;
        m_state.accent_pointer = pointer.id;
        m_state.accent_open = true;
    }
}

bool Keyboard::accent_stands() const {
    std::string_view const written =
        std::string_view(m_buffer.text()).substr(0, static_cast<std::size_t>(m_buffer.caret()));
    return written.ends_with(m_state.accent_key) || written.ends_with(upper(m_state.accent_key));
}

std::vector<Keyboard::Accent> Keyboard::place_accents(Rect key) const {
    std::string_view const written =
        std::string_view(m_buffer.text()).substr(0, static_cast<std::size_t>(m_buffer.caret()));
    bool const small = written.ends_with(m_state.accent_key);
    auto const& signs = m_layout.accents.at(m_state.accent_key);
    float const pitch = reach_of(key).w;
    float const width = pitch * static_cast<float>(signs.size());
    float const left = std::clamp(key.centre().x - width / 2, m_rect.x, std::max(m_rect.x, m_rect.right() - width));
    std::vector<Accent> row;
    for (std::string const& sign : signs) {
        float const x = left + pitch * static_cast<float>(row.size()) + (pitch - key.w) / 2;
        Rect const rect{x, key.y - reach_of(key).h, key.w, key.h};
        row.push_back({small ? sign : upper(sign), m_base + "accent/" + sign, rect});
    }
    return row;
}

void Keyboard::accents(std::vector<PlacedKey> const& placed) {
    open_accents();
    auto const key = std::ranges::find_if(placed,
                                          [&](PlacedKey const& k) { return name_of(*k.cap) == m_state.accent_key; });
    if (!m_state.accent_open || key == placed.end() || !accent_stands()) {
        m_state.accent_open = false;
        return;
    }
    auto const row = place_accents(key->rect);
    for (Pointer const& pointer : m_ui.pointers().all()) {
        if (!pointer.up || pointer.id != m_state.accent_pointer)
            continue;
        m_state.accent_pointer = 0; // lifted elsewhere, it leaves the row open to be tapped
        for (Accent const& accent : row)
            if (reach_of(accent.rect).contains(pointer.at)) {
                choose_accent(accent.sign);
                return;
            }
    }
    draw_accents(row);
}

void Keyboard::draw_accents(std::vector<Accent> const& row) {
    Canvas& canvas = m_ui.canvas();
    Layer const before = canvas.layer();
    canvas.on(Layer::Overlay); // the topmost row opens above the keyboard
    Rect const first = reach_of(row.front().rect);
    Rect const ground = Rect{first.x, first.y, reach_of(row.back().rect).right() - first.x, first.h}.inset(-4);
    canvas.shadow(ground, radius::card, Shadow::Lifted);
    canvas.rounded(ground, radius::card, colour::lane);
    m_ui.touch({.id = m_base + "accent",
                .role = "panel",
                .label = {},
                .value = {},
                .rect = ground,
                .accepts = Accepts::Nothing});
    Pointer const* finger = m_ui.pointers().find(m_state.accent_pointer);
    for (Accent const& accent : row) {
        bool const under = finger != nullptr && reach_of(accent.rect).contains(finger->at);
        draw_key(m_ui,
                 {.id = accent.id,
                  .text = accent.sign,
                  .ground = under ? colour::accent : colour::white,
                  .ink = under ? colour::white : colour::ink},
                 accent.rect);
    }
    canvas.on(before);
}

/// `sign` as it stands in the layout or as it was shown: what it takes the place of decides the case.
void Keyboard::choose_accent(std::string_view sign) {
    if (m_state.accent_open && accent_stands()) {
        std::string_view const written =
            std::string_view(m_buffer.text()).substr(0, static_cast<std::size_t>(m_buffer.caret()));
        m_buffer.replace_before(written.ends_with(m_state.accent_key) ? std::string(sign) : upper(sign));
        m_result.changed = true;
    }
    m_state.accent_open = false;
}

} // namespace

KeyboardResult keyboard(Ui& ui, std::string const& prefix, Rect rect, KeyboardLayout const& layout,
                        KeyboardState& state, TextBuffer& buffer, Suggest const& suggest) {
    return Keyboard(ui, prefix, rect, layout, state, buffer).run(suggest);
}

} // namespace ui
