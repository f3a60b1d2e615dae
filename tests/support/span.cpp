// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/span.h"

#include <cmath>

namespace twelvefold::tests {
namespace {

std::size_t leadOf(const Row& row)
{
    std::size_t lead = 0;
    while (lead < row.size() && std::abs(row[lead]) < 1e-7)
        ++lead;
    return lead;
}

} // namespace

void Span::add(Row row)
{
    reduce(row);
    const std::size_t lead = leadOf(row);
    if (lead == row.size())
        return;
    const double by = row[lead];
    for (double& weight : row)
        weight /= by;
    m_rows[lead] = std::move(row);
}

bool Span::holds(Row row) const
{
    reduce(row);
    return leadOf(row) == row.size();
}

void Span::reduce(Row& row) const
{
    for (const auto& [lead, known] : m_rows) {
        const double times = row[lead];
        if (times == 0)
            continue;
        for (std::size_t i = lead; i < row.size(); ++i)
            row[i] -= times * known[i];
    }
}

} // namespace twelvefold::tests
