// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <vector>

namespace twelvefold::tests {

using Row = std::vector<double>; // a weight for each child

// The sums and differences that can be made of what is known: rows in echelon form.
class Span
{
public:
    void add(Row row);
    bool holds(Row row) const;

private:
    void reduce(Row& row) const;
    std::map<std::size_t, Row> m_rows; // by the first weight that is not nought
};

} // namespace twelvefold::tests
