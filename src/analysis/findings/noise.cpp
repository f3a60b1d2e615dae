// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/noise.h"

#include "analysis/findings/compared.h"
#include "statistics/description/descriptive.h"

#include <cmath>
#include <numeric>
#include <vector>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kNoiseMethod{
    "noise-method",
    TWELVEFOLD_TEXT("Message",
                    "How far the second rating of an assessment, made blind, lies from the first: "
                    "half the variance of the difference of their totals is the variance of one "
                    "rating's noise (standard error of measurement).")};
constexpr MessageKind kNoiseNotMeasured{
    "noise-not-measured",
    TWELVEFOLD_TEXT("Message", "Noise not measured: %1 second ratings of the %2 it takes."),
    TWELVEFOLD_TEXT("Message", "Noise not measured: %1 second rating of the %2 it takes.")};
constexpr MessageKind kNoiseAskedFor{
    "noise-asked-for",
    TWELVEFOLD_TEXT("Message", "asked for because of a domain at the highest level")};
constexpr MessageKind kNoiseAskedForStep{
    "noise-asked-for-step",
    TWELVEFOLD_TEXT("Message", "Of %1 assessments with a domain at the highest level %2 were rated "
                               "again, over a fifth: these are taken to have been asked for, and "
                               "noise is measured on the others alone.")};
constexpr MessageKind kNoiseAllCountStep{
    "noise-all-count-step",
    TWELVEFOLD_TEXT("Message", "Of %1 assessments with a domain at the highest level %2 were rated "
                               "again, no more than a fifth: these count like any other.")};
constexpr MessageKind kNoiseSemStep{
    "noise-sem-step",
    TWELVEFOLD_TEXT("Message", "The standard error of measurement is %1 levels of total need (95 % "
                               "interval %2 to %3); second ratings lie on average %4 from the "
                               "first.")};
constexpr MessageKind kNoiseSmallestStep{
    "noise-smallest-step",
    TWELVEFOLD_TEXT("Message", "A change of more than %1 levels is more than two ratings of the "
                               "same would differ by in 95 of 100 cases.")};
constexpr MessageKind kNoiseNoneStep{
    "noise-none-step",
    TWELVEFOLD_TEXT("Message",
                    "Every second rating came to the same total, or was off by the same: "
                    "that is rarely so of ratings made blind.")};
constexpr MessageKind kNoiseReliabilityStep{
    "noise-reliability-step",
    TWELVEFOLD_TEXT("Message", "Among the %1 children compared, whose totals have a standard "
                               "deviation of %2, the reliability is %3.")};
constexpr MessageKind kNoiseMarkStep{
    "noise-mark-step",
    TWELVEFOLD_TEXT("Message", "Two raters of one child are within %1 levels of each other, by the "
                               "distance chosen, at least half the time.")};
constexpr MessageKind kNoiseNoSpread{
    "noise-no-spread",
    TWELVEFOLD_TEXT("Message", "The children compared are fewer than two or have all the same "
                               "total need, so how much of its spread is noise cannot be said.")};
constexpr MessageKind kNoiseIsAll{
    "noise-is-all",
    TWELVEFOLD_TEXT("Message", "Two ratings of one child differ as much as the children compared "
                               "differ from each other: their totals tell nothing apart.")};

constexpr double kStepsInALevel = 1000; // the finest that are looked for

std::vector<double> profileAt(const domain::LevelColumns& levels, std::size_t pair)
{
    std::vector<double> profile;
    for (const auto& column : levels.byDomain)
        profile.push_back(column[pair]);
    return profile;
}

struct CountedPairs
{
    std::vector<double> first, second, distances;
};

CountedPairs countedPairs(const domain::SecondRatings& ratings,
                          const domain::NeedsFramework& framework, Metric metric)
{
    std::vector<double> weights;
    for (const domain::NeedDomain& need : framework.domains())
        weights.push_back(need.weight);
    CountedPairs counted;
    for (std::size_t pair = 0; pair < ratings.size(); ++pair) {
        if (!ratings.counts(pair, framework.highestLevel()))
            continue;
        counted.first.push_back(ratings.first[pair]);
        counted.second.push_back(ratings.second[pair]);
        counted.distances.push_back(distanceBetween(profileAt(ratings.firstLevels, pair).data(),
                                                    profileAt(ratings.secondLevels, pair).data(),
                                                    weights.size(), weights, metric));
    }
    return counted;
}

