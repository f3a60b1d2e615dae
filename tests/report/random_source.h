// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <cstdint>

namespace twelvefold::tests {

// So many invented children, drawn from a seed, and the findings about them, as for a report.
report::Source randomSource(std::size_t children, std::uint32_t seed);

// A document of any blocks in any order, with words of any length, drawn from a seed.
report::Document randomDocument(std::uint32_t seed);

} // namespace twelvefold::tests
