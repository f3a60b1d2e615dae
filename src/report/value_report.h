// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/figures.h"
#include "report/report.h"

#include <cstdint>

// The value report's sections, each in its place in the document. All that they say of children
// comes from the figures.
namespace twelvefold::report {

// Whether the report is to hold the section, if it has it.
bool wants(const Source& source, Section section);
std::size_t childrenUnder(const analysis::Findings& findings, analysis::QuestionKind kind);
// Whether enough of the widest pairs that share no child are at least so far apart for anything to
// be said of them outside.
std::uint64_t disjointPairs(const analysis::SimilarNeed& similar, double ratio);

QString pseudonym(const Source& source, std::size_t row);
QString settingName(const Source& source, std::size_t row);
// What a table for publication says of itself, after a note of its own.
QString withNote(Figures& figures, const QString& note);

// What all the children's care costs in a week.
analysis::Spend spendOfAll(const domain::Cohort& cohort);
// The same as far as it is recorded, and about what is not.
analysis::RecordedSpend recorded(const Source& source);
// Counts and weekly spend by setting, in the order of settings. For publication there are also
// settings in which nobody of the cohort is.
struct SettingFigures
{
    std::vector<analysis::SettingSummary> settings;
    std::vector<Cell> children, weekly; // of each
};
SettingFigures settingFigures(const Source& source, Figures& figures);
// Children of each provider in the findings.
struct ProviderFigures
{
    std::vector<Cell> children;
    bool anyWithheld = false;
};
ProviderFigures providerFigures(const Source& source, Figures& figures);
// Children with needs that may allow a step down; and why it cannot be asked of whom, if so.
std::optional<Message> whyNoStepDown(const Source& source);
Cell stepDownFigure(const Source& source, Figures& figures);

// The pictures of the first two pages; nothing where there is nothing to draw.
std::optional<Chart> amountsChart(const Source& source);
std::optional<Chart> waterfallChart(const Source& source);
// The first lines of the questions, all of them in the forms that hold figures.
std::optional<Table> firstQuestions(const Source& source);

void addSummary(const Source& source, Figures& figures, Document& document);
void addNeed(const Source& source, Figures& figures, Document& document);
void addNeedAndCost(const Source& source, Figures& figures, Document& document);
// What is paid in each setting and what it goes with, in figures: within need and cost.
void addAmounts(const Source& source, Figures& figures, Document& document);
void addSimilarNeed(const Source& source, Figures& figures, Document& document);
void addCostDrivers(const Source& source, Figures& figures, Document& document);
void addOutcomes(const Source& source, Figures& figures, Document& document);
void addProviders(const Source& source, Figures& figures, Document& document);
void addQuestions(const Source& source, Figures& figures, Document& document);
void addStepDown(const Source& source, Figures& figures, Document& document);
void addDataQuality(const Source& source, Figures& figures, Document& document);
void addMethod(const Source& source, Figures& figures, Document& document);

} // namespace twelvefold::report
