// What is told on the wall is in sight: sentences beside the course's name, and all that the team has in use.
#include "demo_wall.h"

#include <algorithm>

namespace {

constexpr float name_left = 128; ///< du: where the course's name begins in the header

std::unique_ptr<app::Stage> stage_of(TestFolder const& folder, text::Language language, int text_step) {
    auto setup = demo_wall(folder / "in-sight.rundtbord");
    setup.config.language = language;
    setup.config.text_step = text_step;
    return open_stage(setup);
}

void tap(app::Stage& stage, std::string const& id) {
    auto const item = stage.find(id);
    REQUIRE_MESSAGE(item, id, " is not there");
    stage.play({{.path = {stage.middle(*item)}, .seconds = 0.06}});
}

/// How wide words are in that type, du.
float width_of(std::string const& words, ui::Type const& type) {
    ui::Atlas atlas;
    auto typesetter = ui::Typesetter::open("/usr/share/fonts/opentype/inter", atlas);
    REQUIRE(typesetter);
    (*typesetter)->set_scale(1);
    return (*typesetter)->width(words, type);
}

bool holds(ui::Rect outer, ui::Rect inner) {
    auto const seen = inner.clipped(outer);
    return seen.w >= inner.w - 1 && seen.h >= inner.h - 1;
}

} // namespace

TEST_CASE("What is said at a meeting's beginning leaves the course's name to be read") {
    for (auto const language : {text::Language::Danish, text::Language::English})
        for (int const step : {0, 1, 2}) {
            CAPTURE(step);
            TestFolder const folder("in-sight");
            auto const stage = stage_of(folder, language, step);
            tap(*stage, "dock/meeting");
            tap(*stage, "meeting/begin");
            auto const& ui = stage->app().ui();
            auto const notice = std::find_if(ui.items().begin(), ui.items().end(),
                                             [](ui::Item const& item) { return item.role == "notice"; });
            REQUIRE(notice != ui.items().end());
            CAPTURE(notice->label);
            CHECK(notice->rect.x >= name_left + width_of(stage->app().board().course.name, ui.theme().title));
            CHECK(holds(ui.screen(), notice->rect));
            if (auto const pill = stage->find("header/meetings"); pill && step == 0)
                CHECK_FALSE(notice->rect.overlaps(pill->rect));
        }
}

TEST_CASE("At ordinary size the effect of everything in use is in sight") {
    for (auto const language : {text::Language::Danish, text::Language::English}) {
        TestFolder const folder("in-sight");
        auto const stage = stage_of(folder, language, 0);
        tap(*stage, "dock/effect");
        int lines = 0;
        for (auto const& item : stage->app().ui().items()) {
            if (!item.id.starts_with("effect/idea/"))
                continue;
            CAPTURE(item.label);
            CHECK(holds(item.clip, item.rect));
            ++lines;
        }
        CHECK(lines == 3);
    }
}
