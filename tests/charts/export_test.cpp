// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/need_cost_chart.h"
#include "support/made_up_cohort.h"

#include "support/catch.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>

using namespace twelvefold;
using domain::Setting;

namespace {

const QString kCaption = QStringLiteral("Demonstration council, 31 Mar 2026, 3 children.");

domain::Cohort three()
{
    return testing::madeUpCohort({{"A", 4, 300, Setting::kinshipFoster},
                                  {"B", 19, 9650, Setting::childrensHome},
                                  {"C", 19, 818, Setting::inHouseFoster}});
}

analysis::Findings found()
{
    analysis::Findings findings;
    findings.cohort.n = 3;
    findings.similarNeed.eachChildOnce = {{1, 2, 0, 9650, 818, 9650.0 / 818}};
    findings.line.points = {{4, 400, 200, 800}, {12, 900, 400, 2000}, {19, 2000, 700, 6000}};
    return findings;
}

QByteArray contents(const QString& fileName)
{
    QFile file(fileName);
    CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

charts::Picture picture()
{
    charts::Picture picture;
    picture.caption = kCaption;
    return picture;
}

} // namespace

TEST_CASE("a picture is saved as PNG, SVG and PDF, whole, for its owner alone")
{
    const QTemporaryDir folder;
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
        const QString file = folder.filePath(QLatin1String(name));
        INFO(name);
        REQUIRE(charts::saveNeedCost(file, three(), found(), {}, picture()));
        CHECK(QFileInfo(file).size() > 1000);
        CHECK(QFileInfo(file).permissions().testFlag(QFileDevice::ReadGroup) == false);
    }
    CHECK(contents(folder.filePath("a.png")).startsWith("\x89PNG"));
    CHECK(contents(folder.filePath("a.pdf")).startsWith("%PDF"));
    const QImage image(folder.filePath("a.png"));
    CHECK(image.size() == QSize(1200, 800));
}

TEST_CASE("an unknown kind of file, or a folder that is not there, is refused")
{
    const QTemporaryDir folder;
    CHECK_FALSE(charts::saveNeedCost(folder.filePath("a.bmp"), three(), found(), {}, picture()));
    CHECK_FALSE(charts::saveNeedCost(folder.filePath("no/a.png"), three(), found(), {}, picture()));
}

TEST_CASE("the caption, the axes and what the marks mean are in the file")
{
    const QByteArray svg = charts::needCostSvg(three(), found(), {}, picture());
    CHECK(svg.contains("Demonstration council, 31 Mar 2026, 3 children."));
    CHECK(svg.contains("£1,000"));
    CHECK(svg.contains("11.8×"));
    CHECK(svg.contains("In-house foster"));
    CHECK(svg.contains("Total need"));
    CHECK(svg.contains("Weekly cost"));
}

TEST_CASE("a picture for print is light and has the caption's ink beneath the plot")
{
    const QTemporaryDir folder;
    charts::Picture with = picture();
    charts::Picture without;
    REQUIRE(charts::saveNeedCost(folder.filePath("with.png"), three(), found(), {}, with));
    REQUIRE(charts::saveNeedCost(folder.filePath("without.png"), three(), found(), {}, without));
    const QImage image(folder.filePath("with.png"));
    int ink = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = image.height() - 26; y < image.height(); ++y)
            ink += qGray(image.pixel(x, y)) < 160;
    }
    CHECK(ink > 100);
    CHECK(image != QImage(folder.filePath("without.png")));
}

