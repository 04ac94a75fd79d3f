// *Import*: what lies on a stick or in the folder and may be brought in. What comes of a chosen file is shown by
// import_preview.cpp before anything is done.
#include "ui/screens/facilitator.h"
#include "ui/screens/import_parts.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

using Step = BringFacts::Step;

constexpr double look_again_s = 2.1;

float row_height(Context const& c) {
    auto const& theme = c.ui.theme();
    return std::max(theme.target, theme.body.size * 1.25F + theme.small.size * 1.25F + 28);
}

ui::Icon icon_of(BringKind kind) {
    switch (kind) {
    case BringKind::Course: return ui::Icon::Table;
    case BringKind::Trello: return ui::Icon::Tag;
    case BringKind::Table: return ui::Icon::Quadrants;
    case BringKind::Workbook: break;
    }
    return ui::Icon::Bars;
}

char const* word_of(BringKind kind) {
    switch (kind) {
    case BringKind::Course: return "import.kind_course";
    case BringKind::Trello: return "import.kind_trello";
    case BringKind::Table: return "import.kind_table";
    case BringKind::Workbook: break;
    }
    return "import.kind_workbook";
}

std::string said_size(Context const& c, std::int64_t bytes) {
    double const kilo = static_cast<double>(bytes) / 1000;
    if (kilo >= 1000)
        return text::amount(c.language(), kilo / 1000, "MB");
    return text::amount(c.language(), std::max(1.0, std::round(kilo)), "kB");
}

std::string about(Context const& c, BringFile const& file) {
    std::string line = c.words.get(word_of(file.kind)) + " · " + said_size(c, file.bytes);
    if (file.changed)
        line += " · " + text::date(c.language(), *file.changed, text::DateStyle::Card);
    return line;
}

void file_row(Context& c, BringFile const& file, std::string const& id, ui::Rect rect, BringFacts const& facts) {
    bool const reading = facts.step == Step::Reading && facts.file.key == file.key;
    bool const foreign = file.kind == BringKind::Workbook;
    auto const touch = c.ui.touch({.id = id,
                                   .role = "file",
                                   .label = file.name,
                                   .value = c.words.get(word_of(file.kind)),
                                   .rect = rect,
                                   .enabled = facts.step != Step::Reading});
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::card, foreign ? ui::colour::lane : ui::colour::white);
    canvas.rounded(rect, ui::radius::card, ui::press_shade(ui::pressed(c.ui, id, touch)));
    canvas.outline(rect, ui::radius::card, reading ? 4.0F : 2.0F, reading ? ui::colour::accent : ui::colour::line);
    ui::Rect inside = rect.inset(26, 10);
    canvas.icon(icon_of(file.kind), {inside.x + 22, inside.centre().y}, 44,
                foreign ? ui::colour::faint : ui::colour::test);
    inside.cut_left(70);
    ui::label_centred(c.ui, file.name, inside.cut_top(inside.h * 0.54F), c.ui.theme().body, ui::colour::ink,
                      ui::Align::Left);
    ui::label_centred(c.ui, reading ? c.words.get("import.reading") : about(c, file), inside, c.ui.theme().small,
                      ui::colour::soft, ui::Align::Left);
    if (touch.tapped)
        c.requests.emplace_back(WallWish(ReadFile{file.key}));
}

void list(Context& c, BringPlace const& place, BringFacts const& facts, ui::Rect area) {
    scrolled_rows(c, "import/files", c.words.get("facilitator.import"), area, row_height(c), place.files,
                  [&](auto const& file, std::string const& no, ui::Rect at) {
                      file_row(c, file, "import/file/" + no, at, facts);
                  });
}

std::string name_of(Context const& c, HomePlace const& place) {
    return place.is_stick() ? place.name : c.words.say("home.folder", {{"name", place.name}});
}

/// The chosen place while it is there, else the first; nothing while they are looked for.
BringPlace const* place_of(ImportPage const& page, std::vector<BringPlace> const& places) {
    for (auto const& one : places)
        if (page.folder ? !one.place.is_stick() : one.place.key == page.place && one.place.is_stick())
            return &one;
    return places.empty() ? nullptr : &places.front();
}

BringPlace const* choose_place(Context& c, ImportPage& page, std::vector<BringPlace> const& places, ui::Rect& area) {
    auto const* shown = place_of(page, places);
    if (places.size() < 2)
        return shown;
    std::vector<std::string> names;
    for (auto const& one : places)
        names.push_back(name_of(c, one.place));
    ui::Rect const row = area.cut_top(std::max(c.ui.theme().target, 72.0F), 16);
    int const tapped = choices(c, "import/place", row, names, static_cast<int>(shown - places.data()));
    if (tapped < 0)
        return shown;
    shown = &places[static_cast<std::size_t>(tapped)];
    page.place = shown->place.key;
    page.folder = !shown->place.is_stick();
    return shown;
}

