// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/placement_timeline.h"

#include "common/accessible_roles.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kYears = 22; // the band of year numbers
constexpr int kPlacement = 30;
constexpr int kCost = 18;
constexpr int kGap = 4;

} // namespace

std::vector<int> rowsOf(const std::vector<domain::Period>& periods)
{
    std::vector<std::optional<domain::Date>> freeFrom; // a row's end; nothing: never free again
    std::vector<int> rows;
    for (const domain::Period& period : periods) {
        const auto row =
            std::ranges::find_if(freeFrom, [&](const std::optional<domain::Date>& end) {
                return end && *end <= period.start;
            });
        rows.push_back(static_cast<int>(row - freeFrom.begin()));
        if (row == freeFrom.end())
            freeFrom.push_back(period.end);
        else
            *row = period.end;
    }
    return rows;
}

PlacementTimeline::PlacementTimeline(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Timeline of placements and costs"));
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QString PlacementTimeline::periodWords(const domain::Period& period)
{
    return period.end ? tr("%1 to %2").arg(wording::date(period.start), wording::date(*period.end))
                      : tr("since %1").arg(wording::date(period.start));
}

void PlacementTimeline::show(const std::vector<domain::Placement>& placements,
                             const std::vector<domain::CostLine>& lines, domain::Date on)
{
    m_bars.clear();
    m_on = on;
    for (const domain::Placement& placement : placements) {
        Bar bar;
        bar.period = placement.period;
        bar.words = wording::text(domain::word(placement.setting));
        bar.tooltip = tr("%1, %2").arg(bar.words, periodWords(bar.period));
        bar.setting = placement.setting;
        bar.placement = placement.id;
        m_bars.push_back(bar);
    }
    for (const domain::CostLine& line : lines) {
        Bar bar;
        bar.period = line.period;
        bar.words =
            tr("%1 %2 %3")
                .arg(wording::text(domain::word(line.component)),
                     wording::money(line.signedAmount()), wording::text(domain::word(line.per)));
        bar.tooltip = tr("%1, %2").arg(bar.words, periodWords(bar.period));
        bar.line = line.id;
        m_bars.push_back(bar);
    }
    std::ranges::stable_sort(m_bars, {}, [](const Bar& bar) { return bar.period.start; });
    const auto giveRows = [this](bool ofPlacements) {
        std::vector<domain::Period> periods;
        for (const Bar& bar : m_bars) {
            if (bar.setting.has_value() == ofPlacements)
                periods.push_back(bar.period);
        }
        const std::vector<int> rows = rowsOf(periods);
        std::size_t next = 0;
        for (Bar& bar : m_bars) {
            if (bar.setting.has_value() == ofPlacements)
                bar.row = rows[next++];
        }
        return rows.empty() ? 0 : *std::ranges::max_element(rows) + 1;
    };
    m_placementRows = giveRows(true);
    m_costRows = giveRows(false);
    chooseSpan(on);

    QStringList spoken;
    for (const Bar& bar : m_bars)
        spoken << bar.tooltip;
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    setFixedHeight(sizeHint().height());
    setVisible(!m_bars.empty());
    update();
}

void PlacementTimeline::chooseSpan(domain::Date on)
{
    m_first = on.plusDays(-365);
    m_last = on;
    for (const Bar& bar : m_bars) {
        m_first = std::min(m_first, bar.period.start);
        m_last = std::max({m_last, bar.period.start, bar.period.end.value_or(on)});
    }
    const int margin = std::max(30, domain::daysBetween(m_first, m_last) / 40);
    m_last = m_last.plusDays(margin);
    m_first = m_first.plusDays(-margin / 3);
}

QSize PlacementTimeline::sizeHint() const
{
    return {400, kYears + m_placementRows * (kPlacement + kGap) + 6 + m_costRows * (kCost + kGap)};
}

double PlacementTimeline::x(domain::Date date) const
{
    const double share = static_cast<double>(domain::daysBetween(m_first, date)) /
                         std::max(1, domain::daysBetween(m_first, m_last));
    return share * (width() - 2) + 1;
}

QRectF PlacementTimeline::areaOf(const Bar& bar) const
{
    const double left = x(bar.period.start);
    const double right = x(bar.period.end.value_or(m_last));
    double top = kYears + bar.row * (kPlacement + kGap);
    double height = kPlacement;
    if (!bar.setting) {
        top = kYears + m_placementRows * (kPlacement + kGap) + 6 + bar.row * (kCost + kGap);
        height = kCost;
    }
    return {left, top, std::max(3.0, right - left), height};
}

const PlacementTimeline::Bar* PlacementTimeline::barAt(const QPointF& position) const
{
    const auto bar = std::ranges::find_if(
        m_bars, [&](const Bar& candidate) { return areaOf(candidate).contains(position); });
    return bar == m_bars.end() ? nullptr : &*bar;
}

void PlacementTimeline::paintYears(QPainter& painter) const
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    painter.setFont(Appearance::small());
    const int years = m_last.year() - m_first.year();
    const int step = std::max(1, years * 44 / std::max(1, width()) + 1);
    for (int year = m_first.year() + 1; year <= m_last.year(); year += step) {
        const double at = x(*domain::Date::from(year, 1, 1));
        painter.fillRect(QRectF(at, 0, 1, height()), tokens.grid);
        painter.setPen(tokens.quiet);
        painter.drawText(QPointF(at + 5, 13), QString::number(year));
    }
}

void PlacementTimeline::paintBar(QPainter& painter, const Bar& bar) const
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    const QRectF area = areaOf(bar).adjusted(0.5, 0.5, -0.5, -0.5);
    double wordsFrom = area.left() + 8;
    if (bar.setting) {
        const charts::SettingStyle style = charts::styleOf(*bar.setting, tokens);
        QColor wash = style.colour;
        wash.setAlphaF(0.16F);
        painter.setBrush(wash);
        painter.setPen(QPen(style.colour, 1));
        painter.drawRoundedRect(area, 5, 5);
        if (area.width() > 22) {
            charts::drawMark(painter, QPointF(area.left() + 13, area.center().y()), style, 4.5);
            wordsFrom += 16;
        }
        painter.setFont(Appearance::body());
    } else {
        painter.setBrush(tokens.window);
        painter.setPen(QPen(tokens.line, 1));
        painter.drawRoundedRect(area, 4, 4);
        painter.setFont(Appearance::small());
    }
    const QRectF room(wordsFrom, area.top(), area.right() - wordsFrom - 4, area.height());
    if (room.width() < 24)
        return;
    painter.setPen(bar.setting ? tokens.text : tokens.quiet);
    painter.drawText(room, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(bar.words, Qt::ElideRight,
                                                      static_cast<int>(room.width())));
}

void PlacementTimeline::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintYears(painter);
    for (const Bar& bar : m_bars)
        paintBar(painter, bar);
    // The day the figures speak of.
    painter.setPen(QPen(tokens.accent, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x(m_on), 2), QPointF(x(m_on), height()));
}

void PlacementTimeline::mousePressEvent(QMouseEvent* event)
{
    const Bar* bar = barAt(event->position());
    if (bar == nullptr)
        return;
    if (bar->setting)
        emit placementPressed(bar->placement);
    else
        emit costLinePressed(bar->line);
}

bool PlacementTimeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const Bar* bar = barAt(help->pos()))
        QToolTip::showText(help->globalPos(), bar->tooltip, this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace twelvefold::ui
