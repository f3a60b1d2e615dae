// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace twelvefold::charts {

// Ticks of a cost axis, in whole pounds: £200, £500, £1,000 on a logarithmic axis, even steps on a
// linear one or where a zoomed view holds too little of a decade.
class CostTicker : public QCPAxisTicker
{
public:
    explicit CostTicker(bool logarithmic);

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    int getSubTickCount(double tickStep) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                         int precision) override;

private:
    bool m_logarithmic;
};

} // namespace twelvefold::charts
