// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/paid_care.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/costs_known.h"
#include "analysis/findings/placement_choice.h"
#include "analysis/findings/within_kind.h"
#include "statistics/description/descriptive.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kNotPaidCare{
    "left-out-not-paid-care",
    TWELVEFOLD_TEXT("Message", "with parents, placed for adoption, or in no placement that is paid "
                               "for")};
constexpr MessageKind kNotLookedAfter{"left-out-not-looked-after",
                                      TWELVEFOLD_TEXT("Message", "not looked after")};
constexpr MessageKind kTooFewPaid{
    "paid-care-too-few",
    TWELVEFOLD_TEXT("Message",
                    "%1 children in paid care with a known need and cost are too few to say "
                    "what cost goes with; it takes %2."),
    TWELVEFOLD_TEXT("Message", "%1 child in paid care with a known need and cost is too few to say "
                               "what cost goes with; it takes %2.")};
constexpr MessageKind kNoChoice{
    "paid-care-no-choice",
    TWELVEFOLD_TEXT("Message", "How need and age go with the kind of placement could not be worked "
                               "out.")};
constexpr MessageKind kPaidCareMethod{
    "paid-care-method",
    TWELVEFOLD_TEXT(
        "Message",
        "Need: what children of such needs and ages cost on average, wherever they live. "
        "Placement: what this kind of placement costs more or less at the same need. "
        "Price: what is left within the kind. Together they are what is paid.")};
constexpr MessageKind kPaidKindStep{
    "paid-care-kind",
    TWELVEFOLD_TEXT("Message",
                    "%1: %2 children; £%3 a week at a total need of 15; %4 % more for each "
                    "level more."),
    TWELVEFOLD_TEXT(
        "Message",
        "%1: %2 child; £%3 a week at a total need of 15; %4 % more for each level more.")};

constexpr std::size_t kLeastPaid = 30;

// Those in paid care, and of the rest why not.
std::vector<std::size_t> rowsInPaidCare(const domain::Cohort& everyone,
                                        const domain::PlacementKinds& kinds, Trace& trace)
{
    const Compared known = compared(everyone);
    std::size_t notLookedAfter = 0, notPaid = 0;
    std::vector<std::size_t> rows;
    for (const std::size_t row : known.rows) {
        if (everyone.kind[row] != domain::CohortKind::lookedAfter)
            ++notLookedAfter;
        else if (!kinds.of(everyone.setting[row]))
            ++notPaid;
        else
            rows.push_back(row);
    }
    trace.leftOut = known.leftOut;
    trace.leaveOut(kNotLookedAfter, notLookedAfter);
    trace.leaveOut(kNotPaidCare, notPaid);
    trace.n = rows.size();
    return rows;
}

PaidChild paidChild(const domain::Cohort& everyone, std::size_t row, PlacementKind kind)
{
    PaidChild child;
    child.child = everyone.child[row];
    child.kind = kind;
    child.setting = *everyone.setting[row];
    child.total = everyone.needTotal.values[row];
    child.age = everyone.age.at(row);
    child.cost = everyone.weeklyCost.values[row];
    return child;
}

// One model a kind, and each child's expectation within it.
std::vector<std::optional<KindModel>> fitKinds(PaidCare& care, const std::vector<bool>& emergency,
                                               const Options& options)
{
    std::vector<std::optional<KindModel>> models(domain::countOf<PlacementKind>);
    for (const auto& kind : domain::allOf<PlacementKind>()) {
        KindRows rows;
        for (std::size_t i = 0; i < care.children.size(); ++i) {
            const PaidChild& child = care.children[i];
            if (child.kind != kind.value)
                continue;
            rows.place.push_back(i);
            rows.total.push_back(child.total);
            rows.logCost.push_back(std::log(child.cost));
            rows.emergency.push_back(emergency[i]);
            rows.setting.push_back(child.setting);
        }
        if (rows.size() == 0)
            continue;
        const KindModel& model =
            models[static_cast<std::size_t>(kind.value)].emplace(kind.value, rows, options);
        care.kinds.push_back(model.told());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            PaidChild& child = care.children[rows.place[i]];
            child.expectedWithinKind = model.expected(i);
            child.standardPrice = model.standardPrice(i);
            if (const auto band = model.band(i)) {
                child.lower = band->lower;
                child.upper = band->upper;
            }
        }
    }
    return models;
}

// Pounds a week at each of a series of totals, a level apart, for one age.
class CostOfNeed
{
public:
    CostOfNeed(const std::vector<PaidChild>& children, const PlacementChoice& choice,
               const std::vector<std::optional<KindModel>>& models)
        : m_choice(choice), m_models(models)
    {
        const auto [least, most] = std::minmax_element(
            children.begin(), children.end(),
            [](const PaidChild& a, const PaidChild& b) { return a.total < b.total; });
        m_from = std::floor(least->total);
        m_levels = static_cast<std::size_t>(std::ceil(most->total) - m_from) + 1;
    }

