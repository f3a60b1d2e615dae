// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pair_profile.h"
#include "charts/profile_radar.h"

#include "support/catch.h"

#include <QImage>

using namespace twelvefold;

namespace {

const QStringList kTitles{"Health", "Wellbeing", "Trust", "Behaviour"};

QImage drawn(QWidget& widget)
{
    return widget.grab().toImage();
}

} // namespace

TEST_CASE("the radar says each level, what it was, and what is not scored")
{
    charts::ProfileRadar radar;
    radar.setDomains(kTitles, 4);
    radar.setLevels({1, 3, std::nullopt, 2}, {1, 1, 2, std::nullopt});
    const QStringList expected{"Health: 1", "Wellbeing: 3, was 1", "Trust: not scored",
                               "Behaviour: 2"};
    CHECK(radar.inWords() == expected);
    CHECK(radar.accessibleDescription().contains("Wellbeing: 3, was 1"));
}

TEST_CASE("a missing level leaves a gap, not a nought")
{
    charts::ProfileRadar radar;
    radar.resize(236, 236);
    radar.setDomains(kTitles, 4);
    radar.setLevels({2, 2, 0, 2}, {});
    const QImage nought = drawn(radar);
    radar.setLevels({2, 2, std::nullopt, 2}, {});
    CHECK(drawn(radar) != nought);
}

TEST_CASE("a radar without domains, or with fewer levels than domains, paints without harm")
{
    charts::ProfileRadar radar;
    radar.resize(200, 200);
    drawn(radar);
    radar.setDomains(kTitles, 4);
    radar.setLevels({3}, {});
    drawn(radar);
    CHECK(radar.inWords().last() == "Behaviour: not scored");
}

TEST_CASE("two children's profiles stand side by side, in words too")
{
    charts::PairProfile profile;
    profile.setChildren(domain::Setting::childrensHome, "K7F-204", domain::Setting::inHouseFoster,
                        "B3M-871");
    profile.setRows({{"Health", 1, 1}, {"Wellbeing", 3, 2}, {"Trust", std::nullopt, 2}}, 4);
    CHECK(profile.accessibleDescription().contains("Wellbeing: K7F-204 3, B3M-871 2"));
    CHECK(profile.accessibleDescription().contains("Trust: K7F-204 not scored, B3M-871 2"));
    profile.resize(profile.sizeHint());
    const QImage apart = drawn(profile);
    profile.setRows({{"Health", 1, 1}, {"Wellbeing", 3, 3}, {"Trust", std::nullopt, 2}}, 4);
    CHECK(drawn(profile) != apart);
}

TEST_CASE("where two children stand on one level both marks are seen")
{
    charts::PairProfile profile;
    profile.setChildren(domain::Setting::childrensHome, "A", domain::Setting::inHouseFoster, "B");
    profile.setRows({{"Health", 2, 2}}, 4);
    profile.resize(profile.sizeHint());
    const QImage image = drawn(profile);
    int orange = 0;
    int blue = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            const QColor colour = image.pixelColor(x, y);
            orange += colour.red() > 190 && colour.blue() < 60;
            blue += colour.blue() > 150 && colour.red() < 40;
        }
    }
    CHECK(orange > 8);
    CHECK(blue > 8);
}
