// *Lederens side*: the frames, and the obstacles only the leader can remove. Open to everybody, as the rest of the wall:
// the leader answers by a tap and a sentence, not by a login.
#pragma once

#include "ui/screens/fields.h"

#include <optional>

namespace screens {

struct LeaderView {
    enum class Doing { Nothing, Promise, Answer } doing = Doing::Nothing;
    Form form;
    bool filled = false;                         ///< the fields hold what the board says
    std::optional<board::ObstacleId> obstacle{}; ///< the one with its tools out
    std::optional<board::Date> month{};          ///< of the picker of a promise
    bool personal_asked = false;                 ///< a text waits for »det er ikke personoplysninger«
};

void leader_screen(Context& c, LeaderView& view);

} // namespace screens
