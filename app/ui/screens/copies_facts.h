// *Sikkerhedskopier*: what the page of backups asks of the wall, and what the wall tells it of them. A copy is known by
// where it lies and by its file's name there; what that stands for is the app's to know.
#pragma once

#include "board/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

/// Where a copy lies.
struct CopyPlace {
    enum class Where { Here, Second, Stick } where = Where::Here;
    std::string key{}; ///< as CopyFacts has it
    bool operator==(CopyPlace const&) const = default;
};

/// The page is being looked at: what lies on the disk, and in the second place, is looked up.
struct LookAtCopies {};
/// Sticks are being looked at: boards on them are looked for.
struct LookForBoards {};
struct TakeCopy {};
/// What is in that copy, beside what is on the wall.
struct PreviewCopy {
    CopyPlace place;
};
struct LeavePreview {};
/// Of the course's own copies: the board is copied, and the copy takes its place on the wall. From a stick: it becomes a
/// course of its own, and is shown.
struct RestoreCopy {
    CopyPlace place;
};

/// By the wall's own clock, as it was then.
struct Stamp {
    board::Date day{};
    int hour = 0, minute = 0;
    bool operator==(Stamp const&) const = default;
};
/// Why a copy was taken.
enum class CopyReason { Meeting, Change, Start, Asked, Restore };

struct CopyFacts {
    CopyPlace place{};
    std::string name{}; ///< of the file as people may see it; only on a stick
    std::optional<Stamp> taken{};
    CopyReason reason = CopyReason::Change;
    bool second_too = false; ///< another of it lies in the second place
    std::int64_t bytes = 0;
    bool known = false;    ///< it has been read, and what follows is so
    std::string course{};  ///< its name
    std::string problem{}; ///< the key of the sentence why it cannot be read; empty: none
    int ideas = 0, trials = 0, meetings = 0;
    std::optional<board::Date> changed{}; ///< the day of the last change
};

/// A copy beside the board on the wall.
struct PreviewFacts {
    CopyFacts copy{};
    int ideas_now = 0, trials_now = 0, meetings_now = 0;
    int missing = 0;                          ///< ideas that are on the wall, and not in the copy
    std::vector<std::string> missing_ideas{}; ///< the last of them, newest first; none that are hidden
    std::vector<std::string> after{};         ///< what happened last after the copy, as sentences, newest first
    int changes_after = 0;                    ///< all that happened after it
};

struct CopiesFacts {
    std::vector<CopyFacts> list{};       ///< newest first
    std::vector<CopyFacts> on_sticks{};  ///< boards on sticks
    bool stick = false;                  ///< one is in
    bool looked = false;                 ///< `list` is what lies there
    bool working = false;                ///< something asked for is on its way
    bool on_hold = false;                ///< a round or a pulse is open: nothing is copied
    std::optional<Stamp> last{};         ///< of the newest copy that is proved
    std::optional<int> age_minutes{};    ///< of it; nothing: none, or the clock was set back since
    std::string trouble{};               ///< why the last copy was not taken, as a sentence; empty: it was
    std::string second{};                ///< the second place's folder; empty: the settings name none
    std::string second_trouble{};        ///< why the last copy is not there, as a sentence; empty: it is
    std::optional<CopyPlace> way_back{}; ///< the board as it was before the last restoring, while nothing came after it
    std::optional<PreviewFacts> preview{};
    std::string told{};  ///< what came of the last wish, as a sentence; empty: nothing to say
    bool failed = false; ///< `told` says why not
    int answers = 0;     ///< wishes carried out or refused since the wall was started
};

/// What was found when the wall was started and its board could not be read.
struct RecoveryFacts {
    int ideas = 0;
    std::optional<Stamp> last{}; ///< of the last change that is there
    int lost = 0;                ///< changes that could not be read
    std::string folder{};        ///< where the damaged file was laid aside
};
/// The sentence about it has been read.
struct RecoveryIsRead {};

} // namespace screens
