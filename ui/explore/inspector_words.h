// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

#include <QString>

// What the sheets of a child, a pair and a group say alike.
namespace twelvefold::ui {

QString pseudonymAt(const domain::Cohort& cohort, std::size_t row);
QString weekly(const domain::Cohort& cohort, std::size_t row); // "£1,234.50", or that there is none
QString howMany(std::size_t n);                                // "23 children"

} // namespace twelvefold::ui
