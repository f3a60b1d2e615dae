// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/questions.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::analysis {

// What is known of a chance or a share: Beta(a, b).
struct BetaBelief
{
    double a = 1, b = 1;
    double mean() const { return a / (a + b); }
};

// What an answer's worth rests on. Borrowed, unless the store's own decisions speak.
struct WorthBeliefs
{
    // So many decisions of the store replace what is borrowed.
    static constexpr std::size_t kEnoughDecisions = 20;

    BetaBelief recovered{2, 8};   // of a price gap, by asking
    BetaBelief agreed{4.5, 5.5};  // that a move is, once asked
    BetaBelief holds{20.5, 11.5}; // that a family placement does
    std::size_t decisions = 0;    // of the store, that agreed rests on; 0: borrowed

    std::vector<Message> told() const;
};
WorthBeliefs beliefs(std::span<const domain::PutAside> putAside);

// A move's parts: the child costs so many pounds a week now and would cost `there`, for so many
// weeks to come. Where it fails, it is after kWeeksToFailure, and the return costs
// kWeeksOfReturn weeks of now.
inline constexpr double kWeeksToFailure = 26, kWeeksOfReturn = 8;
WorthParts worthOfMove(double now, double there, double weeks);

// What questions come to together; nothing where none is priced. A child who moves leaves the price
// behind: of one about whom both are asked the price counts where no move is agreed.
std::optional<WorthParts> partsOfAll(std::span<const Question> questions);

// Worths under the same draws of what is not known, so that sums have intervals too.
class WorthDraws
{
public:
    WorthDraws(const WorthBeliefs& beliefs, std::uint64_t seed);
    YearlyWorth of(const WorthParts& parts) const;

private:
    struct Draw
    {
        double recovered, agreed, holds;
    };
    static double worthUnder(const Draw& draw, const WorthParts& parts);

    WorthBeliefs m_beliefs;
    std::vector<Draw> m_draws;
};

} // namespace twelvefold::analysis
