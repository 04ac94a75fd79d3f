// Nasty on purpose: quotes, line breaks, Danish letters, emoji, and numbers that do not end in binary.
#include "store/samples.h"

#include "store/event_json.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

namespace samples {

using namespace board;
namespace fs = std::filesystem;

Uuid uuid(int number) {
    Uuid made;
    made.bytes = {0x01, 0x93, 0x5a, 0x7e, 0, 0, 0x70, 0, 0x80};
    made.bytes[13] = static_cast<std::uint8_t>(number >> 16);
    made.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    made.bytes[15] = static_cast<std::uint8_t>(number);
    return made;
}

OperationId operation(int number) { return {uuid(number)}; }

Instant instant(int number) { return Instant(std::chrono::milliseconds(1'795'423'320'007 + 1000LL * number)); }

namespace {

Date day(int month, int of_month) { return std::chrono::sys_days(std::chrono::year(2026) / month / of_month); }

IdeaId idea(int number) { return {uuid(1000 + number)}; }
ParticipantId participant(int number) { return {uuid(2000 + number)}; }

Course course() {
    return {.name = "Færre afbrydelser",
            .workplace = "Jobcenter \"Nord\"",
            .challenge = "Hvordan kan vi få ro?\nOg tid?",
            .meetings = {{1, day(9, 1)}, {2, day(9, 15)}},
            .follow_up = day(12, 1),
            .settings = {.wip_limit = 4, .max_dots_per_idea = 2, .leader_votes = false},
            .fictional = true};
}

TrialPlan plan() {
    Measure const measure{.name = "Afbrydelser pr. dag",
                          .unit = "%",
                          .kind = MeasureKind::Share,
                          .better = Direction::Up,
                          .baseline = Reading{.value = 100.0 / 3, .count = 1, .n = 3},
                          .target = 0.1,
                          .source = "Streger på tavlen"};
    Guard const guard{
        .name = "Ventetid", .unit = "min.", .comparison = Comparison::AtLeast, .limit = -2.5, .baseline = 1e-9};
    return {.assumption = "vi tror, at \\ hjælper",
            .what = "Vagt på telefonen 📞",
            .owner = participant(1),
            .scope = "Team 2",
            .from = day(9, 2),
            .to = day(9, 14),
            .changed = "Kortere vagter",
            .can_decide = CanDecide::Ask,
            .affected_asked = true,
            .experience_only = true,
            .measure = measure,
            .guard = guard};
}

TrialOutcome outcome() {
    return {.carried_out = CarriedOut::NotAtAll,
            .what_happened = "Ingen kunne\tden dag",
            .learning = "Spørg først",
            .result = Reading{.value = 25, .count = 5, .n = 20},
            .guard_result = 3.25,
            .experience = Experience::Worse};
}

ScalePlan scale_plan() {
    return {.trial_no = 2,
            .what_now = "Fast vagt",
            .what_stops = "Åben linje",
            .responsible = "Åse",
            .places = {{"Nord", "Bo", day(10, 1), PlaceState::Taught}, {"Syd", "", std::nullopt, PlaceState::InUse}},
            .follow_ups = {{day(11, 1), Holds::Partly, 7.5}, {day(11, 2), Holds::No, std::nullopt}},
            .rolled_back = "Det holdt ikke"};
}

Ink ink() {
    return {.height = 2048,
            .strokes = {{InkColour::Red, {{0, 0, 1}, {ink_grid, 2048, 255}}}, {InkColour::Green, {{7, 9, 30}}}}};
}

Measure measure_later() {
    return {.name = "Ventetid",
            .unit = "dage",
            .baseline = Reading{.value = 9, .count = 3, .n = 30, .from = day(8, 1), .to = day(8, 31)},
            .target = 4,
            .source = "Kalender",
            .basis = Basis::Estimated,
            .target_on = day(10, 1)};
}

AgendaStep agenda_step() { return {"Byg videre", "Stille anden runde", 10, StepOpens::Farewell}; }

Course course_later() {
    Course later = course();
    later.core_task = "Hurtige svar";
    later.frames = {"Alt", "Lidt", "Intet"};
    later.delete_on = day(12, 30);
    later.closed_on = day(12, 1);
    return later;
}

Course course_with_agendas() {
    Course own = course();
    own.agendas = {{MeetingKind::Learning, {agenda_step()}}};
    return own;
}

TrialOutcome outcome_compared() {
    TrialOutcome compared = outcome();
    compared.comparison = ComparisonGroup{"De andre", Reading{14, {}, {}}, Reading{13.5, {}, 7}};
    return compared;
}

} // namespace

std::vector<Event> every_event() {
    TrialRef const trial{idea(1), 2};
    return {
        CourseCreated{course()},
        CourseEdited{"Ro", "Borgerservice", "Hvordan?"},
        MeetingsPlanned{{day(9, 1), day(9, 29)}, day(12, 24)},
        SettingsChanged{{.wip_limit = 5, .max_dots_per_idea = 3, .leader_votes = false}},
        ParticipantAdded{participant(1), "Ægir", Role::Leader},
        ParticipantEdited{participant(1), "Ægir Å.", Role::Facilitator, false},
        IdeaAdded{idea(1), 17, "Stille time", NoteColour::Pink, participant(1), idea(2), "Uro", "Skilt", day(9, 1)},
        IdeaEdited{idea(1), "Stille time\nkl. 9"},
        IdeaRecoloured{idea(1), NoteColour::Blue},
        IdeaPlaced{idea(1), idea(3)},
        IdeaSelected{idea(1), "Haster", day(9, 3)},
        IdeaDeselected{idea(1), day(9, 4)},
        IdeaParked{idea(1), "Efter ferien", day(10, 20), day(9, 5)},
        IdeaResumed{idea(1), day(10, 20)},
        RoundOpened{{3}, {idea(1), idea(2)}, 4, 2, BallotMethod::Paper, day(9, 8)},
        RoundClosed{{3}, 7, {{idea(1), 12}, {idea(2), 5}}},
        RoundAnnulled{{4}},
        TrialPlanned{trial, plan()},
        TrialStarted{trial, day(9, 9)},
        OutcomeNoted{trial, outcome()},
        TrialDecided{trial, Decision::Park, "Ikke nu", day(10, 1), true, day(9, 14)},
        ScalePlanWritten{idea(1), scale_plan()},
        PlaceStateSet{idea(1), 1, PlaceState::InUse},
        PutIntoOperation{idea(1), day(10, 2)},
        RolledBack{idea(1), "Det holdt ikke", day(10, 9)},
        FollowedUp{idea(1), {day(11, 3), Holds::No, 0.30000000000000004}, day(11, 4)},
        Undone{operation(26)},
        IdeaInked{idea(1), ink()},
        IdeaTagged{idea(1), {EffectArea::Time, EffectArea::JobSatisfaction, EffectArea::Money}},
        IdeaWeighed{idea(1), Weighing{.effect = 100, .effort = 7}},
        IdeaMerged{idea(1), idea(2), day(9, 6)},
        IdeaSplit{idea(1), day(9, 7)},
        FramesWritten{"Borgeren først", {"Dagens orden", "Åbningstid\nog bemanding", "Loven"}},
        DeletionDateSet{day(12, 31)},
        CourseClosed{day(12, 2)},
        ParticipantsSeated{{participant(2), participant(1)}},
        IdeaPictured{idea(1), Photo{std::string(64, 'a'), 2048, 1365}},
        IdeasRevealed{{idea(3), idea(1)}},
        CheckedIn{trial, {day(9, 10), CheckInState::Stuck, "Ingen tid \"i dag\""}},
        PointNoted{trial,
                   {day(9, 11), {.value = 0.1, .count = 1, .n = 1000, .from = day(9, 1), .to = day(9, 11)}, "Ø"}},
        MeasureChanged{trial, std::optional(measure_later()), {}, "Forkert optælling", day(9, 12)},
        MeetingOpened{1, MeetingKind::FollowUp, {agenda_step()}, {participant(1)}, day(9, 1)},
        StepBegun{1, 4},
        ClockPaused{1},
        ClockResumed{1},
        MinutesAdded{1, 4, 5},
        AwaySet{1, {participant(2)}},
        AgendaChanged{1, {agenda_step(), agenda_step()}},
        MeetingClosed{1},
        ObstacleRaised{{uuid(3001)}, "Ingen printer", day(9, 1)},
        AnswerPromised{{uuid(3001)}, day(9, 20)},
        ObstacleAnswered{{uuid(3001)}, "Den kommer på mandag", day(9, 18)},
        PulseOpened{1, {"Jeg kan nå mine opgaver på en god måde"}, 7, day(9, 2)},
        PulseClosed{1, {{0, 1, 2, 3, 4}}, day(9, 3)},
        PulseAnnulled{2},
        SettingsChanged{{.leader_last = false, .smallest_group = 10, .meetings_start = 13 * 60 + 30}},
        CourseCreated{course_later()},
        IdeaAdded{idea(4), 18, "Skjult", NoteColour::Green, std::nullopt, std::nullopt, "", "", day(9, 1), true},
        TrialStarted{trial, day(9, 9), "Lederen bad om det"},
        AgendaKept{MeetingKind::Closing, {agenda_step()}},
        CourseCreated{course_with_agendas()},
        OutcomeNoted{trial, outcome_compared()},
    };
}

std::size_t events_in_version(int version) {
    constexpr std::size_t before[] = {27, 32, 59};
    return version <= static_cast<int>(std::size(before)) ? before[version - 1] : every_event().size();
}

store::Job job(int number) { return {operation(number), instant(number), events_of(number)}; }

std::vector<Event> events_of(int number) {
    std::string const text = "Idé nr. " + std::to_string(number) + ": mere ro på gangen";
    return {IdeaAdded{.id = idea(number),
                      .no = number,
                      .text = text,
                      .author = {},
                      .builds_on = {},
                      .problem = {},
                      .proposal = {},
                      .on = day(9, 1)},
            IdeaRecoloured{idea(number), NoteColour::Green}, IdeaEdited{idea(number), text + "!"}};
}

std::string text_of(Record const& record) {
    return std::to_string(record.sequence) + ' ' + to_string(record.operation.value) + ' ' + to_iso(record.at) + ' ' +
           std::string(store::event_type(record.event)) + ' ' + store::to_json(record.event);
}

std::vector<std::string> texts_of(std::vector<Record> const& records) {
    std::vector<std::string> texts;
    std::transform(records.begin(), records.end(), std::back_inserter(texts), text_of);
    return texts;
}

std::vector<Record> every_record() {
    std::vector<Record> records;
    for (Event const& event : every_event()) {
        int const number = static_cast<int>(records.size()) + 1;
        records.push_back({number, operation(number), instant(number), event});
    }
    return records;
}

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "rundt-store-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    m_path = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string bytes_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(fs::path const& file, std::string const& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    REQUIRE(out.flush());
}

std::vector<std::pair<std::string, std::string>> files_in(fs::path const& folder) {
    std::vector<std::pair<std::string, std::string>> files;
    for (fs::directory_entry const& entry : fs::directory_iterator(folder))
        files.emplace_back(entry.path().filename().string(), entry.is_regular_file() ? bytes_of(entry.path()) : "");
    std::sort(files.begin(), files.end());
    return files;
}

void make_board(fs::path const& path, int operations) {
    auto board = store::Store::create(path);
    REQUIRE(board);
    for (int number = 1; number <= operations; ++number)
        REQUIRE(board->append(operation(number), instant(number), events_of(number)));
}

} // namespace samples
