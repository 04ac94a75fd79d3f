// What will come of a file and what will not, before anything is done; and which column of a table holds what.
#include "ui/screens/import_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

using Step = BringFacts::Step;

std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

bool is_busy(BringFacts const& facts) { return facts.step == Step::Reading || facts.step == Step::Bringing; }

/// As much of it as there is room for, in the size of the others.
void one_line(Context& c, std::string_view text, ui::Rect row, ui::Type const& type, ui::Colour ink) {
    float const height = line_height(type);
    ui::label(c.ui, text.substr(0, text.find('\n')), {row.x, row.centre().y - height / 2, row.w, height}, type, ink,
              ui::Align::Left, 1);
}

/// A card with a heading that counts, and the room for what is in it.
ui::Rect counted_card(Context& c, char const* id, std::string const& heading, ui::Colour ink, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::card, 2, ui::colour::line);
    ui::Rect inside = rect.inset(28, 20);
    ui::Rect const line = inside.cut_top(line_height(theme.heading), 12);
    ui::label_centred(c.ui, heading, line, theme.heading, ink, ui::Align::Left);
    c.ui.touch({.id = id, .role = "text", .label = heading, .rect = line, .accepts = ui::Accepts::Nothing});
    return inside;
}

/// Rows of one height, of which only those in sight are drawn.
template <class Draw>
void rows(Context& c, std::string const& id, ui::Rect area, std::size_t n, float height, std::string const& label,
          Draw draw) {
    float const offset = c.ui.begin_scroll(id, area, height * static_cast<float>(n), label);
    auto const first = static_cast<std::size_t>(std::max(0.0F, offset / height));
    for (std::size_t i = first; i < n; ++i) {
        float const y = area.y - offset + static_cast<float>(i) * height;
        if (y > area.bottom())
            break;
        draw(i, ui::Rect{area.x, y, area.w - 18, height});
    }
    c.ui.end_scroll();
}

void coming_card(Context& c, BringPreview const& preview, ui::Rect rect) {
    bool const course = preview.kind == BringKind::Course;
    auto const n = count(preview.coming.size());
    auto const heading = course ? c.words.get("import.course_ideas") : c.words.say("import.coming", {{"n", n}});
    ui::Rect const inside = counted_card(c, "import/coming", heading, n > 0 ? ui::colour::scale_text : ui::colour::soft,
                                         rect);
    auto const& type = c.ui.theme().body;
    rows(c, "import/ideas", inside, preview.coming.size(), std::round(type.size * 1.7F), heading,
         [&](std::size_t i, ui::Rect row) {
             c.ui.canvas().disc({row.x + 8, row.centre().y}, 5, ui::colour::scale);
             row.cut_left(28);
             one_line(c, preview.coming[i], row, quiet(type), ui::colour::ink);
         });
}

/// »Række 5: teksten – Højst 280 tegn.«
void left_out_row(Context& c, BringRow const& one, std::size_t no, ui::Rect row) {
    auto const& theme = c.ui.theme();
    auto const text = one.text.empty() ? std::string("–") : one.text;
    auto const head = c.words.say("import.row_no", {{"row", std::int64_t{one.row}}});
    c.ui.touch({.id = "import/left/" + std::to_string(no + 1),
                .role = "text",
                .label = head + ": " + text + " – " + one.sentence,
                .rect = row,
                .accepts = ui::Accepts::Nothing});
    row = row.inset(0, 8);
    ui::Rect line = row.cut_top(line_height(theme.body), 2);
    float const head_w = c.ui.type().width(head, theme.body) + 16;
    ui::label_centred(c.ui, head, line.cut_left(head_w), theme.body, ui::colour::ink, ui::Align::Left);
    one_line(c, text, line, quiet(theme.body), ui::colour::soft);
    ui::label(c.ui, one.sentence, row, theme.label, ui::colour::coral_text, ui::Align::Left, 2);
}

/// Two lines where one of the sentences needs them; they are few, and stand among the first.
float left_out_height(Context& c, std::vector<BringRow> const& all, float width) {
    constexpr std::size_t looked_at = 100;
    auto const& theme = c.ui.theme();
    bool wide = false;
    for (std::size_t i = 0; i < std::min(all.size(), looked_at); ++i)
        wide = wide || c.ui.type().width(all[i].sentence, theme.label) > width;
    return line_height(theme.body) + (wide ? 2 : 1) * line_height(theme.label) + 22;
}

float facts_height(Context& c, std::vector<std::string> const& facts, float width) {
    float height = 0;
    for (auto const& fact : facts)
        height += c.ui.type().lay(fact, {.type = quiet(c.ui.theme().label), .width = width}).height + 6;
    return height;
}

