// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sliders.h"
#include "common/standing_line.h"
#include "explore/figure_sentence.h"
#include "ui/explore/an_analyst.h"

#include "support/catch.h"
#include <QScrollBar>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;
using tests::Analyst;

namespace {

// So that refining takes long enough to be seen and stopped.
void refinesForLong(Analyst& analyst)
{
    analysis::Options options = analyst.session.options();
    options.chanceDraws = 60'000;
    analyst.session.setOptions(options);
}

NumberSlider* tolerance(const Analyst& analyst)
{
    auto* slider = analyst.named<NumberSlider>("Similar means within this many levels");
    REQUIRE(slider);
    slider->setFocus();
    return slider;
}

QString under(const Analyst& analyst)
{
    return analyst.explore.picture()->underSentence()->plainText();
}

QString sayPairs(const Analyst& analyst)
{
    const analysis::SimilarNeed& similar = analyst.session.findings()->similarNeed;
    const auto apart = similar.sameKind.atLeast.at(3);
    return QString("Of %1 pairs of similar need in one kind of placement %2 ")
        .arg(wording::count(similar.sameKind.considered),
             apart == 0 ? QString("none") : wording::count(apart));
}

} // namespace

TEST_CASE("moving the slider shows new counts at once, and marks the intervals until they come")
{
    Analyst analyst;
    REQUIRE(waitsFor([&] { return !analyst.session.refining(); }));
    CHECK(under(analyst).contains("95 % interval "));
    CHECK_FALSE(under(analyst).contains("refining"));

    tolerance(analyst);
    press(Qt::Key_Right);
    CHECK(analyst.session.findings()->similarNeed.tolerance == 3);
    CHECK(under(analyst).contains(sayPairs(analyst)));
    CHECK(under(analyst).contains("95 % interval: refining"));
    CHECK(under(analyst).contains("ordinary spread would give: refining"));

    REQUIRE(waitsFor([&] { return !analyst.session.refining(); }));
    CHECK(under(analyst).contains(sayPairs(analyst)));
    CHECK_FALSE(under(analyst).contains("refining"));
    CHECK(under(analyst).contains("ordinary spread would give "));
}

TEST_CASE("parts of what is refined show as each is ready, the rest still marked")
{
    Analyst analyst;
    refinesForLong(analyst);
    REQUIRE(
        waitsFor([&] { return analyst.session.has(analysis::Refinement::needExplainsInterval); }));
    CHECK_FALSE(under(analyst).contains("interval: refining"));
    CHECK(under(analyst).contains("ordinary spread would give: refining"));
}

TEST_CASE("a second move of the slider cancels what the first asked for")
{
    Analyst analyst;
    std::vector<double> arrived;
    QObject::connect(&analyst.session, &Session::findingsRefined, &analyst.session,
                     [&] { arrived.push_back(analyst.session.findings()->similarNeed.tolerance); });
    tolerance(analyst);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Left);
    REQUIRE(waitsFor([&] { return analyst.session.standing() == Standing::complete; }));
    REQUIRE_FALSE(arrived.empty());
    for (const double each : arrived)
        CHECK(each == 3);
}

TEST_CASE("long refining says what and how far, stops with Escape, and goes on when asked")
{
    Analyst analyst;
    StandingLine* line = analyst.explore.picture()->standing();
    CHECK_FALSE(line->button()->isVisible()); // nobody has waited yet
    refinesForLong(analyst);
    REQUIRE(waitsFor([&] { return line->button()->isVisible(); }));
    CHECK(line->button()->text() == "Stop refining");
    CHECK(line->words().contains("Refining"));
    CHECK(line->words().contains("%"));
    REQUIRE(waitsFor([&] { return analyst.session.has(analysis::Refinement::bandCoverage); }));

    find<charts::NeedCostChart>(&analyst.explore)->setFocus();
    press(Qt::Key_Escape);
    REQUIRE(analyst.session.standing() == Standing::stopped);
    CHECK(line->words().contains("stopped"));
    CHECK(line->button()->text() == "Refine again");
    CHECK(under(analyst).contains("ordinary spread would give: not worked out"));
    CHECK_FALSE(under(analyst).contains("refining"));

    click(line->button());
    CHECK(analyst.session.standing() == Standing::refining);
    CHECK(under(analyst).contains("ordinary spread would give: refining"));
}

TEST_CASE("in a large council an older answer is not shown as if it were current")
{
    tests::ACouncil many(tests::ACouncil::kMany);
    Session session;
    ExploreWorkspace explore(session);
    explore.resize(1280, 800);
    session.adopt(many.open());
    sees(explore);
    REQUIRE(waitsFor([&] { return session.findings() != nullptr; }));
    const auto before = session.findings()->similarNeed.pairsConsidered;
    analysis::Options options = session.options();
    options.tolerance = 5;
    session.setOptions(options);
    if (session.findings()->similarNeed.tolerance != 5)
        CHECK(session.standing() == Standing::outdated);
    REQUIRE(waitsFor([&] { return session.findings()->similarNeed.tolerance == 5; }));
    CHECK(session.findings()->similarNeed.pairsConsidered > before);
    CHECK(session.standing() != Standing::outdated);
}

TEST_CASE("a table stays where it is scrolled to while the slider moves")
{
    Analyst analyst;
    analyst.explore.tables()->setCurrent(LinkedTables::children);
    QScrollBar* bar = analyst.table(LinkedTables::children)->verticalScrollBar();
    REQUIRE(bar->maximum() > 0);
    bar->setValue(bar->maximum() / 2);
    const int place = bar->value();
    tolerance(analyst);
    press(Qt::Key_Right);
    CHECK(bar->value() == place);
}

TEST_CASE("the slider marks how far two raters of one child are apart, where that is measured")
{
    Analyst many(400);
    REQUIRE(waitsFor([&] { return many.session.findings() != nullptr; }));
    REQUIRE(many.session.findings()->noise.toleranceMark);
    CHECK(many.reads(&many.explore,
                     "two raters of one child are within " +
                         wording::levels(*many.session.findings()->noise.toleranceMark)));
    Analyst few(10);
    CHECK_FALSE(few.session.findings()->noise.toleranceMark);
    CHECK_FALSE(few.reads(&few.explore, "two raters of one child"));
}
