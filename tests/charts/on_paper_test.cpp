// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/need_cost_chart.h"
#include "charts/pdf_file.h"
#include "support/made_up_cohort.h"
#include "wording/translations.h"

#include "support/catch.h"

#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>

#include <array>
#include <cmath>
#include <random>

// A picture on paper is what it is on screen, also where paper holds it as an image because it has
// more marks than a file should hold paths. Read with poppler, which is not what wrote it.

using namespace twelvefold;
using domain::Setting;

namespace {

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

// A line with a band: what is filled before the marks, and faint.
analysis::Findings withBand()
{
    analysis::Findings findings;
    findings.line.points = {{0, 700, 350, 1400}, {24, 1500, 700, 3000}, {48, 3000, 1500, 6000}};
    return findings;
}

constexpr std::array kSettings{Setting::kinshipFoster, Setting::inHouseFoster,
                               Setting::agencyFoster,  Setting::childrensHome,
                               Setting::unregistered,  Setting::supportedAccommodation,
                               Setting::secure,        Setting::school};

// In rows and columns with air between them, so that each mark's ink counts.
domain::Cohort apart(int columns, int rows)
{
    std::vector<testing::MadeUpChild> children;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            children.push_back({"C" + std::to_string(row * columns + column),
                                48.0 * column / columns, 300 * std::pow(40.0, 1.0 * row / rows),
                                kSettings[std::size_t(column) % kSettings.size()]});
    }
    return testing::madeUpCohort(children);
}

// Thick along a line and thin away from it, as children are.
domain::Cohort crowd(int n)
{
    std::mt19937 engine(7);
    std::normal_distribution<double> normal;
    std::vector<testing::MadeUpChild> children;
    for (int i = 0; i < n; ++i) {
        const double need = std::clamp(std::round(20 + 8 * normal(engine)), 0.0, 48.0);
        children.push_back({"C" + std::to_string(i), need,
                            std::exp(6.5 + need / 24 + 0.5 * normal(engine)),
                            kSettings[std::size_t(engine() % kSettings.size())]});
    }
    return testing::madeUpCohort(children);
}

struct Both
{
    QImage screen, paper;
};

Both drawn(const domain::Cohort& cohort, QSize size)
{
    const QTemporaryDir folder;
    charts::Picture picture;
    picture.size = size;
    const QString pdf = folder.filePath("a.pdf");
    REQUIRE(charts::saveNeedCost(folder.filePath("a.png"), cohort, withBand(), {}, picture));
    REQUIRE(charts::saveNeedCost(pdf, cohort, withBand(), {}, picture));
    // At twice the size: poppler draws the rims of paths a little thicker than they are.
    outputOf("pdftoppm", {"-png", "-singlefile", "-r", "192", pdf, folder.filePath("paper")});
    Both both{QImage(folder.filePath("a.png")), QImage(folder.filePath("paper.png"))};
    REQUIRE(both.paper.size() == 2 * size);
    both.paper = both.paper.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    REQUIRE(both.screen.size() == size);
    return both;
}

// The same as a part of a report's page.
Both drawnOnPage(const domain::Cohort& cohort)
{
    constexpr double kDotsPerInch = 300, kUnitsPerInch = 96, kSharp = 2;
    charts::Picture picture;
    picture.size = QSize(640, 440);
    const QTemporaryDir folder;
    const QString pdf = folder.filePath("page.pdf");
    {
        QPdfWriter writer(pdf);
        writer.setPageSize(QPageSize(QSizeF(picture.size) / kUnitsPerInch, QPageSize::Inch));
        writer.setPageMargins({});
        writer.setResolution(int(kDotsPerInch));
        QPainter painter(&writer);
        painter.scale(kDotsPerInch / kUnitsPerInch, kDotsPerInch / kUnitsPerInch);
        charts::drawNeedCost(painter, QRectF(QPointF(), picture.size), cohort, withBand(), {},
                             picture.theme);
    }
    outputOf("pdftoppm", {"-png", "-singlefile", "-r", QString::number(kSharp * kUnitsPerInch), pdf,
                          folder.filePath("page")});
    const Both both{
        QImage::fromData(charts::needCostPng(cohort, withBand(), {}, picture, kSharp), "PNG"),
        QImage(folder.filePath("page.png"))};
    REQUIRE(both.screen.size() == picture.size * kSharp);
    REQUIRE(both.paper.size() == both.screen.size());
    return both;
}

