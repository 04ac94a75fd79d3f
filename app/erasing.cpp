#include "erasing.h"

#include "board/apply.h"
#include "board/text_rules.h"
#include "board_file.h"
#include "copies.h"
#include "drafts.h"
#include "file.h"
#include "foreign_boards.h"
#include "store/durable.h"
#include "store/event_json.h"
#include "store/event_texts.h"

#include <algorithm>
#include <array>
#include <map>
#include <spdlog/spdlog.h>

namespace app {

namespace {

namespace fs = std::filesystem;
using Kind = Trace::Kind;
using Records = std::vector<board::Record>;

/// Every name a participant has had, the last one last.
struct Names {
    board::ParticipantId id;
    std::vector<std::string> names;
    std::size_t record = 0; ///< of the first
};

std::optional<std::pair<board::ParticipantId, std::string>> named_in(board::Event const& event) {
    if (auto const* added = std::get_if<board::ParticipantAdded>(&event))
        return std::pair(added->id, added->name);
    if (auto const* edited = std::get_if<board::ParticipantEdited>(&event))
        return std::pair(edited->id, edited->name);
    return {};
}

std::vector<Names> people_in(Records const& records) {
    std::vector<Names> people;
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto const named = named_in(records[i].event);
        if (!named)
            continue;
        auto found = std::find_if(people.begin(), people.end(),
                                  [&](Names const& one) { return one.id == named->first; });
        if (found == people.end())
            found = people.insert(found, {named->first, {}, i});
        found->names.push_back(named->second);
    }
    return people;
}

template <class Matches> bool any_name(Names const& person, Matches matches) {
    return std::any_of(person.names.begin(), person.names.end(), matches);
}

/// Those who may be meant. Sure is who bears that very name, or the only one in whose name all of it stands; the others
/// share a part of it, and make that part doubtful.
void find_people(Traces& traces, text::PersonName& name, std::vector<Names> const& people) {
    auto const bears = [&](Names const& one) { return any_name(one, [&](auto const& had) { return name.is(had); }); };
    auto const holds = [&](Names const& one) {
        return any_name(one, [&](auto const& had) { return name.stands_in(had); });
    };
    bool const exact = std::any_of(people.begin(), people.end(), bears);
    bool const single = std::count_if(people.begin(), people.end(), holds) == 1;
    auto const pattern = name; // a doubt must not change whom it finds
    for (Names const& one : people) {
        auto const found = std::find_if(one.names.rbegin(), one.names.rend(),
                                        [&](auto const& had) { return !pattern.in(had).empty(); });
        if (found == one.names.rend())
            continue;
        bool const sure = exact ? bears(one) : single && holds(one);
        traces.list.push_back({.kind = Kind::Participant,
                               .text = *found,
                               .marks = pattern.in(*found),
                               .sure = sure,
                               .record = one.record,
                               .person = one.id});
        if (!sure)
            name.someone_else(*found);
    }
}

bool any_sure(std::vector<text::PersonName::Mark> const& marks) {
    return std::any_of(marks.begin(), marks.end(), [](auto const& mark) { return mark.sure; });
}

std::set<board::IdeaId> masked_in(Records const& records) {
    std::set<board::IdeaId> masked;
    for (auto const& record : records) {
        if (auto const* added = std::get_if<board::IdeaAdded>(&record.event); added && added->masked)
            masked.insert(added->id);
        if (auto const* revealed = std::get_if<board::IdeasRevealed>(&record.event))
            for (auto const id : revealed->shuffled)
                masked.erase(id);
    }
    return masked;
}

bool is_masked(board::Event const& event, std::set<board::IdeaId> const& masked) {
    auto const* added = std::get_if<board::IdeaAdded>(&event);
    auto const* edited = std::get_if<board::IdeaEdited>(&event);
    return (added && masked.contains(added->id)) || (edited && masked.contains(edited->id));
}

void find_texts(Traces& traces, text::PersonName const& name, Records const& records) {
    auto const masked = masked_in(records);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (named_in(records[i].event))
            continue;
        board::Event event = records[i].event;
        store::visit_texts(event, [&](std::string_view, std::string& text) {
            if (text.empty() || !seen.insert(text).second)
                return;
            auto marks = name.in(text);
            if (marks.empty())
                return;
            bool const sure = any_sure(marks);
            traces.list.push_back({.kind = Kind::Text,
                                   .text = text,
                                   .marks = std::move(marks),
                                   .sure = sure,
                                   .masked = is_masked(records[i].event, masked),
                                   .record = i});
        });
    }
}

