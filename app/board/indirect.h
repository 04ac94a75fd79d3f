// A value that lies apart, so that what holds it stays small; else it is as if it lay here (C++26's std::indirect).
#pragma once

#include <memory>
#include <utility>

namespace board {

/// Always holds a value, but after it was moved from: then it may only be given another, or end.
template <class T> class Indirect {
  public:
    Indirect() : m_value(std::make_unique<T>()) {}
    Indirect(T value) : m_value(std::make_unique<T>(std::move(value))) {}
    Indirect(Indirect const& other) : m_value(std::make_unique<T>(*other)) {}
    Indirect(Indirect&& other) noexcept = default;
    Indirect& operator=(Indirect other) noexcept {
        m_value = std::move(other.m_value);
        return *this;
    }
    ~Indirect() = default;
    T& operator*() { return *m_value; }
    T const& operator*() const { return *m_value; }
    T* operator->() { return m_value.get(); }
    T const* operator->() const { return m_value.get(); }

  private:
    std::unique_ptr<T> m_value;
};

} // namespace board
