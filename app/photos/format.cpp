// Every number is read through `Reader`, which gives nothing beyond the end.
#include "photos/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace photos {

namespace {

constexpr int longest_side = 65535;

class Reader {
  public:
    explicit Reader(Bytes bytes) : m_bytes(bytes) {}

    std::optional<unsigned> byte(std::size_t at) const {
        return at < m_bytes.size() ? std::optional<unsigned>(m_bytes[at]) : std::nullopt;
    }
    std::optional<unsigned> big16(std::size_t at) const { return number(at, 2, false); }
    std::optional<unsigned> big32(std::size_t at) const { return number(at, 4, false); }
    std::optional<unsigned> number(std::size_t at, std::size_t size, bool little) const {
        if (at > m_bytes.size() || size > m_bytes.size() - at)
            return {};
        unsigned value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | m_bytes[at + (little ? size - 1 - i : i)];
        return value;
    }
    bool has(std::size_t at, std::string_view text) const {
        return at <= m_bytes.size() && text.size() <= m_bytes.size() - at &&
               std::equal(text.begin(), text.end(), m_bytes.begin() + static_cast<std::ptrdiff_t>(at),
                          [](char letter, std::uint8_t byte) { return static_cast<std::uint8_t>(letter) == byte; });
    }
    Reader from(std::size_t at, std::size_t size) const {
        at = std::min(at, m_bytes.size());
        return Reader(m_bytes.subspan(at, std::min(size, m_bytes.size() - at)));
    }
    std::size_t size() const { return m_bytes.size(); }

  private:
    Bytes m_bytes;
};

using namespace std::string_view_literals;

/// An ISO box file's brand: HEIC and its kin, AVIF.
Format format_of_brand(Reader const& file) {
    if (file.has(8, "avif") || file.has(8, "avis"))
        return Format::Avif;
    constexpr std::array brands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv, "mif1"sv, "msf1"sv};
    bool const heic = std::any_of(brands.begin(), brands.end(), [&](auto brand) { return file.has(8, brand); });
    return heic ? Format::Heic : Format::Unknown;
}

/// XML whose beginning names an svg.
bool is_svg(Bytes file) {
    std::string start;
    for (std::uint8_t const byte : file.first(std::min<std::size_t>(file.size(), 1024)))
        start += static_cast<char>(byte);
    auto const first = start.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string::npos && start[first] == '<' && start.find("<svg") != std::string::npos;
}

/// The orientation in an Exif block, which begins with a TIFF header.
Turn turn_in(Reader const& tiff) {
    bool const little = tiff.has(0, "II");
    if ((!little && !tiff.has(0, "MM")) || tiff.number(2, 2, little) != 42U)
        return Turn::None;
    std::size_t const table = tiff.number(4, 4, little).value_or(0);
    unsigned const entries = std::min(tiff.number(table, 2, little).value_or(0), 1000U);
    for (unsigned i = 0; i < entries; ++i) {
        std::size_t const entry = table + 2 + std::size_t{12} * i;
        if (tiff.number(entry, 2, little) != 0x0112U)
            continue;
        unsigned const turn = tiff.number(entry + 8, 2, little).value_or(1);
        return turn >= 1 && turn <= 8 ? static_cast<Turn>(turn) : Turn::None;
    }
    return Turn::None;
}

std::optional<Head> sound(Head const& head) {
    bool const fits = head.w > 0 && head.h > 0 && head.w <= longest_side && head.h <= longest_side;
    return fits ? std::optional(head) : std::nullopt;
}

bool is_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// From segment to segment until the frame is met.
std::optional<Head> head_of_jpeg(Reader const& file) {
    Head head{.format = Format::Jpeg};
    for (std::size_t at = 2;;) {
        auto const lead = file.byte(at), marker = file.byte(at + 1);
        if (lead != 0xFFU || !marker)
            return {};
        if (*marker == 0xFF) { // padding
            ++at;
            continue;
        }
        auto const length = file.big16(at + 2);
        if (!length || *length < 2 || *marker == 0xD9 || *marker == 0xDA)
            return {};
        Reader const segment = file.from(at + 4, *length - 2);
        if (*marker == 0xE1 && segment.has(0, "Exif\0\0"sv) && head.turn == Turn::None)
            head.turn = turn_in(segment.from(6, segment.size()));
        if (is_frame(*marker)) {
            head.bits = static_cast<int>(segment.byte(0).value_or(0));
            head.h = static_cast<int>(segment.big16(1).value_or(0));
            head.w = static_cast<int>(segment.big16(3).value_or(0));
            head.channels = static_cast<int>(segment.byte(5).value_or(0));
            return sound(head);
        }
        at += 2 + *length;
    }
}

std::optional<Head> head_of_png(Reader const& file) {
    if (!file.has(12, "IHDR"))
        return {};
    unsigned const w = file.big32(16).value_or(0), h = file.big32(20).value_or(0);
    if (w > longest_side || h > longest_side) // told as they are: the picture is refused as too large
        return Head{Format::Png, static_cast<int>(std::min(w, 1U << 30)), static_cast<int>(std::min(h, 1U << 30)), 4,
                    8};
    return sound({Format::Png, static_cast<int>(w), static_cast<int>(h), 4, 8});
}

} // namespace

Format format_of(Bytes bytes) {
    Reader const file(bytes);
    if (file.has(0, "\xFF\xD8\xFF"))
        return Format::Jpeg;
    if (file.has(0, "\x89PNG\r\n\x1A\n"))
        return Format::Png;
    if (file.has(0, "GIF8"))
        return Format::Gif;
    if (file.has(0, "RIFF") && file.has(8, "WEBP"))
        return Format::WebP;
    if (file.has(0, "II*\0"sv) || file.has(0, "MM\0*"sv))
        return Format::Tiff;
    if (file.has(4, "ftyp"))
        return format_of_brand(file);
    if (file.has(0, "BM"))
        return Format::Bmp;
    return is_svg(bytes) ? Format::Svg : Format::Unknown;
}

std::optional<Head> head_of(Bytes bytes) {
    switch (format_of(bytes)) {
    case Format::Jpeg: return head_of_jpeg(Reader(bytes));
    case Format::Png: return head_of_png(Reader(bytes));
    default: return {};
    }
}

} // namespace photos