/// What cannot be read as drafts has none that can be kept.
Begun begun_in(std::string_view text) { return begun_from_text(text).value_or(Begun()); }

void find_drafts(Traces& traces, text::PersonName const& name, std::string_view drafts) {
    std::set<std::string> seen;
    bool drawn = false;
    for (auto const& draft : begun_in(drafts).drafts) {
        drawn = drawn || draft.ink || draft.photo;
        auto marks = name.in(draft.text);
        bool const sure = any_sure(marks);
        if (!marks.empty() && seen.insert(draft.text).second)
            traces.list.push_back({.kind = Kind::Draft,
                                   .text = draft.text,
                                   .marks = std::move(marks),
                                   .sure = sure,
                                   .masked = draft.masked});
    }
    if (drawn)
        traces.list.push_back({.kind = Kind::Draft, .sure = false});
}

void find_drawn(Traces& traces, Records const& records) {
    std::map<board::IdeaId, std::size_t> ink, photos;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (auto const* inked = std::get_if<board::IdeaInked>(&records[i].event); inked && inked->ink)
            ink.emplace(inked->id, i);
        if (auto const* pictured = std::get_if<board::IdeaPictured>(&records[i].event); pictured && pictured->photo)
            photos.emplace(pictured->id, i);
    }
    for (auto const& [id, record] : ink)
        traces.list.push_back({.kind = Kind::Ink, .sure = false, .record = record, .idea = id});
    for (auto const& [id, record] : photos)
        traces.list.push_back({.kind = Kind::Photo, .sure = false, .record = record, .idea = id});
}

/// How long the text of a field may be, code points (board/text_rules.h); `Careful`: no longer than any field of a text
/// that long may be.
enum class Limits { OfField, Careful };
int limit_of(std::string_view field, std::string const& text, Limits limits) {
    constexpr std::array all{board::max_name_characters, board::max_line_characters, board::max_idea_characters,
                             board::max_field_characters};
    if (limits == Limits::Careful)
        return *std::lower_bound(all.begin(), all.end() - 1, board::count_characters(text));
    for (std::string_view const name : {"name", "workplace", "unit", "responsible", "title"})
        if (field == name)
            return board::max_name_characters;
    for (std::string_view const line : {"line", "note", "statements"})
        if (field == line)
            return board::max_line_characters;
    for (std::string_view const idea : {"text", "core_task", "hint"})
        if (field == idea)
            return board::max_idea_characters;
    return board::max_field_characters;
}

std::string erased(text::PersonName const& name, Erasing const& erasing, std::string const& text, int limit) {
    if (erasing.left.contains(text))
        return text;
    auto const marks = name.in(text);
    if (marks.empty())
        return text;
    auto fresh = text::without(text, marks, erasing.neutral);
    return board::count_characters(fresh) <= limit ? fresh : text::without(text, marks, "NN");
}

/// »slettet person«, and »slettet person 2« where one is there already.
std::map<board::ParticipantId, std::string> neutral_names(Erasing const& erasing, Records const& records) {
    std::set<std::string> taken;
    std::map<board::ParticipantId, std::string> neutral;
    auto const people = people_in(records);
    for (auto const& one : people)
        if (!erasing.people.contains(one.id))
            taken.insert(one.names.begin(), one.names.end());
    for (auto const& one : people) {
        if (!erasing.people.contains(one.id))
            continue;
        auto name = erasing.neutral;
        for (int no = 2; taken.contains(name); ++no)
            name = erasing.neutral + " " + std::to_string(no);
        taken.insert(name);
        neutral[one.id] = name;
    }
    return neutral;
}

/// Changes one event of a course.
class Eraser {
  public:
    Eraser(Erasing const& erasing, Records const& records, Limits limits)
        : m_erasing(erasing), m_limits(limits), m_name(erasing.name), m_neutral(neutral_names(erasing, records)) {}

