// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/need_cost_chart.h"
#include "charts/paint.h"
#include "support/made_up_cohort.h"

#include "support/catch.h"

#include <QImage>
#include <QPainter>

#include <cmath>
#include <set>

using namespace twelvefold;
using charts::Frame;
using charts::Theme;
using domain::Setting;

namespace {

// The middle of everything that differs from the background, in device pixels.
std::optional<QPointF> middleOfInk(const QImage& image, QRgb background)
{
    double x = 0, y = 0, ink = 0;
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            if (image.pixel(column, row) == background)
                continue;
            x += column + 0.5;
            y += row + 0.5;
            ink += 1;
        }
    }
    if (ink == 0)
        return std::nullopt;
    return QPointF(x / ink, y / ink);
}

QImage canvas(int width, int height, double scale)
{
    QImage image(static_cast<int>(width * scale), static_cast<int>(height * scale),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    return image;
}

} // namespace

TEST_CASE("a child's mark lies where its need and cost say, at every device pixel ratio")
{
    const auto cohort = std::make_shared<const domain::Cohort>(
        testing::madeUpCohort({{"A", 19, 2000, Setting::inHouseFoster}}));
    const charts::Scene scene(cohort, std::make_shared<const analysis::Findings>());
    const Frame frame{QRectF(0, 0, 400, 300), {0, 40}, {100, 20000}, true};
    const QPointF promised = frame.at(19, 2000);
    for (const double scale : {1.0, 1.5, 2.0}) {
        for (const bool vector : {false, true}) {
            QImage image = canvas(400, 300, scale);
            {
                QPainter painter(&image);
                charts::Medium medium;
                medium.pixelRatio = scale;
                medium.vector = vector;
                charts::MarkStamps stamps;
                charts::paintMarks(painter, scene, frame, medium, {}, stamps);
            }
            const auto found = middleOfInk(image, qRgb(255, 255, 255));
            REQUIRE(found.has_value());
            INFO("scale " << scale << (vector ? ", paths" : ", stamps"));
            CHECK(std::abs(found->x() - promised.x() * scale) < 0.75);
            CHECK(std::abs(found->y() - promised.y() * scale) < 0.75);
        }
    }
}

TEST_CASE("the costliest child is in the picture even on the very edge of the axes")
{
    const auto cohort = std::make_shared<const domain::Cohort>(testing::madeUpCohort(
        {{"A", 5, 300, Setting::inHouseFoster}, {"Z", 40, 63000, Setting::unregistered}}));
    const charts::Scene scene(cohort, std::make_shared<const analysis::Findings>());
    const Frame edge{QRectF(20, 20, 360, 260), {0, 40}, {300, 63000}, true};
    QImage image = canvas(400, 300, 1);
    {
        QPainter painter(&image);
        charts::MarkStamps stamps;
        charts::paintMarks(painter, scene, edge, {}, {}, stamps);
    }
    CHECK(image.pixel(380, 20) != qRgb(255, 255, 255));
}

TEST_CASE("ten thousand children on whole scores are all drawn, none thinned out")
{
    std::vector<testing::MadeUpChild> children;
    for (int i = 0; i < 2000; ++i)
        children.push_back({"C" + std::to_string(i), static_cast<double>(i % 40),
                            200.0 + 9.0 * (i / 40), Setting::inHouseFoster});
    const auto cohort = std::make_shared<const domain::Cohort>(testing::madeUpCohort(children));
    const charts::Scene scene(cohort, std::make_shared<const analysis::Findings>());
    const Frame frame{QRectF(20, 20, 1160, 960), {0, 40}, {150, 700}, false};
    QImage image = canvas(1200, 1000, 1);
    {
        QPainter painter(&image);
        charts::MarkStamps stamps;
        charts::paintMarks(painter, scene, frame, {}, {}, stamps);
    }
    int missing = 0;
    for (const charts::Point& point : scene.points())
        missing += image.pixel(frame.at(point.need, point.cost).toPoint()) == qRgb(255, 255, 255);
    CHECK(missing == 0);
}

namespace {

struct Spot
{
    double cost;
    int children;
    std::vector<Setting> settings; // in turn
};

// What a spot in the middle of the picture looks like.
std::vector<QColor> coloursOf(const std::vector<Spot>& spots)
{
    std::vector<testing::MadeUpChild> children;
    for (const Spot& spot : spots) {
        for (int i = 0; i < spot.children; ++i)
            children.push_back({"C" + std::to_string(children.size()), 20, spot.cost,
                                spot.settings[std::size_t(i) % spot.settings.size()]});
    }
    const auto cohort = std::make_shared<const domain::Cohort>(testing::madeUpCohort(children));
    const charts::Scene scene(cohort, std::make_shared<const analysis::Findings>());
    const Frame frame{QRectF(20, 20, 360, 460), {0, 40}, {100, 25000}, true};
    QImage image = canvas(400, 500, 1);
    {
        QPainter painter(&image);
        charts::MarkStamps stamps;
        charts::paintMarks(painter, scene, frame, {}, {}, stamps);
    }
    std::vector<QColor> colours;
    for (const Spot& spot : spots)
        colours.push_back(image.pixelColor(frame.at(20, spot.cost).toPoint()));
    return colours;
}

} // namespace

