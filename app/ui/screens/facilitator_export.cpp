// *Eksport*: the board taken home. What shall come along, where it goes, and how far it has come.
#include "ui/screens/facilitator.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

using Step = CarryFacts::Step;

struct CardWords {
    char const* id;
    char const* name;
    char const* about;
    ui::Icon icon;
};
constexpr CardWords card_words[home_files] = {
    {"home/minutes", "home.minutes", "home.minutes_about", ui::Icon::Pencil},
    {"home/board", "home.board", "home.board_about", ui::Icon::Table},
    {"home/story", "home.story", "home.story_about", ui::Icon::Leaf},
    {"home/workbook", "home.workbook", "home.workbook_about", ui::Icon::Bars},
    {"home/picture", "home.picture", "home.picture_about", ui::Icon::Picture},
    {"home/calendar", "home.calendar", "home.calendar_about", ui::Icon::Calendar},
    {"home/data", "home.data", "home.data_about", ui::Icon::Export},
    {"home/tables", "home.tables", "home.tables_about", ui::Icon::More},
};
constexpr float gap = 16;

// --- what there is to choose from ---

std::vector<int> tried_ideas(board::Board const& board) {
    std::vector<int> numbers;
    for (board::Idea const& idea : board.ideas)
        if (!idea.trials.empty() && !idea.masked)
            numbers.push_back(idea.no);
    return numbers;
}

/// The last meeting that has been, and the idea that has come furthest.
void fill(Context const& c, ExportPage& page) {
    auto const& meetings = c.board.course.meetings;
    if (page.meeting == 0)
        for (board::Meeting const& meeting : meetings)
            if (meeting.date <= c.now.today || page.meeting == 0)
                page.meeting = meeting.no;
    page.meeting = std::min(page.meeting, static_cast<int>(meetings.size()));
    auto const ideas = tried_ideas(c.board);
    if (std::ranges::find(ideas, page.idea) == ideas.end())
        page.idea = ideas.empty() ? 0 : ideas.back();
}

/// Nothing to be told of a meeting that is not planned, or an idea that nobody has tried.
bool is_possible(ExportPage const& page, HomeFile file) {
    return (file != HomeFile::Minutes || page.meeting > 0) && (file != HomeFile::Story || page.idea > 0);
}

std::string about(Context const& c, ExportPage const& page, HomeFile file) {
    auto const& words = card_words[static_cast<int>(file)];
    if (file == HomeFile::Minutes)
        return page.meeting > 0 ? c.words.say(words.about, {{"no", std::int64_t{page.meeting}}})
                                : c.words.get("export.no_meetings");
    if (file != HomeFile::Story)
        return c.words.get(words.about);
    auto const* idea = find_idea(c.board, page.idea);
    if (!idea)
        return c.words.get("export.no_stories");
    return c.words.say(words.about, {{"no", std::int64_t{page.idea}}, {"idea", idea->text}});
}

// --- the cards ---

/// The meetings, or the ideas that were tried: what there is to step through.
std::vector<int> steps_of(Context const& c, HomeFile file) {
    if (file != HomeFile::Minutes)
        return tried_ideas(c.board);
    std::vector<int> all;
    for (board::Meeting const& meeting : c.board.course.meetings)
        all.push_back(meeting.no);
    return all;
}

bool has_steps(Context const& c, ExportPage const& page, HomeFile file) {
    return is_possible(page, file) && steps_of(c, file).size() > 1;
}

