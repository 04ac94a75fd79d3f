// Every field that takes a text, against everything that a text may not be.
#include "board/text_rules.h"
#include "board/wall.h"

#include <doctest/doctest.h>

#include <functional>

using namespace board;
using namespace board_tests;

namespace {

enum class Need { Optional, Needed };
enum class Personal { NotAsked, Asked };

struct Field {
    char const* name;
    Given given;
    std::function<Command(Wall const&, IdeaId, std::string const&)> command;
    int limit;
    Need need;
    Personal personal;
};

template <class Set> Field in_plan(char const* name, int limit, Set set) {
    auto const command = [set](Wall const& wall, IdeaId id, std::string const& text) {
        TrialPlan plan = a_plan(wall);
        set(plan, text);
        return WriteTrialPlan{{id, 1}, plan};
    };
    return {name, Given::Drafted, command, limit, Need::Optional, Personal::Asked};
}

template <class Set> Field in_outcome(char const* name, Set set) {
    auto const command = [set](Wall const&, IdeaId id, std::string const& text) {
        TrialOutcome outcome = an_outcome();
        set(outcome, text);
        return NoteOutcome{{id, 1}, outcome};
    };
    return {name, Given::Running, command, max_field_characters, Need::Optional, Personal::Asked};
}

template <class Set> Field in_idea(char const* name, int limit, Need need, Set set) {
    auto const command = [set](Wall const&, IdeaId, std::string const& text) {
        AddIdea idea = an_idea();
        set(idea, text);
        return idea;
    };
    return {name, Given::New, command, limit, need, Personal::Asked};
}

template <class Set> Field in_scale_plan(char const* name, int limit, Need need, Set set) {
    auto const command = [set](Wall const&, IdeaId id, std::string const& text) {
        ScalePlan plan = a_scale_plan();
        set(plan, text);
        return WriteScalePlan{id, plan};
    };
    return {name, Given::Scaling, command, limit, need, Personal::NotAsked};
}

Field elsewhere(char const* name, Given given, int limit, Need need,
                std::function<Command(Wall const&, IdeaId, std::string const&)> command) {
    return {name, given, std::move(command), limit, need, Personal::NotAsked};
}

std::vector<Field> fields() {
    using Text = std::string const&;
    int const name = max_name_characters, longer = max_field_characters;
    return {
        in_idea("idea", max_idea_characters, Need::Needed, [](AddIdea& idea, Text text) { idea.text = text; }),
        in_idea("problem", longer, Need::Optional, [](AddIdea& idea, Text text) { idea.problem = text; }),
        in_idea("proposal", longer, Need::Optional, [](AddIdea& idea, Text text) { idea.proposal = text; }),
        Field{"edited idea", Given::New,
              [](Wall const&, IdeaId id, Text text) {
                  return EditIdea{id, text};
              },
              max_idea_characters, Need::Needed, Personal::Asked},
        in_plan("assumption", longer, [](TrialPlan& plan, Text text) { plan.assumption = text; }),
        in_plan("what", longer, [](TrialPlan& plan, Text text) { plan.what = text; }),
        in_plan("scope", longer, [](TrialPlan& plan, Text text) { plan.scope = text; }),
        in_plan("changed", longer, [](TrialPlan& plan, Text text) { plan.changed = text; }),
        in_plan("measure", name, [](TrialPlan& plan, Text text) { plan.measure->name = text; }),
        in_plan("measure's unit", name, [](TrialPlan& plan, Text text) { plan.measure->unit = text; }),
        in_plan("measure's source", longer, [](TrialPlan& plan, Text text) { plan.measure->source = text; }),
        in_plan("guard", name, [](TrialPlan& plan, Text text) { plan.guard->name = text; }),
        in_plan("guard's unit", name, [](TrialPlan& plan, Text text) { plan.guard->unit = text; }),
        in_outcome("what happened", [](TrialOutcome& outcome, Text text) { outcome.what_happened = text; }),
        in_outcome("learning", [](TrialOutcome& outcome, Text text) { outcome.learning = text; }),
        in_scale_plan("what now", longer, Need::Optional, [](ScalePlan& plan, Text text) { plan.what_now = text; }),
        in_scale_plan("what stops", longer, Need::Optional, [](ScalePlan& plan, Text text) { plan.what_stops = text; }),
        in_scale_plan("responsible", name, Need::Optional, [](ScalePlan& plan, Text text) { plan.responsible = text; }),
        in_scale_plan("place", name, Need::Needed, [](ScalePlan& plan, Text text) { plan.places[0].name = text; }),
        in_scale_plan("place's responsible", name, Need::Optional,
                      [](ScalePlan& plan, Text text) { plan.places[0].responsible = text; }),
        elsewhere("course", Given::New, name, Need::Needed,
                  [](Wall const&, IdeaId, Text text) {
                      return EditCourse{text, "", ""};
                  }),
        elsewhere("workplace", Given::New, name, Need::Optional,
                  [](Wall const&, IdeaId, Text text) {
                      return EditCourse{"Navn", text, ""};
                  }),
        elsewhere("challenge", Given::New, longer, Need::Optional,
                  [](Wall const&, IdeaId, Text text) {
                      return EditCourse{"Navn", "", text};
                  }),
        elsewhere("participant", Given::New, name, Need::Needed,
                  [](Wall const&, IdeaId, Text text) {
                      return AddParticipant{ParticipantId{fresh_uuid()}, text, Role::Employee};
                  }),
        elsewhere("edited participant", Given::New, name, Need::Needed,
                  [](Wall const& wall, IdeaId, Text text) {
                      return EditParticipant{wall.somebody(), text, Role::Employee, true};
                  }),
        elsewhere("selection's reason", Given::New, longer, Need::Needed,
                  [](Wall const&, IdeaId id, Text text) {
                      return SelectIdea{id, text};
                  }),
        elsewhere("parking's reason", Given::New, longer, Need::Needed,
                  [](Wall const&, IdeaId id, Text text) {
                      return ParkIdea{id, text, monday};
                  }),
        elsewhere("decision's reason", Given::Reviewed, longer, Need::Optional,
                  [](Wall const&, IdeaId id, Text text) {
                      DecideTrial wish = a_decision({id, 1}, Decision::Adjust);
                      wish.reason = text;
                      return wish;
                  }),
        elsewhere("way back's reason", Given::Scaling, longer, Need::Needed,
                  [](Wall const&, IdeaId id, Text text) {
                      return RollBack{id, text};
                  }),
    };
}

std::optional<Refusal> answer_to(Field const& field, std::string const& text) {
    Wall wall = Wall::with_course();
    IdeaId const id = wall.idea_at(field.given);
    return wall.ask(field.command(wall, id, text)); // which also looks whether the text was cleaned
}

std::string letters(int count) {
    std::string text;
    for (int letter = 0; letter < count; ++letter)
        text += "ø";
    return text;
}

} // namespace

