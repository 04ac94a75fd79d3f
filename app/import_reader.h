// Reads the JSON that exporters/board_json.h writes into the board it claims to be. Nothing in it is believed yet:
// import.cpp plays it through the rules.
#pragma once

#include "board/board.h"
#include "exporters/board_json.h"
#include "text/words.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace app {

/// The parsed file, or in the words' language why it is no such file.
tl::expected<nlohmann::json, std::string> parse_export(std::string_view bytes, text::Words const& words);
/// The board that `file` describes, or which field is missing or wrong.
tl::expected<board::Board, std::string> read_board(nlohmann::json const& file, text::Words const& words);
/// The photos' bytes by their hash, each of which must be right. What they show is not looked at.
tl::expected<exporters::PhotoBytes, std::string> read_photos(nlohmann::json const& file, text::Words const& words);

} // namespace app
