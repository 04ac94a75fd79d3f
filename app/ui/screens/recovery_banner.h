// What is said when a board could not be read and was put together again from a copy: until somebody has read it.
#pragma once

#include "ui/screens/context.h"

namespace screens {

void recovery_banner(Context& c, RecoveryFacts const& facts);

} // namespace screens
