#include "photo_prints.h"

#include "photos/pixels.h"

#include <algorithm>
#include <utility>

namespace app {

exporters::MakePrint print_by(photos::Decoder decoder) {
    return [decoder = std::move(decoder)](std::string_view photo, int most_w, int most_h) {
        constexpr int most = 4096; // the child gives no more
        auto pixels = decoder.inside(photo, {std::min(most_w, most), std::min(most_h, most)});
        if (!pixels)
            return std::optional<exporters::Print>();
        auto jpeg = photos::as_jpeg(*pixels);
        return std::optional(exporters::Print{pixels->w, pixels->h, std::move(pixels->rgb), std::move(jpeg)});
    };
}

} // namespace app
