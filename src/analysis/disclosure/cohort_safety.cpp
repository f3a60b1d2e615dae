// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/cohort_safety.h"

#include "analysis/disclosure/disclosure_guard.h"
#include "domain/money.h"

#include <algorithm>
#include <functional>
#include <map>

namespace twelvefold::analysis {
namespace {

using domain::Cohort;
using domain::CohortFilter;
using domain::Message;
using domain::MessageKind;
using domain::Word;

constexpr MessageKind kFew{
    "publish-few-children",
    TWELVEFOLD_TEXT("Message", "This cannot be published: fewer than %1 children are chosen, so "
                               "every figure would be about them. Choose more children.")};
constexpr MessageKind kFewLeftOut{
    "publish-few-left-out",
    TWELVEFOLD_TEXT("Message", "This cannot be published: the filters leave out fewer than %1 "
                               "children, so subtracting this from a report with fewer filters "
                               "would tell of them. Leave out more children, or none.")};
constexpr MessageKind kSmallPart{
    "publish-small-part",
    TWELVEFOLD_TEXT("Message", "This cannot be published: the filter on %2 takes some of the "
                               "groups that are too small to be shown and leaves others, so "
                               "subtracting other reports would tell of fewer than %1 children. "
                               "Choose only larger groups, or do without this filter.")};
constexpr MessageKind kSmallAge{
    "publish-small-age",
    TWELVEFOLD_TEXT("Message", "This cannot be published: beside one of the chosen limits of age "
                               "there are fewer than %1 children of one age, so a report with "
                               "another limit would tell of them. Choose other ages.")};
constexpr MessageKind kFewOfKind{
    "publish-few-of-a-kind",
    TWELVEFOLD_TEXT("Message", "This cannot be published: of one of the kinds of children chosen "
                               "there are fewer than %1. Choose the other kinds.")};

const std::int64_t kFewest = std::int64_t(kFewestChildren);

// By what a filter tells children of one kind apart: into parts, which it takes or leaves whole.
struct Criterion
{
    Word word;
    std::function<void(CohortFilter&)> drop;
    std::function<int(const Cohort&, std::size_t)> part;
    bool inOrder = false; // parts follow one another, and what is taken is a range of them
};

template<class T>
int number(const std::optional<T>& value)
{
    return value ? static_cast<int>(*value) : -1;
}

const std::vector<Criterion>& criteria()
{
    static const std::vector<Criterion> all{
        {{TWELVEFOLD_TEXT("Word", "settings")},
         [](CohortFilter& filter) {
             filter.settings.clear();
             filter.notCompared.clear();
         },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.setting[row]); }},
        {{TWELVEFOLD_TEXT("Word", "providers")},
         [](CohortFilter& filter) { filter.providers.clear(); },
         [](const Cohort& cohort, std::size_t row) { return int(cohort.provider[row]); }},
        {{TWELVEFOLD_TEXT("Word", "sectors")},
         [](CohortFilter& filter) { filter.sectors.clear(); },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.sector[row]); }},
        {{TWELVEFOLD_TEXT("Word", "need bands")},
         [](CohortFilter& filter) { filter.bands.clear(); },
         [](const Cohort& cohort, std::size_t row) { return int(cohort.band[row]); }},
        {{TWELVEFOLD_TEXT("Word", "emergencies")},
         [](CohortFilter& filter) { filter.emergency.reset(); },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.emergency[row]); }},
        {{TWELVEFOLD_TEXT("Word", "ages")},
         [](CohortFilter& filter) {
             filter.youngest.reset();
             filter.oldest.reset();
         },
         [](const Cohort& cohort, std::size_t row) { return number(cohort.age.at(row)); },
         true}};
    return all;
}

// The children of the kinds chosen, each with the criteria that it fails: one bit a criterion.
using Failing = unsigned;
struct Considered
{
    std::size_t row = 0;
    Failing fails = 0; // nothing: it is in the cohort
};

