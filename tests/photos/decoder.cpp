// The real child, given good pictures and every kind of bad one; and children that are something else.
#include "photos/decoder.h"

#include "photos/answer.h"
#include "photos/files.h"

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using photos::Fault;
using photos::Format;

photos::Decoder const decoder{RUNDT_PROGRAM};

photos::Result<photos::Kept> keep(std::string const& bytes) { return decoder.keep(files::open(bytes).number()); }
photos::Result<photos::Pixels> inside(std::string const& bytes, photos::Size room) {
    return decoder.inside(files::open(bytes).number(), room);
}

/// Nothing when it was taken.
std::optional<Fault> fault(std::string const& bytes) {
    auto const kept = keep(bytes);
    return kept ? std::nullopt : std::optional(kept.error().fault);
}

std::string photo(int w = 120, int h = 80) { return files::jpeg(files::quarters(w, h)); }

/// A program that says something else than the decoder would.
class Impostor {
  public:
    explicit Impostor(std::string const& does) {
        std::string name = (fs::temp_directory_path() / "rundt-decoder-XXXXXX").string();
        m_folder = mkdtemp(name.data());
        std::ofstream(m_folder / "it") << "#!/bin/sh\n" << does << '\n';
        fs::permissions(m_folder / "it", fs::perms::owner_all);
    }
    ~Impostor() { fs::remove_all(m_folder); }
    Impostor(Impostor const&) = delete;
    Impostor& operator=(Impostor const&) = delete;

    std::optional<Fault> answer() const {
        using namespace std::chrono_literals;
        auto const kept = photos::Decoder(m_folder / "it", 300ms).keep(files::open(photo()).number());
        return kept ? std::nullopt : std::optional(kept.error().fault);
    }

  private:
    fs::path m_folder;
};

std::string escaped(photos::Answer const& answer) {
    std::string text;
    auto const* bytes = reinterpret_cast<unsigned char const*>(&answer);
    for (std::size_t i = 0; i < sizeof answer; ++i) {
        char one[8];
        std::snprintf(one, sizeof one, "\\%03o", bytes[i]);
        text += one;
    }
    return text;
}

std::string says(photos::Answer const& answer, std::string const& more = {}) {
    return "printf '" + escaped(answer) + more + "'";
}

} // namespace

TEST_CASE("a photo is kept upright, small, and without what was written beside it") {
    auto const kept = keep(files::with_turn(photo(3000, 2000), 1));
    REQUIRE(kept);
    CHECK(kept->size == photos::Size{2048, 1365});
    CHECK(kept->jpeg.starts_with("\xFF\xD8\xFF"));
    CHECK(kept->jpeg.find("Exif") == std::string::npos);
    CHECK(kept->jpeg.find("SECRET") == std::string::npos);
    CHECK(kept->jpeg.size() < 500'000);
    auto const again = decoder.exactly(kept->jpeg, {64, 43});
    REQUIRE(again);
    CHECK(files::like(files::pixel(*again, 3, 3), 0xFF0000));
    CHECK(files::like(files::pixel(*again, 60, 40), 0x0000FF));
}

TEST_CASE("a small photo keeps its size, and a PNG is taken by its content") {
    CHECK(keep(photo(7, 5))->size == photos::Size{7, 5});
    CHECK(keep(files::png(files::quarters(40, 30)))->size == photos::Size{40, 30});
    CHECK(keep(files::png(files::quarters(1, 1)))->size == photos::Size{1, 1});
}

TEST_CASE("however the camera was held, the picture stands upright") {
    // Where the upper left, upper right, lower right and lower left quarter of the file's pixels are seen.
    struct Held {
        int turn;
        std::uint32_t upper_left, upper_right, lower_right, lower_left;
    };
    constexpr std::uint32_t red = 0xFF0000, green = 0x00FF00, blue = 0x0000FF, yellow = 0xFFFF00;
    for (Held const& held :
         {Held{1, red, green, blue, yellow}, Held{2, green, red, yellow, blue}, Held{3, blue, yellow, red, green},
          Held{4, yellow, blue, green, red}, Held{5, red, yellow, blue, green}, Held{6, yellow, red, green, blue},
          Held{7, blue, green, red, yellow}, Held{8, green, blue, yellow, red}}) {
        CAPTURE(held.turn);
        auto const seen = inside(files::with_turn(photo(), held.turn), {400, 400});
        REQUIRE(seen);
        bool const sideways = held.turn >= 5;
        CHECK(seen->w == (sideways ? 80 : 120));
        CHECK(seen->h == (sideways ? 120 : 80));
        int const r = seen->w - 10, b = seen->h - 10;
        CHECK(files::like(files::pixel(*seen, 10, 10), held.upper_left));
        CHECK(files::like(files::pixel(*seen, r, 10), held.upper_right));
        CHECK(files::like(files::pixel(*seen, r, b), held.lower_right));
        CHECK(files::like(files::pixel(*seen, 10, b), held.lower_left));
    }
}

TEST_CASE("a thumbnail fits its room, turned or not") {
    auto const seen = inside(files::with_turn(photo(1200, 800), 6), {90, 90});
    REQUIRE(seen);
    CHECK(seen->w == 60);
    CHECK(seen->h == 90);
    CHECK(files::like(files::pixel(*seen, 5, 5), 0xFFFF00));
}

TEST_CASE("what is transparent lies on white, and grey is grey") {
    std::string const clear = std::string("\0\x10\x20\x30\0", 5);
    CHECK(files::pixel(*inside(files::png_of(1, 1, 6, clear), {9, 9}), 0, 0) == 0xFFFFFF);
    CHECK(files::pixel(*inside(files::png_of(1, 1, 0, std::string("\0\x40", 2)), {9, 9}), 0, 0) == 0x404040);
}

TEST_CASE("other kinds of pictures are told by their names") {
    auto const told = [](std::string const& bytes) {
        auto const kept = keep(bytes);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().fault == Fault::OtherFormat);
        return kept.error().format;
    };
    CHECK(told("GIF89a....") == Format::Gif);
    CHECK(told(std::string("\0\0\0\x18"
                           "ftypheic\0\0\0\0",
                           16)) == Format::Heic);
    CHECK(told("RIFF....WEBPVP8 ") == Format::WebP);
    CHECK(told("<svg/>") == Format::Svg);
    CHECK(told(std::string("II*\0....", 8)) == Format::Tiff);
}

