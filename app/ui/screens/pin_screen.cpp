#include "ui/screens/pin_screen.h"

#include "board/pin.h"
#include "ui/screens/pin_pad.h"

#include <algorithm>
#include <utility>

namespace screens {

namespace {

constexpr double left_alone_s = 40;
constexpr float inside = 44, head_gap = 12;

/// The card low on the wall, where every hand reaches its keys.
ui::Rect card(Context& c, float width, float height) {
    ui::Rect const screen = c.ui.screen();
    float const bottom = bottom_band(c).bottom();
    float const w = std::min(width, screen.w - 2 * ui::space::margin);
    ui::Rect const rect{screen.centre().x - w / 2, bottom - height, w, height};
    c.ui.canvas().shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    c.ui.canvas().rounded(rect, ui::radius::pad, ui::colour::white);
    c.ui.canvas().outline(rect, ui::radius::pad, 2, ui::colour::line);
    return rect;
}

/// Title, and under it what this is about, or in its place what went wrong. Always the same height.
void head(Context& c, ui::Rect& rest, std::string const& title, std::string const& about, std::string const& wrong) {
    auto const& theme = c.ui.theme();
    ui::label_centred(c.ui, title, rest.cut_top(line_height(theme.title), 6), theme.title, ui::colour::ink);
    ui::Rect const lines = rest.cut_top(2 * line_height(theme.label), head_gap);
    auto const type = wrong.empty() ? quiet(theme.label) : theme.label;
    ui::label(c.ui, wrong.empty() ? about : wrong, lines, type,
              wrong.empty() ? ui::colour::soft : ui::colour::coral_text, ui::Align::Centre, 2);
}

bool idle_too_long(Context& c, PinView& view) {
    bool const touched = !c.ui.input().pointers.empty() || !c.ui.input().keys.empty();
    if (touched || view.touched_at_s == 0)
        view.touched_at_s = c.ui.now_s();
    double const leaves_at_s = view.touched_at_s + left_alone_s;
    c.ui.wake_at(leaves_at_s);
    return c.ui.now_s() >= leaves_at_s;
}

float head_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return line_height(theme.title) + 6 + 2 * line_height(theme.label) + head_gap;
}

/// The pad with its dots under a head; what it asks for.
PinPadAsks pad_card(Context& c, PinView& view, PinFacts const& facts, std::string const& title,
                    std::string const& about, std::string const& done) {
    constexpr float dots_h = 56;
    float const height = 2 * inside + head_height(c) + dots_h + 16 + pin_pad_height(c);
    ui::Rect rest = card(c, 758, height).inset(60, inside);
    auto const told = facts.working ? std::string() : pin_sentence(c, facts);
    head(c, rest, title, facts.working ? c.words.get("pin.working") : about,
         view.sentence.empty() ? told : view.sentence);
    pin_dots(c, rest.cut_top(dots_h, 16), view.digits.size());
    auto const before = view.digits.size();
    auto const asks = pin_pad(
        c, "pin", rest, view.digits,
        {.done = done, .enabled = !facts.working && facts.wait_s == 0, .leave_label = c.words.get("common.back")});
    if (view.digits.size() != before)
        view.sentence.clear();
    bool const enough = view.digits.size() >= board::least_pin_digits;
    if (asks == PinPadAsks::Done && !enough) {
        view.sentence = c.words.get("pin.too_short");
        return PinPadAsks::Nothing;
    }
    return asks;
}

bool enter(Context& c, PinView& view, PinFacts const& facts) {
    auto const asks = pad_card(c, view, facts, c.words.get("pin.title"), c.words.get("pin.about"),
                               c.words.get("pin.open"));
    if (asks == PinPadAsks::Done)
        c.requests.emplace_back(WallWish(OpenWithPin{std::exchange(view.digits, {})}));
    auto const& forgotten = c.words.get("pin.forgotten");
    ui::Rect const band = bottom_band(c);
    float const width = c.ui.type().width(forgotten, c.ui.theme().button) + 80;
    float const height = std::max(c.ui.theme().target, 84.0F);
    ui::Rect const place = c.ui.portrait()
                               ? ui::Rect{c.ui.screen().centre().x - width / 2, content_area(c).y, width, height}
                               : ui::Rect{band.x, band.bottom() - height, width, height};
    if (ui::button(c.ui, {.id = "pin/forgotten", .rect = place, .label = forgotten})) {
        view.with_code = true;
        view.digits.clear();
        view.sentence.clear();
    }
    return asks == PinPadAsks::Leave;
}

/// Twice the same; then it is asked for.
void take_choice(Context& c, PinView& view) {
    auto const typed = std::exchange(view.digits, {});
    if (view.first.empty()) {
        auto const fault = board::fault_of_pin(typed);
        if (!fault)
            view.first = typed;
        else
            view.sentence = c.words.get(*fault == board::PinFault::Obvious ? "pin.obvious" : "pin.too_short");
        return;
    }
    bool const same = std::exchange(view.first, {}) == typed;
    if (same)
        c.requests.emplace_back(WallWish(ChoosePin{typed}));
    else
        view.sentence = c.words.get("pin.not_the_same");
}

bool choose(Context& c, PinView& view, PinFacts const& facts) {
    bool const again = !view.first.empty();
    auto const asks = pad_card(c, view, facts, c.words.get(again ? "pin.again" : "pin.choose"),
                               c.words.get(again ? "pin.again_about" : "pin.choose_about"),
                               c.words.get(again ? "pin.keep" : "pin.next"));
    if (asks == PinPadAsks::Done)
        take_choice(c, view);
    if (asks != PinPadAsks::Leave)
        return false;
    if (!again)
        return true;
    view.first.clear(); // a step back, not out
    view.digits.clear();
    return false;
}

void type_code(Context& c, std::string& code) {
    for (auto const& event : c.ui.input().keys) {
        if (auto const* typed = std::get_if<ui::TypedText>(&event))
            code = board::plain_recovery_code(code + typed->text);
        else if (std::get<ui::KeyPress>(event).key == ui::Key::Backspace && !code.empty())
            code.pop_back();
    }
    code.resize(std::min(code.size(), board::recovery_length));
}

/// Its letters, eight a row; each is its own key.
void code_keys(Context& c, std::string& code, ui::Rect rect, bool enabled) {
    constexpr std::size_t columns = 8, rows = board::recovery_letters.size() / columns;
    constexpr float gap = 12;
    float const width = (rect.w - gap * (columns - 1)) / columns, height = (rect.h - gap * (rows - 1)) / rows;
    for (std::size_t i = 0; i < board::recovery_letters.size(); ++i) {
        std::string const letter(1, board::recovery_letters[i]);
        ui::Rect const place{rect.x + static_cast<float>(i % columns) * (width + gap),
                             rect.y + static_cast<float>(i / columns) * (height + gap), width, height};
        if (ui::button(c.ui, {.id = "pin/letter/" + letter,
                              .rect = place,
                              .label = letter,
                              .look = ui::ButtonLook::Quiet,
                              .enabled = enabled,
                              .role = "key"}) &&
            code.size() < board::recovery_length)
            code += letter;
    }
}

/// What is typed of it, with a line where the rest goes.
void code_line(Context& c, ui::Rect rect, std::string const& code) {
    std::string shown = code;
    shown.resize(board::recovery_length, '_');
    auto type = c.ui.theme().title;
    type.tabular = true;
    type.tracking = 0.08F;
    ui::label_centred(c.ui, board::grouped_recovery_code(shown), rect, type, ui::colour::ink);
}

void enter_code(Context& c, PinView& view, PinFacts const& facts) {
    float const key_h = std::max(c.ui.theme().target, 80.0F), line_h = 70;
    ui::Rect rest = card(c, 1060, 2 * inside + head_height(c) + line_h + 16 + 5 * key_h + 4 * 12).inset(48, inside);
    head(c, rest, c.words.get("pin.code"), c.words.get(facts.working ? "pin.working" : "pin.code_about"),
         facts.working ? std::string() : pin_sentence(c, facts));
    code_line(c, rest.cut_top(line_h, 16), view.code);
    bool const enabled = !facts.working && facts.wait_s == 0;
    if (enabled)
        type_code(c, view.code);
    ui::Rect row = rest.cut_bottom(key_h, 12);
    code_keys(c, view.code, rest, enabled);
    float const third = (row.w - 24) / 3;
    if (ui::button(c.ui, {.id = "pin/leave",
                          .rect = row.cut_left(third, 12),
                          .label = c.words.get("common.back"),
                          .icon = ui::Icon::ArrowLeft})) {
        view.with_code = false;
        view.code.clear();
    }
    if (ui::button(c.ui, {.id = "pin/backspace",
                          .rect = row.cut_left(third, 12),
                          .icon = ui::Icon::Backspace,
                          .enabled = enabled,
                          .item_label = c.words.get("keyboard.backspace")}) &&
        !view.code.empty())
        view.code.pop_back();
    if (ui::button(c.ui, {.id = "pin/done",
                          .rect = row,
                          .label = c.words.get("pin.open"),
                          .look = ui::ButtonLook::Primary,
                          .enabled = enabled && view.code.size() == board::recovery_length}))
        c.requests.emplace_back(WallWish(OpenWithCode{std::exchange(view.code, {})}));
}

bool damaged(Context& c) {
    auto const& theme = c.ui.theme();
    auto const& words = c.ui.type().lay(c.words.get("pin.damaged"),
                                        {.type = theme.body, .width = 758 - 120, .align = ui::Align::Centre});
    float const button_h = std::max(theme.target, 88.0F), height = words.height;
    ui::Rect rest = card(c, 758, 2 * inside + line_height(theme.title) + 20 + height + 30 + button_h).inset(60, inside);
    ui::label_centred(c.ui, c.words.get("pin.title"), rest.cut_top(line_height(theme.title), 20), theme.title,
                      ui::colour::ink);
    ui::label(c.ui, c.words.get("pin.damaged"), rest.cut_top(height, 30), theme.body, ui::colour::ink,
              ui::Align::Centre);
    return ui::button(c.ui, {.id = "pin/leave",
                             .rect = rest.cut_top(button_h),
                             .label = c.words.get("facilitator.back"),
                             .look = ui::ButtonLook::Primary});
}

std::string wait_sentence(Context const& c, int wait_s) {
    if (wait_s < 60)
        return c.words.say("pin.wait_seconds", {{"n", std::int64_t{wait_s}}});
    return c.words.say("pin.wait_minutes", {{"n", std::int64_t{wait_s / 60}}, {"s", std::int64_t{wait_s % 60}}});
}

} // namespace