std::vector<Considered> consider(const Cohort& everyone, const CohortFilter& filter)
{
    CohortFilter ofTheKinds = filter;
    for (const Criterion& criterion : criteria())
        criterion.drop(ofTheKinds);
    // By each criterion alone.
    std::vector<CohortFilter> alone;
    for (std::size_t kept = 0; kept < criteria().size(); ++kept) {
        alone.push_back(filter);
        for (std::size_t other = 0; other < criteria().size(); ++other)
            if (other != kept)
                criteria()[other].drop(alone.back());
    }
    std::vector<Considered> children;
    for (std::size_t row = 0; row < everyone.size(); ++row) {
        if (!everyone.passes(row, ofTheKinds))
            continue;
        Failing fails = 0;
        for (std::size_t c = 0; c < alone.size(); ++c)
            fails |= alone[c] == ofTheKinds || everyone.passes(row, alone[c]) ? 0U : 1U << c;
        children.push_back({row, fails});
    }
    return children;
}

double weeklyCost(const Cohort& cohort, std::size_t row, const domain::CostScope& scope);

Besides besidesOf(const Cohort& everyone, const std::vector<Considered>& children,
                  const domain::CostScope& scope)
{
    std::map<Failing, std::vector<OtherChild>> failing;
    Failing used = 0;
    for (const Considered& child : children) {
        if (child.fails == 0)
            continue;
        used |= child.fails;
        failing[child.fails].push_back({child.row, weeklyCost(everyone, child.row, scope)});
    }
    Besides besides;
    for (Failing dropped = used; dropped != 0; dropped = (dropped - 1) & used) {
        auto& others = besides.emplace_back();
        for (const auto& [fails, some] : failing)
            if ((fails & ~dropped) == 0)
                others.insert(others.end(), some.begin(), some.end());
    }
    return besides;
}

// The parts of those whom all other criteria let through, in order.
struct Part
{
    int key = 0;
    std::uint64_t children = 0;
    bool taken = false;
};
std::vector<Part> partsOf(const Cohort& everyone, const std::vector<Considered>& children,
                          std::size_t criterion)
{
    std::map<int, Part> parts;
    for (const Considered& child : children) {
        if ((child.fails & ~(1U << criterion)) != 0)
            continue;
        Part& part = parts[criteria()[criterion].part(everyone, child.row)];
        ++part.children;
        part.taken = child.fails == 0;
    }
    std::vector<Part> list;
    for (auto& [key, part] : parts) {
        part.key = key;
        list.push_back(part);
    }
    return list;
}

// Of the parts that a table of all of them would withhold, a filter takes all or none.
bool takesAllOrNoneWithheld(const std::vector<Part>& parts)
{
    std::vector<std::uint64_t> counts;
    for (const Part& part : parts)
        counts.push_back(part.children);
    const std::vector<bool> withheld = withheldParts(counts);
    bool takes = false, leaves = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        takes = takes || (withheld[i] && parts[i].taken);
        leaves = leaves || (withheld[i] && !parts[i].taken);
    }
    return !(takes && leaves);
}

// On both sides of a cut between parts in order there are enough: then whatever lies between two
// such cuts holds enough, however ranges are added and subtracted. Those of no part stand first.
bool cutsAreSafe(const std::vector<Part>& parts)
{
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i - 1].taken != parts[i].taken &&
            !(noneOrEnough(parts[i - 1].children) && noneOrEnough(parts[i].children)))
            return false;
    }
    return true;
}

std::optional<Message> againstParts(const Cohort& everyone, const std::vector<Considered>& children,
                                    std::size_t criterion)
{
    const std::vector<Part> parts = partsOf(everyone, children, criterion);
    if (std::ranges::all_of(parts, &Part::taken))
        return std::nullopt;
    if (criteria()[criterion].inOrder)
        return cutsAreSafe(parts) ? std::nullopt : std::optional(Message{kSmallAge, {kFewest}});
    return takesAllOrNoneWithheld(parts)
               ? std::nullopt
               : std::optional(Message{kSmallPart, {kFewest, criteria()[criterion].word}});
}

