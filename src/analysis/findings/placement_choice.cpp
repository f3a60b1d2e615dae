// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/placement_choice.h"

#include "statistics/description/descriptive.h"

#include <algorithm>
#include <map>

namespace twelvefold::analysis {
namespace {

using domain::PlacementKind;
using statistics::Multinomial;
using statistics::NaturalSpline;

constexpr std::size_t kCurveColumns = 3;

Multinomial::Open openAt(double age)
{
    return age < PlacementChoice::kSupportedFrom
               ? ~(Multinomial::Open{1} << static_cast<unsigned>(PlacementKind::supported))
               : ~Multinomial::Open{0};
}

} // namespace

std::optional<PlacementChoice> PlacementChoice::fit(std::span<const double> totals,
                                                    std::span<const std::optional<double>> ages,
                                                    std::span<const PlacementKind> kinds)
{
    // By need and age, since many children share both.
    std::map<std::pair<double, double>, std::array<double, domain::countOf<PlacementKind>>> counts;
    std::vector<double> needs, years;
    for (std::size_t i = 0; i < totals.size(); ++i) {
        const auto kind = static_cast<std::size_t>(kinds[i]);
        if (!ages[i] || (openAt(*ages[i]) >> kind & 1U) == 0)
            continue;
        counts[{totals[i], *ages[i]}][kind] += 1;
        needs.push_back(totals[i]);
        years.push_back(*ages[i]);
    }
    if (needs.empty())
        return std::nullopt;
    const bool curved = needs.size() >= kLeastForSpline;
    PlacementChoice choice(NaturalSpline::through(needs, curved ? kCurveColumns : 1),
                           NaturalSpline::through(years, curved ? kCurveColumns : 1),
                           *statistics::median(years));
    std::vector<Multinomial::Cell> cells;
    for (const auto& [at, found] : counts)
        cells.push_back(
            {choice.columns(at.first, at.second), openAt(at.second), {found.begin(), found.end()}});
    choice.m_model = Multinomial::fit(cells);
    return choice.m_model ? std::optional(std::move(choice)) : std::nullopt;
}

std::vector<double> PlacementChoice::columns(double total, double age) const
{
    std::vector<double> columns(m_need.columns() + m_age.columns());
    m_need.at(total, std::span(columns).first(m_need.columns()));
    m_age.at(age, std::span(columns).subspan(m_need.columns()));
    return columns;
}

PlacementChoice::Chances PlacementChoice::at(double total, std::optional<double> age) const
{
    const double years = age.value_or(m_medianAge);
    const std::vector<double> found = m_model->at(columns(total, years), openAt(years));
    Chances chances{};
    std::copy(found.begin(), found.end(), chances.begin());
    return chances;
}

} // namespace twelvefold::analysis
