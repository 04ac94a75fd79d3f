// *Mere*: who takes part, what the board is called, how the wall looks, the language, and taking the board home.
#pragma once

#include "ui/screens/fields.h"

#include <optional>

namespace screens {

struct MoreView {
    enum class Page { Menu, People, Course, Screen } page = Page::Menu;
    bool open = false;
    Form form;
    board::Role role = board::Role::Employee; ///< of the person being added
    std::optional<board::ParticipantId> editing;
};

void more_panel(Context& c, MoreView& view);

} // namespace screens
