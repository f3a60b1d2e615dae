// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scene.h"
#include "support/made_up_cohort.h"

#include "support/catch.h"

#include <cmath>

using namespace twelvefold;
using charts::Frame;
using charts::Scene;
using charts::Span;
using domain::Setting;

namespace {

Scene sceneOf(const std::vector<testing::MadeUpChild>& children, analysis::Findings findings = {})
{
    return Scene(std::make_shared<const domain::Cohort>(testing::madeUpCohort(children)),
                 std::make_shared<const analysis::Findings>(std::move(findings)));
}

const std::vector<testing::MadeUpChild> kFive{{"A", 4, 300, Setting::kinshipFoster},
                                              {"B", 19, 9650, Setting::childrensHome},
                                              {"C", 19, 818, Setting::inHouseFoster},
                                              {"D", {}, 500, Setting::inHouseFoster},
                                              {"E", 10, 0, Setting::withParents}};

} // namespace

TEST_CASE("only children with a need and a cost above zero are drawn")
{
    const Scene scene = sceneOf(kFive);
    REQUIRE(scene.points().size() == 3);
    CHECK(scene.pointOf(0) == 0U);
    CHECK(scene.pointOf(2) == 1U); // the cheaper of the two at need 19 comes first
    CHECK(scene.pointOf(1) == 2U);
    CHECK_FALSE(scene.pointOf(3).has_value());
    CHECK_FALSE(scene.pointOf(4).has_value());
    CHECK_FALSE(scene.pointOf(99).has_value());
}

TEST_CASE("a cohort without anyone to draw has axes all the same")
{
    const Scene scene = sceneOf({});
    CHECK(scene.empty());
    CHECK(scene.needSpan() == Span{0, 48});
    CHECK(scene.costSpan(true).from > 0);
    CHECK(scene.rowsWithin({0, 48}, {0, 1e9}).empty());
}

TEST_CASE("the axes hold the costliest and the cheapest child with room to spare")
{
    const Scene scene = sceneOf(kFive);
    for (const bool logarithmic : {true, false}) {
        const Span cost = scene.costSpan(logarithmic);
        CHECK(cost.from < 300);
        CHECK(cost.to > 9650 * 1.05);
        CHECK((!logarithmic || cost.from > 0));
    }
    CHECK(scene.needSpan() == Span{0, 20});
}

TEST_CASE("one child alone still has a span to stand in")
{
    const Scene scene = sceneOf({{"A", 20, 1000, Setting::agencyFoster}});
    CHECK(scene.needSpan().from < 20);
    CHECK(scene.needSpan().to > 20);
    CHECK(scene.costSpan(true).from < scene.costSpan(true).to);
}

TEST_CASE("a rectangle selects exactly those inside, its edges included")
{
    const Scene scene = sceneOf(kFive);
    CHECK(scene.rowsWithin({4, 19}, {300, 818}) == std::vector<std::size_t>{0, 2});
    CHECK(scene.rowsWithin({4.001, 19}, {300, 817.99}).empty());
    CHECK(scene.rowsWithin({0, 48}, {0, 1e6}) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("a position on the picture and its need and cost are the same thing")
{
    for (const bool logarithmic : {true, false}) {
        const Frame frame{QRectF(50, 10, 600, 400), {0, 40}, {100, 20000}, logarithmic};
        const QPointF at = frame.at(19, 9650);
        CHECK(frame.needAt(at.x()) == Approx(19));
        CHECK(frame.costAt(at.y()) == Approx(9650));
        CHECK(frame.at(0, 100).x() == Approx(50));
        CHECK(frame.at(0, 100).y() == Approx(410));
        CHECK(frame.at(40, 20000).x() == Approx(650));
        CHECK(frame.at(40, 20000).y() == Approx(10));
    }
    // On a logarithmic axis equal ratios are equal distances.
    const Frame frame{QRectF(0, 0, 100, 100), {0, 1}, {100, 10000}, true};
    CHECK(frame.at(0, 1000).y() == Approx(50));
}

TEST_CASE("children who stand on one spot are all found there")
{
    const Scene scene = sceneOf({{"A", 10, 500, Setting::agencyFoster},
                                 {"B", 10, 500, Setting::inHouseFoster},
                                 {"C", 30, 500, Setting::inHouseFoster}});
    const Frame frame{QRectF(0, 0, 400, 400), {0, 40}, {100, 20000}, true};
    CHECK(charts::pointsNear(scene, frame, frame.at(10, 500), 2) == std::vector<std::size_t>{0, 1});
    CHECK(charts::pointsNear(scene, frame, frame.at(20, 500), 8).empty());
}

TEST_CASE("connector labels overlap neither each other nor the marks they connect")
{
    std::vector<testing::MadeUpChild> children;
    analysis::Findings findings;
    for (int i = 0; i < 6; ++i) { // six pairs crowded into six levels of need
        const auto row = static_cast<std::size_t>(2 * i);
        children.push_back(
            {"D" + std::to_string(i), 18.0 + i, 9000.0 - 200 * i, Setting::childrensHome});
        children.push_back(
            {"C" + std::to_string(i), 18.0 + i, 800.0 + 20 * i, Setting::inHouseFoster});
        findings.similarNeed.eachChildOnce.push_back(
            {row, row + 1, 0, 9000.0 - 200 * i, 800.0 + 20 * i, 10});
    }
    const Scene scene = sceneOf(children, findings);
    const Frame frame{QRectF(50, 10, 600, 400), {0, 40}, {100, 20000}, true};
    const auto size = [](const QString&) { return QSizeF(44, 19); };
    const auto connectors =
        charts::placeConnectors(scene, frame, 6, std::pair<std::size_t, std::size_t>{4, 5}, size);
    REQUIRE(connectors.size() == 6); // the selected pair is among them, once
    CHECK(connectors.back().selected);
    CHECK(connectors.back().a == 4);
    CHECK_FALSE(connectors.back().box.isNull());
    int labelled = 0;
    for (std::size_t i = 0; i < connectors.size(); ++i) {
        if (connectors[i].box.isNull())
            continue;
        ++labelled;
        CHECK(frame.area.contains(connectors[i].box));
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(connectors[i].box.intersects(connectors[j].box));
    }
    CHECK(labelled >= 4);
}

TEST_CASE("a selected pair outside the list of widest pairs is connected too")
{
    const Scene scene = sceneOf(kFive);
    const Frame frame{QRectF(50, 10, 600, 400), {0, 40}, {100, 20000}, true};
    const auto connectors =
        charts::placeConnectors(scene, frame, 5, std::pair<std::size_t, std::size_t>{1, 2},
                                [](const QString&) { return QSizeF(44, 19); });
    REQUIRE(connectors.size() == 1);
    CHECK(connectors[0].ratio == Approx(9650.0 / 818));
    CHECK(connectors[0].label.toStdString() == "11.8×");
}
