// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QStackedWidget>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class NeedsForm;
class RecordTable;

// What was done to a child's records, what the return says happened to the child beside where it
// lived, and every assessment: the one in force and those it superseded, each to be read and none
// to be changed.
class HistoryPage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit HistoryPage(Session& session, QWidget* parent = nullptr);
    void load(domain::ChildId child, const QString& childName);
    void openAssessment(int row);
    RecordTable* assessments() const { return m_assessmentTable; }
    NeedsForm* form() const { return m_form; }

private:
    QWidget* makeLists();
    QWidget* makeReader();
    void showAssessments();
    void showEvents();
    void showEdits();

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    std::vector<domain::Assessment> m_assessments; // latest first
    RecordTable* m_assessmentTable;
    RecordTable* m_eventTable;
    RecordTable* m_editTable;
    QLabel* m_reading;
    QPushButton* m_back;
    NeedsForm* m_form;
};

} // namespace twelvefold::ui
