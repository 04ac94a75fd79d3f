// Photos in what is taken home, as other programs read them: pdfimages, pdftotext and a PNG's own pixels.
#include "photo_prints.h"

#include "board_file.h"
#include "commands.h"
#include "exporters/exports.h"
#include "exporters/story.h"
#include "file.h"
#include "paths.h"
#include "photos/pixels.h"
#include "replay.h"

#include <cstdio>
#include <doctest/doctest.h>
#include <memory>
#include <sstream>

namespace {

using exporters::Format;

board::Date const day = board::Date(std::chrono::year(2026) / 11 / 23);
board::Now const now{board::Instant(day), day};

photos::Pixels red(int w, int h) {
    photos::Pixels pixels{w, h, {}};
    for (int i = 0; i < w * h; ++i)
        pixels.rgb.insert(pixels.rgb.end(), {210, 20, 30});
    return pixels;
}

std::string output_of(std::string const& command) {
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string all;
    char buffer[4096];
    for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe.get())) > 0;)
        all.append(buffer, got);
    return all;
}

/// A board with one idea that carries those bytes as its photo, and maybe one that is still hidden.
struct Home {
    TestFolder folder{"prints"};
    app::IdSource ids{7};
    app::Replay replay{ids};
    exporters::PhotoBytes photos;

    Home() {
        board::CreateCourse course;
        course.course.name = "Ro til sagsarbejdet";
        course.course.meetings = {{1, day}};
        REQUIRE(replay.ask(course, now));
    }
    void add(std::string const& text, std::string const& bytes, int w, int h, bool masked = false) {
        auto const hash = store::photo_hash(bytes);
        photos[hash] = bytes;
        board::AddIdea idea;
        idea.id = {ids.next(now.at)};
        idea.text = text;
        idea.photo = board::Photo{hash, w, h};
        idea.masked = masked;
        REQUIRE(replay.ask(idea, now));
    }
    std::filesystem::path take_home(std::string const& format, std::string const& name) {
        auto const file = folder / "tavle.rundtbord";
        if (!std::filesystem::exists(file))
            REQUIRE(app::make_board_file(file, replay.records(), photos));
        auto const words = words_in(text::Language::Danish);
        std::ostringstream out, err;
        app::Surroundings const in{words, assets, now, out, err, RUNDT_PROGRAM};
        REQUIRE_MESSAGE(app::run_export({.file = file, .format = format, .into = folder / name}, in) == 0, err.str());
        return folder / name;
    }
};

struct Image {
    int w = 0, h = 0;
    std::string coding;
};
std::vector<Image> images_in(std::filesystem::path const& pdf) {
    std::istringstream lines(output_of("pdfimages -list '" + pdf.string() + "' | tail -n +3"));
    std::vector<Image> images;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string page, no, type, colour, parts, bits;
        Image image;
        words >> page >> no >> type >> image.w >> image.h >> colour >> parts >> bits >> image.coding;
        if (type == "image")
            images.push_back(image);
    }
    return images;
}

} // namespace

