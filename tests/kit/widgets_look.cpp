// What widgets draw: that labels fit, and that what is touched looks different at once.
#include "hands.h"

using namespace ui;

namespace {

/// What was drawn, as one number: vertices and colours of all lists.
std::uint64_t picture(ImDrawData const* data) {
    std::uint64_t sum = 1469598103934665603U;
    auto const mix = [&](std::uint64_t value) { sum = (sum ^ value) * 1099511628211U; };
    for (int i = 0; i < data->CmdListsCount; ++i)
        for (ImDrawVert const& v : data->CmdLists[i]->VtxBuffer) {
            mix(static_cast<std::uint64_t>(static_cast<std::int64_t>(v.pos.x * 16)));
            mix(static_cast<std::uint64_t>(static_cast<std::int64_t>(v.pos.y * 16)));
            mix(v.col);
        }
    return sum;
}

} // namespace

TEST_CASE("A label that does not fit is set smaller and then cut") {
    Hands hands([](Ui&) {});
    Type const type = hands.ui.theme().button;
    std::string const words = "Start prøvehandlingen";
    float const full = hands.type->width(words, type);
    struct Given {
        float part, least, most; ///< of the width; of the size
    };
    for (Given const& given : {Given{1.01F, 1, 1}, Given{0.95F, 0.88F, 0.95F}, Given{0.5F, 0.82F, 0.88F}}) {
        Type const fitting = fitted(hands.ui, words, type, full * given.part);
        CHECK(fitting.size >= type.size * given.least);
        CHECK(fitting.size <= type.size * given.most);
        CHECK(fitting.weight == type.weight);
    }
    Type const smallest = fitted(hands.ui, words, type, full / 2);
    CHECK(hands.type->lay(words, {.type = smallest, .width = full / 2, .max_lines = 1}).cut);
}

TEST_CASE("A touched button looks different in the same frame and again as before later") {
    for (ButtonLook const look : {ButtonLook::Plain, ButtonLook::Primary, ButtonLook::Good, ButtonLook::Test,
                                  ButtonLook::Danger, ButtonLook::Quiet, ButtonLook::Dashed, ButtonLook::Chosen}) {
        Hands hands([&](Ui& ui) {
            button(ui, {.id = "a", .rect = {100, 100, 300, 100}, .label = "Stem", .icon = Icon::Dots, .look = look});
        });
        std::uint64_t const resting = picture(hands.frame());
        PointerId const finger = hands.down("a");
        std::uint64_t const touched = picture(hands.frame());
        CHECK(touched != resting);
        hands.up(finger);
        hands.frame();
        hands.run(1);
        CHECK(picture(hands.frame()) == resting);
    }
}

TEST_CASE("Every contact has its ring and an ignored one another") {
    Hands hands([](Ui& ui) { ui.touch({.id = "card", .rect = {100, 100, 300, 100}, .accepts = Accepts::Lift}); });
    auto const vertices = [&] {
        int const count = hands.frame()->TotalVtxCount;
        return count;
    };
    int const none = vertices();
    hands.down(Vec2{150, 150});
    int const one = vertices();
    CHECK(one > none);
    hands.down(Vec2{900, 900}); // on nothing
    int const two = vertices();
    CHECK(two > one);
    hands.down(Vec2{350, 150}); // on a card that is held: tethered
    CHECK(vertices() - two > two - one);
    hands.ui.pointers().cancel_all();
    hands.frame();
    CHECK(vertices() == none);
}

TEST_CASE("Widgets draw what they are told to") {
    struct Given {
        char const* name;
        std::function<void(Ui&)> one, other; ///< that must look different
    };
    Rect const bar{100, 100, 400, 14};
    Rect const panel{100, 200, 500, 100};
    Vec2 const at{300, 300};
    for (Given const& given : {
             Given{"halo", [&](Ui& ui) { avatar(ui, {.centre = at, .initials = "MK", .colour = colour::people[0]}); },
                   [&](Ui& ui) {
                       avatar(ui, {.centre = at, .initials = "MK", .colour = colour::people[0], .halo = true});
                   }},
             Given{"faded", [&](Ui& ui) { avatar(ui, {.centre = at, .initials = "MK", .colour = colour::people[0]}); },
                   [&](Ui& ui) {
                       avatar(ui, {.centre = at, .initials = "MK", .colour = colour::people[0], .faded = true});
                   }},
             Given{"progress", [&](Ui& ui) { progress_bar(ui, bar, 0.5F, 0.8F, colour::test); },
                   [&](Ui& ui) { progress_bar(ui, bar, 0.6F, 0.8F, colour::test); }},
             Given{"mark", [&](Ui& ui) { progress_bar(ui, bar, 0.5F, 0.8F, colour::test); },
                   [&](Ui& ui) { progress_bar(ui, bar, 0.5F, -1, colour::test); }},
             Given{"sentence",
                   [&](Ui& ui) { sentence(ui, panel, "Skriv noget først.", colour::coral_ground, colour::ink); },
                   [&](Ui& ui) { sentence(ui, panel, "Højst 280 tegn.", colour::coral_ground, colour::ink); }},
             Given{"disabled", [&](Ui& ui) { button(ui, {.id = "a", .rect = panel, .label = "Stem"}); },
                   [&](Ui& ui) { button(ui, {.id = "a", .rect = panel, .label = "Stem", .enabled = false}); }},
         }) {
        CAPTURE(std::string(given.name));
        Hands one(given.one), other(given.other);
        CHECK(picture(one.frame()) == picture(one.frame()));
        CHECK(picture(one.frame()) != picture(other.frame()));
    }
}

TEST_CASE("A part beyond the bar fills it and no more") {
    for (float const part : {-1.0F, 0.0F, 1.0F, 7.0F}) {
        Hands hands([&](Ui& ui) { progress_bar(ui, {100, 100, 400, 14}, part, 2, colour::test); });
        ImDrawData const* drawn = hands.frame();
        for (int i = 0; i < drawn->CmdListsCount; ++i)
            for (ImDrawVert const& v : drawn->CmdLists[i]->VtxBuffer)
                CHECK(v.pos.x <= 504);
    }
}
