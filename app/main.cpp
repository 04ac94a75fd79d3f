// The command line: what is asked for, read and handed on. Each part has its own help.
#include "backup_command.h"
#include "commands.h"
#include "erase_command.h"
#include "photos/decoder_child.h"
#include "pin_command.h"
#include "platform/clock.h"
#include "play.h"
#include "wall.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace {

namespace fs = std::filesystem;

/// Words, keyboards and demo data: beside an installed program, or in the source tree of one just built.
fs::path find_assets() {
    auto const program = fs::read_symlink("/proc/self/exe").parent_path();
    for (auto const* way : {"../share/rundt-bordet", "../../assets"})
        if (fs::exists(program / way / "strings" / "da.toml"))
            return (program / way).lexically_normal();
    return program / "../share/rundt-bordet";
}

fs::path data_folder() {
    if (auto const* xdg = std::getenv("XDG_DATA_HOME"); xdg && *xdg)
        return fs::path(xdg) / "rundt-bordet";
    auto const* home = std::getenv("HOME");
    return fs::path(home ? home : "/var/lib") / ".local/share/rundt-bordet";
}

/// What every part of the command line shares.
struct Common {
    std::string config_file, language, size, now;
    fs::path fonts = "/usr/share/fonts/opentype/inter";
    app::Config config;

    void add_to(CLI::App& cli) {
        cli.add_option("--lang", language, "da or en")->check(CLI::IsMember({"da", "en"}));
        cli.add_option("--config", config_file, "settings file (TOML)")->type_name("FILE");
    }
    void read() {
        if (!config_file.empty())
            return read(config_file);
        say_language();
    }
    void read(fs::path const& file) {
        config = app::read_config(file);
        for (auto const& remark : config.remarks)
            spdlog::warn("{}", remark);
        say_language();
    }
    void say_language() {
        if (!language.empty())
            config.language = language == "en" ? text::Language::English : text::Language::Danish;
    }
};

std::string is_size(std::string const& text) { return app::parse_size(text) ? "" : "a size is written like 1920x1080"; }
std::string is_moment(std::string const& text) {
    return app::parse_moment(text) ? "" : "a moment is written like 2026-11-23T09:42";
}

/// A clock that starts at 9.42 on the demo data's day, for scripts that say no other.
app::Moment script_moment() { return *app::parse_moment("2026-11-23T09:42"); }

/// The parts of the command line and what was said to each.
class CommandLine {
  public:
    CommandLine() {
        m_cli.require_subcommand(0, 1);
        m_cli.set_version_flag("--version", "rundt-bordet 0.1.0");
        add_wall();
        add_new();
        add_check();
        add_export();
        add_import();
        add_backup();
        add_restore();
        add_play();
        add_pin();
        add_erase_person();
    }
    /// The exit status, when the arguments alone decide it: help was asked for, or something is wrong.
    std::optional<int> parse(int argc, char** argv);
    int run();

  private:
    CLI::App& part(char const* name, char const* purpose) {
        auto* const one = m_cli.add_subcommand(name, purpose);
        m_common.add_to(*one);
        return *one;
    }
    void add_wall();
    void add_new();
    void add_check();
    void add_export();
    void add_import();
    void add_backup();
    void add_restore();
    void add_play();
    void add_pin();
    void add_erase_person();
    bool asked(char const* name) { return m_cli.got_subcommand(name); }
    int run_quietly();
    fs::path wall_folder();
    int show();

    CLI::App m_cli{"Rundt bordet: a wall for teams that try things out.\n"
                   "Without a part below, it shows the board on the wall."};
    Common m_common;
    fs::path m_assets = find_assets();
    app::WallOptions m_wall;
    app::NewBoard m_new;
    app::Export m_export;
    app::PlayOptions m_play;
    app::IdeasImport m_import;
    app::ErasePersonWish m_erase;
    fs::path m_checked, m_pin_folder, m_backed_up, m_copy, m_restored;
    std::string m_play_size = "1920x1080";
};

void CommandLine::add_wall() {
    m_common.add_to(m_cli);
    m_cli.add_option("FILE", m_wall.file, "the board (.rundtbord); made when it is not there");
    m_cli.add_option("--windowed", m_common.size, "in a window of this size, e.g. 1920x1080")
        ->check(is_size)
        ->type_name("WxH");
    m_cli.add_option("--ui-map", m_wall.ui_map, "writes what is on the screen, as JSON, whenever it changes")
        ->type_name("FILE");
    m_cli.add_option("--now", m_common.now, "a clock that stands still, e.g. 2026-11-23T09:42")
        ->check(is_moment)
        ->type_name("TIME");
    m_cli.add_option("--frame-log", m_wall.frame_log, "writes what each frame cost, a line of JSON each")
        ->type_name("FILE");
}

