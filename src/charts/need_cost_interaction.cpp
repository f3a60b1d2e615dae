// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/need_cost_chart.h"

#include "charts/need_cost_chart_p.h"
#include "wording/wording.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace twelvefold::charts {
namespace {

constexpr double kReach = 8;      // pixels from a mark at which the mouse means it
constexpr double kCoincide = 2;   // marks closer than this look like one
constexpr std::size_t kNamed = 8; // as many as a tooltip names
constexpr double kZoomStep = 1.2; // one notch of the wheel
constexpr double kFurthest = 1.6; // how far out the zoom goes, in widths of everything

Span zoomed(Span span, double centre, double factor)
{
    return {centre - (centre - span.from) * factor, centre + (span.to - centre) * factor};
}

double extent(Span span)
{
    return span.to - span.from;
}

} // namespace

NeedCostChart::Private::Private(NeedCostChart& chart) : plot(&chart), m_chart(chart)
{
    showAll();
}

void NeedCostChart::Private::showAll()
{
    plot.setSpans(plot.scene().needSpan(), plot.scene().costSpan(plot.options().logarithmic));
}

bool NeedCostChart::Private::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_chart) {
        switch (event->type()) {
        case QEvent::KeyPress:
            return key(*static_cast<QKeyEvent*>(event));
        case QEvent::KeyRelease:
            if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
                m_spaceHeld = false;
            return false;
        case QEvent::FocusOut:
            m_spaceHeld = false;
            pointing.cursor.reset();
            plot.setPointing(pointing);
            return false;
        default:
            return false;
        }
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        m_chart.resetZoom();
        return true;
    case QEvent::Wheel: {
        const auto& wheel = *static_cast<QWheelEvent*>(event);
        zoom(std::pow(kZoomStep, -wheel.angleDelta().y() / 120.0), wheel.position());
        return true;
    }
    case QEvent::Leave:
        leave();
        return false;
    default:
        return false;
    }
}

bool NeedCostChart::Private::key(const QKeyEvent& event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const QPointF middle = plot.frame().area.center();
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return arrow(event.key(), control);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (pointing.cursor)
            emit m_chart.childClicked(plot.scene().points()[*pointing.cursor].row, control);
        return true;
    case Qt::Key_Escape:
        emit m_chart.selectionCleared();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / kZoomStep, middle);
        return true;
    case Qt::Key_Minus:
        zoom(kZoomStep, middle);
        return true;
    case Qt::Key_0:
        m_chart.resetZoom();
        return true;
    case Qt::Key_Space:
        m_spaceHeld = true;
        return true;
    default:
        return false;
    }
}

// Left and right walk in order of need, up and down in order of cost.
bool NeedCostChart::Private::arrow(int key, bool)
{
    const Scene& scene = plot.scene();
    if (scene.empty())
        return true;
    const auto last = static_cast<std::ptrdiff_t>(scene.points().size()) - 1;
    const auto& byCost = scene.byCost();
    if (key == Qt::Key_Home || key == Qt::Key_End || !pointing.cursor) {
        moveCursor(key == Qt::Key_End ? static_cast<std::size_t>(last) : 0);
        return true;
    }
    const bool forward = key == Qt::Key_Right || key == Qt::Key_Up;
    std::ptrdiff_t at = static_cast<std::ptrdiff_t>(*pointing.cursor);
    const bool upright = key == Qt::Key_Up || key == Qt::Key_Down;
    if (upright)
        at = std::ranges::find(byCost, *pointing.cursor) - byCost.begin();
    const auto next =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + (forward ? 1 : -1), 0, last));
    moveCursor(upright ? byCost[next] : next);
    return true;
}

void NeedCostChart::Private::moveCursor(std::size_t point)
{
    pointing.cursor = point;
    const Point& at = plot.scene().points()[point];
    const Frame frame = plot.frame();
    const bool inView = at.need >= frame.need.from && at.need <= frame.need.to &&
                        at.cost >= frame.cost.from && at.cost <= frame.cost.to;
    if (!inView)
        m_chart.resetZoom();
    plot.setPointing(pointing);
    const QString words = named({point});
    m_chart.setAccessibleDescription(words);
    const QPointF position = plot.frame().at(at.need, at.cost) + QPointF(10, 4);
    QToolTip::showText(plot.widget()->mapToGlobal(position.toPoint()), words, plot.widget());
}

void NeedCostChart::Private::press(const QMouseEvent& event)
{
    m_chart.setFocus(Qt::MouseFocusReason);
    m_pressedAt = m_panFrom = event.position();
    m_moved = false;
    const bool wantsPan = event.button() == Qt::RightButton || event.button() == Qt::MiddleButton ||
                          (event.button() == Qt::LeftButton && m_spaceHeld);
    m_drag = wantsPan ? Drag::pan : Drag::band;
}

