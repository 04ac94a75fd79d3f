#include "pin_command.h"

#include "file.h"
#include "pin_store.h"

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
    sync_folder(folder);
    in.out << in.words.say(was_there ? "pin.reset" : "pin.none_to_reset", {{"file", file.string()}}) << '\n';
    return 0;
}

} // namespace app
