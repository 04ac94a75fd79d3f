// The tray under the ballots: everybody's disc, which opens that person's ballot, and the ways out. Closing early
// is asked about once, where it was tapped.
#include "ui/screens/vote_parts.h"

#include <algorithm>

namespace screens {

namespace {

constexpr float disc = 42;   // radius
constexpr double told_s = 4; // long enough to read a line twice

void tell(Context& c, VoteView& view, board::ParticipantId who, std::string_view key) {
    std::erase_if(view.told, [&](Told const& told) { return told.who == who; });
    view.told.push_back({who, c.words.get(key), c.ui.now_s() + told_s});
    c.ui.wake_now();
}

bool is_told(VoteView const& view, board::ParticipantId who, std::string_view sentence) {
    return std::any_of(view.told.begin(), view.told.end(),
                       [&](Told const& told) { return told.who == who && told.sentence == sentence; });
}

/// A leader who votes last is told so, and may say that the others are done: somebody has had to leave, perhaps.
bool must_wait(Context& c, VoteView& view, board::ParticipantId id) {
    if (!waits_for_the_others(c.board, view, id) || is_told(view, id, c.words.get("vote.leader_waits")))
        return false;
    tell(c, view, id, "vote.leader_waits");
    return true;
}

void tap_person(Context& c, VoteView& view, board::VoteRound const& round, board::ParticipantId id, int shown) {
    auto const state = state_of(view, id);
    if (!is_here(c.board, view, id)) // who comes late votes with the others
        toggle_here(c.board, view, id);
    if (state == VoterState::Voted)
        return tell(c, view, id, "vote.has_voted");
    if (state == VoterState::Voting)
        return tell(c, view, id, "vote.ballot_is_open");
    if (must_wait(c, view, id))
        return;
    if (!open_ballot(c, view, round, id, shown))
        tell(c, view, id, "vote.no_room");
}

/// The word under a name: for those at the wall, and those who are away. Nobody is said to be missing.
std::string_view state_key(DiscState state) {
    switch (state) {
    case DiscState::Resting: return {};
    case DiscState::Voting: return "vote.voting";
    case DiscState::Away: break;
    }
    return "vote.away";
}

ui::Type name_type(Context const& c) {
    ui::Type type = c.ui.theme().small;
    type.weight = ui::Weight::SemiBold;
    return type;
}

/// How the discs stand: in one row with words for each state while there is room, else in rows with names.
struct DiscLook {
    bool with_words = true;
    std::size_t columns = 1, rows = 1;
    float cell_w = 0, cell_h = 0, radius = disc;
};

DiscLook disc_look(Context& c, std::size_t people, float width) {
    float const line = c.ui.theme().small.size * 1.25F;
    float words_w = 2 * disc + 16;
    for (auto const state : {DiscState::Voting, DiscState::Away})
        words_w = std::max(words_w, c.ui.type().width(c.words.get(state_key(state)), c.ui.theme().small) + 24);
    float const least = std::max(c.ui.theme().target + 12, 82.0F);
    auto const most = std::max<std::size_t>(1, static_cast<std::size_t>(width / least));
    people = std::max<std::size_t>(1, people);
    DiscLook look;
    look.rows = (people + most - 1) / most;
    look.columns = (people + look.rows - 1) / look.rows; // rows of one length
    look.cell_w = std::min(words_w + 20, width / static_cast<float>(look.columns));
    look.with_words = look.rows == 1 && look.cell_w >= words_w;
    look.radius = look.with_words ? disc : std::min(disc - 4, look.cell_w / 2 - 11);
    look.cell_h = 2 * look.radius + 22 + (look.with_words ? 2 : 1) * line;
    return look;
}

/// A voter's disc and name, and a word where there is something to say and room for it.
void voter(Context& c, VoteView& view, board::VoteRound const& round, std::size_t index, int shown, ui::Rect cell,
           DiscLook const& look) {
    auto const& participant = c.board.participants[index];
    auto const state = !is_here(c.board, view, participant.id)                ? DiscState::Away
                       : state_of(view, participant.id) == VoterState::Voting ? DiscState::Voting
                                                                              : DiscState::Resting;
    float const line = c.ui.theme().small.size * 1.25F;
    ui::Vec2 const at{cell.centre().x, cell.y + 10 + look.radius};
    if (voter_disc(c, "vote/person/" + std::to_string(index + 1), participant, at, look.radius, state))
        tap_person(c, view, round, participant.id, shown);
    ui::Rect words{cell.x + 2, at.y + look.radius + 10, cell.w - 4, line};
    ui::label_centred(c.ui, participant.name, words, name_type(c),
                      state == DiscState::Away ? ui::colour::soft : ui::colour::ink);
    words.y += line;
    if (auto const key = state_key(state); look.with_words && !key.empty())
        ui::label_centred(c.ui, c.words.get(key), words, c.ui.theme().small, ui::colour::soft);
}

/// What was told to the one whose disc this is, just above it.
void draw_told(Context& c, Told const& told, ui::Rect cell) {
    auto const& type = c.ui.theme().label;
    float const width = c.ui.type().width(told.sentence, type) + 52, height = type.size * 2.4F;
    ui::Rect const wall = c.ui.screen().inset(ui::space::margin);
    float const x = std::clamp(cell.centre().x - width / 2, wall.x, std::max(wall.x, wall.right() - width));
    ui::Rect const rect{x, cell.y - 8 - height, width, height};
    c.ui.canvas().on(ui::Layer::Lifted); // over the ways out beside the discs
    c.ui.canvas().shadow(rect, ui::radius::card, ui::Shadow::Lifted);
    c.ui.canvas().rounded(rect, ui::radius::card, ui::colour::ink);
    ui::label_centred(c.ui, told.sentence, rect, type, ui::colour::paper);
    c.ui.canvas().on(ui::Layer::Board);
    c.ui.wake_at(told.until_s);
}

void discs(Context& c, VoteView& view, board::VoteRound const& round, int shown, ui::Rect rect) {
    auto const who = may_vote(c.board);
    auto const look = disc_look(c, who.size(), rect.w);
    float const total = static_cast<float>(look.rows) * look.cell_h;
    float const spare = std::max(0.0F, (rect.h - total) / 2);
    float const top = rect.y + spare - c.ui.begin_scroll("vote/people", rect, total);
    auto const cell = [&](std::size_t i) {
        auto const column = static_cast<float>(i % look.columns), line = static_cast<float>(i / look.columns);
        return ui::Rect{rect.x + column * look.cell_w, top + line * look.cell_h, look.cell_w, look.cell_h};
    };
    for (std::size_t i = 0; i < who.size(); ++i)
        voter(c, view, round, who[i], shown, cell(i), look);
    c.ui.end_scroll();
    std::erase_if(view.told, [&](Told const& told) { return told.until_s <= c.ui.now_s(); });
    for (auto const& told : view.told)
        for (std::size_t i = 0; i < who.size(); ++i)
            if (c.board.participants[who[i]].id == told.who)
                draw_told(c, told, cell(i));
}

void close(Context& c, VoteView& view, ui::Rect origin) {
    view.closing_asked = false;
    c.ask(board::CloseRound{.round = view.round, .ballots = view.box.ballots(), .tallies = view.box.sums()}, origin);
}

std::string closing_question(Context const& c, Turnout const& sum) {
    if (sum.voted == 0)
        return c.words.get("vote.nobody_voted");
    if (sum.voted == 1)
        return c.words.get("vote.only_one");
    return c.words.say("vote.close_early", {{"n", sum.voted}, {"all", sum.all}, {"voting", sum.voting}});
}

/// Asked once, where *Luk afstemning* was tapped.
void closing(Context& c, VoteView& view, Turnout const& sum, ui::Rect rect) {
    ui::Rect row = rect.cut_bottom(std::max(ui::space::dock, c.ui.theme().target));
    ui::label_centred(c.ui, closing_question(c, sum), rect, c.ui.theme().label, ui::colour::ink, ui::Align::Right);
    bool const annul = view.box.ballots() == 0;
    auto const& yes = c.words.get(annul ? "vote.annul" : "vote.close_anyway");
    ui::Rect const yes_rect = row.cut_right(button_width(c, yes), ui::space::gap);
    auto const& keep = c.words.get("vote.keep_open");
    if (ui::button(c.ui, {.id = "vote/keep-open", .rect = row.cut_right(button_width(c, keep)), .label = keep}))
        view.closing_asked = false;
    if (!ui::button(c.ui, {.id = annul ? "vote/annul" : "vote/close-anyway",
                           .rect = yes_rect,
                           .label = yes,
                           .look = ui::ButtonLook::Danger}))
        return;
    if (!annul)
        return close(c, view, yes_rect);
    view.closing_asked = false;
    c.ask(board::AnnulRound{view.round}, yes_rect);
}

/// How secret it is, cut off the top of the ways out, when the header has no room for it.
void hidden_line(Context& c, ui::Rect& ways) {
    auto const& type = c.ui.theme().small;
    auto const& words = c.words.get("vote.hidden");
    ui::Rect const line = ways.cut_top(type.size * 1.4F);
    float const width = c.ui.type().width(words, type);
    c.ui.canvas().icon(ui::Icon::Lock, {line.right() - width - 28, line.centre().y}, type.size * 1.2F,
                       ui::colour::soft);
    ui::label_centred(c.ui, words, line, type, ui::colour::soft, ui::Align::Right);
}

void ways_out(Context& c, VoteView& view, Turnout const& sum, ui::Rect rect) {
    float const height = std::max(ui::space::dock, c.ui.theme().target);
    ui::Rect row{rect.x, rect.centre().y - height / 2, rect.w, height};
    bool const all = sum.voted == sum.all && view.box.ballots() > 0;
    auto const& words = c.words.get("vote.close");
    ui::Rect const close_rect = row.cut_right(button_width(c, words), ui::space::gap);
    auto const& back = c.words.get("vote.back_short");
    if (ui::button(c.ui, {.id = "vote/back", .rect = row.cut_right(button_width(c, back)), .label = back}))
        leave_vote(c, view);
    if (!ui::button(c.ui, {.id = "vote/close",
                           .rect = close_rect,
                           .label = words,
                           .look = all ? ui::ButtonLook::Primary : ui::ButtonLook::Plain}))
        return;
    if (all)
        close(c, view, close_rect);
    else
        view.closing_asked = true;
    c.ui.wake_now();
}

} // namespace

Tray tray_of(Context& c) {
    ui::Rect const band = bottom_band(c);
    float const pad = 18, button = std::max(ui::space::dock, c.ui.theme().target);
    float const ways_w = std::max(button_width(c, c.words.get("vote.back_short")) +
                                      button_width(c, c.words.get("vote.close")) + ui::space::gap,
                                  c.ui.theme().label.size * 23); // the question needs as much
    float const inside_w = band.w - 2 * (ui::space::inside + 6);
    float const people_w = c.ui.portrait() ? inside_w : inside_w - ways_w - 28;
    auto const look = disc_look(c, may_vote(c.board).size(), people_w);
    float const people_h = static_cast<float>(std::min<std::size_t>(look.rows, 3)) * look.cell_h;
    float const ways_h = button + c.ui.theme().label.size * 1.6F; // room for the question when closing is asked
    float const inside_h = c.ui.portrait() ? people_h + pad + ways_h : std::max(people_h, ways_h);
    Tray tray;
    tray.rect = {band.x, band.bottom() - inside_h - 2 * pad, band.w, inside_h + 2 * pad};
    tray.people = tray.rect.inset(ui::space::inside + 6, pad);
    tray.ways = c.ui.portrait() ? tray.people.cut_bottom(ways_h, pad) : tray.people.cut_right(ways_w, 28);
    return tray;
}

void draw_tray(Context& c, VoteView& view, board::VoteRound const& round, int shown, Tray tray, bool said_above) {
    auto const sum = turnout(c.board, view);
    c.ui.canvas().rounded(tray.rect, ui::radius::lane, ui::colour::lane);
    discs(c, view, round, shown, tray.people);
    if (view.closing_asked && sum.voted < sum.all)
        return closing(c, view, sum, tray.ways);
    if (!said_above)
        hidden_line(c, tray.ways);
    ways_out(c, view, sum, tray.ways);
}

} // namespace screens
