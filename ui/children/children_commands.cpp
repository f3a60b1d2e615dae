// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/cost_line_editor.h"
#include "children/needs_page.h"
#include "children/outcome_editor.h"
#include "children/outcomes_page.h"
#include "children/placement_editor.h"
#include "children/placements_page.h"
#include "common/commands.h"

namespace twelvefold::ui {

void ChildrenWorkspace::addCommands()
{
    Commands commands(m_session, Workspace::children, this);
    // Of the child who is open; whoever writes needs a store that can be written to.
    const auto ofChild = [this](ChildPage::Tab tab, bool writes, auto run) {
        return [this, tab, writes, run] {
            if (!m_child)
                return m_session.say(tr("Choose a child first."));
            if (writes && m_session.workbench().store().readOnly())
                return m_session.say(tr("This store is open for reading only."));
            m_page->setTab(tab);
            run();
        };
    };
    commands.add("addChild", tr("&Add a child…"), tr("new"), [this] {
        if (m_session.workbench().store().readOnly())
            m_session.say(tr("This store is open for reading only."));
        else
            addChild();
    });
    commands.add("findChild", tr("&Find a child in the list"), tr("search filter"),
                 [this] { m_list->focusSearch(); });
    commands.add("onlyDue", tr("Onl&y assessments that are due, or all"),
                 tr("overdue review list filter"), [this] { m_list->toggleDue(); });
    commands.add("names", tr("Show or hide &names"), tr("identity"),
                 [this] { m_list->toggleNames(); });
    commands.separate();
    commands.add("startAssessment", tr("&Start an assessment"), tr("score needs reassess review"),
                 ofChild(ChildPage::needs, true, [this] { m_page->needsPage()->begin(); }));
    commands.add("signOff", tr("Sign &off the assessment\tCtrl+Enter"), tr("finish final complete"),
                 ofChild(ChildPage::needs, true, [this] { m_page->needsPage()->signOff(); }));
    commands.add("discardDraft", tr("&Discard the unfinished assessment…"), tr("draft drop"),
                 ofChild(ChildPage::needs, true, [this] {
                     if (m_page->needsPage()->canDiscard())
                         m_page->needsPage()->discard();
                     else
                         m_session.say(tr("There is no unfinished assessment."));
                 }));
    commands.separate();
    commands
        .add("moveChild", tr("&Move the child, or end care…"),
             tr("new placement leave care adopted death end"), [this] { moveChild(); })
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+M")));
    commands.add("placements", tr("&Placements and costs"), tr("timeline price"),
                 ofChild(ChildPage::placements, false, [] {}));
    commands.add(
        "addPlacement", tr("Enter a p&lacement…"), tr("new move home carer provider"),
        ofChild(ChildPage::placements, true, [this] { m_page->placementsPage()->addPlacement(); }));
    commands.add(
        "addCost", tr("Enter a &cost…"), tr("new price fee amount"),
        ofChild(ChildPage::placements, true, [this] { m_page->placementsPage()->addCost(); }));
    commands.add("outcomes", tr("O&utcomes and goals"), tr("SDQ attendance change over time"),
                 ofChild(ChildPage::outcomes, false, [] {}));
    commands.add("addOutcome", tr("Enter an ou&tcome…"), tr("new SDQ attendance goal"),
                 ofChild(ChildPage::outcomes, true, [this] { m_page->outcomesPage()->add({}); }));
    commands.add("history", tr("&History of the child"), tr("audit who changed what when"),
                 ofChild(ChildPage::history, false, [] {}));
    commands.separate();
    commands.add("similarChildren", tr("Children of simila&r need"), tr("compare comparators"),
                 ofChild(ChildPage::needs, false, [this] { seeSimilar(); }));
}

} // namespace twelvefold::ui
