// A wall with one screen alone, the vote's or that of silent writing: real kit, real rules, no app and no picture.
// What the screen asks for is decided and applied at the end of each frame, as the app does it.
#pragma once

#include "board/apply.h"
#include "board/decide.h"
#include "ui/screens/silent_screen.h"
#include "ui/screens/vote_screen.h"

#include <doctest/doctest.h>
#include <memory>
#include <string>
#include <vector>

namespace test {

/// A course with `ideas` new ideas, numbered from 1, and `people` participants.
board::Board team(int ideas, int people);

class VoteWall {
  public:
    explicit VoteWall(board::Board start, ui::Vec2 size = {1920, 1080}, screens::Screen shown = screens::Screen::Vote);

    /// Finger down and up on the middle of what can be seen of the item; fails when it is not there or not enabled.
    void tap(std::string const& id);
    void tap_at(ui::Vec2 du);
    void wait(double seconds);
    /// Lets that time pass in which nothing is drawn.
    void skip(double seconds) { m_now_s += seconds; }
    ui::Item const* find(std::string_view id) const;
    bool has(std::string_view id) const { return find(id) != nullptr; }

    board::Board board;
    screens::VoteView view;
    screens::SilentView silent;
    /// Where the screen went, and what was refused, since the wall was made.
    std::vector<screens::Screen> went;
    std::vector<board::Refusal> refused;
    std::vector<board::Command> asked;
    std::vector<ui::Item> items() const { return m_ui->items(); }

  private:
    void frame(std::vector<ui::PointerEvent> fingers = {});
    void handle(screens::Request const& request);

    ui::Atlas m_atlas;
    std::unique_ptr<ui::Typesetter> m_type;
    std::unique_ptr<text::Words> m_words;
    std::unique_ptr<ui::Ui> m_ui;
    ui::KeyboardLayout m_keyboard;
    ui::Vec2 m_size;
    screens::Screen m_shown;
    std::vector<screens::Answer> m_answers;
    double m_now_s = 1;
    ui::PointerId m_finger = 0;
};

} // namespace test
