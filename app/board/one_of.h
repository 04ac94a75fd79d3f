// Whether a type is among a variant's.
#pragma once

#include <type_traits>
#include <variant>

namespace board {

template <class T, class Variant> inline constexpr bool is_one_of = false;
template <class T, class... Ts>
inline constexpr bool is_one_of<T, std::variant<Ts...>> = (std::is_same_v<T, Ts> || ...);
template <class T, class Variant>
concept OneOf = is_one_of<T, Variant>;

} // namespace board
