#include "exporters/minutes.h"

#include "exporters/attendance.h"
#include "exporters/happened.h"
#include "exporters/letterhead.h"
#include "exporters/photo.h"
#include "exporters/report.h"
#include "exporters/said.h"
#include "exporters/trial_words.h"
#include "text/format.h"

#include <algorithm>
#include <set>

namespace exporters {
namespace {

using board::Board;
using text::Words;

/// One report as it is written.
class Minutes {
  public:
    Minutes(Takeaway const& takeaway, int meeting, Words const& words, board::Now now)
        : m_takeaway(takeaway), m_board(takeaway.board()), m_meeting(meeting), m_words(words), m_now(now),
          m_all(happened_from(m_board, meeting)) {}

    void write(Flow& flow) {
        m_flow = &flow;
        m_pictured.clear();
        head();
        at_a_glance();
        decisions();
        running();
        votes();
        new_ideas();
        parked();
        scaling();
        obstacles();
        check_ins();
        pulses();
        agenda();
        next();
        complete();
    }
    std::string title() const { return m_words.say("paper.minutes_title", {{"no", std::int64_t{m_meeting}}}); }

  private:
    void head();
    void at_a_glance();
    void decisions();
    void decision(board::Idea const& idea, board::Trial const& trial);
    void photo(board::Idea const& idea);
    void photos(std::vector<board::Idea const*> const& ideas);
    void running();
    void votes();
    void new_ideas();
    void parked();
    void scaling();
    void obstacles();
    void check_ins();
    void pulses();
    void agenda();
    void next();
    void complete();

    board::Meeting const& meeting() const { return m_board.course.meetings[static_cast<std::size_t>(m_meeting) - 1]; }
    bool is_latest() const { return m_all.before > m_now.today; }
    std::string day(board::Date date, text::DateStyle style = text::DateStyle::Card) const {
        return text::date(m_words.language(), date, style);
    }
    std::string count(char const* key, std::size_t n) const {
        return m_words.say(key, {{"n", static_cast<std::int64_t>(n)}});
    }

