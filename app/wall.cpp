#include "wall.h"

#include "app.h"
#include "platform/clock.h"
#include "platform/gl_renderer.h"
#include "platform/service.h"
#include "platform/speaker.h"
#include "platform/window.h"
#include "recovery.h"
#include "start_trouble.h"
#include "ui/kit/raster.h"
#include "ui_map.h"

#include <cmath>
#include <fstream>
#include <future>
#include <iomanip>
#include <iostream>
#include <spdlog/spdlog.h>
#include <thread>

namespace app {

namespace {

using platform::Window;

constexpr double late_s = 0.001; // a frame may be so late, and the next one still be on the beat

platform::RendererChoice renderer_of(Config const& config) {
    return config.renderer == "gl"         ? platform::RendererChoice::Gl
           : config.renderer == "software" ? platform::RendererChoice::Software
                                           : platform::RendererChoice::Automatic;
}

Moment moment_now() {
    auto const time = platform::wall_time();
    return {time.now, time.hour, time.minute};
}

/// Draws frames to the window, with a GPU or without, and says what of a frame took how long.
class Painter {
  public:
    explicit Painter(Window& window) : m_window(window) {
        if (window.uses_gl())
            m_gl.emplace();
    }
    struct Cost {
        double raster_ms = 0, show_ms = 0;
    };
    Cost paint(ImDrawData& data, ui::Atlas& atlas, ui::Pictures const& pictures) {
        double const began = Window::now_s();
        if (m_gl) {
            m_gl->upload(atlas.pixels(), atlas.side(), atlas.version());
            m_gl->draw(data, ui::atlas_texture, [&](std::uint64_t id) {
                auto const* picture = pictures.find(id);
                return picture ? platform::GlRenderer::Picture{picture->w, picture->h, picture->pixels.data()}
                               : platform::GlRenderer::Picture{};
            });
            double const drawn = Window::now_s();
            m_window.swap();
            return {(drawn - began) * 1000, (Window::now_s() - drawn) * 1000};
        }
        auto const surface = m_window.surface();
        if (!surface)
            return {};
        bool const whole = m_window.exposed() || surface->pixels != m_seen.pixels || surface->width != m_seen.width ||
                           surface->height != m_seen.height;
        m_seen = *surface;
        if (whole)
            m_raster.forget();
        auto const damage = m_raster.draw(
            data, atlas, {surface->pixels, surface->width, surface->height, surface->stride}, &pictures);
        double const drawn = Window::now_s();
        m_parts.clear();
        for (auto const& part : damage)
            m_parts.push_back({part.x, part.y, part.w, part.h});
        m_window.show(m_parts);
        return {(drawn - began) * 1000, (Window::now_s() - drawn) * 1000};
    }

  private:
    Window& m_window;
    std::optional<platform::GlRenderer> m_gl;
    ui::Raster m_raster{ui::Raster::hands_here()};
    platform::Surface m_seen;
    std::vector<platform::PixelRect> m_parts;
};

/// A line a frame: what building, drawing and showing it took.
class FrameLog {
  public:
    explicit FrameLog(std::filesystem::path const& file) {
        if (!file.empty())
            m_out.open(file);
        m_out << std::fixed << std::setprecision(6); // a microsecond, however long the machine has been up
    }
    void commits(std::vector<double> const& took_ms) {
        for (double const ms : took_ms)
            if (m_out.is_open())
                m_out << R"({"commit_ms": )" << ms << "}\n" << std::flush;
    }
    void frame(double build_ms, Painter::Cost cost) {
        if (m_out.is_open())
            m_out << R"({"t": )" << Window::now_s() << R"(, "build_ms": )" << build_ms << R"(, "raster_ms": )"
                  << cost.raster_ms << R"(, "present_ms": )" << cost.show_ms << "}\n"
                  << std::flush;
    }

  private:
    std::ofstream m_out;
};

/// Shows one scene until it has ended or the window is closed.
class Wall {
  public:
    Wall(WallOptions const& options, Window& window, Scene& scene)
        : m_options(options), m_window(window), m_scene(scene), m_painter(window), m_log(options.frame_log) {
        if (!options.ui_map.empty())
            m_map.emplace(options.ui_map);
    }
    void run() {
        frame(m_window.wait(0));
        m_service.ready();
        while (!m_window.closing() && !m_scene.ended()) {
            pace();
            frame(m_window.wait(next_deadline_s()));
            m_service.alive(Window::now_s());
        }
        if (m_window.closing())
            m_service.stopping();
        m_scene.leave();
    }