TEST_CASE("no field takes a CPR number whatever is said") {
    for (Field const& field : fields()) {
        CAPTURE(field.name);
        auto const refusal = answer_to(field, "Borger 010101-1234 ringede");
        REQUIRE(refusal);
        CHECK(refusal->rule == Rule::LooksLikeCpr);
    }
    Wall wall = Wall::with_course();
    AddIdea idea = an_idea();
    idea.text = "010101\u200B-1234";
    idea.personal = PersonalData::Confirmed;
    CHECK(wall.rule(idea) == Rule::LooksLikeCpr);
}

TEST_CASE("every field takes its length and not a character more") {
    for (Field const& field : fields()) {
        CAPTURE(field.name);
        CHECK_FALSE(answer_to(field, " " + letters(field.limit) + "\u200B "));
        auto const refusal = answer_to(field, letters(field.limit + 1));
        REQUIRE(refusal);
        CHECK(refusal->rule == Rule::TextTooLong);
        CHECK(refusal->limit == field.limit);
    }
}

TEST_CASE("a text that is needed is not empty and others may be") {
    for (Field const& field : fields()) {
        for (std::string const nothing : {"", "  \n ", "\u200B\u2060"}) {
            CAPTURE(field.name);
            CHECK(answer_to(field, nothing).has_value() == (field.need == Need::Needed));
        }
    }
    Wall wall = Wall::with_course();
    AddIdea idea = an_idea();
    idea.text = " \u200B ";
    CHECK(wall.rule(idea) == Rule::TextEmpty);
}

TEST_CASE("what looks personal is asked about where people write freely") {
    for (Field const& field : fields()) {
        CAPTURE(field.name);
        auto const refusal = answer_to(field, "Ring 12345678");
        CHECK(refusal.has_value() == (field.personal == Personal::Asked));
        if (refusal)
            CHECK(refusal->rule == Rule::LooksPersonal);
    }
}

TEST_CASE("what looks personal is taken when it is confirmed") {
    Wall wall = Wall::with_course();
    AddIdea idea = an_idea();
    idea.text = "Ring 12345678";
    idea.personal = PersonalData::Confirmed;
    CHECK_FALSE(wall.rule(idea));
    CHECK_FALSE(wall.rule(EditIdea{idea.id, "Ring 87654321", PersonalData::Confirmed}));
    wall.must(SelectIdea{idea.id, "Vi vil i gang."});
    TrialPlan plan = a_plan(wall);
    plan.what = "Ring 12345678";
    CHECK_FALSE(wall.rule(WriteTrialPlan{{idea.id, 1}, plan, PersonalData::Confirmed}));
    wall.must(StartTrial{{idea.id, 1}});
    TrialOutcome outcome = an_outcome();
    outcome.learning = "Ring 12345678";
    CHECK_FALSE(wall.rule(NoteOutcome{{idea.id, 1}, outcome, PersonalData::Confirmed}));
}

TEST_CASE("texts that look like code are kept to the letter") {
    for (std::string const text : {"%s%n", "##", "###id", "{{}}", "<script>alert(1)</script>",
                                   "'; DROP TABLE ideas; --", "=HYPERLINK(\"http://x\")", "+47", "-", "@"}) {
        Wall wall = Wall::with_course();
        CHECK(wall.idea(wall.add_idea(text)).text == text);
    }
}

TEST_CASE("a new course's texts are held to the same rules") {
    auto const refused = [](auto set) {
        Wall wall;
        CreateCourse wish = a_course();
        set(wish.course);
        return wall.rule(wish);
    };
    CHECK(refused([](Course& course) { course.name = " "; }) == Rule::TextEmpty);
    CHECK(refused([](Course& course) { course.name = letters(61); }) == Rule::TextTooLong);
    CHECK(refused([](Course& course) { course.workplace = "0101011234"; }) == Rule::LooksLikeCpr);
    CHECK(refused([](Course& course) { course.challenge = letters(1'001); }) == Rule::TextTooLong);
}
