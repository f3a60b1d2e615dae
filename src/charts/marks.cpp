// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/theme.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace twelvefold::charts {
namespace {

// A regular figure with a corner at the top; with an inner radius every other corner lies on it.
QPainterPath regular(int corners, double outer, double inner = 0, double turn = 0)
{
    const int steps = inner > 0 ? 2 * corners : corners;
    QPolygonF polygon;
    for (int i = 0; i < steps; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / steps;
        const double radius = inner > 0 && i % 2 == 1 ? inner : outer;
        polygon << QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath cross(double r)
{
    QPainterPath path;
    path.moveTo(-r, -r);
    path.lineTo(r, r);
    path.moveTo(-r, r);
    path.lineTo(r, -r);
    return path;
}

// A triangle looks centred when its corners, not its centre of mass, are.
QPainterPath triangle(double r, bool down)
{
    QPainterPath path = regular(3, r * 1.2).translated(0, r * 0.2);
    if (down) {
        QTransform flip;
        flip.scale(1, -1);
        path = flip.map(path);
    }
    return path;
}

} // namespace

SettingStyle styleOf(domain::Setting setting, const Theme& theme)
{
    const auto pick = [&](QRgb light, QRgb dark) { return QColor(theme.dark ? dark : light); };
    using domain::Setting;
    switch (setting) {
    case Setting::kinshipFoster:
        return {pick(0x009E73, 0x009E73), Mark::triangle};
    case Setting::inHouseFoster:
        return {pick(0x0072B2, 0x3C9BE0), Mark::disc};
    case Setting::agencyFoster:
        return {pick(0x56B4E9, 0x56B4E9), Mark::square, false, true};
    case Setting::supportedAccommodation:
        return {pick(0xCC79A7, 0xCC79A7), Mark::diamond};
    case Setting::childrensHome:
        return {pick(0xD55E00, 0xD55E00), Mark::triangleDown};
    case Setting::unregistered:
        return {pick(0xE69F00, 0xE69F00), Mark::star, false, true};
    case Setting::secure:
        return {pick(0x3B4046, 0xC3C9CF), Mark::pentagon};
    case Setting::school:
        return {pick(0x8A6FBF, 0xB09AE0), Mark::hexagon};
    case Setting::withParents:
        return {pick(0x646B73, 0xA3ABB3), Mark::ring, true};
    case Setting::adoption:
        return {pick(0x009E73, 0x009E73), Mark::hollowTriangle, true};
    case Setting::other:
        break;
    }
    return {pick(0x8C8C8C, 0xA3ABB3), Mark::cross, true};
}

// Sizes differ so that the marks cover about the same area.
QPainterPath pathOf(Mark mark, double radius)
{
    const double r = radius;
    QPainterPath path;
    switch (mark) {
    case Mark::triangle:
    case Mark::hollowTriangle:
        return triangle(r, false);
    case Mark::triangleDown:
        return triangle(r, true);
    case Mark::disc:
    case Mark::ring:
        path.addEllipse(QPointF(0, 0), r * 0.95, r * 0.95);
        return path;
    case Mark::square:
        path.addRect(-r * 0.86, -r * 0.86, r * 1.72, r * 1.72);
        return path;
    case Mark::diamond:
        return regular(4, r * 1.18);
    case Mark::star:
        return regular(5, r * 1.38, r * 0.58);
    case Mark::pentagon:
        return regular(5, r * 1.1);
    case Mark::hexagon:
        return regular(6, r * 1.08);
    case Mark::cross:
        return cross(r * 0.75);
    }
    return path;
}

void drawMark(QPainter& painter, const QPointF& centre, const SettingStyle& style, double radius,
              double opacity)
{
    QColor colour = style.colour;
    colour.setAlphaF(static_cast<float>(opacity));
    QPen pen(Qt::NoPen);
    if (style.hollow)
        pen =
            QPen(colour, std::max(1.4, radius * 0.34), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    else if (style.outlined) {
        QColor edge = style.colour.darker(145);
        edge.setAlphaF(static_cast<float>(opacity));
        pen = QPen(edge, 0.9, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(pen);
    painter.setBrush(style.hollow ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter.drawPath(pathOf(style.mark, style.hollow ? radius * 0.9 : radius));
    painter.restore();
}

} // namespace twelvefold::charts
