// Each icon is a line of text, in the manner of SVG paths:
//   M x y  L x y  C x1 y1 x2 y2 x y   a stroke: move, line, curve      Z  closes it      F  closes and fills it
//   A cx cy r from to                 an arc in degrees, clockwise from three o'clock, joined to the stroke
//   O cx cy r   E cx cy rx ry   R x y w h r      a ring, an ellipse, a rounded rectangle, each closed
//   D cx cy r                         a filled dot                     W w  the stroke's width from here on
#include "ui/kit/icon_paths.h"

#include <cassert>
#include <cmath>
#include <numbers>
#include <sstream>

namespace ui {

namespace {

char const* drawing(Icon icon) {
    switch (icon) {
    case Icon::Plus: return "W 2.2 M 12 3 L 12 21 M 3 12 L 21 12";
    case Icon::Dots: return "D 7.1 7.8 4.2 O 16 6.8 3 O 8 16.8 3 D 16.9 15.9 4.2";
    case Icon::Pulse: return "M 2.5 12.8 L 7 12.8 L 10 4.8 L 14 18.9 L 16.7 12.8 L 21.5 12.8";
    case Icon::Table: return "E 12 13.4 6.3 3.9 O 12 4.4 1.6 O 3.4 8 1.6 O 20.6 8 1.6 O 3.4 18.7 1.6 O 20.6 18.7 1.6";
    case Icon::Calendar: return "R 3 5.5 18 15 3 M 3 10 L 21 10 M 8 3 L 8 7 M 16 3 L 16 7";
    case Icon::Bars: return "M 3 19.5 L 21 19.5 M 4.5 19.5 L 4.5 10 M 10.5 19.5 L 10.5 4 M 16.5 19.5 L 16.5 12.5";
    case Icon::Leaf:
        return "M 5 19.5 C 4.5 10.5 9.5 4.8 20 4.8 C 20 13 16.5 18.8 8.4 18.2 M 5 19.5 C 6.4 15.4 9.6 12.3 14 10.2";
    case Icon::More: return "D 4.9 12 2.5 D 12 12 2.5 D 19.1 12 2.5";
    case Icon::Keyboard:
        return "R 2.2 6 19.6 12.4 2.6 D 6.4 10.2 1.15 D 10.1 10.2 1.15 D 13.9 10.2 1.15 D 17.6 10.2 1.15 "
               "D 6.4 14.3 1.15 D 17.6 14.3 1.15 M 10.1 14.3 L 13.9 14.3";
    case Icon::Pencil:
        return "M 4.8 19.2 L 5.9 14.8 L 16.3 4.4 C 17.2 3.5 18.4 3.5 19.3 4.4 L 19.6 4.7 "
               "C 20.5 5.6 20.5 6.8 19.6 7.7 L 9.2 18.1 Z";
    case Icon::Eraser:
        return "M 9 20 L 3.8 14.8 C 3 14 3 12.6 3.8 11.8 L 12.2 3.4 C 13 2.6 14.4 2.6 15.2 3.4 L 20.6 8.8 "
               "C 21.4 9.6 21.4 11 20.6 11.8 L 12.4 20 Z M 8 7.6 L 16.4 16 M 12.4 20 L 20.6 20";
    case Icon::Picture:
        return "R 2.8 4.8 18.4 14.4 2.6 O 8.9 9.9 1.7 M 3.6 18.4 L 10.2 13 L 14 16.6 L 17 13 L 20.8 16.8";
    case Icon::Lock: return "R 5 10.6 14 10 2.4 M 8 10.6 L 8 7.6 A 12 7.4 4 180 360 L 16 10.6";
    case Icon::Check: return "W 2.4 M 5 12.6 L 10 17.6 L 19 7.2";
    case Icon::Cross: return "W 2.4 M 6 6 L 18 18 M 18 6 L 6 18";
    case Icon::ArrowRight: return "M 3 12 L 21 12 M 13.4 4.4 L 21 12 L 13.4 19.6";
    case Icon::ArrowLeft: return "M 21 12 L 3 12 M 10.6 4.4 L 3 12 L 10.6 19.6";
    case Icon::ArrowUp: return "M 12 21 L 12 3 M 4.4 10.6 L 12 3 L 19.6 10.6";
    case Icon::ArrowDown: return "M 12 3 L 12 21 M 4.4 13.4 L 12 21 L 19.6 13.4";
    case Icon::Backspace:
        return "M 2.5 12 L 8.6 5.4 L 21.5 5.4 L 21.5 18.6 L 8.6 18.6 Z M 12 9.2 L 17.6 14.8 M 17.6 9.2 L 12 14.8";
    case Icon::Shift: return "M 12 3.6 L 3.6 12 L 8 12 L 8 19.8 L 16 19.8 L 16 12 L 20.4 12 Z";
    case Icon::ShiftLock:
        return "M 12 3 L 3.6 11.4 L 8 11.4 L 8 16.6 L 16 16.6 L 16 11.4 L 20.4 11.4 F M 8 20.8 L 16 20.8";
    case Icon::Enter: return "M 20 6 L 20 13.4 L 4.5 13.4 M 9.3 8.6 L 4.5 13.4 L 9.3 18.2";
    case Icon::Happy: return "W 1.8 O 12 12 9.4 D 8.7 9.7 1.7 D 15.3 9.7 1.7 M 7.2 13.5 C 8.8 16.5 15.2 16.5 16.8 13.5";
    case Icon::Neutral: return "W 1.8 O 12 12 9.4 D 8.7 9.7 1.7 D 15.3 9.7 1.7 M 8.6 15.2 L 15.4 15.2";
    case Icon::Sad: return "W 1.8 O 12 12 9.4 D 8.7 9.7 1.7 D 15.3 9.7 1.7 M 7.4 16.6 C 8.9 13.5 15.1 13.5 16.6 16.6";
    case Icon::Clock: return "O 12 12 9 M 12 6.8 L 12 12 L 15.4 14";
    case Icon::Undo: return "M 8.6 4.6 L 4 9.2 L 8.6 13.8 M 4 9.2 L 14.4 9.2 A 14.4 14.4 5.2 -90 90 L 9.6 19.6";
    case Icon::People:
        return "O 8.8 8 3.5 M 2.4 19.6 C 2.4 12.2 15.2 12.2 15.2 19.6 M 15.6 4.7 C 19.4 5.4 19.4 10.6 15.6 11.3 "
               "M 17.6 14.4 C 20.2 15.2 21.6 17 21.6 19.6";
    case Icon::Globe: return "O 12 12 9 E 12 12 4 9 M 3 12 L 21 12";
    case Icon::TextSize:
        return "M 2.2 19 L 8.2 5 L 14.2 19 M 4.4 14.2 L 12 14.2 M 15.4 19 L 18.6 11.4 L 21.8 19 M 16.5 16.6 L 20.7 "
               "16.6";
    case Icon::Export:
        return "M 12 15 L 12 3.6 M 7.4 8.2 L 12 3.6 L 16.6 8.2 M 4 14.6 L 4 17.6 C 4 19.6 4.8 20.4 6.8 20.4 L 17.2 "
               "20.4 C 19.2 20.4 20 19.6 20 17.6 L 20 14.6";
    case Icon::Info: return "O 12 12 9 D 12 7.8 1.3 M 12 11.6 L 12 16.4";
    case Icon::Play: return "M 8 5.4 L 18.4 12 L 8 18.6 F";
    case Icon::Park: return "W 3.2 M 8.4 5.6 L 8.4 18.4 M 15.6 5.6 L 15.6 18.4";
    case Icon::Stop: return "M 6.6 6.6 L 17.4 6.6 L 17.4 17.4 L 6.6 17.4 F";
    case Icon::Adjust:
        return "M 3.2 7.6 L 5.8 7.6 O 8.4 7.6 2.6 M 11 7.6 L 20.8 7.6 M 3.2 16.4 L 13 16.4 O 15.6 16.4 2.6 M 18.2 16.4 "
               "L 20.8 16.4";
    case Icon::Scale:
        return "D 12 12.6 3 M 12 12.6 L 12 4 M 12 12.6 L 4.2 18.4 M 12 12.6 L 19.8 18.4 D 12 4 2.2 D 4.2 18.4 2.2 D "
               "19.8 18.4 2.2";
    case Icon::Search: return "W 2.4 O 10.4 10.4 6.6 M 15.3 15.3 L 20.6 20.6";
    case Icon::Tag:
        return "M 3.4 3.8 L 11.6 3.8 L 20.4 12.6 C 21 13.2 21 14 20.4 14.6 L 14.8 20.2 C 14.2 20.8 13.4 20.8 12.8 20.2 "
               "L 3.4 11.4 Z D 7.8 8 1.5";
    case Icon::Quadrants: return "R 3 3 18 18 2.6 M 12 3 L 12 21 M 3 12 L 21 12 D 16.6 7.4 1.7";
    case Icon::Medal: return "O 12 8.8 5.6 M 8.8 13.6 L 7.2 21 L 12 18.4 L 16.8 21 L 15.2 13.6 D 12 8.8 1.8";
    case Icon::Speech:
        return "M 6 4.4 L 18 4.4 C 19.7 4.4 20.8 5.5 20.8 7.2 L 20.8 13.4 C 20.8 15.1 19.7 16.2 18 16.2 L 11.6 16.2 "
               "L 6.8 20.4 L 6.8 16.2 L 6 16.2 C 4.3 16.2 3.2 15.1 3.2 13.4 L 3.2 7.2 C 3.2 5.5 4.3 4.4 6 4.4 "
               "M 7.8 10.3 L 16.2 10.3";
    case Icon::Gauge: return "A 12 14.6 9 180 360 Z M 12 14.6 L 16.4 9.4 D 12 14.6 1.7";
    case Icon::Heart:
        return "M 12 20.2 C 5.6 15.4 3 12.2 3 8.8 C 3 4 9.6 2.6 12 7.4 C 14.4 2.6 21 4 21 8.8 C 21 12.2 18.4 15.4 12 "
               "20.2 Z";
    case Icon::Eye: return "M 2.4 12 C 6.2 5.4 17.8 5.4 21.6 12 C 17.8 18.6 6.2 18.6 2.4 12 Z O 12 12 2.9";
    case Icon::FirstAid: return "W 2.6 R 3.4 3.4 17.2 17.2 4 M 12 7.8 L 12 16.2 M 7.8 12 L 16.2 12";
    case Icon::Coins:
        return "E 12 6.6 7.6 2.9 M 4.4 6.6 L 4.4 12 C 4.4 15.8 19.6 15.8 19.6 12 L 19.6 6.6 M 4.4 12 L 4.4 17.2 "
               "C 4.4 21 19.6 21 19.6 17.2 L 19.6 12";
    case Icon::Saving: return "W 2.4 A 12 12 8.4 -80 190";
    case Icon::Warning: return "M 12 3.8 L 21.4 19.8 L 2.6 19.8 Z M 12 9.8 L 12 14 D 12 16.8 1.25";
    }
    assert(false);
    return "";
}

/// Reads a drawing into paths; a drawing is ours, so what is wrong with it is a bug.
class Pen {
  public:
    std::vector<IconPath> read(char const* text) {
        m_in.str(text);
        for (char command = 0; m_in >> command;) {
            draw(command);
        }
        return std::move(m_paths);
    }

