// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <QAbstractTableModel>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace twelvefold::ui {

// A table over items of the findings, sorted by an order of its own. The items keep their places:
// itemAt() says which one a row shows.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Column
    {
        QString title;
        bool number = false; // aligned on the right
        bool strong = false;
    };
    // What a column is sorted by. What is missing comes last, whichever way one sorts.
    using Key = std::variant<std::monostate, double, QString>;

    explicit FindingsModel(std::vector<Column> columns, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override; // column -1: as found

    std::size_t itemAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    // The first row whose item is so; -1 when there is none.
    int rowWhere(const std::function<bool(std::size_t item)>& is) const;

protected:
    // Replaces the items, keeping the way the table is sorted.
    void replace(const std::function<std::size_t()>& load);
    virtual QString shown(std::size_t item, int column) const = 0;
    virtual Key key(std::size_t item, int column) const = 0;

private:
    void order();

    std::vector<Column> m_columns;
    std::vector<std::size_t> m_order;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

struct Found
{
    std::shared_ptr<const domain::Cohort> cohort;
    std::shared_ptr<const analysis::Findings> findings;
};

// Children in the picture, or those who are not. An item is a place in rows().
class ChildrenModel : public FindingsModel
{
    Q_OBJECT
public:
    explicit ChildrenModel(QObject* parent = nullptr);
    void show(const Found& found, bool leftOut);
    std::size_t cohortRow(int row) const { return m_rows[itemAt(row)]; }
    int rowOf(std::size_t cohortRow) const;

protected:
    QString shown(std::size_t item, int column) const override;
    Key key(std::size_t item, int column) const override;

private:
    Found m_found;
    std::vector<std::size_t> m_rows;
    std::vector<int> m_flags; // how many, by cohort row
};

class PairsModel : public FindingsModel
{
    Q_OBJECT
public:
    explicit PairsModel(QObject* parent = nullptr);
    void show(const Found& found, bool eachChildOnce);
    const analysis::Pair& pairAt(int row) const { return m_pairs[itemAt(row)]; }
    int rowOf(std::size_t a, std::size_t b) const;

protected:
    QString shown(std::size_t item, int column) const override;
    Key key(std::size_t item, int column) const override;

private:
    Found m_found;
    std::vector<analysis::Pair> m_pairs;
};

class FlagsModel : public FindingsModel
{
    Q_OBJECT
public:
    explicit FlagsModel(QObject* parent = nullptr);
    void show(const Found& found);
    std::size_t cohortRow(int row) const;
    int rowOf(std::size_t cohortRow) const;

protected:
    QString shown(std::size_t item, int column) const override;
    Key key(std::size_t item, int column) const override;

private:
    Found m_found;
};

class CorrelationsModel : public FindingsModel
{
    Q_OBJECT
public:
    explicit CorrelationsModel(QObject* parent = nullptr);
    void show(const Found& found);

protected:
    QString shown(std::size_t item, int column) const override;
    Key key(std::size_t item, int column) const override;

private:
    Found m_found;
};

// A column of the cohort table as people say it: "Total need" for need_total.
QString columnInWords(const std::string& column, const domain::Cohort& cohort);

} // namespace twelvefold::ui
