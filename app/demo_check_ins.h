// What the demo teams told on the way: check-ins, points and pulses. What the data lacks is invented here, as in demo.cpp.
#pragma once

#include "board/command.h"
#include "board/pulse.h"

#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using DatedCommand = std::pair<board::Date, board::Command>;

/// The trial's check-ins, and for a running one the points of its measure. `trial`: as it stands in the data.
std::vector<DatedCommand> told_of_trial(nlohmann::json const& trial, board::TrialRef ref);
/// The pulses of the course with that code, opened and closed on their days.
std::vector<DatedCommand> pulses_of(nlohmann::json const& data, std::string_view code);

} // namespace app
