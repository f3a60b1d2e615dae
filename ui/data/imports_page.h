// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "common/session.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class Busy;
class DataTable;

// What was brought in: each bringing-in, newest first, with its files, and taking one back while
// later changes stand.
class ImportsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ImportsPage(Session& session, QWidget* parent = nullptr);
    DataTable* table() const { return m_importTable; }
    QPushButton* takeBackButton() const { return m_takeBack; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void addTables();
    std::vector<RowsModel::Column> importColumns() const;
    std::vector<RowsModel::Column> fileColumns() const;
    const store::BroughtIn* chosen() const; // null: none
    void refresh();
    void showChosen();
    void review(); // what taking the chosen one back comes to, and then whether to
    void decide(const domain::Result<store::TakeBackPlan>& plan);
    void takeBack(const store::TakeBackPlan& plan);
    Session& m_session;
    std::vector<store::BroughtIn> m_imports;       // newest first
    std::vector<store::ImportBatch::File> m_files; // of the one chosen
    QLabel* m_words;
    QLabel* m_state;
    QPushButton* m_takeBack;
    RowsModel* m_importModel;
    RowsModel* m_fileModel;
    DataTable* m_importTable;
    DataTable* m_fileTable;
    Busy* m_busy;
};

} // namespace twelvefold::ui
