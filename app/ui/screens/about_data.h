// *Om data*: what is kept about people and what is not, where, until when, and who to ask. Anybody may read it.
#pragma once

#include "ui/screens/context.h"

#include <optional>
#include <string>

namespace screens {

struct DataFacts {
    std::string contact{}; ///< who to ask; empty: nobody has been named
    std::string place{};   ///< the board's file
    std::optional<board::Date> deleted_on{};
};

void about_data(Context& c, ui::Rect rect, DataFacts const& facts);

} // namespace screens
