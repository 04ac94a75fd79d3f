#include "wall.h"

#include "app.h"
#include "commands.h"
#include "platform/clock.h"
#include "platform/gl_renderer.h"
#include "platform/service.h"
#include "platform/speaker.h"
#include "platform/window.h"
#include "recovery.h"
#include "ui/kit/raster.h"
#include "ui_map.h"

#include <cmath>
#include <fstream>
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

class Wall {
  public:
    Wall(WallOptions const& options, Window& window, App& app)
        : m_options(options), m_window(window), m_app(app), m_painter(window), m_log(options.frame_log) {
        if (!options.ui_map.empty())
            m_map.emplace(options.ui_map);
    }
    void run() {
        frame(m_window.wait(0));
        m_service.ready();
        while (!m_window.closing()) {
            pace();
            frame(m_window.wait(next_deadline_s()));
            m_service.alive(Window::now_s());
        }
        m_service.stopping();
        m_app.table().drain(); // what is on its way to the disk; pictures are not waited for
    }

  private:
    /// At most one frame for each picture the screen shows, however fast events come.
    void pace() {
        double const left_s = m_next_beat_s - Window::now_s();
        if (left_s > 0)
            std::this_thread::sleep_for(std::chrono::duration<double>(left_s));
    }
    double next_deadline_s() const {
        double const motion = std::max(m_app.next_frame_s(), m_next_beat_s);
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
        auto const mm_per_px = static_cast<float>(m_app.config().diagonal_inches * 25.4) / diagonal_px;
        auto* data = m_app.frame(input, moment(), mm_per_px);
        double const build_ms = (Window::now_s() - m_last_frame_s) * 1000;
        m_log.frame(build_ms, m_painter.paint(*data, m_app.atlas(), m_app.pictures()));
        m_log.commits(m_app.take_commit_ms());
        if (m_map)
            m_map->update(m_app);
    }

    WallOptions const& m_options;
    Window& m_window;
    App& m_app;
    Painter m_painter;
    FrameLog m_log;
    std::optional<UiMapFile> m_map;
    platform::Service m_service;
    double m_last_frame_s = 0;
    double m_next_beat_s = 0;
    double m_to_next_minute_s = 60;
};

} // namespace

int show_wall(WallOptions const& options) {
    auto const words = text::Words::load(options.assets / "strings", options.config.language);
    if (!words)
        return std::cerr << words.error() << '\n', 1;
    auto const folders = folders_of(options.file.parent_path(), options.config);
    auto const moment = options.now ? *options.now : moment_now();
    if (!was_there(options.file, folders)) {
        std::filesystem::create_directories(options.file.parent_path());
        if (int const failed = run_new({.file = options.file, .demo = {}},
                                       {*words, options.assets, moment.now, std::clog, std::cerr}))
            return failed;
    }
    sweep_at_start(folders);
    auto opened = open_course(options.file, folders, moment, [] { Window::wake(); });
    if (!opened) {
        spdlog::error("{}: {}", options.file.string(), opened.error().detail);
        return std::cerr << words->get(store_key(opened.error().fault)) << '\n', 1;
    }
    auto window = Window::open({words->get("common.name"), options.windowed, renderer_of(options.config)});
    if (!window)
        return std::cerr << window.error() << '\n', 1;
    platform::Speaker speaker;
    auto app = App::open({.assets = options.assets,
                          .fonts = options.fonts,
                          .config = options.config,
                          .board_file = options.file,
                          .settings_file = options.settings_file,
                          .pin_file = pin_file_in(options.file.parent_path()),
                          .recovered = std::move(opened->recovered),
                          .wake = [] { Window::wake(); },
                          .tone = [&speaker] { return speaker.play(); }},
                         std::move(opened->table), IdSource());
    if (!app)
        return std::cerr << app.error() << '\n', 1;
    Wall(options, **window, **app).run();
    return 0;
}

} // namespace app
