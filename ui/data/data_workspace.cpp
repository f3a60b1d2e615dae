// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/data_workspace.h"

#include "common/commands.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/page_scroll.h"
#include "data/bring_in_page.h"
#include "data/care_page.h"
#include "data/drop_zone.h"
#include "data/imports_page.h"
#include "data/ledger_page.h"
#include "data/matching_page.h"
#include "data/quality_page.h"

#include <QTabWidget>

namespace twelvefold::ui {

DataWorkspace::DataWorkspace(Session& session, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabWidget), m_bringIn(new BringInPage(session)),
      m_importsPage(new ImportsPage(session)), m_matching(new MatchingPage(session)),
      m_ledger(new LedgerPage(session)), m_quality(new QualityPage(session)),
      m_care(new CarePage(session))
{
    auto* outer = new PanelsRow(this);
    auto* panel = new Panel(this);
    panel->column()->setContentsMargins(14, 8, 14, 14);
    outer->addWidget(panel);
    panel->column()->addWidget(m_tabs);
    m_tabs->addTab(m_bringIn, tr("Bring in"));
    m_tabs->addTab(m_importsPage, tr("What was brought in"));
    m_tabs->addTab(m_matching, tr("Matching"));
    m_tabs->addTab(m_ledger, tr("Ledger"));
    m_tabs->addTab(m_quality, tr("Data quality"));
    m_tabs->addTab(m_care, tr("Care of the store"));
    // Whoever opens a store that holds nothing is sent here to bring files in.
    connect(&session, &Session::opened, this, [this] { m_tabs->setCurrentWidget(m_bringIn); });
    connect(m_matching, &MatchingPage::bringInWanted, this,
            [this] { m_tabs->setCurrentWidget(m_bringIn); });
    connect(m_quality, &QualityPage::matchingWanted, this,
            [this] { m_tabs->setCurrentWidget(m_matching); });
    addCommands(session);
}

void DataWorkspace::bringInFiles(const QStringList& paths)
{
    m_tabs->setCurrentWidget(m_bringIn);
    m_bringIn->read(paths);
}

void DataWorkspace::addCommands(Session& session)
{
    Commands commands(session, Workspace::data, this);
    const auto on = [this](QWidget* tab, auto run) {
        return [this, tab, run] {
            m_tabs->setCurrentWidget(tab);
            run();
        };
    };
    commands
        .add("bringInFiles", tr("&Bring in files…"), tr("import load upload return finance csv"),
             on(m_bringIn, [this] { m_bringIn->dropZone()->filesButton()->click(); }))
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+I")));
    commands.add("bringInFolder", tr("Bring in a &folder…"), tr("import load upload return"),
                 on(m_bringIn, [this] { m_bringIn->dropZone()->folderButton()->click(); }));
    commands.add(
        "importHistory", tr("What was brought &in"), tr("import history batches files hash"),
        on(m_importsPage, [this] { m_importsPage->table()->setFocus(Qt::ShortcutFocusReason); }));
    commands.add("takeBackFiles", tr("&Take files back…"), tr("undo import revert remove batch"),
                 on(m_importsPage, [this, &session] {
                     if (m_importsPage->takeBackButton()->isEnabled())
                         m_importsPage->takeBackButton()->click();
                     else
                         session.say(
                             tr("Choose what to take back: nothing that is chosen can be."));
                 }));
    commands.separate();
    commands.add("matchCosts", tr("&Match costs to placements"),
                 tr("matching finance invoice unmatched doubtful provider"), on(m_matching, [this] {
                     m_matching->kinds()->setFocus(Qt::ShortcutFocusReason);
                 }));
    commands.add("payFor", tr("Say which placement a cost pa&ys for…"), tr("matching assign"),
                 on(m_matching, [this] { m_matching->payForAnother(); }));
    commands.add("rightAsItIs", tr("Call what is doubtful &right as it is…"),
                 tr("matching accept confirm"),
                 on(m_matching, [this] { m_matching->callRight(); }));
    commands.add("doubtAgain", tr("&Doubt again what was decided"), tr("matching undecide"),
                 on(m_matching, [this] { m_matching->doubtAgain(); }));
    commands.add("compareLedger", tr("Compare the &ledger…"), tr("finance spend month cost centre"),
                 on(m_ledger, [this] { m_ledger->choose(); }));
    commands.separate();
    commands.add("dataQuality", tr("Data &quality"), tr("missing problems stale"),
                 on(m_quality, [] {}));
    commands.add("endCosts", tr("&End costs that go on after their placement…"),
                 tr("mend lines past their end"), on(m_quality, [this, &session] {
                     if (m_quality->mendButton()->isHidden())
                         session.say(tr("No cost goes on after its placement has ended."));
                     else
                         m_quality->mendButton()->click();
                 }));
    commands.add("savePlacements", tr("Save the &placements for the national standard…"),
                 tr("export commissioning xlsx workbook"),
                 on(m_care, [this] { m_care->savePlacements(); }));
    commands.add("checkStore", tr("&Check the store"), tr("sound integrity verify damaged"),
                 on(m_care, [this] { m_care->checkButton()->click(); }));
    commands.add("auditTrail", tr("&Who changed what, and when"), tr("audit trail log history"),
                 on(m_care, [this] { m_care->trail()->setFocus(Qt::ShortcutFocusReason); }));
}

} // namespace twelvefold::ui
