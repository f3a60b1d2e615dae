// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/need_change.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/flags.h"
#include "analysis/statistics.h"
#include "statistics/change/change.h"
#include "statistics/description/descriptive.h"
#include "statistics/groups/multiplicity.h"

#include <algorithm>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kNeedChangeMethod{
    "need-change-method",
    TWELVEFOLD_TEXT("Message", "Total need now less total need at the earlier assessment, at least "
                               "180 days before, child by child: its mean with a paired t test.")};
constexpr MessageKind kNeedChangeNobody{
    "need-change-nobody",
    TWELVEFOLD_TEXT("Message", "No child was fully assessed twice, at least 180 days apart, so how "
                               "need has changed cannot be said.")};
constexpr MessageKind kNoNow{"left-out-no-need-now",
                             TWELVEFOLD_TEXT("Message", "no complete assessment now")};
constexpr MessageKind kNoThen{
    "left-out-no-need-then",
    TWELVEFOLD_TEXT("Message", "no complete assessment at least 180 days before")};
constexpr MessageKind kNeedChangeStale{
    "need-change-stale",
    TWELVEFOLD_TEXT("Message", "Of these, %1 were last assessed more than %2 days before the "
                               "census date: their need now may not be what is recorded.")};
constexpr MessageKind kMeans{
    "need-change-means",
    TWELVEFOLD_TEXT("Message", "Mean total need was %1 then and is %2 now; the two assessments of "
                               "a child are typically %3 days apart.")};
constexpr MessageKind kSpread{
    "need-change-spread",
    TWELVEFOLD_TEXT("Message",
                    "The changes have a standard deviation of %1; the mean change is "
                    "%2 of that (standardised response mean, Hedges' correction made).")};
constexpr MessageKind kReliable{
    "need-change-reliable",
    TWELVEFOLD_TEXT("Message", "With a reliability of %1 and a standard deviation of %2 then, a "
                               "change of more than %3 levels is more than scoring noise (reliable "
                               "change, 95 %).")};
constexpr MessageKind kThumb{
    "need-change-rule-of-thumb",
    TWELVEFOLD_TEXT("Message", "The reliability of total need is not known here, so a change of %1 "
                               "levels or more is taken to be more than scoring noise.")};
constexpr MessageKind kTowardsMean{
    "need-change-towards-mean",
    TWELVEFOLD_TEXT("Message", "Need now on need then has a slope of %1: where it is below 1, "
                               "those with most need then would have fallen, and those with least "
                               "risen, by chance alone (regression to the mean).")};

// The children assessed twice.
struct Twice
{
    std::vector<std::size_t> rows;
    std::vector<double> then, now;
    std::vector<Trace::LeftOut> leftOut;
    std::size_t stale = 0;
};

Twice assessedTwice(const domain::Cohort& cohort)
{
    Twice twice;
    std::size_t noNow = 0, noThen = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const auto now = cohort.needTotal.at(row), then = cohort.earlierTotal.at(row);
        if (!now || !then) {
            ++(now ? noThen : noNow);
            continue;
        }
        twice.rows.push_back(row);
        twice.then.push_back(*then);
        twice.now.push_back(*now);
        twice.stale += isStale(cohort, row) ? 1 : 0;
    }
    if (noNow > 0)
        twice.leftOut.push_back({{kNoNow, {}}, noNow});
    if (noThen > 0)
        twice.leftOut.push_back({{kNoThen, {}}, noThen});
    return twice;
}

std::optional<double> medianDays(const domain::Cohort& cohort, const Twice& twice)
{
    std::vector<double> days;
    for (const std::size_t row : twice.rows) {
        if (cohort.assessedOn[row] && cohort.earlierAssessedOn[row])
            days.push_back(
                domain::daysBetween(*cohort.earlierAssessedOn[row], *cohort.assessedOn[row]));
    }
    return median(days);
}