TEST_CASE("the board and the minutes hold the photo as a JPEG, no larger than print needs, and say whose it is") {
    Home home;
    home.add("Et opslag ved døren", photos::as_jpeg(red(1600, 1200)), 1600, 1200);
    for (std::string const format : {"board", "minutes"}) {
        CAPTURE(format);
        auto const pdf = home.take_home(format, format + ".pdf");
        auto const images = images_in(pdf);
        REQUIRE(images.size() == 1);
        CHECK(images[0].coding == "jpeg");
        CHECK(images[0].w < 1000);
        CHECK(std::abs(images[0].w * 3 - images[0].h * 4) <= 8);
        CHECK(app::read_file(pdf)->size() < 200'000);
        auto const structure = output_of("pdfinfo -struct-text '" + pdf.string() + "' 2>/dev/null");
        CHECK(structure.find("Figure") != std::string::npos);
        auto const plain = output_of("qpdf --qdf --object-streams=disable '" + pdf.string() + "' - 2>/dev/null");
        CHECK(plain.find("/Alt") != std::string::npos);
    }
}

TEST_CASE("the picture of the board shows the photo's own pixels") {
    Home home;
    home.add("", photos::as_jpeg(red(600, 900)), 600, 900);
    auto const bytes = app::read_file(home.take_home("png", "a.png")).value();
    photos::Bytes const file(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
    auto const png = photos::decoded(file, photos::head_of(file).value());
    REQUIRE(png);
    int reds = 0;
    for (std::size_t i = 0; i + 2 < png->rgb.size(); i += 3)
        reds += png->rgb[i] > 190 && png->rgb[i + 1] < 45 && png->rgb[i + 2] < 55 ? 1 : 0;
    CHECK(reds > 200 * 300);
}

TEST_CASE("what was written in silence takes no photo home") {
    Home home;
    home.add("Skjult", photos::as_jpeg(red(400, 300)), 400, 300, true);
    CHECK(images_in(home.take_home("board", "a.pdf")).empty());
    CHECK(images_in(home.take_home("minutes", "b.pdf")).empty());
}

TEST_CASE("bytes that are no photo are never in an export: the place says that it cannot be shown") {
    Home home;
    home.add("Ondsindet", "\xFF\xD8\xFF hemmelige bytes, der ikke er et billede", 400, 300);
    auto const pdf = home.take_home("board", "a.pdf");
    CHECK(images_in(pdf).empty());
    CHECK(app::read_file(pdf)->find("hemmelige bytes") == std::string::npos);
    auto const text = output_of("pdftotext '" + pdf.string() + "' -");
    CHECK(text.find("Billedet kan ikke vises") != std::string::npos);
    CHECK(text.find("Ondsindet") != std::string::npos);
}

TEST_CASE("a story shows the photo of its idea") {
    Home home;
    home.add("Et opslag ved døren", photos::as_jpeg(red(1600, 1200)), 1600, 1200);
    exporters::Takeaway takeaway(board::fold(home.replay.records()), home.photos);
    takeaway.print_with(app::print_by(photos::Decoder(RUNDT_PROGRAM)));
    auto const words = words_in(text::Language::Danish);
    auto const pdf = home.folder / "story.pdf";
    REQUIRE(app::write_file(pdf, exporters::story_pdf(takeaway, takeaway->ideas.front(), words, now)));
    auto const images = images_in(pdf);
    REQUIRE(images.size() == 1);
    CHECK(images[0].coding == "jpeg");
    CHECK(output_of("pdftotext '" + pdf.string() + "' -").find("Et opslag ved døren") != std::string::npos);
}

TEST_CASE("the photos of merged ideas stand small under the idea's own, each once") {
    Home home;
    home.add("Et opslag ved døren", photos::as_jpeg(red(1600, 1200)), 1600, 1200);
    home.add("Et skilt ved døren", photos::as_jpeg(red(1500, 1000)), 1500, 1000);
    home.add("Et banner ved døren", photos::as_jpeg(red(900, 900)), 900, 900);
    auto const ideas = home.replay.board().ideas;
    REQUIRE(home.replay.ask(board::MergeIdeas{ideas[1].id, ideas[0].id}, now));
    REQUIRE(home.replay.ask(board::MergeIdeas{ideas[2].id, ideas[0].id}, now));
    CHECK(images_in(home.take_home("minutes", "minutes.pdf")).size() == 3);
    auto const story = home.folder / "story.pdf";
    exporters::Takeaway takeaway(board::fold(home.replay.records()), home.photos);
    takeaway.print_with(app::print_by(photos::Decoder(RUNDT_PROGRAM)));
    auto const words = words_in(text::Language::Danish);
    REQUIRE(app::write_file(story, exporters::story_pdf(takeaway, takeaway->ideas.front(), words, now)));
    for (auto const& pdf : {home.take_home("board", "board.pdf"), story}) {
        auto const images = images_in(pdf);
        REQUIRE(images.size() == 3);
        CHECK(images[1].w < images[0].w);
        CHECK(images[2].w < images[0].w);
    }
}

TEST_CASE("a photo is made once for a report that is laid out twice") {
    Home home;
    home.add("Én gang", photos::as_jpeg(red(40, 30)), 40, 30);
    exporters::Takeaway takeaway(board::fold(home.replay.records()), home.photos);
    int made = 0;
    auto const words = words_in(text::Language::Danish);
    auto const print = app::print_by(photos::Decoder(RUNDT_PROGRAM));
    takeaway.print_with([&](std::string_view photo, int w, int h) {
        ++made;
        return print(photo, w, h);
    });
    REQUIRE(exporters::make_files({.format = Format::Minutes, .meeting = 1}, takeaway, words, now));
    CHECK(made == 1);
}
