// One ballot: the ideas in this voter's order, dots that are set and taken back, and handing it in. What is on
// it is drawn and nothing more: no item's value tells of a dot, and no motion outlives the ballot.
#include "ui/screens/vote_parts.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace screens {

namespace {

constexpr float inside = 24;     // from the ballot's edge
constexpr float row_inside = 13; // above and below a row's words
constexpr float row_gap = 11;
constexpr float ring = 23;   // radius of a dot's place
constexpr double hint_s = 4; // long enough to read one line twice

int dots_set(Ballot const& ballot) { return std::accumulate(ballot.dots.begin(), ballot.dots.end(), 0); }

/// From the middle of one dot's place to the next: a finger apart.
float dot_step(Context const& c, board::VoteRound const& round) {
    return std::max(round.max_per_idea > 3 ? 52.0F : 58.0F, 20 * c.ui.theme().mm);
}

float dots_width(Context const& c, board::VoteRound const& round) {
    return dot_step(c, round) * static_cast<float>(round.max_per_idea);
}

float text_width(Context const& c, board::VoteRound const& round, float width) {
    return width - 18 - 12 - dots_width(c, round) - 12;
}

void say(Ballot& ballot, std::string sentence, double now_s) {
    ballot.hint = std::move(sentence);
    ballot.hint_until_s = now_s + hint_s;
}

/// A tap on a row sets a dot; on a dot, or on a row that can hold one only, it takes it back.
void tap_row(Context& c, board::VoteRound const& round, Ballot& ballot, std::size_t candidate, bool on_dot) {
    int& here = ballot.dots[candidate];
    ballot.hint.clear();
    if (here > 0 && (on_dot || round.max_per_idea == 1))
        --here;
    else if (dots_set(ballot) == round.dots)
        say(ballot, c.words.get("vote.dots_used"), c.ui.now_s());
    else if (here == round.max_per_idea)
        say(ballot, c.words.say("vote.row_full", {{"n", std::int64_t{round.max_per_idea}}}), c.ui.now_s());
    else
        ++here;
}

void draw_dots(Context& c, ui::Rect places, int places_count, int filled) {
    float const step = places.w / static_cast<float>(places_count);
    for (int i = 0; i < places_count; ++i) {
        ui::Vec2 const at{places.x + step * (static_cast<float>(i) + 0.5F), places.centre().y};
        if (i < filled)
            c.ui.canvas().disc(at, ring, ui::colour::accent);
        else
            c.ui.canvas().dashed_ring(at, ring - 2, 3.5F, ui::colour::ink.faded(0.42F));
    }
}

std::string row_id(board::Board const& board, board::VoteRound const& round, int place, std::size_t candidate) {
    auto const* idea = board::find_idea(board, round.candidates[candidate]);
    return "ballot/" + std::to_string(place) + "/idea/" + std::to_string(idea ? idea->no : 0);
}

void row(Context& c, board::VoteRound const& round, Ballot& ballot, std::size_t candidate, int place, ui::Rect rect) {
    auto const* idea = board::find_idea(c.board, round.candidates[candidate]);
    auto const words = candidate_text(c, round.candidates[candidate]);
    ui::Rect const places{rect.right() - 12 - dots_width(c, round), rect.y, dots_width(c, round), rect.h};
    auto const touch = c.ui.touch(
        {.id = row_id(c.board, round, place, candidate), .label = words, .rect = rect, .enabled = idea != nullptr});
    if (touch.tapped && idea) {
        float const filled = dot_step(c, round) * static_cast<float>(ballot.dots[candidate]);
        tap_row(c, round, ballot, candidate, touch.at.x >= places.x && touch.at.x < places.x + filled);
    }
    c.ui.canvas().rounded(rect, ui::radius::note, idea ? colour_of(idea->colour) : ui::colour::lane);
    if (touch.pressed)
        c.ui.canvas().rounded(rect, ui::radius::note, ui::colour::ink.faded(0.08F));
    float const width = text_width(c, round, rect.w);
    draw_lines(c, idea_lines(c, words, width), {rect.x + 18, rect.y, width, rect.h},
               idea ? ui::colour::ink : ui::colour::soft);
    if (idea)
        draw_dots(c, places, round.max_per_idea, ballot.dots[candidate]);
}

void rows(Context& c, board::VoteRound const& round, Ballot& ballot, int place, ui::Rect rect) {
    std::vector<float> heights;
    float total = -row_gap;
    for (int const candidate : ballot.shuffled) {
        auto const words = candidate_text(c, round.candidates[static_cast<std::size_t>(candidate)]);
        auto const& lines = idea_lines(c, words, text_width(c, round, rect.w));
        float const two = 2 * line_height(c.ui.theme().body);
        heights.push_back(std::max({c.ui.theme().target, two + 2 * row_inside, lines.height + 2 * row_inside}));
        total += heights.back() + row_gap;
    }
    auto const id = "ballot/" + std::to_string(place) + "/rows";
    float y = rect.y - c.ui.begin_scroll(id, {rect.x, rect.y, rect.w + bar_room, rect.h}, total);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        row(c, round, ballot, static_cast<std::size_t>(ballot.shuffled[i]), place, {rect.x, y, rect.w, heights[i]});
        y += heights[i] + row_gap;
    }
    c.ui.end_scroll();
}

