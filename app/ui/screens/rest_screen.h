// *Hvile*: what the wall shows when nobody is near. A touch wakes it and does nothing else; a touch on a trial goes to
// *Tjek ind*. What is shown moves a little from minute to minute, so that nothing burns in.
#pragma once

#include "ui/screens/context.h"

namespace screens {

/// `dimmed`: at night. Nothing here asks for another frame.
void rest_screen(Context& c, bool dimmed);

} // namespace screens
