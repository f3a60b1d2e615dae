// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/need_change.h"

#include "analysis/findings/compared.h"
#include "analysis/questions.h"
#include "analysis/statistics.h"
#include "statistics/change/change.h"
#include "statistics/description/descriptive.h"
#include "statistics/groups/multiplicity.h"

#include <algorithm>
#include <cmath>

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
                               "census date: their need now may not be what is recorded."),
    TWELVEFOLD_TEXT("Message", "Of these, %1 was last assessed more than %2 days before the census "
                               "date: their need now may not be what is recorded.")};
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
constexpr MessageKind kMeasured{
    "need-change-noise-measured",
    TWELVEFOLD_TEXT("Message", "With a standard error of measurement of %1 levels, found on %2 "
                               "second ratings, a change of more than %3 levels is more than "
                               "scoring noise (reliable change, 95 %).")};
constexpr MessageKind kByNoise{
    "need-change-by-noise",
    TWELVEFOLD_TEXT("Message",
                    "By noise alone, without any change, about %1 of %2 would be counted "
                    "as needing less and as many as needing more (95 % interval %3 to "
                    "%4 each way).")};
constexpr MessageKind kSlopeAgainst{
    "need-change-slope-against-reliability",
    TWELVEFOLD_TEXT("Message", "By noise alone that slope would be the reliability of the totals "
                               "then, %1; of a difference from that, p = %2.")};
constexpr MessageKind kSlopeIsAnother{
    "need-change-slope-is-another",
    TWELVEFOLD_TEXT("Message", "By noise alone that slope would be the reliability of the totals "
                               "then, %1; of a difference from that, p is below 0.001.")};
constexpr MessageKind kMeanOfAll{
    "need-change-mean-of-all",
    TWELVEFOLD_TEXT("Message", "Mean total need of all %1 assessed now is %2: the %3 without an "
                               "earlier assessment have changed it by %4.")};
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

// What is known of scoring noise among those assessed twice.
struct KnownNoise
{
    MeasurementError error;
    std::optional<double> levels;      // the smallest reliable change
    std::optional<double> reliability; // of the totals then
    double ofReliability = 0;          // its standard error; 0: taken as exact
    std::optional<Message> notKnown;
    bool given = false; // by whoever asks, who goes before what was measured
};

KnownNoise givenNoise(double sdThen, const Options& options)
{
    KnownNoise known;
    known.given = true;
    known.reliability = options.reliability;
    if (options.reliabilityChildren > 3)
        known.ofReliability = (1 - *options.reliability * *options.reliability) /
                              std::sqrt(static_cast<double>(options.reliabilityChildren - 3));
    const ReliableChange rule = reliableChange(sdThen, *options.reliability);
    known.notKnown = rule.undefined;
    if (!rule.undefined) {
        known.error.standardError = rule.standardErrorOfMeasurement;
        known.levels = rule.smallest;
    }
    return known;
}

KnownNoise knownNoise(double sdThen, const Options& options, const Noise& noise)
{
    if (options.reliability)
        return givenNoise(sdThen, options);
    KnownNoise known;
    known.notKnown = noise.undefined;
    known.error = noise.error();
    known.levels = noise.smallestReliableChange;
    if (!noise.sem)
        return known;
    const auto reliability = reliabilityAmong(*noise.sem, sdThen * sdThen);
    if (!reliability || *reliability <= 0)
        return known;
    known.reliability = reliability;
    // Of SEM² alone: the children and their totals then are those that the slope is found on.
    known.ofReliability =
        (1 - *reliability) * std::sqrt(2 / (static_cast<double>(noise.pairs) - 1));
    return known;
}

void addCounts(NeedChange& change, const domain::Cohort& cohort, const KnownNoise& known)
{
    change.countsUndefined = known.notKnown;
    change.reliableLevels = known.levels;
    if (!known.levels)
        return;
    const ReliableFall rule{*known.levels, true};
    CountsOfChange counts;
    for (const ChildChange& child : change.children)
        ++(rule.fell(-child.change)  ? counts.better
           : rule.fell(child.change) ? counts.worse
                                     : counts.unclear);
    counts.byNoise =
        changedByNoise(change.n, *known.levels, stepOfTotals(*cohort.framework), known.error);
    change.counts = counts;
}

void addRegression(NeedChange& change, const PairedChange& paired, const KnownNoise& known)
{
    change.reliability = known.reliability;
    if (!known.reliability)
        return;
    for (ChildChange& child : change.children)
        child.byRegression = (1 - *known.reliability) * (*change.then - child.then);
    const auto& line = paired.afterOnBefore;
    if (line && line->standardError)
        change.slopeP = slopeAgainstReliability(line->slope, *line->standardError,
                                                static_cast<double>(change.n) - 2,
                                                *known.reliability, known.ofReliability);
}