std::string pin_sentence(Context const& c, PinFacts const& facts) {
    using Said = PinFacts::Said;
    if (facts.wait_s > 0)
        return (facts.said == Said::Wrong ? c.words.get("pin.wrong") + " " : std::string()) +
               wait_sentence(c, facts.wait_s);
    switch (facts.said) {
    case Said::Wrong: return c.words.say("pin.wrong_left", {{"n", std::int64_t{facts.free_tries}}});
    case Said::NotKept: return c.words.get("pin.not_kept");
    case Said::NoMemory: return c.words.get("pin.no_memory");
    case Said::Nothing:
    case Said::Changed: break;
    }
    return {};
}

PinPadAsks pin_once_more(Context& c, PinFacts const& facts, ui::Rect rect, std::string& digits,
                         PinOnceMore const& look) {
    auto const& theme = c.ui.theme();
    float const pad_h = pin_pad_height(c);
    rect = rect.cut_bottom(std::min(rect.h, pad_h + theme.label.size * 1.3F + 60)); // its keys within reach
    auto const wrong = facts.working ? std::string() : pin_sentence(c, facts);
    ui::label_centred(c.ui, wrong.empty() ? look.why : wrong, rect.cut_top(theme.label.size * 1.3F, 4), theme.label,
                      wrong.empty() ? ui::colour::ink : ui::colour::coral_text);
    pin_dots(c, rect.cut_top(48, 8), digits.size());
    rect.h = std::min(rect.h, pad_h);
    auto const asks = pin_pad(c, "pin", rect, digits,
                              {.done = look.done,
                               .enabled = look.ready && !facts.working && !look.working && facts.wait_s == 0,
                               .leave_label = c.words.get("common.back"),
                               .done_look = ui::ButtonLook::Danger,
                               .keys = ui::colour::white});
    bool const enough = look.ready && digits.size() >= board::least_pin_digits;
    return asks == PinPadAsks::Done && !enough ? PinPadAsks::Nothing : asks;
}

