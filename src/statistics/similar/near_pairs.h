// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/similar_need.h"

#include <span>
#include <stop_token>
#include <vector>

namespace twelvefold::statistics {

// Every pair within the tolerance, listed once: of each row, the later rows near it.
class NearPairs
{
public:
    NearPairs(const ProfileTable& table, const Likeness& likeness, std::stop_token stop);

    std::size_t rows() const { return m_first.size() - 1; }
    std::size_t size() const { return m_later.size(); }
    std::span<const std::uint32_t> after(std::size_t row) const
    {
        return std::span(m_later).subspan(m_first[row], m_first[row + 1] - m_first[row]);
    }

private:
    std::vector<std::size_t> m_first;
    std::vector<std::uint32_t> m_later;
};

} // namespace twelvefold::statistics
