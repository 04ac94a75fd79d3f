// The dock: everything one can begin, within reach at the bottom.
#include "ui/screens/board_screen.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

struct Entry {
    char const* id;
    char const* word;
    ui::Icon icon;
    ui::ButtonLook look = ui::ButtonLook::Plain;
};

constexpr Entry entries[] = {
    {"dock/new-idea", "dock.new_idea", ui::Icon::Plus, ui::ButtonLook::Primary},
    {"dock/vote", "dock.vote", ui::Icon::Dots},
    {"dock/check-in", "dock.check_in", ui::Icon::Pulse},
    {"dock/round", "dock.round", ui::Icon::Table},
    {"dock/meeting", "dock.meeting", ui::Icon::Calendar},
    {"dock/effect", "dock.effect", ui::Icon::Bars},
    {"dock/learned", "dock.learned", ui::Icon::Leaf, ui::ButtonLook::Dashed},
    {"dock/find", "dock.find", ui::Icon::Search},
    {"dock/more", "dock.more", ui::Icon::More},
};
constexpr std::size_t count = std::size(entries);
constexpr float gap = 18;

std::string label_of(Context& c, Entry const& entry) {
    if (std::string_view(entry.id) != "dock/learned")
        return c.words.get(entry.word);
    auto const resting = std::count_if(c.board.ideas.begin(), c.board.ideas.end(), [](board::Idea const& idea) {
        return idea.stage == board::Stage::Parked || idea.stage == board::Stage::Stopped;
    });
    return c.words.say(entry.word, {{"n", static_cast<std::int64_t>(resting)}});
}

/// Known by their signs wherever people use screens; upright there is room for a word.
bool is_icon_alone(Context const& c, Entry const& entry) {
    std::string_view const id = entry.id;
    return id == "dock/find" || (id == "dock/more" && !c.ui.portrait());
}

/// Where the buttons lie. Large words beside their signs can be more than a row holds: then they stand below them.
struct Places {
    std::vector<ui::Rect> rects;
    bool below = false;
};

/// What the words ask for, du, with their sign beside or above them.
float wished_width(Context& c, Entry const& entry, bool below) {
    constexpr float only_icon = 108, sides = 44, icon_and_sides = 128;
    if (is_icon_alone(c, entry))
        return only_icon;
    return c.ui.type().width(label_of(c, entry), c.ui.theme().button) + (below ? sides : icon_and_sides);
}

/// Part of `row` that its buttons would fill as wished; over 1 where they are too wide for it.
float filled(Context& c, float row_w, std::size_t first, std::size_t end, bool below) {
    float sum = 0;
    for (auto i = first; i < end; ++i)
        sum += wished_width(c, entries[i], below);
    return sum / (row_w - gap * static_cast<float>(end - first - 1));
}

/// Does the row hold its words, each beside its sign, in their full size?
bool words_fit(Context& c, float row_w, std::size_t first, std::size_t end) {
    constexpr float sides = 0.8F; // a button's own, of its width
    auto const& type = c.ui.theme().button;
    float const part = filled(c, row_w, first, end, false), sign = 1.8F * type.size;
    return std::all_of(entries + first, entries + end, [&](Entry const& entry) {
        return is_icon_alone(c, entry) ||
               c.ui.type().width(label_of(c, entry), type) + sign <= sides * wished_width(c, entry, false) / part;
    });
}

/// Widths as the words ask for, stretched together to fill the row.
void lay_row(Context& c, Places& places, ui::Rect row, std::size_t first, std::size_t end) {
    float const part = filled(c, row.w, first, end, places.below);
    for (auto i = first; i < end; ++i)
        places.rects.push_back(row.cut_left(wished_width(c, entries[i], places.below) / part, gap));
}

Places places(Context& c) {
    ui::Rect band = bottom_band(c);
    std::size_t const half = c.ui.portrait() ? count / 2 : count;
    bool const below = !words_fit(c, band.w, 0, half) || (half < count && !words_fit(c, band.w, half, count));
    Places places{.rects = {}, .below = below};
    lay_row(c, places, half < count ? band.cut_top((band.h - 16) / 2, 16) : band, 0, half);
    if (half < count)
        lay_row(c, places, band, half, count);
    return places;
}

/// The sign above its word.
void tall_face(Context& c, Entry const& entry, ui::Rect rect) {
    auto const ink = entry.look == ui::ButtonLook::Primary  ? ui::colour::white
                     : entry.look == ui::ButtonLook::Dashed ? ui::colour::soft
                                                            : ui::colour::ink;
    float const icon = std::round(rect.h * 0.38F);
    ui::Rect words = rect.inset(8, rect.h * 0.08F);
    c.ui.canvas().push_clip(rect);
    c.ui.canvas().icon(entry.icon, words.cut_top(icon).centre(), icon, ink);
    ui::label_centred(c.ui, label_of(c, entry), words, c.ui.theme().button, ink);
    c.ui.canvas().pop_clip();
}

void act(Context& c, BoardView& view, bool& more, std::string_view id, ui::Rect rect) {
    if (id == "dock/new-idea")
        c.requests.emplace_back(OpenPad{rect.centre(), {}, {}, {}});
    else if (id == "dock/vote")
        c.requests.emplace_back(GoTo{Screen::Vote, {}, {}});
    else if (id == "dock/check-in")
        c.requests.emplace_back(GoTo{Screen::CheckIn, {}, {}});
    else if (id == "dock/effect")
        c.requests.emplace_back(GoTo{Screen::Effect, {}, {}});
    else if (id == "dock/round")
        c.requests.emplace_back(GoTo{Screen::Round, {}, {}});
    else if (id == "dock/meeting")
        c.requests.emplace_back(GoTo{Screen::Meeting, {}, {}});
    else if (id == "dock/learned")
        view.tray_open = !view.tray_open;
    else if (id == "dock/find")
        c.requests.emplace_back(ToggleFind{rect.centre()});
    else if (id == "dock/more")
        more = !more;
    else
        c.requests.emplace_back(Say{c.words.get("dock.later"), rect});
}

} // namespace

ui::Rect tray_button(Context& c) {
    auto const all = places(c);
    for (std::size_t i = 0; i < count; ++i)
        if (std::string_view(entries[i].id) == "dock/learned")
            return all.rects[i];
    return {};
}

void dock(Context& c, BoardView& view, bool& more) {
    auto const all = places(c);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& entry = entries[i];
        bool const only_icon = is_icon_alone(c, entry), tall = all.below && !only_icon;
        bool const tapped = ui::button(c.ui, {.id = entry.id,
                                              .rect = all.rects[i],
                                              .label = only_icon || tall ? std::string() : label_of(c, entry),
                                              .icon = tall ? std::nullopt : std::optional(entry.icon),
                                              .look = entry.look,
                                              .item_label = label_of(c, entry)});
        if (tall)
            tall_face(c, entry, all.rects[i]);
        if (tapped)
            act(c, view, more, entry.id, all.rects[i]);
    }
}

} // namespace screens
