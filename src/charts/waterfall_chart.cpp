// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/waterfall_chart.h"

#include "charts/amounts_plot.h"
#include "charts/paint.h"
#include "charts/paper.h"
#include "wording/wording.h"

#include <QBuffer>
#include <QPainter>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace twelvefold::charts {
namespace {

using StepWith = WaterfallStep::With;

constexpr double kWaterfallMargin = 14; // at the sides of a picture of its own
constexpr double kGoodStep = 26;        // high
constexpr double kLeastStep = 17;       // a line of words
constexpr double kThickestStep = 30;
constexpr double kMostForStepNames = 0.42; // of the width
constexpr double kBesideSteps = 10;        // between them and their words

QString waterfallTitle()
{
    return WaterfallChart::tr("From need to what is paid");
}

QString stepName(const WaterfallStep& step)
{
    switch (step.with) {
    case StepWith::need:
        return WaterfallChart::tr("Need");
    case StepWith::placement:
        return step.by() > 0   ? WaterfallChart::tr("Placement: more")
               : step.by() < 0 ? WaterfallChart::tr("Placement: less")
                               : WaterfallChart::tr("Placement");
    case StepWith::price:
        return step.by() > 0   ? WaterfallChart::tr("Price: more")
               : step.by() < 0 ? WaterfallChart::tr("Price: less")
                               : WaterfallChart::tr("Price");
    case StepWith::paid:
        break;
    }
    return WaterfallChart::tr("What is paid");
}

// "£4,120", "+£120", "−£80".
QString stepAmount(const WaterfallStep& step)
{
    const QString amount = wording::largeMoney(step.by());
    const bool changes = step.with == StepWith::placement || step.with == StepWith::price;
    return changes && step.by() > 0 ? WaterfallChart::tr("+%1").arg(amount) : amount;
}

QColor stepColour(const WaterfallStep& step, const Theme& theme)
{
    switch (step.with) {
    case StepWith::need:
        return theme.ofNeed;
    case StepWith::placement:
        return theme.ofPlacement;
    case StepWith::price:
        return theme.ofPrice;
    case StepWith::paid:
        break;
    }
    return theme.quiet;
}

// Where steps and their words stand in an area.
class StepsLayout
{
public:
    StepsLayout(const Waterfall& steps, const QRectF& area) : m_area(area), m_n(steps.size())
    {
        const QFontMetricsF names(labelFont()), amounts(boldLabelFont());
        double right = 0;
        for (const WaterfallStep& step : steps) {
            m_names = std::max(m_names, names.horizontalAdvance(stepName(step)));
            right = std::max(right, amounts.horizontalAdvance(stepAmount(step)));
            m_least = std::min({m_least, step.from, step.to});
            m_most = std::max({m_most, step.from, step.to});
        }
        m_names = std::min(std::ceil(m_names) + 1, kMostForStepNames * area.width());
        const double left = area.left() + m_names + kBesideSteps;
        m_bars = QRectF(left, area.top(),
                        std::max(1.0, area.right() - std::ceil(right) - kBesideSteps - left),
                        area.height());
    }

    double x(double pounds) const
    {
        const double range = std::max(m_most - m_least, 1.0);
        return m_bars.left() + (pounds - m_least) / range * m_bars.width();
    }
    QRectF row(std::size_t step) const
    {
        const double pitch = m_area.height() / static_cast<double>(std::max<std::size_t>(1, m_n));
        return {m_area.left(), m_area.top() + pitch * static_cast<double>(step), m_area.width(),
                pitch};
    }
    QRectF bar(std::size_t at, const WaterfallStep& step) const
    {
        const QRectF within = row(at);
        const double thick = std::clamp(0.62 * within.height(), 5.0, kThickestStep);
        const double from = x(std::min(step.from, step.to)), to = x(std::max(step.from, step.to));
        return {from, within.center().y() - thick / 2, std::max(1.0, to - from), thick};
    }
    double names() const { return m_names; }

private:
    QRectF m_area, m_bars;
    std::size_t m_n;
    double m_names = 0;
    double m_least = 0, m_most = 0;
};

void paintSteps(QPainter& painter, const QRectF& area, const Waterfall& steps, const Theme& theme)
{
    const StepsLayout layout(steps, area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.faint, 1));
    const double zero = layout.x(0);
    painter.drawLine(QLineF(zero, area.top(), zero, area.bottom()));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const WaterfallStep& step = steps[i];
        const QRectF bar = layout.bar(i, step), row = layout.row(i);
        if (step.to < step.from)
            paintBelowZero(painter, bar, stepColour(step, theme), theme);
        else
            painter.fillRect(bar, stepColour(step, theme));
        if (i + 1 < steps.size()) {
            painter.setPen(QPen(theme.quiet, 1));
            const double x = layout.x(step.to);
            painter.drawLine(QLineF(x, bar.bottom(), x, layout.bar(i + 1, steps[i + 1]).top()));
        }
        painter.setPen(theme.text);
        painter.setFont(labelFont());
        painter.drawText(
            QRectF(row.left(), row.top(), layout.names() + 1, row.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
            QFontMetricsF(labelFont()).elidedText(stepName(step), Qt::ElideRight, layout.names()));
        painter.setFont(boldLabelFont());
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                         stepAmount(step));
    }
}

