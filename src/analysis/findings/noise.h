// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "statistics/association/attenuation.h"
#include "statistics/change/measurement_error.h"

#include <optional>
#include <span>

namespace twelvefold::analysis {

// With fewer second ratings noise is not measured: the standard error of 30 is known to about an
// eighth.
inline constexpr std::size_t kFewestSecondRatings = 30;

// How noisily total need is scored, from the store's second ratings: of every child in it, whoever
// is compared. Only the reliability hangs on those.
struct Noise
{
    std::size_t pairs = 0;                   // second ratings that count
    std::size_t askedFor = 0;                // left out: asked for because of a highest level
    std::optional<double> sem, lower, upper; // standard error of measurement in levels, 95 %
    std::optional<double> reliability; // 1 − SEM²/s², s² of the totals of the children compared
    std::optional<double> smallestReliableChange; // in levels, to be exceeded
    // The smallest tolerance within which two raters of one child are at least half the time, by
    // the metric in force.
    std::optional<double> toleranceMark;
    std::optional<Message> undefined;            // why noise is not measured
    std::optional<Message> reliabilityUndefined; // why there is no reliability though it is
    Trace trace;

    MeasurementError error() const; // as statistics have it; without figures where not measured
};
// Of a cohort as it came from the store, and the totals of the children compared.
Noise measuredNoise(const domain::Cohort& cohort, std::span<const double> totals, Metric metric);
// The same, the children compared being looked up.
Noise measuredNoise(const domain::Cohort& cohort, Metric metric);

// How reliably the children compared are scored: as the options say, else as the store's second
// ratings say, if above 0.
std::optional<KnownReliability> knownReliability(const Options& options, const Noise& noise);

// In which steps total need changes: 1 where every weight is a whole number; 0 where it has none
// of at least a thousandth.
double stepOfTotals(const domain::NeedsFramework& framework);

// Whether a second person scored the assessment in force of a child.
bool ratedTwice(const domain::Cohort& cohort, std::size_t row);

} // namespace twelvefold::analysis