// The mean change of those assessed twice is the other part of what the mean now is made of.
void addMeanNow(NeedChange& change, const domain::Cohort& cohort)
{
    MeanNow& now = change.meanNow;
    std::vector<double> all, joined;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const auto total = cohort.needTotal.at(row);
        if (!total)
            continue;
        all.push_back(*total);
        if (!cohort.earlierTotal.at(row))
            joined.push_back(*total);
    }
    now.n = all.size();
    now.ofAll = statistics::mean(all);
    now.joined = joined.size();
    now.ofJoined = statistics::mean(joined);
    if (now.ofAll && change.now)
        now.fromJoined = *now.ofAll - *change.now;
}

void addNoiseSteps(NeedChange& change, const PairedChange& paired, const KnownNoise& known,
                   const Options& options)
{
    auto& steps = change.trace.steps;
    if (change.countsUndefined)
        steps.push_back(*change.countsUndefined);
    if (change.reliableLevels && known.given)
        steps.push_back({kReliable,
                         {*options.reliability, rounded(paired.sdBefore.value_or(0), 2),
                          rounded(*change.reliableLevels, 1)}});
    else if (change.reliableLevels)
        steps.push_back({kMeasured,
                         {rounded(*known.error.standardError, 2), whole(known.error.pairs),
                          rounded(*change.reliableLevels, 2)}});
    if (change.counts) {
        const ByNoise& byNoise = change.counts->byNoise;
        steps.push_back({kByNoise,
                         {rounded(byNoise.expected, 1), whole(change.n), rounded(byNoise.lower, 0),
                          rounded(byNoise.upper, 0)}});
    }
    if (change.slope)
        steps.push_back({kTowardsMean, {rounded(*change.slope, 2)}});
    if (change.slopeP && *change.slopeP < 0.001)
        steps.push_back({kSlopeIsAnother, {rounded(*change.reliability, 2)}});
    else if (change.slopeP)
        steps.push_back(
            {kSlopeAgainst, {rounded(*change.reliability, 2), rounded(*change.slopeP, 3)}});
}

void addSteps(NeedChange& change, const Twice& twice, const PairedChange& paired,
              const KnownNoise& known, const Options& options)
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
    addNoiseSteps(change, paired, known, options);
    const MeanNow& now = change.meanNow;
    if (now.joined > 0)
        steps.push_back({kMeanOfAll,
                         {whole(now.n), rounded(*now.ofAll, 1), whole(now.joined),
                          rounded(*now.fromJoined, 1)}});
    steps.insert(steps.end(), paired.notes.begin(), paired.notes.end());
}

} // namespace

int intensiveLevel(const domain::NeedsFramework& framework)
{
    return std::max(1, framework.highestLevel() - 1);
}

ReliableFall reliableFall(const domain::Cohort& cohort, const Options& options, const Noise& noise,
                          double ruleOfThumb)
{
    const double sdThen =
        options.reliability ? standardDeviation(assessedTwice(cohort).then).value_or(0) : 0;
    const KnownNoise known = knownNoise(sdThen, options, noise);
    return known.levels ? ReliableFall{*known.levels, true} : ReliableFall{ruleOfThumb, false};
}

NeedChange needChange(const domain::Cohort& cohort, const Options& options, const Noise& noise)
{
    NeedChange change;
    const Twice twice = assessedTwice(cohort);
    change.n = change.trace.n = twice.rows.size();
    change.trace.leftOut = twice.leftOut;
    change.trace.method = {kNeedChangeMethod, {}};
    change.trace.formula = "change = need now − need then; t = mean / (SD / √n); reliable: "
                           "|change| > 1.96 · √2 · SEM, SEM = SD then · √(1 − reliability); by "
                           "noise: n · P(T₁ − T₂ > that); regression to the mean: "
                           "(1 − reliability) · (mean then − then)";
    change.trace.reference = "Jacobson & Truax 1991, Clinical significance, J. Consult. Clin. "
                             "Psychol. 59; Liang, Fossel & Larson 1990, Med. Care 28";
    if (twice.rows.empty()) {
        change.undefined = Message{kNeedChangeNobody, {}};
        addMeanNow(change, cohort);
        return change;
    }
    const PairedChange paired = pairedChange(twice.then, twice.now);
    addFigures(change, paired);
    change.medianDays = medianDays(cohort, twice);
    for (std::size_t i = 0; i < twice.rows.size(); ++i)
        change.children.push_back({twice.rows[i], twice.then[i], twice.now[i] - twice.then[i], {}});
    const KnownNoise known = knownNoise(paired.sdBefore.value_or(0), options, noise);
    addMeanNow(change, cohort);
    addCounts(change, cohort, known);
    addRegression(change, paired, known);
    change.shifts = domainShifts(cohort);
    addSteps(change, twice, paired, known, options);
    return change;
}

} // namespace twelvefold::analysis