    board::Event operator()(board::Event event) {
        if (auto* added = std::get_if<board::ParticipantAdded>(&event))
            rename(added->id, added->name);
        else if (auto* edited = std::get_if<board::ParticipantEdited>(&event))
            rename(edited->id, edited->name);
        else
            store::visit_texts(event, [&](std::string_view field, std::string& text) {
                text = erased(m_name, m_erasing, text, limit_of(field, text, m_limits));
            });
        erase_drawn(event);
        return event;
    }
    std::string const& neutral(board::ParticipantId id) const { return m_neutral.at(id); }
    std::set<std::string> const& photos() const { return m_photos; }

  private:
    void rename(board::ParticipantId id, std::string& name) const {
        if (auto const found = m_neutral.find(id); found != m_neutral.end())
            name = found->second;
    }
    /// An idea that was only drawn says that something was there.
    void erase_drawn(board::Event& event) {
        auto const is_erased = [&](board::IdeaId id) {
            return m_erasing.ink.contains(id) || m_erasing.photos.contains(id);
        };
        if (auto* inked = std::get_if<board::IdeaInked>(&event); inked && m_erasing.ink.contains(inked->id))
            inked->ink.reset();
        if (auto* pictured = std::get_if<board::IdeaPictured>(&event);
            pictured && pictured->photo && m_erasing.photos.contains(pictured->id)) {
            m_photos.insert(pictured->photo->hash);
            pictured->photo.reset();
        }
        if (auto* added = std::get_if<board::IdeaAdded>(&event); added && added->text.empty() && is_erased(added->id))
            added->text = m_erasing.note;
        if (auto* edited = std::get_if<board::IdeaEdited>(&event);
            edited && edited->text.empty() && is_erased(edited->id))
            edited->text = m_erasing.note;
    }

    Erasing const& m_erasing;
    Limits m_limits;
    text::PersonName m_name;
    std::map<board::ParticipantId, std::string> m_neutral;
    std::set<std::string> m_photos; ///< taken off an idea
};

std::string erased_drafts(Erasing const& erasing, std::string_view text) {
    text::PersonName const name(erasing.name);
    auto begun = begun_in(text);
    if (erasing.drawn_drafts)
        std::erase_if(begun.drafts, [](screens::Draft const& draft) { return draft.ink || draft.photo; });
    for (auto& draft : begun.drafts)
        draft.text = erased(name, erasing, draft.text, board::max_idea_characters);
    return to_text(begun);
}

/// Off every idea and draft: nothing names them any more.
std::vector<std::string> unnamed(std::set<std::string> photos, Records const& records, std::string_view drafts) {
    for (auto const& record : records)
        if (auto const* pictured = std::get_if<board::IdeaPictured>(&record.event); pictured && pictured->photo)
            photos.erase(pictured->photo->hash);
    std::erase_if(photos, [&](std::string const& hash) { return drafts.find(hash) != std::string_view::npos; });
    return {photos.begin(), photos.end()};
}

} // namespace

Traces find_traces(std::string const& wanted, Records const& records, std::string_view drafts,
                   std::string const& contact) {
    Traces traces{wanted, {}};
    text::PersonName name(wanted);
    if (name.empty())
        return traces;
    find_people(traces, name, people_in(records));
    find_texts(traces, name, records);
    find_drafts(traces, name, drafts);
    if (auto marks = name.in(contact); !marks.empty()) {
        bool const sure = any_sure(marks);
        traces.list.push_back({.kind = Kind::Contact, .text = contact, .marks = std::move(marks), .sure = sure});
    }
    find_drawn(traces, records);
    return traces;
}

Erasing erasing_of(Traces const& traces, std::vector<bool> const& chosen, text::Words const& words) {
    Erasing erasing{.name = traces.name, .neutral = words.get("erase.neutral"), .note = words.get("erase.note")};
    for (std::size_t i = 0; i < traces.list.size(); ++i) {
        Trace const& trace = traces.list[i];
        bool const goes = i < chosen.size() ? chosen[i] : trace.sure;
        erasing.chosen += goes ? 1 : 0;
        switch (trace.kind) {
        case Kind::Participant:
            if (goes)
                erasing.people.insert(*trace.person);
            break;
        case Kind::Text:
        case Kind::Draft:
            if (trace.text.empty())
                erasing.drawn_drafts = goes;
            else if (!goes)
                erasing.left.insert(trace.text);
            break;
        case Kind::Contact: erasing.contact = goes; break;
        case Kind::Ink:
            if (goes)
                erasing.ink.insert(*trace.idea);
            break;
        case Kind::Photo:
            if (goes)
                erasing.photos.insert(*trace.idea);
            break;
        }
    }
    return erasing;
}

