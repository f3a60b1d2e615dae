// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/paint.h"
#include "wording/wording.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace twelvefold::charts {
namespace {

// More rings than this say nothing.
constexpr std::ptrdiff_t kMostRings = 12;

double opacity(const Theme& theme, Fade fade)
{
    switch (fade) {
    case Fade::none:
        return theme.dark ? 0.72 : 0.66;
    case Fade::little:
        return theme.dark ? 0.5 : 0.46;
    case Fade::more:
        break;
    }
    return theme.dark ? 0.36 : 0.32;
}

bool within(const QRectF& area, const QPointF& at)
{
    return at.x() >= area.left() - kMarkRadius && at.x() <= area.right() + kMarkRadius &&
           at.y() >= area.top() - kMarkRadius && at.y() <= area.bottom() + kMarkRadius;
}

// How strongly each of many marks is painted. As strong as a few, they would be one blot wherever
// children are many. So what falls on one spot is fainter the more it is, such that together it
// grows with the logarithm of their number and is never quite covered; a mark that stands alone
// stays in sight.
class Crowd
{
public:
    Crowd(const Scene& scene, const Frame& frame, double alone) : m_alone(alone)
    {
        const std::size_t n = scene.points().size();
        if (n <= kMostPaths)
            return;
        m_alone *= std::pow(static_cast<double>(kMostPaths) / static_cast<double>(n), 1.0 / 6);
        const auto across = static_cast<std::size_t>(frame.area.width() / kSpot) + 1;
        const auto down = static_cast<std::size_t>(frame.area.height() / kSpot) + 1;
        m_on.assign(across * down + 1, 0); // the last: out of sight
        for (const Point& point : scene.points()) {
            const QPointF at = frame.at(point.need, point.cost);
            const QPointF inside = (at - frame.area.topLeft()) / kSpot;
            const auto x = static_cast<std::size_t>(std::max(0.0, inside.x()));
            const auto y = static_cast<std::size_t>(std::max(0.0, inside.y()));
            m_spot.push_back(within(frame.area, at)
                                 ? std::min(y, down - 1) * across + std::min(x, across - 1)
                                 : across * down);
            ++m_on[m_spot.back()];
        }
        m_most = *std::max_element(m_on.begin(), m_on.end() - 1);
        m_met.assign(m_on.size(), 0);
    }

    // To be asked once for each point, in order. Nothing: enough others cover its spot.
    std::optional<double> opacityOf(std::size_t point)
    {
        if (m_spot.empty())
            return m_alone;
        const std::size_t spot = m_spot[point];
        const double on = m_on[spot], drawn = std::min(on, kMostOnASpot);
        // Evenly among them, whatever their order: by steps of the golden ratio.
        const double turns = m_met[spot]++ * std::numbers::phi;
        if (turns - std::floor(turns) >= drawn / on)
            return std::nullopt;
        if (on == 1)
            return m_alone;
        const double share = std::min(1.0, std::log(on) / std::log(static_cast<double>(m_most)));
        const double covered = m_alone + (kCovered - m_alone) * share;
        return 1 - std::pow(1 - covered, 1 / drawn);
    }

private:
    static constexpr double kSpot = 2 * kMarkRadius;
    static constexpr double kCovered = 0.96; // of the most crowded spot
    // More would be fainter than pixels can add up.
    static constexpr double kMostOnASpot = 100;

    double m_alone;
    std::vector<std::size_t> m_spot;        // by point; empty: few marks, all alike
    std::vector<std::uint32_t> m_on, m_met; // by spot: how many fall there, and were asked for
    std::uint32_t m_most = 0;
};

// A mark on a spot of the panel's colour, so that it reads over the others.
void paintStrong(QPainter& painter, const QPointF& at, domain::Setting setting, const Theme& theme,
                 bool ring)
{
    if (ring) {
        painter.setPen(QPen(theme.text, 1.8));
        painter.setBrush(theme.panel);
        painter.drawEllipse(at, kStrongRadius + 4, kStrongRadius + 4);
    }
    drawMark(painter, at, styleOf(setting, theme), kStrongRadius);
}

} // namespace

