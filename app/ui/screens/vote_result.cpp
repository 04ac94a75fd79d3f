// The closed round: a curtain until everybody looks, the dots' calm rise, and the choice of what to try.
// Ideas with equally many dots share their rank; the machine breaks no tie.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr double rise_s = 1.2;
constexpr std::size_t most_chosen = 3;
constexpr float row_gap = 12;
constexpr float row_inside = 14, bar_inside = 22;
constexpr float disc_step = 26, discs_height = 30;
constexpr float rank_width = 96, figure_width = 96, mark_width = 132;
constexpr std::string_view rise_id = "vote/rise";

struct Standing {
    board::Tally tally;
    int rank = 1;       ///< one more than the ideas with more dots
    int tied = 1;       ///< ideas with this rank
    bool first = false; ///< the first shown of its rank
};

std::vector<Standing> standings(board::VoteRound const& round) {
    std::vector<Standing> all;
    for (auto const& tally : round.tallies) {
        auto const more = std::count_if(round.tallies.begin(), round.tallies.end(),
                                        [&](board::Tally const& other) { return other.dots > tally.dots; });
        auto const same = std::count_if(round.tallies.begin(), round.tallies.end(),
                                        [&](board::Tally const& other) { return other.dots == tally.dots; });
        all.push_back({.tally = tally, .rank = static_cast<int>(more) + 1, .tied = static_cast<int>(same)});
    }
    std::stable_sort(all.begin(), all.end(), [](Standing const& a, Standing const& b) { return a.rank < b.rank; });
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].first = i == 0 || all[i].rank != all[i - 1].rank;
    return all;
}

bool is_chosen(VoteView const& view, board::IdeaId id) {
    return std::find(view.chosen.begin(), view.chosen.end(), id) != view.chosen.end();
}

/// What became of the idea since, in place of the ring that chooses it.
void draw_fate(Context& c, board::Idea const& idea, ui::Rect rect) {
    using board::Stage;
    auto const& type = c.ui.theme().label;
    auto const in_words = [&](std::string_view key) {
        ui::label_centred(c.ui, c.words.get(key), rect, type, ui::colour::soft);
    };
    switch (idea.stage) {
    case Stage::New: return;
    case Stage::Parked: return in_words("stage.parked");
    case Stage::Stopped: return in_words("stage.stopped");
    case Stage::Merged: return in_words("stage.merged");
    case Stage::Selected:
    case Stage::Test:
    case Stage::Scaling:
    case Stage::Operation: break;
    }
    c.ui.canvas().icon(ui::Icon::Check, {rect.centre().x, rect.centre().y - 20}, 28, ui::colour::test_text);
    ui::label_centred(c.ui, c.words.get("vote.selected"), {rect.x, rect.centre().y - 2, rect.w, 34}, type,
                      ui::colour::test_text);
}

void draw_mark(Context& c, VoteView const& view, board::Idea const& idea, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    ui::Vec2 const at = rect.centre();
    if (idea.stage != board::Stage::New) {
        draw_fate(c, idea, rect);
    } else if (is_chosen(view, idea.id)) {
        canvas.disc(at, 26, ui::colour::accent);
        canvas.icon(ui::Icon::Check, at, 30, ui::colour::white);
    } else {
        canvas.dashed_ring(at, 24, 3, ui::colour::soft);
    }
}

/// The idea's dots under its words, as they come.
void draw_discs(Context& c, int dots, ui::Vec2 left) {
    for (int i = 0; i < dots; ++i)
        c.ui.canvas().disc({left.x + 10 + static_cast<float>(i) * disc_step, left.y}, 10, ui::colour::accent);
}

float bar_width(float row_width) { return row_width - rank_width - figure_width - mark_width; }

/// As large as buttons are: the whole team reads it at once.
ui::Paragraph const& result_lines(Context& c, std::string_view words, float width) {
    ui::Type type = c.ui.theme().button;
    type.weight = ui::Weight::Medium;
    auto const& lines = c.ui.type().lay(words, {.type = type, .width = width});
    return lines.lines.size() <= 2 ? lines : idea_lines(c, words, width);
}

float row_height(Context& c, std::string_view words, float row_width) {
    float const lines = result_lines(c, words, bar_width(row_width) - 2 * bar_inside).height;
    return std::max(c.ui.theme().target + 24, lines + discs_height + 2 * row_inside);
}

