// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/funnel_chart.h"
#include "charts/funnel_plot.h"
#include "support/made_up_cohort.h"

#include <qcustomplot.h>

#include "support/catch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QKeyEvent>
#include <QTemporaryDir>

#include <cmath>

using namespace twelvefold;

namespace {

std::shared_ptr<const domain::Cohort> cohort()
{
    auto made = std::make_shared<domain::Cohort>(
        testing::madeUpCohort({{"A", 4, 300, domain::Setting::agencyFoster}}));
    made->providerNames = {"Alder", "Birch", "Cedar"};
    return made;
}

// Three providers, the last of them far above what chance allows.
std::shared_ptr<const analysis::Findings> found()
{
    auto findings = std::make_shared<analysis::Findings>();
    auto& costs = findings->providerCosts;
    costs.measure = "log_weekly_cost";
    costs.differ = true;
    costs.betweenSd = 0.2;
    costs.withinSd = 0.3;
    const std::vector<double> means{0.05, -0.1, 0.7}, sizes{4, 12, 30};
    for (std::size_t provider = 0; provider < sizes.size(); ++provider) {
        auto& each = costs.providers.emplace_back();
        each.provider = provider;
        each.n = static_cast<std::size_t>(sizes[provider]);
    }
    costs.funnel = statistics::funnelOfMeans(means, sizes, 0.3, 0.0);
    return findings;
}

} // namespace

TEST_CASE("the funnel says how many providers lie beyond what chance allows")
{
    charts::FunnelChart chart;
    CHECK(chart.spokenSummary().isEmpty());
    chart.show(cohort(), found());
    CHECK(chart.spokenSummary().contains("3 providers"));
    CHECK(chart.spokenSummary().contains("1 beyond"));
    CHECK(chart.accessibleDescription() == chart.spokenSummary());
}

TEST_CASE("arrow keys go through the funnel from the fewest children to the most")
{
    charts::FunnelChart chart;
    chart.show(cohort(), found());
    std::vector<std::size_t> visited;
    QObject::connect(&chart, &charts::FunnelChart::providerChosen, &chart,
                     [&](std::size_t provider) {
                         visited.push_back(provider);
                         chart.setChosen(provider);
                     });
    for (int i = 0; i < 4; ++i) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
        QCoreApplication::sendEvent(&chart, &press);
    }
    CHECK(visited == std::vector<std::size_t>{0, 1, 2, 2});
}

TEST_CASE("the name of the provider chosen never covers its mark, and stays in the picture")
{
    auto made = std::make_shared<domain::Cohort>(*cohort());
    made->providerNames = {"Alder", "Birch & Birch Residential Care for Children (North) Limited",
                           QString(300, 'W').toStdString()};
    for (const QSize size : {QSize(240, 130), QSize(420, 260), QSize(1200, 800)}) {
        charts::FunnelPlot plot;
        plot.show(*made, found()->providerCosts);
        for (const auto& point : plot.points()) {
            plot.setChosen(point.provider);
            plot.setFocused(point.provider == 1);
            plot.widget()->setGeometry(QRect(QPoint(), size));
            plot.widget()->toPixmap(size.width(), size.height()); // lays it out
            CAPTURE(size.width(), point.name.toStdString());
            REQUIRE_FALSE(plot.label().isEmpty());
            CHECK_FALSE(plot.label().intersects(plot.markOf(point)));
            CHECK(QRectF(QPointF(), QSizeF(size)).contains(plot.label()));
        }
    }
}

TEST_CASE("the funnel is saved as a picture with its caption, or not at all")
{
    const QTemporaryDir folder;
    charts::Picture picture;
    picture.caption = QStringLiteral("Example council, 31 Mar 2026.");
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
        const QString file = folder.filePath(QString::fromLatin1(name));
        REQUIRE(charts::saveFunnel(file, *cohort(), *found(), picture));
        CHECK(QFileInfo(file).size() > 2000);
    }
    QFile svg(folder.filePath("a.svg"));
    REQUIRE(svg.open(QIODevice::ReadOnly));
    CHECK(svg.readAll().contains("Example council"));
    CHECK_FALSE(charts::saveFunnel(folder.filePath("a.gif"), *cohort(), *found(), picture));
}
