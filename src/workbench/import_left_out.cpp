// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_work.h"

#include <algorithm>
#include <iterator>

namespace twelvefold::workbench::import {
namespace {

using exchange::ReadFile;
using Rows = std::set<std::int64_t>;

Rows without(const Rows& rows, const Rows& others)
{
    Rows left;
    std::ranges::set_difference(rows, others, std::inserter(left, left.end()));
    return left;
}

void remove(ReadFile& file, const Rows& rows)
{
    const auto isOneOf = [&rows](const auto& row) { return rows.contains(row.row); };
    std::erase_if(file.headers, isOneOf);
    std::erase_if(file.episodes, isOneOf);
    std::erase_if(file.outcomes, isOneOf);
    std::erase_if(file.events, isOneOf);
    std::erase_if(file.finance, isOneOf);
    std::erase_if(file.requests, isOneOf);
    std::erase_if(file.measures, isOneOf);
    std::erase_if(file.assessments, isOneOf);
}

// Those asked for that there are.
Rows askedFor(const ReadFile& file, const std::set<RowLeftOut>& asked)
{
    Rows rows;
    const auto addIfAsked = [&](const auto& row) {
        if (asked.contains({file.name, file.sha256, row.row}))
            rows.insert(row.row);
    };
    std::ranges::for_each(file.headers, addIfAsked);
    std::ranges::for_each(file.episodes, addIfAsked);
    std::ranges::for_each(file.outcomes, addIfAsked);
    std::ranges::for_each(file.events, addIfAsked);
    std::ranges::for_each(file.finance, addIfAsked);
    std::ranges::for_each(file.requests, addIfAsked);
    std::ranges::for_each(file.measures, addIfAsked);
    std::ranges::for_each(file.assessments, addIfAsked);
    return rows;
}

} // namespace

RowsOfFiles leaveOut(const store::Store& store, std::vector<ReadFile>& files,
                     const ImportOptions& options, const std::stop_token& stop)
{
    RowsOfFiles left(files.size());
    if (options.leftOut.empty() && !options.leaveChanges)
        return left;
    RowsOfFiles mayChange(files.size());
    const Decisions all = decide(store, files, left, stop);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Rows& changed = all.found[i].changed;
        left[i] = options.leaveChanges ? changed : askedFor(files[i], options.leftOut);
        mayChange[i] = without(changed, left[i]);
        remove(files[i], left[i]);
    }
    // Where a row is gone, another may take its place, of another file or of one that was set
    // aside.
    for (bool isDone = false; !isDone;) {
        isDone = true;
        const Decisions now = decide(store, files, left, stop);
        for (std::size_t i = 0; i < files.size(); ++i) {
            const Rows further = without(now.found[i].changed, mayChange[i]);
            isDone = isDone && further.empty();
            remove(files[i], further);
            left[i].insert(further.begin(), further.end());
        }
    }
    return left;
}

} // namespace twelvefold::workbench::import
