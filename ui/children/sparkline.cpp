// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/sparkline.h"

#include "common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace twelvefold::ui {

Sparkline::Sparkline(QWidget* parent) : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void Sparkline::show(const std::vector<domain::Outcome>& values)
{
    m_values = values;
    update();
}

void Sparkline::paintEvent(QPaintEvent*)
{
    if (m_values.empty())
        return;
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(5, 6, -5, -6);
    const auto [lowest, highest] =
        std::ranges::minmax(m_values, {}, [](const domain::Outcome& o) { return o.value; });
    const double spread = highest.value - lowest.value;
    const int days = domain::daysBetween(m_values.front().date, m_values.back().date);
    const auto at = [&](const domain::Outcome& outcome) {
        const double along =
            days == 0
                ? 1
                : static_cast<double>(domain::daysBetween(m_values.front().date, outcome.date)) /
                      days;
        const double up = spread == 0 ? 0.5 : (outcome.value - lowest.value) / spread;
        return QPointF(area.left() + along * area.width(), area.bottom() - up * area.height());
    };
    QPainterPath line(at(m_values.front()));
    for (const domain::Outcome& outcome : m_values)
        line.lineTo(at(outcome));
    painter.setPen(QPen(tokens.quiet, 1.4));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.quiet);
    for (const domain::Outcome& outcome : m_values)
        painter.drawEllipse(at(outcome), 1.8, 1.8);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(at(m_values.back()), 3.5, 3.5);
}

} // namespace twelvefold::ui
