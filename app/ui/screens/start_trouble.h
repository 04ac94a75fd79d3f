// The wall when there is no board to show: one sentence why, where the file lies, and what can be done.
#pragma once

#include "ui/screens/context.h"

#include <string>

namespace screens {

struct StartTroubleFacts {
    std::string sentence{}; ///< the key: why there is no board
    std::string told{};     ///< the key: why what was asked for last was not done; empty: it was
    bool may_begin = false; ///< an empty board may take its place
    std::string aside{};    ///< the folder where the file was laid aside; empty: it is in its place only
    std::string file{};     ///< where the board should be; empty: there never was one
};
enum class StartTroubleAsks { Nothing, Again, Begin };
StartTroubleAsks start_trouble_screen(Context& c, StartTroubleFacts const& facts);

} // namespace screens
