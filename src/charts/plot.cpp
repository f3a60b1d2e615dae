// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot.h"

#include "charts/cost_ticker.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace twelvefold::charts {
namespace {

constexpr double kOverhang = 9; // a mark on the edge of the axes is drawn whole

// Something that paints itself over the axes' area.
class Painted : public QCPLayerable
{
public:
    Painted(QCustomPlot* plot, const QString& layer, std::function<void(QCPPainter&)> paint)
        : QCPLayerable(plot, layer), m_paint(std::move(paint))
    {
    }

protected:
    QRect clipRect() const override
    {
        const int by = static_cast<int>(kOverhang);
        return mParentPlot->axisRect()->rect().adjusted(-by, -by, by, by);
    }
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override
    {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

private:
    std::function<void(QCPPainter&)> m_paint;
};

QString needAxisLabel(const domain::Cohort* cohort)
{
    if (cohort == nullptr || !cohort->framework)
        return QCoreApplication::translate("NeedCostChart", "Total need");
    return QCoreApplication::translate("NeedCostChart", "Total need (0–%1, %2 domains)")
        .arg(QString::number(cohort->framework->highestTotal(), 'g', 6),
             QString::number(cohort->framework->domainCount()));
}

} // namespace

Plot::Plot(QWidget* parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->setInteractions(QCP::Interactions());
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 12, 14, 8));
    new Painted(m_plot, "main", [this](QCPPainter& painter) { paint(painter); });
    m_plot->addLayer("pointing", m_plot->layer("overlay"), QCustomPlot::limAbove);
    m_pointingLayer = m_plot->layer("pointing");
    m_pointingLayer->setMode(QCPLayer::lmBuffered);
    new Painted(m_plot, "pointing", [this](QCPPainter& painter) { paintPointing(painter); });
    m_medium.font = labelFont();
    m_plot->xAxis->ticker()->setTickCount(8);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(m_medium.font);
        axis->setLabelFont(m_medium.font);
        axis->setTickLabels(true);
        axis->setTickLabelPadding(8);
        axis->setLabelPadding(4);
        axis->setBasePen(Qt::NoPen);
        axis->grid()->setSubGridVisible(false);
        // A recorded picture draws a line of no length as a dot, even without a pen.
        axis->setTickPen(QPen(Qt::transparent));
        axis->setTickLength(0, 0);
        axis->setSubTicks(false);
    }
    m_plot->yAxis->setLabel(QCoreApplication::translate("NeedCostChart", "Weekly cost"));
    setOptions(m_options);
    applyTheme();
}

Plot::~Plot()
{
    if (m_plot->parent() == nullptr)
        delete m_plot;
}

void Plot::setScene(Scene scene)
{
    m_scene = std::move(scene);
    m_quantiles.reset();
    renewQuantiles();
    m_plot->xAxis->setLabel(needAxisLabel(m_scene.cohort()));
    setEmphasis({}, false);
}

void Plot::setFindings(std::shared_ptr<const analysis::Findings> findings)
{
    m_scene.setFindings(std::move(findings));
}

void Plot::setOptions(const NeedCostOptions& options)
{
    m_options = options;
    renewQuantiles();
    m_plot->yAxis->setScaleType(options.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(QSharedPointer<CostTicker>::create(options.logarithmic));
}

void Plot::renewQuantiles()
{
    if (m_options.quantileLines && !m_quantiles && m_scene.cohort() != nullptr)
        m_quantiles = analysis::quantileLines(*m_scene.cohort());
}

const analysis::QuantileLines* Plot::quantiles() const
{
    return m_options.quantileLines && m_quantiles ? &*m_quantiles : nullptr;
}

void Plot::setTheme(const Theme& theme)
{
    m_medium.theme = theme;
    m_stamps.clear();
    applyTheme();
}

void Plot::applyTheme()
{
    const Theme& theme = m_medium.theme;
    m_plot->setBackground(QBrush(theme.panel));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(theme.quiet);
        axis->setLabelColor(theme.quiet);
        axis->grid()->setPen(QPen(theme.grid, 1));
        axis->grid()->setZeroLinePen(QPen(theme.grid, 1));
    }
}

void Plot::setEmphasis(const std::vector<std::size_t>& rows, bool isPair)
{
    m_chosenRows = rows;
    m_emphasis = {};
    if (rows.empty())
        return;
    m_emphasis.chosen.assign(m_scene.points().size(), 0);
    for (const std::size_t row : rows) {
        if (const auto point = m_scene.pointOf(row))
            m_emphasis.chosen[*point] = 1;
    }
    if (isPair && rows.size() == 2)
        m_emphasis.pair = {rows[0], rows[1]};
}

