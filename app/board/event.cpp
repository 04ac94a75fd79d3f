#include "board/event.h"

namespace board {

// A start reads all that ever happened: what is large and rare lies apart (Indirect).
static_assert(sizeof(Event) <= 208);

Event::Event() = default;
Event::Event(Event const& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(Event const& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

} // namespace board
