// Every finger is a pointer of its own, captured by the item where it went down. The recogniser says what
// each is doing: pressing, scrolling or dragging. Knows items as rectangles and nothing of drawing.
#pragma once

#include "ui/kit/geometry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// What an item does with a finger.
enum class Accepts {
    Nothing, ///< it only stands in the way (a panel's ground)
    Tap,     ///< fires when the finger lifts within the slop; a scroll area around it may take the finger over
    Key,     ///< fires when the finger comes down; every finger counts (rollover)
    Lift,    ///< a card: tap, or lifted by a hold or a pull across the lane
    Drag,    ///< follows the finger at once (a rim, a slider)
    Ink,     ///< every finger drags from where it comes down, and none scrolls (a pad to draw on)
    Scroll,  ///< a scroll area's ground
};

/// An interactive thing as it was recorded last frame, in du; later ones lie on top.
struct Target {
    std::string id;
    Rect rect; ///< already cut to what can be seen
    Accepts accepts = Accepts::Tap;
    std::string scroller; ///< the scroll area around it, or empty
    bool enabled = true;
    Vec2 corner; ///< top left of the whole item, uncut
};

/// Limits of the recogniser, each with its reason in pointers.cpp.
struct GestureLimits {
    float slop_mm = 8;            ///< a tap may wander this far
    double lift_hold_s = 0.22;    ///< resting this long lifts a card
    double hold_s = 0.5;          ///< a long press (accents)
    float pull_mm = 10;           ///< a pull across the lane this far lifts
    double flick_window_s = 0.08; ///< velocity is measured over this
    float flick_mm_s = 150;       ///< slower releases do not fling
    double friction_s = 0.35;     ///< momentum falls to 1/e in this
    float stop_mm_s = 8;          ///< momentum ends below this
    float drag_mm = 1;            ///< a slider or a scroll area's ground follows from here
    double bounce_back_s = 0.08;  ///< a finger lost from a moving card and found again within this…
    float bounce_back_mm = 15;    ///< …and this near is the same
    float rest_mm_s = 40;         ///< a card let go slower than this is put down at once
    double bounce_tap_s = 0.06;   ///< a second touch on the same item this soon after the first is its bounce
    float bounce_tap_mm = 5;      ///< …and this near
    float jitter_mm = 2;          ///< a finger that stays within this has not moved
    double stuck_s = 20;          ///< a contact that has not moved for this long is no finger
    int palm_contacts = 3;        ///< this many fingers…
    double palm_window_s = 0.06;  ///< …coming down within this…
    float palm_mm = 90;           ///< …in a circle this wide are a palm or a sleeve
    int arm_contacts = 7;         ///< this many at once, whenever they came down…
    float arm_mm = 200;           ///< …in a circle this wide are a resting arm
};

/// What a finger is doing; one that has ended keeps what it did, beside `up` or `cancelled`.
enum class Gesture { Pressed, Scrolling, Dragging, Ignored };

struct Pointer {
    PointerId id = 0;
    std::string owner;    ///< id of the item that captured it; empty: none
    std::string scroller; ///< the scroll area that would take it over
    Gesture gesture = Gesture::Pressed;
    Vec2 start, at, before; ///< du; `before` is last frame's `at`
    Vec2 grab;              ///< from the owner's top left corner to `start`
    double down_s = 0;
    PointerId tether = 0;    ///< ignored because this finger already holds what it came down on
    bool within_slop = true; ///< near enough to `start` to be a tap
    bool went_down = false;  ///< this frame
    bool lifted = false;     ///< the drag began this frame
    bool held = false;       ///< the long press was reached this frame
    bool up = false;         ///< it left the wall this frame
    bool cancelled = false;  ///< it was taken away; nothing may fire
    bool tapped = false;     ///< up within the slop, and nobody took it over
    bool ended() const { return up || cancelled; }
};

/// A scroll area's own movement.
struct Momentum {
    std::string scroller;
    float velocity = 0; ///< du a second
};

class Pointers {
  public:
    explicit Pointers(GestureLimits limits = {}) : m_limits(limits) {}

