#include "suggestions.h"

#include <spdlog/spdlog.h>
#include <utility>

namespace app {

Suggestions::Suggestions(text::Language language, std::filesystem::path list)
    : m_language(language), m_file(std::move(list)) {}

void Suggestions::open() {
    m_list = MappedFile(m_file);
    if (m_list.bytes().empty())
        spdlog::warn("no list of words in {}; keyboards suggest the board's words only", m_file.string());
    m_suggester.emplace(m_language, text::WordList(m_language, m_list.bytes()));
}

std::vector<std::string> Suggestions::suggest(board::Board const& board, std::string_view written) {
    if (!m_suggester)
        open();
    Version const now{board.done.size(), board.done.empty() ? board::OperationId{} : board.done.back().operation};
    if (m_learned != now) {
        m_suggester->learn(written_texts(board));
        m_learned = now;
    }
    return m_suggester->suggest(written);
}

std::vector<std::string_view> written_texts(board::Board const& board) {
    std::vector<std::string_view> texts = {board.course.challenge};
    for (auto const& idea : board.ideas) {
        if (idea.masked) // a suggested word would tell of it
            continue;
        texts.emplace_back(idea.text);
        for (auto const& trial : idea.trials) {
            auto const& plan = trial.plan;
            auto const& outcome = trial.outcome;
            for (std::string const* text : {&plan.assumption, &plan.what, &plan.scope, &plan.changed,
                                            &outcome.what_happened, &outcome.learning, &trial.decision_reason})
                texts.emplace_back(*text);
            if (plan.measure)
                texts.emplace_back(plan.measure->name);
        }
    }
    return texts;
}

} // namespace app
