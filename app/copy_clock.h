// When a backup is due. Counts on a clock that nobody can set (the frames'), and knows no file.
#pragma once

#include "ui/screens/copies_facts.h"

#include <cstdint>
#include <optional>

namespace app {

class CopyClock {
  public:
    static constexpr double after_change_s = 600;   ///< nothing has changed for so long
    static constexpr double at_the_latest_s = 1800; ///< after the first change that is in no copy
    static constexpr double again_s = 600;          ///< after one that failed

    struct Seen {
        std::uint64_t version = 0; ///< another after every change of the board
        bool meeting = false;      ///< one is open
        bool secret = false;       ///< a round or a pulse is open: nothing is copied
    };
    /// Once a frame. A board that is seen for the first time may have changes that are in no copy.
    void see(Seen const& seen, double now_s);
    /// A copy is to be taken now, for that reason.
    std::optional<screens::CopyReason> due(double now_s) const;
    /// A copy was begun, whatever made it due; what changes from now on is not in it.
    void begun();
    /// The one that was begun is there, or is not.
    void done(bool taken, double now_s);
    /// When `due` changes by itself; infinity: it does not.
    double next_s() const;
    /// Another board is seen from now on; one of which there is a copy has no changes yet.
    enum class Copied { No, Yes };
    void forget(Copied copied) {
        *this = {};
        m_copied = copied == Copied::Yes;
    }

  private:
    double due_at_s() const;

    bool m_seen_any = false, m_copied = false;
    Seen m_seen;
    bool m_changed = false; ///< since the last copy was begun
    bool m_meeting_ended = false;
    double m_first_change_s = 0, m_last_change_s = 0, m_not_before_s = 0;
    bool m_under_way = false;
    bool m_begun_for_meeting = false;
};

} // namespace app
