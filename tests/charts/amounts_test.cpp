// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_chart.h"
#include "charts/amounts_plot.h"

#include <qcustomplot.h>

#include "support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "support/no_qt_assertions.h"

using namespace twelvefold;
using charts::AmountsPart;
using domain::Money;
using domain::Setting;

namespace {

analysis::Amounts amountsOf(int children, int need, int placement, int price)
{
    analysis::Amounts amounts;
    amounts.children = static_cast<std::size_t>(children);
    amounts.need = Money::pounds(need);
    amounts.placement = Money::pounds(placement);
    amounts.price = Money::pounds(price);
    amounts.spend = amounts.need + amounts.placement + amounts.price;
    return amounts;
}

// Homes dearer in every part, unregistered ones below what is usual, foster care below what need
// leads to, and two small settings that cost as much as each other.
std::shared_ptr<const analysis::Findings> paid()
{
    auto findings = std::make_shared<analysis::Findings>();
    findings->paidCare = std::make_shared<const analysis::PaidCare>();
    auto& found = findings->amounts;
    found.settings = {{Setting::inHouseFoster, amountsOf(97, 146'000, -80'000, 4'000)},
                      {Setting::supportedAccommodation, amountsOf(1, 900, 100, 200)},
                      {Setting::childrensHome, amountsOf(50, 244'102, 63'871, 16'968)},
                      {Setting::unregistered, amountsOf(9, 60'000, 55'000, -15'000)},
                      {Setting::secure, amountsOf(1, 900, 200, 100)}};
    for (const auto& [setting, amounts] : found.settings)
        found.whole += amounts;
    found.leftOut = 7;
    return findings;
}

void press(QWidget& chart, Qt::Key key)
{
    QTest::keyClick(&chart, key);
}

bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) < 12 && std::abs(a.green() - b.green()) < 12 &&
           std::abs(a.blue() - b.blue()) < 12;
}

// As on a screen of that size, where places are asked for afterwards.
QImage painted(charts::AmountsPlot& plot, QSize size)
{
    plot.widget()->setGeometry(QRect(QPoint(), size));
    plot.widget()->setViewport(QRect(QPoint(), size));
    plot.widget()->replot();
    return plot.widget()->toPixmap(size.width(), size.height()).toImage();
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

} // namespace

TEST_CASE("the setting in which most is paid stands first, small ones as they are")
{
    std::vector<Setting> order;
    for (const auto& bar : charts::amountsBars(paid()->amounts))
        order.push_back(bar.setting);
    CHECK(order == std::vector{Setting::childrensHome, Setting::unregistered,
                               Setting::inHouseFoster, Setting::supportedAccommodation,
                               Setting::secure});
    CHECK(charts::amountsBars({}).empty());
}

TEST_CASE("parts above zero stand end to end from zero, those below lead back to what is paid")
{
    using With = AmountsPart::With;
    struct Shape
    {
        int need, placement, price;
        std::size_t dashed;
    };
    for (const Shape& shape :
         {Shape{900, 100, 200, 0}, Shape{900, 100, -300, 1}, Shape{900, -400, 50, 1},
          Shape{900, -400, -50, 2}, Shape{900, 0, 0, 0}, Shape{50'000'000, -49'000'000, 1, 1}}) {
        CAPTURE(shape.need, shape.placement, shape.price);
        const auto amounts = amountsOf(3, shape.need, shape.placement, shape.price);
        const auto parts = charts::partsOf(amounts);
        CHECK(parts.size() == 1U + (shape.placement != 0) + (shape.price != 0));
        double end = 0;
        std::size_t dashed = 0;
        for (const AmountsPart& part : parts) {
            const int pounds = part.with == With::need        ? shape.need
                               : part.with == With::placement ? shape.placement
                                                              : shape.price;
            CHECK(part.to - part.from == std::abs(pounds));
            CHECK(part.belowZero == (pounds < 0));
            CHECK((part.belowZero ? part.to : part.from) == end);
            end = part.belowZero ? part.from : part.to;
            dashed += part.belowZero ? 1 : 0;
        }
        CHECK(end == amounts.spend.inPounds());
        CHECK(dashed == shape.dashed);
    }
}

TEST_CASE("each part is told from the panel by enough, on light and on dark")
{
    for (const auto& theme : {charts::Theme::light(), charts::Theme::darkTheme()}) {
        for (const QColor& part : {theme.ofNeed, theme.ofPlacement, theme.ofPrice})
            CHECK(contrast(part, theme.panel) >= 3);
    }
}

TEST_CASE("a bar is painted in its parts, with a stroke at what is paid, at any size")
{
    for (const auto& theme : {charts::Theme::light(), charts::Theme::darkTheme()}) {
        for (const QSize size : {QSize(420, 190), QSize(640, 320), QSize(1600, 900)}) {
            CAPTURE(theme.dark, size.width());
            charts::AmountsPlot plot;
            plot.setTheme(theme);
            plot.show(paid()->amounts);
            const QImage image = painted(plot, size);
            for (std::size_t bar = 0; bar < plot.bars().size(); ++bar) {
                CHECK(QRectF(QPointF(), QSizeF(size)).contains(plot.rowOf(bar)));
                for (const AmountsPart& part : charts::partsOf(plot.bars()[bar].amounts)) {
                    const QRectF area = plot.partOf(bar, part);
                    // What lies beyond what is paid is under the dashes that lead back to it.
                    if (area.width() < 12 || part.belowZero || plot.paidAt(bar) < area.left() + 8)
                        continue;
                    const QColor colour = part.with == AmountsPart::With::need ? theme.ofNeed
                                          : part.with == AmountsPart::With::placement
                                              ? theme.ofPlacement
                                              : theme.ofPrice;
                    // Near its left end: what is dashed lies at the right.
                    CHECK(isNear(image.pixelColor((area.topLeft() + QPointF(4, 1)).toPoint()),
                                 colour));
                }
                const QRectF row = plot.rowOf(bar);
                // Two pixels wide, on either side of the place as the painter rounds.
                const int at = static_cast<int>(std::round(plot.paidAt(bar)));
                const int middle = static_cast<int>(row.center().y());
                CHECK((isNear(image.pixelColor(at - 1, middle), theme.text) ||
                       isNear(image.pixelColor(at, middle), theme.text)));
            }
            // What is paid for fostering is half of what need leads to, which runs on beyond it.
            const QRectF need = plot.partOf(2, charts::partsOf(plot.bars()[2].amounts).front());
            CHECK(need.right() > plot.paidAt(2) + 20);
        }
    }
}

TEST_CASE("arrow keys go from bar to bar, each is told, and Enter chooses its setting")
{
    charts::AmountsChart chart;
    chart.resize(600, 300);
    std::vector<Setting> chosen;
    int cleared = 0;
    QObject::connect(&chart, &charts::AmountsChart::settingChosen, &chart,
                     [&](Setting setting) { chosen.push_back(setting); });
    QObject::connect(&chart, &charts::AmountsChart::selectionCleared, &chart, [&] { ++cleared; });
    press(chart, Qt::Key_Down);
    press(chart, Qt::Key_Return); // nothing is there yet
    CHECK(chosen.empty());
    chart.show(paid());
    CHECK_FALSE(chart.accessibleName().isEmpty());
    CHECK(chart.accessibleDescription().contains("158 of the 165 children"));
    CHECK(chart.accessibleDescription().contains("Secure"));
    press(chart, Qt::Key_Return); // no bar is meant
    CHECK(chosen.empty());
    press(chart, Qt::Key_Down);
    CHECK(chart.accessibleDescription() == "Children's home: £324,941 a week; need £244,102, "
                                           "placement £63,871, price £16,968");
    press(chart, Qt::Key_Down);
    CHECK(chart.accessibleDescription().contains("price −£15,000"));
    press(chart, Qt::Key_Return);
    press(chart, Qt::Key_End);
    press(chart, Qt::Key_Right); // the last stays
    press(chart, Qt::Key_Enter);
    press(chart, Qt::Key_Home);
    press(chart, Qt::Key_Up);
    press(chart, Qt::Key_Enter);
    CHECK(chosen == std::vector{Setting::unregistered, Setting::secure, Setting::childrensHome});
    press(chart, Qt::Key_Escape);
    CHECK(cleared == 1);
}

TEST_CASE("a click on a bar chooses its setting, one beside all bars nothing")
{
    charts::AmountsChart chart;
    chart.resize(600, 300);
    chart.show(paid());
    static_cast<QWidget&>(chart).show();
    chart.findChild<QCustomPlot*>()->replot();
    std::vector<Setting> chosen;
    QObject::connect(&chart, &charts::AmountsChart::settingChosen, &chart,
                     [&](Setting setting) { chosen.push_back(setting); });
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(200, 285));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(200, 5)); // what the colours mean
    CHECK(chosen == std::vector{Setting::secure});
}

TEST_CASE("the amounts are saved as a picture with its caption, also of one bar and of none")
{
    const QTemporaryDir folder;
    charts::Picture picture;
    picture.caption = QStringLiteral("Example council, 31 Mar 2026.");
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
        const QString file = folder.filePath(QString::fromLatin1(name));
        REQUIRE(charts::saveAmounts(wording::toPath(file), paid()->amounts, picture));
        CHECK(QFileInfo(file).size() > 2000);
    }
    QFile svg(folder.filePath("a.svg"));
    REQUIRE(svg.open(QIODevice::ReadOnly));
    const QByteArray written = svg.readAll();
    for (const char* words : {"Example council", "what need leads to", "its price", "what is paid",
                              "Supported accommodation", "£325k", "£1,200", "Pounds a week"})
        CHECK(written.contains(words));
    CHECK_FALSE(
        charts::saveAmounts(wording::toPath(folder.filePath("a.gif")), paid()->amounts, picture));
    analysis::AmountsFound one;
    one.settings = {{Setting::secure, amountsOf(1, 700, -650, 1)}};
    CHECK(charts::saveAmounts(wording::toPath(folder.filePath("one.png")), one, picture));
    CHECK(charts::saveAmounts(wording::toPath(folder.filePath("none.png")), {}, picture));
}

TEST_CASE("what is chosen stands out from the other bars")
{
    charts::AmountsPlot plot;
    plot.show(paid()->amounts);
    const auto inkOf = [&] {
        const QImage image = painted(plot, {640, 320});
        const QRectF first = plot.partOf(0, charts::partsOf(plot.bars()[0].amounts).front());
        return image.pixelColor(first.center().toPoint());
    };
    CHECK(isNear(inkOf(), plot.theme().ofNeed));
    plot.setChosen({Setting::secure});
    CHECK_FALSE(isNear(inkOf(), plot.theme().ofNeed));
    plot.setChosen({Setting::childrensHome});
    CHECK(isNear(inkOf(), plot.theme().ofNeed));
}
