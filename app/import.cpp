#include "import.h"

#include "exporters/board_json.h"
#include "import_meetings.h"
#include "import_reader.h"
#include "import_story.h"
#include "replay.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <queue>
#include <tuple>
#include <utility>

namespace app {
namespace {

using board::Board;
using text::Words;
using Done = tl::expected<void, std::string>; ///< or the sentence

/// While the past is played any limit that a team may once have had must hold; the real one comes last.
constexpr int widest_wip_limit = 5;
/// No wall gives so many numbers; a file that says so is not one of ours.
constexpr int highest_idea_no = 1'000'000;

/// A step of an idea, a round, or something of the course, with what must come first.
struct Scene {
    Step step;
    int idea_no = 0;                  ///< 0 for what is no step of an idea
    int round_no = 0;                 ///< 0 for what is no round
    std::string_view course_key = {}; ///< of the sentence that says it was refused; empty for an idea or a round
    int course_no = 0;                ///< which one
    int waits_for = 0;
    std::vector<std::size_t> then = {};
};

class Scenes {
  public:
    Scenes(Board const& wanted, std::string const& stand_in);
    /// In the order of their days, as far as each idea's own order and that of numbers and rounds allows.
    std::vector<Scene> in_order() &&;

  private:
    void add_occasions(Board const& wanted);
    void add_round(board::VoteRound const& round);
    void add_merge(board::Idea const& merged);
    void add_idea(board::Idea const& idea, std::string const& stand_in);
    void add_course(Board const& wanted);
    /// Each after the one before; returns the first's scene.
    std::optional<std::size_t> add_chain(Chain chain, std::string_view key, std::optional<int> no);
    void precede(std::optional<std::size_t> first, std::size_t second);

