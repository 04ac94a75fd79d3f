#include "ui/screens/about_data.h"

#include <array>
#include <vector>

namespace screens {

namespace {

constexpr float block_gap = 22, under_question = 6;

struct Block {
    std::string question;
    std::string answer;
};

std::vector<Block> blocks(Context const& c, DataFacts const& facts) {
    auto const& w = c.words;
    auto const contact = facts.contact.empty() ? w.get("data.contact_missing") : facts.contact;
    bool const due = facts.deleted_on && *facts.deleted_on <= c.now.today;
    auto const deleted = facts.deleted_on
                             ? w.say(due ? "data.deleted_due" : "data.deleted_on",
                                     {{"date", text::date(c.language(), *facts.deleted_on, text::DateStyle::Full)}})
                             : w.get("data.deleted_undecided");
    return {{w.get("data.kept"), w.get("data.kept_answer")},
            {w.get("data.not_kept"), w.get("data.not_kept_answer")},
            {w.get("data.seen_by"), w.get("data.seen_by_answer")},
            {w.get("data.where"), w.say("data.where_answer", {{"place", facts.place}})},
            {w.get("data.until"), deleted},
            {w.get("data.ask"), contact}};
}

float draw_block(Context& c, Block const& block, ui::Rect rect, bool only_measure) {
    auto const& theme = c.ui.theme();
    auto question = theme.label;
    question.weight = ui::Weight::Bold;
    auto const& head = c.ui.type().lay(block.question, {.type = question, .width = rect.w});
    float const head_h = head.height;
    if (!only_measure)
        c.ui.canvas().paragraph(head, {rect.x, rect.y}, ui::colour::test_text);
    auto const& body = c.ui.type().lay(block.answer, {.type = theme.body, .width = rect.w});
    if (!only_measure)
        c.ui.canvas().paragraph(body, {rect.x, rect.y + head_h + under_question}, ui::colour::ink);
    return head_h + under_question + body.height;
}

} // namespace

void about_data(Context& c, ui::Rect rect, DataFacts const& facts) {
    auto const all = blocks(c, facts);
    std::size_t const columns = rect.w >= 1200 ? 2 : 1;
    float const gap = 50, width = (rect.w - gap * static_cast<float>(columns - 1) - 16) / static_cast<float>(columns);
    std::size_t const rows = all.size() / columns;
    std::array<float, 2> heights{};
    for (std::size_t i = 0; i < all.size(); ++i)
        heights[i / rows] += draw_block(c, all[i], {0, 0, width, 0}, true) + block_gap;
    float const height = std::max(heights[0], heights[1]);
    float const top = rect.y - c.ui.begin_scroll("data", rect, height, c.words.get("more.data"));
    std::array<float, 2> y{top, top};
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const column = i / rows;
        float const x = rect.x + static_cast<float>(column) * (width + gap);
        y[column] += draw_block(c, all[i], {x, y[column], width, 0}, false) + block_gap;
    }
    c.ui.end_scroll();
}

} // namespace screens