void step_through(Context& c, ExportPage& page, HomeFile file, ui::Rect rect) {
    auto const all = steps_of(c, file);
    int& at = file == HomeFile::Minutes ? page.meeting : page.idea;
    auto const here = std::ranges::find(all, at);
    if (here == all.end() || all.size() < 2)
        return;
    std::string const id = card_words[static_cast<int>(file)].id;
    ui::Rect const back = rect.cut_left(c.ui.theme().target);
    ui::Rect const on = rect.cut_right(c.ui.theme().target);
    ui::label_centred(c.ui, std::to_string(at), rect, c.ui.theme().button, ui::colour::ink);
    if (ui::button(c.ui, {.id = id + "/back",
                          .rect = back,
                          .icon = ui::Icon::ArrowLeft,
                          .look = ui::ButtonLook::Quiet,
                          .enabled = here != all.begin(),
                          .item_label = c.words.get("home.earlier")}))
        at = *std::prev(here);
    if (ui::button(c.ui, {.id = id + "/on",
                          .rect = on,
                          .icon = ui::Icon::ArrowRight,
                          .look = ui::ButtonLook::Quiet,
                          .enabled = std::next(here) != all.end(),
                          .item_label = c.words.get("home.later")}))
        at = *std::next(here);
}

void card(Context& c, ExportPage& page, HomeFile file, ui::Rect rect) {
    auto const& words = card_words[static_cast<int>(file)];
    auto const& theme = c.ui.theme();
    bool& chosen = page.chosen[static_cast<std::size_t>(file)];
    bool const possible = is_possible(page, file);
    bool const on = chosen && possible;
    ui::Rect inside = rect;
    bool const steps = has_steps(c, page, file) && (file == HomeFile::Minutes || file == HomeFile::Story);
    bool const below = c.ui.portrait(); // there is no room beside the words
    ui::Rect stepper;
    if (steps)
        stepper = below ? inside.cut_bottom(theme.target + 12) : inside.cut_right(2 * theme.target + 60, 0);
    auto const touch = c.ui.touch({.id = words.id,
                                   .role = "checkbox",
                                   .label = c.words.get(words.name),
                                   .value = on ? "on" : "off",
                                   .rect = inside,
                                   .enabled = possible});
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(ui::pressed(c.ui, words.id, touch)));
    canvas.outline(rect, ui::radius::card, on ? 4.0F : 2.0F, on ? ui::colour::accent : ui::colour::line);
    inside = inside.inset(26, 4);
    canvas.icon(on ? ui::Icon::Check : words.icon, {inside.x + 24, inside.centre().y}, 46,
                possible ? (on ? ui::colour::accent : ui::colour::test) : ui::colour::faint);
    inside.cut_left(72);
    auto const& name = c.words.get(words.name);
    int const name_lines = c.ui.portrait() ? 2 : 1; // upright, cards are narrow and high
    float const name_h =
        c.ui.type().lay(name, {.type = theme.button, .width = inside.w, .max_lines = name_lines}).height;
    auto const under = about(c, page, file);
    float const under_h =
        c.ui.type().lay(under, {.type = quiet(theme.label), .width = inside.w, .max_lines = 2}).height;
    ui::Rect text{inside.x, inside.centre().y - (name_h + under_h) / 2, inside.w, name_h};
    auto const ink = possible ? ui::colour::ink : ui::colour::soft;
    if (name_lines > 1)
        ui::label(c.ui, name, text, theme.button, ink, ui::Align::Left, name_lines);
    else
        ui::label_centred(c.ui, name, text, theme.button, ink, ui::Align::Left);
    text = {text.x, text.bottom(), text.w, under_h};
    ui::label(c.ui, under, text, quiet(theme.label), ui::colour::soft, ui::Align::Left, 2);
    if (touch.tapped)
        chosen = !chosen;
    if (steps)
        step_through(c, page, file,
                     below ? ui::Rect{stepper.x + 14, stepper.y, stepper.w - 28, theme.target}
                           : stepper.inset(14, (stepper.h - theme.target) / 2));
}

