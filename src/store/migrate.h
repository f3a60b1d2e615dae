// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/schema.h"

namespace twelvefold::store {

// Takes the database from its version to the newest, each step in a transaction of its own. What
// the records add up to is taken along in an audit entry: a difference between them and the audit
// stays one.
void migrate(Connection& connection, std::span<const Migration> steps);

} // namespace twelvefold::store
