// Tables as one workbook for Excel: a sheet each, with typed cells, filters and headings that stay in sight.
#pragma once

#include "board/date.h"
#include "exporters/table.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace exporters {

struct WorkbookTitle {
    std::string title;   ///< of the document
    std::string remark;  ///< whatever must be said of all of it
    board::Instant at{}; ///< when it was made
};

/// The workbook's bytes; or, in English, why it could not be made (no memory).
tl::expected<std::string, std::string> to_xlsx(std::vector<Table> const& tables, WorkbookTitle const& title);

} // namespace exporters
