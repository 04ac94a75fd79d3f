#include "ui/screens/pads.h"

#include "board/text_rules.h"
#include "ui/screens/pad_page.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float pad_gap = 18;

/// The places where pads can stand: beside each other above the dock, or above each other where it is narrow.
std::vector<ui::Rect> places(Context const& c) {
    ui::Rect const screen = c.ui.screen();
    float const low = bottom_band(c).y - 14;
    float const height = pad_height(c);
    float const room = screen.w - 2 * ui::space::margin;
    std::vector<ui::Rect> all;
    if (c.ui.portrait()) {
        int const rows = std::clamp(static_cast<int>((low - screen.y) / (height + pad_gap)), 1, 3);
        for (int i = 0; i < rows; ++i)
            all.push_back({screen.centre().x - pad_width / 2, low - height - static_cast<float>(i) * (height + pad_gap),
                           pad_width, height});
        return all;
    }
    int const n = std::clamp(static_cast<int>((room + pad_gap) / (pad_width + pad_gap)), 1, 3);
    float const step = n == 1 ? 0 : (room - pad_width) / static_cast<float>(n - 1);
    for (int i = 0; i < n; ++i)
        all.push_back({screen.x + ui::space::margin + static_cast<float>(i) * step, low - height, pad_width, height});
    return all;
}

std::string prefix(std::size_t i) { return "pad/" + std::to_string(i + 1); }

bool taken(Pads const& pads, int slot) {
    return pads.searching == slot ||
           std::any_of(pads.open.begin(), pads.open.end(), [&](auto const& pad) { return pad && pad->slot == slot; });
}

Pad fresh_pad(Context& c, Pads& pads, int slot, OpenPad const& where) {
    Pad pad;
    pad.slot = slot;
    pad.text = ui::TextBuffer({}, board::max_idea_characters);
    pad.edits = where.edits;
    pad.builds_on = where.builds_on;
    pad.touched_s = c.ui.now_s();
    auto const* idea = where.edits ? board::find_idea(c.board, *where.edits) : nullptr;
    if (idea) {
        pad.text.set(idea->text);
        pad.text.to_end();
        pad.colour = idea->colour;
        pad.ink.ink = idea->ink.value_or(board::Ink{});
        pad.photo = idea->photo;
        pad.tool = tool_for(idea->text, idea->photo);
    } else {
        pad.colour = static_cast<board::NoteColour>(pads.next_colour++ % 5);
    }
    return pad;
}

void place_note(Context& c, Pads& pads, std::size_t i, ui::Rect origin, board::PersonalData personal) {
    auto& pad = *pads.open[i];
    auto const ink = pad.ink.ink.empty() ? std::nullopt : std::optional(pad.ink.ink);
    if (pad.edits) {
        auto const* idea = board::find_idea(c.board, *pad.edits);
        if (idea && idea->colour != pad.colour)
            c.ask(board::RecolourIdea{*pad.edits, pad.colour}, origin);
        if (idea && idea->ink != ink)
            c.ask(board::DrawOnIdea{*pad.edits, ink}, origin);
        bool const pictured = idea && idea->photo != pad.photo;
        if (pictured && pad.photo) // before the words, which may be empty then; one that goes, goes after them
            c.ask(board::PictureIdea{*pad.edits, pad.photo}, origin, {}, c.words.get("photo.done_put"));
        c.ask(board::EditIdea{*pad.edits, pad.text.text(), personal}, origin, prefix(i),
              c.words.get("compose.done_edited"));
        if (pictured && !pad.photo)
            c.ask(board::PictureIdea{*pad.edits, {}}, origin, {}, c.words.get("photo.done_removed"));
    } else {
        c.ask(board::AddIdea{.id = {},
                             .text = pad.text.text(),
                             .colour = pad.colour,
                             .author = pad.author,
                             .builds_on = pad.builds_on,
                             .problem = {},
                             .proposal = {},
                             .personal = personal,
                             .ink = ink,
                             .photo = pad.photo,
                             .masked = pads.masks},
              origin, prefix(i), c.words.get("compose.done_placed"));
    }
}

void take_answer(Context& c, Pads& pads, std::size_t i) {
    auto const* answer = c.answer_to(prefix(i));
    auto& pad = pads.open[i];
    if (!answer || !pad)
        return;
    if (answer->refusal) {
        pad->refused = answer->refusal;
    } else if (pad->stays_open && !pad->edits) {
        int const slot = pad->slot;
        auto const author = pad->author;
        pad = fresh_pad(c, pads, slot, {});
        pad->author = author;
    } else {
        pad.reset();
    }
}

