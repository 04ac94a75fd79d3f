#include "exporters/board_page.h"

#include "exporters/board_card.h"
#include "exporters/letterhead.h"
#include "exporters/said.h"
#include "text/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace exporters {
namespace {

using board::Board;
using text::Words;

using Cards = std::array<std::vector<board::Idea const*>, lanes>;

constexpr double margin = 26, gap_between_lanes = 10, card_width = 148, foot = 16, narrowest_lane = 140;
constexpr double largest = 1.5, smallest = 0.36; ///< scales of a card
constexpr double smallest_on_a4 = 0.62;          ///< letters of about 5.5 points
constexpr int pixels_wide = 3840;

struct LaneWords {
    char const* name;
    Colour colour, text;
};
constexpr std::array<LaneWords, lanes> lane_words = {{{"paper.lane_ideas", colour::idea, colour::idea_text},
                                                      {"paper.lane_test", colour::test, colour::test_text},
                                                      {"paper.lane_scale", colour::scale, colour::scale_text},
                                                      {"paper.lane_learned", colour::learned, colour::learned_text}}};

Cards cards_of(Board const& board) {
    Cards cards;
    for (board::IdeaId const id : board.order)
        if (auto const* idea = find_idea(board, id); idea && idea->stage != board::Stage::Merged)
            cards[static_cast<std::size_t>(lane_of(idea->stage))].push_back(idea);
    return cards;
}

/// A card and where it lies in its lane's area.
struct Laid {
    board::Idea const* idea;
    Box at;
};

/// How the cards lie at one scale.
struct Plan {
    double scale = 1;
    std::array<int, lanes> columns{};
    std::array<std::vector<Laid>, lanes> cards; ///< from the upper left corner of the lane's area
    double height = 0;                          ///< of the highest lane
};

double gap(double scale) { return 7 * scale; }

/// Each card on the column that is lowest, so that the order is kept from left to right.
double lay(std::vector<board::Idea const*> const& ideas, std::vector<double> const& heights, int columns, double width,
           double scale, std::vector<Laid>& laid) {
    double const g = gap(scale);
    double const card = (width - (columns - 1) * g) / columns;
    std::vector<double> ends(static_cast<std::size_t>(columns), 0);
    laid.clear();
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        auto const lowest = std::min_element(ends.begin(), ends.end());
        double const x = static_cast<double>(lowest - ends.begin()) * (card + g);
        laid.push_back({ideas[i], {x, *lowest, card, heights[i]}});
        *lowest += heights[i] + g;
    }
    return std::max(0.0, *std::max_element(ends.begin(), ends.end()) - g);
}

/// The whole sheet: measured at some scales, and drawn at one.
class Sheet {
  public:
    Sheet(Paper& paper, Takeaway const& takeaway, Words const& words, board::Now now)
        : m_paper(paper), m_takeaway(takeaway), m_board(takeaway.board()), m_words(words), m_now(now),
          m_cards(cards_of(m_board)) {}

    /// The largest scale at which every card has its place, or the smallest there is.
    double best_scale() {
        double low = smallest, high = largest;
        if (plan(high).height <= room())
            return high;
        while (high - low > 0.015) {
            double const middle = (low + high) / 2;
            (plan(middle).height <= room() ? low : high) = middle;
        }
        return low;
    }
    void draw(double scale, Colour ground);

  private:
    double width() const { return m_paper.size().width - 2 * margin; }
    double lanes_top() const { return margin + 56; }
    double lane_head() const { return 30; }
    double room() const { return m_paper.size().height - margin - foot - lanes_top() - lane_head() - 8; }
    double lane_width(int columns, int all) const {
        return (width() - (lanes - 1) * gap_between_lanes) * columns / all;
    }
    Plan plan(double scale);
    void head();
    void lane(std::size_t which, Plan const& plan, double x, double w);
    void complete(std::size_t left_out);

    Paper& m_paper;
    Takeaway const& m_takeaway;
    Board const& m_board;
    Words const& m_words;
    board::Now m_now;
    Cards m_cards;
    std::size_t m_left_out = 0;
};

/// Columns go to the lane that is highest, one after another, until the sheet is full.
Plan Sheet::plan(double scale) {
    Plan plan;
    plan.scale = scale;
    CardLook const look{m_takeaway, m_words, scale};
    int const least = std::max(1, static_cast<int>(std::ceil(narrowest_lane / (card_width * scale))));
    int const all = std::max(lanes * least, static_cast<int>(width() / (card_width * scale)));
    double const estimate = (width() - (lanes - 1) * gap_between_lanes) / all - gap(scale) - 2;
    std::array<std::vector<double>, lanes> heights;
    std::array<double, lanes> sums{};
    for (std::size_t i = 0; i < lanes; ++i)
        for (board::Idea const* idea : m_cards[i]) {
            heights[i].push_back(card_height(m_paper, look, *idea, estimate));
            sums[i] += heights[i].back() + gap(scale);
        }
    plan.columns.fill(least);
    for (int given = lanes * least; given < all; ++given) {
        std::size_t highest = 0;
        for (std::size_t i = 1; i < lanes; ++i)
            if (sums[i] / plan.columns[i] > sums[highest] / plan.columns[highest])
                highest = i;
        ++plan.columns[highest];
    }
    for (std::size_t i = 0; i < lanes; ++i) {
        double const inner = lane_width(plan.columns[i], all) - 2 * gap(scale);
        double const card = (inner - (plan.columns[i] - 1) * gap(scale)) / plan.columns[i];
        for (std::size_t k = 0; k < m_cards[i].size(); ++k)
            heights[i][k] = card_height(m_paper, look, *m_cards[i][k], card);
        plan.height = std::max(plan.height, lay(m_cards[i], heights[i], plan.columns[i], inner, scale, plan.cards[i]));
    }
    return plan;
}

