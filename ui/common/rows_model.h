// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <functional>
#include <optional>
#include <vector>

namespace twelvefold::ui {

// Rows of something kept elsewhere as a table: sorted and filtered by an index of its own, since
// a proxy is slow for many rows. "Row" here is the row of the source, whatever the table shows.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Column
    {
        QString title;
        std::function<QString(std::size_t row)> text;
        bool right = false; // numbers
        // By what it sorts; without it, by text. What is absent comes last either way.
        std::function<std::optional<double>(std::size_t row)> number = {};
        bool strong = false; // semibold
    };

    explicit RowsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setColumns(std::vector<Column> columns);
    // Shows rows 0 to n - 1 anew, in the order chosen, of which the filter lets some through.
    void setRows(std::size_t n);
    // The same list with other contents and perhaps another length: the table stays where it is
    // scrolled to.
    void renewRows(std::size_t n);
    void setFilter(std::function<bool(std::size_t row)> filter);
    // Rows that stand out, as those of a group that was chosen elsewhere do; none without it.
    void setMarked(std::function<bool(std::size_t row)> marked);
    bool hasMarked() const { return static_cast<bool>(m_marked); }
    void listOnlyMarked(bool only); // as long as any are marked
    bool listsOnlyMarked() const { return m_onlyMarked && m_marked; }

    std::size_t sourceRow(const QModelIndex& index) const
    {
        return m_order[static_cast<std::size_t>(index.row())];
    }
    QModelIndex indexOf(std::size_t row) const; // invalid when it is filtered out

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    std::vector<Column> m_columns;
    std::function<bool(std::size_t)> m_filter;
    std::function<bool(std::size_t)> m_marked;
    std::vector<std::size_t> m_order;
    bool m_onlyMarked = false;
    std::size_t m_rows = 0;
    int m_sorted = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace twelvefold::ui
