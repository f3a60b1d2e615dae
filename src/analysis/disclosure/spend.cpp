// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/spend.h"

#include "domain/money.h"

#include <algorithm>

namespace twelvefold::analysis {

void Spend::add(double cost)
{
    if (!(cost > 0))
        return;
    ++children;
    pounds += cost;
    largest = std::max(largest, cost);
}

void Spend::add(const Spend& other)
{
    children += other.children;
    pounds += other.pounds;
    largest = std::max(largest, other.largest);
}

bool Spend::isSafe() const
{
    return noneOrEnough(children) && largest * 2 <= pounds;
}

Spend spendOf(const domain::Cohort& cohort, const std::function<bool(std::size_t)>& counts)
{
    Spend spend;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        if (counts(row))
            spend.add(cohort.weeklyCost.at(row).value_or(0.0));
    spend.pounds = domain::Money::fromPounds(spend.pounds).inPounds();
    return spend;
}

} // namespace twelvefold::analysis
