// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

// Why a correlation, or part of what is said of it, is missing.
namespace twelvefold::statistics::correlation_messages {

inline constexpr MessageKind kTooFew{
    "correlation-too-few",
    TWELVEFOLD_TEXT("Message", "A correlation needs at least two pairs; there are %1.")};
inline constexpr MessageKind kNoSpreadX{
    "correlation-no-spread-first",
    TWELVEFOLD_TEXT("Message",
                    "All values of the first column are equal, so it cannot vary with the other.")};
inline constexpr MessageKind kNoSpreadY{
    "correlation-no-spread-second",
    TWELVEFOLD_TEXT(
        "Message", "All values of the second column are equal, so it cannot vary with the other.")};
inline constexpr MessageKind kTwoPairs{
    "correlation-two-pairs",
    TWELVEFOLD_TEXT("Message", "Two pairs always lie on a line: this says nothing about others.")};
inline constexpr MessageKind kPerfectLine{
    "correlation-perfect-line",
    TWELVEFOLD_TEXT("Message", "All pairs lie on one straight line, so there is no interval.")};
inline constexpr MessageKind kPerfectOrder{
    "correlation-perfect-order",
    TWELVEFOLD_TEXT("Message", "Both columns have exactly the same or the opposite order, so there "
                               "is no interval.")};
inline constexpr MessageKind kTooFewForInterval{
    "correlation-too-few-for-interval",
    TWELVEFOLD_TEXT("Message", "%1 pairs are too few for an interval."),
    TWELVEFOLD_TEXT("Message", "%1 pair is too few for an interval.")};
inline constexpr MessageKind kGivenExplainsAll{
    "correlation-given-explains-all",
    TWELVEFOLD_TEXT("Message",
                    "What is held constant leaves nothing to vary in one of the two columns.")};

inline Message countOf(const MessageKind& kind, std::size_t n)
{
    return {kind, {static_cast<std::int64_t>(n)}};
}

} // namespace twelvefold::statistics::correlation_messages
