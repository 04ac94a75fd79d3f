#include "courses.h"

#include "board/apply.h"
#include "board/decide.h"
#include "board_file.h"
#include "file.h"
#include "store/durable.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <spdlog/spdlog.h>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr char const* ending = ".rundtbord";
constexpr std::size_t longest_name = 60; ///< bytes; the file system's limit is 255

/// A letter of a name as a file may have it; Danish ones in their two-letter forms, so that every stick takes them.
void append_safe(std::string& out, std::string_view name, std::size_t& at) {
    constexpr auto danish = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "Ae"}, {"Ø", "Oe"}, {"Å", "Aa"}});
    for (auto const& letter : danish)
        if (name.substr(at).starts_with(letter.first)) {
            out += letter.second;
            at += letter.first.size();
            return;
        }
    char const c = name[at++];
    bool const plain = std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80;
    if (plain)
        out += c;
    else if (!out.empty() && out.back() != '-')
        out += '-';
}

/// Names that Windows keeps for itself.
bool is_reserved(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    bool const port = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
                      std::isdigit(static_cast<unsigned char>(name[3]));
    return name == "con" || name == "prn" || name == "aux" || name == "nul" || port;
}

int count_files(fs::path const& folder) {
    std::error_code ec;
    int count = 0;
    if (folder.empty())
        return count;
    for (auto at = fs::recursive_directory_iterator(folder, ec); !ec && at != fs::recursive_directory_iterator();
         at.increment(ec))
        count += at->is_directory(ec) && !at->is_symlink(ec) ? 0 : 1;
    return count;
}

void count_belongings(screens::CourseFacts& facts, fs::path const& file, CourseFolders const& folders) {
    facts.copies = count_files(folders.copies_of(file)) + count_files(folders.second_copies_of(file));
    facts.exports = count_files(folders.exports_of(file));
}

board::Date day_of(board::Instant at) { return std::chrono::floor<std::chrono::days>(at); }

screens::CourseFacts look_at(fs::path const& file) {
    auto const records = store::Store::look_at(file);
    if (!records) {
        spdlog::warn("{}: {}", file.string(), records.error().detail);
        screens::CourseFacts facts;
        facts.problem = store_key(records.error().fault);
        return facts;
    }
    auto facts = facts_of(board::fold(*records));
    if (!records->empty())
        facts.changed = day_of(records->back().at);
    return facts;
}

std::vector<fs::path> boards_in(fs::path const& folder) {
    std::vector<fs::path> files;
    std::error_code ec;
    for (auto at = fs::directory_iterator(folder, ec); !ec && at != fs::directory_iterator(); at.increment(ec))
        if (at->path().extension() == ending && at->is_regular_file(ec))
            files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

bool same_file(fs::path const& a, fs::path const& b) {
    std::error_code ec;
    return fs::equivalent(a, b, ec);
}

bool comes_before(screens::CourseFacts const& a, screens::CourseFacts const& b) {
    if (a.shown != b.shown)
        return a.shown;
    if (a.archived != b.archived)
        return b.archived;
    return a.changed.value_or(board::Date()) > b.changed.value_or(board::Date());
}

/// The board's own files: what a pulled plug left half written, SQLite's beside it, and last itself. While that is there
/// the course is on the list; and a log without its board would be read into the next one of that name.
std::vector<fs::path> files_of(fs::path const& file) {
    auto const name = file.filename().string();
    std::vector<fs::path> found;
    std::error_code ec;
    for (auto at = fs::directory_iterator(file.parent_path(), ec); !ec && at != fs::directory_iterator();
         at.increment(ec)) {
        auto const other = at->path().filename().string();
        bool const part = other.starts_with(name + ".") && other.find(".part") != std::string::npos;
        if (other == name || other.starts_with(name + "-") || part)
            found.push_back(at->path());
    }
    std::partition(found.begin(), found.end(), [&](fs::path const& path) { return path.filename() != name; });
    return found;
}

/// The deepest first; folders too.
std::vector<fs::path> all_in(fs::path const& folder) {
    std::vector<fs::path> found;
    std::error_code ec;
    for (auto at = fs::recursive_directory_iterator(folder, ec); !ec && at != fs::recursive_directory_iterator();
         at.increment(ec))
        found.push_back(at->path());
    if (fs::is_directory(fs::symlink_status(folder, ec)))
        found.insert(found.begin(), folder);
    std::reverse(found.begin(), found.end());
    return found;
}

/// Returns how many files are gone; folders are not counted.
int remove_all_of(std::vector<fs::path> const& paths, std::vector<std::string>& left) {
    int gone = 0;
    for (auto const& path : paths) {
        std::error_code ec;
        bool const folder = fs::is_directory(fs::symlink_status(path, ec));
        fs::remove(path, ec);
        if (ec)
            left.push_back(path.string());
        else
            gone += folder ? 0 : 1;
    }
    return gone;
}

} // namespace