void close_pin(PinView& view) { view = {}; }

bool pin_screen(Context& c, PinView& view, PinFacts const& facts) {
    header(c, {.subtitle = c.words.get("facilitator.title"), .meetings = false});
    if (idle_too_long(c, view))
        return true;
    if (facts.state == PinFacts::State::Damaged)
        return damaged(c);
    if (facts.state == PinFacts::State::NotSet || facts.choosing)
        return choose(c, view, facts);
    if (!view.with_code)
        return enter(c, view, facts);
    enter_code(c, view, facts);
    return false;
}

namespace {

/// What is said of the code as a file: how it went, or that a stick may be put in.
std::string code_file_sentence(Context const& c, CarryFacts const& carry) {
    using Step = CarryFacts::Step;
    if (carry.under_way())
        return c.words.say("pin.code_saving", {{"name", carry.place.name}});
    if (carry.step == Step::Done)
        return c.words.say("pin.code_saved", {{"name", carry.place.name}, {"file", carry.file}});
    return carry.step == Step::Failed ? carry.sentence : c.words.get("pin.code_insert");
}

std::vector<HomePlace> ready_sticks(WallFacts const& facts) {
    constexpr std::size_t beside = 3;
    std::vector<HomePlace> sticks;
    for (HomePlace const& place : facts.places)
        if (place.is_stick() && place.state == HomePlace::State::Ready && sticks.size() < beside)
            sticks.push_back(place);
    return sticks;
}

/// The code as a file on a stick: a sentence, and a button for each stick.
void code_on_stick(Context& c, WallFacts const& facts, std::vector<HomePlace> const& sticks, ui::Rect rest,
                   float sentence_h) {
    auto const& carry = facts.carry_code;
    bool const failed = carry.step == CarryFacts::Step::Failed, done = carry.step == CarryFacts::Step::Done;
    auto const said = code_file_sentence(c, carry);
    ui::Rect const line = rest.cut_top(sentence_h, 16);
    ui::label(c.ui, said, line, c.ui.theme().label,
              failed ? ui::colour::coral_text
              : done ? ui::colour::scale_text
                     : ui::colour::soft,
              ui::Align::Centre);
    c.ui.touch({.id = "pin/code-file",
                .role = "text",
                .label = said,
                .value = failed ? "failed"
                         : done ? "done"
                                : "",
                .rect = line,
                .accepts = ui::Accepts::Nothing});
    rest = rest.inset(rest.w > 900 && sticks.size() == 1 ? 200.0F : 0.0F, 0);
    float const width = (rest.w - 20 * static_cast<float>(sticks.size() - 1)) / static_cast<float>(sticks.size());
    for (std::size_t i = 0; i < sticks.size(); ++i)
        if (ui::button(c.ui, {.id = "pin/save/" + std::to_string(i),
                              .rect = rest.cut_left(width, 20),
                              .label = c.words.say("pin.save_on", {{"name", sticks[i].name}}),
                              .icon = ui::Icon::Export,
                              .enabled = !carry.under_way()}))
            c.requests.emplace_back(WallWish(CarryCode{sticks[i]}));
}

} // namespace

