// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/chart_panel.h"

#include "analysis/findings/figure_traces.h"
#include "analysis/findings/told.h"
#include "common/accessible_roles.h"
#include "common/children_of_cohort.h"
#include "common/dialogs.h"
#include "common/focus_ring.h"
#include "common/layout_memory.h"
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
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr QSize kPictureSize(1200, 800);
constexpr QLatin1String kViewKey("explore.view");
constexpr QLatin1String kAmountsView("amounts");

} // namespace

ChartPanel::ChartPanel(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_chart(new charts::NeedCostChart(this)),
      m_amounts(new charts::AmountsChart(this)), m_amountsScroll(scrolling(m_amounts, this)),
      m_noAmounts(quietLabel({}, this))
{
    column()->setContentsMargins(16, 12, 12, 8);
    column()->setSpacing(4);
    column()->addWidget(head());
    column()->addWidget(m_chart, 1);
    setAccessibleRole(m_chart, QAccessible::Chart);
    new FocusRing(m_chart);

    addAmounts();
    const auto retheme = [this] {
        m_chart->setTheme(Appearance::instance().tokens());
        m_amounts->setTheme(Appearance::instance().tokens());
    };
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
    if (const LayoutMemory* memory = layoutMemory();
        memory != nullptr && memory->arrangement(kViewKey) == kAmountsView)
        m_view = View::amounts;
    arrangeView();
    renew();
}

// Where there is no room for all bars, they scroll.
void ChartPanel::addAmounts()
{
    column()->addWidget(m_amountsScroll, 1);
    column()->addWidget(m_noAmounts, 1);
    m_noAmounts->setAlignment(Qt::AlignCenter);
    m_noAmounts->setAccessibleName(tr("Why there is no picture"));
    m_amountsScroll->setFocusPolicy(Qt::NoFocus);
    setAccessibleRole(m_amounts, QAccessible::Chart);
    new FocusRing(m_amounts);
    connect(m_amounts, &charts::AmountsChart::settingChosen, this, &ChartPanel::selectSetting);
    connect(m_amounts, &charts::AmountsChart::selectionCleared, this,
            [this] { m_session.select({}); });
    connect(m_amounts, &charts::AmountsChart::cursorMoved, this, [this](const QRect& row) {
        m_amountsScroll->ensureVisible(row.center().x(), row.center().y(), 0, row.height());
    });
}

void ChartPanel::showView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    if (LayoutMemory* memory = layoutMemory())
        memory->keepArrangement(kViewKey,
                                view == View::amounts ? QString(kAmountsView) : QString());
    arrangeView();
    say();
}

void ChartPanel::arrangeView()
{
    m_views->setCurrent(static_cast<int>(m_view));
    m_chart->setVisible(m_view == View::needAgainstCost);
    placeAmounts();
    emit viewChanged(m_view);
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
    auto* menu = new QMenu(tr("E&xport"), m_export); // stands in the menu of the window too
    const auto offer = [&](const QString& name, const QString& text, auto run, bool ofPicture) {
        QAction* action = menu->addAction(text, this, [this, run, ofPicture] {
            if (m_export->isEnabled() && (hasPicture() || !ofPicture))
                run();
            else
                m_session.say(tr("There is nothing to export: nobody is in the picture."));
        });
        action->setObjectName(name);
    };
    offer(
        QStringLiteral("copyPicture"), tr("&Copy the picture"), [this] { copyPicture(); }, true);
    menu->addSeparator();
    const std::pair<QString, QString> forms[] = {{QStringLiteral("png"), tr("&PNG")},
                                                 {QStringLiteral("svg"), tr("&SVG")},
                                                 {QStringLiteral("pdf"), tr("P&DF")}};
    for (const auto& [suffix, form] : forms)
        offer(
            QStringLiteral("savePicture.") + suffix, tr("Save the picture as %1…").arg(form),
            [this, suffix = suffix] { savePicture(suffix); }, true);
    menu->addSeparator();
    offer(
        QStringLiteral("saveChildren"), tr("Save the children as CS&V…"), [this] { saveTable(); },
        false);
    m_export->setMenu(menu);

    m_views = new SegmentedControl({tr("Need against cost"), tr("Need, placement, price")}, head);
    m_views->setAccessibleName(tr("What the picture shows"));
    connect(m_views, &SegmentedControl::chosen, this,
            [this](int index) { showView(static_cast<View>(index)); });

    auto* top = new QHBoxLayout;
    top->addWidget(m_views);
    top->addStretch(1);
    top->addWidget(m_export);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_how);
    foot->addWidget(m_standing, 1);
    column->addLayout(top);
    column->addWidget(m_sentence);
    column->addWidget(m_under);
    column->addLayout(foot);
    connect(m_how, &QPushButton::clicked, this, [this] { explain(wording::Figure::none); });
    return head;
}

QMenu* ChartPanel::exportMenu() const
{
    return m_export->menu();
}

void ChartPanel::setOverlays(const charts::NeedCostOptions& overlays)
{
    m_chart->setOptions(overlays);
}

