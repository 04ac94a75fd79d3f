// Whether JSON from elsewhere is of a size that may be taken into memory: a file of brackets alone becomes a hundred times
// as large there. Looks at every value and keeps none.
#pragma once

#include <string_view>

namespace app {

/// False for more than four million values, for more than 64 levels, and for what is no JSON.
bool is_within_bounds(std::string_view json);

} // namespace app
