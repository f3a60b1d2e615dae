// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/child_list_model.h"

#include <QFrame>
#include <QPushButton>
#include <QStyledItemDelegate>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace twelvefold::ui {

class EmptyState;

// Paints a child in two lines: who, where, need and its change, and whether an assessment is due.
class ChildDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ChildDelegate(ChildListModel& model, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, 53};
    }

private:
    ChildListModel& m_model;
};

// The list of children with its search. Whoever comes to it, comes to the child that is current,
// and finds another by typing: letters and digits go to the search.
class ChildList : public QFrame
{
    Q_OBJECT
public:
    explicit ChildList(QWidget* parent = nullptr);
    ChildListModel& model() { return *m_model; }
    // Keeps the child that is current, if it is still shown.
    void setChildren(std::vector<store::ChildRow> rows, domain::Date on,
                     std::shared_ptr<const domain::NeedsFramework> framework);
    std::optional<domain::ChildId> current() const { return m_current; }
    // Clears a search that hides the child. Does not emit chosen.
    void setCurrent(domain::ChildId child);
    void clearCurrent();
    void setDay(const QString& words); // as of which day the list is
    void setEditable(bool editable);   // whether a child can be added
    void setNames(ChildListModel::Names names);
    void focusSearch();
    void toggleNames() { m_names->toggle(); }
    void toggleDue() { m_due->toggle(); }

signals:
    void chosen(twelvefold::domain::ChildId child);
    void opened();     // on to the page
    void scoreAsked(); // Enter on a child
    void addAsked();
    void namesAsked(bool shown);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool searchKey(const QKeyEvent& event);
    bool viewKey(const QKeyEvent& event);
    void showFound();
    QString countInWords() const; // how many are in the list
    void showCounts();
    void restoreCurrent();

    ChildListModel* m_model;
    std::optional<domain::ChildId> m_current;
    bool m_restoring = false;
    QLineEdit* m_search;
    QLabel* m_count;
    QPushButton* m_due;
    QLabel* m_day;
    QListView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QPushButton* m_add;
    QPushButton* m_names;
};

} // namespace twelvefold::ui
