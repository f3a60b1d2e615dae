// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// How many values are not the most frequent one: on so many cases rests what a column says of
// another. None of an empty column or one that is always the same.
template<class Value>
std::size_t differing(std::vector<Value> values)
{
    std::sort(values.begin(), values.end());
    std::size_t longest = 0;
    for (auto from = values.begin(); from != values.end();) {
        const auto to = std::upper_bound(from, values.end(), *from);
        longest = std::max(longest, static_cast<std::size_t>(to - from));
        from = to;
    }
    return values.size() - longest;
}

inline bool allEqual(std::span<const double> values)
{
    return std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; });
}

} // namespace twelvefold::statistics
