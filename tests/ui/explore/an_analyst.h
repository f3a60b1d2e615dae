// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/button_text.h"
#include "common/data_table.h"
#include "explore/chart_panel.h"
#include "explore/explore_workspace.h"
#include "explore/filter_panel.h"
#include "explore/inspector.h"
#include "explore/linked_tables.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

#include "support/catch.h"

#include <algorithm>

namespace twelvefold::tests {

// An analyst with a council open.
class Analyst
{
public:
    explicit Analyst(std::size_t children = 80) : council(children)
    {
        explore.resize(1280, 800);
        session.adopt(council.open());
        person::sees(explore);
    }
    template<class Widget>
    Widget* named(const QString& name) const
    {
        for (Widget* widget : explore.findChildren<Widget*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    bool reads(const QWidget* where, const QString& words) const
    {
        for (const QLabel* label : where->findChildren<QLabel*>()) {
            if (!label->isHidden() && label->text().contains(words))
                return true;
        }
        for (const ui::ElidedLabel* label : where->findChildren<ui::ElidedLabel*>()) {
            if (!label->isHidden() && label->text().contains(words))
                return true;
        }
        for (const ui::FigureLink* figure : where->findChildren<ui::FigureLink*>()) {
            if (!figure->isHidden() && figure->text().contains(words))
                return true;
        }
        return false;
    }
    QPushButton* button(const QString& words) const { return person::seenButton(&explore, words); }
    ui::DataTable* table(ui::LinkedTables::Table which) const
    {
        return explore.tables()->table(which);
    }
    void chooseRow(ui::LinkedTables::Table which, int row)
    {
        explore.tables()->setCurrent(which);
        const QModelIndex index = table(which)->model()->index(row, 0);
        QTest::mouseClick(table(which)->viewport(), Qt::LeftButton, {},
                          table(which)->visualRect(index).center());
        person::settle();
    }
    QString pseudonym(domain::ChildId child) const
    {
        const auto& cohort = *session.cohort();
        const auto at = std::ranges::find(cohort.child, child) - cohort.child.begin();
        return QString::fromStdString(cohort.pseudonym[static_cast<std::size_t>(at)]);
    }
    void action(const QString& words)
    {
        for (QAction* action : explore.findChildren<QAction*>()) {
            if (ui::asRead(action->text()).startsWith(ui::asRead(words)))
                return action->trigger();
        }
        FAIL("no such action");
    }

    ACouncil council;
    person::Answers answers;
    ui::Session session;
    ui::ExploreWorkspace explore{session};
};

} // namespace twelvefold::tests
