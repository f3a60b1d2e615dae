// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/funnel_plot.h"

#include "charts/paint.h"
#include "wording/wording.h"

#include <QCoreApplication>

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::charts {
namespace {

constexpr double kFunnelMargin = 14;
constexpr double kPointSize = 8, kChosenSize = 12;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FunnelChart)
};

// "−20 %" at the logarithm of 0.8: the ticks that lie in a range and, so many pixels high, not upon
// one another. The level line comes first, then halves and doubles.
QSharedPointer<QCPAxisTickerText> percentTicker(double from, double to, double pixels)
{
    constexpr std::array kRatios{1.0, 2.0,  0.5, 1.5, 0.7,  3.0, 5.0, 0.25,
                                 0.1, 10.0, 0.8, 0.6, 1.25, 1.1, 0.9};
    constexpr double kApart = 17; // from the middle of one label to that of the next
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    std::vector<double> taken;
    for (const double ratio : kRatios) {
        const double at = std::log(ratio);
        const auto tooClose = [&](double other) {
            return std::abs(other - at) / (to - from) * pixels < kApart;
        };
        if (at < from || at > to || std::ranges::any_of(taken, tooClose))
            continue;
        taken.push_back(at);
        const QString sign = ratio > 1   ? QStringLiteral("+")
                             : ratio < 1 ? QStringLiteral("−")
                                         : QString();
        ticker->addTick(at, sign + wording::percent(std::abs(ratio - 1)));
    }
    return ticker;
}

double span(const std::vector<FunnelPlot::Point>& points, const statistics::FunnelLimits& limits)
{
    double most = std::log(1.15);
    for (const auto& point : points)
        most = std::max(most, std::abs(point.value));
    return 1.12 * std::max(most, std::min(limits.upper998, 1.5 * most));
}

} // namespace

FunnelPlot::FunnelPlot(QWidget* parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setInteractions(QCP::Interactions());
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 10, 14, 8));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(labelFont());
        axis->setLabelFont(labelFont());
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(QPen(Qt::transparent));
        axis->setTickLength(0, 0);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->setLabelPadding(4);
    }
    m_plot->xAxis->setLabel(Text::tr("Children"));
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, m_plot, [this] { fit(m_plot->height()); });
    // Where the axes lie in pixels is known only then, on screen and on paper.
    QObject::connect(m_plot, &QCustomPlot::afterLayout, m_plot, [this] { placeLabel(); });
    rebuild();
}

FunnelPlot::~FunnelPlot()
{
    if (m_plot->parent() == nullptr)
        delete m_plot;
}

void FunnelPlot::show(const domain::Cohort& cohort, const analysis::ProviderEffects& effects)
{
    m_points.clear();
    m_funnel = effects.funnel;
    bool weighted = false; // by how widely children of a setting spread
    for (std::size_t i = 0; i < effects.providers.size() && i < m_funnel.units.size(); ++i) {
        const analysis::ProviderEffect& effect = effects.providers[i];
        const statistics::FunnelUnit& unit = m_funnel.units[i];
        if (!unit.drawn)
            continue;
        weighted = weighted || std::abs(unit.size - double(effect.n)) > 1e-9 * unit.size;
        const statistics::FunnelLimits& limits = unit.widened ? *unit.widened : unit.limits;
        Point point{effect.provider,
                    unit.size,
                    unit.value,
                    effects.differ &&
                        (unit.value < limits.lower998 || unit.value > limits.upper998),
                    QString::fromStdString(cohort.providerNames[effect.provider]),
                    {}};
        point.words = Text::tr("%1: %2 from %n children", nullptr, static_cast<int>(effect.n))
                          .arg(point.name, wording::effectShort(effects, unit.value));
        m_points.push_back(std::move(point));
    }
    std::ranges::stable_sort(m_points, {}, &Point::n);
    m_plot->xAxis->setLabel(weighted ? Text::tr("Children, weighted") : Text::tr("Children"));
    rebuild();
}

void FunnelPlot::clear()
{
    m_points.clear();
    m_funnel = {};
    rebuild();
}

void FunnelPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    rebuild();
}

void FunnelPlot::setChosen(std::optional<std::size_t> provider)
{
    m_chosen = provider;
    rebuild();
}

