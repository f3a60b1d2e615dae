// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/commands.h"
#include "common/data_table.h"
#include "domain/criteria.h"
#include "explore/chart_panel.h"
#include "explore/explore_workspace.h"
#include "explore/filter_panel.h"
#include "explore/linked_tables.h"
#include "wording/wording.h"

#include <QMenu>

#include <tuple>

namespace twelvefold::ui {

void ExploreWorkspace::addCommands()
{
    Commands commands(m_session, Workspace::explore, this);
    commands.add("howWorkedOut", tr("&How was this worked out?"), tr("method trace explain"),
                 [this] { m_picture->explainAll(); });
    commands.add("needAgainstCost", tr("Picture of need &against cost"),
                 tr("view scatter chart marks"),
                 [this] { m_picture->showView(ChartPanel::View::needAgainstCost); });
    commands.add("amounts", tr("Picture of need, placement and price, &by setting"),
                 tr("view bars chart amounts spend what cost goes with"),
                 [this] { m_picture->showView(ChartPanel::View::amounts); });
    commands.separate();
    commands.add("tolerance", tr("What &similar means (tolerance)…"),
                 tr("similar need levels distance metric pairs"),
                 [this] { m_filters->focusTolerance(); });
    commands.add("sameSetting", tr("Compare within the same s&etting, or all"), tr("across"),
                 [this] {
                     analysis::Options options = m_session.options();
                     options.withinSetting = !options.withinSetting;
                     m_session.setOptions(options);
                     m_filters->readSession();
                 });
    commands.add("comparable", tr("Only what is c&omparable, or all settings"),
                 tr("with parents adoption allowances left out"),
                 [this] { m_filters->toggleComparable(); });
    commands.add("costsCounted", tr("Which costs co&unt…"),
                 tr("components funder paid by education health"),
                 [this] { m_filters->focusCosts(); });
    QStringList criteria;
    for (const domain::Criterion& criterion : domain::criteria())
        criteria << wording::text(criterion.title);
    commands.add("moreFilters", tr("&More filters…"),
                 tr("filter by choose") + QLatin1Char(' ') + criteria.join(QLatin1Char(' ')),
                 [this] { m_filters->showMoreFilters(); });
    commands.add("clearFilters", tr("Clea&r filters"), tr("reset all settings ages"),
                 [this] { m_session.setFilter(workbench::comparableFilter()); });
    commands.separate();
    const std::tuple<LinkedTables::Table, const char*, QString, QString> tables[] = {
        {LinkedTables::children, "childrenTable", tr("Table of &children"),
         tr("expected cost list")},
        {LinkedTables::pairs, "pairsTable", tr("Similar &pairs"), tr("ratio times widest")},
        {LinkedTables::questions, "questionsTable", tr("&Questions to ask"),
         tr("worklist flags step down stale price safety")},
        {LinkedTables::drivers, "driversTable", tr("Cost &drivers"), tr("explain share variation")},
        {LinkedTables::correlations, "correlationsTable", tr("Corre&lations"), tr("statistics")}};
    for (const auto& [table, name, text, words] : tables)
        commands.add(name, text, words, [this, table = table] { showTable(table); });
    commands.add("putAside", tr("Pu&t a question aside…"),
                 tr("explained panel agreed not until answer"),
                 [this] { m_tables->putChosenAside(); });
    commands.add("putAsideTable", tr("Questions that &were put aside"),
                 tr("answered parked explained panel"),
                 [this] { showTable(LinkedTables::putAside); });
    commands.add("askAgain", tr("As&k a question again that was put aside"), tr("take back answer"),
                 [this] { m_tables->askChosenAgain(); });
    commands.add("eachChildOnce", tr("Each child once among the pairs, or all pa&irs"),
                 tr("similar widest"), [this] { m_tables->toggleEachChildOnce(); });
    commands.add("onlyGroup", tr("List only the &group that is chosen, or all"),
                 tr("selection brushed filter"), [this] {
                     if (!m_tables->toggleOnlyGroup())
                         m_session.say(tr("Choose several children in the picture or in a table "
                                          "first."));
                 });
    commands.add("notShown", tr("Children who are &not in the picture"),
                 tr("left out excluded missing"), [this] { m_tables->showLeftOut(true); });
    commands.separate();
    for (QAction* action : m_picture->exportMenu()->actions()) {
        if (!action->isSeparator())
            Commands::setWords(action, tr("export save download chart picture table"));
    }
    addAction(m_picture->exportMenu()->menuAction());
}

} // namespace twelvefold::ui
