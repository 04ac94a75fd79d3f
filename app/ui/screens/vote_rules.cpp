// The panel beside the candidates: how many dots each has and how many may stand on one idea, how it is voted and
// when the leader votes, and who is here to vote.
#include "ui/screens/fields.h"
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int most_dots = 5;
constexpr float row_gap = 12, control_width = 344, disc_radius = 30;

struct Question {
    std::string words;
    std::string hint;
};

float row_height(Context const& c) { return std::max(c.ui.theme().target, 76.0F); }

/// The question at the left of the next row; returns the room at its right for the answer.
ui::Rect rule_row(Context& c, Question const& question, ui::Rect& rest) {
    auto const& theme = c.ui.theme();
    ui::Rect row = rest.cut_top(row_height(c), row_gap);
    ui::Rect const answer = row.cut_right(control_width, 16);
    float const hint_h = question.hint.empty() ? 0 : theme.small.size * 1.3F;
    ui::Rect words{row.x, row.centre().y - (38 + hint_h) / 2, row.w, 38 + hint_h};
    ui::label_centred(c.ui, question.words, words.cut_top(38), theme.label, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, question.hint, words, theme.small, ui::colour::soft, ui::Align::Left);
    return answer;
}

struct Stepper {
    std::string id;
    Question question;
    int value = 0;
    int most = 0;
};

/// A figure between − and +, from 1. Returns the value it is stepped to, if it was.
std::optional<int> stepper(Context& c, Stepper const& step, ui::Rect& rest) {
    auto const& theme = c.ui.theme();
    ui::Rect row = rule_row(c, step.question, rest);
    float const side = std::max(theme.target, 108.0F);
    bool const less = ui::button(c.ui, {.id = step.id + "/less",
                                        .rect = row.cut_left(side),
                                        .label = "−",
                                        .enabled = step.value > 1,
                                        .item_label = step.question.words + " −",
                                        .type = theme.title});
    bool const more = ui::button(c.ui, {.id = step.id + "/more",
                                        .rect = row.cut_right(side),
                                        .label = "+",
                                        .enabled = step.value < step.most,
                                        .item_label = step.question.words + " +",
                                        .type = theme.title});
    ui::label_centred(c.ui, text::number(c.language(), step.value), row, theme.figure, ui::colour::ink);
    if (less || more)
        return step.value + (more ? 1 : 0) - (less ? 1 : 0);
    return {};
}

void steppers(Context& c, VoteView& view, board::OpenRound const& round, ui::Rect& rest) {
    int const recommended = board::recommended_dots(static_cast<int>(round.candidates.size()));
    Stepper const dots{.id = "vote/dots",
                       .question = {c.words.get("vote.dots_each"),
                                    c.words.say("vote.recommended", {{"n", std::int64_t{recommended}}})},
                       .value = round.dots,
                       .most = most_dots};
    if (auto const stepped = stepper(c, dots, rest))
        view.dots = stepped;
    Stepper const most{.id = "vote/max",
                       .question = {c.words.get("vote.max_per_idea"), c.words.get("vote.max_hint")},
                       .value = round.max_per_idea,
                       .most = round.dots};
    if (auto const stepped = stepper(c, most, rest))
        view.max_per_idea = stepped;
}

void method_row(Context& c, VoteView& view, ui::Rect& rest) {
    bool const paper = view.method == board::BallotMethod::Paper;
    Question const question{c.words.get("vote.method"),
                            c.words.get(paper ? "vote.method_paper_hint" : "vote.method_screen_hint")};
    int const tapped = choices(c, "vote/method", rule_row(c, question, rest),
                               {c.words.get("vote.method_screen"), c.words.get("vote.method_paper")}, paper ? 1 : 0);
    if (tapped >= 0)
        view.method = tapped == 1 ? board::BallotMethod::Paper : board::BallotMethod::Screen;
}