void FunnelPlot::setFocused(bool focused)
{
    m_focused = focused;
    rebuild();
}

int FunnelPlot::placeOfChosen() const
{
    const auto found = std::ranges::find_if(
        m_points, [this](const Point& point) { return m_chosen == point.provider; });
    return found == m_points.end() ? -1 : static_cast<int>(found - m_points.begin());
}

double FunnelPlot::distance(const Point& point, const QPoint& from) const
{
    return std::hypot(m_plot->xAxis->coordToPixel(point.n) - from.x(),
                      m_plot->yAxis->coordToPixel(point.value) - from.y());
}

void FunnelPlot::rebuild()
{
    m_plot->clearGraphs();
    m_plot->clearItems();
    m_label = nullptr;
    m_plot->setBackground(QBrush(m_theme.panel));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(m_theme.quiet);
        axis->setLabelColor(m_theme.quiet);
        axis->grid()->setPen(QPen(m_theme.grid, 1));
        axis->grid()->setZeroLinePen(QPen(m_theme.faint, 1));
        axis->setVisible(!m_points.empty());
    }
    if (!m_points.empty()) {
        const double most = 1.06 * m_points.back().n + 0.5;
        const double reach = span(m_points, m_funnel.limitsAt(2));
        m_plot->xAxis->setRange(0, most);
        m_plot->yAxis->setRange(-reach, reach);
        addLimits(most);
        addPoints();
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

// What the axis of costs says has room in a picture so many pixels high.
void FunnelPlot::fit(double height)
{
    constexpr double kUnderAndOver = 62; // the other axis with its name, and the margins
    const double pixels = std::max(kUnderAndOver, height - kUnderAndOver);
    const QCPRange range = m_plot->yAxis->range();
    m_plot->yAxis->setTicker(percentTicker(range.lower, range.upper, pixels));
    const QString name = Text::tr("Cost beside such needs elsewhere");
    const bool fits = QFontMetricsF(labelFont()).horizontalAdvance(name) <= pixels;
    m_plot->yAxis->setLabel(fits ? name : Text::tr("Cost beside others"));
}

// The band that holds 95 % of providers by chance, and beyond it the lines of 99.8 %, both with the
// spread between providers where it is known.
void FunnelPlot::addLimits(double most)
{
    constexpr int kSteps = 160;
    QVector<double> sizes;
    std::array<QVector<double>, 4> lines;
    for (int step = 0; step <= kSteps; ++step) {
        const double size = 0.6 + (most - 0.6) * step / kSteps;
        const statistics::FunnelLimits at =
            m_funnel.widenedAt(size).value_or(m_funnel.limitsAt(size));
        sizes << size;
        const std::array ends{at.lower95, at.upper95, at.lower998, at.upper998};
        for (std::size_t i = 0; i < ends.size(); ++i)
            lines[i] << ends[i];
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QCPGraph* line = m_plot->addGraph();
        line->setData(sizes, lines[i], true);
        line->setPen(QPen(i < 2 ? m_theme.accent : m_theme.quiet, 1.2,
                          i < 2 ? Qt::SolidLine : Qt::DashLine));
    }
    m_plot->graph(0)->setChannelFillGraph(m_plot->graph(1));
    m_plot->graph(0)->setBrush(m_theme.accentWash);
    // The axis draws its zero line beneath the band.
    QCPGraph* none = m_plot->addGraph();
    none->setData({0, most}, {0, 0}, true);
    none->setPen(QPen(m_theme.faint, 1.2));
}

void FunnelPlot::addPoints()
{
    const auto add = [this](auto wanted, const QColor& colour, double size,
                            QCPScatterStyle::ScatterShape shape) {
        QCPGraph* graph = m_plot->addGraph();
        for (const Point& point : m_points) {
            if (wanted(point))
                graph->addData(point.n, point.value);
        }
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(shape, QPen(m_theme.panel, 1), colour, size));
    };
    const auto chosen = [this](const Point& point) { return m_chosen == point.provider; };
    add([&](const Point& point) { return !point.beyond && !chosen(point); }, m_theme.accent,
        kPointSize, QCPScatterStyle::ssCircle);
    add([&](const Point& point) { return point.beyond && !chosen(point); }, m_theme.attention,
        kPointSize + 1, QCPScatterStyle::ssDiamond);
    add(chosen, m_theme.text, kChosenSize, QCPScatterStyle::ssCircle);
    addLabel();
}

