// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/yearly_worth.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/random_streams.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/random.h"

#include <algorithm>
#include <set>
#include <utility>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kRecoveredBorrowed{
    "worth-recovered-borrowed",
    TWELVEFOLD_TEXT("Message", "Of a price that stands out asking is taken to recover %1 % in the "
                               "first year, within a wide range (borrowed, not measured here).")};
constexpr MessageKind kAgreedBorrowed{
    "worth-agreed-borrowed",
    TWELVEFOLD_TEXT("Message", "A move that is asked about is taken to be agreed %1 times in 100 "
                               "(borrowed: fewer than %2 decisions are recorded here).")};
constexpr MessageKind kAgreedHere{
    "worth-agreed-here",
    TWELVEFOLD_TEXT("Message", "A move that is asked about is agreed %1 times in 100, as the %2 "
                               "decisions recorded here say.")};
constexpr MessageKind kHoldsBorrowed{
    "worth-holds-borrowed",
    TWELVEFOLD_TEXT("Message", "A placement in a family is taken to hold %1 times in 100; where it "
                               "fails, after %2 weeks, and the return costs %3 weeks of now "
                               "(borrowed, not measured here).")};

constexpr MessageKind kPriceUnlessMoved{
    "worth-price-unless-moved",
    TWELVEFOLD_TEXT("Message", "Where a child is asked about for the price and for a move, the "
                               "price counts in the sum only as far as no move is agreed.")};

constexpr std::size_t kWorthDraws = 400;
constexpr double kLowerTenth = 0.1, kUpperTenth = 0.9;

// Evenly over the belief, in an order of its own: a Latin hypercube (McKay, Beckman & Conover
// 1979).
std::vector<double> drawn(const BetaBelief& belief, std::uint64_t seed, std::uint64_t stream)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < kWorthDraws; ++i)
        values.push_back(
            betaQuantile((static_cast<double>(i) + 0.5) / kWorthDraws, belief.a, belief.b));
    Random random(seed, stream);
    random.shuffle(std::span(values));
    return values;
}

double percentOf(const BetaBelief& belief)
{
    return rounded(100 * belief.mean(), 0);
}

bool isOfMove(QuestionKind kind)
{
    return kind == QuestionKind::placement || kind == QuestionKind::stepDown;
}

} // namespace

WorthParts& WorthParts::operator+=(const WorthParts& other)
{
    price += other.price;
    move += other.move;
    holds += other.holds;
    priceUnlessMoved += other.priceUnlessMoved;
    return *this;
}

std::vector<Message> WorthBeliefs::told() const
{
    return {Message{kRecoveredBorrowed, {percentOf(recovered)}},
            decisions > 0 ? Message{kAgreedHere, {percentOf(agreed), whole(decisions)}}
                          : Message{kAgreedBorrowed, {percentOf(agreed), whole(kEnoughDecisions)}},
            Message{kHoldsBorrowed, {percentOf(holds), kWeeksToFailure, kWeeksOfReturn}},
            Message{kPriceUnlessMoved, {}}};
}

WorthBeliefs beliefs(std::span<const domain::PutAside> putAside)
{
    WorthBeliefs beliefs;
    std::size_t yes = 0, no = 0;
    for (const domain::PutAside& aside : putAside) {
        const auto kind = questionOf(aside.question);
        if (!kind || !isOfMove(*kind))
            continue;
        yes += aside.outcome == domain::QuestionOutcome::agreed ? 1 : 0;
        no += aside.outcome == domain::QuestionOutcome::notAgreed ? 1 : 0;
    }
    if (yes + no < WorthBeliefs::kEnoughDecisions)
        return beliefs;
    beliefs.decisions = yes + no;
    beliefs.agreed = {static_cast<double>(yes) + 0.5, static_cast<double>(no) + 0.5}; // Jeffreys
    return beliefs;
}

WorthParts worthOfMove(double now, double there, double weeks)
{
    const double saved = now - there;
    const double ifFails = saved * std::min(kWeeksToFailure, weeks) - kWeeksOfReturn * now;
    return {0, ifFails, saved * weeks - ifFails};
}

std::optional<WorthParts> partsOfAll(std::span<const Question> questions)
{
    std::set<domain::ChildId> mayMove;
    for (const Question& question : questions) {
        if (isOfMove(question.kind))
            mayMove.insert(question.children.front().child);
    }
    std::optional<WorthParts> all;
    for (const Question& question : questions) {
        if (!question.parts)
            continue;
        WorthParts parts = *question.parts;
        if (mayMove.contains(question.children.front().child))
            std::swap(parts.price, parts.priceUnlessMoved);
        (all ? *all : all.emplace()) += parts;
    }
    return all;
}

WorthDraws::WorthDraws(const WorthBeliefs& beliefs, std::uint64_t seed) : m_beliefs(beliefs)
{
    const auto recovered = drawn(beliefs.recovered, seed, streams::kWorth);
    const auto agreed = drawn(beliefs.agreed, seed, streams::kWorth + 1);
    const auto holds = drawn(beliefs.holds, seed, streams::kWorth + 2);
    for (std::size_t i = 0; i < kWorthDraws; ++i)
        m_draws.push_back({recovered[i], agreed[i], holds[i]});
}

double WorthDraws::worthUnder(const Draw& draw, const WorthParts& parts)
{
    return draw.recovered * (parts.price + (1 - draw.agreed) * parts.priceUnlessMoved) +
           draw.agreed * (parts.move + draw.holds * parts.holds);
}

YearlyWorth WorthDraws::of(const WorthParts& parts) const
{
    std::vector<double> worths;
    for (const Draw& draw : m_draws)
        worths.push_back(worthUnder(draw, parts));
    std::ranges::sort(worths);
    // What is not known is drawn apart, so the mean of the products is that of their means.
    const Draw means{m_beliefs.recovered.mean(), m_beliefs.agreed.mean(), m_beliefs.holds.mean()};
    return {worthUnder(means, parts), *quantileOfSorted(worths, kLowerTenth),
            *quantileOfSorted(worths, kUpperTenth)};
}

} // namespace twelvefold::analysis
