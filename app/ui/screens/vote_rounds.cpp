// *Tidligere afstemninger*: every round there was, the newest first; a tap shows its result again as it was.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float row_gap = 14, row_side = 28;

/// "25. aug. 2026 · 9 stemmesedler · 3 prikker hver · på papir"
std::string how_it_was(Context const& c, board::VoteRound const& round) {
    auto const opened = text::date(c.language(), round.opened_on, text::DateStyle::Short);
    if (round.state == board::RoundState::Annulled)
        return joined({opened, c.words.get("vote.was_annulled")});
    return joined({opened, c.words.say("vote.ballots", {{"n", std::int64_t{round.ballots}}}),
                   c.words.say("vote.each", {{"n", std::int64_t{round.dots}}}),
                   c.words.say("vote.ideas", {{"n", static_cast<std::int64_t>(round.candidates.size())}}),
                   round.method == board::BallotMethod::Paper ? c.words.get("vote.on_paper_short") : std::string()});
}

/// What got most dots; of several with equally many, how many they are.
std::string top_of(Context const& c, board::VoteRound const& round) {
    int most = 0;
    std::vector<board::IdeaId> top;
    for (auto const& tally : round.tallies) {
        if (tally.dots > most)
            top.clear();
        most = std::max(most, tally.dots);
        if (most > 0 && tally.dots == most)
            top.push_back(tally.idea);
    }
    std::int64_t const dots = most, n = static_cast<std::int64_t>(top.size());
    if (top.size() == 1)
        return c.words.say("vote.most_dots", {{"text", candidate_text(c, top[0])}, {"n", dots}});
    return top.empty() ? std::string() : c.words.say("vote.most_shared", {{"ideas", n}, {"n", dots}});
}

float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target + 30, theme.button.size * 1.3F + 2 * theme.label.size * 1.35F + 40);
}

void round_row(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect rect) {
    bool const closed = round.state == board::RoundState::Closed;
    auto const& theme = c.ui.theme();
    std::int64_t const no = round.no.value;
    auto const name = c.words.say("vote.round", {{"no", no}});
    auto const touch = c.ui.touch(
        {.id = "vote/round/" + std::to_string(no), .label = name, .rect = rect, .enabled = closed});
    auto& canvas = c.ui.canvas();
    if (closed)
        canvas.rounded(rect, ui::radius::card, ui::colour::white);
    canvas.outline(rect, ui::radius::card, 2, ui::colour::line);
    if (touch.pressed)
        canvas.rounded(rect, ui::radius::card, ui::colour::ink.faded(0.08F));
    ui::Rect rest = rect.inset(row_side, 16);
    if (closed)
        canvas.icon(ui::Icon::ArrowRight, {rest.right() - 18, rest.centre().y}, 36, ui::colour::soft);
    rest.w -= 60;
    auto const ink = closed ? ui::colour::ink : ui::colour::soft;
    ui::label_centred(c.ui, name, rest.cut_top(theme.button.size * 1.3F, 4), theme.button, ink, ui::Align::Left);
    ui::label_centred(c.ui, how_it_was(c, round), rest.cut_top(theme.label.size * 1.35F), quiet(theme.label),
                      ui::colour::soft, ui::Align::Left);
    ui::label_centred(c.ui, top_of(c, round), rest.cut_top(theme.label.size * 1.35F), theme.label, ink,
                      ui::Align::Left);
    if (touch.tapped)
        show_result(c, view, round.no);
}

} // namespace

bool has_earlier_rounds(board::Board const& board) {
    return std::any_of(board.rounds.begin(), board.rounds.end(),
                       [](board::VoteRound const& round) { return round.state != board::RoundState::Open; });
}

void vote_rounds(Context& c, VoteView& view) {
    header(c, {.subtitle = c.words.get("vote.earlier"), .meetings = false});
    ui::Rect area = content_area(c);
    float const height = row_height(c);
    float const total = (height + row_gap) * static_cast<float>(c.board.rounds.size()) - row_gap;
    ui::Rect const reach{area.x, area.y, area.w + bar_room, area.h};
    float y = area.y - c.ui.begin_scroll("vote/rounds", reach, total, c.words.get("vote.earlier"));
    for (auto round = c.board.rounds.rbegin(); round != c.board.rounds.rend(); ++round) {
        round_row(c, view, *round, {area.x, y, area.w, height});
        y += height + row_gap;
    }
    c.ui.end_scroll();
    ui::Rect band = bottom_band(c);
    auto const& words = c.words.get("vote.new");
    ui::Rect const fresh = primary_row(c, band, button_width(c, words) + 40);
    back_button(c, view, band);
    if (ui::button(c.ui, {.id = "vote/new", .rect = fresh, .label = words, .look = ui::ButtonLook::Primary})) {
        view.page = VotePage::Setup;
        c.ui.wake_now();
    }
}

} // namespace screens
