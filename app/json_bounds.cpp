#include "json_bounds.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace app {
namespace {

constexpr int most_values = 4'000'000, most_levels = 64;

/// What nlohmann's reader calls; false ends it.
class Counter : public nlohmann::json_sax<nlohmann::json> {
  public:
    bool null() override { return one(); }
    bool boolean(bool) override { return one(); }
    bool number_integer(number_integer_t) override { return one(); }
    bool number_unsigned(number_unsigned_t) override { return one(); }
    bool number_float(number_float_t, string_t const&) override { return one(); }
    bool string(string_t&) override { return one(); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return one() && ++m_level <= most_levels; }
    bool key(string_t&) override { return one(); }
    bool end_object() override { return --m_level >= 0; }
    bool start_array(std::size_t) override { return one() && ++m_level <= most_levels; }
    bool end_array() override { return --m_level >= 0; }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const&) override { return false; }

  private:
    bool one() { return ++m_values <= most_values; }

    int m_values = 0, m_level = 0;
};

} // namespace

bool is_within_bounds(std::string_view json) {
    Counter counter;
    return nlohmann::json::sax_parse(json, &counter);
}

} // namespace app
