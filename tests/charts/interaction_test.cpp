// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/need_cost_chart.h"
#include "charts/scene.h"
#include "support/made_up_cohort.h"

#include "support/catch.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <set>

#include "support/no_qt_assertions.h"

using namespace twelvefold;
using charts::NeedCostChart;
using domain::Setting;

namespace {

// A chart in a window, handled as a person would.
class Shown
{
public:
    explicit Shown(const std::vector<testing::MadeUpChild>& children,
                   analysis::Findings findings = {})
    {
        findings.cohort.n = children.size();
        chart.resize(700, 500);
        chart.show(std::make_shared<const domain::Cohort>(testing::madeUpCohort(children)),
                   std::make_shared<const analysis::Findings>(std::move(findings)));
        static_cast<QWidget&>(chart).show();
        plot = chart.findChild<QCustomPlot*>();
        plot->replot();
    }
    QPoint at(double need, double cost) const
    {
        return QPointF(plot->xAxis->coordToPixel(need), plot->yAxis->coordToPixel(cost)).toPoint();
    }
    void click(double need, double cost, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(plot, Qt::LeftButton, modifiers, at(need, cost));
    }
    void drag(Qt::MouseButton button, QPoint from, QPoint to)
    {
        QTest::mousePress(plot, button, {}, from);
        QTest::mouseMove(plot, (from + to) / 2);
        const QPointF target(to);
        QMouseEvent move(QEvent::MouseMove, target, plot->mapToGlobal(target), Qt::NoButton, button,
                         {});
        QApplication::sendEvent(plot, &move);
        QTest::mouseRelease(plot, button, {}, to);
    }
    void hover(double need, double cost)
    {
        const QPointF target(at(need, cost));
        QMouseEvent move(QEvent::MouseMove, target, plot->mapToGlobal(target), Qt::NoButton,
                         Qt::NoButton, {});
        QApplication::sendEvent(plot, &move);
    }
    void wheel(int notches, QPoint position)
    {
        QWheelEvent event(QPointF(position), plot->mapToGlobal(QPointF(position)), {},
                          {0, 120 * notches}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &event);
    }

    NeedCostChart chart;
    QCustomPlot* plot = nullptr;
};

const std::vector<testing::MadeUpChild> kFour{{"K7F-204", 19, 9650, Setting::childrensHome},
                                              {"B3M-871", 19, 818, Setting::inHouseFoster},
                                              {"T2C-118", 5, 300, Setting::kinshipFoster},
                                              {"P9D-450", 5, 300, Setting::inHouseFoster}};

analysis::Findings withPair()
{
    analysis::Findings findings;
    findings.similarNeed.eachChildOnce = {{0, 1, 0, 9650, 818, 9650.0 / 818}};
    return findings;
}

} // namespace

TEST_CASE("each axis says what it measures")
{
    const Shown shown(kFour);
    CHECK_FALSE(shown.plot->xAxis->label().isEmpty());
    CHECK(shown.plot->yAxis->label() == "Weekly cost");
}

TEST_CASE("a chart that there is no room for yet is drawn when there is")
{
    std::vector<testing::MadeUpChild> children;
    for (int i = 0; i < 300; ++i)
        children.push_back(
            {std::to_string(i), double(i % 7), 500.0 + 10 * i, Setting::inHouseFoster});
    Shown shown(children);
    charts::NeedCostOptions options;
    options.density = true;
    shown.chart.setOptions(options);
    const auto colours = [&] {
        const QImage image = shown.plot->toPixmap().toImage();
        std::set<QRgb> found;
        for (int x = 0; x < image.width(); x += 3)
            for (int y = 0; y < image.height(); y += 3)
                found.insert(image.pixel(x, y));
        return found.size();
    };
    const auto before = colours();
    for (const QSize size : {QSize(1, 1), QSize(30, 300), QSize(300, 20), QSize(0, 0)}) {
        shown.chart.setMinimumSize(0, 0);
        shown.plot->setMinimumSize(0, 0);
        shown.plot->resize(size);
        shown.plot->replot();
    }
    shown.plot->resize(700, 500);
    shown.plot->replot();
    CHECK(colours() >= before / 2);
    CHECK(before > 3);
}