void ChartPanel::renew()
{
    say();
    m_chart->show(m_session.cohort(), m_session.findings());
    m_amounts->show(m_session.findings());
    placeAmounts();
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
    m_export->setEnabled(findings && m_session.cohort() && m_session.cohort()->size() > 0);
    m_how->setEnabled(findings != nullptr);
    using Parts = std::vector<wording::SentencePart>;
    m_sentence->setParts(findings ? wording::headlineParts(*findings) : Parts());
    m_under->setParts(!findings                 ? Parts()
                      : m_view == View::amounts ? underBars(*findings)
                                                : wording::underHeadlineParts(*findings, inPlace));
}

// The bars or, where nothing is split, why: an empty picture would say that nothing is paid.
void ChartPanel::placeAmounts()
{
    const auto findings = m_session.findings();
    const QString why = findings ? wording::amountsNotTold(*findings) : QString();
    m_noAmounts->setText(why);
    m_noAmounts->setVisible(m_view == View::amounts && !why.isEmpty());
    m_amountsScroll->setVisible(m_view == View::amounts && why.isEmpty());
}

// Of what and of whom the bars speak. Where nothing can be said, why.
std::vector<wording::SentencePart> ChartPanel::underBars(const analysis::Findings& findings)
{
    if (!findings.paidCare)
        return {};
    if (findings.whyNotSplit()) // which stands in place of the bars
        return {{wording::inPaidCare(findings.amounts)}};
    std::vector<wording::SentencePart> sentences = wording::sameNeedParts(findings);
    const QString compared = wording::inPaidCare(findings.amounts);
    const QString spent = wording::largeMoney(findings.amounts.whole.spend.inPounds());
    sentences.insert(sentences.begin(),
                     {tr("%1 Each bar is a setting, %2 a week together. Where a part is dashed, so "
                         "much less is paid. ")
                          .arg(compared, spent)});
    return sentences;
}

bool ChartPanel::hasPicture() const
{
    const auto findings = m_session.findings();
    return m_view == View::needAgainstCost ||
           (findings->amounts.whole.children > 0 && !findings->whyNotSplit());
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
    if (m_view == View::amounts && figure == Figure::none)
        return explainAmounts();
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
    using Of = analysis::HeadlineTrace::Of;
    for (const auto& [of, trace] : analysis::tracesOfHeadline(*findings)) {
        if (figure == Figure::none || (shares && (of == Of::shares || of == Of::amounts)) ||
            (figure == Figure::sameNeed && of == Of::sameNeed) || (need && of == Of::needExplains))
            add(*trace);
    }
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

void ChartPanel::explainAmounts()
{
    const auto findings = m_session.findings();
    QStringList lines;
    if (const QString why = wording::amountsNotTold(*findings); !why.isEmpty())
        lines << why << QString();
    if (findings->paidCare)
        lines << wording::traceLines(findings->paidCare->trace);
    emit traceWanted(tr("Need, placement, price"), lines);
}

// The children of a bar: those of the setting who are in paid care.
void ChartPanel::selectSetting(domain::Setting setting)
{
    const auto cohort = m_session.cohort();
    const auto findings = m_session.findings();
    if (!cohort || !findings || !findings->paidCare)
        return;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cohort->size(); ++row) {
        const analysis::PaidChild* child = findings->paidCare->of(cohort->child[row]);
        if (child != nullptr && child->setting == setting)
            rows.push_back(row);
    }
    m_session.select(selectionOf(rows, *cohort));
}

void ChartPanel::followSelection()
{
    const auto cohort = m_session.cohort();
    if (!cohort)
        return;
    const Selection& selection = m_session.selection();
    const auto rows = rowsOf(selection, *cohort);
    m_chart->setSelection(rows, selection.kind == Selection::Kind::pair && rows.size() == 2);
    std::set<domain::Setting> settings;
    for (const std::size_t row : rows) {
        if (cohort->setting[row])
            settings.insert(*cohort->setting[row]);
    }
    m_amounts->setChosen(settings);
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
    const auto make = m_view == View::amounts ? wording::amountsCaption : wording::caption;
    return make(m_session.storeName(), *m_session.findings(), m_session.filter());
}

void ChartPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(m_view == View::amounts
                                               ? m_amounts->image(caption(), kPictureSize, 2)
                                               : m_chart->image(caption(), kPictureSize, 2));
    m_session.say(tr("The picture is on the clipboard."));
}

QString ChartPanel::askForFile(const QString& suffix)
{
    const QString suggested =
        (m_view == View::amounts ? tr("Need, placement, price %1") : tr("Need and cost %1"))
            .arg(QString::fromStdString(m_session.census().iso()));
    return ui::askForFile(this, tr("Save as %1").arg(suffix.toUpper()), suggested, suffix);
}

void ChartPanel::savePicture(const QString& suffix)
{
    const QString fileName = askForFile(suffix);
    if (fileName.isEmpty())
        return;
    if (const auto saved = m_view == View::amounts
                               ? m_amounts->save(fileName, caption(), kPictureSize)
                               : m_chart->save(fileName, caption(), kPictureSize))
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
