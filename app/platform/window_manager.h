// Who else has a say in where windows are.
#pragma once

struct SDL_Window;

namespace platform {

/// Nobody would answer when this window asks for the whole screen: an X server without a window manager shows it, as on
/// a kiosk (EWMH: _NET_SUPPORTING_WM_CHECK).
bool is_unmanaged(SDL_Window* window);

} // namespace platform
