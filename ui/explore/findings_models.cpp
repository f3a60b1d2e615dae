// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/findings_models.h"

#include "domain/records.h"
#include "wording/wording.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

using Number = std::optional<double>;

QString whole(Number value)
{
    return value ? wording::number(*value, *value == std::floor(*value) ? 0 : 1) : QString();
}

QString money(Number pounds)
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
                               : ChildrenModel::tr("No placement");
}

QString band(const domain::Cohort& cohort, std::size_t row)
{
    const int index = cohort.band[row];
    if (index < 0 || !cohort.framework)
        return {};
    return QString::fromStdString(cohort.framework->bands()[static_cast<std::size_t>(index)].title);
}

QModelIndex found(const RowsModel& model, const auto& items, const auto& is)
{
    const auto at = std::ranges::find_if(items, is);
    return at == items.end() ? QModelIndex()
                             : model.indexOf(static_cast<std::size_t>(at - items.begin()));
}

} // namespace

bool isDrawn(const domain::Cohort& cohort, std::size_t row)
{
    return cohort.hasProfile(row) && cohort.weeklyCost.at(row).value_or(0) > 0;
}

void AboutChildrenModel::mark(const std::shared_ptr<const Children>& group)
{
    if (group)
        setMarked([this, group](std::size_t row) { return isAbout(row, *group); });
    else
        setMarked({});
}

void AboutChildrenModel::listOnly(const std::shared_ptr<const Children>& group)
{
    if (group)
        setFilter([this, group](std::size_t row) { return isAbout(row, *group); });
    else
        setFilter({});
}

ChildrenModel::ChildrenModel(QObject* parent) : AboutChildrenModel(parent)
{
    const auto cohort = [this]() -> const domain::Cohort& { return *m_found.cohort; };
    const auto column = [this](const domain::NumberColumn domain::Cohort::*member) {
        return [this, member](std::size_t i) { return (*m_found.cohort.*member).at(m_rows[i]); };
    };
    const auto age = column(&domain::Cohort::age);
    const auto need = column(&domain::Cohort::needTotal);
    const auto cost = column(&domain::Cohort::weeklyCost);
    const auto median = [this](std::size_t i) {
        const auto* each = expected(i);
        return each != nullptr ? each->expected : Number();
    };
    const auto ratio = [this](std::size_t i) {
        const auto* each = expected(i);
        return each != nullptr ? each->ratio : Number();
    };
    const auto questions = [this](std::size_t i) {
        const auto asked = m_questions.find(m_found.cohort->child[m_rows[i]]);
        return asked != m_questions.end() ? Number(asked->second) : Number();
    };
    setColumns(
        {{tr("Child"), [this, cohort](std::size_t i) { return pseudonym(cohort(), m_rows[i]); }},
         {tr("Age"), [age](std::size_t i) { return whole(age(i)); }, true, age},
         {tr("Setting"), [this, cohort](std::size_t i) { return setting(cohort(), m_rows[i]); },
          false,
          [this, cohort](std::size_t i) { // in the order of legends
              const auto& place = cohort().setting[m_rows[i]];
              return place ? Number(static_cast<double>(*place)) : Number();
          }},
         {tr("Need"), [need](std::size_t i) { return whole(need(i)); }, true, need},
         {tr("Band"), [this, cohort](std::size_t i) { return band(cohort(), m_rows[i]); }, false,
          need},
         {tr("A week"), [cost](std::size_t i) { return money(cost(i)); }, true, cost},
         {tr("Expected"), [median](std::size_t i) { return money(median(i)); }, true, median},
         {tr("Ratio"),
          [ratio](std::size_t i) { return ratio(i) ? wording::ratio(*ratio(i)) : QString(); }, true,
          ratio, true},
         {tr("Questions"), [questions](std::size_t i) { return whole(questions(i)); }, true,
          questions}});
}

const analysis::ExpectedCost* ChildrenModel::expected(std::size_t row) const
{
    return m_found.findings->expectedCostOf(m_rows[row]);
}

void ChildrenModel::show(const Found& found, bool leftOut)
{
    m_found = found;
    m_rows.clear();
    m_questions.clear();
    if (found) {
        for (std::size_t row = 0; row < found.cohort->size(); ++row) {
            if (isDrawn(*found.cohort, row) != leftOut)
                m_rows.push_back(row);
        }
    }
    if (found && found.findings->worklist) {
        for (const analysis::Question& question : found.findings->worklist->questions) {
            for (const analysis::AskedOf& asked : question.children)
                ++m_questions[asked.child];
        }
    }
    renewRows(m_rows.size());
}

QModelIndex ChildrenModel::indexOfChild(std::size_t cohortRow) const
{
    return found(*this, m_rows, [&](std::size_t row) { return row == cohortRow; });
}

bool ChildrenModel::isAbout(std::size_t row, const Children& group) const
{
    return group.contains(m_found.cohort->child[m_rows[row]]);
}

