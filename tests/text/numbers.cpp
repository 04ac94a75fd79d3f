#include "text/format.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("numbers are written as each language does") {
    struct Row {
        double value;
        int decimals;
        char const* danish;
        char const* english;
    };
    for (Row const& row : {
             Row{1234567, 1, "1.234.567", "1,234,567"},
             Row{3478, 1, "3.478", "3,478"},
             Row{999, 1, "999", "999"},
             Row{1234567.5, 1, "1.234.567,5", "1,234,567.5"},
             Row{5.0, 1, "5", "5"},
             Row{18.333333333333332, 1, "18,3", "18.3"},
             Row{0.25, 1, "0,3", "0.3"},
             Row{-0.04, 1, "0", "0"},
             Row{-5.1, 1, "−5,1", "−5.1"},
             Row{1234.89, 2, "1.234,89", "1,234.89"},
             Row{0.5, 0, "1", "1"},
         }) {
        CAPTURE(row.value);
        CHECK(number(Language::Danish, row.value, row.decimals) == row.danish);
        CHECK(number(Language::English, row.value, row.decimals) == row.english);
    }
}

TEST_CASE("amounts have a no-break space before the unit") {
    CHECK(amount(Language::Danish, 1234567.89, "kr.") == "1.234.567,89\u00A0kr.");
    CHECK(amount(Language::Danish, 349, "kr.") == "349\u00A0kr.");
    CHECK(amount(Language::Danish, 349.5, "kr.") == "349,50\u00A0kr.");
    CHECK(amount(Language::Danish, 349.5, "kr.", 0) == "350\u00A0kr.");
    CHECK(amount(Language::Danish, 5.4, "%") == "5,4\u00A0%");
    CHECK(amount(Language::English, 5.4, "%") == "5.4%");
    CHECK(amount(Language::Danish, -5.1, "procentpoint") == "−5,1\u00A0procentpoint");
    CHECK(amount(Language::Danish, 42, "min.") == "42\u00A0min.");
    CHECK(amount(Language::Danish, 14, "") == "14");
}

TEST_CASE("typed numbers are read with comma and point as Danes mean them") {
    struct Row {
        char const* typed;
        double value;
    };
    for (Row const& row : {
             Row{"1.234,5", 1234.5},   Row{"1234,5", 1234.5},   Row{"1.234", 1234},  Row{"1.234.567,89", 1234567.89},
             Row{"12.5", 12.5},        Row{"1.5", 1.5},         Row{"1,5", 1.5},     Row{"1,234", 1.234},
             Row{"0.125", 0.125},      Row{"1.2345", 1.2345},   Row{"42", 42},       Row{"007", 7},
             Row{" 1 234,5 ", 1234.5}, Row{"1\u00A0234", 1234}, Row{"349 kr.", 349}, Row{"1.234 kr.", 1234},
             Row{"kr. 12,50", 12.5},   Row{"349kr", 349},       Row{"5,4 %", 5.4},   Row{"-3", -3},
             Row{"−3,5", -3.5},
         }) {
        CAPTURE(row.typed);
        auto const read = parse_number(row.typed);
        REQUIRE(read.has_value());
        CHECK(*read == row.value);
    }
}

TEST_CASE("what is not a number is refused") {
    for (char const* typed :
         {"",          " ",   "kr.",  "%",    "-",   ".",     ",",       "NaN",    "nan",     "inf",
          "1e309",     "1e3", "0x10", "tolv", "12a", "1,2,3", "1,234.5", "1.23,5", "0.234,5", "1.234.5",
          "12.34.567", "5,",  ",5",   "5.",   ".5",  "--5",   "5-",      "+5",     "5 % %",   "１２"}) {
        CAPTURE(typed);
        CHECK_FALSE(parse_number(typed).has_value());
    }
    CHECK_FALSE(parse_number(std::string(400, '9')).has_value());
}

TEST_CASE("what is shown can be typed again") {
    for (double const value : {0.0, 0.5, 12.5, 999.0, 1000.0, 1234.5, 1234567.5, -1.5})
        CHECK(parse_number(number(Language::Danish, value)) == value);
}
