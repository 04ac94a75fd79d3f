// The order is what makes a copy worth having: written, without drafts, durable, and only then read again from its own
// file. Whoever gives it a name does so last.
#include "store/copies.h"

#include "store/contents.h"
#include "store/durable.h"
#include "store/event_log.h"
#include "store/opening.h"
#include "store/photos.h"
#include "store/schema.h"

#include <algorithm>
#include <array>

namespace store {

namespace {

namespace fs = std::filesystem;

constexpr int first_with_drafts = 2, first_with_photos = 3; // schema versions

/// For a file of our own that lies still: no log beside it when it is closed again.
constexpr std::array still_pragmas{Pragma{"locking_mode", "EXCLUSIVE", "exclusive"},
                                   Pragma{"trusted_schema", "OFF", "0"}, Pragma{"mmap_size", "0", "0"},
                                   Pragma{"synchronous", "FULL", "2"}, Pragma{"secure_delete", "ON", "1"}};

Result<void> forget_drafts(Database& db) {
    return user_version(db).and_then([&](int version) -> Result<void> {
        if (version < first_with_drafts)
            return {};
        return db.run("DELETE FROM draft");
    });
}

Result<std::vector<std::string>> hashes_in(Database& db) {
    return user_version(db).and_then([&](int version) -> Result<std::vector<std::string>> {
        if (version < first_with_photos)
            return std::vector<std::string>();
        return read_photo_hashes(db);
    });
}

Result<void> require_whole_photos(Database& db) {
    return hashes_in(db).and_then([&](std::vector<std::string> const& hashes) -> Result<void> {
        for (std::string const& hash : hashes)
            if (auto const photo = read_photo(db, hash); !photo)
                return tl::unexpected(photo.error());
        return {};
    });
}

Result<Found> read_all(Database& db) {
    return read_log(db).and_then([&](Log log) -> Result<Found> {
        if (!log.problems.empty())
            return tl::unexpected(Failure{Fault::Damaged, log.problems.front()});
        return require_whole_photos(db).and_then([&] { return contents_of(db); }).map([&](Contents contents) {
            return Found{std::move(contents), std::move(log.records)};
        });
    });
}

Result<void> copy_photos(Database& from, Database& to) {
    return hashes_in(from).and_then([&](std::vector<std::string> const& hashes) -> Result<void> {
        for (std::string const& hash : hashes) {
            auto const bytes = read_photo(from, hash);
            if (!bytes)
                return tl::unexpected(bytes.error());
            if (auto const kept = insert_photo(to, *bytes); !kept)
                return tl::unexpected(kept.error());
        }
        return {};
    });
}

Result<Contents> fill(Database& from, Database& to) {
    Result<Transaction> transaction = Transaction::begin(to);
    return transaction.and_then([&](Transaction& open) {
        return copy_rows(from, to)
            .and_then([&] { return copy_photos(from, to); })
            .and_then([&] { return open.commit(); })
            .and_then([&] { return to.checkpoint(); })
            .and_then([&] { return contents_of(to); });
    });
}

Result<Contents> fill_new(Database& from, Contents const& wanted, fs::path const& to) {
    return create_board(to).and_then([&] { return open_board(to); }).and_then([&](Database db) {
        return fill(from, db).and_then([&](Contents found) -> Result<Contents> {
            if (found != wanted)
                return tl::unexpected(Failure{Fault::Damaged, "the new file does not hold the same"});
            return found;
        });
    });
}

} // namespace

Result<void> finish_copy(fs::path const& copy) {
    {
        auto db = Database::open(copy, Database::How::Existing);
        if (!db)
            return tl::unexpected(db.error());
        auto const done = set_pragmas(*db, still_pragmas).and_then([&] { return forget_drafts(*db); });
        if (!done)
            return done;
    }
    return sync_file(copy);
}

Result<Contents> prove(fs::path const& file) {
    return read_still(file).map([](Found found) { return std::move(found.contents); });
}

Result<Found> read_still(fs::path const& file) {
    return open_to_look(file).and_then([](Database db) { return read_all(db); });
}

Result<Contents> rebuild(fs::path const& from, fs::path const& to) {
    return open_to_look(from).and_then([&](Database db) {
        return read_all(db).and_then([&](Found const& found) {
            Result<Contents> made = fill_new(db, found.contents, to);
            if (!made && made.error().fault != Fault::Exists)
                remove_leftovers(to);
            return made;
        });
    });
}

Result<bool> is_older(fs::path const& file) {
    return open_damaged(file).and_then(
        [](Database db) { return user_version(db).map([](int version) { return version < schema_version; }); });
}

Result<Contents> copy_before_migration(fs::path const& file, fs::path const& to) {
    return open_to_look(file).and_then(
        [&](Database db) { return write_copy(db, to).and_then([&] { return contents_of(db); }); });
}

Salvage salvage(fs::path const& file) {
    auto db = open_damaged(file);
    if (!db)
        return {};
    Log log = read_what_is_left(*db);
    return {std::move(log.records), static_cast<int>(log.problems.size()),
            db->value("SELECT body FROM draft WHERE id = 1").value_or("")};
}

namespace {

Result<void> append_all(Database& db, std::vector<board::Record> const& records) {
    for (std::size_t first = 0; first < records.size();) {
        std::vector<board::Event> events;
        std::size_t next = first;
        for (; next < records.size() && records[next].operation == records[first].operation; ++next)
            events.push_back(records[next].event);
        if (auto const done = insert_events(db, records[first].operation, records[first].at, events); !done)
            return tl::unexpected(done.error());
        first = next;
    }
    return {};
}

Result<bool> insert_drafts(Database& db, std::string_view body) {
    Statement insert = db.prepare("INSERT INTO draft (id, body) VALUES (1, ?)"
                                  " ON CONFLICT (id) DO UPDATE SET body = excluded.body");
    return insert.bind(body).step();
}

/// A photo that cannot be read is a photo less; the ideas are worth more.
Result<void> append_photos(Database& db, Database& damaged) {
    auto const hashes = hashes_in(damaged);
    if (!hashes)
        return {};
    for (std::string const& hash : *hashes)
        if (auto const bytes = read_photo(damaged, hash))
            if (auto const kept = insert_photo(db, *bytes); !kept)
                return tl::unexpected(kept.error());
    return {};
}

} // namespace

Result<void> append_salvaged(fs::path const& file, Salvage const& salvage, fs::path const& damaged) {
    return open_board(file).and_then([&](Database db) {
        Result<Transaction> transaction = Transaction::begin(db);
        return transaction.and_then([&](Transaction& open) {
            return append_all(db, salvage.records)
                .and_then([&]() -> Result<void> {
                    auto from = open_damaged(damaged);
                    return from ? append_photos(db, *from) : Result<void>();
                })
                .and_then([&] { return insert_drafts(db, salvage.drafts).map([](bool) {}); })
                .and_then([&] { return open.commit(); });
        });
    });
}

} // namespace store
