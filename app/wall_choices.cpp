#include "wall_choices.h"

#include "file.h"

#include <spdlog/spdlog.h>
#include <sstream>
#include <toml++/toml.h>

namespace app {
namespace {

WallChoices choices_of(toml::table const& said, WallChoices const& otherwise) {
    WallChoices choices = otherwise;
    auto& look = choices.look;
    if (auto const step = said["text_step"].value<std::int64_t>(); step && *step >= 0 && *step <= 2)
        look.text_step = static_cast<int>(*step);
    look.calm_motion = said["calm_motion"].value_or(look.calm_motion);
    look.high_contrast = said["high_contrast"].value_or(look.high_contrast);
    look.left_hand = said["left_hand"].value_or(look.left_hand);
    auto const code = said["language"].value_or(std::string(text::code_of(choices.language)));
    for (auto const language : {text::Language::Danish, text::Language::English})
        if (code == text::code_of(language))
            choices.language = language;
    return choices;
}

} // namespace

WallChoices read_choices(std::filesystem::path const& file, WallChoices const& otherwise) {
    std::error_code ec;
    if (file.empty() || !std::filesystem::exists(file, ec))
        return otherwise;
    auto const bytes = read_file(file);
    if (!bytes) {
        spdlog::warn("{}; the settings' choices are used", bytes.error().detail);
        return otherwise;
    }
    try { // toml++ tells of a file it cannot read by throwing
        return choices_of(toml::parse(*bytes), otherwise);
    } catch (toml::parse_error const& error) {
        spdlog::warn("{} cannot be read ({}); the settings' choices are used", file.string(), error.description());
        return otherwise;
    }
}

void write_choices(std::filesystem::path const& file, WallChoices const& choices) {
    if (file.empty())
        return;
    toml::table const said{{"text_step", choices.look.text_step},
                           {"calm_motion", choices.look.calm_motion},
                           {"high_contrast", choices.look.high_contrast},
                           {"left_hand", choices.look.left_hand},
                           {"language", text::code_of(choices.language)}};
    std::ostringstream bytes;
    bytes << "# Chosen at the wall, under Mere.\n" << said << '\n';
    if (auto const written = write_file(file, bytes.str()); !written)
        spdlog::warn("{}", written.error().detail);
}

} // namespace app
