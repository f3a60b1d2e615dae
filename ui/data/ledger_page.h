// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "common/session.h"
#include "workbench/ledger.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class Busy;
class DataTable;
class ElidedComboBox;

// The finance ledger held against what the store says is paid: by month and cost centre, then line
// by line. The file is looked at, and nothing of it is brought in or kept.
class LedgerPage : public QWidget
{
    Q_OBJECT
public:
    explicit LedgerPage(Session& session, QWidget* parent = nullptr);
    DataTable* cells() const { return m_cellTable; }
    DataTable* lines() const { return m_lineTable; }
    void choose(); // asks for the file

private:
    // What does not agree: a child's month, or a row of the ledger.
    struct Line
    {
        const analysis::ChildMonth* month = nullptr;
        const domain::LedgerRow* row = nullptr;
    };

    void addTables();
    std::vector<RowsModel::Column> cellColumns() const;
    std::vector<RowsModel::Column> lineColumns() const;
    QString childOf(const Line& line) const;
    void read(const QString& path, const std::string& sheet);
    void take(const QString& path, const domain::Result<workbench::LedgerHeld>& held);
    void forget(); // of a store that is closed, or whose records have changed
    void showComparison();
    void showLines();
    Session& m_session;
    std::optional<workbench::LedgerHeld> m_held;
    std::vector<Line> m_lines;
    QLabel* m_sentence;
    QLabel* m_words;
    QPushButton* m_choose;
    ElidedComboBox* m_dates;
    ElidedComboBox* m_pence;
    ElidedComboBox* m_which;
    RowsModel* m_cellModel;
    RowsModel* m_lineModel;
    DataTable* m_cellTable;
    DataTable* m_lineTable;
    Busy* m_busy;
};

} // namespace twelvefold::ui
