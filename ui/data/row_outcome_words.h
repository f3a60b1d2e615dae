// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/profile_guess.h"

#include <QString>

namespace twelvefold::ui {

// "Row 2: child A1: £4,120.00 a week, from 14 Feb 2026", or why nothing is made of it.
QString outcomeInWords(std::size_t row, const exchange::RowOutcome& outcome);

} // namespace twelvefold::ui
