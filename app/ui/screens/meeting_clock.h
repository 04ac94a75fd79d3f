// What a meeting's clock says, and when it has to say something else. The time is worked out from the board's events.
#pragma once

#include "ui/screens/context.h"

namespace screens {

/// "08.12" (da), "08:12" (en): how much is left, or how much is over when the time has run out.
std::string clock_figure(text::Language language, std::chrono::milliseconds left);
/// "8 min.", »over tiden«, »på pause«: of the step that is on.
std::string left_in_words(Context const& c, board::HeldMeeting const& meeting);
/// Asks for a frame when `left` passes a whole `every`, while the clock runs.
void wake_when_changed(Context& c, board::HeldMeeting const& meeting, std::chrono::milliseconds every);
/// "9.00–11.30": from that minute of the day.
std::string time_span(Context const& c, int from_minute, int minutes);
/// "Møde 2", or »Opfølgning«.
std::string meeting_name(Context const& c, int no, board::MeetingKind kind);
/// »Læring og justering«.
std::string kind_name(Context const& c, board::MeetingKind kind);

} // namespace screens
