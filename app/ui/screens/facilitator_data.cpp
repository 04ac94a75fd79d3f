// *Data og pinkode*: who may be asked, and another PIN.
#include "board/pin.h"
#include "board/text_rules.h"
#include "ui/screens/facilitator.h"
#include "ui/screens/pin_pad.h"
#include "ui/screens/pin_screen.h"
#include "ui/screens/setting_keys.h"

#include <algorithm>
#include <utility>

namespace screens {

namespace {

constexpr int contact_characters = 200;
constexpr char const* contact_id = "data/contact";

void contact_part(Context& c, DataPage& page, WallFacts const& facts, PageRoom& room) {
    if (!std::exchange(page.filled, true)) {
        page.form.set(contact_id, facts.settings.contact, contact_characters);
        page.form.write_in(contact_id);
    }
    text_field(c, page.form, contact_id, room.area.cut_top(field_height(c, 2), 18), c.words.get("facilitator.contact"),
               c.words.get("facilitator.contact_hint"));
    form_keyboard(c, page.form, "data", room.area.cut_bottom(std::min(room.area.h, keyboard_height(c, room.area.h))));
    bool const saves = page_button(c, room, "data/save-contact", c.words.get("common.save"));
    if (saves)
        page.form.stop_writing();
    if (!save_is_due(c, page.form) && !saves)
        return;
    if (board::looks_like_cpr(page.form.value(contact_id)))
        page.form.refuse(contact_id, c.words.refusal({.rule = board::Rule::LooksLikeCpr, .name = {}}));
    else
        keep_contact(c, page, facts);
}

/// Old, new, and new again; then it is asked for.
void take_digits(Context& c, DataPage& page) {
    auto const typed = std::exchange(page.digits, {});
    page.sentence.clear();
    if (page.old_pin.empty()) {
        page.old_pin = typed;
    } else if (page.new_pin.empty()) {
        auto const fault = board::fault_of_pin(typed);
        if (!fault)
            page.new_pin = typed;
        else
            page.sentence = c.words.get(*fault == board::PinFault::Obvious ? "pin.obvious" : "pin.too_short");
    } else {
        auto const fresh = std::exchange(page.new_pin, {});
        if (fresh == typed)
            c.requests.emplace_back(WallWish(ChangePin{std::exchange(page.old_pin, {}), fresh}));
        else
            page.sentence = c.words.get("pin.not_the_same");
    }
}

void pin_part(Context& c, DataPage& page, WallFacts const& facts, PageRoom& room) {
    auto const& theme = c.ui.theme();
    bool const third = !page.new_pin.empty(), second = !third && !page.old_pin.empty();
    char const* title = third ? "pin.again" : second ? "pin.new" : "pin.old";
    auto wrong = page.sentence;
    if (wrong.empty() && page.old_pin.empty())
        wrong = pin_sentence(c, facts.pin);
    float const head_h = theme.heading.size * 1.3F + theme.label.size * 1.3F + 66;
    ui::Rect card = room.area.cut_bottom(std::min(room.area.h, head_h + pin_pad_height(c))); // its keys within reach
    card.w = std::min(card.w, 640.0F);
    ui::label_centred(c.ui, c.words.get(title), card.cut_top(theme.heading.size * 1.3F, 2), theme.heading,
                      ui::colour::ink);
    auto const& about = c.words.get(facts.pin.working ? "pin.working" : "pin.change_about");
    ui::label_centred(c.ui, wrong.empty() ? about : wrong, card.cut_top(theme.label.size * 1.3F, 6),
                      wrong.empty() ? quiet(theme.label) : theme.label,
                      wrong.empty() ? ui::colour::soft : ui::colour::coral_text);
    pin_dots(c, card.cut_top(48, 10), page.digits.size());
    card.h = std::min(card.h, pin_pad_height(c));
    auto const asks = pin_pad(c, "pin", card, page.digits,
                              {.done = c.words.get(third ? "pin.keep" : "pin.next"),
                               .enabled = !facts.pin.working && facts.pin.wait_s == 0,
                               .leave_label = c.words.get("common.back"),
                               .keys = ui::colour::white});
    if (asks == PinPadAsks::Leave) {
        if (page.old_pin.empty())
            page.part = DataPage::Part::Contact;
        page.digits.clear(), page.old_pin.clear(), page.new_pin.clear(), page.sentence.clear();
    }
    if (asks == PinPadAsks::Done && page.digits.size() >= board::least_pin_digits)
        take_digits(c, page);
}

} // namespace

void keep_contact(Context& c, DataPage const& page, WallFacts const& facts) {
    auto const contact = page.form.value(contact_id);
    if (page.filled && contact != facts.settings.contact && !board::looks_like_cpr(contact))
        c.requests.emplace_back(WallWish(ChangeSetting{setting::contact, contact}));
}

void data_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    auto& page = view.data;
    page_heading(c, room.area, c.words.get("facilitator.data"), c.words.get("facilitator.data_about"));
    int const part = page_parts(c, "data/part", room.area,
                                {c.words.get("facilitator.part_contact"), c.words.get("facilitator.part_pin")},
                                static_cast<int>(page.part));
    if (part >= 0) {
        keep_contact(c, page, facts);
        page = {};
        page.part = static_cast<DataPage::Part>(part);
    }
    switch (page.part) {
    case DataPage::Part::Contact: return contact_part(c, page, facts, room);
    case DataPage::Part::Pin: return pin_part(c, page, facts, room);
    }
}

} // namespace screens
