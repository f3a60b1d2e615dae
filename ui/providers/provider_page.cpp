// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providers_workspace.h"

#include "analysis/findings/figure_traces.h"
#include "charts/funnel_chart.h"
#include "charts/waterfall_chart.h"
#include "common/accessible_roles.h"
#include "common/children_of_cohort.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/focus_ring.h"
#include "common/theme.h"
#include "common/trace_dialog.h"
#include "wording/wording.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

// The page of the provider that is chosen, beside the list of all of them.
namespace twelvefold::ui {
namespace {

// "+12 %" above the cost expected for such needs, "−8 %" below.
QString againstExpected(std::optional<double> ratio)
{
    if (!ratio)
        return {};
    const double over = *ratio - 1;
    const QString sign = over > 0 ? QStringLiteral("+") : QString();
    return sign + wording::percent(over);
}

} // namespace

QWidget* ProvidersWorkspace::page()
{
    auto* panel = new Panel(this);
    m_name = sentenceLabel(QString(), panel);
    m_about = quietLabel(QString(), panel);
    m_childrenTable = new DataTable(panel);
    m_childrenTable->setAccessibleName(tr("Children with this provider"));
    m_childrenModel->setColumns(childColumns());
    m_childrenTable->setModel(m_childrenModel);
    m_childrenTable->offerOnlyMarked();
    m_childrenTable->keepWidthsAs(QStringLiteral("providers.children"));
    m_childrenTable->setCaption([this] {
        return m_findings
                   ? m_name->text() + QStringLiteral(". ") +
                         wording::caption(m_session.storeName(), *m_findings, m_session.filter())
                   : QString();
    });
    connect(m_childrenTable, &DataTable::said, &m_session, &Session::say);
    m_childrenTable->setSortingEnabled(true);
    m_childrenTable->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
    panel->column()->addWidget(m_name);
    m_providerTrace = linkButton(tr("How was this worked out?"), panel);
    m_providerTrace->setAccessibleName(tr("How were the provider's figures worked out?"));
    connect(m_providerTrace, &QPushButton::clicked, this, &ProvidersWorkspace::explainProvider);
    auto* about = new QHBoxLayout;
    about->addWidget(m_about, 1);
    about->addWidget(m_providerTrace, 0, Qt::AlignTop);
    panel->column()->addLayout(about);
    m_listed = smallLabel(QString(), panel);
    m_listed->setTextInteractionFlags(Qt::TextSelectableByMouse);
    panel->column()->addWidget(m_listed);
    m_steps = new charts::WaterfallChart(panel);
    setAccessibleRole(m_steps, QAccessible::Chart);
    panel->column()->addWidget(m_steps);
    m_steps->hide(); // until a provider is chosen
    panel->column()->addWidget(besideOthers(panel), 3);
    panel->column()->addWidget(m_childrenTable, 2);
    panel->column()->addWidget(smallLabel(
        tr("Enter opens a child; Alt+Enter says how the expected cost was worked out."), panel));
    connect(m_childrenTable, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        m_session.goToChild(m_cohort->child[m_children[m_childrenModel->sourceRow(index)]]);
    });
    connect(m_childrenTable, &DataTable::explanationWanted, this,
            &ProvidersWorkspace::explainChild);
    return panel;
}

QWidget* ProvidersWorkspace::besideOthers(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_effect = quietLabel(QString(), box);
    m_effect->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcomes = smallLabel(QString(), box);
    m_funnel = new charts::FunnelChart(box);
    setAccessibleRole(m_funnel, QAccessible::Chart);
    new FocusRing(m_funnel);
    m_effectTrace = linkButton(tr("How was this worked out?"), box);
    m_effectTrace->setAccessibleName(tr("How was the provider's effect worked out?"));
    m_save = linkButton(tr("Save the funnel…"), box);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_effectTrace);
    foot->addStretch(1);
    foot->addWidget(m_save);
    column->addWidget(m_effect);
    column->addWidget(m_outcomes);
    column->addWidget(m_funnel, 1);
    column->addLayout(foot);
    const auto retheme = [this] {
        m_funnel->setTheme(Appearance::instance().tokens());
        m_steps->setTheme(Appearance::instance().tokens());
    };
    retheme();
    connect(&Appearance::instance(), &Appearance::changed, this, retheme);
    connect(m_funnel, &charts::FunnelChart::providerChosen, this, [this](std::size_t provider) {
        if (m_cohort && provider < m_cohort->providerNames.size())
            showProvider(QString::fromStdString(m_cohort->providerNames[provider]));
    });
    connect(m_save, &QPushButton::clicked, this, &ProvidersWorkspace::saveFunnel);
    connect(m_effectTrace, &QPushButton::clicked, this, [this] {
        if (!m_findings)
            return;
        QStringList lines;
        const auto add = [&](const analysis::ProviderEffects& effects) {
            if (!lines.isEmpty())
                lines << QString() << wording::measureTitle(effects);
            const Row* row = chosen();
            const auto* one = row ? effects.of(row->found->provider) : nullptr;
            if (one != nullptr)
                lines << row->name << wording::traceLines(traceOf(effects, *one)) << QString();
            lines << wording::traceLines(effects.trace);
        };
        add(m_findings->providerCosts);
        for (const analysis::ProviderEffects& outcome : m_findings->providerOutcomes)
            add(outcome);
        openTrace(this, tr("What a provider's children cost beside such needs elsewhere"), lines);
    });
    return box;
}

