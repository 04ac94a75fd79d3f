#include "store/power.h"

#include "store/samples.h"

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

constexpr std::size_t sector = 512;

std::size_t below(Random& random, std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

} // namespace

Power::Power(fs::path const& folder, std::function<bool(std::string const&)> obeys_sync)
    : m_obeys_sync(std::move(obeys_sync)) {
    for (fs::directory_entry const& entry : fs::directory_iterator(folder))
        m_now[entry.path().string()] = std::make_shared<Content>(Content{samples::bytes_of(entry.path()), {}});
    m_durable = m_now;
}

int Power::note(DiskCall const& call) {
    if (m_calls_left > 0 && --m_calls_left == 0)
        cut(m_left, m_seed);
    if (m_cut)
        return SQLITE_IOERR;
    apply(call);
    return SQLITE_OK;
}

void Power::cut_at(int call, fs::path const& left, std::uint64_t seed) {
    m_calls_left = call;
    m_left = left;
    m_seed = seed;
}

void Power::cut(fs::path const& left, std::uint64_t seed) {
    if (m_cut)
        return;
    m_cut = true;
    Random random(seed);
    Directory directory = m_durable;
    std::size_t const renamed = below(random, m_pending.size() + 1);
    for (std::size_t i = 0; i < renamed; ++i)
        apply(directory, m_pending[i]);
    fs::create_directories(left);
    for (auto const& [path, content] : directory)
        samples::write_bytes(left / fs::path(path).filename(), torn(*content, random));
}

void Power::apply(DiskCall const& call) {
    auto const found = m_now.find(call.path);
    switch (call.kind) {
    case DiskCall::Kind::Create:
        m_now[call.path] = std::make_shared<Content>();
        m_pending.push_back({call.path, m_now[call.path]});
        break;
    case DiskCall::Kind::Delete:
        m_now.erase(call.path);
        m_pending.push_back({call.path, nullptr});
        if (call.syncs_directory)
            sync_directory();
        break;
    case DiskCall::Kind::Write:
        found->second->pending.push_back(
            {false, static_cast<std::size_t>(call.at), {call.bytes.begin(), call.bytes.end()}});
        break;
    case DiskCall::Kind::Truncate:
        found->second->pending.push_back({true, static_cast<std::size_t>(call.at), {}});
        break;
    case DiskCall::Kind::Sync:
        if (!m_obeys_sync(call.path))
            break;
        for (Change const& change : found->second->pending)
            apply(found->second->durable, change);
        found->second->pending.clear();
        if (call.syncs_directory)
            sync_directory();
        break;
    }
}

void Power::apply(std::string& bytes, Change const& change) {
    if (change.is_truncate)
        bytes.resize(change.at);
    else {
        bytes.resize(std::max(bytes.size(), change.at + change.bytes.size()));
        bytes.replace(change.at, change.bytes.size(), change.bytes);
    }
}

std::string Power::torn(Content const& content, Random& random) {
    std::string bytes = content.durable;
    std::size_t const mode = below(random, 4); // nothing, all, a prefix, any pieces
    std::size_t const whole = mode == 1   ? content.pending.size()
                              : mode == 2 ? below(random, content.pending.size() + 1)
                                          : 0;
    for (std::size_t i = 0; i < content.pending.size(); ++i) {
        Change const& change = content.pending[i];
        if (i < whole)
            apply(bytes, change);
        else if (mode == 3 && change.is_truncate && below(random, 2) == 0)
            apply(bytes, change);
        else if (mode == 3)
            for (std::size_t at = 0; at < change.bytes.size(); at += sector)
                if (below(random, 2) == 0)
                    apply(bytes, {false, change.at + at, change.bytes.substr(at, sector)});
    }
    return bytes;
}

void Power::apply(Directory& directory, Renamed const& change) {
    if (change.content)
        directory[change.path] = change.content;
    else
        directory.erase(change.path);
}

void Power::sync_directory() {
    for (Renamed const& change : m_pending)
        apply(m_durable, change);
    m_pending.clear();
}
