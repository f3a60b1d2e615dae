// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/stats/input.h"
#include "cli/stats/methods.h"
#include "statistics/regression/least_squares.h"

#include <span>

// The linear model that --y, --x, --no-intercept and --poly ask for.
namespace twelvefold::cli {

// y first, then the x columns, then any others named; labels by --cluster where it is given.
Columns yAndX(const StatsAsked& asked, const std::vector<std::string>& others = {});
// Of the x columns; the last `others` columns are no part of it.
statistics::Design designOf(const StatsAsked& asked, const Columns& columns,
                            std::size_t others = 0);

// A Failure where a column's squares, or those of what one of it is worth, leave the range of
// numbers: errors would come out as nothing.
void checkRange(const statistics::Design& design);

// The column of weights as the last of `columns`, each above zero; empty where none is asked for.
std::span<const double> weightsIn(const StatsAsked& asked, const Columns& columns);

} // namespace twelvefold::cli
