// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/rows_model.h"
#include "common/session.h"
#include "workbench/ledger.h"

#include <QWidget>

#include <optional>

class QComboBox;
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
    void choose();  // asks for the file
    void compare(); // the file that was chosen, once more

private:
    // What does not agree: one of these, a child's month or a row of the ledger.
    struct Line
    {
        const analysis::ChildMonth* month = nullptr;
        const domain::LedgerRow* row = nullptr;
        const domain::Problem* problem = nullptr; // of a row that could not be read

        std::optional<domain::Date> ofMonth() const;
        std::optional<domain::Money> ledger() const;
    };

    void addTables();
    std::vector<RowsModel::Column> cellColumns() const;
    std::vector<RowsModel::Column> lineColumns() const;
    QString childOf(const Line& line) const;
    static QString rowsOf(const Line& line);
    workbench::LedgerAsked asked() const;
    void take(const domain::Result<workbench::LedgerHeld>& held);
    void forget(); // what was found: it is no longer so
    void showComparison();
    void showLines();
    Session& m_session;
    std::optional<workbench::LedgerHeld> m_held;
    std::vector<Line> m_lines;
    QString m_path;      // of the ledger that was chosen last; empty: none was
    std::string m_sheet; // of a workbook where it was asked
    QLabel* m_sentence;
    QLabel* m_words;
    QPushButton* m_choose;
    QPushButton* m_again;
    QComboBox* m_dates;
    QComboBox* m_pence;
    ChoiceBox<domain::CostComponent>* m_component; // all of them where none is chosen
    ChoiceBox<domain::Funder>* m_funder;
    ElidedComboBox* m_which;
    RowsModel* m_cellModel;
    RowsModel* m_lineModel;
    DataTable* m_cellTable;
    DataTable* m_lineTable;
    QWidget* m_nothing; // where there is nothing to list
    Busy* m_busy;
};

} // namespace twelvefold::ui
