// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/chart_panel.h"

#include "analysis/findings/figure_traces.h"
#include "common/accessible_roles.h"
#include "common/children_of_cohort.h"
#include "common/dialogs.h"
#include "common/focus_ring.h"
#include "common/standing_line.h"
#include "common/table_text.h"
#include "common/theme.h"
#include "exchange/cohort_csv.h"
#include "explore/figure_sentence.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr QSize kPictureSize(1200, 800);

} // namespace

ChartPanel::ChartPanel(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_chart(new charts::NeedCostChart(this))
{
    column()->setContentsMargins(16, 12, 12, 8);
    column()->setSpacing(4);
    column()->addWidget(head());
    column()->addWidget(m_chart, 1);
    setAccessibleRole(m_chart, QAccessible::Chart);
    new FocusRing(m_chart);

    const auto retheme = [this] { m_chart->setTheme(Appearance::instance().tokens()); };
    retheme();
    connect(&Appearance::instance(), &Appearance::changed, this, retheme);
    connect(&m_session, &Session::findingsChanged, this, &ChartPanel::renew);
    connect(&m_session, &Session::findingsRefined, this, &ChartPanel::refine);
    connect(&m_session, &Session::standingChanged, this, &ChartPanel::say);
    connect(&m_session, &Session::closed, this, &ChartPanel::renew);
    connect(&m_session, &Session::selectionChanged, this, &ChartPanel::followSelection);

    connect(m_chart, &charts::NeedCostChart::childClicked, this, [this](std::size_t row, bool add) {
        if (add)
            addToSelection(row);
        else
            m_session.selectChild(m_session.cohort()->child[row]);
    });
    connect(m_chart, &charts::NeedCostChart::pairClicked, this,
            [this](std::size_t a, std::size_t b) {
                m_session.selectPair(m_session.cohort()->child[a], m_session.cohort()->child[b]);
            });
    connect(m_chart, &charts::NeedCostChart::areaSelected, this,
            [this](const std::vector<std::size_t>& rows) {
                m_session.select(selectionOf(rows, *m_session.cohort()));
            });
    connect(m_chart, &charts::NeedCostChart::selectionCleared, this,
            [this] { m_session.select({}); });
    renew();
}

QWidget* ChartPanel::head()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(3);
    m_sentence = new FigureSentence(Appearance::sentence(), head);
    m_under = new FigureSentence(Appearance::body(), head);
    setRole(m_under, "quiet");
    for (FigureSentence* sentence : {m_sentence, m_under})
        connect(sentence, &FigureSentence::figureChosen, this, &ChartPanel::explain);
    m_standing = new StandingLine(m_session, head);
    connect(m_standing, &StandingLine::changed, this, &ChartPanel::fade);

    m_how = linkButton(tr("How was this worked out?"), head);
    m_export = secondaryButton(tr("Export ▾"), head);
    m_export->setAccessibleName(tr("Export the picture or the table"));
    auto* menu = new QMenu(m_export);
    const auto offer = [&](const QString& name, const QString& text, auto run) {
        QAction* action = menu->addAction(text, this, [this, run] {
            if (m_export->isEnabled())
                run();
            else
                m_session.say(tr("There is nothing to export: nobody is in the picture."));
        });
        action->setObjectName(name);
    };
    offer(QStringLiteral("copyPicture"), tr("Copy the picture"), [this] { copyPicture(); });
    menu->addSeparator();
    for (const QString& suffix :
         {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")})
        offer(QStringLiteral("savePicture.") + suffix,
              tr("Save the picture as %1…").arg(suffix.toUpper()),
              [this, suffix] { savePicture(suffix); });
    menu->addSeparator();
    offer(QStringLiteral("saveChildren"), tr("Save the children as CSV…"), [this] { saveTable(); });
    m_export->setMenu(menu);

    auto* top = new QHBoxLayout;
    top->addWidget(m_sentence, 1);
    top->addWidget(m_export, 0, Qt::AlignTop);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_how);
    foot->addWidget(m_standing, 1);
    column->addLayout(top);
    column->addWidget(m_under);
    column->addLayout(foot);
    connect(m_how, &QPushButton::clicked, this, [this] { explain(wording::Figure::none); });
    return head;
}

QList<QAction*> ChartPanel::exportActions() const
{
    return m_export->menu()->actions();
}

void ChartPanel::setOverlays(const charts::NeedCostOptions& overlays)
{
    m_chart->setOptions(overlays);
}

void ChartPanel::renew()
{
    say();
    m_chart->show(m_session.cohort(), m_session.findings());
    followSelection();
}

void ChartPanel::refine()
{
    say();
    m_chart->show(m_session.cohort(), m_session.findings());
}

void ChartPanel::say()
{
    const auto findings = m_session.findings();
    const auto inPlace = m_session.standing() == Standing::stopped ? wording::InPlace::notWorkedOut
                                                                   : wording::InPlace::refining;
    using Parts = std::vector<wording::SentencePart>;
    m_sentence->setParts(findings ? wording::headlineParts(*findings) : Parts());
    m_under->setParts(findings ? wording::underHeadlineParts(*findings, inPlace) : Parts());
    m_export->setEnabled(findings && m_session.cohort() && m_session.cohort()->size() > 0);
    m_how->setEnabled(findings != nullptr);
}

void ChartPanel::fade()
{
    const bool faded = m_session.standing() == Standing::outdated;
    m_sentence->setFaded(faded);
    m_under->setFaded(faded);
}

// A figure of the sentence, or none: all that the view says.
void ChartPanel::explain(wording::Figure figure)
{
    using wording::Figure;
    const auto findings = m_session.findings();
    const auto cohort = m_session.cohort();
    if (!findings || !cohort)
        return m_session.say(tr("Nothing is worked out yet."));
    const bool shares = figure == Figure::costShares || figure == Figure::costSharesInterval;
    const bool need = figure == Figure::needExplains || figure == Figure::needExplainsInterval;
    const bool pair = figure == Figure::widestPair && !findings->similarNeed.pairs.empty();
    const bool pairs = figure == Figure::pairsApart || figure == Figure::ordinarySpread ||
                       figure == Figure::pairsOfKinds || figure == Figure::spreadOfKinds;
    QStringList lines;
    const auto add = [&](const analysis::Trace& trace) {
        if (!lines.isEmpty())
            lines << QString();
        lines << wording::traceLines(trace);
    };
    const bool paid = findings->costShares.need.has_value();
    if (paid && (shares || figure == Figure::none)) {
        add(findings->costShares.trace);
        add(findings->paidCare->trace);
    }
    if (paid && (figure == Figure::sameNeed || figure == Figure::none))
        add(findings->sameNeed.trace);
    if (need || figure == Figure::none)
        add(findings->needExplains.trace);
    if (pair)
        add(traceOf(*cohort, *findings, findings->similarNeed.pairs.front()));
    if (pair || pairs || figure == Figure::none)
        add(findings->similarNeed.trace);
    if (figure == Figure::none)
        add(findings->line.trace);
    if (m_session.standing() == Standing::refining)
        lines << QString() << tr("Figures that need resampling are still being worked out.");
    else if (m_session.standing() == Standing::stopped)
        lines << QString() << tr("Refining was stopped: figures that need resampling are missing.");
    emit traceWanted(pair    ? tr("The widest pair")
                     : pairs ? tr("Similar need, different cost")
                             : m_sentence->plainText(),
                     lines);
}

void ChartPanel::followSelection()
{
    const auto cohort = m_session.cohort();
    if (!cohort)
        return;
    const Selection& selection = m_session.selection();
    const auto rows = rowsOf(selection, *cohort);
    m_chart->setSelection(rows, selection.kind == Selection::Kind::pair && rows.size() == 2);
}

// With Ctrl: into the group, or out of it.
void ChartPanel::addToSelection(std::size_t row)
{
    const auto cohort = m_session.cohort();
    std::vector<std::size_t> rows = rowsOf(m_session.selection(), *cohort);
    const auto at = std::ranges::find(rows, row);
    if (at == rows.end())
        rows.push_back(row);
    else
        rows.erase(at);
    m_session.select(selectionOf(rows, *cohort));
}

QString ChartPanel::caption() const
{
    return wording::caption(m_session.storeName(), *m_session.findings(), m_session.filter());
}

void ChartPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(m_chart->image(caption(), kPictureSize, 2));
    m_session.say(tr("The picture is on the clipboard."));
}

QString ChartPanel::askForFile(const QString& suffix)
{
    const QString suggested =
        tr("Need and cost %1").arg(QString::fromStdString(m_session.census().iso()));
    return ui::askForFile(this, tr("Save as %1").arg(suffix.toUpper()), suggested, suffix);
}

void ChartPanel::savePicture(const QString& suffix)
{
    const QString fileName = askForFile(suffix);
    if (fileName.isEmpty())
        return;
    if (const auto saved = m_chart->save(fileName, caption(), kPictureSize))
        m_session.say(tr("The picture is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(this, tr("The picture was not saved."), wording::text(saved.failure()));
}

void ChartPanel::saveTable()
{
    const QString fileName = askForFile(QStringLiteral("csv"));
    if (fileName.isEmpty())
        return;
    const QString refusal = ui::saveTable(fileName, exchange::cohortCsv(*m_session.cohort()));
    if (refusal.isEmpty())
        m_session.say(tr("The table is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(this, tr("The table was not saved."), refusal);
}

} // namespace twelvefold::ui
