// The table seen from above, the people around it, and the hands that move them.
#include "ui/screens/round_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace screens {

namespace {

using std::chrono::milliseconds;

constexpr float speaking = 1.36F;          // how much larger who speaks is
constexpr float halo = 1.24F;              // the ring around them
constexpr float name_h = 32, name_gap = 6; // stands off the table: over the far discs, under the near ones
constexpr int arc_steps = 720;

struct Size {
    std::size_t people;
    float radius, spread; ///< of the disc, and of the wall's width that the table takes
};
constexpr Size sizes[] = {{8, 56, 0.31F}, {14, 50, 0.38F}, {20, 44, 0.44F}, {99, 38, 0.46F}};

Size size_for(std::size_t people) {
    for (auto const& size : sizes)
        if (people <= size.people)
            return size;
    return sizes[3];
}

ui::Vec2 on_ellipse(ui::Vec2 centre, ui::Vec2 radii, double turn) {
    double const angle = (turn - 0.25) * 2 * std::numbers::pi;
    return {centre.x + radii.x * static_cast<float>(std::cos(angle)),
            centre.y + radii.y * static_cast<float>(std::sin(angle))};
}

/// Evenly along the rim, which on a long table is not evenly by angle.
std::vector<ui::Vec2> along(ui::Vec2 centre, ui::Vec2 radii, std::size_t people, float& apart) {
    std::vector<float> length{0};
    for (int i = 1; i <= arc_steps; ++i) {
        auto const way = on_ellipse(centre, radii, double(i) / arc_steps) -
                         on_ellipse(centre, radii, double(i - 1) / arc_steps);
        length.push_back(length.back() + std::hypot(way.x, way.y));
    }
    apart = length.back() / static_cast<float>(people);
    std::vector<ui::Vec2> seats;
    for (std::size_t k = 0; k < people; ++k) {
        auto const at = std::lower_bound(length.begin(), length.end(), apart * static_cast<float>(k));
        seats.push_back(on_ellipse(centre, radii, double(at - length.begin()) / arc_steps));
    }
    return seats;
}

std::string turn_figure(Context const& c, milliseconds used) {
    auto const whole = used.count() / 1000, rest = whole % 60;
    char const* between = c.language() == text::Language::Danish ? "." : ":";
    return std::to_string(whole / 60) + between + (rest < 10 ? "0" : "") + std::to_string(rest);
}

std::string name_of(Context const& c, board::ParticipantId id) {
    auto const* who = board::find_participant(c.board, id);
    return who ? who->name : std::string();
}

/// A word over a large name over a large figure, in the middle of the table.
void table_words(Context& c, TablePlan const& plan, std::string const& over, std::string const& name,
                 std::string const& figure, ui::Colour figure_ink, std::string const& below) {
    auto const& theme = c.ui.theme();
    float const w = plan.table.x * 1.5F;
    auto const large = sized_to(c, name, {.size = 62, .weight = ui::Weight::Bold, .tracking = -0.013F}, w,
                                {theme.title.size, theme.heading.size, theme.body.size});
    ui::Type number{.size = 80, .weight = ui::Weight::Bold, .tabular = true, .tracking = -0.02F};
    float const h = (over.empty() ? 0 : line_height(theme.button)) + (name.empty() ? 0 : line_height(large)) +
                    (figure.empty() ? 0 : line_height(number)) + (below.empty() ? 0 : line_height(theme.label));
    ui::Rect rest{plan.centre.x - w / 2, plan.centre.y - h / 2, w, h};
    auto const line = [&](std::string const& words, ui::Type const& type, ui::Colour ink) {
        if (!words.empty())
            ui::label_centred(c.ui, words, rest.cut_top(line_height(type)), type, ink);
    };
    line(over, quiet(theme.button), ui::colour::white.faded(0.78F));
    line(name, large, ui::colour::white);
    if (!figure.empty()) { // alone in its clip: it is drawn again each second
        ui::Rect const place = rest.cut_top(line_height(number));
        c.ui.canvas().push_clip({place.centre().x - 220, place.y, 440, place.h});
        ui::label_centred(c.ui, figure, place, number, figure_ink);
        c.ui.canvas().pop_clip();
    }
    line(below, theme.label, ui::colour::white.faded(0.85F));
}

void draw_ground(Context& c, TablePlan const& plan) {
    c.ui.canvas().ellipse(plan.centre, plan.table, ui::colour::accent);
    c.ui.canvas().ellipse_ring(plan.centre, {plan.table.x - 26, plan.table.y - 22}, 4, ui::colour::test.faded(0.6F));
}

void words_on_table(Context& c, RoundView const& view, TablePlan const& plan) {
    if (view.state == RoundView::State::Ready) {
        auto const n = static_cast<std::int64_t>(view.turns.size());
        auto const key = !view.seating ? "round.who_begins" : view.picked ? "round.tap_seat" : "round.tap_person";
        table_words(c, plan, c.words.say("round.around", {{"n", n}}), {}, {}, ui::colour::white, c.words.get(key));
        return;
    }
    if (view.state == RoundView::State::Done) {
        milliseconds all{0};
        for (auto const& turn : view.turns)
            all += turn.used;
        table_words(c, plan, c.words.get("round.all_had"), {}, turn_figure(c, all), ui::colour::idea,
                    c.words.get("round.in_all"));
        return;
    }
    auto const used = time_used(view, view.on, c.now.at);
    bool const over = used >= std::chrono::minutes(view.minutes);
    table_words(c, plan, c.words.get("round.has_the_word"), name_of(c, view.turns[view.on].who), turn_figure(c, used),
                ui::colour::idea,
                !view.since ? c.words.get("meeting.clock_stands")
                : over      ? c.words.get("round.time_is_up")
                            : std::string());
    c.ui.touch(
        {.id = "round/clock",
         .role = "clock",
         .label = name_of(c, view.turns[view.on].who),
         .value = turn_figure(c, used),
         .rect = {plan.centre.x - plan.table.x / 2, plan.centre.y - plan.table.y / 2, plan.table.x, plan.table.y},
         .accepts = ui::Accepts::Nothing});
    if (view.since) // past the change, not before it
        c.ui.wake_at(c.ui.now_s() + static_cast<double>(1000 - used.count() % 1000) / 1000 + 0.005);
}

/// "Mette", and what was used of the time.
void draw_name(Context& c, RoundView const& view, TablePlan const& plan, std::size_t i, float radius) {
    auto const& turn = view.turns[i];
    auto name = name_of(c, turn.who);
    if (turn.passed)
        name += " · " + c.words.get("round.passed");
    else if (turn.had && turn.used >= std::chrono::seconds(1))
        name += " · " + turn_figure(c, turn.used);
    ui::Vec2 const at = plan.seats[i];
    bool const far = at.y < plan.centre.y - plan.radius;
    float const y = far ? at.y - radius - name_gap - name_h : at.y + radius + name_gap;
    ui::label_centred(c.ui, name, {at.x - plan.label_w / 2, y, plan.label_w, name_h}, quiet(c.ui.theme().small),
                      ui::colour::ink);
}

/// To the place of another, who moves on; those who are not there today keep theirs.
void move_to_seat(Context& c, board::ParticipantId who, board::ParticipantId other, ui::Rect origin) {
    auto around = board::around_the_table(c.board);
    auto const from = std::find(around.begin(), around.end(), who);
    auto const to = std::find(around.begin(), around.end(), other);
    if (from == around.end() || to == around.end() || from == to)
        return;
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    c.ask(board::SeatParticipants{std::move(around)}, origin);
}

std::size_t nearest_seat(TablePlan const& plan, ui::Vec2 at) {
    std::size_t best = 0;
    auto const away = [&](std::size_t i) { return std::hypot(plan.seats[i].x - at.x, plan.seats[i].y - at.y); };
    for (std::size_t i = 1; i < plan.seats.size(); ++i)
        if (away(i) < away(best))
            best = i;
    return best;
}

void tapped(Context& c, RoundView& view, std::size_t i, ui::Rect rect) {
    auto const who = view.turns[i].who;
    if (view.state == RoundView::State::Running) {
        if (i != view.on)
            give_word(c, view, i);
        return;
    }
    if (view.state == RoundView::State::Done)
        return;
    if (!view.seating) { // the one who begins
        begin_turn(c, view, i);
        return;
    }
    if (view.picked && *view.picked != who)
        move_to_seat(c, *view.picked, who, rect);
    view.picked = view.picked ? std::nullopt : std::optional(who);
}

void draw_person(Context& c, RoundView& view, TablePlan const& plan, std::size_t i) {
    auto const& turn = view.turns[i];
    auto const* who = board::find_participant(c.board, turn.who);
    if (!who)
        return;
    bool const running = view.state == RoundView::State::Running;
    bool const on = running && i == view.on;
    auto const id = "round/person/" + std::to_string(i + 1);
    float const grown = c.ui.ease(id + "/size", on ? speaking : 1.0F, 0.2);
    float const radius = plan.radius * grown;
    float const side = std::max(radius * 2, c.ui.theme().target);
    ui::Vec2 at = plan.seats[i];
    ui::Rect const rect{at.x - side / 2, at.y - side / 2, side, side};
    char const* state = on ? "speaks" : turn.passed ? "passed" : turn.had ? "had" : "waits";
    auto const touch = c.ui.touch({.id = id,
                                   .role = "person",
                                   .label = who->name,
                                   .value = running || view.state == RoundView::State::Done ? state : "sits",
                                   .rect = rect,
                                   .accepts = running ? ui::Accepts::Tap : ui::Accepts::Lift});
    if (touch.tapped)
        tapped(c, view, i, rect);
    bool const moving = touch.dragging && view.state == RoundView::State::Ready;
    if (moving) {
        auto const to = nearest_seat(plan, touch.at);
        c.ui.canvas().dashed_ring(plan.seats[to], plan.radius * halo, 4, ui::colour::accent);
        c.ui.canvas().dashed_ring(at, plan.radius, 3, ui::colour::faint);
        c.ui.canvas().on(ui::Layer::Lifted);
        at = touch.at;
    }
    if (touch.dropped && view.state == RoundView::State::Ready)
        move_to_seat(c, turn.who, view.turns[nearest_seat(plan, touch.at)].who, rect);
    bool const faded = running && turn.had && !on;
    person(c, {}, *who, at, radius, on || view.picked == turn.who, faded);
    c.ui.canvas().on(ui::Layer::Board);
    if (!moving && !on) // who speaks is named on the table
        draw_name(c, view, plan, i, radius * (view.picked == turn.who ? halo : 1.0F));
}

} // namespace

