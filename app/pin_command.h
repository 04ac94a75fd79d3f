// `rundt-bordet pin reset`: the way on at the machine when the PIN is forgotten or its file damaged.
#pragma once

#include "commands.h"

namespace app {

/// Takes the PIN of the wall whose boards lie in `folder` away; the next who opens the facilitator's pages chooses one.
/// Needs the right to write there, and nothing else.
int run_pin_reset(std::filesystem::path const& folder, Surroundings const& in);

} // namespace app
