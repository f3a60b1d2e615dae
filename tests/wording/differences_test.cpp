// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/made_up_cohort.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QStringList>

using namespace twelvefold;
using domain::Setting;

TEST_CASE("what differs between two children is said from the dearer one's side")
{
    domain::Cohort cohort = testing::madeUpCohort({{"K7F-204", 19, 9650, Setting::childrensHome},
                                                   {"B3M-871", 18, 818, Setting::inHouseFoster}});
    cohort.age.set(0, 13);
    cohort.age.set(1, 16);
    cohort.providerNames = {"Oakfield", "The council"};
    cohort.provider[0] = 0;
    cohort.provider[1] = 1;
    cohort.emergency[0] = true;
    cohort.emergency[1] = false;
    cohort.distanceMiles.set(0, 42);
    cohort.distanceMiles.set(1, 6);
    cohort.placedOn[0] = domain::Date::from(2025, 6, 3);
    cohort.placedOn[1] = domain::Date::from(2023, 1, 12);
    auto& core = cohort.costs[0][0];
    core = domain::NumberColumn(2);
    core.set(0, 9000);
    core.set(1, 818);
    auto& health = cohort.costs[3][2];
    health = domain::NumberColumn(2);
    health.set(0, 650);

    QStringList words;
    for (const wording::Difference& each : wording::differences(cohort, 0, 1, {}))
        words << each.words + (each.figure.isEmpty() ? QString() : " | " + each.figure);
    const QStringList expected{"Children's home, not in-house foster",
                               "With Oakfield, not The council",
                               "Placed in an emergency",
                               "42 miles from home, not 6",
                               "13 years old, not 16",
                               "Since 3 Jun 2025, not 12 Jan 2023",
                               "Total need 19, not 18",
                               "Core | £8,182.00 more",
                               "Health, only for the dearer | £650.00 more"};
    CHECK(words == expected);

    SECTION("costs that do not count are no difference")
    {
        domain::CostScope scope;
        scope.components[3] = false;
        for (const wording::Difference& each : wording::differences(cohort, 0, 1, scope))
            CHECK_FALSE(each.words.startsWith("Health"));
    }
    SECTION("a child does not differ from itself")
    {
        CHECK(wording::differences(cohort, 0, 0, {}).empty());
    }
    SECTION("what is recorded of only one is said so")
    {
        cohort.provider[1] = -1;
        cohort.setting[1].reset();
        const auto unknown = wording::differences(cohort, 0, 1, {});
        CHECK(unknown[0].words == "Children's home; the other has no placement");
        CHECK(unknown[1].words == "With Oakfield; the other's provider is not recorded");
    }
}
