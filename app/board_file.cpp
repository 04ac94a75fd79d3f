#include "board_file.h"

#include "file.h"

#include <array>
#include <spdlog/spdlog.h>

namespace app {

store::Result<void> append_all(store::Store& store, std::span<board::Record const> records) {
    for (std::size_t first = 0; first < records.size();) {
        std::vector<board::Event> events;
        std::size_t next = first;
        for (; next < records.size() && records[next].operation == records[first].operation; ++next)
            events.push_back(records[next].event);
        if (auto stored = store.append(records[first].operation, records[first].at, events); !stored)
            return tl::unexpected(std::move(stored.error()));
        first = next;
    }
    return store.checkpoint();
}

namespace {

/// Makes the file beside its place and gives it its name when it is whole.
store::Result<void> write_whole(std::filesystem::path const& part, std::span<board::Record const> records,
                                exporters::PhotoBytes const& photos) {
    auto store = store::Store::create(part);
    if (!store)
        return tl::unexpected(std::move(store.error()));
    for (auto const& [hash, bytes] : photos)
        if (auto kept = store->keep_photo(bytes); !kept)
            return kept;
    return append_all(*store, records);
}

} // namespace

std::string store_key(store::Fault fault) {
    constexpr auto names = std::to_array<std::string_view>({"not_found", "already_open", "not_a_board", "newer",
                                                            "damaged", "disk_full", "read_only", "outcome_unknown",
                                                            "exists", "broken"});
    static_assert(names.size() == static_cast<std::size_t>(store::Fault::Broken) + 1);
    return "store." + std::string(names[static_cast<std::size_t>(fault)]);
}

void remove_board(std::filesystem::path const& file) {
    std::error_code ignored; // it need not be there
    std::filesystem::remove(file.string() + "-wal", ignored);
    std::filesystem::remove(file, ignored);
}

tl::expected<void, std::string> make_board_file(std::filesystem::path const& file,
                                                std::vector<board::Record> const& records,
                                                exporters::PhotoBytes const& photos) {
    std::error_code ignored; // a path that cannot be looked at cannot be written either, and that is said below
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
        return tl::unexpected(std::string("store.exists"));
    std::filesystem::path const part = file.string() + ".part";
    remove_board(part);
    auto const written = write_whole(part, records, photos);
    auto const moved = written ? move_file(part, file) : tl::expected<void, FileFailure>();
    if (written && moved)
        return {};
    remove_board(part);
    return tl::unexpected(written ? std::string(moved.error().key) : store_key(written.error().fault));
}

tl::expected<std::unique_ptr<Table>, store::Failure> open_table(std::filesystem::path const& file,
                                                                std::function<void()> wake) {
    auto store = store::Store::open(file);
    if (!store)
        return tl::unexpected(store.error());
    auto records = store->load();
    if (!records)
        return tl::unexpected(records.error());
    if (auto const tidied = forget_unnamed_photos(*store, *records); !tidied)
        spdlog::warn("photos that nothing names stay in the file: {}", tidied.error().detail);
    // What was erased may lie in the file until the log is emptied, should the plug have been pulled just then.
    if (auto const emptied = store->checkpoint(); !emptied)
        spdlog::warn("the log is not emptied: {}", emptied.error().detail);
    auto writer = std::make_unique<store::Writer>(
        std::move(*store), wake ? std::move(wake) : [] {});
    return std::make_unique<Table>(std::move(*records), std::move(writer));
}

} // namespace app
