#include "assets.h"

#include "agendas.h"
#include "measures.h"

namespace app {

namespace {

tl::expected<Tongue, std::string> load_tongue(std::filesystem::path const& folder, text::Language language) {
    auto const file = std::string(text::code_of(language)) + ".toml";
    auto words = text::Words::load(folder / "strings", language);
    auto keys = ui::KeyboardLayout::load(folder / "keyboards" / file);
    auto agendas = read_agendas(folder / "agendas" / file);
    auto measures = read_measures(folder / "measures" / file);
    if (!words || !keys)
        return tl::unexpected(!words ? words.error() : keys.error());
    if (!agendas || !measures)
        return tl::unexpected(!agendas ? agendas.error() : measures.error());
    return Tongue{std::move(*words), std::move(*keys), std::move(*agendas), std::move(*measures)};
}

} // namespace

tl::expected<Assets, std::string> load_assets(std::filesystem::path const& folder, std::filesystem::path const& fonts) {
    auto danish = load_tongue(folder, text::Language::Danish);
    auto english = load_tongue(folder, text::Language::English);
    auto atlas = std::make_unique<ui::Atlas>();
    auto type = ui::Typesetter::open(fonts, *atlas);
    if (!danish || !english)
        return tl::unexpected(!danish ? danish.error() : english.error());
    if (!type)
        return tl::unexpected(type.error());
    return Assets{std::move(atlas), std::move(*type), std::move(*danish), std::move(*english)};
}

} // namespace app
