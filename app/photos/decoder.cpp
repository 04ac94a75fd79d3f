// The child gets the picture as its descriptor 0, a pipe as its 1, and no environment.
#include "photos/decoder.h"

#include "photos/answer.h"
#include "photos/decoder_child.h"
#include "platform/descriptor.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace photos {

namespace {

using platform::Descriptor;
using Clock = std::chrono::steady_clock;
using Words = std::vector<std::string>;

/// A child that is not outlived.
class Child {
  public:
    Child() = default;
    ~Child() {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {}
    }
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    bool start(std::filesystem::path const& program, Words words, int in, int out) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in, 0);
        posix_spawn_file_actions_adddup2(&actions, out, 1);
        std::vector<char*> argv;
        for (auto& word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        char* no_environment[] = {nullptr};
        int const failed = posix_spawn(&m_pid, program.c_str(), &actions, nullptr, argv.data(), no_environment);
        posix_spawn_file_actions_destroy(&actions);
        if (failed != 0)
            m_pid = -1;
        return failed == 0;
    }

  private:
    pid_t m_pid = -1;
};

/// Reads `size` bytes; false when they do not come before `until`.
bool read_exactly(int from, void* into, std::size_t size, Clock::time_point until) {
    auto* to = static_cast<char*>(into);
    while (size > 0) {
        auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd wait{from, POLLIN, 0};
        if (left <= 0 || ::poll(&wait, 1, static_cast<int>(left)) <= 0)
            return false;
        ssize_t const got = ::read(from, to, size);
        if (got <= 0)
            return false;
        to += got, size -= static_cast<std::size_t>(got);
    }
    return true;
}

struct Heard {
    Answer answer;
    std::string bytes;
};

/// Nothing when the child died, hung, or spoke out of turn.
std::optional<Heard> ask_child(std::filesystem::path const& program, Words words, int file,
                               std::chrono::milliseconds patience, std::uint32_t most_bytes) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return {};
    Descriptor const from(ends[0]);
    Descriptor to(ends[1]);
    Child child;
    if (!child.start(program, std::move(words), file, to.number()))
        return {};
    to.close();
    auto const until = Clock::now() + patience;
    Heard heard;
    heard.answer = {};
    auto const sign = heard.answer.sign;
    if (!read_exactly(from.number(), &heard.answer, sizeof heard.answer, until) || heard.answer.sign != sign ||
        heard.answer.bytes > most_bytes)
        return {};
    heard.bytes.resize(heard.answer.bytes);
    if (!read_exactly(from.number(), heard.bytes.data(), heard.bytes.size(), until))
        return {};
    return heard;
}

tl::unexpected<Refusal> damaged() { return tl::unexpected(Refusal{}); }

tl::unexpected<Refusal> refusal_of(Answer const& answer, std::int64_t file_bytes) {
    switch (answer.verdict) {
    case Verdict::OtherFormat:
        if (answer.format > Format::Png && answer.format <= Format::Bmp)
            return tl::unexpected(Refusal{.fault = Fault::OtherFormat, .format = answer.format});
        break;
    case Verdict::TooManyPixels:
        if (answer.w > 0 && answer.h > 0)
            return tl::unexpected(Refusal{.fault = Fault::TooManyPixels, .size = {answer.w, answer.h}});
        break;
    case Verdict::TooManyBytes: return tl::unexpected(Refusal{.fault = Fault::TooManyBytes, .bytes = file_bytes});
    case Verdict::CannotRead: return tl::unexpected(Refusal{.fault = Fault::CannotRead});
    case Verdict::Fine:
    case Verdict::Damaged: break;
    }
    return damaged();
}

std::uint32_t rgb_bytes(Size size) {
    return 3 * static_cast<std::uint32_t>(size.w) * static_cast<std::uint32_t>(size.h);
}

Result<Pixels> show(std::filesystem::path const& program, std::chrono::milliseconds patience, int file, Size size,
                    bool exactly) {
    Words const words{"rundt-bordet",         decoder_word,           "show",
                      std::to_string(size.w), std::to_string(size.h), exactly ? "exactly" : "inside"};
    auto const heard = ask_child(program, words, file, patience, rgb_bytes(size));
    if (!heard)
        return damaged();
    auto const& answer = heard->answer;
    if (answer.verdict != Verdict::Fine)
        return refusal_of(answer, 0);
    Size const got{answer.w, answer.h};
    bool const fits = exactly ? got == size : got.w >= 1 && got.h >= 1 && got.w <= size.w && got.h <= size.h;
    if (!fits || answer.bytes != rgb_bytes(got))
        return damaged();
    return Pixels{got.w, got.h, {heard->bytes.begin(), heard->bytes.end()}};
}

std::int64_t size_of(int file) {
    struct stat about {};
    return ::fstat(file, &about) == 0 ? about.st_size : 0;
}

/// The bytes as a file that only exists in memory, at its beginning.
Descriptor as_file(std::string_view bytes) {
    Descriptor file(::memfd_create("photo", MFD_CLOEXEC));
    while (file && !bytes.empty()) {
        ssize_t const done = ::write(file.number(), bytes.data(), bytes.size());
        if (done <= 0)
            return {};
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    if (file && ::lseek(file.number(), 0, SEEK_SET) != 0)
        return {};
    return file;
}

} // namespace

Result<Kept> Decoder::keep(int file) const {
    auto const bytes = size_of(file);
    if (bytes > most_file_bytes)
        return tl::unexpected(Refusal{.fault = Fault::TooManyBytes, .bytes = bytes});
    auto heard = ask_child(m_program, {"rundt-bordet", decoder_word, "keep"}, file, m_patience, most_kept_bytes);
    if (!heard)
        return damaged();
    auto const& answer = heard->answer;
    if (answer.verdict != Verdict::Fine)
        return refusal_of(answer, bytes);
    bool const sound = answer.w >= 1 && answer.h >= 1 && answer.w <= kept_side && answer.h <= kept_side &&
                       heard->bytes.starts_with("\xFF\xD8\xFF");
    if (!sound)
        return damaged();
    return Kept{std::move(heard->bytes), {answer.w, answer.h}};
}

Result<Pixels> Decoder::inside(int file, Size room) const {
    if (auto const bytes = size_of(file); bytes > most_file_bytes)
        return tl::unexpected(Refusal{.fault = Fault::TooManyBytes, .bytes = bytes});
    return show(m_program, m_patience, file, room, false);
}

Result<Pixels> Decoder::inside(std::string_view bytes, Size room) const {
    Descriptor const file = as_file(bytes);
    if (!file)
        return damaged();
    return inside(file.number(), room);
}

Result<Pixels> Decoder::exactly(std::string_view jpeg, Size size) const {
    Descriptor const file = as_file(jpeg);
    if (!file)
        return damaged();
    return show(m_program, m_patience, file.number(), size, true);
}

} // namespace photos
