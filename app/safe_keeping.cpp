#include "safe_keeping.h"

#include "board_file.h"
#include "copy_preview.h"
#include "file.h"
#include "foreign_boards.h"
#include "text/format.h"

#include <algorithm>
#include <cmath>
#include <spdlog/spdlog.h>

namespace app {

namespace {

namespace fs = std::filesystem;
using screens::CopyPlace;
using screens::CopyReason;
using Where = CopyPlace::Where;

constexpr double look_again_s = 2;
constexpr double told_for_s = 5; // then whoever opens the page anew is told it no more

/// Where a board is built that will be shown.
fs::path restored_part(fs::path const& shown) { return shown.string() + ".gendannet.part"; }
fs::path new_course_part(CourseFolders const& folders) { return folders.boards / "ny.rundtbord.part"; }

std::string said_size(text::Words const& words, std::int64_t bytes) {
    double const mega = static_cast<double>(bytes) / 1e6;
    return text::amount(words.language(), mega < 10 ? std::max(mega, 0.1) : std::round(mega), "MB");
}

std::string said_stamp(text::Words const& words, screens::Stamp const& at) {
    return words.say("copies.stamp", {{"date", text::date(words.language(), at.day, text::DateStyle::ShortDay)},
                                      {"time", text::clock(words.language(), at.hour, at.minute)}});
}

using Brought = tl::expected<store::Found, std::string>; ///< or the key of the sentence why not

/// The records of what the page means. What does not lie beside the boards is brought home first.
struct Source {
    CopyPlace place;
    CourseFolders folders;
    fs::path shown, sticks;