TablePlan table_plan(ui::Rect area, std::size_t people, float least_radius) {
    auto const size = size_for(people);
    TablePlan plan;
    plan.centre = area.centre();
    plan.radius = std::max(size.radius, least_radius);
    float const margin = plan.radius * halo + std::max(plan.radius * (speaking - 1) * halo, name_gap + name_h);
    bool const upright = area.h > area.w;
    ui::Vec2 const most{area.w / 2 - plan.radius * halo - 44, area.h / 2 - margin};
    ui::Vec2 const wished = upright ? ui::Vec2{most.x, std::max(area.h * size.spread, most.x)}
                                    : ui::Vec2{area.w * size.spread, most.y};
    ui::Vec2 const rim{std::min(wished.x, most.x), std::min(wished.y, most.y)};
    plan.seats = along(plan.centre, rim, people, plan.label_w);
    plan.label_w = std::clamp(plan.label_w - 10, 90.0F, 200.0F);
    float const inside = plan.radius * speaking * halo + 22;
    plan.table = {std::max(rim.x - inside - 58, 160.0F), rim.y - inside};
    return plan;
}

void draw_table(Context& c, RoundView& view, ui::Rect area) {
    auto const plan = table_plan(area, view.turns.size(), c.ui.theme().target * 0.5F);
    draw_ground(c, plan);
    words_on_table(c, view, plan);
    for (std::size_t i = 0; i < view.turns.size(); ++i)
        draw_person(c, view, plan, i);
}

} // namespace screens
