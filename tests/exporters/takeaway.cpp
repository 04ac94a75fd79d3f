#include "exporters/takeaway.h"

#include "exporters/exports.h"
#include "programs.h"
#include "rich_board.h"

#include <nlohmann/json.hpp>

using exporters::Format;

namespace {

/// All that a format says, as another program reads it.
std::string said_in(Format format, board::Board const& board, board::Now now, int idea = 0) {
    auto const words = words_of();
    auto const files = exporters::make_files({format, 0, idea, exporters::PaperSize::Fitting}, board, words, now);
    REQUIRE(files.has_value());
    std::string all;
    Scratch const scratch;
    for (exporters::File const& file : *files) {
        std::string const path = scratch.file("a" + std::filesystem::path(file.name).extension().string(), file.bytes);
        if (path.ends_with(".pdf"))
            all += output_of("pdftotext -raw '" + path + "' -");
        else if (path.ends_with(".xlsx"))
            all += output_of("python3 -c \"import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
                             "print(''.join(z.read(n).decode('utf-8','replace') for n in z.namelist()))\" '" +
                             path + "'");
        else
            all += file.bytes;
    }
    return all;
}

constexpr Format told[] = {Format::Minutes, Format::Board, Format::Story,   Format::Workbook,
                           Format::Tables,  Format::Data,  Format::Calendar};

} // namespace

TEST_CASE("no format tells what may not leave the room") {
    Wall wall = rich_wall();
    board::AddIdea silent;
    silent.id = {wall.new_id()};
    silent.text = "Skrevet-i-stilhed";
    silent.masked = true;
    wall.ask(silent);
    // What no rule lets onto a board, should it ever get there.
    wall.board.rounds.back().tallies = {{wall.board.ideas[2].id, 424242}};
    wall.board.rounds.back().ballots = 434343;
    board::Now const now = moment_of(wall);
    for (Format const format : told) {
        CAPTURE(exporters::name_of(format));
        std::string const said = said_in(format, wall.board, now);
        CHECK(said.find("Skrevet-i-stilhed") == std::string::npos);
        CHECK(said.find("424242") == std::string::npos);
        CHECK(said.find("434343") == std::string::npos);
    }
}

TEST_CASE("who was away from a meeting is told as a number") {
    Wall const wall = rich_wall();
    auto const data = nlohmann::json::parse(said_in(Format::Data, wall.board, moment_of(wall)));
    CHECK(data["meetings"][0]["away"] == 1);
    CHECK(data["meetings"].dump().find(board::to_string(wall.board.meetings[0].away[0].value)) == std::string::npos);
    std::string const minutes = said_in(Format::Minutes, wall.board, moment_of(wall));
    CHECK(minutes.find("Fraværende") == std::string::npos);
}

TEST_CASE("a pulse with few answers is told as little as it may be") {
    struct Row {
        std::vector<int> counts;
        exporters::PulseTold told;
        std::vector<int> kept;
    };
    board::PulseRound round;
    round.no = 1;
    round.statements = {"x"};
    round.state = board::RoundState::Closed;
    for (Row const& row : {Row{{0, 0, 4, 0, 0}, exporters::PulseTold::Nothing, {0, 0, 0, 0, 0}},
                           Row{{3, 0, 0, 0, 3}, exporters::PulseTold::Mean, {0, 0, 6, 0, 0}},
                           Row{{1, 0, 0, 0, 4}, exporters::PulseTold::Mean, {0, 0, 0, 4, 1}},
                           Row{{1, 2, 3, 4, 2}, exporters::PulseTold::Answers, {1, 2, 3, 4, 2}}}) {
        round.counts = {row.counts};
        CHECK(exporters::told(round, 0) == row.told);
        board::Board board;
        board.pulses = {round};
        exporters::Takeaway const takeaway(board);
        CHECK(takeaway->pulses[0].counts[0] == row.kept);
        if (row.told != exporters::PulseTold::Nothing)
            CHECK(pulse_mean(takeaway->pulses[0], 0) == pulse_mean(round, 0));
    }
}

TEST_CASE("counts of a mean say no more than the mean") {
    CHECK(exporters::counts_of(0, 0) == std::vector<int>{0, 0, 0, 0, 0});
    CHECK(exporters::counts_of(5, 25) == std::vector<int>{0, 0, 0, 0, 5});
    CHECK(exporters::counts_of(5, 5) == std::vector<int>{5, 0, 0, 0, 0});
    CHECK(exporters::counts_of(6, 20) == std::vector<int>{0, 0, 4, 2, 0});
    CHECK(exporters::counts_of(5, 1000) == std::vector<int>{0, 0, 0, 0, 5}); // a file that lies
}

TEST_CASE("a writer is named only where they asked for it") {
    Wall wall = new_wall();
    auto const writer = wall.person("Navngivne-Nanna");
    wall.idea("Uden navn");
    board::AddIdea signed_idea;
    signed_idea.id = {wall.new_id()};
    signed_idea.text = "Med navn";
    signed_idea.author = writer;
    wall.ask(signed_idea);
    exporters::Takeaway const takeaway(wall.board);
    CHECK_FALSE(takeaway->ideas[0].author.has_value());
    CHECK(takeaway->ideas[1].author == writer);
}
