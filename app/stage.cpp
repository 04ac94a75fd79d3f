#include "stage.h"

#include "courses.h"
#include "recovery.h"
#include "ui/kit/picture.h"
#include "ui/kit/raster.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <sstream>

namespace app {

namespace {

constexpr double between_touches_s = 0.1; // a hand's quickest next tap; sooner, it is a bounce

constexpr double frame_s = 1.0 / 60;

/// Where the finger is `t` seconds after it came down.
ui::Vec2 along(Stroke const& stroke, double t) {
    if (stroke.path.size() == 1 || t <= stroke.rest_s)
        return stroke.path.front();
    double const part = std::min(1.0, (t - stroke.rest_s) / std::max(stroke.seconds, 1e-6));
    double const at = part * static_cast<double>(stroke.path.size() - 1);
    auto const i = std::min(static_cast<std::size_t>(at), stroke.path.size() - 2);
    auto const f = static_cast<float>(at - static_cast<double>(i));
    return stroke.path[i] + (stroke.path[i + 1] - stroke.path[i]) * f;
}

double length_s(Stroke const& stroke) {
    return stroke.path.size() == 1 ? stroke.seconds + stroke.hold_s : stroke.rest_s + stroke.seconds + stroke.hold_s;
}

/// 65 inches across a 16:9 wall unless the settings say otherwise.
float mm_per_px(Config const& config, ui::Vec2 size) {
    return static_cast<float>(config.diagonal_inches * 25.4) / std::hypot(size.x, size.y);
}

} // namespace

/// A screen's pixels, drawn with one raster.
class KeptPicture {
  public:
    void draw(Scene& scene, ImDrawData const& data, ui::Vec2 size) {
        int const w = static_cast<int>(size.x), h = static_cast<int>(size.y);
        if (w != m_w || h != m_h)
            m_pixels.assign(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), 0), m_w = w, m_h = h;
        m_raster.draw(data, scene.atlas(), pixels(), &scene.pictures());
    }
    ui::Pixels pixels() { return {m_pixels.data(), m_w, m_h, m_w}; }
    std::optional<std::string> differs_from(KeptPicture const& whole) const {
        auto const [here, there] = std::ranges::mismatch(m_pixels, whole.m_pixels);
        if (here == m_pixels.end() && there == whole.m_pixels.end())
            return {};
        auto const at = here - m_pixels.begin();
        std::ostringstream said;
        said << "the picture kept from frame to frame is not the frame drawn whole, first at " << at % m_w << ", "
             << at / m_w;
        return said.str();
    }

  private:
    ui::Raster m_raster;
    std::vector<std::uint32_t> m_pixels;
    int m_w = 0, m_h = 0;
};

Stage::Stage(Setup setup) : m_setup(std::move(setup)) {
    if (m_setup.keep_picture)
        m_kept = std::make_unique<KeptPicture>();
}
Stage::~Stage() = default;

tl::expected<std::unique_ptr<Stage>, std::string> Stage::open(Setup setup) {
    std::unique_ptr<Stage> stage(new Stage(std::move(setup)));
    if (auto started = stage->start(); !started)
        return tl::unexpected(started.error());
    return stage;
}

std::filesystem::path Stage::shown_file() const {
    auto const last = read_config(settings_file()).board_file;
    return last.empty() ? m_setup.file : last;
}

tl::expected<void, std::string> Stage::start() {
    auto const file = shown_file();
    auto const config = read_config(settings_file(), m_setup.config);
    auto const folders = folders_of(file.parent_path(), config);
    auto assets = load_assets(m_setup.assets, m_setup.fonts);
    if (!assets)
        return tl::unexpected(assets.error());
    sweep_at_start(folders);
    auto opened = open_for_wall(file, folders, moment(), assets->in(config.language).words, {});
    if (!opened)
        return start_without(std::move(opened.error()));
    AppSetup setup{.assets = m_setup.assets,
                   .config = m_setup.config,
                   .board_file = file,
                   .settings_file = settings_file(),
                   .pin_file = pin_file(),
                   .pin_cost = m_setup.pin_cost,
                   .recovered = std::move(opened->recovered),
                   .not_copied = std::move(opened->not_copied),
                   .tone = m_setup.tone,
                   .decoder = m_setup.decoder};
    auto app = std::make_unique<App>(std::move(setup), std::move(*assets), std::move(opened->table),
                                     IdSource(m_next_pointer));
    m_app = app.get();
    m_scene = std::move(app);
    settle();
    return {};
}

tl::expected<void, std::string> Stage::start_without(NoBoard why) {
    auto trouble = StartTrouble::open({.assets = m_setup.assets,
                                       .fonts = m_setup.fonts,
                                       .config = read_config(settings_file(), m_setup.config),
                                       .board_file = shown_file(),
                                       .pin_file = pin_file(),
                                       .pin_cost = m_setup.pin_cost,
                                       .why = std::move(why)});
    if (!trouble)
        return tl::unexpected(trouble.error());
    m_trouble = trouble->get();
    m_scene = std::move(*trouble);
    settle();
    return {};
}

