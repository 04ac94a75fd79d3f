// One frame of the product, without a window: fingers in, drawing out, wishes decided in one place.
// The wall, the scripts and the tests all run this.
#pragma once

#include "assets.h"
#include "bell.h"
#include "bring_in.h"
#include "config.h"
#include "course_desk.h"
#include "errands.h"
#include "facilitation.h"
#include "id_source.h"
#include "idle.h"
#include "moment.h"
#include "notices.h"
#include "person_desk.h"
#include "photo_room.h"
#include "safe_keeping.h"
#include "scene.h"
#include "settings.h"
#include "suggestions.h"
#include "table.h"
#include "take_home.h"
#include "ui/screens/board_screen.h"
#include "ui/screens/check_in_screen.h"
#include "ui/screens/course_screen.h"
#include "ui/screens/effect_screen.h"
#include "ui/screens/find_pad.h"
#include "ui/screens/leader_screen.h"
#include "ui/screens/meeting_screen.h"
#include "ui/screens/more_panel.h"
#include "ui/screens/pads.h"
#include "ui/screens/round_screen.h"
#include "ui/screens/silent_screen.h"
#include "ui/screens/trials_screen.h"
#include "ui/screens/vote_screen.h"
#include "ui/screens/weigh_screen.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

struct AppSetup {
    std::filesystem::path assets; ///< where the strings lie that documents are written with
    Config config;
    std::filesystem::path board_file;      ///< where the board lies; exports go beside it when nothing else is said
    std::filesystem::path settings_file{}; ///< read over `config`, and keeps what is changed at the wall; empty: none
    std::filesystem::path pin_file{};      ///< keeps the facilitator's PIN
    PinCost pin_cost = PinCost::Moderate;
    std::optional<screens::RecoveryFacts> recovered{}; ///< the board could not be read: what was found instead
    std::optional<CopyTrouble> not_copied{}; ///< the board was brought up to date, and why there is no copy of before
    std::function<void()> wake{};            ///< a frame is due, though nobody touches: called from another thread
    std::function<bool()> tone{}; ///< plays the one tone; false: there is nothing to play it with; empty: never a sound
    std::filesystem::path dictionaries = "/usr/share/dict"; ///< Debian's lists of words
    std::filesystem::path decoder = "/proc/self/exe";       ///< this program, which decodes photos
};

class App : public Scene {
  public:
    App(AppSetup setup, Assets assets, std::unique_ptr<Table> table, IdSource ids);
    ~App() override;
    App(App const&) = delete;
    App& operator=(App const&) = delete;

    ImDrawData* frame(ui::InputFrame const& input, Moment const& moment, float mm_per_px) override;

    double next_frame_s() const override;
    bool settled() const override;
    ui::Ui const& ui() const override { return *m_ui; }
    ui::Atlas& atlas() override { return *m_assets.atlas; }
    Config const& config() const override { return m_settings.config(); }
    ui::Pictures const& pictures() const override { return m_photos.pictures(); }
    std::string screen_name() const override;
    board::Board const& board() const { return m_table->board(); }
    Table& table() { return *m_table; }
    void drain() override;
    /// Pictures are not waited for.
    void leave() override { m_table->drain(); }
    bool ended() const override { return false; }
    /// Takes part in the next frame's wishes as if a screen had asked (tests).
    void request(screens::Request request) { m_requests.push_back(std::move(request)); }
    std::vector<double> take_commit_ms() override { return std::exchange(m_commit_ms, {}); }

