// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/concentration.h"

#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kNothingSold{
    "concentration-nothing", TWELVEFOLD_TEXT("Message", "There is nothing to share: no amount is "
                                                        "above zero.")};
constexpr MessageKind kBelowZero{
    "concentration-below-zero",
    TWELVEFOLD_TEXT("Message", "An amount is below zero, so there are no shares.")};
constexpr MessageKind kConcentrationTooLarge{
    "concentration-too-large",
    TWELVEFOLD_TEXT("Message", "The amounts are too large to be added up.")};

std::optional<Message> whyNot(std::span<const double> amounts, double total)
{
    if (std::any_of(amounts.begin(), amounts.end(), [](double amount) { return amount < 0; }))
        return Message{kBelowZero, {}};
    if (!std::isfinite(total))
        return Message{kConcentrationTooLarge, {}};
    if (!(total > 0))
        return Message{kNothingSold, {}};
    return std::nullopt;
}

} // namespace

Concentration concentration(std::span<const double> amounts)
{
    Concentration result;
    result.n = amounts.size();
    const double total = sum(amounts);
    if ((result.undefined = whyNot(amounts, total)))
        return result;
    std::vector<double> shares(amounts.begin(), amounts.end());
    std::sort(shares.begin(), shares.end());
    for (double& share : shares)
        share = share / total * 100;
    const auto n = static_cast<double>(shares.size());
    result.hhi = sumOfSquares(shares);
    result.effectiveNumber = 1e4 / result.hhi;
    if (shares.size() > 1)
        result.normalised = std::max(0.0, (result.hhi / 1e4 - 1 / n) / (1 - 1 / n));
    result.largest = shares.back();
    const std::size_t four = std::min<std::size_t>(4, shares.size());
    result.largestFour = sum(std::span(shares).last(four));
    std::vector<double> ranked(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i)
        ranked[i] = (2 * static_cast<double>(i + 1) - n - 1) * shares[i];
    result.gini = std::max(0.0, sum(ranked) / (n * 100));
    return result;
}

} // namespace twelvefold::statistics