    /// Takes in one frame's events. `targets` are last frame's items; `px_per_du` and `du_per_mm` are the wall's.
    void update(InputFrame const& input, std::vector<Target> const& targets, float px_per_du, float du_per_mm);

    /// In the order they came down; those that ended this frame are among them, for this frame.
    std::vector<Pointer> const& all() const { return m_pointers; }
    /// The finger of that id while it is on the wall, else null.
    Pointer const* find(PointerId id) const;
    /// How far that area's offset has moved since last frame, du, fingers and momentum together: positive
    /// when the fingers went up and what is below comes into sight.
    float scrolled_by(std::string_view scroller) const;
    bool scrolling(std::string_view scroller) const;
    /// True while something will change though no finger moves: momentum, or a hold that will ripen.
    bool busy() const;
    bool gliding() const { return !m_momentum.empty(); }
    /// When the next hold ripens or a contact is given up as stuck, seconds on the input's clock; infinity when
    /// neither will be.
    double next_deadline_s() const;
    /// All fingers are taken away (focus lost, screen changed under them); the next update tells it.
    void cancel_all();
    /// Momentum of that area ends (it hit its end).
    void stop_momentum(std::string_view scroller);
    GestureLimits const& limits() const { return m_limits; }

  private:
    /// What is known of the finger beside what others may see; m_tracks[i] belongs to m_pointers[i].
    struct Track {
        PointerId contact = 0; ///< whose events move it: another one after a bounce
        Accepts accepts = Accepts::Nothing;
        bool hold_told = false;
        Vec2 still_at;                             ///< it has stayed within `jitter_mm` of this…
        double still_s = 0;                        ///< …since then
        std::optional<double> lost_s;              ///< gone from the wall, perhaps to be found again
        std::vector<std::pair<double, Vec2>> path; ///< the last `flick_window_s`
    };
    /// Of several fingers in one area, the one that moves it.
    struct Lead {
        std::string scroller;
        PointerId pointer = 0;
        double moved_s = 0;
    };

    /// A finger that has just left what it touched.
    struct Tap {
        std::string owner;
        Vec2 at;
        double at_s = 0;
    };

    void take(PointerEvent const& event, Vec2 at, std::vector<Target> const& targets);
    void come_down(PointerEvent const& event, Vec2 at, std::vector<Target> const& targets);
    void capture(Pointer& pointer, Track& track, Target const& hit) const;
    Pointer const* holder_of(Target const& target) const;
    bool find_again(PointerEvent const& event, Vec2 at);
    std::optional<std::size_t> live(PointerId contact) const;
    void forget_ended();

    void follow(std::size_t i, Vec2 at, double at_s);
    void recognise(std::size_t i, double at_s);
    void recognise_lift(std::size_t i, Vec2 moved_mm, double at_s);
    void ripen(std::size_t i, double at_s);
    double ripe_at(std::size_t i) const;
    double stuck_at(std::size_t i) const;
    void begin_drag(std::size_t i);
    void begin_scroll(std::size_t i, float slack_mm, double at_s);
    void scroll(std::size_t i, float moved_du, double at_s);
    void leave(std::size_t i, double at_s);
    void fling(std::size_t i, double at_s);
    void ignore_palms(Vec2 newest, double at_s);
    void ignore(std::vector<std::size_t> crowd, int least, float circle_mm);
    bool is_bounce(Pointer const& pointer, Target const& hit) const;
    Vec2 velocity_mm_s(std::size_t i, double at_s) const;
    float speed_mm_s(std::string_view scroller) const;
    void run_momentum(double seconds);
    void add_scroll(std::string const& scroller, float du);

    GestureLimits m_limits;
    std::vector<Pointer> m_pointers;
    std::vector<Track> m_tracks;
    std::vector<Momentum> m_momentum;
    std::vector<Lead> m_leads;
    std::vector<Tap> m_taps;
    std::vector<std::pair<std::string, float>> m_scrolled;
    bool m_cancel_all = false;
    double m_now_s = 0;
    float m_du_per_mm = 1;
};

} // namespace ui
