// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace twelvefold::report {

// How many pairs are looked for where a report is made, in the window and on the command line:
// paper shows the first of them, and a spreadsheet all.
inline constexpr std::size_t kPairsListed = 100;

} // namespace twelvefold::report