QFont labelFont()
{
    QFont font;
    font.setPixelSize(12);
    return font;
}

QPen beneath(QPen pen, const Theme& theme)
{
    QColor pale = theme.panel;
    pale.setAlphaF(0.7F);
    pen.setColor(pale);
    pen.setWidthF(pen.widthF() + 2.4);
    pen.setStyle(Qt::SolidLine);
    return pen;
}

QSizeF labelSize(const QString& label, const QFont& font)
{
    QFont bold(font);
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    return {metrics.horizontalAdvance(label) + 14, metrics.height() + 4};
}

void paintMany(QPainter& painter, std::size_t marks, const Frame& frame, const Medium& medium,
               const std::function<void(QPainter&, const Medium&)>& paint)
{
    if (!medium.vector || marks <= kMostPaths) {
        paint(painter, medium);
        return;
    }
    constexpr double kPrint = 300.0 / 96; // pixels to one of the picture's
    constexpr double kAir = kStrongRadius + 8;
    const QRectF area = frame.area.adjusted(-kAir, -kAir, kAir, kAir);
    QImage picture((area.size() * kPrint).toSize(), QImage::Format_ARGB32);
    picture.setDevicePixelRatio(kPrint);
    // Compressed for print, what one sees through colours the rims of what one does not.
    QColor nothing = medium.theme.panel;
    nothing.setAlpha(0);
    picture.fill(nothing);
    Medium pixels = medium;
    pixels.vector = false;
    pixels.pixelRatio = kPrint;
    QPainter onto(&picture);
    onto.setRenderHint(QPainter::Antialiasing);
    onto.translate(-area.topLeft());
    paint(onto, pixels);
    onto.end();
    paintImage(painter, area, picture, medium);
}

void paintImage(QPainter& painter, const QRectF& area, const QImage& image, const Medium& medium)
{
    painter.save();
    painter.setBrush(medium.theme.panel); // into a PDF Qt paints an image as faint as the brush
    painter.drawImage(area, image);
    painter.restore();
}

void MarkStamps::stamp(QPainter& painter, const QPointF& centre, domain::Setting setting,
                       const Medium& medium, double opacity)
{
    constexpr double half = kMarkRadius + 3;
    const auto alpha = static_cast<std::size_t>(std::lround(255 * opacity));
    Stamp& made = m_stamps[static_cast<std::size_t>(setting)][alpha];
    if (made.pixelRatio != medium.pixelRatio) {
        const int side = static_cast<int>(std::ceil(2 * half * medium.pixelRatio));
        made.pixmap = QPixmap(side, side);
        made.pixmap.setDevicePixelRatio(medium.pixelRatio);
        made.pixmap.fill(Qt::transparent);
        made.pixelRatio = medium.pixelRatio;
        QPainter onto(&made.pixmap);
        const double middle = side / medium.pixelRatio / 2;
        drawMark(onto, {middle, middle}, styleOf(setting, medium.theme), kMarkRadius, opacity);
    }
    const double middle = made.pixmap.deviceIndependentSize().width() / 2;
    painter.drawPixmap(centre - QPointF(middle, middle), made.pixmap);
}

void paintMarks(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium,
                const Emphasis& emphasis, MarkStamps& stamps)
{
    const auto& points = scene.points();
    Crowd crowd(scene, frame, opacity(medium.theme, emphasis.fade()));
    std::vector<double> opacities; // 0: not painted
    for (std::size_t i = 0; i < points.size(); ++i)
        opacities.push_back(crowd.opacityOf(i).value_or(0));
    for (const bool flagged : {false, true}) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point& point = points[i];
            if (point.flagged != flagged || emphasis.has(i) || opacities[i] == 0)
                continue; // the chosen ones are painted last of all, by paintChosen
            const QPointF at = frame.at(point.need, point.cost);
            if (!within(frame.area, at))
                continue;
            if (medium.vector)
                drawMark(painter, at, styleOf(point.setting, medium.theme), kMarkRadius,
                         opacities[i]);
            else
                stamps.stamp(painter, at, point.setting, medium, opacities[i]);
        }
    }
}

