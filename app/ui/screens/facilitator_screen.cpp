// *Skærm og sprog*: how the wall looks, what hangs on the wall, and when it rests. Everything holds at once and is kept in
// the settings file.
#include "ui/screens/facilitator.h"
#include "ui/screens/setting_keys.h"
#include "ui/screens/stepper.h"
#include "ui/screens/switch_card.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float gap = 20;

template <class Value> void set(Context& c, char const* key, Value value) {
    c.requests.emplace_back(WallWish(ChangeSetting{key, value}));
}

std::string clock_of(Context const& c, int minutes) { return text::clock(c.language(), minutes / 60, minutes % 60); }

/// As the settings file writes it.
std::string hh_mm(int minutes) {
    auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string millimetres(Context const& c, double mm) {
    return c.words.say("facilitator.millimetres", {{"n", static_cast<std::int64_t>(std::lround(mm))}});
}

void question(Context& c, ui::Rect& rest, char const* word) {
    auto const& type = c.ui.theme().label;
    ui::label_centred(c.ui, c.words.get(word), rest.cut_top(line_height(type), 6), type, ui::colour::ink,
                      ui::Align::Left);
}

/// What anybody may choose under *Mere*, too.
void look_column(Context& c, SettingsFacts const& facts, ui::Rect rest) {
    float const row = std::max(c.ui.theme().target, 76.0F);
    question(c, rest, "facilitator.language");
    bool const danish = c.language() == text::Language::Danish;
    int const language = choices(c, "screen/language", rest.cut_top(row, gap), {"Dansk", "English"}, danish ? 0 : 1);
    if (language >= 0 && (language == 0) != danish)
        c.requests.emplace_back(SwitchLanguage{});
    question(c, rest, "more.text_size");
    Look look = c.look;
    int const step = choices(c, "screen/text", rest.cut_top(row, gap),
                             {c.words.get("more.text_1"), c.words.get("more.text_2"), c.words.get("more.text_3")},
                             look.text_step);
    if (step >= 0)
        look.text_step = step;
    float const card_h = switch_card_height(c);
    if (switch_card(c, "screen/calm", rest.cut_top(card_h, 14), "more.calm", look.calm_motion))
        look.calm_motion = !look.calm_motion;
    if (switch_card(c, "screen/left-hand", rest.cut_top(card_h, 14), "more.left_hand", look.left_hand))
        look.left_hand = !look.left_hand;
    if (switch_card(c, "screen/contrast", rest.cut_top(card_h, 14), "more.contrast", look.high_contrast))
        look.high_contrast = !look.high_contrast;
    if (switch_card(c, "screen/sound", rest.cut_top(card_h, 14),
                    facts.silent ? "facilitator.sound_missing" : "facilitator.sound", facts.sound))
        set(c, setting::sound, !facts.sound);
    if (look != c.look)
        c.requests.emplace_back(ChangeLook{look});
}

void number(Context& c, ui::Rect rect, char const* id, char const* key, Stepper look) {
    look.id = id;
    auto const to = stepper(c, look, rect);
    if (to && *to == std::floor(*to))
        set(c, key, static_cast<std::int64_t>(*to)); // "66", as a hand writes it
    else if (to)
        set(c, key, *to);
}

/// Two settings beside each other.
struct Pair {
    ui::Rect first, second;
};
Pair pair(ui::Rect& rest, float height) {
    ui::Rect row = rest.cut_top(height, gap);
    float const half = (row.w - 24) / 2;
    return {row.cut_left(half, 24), row};
}

void time(Context& c, ui::Rect rect, char const* id, char const* key, char const* word, int minutes) {
    auto const to = stepper(c,
                            {.id = id,
                             .question = c.words.get(word),
                             .shown = clock_of(c, minutes),
                             .value = double(minutes),
                             .least = -30, // around midnight
                             .most = 24 * 60,
                             .step = 30},
                            rect);
    if (to)
        set(c, key, hh_mm((static_cast<int>(*to) + 24 * 60) % (24 * 60)));
}

/// What only who hangs the wall up knows.
void wall_column(Context& c, SettingsFacts const& facts, ui::Rect rest) {
    float const height = stepper_height(c);
    auto const inches = text::number(c.language(), facts.diagonal_inches) + "″";
    auto [diagonal, lower] = pair(rest, height);
    number(c, diagonal, "screen/diagonal", setting::diagonal,
           {.question = c.words.get("facilitator.diagonal"),
            .shown = inches,
            .value = facts.diagonal_inches,
            .least = 10,
            .most = 200});
    number(c, lower, "screen/lower-edge", setting::lower_edge,
           {.question = c.words.get("facilitator.lower_edge"),
            .shown = millimetres(c, facts.lower_edge_mm),
            .value = facts.lower_edge_mm,
            .least = 0,
            .most = 2000,
            .step = 10});
    auto [band, rests] = pair(rest, height);
    number(c, band, "screen/band", setting::band_height,
           {.question = c.words.get("facilitator.band"),
            .shown = millimetres(c, facts.band_height_mm),
            .value = facts.band_height_mm,
            .least = 0,
            .most = 1500,
            .step = 10});
    number(c, rests, "screen/rest", setting::rest_after,
           {.question = c.words.get("facilitator.rests_after"),
            .shown = c.words.say("facilitator.minutes",
                                 {{"n", static_cast<std::int64_t>(std::lround(facts.rest_after_minutes))}}),
            .value = facts.rest_after_minutes,
            .least = 1,
            .most = 60});
    auto [from, to] = pair(rest, height);
    time(c, from, "screen/night-from", setting::night_from, "facilitator.night_from", facts.night_from);
    time(c, to, "screen/night-to", setting::night_to, "facilitator.night_to", facts.night_to);
}

/// Where the settings are kept, or what is wrong with the file.
void file_line(Context& c, SettingsFacts const& facts, ui::Rect rect) {
    auto type = c.ui.theme().small;
    std::string said = facts.told.empty() ? std::string() : c.words.get(facts.told);
    if (said.empty() && !facts.ignored.empty()) {
        std::string names;
        for (auto const& name : facts.ignored)
            names += (names.empty() ? "" : ", ") + name;
        said = c.words.say("settings.ignored", {{"names", names}});
    }
    bool const wrong = !said.empty();
    if (!wrong && facts.file.empty())
        return;
    ui::label(c.ui, wrong ? said : c.words.say("settings.kept_in", {{"file", facts.file}}), rect, type,
              wrong ? ui::colour::coral_text : ui::colour::soft, ui::Align::Left, 2);
}

} // namespace

