// What the facilitator's pages ask of the wall itself, beside the commands they ask of the board, and what the wall
// tells them. Files are known by their names here; what a name stands for is the app's to know.
#pragma once

#include <optional>
#include <string>
#include <variant>

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

using WallWish = std::variant<OpenWithPin, OpenWithCode, ChoosePin, ChangePin, CodeIsWritten, LockNow>;

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

struct WallFacts {
    PinFacts pin{};
    double locks_in_s = 0;       ///< until the facilitator's pages lock themselves; 0: they are locked
    std::string export_folder{}; ///< where files that are taken home go
};

} // namespace screens
