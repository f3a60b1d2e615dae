// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/metric.h"

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kAcrossDomains{"metric-across",
                                     TWELVEFOLD_TEXT("Message", "%1 across %2 domains")};

constexpr MetricEntry kMetrics[] = {
    {Metric::l1,
     "l1",
     {TWELVEFOLD_TEXT("Word", "Differences summed")},
     "distance = Σ weight·|level a − level b|",
     {"metric-within-l1", TWELVEFOLD_TEXT("Message", "within %1 in all")},
     kAcrossDomains,
     {"similar-need-method-l1",
      TWELVEFOLD_TEXT("Message", "Two children have similar needs when the differences between "
                                 "their levels, domain by domain, add up to %1 at most. Every such "
                                 "pair is counted and the widest by cost ratio are listed, "
                                 "exactly.")}},
    {Metric::euclidean,
     "euclidean",
     {TWELVEFOLD_TEXT("Word", "Straight-line distance")},
     "distance = √Σ (weight·(level a − level b))²",
     {"metric-within-euclidean", TWELVEFOLD_TEXT("Message", "within %1 in straight-line distance")},
     kAcrossDomains,
     {"similar-need-method-euclidean",
      TWELVEFOLD_TEXT("Message", "Two children have similar needs when the root of the summed "
                                 "squares of the differences between their levels is %1 at most. "
                                 "Every such pair is counted and the widest by cost ratio are "
                                 "listed, exactly.")}},
    {Metric::max,
     "max",
     {TWELVEFOLD_TEXT("Word", "Largest difference")},
     "distance = max weight·|level a − level b|",
     {"metric-within-max", TWELVEFOLD_TEXT("Message", "within %1 in every domain")},
     {"metric-in-every", TWELVEFOLD_TEXT("Message", "%1 in every one of %2 domains")},
     {"similar-need-method-max",
      TWELVEFOLD_TEXT("Message", "Two children have similar needs when their levels differ by %1 "
                                 "at most in every domain. Every such pair is counted and the "
                                 "widest by cost ratio are listed, exactly.")}}};

} // namespace

std::span<const MetricEntry> metricEntries()
{
    return kMetrics;
}

const MetricEntry& entryOf(Metric metric)
{
    return kMetrics[static_cast<std::size_t>(metric)];
}

} // namespace twelvefold::statistics
