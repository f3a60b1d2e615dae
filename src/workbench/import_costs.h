// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/import_work.h"

#include <functional>

namespace twelvefold::workbench::import {

// A cost row and what it comes to.
struct CostOffer
{
    std::size_t file = 0;
    const exchange::FinanceRow* row = nullptr;
    Fate fate = Fate::accepted;
    CostLineId replaces; // the line that it changes
};

// What rows come to whose lines may come to several things: a row counts once. It is new or
// unchanged where all of its lines are; one of nought that changes nothing has no say beside
// others.
class RowFates
{
public:
    void note(const CostOffer& offer);
    // Each row once.
    void forEach(const std::function<void(std::size_t file, std::int64_t row, Fate)>& look) const;

private:
    struct Known
    {
        Fate fate = Fate::unchanged;
        bool hasSay = false;
    };
    std::map<std::pair<std::size_t, std::int64_t>, Known> m_rows;
};

// Holds one child's cost rows against the lines the store has. Cost lines have no number of their
// own: a row that says what a line says is that line; of the others, one that differs from a line
// only in its amount, period or end is a change of that line. The same row in two files is one
// cost. A row without an end says nothing against the end that a line got by the rule, with what it
// pays for: endsByRule says which did.
void matchCosts(std::vector<CostOffer>& offers, std::vector<CostLine> stored,
                const std::vector<Provider>& providers,
                const std::function<bool(const CostLine&)>& endsByRule);

} // namespace twelvefold::workbench::import