void facts_lines(Context& c, std::vector<std::string> const& facts, ui::Rect rect) {
    for (auto const& fact : facts)
        rect.cut_top(ui::label(c.ui, fact, rect, quiet(c.ui.theme().label), ui::colour::soft), 6);
}

void left_out_card(Context& c, BringPreview const& preview, ui::Rect rect) {
    auto const n = count(preview.left_out.size());
    auto const heading = n > 0 ? c.words.say("import.left_out", {{"n", n}}) : c.words.get("import.all_coming");
    ui::Rect inside = counted_card(c, "import/left-out", heading, n > 0 ? ui::colour::coral_text : ui::colour::soft,
                                   rect);
    float const facts_h = facts_height(c, preview.facts, inside.w);
    if (facts_h > 0)
        facts_lines(c, preview.facts, n > 0 ? inside.cut_bottom(std::min(facts_h, inside.h * 0.5F), 12) : inside);
    rows(c, "import/left", inside, preview.left_out.size(), left_out_height(c, preview.left_out, inside.w - 18),
         heading, [&](std::size_t i, ui::Rect row) { left_out_row(c, preview.left_out[i], i, row); });
}

/// How much there is of a course, and that it becomes one of its own.
void course_card(Context& c, WallFacts const& facts, ui::Rect rect) {
    auto const& preview = *facts.bring.preview;
    auto const& theme = c.ui.theme();
    ui::Rect inside = counted_card(c, "import/course", preview.course, ui::colour::ink, rect);
    bool const known = std::ranges::any_of(facts.courses.list,
                                           [&](CourseFacts const& one) { return one.name == preview.course; });
    inside.cut_top(ui::label(c.ui, c.words.get("import.course_why"), inside, theme.body, ui::colour::ink), 14);
    if (known)
        inside.cut_top(ui::label(c.ui, c.words.get("import.course_known"), inside, theme.body, ui::colour::coral_text),
                       14);
    for (auto const& fact : preview.facts) {
        c.ui.canvas().disc({inside.x + 8, inside.y + theme.body.size * 0.65F}, 5, ui::colour::test);
        ui::Rect words = inside;
        words.cut_left(28);
        inside.cut_top(ui::label(c.ui, fact, words, quiet(theme.body), ui::colour::soft), 8);
    }
}

/// Beside each other, or on an upright wall under each other.
std::pair<ui::Rect, ui::Rect> halves(Context const& c, ui::Rect area) {
    if (c.ui.portrait()) {
        ui::Rect const first = area.cut_top((area.h - ui::space::gap) / 2, ui::space::gap);
        return {first, area};
    }
    ui::Rect const first = area.cut_left((area.w - ui::space::gap) / 2, ui::space::gap);
    return {first, area};
}

/// Where the buttons beside the primary one stand: left of it, and upright, where it is narrow, above it.
ui::Rect side_row(Context const& c, PageRoom& room) {
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    if (c.ui.portrait())
        return room.area.cut_bottom(height, 16);
    return {room.band.x, room.band.bottom() - height, room.band.w, height};
}

bool side_button(Context& c, ui::Rect& row, char const* id, std::string const& label, bool enabled) {
    float const width = std::min(row.w, c.ui.type().width(label, c.ui.theme().button) + 80);
    return ui::button(c.ui, {.id = id, .rect = row.cut_right(width, 20), .label = label, .enabled = enabled});
}

// --- the columns ---

std::string letter_of(std::size_t i) {
    std::string letters(1, static_cast<char>('A' + i % 26));
    return i < 26 ? letters : std::string(1, static_cast<char>('A' + i / 26 - 1)) + letters;
}

/// What the column holds: 0 the idea, 1 the problem, 2 the proposal, 3 nothing that is wanted.
int meaning_of(BringColumns const& columns, int i) {
    return i == columns.text ? 0 : i == columns.problem ? 1 : i == columns.proposal ? 2 : 3;
}

/// Each meaning belongs to one column, and a column has one meaning.
BringColumns with(BringColumns columns, int i, int meaning) {
    for (auto* one : {&columns.text, &columns.problem, &columns.proposal})
        if (*one == i)
            one->reset();
    if (meaning < 3)
        *std::array{&columns.text, &columns.problem, &columns.proposal}[static_cast<std::size_t>(meaning)] = i;
    return columns;
}

