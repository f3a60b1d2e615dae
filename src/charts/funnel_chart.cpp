// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/funnel_chart.h"

#include "charts/funnel_plot.h"
#include "charts/paper.h"
#include "wording/wording.h"

#include <QBuffer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <qcustomplot.h>

#include <algorithm>

namespace twelvefold::charts {
namespace {

QString funnelTitle()
{
    return FunnelChart::tr("Funnel of providers");
}

QString summaryOf(const FunnelPlot& plot, const analysis::Findings& findings)
{
    const QString differ = wording::providersDiffer(findings.providerCosts);
    const int n = static_cast<int>(plot.points().size());
    if (n == 0)
        return differ;
    const auto beyond = std::ranges::count_if(plot.points(), &FunnelPlot::Point::beyond);
    return differ + QLatin1Char(' ') + FunnelChart::tr("%n providers, ", nullptr, n) +
           FunnelChart::tr("%n beyond the limits that hold 99.8 % of them by chance.", nullptr,
                           static_cast<int>(beyond));
}

} // namespace

class FunnelChart::Private
{
public:
    explicit Private(QWidget* parent) : plot(parent) {}

    FunnelPlot plot;
    std::shared_ptr<const domain::Cohort> cohort;
    std::shared_ptr<const analysis::Findings> findings;
};

FunnelChart::FunnelChart(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    d->plot.widget()->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(funnelTitle());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

FunnelChart::~FunnelChart() = default;

void FunnelChart::show(std::shared_ptr<const domain::Cohort> cohort,
                       std::shared_ptr<const analysis::Findings> findings)
{
    d->cohort = std::move(cohort);
    d->findings = std::move(findings);
    if (d->cohort && d->findings)
        d->plot.show(*d->cohort, d->findings->providerCosts);
    else
        d->plot.clear();
    setAccessibleDescription(spokenSummary());
}

void FunnelChart::setTheme(const Theme& theme)
{
    d->plot.setTheme(theme);
}

void FunnelChart::setChosen(std::optional<std::size_t> provider)
{
    d->plot.setChosen(provider);
}

domain::Result<domain::Done> FunnelChart::save(const QString& fileName, const QString& caption,
                                               QSize size) const
{
    if (!d->cohort || !d->findings)
        throw std::logic_error("there is no funnel to save");
    return saveFunnel(fileName, *d->cohort, *d->findings, {size, d->plot.theme(), caption});
}

QString FunnelChart::spokenSummary() const
{
    if (!d->findings)
        return {};
    const QString words = summaryOf(d->plot, *d->findings);
    return d->plot.points().empty()
               ? words
               : words + QLatin1Char(' ') + tr("The list of providers has the figures of each.");
}

bool FunnelChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QStringList lines;
    for (const auto& point : d->plot.points()) {
        if (d->plot.distance(point, help->pos()) <= FunnelPlot::kReach)
            lines << point.words;
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

void FunnelChart::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const auto& points = d->plot.points();
    if ((!back && !on) || points.empty())
        return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(points.size()) - 1;
    const int place = d->plot.placeOfChosen();
    const int next = place < 0 ? (back ? last : 0) : std::clamp(place + (on ? 1 : -1), 0, last);
    emit providerChosen(points[static_cast<std::size_t>(next)].provider);
}

void FunnelChart::mousePressEvent(QMouseEvent* event)
{
    const auto& points = d->plot.points();
    const auto nearest = std::ranges::min_element(
        points, {}, [&](const auto& point) { return d->plot.distance(point, event->pos()); });
    if (nearest != points.end() && d->plot.distance(*nearest, event->pos()) <= FunnelPlot::kReach)
        emit providerChosen(nearest->provider);
}

void FunnelChart::resizeEvent(QResizeEvent*)
{
    d->plot.widget()->setGeometry(rect());
}

void FunnelChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    d->plot.setFocused(true);
}

void FunnelChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    d->plot.setFocused(false);
}

namespace {

// A funnel that is drawn once.
std::unique_ptr<FunnelPlot> plotOfFunnel(const domain::Cohort& cohort,
                                         const analysis::Findings& findings, const Theme& theme)
{
    auto plot = std::make_unique<FunnelPlot>();
    plot->setTheme(theme);
    plot->show(cohort, findings.providerCosts);
    return plot;
}

} // namespace

domain::Result<domain::Done> saveFunnel(const std::filesystem::path& file,
                                        const domain::Cohort& cohort,
                                        const analysis::Findings& findings, const Picture& picture)
{
    const auto plot = plotOfFunnel(cohort, findings, picture.theme);
    return saveSheet(file, funnelTitle(), picture.caption, picture.size, [&](QCPPainter& painter) {
        plot->draw(painter, picture.caption, picture.size);
    });
}

QString funnelInWords(const domain::Cohort& cohort, const analysis::Findings& findings)
{
    return summaryOf(*plotOfFunnel(cohort, findings, Theme::light()), findings);
}

void drawFunnel(QPainter& painter, const QRectF& area, const domain::Cohort& cohort,
                const analysis::Findings& findings, const Theme& theme, int width)
{
    const auto plot = plotOfFunnel(cohort, findings, theme);
    drawSheet(
        painter, area, [&](QCPPainter& recorder, QSize size) { plot->draw(recorder, {}, size); },
        width);
}

QByteArray funnelSvg(const domain::Cohort& cohort, const analysis::Findings& findings,
                     const Picture& picture)
{
    const auto plot = plotOfFunnel(cohort, findings, picture.theme);
    return sheetSvg(funnelTitle(), picture.caption, picture.size, [&](QCPPainter& painter) {
        plot->draw(painter, picture.caption, picture.size);
    });
}

QByteArray funnelPng(const domain::Cohort& cohort, const analysis::Findings& findings,
                     const Picture& picture, double scale)
{
    const auto plot = plotOfFunnel(cohort, findings, picture.theme);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    sheetImage(picture.size, scale, [&](QCPPainter& painter) {
        plot->draw(painter, picture.caption, picture.size);
    }).save(&buffer, "PNG");
    return bytes;
}

} // namespace twelvefold::charts
