// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providers_workspace.h"

#include "analysis/findings/figure_traces.h"
#include "charts/funnel_chart.h"
#include "common/accessible_roles.h"
#include "common/commands.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/states.h"
#include "common/theme.h"
#include "common/when_shown.h"
#include "explore/children_of_cohort.h"
#include "explore/trace_dialog.h"
#include "wording/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

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

// The settings that each provider's children live in, in words; by provider.
std::vector<QString> settingsByProvider(const domain::Cohort& cohort)
{
    std::vector<std::set<domain::Setting>> found(cohort.providerNames.size());
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.provider[row] >= 0 && cohort.setting[row])
            found[static_cast<std::size_t>(cohort.provider[row])].insert(*cohort.setting[row]);
    }
    std::vector<QString> words;
    for (const auto& settings : found) {
        QStringList list;
        for (const domain::Setting setting : settings)
            list << wording::text(domain::word(setting));
        words.push_back(list.join(", "));
    }
    return words;
}

} // namespace

ProvidersWorkspace::ProvidersWorkspace(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(m_stack)), m_model(new RowsModel(this)),
      m_childrenModel(new RowsModel(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto* desk = new QWidget(m_stack);
    auto* row = new QHBoxLayout(desk);
    row->setContentsMargins(14, 14, 14, 14);
    row->setSpacing(14);
    row->addWidget(list(), 4);
    row->addWidget(page(), 3);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(desk);
    connect(m_empty, &EmptyState::acted, this, [this] { m_session.goTo(Workspace::data); });
    m_refreshing = new WhenShown(this, [this] { refresh(); });
    connect(&session, &Session::findingsChanged, m_refreshing, &WhenShown::run);
    connect(&session, &Session::selectionChanged, this, &ProvidersWorkspace::followGroup);
    connect(&session, &Session::closed, this, [this] {
        m_chosen.clear();
        refresh();
    });
    addCommands();
    refresh();
}

void ProvidersWorkspace::addCommands()
{
    Commands commands(m_session, Workspace::providers, this);
    commands.add("providersTable", tr("&List of providers"), tr("spend market share"),
                 [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    commands.add("howProvider", tr("&How was the provider's figure worked out?"),
                 tr("method trace explain"), [this] { explainProvider(); });
    commands.add("saveFunnel", tr("Save the &funnel…"), tr("export picture download"),
                 [this] { saveFunnel(); });
}

QWidget* ProvidersWorkspace::list()
{
    auto* panel = new Panel(this);
    m_sentence = sentenceLabel(QString(), panel);
    m_caption =
        quietLabel(tr("Most spend first; not a league table: providers care for children with "
                      "different needs. “For such needs” allows for that, with a 95 % interval."),
                   panel);
    m_table = new DataTable(panel);
    m_table->setAccessibleName(tr("Providers"));
    m_model->setColumns(columns());
    m_table->setModel(m_model);
    m_table->stretch(0);
    m_table->keepWidthsAs(QStringLiteral("providers"));
    m_table->setCaption([this] {
        return m_findings ? wording::caption(m_session.storeName(), *m_findings, m_session.filter())
                          : QString();
    });
    connect(m_table, &DataTable::said, &m_session, &Session::say);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(2, Qt::DescendingOrder);
    panel->column()->addWidget(m_sentence);
    panel->column()->addWidget(m_caption);
    panel->column()->addWidget(m_table, 1);
    m_market = quietLabel(QString(), panel);
    m_marketTrace = linkButton(tr("How was this worked out?"), panel);
    m_marketTrace->setAccessibleName(tr("How was the concentration worked out?"));
    auto* market = new QHBoxLayout;
    market->addWidget(m_market, 1);
    market->addWidget(m_marketTrace, 0, Qt::AlignBottom);
    panel->column()->addLayout(market);
    connect(m_marketTrace, &QPushButton::clicked, this, [this] {
        if (m_findings)
            openTrace(this, tr("In how few hands care lies"),
                      wording::traceLines(m_findings->market.trace));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (!index.isValid())
                    return;
                m_chosen = m_rows[m_model->sourceRow(index)].name;
                showChosen();
            });
    connect(m_table, &DataTable::explanationWanted, this, &ProvidersWorkspace::explainProvider);
    connect(m_table, &DataTable::rowActivated, this, &ProvidersWorkspace::explainProvider);
    return panel;
}

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
    panel->column()->addWidget(besideOthers(panel), 3);
    panel->column()->addWidget(m_childrenTable, 2);
    panel->column()->addWidget(smallLabel(
        tr("Enter opens a child; Alt+Enter says how its expected cost was worked out."), panel));
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
    const auto retheme = [this] { m_funnel->setTheme(Appearance::instance().tokens()); };
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

const ProvidersWorkspace::Row* ProvidersWorkspace::chosen() const
{
    const auto found = std::ranges::find(m_rows, m_chosen, &Row::name);
    return found == m_rows.end() ? nullptr : &*found;
}

void ProvidersWorkspace::explainProvider()
{
    if (const Row* row = chosen(); row != nullptr && m_cohort && m_findings)
        openTrace(this, row->name,
                  wording::traceLines(traceOf(*m_cohort, *m_findings, *row->found)));
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
        if (found != nullptr && outcome.differ)
            outcomes << tr("%1: %2 (%3 to %4)")
                            .arg(wording::measureTitle(outcome),
                                 wording::effectShort(outcome, found->effect),
                                 wording::effectShort(outcome, found->lower),
                                 wording::effectShort(outcome, found->upper));
    }
    m_outcomes->setVisible(!outcomes.isEmpty());
    m_outcomes->setText(
        tr("Outcomes beside children of such needs: %1").arg(outcomes.join(QStringLiteral(" · "))));
}

std::vector<RowsModel::Column> ProvidersWorkspace::columns() const
{
    using Number = std::optional<double>;
    const auto found = [this](std::size_t row) -> const analysis::ProviderSummary& {
        return *m_rows[row].found;
    };
    const auto effect = [this](std::size_t row) {
        const auto& costs = m_findings->providerCosts;
        return costs.differ ? costs.of(m_rows[row].found->provider) : nullptr;
    };
    const RowsModel::Column share{tr("Share"),
                                  [=](std::size_t row) {
                                      return found(row).share ? wording::percent(*found(row).share)
                                                              : QString();
                                  },
                                  true, [=](std::size_t row) { return found(row).share; }};
    return {
        {tr("Provider"), [this](std::size_t row) { return m_rows[row].name; }},
        {tr("Children"), [=](std::size_t row) { return wording::count(found(row).n); }, true,
         [=](std::size_t row) { return Number(static_cast<double>(found(row).n)); }},
        {tr("A week"), [=](std::size_t row) { return wording::spend(found(row).spendWeekly); },
         true,
         [=](std::size_t row) {
             return found(row).spendWeekly > 0 ? Number(found(row).spendWeekly) : Number();
         }},
        {tr("Median"),
         [=](std::size_t row) {
             return found(row).medianCost ? wording::roundPounds(*found(row).medianCost)
                                          : QString();
         },
         true, [=](std::size_t row) { return found(row).medianCost; }},
        {tr("Need"),
         [=](std::size_t row) {
             return found(row).medianNeed ? wording::number(*found(row).medianNeed, 1) : QString();
         },
         true, [=](std::size_t row) { return found(row).medianNeed; }},
        {tr("For such needs"),
         [this, effect](std::size_t row) {
             const auto* one = effect(row);
             const auto& costs = m_findings->providerCosts;
             return one ? tr("%1 (%2 to %3)")
                              .arg(wording::effectShort(costs, one->effect),
                                   wording::effectShort(costs, one->lower),
                                   wording::effectShort(costs, one->upper))
                        : QString();
         },
         true,
         [effect](std::size_t row) {
             return effect(row) ? Number(effect(row)->effect) : Number();
         }},
        share,
        {tr("Settings"), [this](std::size_t row) { return m_rows[row].settings; }},
        {tr("Sector"), [this](std::size_t row) { return m_rows[row].sector; }},
        {tr("Owner group"), [this](std::size_t row) { return m_rows[row].owner; }},
    };
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

void ProvidersWorkspace::refresh()
{
    const auto cohort = m_session.cohort();
    const auto findings = m_session.findings();
    // The two belong together: rows of the findings are rows of the cohort.
    m_model->setRows(0);
    m_childrenModel->setMarked({});
    m_childrenModel->setRows(0);
    m_children.clear();
    m_cohort = cohort;
    m_findings = findings;
    m_rows.clear();
    m_funnel->show(cohort, findings);
    const bool any = cohort && findings && !findings->providers.empty();
    m_stack->setCurrentIndex(any ? 1 : 0);
    if (!any) {
        m_empty->say(tr("No providers yet"),
                     tr("Providers appear when placements or costs that name them are brought in."),
                     tr("Bring in files"));
        return;
    }
    std::map<std::string, domain::Provider> known;
    for (auto& provider : m_session.workbench().store().providers())
        known[provider.name] = provider;
    const auto settings = settingsByProvider(*cohort);
    for (const auto& found : findings->providers) {
        const std::string& name = cohort->providerNames[found.provider];
        Row row{&found, QString::fromStdString(name), settings[found.provider], {}, {}};
        if (const auto record = known.find(name); record != known.end()) {
            if (record->second.sector)
                row.sector = wording::text(domain::word(*record->second.sector));
            row.owner = QString::fromStdString(record->second.ownerGroup);
        }
        m_rows.push_back(std::move(row));
    }
    m_model->setRows(m_rows.size());
    m_table->fitColumns();
    m_sentence->setText(
        tr("%n providers care for these children", nullptr, static_cast<int>(m_rows.size())));
    m_market->setText(wording::concentration(findings->market));
    showProvider(m_chosen.isEmpty() ? m_rows.front().name : m_chosen);
}

void ProvidersWorkspace::showProvider(const QString& name)
{
    m_refreshing->now();
    const auto found = std::ranges::find(m_rows, name, &Row::name);
    if (found == m_rows.end())
        return showChosen();
    const QModelIndex index = m_model->indexOf(static_cast<std::size_t>(found - m_rows.begin()));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
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
        m_effect->clear();
        m_outcomes->hide();
        m_funnel->setChosen(std::nullopt);
        m_about->setText(tr("Choose a provider to see its children."));
        m_childrenModel->setRows(0);
        return;
    }
    m_providerTrace->show();
    sayEffect(found->found->provider);
    const auto provider = static_cast<std::int32_t>(found->found->provider);
    for (std::size_t row = 0; row < m_cohort->size(); ++row) {
        if (m_cohort->provider[row] == provider)
            m_children.push_back(row);
    }
    QStringList about;
    about << tr("%n children", nullptr, static_cast<int>(m_children.size()));
    about << (found->found->spendWeekly > 0
                  ? tr("%1 a week").arg(wording::pounds(found->found->spendWeekly))
                  : tr("cost not known"));
    for (const QString& more : {found->sector, found->owner}) {
        if (!more.isEmpty())
            about << more;
    }
    m_name->setText(found->name);
    m_about->setText(about.join(" · "));
    m_childrenModel->setRows(m_children.size());
    m_childrenTable->fitColumns();
    // Selected everywhere, but only when the person is here: a refresh must not take their
    // selection.
    if (isVisible()) {
        Selection selection{Selection::Kind::group, {}};
        for (const std::size_t row : m_children)
            selection.children.push_back(m_cohort->child[row]);
        m_session.select(selection);
    }
    followGroup();
}

} // namespace twelvefold::ui