std::string erased_text(Erasing const& erasing, std::string const& text) {
    return erased(text::PersonName(erasing.name), erasing, text, board::max_field_characters);
}

Records rewritten(Records records, store::Rewriting const& rewriting) {
    for (auto const& changed : rewriting.events)
        records.at(static_cast<std::size_t>(changed.sequence) - 1).event = changed.event;
    for (auto const& event : rewriting.appended)
        records.push_back({.sequence = 0, .operation = rewriting.operation, .at = rewriting.at, .event = event});
    return records;
}

namespace {

std::size_t broken_in(Records const& records) { return board::broken_invariants(board::fold(records)).size(); }

store::Rewriting rewriting_within(Limits limits, Erasing const& erasing, Records const& records,
                                  std::string_view drafts, board::OperationId operation, board::Now now) {
    store::Rewriting rewriting;
    rewriting.operation = operation;
    rewriting.at = now.at;
    rewriting.drafts = erased_drafts(erasing, drafts);
    Eraser eraser(erasing, records, limits);
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto fresh = eraser(records[i].event);
        if (store::to_json(fresh) != store::to_json(records[i].event))
            rewriting.events.push_back({static_cast<std::int64_t>(i) + 1, std::move(fresh)}); // the first is 1
    }
    auto const after = rewritten(records, rewriting);
    for (auto const& person : board::fold(after).participants)
        if (person.active && erasing.people.contains(person.id))
            rewriting.appended.emplace_back(
                board::ParticipantEdited{person.id, eraser.neutral(person.id), person.role, false});
    rewriting.photos = unnamed(eraser.photos(), after, *rewriting.drafts);
    return rewriting;
}

} // namespace

store::Rewriting rewriting_of(Erasing const& erasing, Records const& records, std::string_view drafts,
                              board::OperationId operation, board::Now now) {
    auto rewriting = rewriting_within(Limits::OfField, erasing, records, drafts, operation, now);
    if (broken_in(rewritten(records, rewriting)) > broken_in(records))
        rewriting = rewriting_within(Limits::Careful, erasing, records, drafts, operation, now);
    return rewriting;
}

store::Result<void> erase_in_board(fs::path const& file, Erasing const& erasing, board::OperationId operation,
                                   board::Now now) {
    auto board = store::Store::open(file);
    if (!board)
        return tl::unexpected(board.error());
    auto const records = board->load();
    auto const drafts = board->drafts();
    if (!records || !drafts)
        return tl::unexpected(!records ? records.error() : drafts.error());
    auto rewriting = rewriting_of(erasing, *records, *drafts, operation, now);
    if (rewriting.drafts == *drafts)
        rewriting.drafts.reset();
    if (broken_in(rewritten(*records, rewriting)) > broken_in(*records))
        return tl::unexpected(store::Failure{store::Fault::Broken, "the board would no longer keep its rules"});
    return board->rewrite(rewriting).and_then([&] { return board->compact(); });
}

namespace {

/// A copy is called by what it holds: its name now, or as it was when it is none of ours. Nothing when it cannot be
/// read again.
std::optional<std::string> name_again(fs::path const& was, fs::path const& file) {
    auto name = parse_copy_name(was.filename().string());
    auto const contents = store::prove(file);
    if (!contents)
        return {};
    if (!name)
        return was.filename().string();
    name->hash = contents->hash;
    return file_name_of(*name);
}

class FileEraser {
  public:
    FileEraser(Erasing const& erasing, board::OperationId operation, board::Now now, std::function<void()> const& step)
        : m_erasing(erasing), m_operation(operation), m_now(now), m_step(step) {}

