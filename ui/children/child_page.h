// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QFrame>
#include <vector>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace twelvefold::ui {

class NeedsPage;

// One child: who and where, and a tab for each thing there is to know.
class ChildPage : public QFrame
{
    Q_OBJECT
public:
    explicit ChildPage(Session& session, QWidget* parent = nullptr);
    enum Tab
    {
        needs
    };
    // The name shown is the pseudonym, or more where the person chose to see names.
    void load(const store::ChildRow& child, const QString& name);
    void recordsChanged(const store::ChangeNotice& notice, const store::ChildRow& child);
    void clear();
    Tab tab() const;
    void setTab(Tab tab);
    NeedsPage* needsPage() const { return m_needs; }
    QString heading() const; // what stands beside the name

signals:
    void tabChanged();

private:
    void showHeading(const store::ChildRow& child);

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_due;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    NeedsPage* m_needs;
};

} // namespace twelvefold::ui