CourseFolders folders_of(fs::path const& boards, Config const& config) {
    return {boards, config.export_folder.empty() ? boards / "eksport" : config.export_folder, config.second_copies};
}

std::string safe_file_name(std::string_view name) {
    std::string safe;
    for (std::size_t at = 0; at < name.size();)
        append_safe(safe, name, at);
    safe.resize(std::min(safe.size(), longest_name));
    while (!safe.empty() && safe.back() == '-')
        safe.pop_back();
    if (safe.empty())
        return "forloeb";
    return is_reserved(safe) ? safe + "-forloeb" : safe;
}

fs::path free_board_file(CourseFolders const& folders, std::string_view name) {
    auto const stem = safe_file_name(name);
    for (int no = 1;; ++no) {
        auto const file = stem + (no == 1 ? "" : "-" + std::to_string(no)) + ending;
        std::error_code ec;
        bool const taken = fs::exists(fs::symlink_status(folders.boards / file, ec)) ||
                           fs::exists(fs::symlink_status(folders.boards / (file + "-wal"), ec)) ||
                           fs::exists(fs::symlink_status(folders.archive() / file, ec)) ||
                           fs::exists(fs::symlink_status(folders.exports_of(file), ec)) ||
                           fs::exists(fs::symlink_status(folders.second_copies_of(file), ec)) ||
                           fs::exists(fs::symlink_status(folders.damaged_of(file), ec)) ||
                           fs::exists(fs::symlink_status(folders.copies_of(file), ec));
        if (!taken)
            return folders.boards / file;
    }
}

screens::CourseFacts facts_of(board::Board const& board) {
    screens::CourseFacts facts;
    facts.name = board.course.name;
    facts.ideas = static_cast<int>(board.ideas.size());
    facts.delete_on = board.course.delete_on;
    auto const& meetings = board.course.meetings;
    if (!meetings.empty()) {
        facts.first = meetings.front().date;
        facts.last = board.course.follow_up.value_or(meetings.back().date);
        facts.last = std::max(*facts.first, *facts.last);
    }
    return facts;
}

std::vector<screens::CourseFacts> look_at_courses(CourseFolders const& folders, fs::path const& shown,
                                                  board::Board const& on_the_wall) {
    std::vector<screens::CourseFacts> all;
    auto const add = [&](fs::path const& file, std::string name, bool archived) {
        bool const here = same_file(file, shown);
        auto facts = here ? facts_of(on_the_wall) : look_at(file);
        facts.file = std::move(name);
        facts.shown = here;
        facts.archived = archived;
        count_belongings(facts, file, folders);
        all.push_back(std::move(facts));
    };
    for (auto const& file : boards_in(folders.boards))
        add(file, file.filename().string(), false);
    for (auto const& file : boards_in(folders.archive()))
        add(file, (folders.archive().filename() / file.filename()).string(), true);
    std::stable_sort(all.begin(), all.end(), comes_before);
    return all;
}

