// The trial action (prøvehandling), the method's central unit: what we believe, what we do, how we
// will know, what happened, what we learned, and what we decide.
#pragma once

#include "board/date.h"
#include "board/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace board {

/// Figures people type lie within ± this; a share within 0–100 and a scale within 1–5.
inline constexpr double max_figure = 1e12;

enum class MeasureKind { Number, Share, Scale, Kroner }; ///< tal, andel, 1–5, kroner
enum class Direction { Down, Up };                       ///< which way is better
enum class Comparison { AtMost, AtLeast };               ///< højst, mindst
enum class CanDecide { Unanswered, Yes, Ask, No };       ///< kan vi selv afgøre det?
enum class TrialState { Draft, Running, Ended };
enum class CarriedOut { AsPlanned, Partly, NotAtAll };
enum class Experience { Better, Same, Worse }; ///< oplevet: the result of a trial without a measure
enum class Decision { Scale, Adjust, Park, Stop };

enum class CheckInState { OnTrack, Trouble, Stuck }; ///< kører, lidt bøvl, sidder fast
/// Where a figure comes from, and so how much may be claimed by it: målt, skønnet, oplevet.
enum class Basis { Measured, Estimated, Experienced };

/// One reading of a measure. A share's value is 100 · count / n and nothing else.
struct Reading {
    double value = 0;           ///< in the measure's unit; for a share in per cent
    std::optional<int> count;   ///< tæller, for shares
    std::optional<int> n;       ///< antal observationer; for shares the denominator
    std::optional<Date> from{}; ///< the days it was counted over
    std::optional<Date> to{};
    bool operator==(Reading const&) const = default;
};

/// Måling: one number with one definition.
struct Measure {
    std::string name; ///< »Afbrydelser pr. medarbejder pr. dag«
    std::string unit; ///< »min.«; empty for counts, »%« for shares, »kr.« for kroner
    MeasureKind kind = MeasureKind::Number;
    Direction better = Direction::Down;
    std::optional<Reading> baseline; ///< udgangspunkt
    std::optional<double> target;    ///< mål
    std::string source;              ///< kilde
    Basis basis = Basis::Measured;
    std::optional<Date> target_on{}; ///< when the target is to be reached
    bool operator==(Measure const&) const = default;
};

/// Værn: what must not get worse.
struct Guard {
    std::string name;
    std::string unit;
    Comparison comparison = Comparison::AtMost;
    double limit = 0;
    std::optional<double> baseline;
    bool operator==(Guard const&) const = default;
};

/// What is written before the start.
struct TrialPlan {
    std::string assumption;             ///< vi tror, at …
    std::string what;                   ///< hvad gør vi?
    std::optional<ParticipantId> owner; ///< tovholder
    std::string scope;                  ///< hvor lille?
    std::optional<Date> from;
    std::optional<Date> to; ///< til og med
    std::string changed;    ///< hvad er ændret siden sidst? asked from No 2
    CanDecide can_decide = CanDecide::Unanswered;
    bool affected_asked = false;  ///< er de, det rammer, spurgt?
    bool experience_only = false; ///< »vi måler kun oplevelse«
    std::optional<Measure> measure;
    std::optional<Guard> guard;
    bool operator==(TrialPlan const&) const = default;
};

/// Sammenligning: the trial's measure, in the same time, of some who did not try it.
struct ComparisonGroup {
    std::string who;               ///< »de andre 10«; may be empty
    std::optional<Reading> before; ///< as the baseline
    std::optional<Reading> after;  ///< as the result
    bool operator==(ComparisonGroup const&) const = default;
};

/// What is written at the review (fields 8–9).
struct TrialOutcome {
    CarriedOut carried_out = CarriedOut::AsPlanned;
    std::string what_happened;
    std::string learning;
    std::optional<Reading> result;
    std::optional<double> guard_result;
    std::optional<Experience> experience;
    std::optional<ComparisonGroup> comparison{};
    bool operator==(TrialOutcome const&) const = default;
};

/// Tavletjek: how it goes, said in passing. No person.
struct CheckIn {
    Date on;
    CheckInState state = CheckInState::OnTrack;
    std::string line; ///< at most 140 characters; may be empty
    bool operator==(CheckIn const&) const = default;
};

/// Målepunkt: a reading along the way.
struct MeasurePoint {
    Date on;
    Reading reading;
    std::string note; ///< at most 140 characters; may be empty
    bool operator==(MeasurePoint const&) const = default;
};

/// Prøvehandling.
struct Trial {
    int no = 0; ///< 1 … n in its idea, without gaps
    TrialState state = TrialState::Draft;
    TrialPlan plan;
    TrialOutcome outcome;
    std::optional<Decision> decision;
    std::string decision_reason; ///< begrundelse
    std::optional<Date> started_on;
    std::optional<Date> decided_on;
    std::vector<CheckIn> check_ins{};      ///< oldest first
    std::vector<MeasurePoint> points{};    ///< in the order they were noted
    std::string over_limit_reason{};       ///< why it was started though the limit was reached; empty: it was not
    std::optional<Date> measure_changed{}; ///< the day its locked measure was changed; shown as »ændret«
    std::string measure_change_reason{};
    bool operator==(Trial const&) const = default;
};

/// 100 · count / n. n is at least 1.
Reading share(int count, int n);
/// Whether a reading says all that its kind asks: a share needs its count and its n.
bool is_complete(MeasureKind kind, Reading const& reading);
/// Nothing while there is no target or no result.
std::optional<bool> target_met(Trial const& trial);
/// Nothing while there is no guard or no figure for it.
std::optional<bool> guard_held(Trial const& trial);
/// klar til opsamling: the last day has passed (computed, never stored).
bool is_due(Trial const& trial, Date today);
/// Days without a check-in at the wall, from the last one or the start; nothing while it does not run.
std::optional<int> quiet_days(Trial const& trial, Date today);
/// stille: no check-in for a week (computed, never stored).
bool is_quiet(Trial const& trial, Date today);
/// Whether the result is held against that of others: both their readings are whole.
bool is_compared(Trial const& trial);
/// A result to scale on: a reading, or a said experience where only that is measured.
bool has_result(Trial const& trial);

} // namespace board
