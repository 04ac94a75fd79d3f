#include "table.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace app {

Table::Table(std::vector<board::Record> history, std::unique_ptr<store::Writer> writer)
    : m_history(std::move(history)), m_board(board::fold(m_history)), m_writer(std::move(writer)) {}

board::Result<void> Table::ask(board::OperationId operation, board::Command const& command, board::Now now) {
    auto events = board::decide(m_board, command, now);
    if (!events)
        return tl::unexpected(std::move(events.error()));
    if (events->empty())
        return {};
    ++m_version;
    bool undoes = false;
    for (auto const& event : *events) {
        m_history.push_back({.sequence = 0, .operation = operation, .at = now.at, .event = event});
        undoes = undoes || std::holds_alternative<board::Undone>(event);
        if (!undoes)
            board::apply(m_board, m_history.back());
    }
    if (undoes)
        m_board = board::fold(m_history);
    m_pending.push_back(operation);
    m_writer->push({.operation = operation, .at = now.at, .events = std::move(*events)});
    return {};
}

bool Table::take_in(board::OperationId operation, std::vector<board::Event> events, std::uint64_t version,
                    board::Now now) {
    if (version != m_version || events.empty())
        return false;
    ++m_version;
    for (auto const& event : events) {
        m_history.push_back({.sequence = 0, .operation = operation, .at = now.at, .event = event});
        board::apply(m_board, m_history.back());
    }
    m_pending.push_back(operation);
    m_writer->push({.operation = operation, .at = now.at, .events = std::move(events)});
    return true;
}

Table::Settled Table::settle() {
    Settled settled;
    for (auto& saved : m_writer->take_saved()) {
        std::erase(m_pending, saved.operation);
        bool const rewrote = m_rewriting && m_rewriting->rewriting->operation == saved.operation;
        if (rewrote && !saved.failure)
            take_in_rewriting();
        if (rewrote)
            m_rewriting.reset();
        if (saved.failure) {
            forget(saved.operation);
            settled.lost.push_back({saved.operation, std::move(*saved.failure)});
        } else {
            settled.durable.push_back({saved.operation, saved.at_s, std::move(saved.remains)});
        }
    }
    settled.drafts = m_writer->take_drafts_failure();
    take_in_replaced(settled);
    if (!settled.lost.empty()) {
        m_board = board::fold(m_history);
        ++m_version;
    }
    return settled;
}

void Table::take_in_replaced(Settled& settled) {
    auto records = m_writer->take_replaced();
    if (!records)
        return;
    if (!*records) {
        settled.not_replaced = records->error();
        return;
    }
    m_history = std::move(**records);
    m_board = board::fold(m_history);
    ++m_version;
    settled.replaced = true;
}

void Table::forget(board::OperationId operation) {
    std::erase_if(m_history, [&](board::Record const& record) { return record.operation == operation; });
}

bool Table::on_its_way(board::OperationId operation) const {
    return std::find(m_pending.begin(), m_pending.end(), operation) != m_pending.end();
}

void Table::keep_photo(board::OperationId operation, std::string bytes) {
    m_pending.push_back(operation);
    m_writer->push({.operation = operation, .at = {}, .events = {}, .photo = std::move(bytes)});
}

void Table::rewrite(store::Rewriting rewriting) {
    assert(m_pending.empty());
    m_rewriting = {std::make_shared<store::Rewriting const>(std::move(rewriting)), m_history.size()};
    auto const& asked = *m_rewriting->rewriting;
    m_pending.push_back(asked.operation);
    m_writer->push({.operation = asked.operation, .at = asked.at, .events = {}, .rewriting = m_rewriting->rewriting});
}

/// What was done since it was asked for stands after it, as in the file.
void Table::take_in_rewriting() {
    auto const& rewriting = *m_rewriting->rewriting;
    for (auto const& changed : rewriting.events)
        m_history[static_cast<std::size_t>(changed.sequence) - 1].event = changed.event;
    auto at = m_history.begin() + static_cast<std::ptrdiff_t>(m_rewriting->end);
    for (auto const& event : rewriting.appended)
        at = m_history.insert(at,
                              {.sequence = 0, .operation = rewriting.operation, .at = rewriting.at, .event = event}) +
             1;
    m_board = board::fold(m_history);
    ++m_version;
}

void Table::keep_drafts(std::string body) { m_writer->keep_drafts(std::move(body)); }

std::string const& Table::drafts() const { return m_writer->drafts(); }

void Table::drain() { m_writer->drain(); }

store::Result<void> forget_unnamed_photos(store::Store& store, std::vector<board::Record> const& records) {
    auto const hashes = store.photo_hashes();
    if (!hashes)
        return tl::unexpected(hashes.error());
    if (hashes->empty())
        return {};
    auto const drafts = store.drafts();
    if (!drafts)
        return tl::unexpected(drafts.error());
    std::set<std::string> named;
    for (auto const& record : records)
        if (auto const* pictured = std::get_if<board::IdeaPictured>(&record.event); pictured && pictured->photo)
            named.insert(pictured->photo->hash);
    bool forgot = false;
    for (auto const& hash : *hashes) {
        if (named.contains(hash) || drafts->find(hash) != std::string::npos)
            continue;
        if (auto const done = store.forget_photo(hash); !done)
            return done;
        forgot = true;
    }
    return forgot ? store.checkpoint() : store::Result<void>();
}

} // namespace app
