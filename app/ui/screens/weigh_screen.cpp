#include "ui/screens/weigh_screen.h"

#include "ui/screens/board_lanes.h"
#include "ui/screens/weigh_layout.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace screens {

namespace {

constexpr float card_gap = 12, inside = 22, tray_w = 430;
constexpr float picked_w = 350;
constexpr double picked_for_s = 40; // then whoever tapped it has gone
constexpr int most_weight = 100;

/// The parts of the screen, du.
struct Parts {
    ui::Rect chart, field, tray;
};

float axis_w(Context& c) {
    float const words = std::max(c.ui.type().width(c.words.get("weigh.much_effect"), c.ui.theme().label),
                                 c.ui.type().width(c.words.get("weigh.little_effect"), c.ui.theme().label));
    return std::min(words, 190.0F) + 20;
}

Parts parts(Context& c) {
    ui::Rect area = content_area(c);
    Parts all;
    all.tray = c.ui.portrait() ? area.cut_bottom(std::round(area.h * 0.32F), 22) : area.cut_right(tray_w, 22);
    all.chart = area;
    all.field = area.inset(inside);
    all.field.cut_left(axis_w(c), 10);
    all.field.cut_bottom(1.5F * c.ui.theme().label.size, 8);
    return all;
}

/// These may still be weighed; what is being tried has its own figures.
bool belongs_here(board::Idea const& idea) {
    return !idea.masked && (idea.stage == board::Stage::New || idea.stage == board::Stage::Selected);
}

template <class Ones> bool is_among(Ones const& ones, board::IdeaId id) {
    return std::any_of(ones.begin(), ones.end(), [&](auto const& one) { return one.idea == id; });
}

/// Where middles of cards can lie.
ui::Rect middles(ui::Rect field, ui::Vec2 size) { return field.inset(size.x / 2, size.y / 2); }

ui::Vec2 place_of(board::Weighing const& weighing, ui::Rect middles) {
    return {middles.x + middles.w * static_cast<float>(weighing.effort) / most_weight,
            middles.bottom() - middles.h * static_cast<float>(weighing.effect) / most_weight};
}

board::Weighing weighing_at(ui::Vec2 at, ui::Rect middles) {
    auto const part = [](float way, float whole) {
        return std::clamp(static_cast<int>(std::lround(most_weight * way / std::max(whole, 1.0F))), 0, most_weight);
    };
    return {.effect = part(middles.bottom() - at.y, middles.h), .effort = part(at.x - middles.x, middles.w)};
}

// --- the picture's ground ---

void caption(Context& c, ui::Rect quarter, char const* key, ui::Align align, bool low) {
    ui::Rect words = quarter.inset(18, 12);
    auto const& line = c.ui.type().lay(c.words.get(key),
                                       {.type = c.ui.theme().label, .width = words.w, .max_lines = 2, .align = align});
    c.ui.canvas().paragraph(line, {words.x, low ? words.bottom() - line.height : words.y}, ui::colour::soft);
}

void arrow(Context& c, ui::Vec2 from, ui::Vec2 to) {
    auto& canvas = c.ui.canvas();
    canvas.line(from, to, 3, ui::colour::soft);
    float const head = 10;
    if (from.y == to.y) {
        canvas.line({to.x - head, to.y - head}, to, 3, ui::colour::soft);
        canvas.line({to.x - head, to.y + head}, to, 3, ui::colour::soft);
    } else {
        canvas.line({to.x - head, to.y + head}, to, 3, ui::colour::soft);
        canvas.line({to.x + head, to.y + head}, to, 3, ui::colour::soft);
    }
}

void axis_words(Context& c, ui::Rect rect, char const* key, ui::Align align) {
    auto const& words = c.ui.type().lay(c.words.get(key),
                                        {.type = c.ui.theme().label, .width = rect.w, .max_lines = 2, .align = align});
    c.ui.canvas().paragraph(words, {rect.x, rect.y}, ui::colour::ink);
}

void axes(Context& c, Parts const& all) {
    ui::Rect const& field = all.field;
    float const line = 2.6F * c.ui.theme().label.size;
    ui::Rect left{all.chart.x + inside, field.y, axis_w(c), field.h};
    axis_words(c, left, "weigh.much_effect", ui::Align::Left);
    axis_words(c, left.cut_bottom(line), "weigh.little_effect", ui::Align::Left);
    arrow(c, {left.x + 20, left.bottom() - 14}, {left.x + 20, left.y + line + 14});
    auto const& type = c.ui.theme().label;
    float const y = field.bottom() + 8, height = 1.5F * type.size;
    auto const &little = c.words.get("weigh.little_effort"), &much = c.words.get("weigh.much_effort");
    float const little_w = c.ui.type().width(little, type), much_w = c.ui.type().width(much, type);
    ui::label_centred(c.ui, little, {field.x, y, little_w + 4, height}, type, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, much, {field.right() - much_w - 4, y, much_w + 4, height}, type, ui::colour::ink,
                      ui::Align::Right);
    arrow(c, {field.x + little_w + 26, y + height / 2}, {field.right() - much_w - 26, y + height / 2});
}

void chart_ground(Context& c, WeighView const& view, Parts const& all) {
    auto& canvas = c.ui.canvas();
    canvas.push_clip(all.chart.inset(-4));
    canvas.rounded(all.chart, ui::radius::lane, ui::colour::lane);
    ui::Rect const& field = all.field;
    canvas.rounded(field, ui::radius::card, ui::colour::paper);
    ui::Rect const half{field.x, field.y, field.w / 2, field.h / 2};
    canvas.rounded(half.inset(3), ui::radius::card - 3, ui::colour::scale_ground);
    canvas.line({field.centre().x, field.y}, {field.centre().x, field.bottom()}, 3, ui::colour::line);
    canvas.line({field.x, field.centre().y}, {field.right(), field.centre().y}, 3, ui::colour::line);
    caption(c, half, "weigh.begin_here", ui::Align::Left, false);
    caption(c, half.moved({half.w, 0}), "weigh.small_steps", ui::Align::Right, false);
    caption(c, half.moved({0, half.h}), "weigh.if_time", ui::Align::Left, true);
    caption(c, half.moved({half.w, half.h}), "weigh.leave_it", ui::Align::Right, true);
    bool const hovered = std::any_of(view.held.begin(), view.held.end(),
                                     [&](Held const& one) { return field.contains(one.at); });
    if (hovered || !view.picked.empty())
        canvas.outline(field, ui::radius::card, 4, ui::colour::accent);
    axes(c, all);
    canvas.pop_clip();
}

/// What to do here, in an empty picture.
void how_to(Context& c, ui::Rect field, bool any_ideas) {
    auto const& words = c.ui.type().lay(
        c.words.get(any_ideas ? "weigh.empty" : "weigh.no_ideas"),
        {.type = c.ui.theme().body, .width = std::min(field.w - 60, 560.0F), .align = ui::Align::Centre});
    ui::Rect const ground{field.centre().x - 320, field.centre().y - words.height / 2 - 24, 640, words.height + 48};
    c.ui.canvas().rounded(ground, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(ground, ui::radius::card, 2, ui::colour::line);
    c.ui.canvas().paragraph(
        words, {field.centre().x - std::min(field.w - 60, 560.0F) / 2, field.centre().y - words.height / 2},
        ui::colour::soft);
}

// --- cards ---

void small_card(Context& c, board::Idea const& idea, ui::Rect rect, std::optional<ui::Shadow> shadow) {
    auto& canvas = c.ui.canvas();
    if (shadow)
        canvas.shadow(rect, ui::radius::note, *shadow);
    canvas.rounded(rect, ui::radius::note, colour_of(idea.colour));
    ui::Type const type = quiet(c.ui.theme().label);
    float const line = line_height(type);
    int const lines = std::max(1, static_cast<int>((rect.h - 12) / line));
    auto const& words = c.ui.type().lay(title_of(c, idea), {.type = type, .width = rect.w - 28, .max_lines = lines});
    canvas.paragraph(words, {rect.x + 14, rect.centre().y - words.height / 2}, ui::colour::ink);
}

/// A finger on a card: it is lifted, or picked to be laid where the next tap says.
void touch_card(Context& c, WeighView& view, board::Idea const& idea, ui::Rect rect, bool weighed) {
    auto const touch = c.ui.touch(
        {.id = idea_id(idea),
         .role = "card",
         .label = title_of(c, idea),
         .value = weighed ? std::to_string(idea.weighing->effort) + "," + std::to_string(idea.weighing->effect)
                          : std::string(),
         .rect = rect,
         .accepts = ui::Accepts::Lift});
    bool const mine = is_among(view.held, idea.id);
    if (touch.lifted && !mine) {
        view.held.push_back(
            {.idea = idea.id, .pointer = touch.pointer, .grab = touch.grab, .size = {rect.w, rect.h}, .at = touch.at});
        std::erase_if(view.picked, [&](auto const& one) { return one.idea == idea.id; });
    }
    for (auto& one : view.held)
        if (one.idea == idea.id && (touch.dragging || touch.dropped))
            one.at = touch.at;
    if (touch.tapped && std::erase_if(view.picked, [&](auto const& one) { return one.idea == idea.id; }) == 0)
        view.picked.push_back({idea.id, c.ui.now_s()});
}

void lay_out(Context& c, WeighView& view, Parts const& all) {
    WeighView::Asked asked{c.board_version, all.field, c.ui.theme().target, {}};
    for (auto const& one : view.held)
        asked.held.push_back(one.idea);
    if (view.laid_for == asked)
        return;
    std::vector<board::Idea const*> ideas;
    for (auto const& idea : c.board.ideas)
        if (belongs_here(idea) && idea.weighing && !is_among(view.held, idea.id))
            ideas.push_back(&idea);
    view.size = weighed_size(all.field, ideas.size() + view.held.size(), c.ui.theme().target);
    std::vector<ui::Vec2> wished;
    for (auto const* idea : ideas)
        wished.push_back(place_of(*idea->weighing, middles(all.field, view.size)));
    auto const at = spread(wished, view.size, all.field, 8);
    view.laid.clear();
    for (std::size_t i = 0; i < ideas.size(); ++i)
        view.laid.push_back({ideas[i]->id, at[i]});
    view.laid_for = std::move(asked);
}

/// The whole note, above the others, so that the one who tapped it can read all of it.
void picked_card(Context& c, WeighView& view, board::Idea const& idea, ui::Vec2 middle, ui::Rect bounds) {
    float const height = card_height(c, idea, picked_w);
    ui::Rect const rect{std::clamp(middle.x - picked_w / 2, bounds.x, std::max(bounds.x, bounds.right() - picked_w)),
                        std::clamp(middle.y - height / 2, bounds.y, std::max(bounds.y, bounds.bottom() - height)),
                        picked_w, height};
    touch_card(c, view, idea, rect, idea.weighing.has_value());
    if (is_among(view.held, idea.id))
        return;
    c.ui.canvas().push_clip(rect.inset(-40));
    draw_card(c, idea, rect, {.picked = true});
    c.ui.canvas().pop_clip();
}

void draw_laid(Context& c, WeighView& view, BoardView const& board, Parts const& all) {
    std::vector<std::pair<board::Idea const*, ui::Vec2>> last;
    for (auto const& laid : view.laid) {
        auto const* idea = board::find_idea(c.board, laid.idea);
        if (!idea || is_among(view.held, laid.idea))
            continue;
        ui::Vec2 const at = c.ui.glide("weigh/" + idea_id(*idea), laid.middle);
        if (is_among(view.picked, laid.idea)) {
            last.emplace_back(idea, at);
            continue;
        }
        ui::Rect const rect{at.x - view.size.x / 2, at.y - view.size.y / 2, view.size.x, view.size.y};
        touch_card(c, view, *idea, rect, true);
        c.ui.canvas().push_clip(rect.inset(-30));
        bool const kept = !board.sieve || board.sieve->keeps(idea->id);
        c.ui.canvas().push_opacity(kept ? 1 : 0.3F);
        small_card(c, *idea, rect, kept ? std::optional(ui::Shadow::Resting) : std::nullopt);
        c.ui.canvas().pop_opacity();
        if (is_among(board.fresh, idea->id))
            c.ui.canvas().outline(rect.inset(-6), ui::radius::note + 6, 5, ui::colour::accent);
        c.ui.canvas().pop_clip();
    }
    for (auto const& [idea, at] : last)
        picked_card(c, view, *idea, at, all.field);
}

// --- those that wait ---

std::vector<board::Idea const*> waiting(Context const& c, WeighView const& view, BoardView const& board) {
    std::vector<board::Idea const*> all;
    for (auto const& idea : c.board.ideas) {
        bool const busy = is_among(view.held, idea.id) || is_among(view.picked, idea.id) ||
                          c.ui.is_touched(idea_id(idea));
        if (belongs_here(idea) && !idea.weighing && (busy || !board.sieve || board.sieve->keeps(idea.id)))
            all.push_back(&idea);
    }
    return all;
}

void wait_in_rows(Context& c, WeighView& view, BoardView& board, ui::Rect rect,
                  std::vector<board::Idea const*> const& ideas) {
    int const columns = std::max(1, static_cast<int>((rect.w + card_gap) / (320 + card_gap)));
    float const width = (rect.w - card_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float const height = std::max(c.ui.theme().target, 3.2F * c.ui.theme().label.size + 12);
    auto const rows = (ideas.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns);
    float const content = static_cast<float>(rows) * (height + card_gap) + 10;
    ui::Rect const scroll = rect.inset(-16, 0); // room for the cards' shadows
    float const top = rect.y + 4 - c.ui.begin_scroll("weigh/tray", scroll, content, c.words.get("weigh.waiting"));
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        auto const& idea = *ideas[i];
        float const column = static_cast<float>(i % static_cast<std::size_t>(columns));
        float const row = static_cast<float>(i / static_cast<std::size_t>(columns));
        ui::Rect const place{rect.x + column * (width + card_gap), top + row * (height + card_gap), width, height};
        if (!place.overlaps(scroll) && !is_among(view.held, idea.id) && !c.ui.is_touched(idea_id(idea)))
            continue;
        touch_card(c, view, idea, place, false);
        if (is_among(view.held, idea.id)) {
            c.ui.canvas().rounded(place, ui::radius::note, ui::colour::line.faded(0.6F));
            continue;
        }
        small_card(c, idea, place, ui::Shadow::Resting);
        if (is_among(view.picked, idea.id) || is_among(board.fresh, idea.id))
            c.ui.canvas().outline(place, ui::radius::note, 5, ui::colour::accent);
    }
    c.ui.end_scroll();
    for (auto& fresh : board.fresh)
        for (std::size_t i = 0; i < ideas.size(); ++i)
            if (ideas[i]->id == fresh.idea && !std::exchange(fresh.in_sight, true))
                c.ui.scroll_to("weigh/tray",
                               static_cast<float>(i / static_cast<std::size_t>(columns)) * (height + card_gap));
}

/// The picked one that lies in the picture and was picked last; it can be taken out again.
board::Idea const* picked_in_picture(Context const& c, WeighView const& view) {
    board::Idea const* last = nullptr;
    for (auto const& one : view.picked)
        if (auto const* idea = board::find_idea(c.board, one.idea); idea && idea->weighing)
            last = idea;
    return last;
}

void take_out(Context& c, board::Idea const& idea, ui::Rect origin) {
    c.ask(board::WeighIdea{idea.id, {}}, origin, {}, c.words.get("weigh.done_taken_out"));
}

float side_of(Context const& c) { return std::max(c.ui.theme().target, 80.0F); }

void tray(Context& c, WeighView& view, BoardView& board, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::lane, ui::colour::lane);
    bool const hovered = std::any_of(view.held.begin(), view.held.end(),
                                     [&](Held const& one) { return rect.contains(one.at); });
    if (hovered)
        canvas.outline(rect, ui::radius::lane, 4, ui::colour::accent);
    ui::Rect rest = rect.inset(inside);
    float const side = side_of(c);
    bool const portrait = c.ui.portrait();
    auto const ideas = waiting(c, view, board);
    ui::Rect head = rest.cut_top(portrait ? side : 1.5F * c.ui.theme().heading.size, 14);
    ui::Rect const back = portrait ? head.cut_right(320, 18) : rest.cut_bottom(side, 16);
    if (ui::button(c.ui,
                   {.id = "weigh/back", .rect = back, .label = c.words.get("weigh.back"), .icon = ui::Icon::ArrowLeft}))
        board.picture = false, view.picked.clear();
    auto const title = c.words.say("weigh.waiting_n", {{"n", static_cast<std::int64_t>(ideas.size())}});
    ui::label_centred(c.ui, title, head, c.ui.theme().heading, ui::colour::ink, ui::Align::Left);
    if (auto const* idea = picked_in_picture(c, view)) {
        ui::Rect const out = portrait ? rest.cut_top(side, 16) : rest.cut_bottom(side, 16); // within reach
        if (ui::button(c.ui, {.id = "weigh/take-out",
                              .rect = out,
                              .label = c.words.get("weigh.take_out"),
                              .look = ui::ButtonLook::Dashed})) {
            take_out(c, *idea, out);
            std::erase_if(view.picked, [&](auto const& one) { return one.idea == idea->id; });
        }
    }
    if (ideas.empty()) {
        auto const key = c.board.ideas.empty() ? "weigh.no_ideas" : board.sieve ? "find.lane_empty" : "weigh.all_laid";
        auto const& words = c.ui.type().lay(
            c.words.get(key), {.type = quiet(c.ui.theme().label), .width = rest.w - 20, .align = ui::Align::Centre});
        canvas.paragraph(words, {rest.x + 10, rest.centre().y - words.height / 2}, ui::colour::soft);
    }
    wait_in_rows(c, view, board, rest, ideas);
}

// --- what hands do ---

void lay(Context& c, WeighView const& view, Parts const& all, board::IdeaId id, ui::Vec2 middle) {
    c.ask(board::WeighIdea{id, weighing_at(middle, middles(all.field, view.size))},
          {middle.x - view.size.x / 2, middle.y - view.size.y / 2, view.size.x, view.size.y});
}

/// A tap in the picture lays the card that was picked last.
void tap_chart(Context& c, WeighView& view, Parts const& all) {
    auto const touch = c.ui.touch(
        {.id = "weigh/chart", .role = "lane", .label = c.words.get("board.picture"), .value = {}, .rect = all.field});
    if (!touch.tapped || view.picked.empty())
        return;
    lay(c, view, all, view.picked.back().idea, touch.at);
    view.picked.pop_back();
}

/// Let go: in the picture it is laid there, in the tray it is taken out, elsewhere it goes home.
void let_go(Context& c, WeighView const& view, Parts const& all, Held const& one, board::Idea const& idea) {
    auto const rect = held_rect(one);
    c.ui.glide("weigh/" + idea_id(idea), rect.centre(), 0); // from the hand to its place
    if (all.field.contains(one.at) || all.field.contains(rect.centre()))
        lay(c, view, all, one.idea, rect.centre());
    else if (all.tray.contains(one.at) && idea.weighing)
        take_out(c, idea, rect);
}

void hands(Context& c, WeighView& view, Parts const& all) {
    std::vector<board::IdeaId> gone;
    c.ui.canvas().on(ui::Layer::Lifted);
    for (auto& one : view.held) {
        auto const* idea = board::find_idea(c.board, one.idea);
        auto const& pointers = c.ui.pointers().all();
        auto const finger = std::find_if(pointers.begin(), pointers.end(),
                                         [&](auto const& p) { return p.id == one.pointer; });
        bool const lost = finger == pointers.end() || finger->cancelled || !idea || !belongs_here(*idea);
        if (lost || finger->up) {
            gone.push_back(one.idea);
            if (!lost) {
                one.at = finger->at;
                let_go(c, view, all, one, *idea);
            }
            c.ui.wake_now();
            continue;
        }
        ui::Rect const rect = held_rect(one);
        c.ui.canvas().push_clip(rect.inset(-120));
        small_card(c, *idea, rect, ui::Shadow::Lifted);
        c.ui.canvas().pop_clip();
    }
    c.ui.canvas().on(ui::Layer::Board);
    std::erase_if(view.held, [&](Held const& h) { return std::find(gone.begin(), gone.end(), h.idea) != gone.end(); });
}

/// The finger holds it, so it must be asked after each frame, wherever the card was when it was lifted.
void follow_fingers(Context& c, WeighView& view) {
    for (auto& one : view.held)
        if (auto const* finger = c.ui.pointers().find(one.pointer))
            one.at = finger->at;
}

} // namespace