struct RowDots {
    int dots = 0;
    int most = 1;   ///< of any idea
    float rise = 1; ///< 0–1
};

void draw_bar(Context& c, ui::Rect track, ui::Colour colour, RowDots const& dots) {
    auto& canvas = c.ui.canvas();
    canvas.rounded(track, ui::radius::card, ui::colour::lane);
    float const part = static_cast<float>(dots.dots) / static_cast<float>(std::max(1, dots.most)) * dots.rise;
    if (part > 0)
        canvas.rounded({track.x, track.y, std::max(2 * ui::radius::card, track.w * part), track.h}, ui::radius::card,
                       colour);
}

void row(Context& c, VoteView& view, Standing const& standing, RowDots const& dots, ui::Rect rect) {
    auto const* idea = board::find_idea(c.board, standing.tally.idea);
    auto const words = candidate_text(c, standing.tally.idea);
    bool const choosable = idea && idea->stage == board::Stage::New;
    auto const touch = c.ui.touch({.id = "vote/result/" + std::to_string(idea ? idea->no : 0),
                                   .role = "toggle",
                                   .label = words,
                                   .value = text::number(c.language(), standing.tally.dots),
                                   .rect = rect,
                                   .enabled = choosable});
    if (touch.tapped && choosable && !std::erase(view.chosen, idea->id))
        view.chosen.push_back(idea->id);
    ui::Rect rest = rect;
    ui::Rect const mark = rest.cut_right(mark_width);
    rest.cut_left(rank_width);
    ui::Rect const figure = rest.cut_right(figure_width);
    draw_bar(c, rest, idea ? colour_of(idea->colour) : ui::colour::line, dots);
    if (touch.pressed)
        c.ui.canvas().rounded(rest, ui::radius::card, ui::colour::ink.faded(0.08F));
    if (idea && is_chosen(view, idea->id))
        c.ui.canvas().outline(rest, ui::radius::card, 4, ui::colour::accent);
    auto const& lines = result_lines(c, words, rest.w - 2 * bar_inside);
    bool const with_discs = dots.dots > 0 && static_cast<float>(dots.dots) * disc_step <= rest.w - 2 * bar_inside;
    float const top = rest.centre().y - (lines.height + (with_discs ? discs_height : 0)) / 2;
    c.ui.canvas().paragraph(lines, {rest.x + bar_inside, top}, ui::colour::ink);
    int const shown = static_cast<int>(static_cast<float>(dots.dots) * dots.rise + 0.5F);
    if (with_discs)
        draw_discs(c, shown, {rest.x + bar_inside, top + lines.height + discs_height - 10});
    ui::label_centred(c.ui, text::number(c.language(), shown), figure, c.ui.theme().title, ui::colour::ink);
    if (idea)
        draw_mark(c, view, *idea, mark);
}

/// The rank, once for all who share it, in the middle of what can be seen of them.
void draw_rank(Context& c, Standing const& standing, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    bool const shared = standing.tied > 1;
    auto const seen = rect.clipped(c.ui.canvas().clip());
    float const middle = std::clamp(seen.centre().y, rect.y + 48, rect.bottom() - 48);
    ui::label_centred(c.ui, c.words.say("vote.rank", {{"n", std::int64_t{standing.rank}}}),
                      {rect.x, middle - (shared ? 38.0F : 28.0F), rect.w - 24, 56}, theme.title, ui::colour::soft);
    if (!shared)
        return;
    ui::label_centred(c.ui, c.words.get("vote.tied"), {rect.x, middle + 14, rect.w - 24, 32}, theme.small,
                      ui::colour::soft);
    c.ui.canvas().line({rect.right() - 14, rect.y + 6}, {rect.right() - 14, rect.bottom() - 6}, 4, ui::colour::line);
}

