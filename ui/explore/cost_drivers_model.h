// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/findings_models.h"

#include <QStyledItemDelegate>

namespace twelvefold::ui {

// What goes along with cost, a group a row.
class CostDriversModel : public RowsModel
{
    Q_OBJECT
public:
    enum ColumnAt
    {
        group,
        bar,
        share,
        interval,
        byChance,
        ofAllSpread
    };
    explicit CostDriversModel(QObject* parent = nullptr);
    void show(const Found& found);
    const analysis::CostDriver& driver(const QModelIndex& index) const
    {
        return each(sourceRow(index));
    }
    double most() const; // the highest end of any bar

private:
    const analysis::CostDriver& each(std::size_t row) const
    {
        return m_found.findings->drivers.groups[row];
    }
    Found m_found;
};

// A driver's share as a bar, its interval as a line through the end, and a tick where chance alone
// would end it.
class ShareBars : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ShareBars(const CostDriversModel& drivers, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const CostDriversModel& m_drivers;
};

} // namespace twelvefold::ui
