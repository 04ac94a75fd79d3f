// Setting a vote up: which ideas stand on the ballot, and opening it. Says in a sentence what is missing when no
// vote can be held.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int least_candidates = 2;
constexpr float row_inside = 14, row_side = 18, row_gap = 14, mark_width = 44;

std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

float words_width(float row_width) { return row_width - 2 * row_side - mark_width - 16; }

/// Room for two lines, or for as many as the longest text in the row of `columns` from `first` needs.
float row_height(Context& c, std::vector<board::Idea const*> const& ideas, std::size_t first, std::size_t columns,
                 float width) {
    auto const& body = c.ui.theme().body;
    float lines = 2 * line_height(body);
    for (std::size_t i = first; i < std::min(first + columns, ideas.size()); ++i)
        lines = std::max(lines, idea_lines(c, title_of(c, *ideas[i]), words_width(width)).height);
    return std::max(c.ui.theme().target, lines + 2 * row_inside);
}

void candidate_row(Context& c, VoteView& view, board::Idea const& idea, ui::Rect rect) {
    bool const in = !view.left_out.contains(idea.no);
    auto const touch = c.ui.touch({.id = "vote/candidate/" + std::to_string(idea.no),
                                   .role = "toggle",
                                   .label = title_of(c, idea),
                                   .value = in ? "in" : "out",
                                   .rect = rect});
    if (touch.tapped && in)
        view.left_out.insert(idea.no);
    if (touch.tapped && !in)
        view.left_out.erase(idea.no);
    auto& canvas = c.ui.canvas();
    if (in)
        canvas.rounded(rect, ui::radius::note, colour_of(idea.colour));
    else
        canvas.dashed(rect, ui::radius::note, 2, ui::colour::faint);
    if (touch.pressed)
        canvas.rounded(rect, ui::radius::note, ui::colour::ink.faded(0.08F));
    ui::Vec2 const mark{rect.right() - row_side - mark_width / 2, rect.centre().y};
    float const width = words_width(rect.w);
    draw_lines(c, idea_lines(c, title_of(c, idea), width), {rect.x + row_side, rect.y, width, rect.h},
               in ? ui::colour::ink : ui::colour::soft);
    if (!in)
        return canvas.dashed_ring(mark, 20, 3, ui::colour::soft);
    canvas.disc(mark, 22, ui::colour::accent);
    canvas.icon(ui::Icon::Check, mark, 26, ui::colour::white);
}

/// *Alle med* or *Ingen med*, at the end of the heading.
void all_button(Context& c, VoteView& view, std::vector<board::Idea const*> const& ideas, bool all, ui::Rect& row) {
    auto const& words = c.words.get(all ? "vote.none_in" : "vote.all_in");
    ui::Rect const rect = row.cut_right(button_width(c, words), ui::space::gap);
    if (!ui::button(c.ui, {.id = "vote/all", .rect = rect, .label = words}))
        return;
    view.left_out.clear();
    if (all)
        for (auto const* idea : ideas)
            view.left_out.insert(idea->no);
}

void candidate_rows(Context& c, VoteView& view, std::vector<board::Idea const*> const& ideas, ui::Rect rect) {
    std::size_t const columns = rect.w >= 900 ? 2 : 1;
    float const width = (rect.w - row_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    std::vector<float> heights;
    float total = -row_gap;
    for (std::size_t first = 0; first < ideas.size(); first += columns) {
        heights.push_back(row_height(c, ideas, first, columns, width));
        total += heights.back() + row_gap;
    }
    ui::Rect const reach{rect.x, rect.y, rect.w + bar_room, rect.h};
    float y = rect.y - c.ui.begin_scroll("vote/candidates", reach, total, c.words.get("vote.candidates"));
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        auto const column = static_cast<float>(i % columns);
        float const height = heights[i / columns];
        candidate_row(c, view, *ideas[i], {rect.x + column * (width + row_gap), y, width, height});
        if (i % columns + 1 == columns)
            y += height + row_gap;
    }
    c.ui.end_scroll();
}

void candidates(Context& c, VoteView& view, std::vector<board::Idea const*> const& ideas, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::lane);
    ui::Rect inside = rect.inset(ui::space::inside, ui::space::inside);
    ui::Rect head = inside.cut_top(std::max(theme.target, theme.heading.size + theme.label.size + 16), 16);
    auto const chosen = planned_round(c, view).candidates.size();
    all_button(c, view, ideas, chosen == ideas.size(), head);
    ui::label_centred(c.ui, c.words.get("vote.candidates"), head.cut_top(head.h / 2), theme.heading, ui::colour::ink,
                      ui::Align::Left);
    ui::label_centred(c.ui, c.words.say("vote.candidates_in", {{"n", count(chosen)}, {"all", count(ideas.size())}}),
                      head, theme.label, ui::colour::soft, ui::Align::Left);
    candidate_rows(c, view, ideas, inside);
}

/// One clear sentence in the middle of an empty page.
void empty_page(Context& c, ui::Rect area, std::string_view sentence, std::string_view hint) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().dashed(area, ui::radius::lane, 3, ui::colour::line);
    float const width = std::min(area.w - 80, 1000.0F), x = area.centre().x - width / 2;
    float y = area.centre().y - 150;
    c.ui.canvas().icon(ui::Icon::Dots, {area.centre().x, y}, 110, ui::colour::soft);
    y += 84;
    y += ui::label(c.ui, sentence, {x, y, width, 200}, theme.title, ui::colour::ink, ui::Align::Centre) + 14;
    ui::label(c.ui, hint, {x, y, width, 200}, theme.body, ui::colour::soft, ui::Align::Centre);
}