  private:
    float number() {
        float value = 0;
        m_in >> value;
        assert(!m_in.fail());
        return value;
    }
    Vec2 point() {
        float const x = number();
        return {x, number()};
    }
    IconPath& begin() { return m_paths.emplace_back(IconPath{{}, false, m_width}); }
    std::vector<Vec2>& points() { return m_paths.back().points; }

    void draw(char command) {
        switch (command) {
        case 'M': begin().points.push_back(point()); break;
        case 'L': points().push_back(point()); break;
        case 'C': curve(); break;
        case 'A': arc(); break;
        case 'Z': points().push_back(points().front()); break;
        case 'F': m_paths.back().filled = true, points().push_back(points().front()); break;
        case 'W': m_width = number(); break;
        case 'O': ring(); break;
        case 'E': ellipse(); break;
        case 'R': rounded(); break;
        case 'D': dot(); break;
        default: assert(false);
        }
    }
    void curve() {
        Vec2 const a = points().back(), b = point(), c = point(), d = point();
        constexpr int steps = 16;
        for (int i = 1; i <= steps; ++i) {
            float const t = static_cast<float>(i) / steps, u = 1 - t;
            points().push_back(a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t));
        }
    }
    void turn(Vec2 centre, Vec2 radii, float from, float to) {
        int const steps = std::max(4, static_cast<int>((to - from) / 9));
        for (int i = 0; i <= steps; ++i) {
            float const degrees = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
            float const angle = degrees * std::numbers::pi_v<float> / 180;
            points().push_back({centre.x + radii.x * std::cos(angle), centre.y + radii.y * std::sin(angle)});
        }
    }
    void arc() {
        Vec2 const centre = point();
        float const radius = number(), from = number(), to = number();
        if (m_paths.empty()) {
            begin();
        }
        turn(centre, {radius, radius}, from, to);
    }
    void ring() {
        Vec2 const centre = point();
        float const radius = number();
        begin();
        turn(centre, {radius, radius}, 0, 360);
    }
    void ellipse() {
        Vec2 const centre = point(), radii = point();
        begin();
        turn(centre, radii, 0, 360);
    }
    void rounded() {
        Vec2 const corner = point(), size = point();
        float const r = number();
        float const l = corner.x + r, t = corner.y + r, right = corner.x + size.x - r, b = corner.y + size.y - r;
        begin();
        turn({l, t}, {r, r}, 180, 270);
        turn({right, t}, {r, r}, 270, 360);
        turn({right, b}, {r, r}, 0, 90);
        turn({l, b}, {r, r}, 90, 180);
        points().push_back(points().front());
    }
    void dot() {
        Vec2 const centre = point();
        float const radius = number();
        m_paths.push_back({{centre}, false, 2 * radius}); // a stroke of one point is a disc
    }

    std::istringstream m_in;
    std::vector<IconPath> m_paths;
    float m_width = 2;
};

} // namespace

std::vector<IconPath> icon_paths(Icon icon) { return Pen().read(drawing(icon)); }

} // namespace ui
