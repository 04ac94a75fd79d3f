// The rules of the PIN, as tables.
#include "board/pin.h"

#include <doctest/doctest.h>
#include <initializer_list>
#include <set>

using board::PinFault;

TEST_CASE("a PIN that somebody would try first is refused, and so is a short one") {
    for (char const* pin : {"", "1", "12345", "27194"})
        CHECK_MESSAGE(board::fault_of_pin(pin) == PinFault::TooShort, pin);
    for (char const* pin :
         {"000000", "777777", "123456", "654321",   "234567",   "567890", "901234", "135791", "12345678", // runs
          "123123", "474747", "271271", "12341234",                                                       // repeats
          "121212", "110011", "292992",                                                                   // two digits
          "123321", "123789", "111222", "321654",   "789456",   "112233", "998877",                       // two runs
          "240586", "051124", "860524", "290200",   "311299",                                             // birthdays
          "198427", "202611", "271984", "19840527", "27051984",                                           // years
          "147258", "159753", "258369", "789632"}) // over the keys
        CHECK_MESSAGE(board::fault_of_pin(pin) == PinFault::Obvious, pin);
    for (char const* pin : {"740295", "604817", "385092", "994733", "7402915", "835274061427"})
        CHECK_MESSAGE(!board::fault_of_pin(pin), pin);
}

TEST_CASE("most PINs may be used") {
    int refused = 0;
    for (int n = 0; n < 1'000'000; n += 7) {
        auto text = std::to_string(n);
        text.insert(0, 6 - text.size(), '0');
        refused += board::fault_of_pin(text) ? 1 : 0;
    }
    CHECK(refused < 1'000'000 / 7 / 6);
}

TEST_CASE("three tries are free, then the wait grows, and it ends at a quarter of an hour") {
    struct Row {
        int wrong, wait_s;
    };
    for (Row const row :
         {Row{0, 0}, {1, 0}, {2, 0}, {3, 5}, {4, 30}, {5, 120}, {6, 600}, {7, 900}, {8, 900}, {1'000'000, 900}}) {
        CAPTURE(row.wrong);
        CHECK(board::pin_wait_s(row.wrong) == row.wait_s);
    }
}

TEST_CASE("a recovery code is read as it was written down") {
    CHECK(std::set<char>(board::recovery_letters.begin(), board::recovery_letters.end()).size() == 32);
    CHECK(board::plain_recovery_code("7kx2-9qo0 il1m") == "7KX29Q00111M");
    CHECK(board::plain_recovery_code("æ%u\n") == "");
    CHECK(board::grouped_recovery_code("7KX29Q0M4TZ1B8DH5WRC") == "7KX2 9Q0M 4TZ1 B8DH 5WRC");
    CHECK(board::plain_recovery_code(board::grouped_recovery_code("7KX29Q0M4TZ1B8DH5WRC")) == "7KX29Q0M4TZ1B8DH5WRC");
}