void Plot::setSpans(Span need, Span cost)
{
    m_plot->xAxis->setRange(need.from, need.to);
    m_plot->yAxis->setRange(cost.from, cost.to);
}

void Plot::setPointing(const Pointing& pointing)
{
    m_pointing = pointing;
    m_pointingLayer->replot();
}

Span Plot::need() const
{
    return {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper};
}

Span Plot::cost() const
{
    return {m_plot->yAxis->range().lower, m_plot->yAxis->range().upper};
}

Frame Plot::frame() const
{
    return {QRectF(m_plot->axisRect()->rect()), need(), cost(), m_options.logarithmic};
}

std::vector<Connector> Plot::connectors() const
{
    return placeConnectors(
        m_scene, frame(), m_options.widestPairs ? m_options.pairsShown : 0, m_emphasis.pair,
        [this](const QString& label) { return labelSize(label, m_medium.font); });
}

void Plot::redraw()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

std::unique_ptr<Plot> Plot::copy() const
{
    auto other = std::make_unique<Plot>();
    other->setScene(m_scene);
    other->m_quantiles = m_quantiles;
    other->setOptions(m_options);
    other->setTheme(theme());
    other->setEmphasis(m_chosenRows, m_emphasis.pair.has_value());
    other->setSpans(need(), cost());
    return other;
}

// Before the window has laid the chart out, or where nothing is left for it, its axes have no area
// to divide by.
bool Plot::hasRoom() const
{
    const QRect area = m_plot->axisRect()->rect();
    return area.width() > 0 && area.height() > 0;
}

void Plot::paint(QCPPainter& painter)
{
    if (m_scene.empty() || !hasRoom())
        return;
    const auto modes = painter.modes();
    m_medium.vector =
        modes.testFlag(QCPPainter::pmVectorized) || modes.testFlag(QCPPainter::pmNoCaching);
    // A stamp on paper is enlarged: it needs more pixels than the paper says it has.
    m_medium.pixelRatio = std::max(painter.device()->devicePixelRatioF(),
                                   modes.testFlag(QCPPainter::pmVectorized) ? 3.0 : 1.0);
    const Frame frame = this->frame();
    if (m_options.expectedBand)
        paintBand(painter, m_scene, frame, m_medium);
    const auto many = [&](const auto& paintThem) {
        paintMany(painter, m_scene.points().size(), frame, m_medium, paintThem);
    };
    if (m_options.density)
        paintDensity(painter, m_scene, frame, m_medium);
    else
        many([&](QPainter& onto, const Medium& medium) {
            paintMarks(onto, m_scene, frame, medium, m_emphasis, m_stamps);
        });
    if (m_options.expectedBand)
        paintLine(painter, m_scene, frame, m_medium);
    if (const auto* lines = quantiles())
        paintQuantiles(painter, *lines, frame, m_medium);
    if (m_options.sameNeedMedians)
        many([&](QPainter& onto, const Medium& medium) {
            paintMedians(onto, m_scene, frame, medium);
        });
    const auto lines = connectors();
    const auto firstStrong = std::ranges::find_if(lines, &Connector::selected);
    // Beside a selected pair the other pairs are what one compares it with.
    const bool fadeOthers = m_emphasis.any() && firstStrong == lines.end();
    paintConnectors(painter, {lines.begin(), firstStrong}, m_scene, frame, m_medium, fadeOthers);
    if (firstStrong == lines.end() && m_emphasis.any())
        many([&](QPainter& onto, const Medium& medium) {
            paintChosen(onto, m_scene, frame, medium, m_emphasis, m_stamps);
        });
    paintConnectors(painter, {firstStrong, lines.end()}, m_scene, frame, m_medium, false);
}

void Plot::paintPointing(QCPPainter& painter)
{
    if (!hasRoom())
        return;
    const Frame frame = this->frame();
    const auto ring = [&](std::size_t point, const QColor& colour, double radius) {
        if (point >= m_scene.points().size())
            return;
        const Point& at = m_scene.points()[point];
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 2));
        painter.drawEllipse(frame.at(at.need, at.cost), radius, radius);
    };
    if (m_pointing.hovered)
        ring(*m_pointing.hovered, m_medium.theme.text, kStrongRadius + 1.5);
    if (m_pointing.cursor)
        ring(*m_pointing.cursor, m_medium.theme.accent, kStrongRadius + 5);
    if (!m_pointing.rubberBand.isNull()) {
        QColor wash = m_medium.theme.accent;
        wash.setAlphaF(0.12F);
        painter.setBrush(wash);
        painter.setPen(QPen(m_medium.theme.accent, 1));
        painter.drawRect(m_pointing.rubberBand);
    }
}

} // namespace twelvefold::charts
