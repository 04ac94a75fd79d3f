// What is always on the wall, in both languages: the dock and the facilitator's pages are read whole in their largest
// words, and in ordinary ones the dock is one line of signs and words.
#include "project.h"
#include "ui/screens/board_screen.h"
#include "ui/screens/facilitator.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <memory>

namespace {

constexpr int largest = 2;
constexpr float mm_per_px = 0.75F, smallest = 0.79F; // of the button's type

/// One frame of that screen on a wall of 1920 × 1080.
class LargeWall {
  public:
    explicit LargeWall(text::Language language) {
        auto type = ui::Typesetter::open("/usr/share/fonts/opentype/inter", m_atlas);
        REQUIRE(type);
        m_type = std::move(*type);
        auto words = text::Words::load(project() / "assets/strings", language);
        REQUIRE(words);
        m_words = std::make_unique<text::Words>(std::move(*words));
        m_ui = std::make_unique<ui::Ui>(*m_type, *m_words);
        m_board.course.name = "Mindre ventetid, mere overblik";
    }

    template <class Draw> std::vector<ui::Item> shown(Draw draw, int text_step = largest) {
        m_ui->begin({.now_s = 1, .size = {1920, 1080}, .pointers = {}, .keys = {}}, mm_per_px, text_step);
        screens::Context c{.ui = *m_ui,
                           .board = m_board,
                           .words = *m_words,
                           .keyboard = m_keyboard,
                           .now = {board::Instant{}, *board::parse_date("2026-11-23")},
                           .answers = {},
                           .requests = {}};
        draw(c);
        m_ui->end();
        return m_ui->items();
    }
    /// The least width that words can be set in, du.
    float words_need(std::string const& words) {
        auto type = m_ui->theme().button;
        type.size *= smallest;
        return m_type->width(words, type);
    }

    float button_size() { return m_ui->theme().button.size; }

  private:
    ui::Atlas m_atlas;
    std::unique_ptr<ui::Typesetter> m_type;
    std::unique_ptr<text::Words> m_words;
    std::unique_ptr<ui::Ui> m_ui;
    ui::KeyboardLayout m_keyboard;
    board::Board m_board;
};

constexpr text::Language both[] = {text::Language::Danish, text::Language::English};

} // namespace

TEST_CASE("the dock says its largest words whole, and in one size") {
    for (auto const language : both) {
        LargeWall wall(language);
        auto const items = wall.shown([](screens::Context& c) {
            screens::BoardView view;
            bool more = false;
            screens::dock(c, view, more);
        });
        REQUIRE(items.size() == 9);
        for (auto const& item : items) {
            if (item.id == "dock/find" || item.id == "dock/more")
                continue;
            CAPTURE(item.label);
            CHECK(wall.words_need(item.label) / smallest + 16 <= item.rect.w);
        }
    }
}

TEST_CASE("the dock's ordinary words stand beside their signs") {
    constexpr float sign = 1.8F, side = 25; // of the type, with the gap after it; and of a button
    for (auto const language : both) {
        LargeWall wall(language);
        auto const items = wall.shown(
            [](screens::Context& c) {
                screens::BoardView view;
                bool more = false;
                screens::dock(c, view, more);
            },
            0);
        REQUIRE(items.size() == 9);
        for (auto const& item : items) {
            if (item.id == "dock/find" || item.id == "dock/more")
                continue;
            CAPTURE(item.label);
            float const words = wall.words_need(item.label) / smallest;
            CHECK(words + sign * wall.button_size() + 2 * std::min(side, 0.1F * item.rect.w) <= item.rect.w);
        }
    }
}

TEST_CASE("the facilitator's pages are called by their whole names") {
    for (auto const language : both) {
        LargeWall wall(language);
        auto const items = wall.shown([](screens::Context& c) {
            screens::FacilitatorView view;
            screens::facilitator_screen(c, view, screens::WallFacts{});
        });
        int pages = 0;
        for (auto const& item : items) {
            if (item.role != "tab" || !item.id.starts_with("facilitator/"))
                continue;
            CAPTURE(item.label);
            bool const arrow = item.id == "facilitator/people" || item.id == "facilitator/course";
            CHECK(wall.words_need(item.label) + 2 * 28 + (arrow ? 42.0F : 0) <= item.rect.w);
            ++pages;
        }
        CHECK(pages == 10);
    }
}
