#include "play.h"

#include "commands.h"
#include "copies.h"
#include "exporters/board_json.h"
#include "play_sticks.h"
#include "text/format.h"

#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <unistd.h>

namespace app {

namespace {

using Words = std::vector<std::string>;
/// Nothing, or what went wrong.
using Outcome = std::optional<std::string>;

/// A line's words; "…" keeps blanks together, # begins a remark.
Words split(std::string const& line) {
    Words words;
    std::istringstream in(line);
    while (in >> std::ws && in.peek() != EOF) {
        std::string word;
        if (in.peek() == '#')
            break;
        if (in.peek() == '"')
            in >> std::quoted(word);
        else
            in >> word;
        words.push_back(word);
    }
    return words;
}

class Player {
  public:
    Player(PlayOptions options, std::ostream& out)
        : m_options(std::move(options)), m_out(out), m_throw_away(m_options.file.empty()) {
        m_options.stage.config.stick_folder = m_sticks.folder(); // a script never looks at real ones
    }
    ~Player();
    Player(Player const&) = delete;
    Player& operator=(Player const&) = delete;

    Outcome start();
    Outcome line(Words const& words);
    std::string on_screen() const;

  private:
    std::optional<ui::Vec2> spot(std::string const& name, Outcome& why) const;
    tl::expected<Stroke, std::string> stroke(Words const& words) const;
    tl::expected<Stroke, std::string> drawing(Words const& words) const;
    Outcome gesture(Words const& words);
    Outcome fingers_end();
    Outcome key(std::string const& prefix, std::string const& one);
    Outcome keys(std::string const& prefix, std::string const& text);
    Outcome tap(std::string const& id);
    Outcome expect(Words const& words);
    Outcome expect_json(std::string const& path, std::string const& wanted) const;
    Outcome expect_board(std::string const& name) const;
    Outcome board(Words const& words);
    void remove_board();
    Outcome restart();
    Outcome damage(bool all);
    Outcome copy_to_stick(std::string const& stick, std::string const& name);
    Outcome moment(std::string const& iso);
    Outcome size(std::string const& text);

