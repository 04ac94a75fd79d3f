#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "project.h"

#include <doctest/doctest.h>

std::filesystem::path project() { return RUNDT_SOURCE; }
