// stb_image_write wants bytes in the order red, green, blue.
#include "ui/kit/picture.h"

#include <stb/stb_image_write.h>

namespace ui {

bool write_png(std::filesystem::path const& file, Pixels const& pixels) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 3);
    for (int y = 0; y < pixels.height; ++y) {
        std::uint32_t const* const row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
        for (int x = 0; x < pixels.width; ++x) {
            bytes.push_back(static_cast<std::uint8_t>(row[x] >> 16U));
            bytes.push_back(static_cast<std::uint8_t>(row[x] >> 8U));
            bytes.push_back(static_cast<std::uint8_t>(row[x]));
        }
    }
    return stbi_write_png(file.c_str(), pixels.width, pixels.height, 3, bytes.data(), pixels.width * 3) != 0;
}

} // namespace ui
