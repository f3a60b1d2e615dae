// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// Where in each row of a table of figures the search stands: from begin to before end.
struct MonotoneRow
{
    std::size_t begin = 0, end = 0;
};

// The k-th smallest (from 0) of a table of figures that is never written down: value(row, column)
// rises, or stays, with the column and falls, or stays, with the row. Of n rows and columns in
// about n log n, as Johnson & Mizoguchi 1978 and Croux & Rousseeuw 1992, with a sample's quantile
// for their weighted median of medians: which pivots are met decides the time only.
// Rows' begins and ends must not fall from one row to the next. k below the number of figures.
template<class Value>
double pickMonotone(std::vector<MonotoneRow> rows, std::uint64_t k, const Value& value)
{
    constexpr std::uint64_t kSample = 1001;
    // Column of each row where figures stop being below (or: at most) the pivot.
    const auto boundaries = [&](double pivot, bool withEqual, std::vector<std::size_t>& ends) {
        std::uint64_t many = 0;
        std::size_t at = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            at = std::clamp(at, rows[row].begin, rows[row].end);
            while (at < rows[row].end &&
                   (withEqual ? value(row, at) <= pivot : value(row, at) < pivot))
                ++at;
            ends[row] = at;
            many += at - rows[row].begin;
        }
        return many;
    };
    std::vector<std::size_t> ends(rows.size());
    std::vector<double> some;
    for (;;) {
        std::uint64_t left = 0;
        for (const MonotoneRow& row : rows)
            left += row.end - row.begin;
        const std::uint64_t step = std::max<std::uint64_t>(1, left / kSample);
        const bool all = left <= 4 * rows.size() + kSample;
        some.clear();
        std::uint64_t passed = 0, next = all ? 0 : step / 2;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const std::uint64_t here = rows[row].end - rows[row].begin;
            for (; next < passed + here; next += all ? 1 : step)
                some.push_back(
                    value(row, rows[row].begin + static_cast<std::size_t>(next - passed)));
            passed += here;
        }
        const auto rank =
            static_cast<std::size_t>(all ? k : std::min<std::uint64_t>(k / step, some.size() - 1));
        const auto chosen = some.begin() + static_cast<std::ptrdiff_t>(rank);
        std::nth_element(some.begin(), chosen, some.end());
        if (all)
            return *chosen;
        const double pivot = *chosen;
        const std::uint64_t below = boundaries(pivot, false, ends);
        if (k < below) {
            for (std::size_t row = 0; row < rows.size(); ++row)
                rows[row].end = ends[row];
            continue;
        }
        const std::uint64_t upTo = boundaries(pivot, true, ends);
        if (k < upTo)
            return pivot;
        k -= upTo;
        for (std::size_t row = 0; row < rows.size(); ++row)
            rows[row].begin = ends[row];
    }
}

} // namespace twelvefold::statistics
