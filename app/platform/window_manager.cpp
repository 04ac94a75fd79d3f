// X's own headers stay in this file: their macros take common words.
#include "platform/window_manager.h"

#include <SDL_syswm.h>
#include <X11/Xatom.h>

namespace platform {

bool is_unmanaged(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version)
    if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11)
        return false;
    Display* const display = info.info.x11.display;
    Atom const check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
    Atom type = None;
    int format = 0;
    unsigned long count = 0, left = 0;
    unsigned char* found = nullptr;
    XGetWindowProperty(display, DefaultRootWindow(display), check, 0, 1, False, XA_WINDOW, &type, &format, &count,
                       &left, &found);
    if (found != nullptr)
        XFree(found);
    return count == 0;
}

} // namespace platform
