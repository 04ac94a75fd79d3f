// A file descriptor that is closed by itself. Knows nothing of what it opens.
#pragma once

#include <unistd.h>
#include <utility>

namespace platform {

class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        m_number = std::exchange(other.m_number, -1);
        return *this;
    }

    explicit operator bool() const { return m_number >= 0; }
    int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }
    void close() {
        if (m_number >= 0)
            ::close(m_number);
        m_number = -1;
    }

  private:
    int m_number = -1;
};

} // namespace platform
