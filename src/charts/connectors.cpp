// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scene.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::charts {
namespace {

constexpr double kGap = 6;           // between a connector and its label
constexpr double kConnectorMark = 9; // half the room that a connected mark takes

std::optional<Connector> connector(const Scene& scene, const Frame& frame, std::size_t a,
                                   std::size_t b)
{
    const auto first = scene.pointOf(a);
    const auto second = scene.pointOf(b);
    if (!first || !second)
        return std::nullopt;
    const Point& dearer = scene.points()[*first];
    const Point& cheaper = scene.points()[*second];
    Connector made;
    made.a = a;
    made.b = b;
    made.ratio = dearer.cost / cheaper.cost;
    made.line = {frame.at(dearer.need, dearer.cost), frame.at(cheaper.need, cheaper.cost)};
    made.label = wording::ratio(made.ratio);
    return made;
}

bool clear(const QRectF& box, const std::vector<QRectF>& taken, const QRectF& area)
{
    return area.contains(box) &&
           std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(box); });
}

// Beside the middle of the line if there is room, else up or down along it, else on its left.
QRectF labelBox(const Connector& connector, const QSizeF& size, const std::vector<QRectF>& taken,
                const QRectF& area)
{
    constexpr double along[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9};
    for (const bool left : {false, true}) {
        for (const double t : along) {
            const QPointF at = connector.line.pointAt(t);
            const double x = left ? at.x() - kGap - size.width() : at.x() + kGap;
            const QRectF box(QPointF(x, at.y() - size.height() / 2), size);
            if (clear(box, taken, area))
                return box;
        }
    }
    return {};
}

QRectF around(const QPointF& mark)
{
    return QRectF(mark.x() - kConnectorMark, mark.y() - kConnectorMark, 2 * kConnectorMark,
                  2 * kConnectorMark);
}

// No label lies across the selected pair's line.
void keepClear(const QLineF& line, std::vector<QRectF>& taken)
{
    const int steps = std::max(1, static_cast<int>(line.length() / kGap));
    for (int i = 0; i <= steps; ++i) {
        const QPointF at = line.pointAt(static_cast<double>(i) / steps);
        taken.emplace_back(at.x() - 2, at.y() - 2, 4, 4);
    }
}

} // namespace

std::vector<Connector> placeConnectors(const Scene& scene, const Frame& frame, int widest,
                                       std::optional<std::pair<std::size_t, std::size_t>> selected,
                                       const std::function<QSizeF(const QString&)>& sizeOf)
{
    std::vector<Connector> connectors;
    if (selected) {
        if (auto made = connector(scene, frame, selected->first, selected->second)) {
            made->selected = true;
            connectors.push_back(*made);
        }
    }
    if (scene.findings() != nullptr) {
        const auto& pairs = scene.findings()->similarNeed.eachChildOnce;
        for (std::size_t i = 0;
             i < pairs.size() && i < static_cast<std::size_t>(std::max(0, widest)); ++i) {
            if (selected && *selected == std::pair(pairs[i].a, pairs[i].b))
                continue;
            if (auto made = connector(scene, frame, pairs[i].a, pairs[i].b))
                connectors.push_back(*made);
        }
    }

    std::vector<QRectF> taken;
    for (const Connector& each : connectors) {
        taken.insert(taken.end(), {around(each.line.p1()), around(each.line.p2())});
        if (each.selected)
            keepClear(each.line, taken);
    }
    for (Connector& each :
         connectors) { // the selected one first: it is never without its label's room
        each.box = labelBox(each, sizeOf(each.label), taken, frame.area);
        if (!each.box.isNull())
            taken.push_back(each.box);
    }
    std::ranges::stable_partition(connectors, [](const Connector& each) { return !each.selected; });
    return connectors;
}

} // namespace twelvefold::charts
