#include "take_home.h"

#include "exporters/exports.h"
#include "photo_prints.h"
#include "platform/sticks.h"
#include "text/format.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <system_error>

namespace app {
namespace {

using screens::HomeFile;
using screens::HomePlace;

constexpr double look_again_s = 2;

std::vector<HomePlace> sticks_in(std::filesystem::path const& folder) {
    std::vector<HomePlace> places;
    platform::Sticks const sticks(folder);
    for (platform::Stick const& stick : sticks.list()) {
        HomePlace place{stick.folder, stick.name, 0, HomePlace::State::Unreadable};
        if (auto const root = sticks.open(stick))
            if (auto const space = platform::space_on(*root)) {
                place.free_bytes = space->free_bytes;
                place.state = space->read_only ? HomePlace::State::Protected : HomePlace::State::Ready;
            }
        places.push_back(std::move(place));
    }
    return places;
}

/// The folder need not be there yet: then it is its nearest parent that has the room.
HomePlace folder_place(std::filesystem::path folder) {
    HomePlace place{"", folder.filename().string(), 0, HomePlace::State::Ready};
    std::error_code ec;
    while (!std::filesystem::exists(folder, ec) && folder.has_relative_path())
        folder = folder.parent_path();
    auto const space = std::filesystem::space(folder, ec);
    if (ec)
        place.state = HomePlace::State::Unreadable;
    else
        place.free_bytes = static_cast<std::int64_t>(space.available);
    return place;
}

exporters::Format format_of(HomeFile file) {
    using exporters::Format;
    constexpr Format formats[] = {Format::Minutes, Format::Board,    Format::Story, Format::Workbook,
                                  Format::Picture, Format::Calendar, Format::Data,  Format::Tables};
    static_assert(std::size(formats) == static_cast<std::size_t>(screens::home_files));
    return formats[static_cast<int>(file)];
}

/// What the carrier's thread is given, all of it its own.
struct Order {
    screens::CarryHome wish;
    exporters::Takeaway takeaway;
    ReadPhoto read_photo;
    text::Language language;
    board::Now now;
    std::filesystem::path strings;
    photos::Decoder decoder;
};

tl::expected<std::vector<Cargo>, std::string> cargo_of(Order& order) {
    auto const words = text::Words::load(order.strings, order.language);
    if (!words)
        return tl::unexpected(std::string("export.not_made"));
    order.takeaway.gather_photos(order.read_photo);
    order.takeaway.print_with(print_by(order.decoder));
    std::vector<Cargo> cargo;
    for (int i = 0; i < screens::home_files; ++i) {
        if (!order.wish.files[static_cast<std::size_t>(i)])
            continue;
        auto const file = static_cast<HomeFile>(i);
        auto files = exporters::make_files({format_of(file), order.wish.meeting, order.wish.idea, {}}, order.takeaway,
                                           *words, order.now);
        if (!files)
            return tl::unexpected(std::string(files.error().key));
        for (exporters::File& one : *files)
            cargo.push_back({std::move(one.name), std::move(one.bytes)});
    }
    return cargo;
}

std::string said_size(text::Words const& words, std::int64_t bytes) {
    double const mega = static_cast<double>(bytes) / 1e6;
    if (mega >= 1000)
        return text::amount(words.language(), mega / 1000, "GB");
    return text::amount(words.language(), mega < 10 ? std::max(mega, 0.1) : std::round(mega), "MB");
}

std::string sentence_of(text::Words const& words, Carried const& state, bool is_stick) {
    switch (*state.fault) {
    case CarryFault::NotMade: return words.get(state.key);
    case CarryFault::NoRoom:
        return words.say("home.no_room",
                         {{"missing", said_size(words, state.missing)}, {"free", said_size(words, state.free)}});
    case CarryFault::Protected: return words.get(is_stick ? "home.protected" : "file.no_right");
    case CarryFault::Gone: return words.get(is_stick ? "home.pulled" : "file.not_a_folder");
    case CarryFault::Failed: break;
    }
    return words.get("home.failed");
}

screens::CarryFacts::Step step_of(Carried::Step step) {
    using To = screens::CarryFacts::Step;
    constexpr To steps[] = {To::Making, To::Writing, To::Checking, To::Done, To::Stopped, To::Failed};
    return steps[static_cast<int>(step)];
}

} // namespace

void TakeHome::look(double now_s) {
    if (now_s < m_looked_s + look_again_s)
        return;
    m_looked_s = now_s;
    m_errands.run([this, sticks = m_setup.sticks, folder = m_setup.folder]() -> Errands::Report {
        auto places = sticks_in(sticks);
        places.push_back(folder_place(folder));
        return [this, places = std::move(places)] { m_places = places; };
    });
}

std::filesystem::path TakeHome::path_of(HomePlace const& place) const {
    return place.is_stick() ? m_setup.sticks / place.key : m_setup.folder;
}

void TakeHome::carry(screens::CarryHome const& wish, exporters::Takeaway const& takeaway, ReadPhoto read_photo,
                     text::Language language, board::Now now) {
    if (!idle())
        return;
    m_place = wish.place;
    auto const path = path_of(wish.place);
    bool const may_make = !wish.place.is_stick();
    auto const open = [path, may_make]() -> tl::expected<std::unique_ptr<TargetFolder>, int> {
        std::error_code ec; // a folder that cannot be made cannot be opened either
        if (may_make)
            std::filesystem::create_directories(path, ec);
        return open_target(path);
    };
    auto const order = std::make_shared<Order>(
        Order{wish, takeaway, std::move(read_photo), language, now, m_setup.strings, m_setup.decoder});
    m_carrier.reset();
    m_carrier = std::make_unique<Carrier>(
        open, [order] { return cargo_of(*order); }, m_setup.wake ? m_setup.wake : [] {});
}

void TakeHome::stop() {
    if (m_carrier)
        m_carrier->stop();
}

void TakeHome::tell(screens::WallFacts& facts, text::Words const& words) const {
    facts.places = m_places;
    if (!m_carrier)
        return;
    Carried const state = m_carrier->state();
    facts.carry.step = step_of(state.step);
    facts.carry.place = m_place;
    facts.carry.file = state.file;
    facts.carry.done = state.files_done;
    facts.carry.part = state.part();
    if (state.fault)
        facts.carry.sentence = sentence_of(words, state, m_place.is_stick());
}

void TakeHome::drain() {
    if (m_carrier)
        m_carrier->wait();
}

} // namespace app
