// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "domain/words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Reasons to look at a child.
namespace twelvefold::analysis {

struct Findings;
struct FlagInputs;

// A reason to look, in words, never a verdict. The most serious first.
enum class FlagKind
{
    costAboveExpected,
    costBelowExpected,
    similarNeedDifferentCost,
    possibleStepDown,
    noProgressForTheSpend,
    breakdownSigns,
    assessmentStale,
    needMissing,
    costMissing,
    costOfTwoPlacements,
    costTwice,
    costOutsidePlacement,
    costOutlivesPlacement
};
struct Flag
{
    std::size_t row = 0;
    FlagKind kind = FlagKind::costAboveExpected;
    Message reason;
    double strength = 0; // for ordering within a kind: larger first
    // Of a cost above or below expected: the chance of a cost as far from the robust line, were log
    // costs normal about it with its robust scale, and its Benjamini–Hochberg q over all children
    // compared. They rank these flags and rest on that model; the flag itself does not.
    std::optional<double> p = {}, q = {};
};

// What there is to know of a kind of flag. Each stands beside the rule that raises it;
// findings/flags.h lists them.
struct FlagEntry
{
    FlagKind kind;
    const char* token;                       // "cost_above_expected", …
    domain::Word title;                      // "Cost above expected"
    Message (*rule)(const Options& options); // when it is raised, in a sentence
    // Appends the flags of this kind. Kinds that are found in one look share it.
    void (*raise)(const FlagInputs& inputs, std::vector<Flag>& flags);
    // How the figures came about that the flag compares; null where it tells records alone.
    Trace (*restsOn)(const domain::Cohort& cohort, const Findings& findings,
                     std::size_t row) = nullptr;
};
// In the order of FlagKind.
std::span<const FlagEntry* const> flagEntries();
const FlagEntry& entryOf(FlagKind kind);
inline const char* token(FlagKind kind)
{
    return entryOf(kind).token;
}

// Whether a step down is looked for among the children of a setting.
bool isResidential(std::optional<domain::Setting> setting);

inline constexpr int kStaleAfterDays = 183;
// Whether the assessment in force is older than that on the census date.
bool isStale(const domain::Cohort& cohort, std::size_t row);

} // namespace twelvefold::analysis
