// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/ledger_comparison.h"
#include "exchange/ledger_file.h"
#include "workbench/workbench.h"

// The finance ledger held against a store; nothing of it is brought in.
namespace twelvefold::workbench {

struct LedgerAsked
{
    exchange::LedgerOptions file{};
    CostScope counted{};             // which of the store's costs the ledger is to hold
    Money within = Money::pounds(1); // by how much a child's month may differ and agree
};
struct LedgerHeld
{
    exchange::LedgerFile file;
    analysis::LedgerComparison found;
};

// Identifiers are matched to children as those of files that are brought in are. Refused where the
// file is no ledger that can be read.
Result<LedgerHeld> compareLedger(const Workbench& bench, const std::filesystem::path& ledger,
                                 const LedgerAsked& asked);

} // namespace twelvefold::workbench
