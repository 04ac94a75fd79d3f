#include "ui/screens/pads.h"

#include "board/text_rules.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr float pad_w = 604, pad_gap = 18, inside = 28, row_gap = 16;
constexpr float text_h = 176, key_rows_h = 328;
constexpr int counter_from = 240; // bad-input.md: the counter shows itself near the end

/// The places where pads can stand: beside each other above the dock, or above each other where it is narrow.
std::vector<ui::Rect> slots(Context const& c) {
    ui::Rect const screen = c.ui.screen();
    float const low = bottom_band(c).y - 14;
    float const height = 2 * inside + c.ui.theme().target + text_h + key_rows_h + 80 + 3 * row_gap;
    float const room = screen.w - 2 * ui::space::margin;
    int const columns = std::max(1, static_cast<int>((room + pad_gap) / (pad_w + pad_gap)));
    std::vector<ui::Rect> all;
    if (c.ui.portrait()) {
        int const rows = std::max(1, static_cast<int>((low - screen.y) / (height + pad_gap)));
        for (int i = 0; i < rows && i < 3; ++i)
            all.push_back({screen.centre().x - pad_w / 2, low - height - static_cast<float>(i) * (height + pad_gap),
                           pad_w, height});
        return all;
    }
    int const n = std::min(columns, 3);
    float const step = n == 1 ? 0 : (room - pad_w) / static_cast<float>(n - 1);
    for (int i = 0; i < n; ++i)
        all.push_back({screen.x + ui::space::margin + static_cast<float>(i) * step, low - height, pad_w, height});
    return all;
}

std::string prefix(std::size_t i) { return "pad/" + std::to_string(i + 1); }

bool slot_taken(Pads const& pads, int slot) {
    return std::any_of(pads.open.begin(), pads.open.end(), [&](auto const& pad) { return pad && pad->slot == slot; });
}

/// The edited idea's card is never covered by its own pad, and no pad by another.
std::optional<int> free_slot(Context const& c, Pads const& pads, ui::Vec2 at) {
    auto const all = slots(c);
    std::optional<int> best;
    float best_distance = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        float const distance = std::hypot(all[i].centre().x - at.x, (all[i].centre().y - at.y) / 4);
        if (!slot_taken(pads, static_cast<int>(i)) && (!best || distance < best_distance))
            best = static_cast<int>(i), best_distance = distance;
    }
    return best;
}

Pad fresh_pad(Context& c, Pads& pads, int slot, OpenPad const& where) {
    Pad pad;
    pad.slot = slot;
    pad.text = ui::TextBuffer({}, board::max_idea_characters);
    pad.colour = static_cast<board::NoteColour>(pads.next_colour++ % 5);
    pad.edits = where.edits;
    pad.builds_on = where.builds_on;
    if (where.edits)
        if (auto const* idea = board::find_idea(c.board, *where.edits)) {
            pad.text.set(idea->text);
            pad.text.to_end();
            pad.colour = idea->colour;
            pads.next_colour--;
        }
    return pad;
}

void place_note(Context& c, Pads& pads, std::size_t i, ui::Rect origin, board::PersonalData personal) {
    auto& pad = *pads.open[i];
    pads.asked_text[i] = pad.text.text();
    if (pad.edits) {
        if (auto const* idea = board::find_idea(c.board, *pad.edits); idea && idea->colour != pad.colour)
            c.ask(board::RecolourIdea{*pad.edits, pad.colour}, origin);
        c.ask(board::EditIdea{*pad.edits, pad.text.text(), personal}, origin, prefix(i),
              c.words.get("compose.done_edited"));
    } else {
        c.ask(board::AddIdea{{}, pad.text.text(), pad.colour, pad.author, pad.builds_on, {}, {}, personal}, origin,
              prefix(i), c.words.get("compose.done_placed"));
    }
}

void take_answer(Context& c, Pads& pads, std::size_t i) {
    auto const* answer = c.answer_to(prefix(i));
    auto& pad = pads.open[i];
    if (!answer || !pad)
        return;
    if (answer->refusal) {
        pad->refused = answer->refusal;
    } else if (pad->stays_open && !pad->edits) {
        int const slot = pad->slot;
        auto const author = pad->author;
        pad = fresh_pad(c, pads, slot, {});
        pad->author = author;
    } else {
        pad.reset();
    }
}

void close_pad(Pads& pads, std::size_t i) {
    auto& pad = *pads.open[i];
    if (!board::clean_text(pad.text.text()).empty())
        pads.drafts.push_back({pad.text.text(), pad.colour, pad.edits, pad.builds_on});
    pads.open[i].reset();
}

