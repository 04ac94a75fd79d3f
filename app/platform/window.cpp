// Touch stays touch here: SDL's touch-to-mouse inventions are off and the mouse is never captured, for either
// would eat touches on X11.
#include "platform/window.h"

#include "platform/contacts.h"
#include "platform/window_manager.h"

#include <SDL.h>
#include <SDL_opengl.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <utility>

namespace platform {

namespace {

constexpr FingerName mouse_name{-1, 0};

void set_hints() {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0"); // with it, and no plugin for it, nothing is ever shown
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); // the surface is the X server's shared memory
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "1");
}

/// A driver that draws without a GPU, slower than we do ourselves.
bool draws_in_software(char const* driver) {
    std::string const name = driver != nullptr ? driver : "";
    return name.find("llvmpipe") != std::string::npos || name.find("softpipe") != std::string::npos ||
           name.find("SWR") != std::string::npos;
}

bool has_gpu() {
    std::error_code ec;
    for (auto const& entry : std::filesystem::directory_iterator("/dev/dri", ec))
        if (entry.path().filename().string().starts_with("renderD"))
            return true;
    return false;
}

std::string sdl_error(char const* what) { return std::string(what) + ": " + SDL_GetError(); }

std::optional<ui::Key> key_of(SDL_Keycode code) {
    switch (code) {
    case SDLK_BACKSPACE: return ui::Key::Backspace;
    case SDLK_DELETE: return ui::Key::Delete;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return ui::Key::Enter;
    case SDLK_LEFT: return ui::Key::Left;
    case SDLK_RIGHT: return ui::Key::Right;
    case SDLK_UP: return ui::Key::Up;
    case SDLK_DOWN: return ui::Key::Down;
    case SDLK_HOME: return ui::Key::Home;
    case SDLK_END: return ui::Key::End;
    case SDLK_ESCAPE: return ui::Key::Escape;
    case SDLK_TAB: return ui::Key::Tab;
    default: return {};
    }
}

/// When SDL took the event in, on our clock.
double time_of(SDL_Event const& event) {
    return Window::now_s() - static_cast<double>(SDL_GetTicks() - event.common.timestamp) / 1000;
}

} // namespace

struct Window::Impl {
    SDL_Window* window = nullptr;
    SDL_GLContext gl = nullptr;
    SDL_Surface* converted = nullptr; ///< drawn into when the window's own pixels are of another kind
    bool closing = false;
    bool exposed = true;
    Contacts contacts;

    ~Impl() { close(); }
    void close();
    bool create(WindowOptions const& options, std::uint32_t kind);
    bool create_gl(WindowOptions const& options);
    ui::Vec2 size() const {
        int w = 0, h = 0;
        SDL_GetWindowSizeInPixels(window, &w, &h);
        return {static_cast<float>(w), static_cast<float>(h)};
    }
    void finger(SDL_Event const& event, ui::InputFrame& frame);
    void mouse_button(SDL_Event const& event, ui::InputFrame& frame);
    void mouse_motion(SDL_Event const& event, ui::InputFrame& frame);
    void take(SDL_Event const& event, ui::InputFrame& frame);
    void window_event(SDL_WindowEvent const& event, ui::InputFrame& frame);
};

void Window::Impl::close() {
    SDL_FreeSurface(converted);
    if (gl)
        SDL_GL_DeleteContext(gl);
    if (window)
        SDL_DestroyWindow(window);
    converted = nullptr, gl = nullptr, window = nullptr;
}

bool Window::Impl::create(WindowOptions const& options, std::uint32_t kind) {
    auto size = options.windowed.value_or(ui::Vec2{1920, 1080});
    int place = SDL_WINDOWPOS_CENTERED;
    SDL_DisplayMode desktop{};
    if (!options.windowed && SDL_GetDesktopDisplayMode(0, &desktop) == 0) {
        size = {static_cast<float>(desktop.w), static_cast<float>(desktop.h)};
        place = 0;
    }
    std::uint32_t const flags = options.windowed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_BORDERLESS;
    window = SDL_CreateWindow(options.title.c_str(), place, place, static_cast<int>(size.x), static_cast<int>(size.y),
                              flags | kind);
    // It fills the screen already, and SDL would wait a tenth of a second for an answer that nobody gives.
    if (window && !options.windowed && !is_unmanaged(window))
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    return window != nullptr;
}

/// On failure nothing is left behind.
bool Window::Impl::create_gl(WindowOptions const& options) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    if (create(options, SDL_WINDOW_OPENGL))
        gl = SDL_GL_CreateContext(window);
    bool const wanted = options.renderer == RendererChoice::Gl;
    if (gl && (wanted || !draws_in_software(reinterpret_cast<char const*>(glGetString(GL_RENDERER))))) {
        SDL_GL_SetSwapInterval(1);
        return true;
    }
    close();
    return false;
}

void Window::Impl::finger(SDL_Event const& event, ui::InputFrame& frame) {
    auto const& touch = event.tfinger;
    auto const area = size();
    ui::Vec2 const at{std::clamp(touch.x, 0.0F, 1.0F) * (area.x - 1), std::clamp(touch.y, 0.0F, 1.0F) * (area.y - 1)};
    FingerName const name{touch.touchId, touch.fingerId};
    double const at_s = time_of(event);
    if (event.type == SDL_FINGERDOWN) {
        contacts.down(name, at, at_s, frame.pointers);
        SDL_ShowCursor(SDL_DISABLE);
    } else if (event.type == SDL_FINGERUP) {
        contacts.up(name, at, at_s, frame.pointers);
    } else {
        contacts.move(name, at, at_s, frame.pointers);
    }
}

