// The days a team must not miss, as a calendar (RFC 5545): meetings, the follow-up, and when trials, parked ideas and
// places are to be looked at. Meetings have a time, the rest are whole days; the calendar asks nobody and alarms nobody.
#pragma once

#include "exporters/takeaway.h"
#include "text/words.h"

#include <string>
#include <vector>

namespace exporters {

struct Appointment {
    std::string key; ///< the same each time this is exported, so that a calendar moves it rather than doubles it
    board::Date day;
    std::string title;
    std::string note; ///< may be empty
    int start = 0;    ///< minutes after midnight, the reader's own time
    int minutes = 0;  ///< how long; 0: the whole day
};

/// In the order of their days.
std::vector<Appointment> appointments(Takeaway const& takeaway, text::Words const& words);
/// `at`: when it was made.
std::string to_ics(Takeaway const& takeaway, text::Words const& words, board::Instant at);

} // namespace exporters
