// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace twelvefold::ui {

class EmptyState;
class OutcomeEditor;
class RecordTable;

// How a value compares with the one before it, in words: "better by 4 points since 12 Mar 2025".
QString changeOf(const domain::OutcomeMeasure& measure, const domain::Outcome& now,
                 const domain::Outcome& before);

// What comes of a child's care: each measure's values over time, which way is better, and whether
// it got better.
class OutcomesPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit OutcomesPage(Session& session, QWidget* parent = nullptr);
    void load(domain::ChildId child, const QString& childName);
    OutcomeEditor* add(const std::string& measure);
    OutcomeEditor* change(const domain::Outcome& outcome);
    // One table a measure that has values, in the order of the measures.
    const std::vector<RecordTable*>& tables() const { return m_tables; }

private:
    // Where the focus is among what is made anew with every change of the records.
    struct Place
    {
        bool inside = false;
        QString measure;     // whose table it is in; empty: beside them
        bool adding = false; // on its button that enters a value
    };
    Place placeOfFocus() const;
    void goBackTo(const Place& place);
    QWidget* measureBlock(const domain::OutcomeMeasure& measure,
                          const std::vector<domain::Outcome>& latestFirst);
    void remove(const domain::Outcome& outcome);
    void showBlocks();

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    QVBoxLayout* m_column;
    QWidget* m_blocks = nullptr;
    EmptyState* m_empty;
    QWidget* m_addLine;
    QPushButton* m_add;
    std::vector<RecordTable*> m_tables;
};

} // namespace twelvefold::ui
