// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <string>
#include <vector>

namespace twelvefold::store {

// A column of the records or the drafts that refers to a record of another table.
struct Reference
{
    std::string from;
    std::string to;
    // Selects, of every record whose reference leads nowhere, where it should lead and its key.
    std::string orphans;
};
// Those of one column: what goes together by several is of one framework or one draft.
std::vector<Reference> references(Connection& connection);

} // namespace twelvefold::store
