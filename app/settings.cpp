#include "settings.h"

#include <spdlog/spdlog.h>

namespace app {

namespace {

/// What a file that is made here begins with.
constexpr char const* heading = "# Rundt bordet: what this wall is set to. Changed at the wall, and by hand.\n";

/// Somebody may have written in it since the wall was started. The error is a sentence's key.
tl::expected<void, std::string_view> keep(std::filesystem::path const& file, std::string_view section,
                                          std::string_view key, TomlValue const& value) {
    auto const not_kept = [&](std::string_view why, std::string const& detail) {
        spdlog::warn("{}: {}", file.string(), detail);
        return tl::unexpected(why);
    };
    auto text = read_file(file);
    if (!text && text.error().key != "file.missing")
        return not_kept("settings.not_kept", text.error().detail);
    auto const changed = with_toml_value(text && !text->empty() ? *text : heading, section, key, value);
    if (!changed)
        return not_kept("settings.not_understood", changed.error());
    if (auto const written = write_file(file, *changed); !written)
        return not_kept("settings.not_kept", written.error().detail);
    return {};
}

} // namespace

Settings::Settings(std::filesystem::path file, Config otherwise, Errands& errands)
    : m_file(std::move(file)), m_config(std::move(otherwise)), m_errands(errands) {
    std::error_code ec;
    if (m_file.empty() || !std::filesystem::exists(m_file, ec))
        return;
    auto text = read_file(m_file);
    if (!text) {
        spdlog::warn("{}; the defaults are used", text.error().detail);
        return;
    }
    m_config = config_in(*text, m_file.string(), std::move(m_config));
    for (auto const& remark : m_config.remarks)
        spdlog::warn("{}", remark);
}

void Settings::change(std::string_view key, TomlValue const& value, std::function<void(std::string_view)> told) {
    auto const dot = key.find('.');
    auto const section = key.substr(0, dot), name = key.substr(dot + 1);
    auto changed = config_in(with_toml_value("", section, name, value).value_or(""), std::string(key), m_config);
    if (!changed.ignored.empty()) {
        spdlog::warn("{}", changed.remarks.front());
        return told("settings.not_allowed");
    }
    changed.ignored = m_config.ignored;
    changed.remarks = m_config.remarks;
    m_config = std::move(changed);
    if (m_file.empty())
        return;
    m_errands.run([file = m_file, section = std::string(section), name = std::string(name), value,
                   told = std::move(told)]() -> Errands::Report {
        auto const kept = keep(file, section, name, value);
        if (kept)
            return {};
        return [told, why = kept.error()] { told(why); };
    });
}

} // namespace app
