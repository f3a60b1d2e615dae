// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/assessment.h"
#include "workbench/demo/life.h"

namespace twelvefold::workbench::demo {

// One assessment and, for some, a second rating of the same day by somebody else.
struct Assessed
{
    Assessment assessment;
    std::optional<Assessment> secondRating; // secondRatingOf not set
};

// The child's assessments, earliest first; ids and child are not set. None for some children, as in
// life, and none lately for some.
std::vector<Assessed> assessmentsOf(const Life& life, const Council& council);

} // namespace twelvefold::workbench::demo