std::optional<BringColumns> column_row(Context& c, BringPreview const& preview, std::size_t i, ui::Rect row) {
    auto const& theme = c.ui.theme();
    auto const& column = preview.columns[i];
    c.ui.canvas().rounded(row, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(row, ui::radius::card, 2, ui::colour::line);
    ui::Rect inside = row.inset(24, 10);
    bool const wide = !c.ui.portrait();
    float const choice_h = std::max(theme.target, 72.0F);
    ui::Rect const side = wide ? inside.cut_right(std::min(720.0F, inside.w * 0.62F), 20)
                               : inside.cut_bottom(choice_h, 8);
    bool const headings = preview.chosen.headings;
    auto const name = headings && !column.heading.empty() ? column.heading
                                                          : c.words.say("import.column", {{"name", letter_of(i)}});
    auto const& example = headings ? column.example : column.heading.empty() ? column.example : column.heading;
    ui::label_centred(c.ui, name, inside.cut_top(inside.h * 0.54F), theme.body, ui::colour::ink, ui::Align::Left);
    ui::label_centred(c.ui, example.empty() ? "–" : example, inside, theme.small, ui::colour::soft, ui::Align::Left);
    ui::Rect const keys{side.x, side.centre().y - choice_h / 2, side.w, choice_h};
    int const tapped = choices(c, "import/column/" + std::to_string(i + 1), keys,
                               {c.words.get("import.is_idea"), c.words.get("import.is_problem"),
                                c.words.get("import.is_proposal"), c.words.get("import.is_nothing")},
                               meaning_of(preview.chosen, static_cast<int>(i)));
    if (tapped < 0)
        return {};
    return with(preview.chosen, static_cast<int>(i), tapped);
}

void columns_part(Context& c, ImportPage& page, WallFacts const& facts, PageRoom& room) {
    auto const& preview = *facts.bring.preview;
    auto const& theme = c.ui.theme();
    bool const busy = is_busy(facts.bring);
    if (page_button(c, room, "import/look", c.words.get("import.look"), !busy && preview.chosen.text))
        page.columns = false;
    ui::Rect row = side_row(c, room);
    if (side_button(c, row, "import/back", c.words.get("import.other_file"), !busy))
        c.requests.emplace_back(WallWish(LeaveFile{}));
    page_heading(c, room.area, facts.bring.file.name, c.words.get("import.columns_about"));
    std::optional<BringColumns> chosen;
    if (yes_button(c, "import/headings", room.area.cut_top(std::max(theme.target, 80.0F), 14),
                   c.words.get("import.headings"), preview.chosen.headings)) {
        chosen = preview.chosen;
        chosen->headings = !chosen->headings;
    }
    float const text_h = line_height(theme.body) + line_height(theme.small);
    float const choice_h = std::max(theme.target, 72.0F);
    float const row_h = 24 + (c.ui.portrait() ? text_h + choice_h + 8 : std::max(text_h, choice_h));
    rows(c, "import/columns", room.area, preview.columns.size(), row_h + 12, c.words.get("import.choose_columns"),
         [&](std::size_t i, ui::Rect column) {
             column.h = row_h;
             if (auto const now = column_row(c, preview, i, column))
                 chosen = now;
         });
    if (chosen && !busy)
        c.requests.emplace_back(WallWish(ChooseColumns{*chosen}));
}

/// *Hent ind*, and the ways back from it.
void preview_buttons(Context& c, ImportPage& page, BringFacts const& bring, PageRoom& room) {
    auto const& preview = *bring.preview;
    bool const course = preview.kind == BringKind::Course, busy = is_busy(bring);
    auto const label = course ? c.words.get("import.bring_course")
                              : c.words.say("import.bring_ideas", {{"n", count(preview.coming.size())}});
    if (page_button(c, room, "import/bring", label, !busy && (course || !preview.coming.empty()), ui::Icon::ArrowDown))
        c.requests.emplace_back(WallWish(BringIn{}));
    ui::Rect row = side_row(c, room);
    if (preview.columns.size() > 1 &&
        side_button(c, row, "import/choose-columns", c.words.get("import.choose_columns"), !busy))
        page.columns = true;
    if (side_button(c, row, "import/back", c.words.get("import.other_file"), !busy))
        c.requests.emplace_back(WallWish(LeaveFile{}));
}

} // namespace

void import_preview(Context& c, ImportPage& page, WallFacts const& facts, PageRoom& room) {
    auto const& bring = facts.bring;
    auto const& preview = *bring.preview;
    if (!std::exchange(page.asked, true)) {
        page.columns = !preview.clear;
        if (preview.kind == BringKind::Course)
            c.requests.emplace_back(WallWish(LookAtCourses{})); // is there one of that name?
    }
    if (page.columns)
        return columns_part(c, page, facts, room);
    preview_buttons(c, page, bring, room);
    page_heading(c, room.area, bring.file.name, c.words.get(is_busy(bring) ? "import.bringing" : "import.not_yet"));
    import_told(c, bring, room.area);
    auto const [first, second] = halves(c, room.area);
    if (preview.kind == BringKind::Course) {
        course_card(c, facts, first);
        coming_card(c, preview, second);
    } else {
        coming_card(c, preview, first);
        left_out_card(c, preview, second);
    }
}

} // namespace screens
