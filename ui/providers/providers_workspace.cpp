// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providers_workspace.h"

#include "analysis/findings/figure_traces.h"
#include "charts/funnel_chart.h"
#include "common/accessible_roles.h"
#include "common/children_of_cohort.h"
#include "common/commands.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/focus_ring.h"
#include "common/page_scroll.h"
#include "common/states.h"
#include "common/theme.h"
#include "common/trace_dialog.h"
#include "common/when_shown.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace twelvefold::ui {
namespace {

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
    auto* row = new PanelsRow(desk);
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
                if (!m_filling)
                    selectChildren();
            });
    connect(m_table, &QTableView::pressed, this, &ProvidersWorkspace::selectChildren);
    connect(m_table, &DataTable::explanationWanted, this, &ProvidersWorkspace::explainProvider);
    connect(m_table, &DataTable::rowActivated, this, &ProvidersWorkspace::explainProvider);
    return panel;
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
        {tr("A week"),
         [=](std::size_t row) {
             const QString spend = wording::spend(found(row).spendWeekly);
             return found(row).withCost == found(row).n || !(found(row).spendWeekly > 0)
                        ? spend
                        : tr("at least %1").arg(spend);
         },
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
             return one ? wording::effectTold(m_findings->providerCosts, *one) : QString();
         },
         true,
         [this, effect](std::size_t row) { // those about which nothing is claimed together
             const auto* one = effect(row);
             return one && m_findings->providerCosts.claimed(*one) ? Number(one->effect) : Number();
         }},
        share,
        {tr("Settings"), [this](std::size_t row) { return m_rows[row].settings; }},
        {tr("Sector"), [this](std::size_t row) { return m_rows[row].sector; }},
        {tr("Owner group"), [this](std::size_t row) { return m_rows[row].owner; }},
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
    if (!any)
        return sayNone();
    std::map<std::string, domain::Provider> known;
    for (auto& provider : m_session.workbench().store().providers())
        known[provider.name] = provider;
    const auto listed = m_session.workbench().store().listedProviders();
    const auto settings = settingsByProvider(*cohort);
    for (const auto& found : findings->providers) {
        const std::string& name = cohort->providerNames[found.provider];
        Row row{&found, QString::fromStdString(name), settings[found.provider], {}, {}, {}, {}};
        if (const auto record = known.find(name); record != known.end()) {
            if (record->second.sector)
                row.sector = wording::text(domain::word(*record->second.sector));
            row.owner = QString::fromStdString(record->second.ownerGroup);
            row.urn = record->second.urn;
            if (const auto said = listed.find(row.urn); said != listed.end())
                row.listed = said->second;
        }
        m_rows.push_back(std::move(row));
    }
    m_model->setRows(m_rows.size());
    m_table->fitColumns();
    m_sentence->setText(
        tr("%n providers care for these children", nullptr, static_cast<int>(m_rows.size())));
    m_market->setText(wording::concentration(findings->market));
    // Shown, which is no choice: only a person who chooses a provider selects its children.
    const QScopedValueRollback filling(m_filling, true);
    goToRowOf(m_chosen.isEmpty() ? m_rows.front().name : m_chosen);
}

void ProvidersWorkspace::showProvider(const QString& name)
{
    m_refreshing->now();
    goToRowOf(name);
    selectChildren(); // also where it was shown already
}

void ProvidersWorkspace::goToRowOf(const QString& name)
{
    const auto found = std::ranges::find(m_rows, name, &Row::name);
    if (found == m_rows.end())
        return showChosen();
    const QModelIndex index = m_model->indexOf(static_cast<std::size_t>(found - m_rows.begin()));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

// None in the store, or none of whom these children are with.
void ProvidersWorkspace::sayNone()
{
    const bool open = m_session.isOpen();
    if (open && !m_session.workbench().store().providers().empty())
        return m_empty->say(tr("No provider is recorded for these children"),
                            tr("The store has providers, but none of a child who is compared on "
                               "%1. Choose another date or other filters.")
                                .arg(wording::date(m_session.census())));
    m_empty->say(tr("No providers yet"),
                 tr("Providers appear when placements or costs that name them are brought in."),
                 tr("Bring in files"));
}

} // namespace twelvefold::ui