void screen_page(Context& c, FacilitatorView&, WallFacts const& facts, PageRoom room) {
    page_heading(c, room.area, c.words.get("facilitator.screen"), c.words.get("facilitator.screen_about"));
    auto const& small = c.ui.theme().small;
    ui::Rect line = room.area.cut_bottom(2 * line_height(small), 12);
    float const row = std::max(c.ui.theme().target, 76.0F), label = 40;
    bool const wide = !c.ui.portrait();
    float const look_h = 2 * (label + row + gap) + 4 * (switch_card_height(c) + 14);
    float const wall_h = 3 * (stepper_height(c) + gap);
    float const all = wide ? std::max(look_h, wall_h) : look_h + wall_h + 20;
    ui::Rect rest = room.area;
    rest.y -= c.ui.begin_scroll("screen/settings", room.area, all, c.words.get("facilitator.screen"));
    rest.h = all;
    rest.w -= 18;
    if (wide) {
        look_column(c, facts.settings, rest.cut_left(rest.w * 0.46F, 44));
        wall_column(c, facts.settings, rest);
    } else {
        look_column(c, facts.settings, rest.cut_top(look_h, 20));
        wall_column(c, facts.settings, rest);
    }
    c.ui.end_scroll();
    file_line(c, facts.settings, line);
}

} // namespace screens
