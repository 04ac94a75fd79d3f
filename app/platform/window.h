// The window on the wall: fingers, a real mouse and keys become `ui::InputFrame`s; pixels go to the screen. SDL
// stays behind this header.
#pragma once

#include "ui/input.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>

namespace platform {

/// Automatic: GL where there is a GPU and it works, else software.
enum class RendererChoice { Automatic, Gl, Software };

struct WindowOptions {
    std::string title;
    std::optional<ui::Vec2> windowed; ///< pixels; nothing: fullscreen on the display
    RendererChoice renderer = RendererChoice::Automatic;
};

/// Pixels of the window to draw into, 0x00RRGGBB; they keep what was drawn.
struct Surface {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0;
    int stride = 0; ///< pixels from one row to the next
};

struct PixelRect {
    int x = 0, y = 0, w = 0, h = 0;
};

class Window {
  public:
    /// An error says in English why there is no window (no display, no GL …).
    static tl::expected<std::unique_ptr<Window>, std::string> open(WindowOptions const& options);
    ~Window();
    Window(Window const&) = delete;
    Window& operator=(Window const&) = delete;

    /// True: draw with GL and call `swap`. False: draw into `surface` and call `show`.
    bool uses_gl() const;
    /// Sleeps until something happens or the clock passes `deadline_s`; then all that has happened. Fingers are
    /// cancelled when the focus goes or the screen changes under them.
    ui::InputFrame wait(double deadline_s);
    /// Monotonic seconds.
    static double now_s();
    /// Seconds from one picture of the screen to the next, as it says; 1/60 when it does not say or is slower.
    double refresh_s() const;
    /// Somebody asked to end (SIGTERM, the window was closed).
    bool closing() const;
    /// The picture on the screen was lost in part: show all of it again.
    bool exposed();
    /// The surface of this frame; nothing when it cannot be had now. A new size means new, empty pixels.
    std::optional<Surface> surface();
    /// Puts these parts of the surface on the screen.
    void show(std::span<PixelRect const> parts);
    /// Shows what GL has drawn.
    void swap();
    /// Ends a `wait` from any thread.
    static void wake();

  private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace platform
