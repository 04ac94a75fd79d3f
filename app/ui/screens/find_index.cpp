#include "ui/screens/find_index.h"

#include "text/format.h"

#include <algorithm>

namespace screens {

namespace {

void add(std::vector<Passage>& all, Part part, std::string const& text, int trial_no = 0) {
    if (!text.empty())
        all.push_back({.part = part, .trial_no = trial_no, .text = text});
}

void add_trial(std::vector<Passage>& all, board::Trial const& trial) {
    auto const& plan = trial.plan;
    for (auto const* text : {&plan.assumption, &plan.what, &plan.scope, &plan.changed, &trial.outcome.what_happened,
                             &trial.outcome.learning, &trial.decision_reason})
        add(all, Part::Trial, *text, trial.no);
    if (plan.measure)
        add(all, Part::Trial, plan.measure->name, trial.no);
    if (plan.guard)
        add(all, Part::Trial, plan.guard->name, trial.no);
    for (auto const& said : trial.check_ins)
        add(all, Part::Trial, said.line, trial.no);
    for (auto const& point : trial.points)
        add(all, Part::Trial, point.note, trial.no);
}

void add_person(std::vector<Passage>& all, board::Board const& board, std::optional<board::ParticipantId> id) {
    if (auto const* person = id ? board::find_participant(board, *id) : nullptr)
        add(all, Part::People, person->name);
}

/// Everything that is written about the idea, its title first, not folded yet.
std::vector<Passage> passages_of(board::Board const& board, board::Idea const& idea) {
    std::vector<Passage> all{{.part = Part::Title, .text = idea.text}};
    add(all, Part::Idea, idea.problem);
    add(all, Part::Idea, idea.proposal);
    for (auto const& trial : idea.trials)
        add_trial(all, trial);
    if (idea.parking)
        add(all, Part::Rest, idea.parking->reason);
    if (auto const& plan = idea.scale_plan) {
        for (auto const* text : {&plan->what_now, &plan->what_stops, &plan->responsible})
            add(all, Part::Scaling, *text);
        for (auto const& place : plan->places)
            add(all, Part::Scaling, place.name);
    }
    add_person(all, board, idea.author);
    for (auto const& trial : idea.trials)
        add_person(all, board, trial.plan.owner);
    return all;
}

bool same_words(std::vector<Passage> const& a, std::vector<Passage> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](Passage const& x, Passage const& y) {
        return x.part == y.part && x.trial_no == y.trial_no && x.text == y.text;
    });
}

struct Wanted {
    std::string word;
    std::optional<int> number; ///< when it may be an idea's
};

std::optional<int> number_in(std::string_view word) {
    constexpr std::size_t most_digits = 6;
    if (word.starts_with('#'))
        word.remove_prefix(1);
    bool const digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word.empty() || word.size() > most_digits || !digits)
        return {};
    return std::stoi(std::string(word));
}

std::vector<Wanted> wanted_in(text::Language language, std::string_view query) {
    std::vector<Wanted> all;
    std::string const folded = text::search_fold(language, query);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t const begin = folded.find_first_not_of(" \n\t", at);
        if (begin == std::string::npos)
            break;
        at = std::min(folded.find_first_of(" \n\t", begin), folded.size());
        std::string word = folded.substr(begin, at - begin);
        all.push_back({word, number_in(word)});
    }
    return all;
}

bool says(Passage const& passage, std::string const& word) { return passage.folded.find(word) != std::string::npos; }

enum class Rank { Number, Title, Elsewhere };
struct Ranked {
    Rank rank;
    Hit hit;
};

/// How the idea has all the words, or nothing. The first word that its title lacks says where else it was found.
std::optional<Ranked> match(board::IdeaId id, int no, std::vector<Passage> const& passages,
                            std::vector<Wanted> const& words) {
    Ranked found{Rank::Title, {id, {}}};
    bool numbered = false;
    for (auto const& wanted : words) {
        if (wanted.number == no) {
            numbered = true;
            continue;
        }
        auto const where = std::find_if(passages.begin(), passages.end(),
                                        [&](Passage const& passage) { return says(passage, wanted.word); });
        if (where == passages.end())
            return {};
        if (where->part == Part::Title)
            continue;
        found.rank = Rank::Elsewhere;
        if (!found.hit.where)
            found.hit.where = *where;
    }
    if (numbered && found.rank == Rank::Title)
        found.rank = Rank::Number;
    return found;
}

} // namespace

void FindIndex::update(board::Board const& board, text::Language language) {
    bool const other_language = language != m_language;
    m_language = language;
    m_entries.resize(board.ideas.size());
    for (std::size_t i = 0; i < board.ideas.size(); ++i) {
        auto const& idea = board.ideas[i];
        auto& entry = m_entries[i];
        if (idea.masked) { // what is written in silence is not found either
            entry = {};
            continue;
        }
        entry.id = idea.id;
        entry.no = idea.no;
        entry.areas = idea.areas;
        auto passages = passages_of(board, idea);
        if (!other_language && same_words(passages, entry.passages))
            continue;
        for (auto& passage : passages)
            passage.folded = text::search_fold(language, passage.text);
        entry.passages = std::move(passages);
    }
}

std::vector<Hit> FindIndex::find(std::string_view query, std::vector<board::EffectArea> const& areas) const {
    auto const words = wanted_in(m_language, query);
    std::vector<Ranked> found;
    if (words.empty() && areas.empty())
        return {};
    for (auto const& entry : m_entries) {
        if (entry.no == 0)
            continue;
        bool const in_area = areas.empty() || std::find_first_of(areas.begin(), areas.end(), entry.areas.begin(),
                                                                 entry.areas.end()) != areas.end();
        if (!in_area)
            continue;
        if (auto one = match(entry.id, entry.no, entry.passages, words))
            found.push_back(std::move(*one));
    }
    std::stable_sort(found.begin(), found.end(), [](Ranked const& a, Ranked const& b) { return a.rank < b.rank; });
    std::vector<Hit> hits;
    for (auto& one : found)
        hits.push_back(std::move(one.hit));
    return hits;
}

} // namespace screens