// A report on children of one kind stands by itself. One on several is refused where it could be
// told from one without a kind of which there are few.
std::optional<Message> againstKinds(const Cohort& everyone, const std::vector<Considered>& children)
{
    std::map<domain::CohortKind, std::uint64_t> kinds;
    for (const Considered& child : children)
        if (child.fails == 0)
            ++kinds[everyone.kind[child.row]];
    if (kinds.size() > 1 &&
        std::ranges::any_of(kinds, [](const auto& kind) { return !noneOrEnough(kind.second); }))
        return Message{kFewOfKind, {kFewest}};
    return std::nullopt;
}

// --- Costs.

double pounds(const Cohort& cohort, std::size_t row, std::size_t component, std::size_t funder)
{
    const domain::NumberColumn& part = cohort.costs[component][funder];
    return part.size() == 0 ? 0.0 : part.at(row).value_or(0.0);
}

constexpr std::size_t kComponents = domain::countOf<domain::CostComponent>;
constexpr std::size_t kFunders = domain::countOf<domain::Funder>;

Besides otherCostsOf(const Cohort& everyone, const std::vector<Considered>& children,
                     const domain::CostScope& scope)
{
    if (scope == domain::CostScope{})
        return {};
    Besides parts(kComponents + kFunders + 1);
    for (const Considered& child : children) {
        if (child.fails != 0)
            continue;
        std::vector<double> costs(parts.size(), 0.0);
        for (std::size_t c = 0; c < kComponents; ++c) {
            for (std::size_t f = 0; f < kFunders; ++f) {
                const double cost = pounds(everyone, child.row, c, f);
                if (scope.components[c] && scope.funders[f]) {
                    costs[c] += cost;
                    costs[kComponents + f] += cost;
                } else {
                    costs.back() += cost;
                }
            }
        }
        for (std::size_t part = 0; part < parts.size(); ++part)
            parts[part].push_back({child.row, costs[part]});
    }
    return parts;
}

double weeklyCost(const Cohort& cohort, std::size_t row, const domain::CostScope& scope)
{
    double cost = 0;
    for (std::size_t c = 0; c < kComponents; ++c)
        for (std::size_t f = 0; f < kFunders; ++f)
            if (scope.components[c] && scope.funders[f])
                cost += pounds(cohort, row, c, f);
    return cost;
}

std::optional<Message> reasonAgainst(const Cohort& everyone,
                                     const std::vector<Considered>& children,
                                     const Besides& besides)
{
    const auto taken = std::ranges::count(children, 0U, &Considered::fails);
    if (!noneOrEnough(static_cast<std::uint64_t>(taken)))
        return Message{kFew, {kFewest}};
    if (std::ranges::any_of(besides,
                            [](const auto& others) { return !noneOrEnough(others.size()); }))
        return Message{kFewLeftOut, {kFewest}};
    for (std::size_t criterion = 0; criterion < criteria().size(); ++criterion) {
        if (const auto reason = againstParts(everyone, children, criterion))
            return reason;
    }
    return againstKinds(everyone, children);
}

bool areSafe(const std::vector<OtherChild>& others)
{
    Spend spend;
    for (const OtherChild& other : others)
        spend.add(other.weekly);
    return spend.isSafe();
}

} // namespace

void Spend::add(double cost)
{
    if (!(cost > 0))
        return;
    ++children;
    pounds += cost;
    largest = std::max(largest, cost);
}

bool Spend::isSafe() const
{
    return noneOrEnough(children) && largest * 2 <= pounds;
}

Spend spendOf(const Cohort& cohort, const std::function<bool(std::size_t)>& counts)
{
    Spend spend;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        if (counts(row))
            spend.add(cohort.weeklyCost.at(row).value_or(0.0));
    spend.pounds = domain::Money::fromPounds(spend.pounds).inPounds();
    return spend;
}

CohortSafety safetyOf(const Cohort& everyone, const CohortFilter& filter)
{
    const std::vector<Considered> children = consider(everyone, filter);
    CohortSafety safety;
    safety.besides = besidesOf(everyone, children, filter.costs);
    safety.reasonNotToPublish = reasonAgainst(everyone, children, safety.besides);
    safety.otherCosts = otherCostsOf(everyone, children, filter.costs);
    safety.costs = std::ranges::all_of(safety.otherCosts, areSafe) &&
                   std::ranges::all_of(safety.besides, areSafe);
    return safety;
}

} // namespace twelvefold::analysis
