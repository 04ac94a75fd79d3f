// The closed round: a curtain until everybody looks, the dots' slow rise at one pace, and then each idea's rank.
// Ideas with equally many dots share it; the machine breaks no tie.
#include "ui/screens/vote_parts.h"

#include <algorithm>
#include <numeric>

namespace screens {

namespace {

constexpr double rise_s = 2.8;   // slow enough to be followed by everybody
constexpr double settle_s = 0.7; // to the order of the dots
constexpr int last_rank_told = 3;
constexpr float row_gap = 12;
constexpr float row_inside = 14, bar_inside = 22;
constexpr float disc_step = 26, discs_height = 30;
constexpr float rank_width = 96, figure_width = 96, mark_width = 132;
constexpr std::string_view rise_id = "vote/rise", settle_id = "vote/settle";

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

/// Where the candidate stands among the candidates, from 0.
std::size_t place_in(board::VoteRound const& round, board::IdeaId id) {
    return static_cast<std::size_t>(std::find(round.candidates.begin(), round.candidates.end(), id) -
                                    round.candidates.begin());
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

/// How far the dots have come.
struct Rise {
    int most = 1;      ///< dots of any idea
    float dots = 0;    ///< that every bar has risen to, or its own if they are fewer
    float settled = 0; ///< 0 as on the ballot, 1 in the order of the dots
    bool done() const { return settled >= 1; }
};

void draw_bar(Context& c, ui::Rect track, ui::Colour colour, float part) {
    auto& canvas = c.ui.canvas();
    canvas.rounded(track, ui::radius::card, ui::colour::lane);
    if (part > 0)
        canvas.rounded({track.x, track.y, std::max(2 * ui::radius::card, track.w * part), track.h}, ui::radius::card,
                       colour);
}

void row(Context& c, VoteView& view, Standing const& standing, Rise const& rise, ui::Rect rect) {
    auto const* idea = board::find_idea(c.board, standing.tally.idea);
    auto const words = candidate_text(c, standing.tally.idea);
    bool const choosable = idea && idea->stage == board::Stage::New && rise.done();
    float const risen = std::min(static_cast<float>(standing.tally.dots), rise.dots);
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
    draw_bar(c, rest, idea ? colour_of(idea->colour) : ui::colour::line, risen / static_cast<float>(rise.most));
    if (touch.pressed)
        c.ui.canvas().rounded(rest, ui::radius::card, ui::colour::ink.faded(0.08F));
    if (idea && is_chosen(view, idea->id))
        c.ui.canvas().outline(rest, ui::radius::card, 4, ui::colour::accent);
    auto const& lines = result_lines(c, words, rest.w - 2 * bar_inside);
    int const dots = standing.tally.dots;
    bool const with_discs = dots > 0 && static_cast<float>(dots) * disc_step <= rest.w - 2 * bar_inside;
    float const top = rest.centre().y - (lines.height + (with_discs ? discs_height : 0)) / 2;
    c.ui.canvas().paragraph(lines, {rest.x + bar_inside, top}, ui::colour::ink);
    int const shown = static_cast<int>(risen + 0.001F);
    if (with_discs)
        draw_discs(c, shown, {rest.x + bar_inside, top + lines.height + discs_height - 10});
    ui::label_centred(c.ui, text::number(c.language(), shown), figure, c.ui.theme().title, ui::colour::ink);
    if (idea && rise.done())
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
    ui::label_centred(c.ui, c.words.get("vote.tied"), {rect.x - 16, middle + 14, rect.w + 8, 32}, theme.small,
                      ui::colour::soft);
    c.ui.canvas().line({rect.right() - 14, rect.y + 6}, {rect.right() - 14, rect.bottom() - 6}, 4, ui::colour::line);
}

struct Places {
    std::vector<float> before, after; ///< each standing's top: as on the ballot, and in the order of the dots
    std::vector<float> heights;
    float total = -row_gap;
};

Places places_of(Context& c, board::VoteRound const& round, std::vector<Standing> const& all, float width) {
    Places places;
    std::vector<float> on_ballot(all.size());
    for (auto const& standing : all) {
        places.after.push_back(places.total + row_gap);
        places.heights.push_back(row_height(c, candidate_text(c, standing.tally.idea), width));
        places.total += places.heights.back() + row_gap;
        on_ballot[place_in(round, standing.tally.idea)] = places.heights.back() + row_gap;
    }
    for (auto const& standing : all)
        places.before.push_back(std::accumulate(
            on_ballot.begin(), on_ballot.begin() + static_cast<std::ptrdiff_t>(place_in(round, standing.tally.idea)),
            0.0F));
    return places;
}

/// Each rank beside all who share it, when they have come to lie together.
void ranks(Context& c, std::vector<Standing> const& all, Places const& places, float x, float top) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].first || all[i].tally.dots == 0)
            continue;
        auto const last = i + static_cast<std::size_t>(all[i].tied) - 1;
        float const end = places.after[last] + places.heights[last];
        draw_rank(c, all[i], {x, top + places.after[i], rank_width, end - places.after[i]});
    }
}