/// Two beside each other; they scroll where there is too little room.
void cards(Context& c, ExportPage& page, ui::Rect area) {
    constexpr int columns = 2, rows = home_files / columns;
    auto const& theme = c.ui.theme();
    float least = std::max(theme.target + 20, theme.button.size * 1.25F + 2 * theme.label.size * 1.24F + 10);
    if (c.ui.portrait())
        least += theme.target + 28;
    float const fits = (area.h - gap * (rows - 1)) / rows;
    float const height = std::clamp(fits, least, std::max(least, 140.0F));
    float const all = (height + gap) * rows - gap;
    float const width = (area.w - gap) / columns;
    float const top = area.y - c.ui.begin_scroll("home/cards", area, all, c.words.get("facilitator.take_home"));
    for (int i = 0; i < home_files; ++i) {
        ui::Rect const rect{area.x + static_cast<float>(i % columns) * (width + gap),
                            top + static_cast<float>(i / columns) * (height + gap), width, height};
        if (rect.overlaps(area))
            card(c, page, static_cast<HomeFile>(i), rect);
    }
    c.ui.end_scroll();
}

// --- the place ---

std::string said_free(Context const& c, HomePlace const& place) {
    double const giga = static_cast<double>(place.free_bytes) / 1e9;
    auto const language = c.words.language();
    std::string const size = giga >= 1 ? text::amount(language, giga, "GB")
                                       : text::amount(language, std::floor(giga * 1000), "MB");
    switch (place.state) {
    case HomePlace::State::Protected: return c.words.get("home.protected");
    case HomePlace::State::Unreadable: return c.words.get(place.is_stick() ? "home.unreadable" : "file.not_a_folder");
    case HomePlace::State::Ready: break;
    }
    return c.words.say("home.free", {{"size", size}});
}

std::string name_of(Context const& c, HomePlace const& place) {
    return place.is_stick() ? place.name : c.words.say("home.folder", {{"name", place.name}});
}

/// The chosen place while it is there, else the first; nothing while they are looked for.
HomePlace const* place_of(ExportPage const& page, std::vector<HomePlace> const& places) {
    for (HomePlace const& place : places)
        if (page.folder ? !place.is_stick() : place.key == page.place && place.is_stick())
            return &place;
    return places.empty() ? nullptr : &places.front();
}

void choose_place(Context& c, ExportPage& page, std::vector<HomePlace> const& places, HomePlace const* now,
                  ui::Rect row) {
    std::vector<std::string> names;
    int chosen = 0;
    for (HomePlace const& place : places) {
        if (&place == now)
            chosen = static_cast<int>(names.size());
        names.push_back(name_of(c, place));
    }
    int const tapped = choices(c, "home/place", row, names, chosen);
    if (tapped < 0)
        return;
    auto const& place = places[static_cast<std::size_t>(tapped)];
    page.place = place.key;
    page.folder = !place.is_stick();
}

std::string how_far(Context const& c, CarryFacts const& carry) {
    std::string const wait = carry.place.is_stick() ? " " + c.words.get("home.leave_it_in") : "";
    auto const done = std::int64_t{carry.done};
    switch (carry.step) {
    case Step::Nothing: return c.words.get("home.ready");
    case Step::Making: return c.words.get("home.making") + wait;
    case Step::Writing: return c.words.say("home.writing", {{"file", carry.file}}) + wait;
    case Step::Checking: return c.words.say("home.checking", {{"file", carry.file}}) + wait;
    case Step::Done:
        return c.words.say(carry.place.is_stick() ? "home.done_stick" : "home.done_folder",
                           {{"n", done}, {"name", carry.place.name}});
    case Step::Stopped: return c.words.say("home.stopped", {{"n", done}});
    case Step::Failed: break;
    }
    return carry.can_finish ? c.words.say("home.back_again", {{"n", done}}) : carry.sentence;
}

float place_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return theme.button.size * 1.3F + theme.label.size * 1.3F + 14 + 3 * 16;
}

