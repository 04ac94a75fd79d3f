#include "bring_in.h"

#include "board_file.h"
#include "store/copies.h"

#include <algorithm>
#include <cmath>
#include <spdlog/spdlog.h>

namespace app {
namespace {

using screens::BringKind;

constexpr double look_again_s = 2, list_again_s = 10; // places are few; files may be thousands
constexpr double take_back_s = 10;                    // as every *Fortryd* on the wall

char const* key_of(BringFault fault) {
    switch (fault) {
    case BringFault::Pulled: return "import.pulled";
    case BringFault::Gone: return "import.file_gone";
    case BringFault::Unreadable: return "import.file_unreadable";
    case BringFault::TooLarge: break;
    }
    return "import.larger_than";
}

std::string sentence_of(text::Words const& words, BringFault fault, BringKind kind) {
    if (fault != BringFault::TooLarge)
        return words.get(key_of(fault));
    return words.say(key_of(fault), {{"mb", static_cast<std::int64_t>(most_bytes_of(kind) >> 20)}});
}

/// What an errand is given, all of it its own.
struct Desk {
    std::filesystem::path strings;
    text::Language language;
    IdSource ids;
    board::Now now;

    /// Words of this thread's own; they were read at the start, so they are there.
    text::Words words() const { return text::Words::load(strings, language).value(); }
};

/// What a board file that was just made holds; the key of the sentence when it is not what was written, and then it is
/// not there.
tl::expected<store::Contents, std::string> read_again(std::filesystem::path const& file) {
    return store::prove(file).map_error([&](store::Failure const& failure) {
        spdlog::error("{}: {}", file.string(), failure.detail);
        remove_board(file);
        return store_key(failure.fault);
    });
}

std::int64_t count(std::size_t n) { return static_cast<std::int64_t>(n); }

} // namespace

void BringIn::tell(Step step, std::string sentence, bool failed) {
    m_facts.step = step;
    m_facts.sentence = std::move(sentence);
    m_facts.failed = failed;
}

void BringIn::leave() {
    ++m_file;
    m_source.reset();
    m_plan.reset();
    m_then_bring = false;
    m_operation.reset();
    m_course.reset();
    m_facts.file = {};
    m_facts.preview.reset();
    m_facts.can_take_back = m_facts.taking_back = false;
    m_facts.take_back_until_s = 0;
    m_facts.course_file.clear();
    tell(Step::Choosing, {}, false);
}

void BringIn::pass(Wall const& wall, bool open) {
    m_errands.report();
    if (!open) {
        if (m_facts.step != Step::Choosing || !m_facts.sentence.empty())
            leave();
        m_looked_s = m_listed_s = -1e9; // looked for anew when somebody comes
        return;
    }
    bool const ideas_on_their_way = m_facts.step == Step::Bringing && m_operation;
    if (ideas_on_their_way && !wall.table.on_its_way(*m_operation)) {
        m_facts.can_take_back = true;
        tell(Step::Brought, wall.words.say("import.brought", {{"n", count(m_plan->ideas.coming.size())}}), false);
    }
    if (m_then_bring && m_plan)
        bring_ideas(wall);
    if (m_course && m_facts.take_back_until_s == 0)
        m_facts.take_back_until_s = wall.now_s + take_back_s;
    if (m_course && !m_facts.taking_back)
        m_facts.can_take_back = wall.now_s < m_facts.take_back_until_s;
}

void BringIn::lost(board::OperationId operation, std::string const& sentence) {
    if (m_operation != operation)
        return;
    m_operation.reset();
    m_facts.can_take_back = false;
    tell(Step::Ready, sentence, true);
}

void BringIn::look(Wall const& wall) {
    if (m_listing || wall.now_s < m_looked_s + look_again_s)
        return;
    m_listing = true;
    m_looked_s = wall.now_s;
    bool const again = wall.now_s > m_listed_s + list_again_s;
    m_errands.run([this, from = from(wall), before = m_listed, again, now_s = wall.now_s]() -> Errands::Report {
        auto places = find_places(from);
        if (!again && places == before)
            return [this] { m_listing = false; };
        auto found = std::make_shared<FoundFiles>(find_files(from));
        return [this, found, places, now_s] {
            m_listing = false;
            m_listed_s = now_s;
            m_listed = places;
            m_facts.places = std::move(found->places);
            m_paths = std::move(found->paths);
        };
    });
}

void BringIn::read(std::string const& key, Wall const& wall) {
    std::size_t at = 0;
    screens::BringFile file;
    BringPath path;
    for (auto const& place : m_facts.places)
        for (auto const& one : place.files) {
            if (one.key == key)
                file = one, path = m_paths[at];
            ++at;
        }
    if (file.key.empty())
        return tell(Step::Choosing, wall.words.get("import.file_gone"), true);
    leave();
    m_facts.file = file;
    tell(Step::Reading, {}, false);
    Desk desk{m_setup.strings, wall.words.language(), m_ids.fork(), wall.now};
    m_errands.run([this, no = m_file, from = from(wall), path, kind = file.kind, desk, board = wall.table.board(),
                   version = wall.table.version()]() mutable -> Errands::Report {
        auto const words = desk.words();
        auto const refuse = [&](std::string sentence) -> Errands::Report {
            return [this, no, sentence = std::move(sentence)] {
                if (no != m_file)
                    return;
                m_looked_s = m_listed_s = -1e9; // what is there has changed, it seems
                tell(Step::Choosing, sentence, true);
            };
        };
        if (kind == BringKind::Workbook)
            return refuse(words.get("import.save_as_csv"));
        auto const bytes = read_whole(from, path, most_bytes_of(kind));
        if (!bytes)
            return refuse(sentence_of(words, bytes.error(), kind));
        auto understood = understand(kind_of(path.path.back(), *bytes).value_or(kind), *bytes, words, desk.ids,
                                     desk.now);
        if (!understood)
            return refuse(understood.error());
        auto const source = std::make_shared<BringSource const>(std::move(*understood));
        auto const made = std::make_shared<BringPlan>(plan(*source, board, {}, words, desk.ids, desk.now));
        return [this, no, source, made, version] {
            if (no != m_file)
                return;
            m_source = source;
            m_plan = std::move(*made);
            m_planned_on = version;
            m_facts.preview = m_plan->preview;
            tell(Step::Ready, {}, false);
        };
    });
}

void BringIn::make_plan(std::optional<screens::BringColumns> columns, Wall const& wall, bool then_bring) {
    if (!m_source)
        return;
    tell(then_bring ? Step::Bringing : Step::Reading, {}, false);
    Desk desk{m_setup.strings, wall.words.language(), m_ids.fork(), wall.now};
    m_plan.reset();
    m_errands.run([this, no = m_file, source = m_source, columns, desk, then_bring, board = wall.table.board(),
                   version = wall.table.version()]() mutable -> Errands::Report {
        auto const made = std::make_shared<BringPlan>(plan(*source, board, columns, desk.words(), desk.ids, desk.now));
        return [this, no, made, version, then_bring] {
            if (no != m_file)
                return;
            m_plan = std::move(*made);
            m_planned_on = version;
            m_facts.preview = m_plan->preview;
            m_then_bring = then_bring;
            if (!then_bring)
                tell(Step::Ready, {}, false);
        };
    });
}

/// In one operation; once more planned when the board has changed since.
void BringIn::bring_ideas(Wall const& wall) {
    m_then_bring = false;
    auto const& ideas = m_plan->ideas;
    if (ideas.events.empty())
        return tell(Step::Ready, {}, false);
    if (m_planned_on != wall.table.version())
        return make_plan(m_plan->preview->columns.empty() ? std::nullopt : std::optional(m_plan->preview->chosen), wall,
                         true);
    wall.table.take_in(ideas.operation, ideas.events, m_planned_on, wall.now);
    m_operation = ideas.operation;
    tell(Step::Bringing, {}, false);
}

void BringIn::bring_course(Wall const& wall) {
    tell(Step::Bringing, {}, false);
    auto const name = m_plan->preview->course;
    m_errands.run([this, no = m_file, source = m_source, name, folders = wall.folders, strings = m_setup.strings,
                   language = wall.words.language()]() -> Errands::Report {
        auto const words = text::Words::load(strings, language).value();
        auto const& import = std::get<Import>(*source);
        auto const file = free_board_file(folders, name);
        auto const made = make_board_file(file, import.records, import.photos).and_then([&] {
            return read_again(file);
        });
        if (!made)
            spdlog::error("{}: {}", file.string(), made.error());
        auto sentence = made ? words.say("import.brought_course", {{"name", name}}) : words.get(made.error());
        return [this, no, made, file, sentence] {
            m_made = m_made || made;
            if (no != m_file)
                return;
            if (made) {
                m_facts.course_file = file.filename().string();
                m_course = Unwanted{file, *made};
            }
            tell(made ? Step::Brought : Step::Ready, sentence, !made);
        };
    });
}

void BringIn::bring(Wall const& wall) {
    if (m_facts.step != Step::Ready || !m_plan)
        return;
    if (m_plan->preview->kind == BringKind::Course)
        bring_course(wall);
    else
        bring_ideas(wall);
}

void BringIn::take_back(Wall const& wall) {
    if (!m_facts.can_take_back)
        return;
    if (m_operation)
        return take_back_ideas(wall);
    m_facts.can_take_back = false;
    m_facts.taking_back = true;
    m_unwanted = m_course;
}

void BringIn::taken_back(std::string const& why, text::Words const& words) {
    if (!m_facts.taking_back)
        return; // the facilitator has left
    auto const name = m_plan->preview->course;
    auto const told = words.say(why.empty() ? "import.course_taken_back" : why, {{"name", name}});
    m_course.reset();
    m_facts.taking_back = false;
    if (why.empty())
        leave();
    tell(why.empty() ? Step::Choosing : Step::Brought, told, !why.empty());
}

void BringIn::take_back_ideas(Wall const& wall) {
    auto const done = wall.table.ask({m_ids.next(wall.now.at)}, board::Undo{*m_operation}, wall.now);
    if (!done) {
        tell(Step::Brought, wall.words.refusal(done.error()), true);
        return;
    }
    leave();
    tell(Step::Choosing, wall.words.get("import.taken_back"), false);
}

void BringIn::wish(screens::WallWish const& wish, Wall const& wall) {
    bool const busy = m_facts.step == Step::Reading || m_facts.step == Step::Bringing;
    if (std::holds_alternative<screens::LookForFiles>(wish))
        look(wall);
    else if (std::holds_alternative<screens::LeaveFile>(wish))
        is_bringing() ? void() : leave();
    else if (auto const* one = std::get_if<screens::ReadFile>(&wish); one && !busy)
        read(one->key, wall);
    else if (auto const* columns = std::get_if<screens::ChooseColumns>(&wish); columns && !busy)
        make_plan(columns->columns, wall, false);
    else if (std::holds_alternative<screens::BringIn>(wish))
        bring(wall);
    else if (std::holds_alternative<screens::TakeBack>(wish))
        take_back(wall);
}

} // namespace app
