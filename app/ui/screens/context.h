// What every screen is handed: the board to read, words, the kit, and a list for its wishes. A screen
// never changes the board: it asks, and App decides once a frame, after all drawing.
#pragma once

#include "board/board.h"
#include "board/command.h"
#include "board/refusal.h"
#include "text/format.h"
#include "text/words.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/ui.h"
#include "ui/kit/widgets.h"
#include "ui/screens/photos.h"
#include "ui/screens/wall_wish.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace screens {

enum class Screen { Board, Vote, Trial, Silent, CheckIn, Effect, Meeting, Round, Course, Leader, Facilitator };

/// The parts of *Forløbet*, in the order of its list.
enum class CoursePart { Words, Frames, People, Meetings, Rules, Deletion };

/// A command, and where on the wall it was asked for: the answer (a refusal's sentence, or *Fortryd*)
/// is shown there. An idea's or a participant's id left empty is filled in by App.
struct Ask {
    board::Command command;
    ui::Rect origin{};
    std::string tag{};  ///< comes back in the answer
    std::string done{}; ///< the sentence beside *Fortryd*; empty: nothing is said when it is granted
};
/// To another screen; Trial with its idea and the decision about to be made, Board with one to be moved or parked,
/// Course with the part to be opened.
struct GoTo {
    Screen screen = Screen::Board;
    std::optional<board::IdeaId> idea{};
    std::optional<board::Decision> decision{};
    std::optional<CoursePart> part{};
};
/// A pad to write on, opened near `at` (du).
struct OpenPad {
    ui::Vec2 at{};
    std::optional<board::IdeaId> edits{};
    std::optional<board::IdeaId> builds_on{};
    ui::Rect clear{}; ///< must stay in sight: the card it is about
};
/// A sentence shown at a place for a while.
struct Say {
    std::string sentence{};
    ui::Rect origin{};
};
struct SwitchLanguage {};
/// How the wall looks to those who stand before it now.
struct Look {
    int text_step = 0; ///< 0, 1, 2
    bool calm_motion = false;
    bool high_contrast = false;
    bool left_hand = false; ///< keyboards of forms stand at the left, and menus unfold that way
    bool lowered = false;   ///< the board's top has come down within reach
    bool operator==(Look const&) const = default;
};
struct ChangeLook {
    Look look{};
};
/// The sticks are shown in this frame: what is in, and what lies on it, is looked for.
struct LookAtSticks {};
/// A photo on a stick, to be kept beside the board; the answer comes in `taken_photos` with the tag.
struct TakePhoto {
    std::string key{};
    std::string tag{};
};
/// The search pad, opened near `at` (du), or closed.
struct ToggleFind {
    ui::Vec2 at{};
};
using Request =
    std::variant<Ask, GoTo, OpenPad, Say, SwitchLanguage, ChangeLook, LookAtSticks, TakePhoto, ToggleFind, WallWish>;

/// What became of last frame's asks.
struct Answer {
    std::string tag{};
    board::OperationId operation;
    std::optional<board::Refusal> refusal{}; ///< nothing: it was granted
};

struct Context {
    ui::Ui& ui;
    board::Board const& board;
    text::Words const& words;
    ui::KeyboardLayout const& keyboard;
    board::Now now;
    int hour = 0, minute = 0;      ///< of the wall's local time
    bool saving = false;           ///< something has waited for the disk for longer than a moment
    std::vector<Answer> answers;   ///< to last frame's asks
    std::vector<Request> requests; ///< this frame's wishes
    ui::Suggest suggest{};         ///< words for who writes on a keyboard; empty: none
    Look look{};
    float lowered = 0;                      ///< how far the board's content has come down, du
    std::vector<board::IdeaId> gathering{}; ///< ideas that others were merged into
    Photos photos{};
    std::vector<TakenPhoto> taken_photos{}; ///< since the last frame
    std::uint64_t board_version = 0;        ///< another whenever the board is another
    std::optional<int> closes_in{};         ///< seconds until this screen closes by itself; nothing: it does not
    float band_low = 0;                     ///< from the screen's lower edge to the bottom band at the least, du
    ui::Rect header_room{}; ///< between the header's words and its pills, du; as this frame's header left it

