// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <QString>
#include <vector>

namespace twelvefold::ui {

// One thing that is recorded differently of two children.
struct Difference
{
    QString words;  // "Children's home, not in-house foster"
    QString figure; // "£5,000.00 more"; may be empty
};

// Every recorded difference that might bear on the cost, the dearer child's side first. What is
// recorded of only one of them is said; what is the same, or not counted, is left out.
std::vector<Difference> differences(const domain::Cohort& cohort, std::size_t dearer,
                                    std::size_t cheaper, const domain::CostScope& counted);

} // namespace twelvefold::ui
