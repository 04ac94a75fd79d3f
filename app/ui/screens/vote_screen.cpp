// Which page of *Afstemning* is shown. It follows the board: an open round is voted on, a round that was
// open a moment ago shows its curtain, and otherwise one can be set up.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int lines_at_full_size = 4;
constexpr float title_left = 150; // the mark and a little air

void wipe(VoteView& view) {
    view.box = {};
    view.cast.clear();
    view.thanks_until_s = {};
    view.closing_asked = false;
    view.told.clear();
    close_ballots(view);
}

void begin(VoteView& view, board::VoteRound const& round) {
    wipe(view);
    view = {.page = VotePage::Round, .left = std::move(view.left), .came = std::move(view.came), .round = round.no};
    view.box = board::BallotBox(round);
}

/// The round that was voted on is open no more: it closed, or it was annulled or undone.
void end(Context const& c, VoteView& view) {
    wipe(view);
    auto const* round = board::find_round(c.board, view.round);
    bool const closed = round && round->state == board::RoundState::Closed;
    view.page = closed ? VotePage::Result : VotePage::Setup;
    view.revealed = false;
    view.chosen.clear();
}

void follow(Context const& c, VoteView& view) {
    auto const* open = board::open_round(c.board);
    if (open && (view.page != VotePage::Round || view.round != open->no))
        begin(view, *open);
    if (!open && view.page == VotePage::Round)
        end(c, view);
    if (view.page == VotePage::Result && !board::find_round(c.board, view.round))
        view.page = VotePage::Setup;
}

} // namespace

void vote_screen(Context& c, VoteView& view) {
    follow(c, view);
    auto const* round = board::find_round(c.board, view.round);
    switch (view.page) {
    case VotePage::Setup: return vote_setup(c, view);
    case VotePage::Round:
        return round->method == board::BallotMethod::Paper ? vote_paper(c, view, *round) : vote_round(c, view, *round);
    case VotePage::Result: return vote_result(c, view, *round);
    case VotePage::Rounds: return vote_rounds(c, view);
    }
}

void close_ballots(VoteView& view) {
    view.ballots = {};
    view.place_asked.reset();
}

void leave_vote(Context& c, VoteView& view) {
    close_ballots(view);
    view.closing_asked = false;
    view.told.clear();
    if (view.page == VotePage::Setup && !c.board.rounds.empty())
        view.annulled_seen = c.board.rounds.back().no;
    view.reason_asked = false;
    if (view.page == VotePage::Rounds || (view.page == VotePage::Result && view.revealed))
        view.page = VotePage::Setup;
    c.requests.emplace_back(GoTo{.screen = Screen::Board});
}

void tell_map(Context& c, std::string id, std::string const& sentence, ui::Rect rect) {
    c.ui.touch(
        {.id = std::move(id), .role = "sentence", .label = sentence, .rect = rect, .accepts = ui::Accepts::Nothing});
}

ui::Paragraph const& idea_lines(Context& c, std::string_view text, float width) {
    auto const& theme = c.ui.theme();
    auto const& lines = c.ui.type().lay(text, {.type = theme.body, .width = width});
    if (lines.lines.size() <= lines_at_full_size)
        return lines;
    return c.ui.type().lay(text, {.type = theme.small, .width = width});
}

void draw_lines(Context& c, ui::Paragraph const& lines, ui::Rect rect, ui::Colour colour) {
    c.ui.canvas().paragraph(lines, {rect.x, rect.centre().y - lines.height / 2}, colour);
}

std::string candidate_text(Context const& c, board::IdeaId id) {
    auto const* idea = board::find_idea(c.board, id);
    return idea ? title_of(c, *idea) : c.words.get(text::refusal_key(board::Rule::NoSuchIdea));
}

float button_width(Context& c, std::string_view label, bool icon) {
    return c.ui.type().width(label, c.ui.theme().button) + 72 + (icon ? 48.0F : 0.0F);
}

void back_button(Context& c, VoteView& view, ui::Rect& row) {
    auto const& words = c.words.get("vote.back");
    ui::Rect const rect = row.cut_left(button_width(c, words), ui::space::gap);
    if (ui::button(c.ui, {.id = "vote/back", .rect = rect, .label = words}))
        leave_vote(c, view);
}

ui::Rect primary_row(Context const& c, ui::Rect& rest, float width) {
    if (!c.ui.portrait())
        return rest.cut_right(width, ui::space::gap);
    return rest.cut_bottom(std::max(ui::space::dock, c.ui.theme().target), 16);
}

bool vote_header(Context& c, std::string const& subtitle, std::vector<Pill> const& pills, ui::Rect& area) {
    auto const& theme = c.ui.theme();
    ui::Rect free = header(c, {.subtitle = subtitle, .meetings = false});
    float const title_w = std::max(c.ui.type().width(c.board.course.name, theme.title),
                                   c.ui.type().width(subtitle, theme.label));
    // In portrait the pills have a row of their own under the title.
    float const room = c.ui.portrait() ? free.w : free.right() - c.ui.screen().x - title_left - title_w;
    float first_w = 0, all_w = 0;
    for (auto const& pill : pills) {
        all_w += c.ui.type().width(pill.words, theme.label) + (pill.icon ? 112.0F : 72.0F);
        first_w = first_w == 0 ? all_w : first_w;
    }
    if (room < first_w)
        free = area.cut_top(free.h, 16);
    bool const only_first = room >= first_w && room < all_w;
    for (auto const& pill : pills)
        if (!only_first || &pill == pills.data())
            text_pill(c, free, pill.words, ui::colour::ink, pill.icon);
    return !only_first;
}

} // namespace screens