void NeedCostChart::Private::move(const QMouseEvent& event)
{
    const QPointF at = event.position();
    if (m_drag == Drag::none) {
        hover(at, event.globalPosition().toPoint());
        return;
    }
    if ((at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        m_moved = true;
    if (!m_moved)
        return;
    if (m_drag == Drag::pan) {
        pan(at);
        return;
    }
    pointing.hovered.reset();
    pointing.rubberBand = QRectF(m_pressedAt, at).normalized() & plot.frame().area;
    plot.setPointing(pointing);
}

void NeedCostChart::Private::release(const QMouseEvent& event)
{
    const Drag drag = std::exchange(m_drag, Drag::none);
    if (drag != Drag::band)
        return;
    if (!m_moved) {
        click(event.position(), event.modifiers().testFlag(Qt::ControlModifier));
        return;
    }
    const QRectF band = QRectF(m_pressedAt, event.position()).normalized() & plot.frame().area;
    pointing.rubberBand = {};
    plot.setPointing(pointing);
    const Frame frame = plot.frame();
    const auto rows =
        plot.scene().rowsWithin({frame.needAt(band.left()), frame.needAt(band.right())},
                                {frame.costAt(band.bottom()), frame.costAt(band.top())});
    if (rows.empty())
        emit m_chart.selectionCleared();
    else
        emit m_chart.areaSelected(rows);
}

void NeedCostChart::Private::click(const QPointF& at, bool add)
{
    const auto near = pointsNear(plot.scene(), plot.frame(), at, kReach);
    const auto connectors = plot.connectors();
    if (!near.empty())
        emit m_chart.childClicked(plot.scene().points()[near.front()].row, add);
    else if (const Connector* connector = connectorAt(connectors, at))
        emit m_chart.pairClicked(connector->a, connector->b);
    else if (!add)
        emit m_chart.selectionCleared();
}

void NeedCostChart::Private::pan(const QPointF& to)
{
    auto* widget = plot.widget();
    const auto by = [](QCPAxis* axis, double from, double now) {
        const double before = axis->pixelToCoord(from);
        const double after = axis->pixelToCoord(now);
        if (axis->scaleType() == QCPAxis::stLogarithmic)
            axis->setRange(axis->range() * (before / after));
        else
            axis->moveRange(before - after);
    };
    by(widget->xAxis, m_panFrom.x(), to.x());
    by(widget->yAxis, m_panFrom.y(), to.y());
    m_panFrom = to;
    plot.redraw();
}

void NeedCostChart::Private::zoom(double factor, const QPointF& around)
{
    const Frame frame = plot.frame();
    const bool logarithmic = frame.logarithmic;
    const auto scaled = [&](double cost) { return logarithmic ? std::log(cost) : cost; };
    const auto unscaled = [&](double value) { return logarithmic ? std::exp(value) : value; };
    const Span need = zoomed(frame.need, frame.needAt(around.x()), factor);
    const Span cost = zoomed({scaled(frame.cost.from), scaled(frame.cost.to)},
                             scaled(frame.costAt(around.y())), factor);
    const Span all = plot.scene().needSpan();
    if (factor > 1 && extent(need) > extent(all) * kFurthest)
        return;
    if (factor < 1 && extent(need) < extent(all) / 1000)
        return;
    plot.setSpans(need, {unscaled(cost.from), unscaled(cost.to)});
    plot.redraw();
}

std::vector<std::size_t> NeedCostChart::Private::coincidingAt(const QPointF& at) const
{
    const Frame frame = plot.frame();
    const auto near = pointsNear(plot.scene(), frame, at, kReach);
    if (near.empty())
        return {};
    const Point& nearest = plot.scene().points()[near.front()];
    return pointsNear(plot.scene(), frame, frame.at(nearest.need, nearest.cost), kCoincide);
}

void NeedCostChart::Private::hover(const QPointF& at, const QPoint& global)
{
    const auto points = coincidingAt(at);
    const auto now = points.empty() ? std::nullopt : std::optional(points.front());
    if (now != pointing.hovered) {
        pointing.hovered = now;
        plot.setPointing(pointing);
    }
    if (points.empty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, named(points), plot.widget());
}

void NeedCostChart::Private::leave()
{
    pointing.hovered.reset();
    plot.setPointing(pointing);
}

QString NeedCostChart::Private::named(const std::vector<std::size_t>& points) const
{
    const Scene& scene = plot.scene();
    const domain::Cohort& cohort = *scene.cohort();
    QStringList lines;
    for (std::size_t i = 0; i < points.size() && i < kNamed; ++i) {
        const Point& point = scene.points()[points[i]];
        lines << NeedCostChart::tr("%1 · %2 · need %3 · %4 a week")
                     .arg(QString::fromStdString(cohort.pseudonym[point.row]),
                          wording::text(domain::word(point.setting)),
                          wording::number(point.need, point.need == std::floor(point.need) ? 0 : 1),
                          wording::pounds(point.cost));
    }
    if (points.size() > kNamed)
        lines << NeedCostChart::tr("and %1 more at the same place")
                     .arg(wording::count(points.size() - kNamed));
    return lines.join(QLatin1Char('\n'));
}

const Connector* NeedCostChart::Private::connectorAt(const std::vector<Connector>& connectors,
                                                     const QPointF& at) const
{
    for (auto each = connectors.rbegin(); each != connectors.rend(); ++each) {
        const QPointF along = each->line.p2() - each->line.p1();
        const double length2 = QPointF::dotProduct(along, along);
        const double t =
            length2 > 0
                ? std::clamp(QPointF::dotProduct(at - each->line.p1(), along) / length2, 0.0, 1.0)
                : 0.0;
        const bool onLine = QLineF(at, each->line.pointAt(t)).length() <= kReach / 2;
        if (onLine || each->box.contains(at))
            return &*each;
    }
    return nullptr;
}

} // namespace twelvefold::charts