/// When the leader votes: last, as everybody, or not at all. It is kept with the board.
void leader_row(Context& c, ui::Rect& rest) {
    auto const& now = c.board.course.settings;
    int const chosen = !now.leader_votes ? 2 : now.leader_last ? 0 : 1;
    Question const question{c.words.get("vote.leader"), c.words.get("vote.leader_hint")};
    int const tapped = choices(
        c, "vote/leader", rule_row(c, question, rest),
        {c.words.get("vote.leader_is_last"), c.words.get("vote.leader_too"), c.words.get("vote.leader_not")}, chosen);
    if (tapped < 0 || tapped == chosen)
        return;
    auto settings = now;
    settings.leader_votes = tapped != 2;
    settings.leader_last = tapped == 0 || (tapped == 2 && now.leader_last);
    c.ask(board::ChangeSettings{settings}, rest);
}

bool has_leader(board::Board const& board) {
    return std::any_of(board.participants.begin(), board.participants.end(),
                       [](board::Participant const& one) { return one.active && one.role == board::Role::Leader; });
}

float cell_side(Context const& c) { return std::max(c.ui.theme().target + 8, 2 * disc_radius + 16); }

std::size_t columns_of(Context const& c, float width) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(width / cell_side(c)));
}

/// Everybody who may vote; a tap says that somebody is away, and another that they came.
void people(Context& c, VoteView& view, ui::Rect rest) {
    auto const& theme = c.ui.theme();
    auto const who = may_vote(c.board);
    auto const here = static_cast<std::int64_t>(voters(c.board, view).size());
    ui::label_centred(c.ui, c.words.say("vote.can_vote", {{"n", here}}), rest.cut_top(36, 2), theme.label,
                      ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, c.words.get("vote.absent_hint"), rest.cut_top(theme.small.size * 1.4F, 12), theme.small,
                      ui::colour::soft, ui::Align::Left);
    float const side = cell_side(c);
    auto const columns = columns_of(c, rest.w);
    for (std::size_t i = 0; i < who.size(); ++i) {
        auto const& one = c.board.participants[who[i]];
        ui::Vec2 const at{rest.x + side * (static_cast<float>(i % columns) + 0.5F),
                          rest.y + side * (static_cast<float>(i / columns) + 0.5F)};
        if (voter_disc(c, "vote/here/" + std::to_string(who[i] + 1), one, at, disc_radius,
                       is_here(c.board, view, one.id) ? DiscState::Resting : DiscState::Away))
            toggle_here(c.board, view, one.id);
    }
}

float people_height(Context& c, float width) {
    auto const columns = columns_of(c, width);
    auto const rows = (may_vote(c.board).size() + columns - 1) / columns;
    return 50 + c.ui.theme().small.size * 1.4F + static_cast<float>(rows) * cell_side(c);
}

/// Cut off the bottom of `rest`.
void secret_line(Context& c, VoteView const& view, ui::Rect& rest) {
    bool const paper = view.method == board::BallotMethod::Paper;
    auto const& lines = c.ui.type().lay(c.words.get(paper ? "vote.secret_paper" : "vote.secret"),
                                        {.type = c.ui.theme().small, .width = rest.w - 42});
    ui::Rect const row = rest.cut_bottom(lines.height, 16);
    c.ui.canvas().icon(ui::Icon::Lock, {row.x + 14, row.y + lines.line_height / 2}, 28, ui::colour::soft);
    c.ui.canvas().paragraph(lines, {row.x + 42, row.y}, ui::colour::soft);
}

} // namespace

void rules_panel(Context& c, VoteView& view, ui::Rect rect) {
    auto const round = planned_round(c, view);
    c.ui.canvas().shadow(rect, ui::radius::lane, ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::white);
    ui::Rect rest = rect.inset(30, 22);
    secret_line(c, view, rest);
    bool const leader = has_leader(c.board), on_screen = view.method == board::BallotMethod::Screen;
    float const rows = 3 + (leader && on_screen ? 1.0F : 0.0F);
    float const needed = rows * (row_height(c) + row_gap) + (on_screen ? people_height(c, rest.w) : 0);
    ui::Rect const reach{rest.x - 8, rest.y, rest.w + 8 + bar_room, rest.h};
    rest.y -= c.ui.begin_scroll("vote/rules", reach, needed);
    steppers(c, view, round, rest);
    method_row(c, view, rest);
    if (leader && on_screen)
        leader_row(c, rest);
    if (on_screen)
        people(c, view, rest);
    c.ui.end_scroll();
}

} // namespace screens
