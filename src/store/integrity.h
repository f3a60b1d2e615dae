// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"
#include "store/store.h"

#include <stop_token>

namespace twelvefold::store {

// Everything a store can be held to: the file itself, its references, the audit chain, and what
// the domain says of the records. Stopped early, it gives back what it found until then.
std::vector<CheckFault> faultsIn(Connection& connection, FrameworkShelf& frameworks,
                                 const std::stop_token& stop);

} // namespace twelvefold::store