void rows(Context& c, VoteView& view, board::VoteRound const& round, float rise, ui::Rect area) {
    auto const all = standings(round);
    std::vector<float> heights;
    float total = -row_gap;
    int most = 0;
    for (auto const& standing : all) {
        heights.push_back(row_height(c, candidate_text(c, standing.tally.idea), area.w));
        total += heights.back() + row_gap;
        most = std::max(most, standing.tally.dots);
    }
    ui::Rect const reach{area.x, area.y, area.w + bar_room, area.h};
    float y = area.y - c.ui.begin_scroll("vote/results", reach, total, c.words.get("vote.result"));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].first && all[i].tally.dots > 0) {
            float height = -row_gap;
            for (std::size_t k = i; k < i + static_cast<std::size_t>(all[i].tied); ++k)
                height += heights[k] + row_gap;
            draw_rank(c, all[i], {area.x, y, rank_width, height});
        }
        row(c, view, all[i], {.dots = all[i].tally.dots, .most = most, .rise = rise}, {area.x, y, area.w, heights[i]});
        y += heights[i] + row_gap;
    }
    c.ui.end_scroll();
}

void curtain(Context& c, board::VoteRound const& round, ui::Rect area) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(area, ui::radius::lane, ui::colour::lane);
    ui::Vec2 const middle = area.centre();
    c.ui.canvas().disc({middle.x, middle.y - 130}, 78, ui::colour::white);
    c.ui.canvas().icon(ui::Icon::Lock, {middle.x, middle.y - 130}, 84, ui::colour::accent);
    float y = middle.y - 10;
    y += ui::label(c.ui, c.words.get("vote.closed"), {area.x + 40, y, area.w - 80, 160}, theme.figure, ui::colour::ink,
                   ui::Align::Centre) +
         12;
    std::int64_t const ballots = round.ballots;
    ui::label(c.ui, c.words.say("vote.ballots", {{"n", ballots}}), {area.x + 40, y, area.w - 80, 60}, theme.heading,
              ui::colour::soft, ui::Align::Centre);
}

/// Each chosen idea is asked for on its own, so that each can be taken back on its own; the board shows them next.
void select(Context& c, VoteView& view, ui::Rect origin) {
    for (auto const& id : view.chosen)
        if (auto const* idea = board::find_idea(c.board, id))
            c.ask(board::SelectIdea{.id = id, .reason = {}}, origin, {},
                  c.words.say("vote.was_selected", {{"no", std::int64_t{idea->no}}}));
    leave_vote(c, view);
}

std::string choice_hint(Context const& c, VoteView const& view) {
    if (view.chosen.size() > most_chosen)
        return c.words.get("vote.choose_fewer");
    return view.chosen.empty() ? c.words.get("vote.choose") : std::string{};
}

void result_buttons(Context& c, VoteView& view, board::VoteRound const& round) {
    ui::Rect band = bottom_band(c);
    auto const& words = c.words.get(view.revealed ? "vote.select" : "vote.reveal");
    ui::Rect const rect = primary_row(c, band, button_width(c, words) + 40);
    back_button(c, view, band);
    if (!view.revealed) {
        if (ui::button(c.ui, {.id = "vote/reveal", .rect = rect, .label = words, .look = ui::ButtonLook::Primary}))
            reveal(c, view, round.no);
        return;
    }
    bool const too_many = view.chosen.size() > most_chosen;
    if (ui::button(c.ui, {.id = "vote/select",
                          .rect = rect,
                          .label = words,
                          .look = ui::ButtonLook::Primary,
                          .enabled = !view.chosen.empty() && !too_many}))
        select(c, view, rect);
    ui::label_centred(c.ui, choice_hint(c, view), band, c.ui.theme().label,
                      too_many ? ui::colour::coral_text : ui::colour::soft, ui::Align::Right);
}

} // namespace

void reveal(Context& c, VoteView& view, board::RoundNo round) {
    view.page = VotePage::Result;
    view.round = round;
    view.revealed = true;
    view.chosen.clear();
    c.ui.still(rise_id);
    c.ui.ease(rise_id, 0);
    c.ui.scroll_to("vote/results", 0);
    c.ui.wake_now();
}

void vote_result(Context& c, VoteView& view, board::VoteRound const& round) {
    std::int64_t const no = round.no.value, ballots = round.ballots;
    ui::Rect area = content_area(c);
    vote_header(c, c.words.say("vote.round", {{"no", no}}), {{c.words.say("vote.ballots", {{"n", ballots}})}}, area);
    if (view.revealed)
        rows(c, view, round, c.ui.ease(rise_id, 1, rise_s), area);
    else
        curtain(c, round, area);
    result_buttons(c, view, round);
}

} // namespace screens
