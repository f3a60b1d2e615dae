// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <QString>
#include <vector>

namespace twelvefold::ui {

// One thing that is missing or out of date, and whose records it concerns.
struct QualityProblem
{
    QString title;   // "Never assessed"
    QString effect;  // what it keeps from being said
    int gravity = 0; // 2: left out, or its cost doubtful; 1: may mislead; 0: worth completing
    std::vector<std::size_t> rows; // of the cohort
};

// Gravest first, then those of most children; problems nobody has are left out. `everyone` are all
// children of the day, whoever is compared: what is missing of those whom a filter leaves out is
// missing as well.
std::vector<QualityProblem> qualityProblems(const domain::Cohort& everyone);

} // namespace twelvefold::ui
