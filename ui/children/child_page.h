// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QFrame>
#include <array>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace twelvefold::ui {

class ElidedLabel;
class HistoryPage;
class NeedsPage;
class OutcomesPage;
class PlacementsPage;

// One child: who and where, and a tab for each thing there is to know.
class ChildPage : public QFrame
{
    Q_OBJECT
public:
    explicit ChildPage(Session& session, QWidget* parent = nullptr);
    enum Tab
    {
        needs,
        placements,
        outcomes,
        history
    };
    // The name shown is the pseudonym, or more where the person chose to see names.
    void load(const store::ChildRow& child, const QString& name);
    void recordsChanged(const store::ChangeNotice& notice);
    void showHeading(const store::ChildRow& child);
    void clear();
    Tab tab() const;
    void setTab(Tab tab);
    void focusContent(); // what scoring begins with; on another tab, the tabs
    void score();        // begins it, or goes on with it; on another tab, focusContent()
    NeedsPage* needsPage() const { return m_needs; }
    PlacementsPage* placementsPage() const { return m_placements; }
    OutcomesPage* outcomesPage() const { return m_outcomes; }
    HistoryPage* historyPage() const { return m_history; }
    QString heading() const; // what stands beside the name

signals:
    void tabChanged();
    void moveAsked();

private:
    void loadTab(); // what is on show, if it speaks of another child or of older records

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    ElidedLabel* m_name;
    QLabel* m_facts;
    QLabel* m_due;
    QPushButton* m_move;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    NeedsPage* m_needs;
    PlacementsPage* m_placements;
    OutcomesPage* m_outcomes;
    HistoryPage* m_history;
    std::array<bool, 4> m_stale{}; // by tab
};

} // namespace twelvefold::ui
