#include "exporters/exports.h"

#include "exporters/board_json.h"
#include "exporters/board_page.h"
#include "exporters/csv.h"
#include "exporters/file_name.h"
#include "exporters/ics.h"
#include "exporters/minutes.h"
#include "exporters/story.h"
#include "exporters/tables.h"
#include "exporters/xlsx.h"

#include <array>

namespace exporters {
namespace {

using text::Words;
using Files = tl::expected<std::vector<File>, Refused>;

constexpr std::array<std::string_view, format_count> names_of_formats = {"minutes", "board", "story", "xlsx",
                                                                         "csv",     "json",  "png",   "ics"};

/// »ro-til-sagsarbejdet_2026-11-23_tavlen.pdf«
std::string name_of_file(Takeaway const& takeaway, board::Now now, std::string const& what,
                         std::string_view extension) {
    return safe_file_name(takeaway->course.name) + "_" + board::to_iso(now.today) + "_" + what + "." +
           std::string(extension);
}

std::vector<File> tables(Takeaway const& takeaway, Words const& words) {
    std::vector<File> files;
    for (Table const& table : all_tables(takeaway, words))
        files.push_back({table.file + ".csv", to_csv(table)});
    return files;
}

Files workbook(Takeaway const& takeaway, Words const& words, board::Now now, std::string name) {
    std::string const remark = takeaway->course.fictional ? words.get("export.fictional") : "";
    auto bytes = to_xlsx(all_tables(takeaway, words), {takeaway->course.name, remark, now.at});
    if (!bytes)
        return tl::unexpected(Refused{"export.not_made"});
    return std::vector<File>{{std::move(name), std::move(*bytes)}};
}

Files one(std::string name, std::string bytes) { return std::vector<File>{{std::move(name), std::move(bytes)}}; }

Files minutes(Wish const& wish, Takeaway const& takeaway, Words const& words, board::Now now) {
    int const no = wish.meeting > 0 ? wish.meeting : usual_meeting(takeaway.board(), now.today);
    if (no < 1 || no > static_cast<int>(takeaway->course.meetings.size()))
        return tl::unexpected(Refused{no < 1 ? "export.no_meetings" : "export.no_such_meeting"});
    std::string const what = words.get("export.minutes_file") + "_" + std::to_string(no);
    return one(name_of_file(takeaway, now, what, "pdf"), minutes_pdf(takeaway, no, words, now));
}

Files story(Wish const& wish, Takeaway const& takeaway, Words const& words, board::Now now) {
    int const no = wish.idea > 0 ? wish.idea : usual_story(takeaway.board());
    auto const* idea = find_idea(takeaway.board(), no);
    if (!idea)
        return tl::unexpected(Refused{no < 1 ? "export.no_stories" : "export.no_such_idea"});
    std::string const what = words.get("export.story_file") + "_" + std::to_string(no);
    return one(name_of_file(takeaway, now, what, "pdf"), story_pdf(takeaway, *idea, words, now));
}

} // namespace

std::string_view name_of(Format format) { return names_of_formats[static_cast<std::size_t>(format)]; }

std::optional<Format> format_named(std::string_view name) {
    for (std::size_t i = 0; i < names_of_formats.size(); ++i)
        if (names_of_formats[i] == name)
            return static_cast<Format>(i);
    return std::nullopt;
}

int usual_meeting(board::Board const& board, board::Date today) {
    int no = board.course.meetings.empty() ? 0 : 1;
    for (board::Meeting const& meeting : board.course.meetings)
        if (meeting.date <= today)
            no = meeting.no;
    return no;
}

int usual_story(board::Board const& board) {
    for (auto const stage : {board::Stage::Operation, board::Stage::Scaling, board::Stage::Stopped, board::Stage::Test})
        for (auto idea = board.ideas.rbegin(); idea != board.ideas.rend(); ++idea)
            if (idea->stage == stage && !idea->trials.empty())
                return idea->no;
    return 0;
}

Files make_files(Wish const& wish, Takeaway const& takeaway, Words const& words, board::Now now) {
    auto const name = [&](char const* key, std::string_view extension) {
        return name_of_file(takeaway, now, words.get(key), extension);
    };
    switch (wish.format) {
    case Format::Minutes: return minutes(wish, takeaway, words, now);
    case Format::Board: return one(name("export.board_file", "pdf"), board_pdf(takeaway, wish.paper, words, now));
    case Format::Story: return story(wish, takeaway, words, now);
    case Format::Workbook: return workbook(takeaway, words, now, name("export.workbook_file", "xlsx"));
    case Format::Tables: return tables(takeaway, words);
    case Format::Data: return one(name("export.board_file", "json"), to_json(takeaway));
    case Format::Picture: return one(name("export.board_file", "png"), board_png(takeaway, words, now));
    case Format::Calendar: return one(name("export.calendar_file", "ics"), to_ics(takeaway, words, now.at));
    }
    return tl::unexpected(Refused{"export.not_made"});
}

} // namespace exporters
