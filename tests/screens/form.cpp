#include "ui/screens/fields.h"

#include <doctest/doctest.h>

TEST_CASE("a field that is filled anew is refused no longer, and another still is") {
    screens::Form form;
    form.refuse("name", "Det ligner personoplysninger.");
    form.set("workplace", "Sundhedshuset");
    CHECK(form.wrong == "name");
    CHECK(form.why == "Det ligner personoplysninger.");
    form.set("name", "");
    CHECK(form.wrong.empty());
    CHECK(form.why.empty());
}