/// Why the last tap set no dot, in place of the line under the heading.
bool hint(Context& c, Ballot& ballot, ui::Rect line) {
    if (ballot.hint.empty())
        return false;
    if (c.ui.now_s() >= ballot.hint_until_s) {
        ballot.hint.clear();
        return false;
    }
    c.ui.wake_at(ballot.hint_until_s);
    c.ui.canvas().icon(ui::Icon::Warning, {line.x + 13, line.centre().y}, 26, ui::colour::coral);
    ui::label_centred(c.ui, ballot.hint, {line.x + 36, line.y, line.w - 36, line.h}, c.ui.theme().label,
                      ui::colour::coral_text, ui::Align::Left);
    return true;
}

void head(Context& c, board::VoteRound const& round, Ballot& ballot, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto const* voter = board::find_participant(c.board, ballot.voter);
    if (voter)
        person(c, {}, *voter, {rect.x + 34, rect.centre().y}, 34);
    ui::Rect words{rect.x + 84, rect.y, rect.w - 84, rect.h};
    std::int64_t const left = round.dots - dots_set(ballot), all = round.dots;
    ui::label_centred(c.ui,
                      left == 0 ? c.words.say("vote.all_set", {{"n", all}}) : c.words.say("vote.left", {{"n", left}}),
                      words.cut_top(rect.h * 0.55F), theme.heading, ui::colour::ink, ui::Align::Left);
    if (!hint(c, ballot, words))
        ui::label_centred(c.ui, c.words.say("vote.ballot_of", {{"name", voter ? voter->name : std::string{}}}), words,
                          theme.small, ui::colour::soft, ui::Align::Left);
}

BallotWish foot(Context& c, Ballot const& ballot, int place, ui::Rect rect) {
    auto const id = "ballot/" + std::to_string(place);
    auto const& close = c.words.get("vote.close_ballot");
    if (ui::button(c.ui, {.id = id + "/close", .rect = rect.cut_left(button_width(c, close), 16), .label = close}))
        return BallotWish::Close;
    if (ui::button(c.ui, {.id = id + "/cast",
                          .rect = rect,
                          .label = c.words.get("vote.cast"),
                          .look = ui::ButtonLook::Primary,
                          .enabled = dots_set(ballot) > 0}))
        return BallotWish::Cast;
    return BallotWish::None;
}

} // namespace

BallotWish ballot_card(Context& c, board::VoteRound const& round, Ballot& ballot, int place, ui::Rect rect) {
    c.ui.touch(
        {.id = "ballot/" + std::to_string(place), .role = "ballot", .rect = rect, .accepts = ui::Accepts::Nothing});
    c.ui.canvas().shadow(rect, ui::radius::lane, ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::lane, 2, ui::colour::line);
    ui::Rect rest = rect.inset(inside);
    ui::Rect const low = rest.cut_bottom(std::max(84.0F, c.ui.theme().target), 18);
    auto const& theme = c.ui.theme();
    ui::Rect const heading = rest.cut_top(std::max(72.0F, theme.heading.size + theme.small.size * 1.3F + 10), 14);
    rows(c, round, ballot, place, rest);
    head(c, round, ballot, heading);
    return foot(c, ballot, place, low);
}

float least_ballot_width(Context const& c, board::VoteRound const& round) {
    return 2 * inside + 42 + dots_width(c, round) + 10.5F * c.ui.theme().body.size;
}

Ballot fresh_ballot(board::VoteRound const& round, board::ParticipantId voter) {
    Ballot ballot{.voter = voter,
                  .shuffled = std::vector<int>(round.candidates.size()),
                  .dots = std::vector<int>(round.candidates.size(), 0)};
    std::iota(ballot.shuffled.begin(), ballot.shuffled.end(), 0);
    std::mt19937 random{std::random_device{}()};
    std::shuffle(ballot.shuffled.begin(), ballot.shuffled.end(), random);
    return ballot;
}

} // namespace screens