void CommandLine::add_new() {
    auto& cli = part("new", "makes a board file");
    cli.add_option("FILE", m_new.file, "the new board; refused when it is there")->required();
    cli.add_option("--demo", m_new.demo, "fictional data: jobcenter, homecare, roads or library")
        ->check(CLI::IsMember({"jobcenter", "homecare", "roads", "library"}));
    cli.add_option("--ideas", m_new.made_up_ideas, "so many made-up ideas beside")
        ->check(CLI::Range(0, 10'000))
        ->type_name("N");
    cli.add_option("--events", m_new.events, "as long a history, of one idea that changes its colour")
        ->check(CLI::Range(0, 1'000'000))
        ->type_name("N");
}

void CommandLine::add_check() {
    auto& cli = part("check", "checks a board file and its rules; exit 0 when all is well, else 1");
    cli.add_option("FILE", m_checked, "the board")->required();
}

void CommandLine::add_export() {
    auto& cli = part("export", "takes the board home: minutes, board and story as PDF, or xlsx, csv, json, png, ics");
    cli.add_option("FILE", m_export.file, "the board")->required();
    cli.add_option("--as", m_export.format, "minutes, board, story, xlsx, csv, json, png or ics")
        ->required()
        ->check(CLI::IsMember({"minutes", "board", "story", "xlsx", "csv", "json", "png", "ics"}));
    cli.add_option("-o,--output", m_export.into, "the file, or a folder; csv into a folder: one file for each table")
        ->required();
    cli.add_option("--meeting", m_export.meeting, "minutes: of that meeting; else of the last that has been")
        ->check(CLI::Range(1, 99))
        ->type_name("N");
    cli.add_option("--idea", m_export.idea, "story: of the idea with that number; else of what has come furthest")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    cli.add_option("--paper", m_export.paper, "board: a4 or a3; else what fits")->check(CLI::IsMember({"a4", "a3"}));
}

void CommandLine::add_import() {
    auto& cli = part("import", "a board from its JSON; or ideas from a CSV file or a Trello board's JSON");
    cli.add_option("FILE", m_import.file, "what export --as json wrote, or where the ideas are")->required();
    cli.add_option("-o,--output", m_import.into, "the board: a new one, or, for ideas, one that is there")->required();
    cli.add_flag("--dry-run", m_import.only_preview, "ideas: says what would come and what would not");
}

void CommandLine::add_backup() {
    auto& cli = part("backup", "copies a board that is open nowhere, and reads the copy through");
    cli.add_option("FILE", m_backed_up, "the board; its copies lie beside it, in sikkerhedskopier")->required();
}

void CommandLine::add_restore() {
    auto& cli = part("restore", "a board of a copy, or of any board file, which is read as a stranger's");
    cli.add_option("COPY", m_copy, "what is read; it stays as it is")->required();
    cli.add_option("-o,--output", m_restored, "the new board; refused when it is there")->required();
}

void CommandLine::add_play() {
    auto& cli = part("play", "runs a script on the real app, without a display");
    cli.add_option("SCRIPT", m_play.script, "the script")->required();
    cli.add_option("FILE", m_play.file, "the board; without it a fresh one, thrown away afterwards");
    cli.add_option("--size", m_play_size, "of the wall, e.g. 3840x2160")->check(is_size)->type_name("WxH");
    cli.add_option("--shots", m_play.shots, "folder for the pictures")->type_name("DIR");
    cli.add_flag("--keep-picture", m_play.stage.keep_picture,
                 "draw every frame as a wall does, only where it changed; at each shot it must be the whole frame");
    cli.footer(app::play_help());
}

void CommandLine::add_pin() {
    auto& cli = part("pin", "the facilitator's PIN, at the machine");
    cli.require_subcommand(1);
    cli.fallthrough();
    auto* const reset = cli.add_subcommand("reset", "takes the PIN away; the next at the wall chooses one");
    auto* const code = cli.add_subcommand("code", "makes a new recovery code; the PIN stays as it is");
    for (auto* const one : {reset, code}) {
        one->fallthrough();
        one->add_option("FOLDER", m_pin_folder, "where the wall's boards lie; else as its settings say");
    }
}

void CommandLine::add_erase_person() {
    auto& cli = part("erase-person", "erases a person's name from a board, its backups and its exports");
    cli.add_option("FILE", m_erase.file, "the board; open nowhere")->required();
    cli.add_option("--name", m_erase.name, "as it stands on the board")->required();
    cli.add_option("--exports", m_erase.exports, "where files that are taken home go; else `eksport` beside the board")
        ->type_name("DIR");
    cli.add_flag("--yes", m_erase.yes, "erases; without it only what is found is said");
}

/// Where the wall on this machine keeps its boards: root has no data folder of its own for them.
fs::path CommandLine::wall_folder() {
    constexpr char const* kiosk = "/etc/rundt-bordet/rundt-bordet.toml";
    if (m_common.config_file.empty() && fs::exists(kiosk))
        m_common.read(kiosk);
    auto const& board = m_common.config.board_file;
    return board.empty() ? data_folder() : board.parent_path();
}

std::optional<int> CommandLine::parse(int argc, char** argv) {
    try { // CLI11 tells what is wrong, and that help was asked for, by throwing
        m_cli.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        bool const helped = m_cli.exit(error, std::cout, std::cerr) == 0;
        if (!helped)
            std::cerr << "\n" << m_cli.help();
        return helped ? 0 : 2;
    }
    m_common.read();
    return {};
}

/// The parts that need neither window nor fonts.
int CommandLine::run_quietly() {
    auto const words = text::Words::load(m_assets / "strings", m_common.config.language);
    if (!words)
        return std::cerr << words.error() << '\n', 1;
    app::Surroundings const in{*words, m_assets, platform::wall_time().now, std::cout, std::cerr};
    if (asked("pin")) {
        auto const folder = m_pin_folder.empty() ? wall_folder() : m_pin_folder;
        bool const code = m_cli.get_subcommand("pin")->got_subcommand("code");
        return code ? app::run_pin_code(folder, in) : app::run_pin_reset(folder, in);
    }
    if (asked("backup")) {
        auto const time = platform::wall_time();
        return app::run_backup({m_backed_up, m_common.config.second_copies, {time.now, time.hour, time.minute}}, in);
    }
    if (asked("restore"))
        return app::run_restore(m_copy, m_restored, in);
    if (asked("erase-person")) {
        if (m_erase.exports.empty())
            m_erase.exports = m_common.config.export_folder;
        m_erase.second = m_common.config.second_copies;
        return app::run_erase_person(m_erase, in);
    }
    return asked("new")                        ? app::run_new(m_new, in)
           : asked("check")                    ? app::run_check(m_checked, in)
           : asked("export")                   ? app::run_export(m_export, in)
           : app::is_our_export(m_import.file) ? app::run_import(m_import.file, m_import.into, in)
                                               : app::run_import_ideas(m_import, in);
}

int CommandLine::show() {
    m_wall.assets = m_assets;
    m_wall.fonts = m_common.fonts;
    m_wall.settings_file = m_common.config_file;
    if (m_wall.settings_file.empty()) { // what was changed at this wall before
        m_wall.settings_file = (m_wall.file.empty() ? data_folder() : fs::absolute(m_wall.file).parent_path()) /
                               "wall.toml";
        if (std::error_code ec; fs::exists(m_wall.settings_file, ec))
            m_common.read(m_wall.settings_file);
    }
    m_wall.config = m_common.config;
    if (m_wall.file.empty())
        m_wall.file = m_wall.config.board_file.empty() ? data_folder() / "tavle.rundtbord" : m_wall.config.board_file;
    m_wall.file = fs::absolute(m_wall.file);
    m_wall.windowed = app::parse_size(m_common.size);
    m_wall.now = app::parse_moment(m_common.now);
    return app::show_wall(m_wall);
}

int CommandLine::run() {
    if (asked("play")) {
        m_play.stage = {m_assets, m_common.fonts, {}, m_common.config, script_moment(), *app::parse_size(m_play_size)};
        return app::run_play(std::move(m_play), std::cout, std::cerr);
    }
    bool const quietly = asked("new") || asked("check") || asked("export") || asked("import") || asked("pin") ||
                         asked("backup") || asked("restore") || asked("erase-person");
    return quietly ? run_quietly() : show();
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == photos::decoder_word) // what a picture may take over has begun nothing
        return photos::run_decoder_child(argc, argv);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("rundt-bordet")); // stdout is for what was asked for
    CommandLine line;
    if (auto const code = line.parse(argc, argv))
        return *code;
    return line.run();
}
