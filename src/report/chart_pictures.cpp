// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_pictures.h"

#include "charts/amounts_chart.h"
#include "charts/funnel_chart.h"
#include "charts/waterfall_chart.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

using ChartKind = Chart::Kind;

charts::Picture pictureOf(QSize size)
{
    charts::Picture picture;
    picture.size = size;
    return picture;
}

} // namespace

bool isOfBars(const Chart& chart)
{
    return chart.kind == ChartKind::amounts || chart.kind == ChartKind::waterfall;
}

int heightOf(const Chart& chart, int width, int highest)
{
    const analysis::AmountsFound& amounts = chart.findings->amounts;
    switch (chart.kind) {
    case ChartKind::amounts:
        return std::min(highest, charts::heightOfAmounts(amounts, width));
    case ChartKind::waterfall:
        return std::min(highest, charts::heightOfWaterfall(charts::waterfallOf(amounts)));
    case ChartKind::needAndCost:
    case ChartKind::funnel:
        break;
    }
    return highest;
}

void drawChart(QPainter& painter, const QRectF& area, const Chart& chart, int width)
{
    const charts::Theme ink = charts::Theme::light(); // paper is light, whatever the screen
    const analysis::Findings& findings = *chart.findings;
    switch (chart.kind) {
    case ChartKind::needAndCost:
        return charts::drawNeedCost(painter, area, *chart.cohort, findings, chart.options, ink,
                                    width);
    case ChartKind::amounts:
        return charts::drawAmounts(painter, area, findings.amounts, ink, width);
    case ChartKind::waterfall:
        return charts::drawWaterfall(painter, area, charts::waterfallOf(findings.amounts), ink,
                                     width);
    case ChartKind::funnel:
        return charts::drawFunnel(painter, area, *chart.cohort, findings, ink, width);
    }
}

QByteArray svgOf(const Chart& chart, QSize size)
{
    const charts::Picture picture = pictureOf(size);
    switch (chart.kind) {
    case ChartKind::amounts:
        return charts::amountsSvg(chart.findings->amounts, picture);
    case ChartKind::waterfall:
        return charts::waterfallSvg(charts::waterfallOf(chart.findings->amounts), picture);
    case ChartKind::funnel:
        return charts::funnelSvg(*chart.cohort, *chart.findings, picture);
    case ChartKind::needAndCost:
        break;
    }
    return charts::needCostSvg(*chart.cohort, *chart.findings, chart.options, picture);
}

QByteArray pngOf(const Chart& chart, QSize size, double scale)
{
    const charts::Picture picture = pictureOf(size);
    switch (chart.kind) {
    case ChartKind::amounts:
        return charts::amountsPng(chart.findings->amounts, picture, scale);
    case ChartKind::waterfall:
        return charts::waterfallPng(charts::waterfallOf(chart.findings->amounts), picture, scale);
    case ChartKind::funnel:
        return charts::funnelPng(*chart.cohort, *chart.findings, picture, scale);
    case ChartKind::needAndCost:
        break;
    }
    return charts::needCostPng(*chart.cohort, *chart.findings, chart.options, picture, scale);
}

} // namespace twelvefold::report
