#include "backup_command.h"

#include "copies.h"
#include "file.h"
#include "foreign_boards.h"

namespace app {

namespace {

int fail(Surroundings const& in, std::filesystem::path const& file, std::string const& sentence) {
    in.err << in.words.say("cli.failed", {{"file", file.string()}, {"sentence", sentence}}) << '\n';
    return 1;
}

} // namespace

int run_backup(Backup const& wish, Surroundings const& in) {
    auto const file = std::filesystem::absolute(wish.file);
    auto const store = store::Store::open(file);
    if (!store)
        return fail(in, wish.file, in.words.get(store_key(store.error().fault)));
    CopyOrder const order{.folders = {file.parent_path(), {}, wish.second},
                          .board_file = file,
                          .now = {wish.now.now.today, wish.now.hour, wish.now.minute},
                          .reason = screens::CopyReason::Asked};
    auto const taken = take_copy(
        [&](std::filesystem::path to, std::int64_t room) -> store::Result<store::Contents> {
            return store->size().and_then([&](std::int64_t size) -> store::Result<store::Contents> {
                if (size > room)
                    return tl::unexpected(store::Failure{store::Fault::DiskFull, "no room for a copy"});
                return store->copy_into(to);
            });
        },
        order);
    if (!taken)
        return fail(in, wish.file, sentence_of(in.words, taken.error()));
    if (taken->second)
        fail(in, wish.second, sentence_of(in.words, *taken->second));
    in.out << in.words.say("cli.backed_up", {{"file", taken->file.string()}}) << '\n';
    return taken->second ? 1 : 0;
}

int run_restore(std::filesystem::path const& copy, std::filesystem::path const& into, Surroundings const& in) {
    std::error_code ignored; // a path that cannot be looked at cannot be written either
    if (std::filesystem::exists(std::filesystem::symlink_status(into, ignored)))
        return fail(in, into, in.words.get("store.exists"));
    auto const brought = std::filesystem::path(into.string() + ".udefra.part");
    auto const part = std::filesystem::path(into.string() + ".part");
    auto const done = bring(copy, brought)
                          .and_then([&] { return read_foreign(brought); })
                          .and_then([&](store::Found const& found) -> tl::expected<std::size_t, std::string> {
                              remove_board(part);
                              if (auto const made = store::rebuild(brought, part); !made)
                                  return tl::unexpected(store_key(made.error().fault));
                              if (auto const moved = move_file(part, into); !moved)
                                  return tl::unexpected(std::string(moved.error().key));
                              return found.records.size();
                          });
    remove_board(brought);
    remove_board(part);
    if (!done)
        return fail(in, copy, in.words.say(done.error(), {{"most", std::string("512 MB")}}));
    in.out << in.words.say("cli.restored", {{"file", into.string()}, {"records", static_cast<std::int64_t>(*done)}})
           << '\n';
    return 0;
}

} // namespace app
