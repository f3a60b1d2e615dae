// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/findings_model.h"

#include "common/theme.h"

#include <algorithm>
#include <numeric>

namespace twelvefold::ui {
namespace {

// Negative, zero or positive as a comes before, with or after b. Missing last in both directions.
int compared(const FindingsModel::Key& a, const FindingsModel::Key& b, Qt::SortOrder order)
{
    const bool aMissing = a.index() == 0;
    const bool bMissing = b.index() == 0;
    if (aMissing || bMissing)
        return static_cast<int>(aMissing) - static_cast<int>(bMissing);
    int result = 0;
    if (const auto* number = std::get_if<double>(&a))
        result = *number < std::get<double>(b) ? -1 : *number > std::get<double>(b) ? 1 : 0;
    else
        result = QString::localeAwareCompare(std::get<QString>(a), std::get<QString>(b));
    return order == Qt::AscendingOrder ? result : -result;
}

} // namespace

FindingsModel::FindingsModel(std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns))
{
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown(itemAt(index.row()), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.number ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case Qt::FontRole:
        return column.strong ? QVariant(Appearance::strong()) : QVariant();
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column.number ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    return {};
}

void FindingsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> items;
    for (const QModelIndex& index : before)
        items.push_back(itemAt(index.row()));
    this->order();
    std::vector<int> places(m_order.size());
    for (std::size_t row = 0; row < m_order.size(); ++row)
        places[m_order[row]] = static_cast<int>(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(places[items[static_cast<std::size_t>(i)]], before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

// Sorted here and not by a proxy, which takes ten times as long on a large cohort.
void FindingsModel::order()
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (m_sortColumn < 0 || m_sortColumn >= columnCount())
        return;
    std::vector<Key> keys;
    keys.reserve(m_order.size());
    for (const std::size_t item : m_order)
        keys.push_back(key(item, m_sortColumn));
    std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
        return compared(keys[a], keys[b], m_sortOrder) < 0;
    });
}

int FindingsModel::rowWhere(const std::function<bool(std::size_t)>& is) const
{
    const auto found = std::ranges::find_if(m_order, is);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

void FindingsModel::replace(const std::function<std::size_t()>& load)
{
    beginResetModel();
    m_order.resize(load());
    order();
    endResetModel();
}

} // namespace twelvefold::ui
