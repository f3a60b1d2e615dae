// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providers_workspace.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/states.h"
#include "common/when_shown.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace twelvefold::ui {
namespace {

QString pounds(std::optional<double> amount)
{
    return amount ? wording::pounds(*amount) : QString();
}

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
    setProperty("helpPage", "providers");
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    auto* desk = new QWidget(m_stack);
    auto* row = new QHBoxLayout(desk);
    row->setContentsMargins(14, 14, 14, 14);
    row->setSpacing(14);
    row->addWidget(list(), 5);
    row->addWidget(page(), 3);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(desk);
    connect(m_empty, &EmptyState::acted, this, [this] { m_session.goTo(Workspace::data); });
    m_refreshing = new WhenShown(this, [this] { refresh(); });
    connect(&session, &Session::findingsChanged, m_refreshing, &WhenShown::run);
    connect(&session, &Session::closed, this, [this] {
        m_chosen.clear();
        refresh();
    });
    refresh();
}

QWidget* ProvidersWorkspace::list()
{
    auto* panel = new Panel(this);
    m_sentence = sentenceLabel(QString(), panel);
    m_caption =
        quietLabel(tr("Most spend first. This is not a league table: providers care for children "
                      "with different needs, so compare them only after allowing for need."),
                   panel);
    m_table = new DataTable(panel);
    m_table->setAccessibleName(tr("Providers"));
    m_model->setColumns(columns());
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(2, Qt::DescendingOrder);
    panel->column()->addWidget(m_sentence);
    panel->column()->addWidget(m_caption);
    panel->column()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (!index.isValid())
                    return;
                m_chosen = m_rows[m_model->sourceRow(index)].name;
                showChosen();
            });
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
    m_childrenTable->setSortingEnabled(true);
    m_childrenTable->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
    panel->column()->addWidget(m_name);
    panel->column()->addWidget(m_about);
    panel->column()->addWidget(m_childrenTable, 1);
    panel->column()->addWidget(smallLabel(tr("Press Enter to open a child."), panel));
    connect(m_childrenTable, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        m_session.goToChild(m_cohort->child[m_children[m_childrenModel->sourceRow(index)]]);
    });
    return panel;
}

std::vector<RowsModel::Column> ProvidersWorkspace::columns() const
{
    using Number = std::optional<double>;
    const auto found = [this](std::size_t row) -> const analysis::ProviderSummary& {
        return *m_rows[row].found;
    };
    return {
        {tr("Provider"), [this](std::size_t row) { return m_rows[row].name; }},
        {tr("Children"), [=](std::size_t row) { return wording::count(found(row).n); }, true,
         [=](std::size_t row) { return Number(static_cast<double>(found(row).n)); }},
        {tr("A week"), [=](std::size_t row) { return wording::pounds(found(row).spendWeekly); },
         true, [=](std::size_t row) { return Number(found(row).spendWeekly); }},
        {tr("Share"),
         [=](std::size_t row) {
             return found(row).share ? wording::percent(*found(row).share) : QString();
         },
         true, [=](std::size_t row) { return found(row).share; }},
        {tr("Median"), [=](std::size_t row) { return pounds(found(row).medianCost); }, true,
         [=](std::size_t row) { return found(row).medianCost; }},
        {tr("Need"),
         [=](std::size_t row) {
             return found(row).medianNeed ? wording::number(*found(row).medianNeed, 1) : QString();
         },
         true, [=](std::size_t row) { return found(row).medianNeed; }},
        {tr("vs expected"),
         [=](std::size_t row) { return againstExpected(found(row).medianRatio); }, true,
         [=](std::size_t row) { return found(row).medianRatio; }},
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
         [=, this](std::size_t row) { return pounds(m_cohort->weeklyCost.at(at(row))); }, true,
         [=, this](std::size_t row) { return m_cohort->weeklyCost.at(at(row)); }},
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
    m_childrenModel->setRows(0);
    m_cohort = cohort;
    m_findings = findings;
    m_rows.clear();
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
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), 175));
    m_table->setColumnWidth(7, std::min(m_table->columnWidth(7), 240));
    m_sentence->setText(
        tr("%n providers care for these children", nullptr, static_cast<int>(m_rows.size())));
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

void ProvidersWorkspace::showChosen()
{
    m_children.clear();
    const auto found = std::ranges::find(m_rows, m_chosen, &Row::name);
    if (found == m_rows.end()) {
        m_name->clear();
        m_about->setText(tr("Choose a provider to see its children."));
        m_childrenModel->setRows(0);
        return;
    }
    const auto provider = static_cast<std::int32_t>(found->found->provider);
    for (std::size_t row = 0; row < m_cohort->size(); ++row) {
        if (m_cohort->provider[row] == provider)
            m_children.push_back(row);
    }
    QStringList about;
    about << tr("%n children", nullptr, static_cast<int>(m_children.size()));
    about << tr("%1 a week").arg(wording::pounds(found->found->spendWeekly));
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
}

} // namespace twelvefold::ui
