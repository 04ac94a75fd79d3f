// The four equal ways on from a trial, and what each of them asks for.
#pragma once

#include "ui/screens/trial_pages.h"

namespace screens {

/// Justér, Skalér, Parkér, Stop; `now`: the trial with what has been written so far.
void four_ways(Context& c, TrialView& view, board::Trial const& now, ui::Rect rect);
/// The fields that the chosen way needs: a reason, the leader's yes, a day.
void extras(Context& c, TrialView& view, board::Trial const& now, ui::Rect rect);
/// The id that begins those of the lowest of them; empty: there is none.
std::string last_extra(TrialView const& view);
float extras_height(Context const& c, TrialView const& view, board::Trial const& now);

bool asks_for_reason(TrialView const& view, board::Trial const& now);
void reason_field(Context& c, TrialView& view, ui::Rect rect);
float reason_height(Context const& c);
/// When a parked idea is taken up again.
void revisit_field(Context& c, TrialView& view, ui::Rect rect);
float revisit_height(Context const& c);

std::string short_date(Context const& c, board::Date day);

} // namespace screens
