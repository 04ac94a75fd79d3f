// The dock: everything one can begin, within reach at the bottom.
#include "ui/screens/board_screen.h"

#include <algorithm>

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

/// Widths as the words ask for, stretched together to fill the row.
std::vector<ui::Rect> row_of(Context& c, ui::Rect row, std::size_t first, std::size_t end) {
    constexpr float gap = 18;
    std::vector<float> widths;
    float sum = 0;
    for (auto i = first; i < end; ++i) {
        bool const only_icon = is_icon_alone(c, entries[i]);
        widths.push_back(only_icon ? 108 : 128 + c.ui.type().width(label_of(c, entries[i]), c.ui.theme().button));
        sum += widths.back();
    }
    float const stretch = (row.w - gap * static_cast<float>(end - first - 1)) / sum;
    std::vector<ui::Rect> rects;
    for (float const width : widths)
        rects.push_back(row.cut_left(width * stretch, gap));
    return rects;
}

std::vector<ui::Rect> places(Context& c) {
    ui::Rect band = bottom_band(c);
    if (!c.ui.portrait())
        return row_of(c, band, 0, count);
    float const height = (band.h - 16) / 2;
    auto rects = row_of(c, band.cut_top(height, 16), 0, count / 2);
    auto const below = row_of(c, band, count / 2, count);
    rects.insert(rects.end(), below.begin(), below.end());
    return rects;
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
    auto const rects = places(c);
    for (std::size_t i = 0; i < count; ++i)
        if (std::string_view(entries[i].id) == "dock/learned")
            return rects[i];
    return {};
}

void dock(Context& c, BoardView& view, bool& more) {
    auto const rects = places(c);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& entry = entries[i];
        bool const only_icon = is_icon_alone(c, entry);
        if (ui::button(c.ui, {.id = entry.id,
                              .rect = rects[i],
                              .label = only_icon ? std::string() : label_of(c, entry),
                              .icon = entry.icon,
                              .look = entry.look,
                              .item_label = label_of(c, entry)}))
            act(c, view, more, entry.id, rects[i]);
    }
}

} // namespace screens