struct Colour
{
    double red = 0, green = 0, blue = 0;
    double ink() const { return 1 - (red + green + blue) / 3; }
};

// The mean over an area, from 0 to 1.
Colour meanOf(const QImage& image, const QRect& area)
{
    Colour sum;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            sum.red += qRed(pixel);
            sum.green += qGreen(pixel);
            sum.blue += qBlue(pixel);
        }
    }
    const double all = 255.0 * area.width() * area.height();
    return {sum.red / all, sum.green / all, sum.blue / all};
}

// Within the axes, whatever their labels take.
QRect plotOf(const QSize& size)
{
    return {QPoint(size.width() / 10, size.height() / 10),
            QPoint(size.width() * 19 / 20, size.height() * 4 / 5)};
}

// How far apart two pictures are at most in the mean colour of any square of 32 pixels.
double farthest(const Both& both)
{
    constexpr int kSide = 32;
    const QRect plot = plotOf(both.screen.size());
    double most = 0;
    for (int y = plot.top(); y + kSide <= plot.bottom(); y += kSide) {
        for (int x = plot.left(); x + kSide <= plot.right(); x += kSide) {
            const QRect square(x, y, kSide, kSide);
            const Colour a = meanOf(both.screen, square), b = meanOf(both.paper, square);
            most = std::max({most, std::abs(a.red - b.red), std::abs(a.green - b.green),
                             std::abs(a.blue - b.blue)});
        }
    }
    return most;
}

} // namespace

TEST_CASE("a mark on paper is as strong as on screen, among few as among many")
{
    for (const int rows : {40, 60}) { // as paths, and as an image
        const domain::Cohort cohort = apart(100, rows);
        INFO(cohort.size() << " marks");
        const QSize size(1800, 1200);
        const Both both = drawn(cohort, size);
        const double screen = meanOf(both.screen, plotOf(size)).ink();
        const double paper = meanOf(both.paper, plotOf(size)).ink();
        CHECK(screen > 0.02);
        CHECK(paper / screen == Approx(1).margin(0.06));
    }
}

TEST_CASE("a crowd on paper has the density and the colours that it has on screen")
{
    for (const int children : {4000, 6000, 40000}) {
        INFO(children << " marks");
        CHECK(farthest(drawn(crowd(children), {1200, 800})) < 0.04);
        CHECK(farthest(drawnOnPage(crowd(children))) < 0.04);
    }
}

TEST_CASE("a picture's PDF says what it is called and in which language, without a complaint")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("a.pdf");
    REQUIRE(charts::saveNeedCost(file, crowd(40), withBand(), {}, {}));
    const QByteArray info = outputOf("pdfinfo", {file});
    CHECK(info.contains("Title:           Need against weekly cost\n"));
    CHECK_FALSE(info.contains("rror"));
    const QByteArray checked = outputOf("qpdf", {"--check", file});
    INFO(checked.toStdString());
    CHECK(checked.contains("No syntax or stream encoding errors found"));
    CHECK_FALSE(checked.contains("WARNING"));
    const QByteArray plain = outputOf("qpdf", {"--qdf", "--object-streams=disable", file, "-"});
    CHECK(plain.contains("/Lang (" + wording::languageTag().toLatin1() + ")"));
    CHECK(plain.contains("/DisplayDocTitle true"));
    const QByteArray metadata = outputOf("pdfinfo", {"-meta", file});
    CHECK(metadata.contains("<rdf:li>" + wording::languageTag().toUtf8() + "</rdf:li>"));
    CHECK(metadata.contains("<rdf:li xml:lang=\"x-default\">Need against weekly cost</rdf:li>"));
}

TEST_CASE("a file that is not laid out as expected is left as it is")
{
    for (const QByteArray file : {"", "%PDF-1.4", "startxref",
                                  "trailer\n<< /Root 1 0 R >>\n"
                                  "startxref\n9\n%%EOF\n"})
        CHECK(charts::withLanguage(file) == file);
}
