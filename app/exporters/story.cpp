#include "exporters/story.h"

#include "exporters/letterhead.h"
#include "exporters/photo.h"
#include "exporters/report.h"
#include "exporters/said.h"
#include "exporters/trial_words.h"
#include "text/format.h"

#include <algorithm>

namespace exporters {
namespace {

using board::Board;
using text::Words;

Colour colour_of(board::Stage stage) {
    switch (stage) {
    case board::Stage::Scaling:
    case board::Stage::Operation: return colour::scale_text;
    case board::Stage::Stopped: return colour::coral_text;
    case board::Stage::Selected:
    case board::Stage::Test: return colour::test_text;
    default: return colour::soft;
    }
}

class Story {
  public:
    Story(Takeaway const& takeaway, board::Idea const& idea, Words const& words, board::Now now)
        : m_takeaway(takeaway), m_board(takeaway.board()), m_idea(idea), m_words(words), m_now(now) {}

    void write(Flow& flow) {
        m_flow = &flow;
        head();
        background();
        result();
        for (board::Trial const& trial : m_idea.trials)
            chapter(trial);
        now_we_do();
        places();
        follow_ups();
        rest();
        ask();
        complete();
    }

  private:
    void head();
    void photo(board::Idea const& idea, double most_height);
    void background();
    void result();
    void bars(board::Trial const& trial);
    void chapter(board::Trial const& trial);
    void now_we_do();
    void places();
    void follow_ups();
    void rest();
    void ask();
    void complete();

    /// The trial whose figures the story stands on: the plan's, or the last with a result.
    board::Trial const* deciding_trial() const;
    std::string day(board::Date date) const { return text::date(m_words.language(), date, text::DateStyle::Card); }

