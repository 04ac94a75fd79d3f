// The cell, tried from inside: a child of the test locks itself in and does what it must not.
#include "photos/lock_in.h"

#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int lived = 7;

/// What became of a child that locked itself in and did that: `lived`, another exit status, or minus a signal.
int locked_in(std::function<void()> const& act) {
    pid_t const child = ::fork();
    if (child == 0) {
        if (!photos::lock_in())
            ::_exit(1);
        act();
        ::_exit(lived);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

TEST_CASE("locked in, one can have memory and end") {
    CHECK(locked_in([] {
              for (std::size_t const size : {std::size_t{100}, std::size_t{100} << 20})
                  std::free(std::malloc(size));
          }) == lived);
}

TEST_CASE("locked in, one cannot open, connect, start or look around") {
    CHECK(locked_in([] { ::open("/etc/hostname", O_RDONLY); }) == -SIGSYS);
    CHECK(locked_in([] { ::socket(AF_UNIX, SOCK_STREAM, 0); }) == -SIGSYS);
    CHECK(locked_in([] { ::fork(); }) == -SIGSYS);
    CHECK(locked_in([] { ::kill(::getppid(), SIGTERM); }) == -SIGSYS);
    CHECK(locked_in([] {
              char name[] = "/bin/true", *const words[] = {name, nullptr};
              ::execv(name, words);
          }) == -SIGSYS);
    CHECK(locked_in([] { ::unlink("/tmp/rundt-no-such-file"); }) == -SIGSYS);
    CHECK(locked_in([] { ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }) ==
          -SIGSYS);
}

TEST_CASE("locked in, what was open before can neither be read nor written") {
    CHECK(locked_in([] {
              char byte = 0;
              [[maybe_unused]] auto const done = ::write(2, &byte, 1);
          }) == -SIGSYS);
    int const file = ::open("/etc/hostname", O_RDONLY);
    CHECK(locked_in([file] {
              char byte = 0;
              [[maybe_unused]] auto const done = ::read(file, &byte, 1);
          }) == -SIGSYS);
    ::close(file);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if !defined(__has_feature)
#define __has_feature(feature) 0
#endif
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
TEST_CASE("locked in, memory has an end") {
    CHECK(locked_in([] {
              if (void* const much = std::malloc(std::size_t{2} << 30); much != nullptr)
                  ::_exit(9);
          }) == lived);
}
#endif
#endif
