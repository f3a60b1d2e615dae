// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QWidget>

class QStackedWidget;

namespace twelvefold::ui {

class ChildEditor;
class ChildList;
class ChildPage;
class EmptyState;
class NeedPanel;

// The scoring workspace: the children, one child's page, and what the needs form comes to.
class ChildrenWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit ChildrenWorkspace(Session& session, QWidget* parent = nullptr);
    ~ChildrenWorkspace() override;
    ChildList* list() const { return m_list; }
    ChildPage* page() const { return m_page; }
    NeedPanel* panel() const { return m_panel; }
    void openChild(domain::ChildId child);
    ChildEditor* addChild();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void reload(); // the list
    void cohortChanged();
    void showChild(domain::ChildId child);
    void showNobody();
    void showPanel();
    void followSelection();
    void follow();
    void showNames(bool shown);
    void seeSimilar();

    Session& m_session;
    std::optional<domain::ChildId> m_child;
    std::vector<domain::ChildId> m_similar;    // as last shown in the panel, the child itself first
    std::optional<domain::ChildId> m_followed; // chosen elsewhere, not opened here yet
    domain::Date m_census;                     // of the list
    ChildList* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ChildPage* m_page;
    NeedPanel* m_panel;
};

} // namespace twelvefold::ui