tl::expected<void, std::string> rename_course(fs::path const& file, std::string const& name, IdSource ids,
                                              board::Now now) {
    auto store = store::Store::open(file);
    if (!store)
        return tl::unexpected(store_key(store.error().fault));
    auto const records = store->load();
    if (!records)
        return tl::unexpected(store_key(records.error().fault));
    auto const board = board::fold(*records);
    auto const events = board::decide(board, board::EditCourse{name, board.course.workplace, board.course.challenge},
                                      now);
    if (!events)
        return tl::unexpected(std::string("courses.not_made"));
    if (auto const stored = store->append({ids.next(now.at)}, now.at, *events); !stored)
        return tl::unexpected(store_key(stored.error().fault));
    return {};
}

tl::expected<void, std::string> move_course(fs::path const& file, fs::path const& folder) {
    { // closing takes the log into the file, so that one file holds all of it
        auto const store = store::Store::open(file);
        if (!store)
            return tl::unexpected(store_key(store.error().fault));
    }
    std::error_code ec;
    fs::create_directories(folder, ec);
    auto const to = folder / file.filename();
    if (ec || fs::exists(fs::symlink_status(to, ec)) || fs::exists(file.string() + "-wal", ec) || !move_file(file, to))
        return tl::unexpected(std::string("courses.not_moved"));
    store::sync_folder(file.parent_path());
    return {};
}

std::vector<fs::path> files_below(fs::path const& folder) {
    auto all = all_in(folder);
    std::error_code ec; // what cannot be looked at is taken for a file, and told when it cannot be removed
    std::erase_if(all, [&](fs::path const& path) { return fs::is_directory(fs::symlink_status(path, ec)); });
    return all;
}

bool is_board_file(fs::path const& path) { return path.extension() == ending; }

std::vector<fs::path> leftovers_of(fs::path const& file) {
    auto files = files_of(file);
    std::erase_if(files,
                  [&](fs::path const& path) { return path.filename().string().find(".part") == std::string::npos; });
    return files;
}

DeletedCourse delete_course(fs::path const& file, CourseFolders const& folders) {
    DeletedCourse deleted;
    deleted.copies = remove_all_of(all_in(folders.copies_of(file)), deleted.left);
    if (!folders.second.empty()) {
        std::error_code ec; // what is not mounted now keeps its copies, and that is said
        if (fs::is_directory(folders.second, ec))
            deleted.copies += remove_all_of(all_in(folders.second_copies_of(file)), deleted.left);
        else
            deleted.left.push_back(folders.second_copies_of(file).string());
    }
    deleted.exports = remove_all_of(all_in(folders.exports_of(file)), deleted.left);
    auto own = all_in(folders.damaged_of(file));
    auto const files = files_of(file);
    own.insert(own.end(), files.begin(), files.end());
    deleted.files = remove_all_of(own, deleted.left) + deleted.copies + deleted.exports;
    for (auto const& folder : {file.parent_path(), folders.boards, folders.exports})
        store::sync_folder(folder);
    return deleted;
}

tl::expected<void, std::string> take_back_course(fs::path const& file, store::Contents const& made,
                                                 CourseFolders const& folders) {
    { // opened, so that whoever has it open keeps it
        auto const store = store::Store::open(file);
        if (!store)
            return tl::unexpected(std::string(store.error().fault == store::Fault::NotFound ? "import.course_moved"
                                                                                            : "import.course_changed"));
        auto const contents = store->contents();
        auto const drafts = store->drafts();
        if (!contents || *contents != made || !drafts || !drafts->empty())
            return tl::unexpected(std::string("import.course_changed"));
    }
    auto here = folders;
    std::error_code ec; // it was on no wall yet, so a place that is not mounted has no copy of it
    if (!fs::is_directory(here.second, ec))
        here.second.clear();
    auto const deleted = delete_course(file, here);
    for (auto const& left : deleted.left)
        spdlog::error("{} could not be taken away", left);
    return deleted.left.empty() ? tl::expected<void, std::string>() : tl::unexpected(std::string("import.course_left"));
}

} // namespace app
