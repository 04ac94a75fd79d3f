#include "person_desk.h"

#include "board_file.h"
#include "copies.h"
#include "recovery.h"
#include "text/happening.h"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;

std::string where_of(Trace const& trace, std::vector<board::Record> const& history, text::EventNames const& names,
                     text::Words const& words) {
    using Kind = Trace::Kind;
    auto const about = trace.record ? text::about(words, names, history[*trace.record].event) : std::string();
    switch (trace.kind) {
    case Kind::Participant: return words.get("erase.participant");
    case Kind::Draft: return words.get(trace.text.empty() ? "erase.drawn_draft" : "erase.draft");
    case Kind::Contact: return words.get("erase.contact");
    case Kind::Ink: return words.say("erase.ink", {{"about", about}});
    case Kind::Photo: return words.say("erase.photo", {{"about", about}});
    case Kind::Text: break;
    }
    return about;
}

} // namespace

std::vector<screens::FoundName> in_words(Traces const& traces, std::vector<board::Record> const& history,
                                         text::Words const& words) {
    text::EventNames names;
    for (auto const& record : history)
        names.learn(record.event);
    std::vector<screens::FoundName> all;
    for (Trace const& trace : traces.list) {
        screens::FoundName one{.kind = trace.kind,
                               .where = where_of(trace, history, names, words),
                               .text = trace.masked ? words.get("erase.masked") : trace.text,
                               .marks = {},
                               .sure = trace.sure,
                               .idea = trace.idea};
        if (!trace.masked)
            for (auto const& mark : trace.marks)
                one.marks.push_back({mark.begin, mark.end});
        all.push_back(std::move(one));
    }
    return all;
}

Belongings belongings_of(fs::path const& file, CourseFolders const& folders) {
    Belongings found;
    found.copies = static_cast<int>(all_copies_of(folders, file).size());
    found.laid_aside = static_cast<int>(laid_aside_of(folders, file).size());
    auto const exports = folders.exports_of(file);
    for (auto const& path : files_below(exports))
        found.exports.push_back(path.lexically_relative(exports).string());
    std::sort(found.exports.begin(), found.exports.end());
    return found;
}

void PersonDesk::refused(std::string sentence) {
    m_facts.told = std::move(sentence);
    m_facts.failed = true;
    m_facts.working = false;
    m_erasing = false;
}

void PersonDesk::search(std::string const& name, Wall const& wall) {
    if (text::PersonName(name).empty())
        return refused(wall.words.get("erase.too_short"));
    m_facts.working = true;
    m_facts.told.clear();
    auto history = std::make_shared<std::vector<board::Record> const>(wall.history);
    m_errands.run([this, name, history, drafts = wall.drafts, contact = wall.contact, folders = wall.folders,
                   file = wall.shown, words = &wall.words, course = m_course]() -> Errands::Report {
        auto traces = find_traces(name, *history, drafts, contact);
        auto belongings = belongings_of(file, folders);
        return [this, traces = std::move(traces), belongings = std::move(belongings), history, words, course] {
            if (course != m_course)
                return;
            m_facts.working = false;
            m_facts.failed = false;
            m_facts.name = traces.name;
            m_facts.found = in_words(traces, *history, *words);
            m_facts.copies = belongings.copies;
            m_facts.laid_aside = belongings.laid_aside;
            m_facts.exports = belongings.exports;
            m_facts.searches += 1;
            m_traces = traces;
        };
    });
}

void PersonDesk::erase(screens::ErasePerson const& wish, Wall const& wall) {
    if (wall.carrying)
        return refused(wall.words.get("erase.carrying"));
    if (!wall.counting.empty())
        return refused(wall.words.get(wall.counting));
    if (wish.name != m_traces.name || m_facts.working)
        return; // what was chosen is of another search
    auto erasing = erasing_of(m_traces, wish.chosen, wall.words);
    wall.gate.confirm(wish.pin, wall.now_s, [this, erasing = std::move(erasing)] {
        m_erasing = true;
        m_facts.working = true;
        m_facts.told.clear();
        m_wanted = erasing;
    });
}

void PersonDesk::begin_files(Wall const& wall) {
    auto erasing = *std::exchange(m_wanted, std::nullopt);
    m_errands.run([this, erasing = std::move(erasing), folders = wall.folders, file = wall.shown,
                   operation = board::OperationId{m_ids.next(wall.now.at)}, now = wall.now,
                   course = m_course]() -> Errands::Report {
        auto files = erase_in_files(file, folders, erasing, operation, now);
        return [this, files = std::move(files), erasing = std::move(erasing), course] {
            if (course != m_course)
                return;
            m_files = files;
            m_chosen = erasing.chosen;
            m_due = erasing;
        };
    });
}

void PersonDesk::ended(std::optional<store::Failure> const& fault, std::optional<store::Failure> const& remains,
                       text::Words const& words) {
    if (fault)
        return refused(words.say("erase.not_done", {{"sentence", words.get(store_key(fault->fault))}}));
    m_facts.working = false;
    m_erasing = false;
    m_facts.failed = remains || !m_files.left.empty();
    if (remains) {
        spdlog::error("something of what was erased may lie in the file: {}", remains->detail);
        m_facts.told = words.get("erase.remains");
    } else if (!m_files.left.empty()) {
        m_facts.told = words.say("erase.files_left", {{"n", static_cast<std::int64_t>(m_files.left.size())},
                                                      {"first", m_files.left.front()}});
    } else {
        m_facts.told = words.say("erase.done", {{"name", m_facts.name},
                                                {"n", static_cast<std::int64_t>(m_chosen)},
                                                {"copies", std::int64_t{m_files.copies + m_files.deleted_copies}},
                                                {"exports", std::int64_t{m_files.exports}}});
    }
    m_facts.name.clear();
    m_facts.found.clear();
    m_facts.exports.clear();
    m_facts.copies = 0;
    m_facts.laid_aside = 0;
    m_facts.erasures += 1;
    m_traces = {};
}

void PersonDesk::forget_course() {
    m_course += 1;
    int const searches = m_facts.searches + 1, erasures = m_facts.erasures;
    m_facts = {};
    m_facts.searches = searches;
    m_facts.erasures = erasures;
    m_traces = {};
    m_erasing = false;
    m_wanted.reset();
    m_due.reset();
}

bool PersonDesk::wish(screens::WallWish const& wish, Wall const& wall) {
    if (auto const* find = std::get_if<screens::FindPerson>(&wish))
        search(find->name, wall);
    else if (auto const* gone = std::get_if<screens::ErasePerson>(&wish))
        erase(*gone, wall);
    else
        return false;
    return true;
}

} // namespace app
