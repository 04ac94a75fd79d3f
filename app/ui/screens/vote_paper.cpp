// A round on paper: the ballots are counted at the table, and the totals are typed here, on a number pad by touch. The
// sum is checked as it grows; a sum that the ballots cannot hold says so and is not taken.
#include "ui/screens/fields.h"
#include "ui/screens/vote_parts.h"

#include "board/decide.h"
#include "ui/kit/count_pad.h"

#include <algorithm>
#include <charconv>

namespace screens {

namespace {

constexpr int most_digits = 4;
constexpr float row_gap = 12, row_side = 20, figure_width = 150, widest_pad = 520;
constexpr std::string_view ballots_id = "paper/ballots";

std::string tally_id(Context const& c, board::IdeaId id) {
    auto const* idea = board::find_idea(c.board, id);
    return "paper/idea/" + std::to_string(idea ? idea->no : 0);
}

/// What stands in the field: 0 when nothing does, and −1 when it is no count.
int count_in(Form const& form, std::string_view id) {
    auto const typed = form.value(std::string(id));
    int count = 0;
    auto const [end, wrong] = std::from_chars(typed.data(), typed.data() + typed.size(), count);
    bool const whole = wrong == std::errc{} && end == typed.data() + typed.size();
    return typed.empty() ? 0 : whole ? count : -1;
}

board::CloseRound counted(Context const& c, Form const& form, board::VoteRound const& round) {
    board::CloseRound wish{.round = round.no, .ballots = count_in(form, ballots_id), .tallies = {}};
    for (auto const id : round.candidates)
        wish.tallies.push_back({id, count_in(form, tally_id(c, id))});
    return wish;
}

bool anything_typed(Form const& form) {
    return std::any_of(form.texts.begin(), form.texts.end(), [](auto const& entry) { return !entry.second.empty(); });
}

/// What is wrong with the count so far, as a sentence; empty when it can be taken, or nothing is typed yet.
std::string what_is_wrong(Context const& c, Form const& form, board::CloseRound const& wish) {
    bool const no_count = wish.ballots < 0 || std::any_of(wish.tallies.begin(), wish.tallies.end(),
                                                          [](board::Tally const& tally) { return tally.dots < 0; });
    if (no_count)
        return c.words.get("vote.whole_numbers");
    auto const decided = board::decide(c.board, wish, c.now);
    bool const untouched = wish.ballots == 0 && form.active != ballots_id && !anything_typed(form);
    bool const typing_ballots = wish.ballots == 0 && form.active == ballots_id;
    return decided || untouched || typing_ballots ? std::string() : c.words.refusal(decided.error());
}

/// The fields in the order they are typed in.
std::vector<std::string> fields_of(Context const& c, board::VoteRound const& round) {
    std::vector<std::string> all{std::string(ballots_id)};
    for (auto const id : round.candidates)
        all.push_back(tally_id(c, id));
    return all;
}

struct CountRow {
    std::string id;
    std::string words;
    ui::Colour ground;
    bool wrong = false;
};

float row_height(Context& c, std::string_view words, float width) {
    float const lines = idea_lines(c, words, width - figure_width - 2 * row_side).height;
    return std::max({c.ui.theme().target, 84.0F, lines + 26});
}

void count_row(Context& c, Form& form, CountRow const& look, ui::Rect rect) {
    auto& canvas = c.ui.canvas();
    bool const active = form.active == look.id;
    auto const typed = form.value(look.id);
    auto const touch = c.ui.touch({.id = look.id, .role = "figure", .label = look.words, .value = typed, .rect = rect});
    if (touch.tapped)
        form.write_in(look.id, true);
    canvas.rounded(rect, ui::radius::note, look.ground);
    ui::Rect rest = rect;
    ui::Rect const figure = rest.cut_right(figure_width).inset(10, 8);
    canvas.rounded(figure, ui::radius::note, ui::colour::white);
    if (active || look.wrong)
        canvas.outline(figure, ui::radius::note, 4, active && !look.wrong ? ui::colour::accent : ui::colour::coral);
    float const width = rest.w - 2 * row_side;
    draw_lines(c, idea_lines(c, look.words, width), {rest.x + row_side, rest.y, width, rest.h}, ui::colour::ink);
    ui::label_centred(c.ui, typed.empty() && !active ? "–" : typed, figure, c.ui.theme().title,
                      typed.empty() ? ui::colour::soft : ui::colour::ink);
    if (!active)
        return;
    float const end = figure.centre().x + c.ui.type().width(typed, c.ui.theme().title) / 2 + 4;
    canvas.fill({end, figure.centre().y - 22, 4, 44}, ui::colour::accent);
}

void count_rows(Context& c, Form& form, board::VoteRound const& round, board::CloseRound const& wish, ui::Rect area) {
    std::vector<CountRow> all{{std::string(ballots_id), c.words.get("vote.paper_ballots"), ui::colour::lane, false}};
    for (auto const& tally : wish.tallies) {
        auto const* idea = board::find_idea(c.board, tally.idea);
        bool const too_many = wish.ballots > 0 && tally.dots > wish.ballots * round.max_per_idea;
        all.push_back({tally_id(c, tally.idea), candidate_text(c, tally.idea),
                       idea ? colour_of(idea->colour) : ui::colour::lane, too_many});
    }
    float total = -row_gap;
    for (auto const& row : all)
        total += row_height(c, row.words, area.w) + row_gap;
    ui::Rect const reach{area.x, area.y, area.w + bar_room, area.h};
    float y = area.y - c.ui.begin_scroll("paper/rows", reach, total, c.words.get("vote.paper_count"));
    for (auto const& row : all) {
        float const height = row_height(c, row.words, area.w);
        count_row(c, form, row, {area.x, y, area.w, height});
        y += height + row_gap;
    }
    c.ui.end_scroll();
}

void go_to_next(Context const& c, Form& form, board::VoteRound const& round) {
    auto const all = fields_of(c, round);
    auto const at = std::find(all.begin(), all.end(), form.active);
    auto const next = at == all.end() || at + 1 == all.end() ? all.begin() : at + 1;
    form.write_in(*next, true);
}

std::string name_of_active(Context const& c, Form const& form, board::VoteRound const& round) {
    for (auto const id : round.candidates)
        if (tally_id(c, id) == form.active)
            return candidate_text(c, id);
    return c.words.get("vote.paper_ballots");
}

/// What is typed now, the pad, and the way to the next.
void pad_panel(Context& c, Form& form, board::VoteRound const& round, ui::Rect rect) {
    c.ui.canvas().shadow(rect, ui::radius::lane, ui::Shadow::Resting);
    c.ui.canvas().rounded(rect, ui::radius::lane, ui::colour::white);
    ui::Rect rest = rect.inset(26, 22);
    auto const& theme = c.ui.theme();
    ui::label(c.ui, name_of_active(c, form, round), rest.cut_top(2 * theme.label.size * 1.3F, 12), theme.label,
              ui::colour::ink, ui::Align::Left, 2);
    float const next_h = std::max(theme.target, 84.0F);
    ui::Rect const next = rest.cut_bottom(next_h, 18);
    rest.h = std::min(rest.h, keyboard_height(c, rest.h));
    ui::count_pad(c.ui, "paper", rest, form.keyboard, form.text(form.active));
    auto const typed = ui::type_keys(c.ui.input(), form.text(form.active));
    bool const tapped = ui::button(
        c.ui, {.id = "paper/next", .rect = next, .label = c.words.get("vote.paper_next"), .icon = ui::Icon::ArrowDown});
    if (tapped || typed.enter)
        go_to_next(c, form, round);
}

/// How far the count has come, or what is wrong with it.
void sum_line(Context& c, board::VoteRound const& round, board::CloseRound const& wish, std::string const& wrong,
              ui::Rect row) {
    std::int64_t sum = 0;
    for (auto const& tally : wish.tallies)
        sum += std::max(0, tally.dots);
    auto const& type = c.ui.theme().label;
    if (!wrong.empty()) {
        tell_map(c, "paper/wrong", wrong, row);
        c.ui.canvas().rounded(row, ui::radius::card, ui::colour::coral_ground);
        c.ui.canvas().icon(ui::Icon::Warning, {row.x + 34, row.centre().y}, 34, ui::colour::coral_text);
        row.cut_left(64);
        return ui::label_centred(c.ui, wrong, row, type, ui::colour::coral_text, ui::Align::Left);
    }
    std::int64_t const most = std::int64_t{std::max(0, wish.ballots)} * round.dots;
    auto const words = most == 0 ? c.words.get("vote.paper_begin")
                                 : c.words.say("vote.paper_sum", {{"n", sum}, {"limit", most}});
    ui::label_centred(c.ui, words, row, type, ui::colour::soft, ui::Align::Left);
}

/// Asked once, where *Annullér* was tapped.
void annul_question(Context& c, VoteView& view, ui::Rect band) {
    auto const& yes = c.words.get("vote.annul");
    ui::Rect const rect = band.cut_right(button_width(c, yes), ui::space::gap);
    auto const& keep = c.words.get("vote.keep_open");
    if (ui::button(c.ui, {.id = "vote/keep-open", .rect = band.cut_right(button_width(c, keep)), .label = keep}))
        view.closing_asked = false;
    ui::label_centred(c.ui, c.words.get("vote.annul_paper"), band.inset(ui::space::gap, 0), c.ui.theme().label,
                      ui::colour::ink, ui::Align::Right);
    if (!ui::button(c.ui, {.id = "vote/annul", .rect = rect, .label = yes, .look = ui::ButtonLook::Danger}))
        return;
    view.closing_asked = false;
    c.ask(board::AnnulRound{view.round}, rect);
}

void buttons(Context& c, VoteView& view, board::CloseRound const& wish, bool ready) {
    ui::Rect band = bottom_band(c);
    if (view.closing_asked)
        return annul_question(c, view, band);
    auto const& words = c.words.get("vote.close");
    ui::Rect const close = primary_row(c, band, button_width(c, words) + 40);
    back_button(c, view, band);
    auto const& annul = c.words.get("vote.annul");
    if (ui::button(c.ui, {.id = "paper/annul", .rect = band.cut_left(button_width(c, annul)), .label = annul}))
        view.closing_asked = true;
    if (ui::button(
            c.ui,
            {.id = "vote/close", .rect = close, .label = words, .look = ui::ButtonLook::Primary, .enabled = ready}))
        c.ask(wish, close);
}

} // namespace

void vote_paper(Context& c, VoteView& view, board::VoteRound const& round) {
    auto& form = view.form;
    for (auto const& id : fields_of(c, round))
        form.text(id, most_digits);
    if (form.active.empty())
        form.write_in(std::string(ballots_id), true);
    std::int64_t const no = round.no.value, dots = round.dots;
    ui::Rect area = content_area(c);
    vote_header(c, c.words.say("vote.subtitle", {{"no", no}, {"dots", dots}}),
                {{c.words.get("vote.on_paper"), ui::Icon::Pencil}}, area);
    auto const wish = counted(c, form, round);
    auto const wrong = what_is_wrong(c, form, wish);
    float const pad_h = std::min(area.h * 0.5F, 620.0F);
    ui::Rect const pad = c.ui.portrait() ? area.cut_bottom(pad_h, ui::space::gap)
                                         : area.cut_right(std::min(widest_pad, area.w * 0.4F), 28);
    sum_line(c, round, wish, wrong, area.cut_bottom(std::max(64.0F, c.ui.theme().label.size * 2), 14));
    count_rows(c, form, round, wish, area);
    pad_panel(c, form, round, pad);
    buttons(c, view, wish, board::decide(c.board, wish, c.now).has_value());
}

} // namespace screens
