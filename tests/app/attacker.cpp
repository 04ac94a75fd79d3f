#include "attacker.h"

#include "file.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <numeric>
#include <sqlite3.h>
#include <unistd.h>

namespace attacker {

namespace {

struct Mark {
    std::size_t at = 0;
    int candidate = 0;
};

/// Where candidates are named in those bytes, in order.
std::vector<Mark> marks_in(std::string const& bytes, Watched const& watched) {
    std::vector<Mark> found;
    for (std::size_t candidate = 0; candidate < watched.marks.size(); ++candidate)
        for (auto const& mark : watched.marks[candidate])
            for (auto at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + 1))
                found.push_back({at, static_cast<int>(candidate)});
    std::sort(found.begin(), found.end(), [](Mark const& a, Mark const& b) { return a.at < b.at; });
    return found;
}

std::string content(Files const& files, std::string const& name) {
    auto const file = files.find(name);
    return file == files.end() ? std::string() : file->second;
}

int winner(Watched const& watched) {
    return static_cast<int>(std::max_element(watched.sums.begin(), watched.sums.end()) - watched.sums.begin());
}

Guess nothing_found(Watched const& watched) { return Guess(watched.moments.size(), winner(watched)); }

bool gives_result(std::vector<int> const& order, Watched const& watched) {
    std::vector<int> sums(watched.sums.size());
    for (int const candidate : order)
        ++sums[static_cast<std::size_t>(candidate)];
    return sums == watched.sums;
}

/// The last run of names, as many as there were voters, that adds up to the result.
Guess by_order(std::vector<int> const& names, Watched const& watched) {
    std::size_t const voters = watched.moments.size();
    for (std::size_t end = names.size(); end >= voters; --end) {
        auto const to = names.begin() + static_cast<std::ptrdiff_t>(end);
        Guess const run(to - static_cast<std::ptrdiff_t>(voters), to);
        if (gives_result(run, watched))
            return run;
    }
    return nothing_found(watched);
}

Guess by_order_in(std::string const& bytes, Watched const& watched) {
    std::vector<int> names;
    for (auto const& mark : marks_in(bytes, watched))
        names.push_back(mark.candidate);
    return by_order(names, watched);
}

/// The candidate named nearest before what changed from `was` to `is`, or right in it.
std::optional<int> changed_candidate(std::string const& was, std::string const& is, Watched const& watched) {
    if (was == is)
        return {};
    auto const same = static_cast<std::size_t>(std::mismatch(was.begin(), was.end(), is.begin(), is.end()).second -
                                               is.begin());
    auto const end = static_cast<std::size_t>(
        std::mismatch(was.rbegin(), was.rend(), is.rbegin(), is.rend()).second.base() - is.begin());
    std::optional<int> nearest;
    for (auto const& mark : marks_in(is, watched)) {
        if (mark.at > std::max(same, end))
            break;
        nearest = mark.candidate;
    }
    return nearest;
}

/// What changed in the file while each voter stood at the wall.
Guess by_change_of(std::string const& name, Watched const& watched) {
    Guess guess = nothing_found(watched);
    for (std::size_t voter = 0; voter < watched.moments.size(); ++voter) {
        auto const& moments = watched.moments[voter];
        for (std::size_t i = 1; i < moments.size(); ++i)
            if (auto const changed = changed_candidate(content(moments[i - 1], name), content(moments[i], name),
                                                       watched))
                guess[voter] = *changed;
    }
    return guess;
}

std::uint32_t big_endian(std::string const& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

/// The ends of the commits in a write-ahead log: the log cut there is the database as it was then.
std::vector<std::size_t> commits_in(std::string const& log) {
    constexpr std::size_t header = 32, frame_header = 24;
    std::vector<std::size_t> ends;
    if (log.size() < header)
        return ends;
    std::size_t const frame = frame_header + big_endian(log, 8);
    for (std::size_t at = header; at + frame <= log.size(); at += frame) {
        bool const of_this_log = log.compare(at + 8, 8, log, 16, 8) == 0;
        if (of_this_log && big_endian(log, at + 4) != 0)
            ends.push_back(at + frame);
    }
    return ends;
}

int add_row(void* rows, int columns, char** values, char**) {
    auto& all = *static_cast<std::vector<std::string>*>(rows);
    all.emplace_back();
    for (int i = 0; i < columns; ++i)
        all.back() += std::string(values[i] ? values[i] : "") + "|";
    return 0;
}

std::vector<std::string> query(sqlite3* db, std::string const& sql) {
    std::vector<std::string> rows;
    sqlite3_exec(db, sql.c_str(), add_row, &rows, nullptr);
    return rows;
}

void write(std::filesystem::path const& file, std::string const& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// Every row of every table.
std::vector<std::string> rows_of(std::string const& database, std::string const& log) {
    auto const folder = std::filesystem::temp_directory_path() / ("rundt-attacker-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    auto const file = folder / "copy";
    write(file, database);
    write(file.string() + "-wal", log);
    sqlite3* db = nullptr;
    std::vector<std::string> rows;
    if (sqlite3_open(file.c_str(), &db) == SQLITE_OK)
        for (auto table : query(db, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            table.pop_back();
            auto const more = query(db, "SELECT * FROM \"" + table + "\"");
            rows.insert(rows.end(), more.begin(), more.end());
        }
    sqlite3_close(db);
    std::filesystem::remove_all(folder);
    return rows;
}

/// Plays a database's log from commit to commit, and notes whose row was changed or added in each.
Guess by_history_of(std::string const& name, Files const& files, Watched const& watched) {
    auto const database = content(files, name), log = content(files, name + "-wal");
    std::vector<int> names;
    std::optional<std::vector<std::string>> was;
    auto commits = commits_in(log);
    std::size_t const most = 2 * watched.moments.size() + 8; // the round is at the end of it
    if (commits.size() > most)
        commits.erase(commits.begin(), commits.end() - static_cast<std::ptrdiff_t>(most));
    for (auto const end : commits) {
        auto const is = rows_of(database, log.substr(0, end));
        for (auto const& row : is)
            if (was && std::find(was->begin(), was->end(), row) == was->end())
                if (auto const marks = marks_in(row, watched); !marks.empty())
                    names.push_back(marks.front().candidate);
        was = is;
    }
    return by_order(names, watched);
}

} // namespace

Files read_all(std::filesystem::path const& folder) {
    Files files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        files[std::filesystem::relative(entry.path(), folder).string()] = app::read_file(entry.path()).value();
    }
    return files;
}

std::vector<Way> ways_against(std::vector<std::string> const& file_names) {
    std::vector<Way> ways;
    for (auto const& name : file_names) {
        ways.push_back({"changes of " + name, [name](Watched const& seen) { return by_change_of(name, seen); }});
        ways.push_back({"order in " + name + ", before it closes",
                        [name](Watched const& seen) { return by_order_in(content(seen.before_closing, name), seen); }});
        ways.push_back({"order in " + name + ", afterwards",
                        [name](Watched const& seen) { return by_order_in(content(seen.after, name), seen); }});
        bool const is_log = name.ends_with("-wal");
        if (!is_log)
            continue;
        auto const base = name.substr(0, name.size() - std::strlen("-wal"));
        ways.push_back({"history of " + base + ", before it closes",
                        [base](Watched const& seen) { return by_history_of(base, seen.before_closing, seen); }});
        ways.push_back({"history of " + base + ", afterwards",
                        [base](Watched const& seen) { return by_history_of(base, seen.after, seen); }});
    }
    return ways;
}

} // namespace attacker
