#include "ui/screens/recovery_banner.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float pad = 36, button_w = 240;

std::string found_line(Context const& c, RecoveryFacts const& facts) {
    auto const last = facts.last.value_or(Stamp{});
    auto const when = c.words.say("copies.stamp", {{"date", text::relative_day(c.words, last.day, c.now.today)},
                                                   {"time", text::clock(c.language(), last.hour, last.minute)}});
    return c.words.say("copies.recovered", {{"n", std::int64_t{facts.ideas}}, {"when", when}});
}

std::string rest_line(Context const& c, RecoveryFacts const& facts) {
    if (facts.lost == 0)
        return c.words.say("copies.recovered_all", {{"folder", facts.folder}});
    return c.words.say("copies.recovered_lost", {{"n", std::int64_t{facts.lost}}, {"folder", facts.folder}});
}

/// `id`: of the whole; the button is `id`/read.
void banner(Context& c, std::string const& id, std::string const& said, std::string const& rest) {
    auto const& theme = c.ui.theme();
    ui::Rect const screen = c.ui.screen();
    float const width = std::min(1160.0F, screen.w - 2 * ui::space::margin);
    float const text_w = width - 2 * pad - 72;
    auto const& lines = c.ui.type().lay(said, {.type = theme.button, .width = text_w});
    float const said_h = lines.height;
    float const rest_h = c.ui.type().lay(rest, {.type = quiet(theme.label), .width = text_w}).height;
    float const button_h = std::max(theme.target, 76.0F);
    float const height = 2 * pad + said_h + 14 + rest_h + 22 + button_h;
    ui::Rect const rect{screen.centre().x - width / 2, bottom_band(c).y - height - 20, width, height};
    auto& canvas = c.ui.canvas();
    canvas.on(ui::Layer::Overlay);
    c.ui.touch({.id = id, .role = "text", .label = said + " " + rest, .rect = rect, .accepts = ui::Accepts::Nothing});
    canvas.shadow(rect, ui::radius::card, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    canvas.outline(rect, ui::radius::card, 3, ui::colour::coral);
    ui::Rect inside = rect.inset(pad, pad);
    canvas.icon(ui::Icon::Warning, {inside.x + 24, inside.y + 24}, 48, ui::colour::coral);
    inside.cut_left(72);
    ui::label(c.ui, said, inside.cut_top(said_h, 14), theme.button, ui::colour::ink);
    ui::label(c.ui, rest, inside.cut_top(rest_h, 22), quiet(theme.label), ui::colour::soft);
    ui::Rect row = inside.cut_top(button_h);
    if (ui::button(c.ui, {.id = id + "/read",
                          .rect = row.cut_right(button_w),
                          .label = c.words.get("copies.recovered_read"),
                          .look = ui::ButtonLook::Primary}))
        c.requests.emplace_back(WallWish(RecoveryIsRead{}));
    canvas.on(ui::Layer::Board);
}

} // namespace

void recovery_banner(Context& c, RecoveryFacts const& facts) {
    banner(c, "recovery", found_line(c, facts), rest_line(c, facts));
}

void not_copied_banner(Context& c, std::string const& why) {
    banner(c, "not-copied", c.words.get("copies.updated_without"), why + " " + c.words.get("copies.take_one"));
}

} // namespace screens
