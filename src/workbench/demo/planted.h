// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/demo/life.h"

#include <set>
#include <stop_token>

namespace twelvefold::workbench::demo {

// The places of so many children whose price is to be planted: drawn at random among those in paid
// care whose cost is recorded, whose needs are known and not out of date, so that the price can be
// asked about, and who are not exceptional. Fewer where there are not so many, or where it is
// stopped. Looks at every child once and keeps no more than are wanted.
std::set<std::uint64_t> drawPlanted(const Council& council, std::size_t children,
                                    std::size_t planted, std::stop_token stop);

} // namespace twelvefold::workbench::demo
