// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/waterfall_chart.h"

#include "support/catch.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include "support/no_qt_assertions.h"

using namespace twelvefold;
using charts::WaterfallStep;
using domain::Money;

namespace {

analysis::Amounts amountsOf(int need, int placement, int price)
{
    analysis::Amounts amounts;
    amounts.children = 1;
    amounts.need = Money::pounds(need);
    amounts.placement = Money::pounds(placement);
    amounts.price = Money::pounds(price);
    amounts.spend = amounts.need + amounts.placement + amounts.price;
    return amounts;
}

analysis::AmountsFound whole()
{
    analysis::AmountsFound found;
    found.whole = amountsOf(600'000, 0, 0);
    found.placementMore = Money::pounds(120'000);
    found.placementLess = Money::pounds(-120'000);
    found.priceMore = Money::pounds(95'000);
    found.priceLess = Money::pounds(-95'000);
    return found;
}

bool holds(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("each step begins where the one before ends, and all of them come to what is paid")
{
    for (const auto& steps :
         {charts::waterfallOf(amountsOf(900, 100, 200)),
          charts::waterfallOf(amountsOf(900, -400, 50)), charts::waterfallOf(amountsOf(900, 0, 0)),
          charts::waterfallOf(whole())}) {
        double at = 0;
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            CHECK(steps[i].from == at);
            at = steps[i].to;
        }
        CHECK(steps.back().with == WaterfallStep::With::paid);
        CHECK(steps.back().from == 0);
        CHECK(steps.back().to == at);
    }
    CHECK(charts::waterfallOf(amountsOf(900, 100, 200)).size() == 4);
    CHECK(charts::waterfallOf(whole()).size() == 6);
    auto onlyDearer = whole();
    onlyDearer.placementLess = onlyDearer.priceMore = onlyDearer.priceLess = {};
    CHECK(charts::waterfallOf(onlyDearer).size() == 4);
}

TEST_CASE("who cannot see the steps is told them with their signs")
{
    CHECK(charts::inWords(charts::waterfallOf(amountsOf(900, 2'400, -300))) ==
          "In a week: Need, £900; Placement: more, +£2,400; Price: less, −£300; What is paid, "
          "£3,000.");
    CHECK(charts::inWords(charts::waterfallOf(whole())) ==
          "In a week: Need, £600k; Placement: more, +£120k; Placement: less, −£120k; Price: more, "
          "+£95k; Price: less, −£95k; What is paid, £600k.");
    charts::WaterfallChart chart;
    chart.show(charts::waterfallOf(amountsOf(900, 0, 0)));
    CHECK_FALSE(chart.accessibleName().isEmpty());
    CHECK(chart.accessibleDescription().contains("Placement, £0"));
}

TEST_CASE("on screen and on paper, light and dark, the steps have the colours of their amounts")
{
    const auto steps = charts::waterfallOf(amountsOf(900, 2'400, 300));
    for (const auto& theme : {charts::Theme::light(), charts::Theme::darkTheme()}) {
        charts::WaterfallChart chart;
        chart.setTheme(theme);
        chart.show(steps);
        chart.resize(chart.sizeHint());
        QImage screen(chart.size(), QImage::Format_RGB32);
        screen.fill(theme.panel);
        chart.render(&screen, {}, {}, QWidget::DrawChildren);
        const QImage paper = QImage::fromData(
            charts::waterfallPng(steps, {QSize(500, 200), theme, QStringLiteral("Caption")}, 1));
        for (const QColor& colour : {theme.ofNeed, theme.ofPlacement, theme.ofPrice, theme.quiet}) {
            CHECK(holds(screen, colour));
            CHECK(holds(paper, colour));
        }
    }
}

TEST_CASE("what costs less is dashed, not filled")
{
    const auto theme = charts::Theme::light();
    const auto filled = [&](int placement) {
        QImage image(400, 104, QImage::Format_RGB32);
        image.fill(theme.panel);
        QPainter painter(&image);
        charts::drawWaterfall(painter, image.rect(),
                              charts::waterfallOf(amountsOf(900, placement, 0)), theme, 400);
        painter.end();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == theme.ofPlacement ? 1 : 0;
        }
        return pixels;
    };
    CHECK(filled(400) > 4 * filled(-400));
}

TEST_CASE("the steps are saved as picture, vectors or page, with their caption")
{
    const QTemporaryDir folder;
    const auto steps = charts::waterfallOf(whole());
    const charts::Picture picture{QSize(600, 300), charts::Theme::light(), "The whole <council>."};
    for (const char* name : {"w.png", "w.svg", "w.pdf"}) {
        const QString file = folder.filePath(name);
        REQUIRE(charts::saveWaterfall(wording::toPath(file), steps, picture));
        QFile saved(file);
        REQUIRE(saved.open(QIODevice::ReadOnly));
        const QByteArray bytes = saved.readAll();
        CHECK(bytes.size() > 1000);
        if (file.endsWith("svg")) {
            CHECK(bytes.contains("The whole &lt;council&gt;."));
            CHECK(bytes.contains("What is paid"));
        }
    }
    CHECK_FALSE(charts::saveWaterfall(wording::toPath(folder.filePath("w.gif")), steps, picture));
}

TEST_CASE("nothing to show is drawn as nothing")
{
    QImage image(300, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    charts::drawWaterfall(painter, image.rect(), {}, charts::Theme::light(), 300);
    charts::drawWaterfall(painter, image.rect(), charts::waterfallOf(analysis::AmountsFound()),
                          charts::Theme::light(), 300);
    painter.end();
    CHECK(charts::heightOfWaterfall({}) == 0);
}
