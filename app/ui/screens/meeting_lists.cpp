// Lists that a meeting works from: trials to take up, solutions to scale, and cards of lines.
#include "board/so_far.h"
#include "ui/screens/meeting_parts.h"
#include "ui/screens/trial_pages.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float row_gap = 12;

std::string owner_of(Context const& c, board::Trial const& trial) {
    auto const* who = trial.plan.owner ? board::find_participant(c.board, *trial.plan.owner) : nullptr;
    return who ? who->name : std::string();
}

Line trial_line(Context const& c, board::Idea const& idea, board::Trial const& trial) {
    auto const look = look_of(c, trial);
    auto const until = trial.state == board::TrialState::Running && trial.plan.to
                           ? c.words.say("board.until",
                                         {{"date", text::date(c.language(), *trial.plan.to, text::DateStyle::Short)},
                                          {"when", text::relative_day(c.words, *trial.plan.to, c.now.today)}})
                           : std::string();
    bool const ended = trial.state == board::TrialState::Ended;
    return {.text = title_of(c, idea),
            .under = joined(
                {trial_name(c, trial.no), look.word, owner_of(c, trial), ended ? trial.outcome.learning : until}),
            .icon = ended ? ui::Icon::Check : ui::Icon::Clock,
            .ink = look.ink,
            .to = GoTo{.screen = Screen::Trial, .idea = idea.id}};
}

/// Height of a row that has a line under its first, or has none.
float row_height(Context const& c, Line const& line) {
    auto const& theme = c.ui.theme();
    float const words = line_height(theme.body) + (line.under.empty() ? 0 : line_height(theme.small));
    return std::max(words + 26, line.to ? theme.target : 0.0F);
}

void draw_line(Context& c, std::string const& id, ui::Rect rect, Line const& line) {
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    auto const touch = c.ui.touch({.id = id,
                                   .role = line.to ? "button" : "line",
                                   .label = line.text,
                                   .value = line.under,
                                   .rect = rect,
                                   .accepts = line.to ? ui::Accepts::Tap : ui::Accepts::Nothing});
    if (line.to)
        canvas.rounded(rect, ui::radius::card, touch.pressed ? ui::colour::line : ui::colour::lane);
    if (touch.tapped)
        c.requests.emplace_back(*line.to);
    ui::Rect inside = rect.inset(18, 0);
    if (line.icon)
        canvas.icon(*line.icon, {inside.x + 17, rect.centre().y}, 34, line.ink);
    inside.cut_left(48);
    if (line.to)
        canvas.icon(ui::Icon::ArrowRight, {inside.right() - 14, rect.centre().y}, 28, ui::colour::soft);
    inside.cut_right(line.to ? 40.0F : 0.0F);
    float const first = line_height(theme.body), second = line.under.empty() ? 0 : line_height(theme.small);
    float const top = rect.centre().y - (first + second) / 2;
    ui::label_centred(c.ui, line.text, {inside.x, top, inside.w, first}, theme.body, ui::colour::ink, ui::Align::Left);
    if (!line.under.empty())
        ui::label_centred(c.ui, line.under, {inside.x, top + first, inside.w, second}, quiet(theme.small),
                          ui::colour::soft, ui::Align::Left);
}

/// Trials that ask for something: due, running, to be written, and selected without one.
std::vector<Line> to_work_on(Context const& c) {
    auto const waits = board::waiting(c.board, c.now.today);
    std::vector<Line> due, running, drafts;
    for (auto const id : c.board.order) {
        auto const* idea = board::find_idea(c.board, id);
        if (!idea || (idea->stage != board::Stage::Selected && idea->stage != board::Stage::Test))
            continue;
        auto const* last = board::latest_trial(*idea);
        if (last && last->state == board::TrialState::Running) {
            bool const is_due = std::find(waits.due.begin(), waits.due.end(), board::TrialRef{idea->id, last->no}) !=
                                waits.due.end();
            (is_due ? due : running).push_back(trial_line(c, *idea, *last));
        } else if (last && last->state == board::TrialState::Draft) {
            drafts.push_back(trial_line(c, *idea, *last));
        } else {
            drafts.push_back({.text = title_of(c, *idea),
                              .under = c.words.get("board.write_trial"),
                              .icon = ui::Icon::Pencil,
                              .ink = ui::colour::test_text,
                              .to = GoTo{.screen = Screen::Trial, .idea = idea->id}});
        }
    }
    due.insert(due.end(), drafts.begin(), drafts.end());
    due.insert(due.end(), running.begin(), running.end());
    return due;
}