std::vector<DomainShift> domainShifts(const domain::Cohort& cohort)
{
    const int intensive = intensiveLevel(*cohort.framework);
    std::vector<DomainShift> shifts;
    for (std::size_t d = 0; d < cohort.levels.byDomain.size(); ++d) {
        DomainShift shift;
        shift.domain = d;
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            const int now = cohort.levels.byDomain[d][row];
            const int then = cohort.earlierLevels.byDomain[d][row];
            if (now == domain::kNoLevel || then == domain::kNoLevel)
                continue;
            ++shift.n;
            shift.up += now >= intensive && then < intensive ? 1 : 0;
            shift.down += now < intensive && then >= intensive ? 1 : 0;
        }
        if (shift.n == 0)
            continue;
        shift.p = mcNemar(shift.up, shift.down).pExact;
        shifts.push_back(shift);
    }
    std::vector<std::optional<double>> p;
    for (const DomainShift& shift : shifts)
        p.push_back(shift.p);
    const auto q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < shifts.size(); ++i)
        shifts[i].q = q[i];
    return shifts;
}

void addFigures(NeedChange& change, const PairedChange& paired)
{
    change.then = paired.meanBefore;
    change.now = paired.meanAfter;
    change.mean = paired.mean;
    change.lower = paired.lower;
    change.upper = paired.upper;
    change.p = paired.p;
    change.wilcoxonP = paired.signedRank.p;
    change.responseMean =
        paired.responseMeanHedges ? paired.responseMeanHedges : paired.responseMean;
    if (const auto& line = paired.afterOnBefore) {
        change.slope = line->slope;
        change.intercept = line->intercept;
        change.slopeLower = line->lower;
        change.slopeUpper = line->upper;
    }
}

void addSteps(NeedChange& change, const Twice& twice, const PairedChange& paired,
              const Options& options)
{
    auto& steps = change.trace.steps;
    if (twice.stale > 0)
        steps.push_back(
            {kNeedChangeStale, {whole(twice.stale), static_cast<std::int64_t>(kStaleAfterDays)}});
    steps.push_back({kMeans,
                     {rounded(*change.then, 1), rounded(*change.now, 1),
                      rounded(change.medianDays.value_or(0), 0)}});
    if (paired.sd && change.responseMean)
        steps.push_back({kSpread, {rounded(*paired.sd, 2), rounded(*change.responseMean, 2)}});
    if (change.reliabilityKnown)
        steps.push_back({kReliable,
                         {*options.reliability, rounded(paired.sdBefore.value_or(0), 2),
                          rounded(change.reliableLevels, 1)}});
    else
        steps.push_back({kThumb, {change.reliableLevels}});
    if (change.slope)
        steps.push_back({kTowardsMean, {rounded(*change.slope, 2)}});
    steps.insert(steps.end(), paired.notes.begin(), paired.notes.end());
}

} // namespace

int intensiveLevel(const domain::NeedsFramework& framework)
{
    return std::max(1, framework.highestLevel() - 1);
}

ReliableFall reliableFall(const domain::Cohort& cohort, const Options& options, double ruleOfThumb)
{
    if (options.reliability) {
        const auto spread = standardDeviation(assessedTwice(cohort).then);
        const ReliableChange rule = reliableChange(spread.value_or(0), *options.reliability);
        if (!rule.undefined)
            return {rule.smallest, true};
    }
    return {ruleOfThumb, false};
}

NeedChange needChange(const domain::Cohort& cohort, const Options& options)
{
    NeedChange change;
    const Twice twice = assessedTwice(cohort);
    change.n = change.trace.n = twice.rows.size();
    change.trace.leftOut = twice.leftOut;
    change.trace.method = {kNeedChangeMethod, {}};
    change.trace.formula = "change = need now − need then; t = mean / (SD / √n); reliable: "
                           "|change| > 1.96 · SD then · √(2(1 − reliability))";
    change.trace.reference = "Jacobson & Truax 1991, Clinical significance, J. Consult. Clin. "
                             "Psychol. 59; Liang, Fossel & Larson 1990, Med. Care 28";
    if (twice.rows.empty())
        return undefinedBy(change, {kNeedChangeNobody, {}});
    const PairedChange paired = pairedChange(twice.then, twice.now);
    addFigures(change, paired);
    change.medianDays = medianDays(cohort, twice);
    const ReliableFall rule = reliableFall(cohort, options, kReliableFall);
    change.reliableLevels = rule.levels;
    change.reliabilityKnown = rule.known;
    for (std::size_t i = 0; i < twice.rows.size(); ++i) {
        const double fall = twice.then[i] - twice.now[i];
        ++(rule.fell(fall) ? change.better : rule.fell(-fall) ? change.worse : change.unclear);
    }
    change.shifts = domainShifts(cohort);
    addSteps(change, twice, paired, options);
    return change;
}

} // namespace twelvefold::analysis
