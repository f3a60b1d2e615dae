// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import.h"

#include <algorithm>
#include <set>
#include <string>

namespace reading {

using namespace twelvefold::exchange;

inline std::size_t typed(const ReadFile& file)
{
    std::set<std::int64_t> known; // a row may say several things, or come to several lines
    std::size_t rows = 0;
    const bool mayRepeat = isSnapshot(file.kind) || !file.finance.empty();
    const auto count = [&](const auto& typed) {
        for (const auto& row : typed)
            rows += !mayRepeat || known.insert(row.row).second ? 1 : 0;
    };
    count(file.headers);
    count(file.episodes);
    count(file.outcomes);
    count(file.events);
    count(file.finance);
    count(file.requests);
    count(file.measures);
    count(file.assessments);
    return rows;
}

inline bool hasReason(const ReadFile& file, const ReadFile::Reject& reject)
{
    if (reject.reason != 0)
        return reject.reason <= file.listing.reasons().size();
    const auto [first, last] =
        std::ranges::equal_range(file.problems, reject.row, {}, &Problem::row);
    return std::any_of(first, last, [](const Problem& problem) {
        return problem.severity == Problem::Severity::rejection;
    });
}

// What reading promises of every file, however broken: the promise that this one breaks, or
// nothing.
inline std::string brokenPromise(const ReadFile& file)
{
    if (file.rows != static_cast<std::int64_t>(typed(file)) + file.rejected + file.leftAside)
        return "each row is typed, rejected or of a list that is left aside";
    if (file.rejects.size() != static_cast<std::size_t>(file.rejected))
        return "each rejected row's cells are kept";
    if (!std::ranges::is_sorted(file.problems, {}, &Problem::row))
        return "problems come in the order of rows";
    if (!std::ranges::all_of(file.rejects,
                             [&](const auto& reject) { return hasReason(file, reject); }))
        return "each rejected row has a reason";
    const bool refused = std::ranges::any_of(file.problems, [](const Problem& problem) {
        return problem.action == Problem::Action::fileRejected;
    });
    if (refused != file.refused)
        return "a file says that it is refused exactly when a problem does";
    if (file.kind == FileKind::unrecognised && !refused)
        return "a file that is not recognised is refused";
    if (refused &&
        (file.rows != 0 || file.problems.size() != std::max<std::size_t>(file.questions.size(), 1)))
        return "a refused file has no rows, and one problem or one for each question";
    for (const EpisodeRow& row : file.episodes) {
        if (row.localId.empty() || (row.episode.end && *row.episode.end < row.episode.start))
            return "an episode is of a child and ends on or after its start";
    }
    for (const FinanceRow& row : file.finance) {
        if (row.localId.empty() || faultIn(row.line))
            return "a cost line is of a child and without fault";
    }
    for (const RequestRow& row : file.requests) {
        if (row.localId.empty() || (!row.request.placedOn && !row.request.referredOn))
            return "a request is of a child and of a day";
    }
    return {};
}

} // namespace reading
