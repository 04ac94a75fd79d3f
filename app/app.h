// One frame of the product, without a window: fingers in, drawing out, wishes decided in one place.
// The wall, the scripts and the tests all run this.
#pragma once

#include "agendas.h"
#include "config.h"
#include "id_source.h"
#include "moment.h"
#include "notices.h"
#include "suggestions.h"
#include "table.h"
#include "ui/screens/board_screen.h"
#include "ui/screens/course_screen.h"
#include "ui/screens/leader_screen.h"
#include "ui/screens/meeting_screen.h"
#include "ui/screens/more_panel.h"
#include "ui/screens/pads.h"
#include "ui/screens/round_screen.h"
#include "ui/screens/trial_screen.h"
#include "ui/screens/vote_screen.h"
#include "wall_choices.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace app {

struct AppSetup {
    std::filesystem::path assets; ///< strings, keyboards
    std::filesystem::path fonts;  ///< Inter
    Config config;
    std::filesystem::path board_file;     ///< where the board lies; exports go beside it when nothing else is said
    std::filesystem::path choices_file{}; ///< keeps what is chosen at the wall; empty: nothing does
    std::filesystem::path dictionaries = "/usr/share/dict"; ///< Debian's lists of words
};

class App {
  public:
    /// Reads words, keyboards and fonts; an error says which file is wrong.
    static tl::expected<std::unique_ptr<App>, std::string> open(AppSetup setup, std::unique_ptr<Table> table,
                                                                IdSource ids);

    /// Draws one frame. `mm_per_px` of the wall; the draw data hold until the next frame.
    ImDrawData* frame(ui::InputFrame const& input, Moment const& moment, float mm_per_px);

    /// When the next frame is due without a touch, seconds on the input's clock.
    double next_frame_s() const;
    /// Nothing moves, nothing is on its way to the disk.
    bool settled() const;
    ui::Ui const& ui() const { return *m_ui; }
    ui::Atlas& atlas() { return m_atlas; }
    /// The name of the screen in the UI map.
    std::string screen_name() const;
    board::Board const& board() const { return m_table->board(); }
    Table& table() { return *m_table; }
    /// What was durable since the last call: milliseconds from the frame that took the touch in to COMMIT.
    std::vector<double> take_commit_ms() { return std::exchange(m_commit_ms, {}); }

  private:
    App(AppSetup setup, std::unique_ptr<Table> table, IdSource ids);
    void annul_crashed_round(board::Now now);
    void settle_store(double now_s);
    void take_up_drafts();
    void keep_drafts(double now_s);
    void draw(screens::Context& c);
    std::vector<ui::Rect> notices_keep_off() const;
    void draw_board(screens::Context& c);
    void draw_round(screens::Context& c);
    void handle(screens::Context& c, screens::Request& request);
    void handle_ask(screens::Context& c, screens::Ask& ask);
    void undo(screens::Context& c, Notices::Undo const& undo);
    void take_home(screens::Context& c, ui::Rect origin);
    void choose(WallChoices const& choices);
    void measure_reach(screens::Context& c);
    void name_new_things(board::Command& command, board::Now now);

    AppSetup m_setup;
    std::unique_ptr<Table> m_table;
    IdSource m_ids;
    ui::Atlas m_atlas;
    std::unique_ptr<ui::Typesetter> m_type;
    std::unique_ptr<text::Words> m_danish, m_english;
    ui::KeyboardLayout m_danish_keys, m_english_keys;
    WallChoices m_choices;
    std::unique_ptr<ui::Ui> m_ui;
    Suggestions m_danish_suggestions, m_english_suggestions;

    screens::Screen m_screen = screens::Screen::Board;
    screens::BoardView m_board_view;
    screens::Pads m_pads;
    screens::MoreView m_more;
    screens::VoteView m_vote;
    screens::TrialView m_trial;
    screens::Agendas m_danish_agendas, m_english_agendas;
    screens::MeetingView m_meeting;
    screens::RoundView m_round;
    screens::CourseView m_course;
    screens::LeaderView m_leader;
    Notices m_notices;
    std::vector<screens::Answer> m_answers;
    struct OnItsWay {
        board::OperationId operation;
        std::optional<screens::Draft> draft; ///< the words, should the disk not keep them
        ui::Rect origin;
        double since_s = 0;
    };
    std::vector<OnItsWay> m_on_its_way;
    std::vector<double> m_commit_ms;
    std::optional<std::string> m_kept_drafts; ///< what lies beside the board; nothing: the disk refused it
    double m_drafts_due_s = 0;                ///< not written again before
    bool m_first_frame = true;
};

} // namespace app
