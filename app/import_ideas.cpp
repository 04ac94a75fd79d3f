#include "import_ideas.h"

#include "board/text_rules.h"
#include "replay.h"

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

IdeaImport import_ideas(FoundIdeas const& found, std::vector<board::Record> records, text::Words const& words,
                        IdSource& ids, board::Now now) {
    std::size_t const before = records.size();
    Replay replay(ids, std::move(records));
    IdeaImport import;
    import.archived = found.archived;
    for (std::string const& column : found.columns)
        import.no_place.push_back(named(column, words));
    for (FoundIdea const& one : found.ideas) {
        bool const cpr = holds_cpr(one);
        std::string const text = board::clean_text(one.text);
        if (!text.empty() && similar_idea(replay.board(), text)) {
            import.left_out.push_back({one.row, text, words.get("import.there_already")});
            continue;
        }
        auto const wish = wish_of(one, {ids.next(now.at)}, replay.board().ideas.size());
        if (auto const done = replay.ask(wish, now); done) {
            import.coming.push_back(text);
        } else {
            import.personal += cpr ? 1 : 0;
            import.left_out.push_back({one.row, cpr ? "" : text, words.refusal(done.error())});
        }
    }
    auto const& all = replay.records();
    import.records.assign(all.begin() + static_cast<std::ptrdiff_t>(before), all.end());
    return import;
}

std::vector<std::string> said(IdeaImport const& import, text::Words const& words) {
    auto const count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    std::vector<std::string> lines = {words.say("import.coming", {{"n", count(import.coming.size())}})};
    if (!import.left_out.empty())
        lines.push_back(words.say("import.left_out", {{"n", count(import.left_out.size())}}));
    for (std::size_t i = 0; i < std::min(import.left_out.size(), most_lines); ++i) {
        LeftOut const& one = import.left_out[i];
        lines.push_back(words.say(
            "import.row",
            {{"row", std::int64_t{one.row}}, {"text", one.text.empty() ? "–" : one.text}, {"sentence", one.sentence}}));
    }
    if (import.left_out.size() > most_lines)
        lines.push_back(words.say("import.more_rows", {{"n", count(import.left_out.size() - most_lines)}}));
    if (import.archived > 0)
        lines.push_back(words.say("import.archived", {{"n", std::int64_t{import.archived}}}));
    if (import.personal > 0)
        lines.push_back(words.say("import.cpr", {{"n", std::int64_t{import.personal}}}));
    if (!import.no_place.empty())
        lines.push_back(words.say("import.no_place", {{"what", listed(import.no_place)}}));
    return lines;
}

} // namespace app
