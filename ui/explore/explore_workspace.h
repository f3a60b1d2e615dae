// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"
#include "explore/linked_tables.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace twelvefold::ui {

class ChartPanel;
class EmptyState;
class FilterPanel;
class Inspector;

// The analyst's workspace: need against cost, who is compared, the same as tables, and what is
// selected in full. Select anywhere, everything follows.
class ExploreWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit ExploreWorkspace(Session& session, QWidget* parent = nullptr);

    FilterPanel* filters() const { return m_filters; }
    ChartPanel* picture() const { return m_picture; }
    LinkedTables* tables() const { return m_tables; }
    Inspector* inspector() const { return m_inspector; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    QWidget* content();
    void chooseView(); // the content, or what is missing
    void showTrace(const QString& title, const QStringList& lines);
    void showTable(LinkedTables::Table table); // with the keyboard in it

    Session& m_session;
    QStackedWidget* m_stack;
    EmptyState* m_nothing; // nobody to compare
    QSplitter* m_middle = nullptr;
    FilterPanel* m_filters;
    ChartPanel* m_picture;
    LinkedTables* m_tables;
    Inspector* m_inspector;
};

} // namespace twelvefold::ui
