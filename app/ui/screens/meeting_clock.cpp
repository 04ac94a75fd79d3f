#include "ui/screens/meeting_clock.h"

#include <array>

namespace screens {

namespace {

using std::chrono::milliseconds;

constexpr int minutes_a_day = 24 * 60;

std::string two_digits(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// Whole `every`, rounded towards more time left: a fresh ten minutes show 10.00 for a second.
long rounded_up(milliseconds left, milliseconds every) {
    auto const whole = left.count() / every.count();
    return static_cast<long>(whole + (left.count() % every.count() > 0 ? 1 : 0));
}

std::string time_of_day(Context const& c, int minute) {
    int const of_day = ((minute % minutes_a_day) + minutes_a_day) % minutes_a_day;
    return text::clock(c.language(), of_day / 60, of_day % 60);
}

} // namespace

std::string clock_figure(text::Language language, milliseconds left) {
    long const seconds = std::abs(rounded_up(left, milliseconds(1000)));
    char const* between = language == text::Language::Danish ? "." : ":";
    return two_digits(seconds / 60) + between + two_digits(seconds % 60);
}

std::string left_in_words(Context const& c, board::HeldMeeting const& meeting) {
    if (!meeting.running_since)
        return c.words.get("meeting.paused");
    auto const left = board::time_left(meeting, meeting.step, c.now.at);
    if (left <= milliseconds{0})
        return c.words.get("meeting.over");
    return c.words.say("meeting.minutes", {{"n", std::int64_t{rounded_up(left, std::chrono::minutes(1))}}});
}

void wake_when_changed(Context& c, board::HeldMeeting const& meeting, milliseconds every) {
    if (!meeting.running_since)
        return;
    auto const left = board::time_left(meeting, meeting.step, c.now.at);
    auto rest = left.count() % every.count();
    if (rest <= 0)
        rest += every.count();
    constexpr double a_moment_s = 0.005; // past the change, not before it
    c.ui.wake_at(c.ui.now_s() + static_cast<double>(rest) / 1000 + a_moment_s);
}

std::string time_span(Context const& c, int from_minute, int minutes) {
    return time_of_day(c, from_minute) + "–" + time_of_day(c, from_minute + minutes);
}

std::string meeting_name(Context const& c, int no, board::MeetingKind kind) {
    if (kind == board::MeetingKind::FollowUp)
        return c.words.get("meeting.follow_up");
    return c.words.say("meeting.no", {{"no", std::int64_t{no}}});
}

std::string kind_name(Context const& c, board::MeetingKind kind) {
    constexpr std::array keys = {"meeting.kind_start",   "meeting.kind_learning", "meeting.kind_obstacles",
                                 "meeting.kind_scaling", "meeting.kind_closing",  "meeting.kind_follow_up"};
    return c.words.get(keys[static_cast<std::size_t>(kind)]);
}

} // namespace screens
