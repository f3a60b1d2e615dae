// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/compared.h"
#include "analysis/statistics.h"
#include "statistics/regression/conformal_band.h"

#include <map>
#include <stop_token>
#include <utility>

namespace twelvefold::analysis {

// The bands of expected cost: one over all children and, when comparing within settings, one for
// each setting with at least 30 of them.
class ExpectedBands
{
public:
    static constexpr std::size_t kLeastInSetting = 30;

    ExpectedBands(const domain::Cohort& cohort, const Compared& children, const Options& options);

    // Pounds a week. Nothing when there are too few children.
    std::optional<ConformalBand::Range> overall(double total) const;
    std::optional<ConformalBand::Range> of(double total, std::int32_t setting) const;

    bool any() const { return m_overall.has_value(); }
    std::size_t folds() const { return m_overall ? m_overall->folds() : 0; }
    const MmLine& line() const { return m_overall->line(); } // through all children, where any()

private:
    std::optional<ConformalBand> m_overall;
    std::map<std::int32_t, ConformalBand> m_bySetting;
};

// What holding each of the compared children against the others gives.
struct Comparisons
{
    std::vector<ExpectedCost> costs; // by child
    PairCounts pairs;                // within the tolerance, counted at the ratios kRatiosCounted
    double listedFrom = 1;           // the ratio from which on pairs are in the lists
    std::vector<Pair> widest;        // as many as the options ask for, if there are
    std::vector<Pair> eachChildOnce; // all of them
};
Comparisons compareChildren(const domain::Cohort& cohort, const Compared& children,
                            const ProfileTable& table, const ExpectedBands& bands,
                            const Options& options, std::stop_token stop);

} // namespace twelvefold::analysis
