// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

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

} // namespace twelvefold::analysis
