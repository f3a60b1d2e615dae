// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "workbench/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class DataTable;
class SegmentedControl;

// What bringing in would do: the files with their counts, and every problem with its row, its value
// and what was done about it.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    explicit PlanView(QWidget* parent = nullptr);
    void show(const workbench::ImportPlan& plan);
    const workbench::ImportPlan& plan() const { return m_plan; }
    QPushButton* bringInButton() const { return m_bringIn; }

signals:
    void wanted();
    void rejectsWanted();
    void dropped();
    void said(const QString& sentence); // what was done

private:
    std::vector<RowsModel::Column> fileColumns() const;
    std::vector<RowsModel::Column> problemColumns() const;
    void filter(int choice);
    workbench::ImportPlan m_plan;
    QLabel* m_sentence;
    QLabel* m_words;
    RowsModel* m_fileModel;
    RowsModel* m_problemModel;
    DataTable* m_files;
    DataTable* m_problems;
    QLabel* m_problemTitle;
    SegmentedControl* m_severities;
    QPushButton* m_bringIn;
    QPushButton* m_rejects;
    QPushButton* m_again;
};

} // namespace twelvefold::ui
