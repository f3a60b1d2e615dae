// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/cost_ticker.h"

#include "wording/wording.h"

#include <cmath>

namespace twelvefold::charts {

CostTicker::CostTicker(bool logarithmic) : m_logarithmic(logarithmic)
{
    setTickCount(6);
}

QVector<double> CostTicker::createTickVector(double tickStep, const QCPRange& range)
{
    const double ratio = range.lower > 0 ? range.upper / range.lower : 0;
    if (!m_logarithmic || ratio < 4)
        return QCPAxisTicker::createTickVector(tickStep, range);
    const bool wide = ratio > 1e4; // more than four decades: whole decades alone
    QVector<double> ticks;
    double decade = std::pow(10.0, std::floor(std::log10(range.lower)));
    for (; decade <= range.upper; decade *= 10) {
        for (const double step : {1.0, 2.0, 5.0}) {
            const double tick = decade * step;
            if (tick >= range.lower && tick <= range.upper && (step == 1.0 || !wide))
                ticks << tick;
        }
    }
    return ticks;
}

int CostTicker::getSubTickCount(double)
{
    return 0;
}

QString CostTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    return tick == std::round(tick) ? wording::roundPounds(tick) : wording::pounds(tick);
}

} // namespace twelvefold::charts
