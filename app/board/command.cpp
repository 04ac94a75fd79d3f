#include "board/command.h"

namespace board {

Command::Command(Command const& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(Command const& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

} // namespace board