    Takeaway const& m_takeaway;
    Board const& m_board;
    int m_meeting;
    Words const& m_words;
    board::Now m_now;
    Happened m_all;
    Flow* m_flow = nullptr;
    std::set<board::IdeaId> m_pictured; ///< whose photo stands somewhere already
};

/// Under the idea's own heading; those of the ideas that were merged into it are small, below.
void Minutes::photo(board::Idea const& idea) {
    Flow& flow = *m_flow;
    Size const size = photo_size(m_takeaway, idea, {220, 130});
    if (size.height > 0 && m_pictured.insert(idea.id).second) {
        flow.keep(size.height + 14);
        draw_photo(flow.paper(), m_takeaway, idea, {flow.text_left(), flow.y() + 4, size.width, size.height}, m_words);
        flow.space(size.height + 14);
    }
    photos(merged_ideas(m_board, idea.id));
}

/// The photos of those ideas, three beside each other with their names; each once in the minutes.
void Minutes::photos(std::vector<board::Idea const*> const& ideas) {
    constexpr std::size_t beside = 3;
    constexpr double gap = 12, most_height = 120;
    Flow& flow = *m_flow;
    std::vector<board::Idea const*> shown;
    auto const show = [&](board::Idea const& idea) {
        if (m_takeaway.has_print(idea) && m_pictured.insert(idea.id).second)
            shown.push_back(&idea);
    };
    for (board::Idea const* idea : ideas) {
        show(*idea);
        for (board::Idea const* merged : merged_ideas(m_board, idea->id))
            show(*merged);
    }
    double const width = (flow.width() - (beside - 1) * gap) / beside;
    for (std::size_t first = 0; first < shown.size(); first += beside) {
        std::size_t const last = std::min(first + beside, shown.size());
        double height = 0;
        for (std::size_t i = first; i < last; ++i)
            height = std::max(height, photo_size(m_takeaway, *shown[i], {width, most_height}).height);
        flow.keep(height + 3 * type::small.line() + 8);
        for (std::size_t i = first; i < last; ++i) {
            double const x = flow.left() + static_cast<double>(i - first) * (width + gap);
            Size const size = photo_size(m_takeaway, *shown[i], {width, most_height});
            draw_photo(flow.paper(), m_takeaway, *shown[i], {x, flow.y(), size.width, size.height}, m_words);
            Tagged const element(flow.paper(), "P");
            flow.paper().write(std::to_string(shown[i]->no) + "\u2002" + title_of(m_words, *shown[i]), type::small,
                               {x, flow.y() + height + 4, width, 0}, Align::Left, 0, 2);
        }
        flow.space(height + 2 * type::small.line() + 12);
    }
}

void Minutes::head() {
    Flow& flow = *m_flow;
    flow.space(draw_letterhead(flow.paper(), m_board.course, m_words, {flow.left(), flow.y() - 14, flow.width(), 0}));
    flow.space(26);
    flow.heading(1, title());
    board::Date const date = m_all.held ? m_all.held->on : meeting().date;
    std::string line = day(date, text::DateStyle::Full);
    if (m_all.held) {
        Attendance const there = attendance(m_board, *m_all.held);
        line += " · " +
                m_words.say("paper.present", {{"n", std::int64_t{there.present}}, {"of", std::int64_t{there.of}}});
    }
    flow.paragraph(line, type::lead);
    if (!m_board.course.challenge.empty()) {
        flow.space(14);
        flow.beside_bar(colour::accent, [&] {
            flow.paragraph(m_words.get("paper.challenge"), type::label);
            flow.paragraph(m_board.course.challenge, {12, Weight::Medium, colour::ink, 1.45});
        });
    }
    flow.space(20);
}

/// Four figures in a row: what came of it.
void Minutes::at_a_glance() {
    Flow& flow = *m_flow;
    struct Tile {
        std::size_t n;
        char const* key;
        Colour colour;
    };
    Tile const tiles[] = {{m_all.decided.size(), "paper.tile_decisions", colour::accent},
                          {m_all.running.size(), "paper.tile_running", colour::test_text},
                          {m_all.new_ideas.size(), "paper.tile_ideas", colour::idea_text},
                          {m_all.rounds.size(), "paper.tile_rounds", colour::learned_text}};
    constexpr double height = 62, gap = 10;
    double const width = (flow.width() - 3 * gap) / 4;
    Paper& paper = flow.paper();
    double x = flow.left();
    for (Tile const& tile : tiles) {
        paper.fill({x, flow.y(), width, height}, colour::ground, 8);
        Tagged const element(paper, "P");
        paper.write(std::to_string(tile.n), {24, Weight::Bold, tile.colour, 1.2}, {x + 14, flow.y() + 10, width, 0});
        paper.write(count(tile.key, tile.n), type::small, {x + 14, flow.y() + 40, width - 18, 0}, Align::Left, 0, 1);
        x += width + gap;
    }
    flow.space(height + 26);
}

void Minutes::decisions() {
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.decisions"));
    if (m_all.decided.empty())
        flow.paragraph(m_words.get("paper.no_decisions"));
    for (auto const& [idea, trial] : m_all.decided)
        decision(*idea, *trial);
    flow.space(16);
}

void Minutes::decision(board::Idea const& idea, board::Trial const& trial) {
    Flow& flow = *m_flow;
    flow.keep(92);
    flow.beside_bar(colour_of(*trial.decision), [&] {
        Style word = type::label;
        word.colour = text_colour_of(*trial.decision);
        flow.paragraph(m_words.say("paper.decision_of", {{"no", std::int64_t{trial.no}},
                                                         {"decision", std::string(said(m_words, *trial.decision))},
                                                         {"date", day(trial.decided_on.value_or(meeting().date))}}),
                       word);
        flow.heading(3, title_of(m_words, idea));
        photo(idea);
        flow.paragraph(figures_line(m_words, trial), {10, Weight::Medium, colour::ink, 1.5});
        flow.paragraph(claim_line(m_words, idea, trial), type::body);
        if (trial.plan.guard)
            flow.paragraph(m_words.say("paper.guard", {{"guard", guard_line(m_words, trial)}}));
        flow.paragraph(basis_line(m_words, idea, trial), type::small);
        flow.space(6);
        flow.field(m_words.get("paper.happened"), trial.outcome.what_happened);
        flow.field(m_words.get("paper.learned"), trial.outcome.learning);
        flow.field(m_words.get("paper.reason"), trial.decision_reason);
    });
    flow.space(12);
}

void Minutes::running() {
    if (m_all.running.empty())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.running"));
    std::vector<std::vector<std::string>> rows;
    for (auto const& [idea, trial] : m_all.running)
        rows.push_back({title_of(m_words, *idea) + "\n" + m_words.say("trial.name", {{"no", std::int64_t{trial->no}}}),
                        trial->plan.what, std::string(name_of_person(m_board, trial->plan.owner)),
                        trial->plan.to ? day(*trial->plan.to) : ""});
    flow.table({{m_words.get("export.column.idea"), 0.28},
                {m_words.get("paper.what"), 0.38},
                {m_words.get("export.column.owner"), 0.15},
                {m_words.get("export.column.to"), 0.19}},
               rows);
    flow.space(12);
    std::vector<board::Idea const*> ideas;
    for (auto const& [idea, trial] : m_all.running)
        ideas.push_back(idea);
    photos(ideas);
}

void Minutes::votes() {
    for (board::VoteRound const* round : m_all.rounds) {
        Flow& flow = *m_flow;
        flow.heading(2, m_words.say("paper.vote", {{"no", std::int64_t{round->no.value}}}));
        flow.paragraph(m_words.say("paper.vote_line", {{"date", day(round->opened_on)},
                                                       {"ballots", std::int64_t{round->ballots}},
                                                       {"dots", std::int64_t{round->dots}}}),
                       type::small);
        auto tallies = round->tallies;
        std::stable_sort(tallies.begin(), tallies.end(), [](auto const& a, auto const& b) { return a.dots > b.dots; });
        std::vector<std::vector<std::string>> rows;
        std::vector<board::Idea const*> ideas;
        for (board::Tally const& tally : tallies)
            if (auto const* idea = find_idea(m_board, tally.idea)) {
                rows.push_back({std::to_string(idea->no), title_of(m_words, *idea), std::to_string(tally.dots)});
                ideas.push_back(idea);
            }
        flow.table({{m_words.get("paper.no"), 0.1},
                    {m_words.get("export.column.idea"), 0.75},
                    {m_words.get("export.column.dots"), 0.15, Align::Right}},
                   rows);
        flow.space(12);
        photos(ideas);
    }
}

void Minutes::new_ideas() {
    if (m_all.new_ideas.empty())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.new_ideas"));
    std::vector<std::vector<std::string>> rows;
    for (board::Idea const* idea : m_all.new_ideas)
        rows.push_back({std::to_string(idea->no), title_of(m_words, *idea), std::string(said(m_words, idea->stage))});
    flow.table({{m_words.get("paper.no"), 0.1},
                {m_words.get("export.column.idea"), 0.67},
                {m_words.get("paper.stage_now"), 0.23}},
               rows);
    flow.space(12);
    photos(m_all.new_ideas);
}

void Minutes::parked() {
    if (m_all.parked.empty())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.parked"));
    std::vector<std::vector<std::string>> rows;
    for (board::Idea const* idea : m_all.parked)
        rows.push_back({title_of(m_words, *idea), idea->parking->reason, day(idea->parking->revisit)});
    flow.table({{m_words.get("export.column.idea"), 0.35},
                {m_words.get("paper.reason"), 0.42},
                {m_words.get("export.column.revisit"), 0.23}},
               rows);
    flow.space(12);
    photos(m_all.parked);
}

/// How far what works has come is known as of today only.
void Minutes::scaling() {
    std::vector<std::vector<std::string>> rows;
    for (board::Idea const& idea : m_board.ideas) {
        if (idea.stage != board::Stage::Scaling && idea.stage != board::Stage::Operation)
            continue;
        board::ScalePlan const plan = idea.scale_plan.value_or(board::ScalePlan{});
        auto const in_use = std::count_if(plan.places.begin(), plan.places.end(), [](board::Place const& place) {
            return place.state == board::PlaceState::InUse;
        });
        rows.push_back({title_of(m_words, idea), std::string(said(m_words, idea.stage)),
                        plan.places.empty() ? ""
                                            : m_words.say("scale.in_use_of",
                                                          {{"n", std::int64_t{in_use}},
                                                           {"total", static_cast<std::int64_t>(plan.places.size())}}),
                        plan.responsible});
    }
    if (rows.empty() || !is_latest())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.scaling"));
    flow.table({{m_words.get("export.column.idea"), 0.4},
                {m_words.get("export.column.stage"), 0.17},
                {m_words.get("paper.places"), 0.21},
                {m_words.get("export.column.responsible"), 0.22}},
               rows);
    flow.space(12);
}

void Minutes::obstacles() {
    if (m_all.obstacles.empty())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.obstacles"));
    std::vector<std::vector<std::string>> rows;
    for (board::Obstacle const* one : m_all.obstacles)
        rows.push_back({one->text, !one->answer.empty() ? one->answer
                                   : one->promised      ? m_words.say("paper.promised", {{"date", day(*one->promised)}})
                                                        : m_words.get("paper.unanswered")});
    flow.table({{m_words.get("export.column.obstacle"), 0.5}, {m_words.get("export.column.answer"), 0.5}}, rows);
    flow.space(12);
}

void Minutes::check_ins() {
    if (m_all.check_ins.empty())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.check_ins"));
    std::vector<std::vector<std::string>> rows;
    for (auto const& [which, one] : m_all.check_ins)
        rows.push_back(
            {day(one->on), title_of(m_words, *which.first), std::string(said(m_words, one->state)), one->line});
    flow.table({{m_words.get("export.column.date"), 0.17},
                {m_words.get("export.column.idea"), 0.31},
                {m_words.get("export.column.check_in"), 0.15},
                {m_words.get("export.column.line"), 0.37}},
               rows);
    flow.space(12);
}

/// A snapshot of the mood, and nothing of it where too few answered.
void Minutes::pulses() {
    if (m_all.pulses.empty())
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.pulse"));
    std::vector<std::vector<std::string>> rows;
    for (board::PulseRound const* round : m_all.pulses)
        for (std::size_t i = 0; i < round->statements.size(); ++i) {
            auto const mean = pulse_mean(*round, i);
            rows.push_back({day(round->closed_on.value_or(round->opened_on)), round->statements[i],
                            mean
                                ? m_words.say("paper.pulse_mean", {{"mean", text::number(m_words.language(), *mean, 1)},
                                                                   {"n", std::int64_t{pulse_answers(*round, i)}}})
                                : std::string(said_value(m_words, "too_few"))});
        }
    flow.table({{m_words.get("export.column.date"), 0.17},
                {m_words.get("export.column.statement"), 0.5},
                {m_words.get("export.column.mean"), 0.33}},
               rows);
    flow.paragraph(m_words.get("paper.pulse_note"), type::small);
    flow.space(12);
}

void Minutes::agenda() {
    if (!m_all.held)
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.agenda"));
    std::vector<std::vector<std::string>> rows;
    for (board::HeldStep const& step : m_all.held->steps) {
        auto const used = std::chrono::round<std::chrono::minutes>(step.used).count();
        rows.push_back({step.plan.title, text::amount(m_words.language(), step.plan.minutes, "min."),
                        text::amount(m_words.language(), static_cast<double>(used), "min.")});
    }
    flow.table({{m_words.get("paper.agenda_step"), 0.6},
                {m_words.get("paper.agenda_planned"), 0.2, Align::Right},
                {m_words.get("paper.agenda_used"), 0.2, Align::Right}},
               rows);
    flow.space(12);
}

void Minutes::next() {
    auto const& course = m_board.course;
    auto const following = static_cast<std::size_t>(m_meeting);
    bool const is_meeting = following < course.meetings.size();
    if (!is_meeting && !course.follow_up)
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get(is_meeting ? "paper.next_meeting" : "paper.follow_up"));
    board::Date const date = is_meeting ? course.meetings[following].date : *course.follow_up;
    flow.paragraph(day(date, text::DateStyle::Full), {11.5, Weight::SemiBold, colour::ink, 1.45});
    for (auto const& [idea, trial] : m_all.running)
        if (trial->plan.to && *trial->plan.to <= date)
            flow.paragraph("–\u2002" + m_words.say("paper.to_review", {{"no", std::int64_t{trial->no}},
                                                                       {"idea", title_of(m_words, *idea)}}));
    flow.space(16);
}

void Minutes::complete() {
    std::size_t trials = 0;
    for (board::Idea const& idea : m_board.ideas)
        trials += idea.trials.size();
    Flow& flow = *m_flow;
    flow.keep(3 * type::small.line());
    flow.paragraph(
        m_words.say("paper.minutes_complete", {{"decisions", static_cast<std::int64_t>(m_all.decided.size())},
                                               {"begun", static_cast<std::int64_t>(m_all.begun.size())},
                                               {"new", static_cast<std::int64_t>(m_all.new_ideas.size())},
                                               {"ideas", static_cast<std::int64_t>(m_board.ideas.size())},
                                               {"trials", static_cast<std::int64_t>(trials)},
                                               {"date", day(m_now.today)}}),
        type::small);
}

} // namespace

std::string minutes_pdf(Takeaway const& takeaway, int meeting, Words const& words, board::Now now) {
    Minutes minutes(takeaway, meeting, words, now);
    Report const report{
        {minutes.title() + " – " + takeaway->course.name, takeaway->course.challenge, words.language(), now.at},
        takeaway->course.name + " · " + minutes.title(),
        [&](Flow& flow) { minutes.write(flow); }};
    return printed(report, words);
}

} // namespace exporters
