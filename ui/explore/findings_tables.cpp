// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records.h"
#include "explore/findings_model.h"
#include "wording/wording.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

using Key = FindingsModel::Key;

Key key(std::optional<double> value)
{
    return value ? Key(*value) : Key();
}

QString whole(std::optional<double> value)
{
    if (!value)
        return {};
    return wording::number(*value, *value == std::floor(*value) ? 0 : 1);
}

QString money(std::optional<double> pounds)
{
    return pounds ? wording::pounds(*pounds) : QString();
}

QString pseudonym(const domain::Cohort& cohort, std::size_t row)
{
    return QString::fromStdString(cohort.pseudonym[row]);
}

QString setting(const domain::Cohort& cohort, std::size_t row)
{
    return cohort.setting[row] ? wording::text(domain::word(*cohort.setting[row]))
                               : FindingsModel::tr("No placement");
}

QString band(const domain::Cohort& cohort, std::size_t row)
{
    const int index = cohort.band[row];
    if (index < 0 || !cohort.framework)
        return {};
    return QString::fromStdString(cohort.framework->bands()[static_cast<std::size_t>(index)].title);
}

bool drawn(const domain::Cohort& cohort, std::size_t row)
{
    return cohort.hasProfile(row) && cohort.weeklyCost.at(row).value_or(0) > 0;
}

} // namespace

ChildrenModel::ChildrenModel(QObject* parent)
    : FindingsModel({{tr("Child")},
                     {tr("Age"), true},
                     {tr("Setting")},
                     {tr("Need"), true},
                     {tr("Band")},
                     {tr("A week"), true},
                     {tr("Expected"), true},
                     {tr("Ratio"), true, true},
                     {tr("Flags"), true}},
                    parent)
{
}

void ChildrenModel::show(const Found& found, bool leftOut)
{
    replace([&] {
        m_found = found;
        m_rows.clear();
        m_flags.clear();
        if (!found.cohort || !found.findings)
            return std::size_t{0};
        for (std::size_t row = 0; row < found.cohort->size(); ++row) {
            if (drawn(*found.cohort, row) != leftOut)
                m_rows.push_back(row);
        }
        m_flags.assign(found.cohort->size(), 0);
        for (const analysis::Flag& flag : found.findings->flags)
            ++m_flags[flag.row];
        return m_rows.size();
    });
}

int ChildrenModel::rowOf(std::size_t cohortRow) const
{
    return rowWhere([&](std::size_t item) { return m_rows[item] == cohortRow; });
}

QString ChildrenModel::shown(std::size_t item, int column) const
{
    const domain::Cohort& cohort = *m_found.cohort;
    const std::size_t row = m_rows[item];
    const analysis::ExpectedCost* expected = m_found.findings->expectedCostOf(row);
    switch (column) {
    case 0:
        return pseudonym(cohort, row);
    case 1:
        return whole(cohort.age.at(row));
    case 2:
        return setting(cohort, row);
    case 3:
        return whole(cohort.needTotal.at(row));
    case 4:
        return band(cohort, row);
    case 5:
        return money(cohort.weeklyCost.at(row));
    case 6:
        return expected != nullptr ? money(expected->expected) : QString();
    case 7:
        return expected != nullptr && expected->ratio ? wording::ratio(*expected->ratio)
                                                      : QString();
    default:
        return m_flags[row] > 0 ? wording::count(static_cast<std::uint64_t>(m_flags[row]))
                                : QString();
    }
}

FindingsModel::Key ChildrenModel::key(std::size_t item, int column) const
{
    const domain::Cohort& cohort = *m_found.cohort;
    const std::size_t row = m_rows[item];
    const analysis::ExpectedCost* expected = m_found.findings->expectedCostOf(row);
    switch (column) {
    case 1:
        return ui::key(cohort.age.at(row));
    case 2: // in the order of legends
        return cohort.setting[row] ? Key(static_cast<double>(*cohort.setting[row])) : Key();
    case 3:
    case 4:
        return ui::key(cohort.needTotal.at(row));
    case 5:
        return ui::key(cohort.weeklyCost.at(row));
    case 6:
        return expected != nullptr ? ui::key(expected->expected) : Key();
    case 7:
        return expected != nullptr ? ui::key(expected->ratio) : Key();
    case 8:
        return static_cast<double>(m_flags[row]);
    default:
        return pseudonym(cohort, row);
    }
}

PairsModel::PairsModel(QObject* parent)
    : FindingsModel({{tr("Dearer")},
                     {tr("Cheaper")},
                     {tr("Distance"), true},
                     {tr("A week"), true},
                     {tr("A week"), true},
                     {tr("Ratio"), true, true},
                     {tr("Settings")}},
                    parent)
{
}

void PairsModel::show(const Found& found, bool eachChildOnce)
{
    replace([&] {
        m_found = found;
        m_pairs.clear();
        if (found.cohort && found.findings) {
            const auto& similar = found.findings->similarNeed;
            m_pairs = eachChildOnce ? similar.eachChildOnce : similar.pairs;
        }
        return m_pairs.size();
    });
}

int PairsModel::rowOf(std::size_t a, std::size_t b) const
{
    return rowWhere([&](std::size_t item) { return m_pairs[item].a == a && m_pairs[item].b == b; });
}

