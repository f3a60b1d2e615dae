// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/drivers_model.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace twelvefold::analysis {
namespace {

constexpr std::array kKinds{DriverKind::need,   DriverKind::setting,   DriverKind::provider,
                            DriverKind::sector, DriverKind::emergency, DriverKind::distance,
                            DriverKind::age,    DriverKind::started};

constexpr MessageKind kDriversModelSettingMissing{
    "left-out-no-setting", TWELVEFOLD_TEXT("Message", "no setting recorded")};
constexpr MessageKind kNoSector{"left-out-no-sector",
                                TWELVEFOLD_TEXT("Message", "no sector recorded")};
constexpr MessageKind kNoEmergency{
    "left-out-no-emergency",
    TWELVEFOLD_TEXT("Message", "not recorded whether placed in an emergency")};
constexpr MessageKind kNoDistance{"left-out-no-distance",
                                  TWELVEFOLD_TEXT("Message", "no distance from home recorded")};
constexpr MessageKind kNoAge{"left-out-no-age", TWELVEFOLD_TEXT("Message", "no age recorded")};
constexpr MessageKind kNoStart{"left-out-no-start",
                               TWELVEFOLD_TEXT("Message", "no start date recorded")};
constexpr MessageKind kRarelyRecorded{
    "drivers-rarely-recorded",
    TWELVEFOLD_TEXT("Message", "%1 is recorded for %2 of %3 children, fewer than half, and is "
                               "left out of the model.")};
constexpr MessageKind kAlwaysTheSame{
    "drivers-always-the-same",
    TWELVEFOLD_TEXT("Message", "%1 is the same for every child, and is left out of the model.")};
constexpr MessageKind kDriversModelTooFew{
    "drivers-too-few",
    TWELVEFOLD_TEXT("Message", "%1 children with everything recorded are too few to tell apart "
                               "what goes along with cost: at least %2 are needed."),
    TWELVEFOLD_TEXT("Message", "%1 child with everything recorded is too few to tell apart what "
                               "goes along with cost: at least %2 are needed.")};

bool recorded(const domain::Cohort& cohort, DriverKind kind, std::size_t row)
{
    switch (kind) {
    case DriverKind::setting:
        return cohort.setting[row].has_value();
    case DriverKind::sector:
        return cohort.sector[row].has_value();
    case DriverKind::emergency:
        return cohort.emergency[row].has_value();
    case DriverKind::distance:
        return cohort.distanceMiles.valid[row] != 0;
    case DriverKind::age:
        return cohort.age.valid[row] != 0;
    case DriverKind::started:
        return cohort.placedOn[row].has_value();
    case DriverKind::need:     // of children who are compared
    case DriverKind::provider: // none is an answer too: care by family has no provider
        break;
    }
    return true;
}

const MessageKind& reasonWithout(DriverKind kind)
{
    switch (kind) {
    case DriverKind::sector:
        return kNoSector;
    case DriverKind::emergency:
        return kNoEmergency;
    case DriverKind::distance:
        return kNoDistance;
    case DriverKind::age:
        return kNoAge;
    case DriverKind::started:
        return kNoStart;
    default:
        return kDriversModelSettingMissing;
    }
}

// The kinds recorded for at least half of the children.
std::vector<DriverKind> usable(const domain::Cohort& cohort, const Compared& children,
                               DriversModel& model)
{
    std::vector<DriverKind> kinds;
    for (const DriverKind kind : kKinds) {
        const auto there = static_cast<std::size_t>(
            std::count_if(children.rows.begin(), children.rows.end(),
                          [&](std::size_t row) { return recorded(cohort, kind, row); }));
        if (2 * there >= children.size())
            kinds.push_back(kind);
        else
            model.notUsed.push_back(
                {kRarelyRecorded, {word(kind), whole(there), whole(children.size())}});
    }
    return kinds;
}

void chooseRows(const domain::Cohort& cohort, const Compared& children,
                const std::vector<DriverKind>& kinds, DriversModel& model)
{
    std::vector<std::size_t> without(kKinds.size(), 0);
    for (std::size_t i = 0; i < children.size(); ++i) {
        const std::size_t row = children.rows[i];
        const auto missing = std::find_if(kinds.begin(), kinds.end(), [&](DriverKind kind) {
            return !recorded(cohort, kind, row);
        });
        if (missing != kinds.end()) {
            ++without[static_cast<std::size_t>(*missing)];
            continue;
        }
        model.rows.push_back(row);
        model.logCost.push_back(children.logCost[i]);
    }
    model.leftOut = children.leftOut;
    for (const DriverKind kind : kinds) {
        if (const std::size_t n = without[static_cast<std::size_t>(kind)]; n > 0)
            model.leftOut.push_back({{reasonWithout(kind), {}}, n});
    }
}

// Codes from 0 without gaps, levels with few children taken together as the last one.
void addLevels(const std::vector<std::int32_t>& of, DriverColumns& columns)
{
    const auto [least, most] = std::minmax_element(of.begin(), of.end());
    std::vector<std::size_t> counts(static_cast<std::size_t>(*most - *least) + 1, 0);
    for (const std::int32_t level : of)
        ++counts[static_cast<std::size_t>(level - *least)];
    std::vector<int> code(counts.size(), -1);
    int next = 0;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] >= leastInLevel(of.size()))
            code[level] = next++;
        else if (counts[level] > 0)
            ++columns.taken;
    }
    columns.levels = static_cast<std::size_t>(next) + (columns.taken > 0 ? 1 : 0);
    for (const std::int32_t level : of) {
        const int own = code[static_cast<std::size_t>(level - *least)];
        columns.codes.push_back(own < 0 ? next : own);
    }
}

