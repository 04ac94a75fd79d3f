// The keyboards as files: ours are whole, and a broken one says what is wrong.
#include "project.h"
#include "ui/kit/keyboard.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

using namespace ui;

namespace {

KeyboardLayout load(std::string const& code) {
    auto layout = KeyboardLayout::load(project() / "assets/keyboards" / (code + std::string(".toml")));
    REQUIRE_MESSAGE(layout.has_value(), layout.error());
    return *layout;
}

std::set<std::string> signs_on(std::vector<std::vector<KeyCap>> const& page) {
    std::set<std::string> found;
    for (auto const& row : page)
        for (KeyCap const& cap : row)
            if (cap.kind == KeyKind::Letter)
                CHECK_MESSAGE(found.insert(cap.text).second, cap.text); // once a page: it is the key's id
    return found;
}

bool has(std::vector<std::vector<KeyCap>> const& page, KeyKind kind) {
    for (auto const& row : page)
        for (KeyCap const& cap : row)
            if (cap.kind == kind)
                return true;
    return false;
}

} // namespace

TEST_CASE("Both keyboards have their letters and their special keys") {
    for (std::string const code : {"da", "en"}) {
        KeyboardLayout const layout = load(code);
        auto const letters = signs_on(layout.letters);
        for (char letter = 'a'; letter <= 'z'; ++letter)
            CHECK(letters.contains(std::string(1, letter)));
        auto const signs = signs_on(layout.signs);
        for (char digit = '0'; digit <= '9'; ++digit)
            CHECK(signs.contains(std::string(1, digit)));
        for (auto const& page : {layout.letters, layout.signs})
            for (KeyKind const kind : {KeyKind::Backspace, KeyKind::Signs, KeyKind::Space, KeyKind::Enter})
                CHECK(has(page, kind));
        CHECK(has(layout.letters, KeyKind::Shift));
        for (auto const& accents : layout.accents)
            CHECK_MESSAGE((letters.contains(accents.first) || signs.contains(accents.first)), accents.first);
    }
}

TEST_CASE("The Danish rows are the familiar ones") {
    KeyboardLayout const layout = load("da");
    std::vector<std::string> rows;
    for (auto const& row : layout.letters) {
        std::string& written = rows.emplace_back();
        for (KeyCap const& cap : row)
            written += cap.text;
    }
    CHECK(rows == std::vector<std::string>{"qwertyuiopå", "asdfghjklæø", "zxcvbnm.", ", "});
    CHECK(layout.accents.at("e") == std::vector<std::string>{"é", "è", "ê", "ë"});
}

TEST_CASE("A broken keyboard file is refused with its name and what is wrong") {
    struct Given {
        char const* content;
        char const* said;
    };
    auto const file = std::filesystem::temp_directory_path() / ("rundt-keyboard-" + std::to_string(getpid()) + ".toml");
    for (Given const& given : {
             Given{"letters = [[\"a\"]]", "signs is missing"},
             Given{"letters = []\nsigns = [[\"1\"]]", "letters is missing"},
             Given{"letters = [[]]\nsigns = [[\"1\"]]", "a row is not a list of keys"},
             Given{"letters = [[7]]\nsigns = [[\"1\"]]", "a key is neither"},
             Given{"letters = [[{ width = 2 }]]\nsigns = [[\"1\"]]", "a key is neither"},
             Given{"letters = [[{ key = \"a\", width = -1 }]]\nsigns = [[\"1\"]]", "the width of \"a\""},
             Given{"letters = [[\"a\"]]\nsigns = [[\"1\"]]\n[accents]\na = \"á\"", "accents of \"a\""},
             Given{"letters = [[\"a\"", "line"},
         }) {
        std::ofstream(file) << given.content;
        auto const layout = KeyboardLayout::load(file);
        REQUIRE_FALSE(layout.has_value());
        CHECK(layout.error().find(given.said) != std::string::npos);
        CHECK(layout.error().find(file.string()) == 0);
    }
    std::filesystem::remove(file);
    CHECK_FALSE(KeyboardLayout::load(file).has_value());
}
