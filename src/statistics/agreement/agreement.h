// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Whether several people who score the same children score them alike, beyond what chance would
// give. 1 is perfect agreement, 0 what chance gives; less than chance is negative and shown so.
namespace twelvefold::statistics {

struct Agreement
{
    std::optional<double> estimate, standardError;
    std::optional<double> lower, upper; // 95 %
    std::size_t n = 0;                  // children used
    std::size_t dropped = 0;            // children with fewer than two ratings
    std::optional<Message> undefined;   // why there is no estimate
    std::vector<Message> notes;         // why there is no interval, or how to read it
};

// How much a disagreement counts: all alike, by how many categories apart, or by their square.
enum class KappaWeights
{
    none,
    linear,
    quadratic
};

// Kappa of two raters (Cohen 1960, 1968) with its large-sample standard error (Fleiss, Cohen &
// Everitt 1969) and the interval estimate ± 1.96 of them, within -1 to 1. Ratings are categories,
// finite and in the order of their numbers; spans of equal length. The categories are those of the
// scale, or where it is empty those that either rater used: an unused one between two others
// counts only when the scale names it. A rating that is not on the scale leaves its child out.
Agreement kappa(std::span<const double> first, std::span<const double> second, KappaWeights weights,
                std::span<const double> scale = {});

// The same of a square table: counts[i * categories + j] children (or their share, with n of them)
// put in i by the first rater and in j by the second, and what each disagreement weighs, zero on
// the diagonal.
Agreement kappaOfTable(std::span<const double> counts, std::span<const double> disagreement,
                       std::size_t categories);
std::vector<double> disagreementWeights(KappaWeights weights, std::size_t categories);

// Kappa of any number of raters, the same number for each child but not always the same people
// (Fleiss 1971).
struct FleissKappa : Agreement
{
    std::optional<double> nullStandardError; // if agreement were by chance (Fleiss, Nee & Landis
    std::optional<double> z, p;              // 1979), with its test
};
// counts[i * categories + j]: how many raters put child i in category j. The standard error is the
// linearised one of Gwet 2021, which does not assume chance agreement.
FleissKappa fleissKappa(std::span<const std::uint32_t> counts, std::size_t categories);

} // namespace twelvefold::statistics
