#include "ui/screens/context.h"

#include "board/effect.h"
#include "ui/screens/where_we_are.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

namespace {

constexpr float least_where_w = 470; // the meetings' pill with its dots and a day
constexpr float title_left = 92;     // of the name, from where the mark begins

/// To the lanes' top. On an upright wall the pills have a row of their own.
float header_height(Context const& c) { return c.ui.is_part() ? 72 : c.ui.portrait() ? 184 : 112; }

float text_pill_width(Context& c, std::string_view text) { return c.ui.type().width(text, c.ui.theme().label) + 52; }

/// What the course's name and the mark of made-up data need beside the meetings, du. Upright, the name stands above.
float beside_meetings(Context& c) {
    float const name = c.ui.portrait() ? 0 : 92 + c.ui.type().width(c.board.course.name, c.ui.theme().title) + 24;
    return name + (c.board.course.fictional ? text_pill_width(c, c.words.get("header.fictional")) + 44 : 0);
}

/// The mark of made-up data, in one word where the name needs the room.
void fictional_pill(Context& c, ui::Rect& free, float beside) {
    float const name = c.ui.type().width(c.board.course.name, c.ui.theme().title);
    float const room = c.ui.portrait() ? free.w - beside : free.w - beside - title_left - name;
    auto const& whole = c.words.get("header.fictional");
    bool const fits = text_pill_room(c, whole) <= room;
    text_pill(c, free, fits ? whole : c.words.get("header.fictional_brief"), ui::colour::soft);
}

/// Returns where the longer of the two ends, du.
float title_lines(Context& c, HeaderLook const& look, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto const& course = c.board.course;
    auto const& under = !look.subtitle.empty()     ? look.subtitle
                        : course.workplace.empty() ? course.challenge
                                                   : course.workplace;
    float const middle = under.empty() ? 17 : 0;
    ui::label_centred(c.ui, course.name, {rect.x, rect.y + middle, rect.w, 50}, theme.title, ui::colour::ink,
                      ui::Align::Left);
    float const lower = std::max(0.0F, theme.title.size - 40) / 2; // large letters reach further down
    ui::label_centred(c.ui, under, {rect.x, rect.y + 48 + lower, rect.w, 32}, quiet(theme.label), ui::colour::soft,
                      ui::Align::Left);
    float const longer = std::max(c.ui.type().width(course.name, theme.title),
                                  c.ui.type().width(under, quiet(theme.label)));
    return rect.x + std::min(longer, rect.w);
}

/// A part stands under the wall's own header, and says only what is worked on in it.
ui::Rect part_heading(Context& c, HeaderLook const& look) {
    float const pill_w = text_pill_width(c, c.words.get("form.saved")) + 60;
    ui::Rect const screen = c.ui.screen();
    ui::Rect const free{screen.x + ui::space::margin, screen.y + 4, screen.w - 2 * ui::space::margin, 60};
    float const width = free.w - (look.clock ? 0 : pill_w); // forms say there that they are saved
    auto const& theme = c.ui.theme();
    auto const type = sized_to(c, look.subtitle, theme.heading, width, {theme.body.size, theme.label.size});
    ui::label_centred(c.ui, look.subtitle, {free.x, free.y, width, free.h}, type, ui::colour::ink, ui::Align::Left);
    return free;
}

} // namespace

std::string idea_id(board::Idea const& idea) { return "idea/" + std::to_string(idea.no); }

std::string trial_id(board::Idea const& idea, int trial_no) {
    return "trial/" + std::to_string(idea.no) + "." + std::to_string(trial_no);
}

std::string title_of(Context const& c, board::Idea const& idea) {
    if (idea.masked)
        return c.words.get("silent.masked");
    if (!idea.text.empty())
        return idea.text;
    return c.words.say(idea.photo && !idea.ink ? "photo.card" : "card.drawing", {{"no", std::int64_t{idea.no}}});
}

ui::Colour colour_of(board::Board const& board, board::ParticipantId id) {
    auto const& people = board.participants;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (people[i].id == id)
            return ui::colour::people[i % std::size(ui::colour::people)];
    return ui::colour::faint;
}

std::string const& word_of(Context const& c, board::EffectArea area) {
    constexpr std::array<char const*, effect_areas> keys{
        "area.time",          "area.quality",          "area.citizen_experience",
        "area.work_pressure", "area.job_satisfaction", "area.collaboration",
        "area.overview",      "area.absence",          "area.money"};
    return c.words.get(keys[static_cast<std::size_t>(area)]);
}

ui::Colour colour_of(board::EffectArea area) { return ui::colour::areas[static_cast<std::size_t>(area)]; }

ui::Icon icon_of(board::EffectArea area) {
    using board::EffectArea;
    switch (area) {
    case EffectArea::Time: return ui::Icon::Clock;
    case EffectArea::Quality: return ui::Icon::Medal;
    case EffectArea::CitizenExperience: return ui::Icon::Speech;
    case EffectArea::WorkPressure: return ui::Icon::Gauge;
    case EffectArea::JobSatisfaction: return ui::Icon::Heart;
    case EffectArea::Collaboration: return ui::Icon::People;
    case EffectArea::Overview: return ui::Icon::Eye;
    case EffectArea::Absence: return ui::Icon::FirstAid;
    case EffectArea::Money: break;
    }
    return ui::Icon::Coins;
}

