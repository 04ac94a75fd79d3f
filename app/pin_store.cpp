#include "pin_store.h"

#include "board/pin.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <optional>
#include <sodium.h>
#include <spdlog/spdlog.h>

namespace app {

namespace {

constexpr char const* format_name = "rundt-bordet-pin";
constexpr int format_version = 1;
constexpr std::uint64_t most_wrong = 1'000'000;

struct Kept {
    std::string pin, recovery; ///< as crypto_pwhash_str writes them
    int wrong = 0;
    bool waited = false;
};

bool is_hash(std::string const& text) { return text.starts_with("$argon2id$") && text.size() < crypto_pwhash_STRBYTES; }

/// Nothing when it is not what `to_text` wrote.
std::optional<Kept> kept_in(std::string const& text) {
    auto const json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("format", nlohmann::json()) != format_name ||
        json.value("version", nlohmann::json()) != format_version)
        return {};
    auto const pin = json.value("pin", nlohmann::json()), recovery = json.value("recovery", nlohmann::json()),
               wrong = json.value("wrong", nlohmann::json()), waited = json.value("waited", nlohmann::json());
    if (!pin.is_string() || !recovery.is_string() || !wrong.is_number_unsigned() || !waited.is_boolean())
        return {};
    Kept kept{pin.get<std::string>(), recovery.get<std::string>(),
              static_cast<int>(std::min(wrong.get<std::uint64_t>(), most_wrong)), waited.get<bool>()};
    if (!is_hash(kept.pin) || !is_hash(kept.recovery))
        return {};
    return kept;
}

std::string to_text(Kept const& kept) {
    nlohmann::ordered_json const json{{"format", format_name}, {"version", format_version},
                                      {"pin", kept.pin},       {"recovery", kept.recovery},
                                      {"wrong", kept.wrong},   {"waited", kept.waited}};
    return json.dump(2) + "\n";
}

struct Found {
    PinState::Kind kind = PinState::Kind::NotSet;
    Kept kept{};
};

Found find(std::filesystem::path const& file) {
    std::error_code ec;
    auto const status = std::filesystem::symlink_status(file, ec);
    if (status.type() == std::filesystem::file_type::not_found)
        return {};
    if (status.type() == std::filesystem::file_type::regular)
        if (auto const text = read_file(file))
            if (auto kept = kept_in(*text))
                return {PinState::Kind::Set, std::move(*kept)};
    spdlog::error("the PIN's file cannot be read: {}", file.string());
    return {.kind = PinState::Kind::Damaged};
}

bool keep(std::filesystem::path const& file, Kept const& kept) {
    auto const written = write_file(file, to_text(kept), Readers::OwnerOnly);
    if (!written)
        spdlog::error("{}", written.error().detail);
    return written.has_value();
}

/// Nothing when there is not the memory for it.
std::optional<std::string> hash(std::string const& secret, PinCost cost) {
    bool const hard = cost == PinCost::Moderate;
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), secret.c_str(), secret.size(),
                              hard ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_MIN,
                              hard ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_MIN,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {};
    return std::string(text.data());
}

std::string fresh_code() {
    std::string code;
    for (std::size_t i = 0; i < board::recovery_length; ++i)
        code +=
            board::recovery_letters[randombytes_uniform(static_cast<std::uint32_t>(board::recovery_letters.size()))];
    return code;
}

} // namespace

std::filesystem::path pin_file_in(std::filesystem::path const& folder) { return folder / "wall.pin"; }

PinStore::PinStore(std::filesystem::path file, PinCost cost) : m_file(std::move(file)), m_cost(cost) {
    if (sodium_init() < 0)
        spdlog::error("libsodium cannot start; no PIN can be judged");
}

PinState PinStore::state() const {
    auto const found = find(m_file);
    return {found.kind, std::max(found.kept.wrong, m_uncounted), found.kept.waited && m_uncounted == 0};
}

PinStore::Attempt PinStore::attempt(Secret secret, std::string const& typed) {
    using Answer = Attempt::Answer;
    auto found = find(m_file);
    if (found.kind != PinState::Kind::Set)
        return {found.kind == PinState::Kind::NotSet ? Answer::NotSet : Answer::Damaged, 0};
    auto& kept = found.kept;
    int const before = kept.wrong;
    bool const waited_before = kept.waited;
    kept.wrong = std::max(before, m_uncounted) + 1;
    kept.waited = false;
    bool const counted = keep(m_file, kept);
    m_uncounted = counted ? 0 : std::max(kept.wrong, board::free_pin_tries);
    errno = 0;
    auto const& expected = secret == Secret::Pin ? kept.pin : kept.recovery;
    if (crypto_pwhash_str_verify(expected.c_str(), typed.c_str(), typed.size()) != 0) {
        if (errno != ENOMEM)
            return {Answer::Wrong, std::max(kept.wrong, m_uncounted)};
        kept.wrong = before, kept.waited = waited_before; // nobody guessed wrong: there was no memory to judge it
        keep(m_file, kept);
        return {Answer::Failed, before};
    }
    m_uncounted = 0;
    kept.wrong = 0;
    keep(m_file, kept);
    return {Answer::Right, 0};
}

tl::expected<std::string, FileFailure> PinStore::set(std::string const& pin) {
    auto const code = fresh_code();
    auto const pin_hash = hash(pin, m_cost), code_hash = hash(code, m_cost);
    if (!pin_hash || !code_hash)
        return tl::unexpected(FileFailure{"pin.no_memory", "no memory to hash the PIN"});
    if (auto written = write_file(m_file, to_text({*pin_hash, *code_hash}), Readers::OwnerOnly); !written)
        return tl::unexpected(written.error());
    m_uncounted = 0;
    return code;
}

tl::expected<std::string, FileFailure> PinStore::renew_code() {
    auto found = find(m_file);
    if (found.kind != PinState::Kind::Set)
        return tl::unexpected(FileFailure{found.kind == PinState::Kind::NotSet ? "pin.none_set" : "pin.damaged",
                                          "no PIN to make a code for"});
    auto const code = fresh_code();
    auto const code_hash = hash(code, m_cost);
    if (!code_hash)
        return tl::unexpected(FileFailure{"pin.no_memory", "no memory to hash the code"});
    found.kept.recovery = *code_hash;
    if (auto written = write_file(m_file, to_text(found.kept), Readers::OwnerOnly); !written)
        return tl::unexpected(written.error());
    return code;
}

void PinStore::note_waited() {
    auto found = find(m_file);
    if (found.kind != PinState::Kind::Set || found.kept.waited)
        return;
    found.kept.waited = true;
    keep(m_file, found.kept);
}

} // namespace app
