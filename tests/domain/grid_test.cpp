// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/grid.h"

#include "support/catch.h"

using namespace twelvefold::domain;

TEST_CASE("distances are the return's: a mile is 1.6093 km, and one decimal is kept", "[distance]")
{
    CHECK(milesBetween({400000, 100000}, {400000, 100000}) == 0.0);
    CHECK(milesBetween({400000, 100000}, {400000, 116093}) == 10.0);
    CHECK(milesBetween({400000, 116093}, {400000, 100000}) == 10.0);
    CHECK(milesBetween({400000, 100000}, {403000, 104000}) == 3.1); // 5 km: 3.1069
    CHECK(milesBetween({400000, 100000}, {400000, 100080}) == 0.0); // 0.0497
    CHECK(milesBetween({400000, 100000}, {400000, 100081}) == 0.1); // 0.0503
    CHECK(milesBetween({0, 0}, {700000, 1300000}) == 917.5);
}
