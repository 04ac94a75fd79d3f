// What becomes of a result: one to three ideas are selected, the reason is written when others got more dots, or some
// of the ideas are voted on once more.
#include "ui/screens/fields.h"
#include "ui/screens/vote_parts.h"

#include "board/choosing.h"
#include "board/decide.h"

#include <algorithm>
#include <array>

namespace screens {

namespace {

constexpr std::size_t most_chosen = 3, least_again = 2;
constexpr std::string_view reason_id = "vote/reason";
constexpr std::array reason_keys{"board.reason_agree", "board.reason_easy", "board.reason_urgent",
                                 "board.reason_leader"};

/// Those that were chosen and can still be, those with most dots first: then none passes over another of them.
std::vector<board::IdeaId> chosen_in_order(board::Board const& board, VoteView const& view,
                                           board::VoteRound const& round) {
    auto tallies = round.tallies;
    std::stable_sort(tallies.begin(), tallies.end(),
                     [](board::Tally const& a, board::Tally const& b) { return a.dots > b.dots; });
    std::vector<board::IdeaId> ordered;
    for (auto const& tally : tallies) {
        auto const* idea = board::find_idea(board, tally.idea);
        bool const chosen = std::find(view.chosen.begin(), view.chosen.end(), tally.idea) != view.chosen.end();
        if (chosen && idea && idea->stage == board::Stage::New)
            ordered.push_back(tally.idea);
    }
    return ordered;
}

/// The chosen ones that pass others over, which nobody chose.
std::vector<board::IdeaId> passing_over(board::Board const& board, std::vector<board::IdeaId> const& chosen) {
    std::vector<board::IdeaId> found;
    for (auto const id : chosen)
        if (board::passes_over(board, id, chosen))
            found.push_back(id);
    return found;
}

bool contains(std::vector<board::IdeaId> const& all, board::IdeaId id) {
    return std::find(all.begin(), all.end(), id) != all.end();
}

/// Each chosen idea is asked for on its own, so that each can be taken back on its own; the board shows them next.
void select(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect origin) {
    auto const chosen = chosen_in_order(c.board, view, round);
    auto const passing = passing_over(c.board, chosen);
    for (auto const id : chosen)
        c.ask(
            board::SelectIdea{.id = id, .reason = contains(passing, id) ? view.form.value(std::string(reason_id)) : ""},
            origin, {}, c.words.say("vote.was_selected", {{"no", std::int64_t{board::find_idea(c.board, id)->no}}}));
    view.reason_asked = false;
    leave_vote(c, view);
}

void select_or_ask_why(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect origin) {
    if (passing_over(c.board, chosen_in_order(c.board, view, round)).empty())
        return select(c, view, round, origin);
    view.reason_asked = true;
    view.form.clear();
    view.form.write_in(std::string(reason_id));
    c.ui.wake_now();
}

/// What the rules say of the reason as it is written; a refusal is told at the field.
bool reason_holds(Context& c, VoteView& view, board::VoteRound const& round) {
    auto const reason = view.form.value(std::string(reason_id));
    for (auto const id : passing_over(c.board, chosen_in_order(c.board, view, round))) {
        auto const decided = board::decide(c.board, board::SelectIdea{.id = id, .reason = reason}, c.now);
        if (decided)
            continue;
        view.form.refuse(std::string(reason_id), c.words.refusal(decided.error()));
        return false;
    }
    return true;
}

/// A second round among those that were tapped; the first stays as it is.
void vote_again(Context& c, VoteView& view) {
    auto const chosen = view.chosen;
    view.left_out.clear();
    for (auto const* idea : new_ideas(c.board))
        if (!contains(chosen, idea->id))
            view.left_out.insert(idea->no);
    view.dots.reset();
    view.page = VotePage::Setup;
    c.ui.wake_now();
}

std::string choice_hint(Context const& c, VoteView const& view) {
    if (view.chosen.size() > most_chosen)
        return c.words.get("vote.choose_fewer");
    return view.chosen.empty() ? c.words.get("vote.choose") : std::string{};
}

/// The ideas that pass others over, each on its paper.
void passing_notes(Context& c, std::vector<board::IdeaId> const& passing, ui::Rect& rest) {
    for (auto const id : passing) {
        auto const* idea = board::find_idea(c.board, id);
        auto const dots = c.words.say("vote.got", {{"n", std::int64_t{board::dots_of(c.board, id).value_or(0)}}});
        auto const& lines = idea_lines(c, title_of(c, *idea), rest.w - 40);
        ui::Rect const note = rest.cut_top(lines.height + c.ui.theme().small.size * 1.4F + 28, 14);
        c.ui.canvas().rounded(note, ui::radius::note, colour_of(idea->colour));
        c.ui.canvas().paragraph(lines, {note.x + 20, note.y + 14}, ui::colour::ink);
        ui::label_centred(c.ui, dots,
                          {note.x + 20, note.y + 14 + lines.height, note.w - 40, c.ui.theme().small.size * 1.4F},
                          c.ui.theme().small, ui::colour::soft, ui::Align::Left);
    }
}

void ready_reasons(Context& c, VoteView& view, ui::Rect& rest) {
    float const height = std::max(c.ui.theme().target, 76.0F);
    for (auto const* key : reason_keys) {
        auto const& words = c.words.get(key);
        bool const chosen = view.form.value(std::string(reason_id)) == words;
        if (choice(c, "vote/reason/" + std::string(key).substr(13), rest.cut_top(height, 10), words, chosen)) {
            view.form.text(std::string(reason_id)).set(words);
            view.form.text(std::string(reason_id)).to_end();
            view.form.touch(c);
        }
    }
}

void reason_buttons(Context& c, VoteView& view, board::VoteRound const& round) {
    ui::Rect band = bottom_band(c);
    auto const& words = c.words.get("vote.select");
    ui::Rect const rect = primary_row(c, band, button_width(c, words) + 40);
    auto const& back = c.words.get("vote.back_short");
    if (ui::button(c.ui, {.id = "vote/reason/back", .rect = band.cut_left(button_width(c, back)), .label = back})) {
        view.reason_asked = false;
        c.ui.wake_now();
    }
    bool const written = !view.form.value(std::string(reason_id)).empty();
    if (ui::button(
            c.ui,
            {.id = "vote/select", .rect = rect, .label = words, .look = ui::ButtonLook::Primary, .enabled = written}) &&
        reason_holds(c, view, round))
        select(c, view, round, rect);
}

} // namespace

void reason_page(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect area) {
    auto const passing = passing_over(c.board, chosen_in_order(c.board, view, round));
    if (passing.empty()) { // somebody else selected those that had more
        view.reason_asked = false;
        return c.ui.wake_now();
    }
    auto const& theme = c.ui.theme();
    c.ui.canvas().shadow(area, ui::radius::lane, ui::Shadow::Resting);
    c.ui.canvas().rounded(area, ui::radius::lane, ui::colour::white);
    ui::Rect right = area.inset(28, 24);
    ui::Rect left = c.ui.portrait() ? right.cut_top(right.h * 0.5F, 20) : right.cut_left(right.w * 0.36F, 32);
    auto const& question = c.ui.type().lay(c.words.get("vote.why_passing_over"),
                                           {.type = theme.heading, .width = left.w});
    c.ui.canvas().paragraph(question, {left.x, left.y}, ui::colour::ink);
    left.cut_top(question.height, 18);
    passing_notes(c, passing, left);
    left.cut_top(8);
    ready_reasons(c, view, left);
    ui::Rect const field = right.cut_top(field_height(c, 3), 20);
    text_field(c, view.form, std::string(reason_id), field, c.words.get("vote.reason"),
               c.words.get("vote.reason_placeholder"));
    right.h = keyboard_height(c, right.h);
    form_keyboard(c, view.form, "vote/reason", right);
    if (view.form.active.empty())
        view.form.write_in(std::string(reason_id)); // the keyboard stays: nothing else is written here
    reason_buttons(c, view, round);
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
        return select_or_ask_why(c, view, round, rect);
    auto const& again = c.words.get("vote.again");
    if (view.chosen.size() >= least_again &&
        ui::button(c.ui, {.id = "vote/again",
                          .rect = band.cut_left(button_width(c, again, true), ui::space::gap),
                          .label = again,
                          .icon = ui::Icon::Dots}))
        return vote_again(c, view);
    ui::label_centred(c.ui, choice_hint(c, view), band, c.ui.theme().label,
                      too_many ? ui::colour::coral_text : ui::colour::soft, ui::Align::Right);
}

} // namespace screens
