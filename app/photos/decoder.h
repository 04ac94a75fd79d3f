// Pictures from files nobody trusts. Each is decoded by a child process that is locked in and may die; the wall reads
// only what it says, within limits. Every call waits for the child: not for the thread that draws.
#pragma once

#include "photos/pixels.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace photos {

/// Why there is no picture, as people are told it (assets/strings, [photo]).
enum class Fault {
    OtherFormat,   ///< »Kun JPEG og PNG. Dette er HEIC (fra iPhone).«
    TooManyPixels, ///< »Billedet er for stort (16.000 × 16.000). Højst 40 megapixel.«
    TooManyBytes,  ///< »Billedet er for stort (52 MB). Højst 40 MB.«
    Damaged,       ///< »Billedet er beskadiget og kan ikke vises.«
    CannotRead,    ///< the file gave an error: its stick may have been pulled
};
struct Refusal {
    Fault fault = Fault::Damaged;
    Format format = Format::Unknown; ///< of OtherFormat
    Size size{};                     ///< of TooManyPixels
    std::int64_t bytes = 0;          ///< of TooManyBytes
};
template <class T> using Result = tl::expected<T, Refusal>;

/// A picture as it is kept: upright, at most 2048 pixels long, without anything that was written beside its pixels.
struct Kept {
    std::string jpeg;
    Size size;
};

class Decoder {
  public:
    /// `program` is the one that has `run_decoder_child`.
    explicit Decoder(std::filesystem::path program = "/proc/self/exe",
                     std::chrono::milliseconds patience = std::chrono::seconds(10))
        : m_program(std::move(program)), m_patience(patience) {}

    /// `file`: a descriptor open for reading, at its beginning.
    Result<Kept> keep(int file) const;
    /// As large as fits into `room` (at most 4096 pixels each way), never larger than it is.
    Result<Pixels> inside(int file, Size room) const;
    /// The same of a file's bytes.
    Result<Pixels> inside(std::string_view file, Size room) const;
    /// In that size exactly, from what `keep` gave.
    Result<Pixels> exactly(std::string_view jpeg, Size size) const;

  private:
    std::filesystem::path m_program;
    std::chrono::milliseconds m_patience;
};

} // namespace photos
