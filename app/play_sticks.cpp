#include "play_sticks.h"

#include "ui/kit/picture.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string_view>

namespace app {

namespace {

namespace fs = std::filesystem;

struct Landscape {
    std::uint32_t sky, low_sky, sun, far, near;
};
constexpr std::array landscapes{
    Landscape{0x7FB4D9, 0xF3E3C3, 0xFFF6D8, 0x5C8A7A, 0x2F5D50},
    Landscape{0xE88E6A, 0xF7D9A0, 0xFFF1C0, 0x8A5A6B, 0x4A3347},
    Landscape{0x9CC6E6, 0xE6F0F4, 0xFFFFFF, 0x9FB6C4, 0x6A8798},
    Landscape{0x35506E, 0x8C8FB0, 0xF2E9D0, 0x2C3A57, 0x18233A},
    Landscape{0xBFD8C0, 0xF0F2D8, 0xFFF8D0, 0x7C9B58, 0x4C6B32},
};

std::uint32_t mixed(std::uint32_t a, std::uint32_t b, float part) {
    std::uint32_t out = 0;
    for (unsigned shift : {0U, 8U, 16U}) {
        auto const from = static_cast<float>(a >> shift & 255U), to = static_cast<float>(b >> shift & 255U);
        out |= static_cast<std::uint32_t>(from + (to - from) * part) << shift;
    }
    return out;
}

/// A sun over two ridges, another one for each `number`.
std::uint32_t painted(Landscape const& look, int number, float x, float y) {
    float const phase = static_cast<float>(number) * 1.7F;
    float const near = 0.78F + 0.06F * std::sin(5 * x + phase), far = 0.62F + 0.09F * std::sin(3 * x + 2 * phase);
    if (y > near)
        return mixed(look.near, 0, (y - near) * 0.6F);
    if (y > far)
        return mixed(look.far, look.near, (y - far) * 1.2F);
    float const away = std::hypot(x - 0.3F - 0.1F * std::sin(phase), (y - 0.3F) * 0.75F);
    return away < 0.07F ? look.sun : mixed(look.sky, look.low_sky, y / far);
}

bool write_photo(fs::path const& file, int number) {
    bool const upright = number % 4 == 3;
    int const w = upright ? 600 : 800, h = upright ? 800 : 600;
    std::vector<std::uint32_t> pixels;
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            pixels.push_back(painted(landscapes[static_cast<std::size_t>(number) % landscapes.size()], number,
                                     static_cast<float>(x) / static_cast<float>(w),
                                     static_cast<float>(y) / static_cast<float>(h)));
    return ui::write_png(file, {pixels.data(), w, h, w});
}

/// A line of a script holds none, so ¶ stands for them.
std::string with_line_breaks(std::string text) {
    constexpr std::string_view mark = "¶";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
        text.replace(at, mark.size(), "\n");
    return text;
}

} // namespace

PlaySticks::PlaySticks() {
    std::string name = (fs::temp_directory_path() / "rundt-bordet-sticks-XXXXXX").string();
    m_folder = ::mkdtemp(name.data()) != nullptr ? fs::path(name) : fs::path();
}

PlaySticks::~PlaySticks() {
    std::error_code ignored;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ignored);
}

std::optional<std::string> PlaySticks::line(std::vector<std::string> const& words) {
    if (words.size() < 2 || m_folder.empty() || words[0].find('/') != std::string::npos)
        return "a stick needs a name, and what is to become of it";
    fs::path const stick = m_folder / words[0];
    if (words[1] == "out")
        return fs::remove_all(stick) > 0 ? std::nullopt : std::optional<std::string>("there is no such stick");
    if (words[1] == "unreadable") {
        std::ofstream{stick};
        return {};
    }
    fs::create_directories(stick);
    if (words[1] == "photos" && words.size() == 3) {
        for (int number = 1; number <= std::stoi(words[2]); ++number) {
            auto const file = stick / ("IMG_" + std::to_string(1000 + number) + ".png");
            if (!write_photo(file, number))
                return "cannot write " + file.string();
            fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::minutes(number));
        }
        return {};
    }
    if (words[1] == "file" && words.size() == 4) {
        std::ofstream(stick / words[2], std::ios::binary) << with_line_breaks(words[3]);
        return {};
    }
    return "not understood; see rundt-bordet play --help";
}

} // namespace app
