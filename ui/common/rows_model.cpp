// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rows_model.h"

#include "common/data_table.h"
#include "common/theme.h"

#include <QCollator>
#include <algorithm>

namespace twelvefold::ui {

void RowsModel::setColumns(std::vector<Column> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void RowsModel::setRows(std::size_t n)
{
    beginResetModel();
    m_rows = n;
    arrange();
    endResetModel();
}

void RowsModel::renewRows(std::size_t n)
{
    const std::vector<std::size_t> before = std::move(m_order);
    m_rows = n;
    arrange();
    std::vector<std::size_t> after = std::move(m_order);
    m_order = before; // until the views are told; data() knows of rows that are gone
    const auto first = static_cast<int>(std::min(before.size(), after.size()));
    if (after.size() < before.size()) {
        beginRemoveRows({}, first, static_cast<int>(before.size()) - 1);
        m_order = std::move(after);
        endRemoveRows();
    } else if (after.size() > before.size()) {
        beginInsertRows({}, first, static_cast<int>(after.size()) - 1);
        m_order = std::move(after);
        endInsertRows();
    } else {
        m_order = std::move(after);
    }
    if (first > 0)
        emit dataChanged(index(0, 0), index(first - 1, columnCount() - 1));
}

void RowsModel::setFilter(std::function<bool(std::size_t)> filter)
{
    beginResetModel();
    m_filter = std::move(filter);
    arrange();
    endResetModel();
}

void RowsModel::setMarked(std::function<bool(std::size_t)> marked)
{
    if (!marked && !m_marked)
        return;
    if (m_onlyMarked) {
        beginResetModel();
        m_marked = std::move(marked);
        arrange();
        endResetModel();
        return;
    }
    m_marked = std::move(marked);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {DataTable::kMarkedRole});
}

void RowsModel::listOnlyMarked(bool only)
{
    beginResetModel();
    m_onlyMarked = only;
    arrange();
    endResetModel();
}

void RowsModel::arrange()
{
    m_order.clear();
    for (std::size_t row = 0; row < m_rows; ++row) {
        if ((!m_filter || m_filter(row)) && (!listsOnlyMarked() || m_marked(row)))
            m_order.push_back(row);
    }
    if (m_sorted < 0 || m_sorted >= columnCount())
        return;
    const Column& column = m_columns[static_cast<std::size_t>(m_sorted)];
    const bool down = m_direction == Qt::DescendingOrder;
    if (column.number) {
        std::vector<std::optional<double>> keys(m_rows);
        for (const std::size_t row : m_order)
            keys[row] = column.number(row);
        std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
            if (!keys[a] || !keys[b])
                return keys[a].has_value() && !keys[b].has_value();
            return down ? *keys[b] < *keys[a] : *keys[a] < *keys[b];
        });
        return;
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QString> keys(m_rows);
    for (const std::size_t row : m_order)
        keys[row] = column.text(row);
    std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
        if (keys[a].isEmpty() || keys[b].isEmpty())
            return !keys[a].isEmpty() && keys[b].isEmpty();
        return down ? collator.compare(keys[b], keys[a]) < 0
                    : collator.compare(keys[a], keys[b]) < 0;
    });
}

QModelIndex RowsModel::indexOf(std::size_t row) const
{
    const auto found = std::ranges::find(m_order, row);
    return found == m_order.end() ? QModelIndex()
                                  : index(static_cast<int>(found - m_order.begin()), 0);
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || sourceRow(index) >= m_rows)
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column.text(sourceRow(index));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(column.right ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case DataTable::kMarkedRole:
        return m_marked && m_marked(sourceRow(index));
    case Qt::FontRole:
        return column.strong ? QVariant(Appearance::strong()) : QVariant();
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column.title;
    // The first press on a heading: figures are asked for by their largest.
    if (role == Qt::InitialSortOrderRole)
        return column.right ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(column.right ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    return {};
}

void RowsModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : before)
        rows.push_back(sourceRow(index));
    m_sorted = column;
    m_direction = order;
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QModelIndex found = indexOf(rows[static_cast<std::size_t>(i)]);
        after.append(found.isValid() ? index(found.row(), before[i].column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

} // namespace twelvefold::ui