std::vector<double> numbersOf(const domain::Cohort& cohort, DriverKind kind,
                              const std::vector<std::size_t>& rows)
{
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::size_t row : rows) {
        switch (kind) {
        case DriverKind::emergency:
            values.push_back(*cohort.emergency[row] ? 1 : 0);
            break;
        case DriverKind::distance:
            values.push_back(cohort.distanceMiles.values[row]);
            break;
        case DriverKind::age:
            values.push_back(cohort.age.values[row]);
            break;
        case DriverKind::started: // years before the census
            values.push_back(domain::daysBetween(*cohort.placedOn[row], cohort.census) / 365.25);
            break;
        default:
            values.push_back(cohort.needTotal.values[row]);
        }
    }
    return values;
}

std::vector<std::int32_t> levelsOf(const domain::Cohort& cohort, DriverKind kind,
                                   const std::vector<std::size_t>& rows)
{
    std::vector<std::int32_t> levels;
    levels.reserve(rows.size());
    for (const std::size_t row : rows)
        levels.push_back(kind == DriverKind::setting ? settingGroup(cohort, row)
                         : kind == DriverKind::sector
                             ? static_cast<std::int32_t>(*cohort.sector[row])
                             : cohort.provider[row]);
    return levels;
}

bool varies(const std::vector<double>& values)
{
    return std::any_of(values.begin(), values.end(),
                       [&](double value) { return value != values.front(); });
}

DriverColumns columnsOf(const domain::Cohort& cohort, DriverKind kind,
                        const std::vector<std::size_t>& rows)
{
    DriverColumns columns;
    columns.kind = kind;
    if (kind == DriverKind::setting || kind == DriverKind::provider || kind == DriverKind::sector)
        addLevels(levelsOf(cohort, kind, rows), columns);
    else if (std::vector<double> values = numbersOf(cohort, kind, rows); varies(values))
        columns.numbers.push_back(std::move(values));
    return columns;
}

