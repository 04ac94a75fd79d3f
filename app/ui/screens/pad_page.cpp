#include "ui/screens/pad_page.h"

#include "ui/screens/pad_photo.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float inside = 28, row_gap = 16;
constexpr float text_h = 176, key_rows_h = 380, foot_h = 80, builds_on_h = 34;
constexpr int counter_from = 240; // bad-input.md: the counter shows itself near the end

constexpr float tab_gap = 8;

float top_h(Context const& c) { return std::max(c.ui.theme().target, 76.0F); }

struct Tab {
    PadTool tool;
    char const *id, *word;
    ui::Icon icon;
};
constexpr Tab tabs[] = {{PadTool::Write, "/write", "compose.write", ui::Icon::Keyboard},
                        {PadTool::Draw, "/draw", "compose.draw", ui::Icon::Pencil},
                        {PadTool::Photo, "/picture", "photo.title", ui::Icon::Picture}};

/// *Skriv*, *Tegn* and *Billede*: one note can have all three. Their words are of one size, and leave room for the
/// papers beside them, each of which a finger must be able to hit.
void tool_tabs(Context& c, Pad& pad, ui::Rect& row, std::string const& id) {
    float const papers = 5 * 25 * c.ui.theme().mm, widest = (row.w - papers) / 3 - tab_gap;
    ui::Type type = c.ui.theme().small;
    for (Tab const& tab : tabs)
        type.size = std::min(type.size, ui::fitted(c.ui, c.words.get(tab.word), c.ui.theme().small, widest - 10).size);
    for (Tab const& tab : tabs) {
        auto const& words = c.words.get(tab.word);
        float const width = std::min(std::max(76.0F, 14 + c.ui.type().width(words, type)), widest);
        bool const chosen = pad.tool == tab.tool;
        ui::Rect const rect = row.cut_left(width, tab_gap);
        c.ui.canvas().rounded(rect, ui::radius::note, chosen ? ui::colour::accent : ui::colour::lane);
        auto const ink = chosen ? ui::colour::white : ui::colour::ink;
        c.ui.canvas().icon(tab.icon, {rect.centre().x, rect.y + rect.h * 0.34F}, 28, ink);
        ui::label_centred(c.ui, words, {rect.x + 5, rect.y + rect.h * 0.54F, rect.w - 10, rect.h * 0.4F}, type, ink);
        if (c.ui.touch(
                    {.id = id + tab.id, .role = "toggle", .label = words, .value = chosen ? "on" : "off", .rect = rect})
                .tapped) {
            pad.tool = tab.tool;
            pad.choosing_author = false;
            pad.picking_photo = false;
        }
    }
}

/// The five papers, sharing what room is left.
void colours(Context& c, Pad& pad, ui::Rect row, std::string const& id) {
    float const pitch = std::min(row.w / 5, 60.0F), gap = 4 * c.ui.theme().mm, side = pitch - gap;
    for (int i = 0; i < 5; ++i) {
        auto const paper = static_cast<board::NoteColour>(i);
        ui::Rect const hit = row.cut_left(pitch).inset(gap / 2, 0);
        ui::Rect const box = ui::Rect{hit.centre().x - side / 2, hit.centre().y - side / 2, side, side};
        bool const chosen = pad.colour == paper;
        c.ui.canvas().rounded(box, 10, colour_of(paper));
        c.ui.canvas().outline(box, 10, chosen ? 4.0F : 2.0F, chosen ? ui::colour::accent : ui::colour::line);
        if (c.ui.touch({.id = id + "/colour/" + std::to_string(i + 1),
                        .role = "toggle",
                        .label = c.words.get("compose.colour_" + std::to_string(i + 1)),
                        .value = chosen ? "on" : "off",
                        .rect = hit})
                .tapped)
            pad.colour = paper;
    }
}

void author_disc(Context& c, Pad& pad, ui::Rect row, std::string const& id) {
    auto const* author = pad.author ? board::find_participant(c.board, *pad.author) : nullptr;
    float const r = 32;
    ui::Vec2 const at{row.right() - r - 4, row.centre().y};
    if (author) {
        if (person(c, id + "/author", *author, at, r))
            pad.choosing_author = !pad.choosing_author;
        return;
    }
    c.ui.canvas().dashed_ring(at, r - 2, 3, ui::colour::faint);
    c.ui.canvas().icon(ui::Icon::People, at, 34, ui::colour::soft);
    float const hit = std::max(2 * r, c.ui.theme().target);
    if (c.ui.touch({.id = id + "/author",
                    .role = "button",
                    .label = c.words.get("compose.author"),
                    .value = {},
                    .rect = {at.x - hit / 2, at.y - hit / 2, hit, hit}})
            .tapped)
        pad.choosing_author = !pad.choosing_author;
}

