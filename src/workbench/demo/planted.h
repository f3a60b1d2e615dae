// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/demo/life.h"

#include <set>
#include <stop_token>

namespace twelvefold::workbench::demo {

// The places of so many children whose price is to be planted: drawn among those in paid care whose
// cost is recorded and who are not exceptional, one kind of placement after another, so that all
// kinds have some. Fewer where there are not so many, or where it is stopped. Looks at every child
// once and keeps no more than the candidates.
std::set<std::uint64_t> drawPlanted(const Council& council, std::size_t children,
                                    std::size_t planted, std::stop_token stop);

} // namespace twelvefold::workbench::demo
