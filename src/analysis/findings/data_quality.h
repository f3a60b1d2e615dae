// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <string_view>
#include <vector>

namespace twelvefold::analysis {

enum class Gravity
{
    leavesOut, // of need against cost, or its cost is doubtful
    mayMislead,
    worthCompleting
};

// What may be missing of a child, doubtful or out of date.
struct QualityRule
{
    std::string_view code; // "quality-never-assessed", for scripts
    domain::Word title;    // "Never assessed"
    domain::Word effect;   // what it keeps from being said
    Gravity gravity;
    // Whom it concerns: told of each by itself, or of all of them together.
    bool (*concerns)(const domain::Cohort& cohort, std::size_t row) = nullptr;
    std::vector<std::size_t> (*concerned)(const domain::Cohort& cohort) = nullptr;
};

struct QualityProblem
{
    const QualityRule* rule = nullptr;
    std::vector<std::size_t> rows; // of the cohort, whose records it concerns
};

struct DataQuality
{
    domain::Date census;
    std::size_t children = 0;
    std::size_t complete = 0; // with a level in every domain and a cost
    // Gravest first, then those of most children; what nobody has is left out.
    std::vector<QualityProblem> problems;
};

// Of all children looked after on the day, whoever is compared: what is missing of those whom a
// filter leaves out is missing as well.
DataQuality dataQuality(const domain::Cohort& everyone);

} // namespace twelvefold::analysis
