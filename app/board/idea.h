// An idea and all that grows from it: its trials, its way into daily use, or its rest in the tray.
#pragma once

#include "board/date.h"
#include "board/ids.h"
#include "board/ink.h"
#include "board/trial.h"

#include <optional>
#include <string>
#include <vector>

namespace board {

/// Skridt: where the idea is.
enum class Stage { New, Selected, Test, Scaling, Operation, Parked, Stopped, Merged };

/// The five papers a note can have.
enum class NoteColour { Yellow, Orange, Pink, Green, Blue };

/// Effektområde: where an idea is meant to help.
enum class EffectArea {
    Time,
    Quality,
    CitizenExperience,
    WorkPressure,
    JobSatisfaction,
    Collaboration,
    Overview,
    Absence,
    Money
};

enum class PlaceState { NotBegun, Taught, InUse }; ///< ikke begyndt, oplært, i brug
enum class Holds { Yes, Partly, No };              ///< holder det?

/// Sted: somewhere the solution is taken into use.
struct Place {
    std::string name;
    std::string responsible;
    std::optional<Date> due;
    PlaceState state = PlaceState::NotBegun;
    bool operator==(Place const&) const = default;
};

struct FollowUp {
    Date date;
    Holds holds = Holds::Yes;
    std::optional<double> value;
    bool operator==(FollowUp const&) const = default;
};

/// Skaleringsplan.
struct ScalePlan {
    int trial_no = 0;          ///< grundlag: the trial it stands on
    std::string what_now;      ///< hvad gør vi nu?
    std::string what_stops;    ///< hvad holder vi op med?
    std::string responsible;   ///< ansvarlig
    std::vector<Place> places; ///< steder
    std::vector<FollowUp> follow_ups;
    std::string rolled_back; ///< why the idea went back to test; empty while the plan stands
    bool operator==(ScalePlan const&) const = default;
};

struct Parking {
    std::string reason;
    Date revisit; ///< tages op igen
    bool operator==(Parking const&) const = default;
};

/// Where the idea lies in the picture of indsats and effekt.
struct Weighing {
    int effect = 0; ///< 0 … 100, none to most
    int effort = 0; ///< 0 … 100, none to most
    bool operator==(Weighing const&) const = default;
};

/// Billede: the photo on a note. Its bytes lie in the course's file under the hash.
struct Photo {
    std::string hash; ///< SHA-256, 64 lower-case hexadecimal digits
    int width = 0;    ///< pixels, 1–4096
    int height = 0;
    bool operator==(Photo const&) const = default;
};

/// Idé.
struct Idea {
    IdeaId id;
    int no = 0;       ///< per course, never reused
    std::string text; ///< what the note says, at most 280 characters; empty only where there is ink or a photo
    std::string problem;
    std::string proposal;
    NoteColour colour = NoteColour::Yellow;
    std::optional<Ink> ink;              ///< what is drawn or written on it by hand
    std::optional<Photo> photo{};        ///< at most one
    bool masked = false;                 ///< written in silence, and not shown before »vis alle«
    std::vector<EffectArea> areas;       ///< each once, in the order of the enumeration
    std::optional<Weighing> weighing;    ///< none: not in the picture
    std::optional<ParticipantId> author; ///< only when the writer wants credit
    std::optional<IdeaId> builds_on;
    Instant created_at;
    std::optional<IdeaId> merged_into; ///< sammenlagt i
    RoundNo merged_after;              ///< the last round opened before it was merged; 0: none, or not merged
    Stage stage = Stage::New;
    Date stage_since;
    std::string selection_reason;        ///< why it was picked when not by a vote
    std::vector<Trial> trials;           ///< No 1 first
    std::optional<ScalePlan> scale_plan; ///< kept when the idea goes back to test; the next scaling writes a new one
    std::optional<Parking> parking;
    bool operator==(Idea const&) const = default;
};

/// Whether its hash is a SHA-256 and its sides are within 1–4096 pixels.
bool is_sound(Photo const& photo);
/// The last trial, or nothing.
Trial const* latest_trial(Idea const& idea);
/// The running trial, or nothing. There is at most one.
Trial const* running_trial(Idea const& idea);

} // namespace board