    PlaySticks m_sticks;
    PlayOptions m_options;
    std::ostream& m_out;
    bool m_throw_away;
    bool m_keep = false; ///< the board was there before the script
    std::unique_ptr<Stage> m_stage;
    std::optional<std::vector<Stroke>> m_fingers; ///< being collected between `fingers` and `end`
};

Player::~Player() {
    m_stage.reset();
    if (m_throw_away)
        std::filesystem::remove_all(m_options.file.parent_path());
}

void Player::remove_board() {
    if (m_throw_away) { // whatever else was made there
        std::filesystem::remove_all(m_options.file.parent_path());
        std::filesystem::create_directories(m_options.file.parent_path());
        return;
    }
    for (char const* end : {"", "-wal", ".wall.toml", ".pin"})
        std::filesystem::remove(m_options.file.string() + end);
}

Outcome Player::start() {
    if (m_throw_away) {
        auto const name = "rundt-bordet-play-" + std::to_string(::getpid());
        auto const folder = std::filesystem::temp_directory_path() / name; // a wall's data folder
        std::filesystem::create_directories(folder);
        m_options.file = folder / "tavle.rundtbord";
    }
    if (!std::filesystem::exists(m_options.file))
        return board({"board", "empty"});
    m_keep = true;
    m_options.stage.file = m_options.file;
    auto stage = Stage::open(m_options.stage);
    if (!stage)
        return stage.error();
    m_stage = std::move(*stage);
    return {};
}

/// `board empty|demo NAME|ideas N`: a fresh board in the place of the one at hand.
Outcome Player::board(Words const& words) {
    if (m_keep)
        return m_options.file.string() + " was there already and is kept: a script makes boards only where none is";
    m_stage.reset();
    remove_board();
    NewBoard wish{.file = m_options.file, .demo = {}};
    if (words.size() == 3 && words[1] == "demo")
        wish.demo = words[2];
    if (words.size() == 3 && words[1] == "ideas")
        wish.made_up_ideas = std::stoi(words[2]);
    auto const language = text::Words::load(m_options.stage.assets / "strings", m_options.stage.config.language);
    if (!language)
        return language.error();
    std::ostringstream quiet, err;
    if (run_new(wish, {*language, m_options.stage.assets, m_options.stage.moment.now, quiet, err}) != 0)
        return err.str();
    m_options.stage.file = m_options.file;
    auto stage = Stage::open(m_options.stage);
    if (!stage)
        return stage.error();
    m_stage = std::move(*stage);
    return {};
}

std::string Player::on_screen() const {
    std::string all = "on the screen (" + m_stage->scene().screen_name() + "):\n";
    for (auto const& item : m_stage->scene().ui().items())
        if (!item.rect.clipped(item.clip).empty())
            all += "  " + item.id + "  \"" + item.label + "\"" + (item.enabled ? "" : "  (disabled)") + "\n";
    return all;
}

/// "X,Y"
std::optional<ui::Vec2> point(std::string const& text) {
    auto const comma = text.find(',');
    if (comma == std::string::npos || text.find_first_not_of("0123456789.,") != std::string::npos)
        return {};
    return ui::Vec2{std::stof(text.substr(0, comma)), std::stof(text.substr(comma + 1))};
}

std::optional<ui::Vec2> Player::spot(std::string const& name, Outcome& why) const {
    if (auto const pixels = point(name))
        return pixels;
    auto plain = name;
    std::optional<ui::Vec2> corner_to;
    if (auto const at = name.rfind('@'); at != std::string::npos) {
        corner_to = point(name.substr(at + 1));
        plain = name.substr(0, at);
    }
    int nth = 1;
    if (auto const hash = plain.rfind('#');
        hash != std::string::npos && hash + 1 < plain.size() && std::isdigit(plain[hash + 1])) {
        nth = std::stoi(plain.substr(hash + 1));
        plain = plain.substr(0, hash);
    }
    auto const item = m_stage->find(plain, nth);
    if (!item)
        why = "nothing called \"" + name + "\"";
    else if (!item->enabled)
        why = "\"" + name + "\" is disabled";
    else
        return corner_to ? m_stage->within(*item, *corner_to) : m_stage->middle(*item);
    return {};
}

/// draw A X,Y X,Y …: a line on that thing, du from its corner
tl::expected<Stroke, std::string> Player::drawing(Words const& words) const {
    Stroke stroke{.path = {}, .seconds = 0.12 * static_cast<double>(words.size())};
    for (std::size_t i = 2; i < words.size(); ++i) {
        Outcome why;
        auto const at = spot(words[1] + "@" + words[i], why);
        if (!at)
            return tl::unexpected(*why);
        stroke.path.push_back(*at);
    }
    return stroke;
}

/// tap A · hold A [MS] · drag A to B [MS [HOLD_MS]] · flick A up|down [PX]
tl::expected<Stroke, std::string> Player::stroke(Words const& words) const {
    Outcome why;
    if (words.size() < 2)
        return tl::unexpected(std::string("the line is not whole"));
    if (words[0] == "draw" && words.size() >= 3)
        return drawing(words);
    auto const from = spot(words[1], why);
    if (!from)
        return tl::unexpected(*why);
    auto const number = [&](std::size_t i, double otherwise) {
        return words.size() > i ? std::stod(words[i]) : otherwise;
    };
    if (words[0] == "tap")
        return Stroke{.path = {*from}, .seconds = 0.06};
    if (words[0] == "hold")
        return Stroke{.path = {*from}, .seconds = number(2, 800) / 1000};
    if (words[0] == "flick" && words.size() >= 3) {
        auto const by = static_cast<float>(number(3, 300)) * (words[2] == "up" ? -1.0F : 1.0F);
        return Stroke{.path = {*from, *from + ui::Vec2{0, by / 2}, *from + ui::Vec2{0, by}}, .seconds = 0.12};
    }
    if (words[0] == "drag" && words.size() >= 4 && words[2] == "to") {
        auto const to = spot(words[3], why);
        if (!to)
            return tl::unexpected(*why);
        return Stroke{
            .path = {*from, *to}, .seconds = number(4, 400) / 1000, .rest_s = 0.3, .hold_s = number(5, 100) / 1000};
    }
    return tl::unexpected(std::string("not understood; see rundt-bordet play --help"));
}

Outcome Player::gesture(Words const& words) {
    auto one = stroke(words);
    if (!one)
        return one.error();
    if (m_fingers)
        m_fingers->push_back(std::move(*one));
    else
        m_stage->play({std::move(*one)});
    return {};
}

Outcome Player::fingers_end() {
    if (!m_fingers)
        return "end without fingers";
    m_stage->play(*std::exchange(m_fingers, std::nullopt));
    return {};
}

Outcome Player::tap(std::string const& id) { return gesture({"tap", id}); }

/// One character: on its own page, with shift where it needs it, or by holding the letter it is an accent of.
Outcome Player::key(std::string const& prefix, std::string const& one) {
    auto const danish = text::Language::Danish;
    auto const id = [&](std::string const& name) { return prefix + "/key/" + name; };
    std::string const small = text::lower(danish, one);
    std::string const name = one == " " ? "space" : one == "\n" ? "enter" : small;
    if (one == "," && m_stage->find(id("comma"))) // the number pad's
        return tap(id("comma"));
    bool const letter = text::upper(danish, small) != small;
    std::string const plain = letter ? text::search_fold(danish, small) : name;
    bool const accented = plain != name && !m_stage->find(id(name));
    std::string const& cap = accented ? plain : name;
    if (!m_stage->find(id(cap)))
        if (auto why = tap(id("signs")))
            return why;
    auto const shift = m_stage->find(id("shift"));
    if (shift && letter && (one != small) != (shift->value != "off"))
        if (auto why = tap(id("shift")))
            return why;
    if (!accented)
        return tap(id(cap));
    if (auto why = gesture({"hold", id(cap)}))
        return why;
    return tap(id("accent/" + name));
}

/// Key by key on the on-screen keyboard.
Outcome Player::keys(std::string const& prefix, std::string const& text) {
    auto const stops = text::graphemes(text);
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        auto const begin = static_cast<std::size_t>(stops[i]), end = static_cast<std::size_t>(stops[i + 1]);
        if (auto why = key(prefix, text.substr(begin, end - begin)))
            return why;
    }
    return {};
}

Outcome Player::expect_json(std::string const& path, std::string const& wanted) const {
    if (!m_stage->has_app())
        return "there is no board";
    auto const json = nlohmann::json::parse(exporters::to_json(m_stage->app().board()));
    nlohmann::json::json_pointer const pointer(path);
    if (!json.contains(pointer))
        return wanted == "nothing" ? Outcome{} : Outcome{"the board has no " + path};
    auto const& value = json[pointer];
    auto const found = value.is_string() ? value.get<std::string>() : value.dump();
    return found == wanted ? Outcome{} : Outcome{path + " is " + found + ", not " + wanted};
}

/// The whole board as its JSON beside the script has it; what was found lies with the pictures.
Outcome Player::expect_board(std::string const& name) const {
    if (!m_stage->has_app())
        return "there is no board";
    auto const text = exporters::to_json(m_stage->app().board());
    if (!m_options.shots.empty()) {
        std::filesystem::create_directories(m_options.shots);
        std::ofstream(m_options.shots / name) << text;
    }
    auto const file = m_options.script.parent_path() / name;
    std::ifstream in(file);
    auto const wanted = nlohmann::json::parse(in, nullptr, false);
    if (wanted.is_discarded())
        return file.string() + " cannot be read";
    auto const differences = nlohmann::json::diff(wanted, nlohmann::json::parse(text));
    if (differences.empty())
        return {};
    std::string said = std::to_string(differences.size()) + " differences from " + file.string() + ":";
    for (std::size_t i = 0; i < std::min<std::size_t>(differences.size(), 8); ++i)
        said += "\n  " + differences[i].dump();
    return said;
}

/// expect A · expect no A · expect A value|label V · expect A disabled · expect screen S · expect json PATH V
Outcome Player::expect(Words const& words) {
    if (words.size() == 3 && words[1] == "screen")
        return m_stage->scene().screen_name() == words[2] ? Outcome{}
                                                          : Outcome{"the screen is " + m_stage->scene().screen_name()};
    if (words.size() == 4 && words[1] == "json")
        return expect_json(words[2], words[3]);
    if (words.size() == 3 && words[1] == "board")
        return expect_board(words[2]);
    if (words.size() == 3 && words[1] == "no")
        return m_stage->find(words[2]) ? Outcome{"\"" + words[2] + "\" is there"} : Outcome{};
    auto const item = words.size() >= 2 ? m_stage->find(words[1]) : std::nullopt;
    if (!item)
        return "nothing called \"" + (words.size() >= 2 ? words[1] : "") + "\"";
    if (words.size() == 2)
        return {};
    if (words.size() == 3 && (words[2] == "disabled" || words[2] == "enabled"))
        return item->enabled == (words[2] == "enabled") ? Outcome{} : Outcome{"it is not " + words[2]};
    if (words.size() == 4 && (words[2] == "value" || words[2] == "label")) {
        auto const& found = words[2] == "value" ? item->value : item->label;
        return found == words[3] ? Outcome{} : Outcome{"its " + words[2] + " is \"" + found + "\""};
    }
    return "not understood; see rundt-bordet play --help";
}

Outcome Player::restart() {
    auto const again = m_stage->restart();
    return again ? Outcome{} : Outcome{again.error()};
}

/// A start after the disk has lost the board's last half; or nearly all of it, and the copies.
Outcome Player::damage(bool all) {
    m_stage.reset();
    constexpr std::uintmax_t header_and_no_row = 5000;
    std::filesystem::resize_file(m_options.file,
                                 all ? header_and_no_row : std::filesystem::file_size(m_options.file) / 2);
    if (all)
        std::filesystem::remove_all(CourseFolders{m_options.file.parent_path(), {}}.copies_of(m_options.file));
    auto stage = Stage::open(m_options.stage);
    if (!stage)
        return stage.error();
    m_stage = std::move(*stage);
    return {};
}

/// The board's newest copy as a file on a stick.
Outcome Player::copy_to_stick(std::string const& stick, std::string const& name) {
    CourseFolders const folders{m_options.file.parent_path(), {}};
    auto const copies = copies_in(folders.copies_of(m_options.file));
    if (copies.empty())
        return "there is no copy";
    std::filesystem::create_directories(m_sticks.folder() / stick);
    std::filesystem::copy_file(copies.front().file, m_sticks.folder() / stick / name);
    return {};
}

Outcome Player::moment(std::string const& iso) {
    auto const parsed = parse_moment(iso);
    if (!parsed)
        return "not a moment like 2026-11-23T09:42";
    m_options.stage.moment = *parsed;
    m_stage->set_moment(*parsed);
    m_stage->settle();
    return {};
}

Outcome Player::size(std::string const& text) {
    auto const parsed = parse_size(text);
    if (!parsed)
        return "not a size like 1920x1080";
    m_options.stage.size = *parsed;
    m_stage->resize(*parsed);
    m_stage->settle();
    return {};
}

Outcome Player::line(Words const& words) {
    std::string const& verb = words[0];
    if (verb == "tap" || verb == "hold" || verb == "drag" || verb == "flick" || verb == "draw")
        return gesture(words);
    if (verb == "fingers")
        return m_fingers.emplace(), Outcome{};
    if (verb == "end")
        return fingers_end();
    if (verb == "expect")
        return expect(words);
    if (verb == "restart")
        return restart();
    if (verb == "damage")
        return damage(words.size() == 2 && words[1] == "all");
    if (words.size() < 2)
        return "not understood; see rundt-bordet play --help";
    if (verb == "type")
        return m_stage->type(words[1]), Outcome{};
    if (verb == "press")
        return words[1] == "enter"       ? (m_stage->press(ui::Key::Enter), Outcome{})
               : words[1] == "backspace" ? (m_stage->press(ui::Key::Backspace), Outcome{})
                                         : Outcome{"press enter or backspace"};
    if (verb == "keys" && words.size() == 3)
        return keys(words[1], words[2]);
    if (verb == "stick" && words.size() == 4 && words[2] == "copy")
        return copy_to_stick(words[1], words[3]);
    if (verb == "stick")
        return m_sticks.line({words.begin() + 1, words.end()});
    if (verb == "wait")
        return m_stage->wait(std::stod(words[1])), Outcome{};
    if (verb == "board")
        return board(words);
    if (verb == "now")
        return moment(words[1]);
    if (verb == "size")
        return size(words[1]);
    if (verb == "shot") {
        auto const file = m_options.shots / words[1];
        if (!m_options.shots.empty())
            std::filesystem::create_directories(m_options.shots);
        m_out << "shot " << file.string() << '\n';
        if (!m_stage->shot(file))
            return "cannot write " + file.string();
        return m_stage->kept_wrongly();
    }
    return "not understood; see rundt-bordet play --help";
}

/// A number that is none, a folder that cannot be made: the standard library says so by throwing.
template <class Act> Outcome carefully(Act act) {
    try {
        return act();
    } catch (std::exception const& error) { return std::string("not possible: ") + error.what(); }
}

} // namespace