void colours(Context& c, Pad& pad, ui::Rect row, std::string const& id) {
    float const side = std::min(64.0F, std::max(56.0F, 20 * c.ui.theme().mm));
    for (int i = 0; i < 5; ++i) {
        auto const paper = static_cast<board::NoteColour>(i);
        ui::Rect const hit = row.cut_left(std::max(side, 20 * c.ui.theme().mm), 12);
        ui::Rect const box{hit.x, hit.centre().y - side / 2, side, side};
        bool const chosen = pad.colour == paper;
        c.ui.canvas().rounded(box, ui::radius::note, colour_of(paper));
        c.ui.canvas().outline(box, ui::radius::note, chosen ? 5.0F : 2.0F,
                              chosen ? ui::colour::accent : ui::colour::line);
        if (c.ui.touch({.id = id + "/colour/" + std::to_string(i + 1),
                        .role = "toggle",
                        .label = c.words.get("compose.colour_" + std::to_string(i + 1)),
                        .value = chosen ? "on" : "off",
                        .rect = hit})
                .tapped)
            pad.colour = paper;
    }
}

void author_disc(Context& c, Pad& pad, ui::Rect row, std::string const& id) {
    auto const* author = pad.author ? board::find_participant(c.board, *pad.author) : nullptr;
    float const r = 32;
    ui::Vec2 const at{row.right() - r - 4, row.centre().y};
    if (author) {
        if (person(c, id + "/author", *author, at, r))
            pad.choosing_author = !pad.choosing_author;
        return;
    }
    c.ui.canvas().dashed_ring(at, r - 2, 3, ui::colour::faint);
    c.ui.canvas().icon(ui::Icon::People, at, 34, ui::colour::soft);
    float const hit = std::max(2 * r, c.ui.theme().target);
    if (c.ui.touch({.id = id + "/author",
                    .role = "button",
                    .label = c.words.get("compose.author"),
                    .value = {},
                    .rect = {at.x - hit / 2, at.y - hit / 2, hit, hit}})
            .tapped)
        pad.choosing_author = !pad.choosing_author;
}

void author_list(Context& c, Pad& pad, ui::Rect rect, std::string const& id) {
    auto const& question = c.ui.type().lay(c.words.get("compose.who"), {.type = c.ui.theme().label, .width = rect.w});
    c.ui.canvas().paragraph(question, {rect.x, rect.y + 8}, ui::colour::soft);
    rect.cut_top(question.height + 24);
    ui::Rect const nobody = rect.cut_bottom(std::max(c.ui.theme().target, 76.0F));
    float const step = 92;
    ui::Vec2 at{rect.x + 42, rect.y + 42};
    int k = 0;
    for (auto const& participant : c.board.participants) {
        ++k;
        if (!participant.active)
            continue;
        if (person(c, id + "/author/" + std::to_string(k), participant, at, 38, pad.author == participant.id)) {
            pad.author = participant.id;
            pad.choosing_author = false;
        }
        at.x += step;
        if (at.x + 42 > rect.right())
            at = {rect.x + 42, at.y + step};
        if (at.y + 42 > rect.bottom())
            break;
    }
    if (ui::button(c.ui, {.id = id + "/author/nobody", .rect = nobody, .label = c.words.get("compose.nobody")})) {
        pad.author.reset();
        pad.choosing_author = false;
    }
}

/// The note itself, with what was refused told under the words and the counter near the end.
void note(Context& c, Pads& pads, std::size_t i, ui::Rect rect) {
    auto& pad = *pads.open[i];
    auto& canvas = c.ui.canvas();
    canvas.rounded(rect, ui::radius::note, colour_of(pad.colour));
    ui::Rect words = rect.inset(24, 18);
    if (pad.refused) {
        bool const confirmable = pad.refused->rule == board::Rule::LooksPersonal;
        ui::Rect foot = words.cut_bottom(confirmable ? std::max(c.ui.theme().target, 72.0F) : 34, 6);
        if (confirmable) {
            ui::Rect const yes = foot.cut_right(190, 14);
            if (ui::button(c.ui, {.id = prefix(i) + "/confirm", .rect = yes, .label = c.words.get("compose.confirm")}))
                place_note(c, pads, i, rect, board::PersonalData::Confirmed);
        }
        ui::label(c.ui, c.words.refusal(*pad.refused), foot, c.ui.theme().small, ui::colour::coral_text);
    } else if (pad.text.characters() >= counter_from || pad.text.hit_limit()) {
        auto const left = c.words.say("compose.counter", {{"n", std::int64_t{pad.text.characters()}},
                                                          {"limit", std::int64_t{pad.text.max_characters()}}});
        ui::label_centred(c.ui, left, words.cut_bottom(32), c.ui.theme().small, ui::colour::soft, ui::Align::Right);
    }
    ui::Type type = c.ui.theme().heading;
    type.weight = ui::Weight::Medium;
    if (c.ui.type().lay(pad.text.text(), {.type = type, .width = words.w}).height > words.h)
        type = c.ui.theme().card;
    if (ui::text_area(
            c.ui, prefix(i) + "/text", words, pad.text,
            {.type = type, .placeholder = c.words.get("compose.placeholder"), .label = c.words.get("compose.text")}))
        pads.last_touched = static_cast<int>(i) + 1;
}

