// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/ledger.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

// The finance ledger held against what the store says is paid, month by month.
namespace twelvefold::analysis {

// What a line comes to on the days of a month, to the penny. An amount per week counts a seventh a
// day; per month, by the days of that month; per year, by the days of the financial year that the
// month lies in. A single payment is paid over its dates, and without an end in the month of its
// day. Over several months what lines of days, weeks and single payments come to adds up to the
// penny.
domain::Money spentIn(const domain::CostLine& line, domain::Date firstOfMonth);

struct LedgerQuestion
{
    std::vector<domain::LedgerRow> rows;
    // The children whom the ledger's identifiers mean, where there is one.
    std::unordered_map<std::string, domain::ChildId> children;
    std::unordered_map<domain::ChildId, std::vector<domain::CostLine>> lines;
    domain::CostScope counted; // which of the store's costs the ledger is to hold
    domain::Money within;      // by how much a child's month may differ and agree
};

// One month of one cost centre. ledger = unknown + childless + compared; difference: compared −
// store. A cost centre is no word of the store: its spend is that of the children whose rows stand
// there. Where the rows of a child in a month stand in several, the store's spend is shared among
// them as the ledger's is, and goes to the largest where any is below zero or all are nought.
struct LedgerCell
{
    domain::Date month;
    std::string costCentre; // empty: the ledger does not say
    domain::Money ledger, compared, store;
    domain::Money unknown;   // of children whom the store does not know
    domain::Money childless; // of rows that name no child
    bool isCompared = false; // whether any row is of a child whom the store knows
    domain::Money difference() const { return compared - store; }
};

struct ChildMonth
{
    domain::ChildId child;
    domain::Date month;
    domain::Money ledger, store;
    std::vector<std::int64_t> rows; // of the ledger; none where it speaks of nothing
};

struct LedgerComparison
{
    std::optional<domain::Date> first, last; // the ledger's months, from the first to the last
    std::vector<LedgerCell> cells;           // by month, then cost centre
    // What does not agree, the largest difference first.
    std::vector<ChildMonth> differing;
    std::vector<std::size_t> unknown, childless; // rows, by their place, in the ledger's order
    // What the store pays in these months and no row speaks of, the largest first.
    std::vector<ChildMonth> unspoken;
    std::int64_t agreeing = 0; // months of children
    // ledger = unknown + childless + compared; store = storeCompared + storeUnspoken.
    domain::Money ledger, compared, unknownSum, childlessSum;
    domain::Money store, storeCompared, storeUnspoken;
    domain::Money difference() const { return compared - storeCompared; } // of what is compared
};

LedgerComparison compareLedger(const LedgerQuestion& question);

} // namespace twelvefold::analysis
