// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/chance.h"

#include "analysis/findings/ordinary_spread.h"
#include "analysis/findings/random_streams.h"
#include "analysis/findings/similar_need_finding.h"
#include "analysis/statistics.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"
#include "statistics/similar/near_pairs.h"

#include <array>
#include <atomic>
#include <cmath>
#include <iterator>
#include <map>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kDealtStep{
    "chance-step-dealt",
    TWELVEFOLD_TEXT("Message", "Dealt at random: the costs of the children compared were dealt to "
                               "them again %1 times (seed %2), and the pairs counted each time.")};
constexpr MessageKind kDealtWithinStep{
    "chance-step-dealt-within",
    TWELVEFOLD_TEXT("Message", "Dealt at random: the costs of the children in each setting were "
                               "dealt to them again %1 times (seed %2), and the pairs counted each "
                               "time.")};
constexpr MessageKind kChanceSpreadStep{
    "chance-step-spread",
    TWELVEFOLD_TEXT("Message", "Ordinary spread: each child's cost was drawn %1 times from a "
                               "lognormal distribution about the robust line of their setting, "
                               "with its robust spread, and the pairs counted each time.")};
constexpr MessageKind kChancePStep{
    "chance-step-p",
    TWELVEFOLD_TEXT("Message", "p is the share of draws with at least as many pairs as observed, "
                               "the observed count among them (Phipson & Smyth 2010).")};
constexpr MessageKind kTooManyStep{
    "chance-step-too-many",
    TWELVEFOLD_TEXT("Message", "There are too many pairs (%1) to count again and again, so nothing "
                               "is said of what chance would give. A smaller tolerance would "
                               "allow it.")};

// Beyond this the list of pairs would take more than some 250 MB.
constexpr std::uint64_t kMostPairs = 60'000'000;
// Pairs counted in all draws of a reference together: about two seconds' work. Beyond it there are
// fewer draws, and the trace says how many.
constexpr std::uint64_t kChanceMostCounted = 1'000'000'000;
constexpr int kLeastDraws = 39;
constexpr std::size_t kRatios = std::size(kRatiosCounted);

using Counts = std::array<std::uint64_t, kRatios>;

// Of all pairs, and of those within kinds of placement and between them.
struct KindCounts
{
    Counts all{}, same{}, different{};
};

// Pairs at least so many times apart, of costs given by their logarithms. Costs are pence, so two
// ratios that differ at all differ by far more than the slack that makes up for rounding.
KindCounts countApart(const NearPairs& pairs, const std::vector<double>& logCosts,
                      const std::vector<std::int32_t>& kinds)
{
    std::array<double, kRatios> bars{};
    for (std::size_t i = 0; i < kRatios; ++i)
        bars[i] = std::log(static_cast<double>(kRatiosCounted[i])) - 1e-12;
    KindCounts counts;
    Counts notPaid{};
    for (std::size_t row = 0; row < pairs.rows(); ++row) {
        const double own = logCosts[row];
        const std::int32_t kind = kinds[row];
        for (const std::uint32_t other : pairs.after(row)) {
            const double apart = std::abs(own - logCosts[other]);
            Counts& of = kind < 0 || kinds[other] < 0 ? notPaid
                         : kind == kinds[other]       ? counts.same
                                                      : counts.different;
            for (std::size_t i = 0; i < kRatios; ++i)
                of[i] += apart >= bars[i] ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < kRatios; ++i)
        counts.all[i] = counts.same[i] + counts.different[i] + notPaid[i];
    return counts;
}

// Deals the costs of each group again among its children.
class Dealer
{
public:
    Dealer(const Compared& children, const ProfileTable& table) : m_children(children)
    {
        std::map<std::int32_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < table.size(); ++i)
            groups[table.group(i)].push_back(i);
        for (auto& [group, members] : groups)
            m_groups.push_back(std::move(members));
    }
    std::vector<double> draw(Random random) const
    {
        std::vector<double> dealt(m_children.size());
        std::vector<double> costs;
        for (const std::vector<std::size_t>& members : m_groups) {
            costs.clear();
            for (const std::size_t child : members)
                costs.push_back(m_children.logCost[child]);
            random.shuffle(std::span(costs));
            for (std::size_t i = 0; i < members.size(); ++i)
                dealt[members[i]] = costs[i];
        }
        return dealt;
    }

private:
    const Compared& m_children;
    std::vector<std::vector<std::size_t>> m_groups;
};

