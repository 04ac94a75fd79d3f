// What a file is by its first bytes, and what it says of itself.
#include "photos/files.h"

namespace {

photos::Bytes bytes(std::string const& text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}
photos::Format format(std::string const& text) { return photos::format_of(bytes(text)); }

using photos::Format;

} // namespace

TEST_CASE("a file is what its first bytes say") {
    CHECK(format(files::jpeg(files::quarters(8, 8))) == Format::Jpeg);
    CHECK(format(files::png(files::quarters(8, 8))) == Format::Png);
    CHECK(format("GIF89a....") == Format::Gif);
    CHECK(format(std::string("\0\0\0\x18"
                             "ftypheic\0\0\0\0",
                             16)) == Format::Heic);
    CHECK(format(std::string("\0\0\0\x18"
                             "ftypmif1\0\0\0\0",
                             16)) == Format::Heic);
    CHECK(format(std::string("\0\0\0\x18"
                             "ftypavif\0\0\0\0",
                             16)) == Format::Avif);
    CHECK(format(std::string("\0\0\0\x18"
                             "ftypmp42\0\0\0\0",
                             16)) == Format::Unknown);
    CHECK(format("RIFF....WEBPVP8 ") == Format::WebP);
    CHECK(format("RIFF....WAVEfmt ") == Format::Unknown);
    CHECK(format("<svg xmlns='http://www.w3.org/2000/svg'/>") == Format::Svg);
    CHECK(format("\xEF\xBB\xBF  <?xml version='1.0'?>\n<!-- x --><svg/>") == Format::Svg);
    CHECK(format("<html></html>") == Format::Unknown);
    CHECK(format(std::string("II*\0....", 8)) == Format::Tiff);
    CHECK(format(std::string("MM\0*....", 8)) == Format::Tiff);
    CHECK(format("BM......") == Format::Bmp);
    for (auto const* none : {"", "\xFF", "\xFF\xD8", "\x89PNG", "G", "RIFF", "hej"})
        CHECK(format(none) == Format::Unknown);
}

TEST_CASE("a picture's head tells its size and how the camera was held") {
    auto const picture = files::jpeg(files::quarters(30, 20));
    auto const head = photos::head_of(bytes(picture));
    REQUIRE(head);
    CHECK(head->w == 30);
    CHECK(head->h == 20);
    CHECK(head->channels == 3);
    CHECK(head->bits == 8);
    CHECK(head->turn == photos::Turn::None);
    for (int turn = 1; turn <= 8; ++turn)
        for (bool const little : {false, true})
            CHECK(static_cast<int>(photos::head_of(bytes(files::with_turn(picture, turn, little)))->turn) == turn);
    for (int const nonsense : {0, 9, 255, 65535})
        CHECK(photos::head_of(bytes(files::with_turn(picture, nonsense)))->turn == photos::Turn::None);
    CHECK(photos::head_of(bytes(files::png(files::quarters(5, 7))))->h == 7);
}

TEST_CASE("any beginning of a picture, and any of its bytes changed, is read without harm") {
    auto const whole = files::with_turn(files::jpeg(files::quarters(16, 16)), 6);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        photos::head_of(bytes(whole.substr(0, i)));
        for (char const other : {'\0', '\xFF', '\x7F', '\x01'}) {
            auto changed = whole;
            changed[i] = other;
            photos::head_of(bytes(changed));
        }
    }
    auto const small = files::png(files::quarters(4, 4));
    for (std::size_t i = 0; i < 40; ++i)
        photos::head_of(bytes(small.substr(0, i)));
    CHECK_FALSE(photos::head_of(bytes(whole.substr(0, 100))));
}

TEST_CASE("a picture is made to fit, and never larger") {
    CHECK(photos::fitted({4000, 3000}, {2048, 2048}) == photos::Size{2048, 1536});
    CHECK(photos::fitted({3000, 4000}, {2048, 2048}) == photos::Size{1536, 2048});
    CHECK(photos::fitted({100, 50}, {2048, 2048}) == photos::Size{100, 50});
    CHECK(photos::fitted({60000, 1}, {2048, 2048}) == photos::Size{2048, 1});
    CHECK(photos::fitted({300, 200}, {100, 100}) == photos::Size{100, 67});
}