TEST_CASE("the median and the 10 and 90 % lines are drawn and named where they are asked for")
{
    std::vector<testing::MadeUpChild> children;
    for (int i = 0; i < 30; ++i)
        children.push_back(
            {"C" + std::to_string(i), i, 300.0 + 40 * i + 300 * (i % 4), Setting::inHouseFoster});
    const domain::Cohort cohort = testing::madeUpCohort(children);
    charts::NeedCostOptions asked;
    asked.quantileLines = true;
    const QByteArray with = charts::needCostSvg(cohort, {}, asked, picture());
    const QByteArray without = charts::needCostSvg(cohort, {}, {}, picture());
    for (const char* name : {"10 %", "Median", "90 %", "quantile regression"}) {
        INFO(name);
        CHECK(with.contains(name));
        CHECK_FALSE(without.contains(name));
    }
    // Three children are too few: the caption says so.
    const QByteArray few = charts::needCostSvg(three(), found(), asked, picture());
    CHECK_FALSE(few.contains("Median"));
    CHECK(few.contains("cannot be told from 3 children"));
}

TEST_CASE("a page takes the chart as vectors within the area it gives")
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    QPainter painter(&writer);
    charts::drawNeedCost(painter, QRectF(100, 100, 1500, 1000), three(), found(), {},
                         charts::Theme::light());
    painter.end();
    CHECK(buffer.data().size() > 3000);
    CHECK_FALSE(buffer.data().contains("/Subtype /Image"));
}

TEST_CASE("the chart stays inside its area on a page, at its size, whatever the resolution")
{
    QImage page(800, 600, QImage::Format_ARGB32_Premultiplied);
    page.setDotsPerMeterX(11811); // 300 dpi
    page.setDotsPerMeterY(11811);
    page.fill(Qt::yellow);
    QPainter painter(&page);
    charts::drawNeedCost(painter, QRectF(100, 100, 600, 400), three(), found(), {},
                         charts::Theme::light());
    painter.end();
    CHECK(page.pixelColor(50, 300) == QColor(Qt::yellow));
    CHECK(page.pixelColor(750, 300) == QColor(Qt::yellow));
    CHECK(page.pixelColor(400, 550) == QColor(Qt::yellow));
    CHECK(page.pixelColor(110, 110) == QColor(Qt::white));
    CHECK(page.pixelColor(690, 490) == QColor(Qt::white));
}

TEST_CASE("a cohort with nobody to draw still makes a picture")
{
    const QTemporaryDir folder;
    CHECK(charts::saveNeedCost(folder.filePath("a.svg"), testing::madeUpCohort({}), {}, {},
                               picture()));
}

TEST_CASE("on a page nothing is drawn in a colour that is not the theme's")
{
    QImage page(900, 600, QImage::Format_ARGB32_Premultiplied);
    page.fill(Qt::white);
    QPainter painter(&page);
    charts::drawNeedCost(painter, QRectF(0, 0, 900, 600), three(), found(), {},
                         charts::Theme::light());
    painter.end();
    int black = 0; // the text's colour is lighter; black is a pen that nobody chose
    for (int x = 0; x < page.width(); ++x) {
        for (int y = 0; y < page.height(); ++y)
            black += qGray(page.pixel(x, y)) < 20;
    }
    CHECK(black == 0);
}

TEST_CASE("beyond 5,000 marks a picture for print holds an image of them, and stays small")
{
    std::vector<testing::MadeUpChild> children;
    for (int i = 0; i < 6000; ++i)
        children.push_back({"C" + std::to_string(i), i % 40, 300.0 + (i * 7919) % 5000,
                            domain::Setting::inHouseFoster});
    const auto many = testing::madeUpCohort(children);
    children.resize(5000);
    const auto fewer = testing::madeUpCohort(children);
    const QByteArray svg = charts::needCostSvg(many, {}, {}, {});
    CHECK(svg.count("<image") == 1);
    CHECK(svg.size() < 1'500'000);
    CHECK(charts::needCostSvg(fewer, {}, {}, {}).count("<image") == 0);

    analysis::Findings band;
    band.line.points = {{0, 400, 200, 8000}, {40, 2000, 300, 9000}};
    const QTemporaryDir folder;
    const QString file = folder.filePath("many.pdf");
    REQUIRE(charts::saveNeedCost(file, many, band, {}, {}));
    const QByteArray pdf = contents(file);
    CHECK(pdf.count("/Subtype /Image") == 2); // the marks, and how far one sees through them
    CHECK(pdf.size() < 2'000'000);
}