QString PairsModel::shown(std::size_t item, int column) const
{
    const domain::Cohort& cohort = *m_found.cohort;
    const analysis::Pair& pair = m_pairs[item];
    switch (column) {
    case 0:
        return pseudonym(cohort, pair.a);
    case 1:
        return pseudonym(cohort, pair.b);
    case 2:
        return whole(pair.distance);
    case 3:
        return wording::pounds(pair.costA);
    case 4:
        return wording::pounds(pair.costB);
    case 5:
        return wording::ratio(pair.ratio);
    default:
        return cohort.setting[pair.a] == cohort.setting[pair.b]
                   ? setting(cohort, pair.a)
                   : QStringLiteral("%1 / %2").arg(setting(cohort, pair.a),
                                                   setting(cohort, pair.b));
    }
}

FindingsModel::Key PairsModel::key(std::size_t item, int column) const
{
    const analysis::Pair& pair = m_pairs[item];
    switch (column) {
    case 2:
        return pair.distance;
    case 3:
        return pair.costA;
    case 4:
        return pair.costB;
    case 5:
        return pair.ratio;
    default:
        return shown(item, column);
    }
}

FlagsModel::FlagsModel(QObject* parent)
    : FindingsModel({{tr("Child")}, {tr("Flag")}, {tr("A week"), true}, {tr("Why")}}, parent)
{
}

void FlagsModel::show(const Found& found)
{
    replace([&] {
        m_found = found;
        return found.cohort && found.findings ? found.findings->flags.size() : std::size_t{0};
    });
}

std::size_t FlagsModel::cohortRow(int row) const
{
    return m_found.findings->flags[itemAt(row)].row;
}

int FlagsModel::rowOf(std::size_t cohortRow) const
{
    return rowWhere(
        [&](std::size_t item) { return m_found.findings->flags[item].row == cohortRow; });
}

QString FlagsModel::shown(std::size_t item, int column) const
{
    const analysis::Flag& flag = m_found.findings->flags[item];
    switch (column) {
    case 0:
        return pseudonym(*m_found.cohort, flag.row);
    case 1:
        return wording::flagTitle(flag.kind);
    case 2:
        return money(m_found.cohort->weeklyCost.at(flag.row));
    default:
        return wording::text(flag.reason);
    }
}

FindingsModel::Key FlagsModel::key(std::size_t item, int column) const
{
    const analysis::Flag& flag = m_found.findings->flags[item];
    if (column == 1)
        return static_cast<double>(flag.kind);
    if (column == 2)
        return ui::key(m_found.cohort->weeklyCost.at(flag.row));
    return shown(item, column);
}

CorrelationsModel::CorrelationsModel(QObject* parent)
    : FindingsModel({{tr("Of")},
                     {tr("With")},
                     {tr("Method")},
                     {tr("Correlation"), true, true},
                     {tr("95 % interval"), true},
                     {tr("p"), true},
                     {tr("q"), true},
                     {tr("Children"), true}},
                    parent)
{
}

void CorrelationsModel::show(const Found& found)
{
    replace([&] {
        m_found = found;
        return found.cohort && found.findings ? found.findings->correlations.size()
                                              : std::size_t{0};
    });
}

QString CorrelationsModel::shown(std::size_t item, int column) const
{
    const analysis::Correlation& each = m_found.findings->correlations[item];
    const auto chance = [](std::optional<double> p) {
        return !p ? QString() : *p < 0.001 ? tr("under 0.001") : wording::number(*p, 3);
    };
    switch (column) {
    case 0:
        return columnInWords(each.x, *m_found.cohort);
    case 1:
        return columnInWords(each.y, *m_found.cohort);
    case 2:
        return each.method == analysis::CorrelationMethod::pearson ? tr("Pearson") : tr("Spearman");
    case 3:
        if (each.undefined)
            return wording::text(*each.undefined);
        return each.estimate ? wording::number(*each.estimate, 2) : QString();
    case 4:
        return each.lower && each.upper
                   ? tr("%1 to %2")
                         .arg(wording::number(*each.lower, 2), wording::number(*each.upper, 2))
                   : QString();
    case 5:
        return chance(each.p);
    case 6:
        return chance(each.q);
    default:
        return wording::count(each.n);
    }
}

FindingsModel::Key CorrelationsModel::key(std::size_t item, int column) const
{
    const analysis::Correlation& each = m_found.findings->correlations[item];
    switch (column) {
    case 3:
        return ui::key(each.estimate);
    case 4:
        return ui::key(each.lower);
    case 5:
        return ui::key(each.p);
    case 6:
        return ui::key(each.q);
    case 7:
        return static_cast<double>(each.n);
    default:
        return shown(item, column);
    }
}

QString columnInWords(const std::string& column, const domain::Cohort& cohort)
{
    if (column == "need_total")
        return FindingsModel::tr("Total need");
    if (column == "weekly_cost")
        return FindingsModel::tr("Weekly cost");
    if (column == "log_weekly_cost")
        return FindingsModel::tr("Log of weekly cost");
    if (column == "age")
        return FindingsModel::tr("Age");
    if (column == "distance_miles")
        return FindingsModel::tr("Distance in miles");
    constexpr std::string_view outcome = "outcome_";
    constexpr std::string_view need = "need_";
    if (column.starts_with(outcome)) {
        if (const auto* measure =
                domain::findOutcomeMeasure(std::string_view(column).substr(outcome.size())))
            return wording::text(measure->title);
    }
    if (column.starts_with(need) && cohort.framework) {
        if (const auto index =
                cohort.framework->domainIndex(std::string_view(column).substr(need.size())))
            return QString::fromStdString(cohort.framework->domains()[*index].title);
    }
    return QString::fromStdString(column);
}

} // namespace twelvefold::ui
