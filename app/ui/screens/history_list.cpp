#include "ui/screens/history_list.h"

#include "text/format.h"

#include <algorithm>
#include <map>
#include <set>

namespace screens {

namespace {

board::Date day_of(board::Instant local) { return std::chrono::floor<std::chrono::days>(local); }

unsigned bit(text::EventKind kind) { return 1U << static_cast<unsigned>(kind); }

/// The words that are looked for, folded.
std::vector<std::string> wanted_in(std::string_view query, text::Language language) {
    std::string const folded = text::search_fold(language, query);
    std::vector<std::string> wanted;
    for (std::size_t at = 0; at < folded.size();) {
        auto const begin = folded.find_first_not_of(" \n\t", at);
        if (begin == std::string::npos)
            break;
        at = std::min(folded.find_first_of(" \n\t", begin), folded.size());
        wanted.push_back(folded.substr(begin, at - begin));
    }
    return wanted;
}

} // namespace

void HistoryList::update(std::vector<board::Record> const& records, std::uint64_t version, text::Words const& words,
                         Local const& local) {
    m_records = &records;
    if (m_version == version && m_language == words.language())
        return;
    m_version = version;
    m_language = words.language();
    m_names = {};
    m_rows.clear();
    m_days.clear();
    m_filter.reset();
    std::set<board::OperationId> undone;
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto const& record = records[i];
        m_names.learn(record.event);
        if (auto const* undo = std::get_if<board::Undone>(&record.event))
            undone.insert(undo->operation);
        if (m_rows.empty() || m_rows.back().operation != record.operation)
            m_rows.push_back({.first = i, .operation = record.operation, .local = local(record.at)});
        m_rows.back().count += 1;
        m_rows.back().kinds |= bit(text::kind_of(record.event));
    }
    std::set<board::Date> days;
    for (Row& row : m_rows) {
        row.undone = undone.contains(row.operation);
        days.insert(day_of(row.local));
    }
    m_days.assign(days.rbegin(), days.rend());
    m_sentences.assign(m_rows.size(), {});
    m_folded.assign(m_rows.size(), {});
}

std::optional<std::size_t> HistoryList::find(board::OperationId operation) const {
    auto const found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [operation](Row const& row) { return row.operation == operation; });
    return found == m_rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_rows.begin()));
}

std::vector<std::string> const& HistoryList::sentences(std::size_t index, text::Words const& words) {
    auto& said = m_sentences[index];
    Row const& row = m_rows[index];
    for (std::size_t i = row.first; said.size() < row.count; ++i) {
        auto const& event = (*m_records)[i].event;
        auto const* undo = std::get_if<board::Undone>(&event);
        auto const what = undo ? find(undo->operation) : std::nullopt;
        if (what && *what < index) // an undo stands after what it undoes
            said.push_back(words.say("history.undone_what", {{"sentence", sentences(*what, words).front()}}));
        else
            said.push_back(text::sentence_of(words, m_names, event));
    }
    return said;
}

std::string const& HistoryList::folded(std::size_t index, text::Words const& words) {
    auto& folded = m_folded[index];
    if (folded.empty())
        for (auto const& sentence : sentences(index, words))
            folded += text::search_fold(words.language(), sentence) + '\n';
    return folded;
}

std::vector<std::size_t> const& HistoryList::filtered(HistoryFilter const& filter, text::Words const& words) {
    if (m_filter == filter)
        return m_filtered;
    m_filter = filter;
    m_filtered.clear();
    auto const wanted = wanted_in(filter.words, words.language());
    for (std::size_t index = m_rows.size(); index-- > 0;) {
        Row const& row = m_rows[index];
        if (filter.kind && (row.kinds & bit(*filter.kind)) == 0)
            continue;
        if (filter.day && day_of(row.local) != *filter.day)
            continue;
        bool const says = std::all_of(wanted.begin(), wanted.end(), [&](std::string const& word) {
            return folded(index, words).find(word) != std::string::npos;
        });
        if (says)
            m_filtered.push_back(index);
    }
    return m_filtered;
}

} // namespace screens
