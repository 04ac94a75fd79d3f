#include "erase_command.h"

#include "board_file.h"
#include "person_desk.h"

#include <algorithm>

namespace app {

namespace {

int fail(Surroundings const& in, std::filesystem::path const& file, std::string const& sentence) {
    in.err << in.words.say("cli.failed", {{"file", file.string()}, {"sentence", sentence}}) << '\n';
    return 1;
}

/// Drawings and photos are only counted: nobody sees them here.
void say_found(std::vector<screens::FoundName> const& found, Surroundings const& in) {
    std::int64_t drawn = 0;
    for (auto const& one : found) {
        bool const is_drawn = one.text.empty();
        drawn += is_drawn ? 1 : 0;
        if (!is_drawn)
            in.out << (one.sure ? "  * " : "  ? ") << one.where << ": " << one.text << '\n';
    }
    if (drawn > 0)
        in.out << in.words.say("erase.cli_drawn", {{"n", drawn}}) << '\n';
}

} // namespace

int run_erase_person(ErasePersonWish const& wish, Surroundings const& in) {
    if (text::PersonName(wish.name).empty())
        return fail(in, wish.file, in.words.get("erase.too_short"));
    auto const file = std::filesystem::absolute(wish.file);
    CourseFolders const folders{file.parent_path(),
                                wish.exports.empty() ? file.parent_path() / "eksport" : wish.exports, wish.second};
    Traces traces;
    {
        auto const board = store::Store::open(file);
        auto const records = board.and_then([](store::Store const& open) { return open.load(); });
        auto const drafts = board.and_then([](store::Store const& open) { return open.drafts(); });
        if (!records || !drafts)
            return fail(in, file, in.words.get(store_key((!records ? records.error() : drafts.error()).fault)));
        traces = find_traces(wish.name, *records, *drafts, {});
        say_found(in_words(traces, *records, in.words), in);
    }
    auto const belongings = belongings_of(file, folders);
    auto const erasing = erasing_of(traces, {}, in.words);
    in.out << in.words.say("erase.cli_found", {{"n", static_cast<std::int64_t>(erasing.chosen)},
                                               {"copies", std::int64_t{belongings.copies}},
                                               {"exports", static_cast<std::int64_t>(belongings.exports.size())}})
           << '\n';
    if (!wish.yes) {
        in.out << in.words.get("erase.cli_nothing_done") << '\n';
        return 0;
    }
    board::OperationId const operation{IdSource().next(in.now.at)};
    auto const files = erase_in_files(file, folders, erasing, operation, in.now);
    if (auto const done = erase_in_board(file, erasing, operation, in.now); !done)
        return fail(in, file,
                    in.words.say("erase.not_done", {{"sentence", in.words.get(store_key(done.error().fault))}}));
    if (!files.left.empty())
        return fail(in, file,
                    in.words.say("erase.files_left",
                                 {{"n", static_cast<std::int64_t>(files.left.size())}, {"first", files.left.front()}}));
    in.out << in.words.say("erase.done", {{"name", wish.name},
                                          {"n", static_cast<std::int64_t>(erasing.chosen)},
                                          {"copies", std::int64_t{files.copies + files.deleted_copies}},
                                          {"exports", std::int64_t{files.exports}}})
           << '\n';
    return 0;
}

} // namespace app
