#include "drafts.h"

#include "board/text_rules.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace app {

namespace {

using nlohmann::json;

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

} // namespace

std::string to_text(std::vector<screens::Draft> const& drafts) {
    json all = json::array();
    for (auto const& draft : drafts)
        if (!board::looks_like_cpr(draft.text))
            all.push_back(written(draft));
    return all.empty() ? std::string() : all.dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::expected<std::vector<screens::Draft>, std::string> drafts_from_text(std::string_view text) {
    std::vector<screens::Draft> drafts;
    if (text.empty())
        return drafts;
    try {
        for (json const& one : json::parse(text))
            drafts.push_back(read(one));
    } catch (json::exception const& wrong) { return tl::unexpected(std::string(wrong.what())); }
    return drafts;
}

} // namespace app