/// Something is written or drawn that the board does not have.
bool has_something(board::Board const& board, Pad const& pad) {
    auto const words = board::clean_text(pad.text.text());
    auto const* idea = pad.edits ? board::find_idea(board, *pad.edits) : nullptr;
    if (idea)
        return idea->text != words || idea->ink.value_or(board::Ink{}).strokes != pad.ink.ink.strokes ||
               idea->photo != pad.photo;
    return !words.empty() || !pad.ink.ink.empty() || pad.photo;
}

Draft draft_of(Pads const& pads, Pad const& pad) {
    auto const ink = pad.ink.ink.empty() ? std::nullopt : std::optional(pad.ink.ink);
    return {.text = pad.text.text(),
            .colour = pad.colour,
            .edits = pad.edits,
            .builds_on = pad.builds_on,
            .ink = ink,
            .photo = pad.photo,
            .masked = pads.masks};
}

void close_pad(Context const& c, Pads& pads, std::size_t i) {
    if (has_something(c.board, *pads.open[i]))
        put_aside(pads, draft_of(pads, *pads.open[i]));
    pads.open[i].reset();
}

/// Held by its rim a pad takes the free place nearest to the finger, and leans towards it as far as nobody
/// stands there.
ui::Vec2 follow_rim(Pads const& pads, Pad& pad, std::vector<ui::Rect> const& all) {
    ui::Vec2 const wish = *pad.dragged_to;
    auto const away = [&](int slot) {
        auto const& place = all[static_cast<std::size_t>(slot)];
        return std::hypot(place.x - wish.x, place.y - wish.y);
    };
    for (int slot = 0; slot < static_cast<int>(all.size()); ++slot)
        if (!taken(pads, slot) && away(slot) < away(pad.slot))
            pad.slot = slot;
    auto const& place = all[static_cast<std::size_t>(pad.slot)];
    ui::Vec2 at{place.x, place.y};
    for (int const beside : {pad.slot - 1, pad.slot + 1}) {
        if (beside < 0 || beside >= static_cast<int>(all.size()) || taken(pads, beside))
            continue;
        auto const& next = all[static_cast<std::size_t>(beside)];
        ui::Vec2 const way{(next.x - place.x) / 2, (next.y - place.y) / 2};
        at.x += std::clamp(wish.x - place.x, std::min(0.0F, way.x), std::max(0.0F, way.x));
        at.y += std::clamp(wish.y - place.y, std::min(0.0F, way.y), std::max(0.0F, way.y));
    }
    return at;
}

ui::Rect stand(Context& c, Pads const& pads, std::size_t i, Pad& pad) {
    auto const all = places(c);
    pad.slot = std::min(pad.slot, static_cast<int>(all.size()) - 1);
    bool const held = pad.dragged_to.has_value();
    ui::Vec2 const at = held ? follow_rim(pads, pad, all) : ui::Vec2{};
    auto const& place = all[static_cast<std::size_t>(pad.slot)];
    auto const now = c.ui.glide(prefix(i) + "/at", held ? at : ui::Vec2{place.x, place.y}, held ? 0.0 : 0.18);
    return {now.x, now.y, place.w, place.h};
}

void ground(Context& c, Pad& pad, std::string const& id, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::pad, ui::colour::paper);
    auto const rim = c.ui.touch({.id = id,
                                 .role = "panel",
                                 .label = c.words.get("compose.title"),
                                 .value = {},
                                 .rect = rect,
                                 .accepts = ui::Accepts::Drag});
    pad.dragged_to.reset();
    if (rim.dragging)
        pad.dragged_to = rim.at - rim.grab;
}

/// The seconds until it folds, once they are few. Asks for the frames that show them.
std::optional<int> countdown(Context& c, Pad const& pad) {
    double const left = pad.touched_s + pad_idle_s - c.ui.now_s();
    if (left > pad_countdown_s) {
        c.ui.wake_at(pad.touched_s + pad_idle_s - pad_countdown_s);
        return {};
    }
    double const whole = std::ceil(std::max(left, 0.0));
    c.ui.wake_at(c.ui.now_s() + std::max(left - (whole - 1), 0.001));
    return static_cast<int>(whole);
}