void author_list(Context& c, Pad& pad, ui::Rect rect, std::string const& id) {
    auto const& question = c.ui.type().lay(c.words.get("compose.who"), {.type = c.ui.theme().label, .width = rect.w});
    c.ui.canvas().paragraph(question, {rect.x, rect.y + 8}, ui::colour::soft);
    rect.cut_top(question.height + 24);
    ui::Rect const nobody = rect.cut_bottom(std::max(c.ui.theme().target, 76.0F));
    float const step = 92;
    ui::Vec2 at{rect.x + 42, rect.y + 42};
    int k = 0;
    for (auto const& participant : c.board.participants) {
        ++k;
        if (!participant.active)
            continue;
        if (person(c, id + "/author/" + std::to_string(k), participant, at, 38, pad.author == participant.id)) {
            pad.author = participant.id;
            pad.choosing_author = false;
        }
        at.x += step;
        if (at.x + 42 > rect.right())
            at = {rect.x + 42, at.y + step};
        if (at.y + 42 > rect.bottom())
            break;
    }
    if (ui::button(c.ui, {.id = id + "/author/nobody", .rect = nobody, .label = c.words.get("compose.nobody")})) {
        pad.author.reset();
        pad.choosing_author = false;
    }
}

/// What was wrong, at the foot of the paper, and *Bekræft* where that is an answer.
PadWish refusal(Context& c, Pad& pad, std::string const& id, ui::Rect& words) {
    PadWish wish = PadWish::None;
    bool const confirmable = pad.refused->rule == board::Rule::LooksPersonal;
    ui::Rect foot = words.cut_bottom(confirmable ? std::max(c.ui.theme().target, 72.0F) : 34, 6);
    if (confirmable) {
        ui::Rect const yes = foot.cut_right(190, 14);
        if (ui::button(c.ui, {.id = id + "/confirm", .rect = yes, .label = c.words.get("compose.confirm")}))
            wish = PadWish::PlaceConfirmed;
    }
    ui::label(c.ui, c.words.refusal(*pad.refused), foot, c.ui.theme().small, ui::colour::coral_text);
    return wish;
}

/// The note itself, with what was refused told under the words and the counter near the end.
PadWish note(Context& c, Pad& pad, std::string const& id, ui::Rect rect) {
    PadWish wish = PadWish::None;
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::note, colour_of(pad.colour));
    ui::Rect words = rect.inset(24, 18);
    if (pad.refused) {
        wish = refusal(c, pad, id, words);
    } else if (pad.text.characters() >= counter_from || pad.text.hit_limit()) {
        auto const left = c.words.say("compose.counter", {{"n", std::int64_t{pad.text.characters()}},
                                                          {"limit", std::int64_t{pad.text.max_characters()}}});
        ui::label_centred(c.ui, left, words.cut_bottom(32), c.ui.theme().small, ui::colour::soft, ui::Align::Right);
    }
    if (pad.photo) {
        auto const size = photo_size(*pad.photo, words.w * 0.36F, words.h);
        draw_photo(c, *pad.photo, {words.right() - size.x, words.centre().y - size.y / 2, size.x, size.y});
        words.w -= size.x + 18;
    }
    ui::Type type = c.ui.theme().heading;
    type.weight = ui::Weight::Medium;
    if (c.ui.type().lay(pad.text.text(), {.type = type, .width = words.w}).height > words.h)
        type = c.ui.theme().card;
    ui::text_area(
        c.ui, id + "/text", words, pad.text,
        {.type = type, .placeholder = c.words.get("compose.placeholder"), .label = c.words.get("compose.text")});
    return wish;
}

/// The same paper, to draw on; the words it has stay at the top of it.
PadWish drawing(Context& c, Pad& pad, std::string const& id, ui::Rect rect) {
    PadWish wish = PadWish::None;
    float const tools = std::max(c.ui.theme().target, 84.0F);
    ui::Rect const row = rect.cut_bottom(tools, row_gap);
    c.ui.canvas().rounded(rect, ui::radius::note, colour_of(pad.colour));
    if (!pad.text.empty())
        ui::label(c.ui, pad.text.text(), rect.inset(24, 18), quiet(c.ui.theme().card), ui::colour::soft,
                  ui::Align::Left, 2);
    ui::Rect sentence = rect.inset(24, 18);
    bool changed = ui::ink_pad(c.ui, id + "/ink", rect, pad.ink);
    if (pad.refused)
        wish = refusal(c, pad, id, sentence);
    else if (pad.ink.full())
        ui::label(c.ui, c.words.get("compose.ink_full"), sentence.cut_bottom(34), c.ui.theme().small,
                  ui::colour::coral_text);
    else if (pad.ink.ink.empty() && pad.ink.pens.empty() && pad.text.empty())
        ui::label_centred(c.ui, c.words.get("compose.draw_here"), rect, quiet(c.ui.theme().card), ui::colour::soft,
                          ui::Align::Centre);
    changed = ui::ink_tools(c.ui, id + "/ink", row, pad.ink) || changed;
    if (changed)
        pad.refused.reset();
    return wish;
}

