// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <algorithm>

namespace twelvefold::wording {

QString ledgerAgainstStore(const analysis::LedgerComparison& found, Language language)
{
    const Speaking speaking(language);
    const bool anything =
        std::ranges::any_of(found.cells, [](const auto& cell) { return cell.isCompared; });
    if (!anything)
        return said(TWELVEFOLD_TEXT("Wording", "No row of the ledger could be held against the "
                                               "store"),
                    {}, language);
    const domain::Money difference = found.difference();
    if (difference == domain::Money())
        return said(TWELVEFOLD_TEXT("Wording", "Of the same children in the same months the ledger "
                                               "and the store both have %1"),
                    {money(found.compared)}, language);
    const bool isLess = difference < domain::Money();
    return said(
        isLess ? TWELVEFOLD_TEXT("Wording", "Of the same children in the same months the ledger "
                                            "has %1 and the store %2: %3 less in the ledger")
               : TWELVEFOLD_TEXT("Wording", "Of the same children in the same months the ledger "
                                            "has %1 and the store %2: %3 more in the ledger"),
        {money(found.compared), money(found.storeCompared),
         money(isLess ? -difference : difference)},
        language);
}

QString ledgerParts(const analysis::LedgerComparison& found, Language language)
{
    const Speaking speaking(language);
    return said(TWELVEFOLD_TEXT("Wording",
                                "Months of children that agree: %1; that differ: %2. Not compared: "
                                "%3 of children whom the store does not know, %4 of rows that name "
                                "no child, and %5 that the store pays in these months and no row "
                                "speaks of."),
                {count(static_cast<std::uint64_t>(found.agreeing)), count(found.differing.size()),
                 money(found.unknownSum), money(found.childlessSum), money(found.storeUnspoken)},
                language);
}

} // namespace twelvefold::wording
