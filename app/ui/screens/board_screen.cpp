#include "board/decide.h"
#include "ui/screens/board_lanes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace screens {

namespace {

constexpr float lane_inside = 22;
constexpr float lane_head = 104;
constexpr float edge_scroll_du = 70;    // a held card this near a lane's end scrolls it
constexpr float edge_scroll_speed = 14; // du a frame
constexpr double make_way_s = 0.15;     // a card on its way to another must not chase it off
constexpr double fresh_s = 2.5;         // long enough to find one's own note among forty
constexpr float reveal_step = 0.2F;     // of what is left of the way, a frame

Held* held(BoardView& view, board::IdeaId id) {
    for (auto& one : view.held)
        if (one.idea == id)
            return &one;
    return nullptr;
}

/// What somebody holds or is busy with stays, whatever is searched for.
bool is_shown(Context const& c, BoardView const& view, board::Idea const& idea) {
    auto const is_it = [&](auto const& one) { return one.idea == idea.id; };
    return view.sieve->keeps(idea.id) || std::any_of(view.held.begin(), view.held.end(), is_it) ||
           std::any_of(view.panels.begin(), view.panels.end(), is_it) || c.ui.is_touched(idea_id(idea));
}

std::vector<board::Idea const*> shown_in(Context const& c, BoardView const& view, Lane lane) {
    auto ideas = view.layout.ideas_in(lane);
    if (view.sieve)
        std::erase_if(ideas, [&](board::Idea const* idea) { return !is_shown(c, view, *idea); });
    return ideas;
}

/// The ring of a card just put up: whole at first, then fading.
float freshness(Context& c, BoardView const& view, board::IdeaId id) {
    for (auto const& fresh : view.fresh)
        if (fresh.idea == id) {
            c.ui.wake_now();
            return static_cast<float>(std::clamp(2 * (1 - (c.ui.now_s() - fresh.since_s) / fresh_s), 0.0, 1.0));
        }
    return 0;
}

void card(Context& c, BoardView& view, Slot const& slot, ui::Rect rect) {
    auto const& idea = *slot.idea;
    auto* mine = held(view, idea.id);
    auto const touch = c.ui.touch({.id = idea_id(idea),
                                   .role = "card",
                                   .label = card_label(c, idea),
                                   .value = {},
                                   .rect = rect,
                                   .accepts = ui::Accepts::Lift});
    if (touch.lifted && !mine) {
        view.held.push_back(
            {.idea = idea.id, .pointer = touch.pointer, .grab = touch.grab, .size = {rect.w, rect.h}, .at = touch.at});
        mine = &view.held.back();
        std::erase_if(view.panels, [&](MovePanel const& p) { return p.idea == idea.id; });
    }
    if (mine)
        mine->at = touch.dragging || touch.dropped ? touch.at : mine->at;
    if (touch.tapped)
        tap_card(c, view, idea, rect);
    if (mine) { // its place is kept open for it
        c.ui.canvas().rounded(rect, ui::radius::note, ui::colour::line.faded(0.6F));
        return;
    }
    bool picked = false;
    for (auto& panel : view.panels)
        if (panel.idea == idea.id) {
            picked = true;
            panel.origin = panel.origin.empty() ? rect : panel.origin;
        }
    c.ui.canvas().push_clip({rect.x - 24, rect.y - 14, rect.w + 48, rect.h + 44});
    ui::Rect pressed = rect;
    if (touch.pressed)
        pressed = rect.inset(-2);
    bool const takes_one = std::any_of(view.held.begin(), view.held.end(), [&](Held const& one) {
        return one.over == idea.id && will_merge(one, c.ui.now_s());
    });
    draw_card(c, idea, pressed, {.picked = picked || takes_one, .fresh = freshness(c, view, idea.id)});
    c.ui.canvas().pop_clip();
}

bool somebody_is_busy_in(Context const& c, std::string const& scroller) {
    auto const& fingers = c.ui.pointers().all();
    return c.ui.pointers().scrolling(scroller) ||
           std::any_of(fingers.begin(), fingers.end(), [&](auto const& finger) { return finger.scroller == scroller; });
}

/// A lane scrolls to what was just put up in it; a hand in the lane comes first.
void bring_into_sight(Context& c, BoardView& view, std::string const& scroller, std::vector<Slot> const& slots,
                      float height) {
    for (auto& fresh : view.fresh) {
        auto const slot = std::find_if(slots.begin(), slots.end(),
                                       [&](Slot const& one) { return one.idea->id == fresh.idea; });
        if (slot == slots.end() || fresh.in_sight)
            continue;
        float const offset = c.ui.scroll_offset(scroller);
        float const low = slot->rect.bottom() + lane_inside - height, high = slot->rect.y;
        float const way = offset < low ? low - offset : offset > high ? high - offset : 0;
        fresh.in_sight = std::abs(way) < 1 || somebody_is_busy_in(c, scroller);
        if (!fresh.in_sight)
            c.ui.scroll_by(scroller, c.ui.calm_motion || std::abs(way) < 2 ? way : way * reveal_step);
    }
}

/// Another view of the same ideas.
void picture_button(Context& c, BoardView& view, ui::Rect lane, float width) {
    float const side = std::min(c.ui.theme().target, lane_head - 20);
    ui::Rect const rect{lane.right() - lane_inside - width, lane.y + 12, width, side};
    auto const& words = c.words.get("board.picture");
    bool const brief = width < c.ui.type().width(words, c.ui.theme().label);
    if (ui::button(c.ui, {.id = "board/picture",
                          .rect = rect,
                          .label = brief ? std::string() : words,
                          .icon = ui::Icon::Quadrants,
                          .item_label = words,
                          .type = c.ui.theme().label}))
        view.picture = true;
}

/// For those who wonder where the rest of the lane went.
std::string found_line(Context const& c, Sieve const& sieve, std::size_t shown, std::size_t count) {
    auto const n = static_cast<std::int64_t>(shown), total = static_cast<std::int64_t>(count);
    if (sieve.query.empty())
        return c.words.say("find.lane_areas", {{"n", n}, {"total", total}});
    return c.words.say("find.lane", {{"n", n}, {"total", total}, {"query", sieve.query}});
}

void lane_ground(Context& c, BoardView const& view, LaneLook const& lane, HeadNotes const& notes, std::size_t shown,
                 std::size_t count) {
    auto& canvas = c.ui.canvas();
    canvas.push_clip(lane.rect.inset(-4));
    canvas.rounded(lane.rect, ui::radius::lane, ui::colour::lane);
    bool const hovered = std::any_of(view.held.begin(), view.held.end(),
                                     [&](Held const& h) { return lane.rect.contains(h.at); });
    if (hovered)
        canvas.outline(lane.rect, ui::radius::lane, 4, lane.stripe);
    float const x = lane.rect.x + lane_inside;
    canvas.rounded({x, lane.rect.y + 22, 14, 36}, 7, lane.stripe);
    auto const& name = c.words.get(lane.name_key);
    auto const& heading = c.ui.theme().heading;
    ui::label_centred(c.ui, name, {x + 28, lane.rect.y + 16, lane.rect.w - 60, 48}, heading, ui::colour::ink,
                      ui::Align::Left);
    float const after = x + 28 + c.ui.type().width(name, heading) + 16;
    auto const n = static_cast<std::int64_t>(count);
    auto const counted = lane.lane == Lane::Test
                             ? c.words.say("board.of_limit",
                                           {{"n", std::int64_t{view.layout.running_trials()}},
                                            {"limit", std::int64_t{c.board.course.settings.wip_limit}}})
                             : text::number(c.language(), static_cast<double>(n));
    ui::label_centred(c.ui, counted, {after, lane.rect.y + 18, lane.rect.right() - after - 20, 48}, c.ui.theme().label,
                      ui::colour::soft, ui::Align::Left);
    float const hint_w = lane.rect.w - 2 * lane_inside - (lane.lane == Lane::Idea ? notes.picture_w + 12 : 0);
    ui::Rect const hint{x, lane.rect.y + 62, hint_w, 30};
    if (view.sieve)
        ui::label(c.ui, found_line(c, *view.sieve, shown, count), hint, c.ui.theme().small, ui::colour::accent,
                  ui::Align::Left, 1);
    else {
        auto const& words = c.words.get(lane.hint_key);
        ui::label(c.ui, words, hint, ui::fitted(c.ui, words, c.ui.theme().small, hint_w), ui::colour::soft,
                  ui::Align::Left, 1);
    }
    canvas.pop_clip();
}

void empty_lane(Context& c, LaneLook const& lane, std::string const& sentence_key) {
    ui::Rect const box = ui::Rect{lane.rect.x, lane.rect.y + lane_head, lane.rect.w, lane.rect.h - lane_head}.inset(
        lane_inside, 8);
    c.ui.canvas().dashed(box, ui::radius::card, 3, ui::colour::line);
    auto const& sentence = c.ui.type().lay(
        c.words.get(sentence_key), {.type = c.ui.theme().body, .width = box.w - 60, .align = ui::Align::Centre});
    c.ui.canvas().paragraph(sentence, {box.x + 30, box.centre().y - sentence.height / 2}, ui::colour::soft);
}

/// The idea that the held one may be merged into and whose middle is at that spot of the content; near its edges
/// a card asks for room instead.
board::Idea const* merge_target(Context const& c, Arrangement const& laid, ui::Vec2 at, board::Idea const& held) {
    auto const row = laid.between(at.y, at.y);
    auto const under = std::find_if(row.begin(), row.end(), [&](Slot const& slot) {
        return slot.idea != &held && slot.rect.inset(slot.rect.w * 0.25F, slot.rect.h * 0.25F).contains(at);
    });
    bool const may = under != row.end() &&
                     board::decide(c.board, board::MergeIdeas{held.id, under->idea->id}, c.now).has_value();
    return may ? under->idea : nullptr;
}

/// Where the held card is to lie among `rest`; over the middle of another nothing moves.
std::size_t place_for(Context& c, BoardLayout& layout, Held& one, board::Idea const& idea,
                      std::vector<board::Idea const*> const& rest, LaneLook const& lane, float width, ui::Vec2 at) {
    std::size_t const place = std::min(one.place.value_or(rest.size()), rest.size());
    if (one.place && lane.lane == Lane::Idea) { // only there can anything be merged
        auto shown = rest;
        shown.insert(shown.begin() + static_cast<std::ptrdiff_t>(place), &idea);
        if (auto const* other = merge_target(c, layout.lay_out(c, shown, lane.lane, width), at, idea)) {
            if (one.over != other->id)
                one.over = other->id, one.over_since_s = c.ui.now_s();
            c.ui.wake_at(one.over_since_s + merge_hold_s);
            return place;
        }
    }
    one.over.reset();
    auto const wanted = layout.lay_out(c, rest, lane.lane, width).slot_at(at);
    if (one.wanted != wanted)
        one.wanted = wanted, one.wanted_since_s = c.ui.now_s();
    c.ui.wake_at(one.wanted_since_s + make_way_s);
    bool const in_hand = c.ui.pointers().find(one.pointer) != nullptr;
    return !in_hand || c.ui.now_s() - one.wanted_since_s >= make_way_s ? wanted : place;
}

/// Cards make way for the one that hovers: it is laid out where it would come to lie.
std::vector<board::Idea const*> with_hovering(Context& c, BoardView& view, LaneLook const& lane,
                                              std::vector<board::Idea const*> ideas, ui::Rect inside, float offset) {
    for (auto& one : view.held) {
        auto const* idea = view.layout.find(one.idea);
        if (!idea || lane_of(idea->stage) != lane.lane)
            continue;
        if (!inside.contains(one.at)) {
            one.over.reset();
            continue;
        }
        auto const mine = std::find(ideas.begin(), ideas.end(), idea);
        if (!one.place)
            one.place = static_cast<std::size_t>(mine - ideas.begin());
        ideas.erase(mine);
        ui::Vec2 const middle = held_rect(one).centre();
        auto const i = place_for(c, view.layout, one, *idea, ideas, lane, inside.w,
                                 {middle.x - inside.x, middle.y - inside.y + offset});
        one.place = i;
        ideas.insert(ideas.begin() + static_cast<std::ptrdiff_t>(i), idea);
    }
    return ideas;
}

void scroll_at_edges(Context& c, BoardView const& view, std::string const& scroller, ui::Rect rect) {
    for (auto const& one : view.held) {
        if (one.at.x < rect.x || one.at.x > rect.right())
            continue;
        float const up = rect.y + edge_scroll_du - one.at.y, down = one.at.y - (rect.bottom() - edge_scroll_du);
        if (up > 0 && up < 3 * edge_scroll_du)
            c.ui.scroll_by(scroller, -edge_scroll_speed), c.ui.wake_now();
        else if (down > 0 && down < 3 * edge_scroll_du)
            c.ui.scroll_by(scroller, edge_scroll_speed), c.ui.wake_now();
    }
}

/// The cards of a lane that fingers hold or touch, wherever they lie.
std::vector<board::Idea const*> in_hands(Context const& c, BoardLayout const& layout, Lane lane) {
    constexpr std::string_view is_card = "idea/";
    std::vector<board::Idea const*> ideas;
    for (auto const& finger : c.ui.pointers().all()) {
        std::string_view const owner = finger.owner;
        int no = 0;
        if (!owner.starts_with(is_card) ||
            std::from_chars(owner.data() + is_card.size(), owner.data() + owner.size(), no).ec != std::errc())
            continue;
        auto const* idea = layout.numbered(no);
        if (idea && lane_of(idea->stage) == lane)
            ideas.push_back(idea);
    }
    return ideas;
}

/// Those of a lane's cards that have a part between the two heights, and those in hands.
std::vector<Slot> to_draw(Context const& c, BoardLayout const& layout, Lane lane, Arrangement const& laid, float top,
                          float bottom) {
    auto const near = laid.between(top, bottom);
    std::vector<Slot> slots(near.begin(), near.end());
    for (auto const* idea : in_hands(c, layout, lane)) {
        auto const at = std::find(laid.ideas.begin(), laid.ideas.end(), idea);
        auto const* slot = laid.slots.data() + (at - laid.ideas.begin());
        if (at != laid.ideas.end() && (slot < near.data() || slot >= near.data() + near.size()))
            slots.push_back(*slot);
    }
    return slots;
}

/// Where a lane's cards scroll, du.
ui::Rect scroll_room(LaneLook const& lane) {
    return {lane.rect.x, lane.rect.y + lane_head - 8, lane.rect.w, lane.rect.h - lane_head + 8};
}

/// Where they lie in it, at rest at the top, du.
ui::Rect cards_room(LaneLook const& lane) {
    return {lane.rect.x + lane_inside, lane.rect.y + lane_head, lane.rect.w - 2 * lane_inside, lane.rect.h - lane_head};
}

/// A card that was let go falls from the hand, in the content of the lane where it is now.
void begin_falling(Context& c, BoardView const& view, board::Idea const& idea, float content_top) {
    for (auto const& one : view.falling)
        if (one.idea == idea.id)
            c.ui.glide(idea_id(idea), {one.from.x, one.from.y - content_top}, 0);
}

void draw_lane(Context& c, BoardView& view, LaneLook const& lane, HeadNotes const& notes) {
    auto ideas = shown_in(c, view, lane.lane);
    auto const count = view.layout.ideas_in(lane.lane).size();
    lane_ground(c, view, lane, notes, ideas.size(), count);
    if (lane.lane == Lane::Idea)
        picture_button(c, view, lane.rect, notes.picture_w);
    if (ideas.empty() && view.held.empty())
        empty_lane(c, lane, count > 0 ? "find.lane_empty" : lane.name_key + "_empty");
    ui::Rect const scroll = scroll_room(lane), inside = cards_room(lane);
    auto const* laid = &view.layout.lay_out(c, ideas, lane.lane, inside.w);
    float const offset = c.ui.begin_scroll(lane.id, scroll, laid->height + 8 + lane_inside, c.words.get(lane.name_key));
    if (!view.held.empty()) {
        laid = &view.layout.lay_out(c, with_hovering(c, view, lane, std::move(ideas), inside, offset), lane.lane,
                                    inside.w);
        scroll_at_edges(c, view, lane.id, scroll);
    }
    float const down = inside.y - offset, farthest = 2 * scroll.h; // no card comes from farther off into sight
    auto const all = to_draw(c, view.layout, lane.lane, *laid, scroll.centre().y - farthest - down,
                             scroll.centre().y + farthest - down);
    for (auto const& slot : all) {
        ui::Rect rect = slot.rect.moved({inside.x, 0});
        auto const id = idea_id(*slot.idea);
        begin_falling(c, view, *slot.idea, down);
        ui::Vec2 const at = c.ui.glide(id, {rect.x, rect.y});
        if (!view.held.empty() || !c.ui.settled())
            rect.x = at.x, rect.y = at.y;
        rect.y += down;
        if (rect.overlaps(scroll.inset(-40)) || c.ui.is_touched(id))
            card(c, view, slot, rect);
    }
    c.ui.end_scroll();
    bring_into_sight(c, view, lane.id, laid->slots, inside.h);
}

/// In the room a lowered board leaves: the way back, where everybody sees it.
void lift_button(Context& c) {
    float const side = c.ui.theme().target;
    if (!c.look.lowered || c.lowered < c.ui.screen().h / 2 - 1)
        return;
    float const width = 340;
    ui::Rect const place{c.ui.screen().centre().x - width / 2, c.lowered - side - ui::space::gap, width, side};
    if (ui::button(c.ui,
                   {.id = "board/lift", .rect = place, .label = c.words.get("more.lift"), .icon = ui::Icon::ArrowUp})) {
        Look look = c.look;
        look.lowered = false;
        c.requests.emplace_back(ChangeLook{look});
    }
}

} // namespace