/// On the page of photos there are no words to tell it under.
PadWish refused_photo(Context& c, Pad& pad, std::string const& id, ui::Rect& paper) {
    if (!pad.refused)
        return PadWish::None;
    ui::Rect line = paper.cut_bottom(std::max(c.ui.theme().target, 72.0F), 8);
    return refusal(c, pad, id, line);
}

/// What the new idea stands on, so that nobody wonders which card was meant.
void builds_on_line(Context& c, Pad const& pad, ui::Rect line) {
    auto const* idea = board::find_idea(c.board, *pad.builds_on);
    if (!idea)
        return;
    c.ui.canvas().icon(ui::Icon::Plus, {line.x + 12, line.centre().y}, 22, ui::colour::soft);
    line.cut_left(34);
    ui::label_centred(c.ui, c.words.say("compose.builds_on", {{"text", title_of(c, *idea)}}), line,
                      quiet(c.ui.theme().small), ui::colour::soft, ui::Align::Left);
}

/// True when Enter was hit.
bool keys(Context& c, Pad& pad, std::string const& id, ui::Rect rect, bool takes_keys) {
    auto const typed = ui::keyboard(c.ui, id, rect, c.keyboard, pad.keyboard, pad.text, c.suggest);
    auto const real = takes_keys ? ui::type_keys(c.ui.input(), pad.text) : ui::KeyboardResult{};
    if (typed.changed || real.changed)
        pad.refused.reset();
    if (real.changed)
        pad.touched_s = c.ui.now_s();
    return typed.enter || real.enter;
}

PadWish foot(Context& c, Pad const& pad, std::string const& id, ui::Rect row, std::optional<int> seconds_left) {
    auto const close_words = seconds_left
                                 ? c.words.say("compose.closes_in", {{"n", static_cast<std::int64_t>(*seconds_left)}})
                                 : c.words.get("common.close");
    float const close_w = seconds_left ? 200.0F : 150.0F;
    ui::Rect const left = c.look.left_hand ? row.cut_right(close_w, 14) : row.cut_left(close_w, 14);
    PadWish wish = PadWish::None;
    if (ui::button(c.ui, {.id = id + "/place",
                          .rect = row,
                          .label = c.words.get(pad.edits ? "compose.save" : "compose.place"),
                          .look = ui::ButtonLook::Primary}))
        wish = PadWish::Place;
    if (ui::button(c.ui, {.id = id + "/close", .rect = left, .label = close_words}))
        wish = PadWish::Close;
    return wish;
}

} // namespace

float pad_height(Context const& c) { return 2 * inside + top_h(c) + text_h + key_rows_h + foot_h + 3 * row_gap; }

PadWish draw_pad_page(Context& c, Pad& pad, std::string const& id, ui::Rect rect, bool takes_keys,
                      std::optional<int> seconds_left) {
    ui::Rect rest = rect.inset(inside);
    ui::Rect top = rest.cut_top(top_h(c), row_gap);
    author_disc(c, pad, top.cut_right(76, tab_gap), id);
    tool_tabs(c, pad, top, id);
    colours(c, pad, top, id);
    ui::Rect paper = rest.cut_top(text_h + row_gap + key_rows_h, row_gap);
    if (pad.builds_on)
        builds_on_line(c, pad, paper.cut_top(builds_on_h));
    auto wish = PadWish::None;
    take_in_photo(c, pad);
    if (pad.tool == PadTool::Photo && !pad.choosing_author) {
        wish = refused_photo(c, pad, id, paper);
        photo_page(c, pad, id, paper);
    } else if (pad.tool == PadTool::Draw && !pad.choosing_author) {
        wish = drawing(c, pad, id, paper);
    } else {
        ui::Rect const middle = paper.cut_bottom(key_rows_h, row_gap);
        wish = note(c, pad, id, paper);
        if (pad.choosing_author)
            author_list(c, pad, middle, id);
        else if (keys(c, pad, id, middle, takes_keys))
            wish = PadWish::PlaceAndGoOn;
    }
    auto const asked = foot(c, pad, id, rest, seconds_left);
    return asked == PadWish::None ? wish : asked;
}

} // namespace screens
