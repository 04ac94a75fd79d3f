// The two parts of *Møder og forløb* that are not words: when the team meets, and the rules it set itself.
#include "ui/screens/facilitator.h"
#include "ui/screens/stepper.h"
#include "ui/screens/switch_card.h"

#include <algorithm>
#include <chrono>

namespace screens {

namespace {

using std::chrono::days;

constexpr int usual_least_days = 14, usual_most_days = 30;
constexpr float row_gap = 10;
constexpr char const* tag = "facilitator/meetings";

float row_height(Context const& c) { return std::max(c.ui.theme().target, 76.0F); }

std::vector<board::Date> meeting_days(board::Board const& board) {
    std::vector<board::Date> dates;
    for (auto const& meeting : board.course.meetings)
        dates.push_back(meeting.date);
    return dates;
}

/// »Der plejer at gå 14–30 dage mellem møderne.« when the day is nearer to its neighbours, or farther.
std::string interval_hint(Context const& c, std::vector<board::Date> dates, board::Date day) {
    std::sort(dates.begin(), dates.end());
    auto const at = std::find(dates.begin(), dates.end(), day);
    auto const unusual = [](board::Date from, board::Date to) {
        auto const between = (to - from).count();
        return between < usual_least_days || between > usual_most_days;
    };
    if (at == dates.end())
        return {};
    bool const odd = (at != dates.begin() && unusual(*(at - 1), day)) ||
                     (at + 1 != dates.end() && unusual(day, *(at + 1)));
    return odd ? c.words.get("facilitator.interval_hint") : std::string();
}

void plan(Context& c, std::vector<board::Date> dates, std::optional<board::Date> follow_up, ui::Rect origin) {
    c.ask(board::PlanMeetings{std::move(dates), follow_up}, origin, tag);
}

void tap_day(Context& c, CoursePage& page, board::Date day, ui::Rect origin) {
    auto dates = meeting_days(c.board);
    auto follow_up = c.board.course.follow_up;
    page.hint.clear();
    if (page.follow_up) {
        follow_up = follow_up == day ? std::nullopt : std::optional(day);
        if (follow_up && !dates.empty() && *follow_up <= *std::max_element(dates.begin(), dates.end()))
            page.hint = c.words.get("facilitator.follow_up_early");
    } else if (auto const at = std::find(dates.begin(), dates.end(), day); at != dates.end()) {
        dates.erase(at);
    } else {
        dates.push_back(day);
        page.hint = interval_hint(c, dates, day);
    }
    plan(c, std::move(dates), follow_up, origin);
}

void meeting_row(Context& c, ui::Rect row, std::string const& what, std::optional<board::Date> day,
                 std::string const& id, bool& removed) {
    c.ui.canvas().rounded(row, ui::radius::card, ui::colour::white);
    c.ui.canvas().outline(row, ui::radius::card, 2, ui::colour::line);
    if (day) {
        ui::Rect const cross = row.cut_right(row.h, 0).inset(4);
        removed = ui::button(c.ui, {.id = id,
                                    .rect = cross,
                                    .icon = ui::Icon::Cross,
                                    .look = ui::ButtonLook::Quiet,
                                    .item_label = c.words.get("facilitator.remove_day")});
    }
    ui::Rect words = row.inset(20, 4);
    auto const& theme = c.ui.theme();
    float const name = std::min(words.w * 0.45F, std::max(150.0F, c.ui.type().width(what, theme.label) + 24));
    ui::label_centred(c.ui, what, words.cut_left(name, 6), theme.label, ui::colour::ink, ui::Align::Left);
    auto const said = day ? text::date(c.language(), *day, text::DateStyle::ShortDay) + " " +
                                std::to_string(static_cast<int>(std::chrono::year_month_day(*day).year()))
                          : c.words.get("facilitator.no_day");
    ui::label_centred(c.ui, said, words, theme.body, day ? ui::colour::ink : ui::colour::soft, ui::Align::Left);
}

void list(Context& c, CoursePage& page, ui::Rect rect, ui::Rect origin) {
    auto dates = meeting_days(c.board);
    float const step = row_height(c) + row_gap;
    float const all = step * static_cast<float>(dates.size() + 1);
    float y = rect.y - c.ui.begin_scroll("meetings/list", rect, all, c.words.get("facilitator.part_meetings"));
    std::optional<std::size_t> taken_off;
    for (std::size_t i = 0; i < dates.size(); ++i, y += step) {
        bool removed = false;
        auto const no = static_cast<std::int64_t>(i + 1);
        meeting_row(c, {rect.x, y, rect.w - 16, row_height(c)}, c.words.say("facilitator.meeting_no", {{"no", no}}),
                    dates[i], "meetings/" + std::to_string(no) + "/remove", removed);
        if (removed)
            taken_off = i;
    }
    bool no_follow_up = false;
    meeting_row(c, {rect.x, y, rect.w - 16, row_height(c)}, c.words.get("facilitator.follow_up"),
                c.board.course.follow_up, "meetings/follow-up/remove", no_follow_up);
    c.ui.end_scroll();
    if (taken_off)
        dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(*taken_off));
    if (taken_off || no_follow_up)
        plan(c, dates, no_follow_up ? std::nullopt : c.board.course.follow_up, origin);
    if (taken_off || no_follow_up)
        page.hint.clear();
}

std::string time_of_day(Context const& c, int minutes) { return text::clock(c.language(), minutes / 60, minutes % 60); }

} // namespace

