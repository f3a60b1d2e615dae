// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "workbench/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace twelvefold::ui {

class ChangesView;
class DataTable;
class SegmentedControl;

// What bringing in would do: the files with their counts, every problem with its row, its value and
// what was done about it, and how each column was read. What only a person can say is asked here.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    explicit PlanView(QWidget* parent = nullptr);
    // The answers are those that the plan was made with.
    void show(const workbench::ImportPlan& plan, const exchange::Answers& answers);
    const workbench::ImportPlan& plan() const { return m_plan; }
    // Rows whose changes the person left out.
    const std::set<workbench::RowLeftOut>& leftOut() const;
    const exchange::Answers& answers() const { return m_answers; }
    QPushButton* matchButton() const { return m_match; }
    QPushButton* bringInButton() const { return m_bringIn; }
    // Where a person goes on: to the first question that nobody has answered, else to bringing in.
    QWidget* next() const;

signals:
    void wanted();
    void rejectsWanted();
    void answered(const exchange::Answers& answers); // a question: the plan is to be made again
    // Of a file whose columns nobody knows, or that was read by a profile, which may be at fault.
    void matchWanted(const std::filesystem::path& file, const std::string& profile);
    void dropped();
    void said(const QString& sentence); // what was done

private:
    std::vector<RowsModel::Column> fileColumns() const;
    std::vector<RowsModel::Column> problemColumns() const;
    std::vector<RowsModel::Column> readingColumns() const;
    void filter(int choice);
    void ask();
    void nameBringingIn();
    // The file whose columns can be matched: the one that is chosen, else the first that is not
    // recognised, else the first that was read by a profile; none: null.
    const workbench::ImportPlan::File* toMatch() const;
    void nameMatching();
    workbench::ImportPlan m_plan;
    exchange::Answers m_answers; // so far, to what these files ask
    QLabel* m_sentence;
    QLabel* m_words;
    QString m_counts; // in words, before anything is left out
    RowsModel* m_fileModel;
    RowsModel* m_problemModel;
    RowsModel* m_readingModel;
    DataTable* m_files;
    DataTable* m_problems;
    DataTable* m_readings;
    ChangesView* m_changes;
    QStackedWidget* m_details; // the problems, what would change, or how columns were read
    QWidget* m_questions;
    QWidget* m_firstQuestion = nullptr; // not answered
    QVBoxLayout* m_questionColumn;
    QLabel* m_problemTitle;
    SegmentedControl* m_severities;
    QPushButton* m_bringIn;
    QPushButton* m_rejects;
    QPushButton* m_again;
    QPushButton* m_match;
};

} // namespace twelvefold::ui
