// `rundt-bordet pin`: the way on at the machine when the PIN is forgotten, its file damaged, or its code lost.
#pragma once

#include "commands.h"
#include "pin_store.h"

namespace app {

/// Takes the PIN of the wall whose boards lie in `folder` away; the next who opens the facilitator's pages chooses one.
/// Needs the right to write there, and nothing else.
int run_pin_reset(std::filesystem::path const& folder, Surroundings const& in);

/// `rundt-bordet pin code`: another recovery code for the PIN that is set, said once; the one before opens nothing more.
/// The file stays its owner's, also when root asks.
int run_pin_code(std::filesystem::path const& folder, Surroundings const& in, PinCost cost = PinCost::Moderate);

} // namespace app
