// A file that is read where it lies: only the pages that are looked at come into memory.
#pragma once

#include <filesystem>
#include <string_view>

namespace app {

class MappedFile {
  public:
    MappedFile() = default;
    /// A file that cannot be read is like an empty one.
    explicit MappedFile(std::filesystem::path const& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    /// For as long as this stays.
    std::string_view bytes() const { return m_bytes; }

  private:
    std::string_view m_bytes;
};

} // namespace app