TEST_CASE("a bomb is refused before it is unpacked, with its size") {
    std::string const bomb = "\x89PNG\r\n\x1A\n" +
                             files::chunk("IHDR",
                                          files::big(16000) + files::big(16000) + std::string("\x08\x02\0\0\0", 5)) +
                             files::chunk("IDAT", "x") + files::chunk("IEND", "");
    auto const kept = keep(bomb);
    REQUIRE_FALSE(kept);
    CHECK(kept.error().fault == Fault::TooManyPixels);
    CHECK(kept.error().size == photos::Size{16000, 16000});
    auto jpeg = photo();
    jpeg.replace(files::frame_of(jpeg) + 5, 4, "\xFF\xFF\xFF\xFF");
    CHECK(fault(jpeg) == Fault::TooManyPixels);
    std::string const giant = "\x89PNG\r\n\x1A\n" +
                              files::chunk("IHDR",
                                           files::big(0x7FFFFFFF) + files::big(0x7FFFFFFF) + std::string(5, '\x08'));
    CHECK(fault(giant) == Fault::TooManyPixels);
}

TEST_CASE("a file of more than 40 MB is refused without being read") {
    auto const file = files::open(photo());
    REQUIRE(::ftruncate(file.number(), photos::most_file_bytes + 1) == 0);
    auto const kept = decoder.keep(file.number());
    REQUIRE_FALSE(kept);
    CHECK(kept.error().fault == Fault::TooManyBytes);
    CHECK(kept.error().bytes == photos::most_file_bytes + 1);
}

TEST_CASE("a file that grows while it is read, as a pipe may, is refused at 40 MB too") {
    Impostor const endless("cat /dev/zero | " RUNDT_PROGRAM " decode-image keep");
    CHECK(endless.answer()); // in the impostor's short time it may also be told as hanging
}