void addReliability(Noise& noise, std::span<const double> totals)
{
    const auto spread = standardDeviation(totals);
    const auto reliability =
        spread ? reliabilityAmong(*noise.sem, *spread * *spread) : std::nullopt;
    if (!reliability) {
        noise.reliabilityUndefined = Message{kNoiseNoSpread, {}};
    } else if (*reliability <= 0) {
        noise.reliabilityUndefined = Message{kNoiseIsAll, {}};
    } else {
        noise.reliability = reliability;
        noise.trace.steps.push_back(
            {kNoiseReliabilityStep,
             {whole(totals.size()), rounded(*spread, 2), rounded(*reliability, 3)}});
    }
    if (noise.reliabilityUndefined)
        noise.trace.steps.push_back(*noise.reliabilityUndefined);
}

} // namespace

MeasurementError Noise::error() const
{
    MeasurementError error;
    error.pairs = pairs;
    error.standardError = sem;
    error.lower = lower;
    error.upper = upper;
    error.undefined = undefined;
    return error;
}

Noise measuredNoise(const domain::Cohort& cohort, std::span<const double> totals, Metric metric)
{
    Noise noise;
    Trace& trace = noise.trace;
    trace.method = {kNoiseMethod, {}};
    trace.formula = "SEM² = Var(total of the first − total of the second) / 2; interval by χ²; "
                    "smallest reliable change = 1.96 · √2 · SEM; reliability = 1 − SEM² / s²";
    trace.reference = "Bland & Altman 1996, Measurement error, BMJ 313; Jacobson & Truax 1991, "
                      "Clinical significance, J. Consult. Clin. Psychol. 59";
    CountedPairs counted;
    if (cohort.secondRatings && cohort.framework) {
        const domain::SecondRatings& ratings = *cohort.secondRatings;
        counted = countedPairs(ratings, *cohort.framework, metric);
        noise.askedFor = ratings.size() - counted.first.size();
        if (noise.askedFor > 0)
            trace.leftOut.push_back({{kNoiseAskedFor, {}}, noise.askedFor});
        if (ratings.withHighestAgain > 0)
            trace.steps.push_back(
                {ratings.askedForHighest() ? kNoiseAskedForStep : kNoiseAllCountStep,
                 {whole(ratings.withHighest), whole(ratings.withHighestAgain)}});
    }
    noise.pairs = trace.n = counted.first.size();
    if (noise.pairs < kFewestSecondRatings) {
        noise.undefined =
            Message{kNoiseNotMeasured, {whole(noise.pairs), whole(kFewestSecondRatings)}};
        return noise;
    }
    const MeasurementError error = measurementError(counted.first, counted.second);
    noise.sem = error.standardError;
    noise.lower = error.lower;
    noise.upper = error.upper;
    noise.smallestReliableChange = reliableChangeOf(*noise.sem).smallest;
    noise.toleranceMark = halfAreWithin(counted.distances);
    trace.steps.push_back({kNoiseSemStep,
                           {rounded(*noise.sem, 2), rounded(*noise.lower, 2),
                            rounded(*noise.upper, 2), rounded(*error.meanDifference, 2)}});
    if (*noise.sem == 0)
        trace.steps.push_back({kNoiseNoneStep, {}});
    trace.steps.push_back({kNoiseSmallestStep, {rounded(*noise.smallestReliableChange, 2)}});
    addReliability(noise, totals);
    trace.steps.push_back({kNoiseMarkStep, {rounded(*noise.toleranceMark, 2)}});
    return noise;
}

Noise measuredNoise(const domain::Cohort& cohort, Metric metric)
{
    return measuredNoise(cohort, compared(cohort).total, metric);
}

std::optional<KnownReliability> knownReliability(const Options& options, const Noise& noise)
{
    if (options.reliability)
        return KnownReliability{*options.reliability, options.reliabilityChildren};
    if (noise.reliability)
        return KnownReliability{*noise.reliability, noise.pairs};
    return std::nullopt;
}

double stepOfTotals(const domain::NeedsFramework& framework)
{
    std::int64_t step = 0;
    for (const domain::NeedDomain& need : framework.domains()) {
        const double inSteps = need.weight * kStepsInALevel;
        const double nearest = std::round(inSteps);
        if (nearest < 1 || std::fabs(inSteps - nearest) > 1e-6 || nearest > 1e15)
            return 0;
        step = std::gcd(step, static_cast<std::int64_t>(nearest));
    }
    return static_cast<double>(step) / kStepsInALevel;
}

bool ratedTwice(const domain::Cohort& cohort, std::size_t row)
{
    if (!cohort.secondRatings)
        return false;
    const domain::SecondRatings& ratings = *cohort.secondRatings;
    for (std::size_t pair = 0; pair < ratings.size(); ++pair) {
        if (ratings.pseudonym[pair] == cohort.pseudonym[row] &&
            ratings.assessedOn[pair] == cohort.assessedOn[row])
            return true;
    }
    return false;
}

} // namespace twelvefold::analysis
