// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <vector>

// Which shares of the variation of cost may be told in words and pictures.
namespace twelvefold::analysis {

// Of fewer children none is: 1/(n − 1) of it goes with anything by chance alone, over a tenth, and
// no interval can be trusted (docs/methods.md, bootstrap).
inline constexpr std::size_t kFewestToTell = 10;
// A finding of fewer children says so in its own sentence.
inline constexpr std::size_t kFewToTell = 12;

// The share that goes with need, and why it is not told.
std::optional<double> told(const NeedExplains& explains);
std::optional<Message> whyNotTold(const NeedExplains& explains);

// How the headline and the sentences under it were worked out: of each figure that is told, and of
// no other, so that what explains a page explains what stands on it.
struct HeadlineTrace
{
    enum class Of
    {
        shares,      // need, kind of placement, price
        amounts,     // in pounds
        sameNeed,    // in and outside residential care
        needExplains // what need alone goes with, where the shares are not told
    };
    Of of = Of::shares;
    const Trace* trace = nullptr; // of the findings
};
std::vector<HeadlineTrace> tracesOfHeadline(const Findings& findings);

} // namespace twelvefold::analysis