    double at(double total, std::optional<double> age)
    {
        const auto [entry, isNew] = m_byAge.try_emplace(age.value_or(-1));
        if (isNew)
            entry->second = curve(age);
        const std::vector<double>& costs = entry->second;
        const double place = total - m_from;
        const auto below = std::min(static_cast<std::size_t>(place), costs.size() - 1);
        const auto above = std::min(below + 1, costs.size() - 1);
        return costs[below] + (place - static_cast<double>(below)) * (costs[above] - costs[below]);
    }

private:
    // Rearranged (Chernozhukov, Fernández-Val & Galichon 2010): a level more never costs less.
    std::vector<double> curve(std::optional<double> age) const
    {
        std::vector<double> costs;
        for (std::size_t level = 0; level < m_levels; ++level) {
            const double total = m_from + static_cast<double>(level);
            const PlacementChoice::Chances chances = m_choice.at(total, age);
            double cost = 0;
            for (std::size_t kind = 0; kind < chances.size(); ++kind)
                cost += m_models[kind] ? chances[kind] * m_models[kind]->meanAt(total) : 0;
            costs.push_back(cost);
        }
        std::sort(costs.begin(), costs.end());
        return costs;
    }

    const PlacementChoice& m_choice;
    const std::vector<std::optional<KindModel>>& m_models;
    double m_from = 0;
    std::size_t m_levels = 1;
    std::map<double, std::vector<double>> m_byAge; // -1: none recorded
};

// What such needs cost with foster carers, of whichever kind such children live with.
std::optional<double> familyCost(double total, const PlacementChoice::Chances& chances,
                                 const std::vector<std::optional<KindModel>>& models)
{
    double chance = 0, cost = 0;
    for (const auto& kind : domain::allOf<PlacementKind>()) {
        const auto at = static_cast<std::size_t>(kind.value);
        if (!isFamily(kind.value) || !models[at])
            continue;
        chance += chances[at];
        cost += chances[at] * models[at]->meanAt(total);
    }
    return chance > 0 ? std::optional(cost / chance) : std::nullopt;
}

std::optional<PlacementChoice> choiceOf(const PaidCare& care)
{
    std::vector<double> totals;
    std::vector<std::optional<double>> ages;
    std::vector<PlacementKind> kinds;
    for (const PaidChild& child : care.children) {
        totals.push_back(child.total);
        ages.push_back(child.age);
        kinds.push_back(child.kind);
    }
    return PlacementChoice::fit(totals, ages, kinds);
}

// Over all paid care, both expectations come to what is paid. By what that within kinds was
// multiplied.
double calibrate(std::vector<PaidChild>& children)
{
    double paid = 0, fromNeed = 0, withinKind = 0;
    for (const PaidChild& child : children) {
        paid += child.cost;
        fromNeed += child.expectedFromNeed;
        withinKind += child.expectedWithinKind;
    }
    for (PaidChild& child : children) {
        child.expectedFromNeed *= paid / fromNeed;
        child.expectedWithinKind *= paid / withinKind;
        if (child.familyCost)
            *child.familyCost *= paid / withinKind;
    }
    return paid / withinKind;
}

// How far each child's cost lies from what is expected of it, by kind.
void addRatios(PaidCare& care)
{
    for (WithinKind& kind : care.kinds) {
        std::vector<double> logs;
        for (const PaidChild& child : care.children) {
            if (child.kind != kind.kind)
                continue;
            kind.ratios.push_back(child.cost / child.expectedWithinKind);
            logs.push_back(std::log(kind.ratios.back()));
        }
        kind.spreadLeft = statistics::standardDeviation(logs).value_or(0);
    }
}

// What the cost of those in paid care may be of whom none is recorded. Of a kind with fewer
// children than a line takes nothing is said.
void addMissing(const domain::Cohort& everyone, const domain::PlacementKinds& kinds,
                const std::vector<std::optional<KindModel>>& models, double calibration,
                PaidCare& care)
{
    for (std::size_t row = 0; row < everyone.size(); ++row) {
        const auto kind = kinds.of(everyone.setting[row]);
        if (hasCost(everyone, row) || !kind ||
            everyone.kind[row] != domain::CohortKind::lookedAfter)
            continue;
        const auto& model = models[static_cast<std::size_t>(*kind)];
        if (!model || model->told().n < WithinKind::kLeastForLine)
            continue;
        const auto total = everyone.needTotal.at(row);
        care.costsMissing.push_back(
            {everyone.child[row], *kind,
             calibration * (total ? model->expected(*total, everyone.emergency[row].value_or(false),
                                                    *everyone.setting[row])
                                  : model->meanExpected())});
    }
    std::ranges::sort(care.costsMissing, {}, &MissingCost::child);
}

