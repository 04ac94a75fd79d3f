// The dock: everything one can begin, within reach at the bottom.
#include "ui/screens/board_screen.h"

#include <algorithm>
#include <cmath>
#include <span>

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

struct Face {
    Entry const& entry;
    std::string label;
    float words_w = 0; ///< du
    bool icon_alone = false;
    ui::Rect rect{};
};
using Row = std::span<Face>;

/// What the words ask for, du, with their sign beside or above them.
float wished_width(Face const& face, bool below) {
    constexpr float only_icon = 100, sides = 44, icon_and_sides = 128;
    return face.icon_alone ? only_icon : face.words_w + (below ? sides : icon_and_sides);
}

/// What each button of the row gets beyond its wish, du; below 0 where they are too wide for it together.
float spare_each(Row row, float row_w, bool below) {
    float sum = gap * static_cast<float>(row.size() - 1);
    for (Face const& face : row)
        sum += wished_width(face, below);
    return (row_w - sum) / static_cast<float>(row.size());
}

/// Does the row hold its words, each beside its sign, in their full size?
bool words_fit(Context const& c, Row row, float row_w) {
    auto const room = [&](float width) { return width - 2 * std::min(0.25F * ui::space::dock, 0.1F * width); };
    float const spare = spare_each(row, row_w, false), sign = 1.8F * c.ui.theme().button.size;
    return std::all_of(row.begin(), row.end(), [&](Face const& face) {
        return face.icon_alone || face.words_w + sign <= room(wished_width(face, false) + spare);
    });
}

/// Widths as the words ask for, with the same air around each, so that they fill the row.
void lay_row(Row row, ui::Rect rect, bool below) {
    float const spare = spare_each(row, rect.w, below);
    for (Face& face : row)
        face.rect = rect.cut_left(wished_width(face, below) + spare, gap);
}

/// The buttons as they lie. Large words beside their signs can be more than a row holds: then they stand below them.
struct Faces {
    std::vector<Face> all;
    bool below = false;
};

Faces faces(Context& c) {
    Faces faces;
    for (auto const& entry : entries) {
        auto label = label_of(c, entry);
        float const words_w = c.ui.type().width(label, c.ui.theme().button);
        faces.all.push_back({entry, std::move(label), words_w, is_icon_alone(c, entry)});
    }
    ui::Rect band = bottom_band(c);
    if (!c.ui.portrait()) {
        faces.below = !words_fit(c, faces.all, band.w);
        lay_row(faces.all, band, faces.below);
        return faces;
    }
    Row const upper = Row(faces.all).first(count / 2), lower = Row(faces.all).subspan(count / 2);
    faces.below = !words_fit(c, upper, band.w) || !words_fit(c, lower, band.w);
    lay_row(upper, band.cut_top((band.h - 16) / 2, 16), faces.below);
    lay_row(lower, band, faces.below);
    return faces;
}

/// The sign above its word.
void tall_face(Context& c, Face const& face) {
    auto const& entry = face.entry;
    ui::Rect const rect = face.rect;
    auto const ink = entry.look == ui::ButtonLook::Primary  ? ui::colour::white
                     : entry.look == ui::ButtonLook::Dashed ? ui::colour::soft
                                                            : ui::colour::ink;
    float const icon = std::round(rect.h * 0.38F);
    ui::Rect words = rect.inset(8, rect.h * 0.08F);
    c.ui.canvas().push_clip(rect);
    c.ui.canvas().icon(entry.icon, words.cut_top(icon).centre(), icon, ink);
    ui::label_centred(c.ui, face.label, words, c.ui.theme().button, ink);
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
    auto const row = faces(c);
    for (Face const& face : row.all)
        if (std::string_view(face.entry.id) == "dock/learned")
            return face.rect;
    return {};
}

void dock(Context& c, BoardView& view, bool& more) {
    auto const row = faces(c);
    for (Face const& face : row.all) {
        bool const tall = row.below && !face.icon_alone;
        bool const tapped = ui::button(c.ui, {.id = face.entry.id,
                                              .rect = face.rect,
                                              .label = face.icon_alone || tall ? std::string() : face.label,
                                              .icon = tall ? std::nullopt : std::optional(face.entry.icon),
                                              .look = face.entry.look,
                                              .item_label = face.label});
        if (tall)
            tall_face(c, face);
        if (tapped)
            act(c, view, more, face.entry.id, face.rect);
    }
}

} // namespace screens
