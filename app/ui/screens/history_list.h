// What happened, an operation a row, newest first: which rows a filter leaves, and what each says. A row's sentence is
// made when it is asked for; a search makes them all once. Knows nothing of drawing.
#pragma once

#include "board/event.h"
#include "text/happening.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace screens {

/// What is to be seen of it.
struct HistoryFilter {
    std::optional<text::EventKind> kind{}; ///< nothing: every kind
    std::optional<board::Date> day{};      ///< local; nothing: every day
    std::string words{};                   ///< each of which stands in the sentence; empty: no search
    bool operator==(HistoryFilter const&) const = default;
};

class HistoryList {
  public:
    using Local = std::function<board::Instant(board::Instant)>;

    struct Row {
        std::size_t first = 0, count = 0; ///< in the records
        board::OperationId operation;
        board::Instant local{};
        unsigned kinds = 0;  ///< a bit for each EventKind
        bool undone = false; ///< struck out since
    };

    /// Brings it up to the records, when `version` or the words are others than before.
    void update(std::vector<board::Record> const& records, std::uint64_t version, text::Words const& words,
                Local const& local);
    /// The rows that the filter leaves, newest first. The reference holds until the next call.
    std::vector<std::size_t> const& filtered(HistoryFilter const& filter, text::Words const& words);
    Row const& row(std::size_t index) const { return m_rows[index]; }
    /// The row of an operation; nothing when it has none.
    std::optional<std::size_t> find(board::OperationId operation) const;
    /// A sentence for each thing that the operation did; the reference holds until the next `update`.
    std::vector<std::string> const& sentences(std::size_t row, text::Words const& words);
    /// Days on which anything happened, newest first.
    std::vector<board::Date> const& days() const { return m_days; }
    std::size_t size() const { return m_rows.size(); }

  private:
    std::string const& folded(std::size_t row, text::Words const& words);

    std::vector<board::Record> const* m_records = nullptr;
    std::uint64_t m_version = 0;
    std::optional<text::Language> m_language;
    text::EventNames m_names;
    std::vector<Row> m_rows; ///< oldest first
    std::vector<std::vector<std::string>> m_sentences;
    std::vector<std::string> m_folded;
    std::vector<board::Date> m_days;
    std::optional<HistoryFilter> m_filter;
    std::vector<std::size_t> m_filtered;
};

} // namespace screens