// A picture of its own, with its caption beneath.
void paintWaterfall(QPainter& painter, const Waterfall& steps, const Picture& picture)
{
    const double width = picture.size.width() - 2 * kWaterfallMargin;
    const double caption =
        picture.caption.isEmpty()
            ? 0
            : QFontMetricsF(labelFont())
                      .boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, picture.caption)
                      .height() +
                  12;
    const double height = std::max(80.0, picture.size.height() - caption - 2 * kWaterfallMargin);
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(picture.size)), picture.theme.panel);
    paintSteps(painter, QRectF(kWaterfallMargin, kWaterfallMargin, width, height), steps,
               picture.theme);
    painter.setFont(labelFont());
    painter.setPen(picture.theme.quiet);
    painter.drawText(QRectF(kWaterfallMargin, kWaterfallMargin + height + 6, width, caption),
                     Qt::TextWordWrap, picture.caption);
}

// Steps that follow one another, with what they come to.
class StepsTogether
{
public:
    void add(StepWith with, domain::Money by)
    {
        const double from = m_at.inPounds();
        m_at = m_at + by;
        m_steps.push_back({with, from, m_at.inPounds()});
    }
    // One step where only one of them is anything.
    void addBoth(StepWith with, domain::Money more, domain::Money less)
    {
        const domain::Money none;
        if (more != none || less == none)
            add(with, more);
        if (less != none)
            add(with, less);
    }
    Waterfall andPaid(domain::Money paid)
    {
        m_steps.push_back({StepWith::paid, 0, paid.inPounds()});
        return std::move(m_steps);
    }

private:
    domain::Money m_at;
    Waterfall m_steps;
};

} // namespace

Waterfall waterfallOf(const analysis::Amounts& amounts)
{
    StepsTogether steps;
    steps.add(StepWith::need, amounts.need);
    steps.add(StepWith::placement, amounts.placement);
    steps.add(StepWith::price, amounts.price);
    return steps.andPaid(amounts.spend);
}

Waterfall waterfallOf(const analysis::AmountsFound& found)
{
    StepsTogether steps;
    steps.add(StepWith::need, found.whole.need);
    steps.addBoth(StepWith::placement, found.placementMore, found.placementLess);
    steps.addBoth(StepWith::price, found.priceMore, found.priceLess);
    return steps.andPaid(found.whole.spend);
}

QString inWords(const Waterfall& steps)
{
    QStringList each;
    for (const WaterfallStep& step : steps)
        each << WaterfallChart::tr("%1, %2").arg(stepName(step), stepAmount(step));
    return WaterfallChart::tr("In a week: %1.").arg(each.join(QStringLiteral("; ")));
}

WaterfallChart::WaterfallChart(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(waterfallTitle());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void WaterfallChart::show(const Waterfall& steps)
{
    m_steps = steps;
    setAccessibleDescription(inWords(steps));
    updateGeometry();
    update();
}

void WaterfallChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize WaterfallChart::sizeHint() const
{
    return {320, heightOfWaterfall(m_steps)};
}

QSize WaterfallChart::minimumSizeHint() const
{
    return {200, static_cast<int>(kLeastStep * static_cast<double>(m_steps.size()))};
}

void WaterfallChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSteps(painter, rect(), m_steps, m_theme);
}

domain::Result<domain::Done> saveWaterfall(const std::filesystem::path& file,
                                           const Waterfall& steps, const Picture& picture)
{
    return saveSheet(file, waterfallTitle(), picture.caption, picture.size,
                     [&](QCPPainter& painter) { paintWaterfall(painter, steps, picture); });
}

int heightOfWaterfall(const Waterfall& steps)
{
    return static_cast<int>(kGoodStep * static_cast<double>(steps.size()));
}

void drawWaterfall(QPainter& painter, const QRectF& area, const Waterfall& steps,
                   const Theme& theme, int width)
{
    drawSheet(
        painter, area,
        [&](QCPPainter& recorder, QSize size) {
            paintSteps(recorder, QRectF(QPointF(), QSizeF(size)), steps, theme);
        },
        width);
}

QByteArray waterfallSvg(const Waterfall& steps, const Picture& picture)
{
    return sheetSvg(waterfallTitle(), picture.caption, picture.size,
                    [&](QCPPainter& painter) { paintWaterfall(painter, steps, picture); });
}

QByteArray waterfallPng(const Waterfall& steps, const Picture& picture, double scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    sheetImage(picture.size, scale, [&](QCPPainter& painter) {
        paintWaterfall(painter, steps, picture);
    }).save(&buffer, "PNG");
    return bytes;
}

} // namespace twelvefold::charts
