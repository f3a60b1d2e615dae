// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/framework_file.h"
#include "workbench/demo/council.h"
#include "workbench/demo/truth.h"
#include "workbench/recording_writer.h"

#include "support/catch.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

// A demonstration council in memory with the truth about it, and what is asked of both.
namespace twelvefold::tests {

using namespace twelvefold::domain;

class RecordingTruth : public workbench::demo::TruthWriter
{
public:
    std::vector<workbench::demo::ProviderTruth> providers;
    std::vector<workbench::demo::ChildTruth> children; // as the records' children

    void addProvider(const workbench::demo::ProviderTruth& provider) override
    {
        providers.push_back(provider);
    }
    void addChild(const workbench::demo::ChildTruth& child) override { children.push_back(child); }
};

struct MadeCouncil
{
    RecordingWriter records;
    RecordingTruth truth;
};

inline MadeCouncil madeCouncil(const workbench::DemonstrationOptions& options)
{
    MadeCouncil made;
    REQUIRE(workbench::demo::writeCouncil(made.records,
                                          {FrameworkId{1}, exchange::builtInFramework()}, options,
                                          {}, {}, &made.truth));
    return made;
}

inline MadeCouncil madeCouncil(std::size_t children, std::uint64_t seed = 0)
{
    workbench::DemonstrationOptions options;
    options.children = children;
    options.seed = seed;
    return madeCouncil(options);
}

// So many children that chance stays well inside the tolerances; made once.
inline constexpr std::size_t kLargeCouncil = 8000;
inline const MadeCouncil& largeCouncil()
{
    static const MadeCouncil made = madeCouncil(kLargeCouncil);
    return made;
}

inline const Date kCensus = workbench::DemonstrationOptions().census;

inline std::set<ChildId> lookedAfter(const RecordingWriter& writer, Date on = kCensus)
{
    std::set<ChildId> children;
    for (const KindPeriod& period : writer.kindPeriods) {
        if (period.kind == CohortKind::lookedAfter && period.period.contains(on))
            children.insert(period.child);
    }
    return children;
}

inline std::map<ChildId, Placement> placementsOn(const RecordingWriter& writer, Date on)
{
    std::map<ChildId, Placement> current;
    for (const Placement& placement : writer.placements) {
        if (placement.period.contains(on))
            current[placement.child] = placement;
    }
    return current;
}

inline std::map<ChildId, double> weeklyCosts(const RecordingWriter& writer)
{
    std::map<ChildId, std::vector<CostLine>> lines;
    for (const CostLine& line : writer.costLines)
        lines[line.child].push_back(line);
    std::map<ChildId, double> costs;
    for (const auto& [child, own] : lines) {
        if (const auto total = weeklyCost(own, kCensus).total)
            costs[child] = total->inPounds();
    }
    return costs;
}

// The latest complete need total of each child.
inline std::map<ChildId, double> needTotals(const RecordingWriter& writer)
{
    std::map<ChildId, double> totals;
    for (const Assessment& assessment : writer.assessments) {
        if (assessment.secondRatingOf)
            continue;
        const auto total = exchange::builtInFramework().total(assessment.levels());
        totals.erase(assessment.child);
        if (total)
            totals[assessment.child] = *total;
    }
    return totals;
}

inline double rSquared(const std::vector<std::pair<double, double>>& points)
{
    const auto n = static_cast<double>(points.size());
    double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (const auto& [x, y] : points) {
        mx += x / n;
        my += y / n;
    }
    for (const auto& [x, y] : points) {
        xx += (x - mx) * (x - mx);
        yy += (y - my) * (y - my);
        xy += (x - mx) * (y - my);
    }
    return xy * xy / (xx * yy);
}

} // namespace twelvefold::tests
