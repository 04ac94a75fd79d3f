// *Mere*: what anybody may do besides: how the wall looks, the language, what is kept about people, and the way to the
// facilitator's pages.
#pragma once

#include "ui/screens/about_data.h"

namespace screens {

struct MoreView {
    enum class Page { Menu, Data, Screen } page = Page::Menu;
    bool open = false;
    DataFacts data; ///< what *Om data* says; filled in by App
};

void more_panel(Context& c, MoreView& view);

} // namespace screens