/// As the wall does when its scene has ended.
void Stage::go_on() {
    std::string told;
    auto const config = read_config(settings_file(), m_setup.config);
    if (m_trouble->answer() == StartTrouble::Answer::Begin) {
        auto const words = text::Words::load(m_setup.assets / "strings", config.language);
        auto const file = shown_file();
        auto const begun = begin_anew(file, folders_of(file.parent_path(), config), moment(), words.value());
        told = begun ? std::string() : begun.error();
    }
    [[maybe_unused]] auto const again = restart();
    assert(again);
    if (m_trouble && !told.empty())
        m_trouble->tell(told);
}

tl::expected<void, std::string> Stage::restart() {
    m_app = nullptr, m_trouble = nullptr;
    m_scene.reset();
    if (m_kept)
        m_kept = std::make_unique<KeptPicture>();
    m_next_pointer += 1'000'000; // also the seed of fresh ids: never the same twice
    return start();
}

/// The day stays: no script sits up past midnight.
Moment Stage::moment() const {
    Moment now = m_setup.moment;
    auto const gone = std::chrono::milliseconds(std::llround((m_now_s - m_moment_since_s) * 1000));
    now.now.at += gone;
    auto const minutes = static_cast<int>(std::chrono::floor<std::chrono::minutes>(gone).count());
    now.minute += minutes;
    now.hour = (now.hour + now.minute / 60) % 24;
    now.minute %= 60;
    return now;
}

void Stage::frame(ui::InputFrame input) {
    m_now_s += frame_s;
    input.now_s = m_now_s;
    input.size = m_setup.size;
    for (auto& event : input.pointers)
        event.at_s = m_now_s;
    m_drawn = m_scene->frame(input, moment(), mm_per_px(m_scene->config(), m_setup.size));
    if (m_kept)
        m_kept->draw(*m_scene, *m_drawn, m_setup.size);
    m_scene->drain();
    if (m_scene->ended())
        go_on();
}

bool Stage::settle() {
    step();
    for (int i = 0; i < 600; ++i) {
        step();
        if (m_scene->settled() && m_scene->next_frame_s() > m_now_s + frame_s)
            return true;
    }
    return false;
}

void Stage::play(std::vector<Stroke> const& strokes) {
    struct Finger {
        Stroke const* stroke;
        ui::PointerId id;
        bool down = false, up = false;
    };
    std::vector<Finger> fingers;
    for (auto const& stroke : strokes)
        fingers.push_back({&stroke, m_next_pointer++});
    double const began = m_now_s;
    while (std::any_of(fingers.begin(), fingers.end(), [](auto const& f) { return !f.up; })) {
        ui::InputFrame input;
        for (auto& finger : fingers) {
            double const t = m_now_s - began - finger.stroke->starts_s;
            if (finger.up || t < 0)
                continue;
            auto const at = along(*finger.stroke, t);
            if (!finger.down)
                input.pointers.push_back({finger.id, ui::PointerPhase::Down, at, 0}), finger.down = true;
            else if (t < length_s(*finger.stroke))
                input.pointers.push_back({finger.id, ui::PointerPhase::Move, at, 0});
            else
                input.pointers.push_back({finger.id, ui::PointerPhase::Up, at, 0}), finger.up = true;
        }
        frame(std::move(input));
    }
    m_now_s += between_touches_s;
    settle();
}

void Stage::type(std::string const& text) {
    ui::InputFrame input;
    input.keys.emplace_back(ui::TypedText{text});
    frame(std::move(input));
    settle();
}

void Stage::press(ui::Key key) {
    ui::InputFrame input;
    input.keys.emplace_back(ui::KeyPress{key});
    frame(std::move(input));
    settle();
}

/// The clock shows another minute.
double Stage::next_minute_s() const {
    constexpr double minute = 60;
    return m_moment_since_s + (std::floor((m_now_s - m_moment_since_s) / minute) + 1) * minute;
}

void Stage::wait(double seconds) {
    for (double const end = m_now_s + seconds; m_now_s < end;) {
        step();
        double const due_s = std::min({end, m_scene->next_frame_s(), next_minute_s()});
        if (m_scene->settled())
            m_now_s = std::max(m_now_s, due_s - frame_s);
    }
}

std::optional<ui::Item> Stage::find(std::string const& name, int nth) const {
    for (auto const& item : m_scene->ui().items()) {
        bool const seen = !item.rect.clipped(item.clip).empty();
        if (seen && (item.id == name || item.label == name) && --nth == 0)
            return item;
    }
    return {};
}

ui::Vec2 Stage::middle(ui::Item const& item) const {
    float const scale = m_setup.size.x / m_scene->ui().screen().w;
    return item.rect.clipped(item.clip).centre() * scale;
}

ui::Vec2 Stage::within(ui::Item const& item, ui::Vec2 du) const {
    float const scale = m_setup.size.x / m_scene->ui().screen().w;
    return (ui::Vec2{item.rect.x, item.rect.y} + du) * scale;
}

bool Stage::shot(std::filesystem::path const& file) {
    step();
    KeptPicture whole;
    whole.draw(*m_scene, *m_drawn, m_setup.size);
    return ui::write_png(file, whole.pixels());
}

std::optional<std::string> Stage::kept_wrongly() const {
    if (!m_kept)
        return {};
    KeptPicture whole;
    whole.draw(*m_scene, *m_drawn, m_setup.size);
    return m_kept->differs_from(whole);
}

} // namespace app
