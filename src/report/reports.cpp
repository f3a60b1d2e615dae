// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reports.h"

#include "report/value_report.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace twelvefold::report {
namespace {

constexpr SectionEntry kSections[] = {
    {Section::summary, "summary", {TWELVEFOLD_TEXT("Word", "Summary")}, addSummary},
    {Section::questions, "questions", {TWELVEFOLD_TEXT("Word", "Questions to ask")}, addQuestions},
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

constexpr const SectionEntry& of(Section section)
{
    return kSections[static_cast<std::size_t>(section)];
}

constexpr SectionEntry kOfProviders[] = {of(Section::providers), of(Section::outcomes),
                                         of(Section::dataQuality), of(Section::method)};

constexpr ReportEntry kReports[] = {
    {"value",
     {TWELVEFOLD_TEXT("Word", "Value report")},
     {TWELVEFOLD_TEXT("Word", "What our children need, what it costs, what comes of it")},
     {TWELVEFOLD_TEXT("Word", "A two-page summary for a panel or a director, then the evidence "
                              "behind it.")},
     kSections},
    {"provider",
     {TWELVEFOLD_TEXT("Word", "Provider report")},
     {TWELVEFOLD_TEXT("Word", "What providers' care costs beside similar needs elsewhere")},
     {TWELVEFOLD_TEXT("Word", "For those who buy care: what providers cost beside such needs "
                              "elsewhere, how the children are, and how far that can be relied "
                              "on.")},
     kOfProviders}};

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

const ReportEntry& reportEntry(std::string_view token)
{
    const auto* found = std::ranges::find(kReports, token, &ReportEntry::token);
    if (found == std::ranges::end(kReports))
        throw std::logic_error("no such report: " + std::string(token));
    return *found;
}

} // namespace twelvefold::report
