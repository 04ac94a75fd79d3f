// *Mere*: the ways to the course and the leader's page, how the wall looks, the language, and taking the board home.
#pragma once

#include "ui/screens/context.h"

namespace screens {

struct MoreView {
    enum class Page { Menu, Screen } page = Page::Menu;
    bool open = false;
};

void more_panel(Context& c, MoreView& view);

} // namespace screens
