// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/ledger.h"

#include "workbench/import_ids.h"

namespace twelvefold::workbench {

Result<LedgerHeld> compareLedger(const Workbench& bench, const std::filesystem::path& ledger,
                                 const LedgerAsked& asked)
{
    auto file = exchange::readLedger(ledger, asked.file);
    if (!file)
        return file.failure();
    const store::Store& store = bench.store();
    analysis::LedgerQuestion question{
        file->typed, {}, store.allCostLines(), asked.counted, asked.within};
    import::ChildBook book(store);
    book.close();
    const auto children = store.childrenByLocalId();
    for (const LedgerRow& row : file->typed) {
        if (row.localId.empty() || question.children.contains(row.localId))
            continue;
        const auto meant = book.find(row.localId, std::nullopt);
        const auto child = meant ? children.find(*meant) : children.end();
        if (child != children.end())
            question.children.emplace(row.localId, child->second);
    }
    analysis::LedgerComparison found = analysis::compareLedger(question);
    return LedgerHeld{std::move(*file), std::move(found)};
}

} // namespace twelvefold::workbench
