// A board exported as JSON becomes the records of a new board file: its story is played through the rules from the
// first idea on, so that nothing gets in that could not have been done at a wall.
#pragma once

#include "board/event.h"
#include "exporters/board_json.h"
#include "id_source.h"
#include "text/words.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

struct Import {
    std::vector<board::Record> records;
    exporters::PhotoBytes photos; ///< to be kept before the records that name them
};
/// Records whose fold exports to the same JSON; or a sentence that says why the file is refused and where. `ids`
/// names the operations; ideas and people keep their own ids. `now` is when it happens, for a course without a day.
tl::expected<Import, std::string> import_json(std::string_view bytes, text::Words const& words, IdSource& ids,
                                              board::Now now);

} // namespace app
