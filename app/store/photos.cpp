#include "store/photos.h"

#include <array>
#include <cassert>
#include <sodium.h>

namespace store {

std::string photo_hash(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> sum{};
    crypto_hash_sha256(sum.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    std::array<char, 2 * sum.size() + 1> text{};
    sodium_bin2hex(text.data(), text.size(), sum.data(), sum.size());
    return text.data();
}

Result<bool> insert_photo(Database& db, std::string_view bytes) {
    assert(!bytes.empty());
    Statement insert = db.prepare("INSERT INTO photo (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING");
    insert.bind(photo_hash(bytes)).bind_blob(bytes);
    return insert.step();
}

Result<bool> delete_photo(Database& db, std::string_view hash) {
    Statement remove = db.prepare("DELETE FROM photo WHERE hash = ?");
    return remove.bind(hash).step();
}

Result<std::string> read_photo(Database& db, std::string_view hash) {
    Statement select = db.prepare("SELECT bytes FROM photo WHERE hash = ?");
    return select.bind(hash).step().and_then([&](bool row) -> Result<std::string> {
        if (!row)
            return tl::unexpected(Failure{Fault::NotFound, "no such photo"});
        std::string bytes(select.blob(0));
        if (photo_hash(bytes) != hash)
            return tl::unexpected(Failure{Fault::Damaged, "a photo's bytes have changed"});
        return bytes;
    });
}

Result<std::vector<std::string>> read_photo_hashes(Database& db) {
    std::vector<std::string> hashes;
    Statement select = db.prepare("SELECT hash FROM photo ORDER BY hash");
    for (;;) {
        Result<bool> const row = select.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return hashes;
        hashes.emplace_back(select.text(0));
    }
}

Result<std::vector<std::string>> check_photos(Database& db) {
    return read_photo_hashes(db).map([&](std::vector<std::string> const& hashes) {
        std::vector<std::string> problems;
        for (std::string const& hash : hashes)
            if (auto const photo = read_photo(db, hash); !photo)
                problems.push_back("photo " + hash.substr(0, 8) + ": " + photo.error().detail);
        return problems;
    });
}

} // namespace store