  private:
    void annul_crashed_round(board::Now now);
    void annul_crashed_pulse(board::Now now);
    void close_pulse_in_time(screens::Context& c);
    bool is_held(board::Instant now) const;
    bool anything_open() const;
    void close_what_is_open();
    ui::InputFrame take_in(ui::InputFrame input, board::Instant now);
    double closes_at_s() const;
    std::optional<int> closes_in(double now_s) const;
    void draw_countdown(screens::Context& c);
    bool is_night(screens::Context const& c) const;
    void settle_store(double now_s);
    void take_in_photos(double now_s);
    Tongue const& tongue() const; ///< of the language that the wall is set to
    text::Words const& words() const;
    std::vector<board::IdeaId> const& gathering();
    void ring(Moment const& moment);
    void play_tone();
    void take_up_drafts(std::string const& text);
    void forget_views();
    void erase_person(board::Now now);
    void tell_erased(board::OperationId operation, std::optional<store::Failure> const& fault,
                     std::optional<store::Failure> const& remains);
    void take_up_round(board::Now now);
    screens::Pads& pads_of(screens::Draft const& draft);
    std::string all_drafts() const;
    void keep_drafts(double now_s);
    /// What hands have let go of is decided before anything is drawn.
    void let_go(screens::Context& c);
    void draw(screens::Context& c);
    std::vector<ui::Rect> notices_rooms(screens::Context const& c) const;
    std::vector<ui::Rect> notices_keep_off(screens::Context& c) const;
    void draw_board(screens::Context& c);
    void draw_facilitator(screens::Context& c);
    screens::WallFacts wall_facts(screens::Context const& c);
    void go_to(screens::GoTo const& go);
    void do_what_was_held(screens::Context& c);
    std::filesystem::path export_folder() const;
    void draw_round(screens::Context& c);
    static bool is_said_in_every_frame(screens::Request const& request);
    void handle_all(screens::Context& c);
    void handle(screens::Context& c, screens::Request& request);
    void handle_ask(screens::Context& c, screens::Ask& ask);
    void undo(screens::Context& c, Notices::Undo const& undo);
    void merge_alike(screens::Context& c, Notices::Merge const& merge);
    void tell_done(screens::Context& c, screens::Ask const& ask, board::OperationId operation);
    void choose(screens::Look const& look, text::Language language);
    void change_setting(std::string_view key, TomlValue const& value);
    CourseDesk::Wall wall_now(board::Now now);
    BringIn::Wall bring_wall(board::Now now);
    PersonDesk::Wall person_wall(board::Now now);
    void take_up_course(board::Now now);
    void forget_what_is_shown();
    CourseFolders folders() const;
    SafeKeeping::Wall kept_wall(Moment const& moment);
    void keep_safe(Moment const& moment);
    void take_up_restored(bool replaced);
    void tell_not_copied();
    void handle_wish(screens::Context& c, screens::WallWish const& wish);
    void handle_home(screens::Context& c, screens::WallWish const& wish);
    ReadPhoto photo_reader() const;
    void measure_reach(screens::Context& c);
    void name_new_things(board::Command& command, board::Now now);
    void shuffle(std::vector<board::IdeaId>& ideas, board::Now now);

    AppSetup m_setup;
    std::unique_ptr<Table> m_table;
    IdSource m_ids;
    Assets m_assets;
    std::unique_ptr<ui::Ui> m_ui;
    screens::Look m_look; ///< as it is now; a lowered board belongs to who stands there and is not kept
    Suggestions m_danish_suggestions, m_english_suggestions;

    screens::Screen m_screen = screens::Screen::Board;
    screens::BoardView m_board_view;
    screens::FindView m_find;
    screens::WeighView m_weigh;
    screens::Pads m_pads;
    screens::MoreView m_more;
    screens::VoteView m_vote;
    screens::SilentView m_silent;
    screens::TrialsView m_trials;
    PhotoRoom m_photos;
    std::vector<screens::TakenPhoto> m_taken_photos;
    screens::CheckInView m_check_in;
    screens::EffectView m_effect;
    Idle m_idle;
    ui::InputFrame m_input;
    bool m_meeting_was_open = false;
    screens::MeetingView m_meeting;
    screens::RoundView m_round;
    screens::CourseView m_course;
    screens::LeaderView m_leader;
    Notices m_notices;
    Bell m_bell;
    bool m_no_speaker = false; ///< the last tone could not be played
    std::vector<screens::Answer> m_answers;
    struct OnItsWay {
        board::OperationId operation;
        std::optional<screens::Draft> draft; ///< the words, should the disk not keep them
        ui::Rect origin;
        double since_s = 0;
        std::string photo{}; ///< the hash, when it is one
    };
    std::vector<OnItsWay> m_on_its_way;
    std::vector<double> m_commit_ms;
    std::vector<board::IdeaId> m_gathering;   ///< ideas that others were merged into…
    std::uint64_t m_gathering_version = 0;    ///< …on the table of this version
    std::optional<std::string> m_kept_drafts; ///< what lies beside the board; nothing: the disk refused it
    double m_drafts_due_s = 0;                ///< not written again before
    bool m_first_frame = true;
    std::vector<screens::Request> m_requests;
    std::unique_ptr<Errands> m_errands; ///< reports to what stands here, too: ended first, in the destructor
    Facilitation m_facilitation;
    Settings m_settings;
    std::string m_settings_told; ///< why the last change was not kept
    CourseDesk m_courses;
    PersonDesk m_person;
    std::optional<board::OperationId> m_erasing; ///< on its way to the disk
    TakeHome m_home;
    BringIn m_bring;
    SafeKeeping m_keeping; ///< copies the table: ended before it
    Moment m_moment;
};

} // namespace app