    /// Returns how many are gone.
    int remove(std::vector<fs::path> const& paths) {
        int gone = 0;
        for (auto const& path : paths)
            gone += remove(path) ? 1 : 0;
        return gone;
    }
    /// Copies in other words; what cannot be, and what is no board, goes.
    void rewrite_copies(fs::path const& folder) {
        each_copy(folder, [&](fs::path const& path) {
            auto const name = rewrite(path, path);
            auto const to = path.parent_path() / name.value_or("");
            if (!name || (to != path && !move_file(path, to)))
                return false;
            m_rewritten[path.filename().string()] = to;
            return true;
        });
    }
    /// The same where others may write: nothing is opened where it lies. What lies beside the boards too is laid there
    /// as it is now, and the rest is rewritten at `brought`.
    void rewrite_second_copies(fs::path const& folder, fs::path const& brought) {
        each_copy(folder, [&](fs::path const& path) {
            auto const here = m_rewritten.find(path.filename().string());
            bool const both = here != m_rewritten.end();
            auto const name = both ? here->second.filename().string() : rewrite_brought(path, brought).value_or("");
            bool const replaced = !name.empty() && replace(path, name, both ? here->second : brought);
            remove_board(brought);
            return replaced;
        });
    }

    ErasedFiles done;

  private:
    void step() const {
        if (m_step)
            m_step();
    }
    template <class Rewrite> void each_copy(fs::path const& folder, Rewrite rewrite_one) {
        for (auto const& path : files_below(folder)) {
            if (!is_board_file(path))
                continue;
            if (rewrite_one(path)) {
                done.copies += 1;
                step();
                continue;
            }
            spdlog::warn("{}: deleted, since it could not be rewritten", path.string());
            done.deleted_copies += remove(path) ? 1 : 0;
        }
        for (auto const& path : files_below(folder)) // logs of what was deleted, and halves
            if (!is_board_file(path))
                done.deleted_copies += remove(path) ? 1 : 0;
        store::sync_folder(folder);
    }
    /// What `was` is called when `file`, which holds it, is in other words.
    std::optional<std::string> rewrite(fs::path const& was, fs::path const& file) const {
        auto const erased = erase_in_board(file, m_erasing, m_operation, m_now);
        return erased ? name_again(was, file) : std::nullopt;
    }
    std::optional<std::string> rewrite_brought(fs::path const& from, fs::path const& brought) const {
        auto const name = parse_copy_name(from.filename().string());
        if (!name || !bring(from, brought) || !is_what_its_name_says({*name, brought}))
            return {};
        return rewrite(from, brought);
    }
    /// Lays `by` there under its name, and takes the old one away; a full disk has room for one of them.
    bool replace(fs::path const& old, std::string const& name, fs::path const& by) const {
        bool const same_name = old.filename() == name;
        if (same_name && same_bytes(old, by))
            return true;
        std::error_code gone; // what cannot be taken away has its name still, and is told by whoever asked
        if (same_name)
            fs::remove(old, gone);
        bool laid = !lay_in(old.parent_path(), name, by);
        if (same_name)
            return laid;
        if (fs::remove(old, gone); gone)
            return false;
        return laid || !lay_in(old.parent_path(), name, by);
    }
    bool remove(fs::path const& path) {
        std::error_code ec;
        fs::remove(path, ec);
        if (ec)
            done.left.push_back(path.string());
        step();
        return !ec;
    }

    Erasing const& m_erasing;
    board::OperationId m_operation;
    board::Now m_now;
    std::function<void()> const& m_step;
    std::map<std::string, fs::path> m_rewritten; ///< what each copy was called, and where it lies now
};

} // namespace

ErasedFiles erase_in_files(fs::path const& file, CourseFolders const& folders, Erasing const& erasing,
                           board::OperationId operation, board::Now now, std::function<void()> const& step) {
    FileEraser eraser(erasing, operation, now, step);
    remove_board(folders.brought());
    eraser.remove(leftovers_of(file));
    eraser.done.exports = eraser.remove(files_below(folders.exports_of(file)));
    eraser.done.deleted_copies += eraser.remove(files_below(folders.damaged_of(file)));
    eraser.rewrite_copies(folders.copies_of(file));
    std::error_code ec; // what is not mounted now keeps its copies, and that is said
    if (!folders.second.empty() && !fs::is_directory(folders.second, ec))
        eraser.done.left.push_back(folders.second_copies_of(file).string());
    else if (!folders.second.empty())
        eraser.rewrite_second_copies(folders.second_copies_of(file), folders.brought());
    for (auto const& folder : {file.parent_path(), folders.exports_of(file), folders.damaged_of(file)})
        store::sync_folder(folder);
    return std::move(eraser.done);
}

} // namespace app