  private:
    /// At most one frame for each picture the screen shows, however fast events come.
    void pace() {
        double const left_s = m_next_beat_s - Window::now_s();
        if (left_s > 0)
            std::this_thread::sleep_for(std::chrono::duration<double>(left_s));
    }
    double next_deadline_s() const {
        double const motion = std::max(m_scene.next_frame_s(), m_next_beat_s);
        double const minute = m_options.now ? motion : m_last_frame_s + m_to_next_minute_s;
        return std::min({motion, minute, m_service.next_sign_s()});
    }
    Moment moment() {
        if (m_options.now)
            return *m_options.now;
        auto const time = platform::wall_time();
        m_to_next_minute_s = time.to_next_minute_s;
        return {time.now, time.hour, time.minute};
    }
    void frame(ui::InputFrame const& input) {
        m_last_frame_s = Window::now_s();
        m_next_beat_s = std::max(m_next_beat_s, m_last_frame_s - late_s) + m_window.refresh_s();
        float const diagonal_px = std::hypot(input.size.x, input.size.y);
        auto const mm_per_px = static_cast<float>(m_scene.config().diagonal_inches * 25.4) / diagonal_px;
        auto* data = m_scene.frame(input, moment(), mm_per_px);
        double const build_ms = (Window::now_s() - m_last_frame_s) * 1000;
        m_log.frame(build_ms, m_painter.paint(*data, m_scene.atlas(), m_scene.pictures()));
        m_log.commits(m_scene.take_commit_ms());
        if (m_map)
            m_map->update(m_scene);
    }

    WallOptions const& m_options;
    Window& m_window;
    Scene& m_scene;
    Painter m_painter;
    FrameLog m_log;
    std::optional<UiMapFile> m_map;
    platform::Service m_service;
    double m_last_frame_s = 0;
    double m_next_beat_s = 0;
    double m_to_next_minute_s = 60;
};

/// Why there is no board, until somebody has answered. The key of the sentence why that was not done; empty: it was, or
/// there was nothing to do.
tl::expected<std::string, std::string> show_trouble(WallOptions const& options, Window& window, NoBoard why,
                                                    CourseFolders const& folders, text::Words const& words) {
    auto trouble = StartTrouble::open({.assets = options.assets,
                                       .fonts = options.fonts,
                                       .config = options.config,
                                       .board_file = options.file,
                                       .pin_file = pin_file_in(options.file.parent_path()),
                                       .why = std::move(why),
                                       .wake = [] { Window::wake(); }});
    if (!trouble)
        return tl::unexpected(trouble.error());
    Wall(options, window, **trouble).run();
    if ((*trouble)->answer() != StartTrouble::Answer::Begin)
        return std::string();
    auto const begun = begin_anew(options.file, folders, options.now.value_or(moment_now()), words);
    return begun ? std::string() : begun.error();
}

void show_board(WallOptions const& options, Window& window, Assets assets, OpenedCourse opened,
                platform::Speaker& speaker) {
    AppSetup setup{.assets = options.assets,
                   .config = options.config,
                   .board_file = options.file,
                   .settings_file = options.settings_file,
                   .pin_file = pin_file_in(options.file.parent_path()),
                   .recovered = std::move(opened.recovered),
                   .not_copied = std::move(opened.not_copied),
                   .wake = [] { Window::wake(); },
                   .tone = [&speaker] { return speaker.play(); }};
    App app(std::move(setup), std::move(assets), std::move(opened.table), IdSource());
    Wall(options, window, app).run();
}

int fail(std::string const& sentence) { return std::cerr << sentence << '\n', 1; }

} // namespace

int show_wall(WallOptions const& options) {
    auto const words = text::Words::load(options.assets / "strings", options.config.language);
    if (!words)
        return fail(words.error());
    auto const folders = folders_of(options.file.parent_path(), options.config);
    sweep_at_start(folders);
    auto const open = [&] {
        return open_for_wall(options.file, folders, options.now.value_or(moment_now()), *words, [] { Window::wake(); });
    };
    auto first = std::async(std::launch::async, open); // a long history is read while the window opens
    auto window = Window::open({words->get("common.name"), options.windowed, renderer_of(options.config)});
    if (!window)
        return fail(window.error());
    auto assets = load_assets(options.assets, options.fonts); // while the board may still be read
    if (!assets)
        return fail(assets.error());
    platform::Speaker speaker;
    for (std::string told; !(*window)->closing();) {
        auto opened = first.valid() ? first.get() : open();
        if (opened) {
            show_board(options, **window, std::move(*assets), std::move(*opened), speaker);
            return 0;
        }
        spdlog::error("{}: {}", options.file.string(), opened.error().detail);
        std::cerr << words->get(opened.error().sentence) << '\n';
        opened.error().told = told;
        auto const answered = show_trouble(options, **window, std::move(opened.error()), folders, *words);
        if (!answered)
            return fail(answered.error());
        told = *answered;
    }
    return 0;
}

} // namespace app
