// Photos made ready for what is taken home: decoded and scaled by the child that is locked in, never here. What a photo
// was kept as may come from another wall's file, so its bytes go into no export: the JPEG in a PDF is written from pixels.
#pragma once

#include "exporters/takeaway.h"
#include "photos/decoder.h"

namespace app {

/// Waits for the child at every photo: for a thread that may.
exporters::MakePrint print_by(photos::Decoder decoder);

} // namespace app
