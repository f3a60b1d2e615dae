// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/need_cost_chart.h"

#include "charts/need_cost_chart_p.h"
#include "charts/paper.h"
#include "wording/wording.h"

#include <QVBoxLayout>

#include <qcustomplot.h>

namespace twelvefold::charts {

NeedCostChart::NeedCostChart(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(*this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->plot.widget());
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(300, 136);
    setAccessibleName(tr("Need against weekly cost"));
    installEventFilter(d.get());
    d->plot.widget()->installEventFilter(d.get());
}

NeedCostChart::~NeedCostChart() = default;

void NeedCostChart::show(std::shared_ptr<const domain::Cohort> cohort,
                         std::shared_ptr<const analysis::Findings> findings)
{
    if (cohort && cohort.get() == d->plot.scene().cohort()) {
        d->plot.setFindings(std::move(findings));
        d->plot.redraw();
        describe();
        return;
    }
    const bool wasEmpty = d->plot.scene().empty();
    const Span needBefore = d->plot.scene().needSpan();
    const Span costBefore = d->plot.scene().costSpan(d->plot.options().logarithmic);
    d->plot.setScene(Scene(std::move(cohort), std::move(findings)));
    d->pointing = {};
    const Scene& scene = d->plot.scene();
    const bool sameRange = !wasEmpty && needBefore == scene.needSpan() &&
                           costBefore == scene.costSpan(d->plot.options().logarithmic);
    if (!sameRange)
        d->showAll();
    d->plot.redraw();
    describe();
}

void NeedCostChart::describe()
{
    setAccessibleDescription(spokenSummary());
}

void NeedCostChart::setOptions(const NeedCostOptions& options)
{
    const bool scaleChanged = options.logarithmic != d->plot.options().logarithmic;
    d->plot.setOptions(options);
    if (scaleChanged)
        d->plot.setSpans(d->plot.need(), d->plot.scene().costSpan(options.logarithmic));
    d->plot.redraw();
    describe();
}

void NeedCostChart::setTheme(const Theme& theme)
{
    d->plot.setTheme(theme);
    d->plot.redraw();
}

void NeedCostChart::setSelection(const std::vector<std::size_t>& rows, bool isPair)
{
    d->plot.setEmphasis(rows, isPair);
    d->plot.redraw();
}

void NeedCostChart::resetZoom()
{
    d->showAll();
    d->plot.redraw();
}

domain::Result<domain::Done> NeedCostChart::save(const QString& fileName, const QString& caption,
                                                 QSize size) const
{
    return savePaper(wording::toPath(fileName), *d->plot.copy(), caption, size);
}

QImage NeedCostChart::image(const QString& caption, QSize size, double scale) const
{
    return paperImage(*d->plot.copy(), caption, size, scale);
}

QString NeedCostChart::spokenSummary() const
{
    const Scene& scene = d->plot.scene();
    if (scene.empty() || scene.findings() == nullptr)
        return tr("No child has both a complete assessment and a weekly cost.");
    const Point& dearest = scene.points()[scene.byCost().back()];
    const Point& cheapest = scene.points()[scene.byCost().front()];
    QString lines;
    if (const analysis::QuantileLines* quantiles = d->plot.quantiles()) {
        for (const domain::Message& sentence : quantiles->inPounds)
            lines += QLatin1Char(' ') + wording::text(sentence);
    }
    return tr("A scatter of %1 children by total need and weekly cost. %2. %3 Weekly costs run "
              "from "
              "%4 to %5. The table below lists the same children.")
               .arg(wording::count(scene.points().size()), wording::headline(*scene.findings()),
                    wording::underHeadline(*scene.findings()), wording::pounds(cheapest.cost),
                    wording::pounds(dearest.cost)) +
           lines;
}

} // namespace twelvefold::charts
