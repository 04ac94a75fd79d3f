// A settings file changed at the wall keeps what somebody wrote into it by hand.
#include "toml_edit.h"

#include "config.h"
#include "file.h"
#include "paths.h"

#include <algorithm>
#include <doctest/doctest.h>

using app::with_toml_value;

namespace {

constexpr char const* hand_written = "# Rundt bordet på tavlen i mødelokale Æ\n"
                                     "\n"
                                     "[screen] # skærmen\n"
                                     "  lower_edge_mm   =  800   # målt med tommestok, ø å\n"
                                     "diagonal_inches = 65.0\n"
                                     "\n"
                                     "# til sidst\n"
                                     "[language]\n"
                                     "code = 'da' # eller 'en'\n";

} // namespace

TEST_CASE("a value is changed in its place, and nothing else") {
    auto const changed = with_toml_value(hand_written, "screen", "lower_edge_mm", std::int64_t{720});
    REQUIRE(changed);
    std::string expected = hand_written;
    expected.replace(expected.find("800"), 3, "720");
    CHECK(*changed == expected);
    auto const text = with_toml_value(hand_written, "language", "code", std::string("en"));
    REQUIRE(text);
    CHECK(text->find("code = 'en' # eller 'en'") != std::string::npos);
}

TEST_CASE("a value that is not there is added to its section, and a section to the file") {
    auto const added = with_toml_value(hand_written, "screen", "calm_motion", true);
    REQUIRE(added);
    CHECK(added->find("diagonal_inches = 65.0\ncalm_motion = true\n\n# til sidst\n") != std::string::npos);
    auto const section = with_toml_value(hand_written, "export", "folder", std::string("/mnt/fælles \"drev\""));
    REQUIRE(section);
    CHECK(section->starts_with(hand_written));
    CHECK(section->ends_with("\n[export]\nfolder = '/mnt/fælles \"drev\"'\n"));
}

TEST_CASE("any file it is given: empty, without its last line end, from Windows, with tables in tables") {
    for (std::string const text : {"", "[screen]", "[screen]\r\na = 1\r\n", "\n\n", "# kun en bemærkning",
                                   "[screen.more]\na = 1\n[screen]\nb = 2", "a = 1\n[[list]]\nx = 1\n"}) {
        CAPTURE(text);
        auto const changed = with_toml_value(text, "screen", "text_step", std::int64_t{2});
        REQUIRE(changed);
        auto const again = with_toml_value(*changed, "screen", "text_step", std::int64_t{1});
        REQUIRE(again);
        CHECK(with_toml_value(*again, "screen", "text_step", std::int64_t{2}) == changed);
        CHECK((text.find('\r') == std::string::npos || std::count(changed->begin(), changed->end(), '\n') ==
                                                           std::count(changed->begin(), changed->end(), '\r')));
    }
}

TEST_CASE("a file that is not TOML, or says it another way, is refused and stays as it is") {
    for (char const* text : {"[screen", "screen = 3\n", "a = = 1", "\xff\xfe"}) {
        CAPTURE(text);
        CHECK_FALSE(with_toml_value(text, "screen", "text_step", std::int64_t{2}));
    }
}

TEST_CASE("every setting of the kiosk's own file can be changed there and back") {
    auto const file = project() / "kiosk-config/etc/rundt-bordet/rundt-bordet.toml";
    auto const text = app::read_file(file);
    REQUIRE(text);
    auto const changed = with_toml_value(*text, "screen", "text_step", std::int64_t{2});
    REQUIRE(changed);
    CHECK(changed->size() == text->size());
    CHECK(with_toml_value(*changed, "screen", "text_step", std::int64_t{0}) == *text);
}
