// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pair_profile.h"

#include "charts/paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace twelvefold::charts {
namespace {

constexpr double kRow = 21.5;
constexpr double kStep = 20; // from level to level
constexpr double kMark = 4.4;

} // namespace

PairProfile::PairProfile(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Need profiles side by side"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PairProfile::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void PairProfile::setChildren(domain::Setting first, const QString& firstName,
                              std::optional<domain::Setting> second, const QString& secondName)
{
    m_first = first;
    m_firstName = firstName;
    m_second = second;
    m_secondName = secondName;
    describe();
}

void PairProfile::setRows(std::vector<Row> rows, int highestLevel)
{
    m_rows = std::move(rows);
    m_highest = std::max(1, highestLevel);
    updateGeometry();
    describe();
}

void PairProfile::describe()
{
    QStringList words;
    for (const Row& row : m_rows)
        words << inWords(row);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QSize PairProfile::sizeHint() const
{
    return {258, static_cast<int>(kRow * static_cast<double>(m_rows.size())) + 2};
}

QSize PairProfile::minimumSizeHint() const
{
    return {180, sizeHint().height()};
}

QString PairProfile::inWords(const Row& row) const
{
    const auto level = [](std::optional<int> value) {
        return value ? QString::number(*value) : tr("not scored");
    };
    if (!m_second)
        return tr("%1: %2").arg(row.title, level(row.first));
    return tr("%1: %2 %3, %4 %5")
        .arg(row.title, m_firstName, level(row.first), m_secondName, level(row.second));
}

void PairProfile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont());
    const QFontMetricsF metrics(painter.font());
    const double scaleLeft = width() - 10 - kStep * m_highest;
    double middle = kRow / 2;
    for (const Row& row : m_rows) {
        painter.setPen(m_theme.text);
        const QRectF label(0, middle - kRow / 2, scaleLeft - 16, kRow);
        painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(row.title, Qt::ElideRight, label.width()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.faint);
        for (int level = 0; level <= m_highest; ++level)
            painter.drawEllipse(QPointF(scaleLeft + kStep * level, middle), 1, 1);

        const auto second = m_second ? row.second : std::nullopt;
        // Where both stand on one level, both marks are still seen.
        const double aside = row.first && second && *row.first == *second ? 2.2 : 0;
        const auto place = [&](int level, double by) {
            return QPointF(scaleLeft + kStep * level + by, middle);
        };
        if (row.first && second && aside == 0) {
            painter.setPen(QPen(m_theme.quiet, 1.8));
            painter.drawLine(place(*row.first, 0), place(*second, 0));
        }
        if (row.first)
            drawMark(painter, place(*row.first, -aside), styleOf(m_first, m_theme), kMark);
        if (second)
            drawMark(painter, place(*second, aside), styleOf(*m_second, m_theme), kMark);
        middle += kRow;
    }
}

bool PairProfile::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(std::max(0.0, help->pos().y() / kRow));
        if (row < m_rows.size())
            QToolTip::showText(help->globalPos(), inWords(m_rows[row]), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace twelvefold::charts
