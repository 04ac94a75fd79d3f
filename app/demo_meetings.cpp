#include "demo_meetings.h"

namespace app {

DemoFrames frames_of(std::string_view code) {
    if (code == "JC")
        return {.core_task = "At hjælpe sygemeldte tilbage til en hverdag, der holder.",
                .frames = {.can_decide = "Telefontid, breve, møder og hvordan vi fordeler sagerne.",
                           .must_ask = "Nye systemer, og det, der rammer de andre afdelinger.",
                           .fixed = "Loven, fristerne og åbningstiden i receptionen."}};
    if (code == "HP")
        return {.core_task = "At borgeren klarer mest muligt selv, med den hjælp, der skal til.",
                .frames = {.can_decide = "Morgenmøder, overlevering og ruternes rækkefølge.",
                           .must_ask = "Vagtplaner og nye hjælpemidler.",
                           .fixed = "Den bevilgede hjælp og besøgenes tidspunkt på dagen."}};
    if (code == "VP")
        return {.core_task = "Veje og parker, som borgerne er trygge ved at bruge.",
                .frames = {.can_decide = "Hvordan vi kører, og hvem der tager hvilke opgaver.",
                           .must_ask = "Køb over 5.000 kr. og aftaler med andre.",
                           .fixed = "Vagtordningen og sikkerhedsreglerne."}};
    return {.core_task = "At borgerne finder det, de søger, og mere til.",
            .frames = {.can_decide = "Skranken, opstillinger og hvad vi bruger tiden på.",
                       .must_ask = "Åbningstiden og nye maskiner.",
                       .fixed = "Lånereglerne og bemandingen om lørdagen."}};
}

std::vector<DemoObstacle> obstacles_of(std::string_view code) {
    if (code == "JC")
        return {
            {2, "Receptionen må ikke tage imod beskeder til os", 7, "Jo, fra mandag. Jeg har talt med receptionen.", 5},
            {3, "Vi mangler et telefonhoved til hver", 14, "De er bestilt.", 10},
            {4, "Ungeteamet bruger en anden brevskabelon end os", 21, "", 0},
            {4, "Vi kan ikke se, hvor mange der ringer forgæves", 0, "", 0}};
    if (code == "HP")
        return {{2, "Tabletterne skal oplades i depotet", 7, "Der kommer opladere i bilerne.", 6},
                {3, "Vikarerne får ikke besked om nye aftaler", 14, "", 0}};
    if (code == "VP")
        return {{2, "Borgernes henvendelser kommer uden billede", 14, "Selvbetjeningen beder nu om et billede.", 12},
                {3, "To hold deler én bil om torsdagen", 0, "", 0}};
    return {{2, "Skranken er bemandet af én person til kl. 12", 7, "Prøv med en telefon i lommen.", 7}};
}

} // namespace app
