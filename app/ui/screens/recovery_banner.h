// What a start has to say of the board: it could not be read and was put together again from a copy, or it was brought up
// to date without one. Until somebody has read it.
#pragma once

#include "ui/screens/context.h"

#include <string>

namespace screens {

void recovery_banner(Context& c, RecoveryFacts const& facts);
/// `why`: the sentence why there is no copy.
void not_copied_banner(Context& c, std::string const& why);

} // namespace screens
