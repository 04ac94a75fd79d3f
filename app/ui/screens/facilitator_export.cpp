// *Eksport*: the board taken home. The files, where they go, and one button.
#include "ui/screens/facilitator.h"

namespace screens {

void export_page(Context& c, FacilitatorView&, WallFacts const& facts, PageRoom room) {
    page_heading(c, room.area, c.words.get("facilitator.take_home"),
                 c.words.say("facilitator.take_home_about", {{"folder", facts.export_folder}}));
    auto const& theme = c.ui.theme();
    ui::Rect const card = room.area.cut_top(std::max(148.0F, 2.6F * theme.body.size + 60));
    c.ui.canvas().rounded(card, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(card, ui::radius::card, 4, ui::colour::accent);
    ui::Rect inside = card.inset(34, 24);
    c.ui.canvas().icon(ui::Icon::Export, {inside.x + 26, inside.centre().y}, 52, ui::colour::test);
    inside.cut_left(84);
    ui::Rect const above = inside.cut_top(inside.h / 2);
    ui::label_centred(c.ui, c.words.get("facilitator.data_files"), above, theme.button, ui::colour::ink,
                      ui::Align::Left);
    ui::label_centred(c.ui, c.words.get("facilitator.data_files_about"), inside, quiet(theme.label), ui::colour::soft,
                      ui::Align::Left);
    ui::Rect const origin = room.band;
    if (page_button(c, room, "facilitator/take-home", c.words.get("facilitator.save_files"), true, ui::Icon::Export))
        c.requests.emplace_back(TakeHome{origin});
}

} // namespace screens
