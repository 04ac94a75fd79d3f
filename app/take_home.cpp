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

} // namespace

/// What the carrier's thread is given, all of it its own.
struct TakeHome::Order {
    screens::CarryHome wish;
    exporters::Takeaway takeaway;
    ReadPhoto read_photo;
    text::Language language;
    board::Now now;
    std::filesystem::path strings;
    photos::Decoder decoder;

    tl::expected<std::vector<Cargo>, std::string> cargo();
};

tl::expected<std::vector<Cargo>, std::string> TakeHome::Order::cargo() {
    auto const words = text::Words::load(strings, language);
    if (!words)
        return tl::unexpected(std::string("export.not_made"));
    takeaway.gather_photos(read_photo);
    takeaway.print_with(print_by(decoder));
    std::vector<Cargo> cargo;
    for (int i = 0; i < screens::home_files; ++i) {
        if (!wish.files[static_cast<std::size_t>(i)])
            continue;
        auto const file = static_cast<HomeFile>(i);
        auto files = exporters::make_files({format_of(file), wish.meeting, wish.idea, {}}, takeaway, *words, now);
        if (!files)
            return tl::unexpected(std::string(files.error().key));
        for (exporters::File& one : *files)
            cargo.push_back({std::move(one.name), std::move(one.bytes)});
    }
    return cargo;
}

namespace {

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

screens::CarryFacts facts_of(Carried const& state, HomePlace const& place, text::Words const& words) {
    screens::CarryFacts facts;
    facts.step = step_of(state.step);
    facts.place = place;
    facts.file = state.step == Carried::Step::Done && !state.given.empty() ? state.given.back() : state.file;
    facts.done = state.files_done;
    facts.part = state.part();
    if (state.fault)
        facts.sentence = sentence_of(words, state, place.is_stick());
    return facts;
}

/// As an old Notepad reads it, too.
std::string recovery_note(std::string const& code, text::Words const& words, board::Now now) {
    std::string note = words.say(
        "pin.code_note", {{"code", code}, {"date", text::date(words.language(), now.today, text::DateStyle::Card)}});
    std::string bytes = "\xEF\xBB\xBF";
    for (char const c : note)
        bytes += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return bytes;
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
    if (!has_ended(m_carrier))
        return;
    m_order = std::make_shared<Order>(
        Order{wish, takeaway, std::move(read_photo), language, now, m_setup.strings, m_setup.decoder});
    begin({});
}

std::unique_ptr<Carrier> TakeHome::carrier_to(HomePlace const& place, MakeCargo make) const {
    bool const may_make = !place.is_stick();
    auto const open = [path = path_of(place), may_make]() -> tl::expected<std::unique_ptr<TargetFolder>, int> {
        std::error_code ec; // a folder that cannot be made cannot be opened either
        if (may_make)
            std::filesystem::create_directories(path, ec);
        return open_target(path);
    };
    return std::make_unique<Carrier>(
        open, std::move(make), m_setup.wake ? m_setup.wake : [] {});
}

/// `given`: the names of the first files, which an earlier try carried.
void TakeHome::begin(std::vector<std::string> given) {
    m_place = m_order->wish.place;
    m_carrier.reset();
    m_carrier = carrier_to(m_place, [order = m_order, given = std::move(given)] {
        auto cargo = order->cargo();
        for (std::size_t i = 0; cargo && i < std::min(cargo->size(), given.size()); ++i)
            (*cargo)[i].given = given[i];
        return cargo;
    });
}

bool TakeHome::can_finish(Carried const& state) const {
    bool const was_pulled = state.step == Carried::Step::Failed && state.fault == CarryFault::Gone;
    return was_pulled && m_order && m_place.is_stick() && std::ranges::any_of(m_places, [&](HomePlace const& place) {
               return place.key == m_place.key && place.state == HomePlace::State::Ready;
           });
}

void TakeHome::finish() {
    if (m_carrier && can_finish(m_carrier->state()))
        begin(m_carrier->state().given);
}

void TakeHome::carry_code(HomePlace const& place, std::string const& code, text::Words const& words, board::Now now) {
    if (code.empty() || !place.is_stick() || !has_ended(m_code_carrier))
        return;
    m_code_place = place;
    auto const name = words.get("pin.code_file") + ".txt";
    auto const bytes = recovery_note(code, words, now);
    m_code_carrier.reset();
    m_code_carrier = carrier_to(place, [name, bytes]() -> tl::expected<std::vector<Cargo>, std::string> {
        return std::vector{Cargo{name, bytes}};
    });
}

void TakeHome::forget_code() {
    if (m_code_carrier && m_code_carrier->state().ended())
        m_code_carrier.reset();
}

void TakeHome::forget() {
    if (has_ended(m_carrier))
        m_carrier.reset();
    m_order.reset();
}

void TakeHome::stop() {
    if (m_carrier)
        m_carrier->stop();
}

void TakeHome::tell(screens::WallFacts& facts, text::Words const& words) const {
    facts.places = m_places;
    if (m_carrier) {
        facts.carry = facts_of(m_carrier->state(), m_place, words);
        facts.carry.can_finish = can_finish(m_carrier->state());
    }
    if (m_code_carrier)
        facts.carry_code = facts_of(m_code_carrier->state(), m_code_place, words);
}

void TakeHome::drain() {
    for (auto* carrier : {m_carrier.get(), m_code_carrier.get()})
        if (carrier)
            carrier->wait();
}

} // namespace app