std::array<LaneLook, 3> lanes(Context const& c) {
    ui::Rect area = content_area(c);
    std::array<LaneLook, 3> all{
        {{Lane::Idea, "lane/idea", "board.idea", "board.idea_hint", ui::colour::idea, {}},
         {Lane::Test, "lane/test", "board.test", "board.test_hint", ui::colour::test, {}},
         {Lane::Scale, "lane/scale", "board.scale", "board.scale_hint", ui::colour::scale, {}}}};
    constexpr float gap = 22;
    if (c.ui.portrait()) {
        float const room = area.h - 2 * gap;
        all[0].rect = area.cut_top(std::round(room * 0.40F), gap);
        all[1].rect = area.cut_top(std::round(room * 0.34F), gap);
        all[2].rect = area;
    } else {
        float const room = area.w - 2 * gap;
        all[0].rect = area.cut_left(std::round(room * 0.450F), gap);
        all[1].rect = area.cut_left(std::round(room * 0.299F), gap);
        all[2].rect = area;
    }
    return all;
}

std::vector<board::Idea const*> order_in(Context& c, BoardView& view, LaneLook const& lane) {
    return with_hovering(c, view, lane, shown_in(c, view, lane.lane), cards_room(lane), c.ui.scroll_offset(lane.id));
}

void drop_old(Context& c, std::vector<Fresh>& fresh) {
    std::erase_if(fresh, [&](Fresh const& one) { return c.ui.now_s() - one.since_s > fresh_s; });
    for (auto const& one : fresh)
        c.ui.wake_at(one.since_s + fresh_s + 0.01);
}

void board_screen(Context& c, BoardView& view) {
    lift_button(c);
    header(c);
    drop_old(c, view.fresh);
    view.layout.see(c);
    auto const all = lanes(c);
    auto const notes = head_notes(c, view.layout.waiting(), all);
    for (auto const& lane : all)
        draw_lane(c, view, lane, notes);
    board_notes(c, all, notes);
    let_go(c, view); // what was lifted and let go of at once
    draw_held(c, view);
}

} // namespace screens