void FunnelPlot::addLabel()
{
    const int place = placeOfChosen();
    if (place < 0)
        return;
    m_label = new QCPItemText(m_plot);
    m_label->setText(m_points[static_cast<std::size_t>(place)].name);
    m_label->setFont(labelFont());
    m_label->setColor(m_theme.text);
    m_label->setBrush(QBrush(m_theme.panel));
    m_label->setPadding(QMargins(3, 1, 3, 1));
    if (m_focused)
        m_label->setPen(QPen(m_theme.accent, 2));
    m_label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_label->position->setType(QCPItemPosition::ptAbsolute);
}

QRectF FunnelPlot::markOf(const Point& point) const
{
    const double half = (m_chosen == point.provider ? kChosenSize : kPointSize + 1) / 2 + 1;
    const QPointF centre(m_plot->xAxis->coordToPixel(point.n),
                         m_plot->yAxis->coordToPixel(point.value));
    return QRectF(centre - QPointF(half, half), QSizeF(2 * half, 2 * half));
}

QRectF FunnelPlot::label() const
{
    return m_label
               ? QRectF(m_label->topLeft->pixelPosition(), m_label->bottomRight->pixelPosition())
               : QRectF();
}

// Beside its mark, above or below it, where it hides the fewest of the others; never over its own,
// never out of the picture. A name that is too long for the picture ends in ….
void FunnelPlot::placeLabel()
{
    const int place = m_label ? placeOfChosen() : -1;
    if (place < 0)
        return;
    const Point& chosen = m_points[static_cast<std::size_t>(place)];
    const QRectF room(m_plot->axisRect()->rect());
    const QFontMetricsF metrics(labelFont());
    constexpr double kAround = 8, kInside = 3;
    const QString name =
        metrics.elidedText(chosen.name, Qt::ElideRight, room.width() - kAround - 2 * kInside);
    m_label->setText(name);
    const QSizeF size(metrics.horizontalAdvance(name) + kAround, metrics.height() + 4);
    const QRectF mark = markOf(chosen);
    // Along the edge of the picture where the name would reach out of it.
    const auto within = [](double at, double length, double from, double to) {
        return std::max(from, std::min(at, to - length));
    };
    const double x =
        within(mark.center().x() - size.width() / 2, size.width(), room.left(), room.right());
    const double y =
        within(mark.center().y() - size.height() / 2, size.height(), room.top(), room.bottom());
    const std::array places{
        QPointF(mark.right() + kInside, y), QPointF(mark.left() - kInside - size.width(), y),
        QPointF(x, mark.top() - kInside - size.height()), QPointF(x, mark.bottom() + kInside)};
    const auto badness = [&](const QPointF& at) {
        const QRectF area(at, size);
        double hidden = room.contains(area) ? 0 : 1e6;
        if (area.intersects(mark))
            hidden += 1e9;
        for (const Point& point : m_points)
            hidden += area.intersects(markOf(point)) ? 1 : 0;
        return hidden;
    };
    m_label->position->setPixelPosition(*std::ranges::min_element(places, {}, badness));
}

void FunnelPlot::draw(QCPPainter& painter, const QString& caption, QSize size)
{
    const double width = size.width() - 2 * kFunnelMargin;
    const double captionHeight =
        caption.isEmpty()
            ? 0
            : QFontMetricsF(labelFont())
                      .boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, caption)
                      .height() +
                  12;
    const double plotHeight = std::max(80.0, size.height() - captionHeight - kFunnelMargin);
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), m_theme.panel);
    fit(plotHeight);
    m_plot->toPainter(&painter, size.width(), static_cast<int>(plotHeight));
    fit(m_plot->height());
    painter.setFont(labelFont());
    painter.setPen(m_theme.quiet);
    painter.drawText(QRectF(kFunnelMargin, plotHeight + 6, width, captionHeight), Qt::TextWordWrap,
                     caption);
}

} // namespace twelvefold::charts