TEST_CASE("a click on a mark chooses its child, with Ctrl it adds")
{
    Shown shown(kFour);
    QSignalSpy clicked(&shown.chart, &NeedCostChart::childClicked);
    shown.click(19, 9650);
    shown.click(19, 818, Qt::ControlModifier);
    REQUIRE(clicked.size() == 2);
    CHECK(clicked[0][0].value<std::size_t>() == 0);
    CHECK_FALSE(clicked[0][1].toBool());
    CHECK(clicked[1][0].value<std::size_t>() == 1);
    CHECK(clicked[1][1].toBool());
}

TEST_CASE("a click between two connected marks chooses the pair, on nothing it clears")
{
    Shown shown(kFour, withPair());
    QSignalSpy pair(&shown.chart, &NeedCostChart::pairClicked);
    QSignalSpy cleared(&shown.chart, &NeedCostChart::selectionCleared);
    shown.click(19, 4000);
    REQUIRE(pair.size() == 1);
    CHECK(pair[0][0].value<std::size_t>() == 0);
    CHECK(pair[0][1].value<std::size_t>() == 1);
    shown.click(12, 3000);
    CHECK(cleared.size() == 1);
}

TEST_CASE("dragging a rectangle chooses those inside and nobody else")
{
    Shown shown(kFour);
    QSignalSpy area(&shown.chart, &NeedCostChart::areaSelected);
    shown.drag(Qt::LeftButton, shown.at(3, 250), shown.at(19.5, 900));
    REQUIRE(area.size() == 1);
    CHECK(area[0][0].value<std::vector<std::size_t>>() == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("an empty rectangle clears the selection")
{
    Shown shown(kFour);
    QSignalSpy cleared(&shown.chart, &NeedCostChart::selectionCleared);
    shown.drag(Qt::LeftButton, shown.at(9, 2000), shown.at(14, 5000));
    CHECK(cleared.size() == 1);
}

TEST_CASE("hovering names the child: pseudonym, setting, need and weekly cost")
{
    Shown shown(kFour);
    shown.hover(19, 9650);
    const QString tip = QToolTip::text();
    CHECK(tip.contains("K7F-204"));
    CHECK(tip.contains("Children's home"));
    CHECK(tip.contains("need 19"));
    CHECK(tip.contains("£9,650.00"));
    CHECK_FALSE(tip.contains("B3M-871"));
}

TEST_CASE("where children coincide, hovering names them all")
{
    Shown shown(kFour);
    shown.hover(5, 300);
    const QString tip = QToolTip::text();
    CHECK(tip.contains("T2C-118"));
    CHECK(tip.contains("P9D-450"));
}

TEST_CASE("a crowd on one spot is counted rather than listed without end")
{
    Shown shown(std::vector<testing::MadeUpChild>(30, {"A1A-111", 10, 500, Setting::agencyFoster}));
    shown.hover(10, 500);
    CHECK(QToolTip::text().contains("and 22 more"));
}

TEST_CASE("a name that looks like markup is shown as it is")
{
    Shown shown({{"<b>x", 10, 500, Setting::agencyFoster}});
    shown.hover(10, 500);
    // The window shows every tooltip as plain text, so nothing of it may be markup.
    CHECK(QToolTip::text() == "<b>x · Agency foster · need 10 · £500.00 a week");
}

TEST_CASE("arrow keys walk in order of need, Enter chooses, Escape clears")
{
    Shown shown(kFour);
    QSignalSpy clicked(&shown.chart, &NeedCostChart::childClicked);
    QSignalSpy cleared(&shown.chart, &NeedCostChart::selectionCleared);
    QTest::keyClick(&shown.chart, Qt::Key_Right); // the first: need 5
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    QTest::keyClick(&shown.chart, Qt::Key_End);
    QTest::keyClick(&shown.chart, Qt::Key_Right); // stays on the last
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    QTest::keyClick(&shown.chart, Qt::Key_Escape);
    REQUIRE(clicked.size() == 3);
    CHECK(clicked[0][0].value<std::size_t>() == 2);
    CHECK(clicked[1][0].value<std::size_t>() == 1);
    CHECK(clicked[2][0].value<std::size_t>() == 0);
    CHECK(cleared.size() == 1);
    CHECK(shown.chart.accessibleDescription().contains("K7F-204"));
}

TEST_CASE("up and down walk in order of cost")
{
    Shown shown(kFour);
    QSignalSpy clicked(&shown.chart, &NeedCostChart::childClicked);
    QTest::keyClick(&shown.chart, Qt::Key_End); // the dearest
    QTest::keyClick(&shown.chart, Qt::Key_Down);
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    REQUIRE(clicked.size() == 1);
    CHECK(clicked[0][0].value<std::size_t>() == 1);
}

TEST_CASE("Tab leaves the chart")
{
    QWidget window;
    auto* chart = new NeedCostChart(&window);
    auto* other = new QWidget(&window);
    other->setFocusPolicy(Qt::StrongFocus);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Tab);
    CHECK(other->hasFocus());
}

TEST_CASE("the wheel zooms around the mouse, a double click shows everything again")
{
    Shown shown(kFour);
    const QCPRange all = shown.plot->xAxis->range();
    const QPoint spot = shown.at(19, 818);
    shown.wheel(3, spot);
    CHECK(shown.plot->xAxis->range().size() < all.size() * 0.7);
    // Other labels on the axis may move it by a few pixels.
    CHECK((shown.at(19, 818) - spot).manhattanLength() <= 4);
    QTest::mouseDClick(shown.plot, Qt::LeftButton, {}, spot);
    CHECK(shown.plot->xAxis->range() == all);
}

TEST_CASE("zooming out ends before the children are lost from sight")
{
    Shown shown(kFour);
    for (int i = 0; i < 60; ++i)
        shown.wheel(-1, shown.at(10, 1000));
    CHECK(shown.plot->xAxis->range().size() <= 20 * 1.6);
}

TEST_CASE("dragging with the right button pans")
{
    Shown shown(kFour);
    const QPoint before = shown.at(19, 818);
    shown.drag(Qt::RightButton, {300, 200}, {340, 230});
    const QPoint after = shown.at(19, 818);
    CHECK(std::abs(after.x() - before.x() - 40) <= 1);
    CHECK(std::abs(after.y() - before.y() - 30) <= 1);
}

TEST_CASE("the zoom survives a new analysis of the same children, and not another range")
{
    Shown shown(kFour);
    shown.wheel(3, shown.at(19, 818));
    const QCPRange zoomed = shown.plot->xAxis->range();
    shown.chart.show(std::make_shared<const domain::Cohort>(testing::madeUpCohort(kFour)),
                     std::make_shared<const analysis::Findings>(withPair()));
    CHECK(shown.plot->xAxis->range() == zoomed);
    auto wider = kFour;
    wider.push_back({"Z9Z-999", 44, 30000, Setting::unregistered});
    shown.chart.show(std::make_shared<const domain::Cohort>(testing::madeUpCohort(wider)),
                     std::make_shared<const analysis::Findings>());
    CHECK(shown.plot->xAxis->range().upper == 45);
}

TEST_CASE("selecting keeps every child in the picture and fades the others")
{
    Shown shown(kFour);
    const QImage before = shown.chart.image({}, {700, 500}, 1);
    shown.chart.setSelection({0, 1}, true);
    const QImage after = shown.chart.image({}, {700, 500}, 1);
    CHECK(before != after);
    shown.chart.setSelection({}, false);
    CHECK(shown.chart.image({}, {700, 500}, 1) == before);
}

TEST_CASE("the chart tells a screen reader what it shows")
{
    analysis::Findings findings = withPair();
    findings.needExplains.rSquared = 0.31;
    findings.needExplains.trace.n = 12; // of whom four are shown
    Shown shown(kFour, findings);
    CHECK_FALSE(shown.chart.accessibleName().isEmpty());
    const QString words = shown.chart.spokenSummary();
    CHECK(words.contains("4 children"));
    CHECK(words.contains("31 % of the difference in cost goes with need"));
    CHECK(words.contains("£9,650.00"));
    Shown empty({});
    CHECK(empty.chart.spokenSummary().contains("No child"));
}

TEST_CASE("an empty cohort can be clicked, dragged and walked without harm")
{
    Shown shown({});
    shown.hover(10, 500);
    shown.click(10, 500);
    shown.drag(Qt::LeftButton, {100, 100}, {300, 300});
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    CHECK(shown.chart.spokenSummary().contains("No child"));
}