void recovery_code_screen(Context& c, WallFacts const& facts) {
    c.requests.emplace_back(WallWish(LookForPlaces{}));
    c.ui.wake_at(c.ui.now_s() + 2.1);
    auto const sticks = ready_sticks(facts);
    header(c, {.subtitle = c.words.get("facilitator.title"), .meetings = false});
    auto const& theme = c.ui.theme();
    auto const& about = c.words.get("pin.new_code_about");
    float const width = std::min(1300.0F, c.ui.screen().w - 2 * ui::space::margin), text_w = width - 2 * 70;
    float const about_h = c.ui.type().lay(about, {.type = theme.body, .width = text_w}).height;
    float const code_h = c.ui.portrait() ? 260 : 170, button_h = std::max(theme.target, 96.0F);
    float const sentence_h =
        c.ui.type().lay(code_file_sentence(c, facts.carry_code), {.type = theme.label, .width = text_w}).height;
    float const stick_h = sentence_h + (sticks.empty() ? 0 : 16 + button_h);
    ui::Rect rest = card(c, width,
                         2 * inside + line_height(theme.title) + 14 + about_h + 24 + code_h + 20 + stick_h + 24 +
                             button_h)
                        .inset(70, inside);
    ui::label_centred(c.ui, c.words.get("pin.new_code"), rest.cut_top(line_height(theme.title), 14), theme.title,
                      ui::colour::ink);
    ui::label(c.ui, about, rest.cut_top(about_h, 24), theme.body, ui::colour::soft, ui::Align::Centre);
    ui::Rect const code = rest.cut_top(code_h, 20);
    c.ui.canvas().rounded(code, ui::radius::card, ui::colour::paper);
    ui::Type type = theme.figure;
    type.tracking = 0.06F;
    if (!c.ui.portrait()) // on one line, as it is written down
        type = ui::fitted(c.ui, facts.pin.new_code, type, code.w - 40);
    c.ui.touch({.id = "pin/new-code",
                .role = "text",
                .label = c.words.get("pin.new_code"),
                .value = {}, // the map of what is on the wall is a file
                .rect = code,
                .accepts = ui::Accepts::Nothing});
    auto const& lines = c.ui.type().lay(facts.pin.new_code,
                                        {.type = type, .width = code.w - 40, .align = ui::Align::Centre});
    c.ui.canvas().paragraph(lines, {code.x + 20, code.centre().y - lines.height / 2}, ui::colour::ink);
    code_on_stick(c, facts, sticks, rest.cut_top(stick_h, 24), sentence_h);
    if (ui::button(c.ui, {.id = "pin/written",
                          .rect = rest.cut_top(button_h).inset(rest.w > 900 ? 200.0F : 0.0F, 0),
                          .label = c.words.get("pin.written"),
                          .look = ui::ButtonLook::Primary}))
        c.requests.emplace_back(WallWish(CodeIsWritten{}));
}

} // namespace screens
