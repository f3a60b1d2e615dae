// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reports.h"

#include "report/value_report.h"

namespace twelvefold::report {
namespace {

constexpr SectionEntry kSections[] = {
    {Section::summary, "summary", {TWELVEFOLD_TEXT("Word", "Summary")}, addSummary},
    {Section::need, "need", {TWELVEFOLD_TEXT("Word", "Need")}, addNeed},
    {Section::needAndCost,
     "need_and_cost",
     {TWELVEFOLD_TEXT("Word", "Need and cost")},
     addNeedAndCost},
    {Section::similarNeed,
     "similar_need",
     {TWELVEFOLD_TEXT("Word", "Similar need, different cost")},
     addSimilarNeed},
    {Section::costDrivers,
     "cost_drivers",
     {TWELVEFOLD_TEXT("Word", "What goes along with cost")},
     addCostDrivers},
    {Section::outcomes, "outcomes", {TWELVEFOLD_TEXT("Word", "Outcomes")}, addOutcomes},
    {Section::providers, "providers", {TWELVEFOLD_TEXT("Word", "Providers")}, addProviders},
    {Section::stepDown, "step_down", {TWELVEFOLD_TEXT("Word", "Possible step-down")}, addStepDown},
    {Section::dataQuality,
     "data_quality",
     {TWELVEFOLD_TEXT("Word", "Data quality")},
     addDataQuality},
    {Section::method, "method", {TWELVEFOLD_TEXT("Word", "Method and words")}, addMethod}};

constexpr ReportEntry kReports[] = {
    {"value",
     {TWELVEFOLD_TEXT("Word", "Value report")},
     {TWELVEFOLD_TEXT("Word", "A two-page summary for a panel or a director, then the evidence "
                              "behind it.")},
     valueReport,
     kSections}};

} // namespace

std::span<const SectionEntry> sectionEntries()
{
    return kSections;
}

std::vector<Section> allSections()
{
    std::vector<Section> all;
    for (const SectionEntry& entry : kSections)
        all.push_back(entry.section);
    return all;
}

std::span<const ReportEntry> reportEntries()
{
    return kReports;
}

} // namespace twelvefold::report
