#include "settings.h"

#include <spdlog/spdlog.h>

namespace app {

namespace {

/// What a file that is made here begins with.
constexpr char const* heading = "# Rundt bordet: what this wall is set to. Changed at the wall, and by hand.\n";

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
    m_text = std::move(*text);
    m_config = config_in(m_text, m_file.string(), std::move(m_config));
    for (auto const& remark : m_config.remarks)
        spdlog::warn("{}", remark);
}

void Settings::change(std::string_view key, TomlValue const& value, std::function<void(std::string_view)> told) {
    auto const dot = key.find('.');
    auto const section = key.substr(0, dot), name = key.substr(dot + 1);
    auto const ignored = m_config.ignored;
    auto const remarks = m_config.remarks;
    m_config = config_in(with_toml_value("", section, name, value).value_or(""), std::string(key), std::move(m_config));
    m_config.ignored = ignored;
    m_config.remarks = remarks;
    if (m_file.empty())
        return;
    auto changed = with_toml_value(m_text.empty() ? heading : m_text, section, name, value);
    if (!changed) {
        spdlog::warn("{}: {}", m_file.string(), changed.error());
        return told("settings.not_understood");
    }
    m_text = std::move(*changed);
    m_errands.run([file = m_file, text = m_text, told = std::move(told)]() -> Errands::Report {
        auto const written = write_file(file, text);
        if (written)
            return {};
        return [told, failure = written.error()] {
            spdlog::warn("{}", failure.detail);
            told("settings.not_kept");
        };
    });
}

} // namespace app
