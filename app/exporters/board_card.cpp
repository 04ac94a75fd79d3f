#include "exporters/board_card.h"

#include "exporters/photo.h"
#include "exporters/said.h"
#include "exporters/trial_words.h"
#include "text/format.h"

#include <algorithm>

namespace exporters {
namespace {

using text::Words;

/// Goes down a card, writing or only measuring.
class Pencil {
  public:
    Pencil(Paper& paper, CardLook const& look, double width, Box const* at)
        : m_paper(paper), m_look(look), m_width(width), m_at(at) {}

    double y = 0;

    double scaled(double size) const { return size * m_look.scale; }
    Style scaled(Style style) const {
        style.size *= m_look.scale;
        return style;
    }
    void space(double height) { y += scaled(height); }
    void text(std::string_view words, Style style, char const* tag = "P") {
        if (words.empty())
            return;
        style = scaled(style);
        if (!m_at) {
            y += m_paper.height(words, style, inner_width());
            return;
        }
        Tagged const element(m_paper, tag);
        y += m_paper.write(words, style, {m_at->x + padding(), m_at->y + y, inner_width(), 0});
    }
    /// A line of its own, a little below what stands above.
    void apart(std::string_view words, Style const& style) {
        if (words.empty())
            return;
        space(2.5);
        text(words, style);
    }
    void ink(board::Ink const& ink) {
        double const height = inner_width() * ink.height / board::ink_grid;
        if (m_at) {
            Tagged const element(m_paper, "Figure", m_look.words.get("paper.drawing"));
            m_paper.ink(ink, {m_at->x + padding(), m_at->y + y, inner_width(), height});
        }
        y += height;
    }
    /// As wide as that part of the card, and no higher than that.
    void photo(board::Idea const& idea, double part = 1) {
        Size const size = photo_size(m_look.takeaway, idea, {inner_width() * part, inner_width() * part});
        if (size.height <= 0)
            return;
        space(3);
        if (m_at)
            draw_photo(m_paper, m_look.takeaway, idea, {m_at->x + padding(), m_at->y + y, size.width, size.height},
                       m_look.words);
        y += size.height;
        space(3);
    }
    /// The dots an idea got, at most as many as the line holds; beside them how many that is.
    void dots(int count) {
        Style const style = scaled(Style{8.5, Weight::SemiBold, colour::accent, 1.3});
        if (m_at) {
            double const radius = scaled(2.6);
            double const step = radius * 2.9;
            std::string const said = m_look.words.say("paper.dots", {{"n", std::int64_t{count}}});
            double x = m_at->x + padding() + radius;
            int const fits = static_cast<int>((inner_width() - m_paper.width(said, style) - scaled(8)) / step);
            for (int i = 0; i < std::min(count, fits); ++i, x += step)
                m_paper.disc(x, m_at->y + y + style.line() / 2, radius, colour::accent);
            Tagged const element(m_paper, "P");
            m_paper.write(said, style, {x + (fits > 0 && count > 0 ? scaled(2) : 0), m_at->y + y, inner_width(), 0},
                          Align::Left, 0, 1);
        }
        y += style.line();
    }
    double padding() const { return scaled(9); }

  private:
    double inner_width() const { return m_width - 2 * padding(); }