// Counts the pairs of each draw; draw k comes from stream first + k, whichever thread makes it.
template<class Draw>
std::vector<KindCounts> countDraws(const NearPairs& pairs, const std::vector<std::int32_t>& kinds,
                                   int draws, std::uint64_t seed, std::uint64_t firstStream,
                                   const Draw& draw, std::stop_token stop,
                                   const std::function<void()>& oneDone)
{
    std::vector<KindCounts> counts(static_cast<std::size_t>(draws));
    const bool large = pairs.size() * counts.size() > 2'000'000;
    inParts(counts.size(), large ? 1 : counts.size(), [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last && !stop.stop_requested(); ++k) {
            counts[k] = countApart(pairs, draw(Random(seed, firstStream + k)), kinds);
            oneDone();
        }
    });
    return counts;
}

std::map<int, Reference> references(const std::vector<KindCounts>& draws, Counts KindCounts::*part,
                                    const std::map<int, std::uint64_t>& observed)
{
    std::map<int, Reference> result;
    for (std::size_t i = 0; i < kRatios; ++i) {
        std::uint64_t sum = 0, asMany = 0, asFew = 0;
        const std::uint64_t found = observed.at(kRatiosCounted[i]);
        for (const KindCounts& counts : draws) {
            sum += (counts.*part)[i];
            asMany += (counts.*part)[i] >= found ? 1 : 0;
            asFew += (counts.*part)[i] <= found ? 1 : 0;
        }
        const auto n = static_cast<double>(draws.size());
        result[kRatiosCounted[i]] = {static_cast<double>(sum) / n,
                                     (static_cast<double>(asMany) + 1) / (n + 1),
                                     (static_cast<double>(asFew) + 1) / (n + 1)};
    }
    return result;
}

} // namespace

bool countByChance(const domain::Cohort& cohort, const Compared& children,
                   const ProfileTable& table, const Options& options, const PaidCare* care,
                   SimilarNeed& similar, std::stop_token stop,
                   const std::function<void(double)>& progress)
{
    if (options.chanceDraws <= 0 || similar.pairsConsidered == 0)
        return true;
    if (similar.pairsConsidered > kMostPairs) {
        similar.trace.steps.push_back({kTooManyStep, {whole(similar.pairsConsidered)}});
        return true;
    }
    const NearPairs pairs(table, {options.metric, options.tolerance}, stop);
    const auto affordable = static_cast<int>(
        std::min<std::uint64_t>(kChanceMostCounted / similar.pairsConsidered, 1'000'000));
    const int draws = std::min(options.chanceDraws, std::max(affordable, kLeastDraws));
    const std::vector<std::int32_t> kinds = care != nullptr
                                                ? kindsOf(cohort, children, *care)
                                                : std::vector<std::int32_t>(children.size(), -1);
    const bool byKind = similar.sameKind.considered + similar.differentKinds.considered > 0;
    std::atomic<int> done = 0;
    const auto oneDone = [&] { progress(++done / ((byKind ? 3.0 : 2.0) * draws)); };

    const Dealer dealer(children, table);
    const auto dealt = countDraws(
        pairs, kinds, draws, options.seed, streams::kDealtAtRandom,
        [&](Random random) { return dealer.draw(random); }, stop, oneDone);
    const OrdinarySpread ordinary(cohort, children);
    const auto spread = countDraws(
        pairs, kinds, draws, options.seed, streams::kOrdinarySpread,
        [&](Random random) { return ordinary.draw(random); }, stop, oneDone);
    std::vector<KindCounts> aroundNeed;
    if (byKind) {
        const SpreadAroundNeed around(cohort, children, *care);
        aroundNeed = countDraws(
            pairs, kinds, draws, options.seed, streams::kSpreadAroundNeed,
            [&](Random random) { return around.draw(random); }, stop, oneDone);
    }
    if (stop.stop_requested())
        return false;
    similar.dealtAtRandom = references(dealt, &KindCounts::all, similar.pairsAtLeast);
    similar.ordinarySpread = references(spread, &KindCounts::all, similar.pairsAtLeast);
    if (byKind) {
        KindPairs &same = similar.sameKind, &different = similar.differentKinds;
        same.dealtAtRandom = references(dealt, &KindCounts::same, same.atLeast);
        same.ordinarySpread = references(spread, &KindCounts::same, same.atLeast);
        different.dealtAtRandom = references(dealt, &KindCounts::different, different.atLeast);
        different.ordinarySpread =
            references(aroundNeed, &KindCounts::different, different.atLeast);
    }
    similar.trace.steps.push_back(
        {options.withinSetting ? kDealtWithinStep : kDealtStep,
         {static_cast<std::int64_t>(draws), std::to_string(options.seed)}});
    similar.trace.steps.push_back({kChanceSpreadStep, {static_cast<std::int64_t>(draws)}});
    similar.trace.steps.push_back({kChancePStep, {}});
    return true;
}

} // namespace twelvefold::analysis