    text::Language language() const { return words.language(); }
    void ask(board::Command command, ui::Rect origin, std::string tag = {}, std::string done = {}) {
        requests.emplace_back(Ask{std::move(command), origin, std::move(tag), std::move(done)});
    }
    Answer const* answer_to(std::string_view tag) const {
        for (auto const& answer : answers)
            if (answer.tag == tag)
                return &answer;
        return nullptr;
    }
};

/// "3" of "idea/3", "trial/3.1": the ids that tests and people name things by.
std::string idea_id(board::Idea const& idea);
std::string trial_id(board::Idea const& idea, int trial_no);
/// What the idea says; "Tegning 12" when it is only drawn, and nothing of it while it is masked.
std::string title_of(Context const& c, board::Idea const& idea);

/// An effect area's word, colour and icon: never one of them alone where it is chosen or read.
std::string const& word_of(Context const& c, board::EffectArea area);
ui::Colour colour_of(board::EffectArea area);
ui::Icon icon_of(board::EffectArea area);
inline constexpr int effect_areas = static_cast<int>(board::EffectArea::Money) + 1;

/// The person's colour: by their place among the participants, as on the mark.
ui::Colour colour_of(board::Board const& board, board::ParticipantId id);
ui::Colour colour_of(board::NoteColour paper);
/// A person's disc. With an `id` it can be tapped.
bool person(Context& c, std::string const& id, board::Participant const& participant, ui::Vec2 centre, float radius,
            bool halo = false, bool faded = false);

/// What stands in the header beside the title.
struct HeaderLook {
    std::string subtitle{}; ///< instead of the workplace
    bool meetings = true;   ///< the pill that says where we are and when we meet
    bool clock = true;
    bool meeting = true; ///< instead of it, while a meeting is under way, its step and time, and the way back to it
    float beside = 0;    ///< du of the free room that the screen's own pills take: the name ends before them
};
/// The header: mark, title, pills, clock. Returns the rectangle left free at its right, for a screen's own pills.
ui::Rect header(Context& c, HeaderLook const& look = {});
/// What `text_pill` takes of the free room, du.
float text_pill_room(Context& c, std::string_view text, bool icon = false);
/// A pill as wide as its text, right-aligned in the header's `free` (which is cut). Returns its rectangle.
ui::Rect text_pill(Context& c, ui::Rect& free, std::string_view text, ui::Colour ink = ui::colour::ink,
                   std::optional<ui::Icon> icon = {});
/// The room between the header and the bottom band, and the band itself, du. Header and room come down with a
/// lowered board; the band stays.
ui::Rect content_area(Context const& c);
ui::Rect bottom_band(Context const& c);

/// The type in its lighter weight, for what only explains.
inline ui::Type quiet(ui::Type type) {
    type.weight = ui::Weight::Medium;
    return type;
}

/// From one line of that type to the next, du.
inline float line_height(ui::Type const& type) { return type.size * type.line_height; }
/// The type in its own size, or else the first of `smaller` in which a line of `text` is at most `width` du wide; the
/// last when none is.
ui::Type sized_to(Context& c, std::string_view text, ui::Type type, float width, std::initializer_list<float> smaller);

/// Between what was and what came of it; no line ends beside it.
inline constexpr char const* arrow_between = "\u00A0→\u00A0";
/// What is told beside each other, with a dot between that no line begins with; what is empty is left out.
std::string joined(std::initializer_list<std::string_view> parts);
/// At the right of what scrolls, du: the bar lies on nothing there.
inline constexpr float bar_room = 18;
/// "14", "28 %", "42 min.": a figure as people read it.
std::string figure(Context const& c, double value, std::string const& unit);
/// "14 → 6", "14 → mål 8": baseline to result or target.
std::string measure_line(Context const& c, board::Trial const& trial);

} // namespace screens
