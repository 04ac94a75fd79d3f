#include "photos/decoder_child.h"

#include "photos/answer.h"
#include "photos/lock_in.h"
#include "photos/pixels.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <new>
#include <string_view>
#include <unistd.h>

namespace photos {

namespace {

struct Wish {
    bool keep = false;
    bool exactly = false;
    Size size{};
};

std::optional<Wish> parse(int argc, char const* const* argv) {
    std::string_view const what = argc > 2 ? argv[2] : "";
    if (what == "keep" && argc == 3)
        return Wish{.keep = true, .size = {kept_side, kept_side}};
    if (what != "show" || argc != 6)
        return {};
    Wish wish{.exactly = std::string_view(argv[5]) == "exactly"};
    for (auto const& [text, into] : {std::pair{argv[3], &wish.size.w}, std::pair{argv[4], &wish.size.h}}) {
        auto const* const end = text + std::strlen(text);
        if (std::from_chars(text, end, *into).ptr != end || *into < 1 || *into > most_shown_side)
            return {};
    }
    return wish;
}

/// The whole file, or what is wrong with it.
Verdict read_all(std::vector<std::uint8_t>& into) {
    for (;;) {
        std::size_t const had = into.size();
        if (had > static_cast<std::size_t>(most_file_bytes))
            return Verdict::TooManyBytes;
        into.resize(had + (1 << 20));
        ssize_t const got = ::read(0, into.data() + had, into.size() - had);
        into.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0)
            return Verdict::Fine;
        if (got < 0 && errno != EINTR)
            return Verdict::CannotRead;
    }
}

bool write_all(void const* data, std::size_t size) {
    for (auto const* from = static_cast<char const*>(data); size > 0;) {
        ssize_t const done = ::write(1, from, size);
        if (done < 0)
            return false;
        from += done, size -= static_cast<std::size_t>(done);
    }
    return true;
}

/// What can be said before any pixel is looked at; Fine: decode it.
Answer judged(Bytes file) {
    Answer answer;
    answer.format = format_of(file);
    if (answer.format == Format::Unknown)
        return answer;
    if (answer.format != Format::Jpeg && answer.format != Format::Png) {
        answer.verdict = Verdict::OtherFormat;
        return answer;
    }
    auto const head = head_of(file);
    if (!head)
        return answer;
    bool const sideways = is_sideways(head->turn);
    answer.w = sideways ? head->h : head->w;
    answer.h = sideways ? head->w : head->h;
    bool const bomb = std::int64_t{head->w} * head->h > most_pixels;
    answer.verdict = bomb ? Verdict::TooManyPixels : Verdict::Fine;
    return answer;
}

Answer work(Wish const& wish, std::string& out) {
    std::vector<std::uint8_t> file;
    Answer answer;
    answer.verdict = read_all(file);
    if (answer.verdict != Verdict::Fine)
        return answer;
    answer = judged(file);
    if (answer.verdict != Verdict::Fine)
        return answer;
    answer.verdict = Verdict::Damaged;
    auto const head = head_of(file);
    auto pixels = decoded(file, *head);
    if (!pixels)
        return answer;
    file = {};
    Size size = wish.exactly ? wish.size : fitted({answer.w, answer.h}, wish.size);
    answer.w = size.w, answer.h = size.h;
    if (is_sideways(head->turn))
        std::swap(size.w, size.h);
    auto const upright = turned(scaled(std::move(*pixels), size), head->turn);
    out = wish.keep ? as_jpeg(upright) : std::string(upright.rgb.begin(), upright.rgb.end());
    answer.bytes = static_cast<std::uint32_t>(out.size());
    answer.verdict = Verdict::Fine;
    return answer;
}

} // namespace

int run_decoder_child(int argc, char const* const* argv) {
    auto const wish = parse(argc, argv);
    if (!wish || !lock_in())
        return 2;
    std::string out;
    Answer answer;
    try { // the standard library has no memory left
        answer = work(*wish, out);
    } catch (std::bad_alloc const&) { out.clear(); }
    bool const told = write_all(&answer, sizeof answer) && write_all(out.data(), out.size());
    ::_exit(told ? 0 : 1); // nothing registered at the end may want what is locked
}

} // namespace photos
