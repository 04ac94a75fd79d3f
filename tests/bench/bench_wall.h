// What the benchmarks measure: a board with so many ideas, and the app on a full-HD wall, its frames drawn as a wall
// without a GPU draws them.
#pragma once

#include "app.h"
#include "commands.h"
#include "project.h"
#include "ui/kit/raster.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace bench {

[[noreturn]] inline void fail(std::string const& why) {
    std::cerr << why << '\n';
    std::exit(1);
}

inline app::Moment const moment = *app::parse_moment("2026-11-23T09:42");
inline std::filesystem::path const assets = project() / "assets";

/// An empty folder, gone with the program.
class Folder {
  public:
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "rundt-loops-XXXXXX";
        if (!mkdtemp(name.data()))
            fail("no folder for the boards");
        m_path = name;
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::filesystem::path const& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

/// A board file with so many made-up ideas.
inline std::filesystem::path board_file(std::int64_t ideas) {
    static Folder const folder;
    auto const file = folder.path() / (std::to_string(ideas) + ".rundtbord");
    if (!std::filesystem::exists(file)) {
        std::ostringstream out, err;
        auto const words = text::Words::load(assets / "strings", text::Language::Danish);
        app::NewBoard const wish{.file = file, .demo = {}, .made_up_ideas = static_cast<int>(ideas)};
        if (!words || app::run_new(wish, {*words, assets, moment.now, out, err}) != 0)
            fail("no board: " + err.str());
    }
    return file;
}

/// A finger on it carries a card; nothing is measured by itself.
class Wall {
  public:
    explicit Wall(std::int64_t ideas) : m_pixels(static_cast<std::size_t>(width) * height) {
        auto const file = board_file(ideas);
        auto table = app::open_table(file, {});
        if (!table)
            fail(table.error().detail);
        auto shown_with = app::load_assets(assets, "/usr/share/fonts/opentype/inter");
        if (!shown_with)
            fail(shown_with.error());
        m_app = std::make_unique<app::App>(app::AppSetup{.assets = assets, .config = {}, .board_file = file},
                                           std::move(*shown_with), std::move(*table), app::IdSource(1));
        for (int i = 0; i < 120; ++i)
            build(), draw();
    }
    void build(std::vector<ui::PointerEvent> fingers = {}) {
        m_now_s += 1.0 / 60;
        ui::InputFrame input{.now_s = m_now_s, .size = {width, height}, .pointers = std::move(fingers), .keys = {}};
        for (auto& finger : input.pointers)
            finger.at_s = m_now_s;
        m_drawn = m_app->frame(input, moment, 0.75F);
    }
    void draw() {
        m_raster.draw(*m_drawn, m_app->atlas(), {m_pixels.data(), width, height, width}, &m_app->pictures());
    }

    ui::Vec2 middle_of(std::string const& id) const {
        for (auto const& item : m_app->ui().items())
            if (item.id == id)
                return item.rect.clipped(item.clip).centre();
        fail(id + " is not on the wall");
    }
    /// The number of the topmost card that can be seen whole.
    std::string first_card() const {
        for (auto const& item : m_app->ui().items())
            if (item.id.starts_with("idea/") && item.id.find('/', 5) == std::string::npos &&
                item.clip.contains(item.rect.centre()))
                return item.id;
        fail("no card on the wall");
    }
    /// A finger takes the card and carries it a little further with every frame; back and forth.
    void take_up(std::string const& id) {
        m_at = middle_of(id);
        build({{1, ui::PointerPhase::Down, m_at, 0}});
        for (int i = 0; i < 40; ++i)
            build(), draw();
    }
    void carry_on() {
        m_step = m_at.x > 1500 ? -7.0F : m_at.x < 500 ? 7.0F : m_step;
        m_at.x += m_step;
        build({{1, ui::PointerPhase::Move, m_at, 0}});
    }

  private:
    static constexpr int width = 1920, height = 1080;
    std::unique_ptr<app::App> m_app;
    ui::Raster m_raster;
    std::vector<std::uint32_t> m_pixels;
    ImDrawData* m_drawn = nullptr;
    double m_now_s = 1;
    ui::Vec2 m_at;
    float m_step = 7;
};

} // namespace bench
