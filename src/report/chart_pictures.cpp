// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_pictures.h"

#include "charts/amounts_chart.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

charts::Picture pictureOf(QSize size)
{
    charts::Picture picture;
    picture.size = size;
    return picture;
}

} // namespace

int heightOf(const Chart& chart, int width, int highest)
{
    return chart.kind == Chart::Kind::amounts
               ? std::min(highest, charts::heightOfAmounts(chart.findings->amounts, width))
               : highest;
}

void drawChart(QPainter& painter, const QRectF& area, const Chart& chart)
{
    const charts::Theme ink = charts::Theme::light(); // paper is light, whatever the screen
    if (chart.kind == Chart::Kind::amounts)
        charts::drawAmounts(painter, area, chart.findings->amounts, ink);
    else
        charts::drawNeedCost(painter, area, *chart.cohort, *chart.findings, chart.options, ink);
}

QByteArray svgOf(const Chart& chart, QSize size)
{
    return chart.kind == Chart::Kind::amounts
               ? charts::amountsSvg(chart.findings->amounts, pictureOf(size))
               : charts::needCostSvg(*chart.cohort, *chart.findings, chart.options,
                                     pictureOf(size));
}

QByteArray pngOf(const Chart& chart, QSize size, double scale)
{
    return chart.kind == Chart::Kind::amounts
               ? charts::amountsPng(chart.findings->amounts, pictureOf(size), scale)
               : charts::needCostPng(*chart.cohort, *chart.findings, chart.options, pictureOf(size),
                                     scale);
}

} // namespace twelvefold::report
