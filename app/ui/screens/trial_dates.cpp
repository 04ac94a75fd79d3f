// When a trial runs: ready days to tap, and a month for any other. Trials end at meetings, so those come first.
#include "ui/screens/trial_form.h"

#include <algorithm>

namespace screens {

namespace {

using std::chrono::days;

constexpr float chip_gap = 8;
constexpr int long_trial_days = 30; // soft warning only (method.md 1.4)

struct Chip {
    std::string id, label;
    std::optional<board::Date> date; ///< none: any other day, from the picker
    bool chosen = false;
    bool small = false; ///< only its icon
};

std::string short_date(Context const& c, board::Date date) {
    return text::date(c.language(), date, text::DateStyle::Short);
}

board::Date next_monday(board::Date today) {
    unsigned const weekday = std::chrono::weekday(today).iso_encoding();
    return today + days(8 - static_cast<int>(weekday));
}

/// The ready days, and a last chip for any other: it shows the day when that is the one chosen.
std::vector<Chip> with_other(Context const& c, std::string const& id, std::vector<Chip> chips,
                             std::optional<board::Date> chosen) {
    bool ready = false;
    for (auto& chip : chips)
        if (!ready && chosen && chip.date == chosen)
            ready = chip.chosen = true;
    bool const other = chosen && !ready;
    chips.push_back({id + "/other", other ? short_date(c, *chosen) : c.words.get("start.other_date"), {}, other});
    for (std::size_t i = 0; i + 1 < chips.size(); ++i)
        chips[i].id = id + "/" + std::to_string(i + 1);
    return chips;
}

std::vector<Chip> from_chips(Context const& c, TrialView const& view) {
    auto const today = c.now.today;
    std::vector<Chip> chips{{{}, c.words.get("date.today"), today},
                            {{}, c.words.get("date.tomorrow"), today + days(1)}};
    if (next_monday(today) != today + days(1))
        chips.push_back({{}, c.words.get("start.on_monday"), next_monday(today)});
    return with_other(c, "start/from", std::move(chips), view.plan.from);
}

enum class Words { Full, Short };

std::vector<Chip> to_chips(Context const& c, TrialView const& view, Words words) {
    auto const day = check_day(c.board, view.plan.from.value_or(c.now.today));
    auto const* meeting = board::next_meeting(c.board, day);
    bool const is_meeting = meeting && meeting->date == day;
    bool const is_follow_up = c.board.course.follow_up == day;
    std::string key = is_meeting ? "start.next_meeting" : is_follow_up ? "start.follow_up" : "start.in_two_weeks";
    if (words == Words::Short)
        key += "_short";
    return with_other(c, "start/to", {{{}, c.words.say(key, {{"date", short_date(c, day)}}), day}}, view.plan.to);
}

float width_of(Context& c, Chip const& chip) { return chip.small ? c.ui.theme().target : choice_width(c, chip.label); }

float width_of(Context& c, std::vector<Chip> const& chips) {
    float sum = -chip_gap;
    for (auto const& chip : chips)
        sum += width_of(c, chip) + chip_gap;
    return sum;
}

/// How much narrower the chips with words must be for both rows to fit in `room`.
float squeezed(Context& c, std::vector<Chip> const& from, std::vector<Chip> const& to, float room) {
    float words = 0, wide = width_of(c, from) + width_of(c, to);
    for (auto const* chips : {&from, &to})
        for (auto const& chip : *chips)
            words += chip.small ? 0 : width_of(c, chip);
    return std::min(1.0F, (room - (wide - words)) / words);
}

/// Draws the chips from the left; the tapped one.
Chip const* chip_row(Context& c, std::vector<Chip> const& chips, ui::Rect& row, float squeeze) {
    Chip const* tapped = nullptr;
    for (auto const& chip : chips) {
        auto const rect = row.cut_left(width_of(c, chip) * (chip.small ? 1 : squeeze), chip_gap);
        auto const icon = chip.date || chip.chosen ? std::nullopt : std::optional(ui::Icon::Calendar);
        if (ui::button(c.ui, {.id = chip.id,
                              .rect = rect,
                              .label = chip.small ? std::string() : chip.label,
                              .icon = chip.small ? icon : std::nullopt,
                              .look = chip.chosen ? ui::ButtonLook::Chosen : ui::ButtonLook::Quiet,
                              .value = chip.chosen ? "on" : "off",
                              .role = "choice",
                              .item_label = chip.label}))
            tapped = &chip;
    }
    return tapped;
}

void set_from(Context const& c, TrialView& view, board::Date from) {
    view.plan.from = from;
    if (!view.plan.to || *view.plan.to <= from)
        view.plan.to = check_day(c.board, from);
    view.form.touch(c);
}

void set_to(Context const& c, TrialView& view, board::Date to) {
    view.plan.to = to;
    view.form.touch(c);
}

/// "15 dage", or a nudge to make it smaller.
void how_long(Context& c, TrialView const& view, ui::Rect line) {
    if (!view.plan.from || !view.plan.to || view.form.wrong == "start/dates")
        return;
    int const length = board::days_between(*view.plan.from, *view.plan.to) + 1;
    if (length < 1)
        return;
    auto const key = length > long_trial_days ? "start.long_trial" : "date.days";
    ui::label_centred(c.ui, c.words.say(key, {{"n", std::int64_t{length}}}), line, c.ui.theme().small, ui::colour::soft,
                      ui::Align::Right);
}

} // namespace

float dates_height(Context const& c) { return field_height(c, 0) + c.ui.theme().target; }

void dates_field(Context& c, TrialView& view, ui::Rect rect) {
    bool const picking = view.picking.starts_with("start/date");
    auto const state = view.form.wrong == "start/dates" ? FieldState::Wrong
                       : picking                        ? FieldState::Active
                                                        : FieldState::Resting;
    field_ground(c, rect, state);
    ui::Rect inside = rect.inset(20, 12);
    how_long(c, view, {inside.x + inside.w * 0.3F, inside.y, inside.w * 0.7F, line_height(c.ui.theme().small)});
    question_line(c, view.form, "start/dates", inside, c.words.get("start.when"));
    ui::Rect row = inside.cut_top(c.ui.theme().target);
    auto const& type = c.ui.theme().label;
    auto from = from_chips(c, view), to = to_chips(c, view, Words::Full);
    float const word = c.ui.type().width(c.words.get("start.to"), type) + 16;
    auto const room = [&] { return row.w - word - chip_gap * 2; };
    if (width_of(c, from) + width_of(c, to) > room())
        from.back().small = !from.back().chosen;
    if (width_of(c, from) + width_of(c, to) > room())
        to.back().small = !to.back().chosen;
    if (squeezed(c, from, to, room()) < 0.95F) {
        bool const small = to.back().small;
        to = to_chips(c, view, Words::Short);
        to.back().small = small;
    }
    constexpr std::size_t monday = 2; // of the ready days the first to go
    bool const all = from.size() == monday + 2;
    if (all && !from[monday].chosen && squeezed(c, from, to, room()) < 0.85F)
        from.erase(from.begin() + static_cast<std::ptrdiff_t>(monday));
    float const squeeze = squeezed(c, from, to, room());
    if (auto const* chip = chip_row(c, from, row, squeeze))
        chip->date ? set_from(c, view, *chip->date)
                   : begin_picking(view, "start/date-from", view.plan.from.value_or(c.now.today));
    ui::label_centred(c.ui, c.words.get("start.to"), row.cut_left(word, chip_gap), type, ui::colour::soft);
    if (auto const* chip = chip_row(c, to, row, squeeze))
        chip->date ? set_to(c, view, *chip->date)
                   : begin_picking(view, "start/date-to", view.plan.to.value_or(c.now.today));
}

void dates_picker(Context& c, TrialView& view, ui::Rect rect) {
    if (auto const day = pick_date(c, view, "start/date-from", rect, view.plan.from))
        set_from(c, view, *day);
    if (auto const day = pick_date(c, view, "start/date-to", rect, view.plan.to))
        set_to(c, view, *day);
}

} // namespace screens
