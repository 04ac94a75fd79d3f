// The open round: up to three ballots side by side, and places for more. Who has voted is shown; what
// anybody voted is not, and there are no sums to see.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float place_gap = 32;
constexpr double thanks_s = 4; // long enough to be seen by the one who turns away

/// How many ballots stand side by side; never fewer than are open.
int places_shown(Context const& c, VoteView const& view, board::VoteRound const& round, float width) {
    auto const fit = static_cast<int>((width + place_gap) / (least_ballot_width(c, round) + place_gap));
    int shown = std::clamp(fit, 1, 3);
    for (int place = shown; place < 3; ++place)
        if (view.ballots[static_cast<std::size_t>(place)])
            shown = place + 1;
    return shown;
}

/// The place for the next ballot: the one that was asked for, else the first free.
std::optional<std::size_t> free_place(VoteView const& view, int shown) {
    auto const is_free = [&](std::size_t place) {
        return place < static_cast<std::size_t>(shown) && !view.ballots[place];
    };
    if (view.place_asked && is_free(static_cast<std::size_t>(*view.place_asked)))
        return static_cast<std::size_t>(*view.place_asked);
    for (std::size_t place = 0; place < view.ballots.size(); ++place)
        if (is_free(place))
            return place;
    return {};
}

struct PlaceWords {
    std::string sentence;
    ui::Icon icon = ui::Icon::Dots;
};

PlaceWords place_words(Context& c, VoteView const& view, std::size_t place) {
    auto const sum = turnout(c.board, view);
    if (view.thanks_until_s[place] > c.ui.now_s()) {
        c.ui.wake_at(view.thanks_until_s[place]);
        return {c.words.get("vote.thanks"), ui::Icon::Check};
    }
    if (sum.voted == sum.all)
        return {c.words.get("vote.all_voted"), ui::Icon::Lock};
    return {c.words.get(view.place_asked == static_cast<int>(place) ? "vote.tap_name" : "vote.room_for_one"),
            ui::Icon::Dots};
}

void empty_place(Context& c, VoteView& view, std::size_t place, ui::Rect rect) {
    bool const asked = view.place_asked == static_cast<int>(place);
    auto const words = place_words(c, view, place);
    auto const touch = c.ui.touch(
        {.id = "vote/place/" + std::to_string(place + 1), .label = words.sentence, .rect = rect});
    if (touch.tapped)
        view.place_asked = asked ? std::nullopt : std::optional(static_cast<int>(place));
    auto& canvas = c.ui.canvas();
    if (touch.pressed || asked)
        canvas.rounded(rect, ui::radius::lane, ui::colour::lane.faded(0.6F));
    canvas.dashed(rect, ui::radius::lane, 3, asked ? ui::colour::accent : ui::colour::line);
    ui::Vec2 const middle = rect.centre();
    canvas.icon(words.icon, {middle.x, middle.y - 60}, 84, ui::colour::soft);
    ui::label(c.ui, words.sentence, {rect.x + 40, middle.y + 8, rect.w - 80, 160}, c.ui.theme().heading,
              ui::colour::soft, ui::Align::Centre);
}

/// What the voter asked of the ballot, done. Of a ballot that is handed in, only the sums remain.
void grant(Context& c, VoteView& view, std::size_t place, BallotWish wish) {
    auto& ballot = view.ballots[place];
    if (wish == BallotWish::Cast) {
        view.box.cast(ballot->dots);
        view.cast.push_back(ballot->voter);
        view.thanks_until_s[place] = c.ui.now_s() + thanks_s;
    }
    if (wish != BallotWish::None) {
        ballot.reset();
        c.ui.wake_now();
    }
}

void places(Context& c, VoteView& view, board::VoteRound const& round, ui::Rect area, int shown) {
    auto const n = static_cast<float>(shown);
    float const width = (area.w - place_gap * (n - 1)) / n;
    for (std::size_t place = 0; place < static_cast<std::size_t>(shown); ++place) {
        ui::Rect const rect{area.x + static_cast<float>(place) * (width + place_gap), area.y, width, area.h};
        if (auto& ballot = view.ballots[place])
            grant(c, view, place, ballot_card(c, round, *ballot, static_cast<int>(place) + 1, rect));
        else
            empty_place(c, view, place, rect);
    }
}

/// Returns whether there was room to say how secret it is.
bool top(Context& c, VoteView const& view, board::VoteRound const& round, ui::Rect& area) {
    std::int64_t const no = round.no.value, dots = round.dots;
    auto const sum = turnout(c.board, view);
    return vote_header(c, c.words.say("vote.subtitle", {{"no", no}, {"dots", dots}}),
                       {{c.words.say("vote.turnout", {{"n", sum.voted}, {"all", sum.all}})},
                        {c.words.get("vote.hidden"), ui::Icon::Lock}},
                       area);
}

} // namespace

bool open_ballot(Context& c, VoteView& view, board::VoteRound const& round, board::ParticipantId voter, int shown) {
    auto const place = free_place(view, shown);
    if (!place)
        return false;
    view.ballots[*place] = fresh_ballot(round, voter);
    view.thanks_until_s[*place] = 0;
    view.place_asked.reset();
    view.closing_asked = false;
    c.ui.scroll_to("ballot/" + std::to_string(*place + 1) + "/rows", 0);
    c.ui.wake_now();
    return true;
}

void vote_round(Context& c, VoteView& view, board::VoteRound const& round) {
    ui::Rect area = content_area(c);
    Tray const below = tray_of(c);
    area.h = below.rect.y - ui::space::gap - area.y;
    bool const said_above = top(c, view, round, area);
    int const shown = places_shown(c, view, round, area.w);
    places(c, view, round, area, shown);
    draw_tray(c, view, round, shown, below, said_above);
}

} // namespace screens
