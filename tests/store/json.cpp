// Every event through JSON and back, and all that must not be taken for an event.
#include "store/event_fields.h"
#include "store/event_json.h"
#include "store/samples.h"

#include <cmath>
#include <doctest/doctest.h>
#include <set>

using samples::every_event;
using store::event_from_json;
using store::event_type;
using store::to_json;

namespace {

/// Each type as it is born, with nothing optional.
template <std::size_t... I> std::vector<board::Event> bare_events(std::index_sequence<I...>) {
    return {std::variant_alternative_t<I, board::AnyEvent>{}...};
}

std::vector<board::Event> bare_events() {
    return bare_events(std::make_index_sequence<std::variant_size_v<board::AnyEvent>>{});
}

void check_round_trip(board::Event const& event) {
    std::string const written = to_json(event);
    CAPTURE(written);
    auto const read = event_from_json(event_type(event), store::event_version(event), written);
    REQUIRE_MESSAGE(read, (read ? "" : read.error()));
    CHECK(read->index() == event.index());
    CHECK(to_json(*read) == written);
}

struct Anything {
    template <class T> operator T() const { return {}; }
};

template <class T, std::size_t... I> constexpr bool takes(std::index_sequence<I...>) {
    return requires { T{(static_cast<void>(I), Anything{})...}; };
}

/// How many members an aggregate has.
template <class T, std::size_t most = 20> constexpr int members() {
    if constexpr (takes<T>(std::make_index_sequence<most>{}))
        return static_cast<int>(most);
    else
        return members<T, most - 1>();
}

struct Count {
    int fields = 0;
    template <class T> void operator()(char const*, T&) { ++fields; }
    template <class T> void later(char const*, T&, T const&) { ++fields; }
};

template <class T> void check_names_all_members() {
    T value;
    Count count;
    store::fields(count, value);
    CAPTURE(typeid(T).name());
    CHECK(count.fields == members<T>());
}

template <std::size_t... I> void check_events_name_all_members(std::index_sequence<I...>) {
    (check_names_all_members<std::variant_alternative_t<I, board::AnyEvent>>(), ...);
}

} // namespace

TEST_CASE("every event survives JSON") {
    std::set<std::string_view> names;
    for (board::Event const& event : every_event()) {
        check_round_trip(event);
        names.insert(event_type(event));
    }
    CHECK(names.size() == std::variant_size_v<board::AnyEvent>);
    for (board::Event const& event : bare_events())
        check_round_trip(event);
}

TEST_CASE("no member of an event is left out of its JSON") {
    check_events_name_all_members(std::make_index_sequence<std::variant_size_v<board::AnyEvent>>{});
    check_names_all_members<board::Course>();
    check_names_all_members<board::Meeting>();
    check_names_all_members<board::Settings>();
    check_names_all_members<board::TrialRef>();
    check_names_all_members<board::Tally>();
    check_names_all_members<board::Ink>();
    check_names_all_members<board::InkStroke>();
    check_names_all_members<board::Weighing>();
    check_names_all_members<board::Reading>();
    check_names_all_members<board::Measure>();
    check_names_all_members<board::Guard>();
    check_names_all_members<board::TrialPlan>();
    check_names_all_members<board::TrialOutcome>();
    check_names_all_members<board::Place>();
    check_names_all_members<board::FollowUp>();
    check_names_all_members<board::ScalePlan>();
}

TEST_CASE("the JSON of an event is what it was on the first day") {
    auto const events = every_event();
    CHECK(to_json(events[6]) ==
          R"({"author":"01935a7e-0000-7000-8000-0000000007d1","builds_on":"01935a7e-0000-7000-8000-0000000003ea",)"
          R"("colour":"pink","id":"01935a7e-0000-7000-8000-0000000003e9","no":17,"on":"2026-09-01",)"
          R"("problem":"Uro","proposal":"Skilt","text":"Stille time"})");
    CHECK(to_json(events[15]) ==
          R"({"ballots":7,"no":3,"tallies":[{"dots":12,"idea":"01935a7e-0000-7000-8000-0000000003e9"},)"
          R"({"dots":5,"idea":"01935a7e-0000-7000-8000-0000000003ea"}]})");
    CHECK(to_json(events[27]) == R"({"id":"01935a7e-0000-7000-8000-0000000003e9","ink":{"height":2048,"strokes":[)"
                                 R"({"colour":"red","points":"AAACgECAIPwD"},{"colour":"green","points":"DhI8"}]}})");
    CHECK(to_json(board::IdeaPlaced{}) == R"({"id":"00000000-0000-0000-0000-000000000000"})");
}

