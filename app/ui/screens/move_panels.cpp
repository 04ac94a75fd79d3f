// The small panels beside a card: what can be done with it, why it is picked without a vote, why it
// is parked and until when. They cover only their own place; several may be open.
#include "ui/screens/area_grid.h"
#include "ui/screens/board_screen.h"

#include "board/choosing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace screens {

namespace {

constexpr float pad = 24;

constexpr float beside_gap = 16; // du, as the others
constexpr float wall_margin = 24;
constexpr float header_room = 120;

/// Where panels may stand: above the dock and inside the wall.
ui::Rect panel_room(Context const& c) {
    ui::Rect const screen = c.ui.screen();
    return {screen.x + wall_margin, screen.y + header_room, screen.w - 2 * wall_margin,
            bottom_band(c).y - 14 - screen.y - header_room};
}

ui::Rect moved_into(ui::Rect room, ui::Rect rect) {
    return {std::clamp(rect.x, room.x, std::max(room.x, room.right() - rect.w)),
            std::clamp(rect.y, room.y, std::max(room.y, room.bottom() - rect.h)), rect.w, rect.h};
}

/// Beside the card where there is room, else under or over it, else on it.
ui::Rect beside(Context const& c, ui::Rect origin, float width, float height) {
    ui::Rect const room = panel_room(c);
    float const right = origin.right() + beside_gap, left = origin.x - beside_gap - width;
    bool const right_fits = right + width<room.right(), left_fits = left> room.x;
    float x = origin.centre().x - width / 2, y = origin.centre().y - height / 2;
    if (left_fits && (c.look.left_hand || !right_fits))
        x = left;
    else if (right_fits)
        x = right;
    else if (origin.bottom() + beside_gap + height < room.bottom())
        y = origin.bottom() + beside_gap;
    else if (origin.y - beside_gap - height > room.y)
        y = origin.y - beside_gap - height;
    return moved_into(room, {x, y, width, height});
}

/// The wanted place, and every other beside what is in `taken`.
std::vector<ui::Rect> places(std::vector<ui::Rect> const& taken, ui::Rect wanted) {
    std::vector<float> xs{wanted.x}, ys{wanted.y};
    for (ui::Rect const& one : taken) {
        xs.insert(xs.end(), {one.right() + beside_gap, one.x - beside_gap - wanted.w});
        ys.insert(ys.end(), {one.bottom() + beside_gap, one.y - beside_gap - wanted.h});
    }
    std::vector<ui::Rect> all;
    for (float const x : xs)
        for (float const y : ys)
            all.push_back({x, y, wanted.w, wanted.h});
    return all;
}

/// Where a panel of that size stands: beside its card, and clear of what others have open, as far as there is room. It
/// stays there, whoever opens or closes another.
ui::Rect place(Context const& c, BoardView const& view, MovePanel& panel, float width, float height) {
    if (panel.rect.w == width && panel.rect.h == height && panel.rect == moved_into(panel_room(c), panel.rect))
        return panel.rect;
    ui::Rect const wanted = beside(c, panel.origin, width, height);
    std::vector<ui::Rect> others;
    for (MovePanel const& other : view.panels)
        if (&other != &panel && !other.rect.empty())
            others.push_back(other.rect);
    auto taken = others;
    taken.push_back(panel.origin); // its other side, too
    auto const covered_and_far = [&](ui::Rect place) {
        float covered = 0; // du² of the others
        for (ui::Rect const& other : others) {
            auto const both = place.clipped(other);
            covered += both.w * both.h;
        }
        return std::pair(covered, std::hypot(place.x - wanted.x, place.y - wanted.y));
    };
    panel.rect = wanted;
    for (ui::Rect const& one : places(taken, wanted))
        if (auto const tried = moved_into(panel_room(c), one); covered_and_far(tried) < covered_and_far(panel.rect))
            panel.rect = tried;
    return panel.rect;
}

void ground(Context& c, std::string const& id, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch({.id = id, .role = "panel", .label = {}, .value = {}, .rect = rect, .accepts = ui::Accepts::Nothing});
}

bool row_button(Context& c, ui::Rect& rest, std::string id, std::string label, std::optional<ui::Icon> icon = {},
                ui::ButtonLook look = ui::ButtonLook::Plain, bool enabled = true) {
    float const height = std::max(c.ui.theme().target, 76.0F);
    return ui::button(c.ui, {.id = std::move(id),
                             .rect = rest.cut_top(height, 12),
                             .label = std::move(label),
                             .icon = icon,
                             .look = look,
                             .enabled = enabled});
}

float rows_height(Context const& c, int rows) {
    return static_cast<float>(rows) * (std::max(c.ui.theme().target, 76.0F) + 12) - 12;
}

/// What was merged into the idea last and may still be taken out again.
std::optional<board::IdeaId> last_merged(Context const& c, board::Idea const& idea) {
    std::optional<board::IdeaId> last;
    for (auto const* merged : board::merged_ideas(c.board, idea.id))
        if (merged->merged_into == idea.id && !board::merge_is_final(c.board, *merged))
            last = merged->id;
    return last;
}

/// Two of a row, or one alone; ids are `idea/N/NAME`.
struct Action {
    char const *name, *word;
    ui::Icon icon;
};

/// Which of the two was tapped, or nothing.
char const* action_row(Context& c, ui::Rect& rest, board::Idea const& idea, Action const& one, Action const& other) {
    ui::Rect row = rest.cut_top(std::max(c.ui.theme().target, 76.0F), 12);
    char const* tapped = nullptr;
    float const width = (row.w - 12) / 2;
    for (Action const& action : {one, other})
        if (ui::button(c.ui, {.id = idea_id(idea) + "/" + action.name,
                              .rect = row.cut_left(width, 12),
                              .label = c.words.get(action.word),
                              .icon = action.icon,
                              .type = c.ui.theme().label}))
            tapped = action.name;
    return tapped;
}

/// The five papers: a touch gives the note another.
void paper_row(Context& c, ui::Rect row, MovePanel const& panel, board::Idea const& idea) {
    constexpr int papers = 5;
    float const width = (row.w - 12 * (papers - 1)) / papers;
    for (int i = 0; i < papers; ++i) {
        auto const paper = static_cast<board::NoteColour>(i);
        bool const chosen = idea.colour == paper;
        ui::Rect const rect = row.cut_left(width, 12);
        c.ui.canvas().rounded(rect, ui::radius::note, colour_of(paper));
        c.ui.canvas().outline(rect, ui::radius::note, chosen ? 5.0F : 2.0F,
                              chosen ? ui::colour::accent : ui::colour::line);
        bool const tapped = c.ui.touch({.id = idea_id(idea) + "/paper/" + std::to_string(i + 1),
                                        .role = "toggle",
                                        .label = c.words.get("compose.colour_" + std::to_string(i + 1)),
                                        .value = chosen ? "on" : "off",
                                        .rect = rect})
                                .tapped;
        if (tapped && !chosen)
            c.ask(board::RecolourIdea{idea.id, paper}, panel.origin, {}, c.words.get("board.done_recoloured"));
    }
}

bool to_test(Context& c, MovePanel& panel, board::Idea const& idea) {
    if (board::selecting_needs_reason(c.board, idea.id)) {
        panel.kind = MovePanel::Kind::Reason;
        return true;
    }
    c.ask(board::SelectIdea{.id = idea.id, .reason = {}}, panel.origin, {}, c.words.get("board.done_selected"));
    return false;
}

/// What was tapped is done; true while the panel is to stay.
bool act(Context& c, BoardView& view, MovePanel& panel, board::Idea const& idea, std::string_view name) {
    if (name == "edit" || name == "build-on") {
        bool const edits = name == "edit";
        c.requests.emplace_back(OpenPad{panel.origin.centre(), edits ? std::optional(idea.id) : std::nullopt,
                                        edits ? std::nullopt : std::optional(idea.id), panel.origin});
        return false;
    }
    if (name == "weigh") {
        view.picture = true;
        view.to_weigh = idea.id;
        return false;
    }
    panel.kind = name == "merge"  ? MovePanel::Kind::Merge
                 : name == "park" ? MovePanel::Kind::Park
                                  : MovePanel::Kind::Areas;
    return true;
}

bool may_lie_back(board::Idea const& idea) {
    auto const* trial = board::latest_trial(idea);
    return !trial || trial->state != board::TrialState::Draft;
}

/// For an idea that is selected and not tried yet.
bool selected_panel(Context& c, BoardView& view, MovePanel& panel, board::Idea const& idea) {
    bool const back = may_lie_back(idea);
    ui::Rect const rect = place(c, view, panel, 640, rows_height(c, back ? 5 : 4) + 2 * pad);
    auto const id = idea_id(idea) + "/panel";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    if (row_button(c, rest, idea_id(idea) + "/to-trial", c.words.get("board.to_trial"), ui::Icon::Play,
                   ui::ButtonLook::Primary)) {
        c.requests.emplace_back(GoTo{Screen::Trial, idea.id, {}});
        return false;
    }
    char const* tapped = action_row(c, rest, idea, {"edit", "board.edit", ui::Icon::Pencil},
                                    {"areas", "board.areas", ui::Icon::Tag});
    if (auto const* name = action_row(c, rest, idea, {"weigh", "board.picture", ui::Icon::Quadrants},
                                      {"park", "board.park", ui::Icon::Park}))
        tapped = name;
    if (back && row_button(c, rest, idea_id(idea) + "/lie-back", c.words.get("board.lie_back"), ui::Icon::Undo)) {
        c.ask(board::DeselectIdea{idea.id}, panel.origin, {}, c.words.get("board.done_deselected"));
        return false;
    }
    bool const stays = !row_button(c, rest, id + "/close", c.words.get("common.close"));
    return tapped ? act(c, view, panel, idea, tapped) : stays;
}

/// True while the panel is to stay.
bool actions_panel(Context& c, BoardView& view, MovePanel& panel, board::Idea const& idea) {
    if (idea.stage == board::Stage::Selected)
        return selected_panel(c, view, panel, idea);
    auto const split = last_merged(c, idea);
    ui::Rect const rect = place(c, view, panel, 640, rows_height(c, split ? 7 : 6) + 2 * pad);
    auto const id = idea_id(idea) + "/panel";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    if (row_button(c, rest, idea_id(idea) + "/to-test", c.words.get("board.to_test"), ui::Icon::Play,
                   ui::ButtonLook::Primary))
        return to_test(c, panel, idea);
    char const* tapped = nullptr;
    for (auto const& [one, other] :
         {std::pair{Action{"edit", "board.edit", ui::Icon::Pencil},
                    Action{"build-on", "board.build_on", ui::Icon::Plus}},
          std::pair{Action{"areas", "board.areas", ui::Icon::Tag},
                    Action{"weigh", "board.picture", ui::Icon::Quadrants}},
          std::pair{Action{"merge", "board.merge", ui::Icon::Adjust}, Action{"park", "board.park", ui::Icon::Park}}})
        if (auto const* name = action_row(c, rest, idea, one, other))
            tapped = name;
    if (split && row_button(c, rest, idea_id(idea) + "/split", c.words.get("board.split"), ui::Icon::Undo)) {
        c.ask(board::SplitIdea{*split}, panel.origin, {}, c.words.get("board.done_split"));
        return false;
    }
    paper_row(c, rest.cut_top(std::max(c.ui.theme().target, 76.0F), 12), panel, idea);
    bool const stays = !row_button(c, rest, id + "/close", c.words.get("common.close"));
    return tapped ? act(c, view, panel, idea, tapped) : stays;
}

/// Each touch is kept at once.
bool areas_panel(Context& c, BoardView const& view, MovePanel& panel, board::Idea const& idea) {
    float const grid = area_grid_height(c), question = 1.5F * c.ui.theme().button.size;
    ui::Rect const rect = place(c, view, panel, 640, grid + question + rows_height(c, 1) + 2 * pad + 28);
    auto const id = idea_id(idea) + "/areas";
    ground(c, id + "/panel", rect);
    ui::Rect rest = rect.inset(pad);
    ui::label_centred(c.ui, c.words.get("board.which_areas"), rest.cut_top(question, 12), c.ui.theme().button,
                      ui::colour::ink, ui::Align::Left);
    auto areas = idea.areas;
    if (area_grid(c, id, rest.cut_top(grid, 16), areas, c.words.get("board.no_area")) == AreaWish::Changed)
        c.ask(board::TagIdea{idea.id, areas}, panel.origin);
    return !row_button(c, rest, id + "/close", c.words.get("form.done"), ui::Icon::Check, ui::ButtonLook::Primary);
}

void title_line(Context& c, ui::Rect& rest, std::string const& key) {
    auto const& words = c.ui.type().lay(c.words.get(key), {.type = c.ui.theme().button, .width = rest.w});
    c.ui.canvas().paragraph(words, {rest.x, rest.y}, ui::colour::ink);
    rest.cut_top(words.height, 16);
}

/// The other idea is tapped where it lies.
bool merge_panel(Context& c, BoardView const& view, MovePanel& panel, board::Idea const& idea) {
    ui::Rect const rect = place(c, view, panel, 420, rows_height(c, 1) + 2 * pad + 120);
    auto const id = idea_id(idea) + "/merging";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    title_line(c, rest, "board.merge_with");
    return !row_button(c, rest, id + "/close", c.words.get("common.cancel"));
}

constexpr std::array reason_keys{"board.reason_agree", "board.reason_easy", "board.reason_urgent",
                                 "board.reason_leader"};
constexpr std::array park_keys{"board.park_money", "board.park_time", "board.park_permission", "board.park_later"};

template <std::size_t N>
void reason_rows(Context& c, MovePanel& panel, ui::Rect& rest, std::string const& id,
                 std::array<char const*, N> const& keys) {
    for (std::size_t i = 0; i < N; ++i) {
        bool const chosen = panel.reason == static_cast<int>(i);
        if (row_button(c, rest, id + "/reason/" + std::to_string(i + 1), c.words.get(keys[i]), {},
                       chosen ? ui::ButtonLook::Chosen : ui::ButtonLook::Plain))
            panel.reason = static_cast<int>(i);
    }
}

/// Cancel and the answer side by side; returns 0 nothing, 1 yes, −1 cancelled.
int yes_or_cancel(Context& c, ui::Rect rest, std::string const& id, std::string const& yes, bool ready) {
    float const height = std::max(c.ui.theme().target, 80.0F);
    ui::Rect row = rest.cut_bottom(height);
    ui::Rect const left = row.cut_left(170, 14);
    if (ui::button(c.ui, {.id = id + "/close", .rect = left, .label = c.words.get("common.cancel")}))
        return -1;
    return ui::button(c.ui,
                      {.id = id + "/yes", .rect = row, .label = yes, .look = ui::ButtonLook::Primary, .enabled = ready})
               ? 1
               : 0;
}

bool reason_panel(Context& c, BoardView const& view, MovePanel& panel, board::Idea const& idea) {
    ui::Rect const rect = place(c, view, panel, 560, rows_height(c, 4) + 2 * pad + 100 + 110);
    auto const id = idea_id(idea) + "/select";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    title_line(c, rest, board::passes_over(c.board, idea.id) ? "board.why_passing_over" : "board.why_without_vote");
    reason_rows(c, panel, rest, id, reason_keys);
    int const answer = yes_or_cancel(c, rect.inset(pad), id, c.words.get("board.select"), panel.reason.has_value());
    if (answer > 0)
        c.ask(board::SelectIdea{.id = idea.id,
                                .reason = c.words.get(reason_keys[static_cast<std::size_t>(*panel.reason)])},
              panel.origin, {}, c.words.get("board.done_selected"));
    return answer == 0;
}

/// The days a parked idea is most often taken up again: the next two meetings, in a month, in three.
std::vector<board::Date> revisit_days(Context const& c) {
    std::vector<board::Date> days;
    for (auto const& meeting : c.board.course.meetings)
        if (meeting.date > c.now.today && days.size() < 2)
            days.push_back(meeting.date);
    for (int const after : {30, 90})
        if (days.size() < 3)
            days.push_back(c.now.today + std::chrono::days(after));
    std::sort(days.begin(), days.end());
    return days;
}

bool park_panel(Context& c, BoardView const& view, MovePanel& panel, board::Idea const& idea) {
    auto const days = revisit_days(c);
    ui::Rect const rect = place(c, view, panel, 620, rows_height(c, 5) + 2 * pad + 150 + 110);
    auto const id = idea_id(idea) + "/parking";
    ground(c, id, rect);
    ui::Rect rest = rect.inset(pad);
    title_line(c, rest, "board.why_park");
    reason_rows(c, panel, rest, id, park_keys);
    rest.cut_top(8);
    title_line(c, rest, "board.revisit_when");
    ui::Rect row = rest.cut_top(std::max(c.ui.theme().target, 76.0F));
    float const width = (row.w - 12 * static_cast<float>(days.size() - 1)) / static_cast<float>(days.size());
    for (std::size_t i = 0; i < days.size(); ++i)
        if (ui::button(c.ui, {.id = id + "/day/" + std::to_string(i + 1),
                              .rect = row.cut_left(width, 12),
                              .label = text::date(c.language(), days[i], text::DateStyle::Short),
                              .look = panel.revisit == days[i] ? ui::ButtonLook::Chosen : ui::ButtonLook::Plain}))
            panel.revisit = days[i];
    int const answer = yes_or_cancel(c, rect.inset(pad), id, c.words.get("board.park"), panel.reason && panel.revisit);
    if (answer > 0)
        c.ask(board::ParkIdea{idea.id, c.words.get(park_keys[static_cast<std::size_t>(*panel.reason)]), *panel.revisit},
              panel.origin, {}, c.words.get("board.done_parked"));
    return answer == 0;
}

} // namespace

