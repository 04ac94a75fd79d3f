// What the facilitator's pages ask of the wall itself, beside the commands they ask of the board, and what the wall
// tells them. Files are known by their names here; what a name stands for is the app's to know.
#pragma once

#include "board/date.h"
#include "board/ids.h"
#include "ui/screens/copies_facts.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace board {
struct Record;
}

namespace screens {

// --- the PIN ---
struct OpenWithPin {
    std::string pin;
};
/// Right: a new PIN is to be chosen.
struct OpenWithCode {
    std::string code;
};
/// Granted while none is set, and after a right recovery code.
struct ChoosePin {
    std::string pin;
};
struct ChangePin {
    std::string old_pin, new_pin;
};
/// The recovery code has been written down and is forgotten.
struct CodeIsWritten {};
struct LockNow {};

// --- settings ---
/// `key` as in the settings file, "screen.diagonal_inches".
struct ChangeSetting {
    std::string key;
    std::variant<bool, std::int64_t, double, std::string> value;
};

// --- courses; each is known by its file's name, as CourseFacts has it ---
struct LookAtCourses {};
struct ShowCourse {
    std::string file;
};
/// Makes a new course and shows it.
struct StartCourse {
    std::string name;
};
struct RenameCourse {
    std::string file, name;
};
struct ArchiveCourse {
    std::string file;
};
/// Back from the archive.
struct UnarchiveCourse {
    std::string file;
};
/// For good, with everything that was made of it on this machine. Needs the PIN once more.
struct DeleteCourse {
    std::string file, pin;
};

// --- taking the board home ---
/// What can be chosen, in the order of its cards.
enum class HomeFile { Minutes, Board, Story, Workbook, Picture, Calendar, Data, Tables };
inline constexpr int home_files = 8;

/// Where files can go. A stick is named as people know it; the key tells it from others.
struct HomePlace {
    std::string key{}; ///< empty: the folder of the settings
    std::string name{};
    std::int64_t free_bytes = 0;
    enum class State { Ready, Protected, Unreadable } state = State::Ready;
    bool is_stick() const { return !key.empty(); }
    bool operator==(HomePlace const&) const = default;
};

/// The page is being looked at: what can be chosen is looked for.
struct LookForPlaces {};
struct CarryHome {
    std::array<bool, home_files> files{}; ///< in the order of HomeFile
    int meeting = 0;                      ///< of the minutes
    int idea = 0;                         ///< of the story, its number
    HomePlace place;
};
struct StopCarrying {};
/// What a pulled stick left unfinished is written on it again, now that it is back.
struct FinishCarrying {};
/// The new recovery code as a file, on a stick and never on the machine.
struct CarryCode {
    HomePlace place;
};

// --- bringing in; a file is known by its key, another one after every look ---
/// The page is being looked at: what can be brought in is looked for.
struct LookForFiles {};
/// Reads it for a preview; nothing is brought in yet.
struct ReadFile {
    std::string key;
};
/// Which column of a table holds what, counted from 0.
struct BringColumns {
    std::optional<int> text{}, problem{}, proposal{};
    bool headings = false; ///< the first row names the columns
    bool operator==(BringColumns const&) const = default;
};
/// The preview once more, by those columns.
struct ChooseColumns {
    BringColumns columns;
};
/// All that the preview says will come.
struct BringIn {};
/// Back to the files; also what was brought in can no longer be taken back from this page.
struct LeaveFile {};
/// Takes back what was just brought in: ideas, or a course that nobody has opened or changed since.
struct TakeBack {};

// --- history ---
/// Strikes out an operation, by the same rules as *Fortryd* where it was done. Answered under `undo_tag`.
struct UndoInHistory {
    board::OperationId operation;
};
inline constexpr char const* undo_tag = "facilitator/undo";

// --- a person who asks to be erased ---
/// Looks a name up in the course on the wall, and what was made of it on this machine.
struct FindPerson {
    std::string name;
};
/// For good, in the course, its backups and its exports on this machine. Needs the PIN once more.
struct ErasePerson {
    std::string name;           ///< as it was looked for
    std::vector<bool> chosen{}; ///< for each of PersonFacts::found whether it goes
    std::string pin{};
};

using WallWish =
    std::variant<OpenWithPin, OpenWithCode, ChoosePin, ChangePin, CodeIsWritten, LockNow, ChangeSetting, LookAtCourses,
                 ShowCourse, StartCourse, RenameCourse, ArchiveCourse, UnarchiveCourse, DeleteCourse, LookForPlaces,
                 CarryHome, StopCarrying, FinishCarrying, CarryCode, LookForFiles, ReadFile, ChooseColumns, BringIn,
                 LeaveFile, TakeBack, LookAtCopies, LookForBoards, TakeCopy, PreviewCopy, LeavePreview, RestoreCopy,
                 RecoveryIsRead, UndoInHistory, FindPerson, ErasePerson>;

/// What the wall says of its PIN in this frame.
struct PinFacts {
    enum class State { NotSet, Set, Damaged } state = State::NotSet;
    bool choosing = false;  ///< a right recovery code was given: a new one is chosen
    bool working = false;   ///< an answer is on its way
    int wait_s = 0;         ///< before the next try is judged; 0: none
    std::string new_code{}; ///< shown once after a PIN was set, in groups; empty: none
    /// The last answer; taken back by the next wish.
    enum class Said { Nothing, Wrong, NotKept, NoMemory, Changed } said = Said::Nothing;
    int free_tries = 0; ///< left before the first wait, after `Wrong`
};

/// A course on this machine.
struct CourseFacts {
    std::string file{}; ///< its name in the data folder, "tavle.rundtbord" or "arkiv/tavle.rundtbord"
    std::string name{};
    std::optional<board::Date> first{}, last{}; ///< meetings, follow-up
    std::optional<board::Date> changed{};       ///< the day of the last change
    std::optional<board::Date> delete_on{};     ///< the day that was chosen for deleting it
    int ideas = 0;
    bool shown = false;    ///< it is the one on the wall
    bool archived = false; ///< it lies in the archive
    std::string problem{}; ///< the key of the sentence why it cannot be read; empty: none
    int copies = 0;        ///< backups of it on this machine
    int exports = 0;       ///< files of it that were taken home to a folder on this machine
};
struct CoursesFacts {
    std::vector<CourseFacts> list{}; ///< the one shown first, then the last changed; the archive last
    bool looked = false;             ///< `list` is what lies on the disk
    bool working = false;            ///< something asked for is on its way
    std::string told{};              ///< what came of the last wish, as a sentence; empty: nothing to say
    bool failed = false;             ///< `told` says why not
    int answers = 0;                 ///< wishes carried out or refused since the wall was started
};

/// The settings that the pages show, as Config has them.
struct SettingsFacts {
    double diagonal_inches = 65, lower_edge_mm = 800, band_height_mm = 0, rest_after_minutes = 2;
    int night_from = 0, night_to = 0; ///< minutes after midnight
    bool sound = false;
    bool silent = false; ///< sound is on, and the machine has nothing to play it with
    std::string contact{};
    std::string file{};                 ///< empty: none keeps them
    std::string told{};                 ///< why the last change is not kept; empty: it is
    std::vector<std::string> ignored{}; ///< what in the file was not understood
};

/// How far what is carried has come.
struct CarryFacts {
    enum class Step { Nothing, Making, Writing, Checking, Done, Stopped, Failed } step = Step::Nothing;
    HomePlace place{};
    std::string file{};      ///< the one that is being written
    int done = 0;            ///< files that are there
    double part = 0;         ///< 0 … 1
    std::string sentence{};  ///< why it failed
    bool can_finish = false; ///< the stick it failed on is back
    bool under_way() const { return step == Step::Making || step == Step::Writing || step == Step::Checking; }
};

/// What a file is, by what it begins with.
enum class BringKind {
    Course,   ///< a board that was exported from here as JSON
    Trello,   ///< a Trello board, or JSON that may be one
    Table,    ///< CSV
    Workbook, ///< of a spreadsheet, which is saved as CSV first
};
struct BringFile {
    std::string key{};
    std::string name{}; ///< for people
    BringKind kind = BringKind::Table;
    std::int64_t bytes = 0;
    std::optional<board::Date> changed{}; ///< by the stick's own account
};
struct BringPlace {
    HomePlace place{};
    std::vector<BringFile> files{}; ///< newest first
    bool looked = false;
    bool more = false; ///< there are more files than are listed
};
struct BringRow {
    int row = 0;            ///< as a spreadsheet counts them
    std::string text{};     ///< empty where it holds what may not be shown
    std::string sentence{}; ///< why it does not come
};
struct BringColumn {
    std::string heading{}; ///< the first row's
    std::string example{}; ///< what stands first under it; empty: nothing
};
/// What will come, and what will not.
struct BringPreview {
    BringKind kind = BringKind::Table;
    std::string course{};              ///< its name, for a course
    std::vector<std::string> facts{};  ///< a line each: how much there is of it; what else does not come
    std::vector<std::string> coming{}; ///< ideas, in their order
    std::vector<BringRow> left_out{};
    std::vector<BringColumn> columns{}; ///< of a table
    BringColumns chosen{};
    bool clear = true; ///< the headings say what the columns hold
};
struct BringFacts {
    enum class Step { Choosing, Reading, Ready, Bringing, Brought } step = Step::Choosing;
    std::vector<BringPlace> places{}; ///< sticks first, the folder last
    BringFile file{};                 ///< that is read, or was
    std::shared_ptr<BringPreview const> preview{};
    std::string sentence{};       ///< why the last wish failed, or what came of it; empty: nothing to say
    bool failed = false;          ///< `sentence` says why not
    bool can_take_back = false;   ///< what was brought in
    double take_back_until_s = 0; ///< on the frames' clock, for a course; ideas as long as they are told of
    bool taking_back = false;     ///< a course, on its way
    std::string course_file{};    ///< the new course, as CourseFacts has it
};

/// All that happened on the board, until the frame ends.
struct HistoryFacts {
    std::vector<board::Record> const* records = nullptr;   ///< oldest first
    std::function<board::Instant(board::Instant)> local{}; ///< UTC to the wall's local time
};

/// A place where a name was found, or a drawing or photo that cannot be searched.
struct FoundName {
    enum class Kind { Participant, Text, Draft, Contact, Ink, Photo } kind = Kind::Text;
    std::string where{}; ///< »Idé 12«
    std::string text{};  ///< in which it stands; empty for ink and photos
    struct Mark {
        int begin = 0, end = 0; ///< bytes of `text`
    };
    std::vector<Mark> marks{};           ///< where in the text
    bool sure = true;                    ///< it goes, unless somebody says otherwise
    std::optional<board::IdeaId> idea{}; ///< of ink and photos
};
struct PersonFacts {
    std::string name{}; ///< that was looked for; empty: none was
    std::vector<FoundName> found{};
    int copies = 0;                     ///< backups that are searched and rewritten, too
    int laid_aside = 0;                 ///< files of a board that could not be read, which go
    std::vector<std::string> exports{}; ///< files that go, by their names
    int searches = 0;                   ///< another whenever `found` is another
    bool working = false;
    std::string told{}; ///< what came of the last wish, as a sentence; empty: nothing to say
    bool failed = false;
    int erasures = 0; ///< carried out since the wall was started
};

struct WallFacts {
    PinFacts pin{};
    CoursesFacts courses{};
    SettingsFacts settings{};
    std::vector<HomePlace> places{}; ///< sticks first, the folder last; empty while they are looked for
    CarryFacts carry{};
    CarryFacts carry_code{}; ///< of the recovery code
    BringFacts bring{};
    CopiesFacts copies{};
    HistoryFacts history{};
    PersonFacts person{};
    double locks_in_s = 0;       ///< until the facilitator's pages lock themselves; 0: they are locked
    std::string export_folder{}; ///< where files that are taken home go
};

} // namespace screens
