// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/statistics.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "statistics/description/concentration.h"
#include "statistics/groups/funnel.h"

#include <stop_token>

namespace twelvefold::analysis {

struct Compared;
struct Options;

// What one provider's children cost, or achieve, beside what such needs cost, or achieve, with the
// other providers of the same settings.
struct ProviderEffect
{
    std::size_t provider = 0;    // index into the cohort's providerNames
    std::size_t n = 0;           // children it is worked out from
    double effect = 0;           // shrunk; of natural log of cost, or in the outcome's own unit
    double lower = 0, upper = 0; // 95 %
    double standardError = 0;
    double meanResidual = 0; // not shrunk, weighted by precision: what the funnel shows
    // Its place among the providers, 1 for the least; when resampled, where providers differ.
    std::optional<double> rankLower, rankUpper;
};

// How widely children of one provider spread in a setting, once need is allowed for, and so how
// many of them it takes to see a difference.
struct SettingSpread
{
    std::optional<domain::Setting> setting; // none: no setting recorded
    std::size_t n = 0;                      // children compared in it
    double sd = 0;                          // natural log of cost, or in the outcome's own unit
    bool own = false;                       // false: shared with other settings of few children
    // Of cost: children of one provider with which a difference of 20 % is seen with a power of
    // 80 % at 5 %, beside all others of the setting; absent where those are too few for any number
    // of children to show it. And beside any number of others.
    std::optional<std::size_t> toSee;
    std::optional<std::size_t> toSeeBesideMany;
};

// Effects of all providers on one measure, shrunk and funnelled, never ranked into a league table.
struct ProviderEffects
{
    std::string measure; // a column of the cohort table: log_weekly_cost, outcome_…
    std::vector<ProviderEffect> providers; // by name
    std::size_t n = 0;
    double betweenSd = 0, withinSd = 0;        // of providers, and of children of one provider
    double betweenLower = 0, betweenUpper = 0; // 95 %, of the former
    double p = 1;                              // of no difference between providers
    // p, allowing for so many measures being tested together (Benjamini & Hochberg).
    double q = 1;
    std::size_t testedTogether = 1;
    // Whether q is 0.05 at most, of enough children. If not, no provider's difference is claimed,
    // whatever its interval.
    bool differ = false;
    std::optional<Message> notTold;      // why nothing may be said either way: of too few children
    std::vector<SettingSpread> settings; // in the order of Setting
    // Of mean residuals, one unit a provider, around 0. Its size is the number of children of
    // ordinary spread who would tell as much.
    Funnel funnel;
    std::optional<Message> undefined; // why there are none
    Trace trace;

    const ProviderEffect* of(std::size_t provider) const;
    // Whether this provider is said to differ: where providers do, and its interval leaves out 0.
    bool claimed(const ProviderEffect& provider) const
    {
        return differ && (provider.lower > 0 || provider.upper < 0);
    }
};

// How far the care that is bought lies in few hands: everything but the council's own and parents'.
struct Market
{
    std::size_t n = 0; // children placed with a provider, with a cost above zero
    double spendWeekly = 0;
    Concentration providers;
    Concentration owners;     // providers of one group together; others stand alone
    std::string largestOwner; // by spend; a group's name, or a provider's that stands alone
    std::optional<Message> undefined;
    Trace trace;
};

ProviderEffects providerCosts(const domain::Cohort& cohort, const Compared& children);
// Those outcomes measured on a scale, where enough children and providers have them.
std::vector<ProviderEffects> providerOutcomes(const domain::Cohort& cohort);
Market market(const domain::Cohort& cohort);

// Adds the rank intervals; false when stopped, and then nothing is added.
bool rankProviders(const Options& options, ProviderEffects& effects, std::uint64_t firstStream,
                   std::stop_token stop);

} // namespace twelvefold::analysis
