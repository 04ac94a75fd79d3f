// Cards in hands: what a tap or a card let go means.
#include "board/choosing.h"
#include "ui/screens/board_lanes.h"

#include <algorithm>

namespace screens {

namespace {

void say(Context& c, char const* key, ui::Rect origin) { c.requests.emplace_back(Say{c.words.get(key), origin}); }

void open_panel(BoardView& view, MovePanel panel) {
    std::erase_if(view.panels, [&](MovePanel const& p) { return p.idea == panel.idea; });
    view.panels.push_back(std::move(panel));
}

void move_to_test(Context& c, BoardView& view, board::Idea const& idea, ui::Rect origin) {
    if (board::selecting_needs_reason(c.board, idea.id))
        open_panel(view, {.kind = MovePanel::Kind::Reason, .idea = idea.id, .origin = origin});
    else
        c.ask(board::SelectIdea{.id = idea.id, .reason = {}}, origin, {}, c.words.get("board.done_selected"));
}

/// What a card let go over a lane means; method.md 7.3 names the moves.
void drop(Context& c, BoardView& view, board::Idea const& idea, Lane onto, std::optional<board::IdeaId> before,
          ui::Rect origin) {
    using board::Stage;
    Lane const from = lane_of(idea.stage);
    if (onto == from) {
        c.ask(board::PlaceIdea{idea.id, before}, origin);
        return;
    }
    if (idea.masked) {
        c.requests.emplace_back(Say{c.words.get(text::refusal_key(board::Rule::IdeaIsMasked)), origin});
        return;
    }
    if (onto == Lane::Tray) {
        if (board::running_trial(idea))
            c.requests.emplace_back(GoTo{Screen::Trial, idea.id, board::Decision::Park});
        else if (from == Lane::Scale)
            say(c, "board.not_from_scale", origin);
        else
            open_panel(view, {.kind = MovePanel::Kind::Park, .idea = idea.id, .origin = origin});
    } else if (from == Lane::Idea) {
        if (onto == Lane::Test)
            move_to_test(c, view, idea, origin);
        else
            say(c, "board.try_first", origin);
    } else if (from == Lane::Test && onto == Lane::Scale) {
        if (board::running_trial(idea))
            c.requests.emplace_back(GoTo{Screen::Trial, idea.id, board::Decision::Scale});
        else
            say(c, "board.try_first", origin);
    } else if (from == Lane::Test && idea.stage == Stage::Selected) {
        c.ask(board::DeselectIdea{idea.id}, origin, {}, c.words.get("board.done_deselected"));
    } else if (from == Lane::Test) {
        say(c, "board.not_back_from_test", origin);
    } else {
        c.requests.emplace_back(GoTo{Screen::Trial, idea.id, {}});
    }
}

/// What letting go will do, on the card in the hand.
void merge_sign(Context& c, ui::Rect card) {
    auto const& words = c.words.get("board.let_go_to_merge");
    auto const& type = c.ui.theme().label;
    float const width = c.ui.type().width(words, type) + 48;
    ui::Rect const pill{card.centre().x - width / 2, card.y - 26, width, 52};
    c.ui.canvas().rounded(pill, 26, ui::colour::accent);
    ui::label_centred(c.ui, words, pill, type, ui::colour::white, ui::Align::Centre);
}

std::optional<board::IdeaId> next_after(std::vector<board::Idea const*> const& order, board::IdeaId id) {
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        if (order[i]->id == id)
            return order[i + 1]->id;
    return {};
}

/// The lane under the point; null: none.
LaneLook const* lane_at(std::array<LaneLook, 3> const& all, ui::Vec2 at) {
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](LaneLook const& lane) { return lane.rect.contains(at); });
    return found == all.end() ? nullptr : &*found;
}

/// A card that is let go where it hovers.
void land(Context& c, BoardView& view, Held& one, board::Idea const& idea) {
    auto const all = lanes(c);
    auto const* lane = lane_at(all, one.at);
    if (!lane && !tray_button(c).contains(one.at))
        return;
    Lane const onto = lane ? lane->lane : Lane::Tray;
    std::optional<board::IdeaId> before;
    if (onto == lane_of(idea.stage)) {
        auto const order = order_in(c, view, *lane); // over the middle of another, it tells `one`
        before = one.over ? one.over : next_after(order, idea.id);
    }
    if (onto == Lane::Idea && will_merge(one, c.ui.now_s()))
        c.ask(board::MergeIdeas{idea.id, *one.over}, held_rect(one), {}, c.words.get("board.done_merged"));
    else
        drop(c, view, idea, onto, before, held_rect(one));
}

} // namespace

void tap_card(Context& c, BoardView& view, board::Idea const& idea, ui::Rect rect) {
    if (lane_of(idea.stage) != Lane::Idea) {
        c.requests.emplace_back(GoTo{Screen::Trial, idea.id, {}});
        return;
    }
    if (idea.masked) { // it is shown with the others, or not at all
        c.requests.emplace_back(GoTo{.screen = Screen::Silent});
        return;
    }
    auto const merging = std::find_if(view.panels.begin(), view.panels.end(), [&](MovePanel const& p) {
        return p.kind == MovePanel::Kind::Merge && p.idea != idea.id;
    });
    if (merging != view.panels.end()) {
        c.ask(board::MergeIdeas{merging->idea, idea.id}, rect, {}, c.words.get("board.done_merged"));
        view.panels.erase(merging);
        return;
    }
    if (std::erase_if(view.panels, [&](MovePanel const& p) { return p.idea == idea.id; }) == 0)
        view.panels.push_back({.kind = MovePanel::Kind::Actions, .idea = idea.id, .origin = rect});
}

void let_go(Context& c, BoardView& view) {
    view.falling.clear(); // those of a frame that another screen drew have come down
    auto const in_hand = [&](Held const& one) { return c.ui.pointers().find(one.pointer) != nullptr; };
    if (std::all_of(view.held.begin(), view.held.end(), in_hand))
        return;
    view.layout.see(c);
    auto const& pointers = c.ui.pointers().all();
    for (auto& one : view.held) {
        if (in_hand(one))
            continue;
        auto const pointer = std::find_if(pointers.begin(), pointers.end(),
                                          [&](auto const& p) { return p.id == one.pointer; });
        auto const* idea = view.layout.find(one.idea);
        if (idea && pointer != pointers.end() && pointer->up) {
            one.at = pointer->at;
            land(c, view, one, *idea);
        } // else it was taken away, and goes back
        view.falling.push_back({one.idea, {held_rect(one).x, held_rect(one).y}});
        c.ui.wake_now();
    }
    std::erase_if(view.held, [&](Held const& one) { return !in_hand(one); });
}

void draw_held(Context& c, BoardView const& view) {
    for (auto const& one : view.held) {
        auto const* idea = view.layout.find(one.idea);
        if (!idea)
            continue;
        c.ui.canvas().on(ui::Layer::Lifted);
        ui::Rect const rect = held_rect(one).inset(-0.015F * one.size.x, -0.015F * one.size.y);
        c.ui.canvas().push_clip({rect.x - 90, rect.y - 70, rect.w + 180, rect.h + 180});
        draw_card(c, *idea, rect, {.lifted = true});
        if (will_merge(one, c.ui.now_s()))
            merge_sign(c, rect);
        c.ui.canvas().pop_clip();
        c.ui.canvas().on(ui::Layer::Board);
    }
}

} // namespace screens