void Window::Impl::mouse_button(SDL_Event const& event, ui::InputFrame& frame) {
    if (event.button.button != SDL_BUTTON_LEFT || event.button.which == SDL_TOUCH_MOUSEID)
        return;
    ui::Vec2 const at{static_cast<float>(event.button.x), static_cast<float>(event.button.y)};
    if (event.type == SDL_MOUSEBUTTONDOWN)
        contacts.down(mouse_name, at, time_of(event), frame.pointers);
    else
        contacts.up(mouse_name, at, time_of(event), frame.pointers);
}

void Window::Impl::mouse_motion(SDL_Event const& event, ui::InputFrame& frame) {
    if (event.motion.which == SDL_TOUCH_MOUSEID)
        return;
    SDL_ShowCursor(SDL_ENABLE); // a real mouse is in somebody's hand
    contacts.move(mouse_name, {static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)}, time_of(event),
                  frame.pointers);
}

void Window::Impl::window_event(SDL_WindowEvent const& event, ui::InputFrame& frame) {
    switch (event.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED: exposed = true; break;
    case SDL_WINDOWEVENT_SIZE_CHANGED: exposed = true; [[fallthrough]];
    case SDL_WINDOWEVENT_FOCUS_LOST:
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: contacts.cancel_all(now_s(), frame.pointers); break;
    case SDL_WINDOWEVENT_CLOSE: closing = true; break;
    default: break;
    }
}

void Window::Impl::take(SDL_Event const& event, ui::InputFrame& frame) {
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: finger(event, frame); break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: mouse_button(event, frame); break;
    case SDL_MOUSEMOTION: mouse_motion(event, frame); break;
    case SDL_TEXTINPUT: frame.keys.emplace_back(ui::TypedText{event.text.text}); break;
    case SDL_KEYDOWN:
        if (auto const key = key_of(event.key.keysym.sym))
            frame.keys.emplace_back(ui::KeyPress{*key});
        break;
    case SDL_WINDOWEVENT: window_event(event.window, frame); break;
    case SDL_DISPLAYEVENT: contacts.cancel_all(now_s(), frame.pointers); break;
    case SDL_QUIT: closing = true; break;
    default: break;
    }
}

Window::Window(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Window::~Window() {
    m_impl.reset();
    SDL_Quit();
}

tl::expected<std::unique_ptr<Window>, std::string> Window::open(WindowOptions const& options) {
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0)
        return tl::unexpected(sdl_error("no display"));
    std::unique_ptr<Window> window(new Window(std::make_unique<Impl>()));
    auto& impl = *window->m_impl;
    bool const only_gl = options.renderer == RendererChoice::Gl;
    bool const try_gl = only_gl || (options.renderer == RendererChoice::Automatic && has_gpu());
    if (try_gl && !impl.create_gl(options) && only_gl)
        return tl::unexpected(sdl_error("no OpenGL 3.3"));
    if (!impl.window && !impl.create(options, 0))
        return tl::unexpected(sdl_error("no window"));
    SDL_ShowCursor(options.windowed ? SDL_ENABLE : SDL_DISABLE);
    SDL_EventState(SDL_MULTIGESTURE, SDL_IGNORE); // they are one person's, and several stand here
    SDL_EventState(SDL_DOLLARGESTURE, SDL_IGNORE);
    SDL_StartTextInput();
    return window;
}

bool Window::uses_gl() const { return m_impl->gl != nullptr; }

double Window::now_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

ui::InputFrame Window::wait(double deadline_s) {
    ui::InputFrame frame;
    double const left_ms = std::clamp((deadline_s - now_s()) * 1000, 0.0, 60'000.0);
    SDL_Event event;
    if (left_ms > 0 ? SDL_WaitEventTimeout(&event, static_cast<int>(std::ceil(left_ms))) : SDL_PollEvent(&event)) {
        m_impl->take(event, frame);
        while (SDL_PollEvent(&event))
            m_impl->take(event, frame);
    }
    frame.now_s = now_s();
    frame.size = m_impl->size();
    return frame;
}

double Window::refresh_s() const {
    SDL_DisplayMode mode{};
    bool const told = SDL_GetDesktopDisplayMode(std::max(0, SDL_GetWindowDisplayIndex(m_impl->window)), &mode) == 0;
    return 1.0 / std::max(60, told ? mode.refresh_rate : 0);
}

bool Window::closing() const { return m_impl->closing; }

bool Window::exposed() { return std::exchange(m_impl->exposed, false); }

std::optional<Surface> Window::surface() {
    auto* surface = SDL_GetWindowSurface(m_impl->window);
    if (!surface)
        return {};
    bool const known = surface->format->BytesPerPixel == 4 && surface->format->Rmask == 0xFF0000U;
    auto*& converted = m_impl->converted;
    bool const fits = converted && converted->w == surface->w && converted->h == surface->h;
    if (known || !fits) {
        SDL_FreeSurface(converted);
        converted = known ? nullptr
                          : SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32, SDL_PIXELFORMAT_RGB888);
    }
    auto const* into = converted ? converted : surface;
    return Surface{static_cast<std::uint32_t*>(into->pixels), into->w, into->h, into->pitch / 4};
}

void Window::show(std::span<PixelRect const> parts) {
    std::vector<SDL_Rect> rects;
    for (auto const& part : parts)
        rects.push_back({part.x, part.y, part.w, part.h});
    for (auto const& rect : rects) {
        auto to = rect;
        if (m_impl->converted)
            SDL_BlitSurface(m_impl->converted, &rect, SDL_GetWindowSurface(m_impl->window), &to);
    }
    if (!rects.empty())
        SDL_UpdateWindowSurfaceRects(m_impl->window, rects.data(), static_cast<int>(rects.size()));
}

void Window::swap() { SDL_GL_SwapWindow(m_impl->window); }

void Window::wake() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

} // namespace platform
