// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/numbers/differing.h"
#include "statistics/regression/least_squares.h"

// Why a linear fit, or part of what is said of it, is missing.
namespace twelvefold::statistics::fit_messages {

inline constexpr MessageKind kTooFewRows{
    "fit-too-few",
    TWELVEFOLD_TEXT("Message",
                    "%1 children are too few to estimate %2 coefficients and their spread."),
    TWELVEFOLD_TEXT("Message",
                    "%1 child is too few to estimate %2 coefficients and their spread.")};
inline constexpr MessageKind kTooLarge{
    "fit-too-large",
    TWELVEFOLD_TEXT("Message", "The numbers are too large to be squared and added up.")};
inline constexpr MessageKind kConstantColumn{
    "fit-constant-column",
    TWELVEFOLD_TEXT("Message", "%1 is the same for every child, so it was left out.")};
inline constexpr MessageKind kAliasedColumn{
    "fit-aliased-column",
    TWELVEFOLD_TEXT("Message", "%1 follows from other columns of the model, so it was left out.")};
inline constexpr MessageKind kConstantResponse{
    "fit-constant-response",
    TWELVEFOLD_TEXT("Message", "All values to be explained are equal: there is no variation of "
                               "which a share could be explained.")};
inline constexpr MessageKind kPerfectFit{
    "fit-perfect", TWELVEFOLD_TEXT("Message", "The fit passes through every point: there is no "
                                              "spread to judge its coefficients by.")};
inline constexpr MessageKind kDecidedByOne{
    "fit-decided-by-one",
    TWELVEFOLD_TEXT("Message", "One child alone decides a coefficient, so its robust standard "
                               "errors cannot be computed.")};
inline constexpr MessageKind kOverHalfOnTheLine{
    "fit-over-half-on-the-line",
    TWELVEFOLD_TEXT("Message", "Over half of the children lie exactly on the line, so there is no "
                               "spread to measure the others by.")};
inline constexpr MessageKind kNotSettled{
    "fit-not-settled",
    TWELVEFOLD_TEXT("Message", "The fit had not settled after %1 steps: read it with care.")};
inline constexpr MessageKind kFewBeyondQuantile{
    "fit-few-beyond-quantile",
    TWELVEFOLD_TEXT("Message", "Fewer children than coefficients are expected beyond this quantile "
                               "(%1 for %2), so how sure it is cannot be said.")};
inline constexpr MessageKind kNoDensity{
    "fit-no-density",
    TWELVEFOLD_TEXT("Message", "The quantiles just above and below coincide for too many children, "
                               "so how sure this one is cannot be said.")};
inline constexpr MessageKind kNotUnique{
    "fit-not-unique", TWELVEFOLD_TEXT("Message", "Other coefficients fit exactly as well: these "
                                                 "are one choice among them.")};

inline Message tooFewRows(const Design& design)
{
    return {
        kTooFewRows,
        {static_cast<std::int64_t>(design.rows()), static_cast<std::int64_t>(design.columns())}};
}

// Why a column that adds nothing to those before it is not in the model.
inline Message whyLeftOut(const Design& design, std::size_t column)
{
    return {allEqual(design.column(column)) ? kConstantColumn : kAliasedColumn,
            {design.name(column)}};
}

} // namespace twelvefold::statistics::fit_messages