ui::Rect weigh_back(Context& c) {
    ui::Rect tray = parts(c).tray.inset(inside);
    float const two = 2 * side_of(c) + 16;
    return c.ui.portrait() ? tray.cut_top(two) : tray.cut_bottom(two);
}

void weigh_screen(Context& c, WeighView& view, BoardView& board) {
    header(c, {.subtitle = c.words.get("board.picture")});
    board.held.clear(); // a card that was in a hand when the view was changed has gone home
    if (board.to_weigh) {
        view.picked.push_back({*board.to_weigh, c.ui.now_s()});
        board.fresh.push_back({*std::exchange(board.to_weigh, std::nullopt), c.ui.now_s()});
    }
    std::erase_if(view.picked, [&](auto const& one) {
        auto const* idea = board::find_idea(c.board, one.idea);
        return !idea || !belongs_here(*idea) || c.ui.now_s() - one.since_s > picked_for_s;
    });
    for (auto const& one : view.picked)
        c.ui.wake_at(one.since_s + picked_for_s + 0.01);
    drop_old(c, board.fresh);
    auto const all = parts(c);
    follow_fingers(c, view);
    lay_out(c, view, all);
    chart_ground(c, view, all);
    tap_chart(c, view, all);
    if (view.laid.empty() && view.held.empty())
        how_to(c, all.field, std::any_of(c.board.ideas.begin(), c.board.ideas.end(), belongs_here));
    draw_laid(c, view, board, all);
    tray(c, view, board, all.tray);
    hands(c, view, all);
}

} // namespace screens