    Paper& m_paper;
    CardLook const& m_look;
    double m_width;
    Box const* m_at;
};

constexpr Style title{10.5, Weight::SemiBold, colour::ink, 1.3};
constexpr Style note{10.5, Weight::Medium, colour::ink, 1.32};
constexpr Style plain{8.6, Weight::Regular, colour::ink, 1.36};
constexpr Style quiet{8, Weight::Regular, colour::soft, 1.36};
constexpr Style word{8, Weight::SemiBold, colour::soft, 1.4};

Style coloured(Style style, Colour colour) {
    style.colour = colour;
    return style;
}

std::string day(Words const& words, board::Date date) {
    return text::date(words.language(), date, text::DateStyle::Card);
}

void what_it_says(Pencil& pencil, CardLook const& look, board::Idea const& idea, Style const& style) {
    pencil.text(idea.text.empty() ? title_of(look.words, idea) : idea.text, style, "H3");
    if (idea.ink)
        pencil.ink(*idea.ink);
    pencil.photo(idea);
    for (board::Idea const* merged : merged_ideas(look.takeaway.board(), idea.id)) {
        pencil.text("+ " + title_of(look.words, *merged), quiet);
        pencil.photo(*merged, 0.5);
    }
}

void write_note(Pencil& pencil, CardLook const& look, board::Idea const& idea) {
    what_it_says(pencil, look, idea, note);
    pencil.space(3);
    if (auto const dots = dots_of(look.takeaway.board(), idea.id))
        pencil.dots(*dots);
    pencil.text(name_of_person(look.takeaway.board(), idea.author), quiet);
}

void write_trial(Pencil& pencil, CardLook const& look, board::Idea const& idea) {
    auto const& words = look.words;
    auto const* trial = latest_trial(idea);
    std::string head(said(words, idea.stage));
    if (trial)
        head = words.say("trial.name", {{"no", std::int64_t{trial->no}}}) + " · " +
               std::string(said(words, trial->state));
    pencil.text(head, coloured(word, colour::test_text));
    what_it_says(pencil, look, idea, title);
    if (!trial)
        return pencil.apart(idea.selection_reason, plain);
    pencil.apart(figures_line(words, *trial), plain);
    std::string held(name_of_person(look.takeaway.board(), trial->plan.owner));
    if (trial->plan.to)
        held += (held.empty() ? "" : " · ") + words.say("paper.until", {{"date", day(words, *trial->plan.to)}});
    pencil.apart(held, quiet);
    if (trial->state == board::TrialState::Running && !trial->check_ins.empty()) {
        auto const& last = trial->check_ins.back();
        pencil.apart(std::string(said(words, last.state)) + (last.line.empty() ? "" : ": " + last.line), plain);
    }
    for (board::Trial const& earlier : idea.trials)
        if (!earlier.outcome.learning.empty())
            pencil.apart(words.say("paper.we_learned", {{"learning", earlier.outcome.learning}}), quiet);
}

void write_scaled(Pencil& pencil, CardLook const& look, board::Idea const& idea) {
    auto const& words = look.words;
    auto const plan = idea.scale_plan.value_or(board::ScalePlan{});
    pencil.text(said(words, idea.stage), coloured(word, colour::scale_text));
    what_it_says(pencil, look, idea, title);
    if (plan.trial_no > 0 && plan.trial_no <= static_cast<int>(idea.trials.size())) {
        auto const& trial = idea.trials[static_cast<std::size_t>(plan.trial_no) - 1];
        pencil.apart(figures_line(words, trial), plain);
        pencil.apart(claim_line(words, idea, trial), plain);
    }
    pencil.apart(plan.what_now, plain);
    auto const in_use = std::count_if(plan.places.begin(), plan.places.end(), [](board::Place const& place) {
        return place.state == board::PlaceState::InUse;
    });
    if (!plan.places.empty())
        pencil.apart(words.say("scale.in_use_of",
                               {{"n", std::int64_t{in_use}}, {"total", static_cast<std::int64_t>(plan.places.size())}}),
                     word);
    if (!plan.responsible.empty())
        pencil.apart(words.say("paper.responsible", {{"name", plan.responsible}}), quiet);
}

void write_learned(Pencil& pencil, CardLook const& look, board::Idea const& idea) {
    auto const& words = look.words;
    bool const stopped = idea.stage == board::Stage::Stopped;
    pencil.text(said(words, idea.stage), coloured(word, stopped ? colour::coral_text : colour::soft));
    what_it_says(pencil, look, idea, title);
    if (idea.parking && !stopped)
        pencil.apart(words.say("trial.parked_line",
                               {{"date", day(words, idea.parking->revisit)}, {"reason", idea.parking->reason}}),
                     plain);
    for (board::Trial const& trial : idea.trials)
        if (!trial.outcome.learning.empty())
            pencil.apart(words.say("paper.we_learned", {{"learning", trial.outcome.learning}}), plain);
}

double write(Pencil& pencil, CardLook const& look, board::Idea const& idea) {
    pencil.space(8);
    switch (lane_of(idea.stage)) {
    case Lane::Idea: write_note(pencil, look, idea); break;
    case Lane::Test: write_trial(pencil, look, idea); break;
    case Lane::Scale: write_scaled(pencil, look, idea); break;
    case Lane::Learned: write_learned(pencil, look, idea); break;
    }
    pencil.space(8);
    return pencil.y;
}

Colour edge_of(board::Stage stage) {
    switch (lane_of(stage)) {
    case Lane::Idea: return colour::idea;
    case Lane::Test: return colour::test;
    case Lane::Scale: return colour::scale;
    case Lane::Learned: break;
    }
    return stage == board::Stage::Stopped ? colour::coral : colour::faint;
}

} // namespace

Lane lane_of(board::Stage stage) {
    switch (stage) {
    case board::Stage::New:
    case board::Stage::Merged: return Lane::Idea;
    case board::Stage::Selected:
    case board::Stage::Test: return Lane::Test;
    case board::Stage::Scaling:
    case board::Stage::Operation: return Lane::Scale;
    case board::Stage::Parked:
    case board::Stage::Stopped: break;
    }
    return Lane::Learned;
}

double card_height(Paper& paper, CardLook const& look, board::Idea const& idea, double width) {
    Pencil pencil(paper, look, width, nullptr);
    return write(pencil, look, idea);
}

void draw_card(Paper& paper, CardLook const& look, board::Idea const& idea, Box const& at) {
    double const radius = 5 * look.scale;
    bool const is_note = lane_of(idea.stage) == Lane::Idea;
    if (is_note) {
        paper.fill(at, note_colour(idea.colour), radius);
    } else {
        paper.fill(at, colour::white, radius);
        paper.outline(at, colour::line, 0.6, radius);
        double const edge = 2.6 * look.scale;
        paper.fill({at.x, at.y + radius, edge, at.h - 2 * radius}, edge_of(idea.stage));
    }
    Tagged const element(paper, "Sect");
    Pencil pencil(paper, look, at.w, &at);
    write(pencil, look, idea);
}

} // namespace exporters