void rows(Context& c, VoteView& view, board::VoteRound const& round, Rise const& rise, ui::Rect area) {
    auto const all = standings(round);
    auto const places = places_of(c, round, all, area.w);
    ui::Rect const reach{area.x, area.y, area.w + bar_room, area.h};
    float const top = area.y - c.ui.begin_scroll("vote/results", reach, places.total, c.words.get("vote.result"));
    if (rise.done())
        ranks(c, all, places, area.x, top);
    for (std::size_t i = 0; i < all.size(); ++i) {
        float const y = places.before[i] + (places.after[i] - places.before[i]) * rise.settled;
        row(c, view, all[i], rise, {area.x, top + y, area.w, places.heights[i]});
    }
    c.ui.end_scroll();
}

/// The tie that matters most, in words: which of its ideas is tried is for people to say. Empty when there is none.
std::string tie_in_words(Context const& c, board::VoteRound const& round) {
    for (auto const& standing : standings(round))
        if (standing.first && standing.tied > 1 && standing.rank <= last_rank_told && standing.tally.dots > 0)
            return c.words.say("vote.tie", {{"n", std::int64_t{standing.tied}}, {"rank", std::int64_t{standing.rank}}});
    return {};
}

void tie_line(Context& c, std::string const& words, ui::Rect row) {
    tell_map(c, "vote/tie", words, row);
    c.ui.canvas().icon(ui::Icon::Info, {row.x + 20, row.centre().y}, 34, ui::colour::soft);
    row.cut_left(52);
    ui::label_centred(c.ui, words, row, c.ui.theme().label, ui::colour::ink, ui::Align::Left);
}

Rise rise_of(Context& c, board::VoteRound const& round) {
    Rise rise;
    for (auto const& tally : round.tallies)
        rise.most = std::max(rise.most, tally.dots);
    float const part = c.ui.ease(rise_id, 1, rise_s);
    rise.dots = part * static_cast<float>(rise.most);
    rise.settled = c.ui.ease(settle_id, part >= 1 ? 1.0F : 0.0F, settle_s);
    return rise;
}

void result(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect area) {
    auto const rise = rise_of(c, round);
    auto const tie = tie_in_words(c, round);
    if (!tie.empty()) {
        ui::Rect const line = area.cut_bottom(std::max(48.0F, c.ui.theme().label.size * 1.6F), 10);
        if (rise.done())
            tie_line(c, tie, line);
    }
    rows(c, view, round, rise, area);
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

} // namespace

void show_result(Context& c, VoteView& view, board::RoundNo round) {
    view.page = VotePage::Result;
    view.round = round;
    view.revealed = true;
    view.reason_asked = false;
    view.chosen.clear();
    c.ui.still(rise_id);
    c.ui.still(settle_id);
    c.ui.scroll_to("vote/results", 0);
    c.ui.wake_now();
}

void reveal(Context& c, VoteView& view, board::RoundNo round) {
    show_result(c, view, round);
    c.ui.ease(rise_id, 0);
    c.ui.ease(settle_id, 0);
}

void vote_result(Context& c, VoteView& view, board::VoteRound const& round) {
    std::int64_t const no = round.no.value, ballots = round.ballots;
    ui::Rect area = content_area(c);
    std::vector<Pill> pills{{c.words.say("vote.ballots", {{"n", ballots}})}};
    if (round.method == board::BallotMethod::Paper)
        pills.push_back({c.words.get("vote.on_paper"), ui::Icon::Pencil});
    vote_header(c, c.words.say("vote.round", {{"no", no}}), pills, area);
    if (view.reason_asked)
        return reason_page(c, view, round, area);
    if (view.revealed)
        result(c, view, round, area);
    else
        curtain(c, round, area);
    result_buttons(c, view, round);
}

} // namespace screens
