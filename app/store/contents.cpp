#include "store/contents.h"

#include "store/schema.h"

#include <array>
#include <cstdio>
#include <xxhash.h>

namespace store {

namespace {

constexpr int first_with_photos = 3; // schema version

/// A hash that grows row by row. Each value has its length before it, so that none runs into the next.
class Sum {
  public:
    Sum() : m_state(XXH3_createState()) { XXH3_64bits_reset(m_state.get()); }
    void add(std::string_view bytes) {
        add(static_cast<std::int64_t>(bytes.size()));
        XXH3_64bits_update(m_state.get(), bytes.data(), bytes.size());
    }
    void add(std::int64_t number) {
        std::string const text = std::to_string(number) + '\n';
        XXH3_64bits_update(m_state.get(), text.data(), text.size());
    }
    std::string hex() const {
        std::array<char, 17> text{};
        std::snprintf(text.data(), text.size(), "%016llx",
                      static_cast<unsigned long long>(XXH3_64bits_digest(m_state.get())));
        return text.data();
    }

  private:
    struct Free {
        void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
    };
    std::unique_ptr<XXH3_state_t, Free> m_state;
};

/// Adds each row that the statement gives; how many there were.
template <class Add> Result<std::int64_t> each_row(Statement rows, Add add) {
    for (std::int64_t count = 0;; ++count) {
        Result<bool> const row = rows.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return count;
        add(rows);
    }
}

Result<std::int64_t> add_events(Database& db, Sum& sum) {
    return each_row(db.prepare("SELECT sequence, operation, device, at, type, version, body, checksum FROM event"
                               " ORDER BY sequence"),
                    [&](Statement const& row) {
                        for (int const column : {0, 3, 5, 7})
                            sum.add(row.integer(column));
                        for (int const column : {1, 2})
                            sum.add(row.blob(column));
                        for (int const column : {4, 6})
                            sum.add(row.text(column));
                    });
}

Result<std::int64_t> add_photos(Database& db, Sum& sum) {
    return user_version(db).and_then([&](int version) -> Result<std::int64_t> {
        if (version < first_with_photos)
            return 0;
        return each_row(db.prepare("SELECT hash, bytes FROM photo ORDER BY hash"), [&](Statement const& row) {
            sum.add(row.text(0));
            sum.add(row.blob(1));
        });
    });
}

} // namespace

Result<Contents> contents_of(Database& db) {
    Sum sum;
    return add_events(db, sum).and_then([&](std::int64_t events) {
        return add_photos(db, sum).map([&](std::int64_t photos) { return Contents{sum.hex(), events, photos}; });
    });
}

Result<void> write_copy(Database& db, std::filesystem::path const& to) {
    std::error_code ignored; // SQLite takes an empty file too, and says of any other that it is there
    if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored)))
        return tl::unexpected(Failure{Fault::Exists, "something has the copy's name"});
    Statement copy = db.prepare("VACUUM INTO ?");
    return copy.bind(std::filesystem::absolute(to).string()).step().map([](bool) {});
}

Result<std::int64_t> size_of(Database& db) {
    Statement pages = db.prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    return pages.step().map([&](bool) { return pages.integer(0); });
}

} // namespace store
