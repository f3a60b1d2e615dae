// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <span>

namespace twelvefold::statistics {

// How the distance between two need profiles is measured, in levels, each domain times its weight.
enum class Metric
{
    l1,        // the sum of the differences
    euclidean, // the root of the sum of their squares
    max        // the largest of them
};

// What is said of a distance, wherever it is chosen or told.
struct MetricEntry
{
    Metric metric;
    const char* token;   // "l1"
    domain::Word name;   // "Differences summed"
    const char* formula; // "distance = Σ weight·|level a − level b|"
    MessageKind within;  // "within %1 in all": %1 is a number of levels, in words
    MessageKind across;  // "%1 across %2 domains"
    MessageKind method;  // when two children have similar needs: %1 is the tolerance
};
// In the order of Metric.
std::span<const MetricEntry> metricEntries();
const MetricEntry& entryOf(Metric metric);

} // namespace twelvefold::statistics
