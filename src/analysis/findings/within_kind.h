// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/paid_care.h"
#include "statistics/regression/conformal_band.h"

#include <span>
#include <vector>

namespace twelvefold::analysis {

// The children of one kind of placement, as columns.
struct KindRows
{
    std::vector<std::size_t> place; // which of the paid children each is
    std::vector<double> total, logCost;
    std::vector<bool> emergency;
    std::vector<domain::Setting> setting;

    std::size_t size() const { return place.size(); }
};

// What cost is expected inside one kind of placement.
class KindModel
{
public:
    KindModel(PlacementKind kind, const KindRows& rows, const Options& options);

    const WithinKind& told() const { return m_told; }
    // Pounds a week, smeared, of row i of those it was fitted to.
    double expected(std::size_t i) const;
    std::optional<double> standardPrice(std::size_t i) const;
    std::optional<statistics::ConformalBand::Range> band(std::size_t i) const; // pounds a week
    // Of a child that it was not fitted to: pounds a week.
    double expected(double total, bool emergency, domain::Setting setting) const;
    double meanExpected() const; // of those it was fitted to
    // Pounds a week at a total need, over the kind's own mix of settings and emergencies.
    double meanAt(double total) const;

private:
    void fit(const KindRows& rows, std::uint64_t seed);
    void fitLocation(const KindRows& rows);
    bool fitLine(const KindRows& rows, bool withNeed, std::uint64_t seed);
    void addBand(const KindRows& rows, const Options& options);

    WithinKind m_told;
    std::vector<double> m_logCost, m_total, m_fitted;
    double m_mix = 1; // mean over the children of exp(emergency + setting), smeared
    std::optional<statistics::ConformalBand> m_band; // of log cost less emergency and setting
};

} // namespace twelvefold::analysis
