// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/changes_view.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace twelvefold::ui {
namespace {

QString valueText(const std::optional<domain::Argument>& value)
{
    return value ? wording::text({workbench::kFieldValue, {*value}}) : ChangesView::tr("blank");
}

} // namespace

ChangesView::ChangesView(QWidget* parent)
    : QWidget(parent), m_model(new RowsModel(this)), m_table(new DataTable(this)),
      m_turn(secondaryButton(tr("Leave out what is chosen"), this)),
      m_none(secondaryButton(tr("Leave all of them out"), this)),
      m_all(secondaryButton(tr("Take all of them"), this))
{
    m_table->setAccessibleName(tr("Changes"));
    m_model->setColumns(columns());
    m_table->setModel(m_model);
    m_table->stretch(6);
    m_table->keepWidthsAs(QStringLiteral("plan.changes"));
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_turn);
    row->addStretch();
    row->addWidget(m_none);
    row->addWidget(m_all);
    column->addLayout(row);
    connect(m_table, &DataTable::said, this, &ChangesView::said);
    connect(m_table, &DataTable::rowActivated, this, &ChangesView::turnChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ChangesView::tell);
    connect(m_turn, &QPushButton::clicked, this, &ChangesView::turnChosen);
    connect(m_none, &QPushButton::clicked, this, [this] { turn(true, all()); });
    connect(m_all, &QPushButton::clicked, this, [this] { turn(false, all()); });
}

std::vector<RowsModel::Column> ChangesView::columns() const
{
    using Change = workbench::ImportPlan::Change;
    const auto change = [this](std::size_t row) -> const Change& { return m_plan->changes[row]; };
    return {
        {tr("Taken"),
         [this](std::size_t row) {
             return m_leftOut.contains(rowOf(row)) ? tr("left out") : tr("yes");
         }},
        {tr("Child"),
         [=](std::size_t row) { return QString::fromStdString(change(row).pseudonym); }},
        {tr("Record"),
         [=](std::size_t row) {
             return change(row).record ? wording::text(*change(row).record) : QString();
         }},
        {tr("Field"), [=](std::size_t row) { return wording::text(change(row).field); }},
        {tr("In the store"), [=](std::size_t row) { return valueText(change(row).before); }},
        {tr("In the file"),
         [=](std::size_t row) { return valueText(change(row).after); },
         false,
         {},
         true},
        {tr("File"),
         [=, this](std::size_t row) {
             return QString::fromStdString(m_plan->files[change(row).file].name);
         }},
        {tr("Row"),
         [=](std::size_t row) {
             return wording::count(static_cast<std::uint64_t>(change(row).row));
         },
         true,
         [=](std::size_t row) { return std::optional(static_cast<double>(change(row).row)); }},
    };
}

workbench::RowLeftOut ChangesView::rowOf(std::size_t change) const
{
    const workbench::ImportPlan::Change& it = m_plan->changes[change];
    const workbench::ImportPlan::File& file = m_plan->files[it.file];
    return {file.name, file.sha256, it.row};
}

void ChangesView::show(const workbench::ImportPlan* plan)
{
    m_model->setRows(0);
    m_plan = plan;
    m_leftOut.clear();
    m_model->setRows(m_plan->changes.size());
    m_table->fitColumns();
    tell();
}

std::vector<std::size_t> ChangesView::all() const
{
    std::vector<std::size_t> rows(m_plan != nullptr ? m_plan->changes.size() : 0);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

std::vector<std::size_t> ChangesView::chosen() const
{
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_model->sourceRow(index));
    return rows;
}

// A row of a file is taken or left whole: its other fields follow.
void ChangesView::turn(bool leave, const std::vector<std::size_t>& changes)
{
    for (const std::size_t change : changes) {
        if (leave)
            m_leftOut.insert(rowOf(change));
        else
            m_leftOut.erase(rowOf(change));
    }
    m_table->viewport()->update();
    tell();
    emit leftOutChanged();
}

void ChangesView::turnChosen()
{
    const std::vector<std::size_t> rows = chosen();
    if (rows.empty())
        return;
    const bool anyTaken = std::ranges::any_of(
        rows, [this](std::size_t row) { return !m_leftOut.contains(rowOf(row)); });
    turn(anyTaken, rows);
}

void ChangesView::tell()
{
    const std::vector<std::size_t> rows = chosen();
    const bool anyTaken = std::ranges::any_of(
        rows, [this](std::size_t row) { return !m_leftOut.contains(rowOf(row)); });
    m_turn->setEnabled(!rows.empty());
    m_turn->setText(rows.empty() || anyTaken ? tr("Leave out what is chosen")
                                             : tr("Take what is chosen"));
    m_all->setEnabled(!m_leftOut.empty());
    m_none->setEnabled(m_plan != nullptr && !m_plan->changes.empty());
}

bool ChangesView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            turnChosen();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace twelvefold::ui
