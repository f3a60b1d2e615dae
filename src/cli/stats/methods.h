// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The engine applied to any table, so that anyone can hold it against published results.
namespace twelvefold::cli {

struct StatsAsked
{
    std::string csv, y, x, cost, kind = "pearson", tau;
    std::string weightColumn, cluster, p, adjustment = "bh";
    int poly = 0; // the degree; 0: none
    bool intercept = true, diagnostics = false, decreasing = false;
    statistics::Metric metric = statistics::Metric::l1;
    double tolerance = 2;
    std::size_t top = 20;
    std::string weights = "none", level = "ordinal", scale; // of ratings
    std::string group, se, size;                            // columns
    bool fullLikelihood = false;
    std::optional<double> sd, target;
    double least = 0;
    std::uint64_t seed = 1;
    std::optional<double> reliability; // of what changed
    double rho = 0.3;                  // how far goals go together
    std::string groups;                // "name:COL,COL;name:COL"
    std::string categories;            // columns whose numbers are names
    int resamples = 1999;              // 0: no intervals
};

// Each gives one JSON object with "method", "n", "excluded" and "summary" first.

// In methods.cpp:
nlohmann::ordered_json correlationStats(const StatsAsked& asked);
nlohmann::ordered_json describeStats(const StatsAsked& asked);
nlohmann::ordered_json pairsStats(const StatsAsked& asked);

// In regression.cpp:
nlohmann::ordered_json olsStats(const StatsAsked& asked);
nlohmann::ordered_json huberStats(const StatsAsked& asked);
nlohmann::ordered_json mmStats(const StatsAsked& asked);
nlohmann::ordered_json quantileStats(const StatsAsked& asked);
nlohmann::ordered_json isotonicStats(const StatsAsked& asked);
nlohmann::ordered_json adjustStats(const StatsAsked& asked);

// In groups.cpp:
nlohmann::ordered_json randomInterceptStats(const StatsAsked& asked);
nlohmann::ordered_json metaStats(const StatsAsked& asked);
nlohmann::ordered_json funnelStats(const StatsAsked& asked);
nlohmann::ordered_json concentrationStats(const StatsAsked& asked);

// In ratings.cpp:
nlohmann::ordered_json iccStats(const StatsAsked& asked);
nlohmann::ordered_json kappaStats(const StatsAsked& asked);
nlohmann::ordered_json alphaStats(const StatsAsked& asked);

// In change.cpp:
nlohmann::ordered_json changeStats(const StatsAsked& asked);
nlohmann::ordered_json goalStats(const StatsAsked& asked);
nlohmann::ordered_json mcNemarStats(const StatsAsked& asked);

// In shapley.cpp:
nlohmann::ordered_json shapleyStats(const StatsAsked& asked);

} // namespace twelvefold::cli
