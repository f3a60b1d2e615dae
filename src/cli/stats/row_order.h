// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/stats/input.h"

#include <cstddef>
#include <vector>

// The same answer whatever order a table's rows come in: methods see them in an order that depends
// on their values alone, and what they say of each row is brought back to the table's order.
namespace twelvefold::cli {

// Puts the rows into that order. Rows alike in every column keep the order of the table.
void putInOwnOrder(Columns& columns);

// One value a row, in the table's order. Rows alike in every column get the same value.
template<class T>
std::vector<T> inTableOrder(const Columns& columns, const std::vector<T>& values)
{
    if (columns.places.empty() || values.size() != columns.places.size())
        return values;
    std::vector<T> ordered;
    ordered.reserve(values.size());
    for (const std::size_t place : columns.places)
        ordered.push_back(values[place]);
    return ordered;
}

} // namespace twelvefold::cli
