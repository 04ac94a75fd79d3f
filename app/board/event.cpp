#include "board/event.h"

namespace board {

Event::Event() = default;
Event::Event(Event const& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(Event const& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

} // namespace board