Amounts amountsOfChild(const PaidChild& child)
{
    Amounts amounts;
    const Money withinKind = Money::fromPounds(child.expectedWithinKind);
    amounts.children = 1;
    amounts.spend = Money::fromPounds(child.cost);
    amounts.need = Money::fromPounds(child.expectedFromNeed);
    amounts.placement = withinKind - amounts.need;
    amounts.price = amounts.spend - withinKind;
    return amounts;
}

void addTrace(PaidCare& care)
{
    Trace& trace = care.trace;
    trace.method = {kPaidCareMethod, {}};
    trace.formula =
        "cost = e(need, age) + (m - e) + (cost - m); m = smeared exp(a + b(need - 15) + "
        "c emergency + u(setting)) within the kind; e = sum over kinds of P(kind | need, "
        "age) m(kind, need), rearranged";
    trace.reference = "Yohai 1987, Annals of Statistics 15:642; Duan 1983, JASA 78:605; "
                      "Chernozhukov, Fernández-Val & Galichon 2010, Econometrica 78:1093";
    for (const WithinKind& kind : care.kinds)
        trace.steps.push_back(
            {kPaidKindStep,
             {domain::word(kind.kind), whole(kind.n), rounded(std::exp(kind.atFifteen), 0),
              rounded(100 * std::expm1(kind.perLevel), 1)}});
}

} // namespace

Amounts& Amounts::operator+=(const Amounts& other)
{
    children += other.children;
    spend += other.spend;
    need += other.need;
    placement += other.placement;
    price += other.price;
    return *this;
}

const PaidChild* PaidCare::of(domain::ChildId child) const
{
    const auto found = at.find(child);
    return found == at.end() ? nullptr : &children[found->second];
}

const MissingCost* PaidCare::missing(domain::ChildId child) const
{
    const auto found = std::ranges::lower_bound(costsMissing, child, {}, &MissingCost::child);
    return found == costsMissing.end() || found->child != child ? nullptr : &*found;
}

PaidCare paidCare(const domain::Cohort& everyone, const domain::PlacementKinds& kinds,
                  const Options& options, std::stop_token stop)
{
    PaidCare care;
    std::vector<bool> emergency;
    for (const std::size_t row : rowsInPaidCare(everyone, kinds, care.trace)) {
        care.children.push_back(paidChild(everyone, row, *kinds.of(everyone.setting[row])));
        emergency.push_back(everyone.emergency[row].value_or(false));
    }
    const auto nothing = [&](Message why) {
        PaidCare none;
        none.undefined = std::move(why);
        none.trace = std::move(care.trace);
        return none;
    };
    if (care.children.size() < kLeastPaid)
        return nothing({kTooFewPaid, {whole(care.children.size()), whole(kLeastPaid)}});
    const auto models = fitKinds(care, emergency, options);
    const auto choice = choiceOf(care);
    if (!choice || stop.stop_requested())
        return nothing({kNoChoice, {}});
    CostOfNeed costOfNeed(care.children, *choice, models);
    for (PaidChild& child : care.children) {
        child.expectedFromNeed = costOfNeed.at(child.total, child.age);
        const PlacementChoice::Chances chances = choice->at(child.total, child.age);
        child.residentialChance = chances[static_cast<std::size_t>(PlacementKind::residential)];
        child.familyCost = familyCost(child.total, chances, models);
    }
    const double calibration = calibrate(care.children);
    addRatios(care);
    addMissing(everyone, kinds, models, calibration, care);
    for (std::size_t i = 0; i < care.children.size(); ++i) {
        care.children[i].amounts = amountsOfChild(care.children[i]);
        care.at.emplace(care.children[i].child, i);
    }
    addTrace(care);
    return care;
}

AmountsFound amounts(const domain::Cohort& cohort, const PaidCare& care)
{
    AmountsFound found;
    std::map<domain::Setting, Amounts> settings;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const PaidChild* child = care.of(cohort.child[row]);
        if (child == nullptr) {
            ++found.leftOut;
            continue;
        }
        const Amounts& one = child->amounts;
        found.whole += one;
        settings[child->setting] += one;
        if (cohort.provider[row] >= 0)
            found.providers[static_cast<std::size_t>(cohort.provider[row])] += one;
        (one.placement >= Money() ? found.placementMore : found.placementLess) += one.placement;
        (one.price >= Money() ? found.priceMore : found.priceLess) += one.price;
    }
    found.settings.assign(settings.begin(), settings.end());
    return found;
}

} // namespace twelvefold::analysis
