#include "commands.h"

#include "board/board.h"
#include "board_file.h"
#include "demo.h"
#include "exporters/exports.h"
#include "file.h"
#include "import.h"
#include "import_ideas.h"
#include "photo_prints.h"
#include "replay.h"

#include <algorithm>
#include <array>

namespace app {
namespace {

using Records = std::vector<board::Record>;

int fail(Surroundings const& in, std::filesystem::path const& file, std::string_view sentence) {
    in.err << in.words.say("cli.failed", {{"file", file.string()}, {"sentence", std::string(sentence)}}) << '\n';
    return 1;
}
int fail(Surroundings const& in, std::filesystem::path const& file, store::Failure const& failure) {
    return fail(in, file, in.words.get(store_key(failure.fault)));
}
int fail(Surroundings const& in, std::filesystem::path const& file, FileFailure const& failure) {
    return fail(in, file, in.words.get(failure.key));
}
int succeed(Surroundings const& in, std::string const& sentence) {
    in.out << sentence << '\n';
    return 0;
}

int make_board(std::filesystem::path const& file, Records const& records, Surroundings const& in,
               exporters::PhotoBytes const& photos = {}) {
    auto const made = make_board_file(file, records, photos);
    return made ? 0 : fail(in, file, in.words.get(made.error()));
}

/// The file's records, or nothing after having said why.
std::optional<Records> read_records(std::filesystem::path const& file, Surroundings const& in) {
    auto const records = store::Store::open(file).and_then([](store::Store const& store) { return store.load(); });
    if (records)
        return *records;
    fail(in, file, records.error());
    return std::nullopt;
}

/// On top of `first`, which a new board begins with; to the board that is there when there is none.
int keep_ideas(std::filesystem::path const& file, std::optional<Records> first, IdeaImport const& import,
               Surroundings const& in) {
    Records const added = records_of(import, in.now);
    if (first) {
        first->insert(first->end(), added.begin(), added.end());
        if (int const status = make_board(file, *first, in); status != 0)
            return status;
    } else {
        auto const kept = store::Store::open(file).and_then(
            [&](store::Store store) { return append_all(store, added); });
        if (!kept)
            return fail(in, file, kept.error());
    }
    auto const ideas = static_cast<std::int64_t>(import.coming.size());
    return succeed(in, in.words.say("cli.imported", {{"ideas", ideas}, {"file", file.string()}}));
}

/// The demo's records, or those of a course that only has its name.
tl::expected<Records, std::string> first_records(NewBoard const& wish, IdSource& ids, Surroundings const& in) {
    if (!wish.demo)
        return new_course(in.words.get("cli.new_course"), ids, in.now).value();
    auto const demo = parse_demo(*wish.demo);
    if (!demo)
        return tl::unexpected(in.words.say("cli.unknown_demo", {{"name", *wish.demo}}));
    return demo_records(in.assets / "demo_data.json", *demo, ids).map_error([&](std::string const& detail) {
        return in.words.say("cli.demo_broken", {{"detail", detail}});
    });
}

/// A demo stands on its own day, and its ideas with it.
board::Now day_of_ideas(NewBoard const& wish, Surroundings const& in) {
    return wish.demo ? board::Now{board::Instant(demo_day) + std::chrono::hours(9), demo_day} : in.now;
}

/// One file of an export into a folder.
int write_into(std::filesystem::path const& path, std::string_view bytes, Surroundings const& in) {
    if (auto written = write_file(path, bytes); !written)
        return fail(in, path, written.error());
    return succeed(in, in.words.say("cli.exported", {{"file", path.string()}}));
}

exporters::Wish wish_of(Export const& asked, exporters::Format format) {
    auto const paper = asked.paper == "a4"   ? exporters::PaperSize::A4
                       : asked.paper == "a3" ? exporters::PaperSize::A3
                                             : exporters::PaperSize::Fitting;
    return {format, asked.meeting, asked.idea, paper};
}

/// The board in the file with its photos; those that are damaged are left out, `check` tells of them.
exporters::Takeaway takeaway_of(std::filesystem::path const& file, Records const& records, Surroundings const& in) {
    exporters::Takeaway takeaway(board::fold(records));
    if (auto const store = store::Store::open(file))
        takeaway.gather_photos([&](std::string const& hash) -> std::optional<std::string> {
            auto bytes = store->photo(hash);
            return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
        });
    takeaway.print_with(print_by(photos::Decoder(in.decoder)));
    return takeaway;
}

/// Tables are many files: into one file go the ideas.
int write_exports(std::vector<exporters::File> const& files, Export const& wish, Surroundings const& in) {
    if (!std::filesystem::is_directory(wish.into)) {
        std::string const ideas = in.words.get("export.ideas_file") + ".csv";
        auto const one = std::find_if(files.begin(), files.end(), [&](auto const& file) { return file.name == ideas; });
        return write_into(wish.into, one == files.end() ? files.front().bytes : one->bytes, in);
    }
    for (exporters::File const& file : files)
        if (int const status = write_into(wish.into / file.name, file.bytes, in); status != 0)
            return status;
    return 0;
}

} // namespace

int run_new(NewBoard const& wish, Surroundings const& in) {
    IdSource ids;
    auto records = first_records(wish, ids, in);
    if (!records)
        return fail(in, wish.file, records.error());
    Replay replay(ids, std::move(*records));
    for (std::string const& text : made_up_ideas(wish.made_up_ideas)) {
        board::Now const now = day_of_ideas(wish, in);
        board::AddIdea idea;
        idea.id = {ids.next(now.at)};
        idea.text = text;
        idea.colour = static_cast<board::NoteColour>(replay.board().ideas.size() % 5);
        if (auto done = replay.ask(idea, now); !done)
            return fail(in, wish.file, in.words.refusal(done.error()));
    }
    for (auto colour = 0; !replay.board().ideas.empty() && std::ssize(replay.records()) < wish.events; ++colour) {
        board::RecolourIdea const recolour{replay.board().ideas.back().id, static_cast<board::NoteColour>(colour % 5)};
        if (auto done = replay.ask(recolour, day_of_ideas(wish, in)); !done)
            return fail(in, wish.file, in.words.refusal(done.error()));
    }
    if (int const status = make_board(wish.file, replay.records(), in); status != 0)
        return status;
    return succeed(in, in.words.say("cli.created", {{"file", wish.file.string()}}));
}

int run_check(std::filesystem::path const& file, Surroundings const& in) {
    auto const store = store::Store::open(file);
    auto problems = store.and_then([](store::Store const& opened) { return opened.check(); });
    if (!problems) {
        in.err << problems.error().detail << '\n';
        return fail(in, file, problems.error());
    }
    auto const photos = store->photo_hashes();
    if (!photos)
        return fail(in, file, photos.error());
    auto const records = store->load();
    auto const board = board::fold(records ? *records : Records());
    for (board::Idea const& idea : board.ideas)
        if (idea.photo && !std::binary_search(photos->begin(), photos->end(), idea.photo->hash))
            problems->push_back("idea " + std::to_string(idea.no) + ": its photo is missing");
    auto const broken = broken_invariants(board);
    problems->insert(problems->end(), broken.begin(), broken.end());
    if (!board.exists() && problems->empty())
        problems->push_back(in.words.get("cli.no_course"));
    if (problems->empty())
        return succeed(in, in.words.say("cli.checked", {{"ideas", static_cast<std::int64_t>(board.ideas.size())},
                                                        {"records", static_cast<std::int64_t>(records->size())}}));
    in.err << in.words.get("cli.wrong") << '\n';
    for (std::string const& problem : *problems)
        in.err << "  " << problem << '\n';
    return 1;
}

int run_export(Export const& wish, Surroundings const& in) {
    auto const format = exporters::format_named(wish.format);
    if (!format)
        return fail(in, wish.file, in.words.say("cli.unknown_format", {{"name", wish.format}}));
    auto const records = read_records(wish.file, in);
    if (!records)
        return 1;
    auto const files = exporters::make_files(wish_of(wish, *format), takeaway_of(wish.file, *records, in), in.words,
                                             in.now);
    return files ? write_exports(*files, wish, in) : fail(in, wish.file, in.words.get(files.error().key));
}

int run_import(std::filesystem::path const& json, std::filesystem::path const& into, Surroundings const& in) {
    auto const bytes = read_file(json);
    if (!bytes)
        return fail(in, json, bytes.error());
    IdSource ids;
    auto const import = import_json(*bytes, in.words, ids, in.now);
    if (!import)
        return fail(in, json, import.error());
    if (int const status = make_board(into, import->records, in, import->photos); status != 0)
        return status;
    auto const ideas = static_cast<std::int64_t>(board::fold(import->records).ideas.size());
    return succeed(in, in.words.say("cli.imported", {{"ideas", ideas}, {"file", into.string()}}));
}

bool is_our_export(std::filesystem::path const& file) {
    auto const bytes = read_file(file);
    if (!bytes)
        return true; // whoever reads it says what is wrong
    auto const first = bytes->find_first_not_of(" \t\r\n");
    bool const is_json = first != std::string::npos && (*bytes)[first] == '{';
    return is_json ? bytes->find("\"cards\"") == std::string::npos : file.extension() == ".json";
}

int run_import_ideas(IdeasImport const& wish, Surroundings const& in) {
    auto const bytes = read_file(wish.file);
    if (!bytes)
        return fail(in, wish.file, bytes.error());
    auto const found = ideas_in(*bytes);
    if (!found)
        return fail(in, wish.file, in.words.get(found.error()));
    bool const is_new = !std::filesystem::exists(wish.into);
    IdSource ids;
    auto before = is_new ? first_records({}, ids, in).value() : Records();
    if (!is_new) {
        auto records = read_records(wish.into, in);
        if (!records)
            return 1;
        before = std::move(*records);
    }
    auto const import = import_ideas(*found, board::fold(before), in.words, ids, in.now);
    for (std::string const& line : said(import, in.words))
        in.out << line << '\n';
    if (wish.only_preview)
        return succeed(in, in.words.get("import.nothing_done"));
    return keep_ideas(wish.into, is_new ? std::optional(before) : std::nullopt, import, in);
}

} // namespace app
