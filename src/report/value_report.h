// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <cstdint>

// The value report's sections, each in its place in the document.
namespace twelvefold::report {

// Fewer children than this are not shown to the public (DfE and NHS practice: counts of 1 to 5).
inline constexpr std::uint64_t kSmallNumber = 6;

// Whether figures about a group of n children may be shown to the audience.
bool mayShowGroup(const Source& source, std::uint64_t n);
std::size_t countOfFlags(const analysis::Findings& findings, analysis::FlagKind kind);
// A count as the audience may see it: exact inside, rounded to five outside.
std::uint64_t published(const Source& source, std::uint64_t count);

void addNeed(const Source& source, Document& document);
void addNeedAndCost(const Source& source, Document& document);
void addSimilarNeed(const Source& source, Document& document);
void addCostDrivers(const Source& source, Document& document);
void addOutcomes(const Source& source, Document& document);
void addProviders(const Source& source, Document& document);
void addStepDown(const Source& source, Document& document);
void addDataQuality(const Source& source, Document& document);
void addMethod(const Source& source, Document& document);

} // namespace twelvefold::report
