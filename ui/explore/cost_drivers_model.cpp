// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/cost_drivers_model.h"

#include "common/theme.h"
#include "wording/wording.h"

#include <QPainter>

#include <algorithm>

namespace twelvefold::ui {

CostDriversModel::CostDriversModel(QObject* parent) : RowsModel(parent)
{
    using Number = std::optional<double>;
    const auto inPercent = [](Number value) {
        return value ? QStringLiteral("%1 %").arg(wording::number(100 * *value, 1)) : QString();
    };
    const auto figure = [this](double analysis::CostDriver::*member) {
        return [this, member](std::size_t i) { return Number(each(i).*member); };
    };
    const auto shareOf = figure(&analysis::CostDriver::share);
    const auto chance = figure(&analysis::CostDriver::byChance);
    const auto whole = figure(&analysis::CostDriver::contribution);
    const auto intervalOf = [this](std::size_t i) {
        return each(i).lower && each(i).upper ? tr("%1 to %2")
                                                    .arg(wording::number(100 * *each(i).lower, 1),
                                                         wording::number(100 * *each(i).upper, 1))
                                              : QString();
    };
    setColumns(
        {{tr("Group"), [this](std::size_t i) { return wording::driverName(each(i)); }},
         {tr("Share of what goes with all of these"),
          [inPercent, shareOf, chance](std::size_t i) {
              return tr("%1, by chance %2").arg(inPercent(shareOf(i)), inPercent(chance(i)));
          },
          false, shareOf},
         {tr("Share"), [inPercent, shareOf](std::size_t i) { return inPercent(shareOf(i)); }, true,
          shareOf, true},
         {tr("95 % interval"), intervalOf, true, [this](std::size_t i) { return each(i).lower; }},
         {tr("By chance"), [inPercent, chance](std::size_t i) { return inPercent(chance(i)); },
          true, chance},
         {tr("Of all spread"), [inPercent, whole](std::size_t i) { return inPercent(whole(i)); },
          true, whole}});
}

void CostDriversModel::show(const Found& found)
{
    m_found = found;
    setRows(found ? found.findings->drivers.groups.size() : 0);
}

double CostDriversModel::most() const
{
    double most = 0;
    if (m_found)
        for (const analysis::CostDriver& driver : m_found.findings->drivers.groups)
            most = std::max({most, driver.share, driver.byChance, driver.upper.value_or(0)});
    return most;
}

ShareBars::ShareBars(const CostDriversModel& drivers, QObject* parent)
    : QStyledItemDelegate(parent), m_drivers(drivers)
{
}

void ShareBars::paint(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    const QRect cell = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(cell, tokens.selection);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens.line);

    const double most = m_drivers.most();
    if (!(most > 0))
        return;
    const analysis::CostDriver& driver = m_drivers.driver(index);
    const QRectF room = QRectF(cell).adjusted(8, 0, -8, -1);
    const double middle = room.center().y();
    const auto at = [&](double share) {
        return room.left() + room.width() * std::clamp(share / most, 0.0, 1.0);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(
        QRectF(QPointF(room.left(), middle - 5), QPointF(at(driver.share), middle + 5)),
        tokens.accent);
    if (driver.lower && driver.upper) {
        // Light within the bar, dark beyond it, so that both halves are seen.
        const auto line = [&](double from, double to, const QColor& colour) {
            painter->setPen(QPen(colour, 1.5));
            if (to > from)
                painter->drawLine(QPointF(from, middle), QPointF(to, middle));
        };
        const double low = at(*driver.lower), high = at(*driver.upper), end = at(driver.share);
        line(low, std::min(end, high), tokens.onAccent);
        line(std::max(low, end), high, tokens.text);
        painter->setPen(QPen(low < end ? tokens.onAccent : tokens.text, 1.5));
        painter->drawLine(QPointF(low, middle - 3), QPointF(low, middle + 3));
        painter->setPen(QPen(high <= end ? tokens.onAccent : tokens.text, 1.5));
        painter->drawLine(QPointF(high, middle - 3), QPointF(high, middle + 3));
    }
    painter->setPen(QPen(tokens.attention, 2));
    painter->drawLine(QPointF(at(driver.byChance), middle - 9),
                      QPointF(at(driver.byChance), middle + 9));
    painter->restore();
}

} // namespace twelvefold::ui