    Takeaway const& m_takeaway;
    Board const& m_board;
    board::Idea const& m_idea;
    Words const& m_words;
    board::Now m_now;
    Flow* m_flow = nullptr;
};

board::Trial const* Story::deciding_trial() const {
    int const planned = m_idea.scale_plan ? m_idea.scale_plan->trial_no : 0;
    if (planned > 0 && planned <= static_cast<int>(m_idea.trials.size()))
        return &m_idea.trials[static_cast<std::size_t>(planned) - 1];
    auto const found = std::find_if(m_idea.trials.rbegin(), m_idea.trials.rend(),
                                    [](board::Trial const& trial) { return has_result(trial); });
    return found == m_idea.trials.rend() ? nullptr : &*found;
}

void Story::photo(board::Idea const& idea, double most_height) {
    Flow& flow = *m_flow;
    Size const size = photo_size(m_takeaway, idea, {flow.width(), most_height});
    if (size.height <= 0)
        return;
    flow.keep(size.height + 16);
    draw_photo(flow.paper(), m_takeaway, idea, {flow.left(), flow.y() + 4, size.width, size.height}, m_words);
    flow.space(size.height + 16);
}

void Story::head() {
    Flow& flow = *m_flow;
    flow.space(draw_letterhead(flow.paper(), m_board.course, m_words, {flow.left(), flow.y() - 14, flow.width(), 0}));
    flow.space(26);
    std::string line = m_words.say("paper.story_stage", {{"stage", std::string(said(m_words, m_idea.stage))},
                                                         {"date", day(m_idea.stage_since)},
                                                         {"no", std::int64_t{m_idea.no}}});
    if (auto const dots = dots_of(m_board, m_idea.id))
        line += " · " + m_words.say("paper.dots", {{"n", std::int64_t{*dots}}});
    flow.paragraph(line, {9.5, Weight::SemiBold, colour_of(m_idea.stage), 1.5});
    flow.heading(1, title_of(m_words, m_idea));
    if (m_idea.ink) {
        double const width = 190;
        double const height = width * m_idea.ink->height / board::ink_grid;
        flow.keep(height + 10);
        flow.paper().fill({flow.left(), flow.y(), width, height + 12}, note_colour(m_idea.colour), 6);
        Tagged const figure(flow.paper(), "Figure", m_words.get("paper.drawing"));
        flow.paper().ink(*m_idea.ink, {flow.left() + 6, flow.y() + 6, width - 12, height});
        flow.space(height + 18);
    }
    photo(m_idea, 220);
    for (board::Idea const* merged : merged_ideas(m_board, m_idea.id)) {
        flow.paragraph("+ " + title_of(m_words, *merged), type::lead);
        photo(*merged, 110);
    }
    flow.space(10);
}

void Story::background() {
    Flow& flow = *m_flow;
    flow.field(m_words.get("paper.challenge"), m_board.course.challenge);
    flow.field(m_words.get("export.column.problem"), m_idea.problem);
    flow.field(m_words.get("export.column.proposal"), m_idea.proposal);
    flow.field(m_words.get("export.column.areas"), listed(m_words, m_idea.areas));
    if (auto const* other = m_idea.builds_on ? find_idea(m_board, *m_idea.builds_on) : nullptr)
        flow.field(m_words.get("paper.builds_on"), title_of(m_words, *other));
    flow.space(8);
}

/// What came of it, in large figures with all that must be said beside them.
void Story::result() {
    auto const* trial = deciding_trial();
    if (!trial || !has_result(*trial))
        return;
    Flow& flow = *m_flow;
    flow.heading(2, m_words.get("paper.result"));
    if (trial->plan.measure && trial->outcome.result)
        bars(*trial);
    else
        flow.paragraph(figures_line(m_words, *trial), {12, Weight::SemiBold, colour::ink, 1.45});
    flow.paragraph(claim_line(m_words, m_idea, *trial), {10, Weight::Medium, colour::ink, 1.5});
    if (trial->plan.guard)
        flow.paragraph(m_words.say("paper.guard", {{"guard", guard_line(m_words, *trial)}}));
    flow.paragraph(basis_line(m_words, m_idea, *trial), type::small);
    flow.space(16);
}

void Story::bars(board::Trial const& trial) {
    Flow& flow = *m_flow;
    Paper& paper = flow.paper();
    auto const& measure = *trial.plan.measure;
    struct Bar {
        std::string name, value;
        double length;
        Colour colour;
    };
    std::vector<Bar> all;
    if (measure.baseline)
        all.push_back({m_words.get("review.before"), said_reading(m_words, measure, *measure.baseline),
                       measure.baseline->value, colour::faint});
    if (measure.target)
        all.push_back({m_words.get("paper.target_word"),
                       text::amount(m_words.language(), *measure.target, measure.unit), *measure.target, colour::line});
    bool const met = target_met(trial).value_or(false);
    all.push_back({m_words.get("review.now"), said_reading(m_words, measure, *trial.outcome.result),
                   trial.outcome.result->value, met ? colour::scale : colour::test});
    double most = 0;
    for (Bar const& bar : all)
        most = std::max(most, bar.length);
    constexpr double row = 24, label = 52, figure = 150;
    flow.keep(static_cast<double>(all.size()) * row + 60);
    flow.paragraph(measure.name, type::subheading);
    flow.space(6);
    {
        Tagged const element(paper, "Figure", figures_line(m_words, trial));
        double const width = flow.width() - label - figure;
        for (Bar const& bar : all) {
            double const length = most > 0 ? std::max(2.0, width * std::max(0.0, bar.length) / most) : 2;
            paper.write(bar.name, {9.5, Weight::Medium, colour::soft, 1.4}, {flow.left(), flow.y() + 3, label, 0});
            paper.fill({flow.left() + label, flow.y() + 2, length, row - 8}, bar.colour, 3);
            paper.write(bar.value, {10, Weight::SemiBold, colour::ink, 1.4},
                        {flow.left() + label + length + 8, flow.y() + 3, figure, 0}, Align::Left, 0, 1);
            flow.space(row);
        }
    }
    flow.space(4);
}

void Story::chapter(board::Trial const& trial) {
    Flow& flow = *m_flow;
    std::string head = m_words.say("trial.name", {{"no", std::int64_t{trial.no}}});
    flow.heading(2, head);
    flow.beside_bar(trial.decision ? exporters::colour_of(*trial.decision) : colour::test, [&] {
        std::string line(said(m_words, trial.state));
        if (trial.decision) {
            line = said(m_words, *trial.decision);
            if (trial.decided_on)
                line += " · " + day(*trial.decided_on);
        }
        if (trial.plan.from && trial.plan.to)
            line = text::date_span(m_words.language(), *trial.plan.from, *trial.plan.to) + " · " + line;
        Style word = type::label;
        word.colour = trial.decision ? text_colour_of(*trial.decision) : colour::test_text;
        flow.paragraph(line, word);
        flow.space(4);
        flow.field(m_words.get("trial.changed"), trial.plan.changed);
        flow.field(m_words.get("paper.assumption"), trial.plan.assumption);
        flow.field(m_words.get("paper.what"), trial.plan.what);
        flow.field(m_words.get("trial.scope"), trial.plan.scope);
        flow.field(m_words.get("trial.measured_on"), figures_line(m_words, trial));
        flow.field(m_words.get("trial.guard"), guard_line(m_words, trial));
        std::string on_the_way;
        for (board::CheckIn const& one : trial.check_ins)
            on_the_way += (on_the_way.empty() ? "" : "\n") + day(one.on) + ": " +
                          std::string(said(m_words, one.state)) + (one.line.empty() ? "" : " – " + one.line);
        flow.field(m_words.get("paper.check_ins"), on_the_way);
        flow.field(m_words.get("paper.happened"), trial.outcome.what_happened);
        flow.field(m_words.get("paper.learned"), trial.outcome.learning);
        flow.field(m_words.get("paper.reason"), trial.decision_reason);
    });
    flow.space(14);
}

void Story::now_we_do() {
    if (!m_idea.scale_plan)
        return;
    Flow& flow = *m_flow;
    auto const& plan = *m_idea.scale_plan;
    if (plan.what_now.empty() && plan.what_stops.empty() && plan.responsible.empty())
        return;
    flow.heading(2, m_words.get("paper.now_we_do"));
    flow.field(m_words.get("scale.what_now"), plan.what_now);
    flow.field(m_words.get("scale.what_stops"), plan.what_stops);
    flow.field(m_words.get("scale.responsible"), plan.responsible);
    flow.field(m_words.get("paper.rolled_back"), plan.rolled_back);
    flow.space(8);
}

void Story::places() {
    if (!m_idea.scale_plan || m_idea.scale_plan->places.empty())
        return;
    Flow& flow = *m_flow;
    std::vector<std::vector<std::string>> rows;
    for (board::Place const& place : m_idea.scale_plan->places)
        rows.push_back(
            {place.name, place.responsible, place.due ? day(*place.due) : "", std::string(said(m_words, place.state))});
    flow.table({{m_words.get("export.column.place"), 0.34},
                {m_words.get("export.column.responsible"), 0.26},
                {m_words.get("export.column.due"), 0.2},
                {m_words.get("export.column.place_state"), 0.2}},
               rows);
    flow.space(10);
}

void Story::follow_ups() {
    if (!m_idea.scale_plan || m_idea.scale_plan->follow_ups.empty())
        return;
    Flow& flow = *m_flow;
    std::string unit;
    if (auto const* trial = deciding_trial(); trial && trial->plan.measure)
        unit = trial->plan.measure->unit;
    flow.heading(2, m_words.get("scale.holds"));
    std::vector<std::vector<std::string>> rows;
    for (board::FollowUp const& one : m_idea.scale_plan->follow_ups)
        rows.push_back({day(one.date), std::string(said(m_words, one.holds)),
                        one.value ? text::amount(m_words.language(), *one.value, unit) : ""});
    flow.table({{m_words.get("export.column.date"), 0.34},
                {m_words.get("export.column.holds"), 0.33},
                {m_words.get("export.column.value"), 0.33, Align::Right}},
               rows);
    flow.space(10);
}

void Story::rest() {
    if (m_idea.stage != board::Stage::Parked || !m_idea.parking)
        return;
    m_flow->field(m_words.get("paper.parked"), m_words.say("trial.parked_line", {{"date", day(m_idea.parking->revisit)},
                                                                                 {"reason", m_idea.parking->reason}}));
}

/// Who can tell more: the one responsible, else the one who kept the last trial going.
void Story::ask() {
    std::string who = m_idea.scale_plan ? m_idea.scale_plan->responsible : "";
    if (auto const* trial = latest_trial(m_idea); who.empty() && trial)
        who = name_of_person(m_board, trial->plan.owner);
    if (who.empty())
        return;
    std::string const& place = m_board.course.workplace.empty() ? m_board.course.name : m_board.course.workplace;
    m_flow->field(m_words.get("paper.who_to_ask"), who + ", " + place);
}

void Story::complete() {
    Flow& flow = *m_flow;
    flow.space(6);
    flow.keep(2 * type::small.line());
    flow.paragraph(m_words.say("paper.story_complete", {{"trials", static_cast<std::int64_t>(m_idea.trials.size())},
                                                        {"date", day(m_now.today)}}),
                   type::small);
}

} // namespace

std::string story_pdf(Takeaway const& takeaway, board::Idea const& idea, Words const& words, board::Now now) {
    Story story(takeaway, idea, words, now);
    std::string const title = title_of(words, idea);
    Report const report{{title + " – " + takeaway->course.name, takeaway->course.challenge, words.language(), now.at},
                        takeaway->course.name + " · " + words.get("paper.story_foot"),
                        [&](Flow& flow) { story.write(flow); }};
    return printed(report, words);
}

} // namespace exporters
