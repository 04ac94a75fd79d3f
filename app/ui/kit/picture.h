// Pixels as a PNG file: the pictures that scripts take.
#pragma once

#include "ui/kit/raster.h"

#include <filesystem>

namespace ui {

/// False when the file could not be written.
bool write_png(std::filesystem::path const& file, Pixels const& pixels);

} // namespace ui
