// Drafts: what was begun on a pad and not put up, as chips that show how they begin.
#include "ui/screens/pads.h"

namespace screens {

namespace {

constexpr float chip_gap = 14, least_chip = 300, widest_chip = 480, cross_w = 72;
constexpr double discard_s = 5; // to touch it again, and mean it

enum class ChipWish { None, Open, Discard };

std::string begins(Context const& c, Draft const& draft) {
    if (draft.masked)
        return c.words.get("silent.draft");
    if (!draft.text.empty())
        return c.words.say("compose.draft", {{"text", draft.text}});
    return c.words.get(draft.photo ? "photo.draft" : "compose.draft_drawn");
}

ChipWish chip(Context& c, Draft& draft, std::string const& id, ui::Rect rect) {
    bool const asked = c.ui.now_s() < draft.discard_until_s;
    if (asked)
        c.ui.wake_at(draft.discard_until_s);
    c.ui.canvas().shadow(rect, ui::radius::button, ui::Shadow::Resting);
    ui::Rect rest = rect;
    ui::Rect const cross = rest.cut_right(asked ? rect.w * 0.68F : cross_w, 6);
    ChipWish wish = ChipWish::None;
    if (ui::button(c.ui, {.id = id,
                          .rect = rest,
                          .label = begins(c, draft),
                          .icon = draft.photo ? ui::Icon::Picture : ui::Icon::Pencil}))
        wish = ChipWish::Open;
    if (!ui::button(c.ui, {.id = id + "/discard",
                           .rect = cross,
                           .label = asked ? c.words.get("compose.discard") : std::string(),
                           .icon = asked ? std::optional<ui::Icon>{} : ui::Icon::Cross,
                           .look = asked ? ui::ButtonLook::Danger : ui::ButtonLook::Plain,
                           .item_label = c.words.get("compose.discard")}))
        return wish;
    draft.discard_until_s = c.ui.now_s() + discard_s;
    c.ui.wake_at(draft.discard_until_s);
    return asked ? ChipWish::Discard : wish;
}

void open_draft(Context& c, Pads& pads, Draft const& draft, ui::Rect rect) {
    if (!open_pad(c, pads, {.at = rect.centre(), .edits = {}, .builds_on = draft.builds_on, .clear = {}})) {
        c.requests.emplace_back(Say{c.words.get("compose.no_room"), rect});
        pads.drafts.push_back(draft);
        return;
    }
    auto& pad = *pads.open[static_cast<std::size_t>(pads.last_touched - 1)];
    pad.text.set(draft.text);
    pad.text.to_end();
    pad.colour = draft.colour;
    pad.edits = draft.edits;
    pad.ink.ink = draft.ink.value_or(board::Ink{});
    pad.photo = draft.photo;
    pad.tool = tool_for(draft.text, draft.photo);
}

} // namespace

void draw_drafts(Context& c, Pads& pads) {
    if (pads.drafts.empty())
        return;
    ui::Rect row = content_area(c).inset(16, 12);
    row = row.cut_bottom(std::max(c.ui.theme().target, 64.0F));
    auto const fit = static_cast<std::size_t>((row.w + chip_gap) / (least_chip + chip_gap));
    std::size_t const shown = std::min(fit, pads.drafts.size());
    float const width = std::min(widest_chip,
                                 (row.w - chip_gap * static_cast<float>(shown - 1)) / static_cast<float>(shown));
    pads.chips = row;
    pads.chips.w = static_cast<float>(shown) * (width + chip_gap) - chip_gap;
    c.ui.canvas().on(ui::Layer::Lifted);
    for (std::size_t i = 0; i < shown; ++i) {
        ui::Rect const rect = row.cut_left(width, chip_gap);
        auto const wish = chip(c, pads.drafts[i], "draft/" + std::to_string(i + 1), rect);
        if (wish == ChipWish::None)
            continue;
        Draft const draft = pads.drafts[i];
        pads.drafts.erase(pads.drafts.begin() + static_cast<std::ptrdiff_t>(i));
        if (wish == ChipWish::Open)
            open_draft(c, pads, draft, rect);
        c.ui.wake_now();
        break; // the others stand elsewhere now
    }
    c.ui.canvas().on(ui::Layer::Board);
}

} // namespace screens
