// Preloaded (LD_PRELOAD), it makes a disk whose every sync takes two seconds more, for scripts/bench.
#include <dlfcn.h>
#include <unistd.h>

namespace {

int slowly(char const* name, int file) {
    using Sync = int (*)(int);
    auto const real = reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name));
    sleep(2);
    return real(file);
}

} // namespace

extern "C" int fsync(int file) { return slowly("fsync", file); }
extern "C" int fdatasync(int file) { return slowly("fdatasync", file); }
