// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/profile_radar.h"

#include "charts/paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace twelvefold::charts {
namespace {

std::optional<int> at(const std::vector<std::optional<int>>& levels, std::size_t domain)
{
    return domain < levels.size() ? levels[domain] : std::nullopt;
}

} // namespace

ProfileRadar::ProfileRadar(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Need profile"));
    setMinimumSize(120, 120);
}

void ProfileRadar::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void ProfileRadar::setDomains(const QStringList& titles, int highestLevel)
{
    m_titles = titles;
    m_highest = std::max(1, highestLevel);
    setLevels(m_today, m_before);
}

void ProfileRadar::setLevels(const Levels& today, const Levels& before)
{
    m_today = today;
    m_before = before;
    setAccessibleDescription(inWords().join(QStringLiteral("; ")));
    update();
}

QStringList ProfileRadar::inWords() const
{
    QStringList words;
    for (std::size_t domain = 0; domain < static_cast<std::size_t>(m_titles.size()); ++domain) {
        const QString& title = m_titles[static_cast<qsizetype>(domain)];
        const auto now = at(m_today, domain);
        const auto before = at(m_before, domain);
        if (!now)
            words << tr("%1: not scored").arg(title);
        else if (before && *before != *now)
            words << tr("%1: %2, was %3").arg(title).arg(*now).arg(*before);
        else
            words << tr("%1: %2").arg(title).arg(*now);
    }
    return words;
}

// The first domain stands at the top, the others follow clockwise. Level 0 is a small ring, not the
// middle, so that a profile of noughts is still a shape.
QPointF ProfileRadar::corner(std::size_t domain, double level) const
{
    const double radius = std::min(width(), height()) / 2.0 - 8;
    const double angle = 2 * std::numbers::pi * static_cast<double>(domain) /
                         static_cast<double>(std::max<qsizetype>(1, m_titles.size()));
    const double reach = radius * (level + 0.6) / (m_highest + 0.6);
    return QPointF(width() / 2.0, height() / 2.0) +
           QPointF(reach * std::sin(angle), -reach * std::cos(angle));
}

// Neighbouring levels span a triangle with the middle; where one is missing there is a gap.
void ProfileRadar::paintProfile(QPainter& painter, const Levels& levels, const QPen& pen,
                                const QBrush& fill) const
{
    const auto n = static_cast<std::size_t>(m_titles.size());
    const QPointF middle(width() / 2.0, height() / 2.0);
    QPainterPath inside;
    inside.setFillRule(Qt::WindingFill);
    QPainterPath outline;
    for (std::size_t domain = 0; domain < n; ++domain) {
        const std::size_t next = (domain + 1) % n;
        const auto here = at(levels, domain);
        const auto there = at(levels, next);
        if (here && there) {
            inside.addPolygon(
                QPolygonF{middle, corner(domain, *here), corner(next, *there), middle});
            outline.moveTo(corner(domain, *here));
            outline.lineTo(corner(next, *there));
        } else if (here && !at(levels, (domain + n - 1) % n)) {
            outline.addEllipse(corner(domain, *here), 2.5, 2.5); // alone between two gaps
        }
    }
    if (fill.style() != Qt::NoBrush)
        painter.fillPath(inside.simplified(), fill);
    painter.strokePath(outline, pen);
}

void ProfileRadar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto n = static_cast<std::size_t>(m_titles.size());
    if (n < 3)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.line, 1));
    for (int level = 1; level <= m_highest; ++level) {
        QPolygonF ring;
        for (std::size_t domain = 0; domain < n; ++domain)
            ring << corner(domain, level);
        painter.drawPolygon(ring);
    }
    QPen dashed(m_theme.quiet, 1.3, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    dashed.setDashPattern({3, 2.4});
    paintProfile(painter, m_before, dashed, Qt::NoBrush);
    QColor wash = m_theme.accent;
    wash.setAlphaF(m_theme.dark ? 0.26F : 0.18F);
    paintProfile(painter, m_today,
                 QPen(m_theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), wash);
}

bool ProfileRadar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_titles.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPointF away = help->pos() - QPointF(width() / 2.0, height() / 2.0);
        const double turn = std::atan2(away.x(), -away.y()) / (2 * std::numbers::pi);
        const auto n = m_titles.size();
        const auto nearest =
            (static_cast<qsizetype>(std::lround(turn * static_cast<double>(n))) + n) % n;
        QToolTip::showText(help->globalPos(), inWords()[nearest], this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace twelvefold::charts
