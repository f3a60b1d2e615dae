// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// Which of several kinds a case is, by chance that depends on columns:
//   P(kind k | x) = exp(a_k + x'b_k) / Σ exp(a_j + x'b_j), over the kinds that are open to the
//   case.
// Fitted by maximum likelihood less ½ λ Σ b² with columns scaled to a standard deviation of 1,
// which keeps the estimates finite where a column parts the kinds (Hoerl & Kennard 1970; le Cessie
// & van Houwelingen 1992); the constants a are free, so that over all cases the chances of each
// kind sum to how many are of it. No kind is the one the others are held against, so their order is
// nothing.
class Multinomial
{
public:
    // Bit k is set where kind k is open to a case.
    using Open = std::uint32_t;

    // Many cases are alike in their columns: count of them in each kind.
    struct Cell
    {
        std::vector<double> columns;
        Open open = ~Open{0};
        std::vector<double> counts; // by kind
    };

    // Every cell has as many columns, finite, and as many kinds (1 to 32), with counts only in
    // kinds that are open to it. A kind nobody is of has no chance anywhere. Nothing without any
    // case, or where the fit does not settle.
    static std::optional<Multinomial> fit(std::span<const Cell> cells, double penalty = 1);

    // The chances of all kinds, which sum to 1. Those not open have none; where only kinds are open
    // that nobody is of, all are as if everything was open.
    std::vector<double> at(std::span<const double> columns, Open open = ~Open{0}) const;

private:
    Multinomial() = default;

    Open m_found = 0;                    // the kinds that somebody is of
    std::vector<double> m_mean, m_scale; // of the columns
    std::vector<double> m_coefficients;  // a and b of each kind in turn
    std::size_t m_kinds = 0;
};

} // namespace twelvefold::statistics
