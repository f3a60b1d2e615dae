// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QObject>
#include <QPointF>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace twelvefold::charts {

// What mouse and keyboard do to the chart. Watches the chart (keys, focus) and the plot (mouse).
class NeedCostChart::Private : public QObject
{
public:
    explicit Private(NeedCostChart& chart);

    void showAll();

    Plot plot;
    Pointing pointing;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Drag
    {
        none,
        band,
        pan
    };

    bool key(const QKeyEvent& event);
    bool arrow(int key, bool extend);
    void moveCursor(std::size_t point);
    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void click(const QPointF& at, bool add);
    void pan(const QPointF& to);
    void zoom(double factor, const QPointF& around);
    void hover(const QPointF& at, const QPoint& global);
    void leave();
    // Those whose marks coincide with the nearest one's within reach.
    std::vector<std::size_t> coincidingAt(const QPointF& at) const;
    QString named(const std::vector<std::size_t>& points) const;
    const Connector* connectorAt(const std::vector<Connector>& connectors, const QPointF& at) const;

    NeedCostChart& m_chart;
    Drag m_drag = Drag::none;
    bool m_moved = false;
    bool m_spaceHeld = false;
    QPointF m_pressedAt;
    QPointF m_panFrom;
};

} // namespace twelvefold::charts
