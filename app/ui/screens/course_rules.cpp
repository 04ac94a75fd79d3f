// *Regler*: what the team has set for itself.
#include "ui/screens/course_parts.h"
#include "ui/screens/stepper.h"
#include "ui/screens/switch_card.h"

namespace screens {

namespace {

constexpr float gap = 26;

void step(Context& c, ui::Rect& rest, char const* id, char const* word, char const* hint, int& value, int least,
          int most) {
    auto const to = stepper(c,
                            {.id = id,
                             .question = c.words.get(word),
                             .hint = c.words.get(hint),
                             .value = double(value),
                             .least = double(least),
                             .most = double(most)},
                            rest.cut_top(stepper_height(c, true), gap));
    if (to)
        value = static_cast<int>(*to);
}

} // namespace

void course_rules(Context& c, ui::Rect area) {
    auto settings = c.board.course.settings;
    auto const before = settings;
    bool const wide = !c.ui.portrait();
    float const steppers = 3 * (stepper_height(c, true) + gap), switches = 2 * (switch_card_height(c) + 14);
    float const all = wide ? std::max(steppers, switches) : steppers + switches;
    ui::Rect rest = area;
    rest.y -= c.ui.begin_scroll("rules", area, all, c.words.get("course.rules"));
    rest.h = all;
    ui::Rect left = wide ? rest.cut_left(rest.w / 2 - 20, 40) : rest.cut_top(steppers);
    step(c, left, "rules/wip", "course.wip", "course.wip_hint", settings.wip_limit, 1, 5);
    step(c, left, "rules/dots", "course.max_dots", "course.max_dots_hint", settings.max_dots_per_idea, 1, 5);
    step(c, left, "rules/group", "course.smallest_group", "course.smallest_group_hint", settings.smallest_group,
         board::fewest_pulse_answers, 20);
    if (switch_card(c, "rules/leader-votes", rest.cut_top(switch_card_height(c), 14), "course.leader_votes",
                    settings.leader_votes))
        settings.leader_votes = !settings.leader_votes;
    if (switch_card(c, "rules/leader-last", rest.cut_top(switch_card_height(c), 14), "course.leader_last",
                    settings.leader_last))
        settings.leader_last = !settings.leader_last;
    c.ui.end_scroll();
    if (settings != before)
        c.ask(board::ChangeSettings{settings}, area);
}

} // namespace screens
