// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/cost_drivers.h"
#include "analysis/findings/cost_shares.h"
#include "analysis/findings/need_beyond_setting.h"
#include "analysis/findings/need_change.h"
#include "analysis/findings/noise.h"
#include "analysis/findings/paid_care.h"
#include "analysis/findings/provider_effects.h"
#include "analysis/findings/recorded_spend.h"
#include "analysis/findings/refinement.h"
#include "analysis/options.h"
#include "analysis/questions.h"
#include "analysis/statistics.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "statistics/similar/pair.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What an analysis finds. A row is a row of the cohort that was analysed. No number here is ever
// NaN or infinite: what cannot be computed is absent, and a message says why.
namespace twelvefold::analysis {

enum class CorrelationMethod
{
    pearson,
    spearman,
    spearmanAtSameNeed // of ranks, with those of total need held equal
};

struct Correlation
{
    std::string x; // a column's name in the cohort table: need_total, log_weekly_cost, outcome_…
    std::string y;
    CorrelationMethod method = CorrelationMethod::pearson;
    std::optional<double> estimate, lower, upper, p; // 95 %, two-sided
    std::optional<double> q;                         // Benjamini–Hochberg over the whole table
    std::size_t n = 0;
    std::size_t restsOn = 0;          // of them differ from the most frequent x; or y, if fewer do
    std::optional<Message> undefined; // why there is no estimate
};

// The share of the variation in log weekly cost that goes with total need.
struct NeedExplains
{
    std::optional<double> rSquared, lower, upper; // 95 % BCa; absent until resampled
    // The same if total need were scored without noise: where its reliability is known, as the
    // options or else the store's second ratings say. May be above 1, with a note; the interval
    // carries the reliability's own uncertainty.
    std::optional<double> reliability;
    bool reliabilityMeasured = false; // by second ratings
    std::optional<double> corrected, correctedLower, correctedUpper;
    std::vector<Message> correctedNotes;
    std::optional<Message> undefined;
    Trace trace;
};

// The line through need and log cost: log(cost) = intercept + slope × total need.
struct RobustLine
{
    std::optional<double> intercept, slope, scale; // of natural log of pounds a week
    // Drawn at each of these totals, in pounds a week, x rising over the range observed.
    struct Point
    {
        double x = 0, fit = 0, lower = 0, upper = 0; // the expected-cost band
    };
    std::vector<Point> points;
    std::optional<double> bandHeld; // share of children left out of making it; when resampled
    std::optional<Message> undefined;
    Trace trace;
};

struct ExpectedCost
{
    std::size_t row = 0;
    double weeklyCost = 0;
    std::optional<double> expected; // the comparators' median, pounds a week
    std::optional<double> lowerQuartile, upperQuartile;
    std::optional<double> lower, upper;   // the band of Options::coverage
    std::optional<double> ratio;          // weeklyCost / expected
    std::vector<std::size_t> comparators; // rows, nearest first; never the child itself
    // How many comparators there are. In a cohort of very many pairs they are counted, not listed:
    // see comparatorsOf().
    std::size_t comparatorCount = 0;
    bool nearestInstead = false; // fewer than 5 within tolerance: the 10 nearest
};

// How many pairs at least so far apart a reference would give.
struct Reference
{
    double expected = 0;
    double p = 1;      // (draws with at least as many + 1) / (draws + 1)
    double pFewer = 1; // (draws with at most as many + 1) / (draws + 1)
};

// The pairs of similar need of which both live in one kind of placement, or each in another.
struct KindPairs
{
    std::uint64_t considered = 0;
    std::map<int, std::uint64_t> atLeast; // by ratio: 2, 3, 5, 10
    std::map<int, Reference> dealtAtRandom;
    // Of one kind: scatter around the line of each setting. Of different kinds: around what need
    // and age lead to.
    std::map<int, Reference> ordinarySpread;
};

struct SimilarNeed
{
    Metric metric = Metric::l1;
    double tolerance = 0;
    bool withinSetting = false;
    std::size_t children = 0;                  // with a complete profile and a cost above zero
    std::uint64_t pairsConsidered = 0;         // within the tolerance
    std::map<int, std::uint64_t> pairsAtLeast; // by ratio: 2, 3, 5, 10
    std::map<int, Reference> dealtAtRandom;    // costs dealt again among the children compared
    std::map<int, Reference> ordinarySpread;   // lognormal scatter around the robust line
    KindPairs sameKind, differentKinds; // of those in paid care; nothing where it is not known
    std::vector<Pair> pairs;            // highest ratio first, ties by pseudonyms
    std::vector<Pair> eachChildOnce;    // greedily from the widest
    std::optional<Message> undefined;
    Trace trace;
};

struct SettingSummary
{
    std::optional<domain::Setting> setting;
    std::size_t n = 0;
    std::size_t withCost = 0;
    double spendWeekly = 0;
    std::optional<double> median, lowerQuartile, upperQuartile; // weekly cost
    std::optional<double> medianNeed;
};

struct ProviderSummary
{
    std::size_t provider = 0; // index into the cohort's providerNames
    std::size_t n = 0;
    std::size_t withCost = 0;
    double spendWeekly = 0;      // of these
    std::optional<double> share; // of the spend with a provider recorded
    std::optional<double> medianCost, medianNeed;
};

struct CohortSummary
{
    domain::Date census;
    std::size_t n = 0;
    std::vector<Trace::LeftOut> excluded; // from need-against-cost findings, by reason
    domain::NotCompared notCompared;      // not among the n
    domain::NotRecorded notRecorded;      // likewise
    double spendWeekly = 0;
    std::optional<double> medianCost, medianNeed;
    std::vector<SettingSummary> settings; // in the order of Setting, those present
    std::vector<std::size_t> bandCounts;  // one a band of the framework
};

// What is known of the day besides those compared. Each may be null.
struct OfTheDay
{
    std::shared_ptr<const PaidCare> paidCare;
    std::shared_ptr<const Worklist> worklist; // amongst whom the filter lets through
    // Whom it let through a year earlier.
    std::shared_ptr<const domain::Cohort> yearEarlier;
};

struct Findings
{
    Options options;
    CohortSummary cohort;
    RecordedSpend spend;
    std::vector<Correlation> correlations;
    NeedExplains needExplains;
    NeedBeyondSetting needBeyondSetting;
    RobustLine line;
    std::vector<ExpectedCost> expectedCosts; // one a child with complete need and a cost, by row
    SimilarNeed similarNeed;
    CostDrivers drivers;
    std::vector<ProviderSummary> providers; // most spend first
    ProviderEffects providerCosts;          // beside what such needs cost elsewhere
    std::vector<ProviderEffects> providerOutcomes;
    Market market;
    std::shared_ptr<const PaidCare> paidCare; // at the date, whoever is compared; may be null
    AmountsFound amounts;                     // of those compared who are in it
    CostShares costShares;
    SameNeed sameNeed;
    Noise noise;
    NeedChange change;
    std::shared_ptr<const Worklist> worklist; // what is asked of these children; may be null
    std::set<Refinement> refined;             // which figures that need resampling are in
    bool resampled = false;                   // whether all of them are
    // Why what is paid for those in force is not split into need, kind of placement and price; also
    // nothing where paid care is not known of.
    std::optional<Message> whyNotSplit() const;
    // Row -> index into expectedCosts, or npos.
    const ExpectedCost* expectedCostOf(std::size_t row) const;
};

} // namespace twelvefold::analysis
