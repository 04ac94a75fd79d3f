// The kit's frame: pointers, canvas, theme, items and motion in one hand. Widgets are free functions on it.
// Drawing never changes the board, opens a file or reads a clock.
#pragma once

#include "text/words.h"
#include "ui/kit/canvas.h"
#include "ui/kit/pointers.h"

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ui {

/// What the UI map tells of one interactive thing.
struct Item {
    std::string id{};
    std::string role{};  ///< "button", "card", "lane", "key", "text", "toggle", …
    std::string label{}; ///< what it says, for people and tests
    std::string value{}; ///< its state or content, when it has one
    Rect rect{};         ///< du, where it stands, uncut
    Rect clip{};         ///< du, what of it can be seen
    bool enabled = true;
};

/// How a widget announces itself.
struct Interactive {
    std::string id{};
    std::string role = "button";
    std::string label{};
    std::string value{};
    Rect rect{};
    Accepts accepts = Accepts::Tap;
    bool enabled = true;
};

/// What fingers do to one item in this frame.
struct Touch {
    bool pressed = false; ///< a finger rests on it
    int downs = 0;        ///< fingers that came down on it this frame (keys)
    bool tapped = false;
    bool held = false;   ///< the long press was reached
    bool lifted = false; ///< a drag began
    bool dragging = false;
    bool dropped = false;   ///< a drag ended and counts; `at` is where
    bool cancelled = false; ///< a drag ended and does not count
    PointerId pointer = 0;  ///< the finger meant, 0: none
    Vec2 at;                ///< du
    Vec2 grab;              ///< from the item's corner to where it was grabbed, du
};

class Ui {
  public:
    Ui(Typesetter& type, text::Words const& words);

    /// Starts a frame. `mm_per_px`: millimetres on the wall to a pixel.
    void begin(InputFrame const& input, float mm_per_px, int text_step);
    /// Ends it; the draw data hold until the next `begin`.
    ImDrawData* end();

    /// A part of the wall that somebody works in alone, beside others in theirs: until `end_part` the screen is `rect`
    /// (du) and nothing is drawn or touched outside it, ids of items, scroll areas, motion and kept values begin with
    /// `name` and a slash, which those who use them here never see, and a real keyboard writes only where `keys`.
    /// Parts do not stand in one another.
    void begin_part(std::string const& name, Rect rect, bool keys);
    void end_part();
    bool is_part() const { return !m_part.empty(); }
    /// What an id of this part is called in `items()`.
    std::string id_on_wall(std::string_view id) const { return m_part + std::string(id); }
    /// The item that holds that finger, as it is called here; empty: none, or one of another part.
    std::string_view owner_of(Pointer const& pointer) const;

    /// Records an interactive thing where the canvas stands now (its layer and clip), and says what
    /// fingers do to it, judged by where things were when each finger came down.
    Touch touch(Interactive const& item);
    /// A finger drags that item.
    bool is_dragging(std::string_view id) const;
    /// A finger holds that item, or one whose id begins with it and a slash.
    bool is_touched(std::string_view id) const;
    /// A fraction that moves to `target` (0–1 or any number) in `seconds`, eased; at once under calm motion
    /// and when the id is new.
    float ease(std::string_view id, float target, double seconds = 0.16);
    /// A place that moves to `target`, eased.
    Vec2 glide(std::string_view id, Vec2 target, double seconds = 0.18);
    /// Forgets the motion under an id, so that it starts where it is put next.
    void still(std::string_view id);
    /// A number that a widget keeps from frame to frame; forgotten, as motion is, when it is not asked for
    /// in some frames.
    float& kept(std::string_view id, float first);
    /// Asks for a frame at that time (seconds on the input's clock), though nothing is touched.
    void wake_at(double when_s);
    /// Asks for the next frame at once: something moves.
    void wake_now();

    Canvas& canvas() { return m_canvas; }
    Typesetter& type() { return m_type; }
    text::Words const& words() const { return *m_words; }
    void set_words(text::Words const& words) { m_words = &words; }
    Theme const& theme() const { return m_theme; }
    Rect screen() const { return m_screen; } ///< du
    /// Things stand on top of each other: on an upright wall, and in a part.
    bool portrait() const { return is_part() || m_screen.h > m_screen.w; }
    double now_s() const { return m_now_s; }
    InputFrame const& input() const { return m_part_keys ? *m_input : m_keyless; }
    Pointers& pointers() { return m_pointers; }
    Pointers const& pointers() const { return m_pointers; }
    float mm_per_px() const { return m_mm_per_px; }
    std::vector<Item> const& items() const { return m_items; }
    /// When the next frame is due; infinity when only a touch or the outside can ask for one.
    double next_frame_s() const { return m_wake_s; }
    bool settled() const { return m_settled; } ///< nothing moves
    bool calm_motion = false;

    /// Scroll areas: everything touched until `end_scroll` belongs to the area and is cut to it; they may
    /// stand in one another. `content_height` du; the offset is kept under the name. Content that fits does
    /// not scroll. Returns the offset to draw the content at (content top = rect.y − offset).
    float begin_scroll(std::string const& name, Rect rect, float content_height, std::string const& label = {});
    void end_scroll();
    void scroll_to(std::string const& name, float offset);
    /// Scrolls by hand, e.g. when a held card is near a lane's edge.
    void scroll_by(std::string const& id, float by);
    /// As it was drawn last; 0 for an area never drawn.
    float scroll_offset(std::string_view id) const;

  private:
    struct Motion {
        Vec2 from, to;
        double began_s = 0, seconds = 0;
        std::uint64_t seen = 0;
    };
    struct Kept {
        float value = 0;
        std::uint64_t seen = 0;
    };
    struct Scroll {
        float offset = 0, content = 0;
        Rect rect;
        float end() const { return std::max(0.0F, content - rect.h); }
    };
    struct OpenScroll {
        std::string id;
        std::string outer; ///< the area around it
    };

    Touch touch_on_wall(Interactive const& item);
    Touch touch_of(Interactive const& item) const;
    Vec2 move(std::string key, Vec2 target, double seconds);
    Vec2 place(Motion const& motion) const;
    void forget_unseen();
    void order_targets();
    void draw_indicator(std::string const& id, Scroll const& scroll);

    Typesetter& m_type;
    text::Words const* m_words;
    Canvas m_canvas;
    Pointers m_pointers;
    Theme m_theme;
    Rect m_screen, m_whole_screen;
    std::string m_part; ///< what its ids begin with; empty: the whole wall
    bool m_part_keys = true;
    InputFrame m_keyless; ///< the input, where nobody writes on a real keyboard
    InputFrame const* m_input = nullptr;
    double m_now_s = 0;
    float m_mm_per_px = 0.75F;
    std::vector<Item> m_items;
    std::vector<std::pair<Layer, Target>> m_targets;
    std::vector<Target> m_last_targets; ///< in touch order: by layer, then as they were drawn
    std::unordered_map<std::string, Motion> m_motion;
    std::unordered_map<std::string, Kept> m_kept;
    std::map<std::string, Scroll, std::less<>> m_scroll;
    std::vector<OpenScroll> m_open_scrolls;
    std::string m_scroller; ///< the area that what is touched now belongs to
    double m_wake_s = std::numeric_limits<double>::infinity();
    bool m_settled = true;
    std::uint64_t m_frame = 0;
};

} // namespace ui