TEST_CASE("a double comes back to the last bit") {
    board::FollowedUp event{
        .id = {}, .follow_up = {.date = {}, .holds = {}, .value = std::nextafter(0.1, 1)}, .on = {}};
    auto const read = event_from_json("followed-up", 1, to_json(event));
    REQUIRE(read);
    CHECK(std::get<board::FollowedUp>(*read).follow_up.value == event.follow_up.value);
}

TEST_CASE("what is not an event is refused with a reason") {
    struct Case {
        char const* type;
        int version;
        std::string json;
        char const* error;
    };
    std::string const id = R"("id":"01935a7e-0000-7000-8000-0000000003e9")";
    Case const cases[] = {
        {"idea-edited", 1, "", "not a JSON object"},
        {"idea-edited", 1, "{", "not a JSON object"},
        {"idea-edited", 1, "[]", "not a JSON object"},
        {"idea-edited", 1, std::string(200000, '['), "not a JSON object"},
        {"idea-edited", 1, "{\"text\":\"\xff\"}", "not a JSON object"},
        {"idea-edited", 2, "{" + id + R"(,"text":"x"})", "an event of version 2"},
        {"idea-edited", 0, "{" + id + R"(,"text":"x"})", "an event of version 0"},
        {"idea-eaten", 1, "{}", "an event of no known type"},
        {"", 1, "{}", "an event of no known type"},
        {"idea-edited", 1, "{" + id + "}", "idea-edited: text is missing"},
        {"idea-edited", 1, "{" + id + R"(,"text":"x"} x)", "not a JSON object"},
        {"idea-edited", 1, "{" + id + R"(,"text":"\ud800"})", "not a JSON object"},
        {"idea-edited", 1, "{" + id + R"(,"text":"x","text":"y"})",
         "idea-edited: the object has fields that are not known"},
        {"idea-edited", 1, "{" + id + R"(,"text":7})", "idea-edited: text cannot be read"},
        {"idea-edited", 1, "{" + id + R"(,"text":null})", "idea-edited: text cannot be read"},
        {"idea-edited", 1, "{" + id + R"(,"text":"x","size":1})",
         "idea-edited: the object has fields that are not known"},
        {"idea-edited", 1, R"({"id":"01935a7e","text":"x"})", "idea-edited: id cannot be read"},
        {"idea-placed", 1, "{" + id + R"(,"before":null})", "idea-placed: before cannot be read"},
        {"idea-recoloured", 1, "{" + id + R"(,"colour":"Yellow"})", "idea-recoloured: colour cannot be read"},
        {"idea-recoloured", 1, "{" + id + R"(,"colour":0})", "idea-recoloured: colour cannot be read"},
        {"idea-resumed", 1, "{" + id + R"(,"on":"2026-02-30"})", "idea-resumed: on cannot be read"},
        {"idea-resumed", 1, "{" + id + R"(,"on":20260201})", "idea-resumed: on cannot be read"},
        {"round-annulled", 1, R"({"no":1.5})", "round-annulled: no cannot be read"},
        {"round-annulled", 1, R"({"no":2147483648})", "round-annulled: no cannot be read"},
        {"round-annulled", 1, R"({"no":18446744073709551615})", "round-annulled: no cannot be read"},
        {"round-closed", 1, R"({"no":1,"ballots":1,"tallies":{}})", "round-closed: tallies cannot be read"},
        {"round-closed", 1, R"({"no":1,"ballots":1,"tallies":[{"dots":1}]})", "round-closed: idea is missing"},
        {"settings-changed", 1, R"({"settings":{"wip_limit":1,"max_dots_per_idea":1,"leader_votes":1}})",
         "settings-changed: leader_votes cannot be read"},
        {"settings-changed", 1, R"({"settings":[]})", "settings-changed: settings cannot be read"},
        {"idea-inked", 1, "{" + id + R"(,"ink":{"height":9,"strokes":[{"colour":"red","points":"!"}]}})",
         "idea-inked: points cannot be read"},
        {"idea-inked", 1, "{" + id + R"(,"ink":{"height":8,"strokes":[{"colour":"red","points":"DhI8"}]}})",
         "idea-inked: ink cannot be read"},
        {"idea-tagged", 1, "{" + id + R"(,"areas":["sun"]})", "idea-tagged: areas cannot be read"},
        {"idea-weighed", 1, "{" + id + R"(,"weighing":{"effect":1}})", "idea-weighed: effort is missing"},
        {"followed-up", 1,
         "{" + id + R"(,"on":"2026-09-01","follow_up":{"date":"2026-09-01","holds":"yes","value":1e999}})",
         "not a JSON object"},
    };
    for (Case const& given : cases) {
        CAPTURE(given.json.substr(0, 100));
        auto const read = event_from_json(given.type, given.version, given.json);
        REQUIRE_FALSE(read);
        CHECK(read.error() == given.error);
    }
}
