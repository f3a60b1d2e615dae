// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_objects.h"

#include "report/document.h"

namespace twelvefold::report {
namespace {

constexpr int kIndex = QTextFormat::UserProperty + 1;

} // namespace

QTextCharFormat ChartObjects::placeFor(const Chart& chart)
{
    QTextCharFormat place;
    place.setObjectType(kType);
    place.setProperty(kIndex, uint(m_charts.size()));
    m_charts.push_back(&chart);
    return place;
}

QSizeF ChartObjects::intrinsicSize(QTextDocument* /*document*/, int /*position*/,
                                   const QTextFormat& /*format*/)
{
    return m_size;
}

void ChartObjects::drawObject(QPainter* painter, const QRectF& area, QTextDocument* /*document*/,
                              int /*position*/, const QTextFormat& format)
{
    const Chart& chart = *m_charts[format.property(kIndex).toUInt()];
    charts::drawNeedCost(*painter, area, *chart.cohort, *chart.findings, chart.options, m_theme);
}

} // namespace twelvefold::report
