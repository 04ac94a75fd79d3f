// The cell the decoder works in. From then on the process can read from 0, write to 1, ask for some memory, and end.
#pragma once

namespace photos {

/// False when any lock could not be put on: then nothing may be decoded.
bool lock_in();

} // namespace photos
