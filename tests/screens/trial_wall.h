// A wall with *Prøvehandlinger* alone: real kit, real rules, no app and no picture. What the screen asks for is
// decided and applied at the end of each frame, and answered in the next, as the app does it.
#pragma once

#include "board/apply.h"
#include "board/decide.h"
#include "ui/screens/trial_screen.h"

#include <doctest/doctest.h>
#include <memory>
#include <string>
#include <vector>

namespace test {

inline constexpr board::Date today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

/// A team of six with a leader, meetings every third week, and one idea of that stage with that many trials; all but
/// the last are adjusted. The last one runs in Test, is a draft where `last_is_draft`, and is decided elsewhere.
struct Story {
    board::Stage stage = board::Stage::Selected;
    int trials = 0;
    bool last_is_draft = false;
    bool experience_only = false;
};
board::Board told(Story const& story);

class TrialWall {
  public:
    struct Look {
        ui::Vec2 size = {1920, 1080};
        text::Language language = text::Language::Danish;
        int text_step = 0;
        bool half = false; ///< it has the left half of the wall, under a header of 112 du
    };
    explicit TrialWall(board::Board start) : TrialWall(std::move(start), Look()) {}
    TrialWall(board::Board start, Look look);

    /// Finger down and up on the middle of what can be seen of the item, scrolled to in a half; fails when it is not there or not enabled.
    void tap(std::string const& id);
    /// On a real keyboard.
    void type(std::string const& text);
    void wait(double seconds);
    ui::Item const* find(std::string_view id) const;
    bool has(std::string_view id) const { return find(id) != nullptr; }
    std::string value(std::string_view id) const;
    /// By the names they have in their half.
    std::vector<ui::Item> const& items() const { return m_items; }
    ui::Rect screen() const { return m_look.half ? half() : m_ui->screen(); }
    ui::Ui& ui() { return *m_ui; }
    text::Words const& words() const { return *m_words; }
    board::Idea const& idea() const { return board.ideas.front(); }

    /// The commands of that kind, in the order they were asked for.
    template <class Kind> std::vector<Kind> asked() const {
        std::vector<Kind> all;
        for (auto const& command : commands)
            if (auto const* one = std::get_if<Kind>(&command))
                all.push_back(*one);
        return all;
    }

    board::Board board;
    screens::TrialView view;
    std::vector<board::Command> commands;
    std::vector<board::Refusal> refused;
    std::vector<screens::Screen> went;
    std::vector<std::string> said;

  private:
    void frame(std::vector<ui::PointerEvent> fingers = {}, std::string const& typed = {});
    void handle(screens::Request const& request);
    ui::Rect half() const;
    void scroll_to(std::string const& id);

    ui::Atlas m_atlas;
    std::unique_ptr<ui::Typesetter> m_type;
    std::unique_ptr<text::Words> m_words;
    std::unique_ptr<ui::Ui> m_ui;
    ui::KeyboardLayout m_keyboard;
    Look m_look;
    std::vector<screens::Answer> m_answers;
    std::vector<ui::Item> m_items;
    double m_now_s = 1;
    ui::PointerId m_finger = 0;
};

} // namespace test
