// Where the project's own files lie, for tests that read them.
#pragma once

#include <filesystem>

/// The project's root, absolute.
std::filesystem::path project();
