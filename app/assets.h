// What the wall shows things with: the letters, and for each language its words, keyboard, agendas and known measures.
#pragma once

#include "board/trial.h"
#include "text/words.h"
#include "ui/kit/atlas.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/type.h"
#include "ui/screens/agendas.h"

#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace app {

struct Tongue {
    text::Words words;
    ui::KeyboardLayout keys;
    screens::Agendas agendas;
    std::vector<board::Measure> measures; ///< known ones, ready to be chosen
};

struct Assets {
    std::unique_ptr<ui::Atlas> atlas;
    std::unique_ptr<ui::Typesetter> type; ///< keeps its letters in the atlas
    Tongue danish, english;
    Tongue const& in(text::Language language) const { return language == text::Language::Danish ? danish : english; }
};

/// `folder`: strings, keyboards, agendas and measures; `fonts`: Inter's. An error says which file is wrong.
tl::expected<Assets, std::string> load_assets(std::filesystem::path const& folder, std::filesystem::path const& fonts);

} // namespace app
