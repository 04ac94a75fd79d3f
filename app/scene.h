// What the wall shows, a frame at a time: the app, or why there is none. The wall's loop, the scripts and the tests know
// no more of it than this.
#pragma once

#include "config.h"
#include "moment.h"
#include "ui/kit/atlas.h"
#include "ui/kit/pictures.h"
#include "ui/kit/ui.h"

#include <string>
#include <vector>

namespace app {

class Scene {
  public:
    virtual ~Scene() = default;
    /// Draws one frame. `mm_per_px` of the wall; the draw data hold until the next frame.
    virtual ImDrawData* frame(ui::InputFrame const& input, Moment const& moment, float mm_per_px) = 0;
    /// When the next frame is due without a touch, seconds on the input's clock.
    virtual double next_frame_s() const = 0;
    /// Nothing moves, nothing is on its way to the disk.
    virtual bool settled() const = 0;
    virtual ui::Ui const& ui() const = 0;
    virtual ui::Atlas& atlas() = 0;
    virtual ui::Pictures const& pictures() const = 0;
    virtual Config const& config() const = 0;
    /// The name of the screen in the UI map.
    virtual std::string screen_name() const = 0;
    /// Waits for what runs beside the frames (scripts).
    virtual void drain() = 0;
    /// Waits for what is on its way to the disk: the wall is left.
    virtual void leave() = 0;
    /// Something else is to be shown from now on.
    virtual bool ended() const = 0;
    /// What was durable since the last call: milliseconds from the frame that took the touch in to COMMIT.
    virtual std::vector<double> take_commit_ms() = 0;
};

} // namespace app