    std::vector<Scene> m_scenes;
    std::map<board::IdeaId, std::vector<Occasion>> m_occasions_of; ///< in their order
    std::optional<std::size_t> m_last_round;
    std::vector<std::size_t> m_merged_since; ///< since that round
    std::optional<std::size_t> m_last_added; ///< the scene that added the idea before
};

Step round_step(board::VoteRound const& round) {
    auto const now = noon_of(round.opened_on);
    Step step{.day = round.opened_on, .order = StepOrder::Voted};
    step.wishes.push_back({board::OpenRound{round.candidates, round.dots, round.max_per_idea, round.method}, now, {}});
    if (round.state == board::RoundState::Closed)
        step.wishes.push_back({board::CloseRound{round.no, round.ballots, round.tallies}, now, {}});
    if (round.state == board::RoundState::Annulled)
        step.wishes.push_back({board::AnnulRound{round.no}, now, {}});
    return step;
}

Step merge_step(board::Idea const& merged) {
    Step step{.day = merged.stage_since, .order = StepOrder::Voted};
    step.wishes.push_back({board::MergeIdeas{merged.id, *merged.merged_into}, noon_of(merged.stage_since), {}});
    return step;
}

Scenes::Scenes(Board const& wanted, std::string const& stand_in) {
    add_occasions(wanted);
    for (board::Idea const& idea : wanted.ideas)
        add_idea(idea, stand_in);
    add_course(wanted);
}

void Scenes::add_course(Board const& wanted) {
    add_chain(chain_of_meetings(wanted), "import.meeting_refused", {});
    add_chain(chain_of_pulses(wanted), "import.pulse_refused", {});
    std::optional<std::size_t> raised;
    int no = 0;
    for (Chain& chain : chains_of_obstacles(wanted)) {
        auto const first = add_chain(std::move(chain), "import.obstacle_refused", ++no);
        precede(raised, *first);
        raised = first;
    }
}

std::optional<std::size_t> Scenes::add_chain(Chain chain, std::string_view key, std::optional<int> no) {
    std::optional<std::size_t> first, before;
    int counted = 0;
    for (Step& step : chain) {
        std::size_t const scene = m_scenes.size();
        m_scenes.push_back({.step = std::move(step), .course_key = key, .course_no = no.value_or(++counted)});
        precede(before, scene);
        before = scene;
        first = first.value_or(scene);
    }
    return first;
}

/// The rounds, with the merges between them; a merge is the last that the merged idea takes part in.
void Scenes::add_occasions(Board const& wanted) {
    std::map<int, std::vector<board::Idea const*>> merges; // by the round before them
    for (board::Idea const& idea : wanted.ideas)
        if (idea.merged_into)
            merges[idea.merged_after.value].push_back(&idea);
    std::map<board::IdeaId, Occasion> own;
    for (int no = 0; no <= static_cast<int>(wanted.rounds.size()); ++no) {
        if (no > 0)
            add_round(wanted.rounds[static_cast<std::size_t>(no) - 1]);
        auto& here = merges[no];
        std::stable_sort(here.begin(), here.end(), [](board::Idea const* left, board::Idea const* right) {
            return left->stage_since < right->stage_since;
        });
        for (board::Idea const* merged : here) {
            add_merge(*merged);
            own[merged->id] = m_occasions_of[*merged->merged_into].back();
        }
    }
    for (auto const& [id, merge] : own)
        m_occasions_of[id].push_back(merge);
}

void Scenes::add_round(board::VoteRound const& round) {
    std::size_t const scene = m_scenes.size();
    m_scenes.push_back({.step = round_step(round), .round_no = round.no.value});
    for (board::IdeaId const candidate : round.candidates)
        m_occasions_of[candidate].push_back({scene, round.opened_on, round.state == board::RoundState::Closed});
    precede(m_last_round, scene);
    for (std::size_t const merge : std::exchange(m_merged_since, {}))
        precede(merge, scene);
    m_last_round = scene;
}

void Scenes::add_merge(board::Idea const& merged) {
    std::size_t const scene = m_scenes.size();
    m_scenes.push_back({.step = merge_step(merged), .idea_no = merged.no});
    m_occasions_of[*merged.merged_into].push_back({scene, merged.stage_since, false});
    precede(m_last_round, scene);
    m_merged_since.push_back(scene);
}

void Scenes::add_idea(board::Idea const& idea, std::string const& stand_in) {
    std::optional<std::size_t> before = m_last_added;
    for (Chapter& chapter : story_of(idea, m_occasions_of[idea.id], stand_in)) {
        bool const adds = chapter.step.order == StepOrder::Added && !chapter.scene;
        std::size_t const scene = chapter.scene.value_or(m_scenes.size());
        if (!chapter.scene)
            m_scenes.push_back({.step = std::move(chapter.step), .idea_no = idea.no});
        precede(before, scene);
        before = scene;
        if (adds)
            m_last_added = scene;
    }
}

void Scenes::precede(std::optional<std::size_t> first, std::size_t second) {
    if (!first)
        return;
    m_scenes[*first].then.push_back(second);
    ++m_scenes[second].waits_for;
}

std::vector<Scene> Scenes::in_order() && {
    using Key = std::tuple<board::Date, StepOrder, std::size_t>;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> ready;
    auto const offer = [&](std::size_t i) { ready.emplace(m_scenes[i].step.day, m_scenes[i].step.order, i); };
    for (std::size_t i = 0; i < m_scenes.size(); ++i)
        if (m_scenes[i].waits_for == 0)
            offer(i);
    std::vector<Scene> ordered;
    while (!ready.empty()) {
        std::size_t const at = std::get<std::size_t>(ready.top());
        ready.pop();
        for (std::size_t const next : m_scenes[at].then)
            if (--m_scenes[next].waits_for == 0)
                offer(next);
        ordered.push_back(std::move(m_scenes[at]));
    }
    return ordered;
}

std::string why(Words const& words, Scene const& scene, board::Refusal const& refusal) {
    if (!scene.course_key.empty())
        return words.say(scene.course_key,
                         {{"no", std::int64_t{scene.course_no}}, {"sentence", words.refusal(refusal)}});
    bool const is_round = scene.round_no > 0;
    return words.say(is_round ? "import.round_refused" : "import.idea_refused",
                     {{"no", is_round ? scene.round_no : scene.idea_no}, {"sentence", words.refusal(refusal)}});
}

/// The day of the first thing in the file, or `now`.
board::Now first_moment(Board const& wanted, std::vector<Scene> const& scenes, board::Now now) {
    if (!scenes.empty() && !scenes.front().step.wishes.empty())
        return scenes.front().step.wishes.front().now;
    return wanted.course.meetings.empty() ? now : noon_of(wanted.course.meetings.front().date);
}

Done play_course(Replay& replay, Board const& wanted, Words const& words, board::Now now) {
    board::Course course = wanted.course;
    course.settings.wip_limit = widest_wip_limit;
    course.delete_on.reset();
    course.closed_on.reset();
    course.agendas.clear();
    if (auto done = replay.ask(board::CreateCourse{course}, now); !done)
        return tl::unexpected(words.say("import.course_refused", {{"sentence", words.refusal(done.error())}}));
    for (board::Participant const& who : wanted.participants)
        if (auto done = replay.ask(board::AddParticipant{who.id, who.name, who.role}, now); !done)
            return tl::unexpected(words.say("import.participant_refused",
                                            {{"name", who.name}, {"sentence", words.refusal(done.error())}}));
    return {};
}

Done play_scenes(Replay& replay, std::vector<Scene> const& scenes, Words const& words) {
    for (Scene const& scene : scenes) {
        bool const adds = scene.idea_no > 0 && scene.step.order == StepOrder::Added;
        if (adds && scene.idea_no > highest_idea_no)
            return tl::unexpected(words.get("import.wrong_format"));
        if (adds && scene.idea_no > replay.board().last_idea_no + 1)
            replay.skip_idea_numbers(scene.idea_no - 1, scene.step.wishes.front().now);
        for (Wish const& wish : scene.step.wishes)
            if (auto done = replay.ask(wish.command, wish.now, wish.amend); !done)
                return tl::unexpected(why(words, scene, done.error()));
    }
    return {};
}

/// Lays the ideas in the wanted order, from the last to the first, moving only what does not lie right.
board::Result<void> play_order(Replay& replay, std::vector<board::IdeaId> const& wanted, board::Now now) {
    std::optional<board::IdeaId> before;
    for (auto id = wanted.rbegin(); id != wanted.rend(); ++id) {
        auto const& order = replay.board().order;
        auto const at = std::find(order.begin(), order.end(), *id);
        bool const is_last = at != order.end() && std::next(at) == order.end();
        bool const lies_right = at != order.end() && (before ? !is_last && *std::next(at) == *before : is_last);
        if (!lies_right)
            if (auto done = replay.ask(board::PlaceIdea{*id, before}, now); !done)
                return done;
        before = *id;
    }
    return {};
}

/// What belongs to the course as it is now, not to any day of its past.
board::Result<void> play_present(Replay& replay, Board const& wanted, board::Now now) {
    if (replay.board().course.settings != wanted.course.settings)
        if (auto done = replay.ask(board::ChangeSettings{wanted.course.settings}, now); !done)
            return done;
    for (board::Participant const& who : wanted.participants)
        if (!who.active)
            if (auto done = replay.ask(board::EditParticipant{who.id, who.name, who.role, false}, now); !done)
                return done;
    if (!wanted.seats.empty())
        if (auto done = replay.ask(board::SeatParticipants{wanted.seats}, now); !done)
            return done;
    for (board::OwnAgenda const& own : wanted.course.agendas)
        if (auto done = replay.ask(board::KeepAgenda{own.kind, own.steps}, now); !done)
            return done;
    if (auto const& on = wanted.course.delete_on)
        if (auto done = replay.ask(board::SetDeletionDate{on}, {now.at, std::min(now.today, *on)}); !done)
            return done;
    if (auto done = play_order(replay, wanted.order, now); !done)
        return done;
    if (auto const& on = wanted.course.closed_on)
        return replay.ask(board::CloseCourse{}, {now.at, *on});
    return {};
}

/// An export tells how many were away, and not who; so that nobody is named who was there, the board then has nobody.
void forget_away(nlohmann::json& file) {
    for (nlohmann::json& meeting : file["meetings"])
        meeting["away"] = 0;
}

/// Refuses unless the records make exactly what the file says.
Done compare(Import const& import, nlohmann::json file, Words const& words) {
    Board const board = board::fold(import.records);
    if (auto const broken = broken_invariants(board); !broken.empty())
        return tl::unexpected(words.say("import.broken", {{"detail", broken.front()}}));
    auto const made = nlohmann::json::parse(exporters::to_json({board, import.photos}));
    forget_away(file);
    if (made == file)
        return {};
    auto const differences = nlohmann::json::diff(made, file);
    std::string const path = differences.front().at("path");
    return tl::unexpected(words.say("import.differs", {{"path", path}}));
}

} // namespace

tl::expected<Import, std::string> import_json(std::string_view bytes, Words const& words, IdSource& ids,
                                              board::Now now) {
    auto const file = parse_export(bytes, words);
    if (!file)
        return tl::unexpected(file.error());
    auto const wanted = read_board(*file, words);
    if (!wanted)
        return tl::unexpected(wanted.error());
    auto photos = read_photos(*file, words);
    if (!photos)
        return tl::unexpected(photos.error());
    auto const scenes = Scenes(*wanted, words.get("import.unwritten")).in_order();
    Replay replay(ids);
    if (auto done = play_course(replay, *wanted, words, first_moment(*wanted, scenes, now)); !done)
        return tl::unexpected(done.error());
    if (auto done = play_scenes(replay, scenes, words); !done)
        return tl::unexpected(done.error());
    board::Now const last = replay.records().empty() ? now : board::Now{replay.records().back().at, now.today};
    if (auto done = play_present(replay, *wanted, last); !done)
        return tl::unexpected(words.say("import.course_refused", {{"sentence", words.refusal(done.error())}}));
    Import import{replay.records(), std::move(*photos)};
    if (auto done = compare(import, *file, words); !done)
        return tl::unexpected(done.error());
    return import;
}

} // namespace app