/// Why there is nothing to choose from.
std::string empty_sentence(Context const& c, BringPlace const* place) {
    if (!place)
        return c.words.get("home.looking");
    bool const stick = place->place.is_stick();
    if (place->place.state == HomePlace::State::Unreadable)
        return c.words.get(stick ? "home.unreadable" : "file.not_a_folder");
    if (stick)
        return c.words.get("import.nothing_on_stick");
    return c.words.say("import.nothing_here", {{"name", place->place.name}});
}

void empty_card(Context& c, std::string const& sentence, ui::Rect area) {
    auto const& theme = c.ui.theme();
    area.h = std::min(area.h, 300.0F);
    c.ui.canvas().rounded(area, ui::radius::card, ui::colour::lane);
    ui::Rect inside = area.inset(60, 30);
    float const height = c.ui.type().lay(sentence, {.type = theme.body, .width = inside.w}).height;
    ui::label(c.ui, sentence, inside.cut_top(inside.h / 2 + height / 2).cut_bottom(height), theme.body,
              ui::colour::soft, ui::Align::Centre);
    c.ui.touch(
        {.id = "import/empty", .role = "text", .label = sentence, .rect = area, .accepts = ui::Accepts::Nothing});
}

void files_part(Context& c, ImportPage& page, BringFacts const& facts, PageRoom& room) {
    page.columns = page.asked = false;
    page_heading(c, room.area, c.words.get("import.title"), c.words.get("import.about"));
    import_told(c, facts, room.area);
    auto const* place = choose_place(c, page, facts.places, room.area);
    if (!place || place->files.empty())
        return empty_card(c, empty_sentence(c, place), room.area);
    if (place->more) {
        auto const type = quiet(c.ui.theme().label);
        ui::Rect const line = room.area.cut_bottom(type.size * 1.4F, 10);
        ui::label_centred(c.ui, c.words.get("import.more_files"), line, type, ui::colour::soft, ui::Align::Left);
    }
    list(c, *place, facts, room.area);
}

/// It is done: what came of it, and what can be done now.
void brought_part(Context& c, WallFacts const& facts, PageRoom& room) {
    auto const& bring = facts.bring;
    page_heading(c, room.area, bring.file.name, c.words.get("import.done"));
    import_told(c, bring, room.area);
    if (facts.courses.failed && !bring.course_file.empty() && !facts.courses.told.empty())
        import_sentence(c, "import/told-course", facts.courses.told, true, room.area);
    float const height = std::max(c.ui.theme().target, 88.0F);
    auto const button = [&](char const* id, char const* word, ui::Icon icon) {
        auto const& label = c.words.get(word);
        float const width = std::min(room.area.w, c.ui.type().width(label, c.ui.theme().button) + 170);
        return ui::button(c.ui, {.id = id,
                                 .rect = room.area.cut_top(height, 16).cut_left(width),
                                 .label = label,
                                 .icon = icon,
                                 .enabled = !facts.courses.working && !bring.taking_back});
    };
    bool const course = !bring.course_file.empty();
    if (course && button("import/show-course", "courses.show", ui::Icon::Play))
        c.requests.emplace_back(WallWish(ShowCourse{bring.course_file}));
    if (bring.can_take_back && course) // below: nothing moves when its ten seconds are over
        c.ui.wake_at(bring.take_back_until_s);
    if (bring.can_take_back && button("import/take-back", course ? "notice.undo" : "import.take_back", ui::Icon::Undo))
        c.requests.emplace_back(WallWish(TakeBack{}));
    if (page_button(c, room, "import/more", c.words.get("import.another")))
        c.requests.emplace_back(WallWish(LeaveFile{}));
}

} // namespace

void import_sentence(Context& c, char const* id, std::string const& said, bool bad, ui::Rect& area) {
    auto const& type = c.ui.theme().body;
    float const text_h = c.ui.type().lay(said, {.type = type, .width = area.w - 60}).height;
    ui::Rect const rect = area.cut_top(std::max(c.ui.theme().target, text_h + 40), 16);
    ui::sentence(c.ui, rect, said, bad ? ui::colour::coral_ground : ui::colour::scale_ground, ui::colour::ink);
    c.ui.touch({.id = id,
                .role = "text",
                .label = said,
                .value = bad ? "failed" : "done",
                .rect = rect,
                .accepts = ui::Accepts::Nothing});
}

void import_told(Context& c, BringFacts const& facts, ui::Rect& area) {
    if (!facts.sentence.empty())
        import_sentence(c, "import/told", facts.sentence, facts.failed, area);
}

void import_page(Context& c, FacilitatorView& view, WallFacts const& facts, PageRoom room) {
    auto& page = view.importing;
    c.requests.emplace_back(WallWish(LookForFiles{}));
    c.ui.wake_at(c.ui.now_s() + look_again_s);
    switch (facts.bring.step) {
    case Step::Choosing: return files_part(c, page, facts.bring, room);
    case Step::Reading:
        if (!facts.bring.preview) // else the columns were chosen anew
            return files_part(c, page, facts.bring, room);
        break;
    case Step::Ready:
    case Step::Bringing: break;
    case Step::Brought: return brought_part(c, facts, room);
    }
    if (facts.bring.preview)
        import_preview(c, page, facts, room);
}

} // namespace screens
