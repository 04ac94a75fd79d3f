// What cairo leaves out of a tagged PDF and a listening reader needs. Knows the file, and nothing that is in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exporters {

/// `pdf` with its language, its title in the window, what its figures show (in the order of the document), the reach
/// of its table headings, and a file identity that follows from its content.
std::string finished_pdf(std::string const& pdf, std::string_view language,
                         std::vector<std::string> const& alternatives);

} // namespace exporters
