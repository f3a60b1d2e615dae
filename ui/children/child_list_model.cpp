// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_list_model.h"

#include "wording/wording.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

constexpr int kMonthsBetweenAssessments = 6;

QString total(double value)
{
    return wording::number(value, value == std::floor(value) ? 0 : 1);
}

} // namespace

std::optional<domain::Date> reassessmentDue(const store::ChildRow& row)
{
    return row.assessedOn ? std::optional(row.assessedOn->plusMonths(kMonthsBetweenAssessments))
                          : std::nullopt;
}

bool isDue(const store::ChildRow& row, domain::Date on)
{
    const auto due = reassessmentDue(row);
    return row.current && (!due || *due <= on);
}

ChildListModel::ChildListModel(QObject* parent) : QAbstractListModel(parent) {}

void ChildListModel::setChildren(std::vector<store::ChildRow> rows, domain::Date on,
                                 std::shared_ptr<const domain::NeedsFramework> framework)
{
    m_all = std::move(rows);
    m_on = on;
    m_framework = std::move(framework);
    m_count = 0;
    m_dueCount = 0;
    for (const store::ChildRow& row : m_all) {
        m_count += row.current ? 1 : 0;
        m_dueCount += due(row) ? 1 : 0;
    }
    setNames(std::move(m_names));
}

void ChildListModel::setNames(Names names)
{
    m_names = std::move(names);
    m_searched.clear();
    m_searched.reserve(m_all.size());
    for (const store::ChildRow& row : m_all) {
        QString words = QString::fromStdString(row.child.pseudonym + '\n' + row.child.localId);
        if (const auto name = m_names.find(row.child.id); name != m_names.end())
            words += QLatin1Char('\n') + name->second;
        m_searched.push_back(words.toLower());
    }
    choose();
}

void ChildListModel::setDraft(domain::ChildId child, bool exists)
{
    for (store::ChildRow& row : m_all) {
        if (row.child.id == child)
            row.hasDraft = exists;
    }
    if (const int row = rowOf(child); row >= 0)
        emit dataChanged(index(row), index(row));
}

void ChildListModel::search(const QString& words)
{
    const QString searched = words.simplified().toLower();
    if (searched == m_words)
        return;
    m_words = searched;
    choose();
}

void ChildListModel::showOnlyDue(bool only)
{
    if (only == m_onlyDue)
        return;
    m_onlyDue = only;
    choose();
}

bool ChildListModel::fits(std::size_t index) const
{
    if (m_onlyDue && !due(m_all[index]))
        return false;
    return m_words.isEmpty() ? m_all[index].current : m_searched[index].contains(m_words);
}

void ChildListModel::choose()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (fits(i))
            m_shown.push_back(static_cast<std::uint32_t>(i));
    }
    endResetModel();
}

int ChildListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ChildListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::ChildRow& row = child(index.row());
    if (role == Qt::DisplayRole)
        return title(row);
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    QStringList words{title(row), where(row), need(row)};
    if (due(row))
        words << tr("assessment due");
    if (row.hasDraft)
        words << tr("unfinished assessment");
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

int ChildListModel::rowOf(domain::ChildId child) const
{
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_all[m_shown[i]].child.id == child)
            return static_cast<int>(i);
    }
    return -1;
}

const store::ChildRow* ChildListModel::find(domain::ChildId child) const
{
    const auto row = std::ranges::find_if(
        m_all, [child](const store::ChildRow& candidate) { return candidate.child.id == child; });
    return row == m_all.end() ? nullptr : &*row;
}

QString ChildListModel::title(const store::ChildRow& row) const
{
    const auto name = m_names.find(row.child.id);
    return name != m_names.end() && !name->second.isEmpty()
               ? name->second
               : QString::fromStdString(row.child.pseudonym);
}

QString ChildListModel::where(const store::ChildRow& row) const
{
    QStringList words;
    if (row.age)
        words << QString::number(*row.age);
    if (row.setting)
        words << wording::text(domain::word(*row.setting));
    else
        words << (row.current ? tr("No placement") : tr("Not on this date"));
    return words.join(QStringLiteral(" · "));
}

QString ChildListModel::need(const store::ChildRow& row) const
{
    if (!row.needTotal)
        return row.assessedOn ? tr("Not complete") : tr("Not assessed");
    const auto band = m_framework ? m_framework->bandOf(*row.needTotal) : std::nullopt;
    if (!band)
        return total(*row.needTotal);
    return tr("%1 %2").arg(total(*row.needTotal),
                           QString::fromStdString(m_framework->bands()[*band].title));
}

QString ChildListModel::change(const store::ChildRow& row) const
{
    if (!row.needTotal || !row.earlierTotal || *row.needTotal == *row.earlierTotal)
        return {};
    const double by = *row.needTotal - *row.earlierTotal;
    return (by > 0 ? tr("↑ %1") : tr("↓ %1")).arg(total(std::abs(by)));
}

} // namespace twelvefold::ui