// Each domain a column of its own, where there are children enough.
void splitNeed(const domain::Cohort& cohort, DriversModel& model)
{
    const auto need = std::find_if(model.kinds.begin(), model.kinds.end(), [](const auto& columns) {
        return columns.kind == DriverKind::need;
    });
    const std::size_t domains = cohort.levels.byDomain.size();
    // Twice what the model itself needs.
    if (need == model.kinds.end() ||
        model.rows.size() < 2 * kChildrenAColumn * (model.columns() + domains))
        return;
    need->numbers.clear();
    for (const std::vector<std::int8_t>& levels : cohort.levels.byDomain) {
        std::vector<double> values;
        values.reserve(model.rows.size());
        for (const std::size_t row : model.rows)
            values.push_back(levels[row]);
        if (varies(values))
            need->numbers.push_back(std::move(values));
    }
}

using Group = std::vector<std::size_t>;

Group othersThan(const Players& players, std::size_t player)
{
    Group others;
    for (std::size_t i = 0; i < players.size(); ++i)
        if (i != player)
            others.insert(others.end(), players[i].begin(), players[i].end());
    return others;
}

double orEndless(std::optional<double> inflation)
{
    return inflation.value_or(std::numeric_limits<double>::infinity());
}

} // namespace

std::size_t DriversModel::columns() const
{
    return std::accumulate(kinds.begin(), kinds.end(), std::size_t{0},
                           [](std::size_t sum, const auto& own) { return sum + own.columns(); });
}

std::vector<ModelGroup> DriversModel::groups() const
{
    std::vector<ModelGroup> groups;
    for (const DriverColumns& own : kinds) {
        ModelGroup group{token(own.kind), {}, {}};
        for (const std::vector<double>& numbers : own.numbers)
            group.columns.emplace_back(numbers);
        if (own.levels > 0)
            group.factors.push_back({own.codes, own.levels});
        groups.push_back(std::move(group));
    }
    return groups;
}

DriversModel driversModel(const domain::Cohort& cohort, const Compared& children)
{
    DriversModel model;
    const std::vector<DriverKind> kinds = usable(cohort, children, model);
    chooseRows(cohort, children, kinds, model);
    if (!model.rows.empty()) {
        for (const DriverKind kind : kinds) {
            DriverColumns columns = columnsOf(cohort, kind, model.rows);
            if (columns.columns() > 0)
                model.kinds.push_back(std::move(columns));
            else
                model.notUsed.push_back({kAlwaysTheSame, {word(kind)}});
        }
        splitNeed(cohort, model);
    }
    const std::size_t needed =
        std::max(CostDrivers::kLeast, kChildrenAColumn * std::max<std::size_t>(model.columns(), 2));
    if (model.rows.size() < needed)
        model.undefined = Message{kDriversModelTooFew, {whole(model.rows.size()), whole(needed)}};
    return model;
}

Players playersOf(const SubModels& models)
{
    constexpr double kTold = 10; // Belsley, Kuh & Welsch's and most text books' bound
    Players players = eachAlone(models);
    while (players.size() > 1) {
        std::size_t worst = 0, partner = 0;
        double most = 0;
        for (std::size_t i = 0; i < players.size(); ++i) {
            const double inflation =
                orEndless(models.inflation(players[i], othersThan(players, i)));
            if (inflation > most) {
                most = inflation;
                worst = i;
            }
        }
        if (!(most > kTold))
            break;
        most = 0;
        for (std::size_t i = 0; i < players.size(); ++i) {
            const double inflation =
                i == worst ? 0 : orEndless(models.inflation(players[worst], players[i]));
            if (inflation > most) {
                most = inflation;
                partner = i;
            }
        }
        const auto [first, second] = std::minmax(worst, partner);
        players[first].insert(players[first].end(), players[second].begin(), players[second].end());
        std::sort(players[first].begin(), players[first].end());
        players.erase(players.begin() + static_cast<std::ptrdiff_t>(second));
    }
    return players;
}

} // namespace twelvefold::analysis