void ProvidersWorkspace::explainChild(const QModelIndex& index)
{
    const std::size_t row = m_children[m_childrenModel->sourceRow(index)];
    const auto* expected = m_findings->expectedCostOf(row);
    const QString child = QString::fromStdString(m_cohort->pseudonym[row]);
    if (expected != nullptr)
        openTrace(this, tr("Expected cost of %1").arg(child),
                  wording::traceLines(traceOf(*m_cohort, *m_findings, *expected)));
    else
        openTrace(this, tr("No expected cost of %1").arg(child),
                  {tr("An expected cost needs both a complete assessment and a weekly cost.")});
}

QString ProvidersWorkspace::effectWords() const
{
    return m_effect->text();
}

void ProvidersWorkspace::saveFunnel()
{
    constexpr QSize kPictureSize(1200, 800);
    if (!m_findings)
        return m_session.say(tr("There is nothing to save: nobody is compared."));
    const QString fileName =
        dialogs().saveFile(this, tr("Save the funnel"), QStringLiteral("providers.png"),
                           tr("Pictures (*.png *.svg *.pdf)"));
    if (fileName.isEmpty())
        return;
    const QString caption =
        wording::funnelCaption(m_session.storeName(), *m_findings, m_session.filter());
    if (const auto saved = m_funnel->save(fileName, caption, kPictureSize))
        m_session.say(tr("The picture is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(this, tr("The picture was not saved."), wording::text(saved.failure()));
}

// What is said of one provider: its effect on cost with its place among the others, and on those
// outcomes where its interval leaves out no difference.
void ProvidersWorkspace::sayEffect(std::size_t provider)
{
    const analysis::ProviderEffects& costs = m_findings->providerCosts;
    const analysis::ProviderEffect* effect = costs.of(provider);
    m_funnel->setChosen(provider);
    if (costs.undefined || !costs.differ) {
        m_effect->setText(wording::providersDiffer(costs));
    } else if (effect == nullptr) {
        m_effect->setText(tr("No other provider offers its setting here, or its children have no "
                             "need or cost recorded, so there is nobody to hold it against."));
    } else if (!costs.claimed(*effect)) {
        m_effect->setText(
            tr("Whether its children cost more or less than such needs cost with the other "
               "providers of the setting: %1.")
                .arg(wording::effect(costs, *effect)));
    } else {
        QString words = tr("Its children cost %1.").arg(wording::effect(costs, *effect));
        if (effect->rankLower && effect->rankUpper)
            words += QLatin1Char(' ') +
                     tr("Of %1 providers it may stand anywhere from %2 to %3, 1 being the least "
                        "costly for such needs.")
                         .arg(wording::count(costs.providers.size()),
                              wording::number(*effect->rankLower, 0),
                              wording::number(*effect->rankUpper, 0));
        m_effect->setText(words);
    }
    QStringList outcomes;
    for (const analysis::ProviderEffects& outcome : m_findings->providerOutcomes) {
        const analysis::ProviderEffect* found = outcome.of(provider);
        if (found != nullptr && outcome.claimed(*found))
            outcomes << tr("%1: %2").arg(wording::measureTitle(outcome),
                                         wording::effectTold(outcome, *found));
    }
    m_outcomes->setVisible(!outcomes.isEmpty());
    m_outcomes->setText(
        tr("Outcomes beside children of such needs: %1").arg(outcomes.join(QStringLiteral(" · "))));
}

// What Ofsted's lists say of one, and whether its children live there after it closed.
void ProvidersWorkspace::sayListed(const Row& row)
{
    QString words;
    if (row.listed) {
        words = wording::onList(*row.listed);
        if (row.listed->closedOn && *row.listed->closedOn <= m_session.census())
            words += QLatin1Char(' ') +
                     tr("By that it was closed on the census date: do these children still live "
                        "there, and under this number?");
    } else if (!row.urn.empty()) {
        const auto latest = m_session.workbench().store().latestProviderList();
        words = latest ? tr("URN %1. No list of Ofsted's that was brought in has it.")
                             .arg(QString::fromStdString(row.urn))
                       : tr("URN %1.").arg(QString::fromStdString(row.urn));
    }
    m_listed->setVisible(!words.isEmpty());
    m_listed->setText(words);
}

// What the needs of the chosen one's children lead to and what is paid for them, where that can be
// told. On a low screen the funnel and the children need the room.
void ProvidersWorkspace::showSteps()
{
    constexpr int kRoomForSteps = 620;
    const Row* row = chosen();
    const auto& amounts = m_findings->amounts.providers;
    const auto of = row != nullptr ? amounts.find(row->found->provider) : amounts.end();
    const bool told = of != amounts.end() && !m_findings->whyNotSplit();
    m_steps->setVisible(told && height() >= kRoomForSteps);
    if (told)
        m_steps->show(charts::waterfallOf(of->second));
}

void ProvidersWorkspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_findings)
        showSteps();
}

