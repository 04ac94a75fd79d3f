// Fast entry of what was written in silence: a title and Enter puts a note up masked, on up to three pads at once.
// Behind them lie the notes, with nothing to read, until *Vis alle* shuffles them and turns them round.
#include "ui/screens/cards.h"
#include "ui/screens/silent_parts.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float note_gap = 18, least_note = 300, masked_height = 120;
constexpr double turn_s = 0.5, turn_each_s = 0.08, turned_at_most_s = 1.6;

/// What lies on the page: the masked notes, or those just shown, in the order they now have.
std::vector<board::Idea const*> notes_on(Context const& c, SilentView const& view) {
    if (view.shown.empty())
        return masked_ideas(c.board);
    std::vector<board::Idea const*> found;
    for (auto const id : c.board.order)
        if (std::find(view.shown.begin(), view.shown.end(), id) != view.shown.end())
            if (auto const* idea = board::find_idea(c.board, id); idea && !idea->masked)
                found.push_back(idea);
    return found;
}

std::string note_id(board::Idea const& idea) { return "silent/note/" + std::to_string(idea.no); }

/// Rows as high as their tallest note, as many columns as there is room for.
struct Grid {
    std::vector<ui::Rect> places; ///< from the content's top left corner
    float height = 0;
};

Grid grid_of(Context& c, std::vector<board::Idea const*> const& notes, float width) {
    auto const columns = std::max<std::size_t>(1,
                                               static_cast<std::size_t>((width + note_gap) / (least_note + note_gap)));
    float const note_w = (width - note_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Grid grid;
    for (std::size_t first = 0; first < notes.size(); first += columns) {
        auto const end = std::min(first + columns, notes.size());
        float row = masked_height;
        for (auto i = first; i < end; ++i)
            row = std::max(row, notes[i]->masked ? masked_height : card_height(c, *notes[i], note_w));
        for (auto i = first; i < end; ++i)
            grid.places.push_back({static_cast<float>(i - first) * (note_w + note_gap), grid.height, note_w, row});
        grid.height += row + note_gap;
    }
    grid.height = std::max(0.0F, grid.height - note_gap);
    return grid;
}

/// A note that turns: it narrows to nothing as paper, and widens again with its words.
void turning_note(Context& c, board::Idea const& idea, ui::Rect rect, float turned) {
    if (turned >= 1)
        return draw_card(c, idea, rect);
    float const width = rect.w * std::abs(1 - 2 * turned);
    ui::Rect const seen{rect.centre().x - width / 2, rect.y, std::max(2.0F, width), rect.h};
    c.ui.canvas().rounded(seen, ui::radius::note, colour_of(idea.colour));
}

/// How far the note in that place has turned; those at the front begin.
float turned(Context& c, board::Idea const& idea, std::size_t place) {
    if (idea.masked) {
        c.ui.still(note_id(idea) + "/turn");
        return c.ui.ease(note_id(idea) + "/turn", 0);
    }
    double const waits_s = std::min(turn_each_s * static_cast<double>(place), turned_at_most_s - turn_s);
    float const part = c.ui.ease(note_id(idea) + "/turn", 1, turn_s + waits_s);
    auto const begins = static_cast<float>(waits_s / (turn_s + waits_s)) * 0.5F;
    return std::clamp((part - begins) / (1 - begins), 0.0F, 1.0F);
}

void draw_notes(Context& c, SilentView const& view, ui::Rect area) {
    auto const notes = notes_on(c, view);
    auto const grid = grid_of(c, notes, area.w);
    ui::Rect const reach{area.x - 12, area.y, area.w + 30, area.h};
    float const top = area.y - c.ui.begin_scroll("silent/notes", reach, grid.height, c.words.get("silent.title"));
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto const& idea = *notes[i];
        ui::Vec2 const at = c.ui.glide(note_id(idea), {grid.places[i].x, grid.places[i].y}, 0.6);
        ui::Rect const rect{area.x + at.x, top + at.y, grid.places[i].w, grid.places[i].h};
        c.ui.touch({.id = note_id(idea),
                    .role = "note",
                    .label = card_label(c, idea),
                    .rect = rect,
                    .accepts = ui::Accepts::Nothing});
        float const part = turned(c, idea, i);
        if (idea.masked)
            draw_card(c, idea, rect);
        else
            turning_note(c, idea, rect, part);
    }
    c.ui.end_scroll();
}

void empty_page(Context& c, ui::Rect area) {
    c.ui.canvas().dashed(area, ui::radius::lane, 3, ui::colour::line);
    float const width = std::min(area.w - 80, 1000.0F);
    ui::Rect const words{area.centre().x - width / 2, area.centre().y - 60, width, 200};
    ui::label(c.ui, c.words.get("silent.none_yet"), words, c.ui.theme().heading, ui::colour::soft, ui::Align::Centre);
}

void show_all(Context& c, SilentView& view, ui::Rect origin) {
    view.shown.clear();
    for (auto const* idea : masked_ideas(c.board))
        view.shown.push_back(idea->id);
    fold_pads(c, view.pads);
    c.ui.scroll_to("silent/notes", 0);
    c.ask(board::RevealIdeas{view.shown}, origin); // App shuffles them
}

void write_buttons(Context& c, SilentView& view, std::size_t masked) {
    ui::Rect band = bottom_band(c);
    bool const done = !view.shown.empty();
    auto const& words = c.words.get(done ? "silent.to_board" : "silent.show_all");
    ui::Rect const primary = c.ui.portrait() ? band.cut_bottom(std::max(ui::space::dock, c.ui.theme().target), 16)
                                             : band.cut_right(silent_button_width(c, words, true) + 40, ui::space::gap);
    if (ui::button(c.ui, {.id = done ? "silent/to-board" : "silent/show-all",
                          .rect = primary,
                          .label = words,
                          .icon = done ? ui::Icon::ArrowRight : ui::Icon::Dots,
                          .look = ui::ButtonLook::Primary,
                          .enabled = done || masked > 0}))
        return done ? leave_silent(c, view) : show_all(c, view, primary);
    if (done)
        return;
    auto const& back = c.words.get("common.back");
    if (ui::button(
            c.ui,
            {.id = "silent/back", .rect = band.cut_left(silent_button_width(c, back), ui::space::gap), .label = back}))
        return leave_silent(c, view);
    auto const& note = c.words.get("silent.new_note");
    ui::Rect const rect = band.cut_left(silent_button_width(c, note, true), ui::space::gap);
    if (ui::button(c.ui, {.id = "silent/new-note", .rect = rect, .label = note, .icon = ui::Icon::Plus}) &&
        !open_pad(c, view.pads, {.at = rect.centre()}))
        c.requests.emplace_back(Say{c.words.get("compose.no_room"), rect});
}

} // namespace

void silent_write(Context& c, SilentView& view) {
    auto const masked = masked_ideas(c.board).size();
    auto const hidden = c.words.say("silent.n_masked", {{"n", static_cast<std::int64_t>(masked)}});
    ui::Rect free = header(c, {.subtitle = question_of(c.board),
                               .meetings = false,
                               .beside = masked > 0 ? text_pill_room(c, hidden, true) : 0});
    if (masked > 0)
        text_pill(c, free, hidden, ui::colour::ink, ui::Icon::Lock);
    ui::Rect const area = content_area(c);
    if (masked == 0 && view.shown.empty())
        empty_page(c, area);
    else
        draw_notes(c, view, area);
    write_buttons(c, view, masked);
    if (view.shown.empty())
        draw_drafts(c, view.pads);
    draw_pads(c, view.pads);
}

} // namespace screens