    tl::expected<fs::path, std::string> file() const {
        auto const path = path_of(place, folders, shown);
        if (place.where == Where::Here)
            return path ? tl::expected<fs::path, std::string>(*path) : tl::unexpected(std::string("copies.gone"));
        auto const part = folders.brought();
        auto const brought = place.where == Where::Stick ? bring_from_stick(sticks, place.key, part)
                             : path                      ? bring(*path, part)
                                                         : tl::unexpected(std::string("copies.gone"));
        if (!brought)
            return tl::unexpected(brought.error());
        return part;
    }
    Brought read() const {
        return file().and_then([&](fs::path const& path) -> Brought {
            if (place.where != Where::Here)
                return read_foreign(path);
            auto found = store::read_still(path);
            if (!found)
                return tl::unexpected(store_key(found.error().fault));
            return std::move(*found);
        });
    }
};

void remove_part(fs::path const& part) {
    remove_board(part);
    std::error_code ignored; // overwritten by the next
    fs::remove(part.string() + "-journal", ignored);
}

/// A board of the rows of `from`, whole, beside its later place.
tl::expected<void, std::string> build(fs::path const& from, fs::path const& part) {
    remove_part(part);
    auto const built = store::rebuild(from, part);
    if (built)
        return {};
    spdlog::error("{}: {}", from.string(), built.error().detail);
    return tl::unexpected(store_key(built.error().fault));
}

} // namespace

SafeKeeping::SafeKeeping(fs::path sticks, std::function<void()> wake)
    : m_sticks(std::move(sticks)), m_errands(std::move(wake)) {}

void SafeKeeping::say(std::string sentence, bool failed) {
    m_facts.told = std::move(sentence);
    m_facts.failed = failed;
    m_facts.answers += 1;
    m_told_s = m_now_s;
}

/// Something asked for: the page shows that it is on its way.
void SafeKeeping::work(Errands::Errand errand) {
    m_working += 1;
    m_facts.told.clear();
    m_errands.run([this, errand = std::move(errand)] {
        auto report = errand();
        return [this, report = std::move(report)] {
            m_working -= 1;
            if (report)
                report();
        };
    });
}

bool SafeKeeping::is_secret(Wall const& wall) const {
    return board::open_round(wall.table.board()) || board::open_pulse(wall.table.board());
}

CopyOrder SafeKeeping::order(Wall const& wall, CopyReason reason) const {
    return {.folders = wall.folders,
            .board_file = wall.shown,
            .now = {wall.moment.now.today, wall.moment.hour, wall.moment.minute},
            .reason = reason};
}

void SafeKeeping::pass(Wall const& wall) {
    m_now_s = wall.now_s;
    m_errands.report();
    bool const meeting = board::open_meeting(wall.table.board()) != nullptr;
    m_clock.see({wall.table.version(), meeting, is_secret(wall)}, wall.now_s);
    if (!std::exchange(m_drilled, true))
        drill(wall);
    if (auto const reason = m_clock.due(wall.now_s); reason && idle())
        take(wall, *reason);
}

/// At each start the newest copy is read again: what the page calls proved is.
void SafeKeeping::drill(Wall const& wall) {
    m_errands.run([this, folder = wall.folders.copies_of(wall.shown), words = &wall.words]() -> Errands::Report {
        auto const copies = copies_in(folder);
        if (copies.empty() || is_what_its_name_says(copies.front()))
            return {};
        return [this, words, file = copies.front().file] {
            spdlog::error("{} is damaged", file.string());
            m_facts.trouble = words->get("copies.newest_damaged");
        };
    });
}

void SafeKeeping::take(Wall const& wall, CopyReason reason) {
    m_clock.begun();
    bool const asked = reason == CopyReason::Asked;
    auto errand = [this, copier = wall.table.copier(), order = order(wall, reason), words = &wall.words,
                   known = m_known, listed = m_listed, asked]() -> Errands::Report {
        auto result = take_copy(copier, order);
        auto list = listed ? look_at_copies(order.folders, order.board_file, *known)
                           : std::vector<screens::CopyFacts>();
        return [this, result = std::move(result), list = std::move(list), words, listed, asked] {
            if (listed)
                m_facts.list = list;
            taken(result, *words, asked);
        };
    };
    if (asked)
        work(std::move(errand));
    else
        m_errands.run(std::move(errand));
}

void SafeKeeping::taken(tl::expected<TakenCopy, CopyTrouble> const& result, text::Words const& words, bool asked) {
    m_clock.done(result.has_value(), m_now_s);
    if (!result) {
        spdlog::error("no copy: {}", result.error().detail);
        m_facts.trouble = sentence_of(words, result.error());
        if (asked)
            say(m_facts.trouble, true);
        return;
    }
    m_facts.trouble.clear();
    m_facts.second_trouble = result->second ? sentence_of(words, *result->second) : std::string();
    if (result->second)
        spdlog::warn("no copy in the second place: {}", result->second->detail);
    if (asked)
        say(words.get("copies.taken"), false);
}

void SafeKeeping::not_copied(CopyTrouble const& trouble, text::Words const& words) {
    m_facts.trouble = words.get("copies.updated_without") + " " + sentence_of(words, trouble);
}

void SafeKeeping::look(Wall const& wall) {
    m_listed = true;
    m_errands.run([this, folders = wall.folders, shown = wall.shown, known = m_known]() -> Errands::Report {
        auto list = look_at_copies(folders, shown, *known);
        return [this, list = std::move(list)] {
            m_facts.list = list;
            m_facts.looked = true;
        };
    });
}

void SafeKeeping::look_for_boards(Wall const& wall) {
    if (wall.now_s < m_looked_for_boards_s + look_again_s)
        return;
    m_looked_for_boards_s = wall.now_s;
    m_errands.run([this, sticks = m_sticks]() -> Errands::Report {
        auto found = boards_on_sticks(sticks);
        return [this, found = std::move(found)] {
            m_facts.on_sticks = found.list;
            m_facts.stick = found.stick;
        };
    });
}

screens::CopyFacts const* SafeKeeping::find(CopyPlace const& place) const {
    for (auto const* list : {&m_facts.list, &m_facts.on_sticks})
        for (auto const& one : *list)
            if (one.place == place)
                return &one;
    return nullptr;
}

void SafeKeeping::preview(CopyPlace const& place, Wall const& wall) {
    auto const* listed = find(place);
    if (!listed)
        return say(wall.words.get("copies.gone"), true);
    m_facts.preview.reset();
    work([this, source = Source{place, wall.folders, wall.shown, m_sticks}, copy = *listed,
          history = wall.table.history(), today = wall.moment.now.today, words = &wall.words]() -> Errands::Report {
        auto found = source.read();
        return [this, found = std::move(found), copy, history, today, words] {
            if (!found)
                return say(words->say(found.error(), {{"most", said_size(*words, most_foreign_bytes)}}), true);
            m_brought = copy.place.where == Where::Here ? std::nullopt : std::optional(copy.place);
            m_facts.preview = preview_of(copy, found->records, history, today, *words);
            m_facts.answers += 1;
        };
    });
}

/// The board as it is lies among the copies before anything takes its place.
void SafeKeeping::restore(CopyPlace const& place, Wall const& wall) {
    auto const* listed = find(place);
    if (!listed)
        return say(wall.words.get("copies.gone"), true);
    m_clock.begun();
    auto const told = wall.words.say("copies.restored", {{"when", said_stamp(wall.words, *listed->taken)}});
    work([this, source = Source{place, wall.folders, wall.shown, m_sticks}, copier = wall.table.copier(),
          order = order(wall, CopyReason::Restore), words = &wall.words, told]() -> Errands::Report {
        auto const part = restored_part(order.board_file);
        auto const from = source.file();
        auto const sound = from ? source.place.where == Where::Here ? Brought() : read_foreign(*from)
                                : Brought(tl::unexpected(from.error()));
        auto const built = sound ? build(*from, part) : tl::unexpected(sound.error());
        if (source.place.where != Where::Here)
            remove_part(order.folders.brought());
        if (!built)
            return [this, words, key = built.error()] {
                m_clock.done(false, m_now_s);
                say(words->get(key), true);
            };
        auto result = take_copy(copier, order);
        return [this, result = std::move(result), part, words, told] {
            taken(result, *words, false);
            if (!result) {
                remove_part(part);
                return say(m_facts.trouble, true);
            }
            m_swap = Swap{part, result->contents};
            m_swap_told = told;
        };
    });
}

std::optional<SafeKeeping::Swap> SafeKeeping::take_swap() {
    m_swapping = m_swap.has_value();
    return std::exchange(m_swap, std::nullopt);
}

void SafeKeeping::swapped(bool done, Wall const& wall) {
    m_swapping = false;
    m_facts.preview.reset();
    if (done)
        m_clock.forget(CopyClock::Copied::Yes);
    else
        remove_part(restored_part(wall.shown));
    say(done ? m_swap_told : wall.words.get("copies.not_restored"), !done);
    look(wall);
}

/// What was looked into is what is built: the stick may be out by now.
void SafeKeeping::restore_from_stick(Wall const& wall) {
    work([this, folders = wall.folders, words = &wall.words]() -> Errands::Report {
        auto const from = folders.brought(), part = new_course_part(folders);
        auto const found = read_foreign(from);
        auto const built = found ? build(from, part) : tl::unexpected(found.error());
        auto fail = [this, words](std::string key) {
            return [this, words, key = std::move(key)] { say(words->get(key), true); };
        };
        if (!built)
            return fail(built.error());
        auto const name = board::fold(found->records).course.name;
        auto const file = free_board_file(folders, name);
        if (auto const moved = move_file(part, file); !moved) {
            spdlog::error("{}", moved.error().detail);
            return fail(std::string(moved.error().key));
        }
        remove_part(from);
        return [this, file, words, name] {
            m_brought.reset();
            m_facts.preview.reset();
            auto const told = words->say("copies.brought", {{"name", name}});
            m_new_course = NewCourse{file, told};
            say(told, false);
        };
    });
}

bool SafeKeeping::wish(screens::WallWish const& wish, Wall const& wall) {
    auto const may = [&] {
        bool const secret = is_secret(wall), busy = !idle() && m_working > 0;
        if (secret)
            say(wall.words.get(board::open_round(wall.table.board()) ? "courses.round_open" : "courses.pulse_open"),
                true);
        return !secret && !busy;
    };
    if (std::holds_alternative<screens::LookAtCopies>(wish)) {
        if (wall.now_s > m_told_s + told_for_s)
            m_facts.told.clear();
        m_facts.preview.reset();
        look(wall);
    } else if (std::holds_alternative<screens::LookForBoards>(wish)) {
        look_for_boards(wall);
    } else if (std::holds_alternative<screens::TakeCopy>(wish)) {
        if (may())
            take(wall, CopyReason::Asked);
    } else if (auto const* shown = std::get_if<screens::PreviewCopy>(&wish)) {
        if (m_working == 0)
            preview(shown->place, wall);
    } else if (std::holds_alternative<screens::LeavePreview>(wish)) {
        m_facts.preview.reset();
        if (std::exchange(m_brought, std::nullopt))
            m_errands.run([part = wall.folders.brought()]() -> Errands::Report {
                remove_part(part);
                return {};
            });
    } else if (auto const* restored = std::get_if<screens::RestoreCopy>(&wish)) {
        if (!may())
            return true;
        if (restored->place.where == Where::Stick && m_brought == restored->place)
            restore_from_stick(wall);
        else if (restored->place.where == Where::Stick)
            say(wall.words.get("copies.gone"), true);
        else
            restore(restored->place, wall);
    } else {
        return false;
    }
    return true;
}

screens::CopiesFacts SafeKeeping::facts(Wall const& wall) const {
    auto facts = m_facts;
    facts.working = m_working > 0 || m_swap || m_swapping;
    facts.on_hold = is_secret(wall);
    facts.second = wall.folders.second.string();
    for (auto const& copy : facts.list)
        if (copy.known && copy.taken && !facts.last)
            facts.last = copy.taken;
    if (facts.last) {
        auto const days = (wall.moment.now.today - facts.last->day).count();
        auto const minutes = std::int64_t{days} * 24 * 60 + (wall.moment.hour - facts.last->hour) * 60 +
                             (wall.moment.minute - facts.last->minute);
        if (minutes >= 0 && minutes < 10'000'000)
            facts.age_minutes = static_cast<int>(minutes);
    }
    if (!facts.list.empty() && facts.list.front().reason == CopyReason::Restore && facts.list.front().known)
        facts.way_back = facts.list.front().place;
    return facts;
}

void SafeKeeping::forget_course() {
    m_clock.forget(CopyClock::Copied::No);
    auto const answers = m_facts.answers;
    auto const told = m_facts.told;
    m_facts = {};
    m_facts.answers = answers;
    m_facts.told = told;
    m_listed = m_drilled = false;
}

} // namespace app
