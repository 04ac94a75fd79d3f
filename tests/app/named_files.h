// Finds a name in whatever lies in a folder, byte by byte.
#pragma once

#include "file.h"

#include <filesystem>
#include <string>
#include <vector>

/// »Sørine«, which no demo has.
inline constexpr char const* planted_name = "Sørine";

/// The files that hold it, as UTF-8 or as JSON may write it; those that only have it in their own name, too.
inline std::vector<std::filesystem::path> files_with_name(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        auto const bytes = app::read_file(entry.path()).value_or("") + entry.path().filename().string();
        for (char const* way : {planted_name, "S\\u00f8rine", "S\\u00F8rine", "rine"})
            if (bytes.find(way) != std::string::npos) {
                found.push_back(entry.path());
                break;
            }
    }
    return found;
}