PairsModel::PairsModel(QObject* parent) : AboutChildrenModel(parent)
{
    const auto figure = [this](double statistics::Pair::*member) {
        return [this, member](std::size_t i) { return Number(m_pairs[i].*member); };
    };
    const auto distance = figure(&statistics::Pair::distance);
    const auto costA = figure(&statistics::Pair::costA);
    const auto costB = figure(&statistics::Pair::costB);
    const auto ratio = figure(&statistics::Pair::ratio);
    const auto settings = [this](std::size_t i) {
        const domain::Cohort& cohort = *m_found.cohort;
        const auto& [a, b] = std::pair(m_pairs[i].a, m_pairs[i].b);
        return cohort.setting[a] == cohort.setting[b]
                   ? setting(cohort, a)
                   : QStringLiteral("%1 / %2").arg(setting(cohort, a), setting(cohort, b));
    };
    setColumns(
        {{tr("Dearer"), [this](std::size_t i) { return pseudonym(*m_found.cohort, m_pairs[i].a); }},
         {tr("Cheaper"),
          [this](std::size_t i) { return pseudonym(*m_found.cohort, m_pairs[i].b); }},
         {tr("Distance"), [distance](std::size_t i) { return whole(distance(i)); }, true, distance},
         {tr("A week"), [costA](std::size_t i) { return money(costA(i)); }, true, costA},
         {tr("A week"), [costB](std::size_t i) { return money(costB(i)); }, true, costB},
         {tr("Ratio"), [ratio](std::size_t i) { return wording::ratio(*ratio(i)); }, true, ratio,
          true},
         {tr("Settings"), settings}});
}

void PairsModel::show(const Found& found, bool eachChildOnce)
{
    m_found = found;
    m_pairs.clear();
    if (found)
        m_pairs = eachChildOnce ? found.findings->similarNeed.eachChildOnce
                                : found.findings->similarNeed.pairs;
    renewRows(m_pairs.size());
}

QModelIndex PairsModel::indexOfPair(std::size_t a, std::size_t b) const
{
    return found(*this, m_pairs,
                 [&](const statistics::Pair& pair) { return pair.a == a && pair.b == b; });
}

bool PairsModel::isAbout(std::size_t row, const Children& group) const
{
    return group.contains(m_found.cohort->child[m_pairs[row].a]) ||
           group.contains(m_found.cohort->child[m_pairs[row].b]);
}

CorrelationsModel::CorrelationsModel(QObject* parent) : RowsModel(parent)
{
    const auto figure = [this](Number analysis::Correlation::*member) {
        return [this, member](std::size_t i) { return each(i).*member; };
    };
    const auto p = figure(&analysis::Correlation::p);
    const auto q = figure(&analysis::Correlation::q);
    const auto chance = [](Number value) {
        return !value ? QString() : *value < 0.001 ? tr("under 0.001") : wording::number(*value, 3);
    };
    const auto estimate = [this](std::size_t i) {
        if (each(i).undefined)
            return wording::text(*each(i).undefined);
        return each(i).estimate ? wording::number(*each(i).estimate, 2) : QString();
    };
    const auto interval = [this](std::size_t i) {
        return each(i).lower && each(i).upper ? tr("%1 to %2")
                                                    .arg(wording::number(*each(i).lower, 2),
                                                         wording::number(*each(i).upper, 2))
                                              : QString();
    };
    setColumns(
        {{tr("Of"), [this](std::size_t i) { return columnInWords(each(i).x, *m_found.cohort); }},
         {tr("With"), [this](std::size_t i) { return columnInWords(each(i).y, *m_found.cohort); }},
         {tr("Method"),
          [this](std::size_t i) {
              switch (each(i).method) {
              case analysis::CorrelationMethod::pearson:
                  return tr("Pearson");
              case analysis::CorrelationMethod::spearman:
                  return tr("Spearman");
              case analysis::CorrelationMethod::spearmanAtSameNeed:
                  break;
              }
              return tr("Spearman, at the same need");
          }},
         {tr("Correlation"), estimate, true, figure(&analysis::Correlation::estimate), true},
         {tr("95 % interval"), interval, true, figure(&analysis::Correlation::lower)},
         {tr("p"), [p, chance](std::size_t i) { return chance(p(i)); }, true, p},
         {tr("q"), [q, chance](std::size_t i) { return chance(q(i)); }, true, q},
         {tr("Children"), [this](std::size_t i) { return wording::count(each(i).n); }, true,
          [this](std::size_t i) { return Number(static_cast<double>(each(i).n)); }}});
}

void CorrelationsModel::show(const Found& found)
{
    m_found = found;
    renewRows(found ? found.findings->correlations.size() : 0);
}

QString columnInWords(const std::string& column, const domain::Cohort& cohort)
{
    if (column == "need_total")
        return CorrelationsModel::tr("Total need");
    if (column == "weekly_cost")
        return CorrelationsModel::tr("Weekly cost");
    if (column == "log_weekly_cost")
        return CorrelationsModel::tr("Log of weekly cost");
    if (column == "age")
        return CorrelationsModel::tr("Age");
    if (column == "distance_miles")
        return CorrelationsModel::tr("Distance in miles");
    constexpr std::string_view outcome = "outcome_";
    constexpr std::string_view need = "need_";
    const std::string_view name(column);
    if (name.starts_with(outcome)) {
        if (const auto* measure = domain::findOutcomeMeasure(name.substr(outcome.size())))
            return wording::text(measure->title);
    }
    if (name.starts_with(need) && cohort.framework) {
        if (const auto index = cohort.framework->domainIndex(name.substr(need.size())))
            return QString::fromStdString(cohort.framework->domains()[*index].title);
    }
    return QString::fromStdString(column);
}

} // namespace twelvefold::ui