std::string play_help() {
    return R"(A script has one action a line; # begins a remark. A TARGET is an id (idea/1), a "label", id#2 for the second,
id@X,Y for a spot on it (du from its corner), or X,Y in pixels.

  board empty | demo jobcenter | ideas 300   a fresh board (never in the place of one that was there)
  now 2026-11-23T09:42 · size 3840x2160      the day and time, the wall
  tap T · hold T [MS] · drag T to T [MS [HOLD_MS]] · flick T up|down [PX]
  draw T X,Y X,Y …                           a line on it, du from its corner
  fingers … end                              the gestures between them all at once
  type "text" · press enter|backspace        on a real keyboard
  keys pad/1 "text"                          key by key on that pad's own keyboard
  stick NAME photos N · stick NAME out       a USB stick with painted photos, and pulled out again
  stick NAME file F "bytes" · stick NAME unreadable        ¶ is a line break
  stick NAME copy F                          the board's newest backup, as a file on the stick
  wait SECONDS · restart                     restart: as after a pulled plug
  damage [all]                               the board's file loses its last half, and the wall starts again; all: nothing
                                             of it can be read, and its copies are gone
  expect T · expect no T · expect T value|label "v" · expect T enabled|disabled
  expect screen board · expect json /ideas/0/stage new
  expect board end.json                      the whole board, as the JSON beside the script has it
  shot name.png
)";
}

int run_play(PlayOptions options, std::ostream& out, std::ostream& err) {
    std::ifstream in(options.script);
    if (!in)
        return err << "cannot read " << options.script.string() << '\n', 1;
    auto const script = options.script.string();
    Player player(std::move(options), out);
    if (auto const why = player.start())
        return err << *why << '\n', 1;
    int number = 0, done = 0;
    for (std::string text; std::getline(in, text);) {
        ++number;
        auto const words = split(text);
        if (words.empty())
            continue;
        if (auto const why = carefully([&] { return player.line(words); })) {
            err << script << ':' << number << ": " << text << "\n  " << *why << '\n' << player.on_screen();
            return 1;
        }
        ++done;
    }
    out << script << ": " << done << " lines\n";
    return done > 0 ? 0 : (err << script << " has no lines\n", 1);
}

} // namespace app
