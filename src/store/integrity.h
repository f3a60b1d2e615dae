// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/content.h"
#include "store/frameworks.h"
#include "store/store.h"

#include <stop_token>

namespace twelvefold::store {

// Everything a store can be held to: the invariants that opening it asks for, the file itself, its
// schema and constraints, its references, the audit chain, the records against the audit, and what
// the domain says of them. Stopped early, it gives back what it found until then.
CheckReport examined(Connection& connection, FrameworkShelf& frameworks, const Shapes& shapes,
                     const std::stop_token& stop);
// The same of a copy in memory; of a store of another version nothing is said.
CheckReport examinedAside(Connection& file, const std::stop_token& stop);

} // namespace twelvefold::store
