#include "drafts.h"

#include "board/text_rules.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

namespace app {

namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds longest_turn = std::chrono::hours(24);

json written(board::Ink const& ink) {
    json strokes = json::array();
    for (auto const& stroke : ink.strokes)
        strokes.push_back({{"colour", static_cast<int>(stroke.colour)}, {"points", board::packed(stroke.points)}});
    return {{"height", ink.height}, {"strokes", strokes}};
}

json written(screens::Draft const& draft) {
    json one = {{"text", draft.text}, {"colour", static_cast<int>(draft.colour)}};
    if (draft.edits)
        one["edits"] = to_string(draft.edits->value);
    if (draft.builds_on)
        one["buildsOn"] = to_string(draft.builds_on->value);
    if (draft.ink)
        one["ink"] = written(*draft.ink);
    if (draft.photo)
        one["photo"] = {{"hash", draft.photo->hash}, {"width", draft.photo->width}, {"height", draft.photo->height}};
    if (draft.masked)
        one["masked"] = true;
    return one;
}

std::optional<board::IdeaId> read_id(json const& one, char const* name) {
    auto const text = one.value(name, std::string());
    auto const uuid = board::parse_uuid(text);
    return uuid ? std::optional(board::IdeaId{*uuid}) : std::nullopt;
}

std::optional<board::Ink> read_ink(json const& one) {
    if (!one.contains("ink"))
        return {};
    board::Ink ink{.height = one["ink"].at("height").get<int>(), .strokes = {}};
    for (json const& stroke : one["ink"].at("strokes")) {
        auto points = board::unpacked(stroke.at("points").get<std::string>(), ink.height);
        int const colour = stroke.at("colour").get<int>();
        if (points && colour >= 0 && colour < 4)
            ink.strokes.push_back({static_cast<board::InkColour>(colour), std::move(*points)});
    }
    return ink.empty() ? std::nullopt : std::optional(ink);
}

std::optional<board::Photo> read_photo(json const& one) {
    if (!one.contains("photo"))
        return {};
    auto const& at = one["photo"];
    board::Photo const photo{at.at("hash").get<std::string>(), at.at("width").get<int>(), at.at("height").get<int>()};
    return board::is_sound(photo) ? std::optional(photo) : std::nullopt;
}

screens::Draft read(json const& one) {
    screens::Draft draft;
    draft.text = one.at("text").get<std::string>();
    int const colour = one.at("colour").get<int>();
    draft.colour = static_cast<board::NoteColour>(colour >= 0 && colour < 5 ? colour : 0);
    draft.edits = read_id(one, "edits");
    draft.builds_on = read_id(one, "buildsOn");
    draft.ink = read_ink(one);
    draft.photo = read_photo(one);
    draft.masked = one.value("masked", false);
    return draft;
}

using RoundState = screens::RoundView::State;

json written(screens::RoundView const& round) {
    json turns = json::array();
    for (auto const& turn : round.turns)
        turns.push_back({{"who", to_string(turn.who.value)},
                         {"usedMs", turn.used.count()},
                         {"had", turn.had},
                         {"passed", turn.passed}});
    json one = {{"state", round.state == RoundState::Done ? "done" : "running"},
                {"minutes", round.minutes},
                {"meeting", round.meeting},
                {"turns", turns},
                {"on", round.on}};
    if (round.since)
        one["since"] = board::to_iso(*round.since);
    return one;
}

screens::Turn read_turn(json const& one) {
    auto const who = board::parse_uuid(one.at("who").get<std::string>());
    auto const used = std::clamp(one.at("usedMs").get<std::int64_t>(), std::int64_t{0}, longest_turn.count());
    return {.who = board::ParticipantId{who.value_or(board::Uuid{})},
            .used = std::chrono::milliseconds(used),
            .had = one.at("had").get<bool>(),
            .passed = one.at("passed").get<bool>()};
}

screens::RoundView read_round(json const& one) {
    screens::RoundView round;
    round.minutes = std::clamp(one.at("minutes").get<int>(), 1, screens::most_turn_minutes);
    round.meeting = one.at("meeting").get<int>();
    for (json const& turn : one.at("turns"))
        round.turns.push_back(read_turn(turn));
    round.on = one.at("on").get<std::size_t>();
    if (one.contains("since"))
        round.since = board::parse_instant(one["since"].get<std::string>());
    if (round.on >= round.turns.size()) // nobody has the word
        return {.minutes = round.minutes};
    round.state = one.at("state").get<std::string>() == "done" ? RoundState::Done : RoundState::Running;
    return round;
}

} // namespace

std::string to_text(Begun const& begun) {
    json drafts = json::array();
    for (auto const& draft : begun.drafts)
        if (!board::looks_like_cpr(draft.text))
            drafts.push_back(written(draft));
    json all = json::object();
    if (!drafts.empty())
        all["drafts"] = std::move(drafts);
    if (begun.round.state != RoundState::Ready)
        all["round"] = written(begun.round);
    return all.empty() ? std::string() : all.dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::expected<Begun, std::string> begun_from_text(std::string_view text) {
    Begun begun;
    if (text.empty())
        return begun;
    try {
        json all = json::parse(text);
        if (all.is_array()) // as it was written before there were rounds in it
            all = {{"drafts", std::move(all)}};
        for (json const& one : all.value("drafts", json::array()))
            begun.drafts.push_back(read(one));
        if (all.contains("round"))
            begun.round = read_round(all["round"]);
        if (all.size() != all.count("drafts") + all.count("round"))
            return tl::unexpected(std::string("something that is neither drafts nor a round"));
    } catch (json::exception const& wrong) { return tl::unexpected(std::string(wrong.what())); }
    return begun;
}

} // namespace app
