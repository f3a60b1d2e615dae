// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/similar_children.h"
#include "common/session.h"

#include <QFutureWatcher>
#include <QWidget>
#include <optional>
#include <vector>

class QStackedWidget;

namespace twelvefold::ui {

class ChildEditor;
class ChildList;
class ChildPage;
class EmptyState;
class MoveForm;
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
    void openChild(domain::ChildId child);
    ChildEditor* addChild();
    MoveForm* moveChild(); // the one that is open; null where none is, or nothing can be written

signals:
    void listed(const QString& day, std::size_t children); // as of which day, in words; how many

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Rows
    {
        std::vector<store::ChildRow> children;
        std::optional<domain::Message> failure; // the disk refused
    };
    void addCommands();
    static Rows read(const store::Store& store, domain::Date on);
    void reload(); // the list, off the UI thread when it is long
    // Of which day the list and the open child are, and whether that is the census date. Whether
    // the child that was open is listed.
    bool sayDay();
    void take(const Rows& rows);
    void cohortChanged();
    void showChild(domain::ChildId child);
    void markDrafts(const std::vector<domain::ChildId>& children);
    void showNobody();
    void showPanel();
    void followSelection();
    void follow();
    void showNames(bool shown);
    void seeSimilar();
    void explainSimilar();
    std::optional<analysis::SimilarChildren> similarNow() const; // to the levels in the form

    Session& m_session;
    std::optional<domain::ChildId> m_child;
    std::vector<domain::ChildId> m_similar;    // as last shown in the panel, the child itself first
    std::optional<domain::ChildId> m_followed; // chosen elsewhere, not opened here yet
    bool m_opening = false;                    // that one was asked for, wherever the person is
    QFutureWatcher<Rows> m_reading;
    bool m_readAgain = false; // the records changed meanwhile
    domain::Date m_day;       // of the list
    ChildList* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ChildPage* m_page;
    NeedPanel* m_panel;
};

} // namespace twelvefold::ui
