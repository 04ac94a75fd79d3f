#include "pin_command.h"

#include "board/pin.h"
#include "file.h"
#include "store/durable.h"

#include <sys/stat.h>
#include <unistd.h>

namespace app {

int run_pin_reset(std::filesystem::path const& folder, Surroundings const& in) {
    auto const file = pin_file_in(folder);
    std::error_code ec;
    bool const was_there = std::filesystem::remove(file, ec);
    if (ec) {
        in.err << in.words.say("cli.failed", {{"file", file.string()}, {"sentence", in.words.get("file.no_right")}})
               << '\n';
        return 1;
    }
    store::sync_folder(folder);
    in.out << in.words.say(was_there ? "pin.reset" : "pin.none_to_reset", {{"file", file.string()}}) << '\n';
    return 0;
}

int run_pin_code(std::filesystem::path const& folder, Surroundings const& in, PinCost cost) {
    auto const file = pin_file_in(folder);
    auto const fail = [&](std::string_view key) {
        in.err << in.words.say("cli.failed", {{"file", file.string()}, {"sentence", in.words.get(key)}}) << '\n';
        return 1;
    };
    struct stat before {};
    bool const was_there = ::lstat(file.c_str(), &before) == 0;
    auto const code = PinStore(file, cost).renew_code();
    if (!code)
        return fail(code.error().key);
    if (was_there && ::lchown(file.c_str(), before.st_uid, before.st_gid) != 0) // the wall must read it
        return fail("file.no_right");
    store::sync_folder(folder);
    in.out << in.words.say("pin.code_made", {{"code", board::grouped_recovery_code(*code)}}) << '\n';
    return 0;
}

} // namespace app
