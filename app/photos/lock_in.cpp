// No file can be opened, no memory made executable, nobody talked to: any other call of the kernel kills the process.
#include "photos/lock_in.h"

#include <array>
#include <csignal>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// A sanitizer needs address space without end, and some calls of its own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RUNDT_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RUNDT_SANITIZED 1
#endif
#endif

namespace photos {

namespace {

#ifdef RUNDT_SANITIZED
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

constexpr rlim_t most_memory = rlim_t{1} << 30; // what 40 megapixels take, and the program itself
constexpr rlim_t most_cpu_s = 8;

bool limit(__rlimit_resource what, rlim_t most) {
    rlimit const both{most, most};
    return setrlimit(what, &both) == 0;
}

bool limit_all() {
    return limit(RLIMIT_CPU, most_cpu_s) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 2) &&
           limit(RLIMIT_CORE, 0) && (sanitized || limit(RLIMIT_AS, most_memory));
}

struct Filter {
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_KILL_PROCESS);
    Filter() = default;
    ~Filter() { seccomp_release(context); }
    Filter(Filter const&) = delete;
    Filter& operator=(Filter const&) = delete;
};

/// The call, when its argument of that number compares so.
bool allow(scmp_filter_ctx filter, int call, scmp_arg_cmp const& argument) {
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &argument) == 0;
}
bool allow(scmp_filter_ctx filter, int call) {
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 0, nullptr) == 0;
}

bool allow_calls() {
    Filter const filter;
    auto* const c = filter.context;
    bool fine = c != nullptr && allow(c, SCMP_SYS(read), {0, SCMP_CMP_EQ, 0, 0}) &&
                allow(c, SCMP_SYS(write), {0, SCMP_CMP_EQ, 1, 0}) &&
                allow(c, SCMP_SYS(mmap), {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0});
    for (int const call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
                           SCMP_SYS(exit), SCMP_SYS(exit_group)})
        fine = fine && allow(c, call);
    if (sanitized)
        for (int const call : {SCMP_SYS(mprotect), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(sched_yield),
                               SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack), SCMP_SYS(clock_gettime)})
            fine = fine && allow(c, call);
    return fine && seccomp_load(c) == 0;
}

} // namespace

bool lock_in() {
    // What the wall had open must not be here: file descriptors are shared, not copied.
    bool const alone = close_range(2, ~0U, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
                       prctl(PR_SET_DUMPABLE, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    return alone && limit_all() && allow_calls();
}

} // namespace photos
