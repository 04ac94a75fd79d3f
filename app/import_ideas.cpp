#include "import_ideas.h"

#include "board/apply.h"
#include "board/decide.h"
#include "board/text_rules.h"

#include <algorithm>
#include <set>

namespace app {
namespace {

constexpr std::size_t most_lines = 40; ///< of those left out, told one by one

board::AddIdea wish_of(FoundIdea const& found, board::IdeaId id, std::size_t already) {
    board::AddIdea wish;
    wish.id = id;
    wish.text = found.text;
    wish.problem = found.problem;
    wish.proposal = found.proposal;
    wish.colour = static_cast<board::NoteColour>(already % 5);
    return wish;
}

bool holds_cpr(FoundIdea const& found) {
    return board::looks_like_cpr(found.text) || board::looks_like_cpr(found.problem) ||
           board::looks_like_cpr(found.proposal);
}

/// What an idea may not say again, as `similar_idea` judges it; looked up ten thousand times.
std::set<std::string> standing_on(board::Board const& board) {
    std::set<std::string> standing;
    for (board::Idea const& idea : board.ideas)
        if (idea.stage != board::Stage::Merged && idea.stage != board::Stage::Parked)
            standing.insert(board::likeness_of(idea.text));
    standing.erase("");
    return standing;
}

std::string named(std::string const& key, text::Words const& words) {
    return key.starts_with("import.") ? words.get(key) : key;
}

std::string listed(std::vector<std::string> const& all) {
    std::string list;
    for (std::string const& one : all)
        list += (list.empty() ? "" : ", ") + one;
    return list;
}

} // namespace

IdeaImport import_ideas(FoundIdeas const& found, board::Board board, text::Words const& words, IdSource& ids,
                        board::Now now) {
    IdeaImport import;
    import.operation = {ids.next(now.at)};
    import.archived = found.archived;
    import.overfull = found.overfull;
    for (std::string const& column : found.columns)
        import.no_place.push_back(named(column, words));
    auto standing = standing_on(board);
    for (FoundIdea const& one : found.ideas) {
        bool const cpr = holds_cpr(one);
        std::string const text = board::clean_text(one.text);
        if (!text.empty() && standing.contains(board::likeness_of(text))) {
            import.left_out.push_back({one.row, cpr ? "" : text, words.get("import.there_already")});
            continue;
        }
        auto events = board::decide(board, wish_of(one, {ids.next(now.at)}, board.ideas.size()), now);
        if (!events) {
            import.personal += cpr ? 1 : 0;
            bool const personal = events.error().rule == board::Rule::LooksPersonal; // nobody confirms it here
            import.left_out.push_back(
                {one.row, cpr ? "" : text, personal ? words.get("import.personal") : words.refusal(events.error())});
            continue;
        }
        for (board::Event const& event : *events) {
            board::apply(board, {0, import.operation, now.at, event});
            import.events.push_back(event);
        }
        if (auto like = board::likeness_of(text); !like.empty())
            standing.insert(std::move(like));
        import.coming.push_back(text);
    }
    return import;
}

std::vector<board::Record> records_of(IdeaImport const& import, board::Now now) {
    std::vector<board::Record> records;
    for (board::Event const& event : import.events)
        records.push_back({0, import.operation, now.at, event});
    return records;
}

std::vector<std::string> besides(IdeaImport const& import, text::Words const& words) {
    std::vector<std::string> lines;
    if (import.archived > 0)
        lines.push_back(words.say("import.archived", {{"n", std::int64_t{import.archived}}}));
    if (import.overfull > 0)
        lines.push_back(words.say("import.overfull", {{"n", std::int64_t{import.overfull}}}));
    if (import.personal > 0)
        lines.push_back(words.say("import.cpr", {{"n", std::int64_t{import.personal}}}));
    if (!import.no_place.empty())
        lines.push_back(words.say("import.no_place", {{"what", listed(import.no_place)}}));
    return lines;
}

std::vector<std::string> said(IdeaImport const& import, text::Words const& words) {
    auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    std::vector<std::string> lines = {words.say("import.coming", {{"n", count(import.coming.size())}})};
    if (!import.left_out.empty())
        lines.push_back(words.say("import.left_out", {{"n", count(import.left_out.size())}}));
    for (std::size_t i = 0; i < std::min(import.left_out.size(), most_lines); ++i) {
        screens::BringRow const& one = import.left_out[i];
        lines.push_back(words.say(
            "import.row",
            {{"row", std::int64_t{one.row}}, {"text", one.text.empty() ? "–" : one.text}, {"sentence", one.sentence}}));
    }
    if (import.left_out.size() > most_lines)
        lines.push_back(words.say("import.more_rows", {{"n", count(import.left_out.size() - most_lines)}}));
    auto const others = besides(import, words);
    lines.insert(lines.end(), others.begin(), others.end());
    return lines;
}

} // namespace app
