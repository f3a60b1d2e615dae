// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/cohort.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace twelvefold::workbench {
class Workbench;
}

// Options that several commands share.
namespace twelvefold::cli {

CLI::Option* addDate(CLI::App& command, const std::string& name, std::optional<domain::Date>& into,
                     const std::string& description);

// --placed: the first and the last day, both included, either of which may be left out.
void addPlaced(CLI::App& command, std::optional<domain::Date>& from,
               std::optional<domain::Date>& to);

// Which store, which day, which children, which costs.
struct CohortAsked
{
    std::string store;
    std::optional<domain::Date> census;
    domain::CohortFilter filter;

    // The children asked for, of the store's records on the day.
    struct Found
    {
        std::shared_ptr<const domain::Cohort> cohort;
        domain::CohortFilter filter;                    // with each choice by its whole name
        std::shared_ptr<const domain::Cohort> everyone; // before the filter
        std::size_t childrenInAll = 0;
        bool faulty = false; // the store: which was said
    };
    Found find(const workbench::Workbench& workbench) const;
};
void addCohortOptions(CLI::App& command, CohortAsked& asked);

// --components and --funder: of which costs and whose payments.
void addCostScope(CLI::App& command, domain::CostScope& into);

void addMetric(CLI::App& command, statistics::Metric& into);

// How they are compared.
struct ComparisonAsked
{
    analysis::Options options;
    bool toleranceOfRaters = false; // as far apart as two raters of one child: Noise::toleranceMark

    // With the tolerance that the store's second ratings say, where it is asked for. Ends the
    // command where noise is not measured.
    analysis::Options of(const domain::Cohort& cohort) const;
};
void addComparison(CLI::App& command, ComparisonAsked& asked);
// Ends the command as wrong use when the options contradict themselves.
void checkOptions(const analysis::Options& options);

// Everything there is to say of the children, resampled figures included.
analysis::Findings findingsOf(const workbench::Workbench& workbench,
                              const CohortAsked::Found& found, const analysis::Options& options);

// "U1,U3": the parts between commas, spaces trimmed, empty ones left out.
std::vector<std::string> listed(const std::string& text);

} // namespace twelvefold::cli
