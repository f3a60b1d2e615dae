// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace twelvefold::analysis {

// The parts of the findings that need resampling. They follow the rest, each as soon as it is
// ready, and each fills figures of its own: their order cannot show in the result.
enum class Refinement
{
    needExplainsInterval,  // NeedExplains::lower and upper
    beyondSettingInterval, // NeedBeyondSetting::lower and upper
    costShareIntervals,    // CostShares: lower and upper of each share
    driverIntervals,       // CostDrivers: lower and upper of each share, and of R²
    bandCoverage,          // RobustLine::bandHeld
    chanceCounts,          // SimilarNeed::dealtAtRandom and ordinarySpread
    providerRanks          // ProviderEffect::rankLower and rankUpper
};

} // namespace twelvefold::analysis