TEST_CASE("a damaged picture is told as such") {
    CHECK(fault("") == Fault::Damaged);
    CHECK(fault("hello, this is no picture") == Fault::Damaged);
    CHECK(fault("\xFF\xD8\xFF") == Fault::Damaged);
    CHECK(fault("\xFF\xD8\xFF" + std::string(5000, 'x')) == Fault::Damaged);
    CHECK(fault("\x89PNG\r\n\x1A\n") == Fault::Damaged);
    auto const whole = files::jpeg(files::painted(
        200, 200, [](int x, int y) { return static_cast<std::uint32_t>(x * 7919 + y * 104729) & 0xFFFFFF; }));
    REQUIRE_FALSE(fault(whole));
    for (std::size_t const part : {1U, 2U, 3U, 5U, 9U})
        CHECK(fault(whole.substr(0, whole.size() * part / 10)) == Fault::Damaged);
    CHECK(fault(whole.substr(0, whole.size() - 2)) == Fault::Damaged);
    CHECK_FALSE(fault(whole + "what a phone puts behind a picture"));
    auto const png = files::png(files::quarters(50, 50));
    for (std::size_t const part : {1U, 3U, 5U, 9U})
        CHECK(fault(png.substr(0, png.size() * part / 10)) == Fault::Damaged);
}

TEST_CASE("CMYK and 12 bits are not decoded") {
    auto deep = photo();
    deep[files::frame_of(deep) + 4] = '\x0C';
    CHECK(fault(deep) == Fault::Damaged);
    auto cmyk = photo();
    auto const frame = files::frame_of(cmyk);
    cmyk[frame + 9] = '\x04';
    cmyk[frame + 3] = '\x14';
    cmyk.insert(frame + 19, std::string("\x04\x11\0", 3));
    CHECK(fault(cmyk) == Fault::Damaged);
}

TEST_CASE("a table that writes beyond its array kills the child, and nobody else") {
    // 16 lengths of codes that together claim more than the 256 there is room for.
    std::string const table = std::string("\x10", 1) + std::string(16, '\xFF') + std::string(16 * 255, '\0');
    std::string const segment = "\xFF\xC4" + files::big(static_cast<std::uint32_t>(table.size() + 2), 2) + table;
    auto hostile = photo();
    hostile.insert(files::frame_of(hostile), segment);
    CHECK(fault(hostile) == Fault::Damaged);
    CHECK_FALSE(fault(photo()));
}

TEST_CASE("whatever byte is changed, there is an answer, and the next picture is taken") {
    auto const whole = files::with_turn(photo(40, 30), 6);
    for (std::size_t i = 0; i < whole.size(); i += 11) {
        auto changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        auto const seen = inside(changed, {64, 64});
        if (seen)
            CHECK(seen->rgb.size() == static_cast<std::size_t>(seen->w * seen->h * 3));
    }
    CHECK_FALSE(fault(whole));
}

TEST_CASE("a child that dies, hangs, is not there or says nonsense is a damaged picture") {
    CHECK(Impostor("exit 3").answer() == Fault::Damaged);
    CHECK(Impostor("kill -SEGV $$").answer() == Fault::Damaged);
    CHECK(Impostor("exec sleep 60").answer() == Fault::Damaged);
    CHECK(Impostor("printf R; exec sleep 60").answer() == Fault::Damaged);
    CHECK(Impostor("exec yes").answer() == Fault::Damaged);
    CHECK_FALSE(photos::Decoder("/no/such/program").keep(files::open(photo()).number()));
}

TEST_CASE("a child that lies is not believed") {
    using photos::Verdict;
    photos::Answer fine;
    fine.verdict = Verdict::Fine;
    fine.w = fine.h = 10;
    fine.bytes = 4;
    CHECK_FALSE(Impostor(says(fine, "\\377\\330\\377x")).answer()); // as told so far it would be a JPEG
    CHECK(Impostor(says(fine, "GIF8")).answer() == Fault::Damaged);
    CHECK(Impostor(says(fine, "\\377\\330")).answer() == Fault::Damaged);
    auto wide = fine;
    wide.w = 100'000;
    CHECK(Impostor(says(wide, "\\377\\330\\377x")).answer() == Fault::Damaged);
    auto negative = fine;
    negative.h = -1;
    CHECK(Impostor(says(negative, "\\377\\330\\377x")).answer() == Fault::Damaged);
    auto endless = fine;
    endless.bytes = 0xFFFFFFFF;
    CHECK(Impostor(says(endless)).answer() == Fault::Damaged);
    auto other = fine;
    other.verdict = static_cast<Verdict>(77);
    CHECK(Impostor(says(other)).answer() == Fault::Damaged);
    auto format = fine;
    format.verdict = Verdict::OtherFormat;
    format.format = static_cast<Format>(99);
    format.bytes = 0;
    CHECK(Impostor(says(format)).answer() == Fault::Damaged);
}