std::vector<RowsModel::Column> ProvidersWorkspace::childColumns() const
{
    const auto at = [this](std::size_t row) { return m_children[row]; };
    const auto ratio = [this, at](std::size_t row) -> std::optional<double> {
        const auto* expected = m_findings->expectedCostOf(at(row));
        return expected ? expected->ratio : std::nullopt;
    };
    return {
        {tr("Child"),
         [=, this](std::size_t row) {
             return QString::fromStdString(m_cohort->pseudonym[at(row)]);
         }},
        {tr("Age"),
         [=, this](std::size_t row) {
             const auto age = m_cohort->age.at(at(row));
             return age ? wording::number(*age, 0) : QString();
         },
         true, [=, this](std::size_t row) { return m_cohort->age.at(at(row)); }},
        {tr("Need"),
         [=, this](std::size_t row) {
             const auto need = m_cohort->needTotal.at(at(row));
             return need ? wording::number(*need, 0) : QString();
         },
         true, [=, this](std::size_t row) { return m_cohort->needTotal.at(at(row)); }},
        {tr("A week"),
         [=, this](std::size_t row) {
             const auto cost = m_cohort->weeklyCost.at(at(row));
             return cost ? wording::roundPounds(*cost) : QString();
         },
         true, [=, this](std::size_t row) { return m_cohort->weeklyCost.at(at(row)); }},
        {tr("vs expected"), [=](std::size_t row) { return againstExpected(ratio(row)); }, true,
         ratio},
        {tr("Setting"),
         [=, this](std::size_t row) {
             const auto setting = m_cohort->setting[at(row)];
             return setting ? wording::text(domain::word(*setting)) : QString();
         }},
    };
}

void ProvidersWorkspace::followGroup()
{
    m_childrenModel->setMarked(inGroup(m_session.selection(), m_cohort.get(), m_children));
}

void ProvidersWorkspace::showChosen()
{
    m_childrenModel->setMarked({});
    m_children.clear();
    const auto found = std::ranges::find(m_rows, m_chosen, &Row::name);
    if (found == m_rows.end()) {
        m_name->clear();
        m_providerTrace->hide();
        m_listed->hide();
        m_effect->clear();
        m_outcomes->hide();
        m_steps->hide();
        m_funnel->setChosen(std::nullopt);
        m_about->setText(tr("Choose a provider to see its children."));
        m_childrenModel->setRows(0);
        return;
    }
    m_providerTrace->show();
    sayListed(*found);
    sayEffect(found->found->provider);
    showSteps();
    const auto provider = static_cast<std::int32_t>(found->found->provider);
    for (std::size_t row = 0; row < m_cohort->size(); ++row) {
        if (m_cohort->provider[row] == provider)
            m_children.push_back(row);
    }
    QStringList about;
    about << tr("%n children", nullptr, static_cast<int>(m_children.size()));
    const QString spend = wording::pounds(found->found->spendWeekly);
    const std::size_t without = found->found->n - found->found->withCost;
    about << (!(found->found->spendWeekly > 0) ? tr("cost not known")
              : without == 0                   ? tr("%1 a week").arg(spend)
              : without == 1 ? tr("at least %1 a week: of 1 child no cost is recorded").arg(spend)
                             : tr("at least %1 a week: of %2 children no cost is recorded")
                                   .arg(spend, wording::count(without)));
    for (const QString& more : {found->sector, found->owner}) {
        if (!more.isEmpty())
            about << more;
    }
    m_name->setText(found->name);
    m_about->setText(about.join(" · "));
    m_childrenModel->setRows(m_children.size());
    m_childrenTable->fitColumns();
    followGroup();
}

// The chosen provider's, everywhere.
void ProvidersWorkspace::selectChildren()
{
    if (m_children.empty())
        return;
    Selection selection{Selection::Kind::group, {}};
    for (const std::size_t row : m_children)
        selection.children.push_back(m_cohort->child[row]);
    m_session.select(selection);
}

} // namespace twelvefold::ui
