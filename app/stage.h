// The real app without a window: a virtual clock, fingers as lists of points, pictures by the software
// rasteriser. Scripts (play.h) and tests stand on it.
#pragma once

#include "app.h"
#include "start_trouble.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A finger's way: down at the first point, along the others, up at the last. Pixels of the window.
struct Stroke {
    std::vector<ui::Vec2> path;
    double seconds = 0.25; ///< from down to the end of the path
    double rest_s = 0;     ///< rests at the first point before moving
    double hold_s = 0;     ///< rests at the last point before lifting
    double starts_s = 0;   ///< after the others' beginning
};

class KeptPicture;

class Stage {
  public:
    struct Setup {
        std::filesystem::path assets, fonts;
        std::filesystem::path file; ///< the board; it must exist
        Config config;
        Moment moment;
        ui::Vec2 size{1920, 1080};
        PinCost pin_cost = PinCost::Least;
        std::filesystem::path decoder = "/proc/self/exe"; ///< the program, when this is another
        std::function<bool()> tone{};                     ///< as AppSetup's
        bool keep_picture = false; ///< draw every frame as a wall does: into a picture that is kept, what changed only
    };
    /// A board that cannot be opened is no error: why is what is shown.
    static tl::expected<std::unique_ptr<Stage>, std::string> open(Setup setup);
    ~Stage();
    Stage(Stage const&) = delete;
    Stage& operator=(Stage const&) = delete;

    /// Plays all strokes on one clock, then lets everything come to rest.
    void play(std::vector<Stroke> const& strokes);
    /// Keys of a real keyboard.
    void type(std::string const& text);
    void press(ui::Key key);
    /// Lets virtual time pass. As on the wall, nothing is drawn until something is due or the clock shows another minute.
    void wait(double seconds);
    /// Frames until nothing moves (ten virtual seconds at most; false: it did not come to rest).
    bool settle();
    /// What a pulled plug does: the app is dropped with nothing said, and the file opened again.
    tl::expected<void, std::string> restart();
    void resize(ui::Vec2 size) { m_setup.size = size; }
    /// From now on the wall's clock goes on from there, as fast as virtual time.
    void set_moment(Moment moment) {
        m_setup.moment = moment;
        m_moment_since_s = m_now_s;
    }

    /// What is shown: the app, or why there is none.
    Scene const& scene() const { return *m_scene; }
    bool has_app() const { return m_app != nullptr; }
    /// Only while there is a board to show.
    App& app() { return *m_app; }
    App const& app() const { return *m_app; }
    /// The item with this id, or this label (the nth, from 1), as it stands now.
    std::optional<ui::Item> find(std::string const& name, int nth = 1) const;
    /// Middle of the part of an item that can be seen, pixels.
    ui::Vec2 middle(ui::Item const& item) const;
    /// That many du from its top left corner, in pixels.
    ui::Vec2 within(ui::Item const& item, ui::Vec2 du) const;
    /// The frame as a PNG; false when the file cannot be written.
    bool shot(std::filesystem::path const& file);
    /// Holds the picture that was kept against the frame drawn whole. Nothing when they are the same, pixel by pixel,
    /// or when none is kept; else where they differ.
    std::optional<std::string> kept_wrongly() const;

  private:
    explicit Stage(Setup setup);
    tl::expected<void, std::string> start();
    tl::expected<void, std::string> start_without(NoBoard why);
    void go_on();
    std::filesystem::path settings_file() const { return m_setup.file.string() + ".wall.toml"; }
    std::filesystem::path pin_file() const { return m_setup.file.string() + ".pin"; }
    /// As a wall opens the course it showed last.
    std::filesystem::path shown_file() const;
    void frame(ui::InputFrame input);
    Moment moment() const;
    double next_minute_s() const;
    void step() { frame({}); }

    Setup m_setup;
    std::unique_ptr<Scene> m_scene;
    App* m_app = nullptr;              ///< the scene, when it is the app
    StartTrouble* m_trouble = nullptr; ///< …or when there is no board
    double m_now_s = 1;
    double m_moment_since_s = 1; ///< when `m_setup.moment` was
    ui::PointerId m_next_pointer = 1;
    ImDrawData* m_drawn = nullptr;
    std::unique_ptr<KeptPicture> m_kept;
};

} // namespace app