void draw_pad(Context& c, Pads& pads, std::size_t i, ui::Rect rect) {
    auto& pad = *pads.open[i];
    auto const id = prefix(i);
    auto& canvas = c.ui.canvas();
    canvas.push_clip(rect.inset(-110));
    canvas.shadow(rect, ui::radius::pad, ui::Shadow::Lifted);
    canvas.rounded(rect, ui::radius::pad, ui::colour::paper);
    c.ui.touch({.id = id,
                .role = "panel",
                .label = c.words.get("compose.title"),
                .value = {},
                .rect = rect,
                .accepts = ui::Accepts::Nothing});

    ui::Rect rest = rect.inset(inside);
    ui::Rect const top = rest.cut_top(c.ui.theme().target, row_gap);
    colours(c, pad, top, id);
    author_disc(c, pad, top, id);
    note(c, pads, i, rest.cut_top(text_h, row_gap));
    bool enter = false;
    ui::Rect const keys = rest.cut_top(key_rows_h, row_gap);
    if (pad.choosing_author) {
        author_list(c, pad, keys, id);
    } else {
        auto const typed = ui::keyboard(c.ui, id, keys, c.keyboard, pad.keyboard, pad.text);
        auto const real = pads.last_touched == static_cast<int>(i) + 1 ? ui::type_keys(c.ui.input(), pad.text)
                                                                       : ui::KeyboardResult{};
        if (typed.changed || real.changed) {
            pad.refused.reset();
            pads.last_touched = static_cast<int>(i) + 1;
        }
        enter = typed.enter || real.enter;
    }
    ui::Rect const left = rest.cut_left(150, 14);
    bool const place = ui::button(c.ui, {.id = id + "/place",
                                         .rect = rest,
                                         .label = c.words.get(pad.edits ? "compose.save" : "compose.place"),
                                         .look = ui::ButtonLook::Primary});
    if (place || enter) {
        pad.stays_open = enter && !place;
        place_note(c, pads, i, rest, board::PersonalData::NotConfirmed);
    }
    bool const close = ui::button(c.ui, {.id = id + "/close", .rect = left, .label = c.words.get("common.close")});
    canvas.pop_clip();
    if (close)
        close_pad(pads, i);
}

} // namespace

bool open_pad(Context& c, Pads& pads, OpenPad const& where) {
    auto const free = std::find_if(pads.open.begin(), pads.open.end(), [](auto const& pad) { return !pad; });
    auto const slot = free_slot(c, pads, where.at);
    if (free == pads.open.end() || !slot)
        return false;
    *free = fresh_pad(c, pads, *slot, where);
    pads.last_touched = static_cast<int>(free - pads.open.begin()) + 1;
    return true;
}

void draw_pads(Context& c, Pads& pads) {
    auto const places = slots(c);
    c.ui.canvas().on(ui::Layer::Pads);
    for (std::size_t i = 0; i < pads.open.size(); ++i) {
        take_answer(c, pads, i);
        if (pads.open[i]) {
            auto const slot = std::min(static_cast<std::size_t>(pads.open[i]->slot), places.size() - 1);
            draw_pad(c, pads, i, places[slot]);
        }
    }
    c.ui.canvas().on(ui::Layer::Board);
}

void draw_drafts(Context& c, Pads& pads) {
    if (pads.drafts.empty())
        return;
    ui::Rect const area = content_area(c);
    float const height = c.ui.theme().target, width = 480;
    c.ui.canvas().on(ui::Layer::Lifted);
    std::optional<std::size_t> taken;
    for (std::size_t i = 0; i < pads.drafts.size() && i < 3; ++i) {
        ui::Rect const rect{area.x + 16 + static_cast<float>(i) * (width + 14), area.bottom() - height - 12, width,
                            height};
        if (rect.right() > area.right())
            break;
        c.ui.canvas().shadow(rect, ui::radius::button, ui::Shadow::Resting);
        auto const label = c.words.say("compose.draft", {{"text", pads.drafts[i].text}});
        if (ui::button(
                c.ui, {.id = "draft/" + std::to_string(i + 1), .rect = rect, .label = label, .icon = ui::Icon::Pencil}))
            taken = i;
    }
    c.ui.canvas().on(ui::Layer::Board);
    if (!taken)
        return;
    Draft const draft = pads.drafts[*taken];
    if (!open_pad(c, pads, {area.centre(), {}, draft.builds_on}))
        return;
    auto& pad = *pads.open[static_cast<std::size_t>(pads.last_touched - 1)];
    pad.text.set(draft.text);
    pad.text.to_end();
    pad.colour = draft.colour;
    pad.edits = draft.edits;
    pads.drafts.erase(pads.drafts.begin() + static_cast<std::ptrdiff_t>(*taken));
}

} // namespace screens
