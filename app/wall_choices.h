// What was chosen at the wall itself (Mere → Skærm), kept in a small TOML file beside the board.
#pragma once

#include "text/words.h"
#include "ui/screens/context.h"

#include <filesystem>

namespace app {

struct WallChoices {
    screens::Look look{};
    text::Language language = text::Language::Danish;
    bool operator==(WallChoices const&) const = default;
};

/// What `file` says, and `otherwise` for what it does not say or says wrongly, with a line in the log. A lowered
/// board is not remembered: it belongs to who stands there.
WallChoices read_choices(std::filesystem::path const& file, WallChoices const& otherwise);
/// Keeps the choices; a file that cannot be written is told of in the log, and nothing else comes of it.
void write_choices(std::filesystem::path const& file, WallChoices const& choices);

} // namespace app
