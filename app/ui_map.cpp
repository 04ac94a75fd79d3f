#include "ui_map.h"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace app {

std::string ui_map(Scene const& scene) {
    auto const& ui = scene.ui();
    float const scale = ui.input().size.x / std::max(1.0F, ui.screen().w);
    nlohmann::ordered_json map;
    map["screen"] = scene.screen_name();
    map["size"] = {int(ui.input().size.x), int(ui.input().size.y)};
    map["mm_per_px"] = ui.mm_per_px();
    map["settled"] = scene.settled();
    map["items"] = nlohmann::ordered_json::array();
    auto const px = [&](float du) { return static_cast<int>(std::lround(du * scale)); };
    for (auto const& item : ui.items()) {
        auto const seen = item.rect.clipped(item.clip);
        if (seen.empty())
            continue;
        map["items"].push_back({{"id", item.id},
                                {"role", item.role},
                                {"label", item.label},
                                {"rect", {px(seen.x), px(seen.y), px(seen.w), px(seen.h)}},
                                {"enabled", item.enabled},
                                {"value", item.value}});
    }
    return map.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void UiMapFile::update(Scene const& scene) {
    auto map = ui_map(scene);
    if (map == m_written)
        return;
    auto const part = m_file.string() + ".part";
    std::ofstream(part, std::ios::binary) << map << '\n'; // a view for tools, not data: no sync
    std::error_code ec;
    std::filesystem::rename(part, m_file, ec);
    if (ec)
        spdlog::warn("the UI map could not be written: {}", ec.message());
    m_written = std::move(map);
}

} // namespace app
