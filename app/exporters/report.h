// A report of some pages: laid out once to count them, and once more to print how many there are.
#pragma once

#include "exporters/flow.h"

#include <functional>
#include <string>

namespace exporters {

struct Report {
    DocumentInfo info;
    std::string foot; ///< on the left of every page's foot
    std::function<void(Flow&)> write;
};

/// A PDF on A4.
std::string printed(Report const& report, text::Words const& words);

} // namespace exporters
