// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/money.h"

#include <string>

namespace twelvefold::domain {

// A row of the finance ledger, as far as it is held against the store.
struct LedgerRow
{
    std::int64_t row = 0; // as a spreadsheet counts it
    Date month;           // its first day
    Money amount;         // below zero: it comes back
    // As the file has them; empty: it does not say.
    std::string costCentre, localId, supplier, reference;
};

} // namespace twelvefold::domain
