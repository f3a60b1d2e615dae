// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::charts {
namespace {

using LinePoint = analysis::RobustLine::Point;

const std::vector<LinePoint>* linePoints(const Scene& scene)
{
    if (scene.findings() == nullptr || scene.findings()->line.points.size() < 2)
        return nullptr;
    return &scene.findings()->line.points;
}

// On a linear axis a curve of the logarithm needs no care beyond clipping; on a logarithmic one a
// bound at or below zero has no place.
QPointF placed(const Frame& frame, double need, double cost)
{
    return frame.at(need, frame.logarithmic ? std::max(cost, frame.cost.from * 1e-3) : cost);
}

QPainterPath areaPath(const Frame& frame)
{
    QPainterPath path;
    path.addRect(frame.area);
    return path;
}

} // namespace

// What lies outside is not drawn at all, on paper too.
void paintCurve(QPainter& painter, const QPolygonF& curve, const Frame& frame, const Medium& medium)
{
    painter.save();
    painter.setClipRect(frame.area, Qt::IntersectClip);
    QPolygonF line;
    for (const QPointF& at : curve) {
        if (medium.vector && !frame.area.adjusted(-1, -1, 1, 1).contains(at)) {
            painter.drawPolyline(line); // the part so far
            line.clear();
            continue;
        }
        line << at;
    }
    painter.drawPolyline(line);
    painter.restore();
}

// Clipped by geometry, not by the painter: SVG files know no clip from Qt.
void paintBand(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium)
{
    const auto* points = linePoints(scene);
    if (points == nullptr)
        return;
    QPolygonF outline;
    for (const LinePoint& point : *points)
        outline << placed(frame, point.x, point.upper);
    for (auto point = points->rbegin(); point != points->rend(); ++point)
        outline << placed(frame, point->x, point->lower);
    QPainterPath band;
    band.addPolygon(outline);
    band.closeSubpath();
    QColor wash = medium.theme.accent;
    wash.setAlphaF(medium.theme.dark ? 0.11F : 0.09F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawPath(band.intersected(areaPath(frame)));
}

void paintLine(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium)
{
    const auto* points = linePoints(scene);
    if (points == nullptr)
        return;
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    for (const LinePoint& point : *points)
        line << placed(frame, point.x, point.fit);
    const QPen pen(medium.theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (const QPen& each : {beneath(pen, medium.theme), pen}) {
        painter.setPen(each);
        paintCurve(painter, line, frame, medium);
    }
}

void paintQuantiles(QPainter& painter, const analysis::QuantileLines& quantiles, const Frame& frame,
                    const Medium& medium)
{
    constexpr int kPlaces = 60; // a line of the logarithm is a curve on a linear axis
    if (quantiles.lines.size() != 3)
        return;
    std::array<QPolygonF, 3> curves;
    for (int i = 0; i <= kPlaces; ++i) {
        const double share = static_cast<double>(i) / kPlaces;
        const double need =
            quantiles.leastNeed + share * (quantiles.greatestNeed - quantiles.leastNeed);
        const std::vector<double> costs = quantiles.costsAt(need);
        for (std::size_t line = 0; line < curves.size(); ++line)
            curves[line] << placed(frame, need, costs[line]);
    }
    const QString names[] = {QCoreApplication::translate("NeedCostChart", "10 %"),
                             QCoreApplication::translate("NeedCostChart", "Median"),
                             QCoreApplication::translate("NeedCostChart", "90 %")};
    painter.setFont(medium.font);
    const QFontMetricsF metrics(medium.font);
    double lowest = frame.area.top(); // of the names so far, from the top
    for (std::size_t line = curves.size(); line-- > 0;) {
        const bool median = line == 1;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(medium.theme.text, 1.2, median ? Qt::SolidLine : Qt::DashLine));
        paintCurve(painter, curves[line], frame, medium);
        const auto inView =
            std::find_if(curves[line].rbegin(), curves[line].rend(),
                         [&](const QPointF& at) { return frame.area.contains(at); });
        if (inView == curves[line].rend())
            continue;
        const double width = metrics.horizontalAdvance(names[line]);
        const double right = std::min(inView->x() + 6 + width, frame.area.right());
        lowest = std::max(lowest + metrics.height(), inView->y() - 4);
        QColor behind = medium.theme.panel;
        behind.setAlphaF(0.85F);
        painter.fillRect(
            QRectF(right - width - 2, lowest - metrics.ascent(), width + 4, metrics.height()),
            behind);
        painter.setPen(medium.theme.text);
        painter.drawText(QPointF(right - width, lowest), names[line]);
    }
}

void paintMedians(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium)
{
    if (scene.findings() == nullptr)
        return;
    painter.setPen(QPen(medium.theme.text, 1.6, Qt::SolidLine, Qt::FlatCap));
    for (const analysis::ExpectedCost& each : scene.findings()->expectedCosts) {
        const auto point = scene.pointOf(each.row);
        if (!point || !each.expected || *each.expected <= 0)
            continue;
        const QPointF at = frame.at(scene.points()[*point].need, *each.expected);
        if (frame.area.contains(at))
            painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0));
    }
}

// How many children fall on each cell, as the depth of one colour. Need is scored in whole numbers,
// so a column is a whole number of them wide. The root keeps a cell with one child visible beside a
// crowded one.
void paintDensity(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium)
{
    constexpr double kLeast = 6; // pixels
    const double onePoint = frame.area.width() / (frame.need.to - frame.need.from);
    const double step = std::max(1.0, std::ceil(kLeast / onePoint)); // of need
    const double left = std::floor(frame.need.from / step) * step - step / 2;
    const int columns = static_cast<int>(std::ceil((frame.need.to - left) / step)) + 1;
    const int rows = std::max(1, static_cast<int>(std::ceil(frame.area.height() / kLeast)));
    const double rowHeight = frame.area.height() / rows;
    std::vector<int> counts(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    for (const Point& point : scene.points()) {
        const double down = frame.at(point.need, point.cost).y() - frame.area.top();
        const int column = static_cast<int>(std::floor((point.need - left) / step));
        const int row = std::min(static_cast<int>(down / rowHeight), rows - 1);
        if (column >= 0 && column < columns && down >= 0 && down <= frame.area.height())
            ++counts[static_cast<std::size_t>(row * columns + column)];
    }
    const int most = std::max(1, *std::ranges::max_element(counts));
    QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int n = counts[static_cast<std::size_t>(row * columns + column)];
            if (n == 0)
                continue;
            QColor colour = medium.theme.accent;
            colour.setAlphaF(
                static_cast<float>(0.18 + 0.82 * std::sqrt(static_cast<double>(n) / most)));
            image.setPixelColor(column, row, colour);
        }
    }
    painter.save();
    painter.setClipRect(frame.area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const double x = frame.area.left() + (left - frame.need.from) * onePoint;
    paintImage(painter, QRectF(x, frame.area.top(), columns * step * onePoint, frame.area.height()),
               image, medium);
    painter.restore();
}

} // namespace twelvefold::charts
