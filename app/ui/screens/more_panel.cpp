#include "ui/screens/more_panel.h"

#include "ui/screens/fields.h"
#include "ui/screens/switch_card.h"

#include <cmath>
#include <utility>

namespace screens {

namespace {

constexpr float pad = 28;

float row_h(Context const& c) { return std::max(c.ui.theme().target, 80.0F); }

ui::Rect panel_rect(Context const& c, float width, float height) {
    ui::Rect const screen = c.ui.screen();
    float const w = std::min(width, screen.w - 2 * ui::space::margin);
    float const low = bottom_band(c).y - 14;
    return {screen.right() - ui::space::margin - w, std::max(screen.y + 24, low - height), w,
            std::min(height, low - screen.y - 24)};
}

void ground(Context& c, ui::Rect rect) {
    c.ui.canvas().shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    c.ui.canvas().rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch({.id = "more",
                .role = "panel",
                .label = c.words.get("dock.more"),
                .value = {},
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

/// The page's title, and its way back at the right.
void page_head(Context& c, MoreView& view, ui::Rect& rest, std::string const& title) {
    ui::Rect head = rest.cut_top(row_h(c), 18);
    if (ui::button(c.ui, {.id = "more/back", .rect = head.cut_right(170), .label = c.words.get("common.back")}))
        view.page = MoreView::Page::Menu;
    ui::label_centred(c.ui, title, head, c.ui.theme().heading, ui::colour::ink, ui::Align::Left);
}

void menu(Context& c, MoreView& view) {
    constexpr float gap = 10; // the rows end within reach
    constexpr float rows = 4;
    ui::Rect const rect = panel_rect(c, 1040, 2 * pad + rows * row_h(c) + (rows - 1) * gap);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    ui::Rect left, right; // of the row that is being filled
    auto const row = [&](char const* id, char const* word, ui::Icon icon) {
        bool const begins = right.w == 0;
        if (begins) {
            right = rest.cut_top(row_h(c), gap);
            left = right.cut_left((right.w - gap) / 2, gap);
        }
        ui::Rect const place = begins ? left : std::exchange(right, {});
        return ui::button(c.ui, {.id = id, .rect = place, .label = c.words.get(word), .icon = icon});
    };
    auto const leave_for = [&](Screen screen) {
        view.open = false;
        c.requests.emplace_back(GoTo{.screen = screen});
    };
    if (row("more/course", "more.course", ui::Icon::Calendar))
        leave_for(Screen::Course);
    if (row("more/leader", "more.leader", ui::Icon::People))
        leave_for(Screen::Leader);
    if (row("more/silent", "silent.title", ui::Icon::Clock))
        leave_for(Screen::Silent);
    if (row("more/facilitator", "more.facilitator", ui::Icon::Lock))
        c.requests.emplace_back(GoTo{.screen = Screen::Facilitator});
    if (row("more/data", "more.data", ui::Icon::Info))
        view.page = MoreView::Page::Data;
    if (row("more/screen", "more.screen", ui::Icon::TextSize))
        view.page = MoreView::Page::Screen;
    if (row("more/language", "more.language", ui::Icon::Globe))
        c.requests.emplace_back(SwitchLanguage{});
    if (row("more/close", "common.close", ui::Icon::Cross))
        view.open = false;
}

void screen(Context& c, MoreView& view) {
    float const card_h = switch_card_height(c);
    float const question_h = std::round(1.5F * c.ui.theme().label.size);
    ui::Rect const rect = panel_rect(c, 760, 2 * pad + 2 * (row_h(c) + 18) + question_h + 8 + 4 * card_h + 3 * 14);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    page_head(c, view, rest, c.words.get("more.screen"));
    Look look = c.look;
    ui::label_centred(c.ui, c.words.get("more.text_size"), rest.cut_top(question_h, 8), c.ui.theme().label,
                      ui::colour::soft, ui::Align::Left);
    int const step = choices(c, "more/text", rest.cut_top(row_h(c), 18),
                             {c.words.get("more.text_1"), c.words.get("more.text_2"), c.words.get("more.text_3")},
                             look.text_step);
    if (step >= 0)
        look.text_step = step;
    if (switch_card(c, "more/lower", rest.cut_top(card_h, 14), "more.lower", look.lowered))
        look.lowered = !look.lowered;
    if (switch_card(c, "more/calm", rest.cut_top(card_h, 14), "more.calm", look.calm_motion))
        look.calm_motion = !look.calm_motion;
    if (switch_card(c, "more/contrast", rest.cut_top(card_h, 14), "more.contrast", look.high_contrast))
        look.high_contrast = !look.high_contrast;
    if (switch_card(c, "more/left-hand", rest.cut_top(card_h, 14), "more.left_hand", look.left_hand))
        look.left_hand = !look.left_hand;
    if (look != c.look)
        c.requests.emplace_back(ChangeLook{look});
}

void data(Context& c, MoreView& view) {
    bool const wide = !c.ui.portrait();
    ui::Rect const rect = panel_rect(c, wide ? 1500 : 1008, wide ? 700 : 1040);
    ground(c, rect);
    ui::Rect rest = rect.inset(pad);
    page_head(c, view, rest, c.words.get("more.data"));
    about_data(c, rest, view.data);
}

} // namespace

void more_panel(Context& c, MoreView& view) {
    if (!view.open)
        return;
    c.ui.canvas().on(ui::Layer::Pads);
    c.ui.canvas().push_clip(c.ui.screen());
    switch (view.page) {
    case MoreView::Page::Menu: menu(c, view); break;
    case MoreView::Page::Data: data(c, view); break;
    case MoreView::Page::Screen: screen(c, view); break;
    }
    c.ui.canvas().pop_clip();
    c.ui.canvas().on(ui::Layer::Board);
}

} // namespace screens