void place_card(Context& c, CarryFacts const& carry, HomePlace const* place, ui::Rect rect) {
    auto const& theme = c.ui.theme();
    auto& canvas = c.ui.canvas();
    canvas.shadow(rect, ui::radius::card, ui::Shadow::Resting);
    canvas.rounded(rect, ui::radius::card, ui::colour::white);
    ui::Rect inside = rect.inset(28, 16);
    if (carry.under_way()) {
        ui::Rect const stop = inside.cut_right(std::max(150.0F, theme.target), 24);
        float const height = std::min(stop.h, std::max(theme.target, 72.0F));
        if (ui::button(c.ui, {.id = "home/stop",
                              .rect = {stop.x, stop.centre().y - height / 2, stop.w, height},
                              .label = c.words.get("home.stop")}))
            c.requests.emplace_back(std::in_place_type<WallWish>, StopCarrying{});
    }
    if (carry.can_finish) {
        auto const& word = c.words.get("home.finish");
        ui::Rect const finish = inside.cut_right(c.ui.type().width(word, theme.button) + 90, 24);
        float const height = std::min(finish.h, std::max(theme.target, 72.0F));
        if (ui::button(c.ui, {.id = "home/finish",
                              .rect = {finish.x, finish.centre().y - height / 2, finish.w, height},
                              .label = word,
                              .look = ui::ButtonLook::Good}))
            c.requests.emplace_back(std::in_place_type<WallWish>, FinishCarrying{});
    }
    bool const told = carry.step != Step::Nothing;
    HomePlace const* const shown = carry.under_way() ? &carry.place : place;
    std::string const head = shown ? name_of(c, *shown) + " · " + said_free(c, *shown) : c.words.get("home.looking");
    bool const trouble = !carry.under_way() && place && place->state != HomePlace::State::Ready;
    ui::label_centred(c.ui, head, inside.cut_top(theme.button.size * 1.3F, 8), theme.button,
                      trouble ? ui::colour::coral_text : ui::colour::ink, ui::Align::Left);
    bool const done = carry.step == Step::Done;
    if (told)
        ui::progress_bar(c.ui, inside.cut_top(14, 8), static_cast<float>(done ? 1.0 : carry.part), -1,
                         done ? ui::colour::scale : ui::colour::test);
    auto const ink = done                         ? ui::colour::scale_text
                     : carry.step == Step::Failed ? ui::colour::coral_text
                                                  : ui::colour::soft;
    ui::Rect line = inside.cut_top(theme.label.size * 1.3F);
    if (done || carry.step == Step::Failed) {
        canvas.icon(done ? ui::Icon::Check : ui::Icon::Warning, {line.x + 14, line.centre().y}, 28, ink);
        line.cut_left(40);
    }
    ui::label_centred(c.ui, how_far(c, carry), line, theme.label, ink, ui::Align::Left);
}

CarryHome wish_of(ExportPage const& page, HomePlace const& place) {
    CarryHome wish{{}, page.meeting, page.idea, place};
    for (int i = 0; i < home_files; ++i)
        wish.files[static_cast<std::size_t>(i)] = page.chosen[static_cast<std::size_t>(i)] &&
                                                  is_possible(page, static_cast<HomeFile>(i));
    return wish;
}

} // namespace

void export_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    ExportPage& page = view.exporting;
    fill(c, page);
    c.requests.emplace_back(std::in_place_type<WallWish>, LookForPlaces{});
    c.ui.wake_at(c.ui.now_s() + 2.1);
    page_heading(c, room.area, c.words.get("facilitator.take_home"), c.words.get("home.about"));
    HomePlace const* const place = place_of(page, facts.places);
    place_card(c, facts.carry, place, room.area.cut_bottom(place_height(c), gap));
    if (facts.places.size() > 1 && !facts.carry.under_way())
        choose_place(c, page, facts.places, place, room.area.cut_bottom(std::max(c.ui.theme().target, 72.0F), gap));
    cards(c, page, room.area);
    if (!place)
        return;
    CarryHome const wish = wish_of(page, *place);
    bool const may = std::ranges::count(wish.files, true) > 0 && place->state == HomePlace::State::Ready &&
                     !facts.carry.under_way();
    if (page_button(c, room, "home/save", c.words.get(place->is_stick() ? "home.save_stick" : "home.save_folder"), may,
                    ui::Icon::Export))
        c.requests.emplace_back(std::in_place_type<WallWish>, wish);
}

} // namespace screens