void Sheet::head() {
    auto const& course = m_board.course;
    draw_mark(m_paper, margin, margin - 2, 38);
    double const x = margin + 52;
    auto const language = m_words.language();
    std::string when;
    if (auto const* next = next_meeting(m_board, m_now.today))
        when = m_words.say("paper.board_next", {{"no", std::int64_t{next->no}},
                                                {"of", static_cast<std::int64_t>(course.meetings.size())},
                                                {"date", text::date(language, next->date, text::DateStyle::Card)}});
    double const right = m_paper.size().width - margin;
    double badge = 0;
    if (course.fictional)
        badge = draw_fictional(m_paper, m_words, right, margin) + 14;
    double const words_width = right - x - badge - 150;
    m_paper.bookmark(course.name, 1, 0);
    {
        Tagged const element(m_paper, "H1");
        m_paper.write(course.name, {19, Weight::Bold, colour::ink, 1.25}, {x, margin - 5, words_width, 0}, Align::Left,
                      0, 1);
    }
    {
        Tagged const element(m_paper, "P");
        std::string line = course.challenge.empty() ? course.workplace : course.challenge;
        if (!course.challenge.empty() && !course.workplace.empty())
            line = course.workplace + "\n" + line;
        m_paper.write(line, {9.5, Weight::Regular, colour::soft, 1.32}, {x, margin + 19, right - x - 190, 0},
                      Align::Left, 0, 2);
    }
    Tagged const element(m_paper, "P");
    m_paper.write(when, {9.5, Weight::SemiBold, colour::accent, 1.35}, {right - 186, margin + 21, 186, 0},
                  Align::Right);
}

void Sheet::lane(std::size_t which, Plan const& plan, double x, double w) {
    auto const& words = lane_words[which];
    double const top = lanes_top();
    double const height = m_paper.size().height - margin - foot - top;
    m_paper.fill({x, top, w, height}, colour::ground, 9);
    m_paper.fill({x + 9, top + 9, 4, 14}, words.colour, 2);
    double const name_width = m_paper.width(m_words.get(words.name), {12.5, Weight::Bold});
    {
        Tagged const element(m_paper, "H2");
        m_paper.write(m_words.get(words.name), {12.5, Weight::Bold, colour::ink, 1.3}, {x + 19, top + 8, w, 0},
                      Align::Left, 0, 1);
    }
    m_paper.write(std::to_string(m_cards[which].size()), {10, Weight::SemiBold, colour::soft, 1.3},
                  {x + 25 + name_width, top + 9.5, w, 0}, Align::Left, 0, 1);
    CardLook const look{m_takeaway, m_words, plan.scale};
    for (Laid const& laid : plan.cards[which]) {
        if (laid.at.bottom() > room() + 1) { // not even at the smallest scale: said below
            ++m_left_out;
            continue;
        }
        Box const at{x + gap(plan.scale) + laid.at.x, top + lane_head() + laid.at.y, laid.at.w, laid.at.h};
        draw_card(m_paper, look, *laid.idea, at);
    }
}

void Sheet::draw(double scale, Colour ground) {
    m_paper.fill({0, 0, m_paper.size().width, m_paper.size().height}, ground);
    Tagged const document(m_paper, "Document");
    head();
    Plan const made = plan(scale);
    int all = 0;
    for (int const columns : made.columns)
        all += columns;
    double x = margin;
    for (std::size_t i = 0; i < lanes; ++i) {
        double const w = lane_width(made.columns[i], all);
        lane(i, made, x, w);
        x += w + gap_between_lanes;
    }
    complete(m_left_out);
}

void Sheet::complete(std::size_t left_out) {
    auto const merged = static_cast<std::int64_t>(std::count_if(
        m_board.ideas.begin(), m_board.ideas.end(), [](auto const& idea) { return idea.merged_into.has_value(); }));
    std::string line = m_words.say("paper.board_complete",
                                   {{"ideas", static_cast<std::int64_t>(m_board.ideas.size())},
                                    {"merged", merged},
                                    {"date", text::date(m_words.language(), m_now.today, text::DateStyle::Full)}});
    if (left_out > 0)
        line += " " + m_words.say("paper.board_left_out", {{"n", static_cast<std::int64_t>(left_out)}});
    Tagged const element(m_paper, "P");
    m_paper.write(line, {7.8, Weight::Regular, colour::soft, 1.4},
                  {margin, m_paper.size().height - margin - foot + 8, width(), 0}, Align::Left, 0, 1);
}

DocumentInfo info_of(Takeaway const& takeaway, Words const& words, board::Now now) {
    return {words.get("paper.board_title") + " – " + takeaway->course.name, takeaway->course.challenge,
            words.language(), now.at};
}

} // namespace

std::string board_pdf(Takeaway const& takeaway, PaperSize size, Words const& words, board::Now now) {
    auto const print = [&](Size paper_size, double least) -> std::optional<std::string> {
        Paper paper = Paper::pdf(paper_size, info_of(takeaway, words, now));
        Sheet sheet(paper, takeaway, words, now);
        double const scale = sheet.best_scale();
        if (scale < least)
            return std::nullopt;
        sheet.draw(scale, colour::white);
        return paper.finish();
    };
    if (size != PaperSize::A3)
        if (auto printed = print(a4_across, size == PaperSize::A4 ? 0 : smallest_on_a4))
            return *printed;
    return *print(a3_across, 0);
}

std::string board_png(Takeaway const& takeaway, Words const& words, board::Now now) {
    Paper paper = Paper::picture({1120, 630}, words.language(), pixels_wide);
    Sheet sheet(paper, takeaway, words, now);
    sheet.draw(sheet.best_scale(), colour::white);
    return paper.finish();
}

} // namespace exporters