void paintChosen(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium,
                 const Emphasis& emphasis, MarkStamps& stamps)
{
    if (!emphasis.any())
        return;
    const auto& points = scene.points();
    const bool few = std::ranges::count(emphasis.chosen, 1) <= kMostRings;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF at = frame.at(points[i].need, points[i].cost);
        if (!emphasis.has(i) || !within(frame.area, at))
            continue;
        if (few)
            paintStrong(painter, at, points[i].setting, medium.theme, true);
        else
            stamps.stamp(painter, at, points[i].setting, medium, opacity(medium.theme, Fade::none));
    }
}

namespace {

void paintConnector(QPainter& painter, const Connector& connector, const Scene& scene,
                    const Frame& frame, const Theme& theme)
{
    QPen pen(connector.selected ? theme.text : theme.quiet, connector.selected ? 2 : 1.2);
    if (!connector.selected)
        pen.setDashPattern({3, 2.5});
    pen.setCapStyle(Qt::FlatCap);
    painter.save();
    painter.setClipRect(frame.area.adjusted(-8, -8, 8, 8), Qt::IntersectClip);
    painter.setPen(beneath(pen, theme));
    painter.drawLine(connector.line);
    painter.setPen(pen);
    painter.drawLine(connector.line);
    for (const std::size_t row : {connector.a, connector.b}) {
        const Point& point = scene.points()[*scene.pointOf(row)];
        const QPointF at = frame.at(point.need, point.cost);
        if (within(frame.area, at))
            paintStrong(painter, at, point.setting, theme, connector.selected);
    }
    painter.restore();
}

// The box hides what lies beneath, also where its text is faded.
void paintLabel(QPainter& painter, const Connector& connector, const Medium& medium, bool faded)
{
    const Theme& theme = medium.theme;
    QFont font(medium.font);
    font.setWeight(connector.selected ? QFont::Bold : QFont::DemiBold);
    const QColor ink = connector.selected ? theme.text : faded ? theme.faint : theme.quiet;
    painter.setFont(font);
    painter.setPen(QPen(ink, connector.selected ? 1.6 : 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(connector.box, 4, 4);
    painter.drawText(connector.box, Qt::AlignCenter, connector.label);
}

} // namespace

void paintConnectors(QPainter& painter, const std::vector<Connector>& connectors,
                     const Scene& scene, const Frame& frame, const Medium& medium, bool faded)
{
    painter.save();
    painter.setOpacity(faded ? 0.5 : 1);
    for (const Connector& each : connectors)
        paintConnector(painter, each, scene, frame, medium.theme);
    painter.setOpacity(1);
    for (const Connector& each : connectors) {
        if (!each.box.isNull())
            paintLabel(painter, each, medium, faded);
    }
    painter.restore();
}

double paintLegend(QPainter& painter, const QPointF& topLeft, double width,
                   const std::vector<domain::Setting>& settings, const Medium& medium)
{
    const QFontMetricsF metrics(medium.font);
    const double line = metrics.height() + 4;
    QPointF at = topLeft;
    painter.save();
    painter.setFont(medium.font);
    for (const domain::Setting setting : settings) {
        const QString name = wording::text(domain::word(setting));
        const double needed = 18 + metrics.horizontalAdvance(name) + 16;
        if (at.x() > topLeft.x() && at.x() + needed - 16 > topLeft.x() + width)
            at = {topLeft.x(), at.y() + line};
        drawMark(painter, {at.x() + 6, at.y() + line / 2}, styleOf(setting, medium.theme), 4.6);
        painter.setPen(medium.theme.text);
        painter.drawText(QRectF(at.x() + 18, at.y(), needed, line),
                         Qt::AlignVCenter | Qt::AlignLeft, name);
        at.rx() += needed;
    }
    painter.restore();
    return settings.empty() ? 0 : at.y() - topLeft.y() + line;
}

} // namespace twelvefold::charts