std::vector<Line> to_scale(Context const& c) {
    std::vector<Line> lines;
    for (auto const& idea : c.board.ideas) {
        bool const used = idea.stage == board::Stage::Operation;
        if (!used && idea.stage != board::Stage::Scaling)
            continue;
        std::int64_t in_use = 0, all = 0;
        if (idea.scale_plan)
            for (auto const& place : idea.scale_plan->places)
                ++all, in_use += place.state == board::PlaceState::InUse ? 1 : 0;
        auto const places = all > 0 ? c.words.say("board.places", {{"n", in_use}, {"total", all}})
                                    : c.words.get("trial.scale_hint");
        lines.push_back({.text = title_of(c, idea),
                         .under = joined({c.words.get(used ? "board.operation" : "stage.scaling"), places,
                                          idea.scale_plan ? idea.scale_plan->responsible : std::string()}),
                         .icon = used ? ui::Icon::Check : ui::Icon::Scale,
                         .ink = ui::colour::scale_text,
                         .to = GoTo{.screen = Screen::Trial, .idea = idea.id}});
    }
    return lines;
}

void list_page(Context& c, MeetingView& view, char const* id, std::string const& heading,
               std::vector<Line> const& lines, std::string const& empty) {
    lines_card(c, id, content_area(c), heading, lines, empty);
    auto bands = meeting_bands(c);
    if (away_button(c, bands, {.id = "meeting/agenda-back", .label = c.words.get("meeting.to_agenda")}))
        view.page = MeetingPage::Agenda, c.ui.wake_now();
    if (away_button(c, bands, {.id = "meeting/back", .label = c.words.get("meeting.to_board")}))
        c.requests.emplace_back(GoTo{.screen = Screen::Board});
}

} // namespace

void lines_card(Context& c, std::string const& id, ui::Rect rect, std::string const& heading,
                std::vector<Line> const& lines, std::string const& empty) {
    ui::Rect inside = meeting_card(c, rect, heading);
    if (lines.empty()) {
        ui::label(c.ui, empty, inside, quiet(c.ui.theme().body), ui::colour::soft, ui::Align::Left, 3);
        return;
    }
    float content = 0;
    for (auto const& line : lines)
        content += row_height(c, line) + row_gap;
    float y = inside.y - c.ui.begin_scroll(id, inside, content - row_gap, heading);
    float const width = content - row_gap > inside.h ? inside.w - bar_room : inside.w;
    int k = 0;
    for (auto const& line : lines) {
        ui::Rect const row{inside.x, y, width, row_height(c, line)};
        y += row.h + row_gap;
        ++k;
        if (row.overlaps(inside))
            draw_line(c, id + "/" + std::to_string(k), row, line);
    }
    c.ui.end_scroll();
}

std::vector<Line> trial_lines(Context const& c, std::vector<board::TrialRef> const& trials) {
    std::vector<Line> lines;
    for (auto const& ref : trials) {
        auto const* idea = board::find_idea(c.board, ref.idea);
        auto const* trial = board::find_trial(c.board, ref);
        if (idea && trial)
            lines.push_back(trial_line(c, *idea, *trial));
    }
    return lines;
}

std::vector<Line> obstacle_lines(Context const& c, std::vector<board::ObstacleId> const& obstacles) {
    std::vector<Line> lines;
    for (auto const id : obstacles) {
        auto const* one = board::find_obstacle(c.board, id);
        if (!one)
            continue;
        auto const day = [&](board::Date date) {
            return text::date(c.language(), date, text::DateStyle::Short) + " · " +
                   text::relative_day(c.words, date, c.now.today);
        };
        bool const late = one->promised && *one->promised < c.now.today && !one->answered_on;
        auto const under = one->answered_on ? c.words.say("leader.answer_line", {{"answer", one->answer}})
                           : !one->promised ? c.words.get("leader.not_promised")
                           : late           ? c.words.say("leader.promise_passed", {{"date", day(*one->promised)}})
                                            : c.words.say("leader.promised_line", {{"date", day(*one->promised)}});
        lines.push_back({.text = one->text,
                         .under = under,
                         .icon = one->answered_on ? ui::Icon::Check
                                 : late           ? ui::Icon::Warning
                                                  : ui::Icon::Clock,
                         .ink = one->answered_on ? ui::colour::scale_text
                                : late           ? ui::colour::coral_text
                                                 : ui::colour::soft,
                         .to = GoTo{.screen = Screen::Leader}});
    }
    return lines;
}

void meeting_trials(Context& c, MeetingView& view) {
    list_page(c, view, "meeting/trials", c.words.get("meeting.trials"), to_work_on(c),
              c.words.get("meeting.trials_empty"));
}

void meeting_scaling(Context& c, MeetingView& view) {
    list_page(c, view, "meeting/scaling", c.words.get("meeting.scaling"), to_scale(c),
              c.words.get("meeting.scaling_empty"));
}

} // namespace screens