void meetings_part(Context& c, CoursePage& page, PageRoom& room) {
    ui::Rect const origin = room.band;
    bool const wide = !c.ui.portrait();
    ui::Rect calendar = wide ? room.area.cut_right(std::min(720.0F, room.area.w * 0.5F), 30)
                             : room.area.cut_bottom(std::min(room.area.h * 0.62F, date_picker_height(c) + 180), 20);
    list(c, page, room.area, origin);
    int const which = choices(c, "meetings/which", calendar.cut_top(row_height(c), 12),
                              {c.words.get("facilitator.a_meeting"), c.words.get("facilitator.follow_up")},
                              page.follow_up ? 1 : 0);
    if (which >= 0)
        page.follow_up = which == 1;
    if (!page.month)
        page.month = c.board.course.meetings.empty() ? c.now.today : c.board.course.meetings.back().date;
    float const hint_h = 2 * c.ui.theme().small.size * c.ui.theme().small.line_height;
    ui::Rect const hint = calendar.cut_bottom(hint_h, 8);
    auto const chosen = page.follow_up ? c.board.course.follow_up : std::nullopt;
    calendar.h = std::min(calendar.h, date_picker_height(c) + 60);
    if (auto const day = date_picker(c, "meetings/day", calendar, *page.month, chosen))
        tap_day(c, page, *day, origin);
    bool const said = !page.hint.empty();
    ui::label(c.ui, said ? page.hint : c.words.get("facilitator.day_hint"), hint, c.ui.theme().small,
              said ? ui::colour::idea_text : ui::colour::soft, ui::Align::Left, 2);
}

void rules_part(Context& c, ui::Rect area) {
    auto settings = c.board.course.settings;
    auto const before = settings;
    bool const wide = !c.ui.portrait();
    ui::Rect left = wide ? area.cut_left(area.w / 2 - 20, 40) : area;
    constexpr float gap = 26;
    auto const step = [&](ui::Rect& rest, char const* id, char const* word, char const* hint, int& value, int least,
                          int most) {
        auto const to = stepper(c,
                                {.id = id,
                                 .question = c.words.get(word),
                                 .hint = hint ? c.words.get(hint) : std::string(),
                                 .value = double(value),
                                 .least = double(least),
                                 .most = double(most)},
                                rest.cut_top(stepper_height(c, hint != nullptr), gap));
        if (to)
            value = static_cast<int>(*to);
    };
    step(left, "rules/wip", "facilitator.wip", "facilitator.wip_hint", settings.wip_limit, 1, 5);
    step(left, "rules/dots", "facilitator.max_dots", "facilitator.max_dots_hint", settings.max_dots_per_idea, 1, 5);
    step(left, "rules/group", "facilitator.smallest_group", "facilitator.smallest_group_hint", settings.smallest_group,
         5, 20);
    ui::Rect& right = wide ? area : left;
    auto const to = stepper(c,
                            {.id = "rules/start",
                             .question = c.words.get("facilitator.meetings_start"),
                             .shown = time_of_day(c, settings.meetings_start),
                             .value = double(settings.meetings_start),
                             .least = 0,
                             .most = 24 * 60 - 15,
                             .step = 15},
                            right.cut_top(stepper_height(c), gap));
    if (to)
        settings.meetings_start = static_cast<int>(*to);
    if (switch_card(c, "rules/leader-votes", right.cut_top(switch_card_height(c), 14), "facilitator.leader_votes",
                    settings.leader_votes))
        settings.leader_votes = !settings.leader_votes;
    if (switch_card(c, "rules/leader-last", right.cut_top(switch_card_height(c), 14), "facilitator.leader_last",
                    settings.leader_last))
        settings.leader_last = !settings.leader_last;
    if (settings != before)
        c.ask(board::ChangeSettings{settings}, area);
}

} // namespace screens