void open_panel_of(BoardView& view, board::IdeaId idea, bool to_park, double now_s) {
    std::erase_if(view.panels, [&](MovePanel const& panel) { return panel.idea == idea; });
    view.panels.push_back({.kind = to_park ? MovePanel::Kind::Park : MovePanel::Kind::Actions, .idea = idea});
    view.fresh.push_back({.idea = idea, .since_s = now_s});
    view.picture = false;
}

void move_panels(Context& c, BoardView& view) {
    c.ui.canvas().on(ui::Layer::Pads);
    std::vector<board::IdeaId> closed;
    for (auto& panel : view.panels) {
        if (panel.origin.empty())
            continue; // its card is on its way into sight
        auto const* idea = board::find_idea(c.board, panel.idea);
        bool stays = idea && lane_of(idea->stage) != Lane::Tray && lane_of(idea->stage) != Lane::Scale;
        if (stays)
            switch (panel.kind) {
            case MovePanel::Kind::Actions: stays = actions_panel(c, view, panel, *idea); break;
            case MovePanel::Kind::Reason: stays = reason_panel(c, view, panel, *idea); break;
            case MovePanel::Kind::Merge: stays = merge_panel(c, view, panel, *idea); break;
            case MovePanel::Kind::Park: stays = park_panel(c, view, panel, *idea); break;
            case MovePanel::Kind::Areas: stays = areas_panel(c, view, panel, *idea); break;
            }
        if (!stays)
            closed.push_back(panel.idea);
    }
    std::erase_if(view.panels,
                  [&](MovePanel const& p) { return std::find(closed.begin(), closed.end(), p.idea) != closed.end(); });
    c.ui.canvas().on(ui::Layer::Board);
}

} // namespace screens
