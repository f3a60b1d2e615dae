// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"
#include "store/content.h"

#include <vector>

namespace twelvefold::store {

using Values = std::vector<sqlite3_value*>;

// The primary key of the record that a change is of.
Values keyOf(const Shape& shape, const ChangedRecord& change);
bool isThere(Connection& connection, const Shape& shape, const ChangedRecord& change);

// Makes the record what it was before the change, in the open transaction, and counts what that
// took. False, and nothing is done, where it has become a third thing since: what somebody has
// removed already, or set back, has not.
bool revertRecord(Connection& connection, const Shape& shape, const ChangedRecord& change,
                  Tally& taken);

} // namespace twelvefold::store