TEST_CASE("of very many children, one alone stays in sight and a crowd is darker the larger it is")
{
    const std::vector<Setting> foster{Setting::inHouseFoster};
    const auto colours = coloursOf({{200, 1, foster},
                                    {600, 10, foster},
                                    {2000, 100, foster},
                                    {6000, 1000, foster},
                                    {18000, 20000, foster}});
    CHECK(colours.front().red() < 190);
    for (std::size_t i = 1; i < colours.size(); ++i) {
        INFO("crowd " << i);
        CHECK(colours[i].red() < colours[i - 1].red() - 8);
    }
}

TEST_CASE("a crowd has the colours of all who are in it")
{
    const auto colours = coloursOf({{300, 4000, {Setting::inHouseFoster}},
                                    {2000, 4000, {Setting::inHouseFoster, Setting::childrensHome}},
                                    {15000, 4000, {Setting::childrensHome}}});
    CHECK(std::abs(colours[1].red() - (colours[0].red() + colours[2].red()) / 2) < 30);
    CHECK(std::abs(colours[1].blue() - (colours[0].blue() + colours[2].blue()) / 2) < 30);
}

TEST_CASE("settings are told apart by shape alone, without colour")
{
    const Theme theme = Theme::light();
    std::set<std::pair<int, bool>> shapes;
    for (const auto& named : domain::allOf<Setting>()) {
        const auto style = charts::styleOf(named.value, theme);
        shapes.insert({static_cast<int>(style.mark), style.hollow});
    }
    CHECK(shapes.size() == domain::countOf<Setting>);
}

TEST_CASE("marks are about as large as they are asked to be, centred")
{
    for (int mark = 0; mark <= static_cast<int>(charts::Mark::cross); ++mark) {
        const QRectF box = charts::pathOf(static_cast<charts::Mark>(mark), 5).boundingRect();
        INFO("mark " << mark);
        CHECK(box.width() > 7);
        CHECK(box.width() < 15);
        CHECK(std::abs(box.center().x()) < 0.6);
        CHECK(std::abs(box.center().y()) < 1.6);
    }
}

TEST_CASE("colours follow the tokens, the dark blue lifted on dark")
{
    CHECK(charts::styleOf(Setting::inHouseFoster, Theme::light()).colour ==
          QColor(0x00, 0x72, 0xB2));
    CHECK(charts::styleOf(Setting::inHouseFoster, Theme::darkTheme()).colour ==
          QColor(0x3C, 0x9B, 0xE0));
    CHECK(charts::styleOf(Setting::agencyFoster, Theme::light()).outlined);
}

TEST_CASE("a crowded density keeps a lone child visible")
{
    std::vector<testing::MadeUpChild> children(500, {"A", 5, 400, Setting::inHouseFoster});
    children.push_back({"Z", 38, 15000, Setting::unregistered});
    const auto cohort = std::make_shared<const domain::Cohort>(testing::madeUpCohort(children));
    const charts::Scene scene(cohort, std::make_shared<const analysis::Findings>());
    const Frame frame{QRectF(0, 0, 400, 300), {0, 40}, {100, 20000}, true};
    QImage image = canvas(400, 300, 1);
    {
        QPainter painter(&image);
        charts::paintDensity(painter, scene, frame, {});
    }
    CHECK(qGray(image.pixel(frame.at(38, 15000).toPoint())) < 235);
    CHECK(image.pixel(200, 150) == qRgb(255, 255, 255));
}

TEST_CASE("a child whose price is asked about is painted over the others, not under them")
{
    const auto cohort = std::make_shared<const domain::Cohort>(testing::madeUpCohort(
        {{"A", 10, 500, Setting::childrensHome}, {"B", 10, 500, Setting::inHouseFoster}}));
    const Frame frame{QRectF(0, 0, 100, 100), {0, 20}, {100, 2500}, true};
    const auto middle = [&](std::size_t flagged) {
        analysis::Findings findings;
        analysis::Question below;
        below.kind = analysis::QuestionKind::priceBelow;
        below.children.push_back({cohort->child[flagged], cohort->pseudonym[flagged], {}, {}});
        auto worklist = std::make_shared<analysis::Worklist>();
        worklist->questions = {below};
        findings.worklist = worklist;
        const charts::Scene scene(cohort, std::make_shared<const analysis::Findings>(findings));
        QImage image = canvas(100, 100, 1);
        QPainter painter(&image);
        charts::MarkStamps stamps;
        charts::paintMarks(painter, scene, frame, {}, {}, stamps);
        return image.pixelColor(frame.at(10, 500).toPoint());
    };
    CHECK(middle(0).red() > middle(0).blue()); // the home's orange on top
    CHECK(middle(1).blue() > middle(1).red()); // the foster carer's blue on top
}
