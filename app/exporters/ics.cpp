#include "exporters/ics.h"

#include "exporters/said.h"

#include <algorithm>
#include <cstdlib>
#include <libical/ical.h>
#include <memory>

namespace exporters {
namespace {

using board::Board;
using text::Words;

using Component = std::unique_ptr<icalcomponent, void (*)(icalcomponent*)>;

icaltimetype day_of(board::Date date) {
    std::chrono::year_month_day const day{date};
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
    time.is_date = 1;
    return time;
}

/// In whatever time the reader's clock has.
icaltimetype time_on(board::Date date, int minute) {
    icaltimetype time = day_of(date);
    time.is_date = 0;
    time.hour = minute / 60;
    time.minute = minute % 60;
    return time;
}

/// How long the method gives such a meeting (method.md 2.1–2.6), in minutes.
int length_of(board::MeetingKind kind) {
    constexpr int lengths[] = {150, 90, 90, 120, 90, 60};
    return lengths[static_cast<int>(kind)];
}

icaltimetype moment_of(board::Instant at) {
    return icaltime_from_timet_with_zone(
        static_cast<time_t>(std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count()), 0,
        icaltimezone_get_utc_timezone());
}

/// Tells one course from another in a calendar that holds several (FNV-1a).
std::string mark_of(Board const& board) {
    std::uint64_t mark = 1469598103934665603U;
    std::string const all = board.participants.empty() ? board.course.name
                                                       : board::to_string(board.participants.front().id.value);
    for (char const c : all)
        mark = (mark ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return std::to_string(mark);
}

std::string trial_title(Words const& words, board::Idea const& idea, board::Trial const& trial) {
    return words.say("export.ics_review", {{"no", std::int64_t{trial.no}}, {"idea", title_of(words, idea)}});
}

void add_meetings(std::vector<Appointment>& all, Board const& board, Words const& words) {
    auto const meetings = static_cast<std::int64_t>(board.course.meetings.size());
    for (board::Meeting const& meeting : board.course.meetings)
        all.push_back({"meeting-" + std::to_string(meeting.no), meeting.date,
                       words.say("export.ics_meeting",
                                 {{"no", std::int64_t{meeting.no}}, {"of", meetings}, {"course", board.course.name}}),
                       board.course.challenge, board.course.settings.meetings_start,
                       length_of(board::kind_of_meeting(meeting.no, static_cast<int>(meetings)))});
    if (board.course.follow_up)
        all.push_back({"follow-up", *board.course.follow_up,
                       words.say("export.ics_follow_up", {{"course", board.course.name}}), board.course.challenge,
                       board.course.settings.meetings_start, length_of(board::MeetingKind::FollowUp)});
}

void add_idea(std::vector<Appointment>& all, Board const& board, board::Idea const& idea, Words const& words) {
    std::string const id = board::to_string(idea.id.value);
    for (board::Trial const& trial : idea.trials)
        if (trial.state == board::TrialState::Running && trial.plan.to)
            all.push_back({id + "-trial-" + std::to_string(trial.no), *trial.plan.to, trial_title(words, idea, trial),
                           std::string(name_of_person(board, trial.plan.owner)), 0, 0});
    if (idea.stage == board::Stage::Parked && idea.parking)
        all.push_back({id + "-parked", idea.parking->revisit,
                       words.say("export.ics_revisit", {{"idea", title_of(words, idea)}}), idea.parking->reason, 0, 0});
    if (idea.stage != board::Stage::Scaling || !idea.scale_plan)
        return;
    for (std::size_t i = 0; i < idea.scale_plan->places.size(); ++i) {
        board::Place const& place = idea.scale_plan->places[i];
        if (place.due && place.state != board::PlaceState::InUse)
            all.push_back({id + "-place-" + std::to_string(i + 1), *place.due,
                           words.say("export.ics_place", {{"place", place.name}, {"idea", title_of(words, idea)}}),
                           place.responsible, 0, 0});
    }
}

icalcomponent* event_of(Appointment const& one, std::string const& mark, icaltimetype stamp) {
    icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    auto const add = [&](icalproperty* property) { icalcomponent_add_property(event, property); };
    add(icalproperty_new_uid((one.key + "." + mark + "@rundt-bordet").c_str()));
    add(icalproperty_new_dtstamp(stamp));
    bool const timed = one.minutes > 0;
    int const end = std::min(one.start + one.minutes, 24 * 60 - 1);
    add(icalproperty_new_dtstart(timed ? time_on(one.day, one.start) : day_of(one.day)));
    add(icalproperty_new_dtend(timed ? time_on(one.day, end) : day_of(one.day + std::chrono::days(1))));
    add(icalproperty_new_summary(one.title.c_str()));
    if (!one.note.empty())
        add(icalproperty_new_description(one.note.c_str()));
    add(icalproperty_new_transp(timed ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return event;
}

void add_named(icalcomponent* calendar, char const* name, std::string const& value) {
    icalproperty* const property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(calendar, property);
}

} // namespace

std::vector<Appointment> appointments(Takeaway const& takeaway, Words const& words) {
    std::vector<Appointment> all;
    add_meetings(all, takeaway.board(), words);
    for (board::Idea const& idea : takeaway->ideas)
        add_idea(all, takeaway.board(), idea, words);
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.day < b.day; });
    return all;
}

std::string to_ics(Takeaway const& takeaway, Words const& words, board::Instant at) {
    Component const calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), icalcomponent_free);
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Rundt bordet//DA"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    auto const all = appointments(takeaway, words);
    add_named(calendar.get(), "X-WR-CALNAME", takeaway->course.name);
    std::string note = words.say("export.ics_complete", {{"n", static_cast<std::int64_t>(all.size())}});
    if (takeaway->course.fictional)
        note += " " + words.get("export.fictional");
    add_named(calendar.get(), "X-WR-CALDESC", note);
    std::string const mark = mark_of(takeaway.board());
    for (Appointment const& one : all)
        icalcomponent_add_component(calendar.get(), event_of(one, mark, moment_of(at)));
    std::unique_ptr<char, void (*)(void*)> const written(icalcomponent_as_ical_string_r(calendar.get()), free);
    return written.get();
}

} // namespace exporters
