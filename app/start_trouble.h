// A wall that has no board to show: the sentence why on the whole wall, and what can be done about it. A board that is
// damaged beyond what its copies can mend is never deleted; an empty one takes its place when the facilitator says so.
#pragma once

#include "errands.h"
#include "gate.h"
#include "recovery.h"
#include "scene.h"
#include "take_home.h"
#include "text/words.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/type.h"
#include "ui/screens/pin_screen.h"
#include "ui/screens/start_trouble.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace app {

/// Why there is no board.
struct NoBoard {
    std::string sentence;          ///< its key
    bool may_begin = false;        ///< an empty board may take its place
    bool never_was = false;        ///< there is no file yet: none could be made
    std::filesystem::path aside{}; ///< the folder where the file was laid aside; empty: it is in its place only
    std::string told{};            ///< the key of the sentence why what was asked for last was not done; empty: it was
    std::string detail{};          ///< in English, for the log
};

/// Opens the board for the wall, made when there never was one. The name of a new one is the words' `cli.new_course`.
tl::expected<OpenedCourse, NoBoard> open_for_wall(std::filesystem::path const& file, CourseFolders const& folders,
                                                  Moment const& now, text::Words const& words,
                                                  std::function<void()> wake);
/// An empty board in the place of the one that cannot be read, which is laid aside first, whatever it is. The error is a
/// sentence's key; then nothing is changed.
tl::expected<void, std::string> begin_anew(std::filesystem::path const& file, CourseFolders const& folders,
                                           Moment const& now, text::Words const& words);

class StartTrouble : public Scene {
  public:
    struct Setup {
        std::filesystem::path assets, fonts;
        Config config;
        std::filesystem::path board_file, pin_file;
        PinCost pin_cost = PinCost::Moderate;
        NoBoard why;
        std::function<void()> wake{}; ///< a frame is due: called from another thread; empty: nobody sleeps
    };
    static constexpr double again_after_s = 15; ///< it tries by itself, unless an empty board may be begun

    /// Reads words, the keyboard and fonts; an error says which file is wrong.
    static tl::expected<std::unique_ptr<StartTrouble>, std::string> open(Setup setup);
    ~StartTrouble() override;

    /// Why what was answered was not done: the key of the sentence.
    void tell(std::string key) { m_setup.why.told = std::move(key); }

    enum class Answer { None, Again, Begin };
    Answer answer() const { return m_answer; }

    ImDrawData* frame(ui::InputFrame const& input, Moment const& moment, float mm_per_px) override;
    double next_frame_s() const override { return m_ui->next_frame_s(); }
    bool settled() const override { return m_ui->settled() && m_errands->idle() && m_home.idle(); }
    ui::Ui const& ui() const override { return *m_ui; }
    ui::Atlas& atlas() override { return m_atlas; }
    ui::Pictures const& pictures() const override { return m_pictures; }
    Config const& config() const override { return m_setup.config; }
    std::string screen_name() const override { return m_asks_pin ? "pin" : "start-trouble"; }
    void drain() override;
    void leave() override {}
    bool ended() const override { return m_answer != Answer::None; }
    std::vector<double> take_commit_ms() override { return {}; }

  private:
    explicit StartTrouble(Setup setup);
    void draw(screens::Context& c);
    void draw_gate(screens::Context& c);

    Setup m_setup;
    ui::Atlas m_atlas;
    ui::Pictures m_pictures; ///< none
    std::unique_ptr<ui::Typesetter> m_type;
    std::unique_ptr<text::Words> m_words;
    ui::KeyboardLayout m_keys;
    std::unique_ptr<ui::Ui> m_ui;
    board::Board m_board; ///< screens are handed one; it has our name, and nothing else
    ui::InputFrame m_input;
    double m_again_at_s = 0; ///< 0: the first frame has not been drawn
    bool m_asks_pin = false;
    screens::PinView m_pin;
    Answer m_answer = Answer::None;
    std::unique_ptr<Errands> m_errands; ///< reports to what stands here: ended first, in the destructor
    Gate m_gate;
    TakeHome m_home; ///< of the recovery code
};

} // namespace app
