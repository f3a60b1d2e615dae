// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/options.h"

#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kTolerance{
    "options-tolerance",
    TWELVEFOLD_TEXT("Message", "The tolerance is %1: it must be a number of levels, 0 or more.")};
constexpr MessageKind kMinRatio{
    "options-min-ratio",
    TWELVEFOLD_TEXT("Message", "The least ratio is %1: it must be 1 or more.")};
constexpr MessageKind kCoverage{
    "options-coverage",
    TWELVEFOLD_TEXT("Message", "The coverage is %1: it must be above 0.5 and below 1.")};
constexpr MessageKind kOptionsReliability{
    "options-reliability",
    TWELVEFOLD_TEXT("Message", "The reliability is %1: it must be above 0 and at most 1.")};

} // namespace

std::optional<Message> Options::fault() const
{
    if (!std::isfinite(tolerance) || tolerance < 0)
        return Message{kTolerance, {tolerance}};
    if (!std::isfinite(minRatio) || minRatio < 1)
        return Message{kMinRatio, {minRatio}};
    if (!(coverage > 0.5 && coverage < 1))
        return Message{kCoverage, {coverage}};
    if (reliability && !(*reliability > 0 && *reliability <= 1))
        return Message{kOptionsReliability, {*reliability}};
    return std::nullopt;
}

} // namespace twelvefold::analysis