void draw_pad(Context& c, Pads& pads, std::size_t i) {
    auto& pad = *pads.open[i];
    auto const id = prefix(i);
    if (c.ui.is_touched(id)) {
        pad.touched_s = c.ui.now_s();
        pads.last_touched = static_cast<int>(i) + 1;
    }
    auto const seconds_left = countdown(c, pad);
    if (seconds_left && *seconds_left == 0)
        return close_pad(c, pads, i);
    ui::Rect const rect = pad.rect = stand(c, pads, i, pad);
    c.ui.canvas().push_clip(rect.inset(-110));
    ground(c, pad, id, rect);
    bool const takes_keys = pads.last_touched == static_cast<int>(i) + 1;
    auto const wish = draw_pad_page(c, pad, id, rect, takes_keys, seconds_left);
    c.ui.canvas().pop_clip();
    if (wish == PadWish::Close)
        return close_pad(c, pads, i);
    if (wish == PadWish::None)
        return;
    pad.stays_open = wish == PadWish::PlaceAndGoOn;
    place_note(c, pads, i, rect,
               wish == PadWish::PlaceConfirmed ? board::PersonalData::Confirmed : board::PersonalData::NotConfirmed);
}

} // namespace

/// The free place nearest to the finger; one that would cover `clear` comes last.
std::optional<int> free_slot(Context const& c, Pads const& pads, OpenPad const& where) {
    auto const all = places(c);
    std::optional<int> best;
    float best_cost = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        float cost = std::hypot(all[i].centre().x - where.at.x, (all[i].centre().y - where.at.y) / 4);
        if (where.clear.w > 0 && all[i].overlaps(where.clear))
            cost += c.ui.screen().w + c.ui.screen().h;
        if (!taken(pads, static_cast<int>(i)) && (!best || cost < best_cost))
            best = static_cast<int>(i), best_cost = cost;
    }
    return best;
}

ui::Rect slot_rect(Context const& c, int slot) {
    auto const all = places(c);
    return all[std::min(static_cast<std::size_t>(slot), all.size() - 1)];
}

bool open_pad(Context& c, Pads& pads, OpenPad const& where) {
    auto const free = std::find_if(pads.open.begin(), pads.open.end(), [](auto const& pad) { return !pad; });
    auto const place = free_slot(c, pads, where);
    if (free == pads.open.end() || !place)
        return false;
    *free = fresh_pad(c, pads, *place, where);
    auto const i = static_cast<std::size_t>(free - pads.open.begin());
    c.ui.still(prefix(i) + "/at");
    pads.last_touched = static_cast<int>(i) + 1;
    return true;
}

void put_aside(Pads& pads, Draft draft) {
    if (draft.edits)
        std::erase_if(pads.drafts, [&](Draft const& other) { return other.edits == draft.edits; });
    pads.drafts.push_back(std::move(draft));
}

void drop_photo(Pads& pads, std::string const& hash) {
    auto const drop = [&](auto& note) {
        if (note.photo && note.photo->hash == hash)
            note.photo.reset();
    };
    for (auto& pad : pads.open)
        if (pad)
            drop(*pad);
    std::for_each(pads.drafts.begin(), pads.drafts.end(), drop);
}

PadTool tool_for(std::string_view text, std::optional<board::Photo> const& photo) {
    return !text.empty() ? PadTool::Write : photo ? PadTool::Photo : PadTool::Draw;
}

void fold_pads(Context const& c, Pads& pads) {
    for (std::size_t i = 0; i < pads.open.size(); ++i)
        if (pads.open[i])
            close_pad(c, pads, i);
}

void draw_pads(Context& c, Pads& pads) {
    c.ui.canvas().on(ui::Layer::Pads);
    for (std::size_t i = 0; i < pads.open.size(); ++i) {
        take_answer(c, pads, i);
        if (pads.open[i])
            draw_pad(c, pads, i);
    }
    c.ui.canvas().on(ui::Layer::Board);
}

std::vector<ui::Rect> pad_rects(Context const& c, Pads const& pads) {
    std::vector<ui::Rect> all;
    for (auto const& pad : pads.open)
        if (pad)
            all.push_back(pad->rect);
    if (pads.searching)
        all.push_back(slot_rect(c, *pads.searching));
    if (!pads.drafts.empty())
        all.push_back(pads.chips);
    return all;
}

std::vector<Draft> unfinished(board::Board const& board, Pads const& pads) {
    auto all = pads.drafts;
    for (auto const& pad : pads.open)
        if (pad && has_something(board, *pad))
            all.push_back(draft_of(pads, *pad));
    return all;
}

} // namespace screens
