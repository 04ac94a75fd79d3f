// Taking the board home, as App sees it: where files can go, what is being carried, and how it went. Looking at sticks
// and writing to them happens on other threads.
#pragma once

#include "carrier.h"
#include "errands.h"
#include "exporters/takeaway.h"
#include "photos/decoder.h"
#include "text/words.h"
#include "ui/screens/wall_wish.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace app {

struct HomeSetup {
    std::filesystem::path strings; ///< words, read again on the carrier's thread
    std::filesystem::path sticks;  ///< where USB sticks are mounted
    std::filesystem::path folder;  ///< of the settings
    std::function<void()> wake;    ///< a frame is due; empty: nobody sleeps
    photos::Decoder decoder{};     ///< for the photos on paper
};

using ReadPhoto = std::function<std::optional<std::string>(std::string const& hash)>;

class TakeHome {
  public:
    /// `errands` outlives it, and runs nothing of it after its destructor has begun.
    TakeHome(HomeSetup setup, Errands& errands) : m_setup(std::move(setup)), m_errands(errands) {}

    /// Where files go that go on no stick.
    void keep_in(std::filesystem::path folder) { m_setup.folder = std::move(folder); }
    /// Looks again for places, at most every other second.
    void look(double now_s);
    /// Begins, unless something is under way.
    /// `read_photo` is called on the carrier's thread and may wait; nothing: the photo is damaged.
    void carry(screens::CarryHome const& wish, exporters::Takeaway const& takeaway, ReadPhoto read_photo,
               text::Language language, board::Now now);
    void stop();
    /// Carries what is missing of what a pulled stick left unfinished, once it is back.
    void finish();
    /// The facilitator's recovery code as a file; only to a stick, and never to the machine.
    void carry_code(screens::HomePlace const& place, std::string const& code, text::Words const& words, board::Now now);
    /// The code is no longer shown: how its file went is no longer told.
    void forget_code();
    /// Another course is on the wall: nothing of the one before is finished.
    void forget();
    void tell(screens::WallFacts& facts, text::Words const& words) const;
    bool idle() const { return has_ended(m_carrier) && has_ended(m_code_carrier); }
    void drain();

  private:
    struct Order;
    static bool has_ended(std::unique_ptr<Carrier> const& carrier) { return !carrier || carrier->state().ended(); }
    std::filesystem::path path_of(screens::HomePlace const& place) const;
    std::unique_ptr<Carrier> carrier_to(screens::HomePlace const& place, MakeCargo make) const;
    void begin(std::vector<std::string> given);
    bool can_finish(Carried const& state) const;

    HomeSetup m_setup;
    Errands& m_errands;
    std::vector<screens::HomePlace> m_places;
    double m_looked_s = -1e9;
    screens::HomePlace m_place;     ///< of what is carried
    std::shared_ptr<Order> m_order; ///< what is carried, or was not carried to its end
    std::unique_ptr<Carrier> m_carrier, m_code_carrier;
    screens::HomePlace m_code_place;
};

} // namespace app
