// What each table of an export holds: method.md 4.4 and 7.1. How a table is written is the formats' matter.
#pragma once

#include "exporters/table.h"
#include "exporters/takeaway.h"
#include "text/words.h"

#include <vector>

namespace exporters {

/// One row for each idea, in the order of their numbers.
Table ideas_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each trial.
Table trials_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each measure and one for each guard.
Table measures_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each trial with a result, and what may be said of it.
Table effects_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each decision, oldest first.
Table decisions_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each place of a scale plan; one without a place for a plan that has none yet.
Table places_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each follow-up of a scaled idea.
Table follow_ups_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each idea in each closed round.
Table votes_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each check-in.
Table check_ins_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each reading along the way.
Table points_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each statement of each pulse; figures only where they may be told.
Table pulses_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each obstacle.
Table obstacles_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each meeting, planned or held; of who was there only how many.
Table meetings_table(Takeaway const& takeaway, text::Words const& words);
/// One row for each participant: the name they chose, and the role.
Table participants_table(Takeaway const& takeaway, text::Words const& words);

/// All of the above, after a table of contents that says how many rows each has.
std::vector<Table> all_tables(Takeaway const& takeaway, text::Words const& words);

} // namespace exporters