void participants_button(Context& c, VoteView& view, ui::Rect& band) {
    auto const& words = c.words.get("vote.participants");
    if (ui::button(c.ui, {.id = "vote/participants",
                          .rect = primary_row(c, band, button_width(c, words, true)),
                          .label = words,
                          .icon = ui::Icon::People,
                          .look = ui::ButtonLook::Primary})) {
        leave_vote(c, view);
        c.requests.emplace_back(GoTo{.screen = Screen::Facilitator});
    }
}

void earlier_button(Context& c, VoteView& view, ui::Rect& row) {
    if (!has_earlier_rounds(c.board))
        return;
    auto const& words = c.words.get("vote.earlier");
    if (!ui::button(c.ui, {.id = "vote/earlier",
                           .rect = row.cut_left(button_width(c, words, true), ui::space::gap),
                           .label = words,
                           .icon = ui::Icon::Bars}))
        return;
    view.page = VotePage::Rounds;
    c.ui.scroll_to("vote/rounds", 0);
    c.ui.wake_now();
}

/// The last round was annulled, by people or because the wall was cut off, and nobody has been told here yet.
bool annulled_to_tell(board::Board const& board, VoteView const& view) {
    return !board.rounds.empty() && board.rounds.back().state == board::RoundState::Annulled &&
           board.rounds.back().no != view.annulled_seen;
}

/// Returns whether it could be tapped.
bool open_button(Context& c, VoteView& view, ui::Rect& band) {
    auto const round = planned_round(c, view);
    bool const enough = round.candidates.size() >= least_candidates;
    auto const& words = c.words.get("vote.open");
    ui::Rect const rect = primary_row(c, band, button_width(c, words) + 40);
    if (ui::button(
            c.ui,
            {.id = "vote/open", .rect = rect, .label = words, .look = ui::ButtonLook::Primary, .enabled = enough})) {
        c.ask(round, rect);
    }
    return enough;
}

/// What stands in the way of a vote, if anything does.
enum class Missing { Nothing, Ideas, People };

Missing missing(Context const& c) {
    if (new_ideas(c.board).size() < least_candidates)
        return Missing::Ideas;
    return may_vote(c.board).empty() ? Missing::People : Missing::Nothing;
}

void buttons(Context& c, VoteView& view, ui::Rect band, Missing what) {
    bool enough = true;
    if (what == Missing::Nothing)
        enough = open_button(c, view, band);
    if (what == Missing::People)
        participants_button(c, view, band);
    back_button(c, view, band);
    earlier_button(c, view, band);
    if (!enough)
        ui::label_centred(c.ui, c.words.get("vote.choose_two"), band, c.ui.theme().label, ui::colour::coral_text,
                          ui::Align::Right);
}

void page(Context& c, VoteView& view, ui::Rect area, Missing what) {
    if (what == Missing::Ideas)
        return empty_page(c, area, c.words.get("vote.too_few"), c.words.get("vote.too_few_hint"));
    if (what == Missing::People)
        return empty_page(c, area, c.words.get("vote.nobody"), c.words.get("vote.nobody_hint"));
    float const large = std::clamp(c.ui.theme().label.size / 24, 1.0F,
                                   1.12F); // its questions stand beside their answers
    ui::Rect const panel = c.ui.portrait() ? area.cut_bottom(std::min(760.0F, area.h / 2), 24)
                                           : area.cut_right(std::max(680 * large, area.w * 0.36F), 28);
    candidates(c, view, new_ideas(c.board), area);
    rules_panel(c, view, panel);
}

} // namespace

std::vector<board::Idea const*> new_ideas(board::Board const& board) {
    std::vector<board::Idea const*> found;
    for (auto const id : board.order)
        if (auto const* idea = board::find_idea(board, id); idea && idea->stage == board::Stage::New && !idea->masked)
            found.push_back(idea);
    return found;
}

board::OpenRound planned_round(Context const& c, VoteView const& view) {
    board::OpenRound round;
    for (auto const* idea : new_ideas(c.board))
        if (!view.left_out.contains(idea->no))
            round.candidates.push_back(idea->id);
    round.dots = view.dots.value_or(board::recommended_dots(static_cast<int>(round.candidates.size())));
    round.method = view.method;
    round.max_per_idea = std::clamp(view.max_per_idea.value_or(c.board.course.settings.max_dots_per_idea), 1,
                                    round.dots);
    return round;
}

void vote_setup(Context& c, VoteView& view) {
    header(c, {.subtitle = c.words.get("vote.new"), .meetings = false});
    ui::Rect area = content_area(c);
    if (annulled_to_tell(c.board, view)) {
        auto const words = c.words.say("vote.annulled", {{"no", std::int64_t{c.board.rounds.back().no.value}}});
        ui::Rect const row = area.cut_top(std::max(64.0F, c.ui.theme().body.size * 2.4F), 16);
        tell_map(c, "vote/annulled", words, row);
        ui::sentence(c.ui, row, words, ui::colour::coral_ground, ui::colour::ink);
    }
    auto const what = missing(c);
    page(c, view, area, what);
    buttons(c, view, bottom_band(c), what);
}

} // namespace screens
