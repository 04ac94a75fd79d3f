// The four invented courses of assets/demo_data.json as records, played through the rules from the first day to
// Monday 23 November 2026; and made-up ideas in any number, for tests and benchmarks.
#pragma once

#include "board/event.h"
#include "id_source.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace app {

enum class Demo { Jobcenter, Homecare, Roads, Library };

/// "jobcenter", "homecare", "roads", "library".
std::optional<Demo> parse_demo(std::string_view name);

/// The day on which each demo stands: »i dag« of the data.
inline constexpr board::Date demo_day = std::chrono::year_month_day(std::chrono::year(2026), std::chrono::November,
                                                                    std::chrono::day(23));

/// The demo's past; or in English what is wrong with the data. `data`: the path of demo_data.json. With a seeded
/// `ids` the records are the same every time.
tl::expected<std::vector<board::Record>, std::string> demo_records(std::filesystem::path const& data, Demo demo,
                                                                   IdSource& ids);

/// `n` plausible ideas in Danish, the same every time; no two are equal.
std::vector<std::string> made_up_ideas(int n);

} // namespace app