ui::Colour colour_of(board::NoteColour paper) { return ui::colour::notes[static_cast<std::size_t>(paper)]; }

bool person(Context& c, std::string const& id, board::Participant const& participant, ui::Vec2 centre, float radius,
            bool halo, bool faded) {
    return ui::avatar(c.ui, {.id = id,
                             .centre = centre,
                             .radius = radius,
                             .initials = text::initials(participant.name),
                             .name = participant.name,
                             .colour = colour_of(c.board, participant.id),
                             .halo = halo,
                             .faded = faded});
}

ui::Rect header(Context& c, HeaderLook const& look) {
    if (c.ui.is_part())
        return part_heading(c, look);
    auto const& theme = c.ui.theme();
    ui::Rect const screen = c.ui.screen();
    ui::Rect free{screen.x + ui::space::margin, screen.y + c.lowered + 22, screen.w - 2 * ui::space::margin, 60};
    if (look.clock) {
        auto const time = text::clock(c.language(), c.hour, c.minute);
        ui::Type clock = theme.title;
        clock.weight = ui::Weight::SemiBold;
        clock.tabular = true;
        float const width = c.ui.type().width(time, clock);
        ui::label_centred(c.ui, time, {free.right() - width, free.y, width, free.h}, clock, ui::colour::ink,
                          ui::Align::Right);
        free.w -= width + 28;
    }
    float const title_end = c.ui.portrait() ? free.right() : 0;
    if (c.ui.portrait())
        free = {screen.x + ui::space::margin, screen.y + c.lowered + 108, screen.w - 2 * ui::space::margin, 60};
    if (look.meetings)
        pulse_pill(c, free, free.w - beside_meetings(c) - least_where_w);
    where_pill(c, free, free.w - beside_meetings(c), look);
    if (c.board.course.fictional)
        fictional_pill(c, free, look.beside);
    if (c.saving)
        text_pill(c, free, c.words.get("header.saving"), ui::colour::soft, ui::Icon::Saving);
    c.ui.canvas().mark({screen.x + 68, screen.y + c.lowered + 54}, 66);
    float const end = c.ui.portrait() ? title_end : free.right() - look.beside;
    float const words_end = title_lines(c, look, {screen.x + 128, screen.y + c.lowered + 14, end - screen.x - 128, 84});
    c.header_room = free;
    if (!c.ui.portrait())
        c.header_room.cut_left(words_end - free.x);
    return free;
}

float text_pill_room(Context& c, std::string_view text, bool icon) {
    return text_pill_width(c, text) + (icon ? 40.0F : 0) + 20;
}

ui::Rect text_pill(Context& c, ui::Rect& free, std::string_view text, ui::Colour ink, std::optional<ui::Icon> icon) {
    auto const& type = c.ui.theme().label;
    float const icon_w = icon ? 40.0F : 0;
    float const width = text_pill_width(c, text) + icon_w;
    ui::Rect const rect{free.right() - width, free.y, width, free.h};
    free.w -= width + 20;
    if (!c.ui.is_part())
        c.header_room.w = free.right() - c.header_room.x;
    ui::Rect const inside = ui::pill(c.ui, rect);
    if (icon)
        c.ui.canvas().icon(*icon, {inside.x + 12, rect.centre().y}, 30, ink);
    ui::label_centred(c.ui, text, {rect.x + icon_w, rect.y, rect.w - icon_w, rect.h}, type, ink);
    return rect;
}

ui::Rect content_area(Context const& c) {
    ui::Rect const screen = c.ui.screen();
    float const top = header_height(c) + c.lowered;
    return {screen.x + ui::space::margin, screen.y + top, screen.w - 2 * ui::space::margin,
            bottom_band(c).y - ui::space::gap - screen.y - top};
}

ui::Rect bottom_band(Context const& c) {
    ui::Rect const screen = c.ui.screen();
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    float const rows = c.ui.portrait() ? 2 : 1;
    float const band = rows * height + (rows - 1) * 16;
    return {screen.x + ui::space::margin, screen.bottom() - std::max(ui::space::dock_bottom, c.band_low) - band,
            screen.w - 2 * ui::space::margin, band};
}

ui::Type sized_to(Context& c, std::string_view text, ui::Type type, float width, std::initializer_list<float> smaller) {
    for (float const size : smaller) {
        if (c.ui.type().width(text, type) <= width)
            break;
        type.size = size;
    }
    return type;
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (std::string_view const part : parts)
        if (!part.empty())
            all.append(all.empty() ? "" : "\u00A0· ").append(part);
    return all;
}

std::string figure(Context const& c, double value, std::string const& unit) {
    return text::amount(c.language(), value, unit);
}

std::string measure_line(Context const& c, board::Trial const& trial) {
    auto const& measure = trial.plan.measure;
    if (!measure || !measure->baseline)
        return c.words.get("board.experience");
    auto const number = [&](double value) { return text::number(c.language(), value); };
    std::string line = number(measure->baseline->value);
    if (auto const latest = board::latest_reading(trial))
        line += arrow_between + number(latest->value);
    if (measure->target)
        line = joined({line, c.words.say("board.target", {{"value", number(*measure->target)}})});
    return line;
}

} // namespace screens
