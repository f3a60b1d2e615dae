// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "workbench/workbench.h"

#include <QWidget>

#include <set>

class QPushButton;

namespace twelvefold::ui {

class DataTable;

// What bringing in would change in the records, field by field: what is there, what the file says,
// and which of it is left as it is.
class ChangesView : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesView(QWidget* parent = nullptr);
    // The plan stays with its owner, and is shown until the next.
    void show(const workbench::ImportPlan* plan);
    DataTable* table() const { return m_table; }
    // Rows whose changes are not wanted.
    const std::set<workbench::RowLeftOut>& leftOut() const { return m_leftOut; }

signals:
    void leftOutChanged();
    void said(const QString& sentence); // what was done

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // the space bar turns a row

private:
    std::vector<RowsModel::Column> columns() const;
    workbench::RowLeftOut rowOf(std::size_t change) const;
    void turn(bool leave, const std::vector<std::size_t>& changes);
    void turnChosen();
    std::vector<std::size_t> chosen() const;
    std::vector<std::size_t> all() const;
    void tell();

    const workbench::ImportPlan* m_plan = nullptr;
    std::set<workbench::RowLeftOut> m_leftOut;
    RowsModel* m_model;
    DataTable* m_table;
    QPushButton* m_turn; // leaves the chosen out, or takes them again
    QPushButton* m_none;
    QPushButton* m_all;
};

} // namespace twelvefold::ui
