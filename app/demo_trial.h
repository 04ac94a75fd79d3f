// Reads one trial of demo_data.json. The data is in Danish; its words are known here and nowhere else.
#pragma once

#include "board/trial.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace app {

/// A day that the data must have; throws nlohmann's exception when it is no text.
board::Date day_of(nlohmann::json const& text);
/// "4 sagsbehandlere. Tovholder: Gitte" → "Gitte".
std::string owner_in(nlohmann::json const& trial);
/// All of the plan but its owner.
board::TrialPlan plan_in(nlohmann::json const& trial);
board::TrialOutcome outcome_in(nlohmann::json const& trial);
board::Decision decision_in(nlohmann::json const& trial);

} // namespace app
