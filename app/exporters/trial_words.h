// A trial's figures in the sentences that paper needs, honest by method.md 2.11. Knows no format.
#pragma once

#include "board/board.h"
#include "exporters/colours.h"
#include "text/words.h"

#include <string>

namespace exporters {

/// »28,0 % (14 af 50)«, »14 (20 målinger)«.
std::string said_reading(text::Words const& words, board::Measure const& measure, board::Reading const& reading);
/// »Udeblivelser: 28 % (14 af 50) → mål 20 % → nu 15 % (3 af 20)«; what is felt where nothing is measured; empty where
/// there is neither.
std::string figures_line(text::Words const& words, board::Trial const& trial);
/// »Målet er nået. Forskel: −13 procentpoint. Lille grundlag. Kan være tilfældigt.«; empty without a result.
std::string claim_line(text::Words const& words, board::Idea const& idea, board::Trial const& trial);
/// »Opkald højst 10,5; nu 7: holdt«; empty without a guard.
std::string guard_line(text::Words const& words, board::Trial const& trial);
/// »Målt · streger på blok«, or how else it is known; empty without a result.
std::string basis_line(text::Words const& words, board::Idea const& idea, board::Trial const& trial);

/// A decision's own colour; beside it always stands its word.
Colour colour_of(board::Decision decision);
Colour text_colour_of(board::Decision decision);

} // namespace exporters
