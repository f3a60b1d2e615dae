// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/question_rules.h"
#include "analysis/findings/random_streams.h"
#include "statistics/groups/multiplicity.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/random.h"

#include <cmath>

// Prices that stand out from what is usual for the need within the kind of placement.
namespace twelvefold::analysis {
namespace {

constexpr MessageKind kPriceAboveSays{
    "question-price-above",
    TWELVEFOLD_TEXT("Message", "%1 a week where %2 is usual for this need (%3, %4 children): %5 "
                               "times as much. What does this care bring that others' does not?")};
constexpr MessageKind kPriceBelowSays{
    "question-price-below",
    TWELVEFOLD_TEXT("Message", "%1 a week where %2 is usual for this need (%3, %4 children). Is "
                               "every need met, and is every cost recorded?")};
constexpr MessageKind kPriceRule{
    "question-rule-price",
    TWELVEFOLD_TEXT("Message", "Asked where the log of the weekly cost lies so far from what is "
                               "usual for the need within the kind of placement, by the kind's own "
                               "scale, that of all such questions no more than %1 in 100 are "
                               "expected to be false alarms (Benjamini and Hochberg). Not of "
                               "children last assessed over %2 days ago, nor of doubtful costs.")};
constexpr MessageKind kPriceStep{
    "question-price-step",
    TWELVEFOLD_TEXT("Message", "%1 scales of the kind from what is usual; the chance that this one "
                               "is a false alarm is put at %2 % (local false discovery rate).")};
constexpr MessageKind kPriceWorthStep{
    "question-price-worth-step",
    TWELVEFOLD_TEXT("Message", "What stands out comes to %1 over the %2 weeks to come within a "
                               "year, before the share that asking recovers.")};
constexpr MessageKind kSmallestSeen{
    "question-price-smallest",
    TWELVEFOLD_TEXT("Message", "Among so many children a price is seen when it is about %1 times "
                               "what is usual or more (%2), four times in five; less cannot be "
                               "told from the ordinary spread.")};

constexpr double kFalseAlarms = 0.1;   // q at most
constexpr double kMostlySeen = 0.8416; // the 80 % point of the normal distribution
constexpr int kNothingDraws = 200;

// Whose price can be asked about, with how far it stands out.
struct Priced
{
    std::size_t row = 0;
    const PaidChild* child = nullptr;
    double deviate = 0;
};

std::vector<Priced> pricedChildren(const QuestionInputs& inputs)
{
    std::vector<Priced> priced;
    for (const auto& [row, child] : inputs.paid) {
        if (child->standardPrice && !isStale(inputs.cohort, row) &&
            inputs.cohort.costTroubles[row] == domain::CostTroubles())
            priced.push_back({row, child, *child->standardPrice});
    }
    return priced;
}

std::vector<std::optional<double>> twoSided(std::span<const double> deviates)
{
    std::vector<std::optional<double>> p;
    for (const double deviate : deviates)
        p.emplace_back(2 * normalSf(std::fabs(deviate)));
    return p;
}

// How many would be asked of if every price were drawn about what is usual.
double askedOnNothing(std::size_t n, std::uint64_t seed)
{
    std::size_t asked = 0;
    std::vector<double> deviates(n);
    for (int draw = 0; draw < kNothingDraws; ++draw) {
        Random random(seed, streams::kNothingToAsk + static_cast<std::uint64_t>(draw));
        for (double& deviate : deviates)
            deviate = random.normal();
        for (const auto& q : benjaminiHochberg(twoSided(deviates)))
            asked += q && *q <= kFalseAlarms ? 1 : 0;
    }
    return static_cast<double>(asked) / kNothingDraws;
}

std::size_t childrenOfKind(const PaidCare& care, PlacementKind kind)
{
    for (const WithinKind& each : care.kinds)
        if (each.kind == kind)
            return each.n;
    return 0;
}

Question priceQuestion(const QuestionInputs& inputs, const Priced& priced, double q, double lfdr)
{
    const PaidChild& child = *priced.child;
    const double usual = child.expectedWithinKind, gap = child.cost - usual;
    const bool above = gap > 0;
    Message says{above ? kPriceAboveSays : kPriceBelowSays,
                 {roundly(child.cost), roundly(usual), domain::word(child.kind),
                  whole(childrenOfKind(inputs.care, child.kind))}};
    if (above)
        says.arguments.emplace_back(rounded(child.cost / usual, 1));
    Question question;
    question.kind = above ? QuestionKind::priceAbove : QuestionKind::priceBelow;
    question.says = says;
    question.children = {inputs.of(priced.row, says)};
    question.falseAlarms = q;
    question.steps.push_back(
        {kPriceStep, {rounded(std::fabs(priced.deviate), 1), rounded(100 * lfdr, 1)}});
    if (above) {
        const double weeks = weeksToCome(inputs.cohort, priced.row);
        question.parts = WorthParts{(1 - lfdr) * gap * weeks, 0, 0};
        question.steps.push_back({kPriceWorthStep, {roundly(gap * weeks), rounded(weeks, 0)}});
    }
    return question;
}

void askAboutPrices(const QuestionInputs& inputs, std::vector<Question>& questions)
{
    const std::vector<Priced> priced = pricedChildren(inputs);
    std::vector<double> deviates;
    for (const Priced& each : priced)
        deviates.push_back(each.deviate);
    const auto p = twoSided(deviates);
    const auto q = benjaminiHochberg(p);
    const auto lfdr = localFalseDiscovery(p);
    for (std::size_t i = 0; i < priced.size(); ++i) {
        const PaidChild& child = *priced[i].child;
        // Where the smearing of logs and their scale disagree on the side, nothing stands out.
        if (*q[i] <= kFalseAlarms &&
            (priced[i].deviate > 0) == (child.cost > child.expectedWithinKind))
            questions.push_back(priceQuestion(inputs, priced[i], *q[i], *lfdr[i]));
    }
    const double onNothing = askedOnNothing(priced.size(), inputs.options.seed) / 2;
    for (const QuestionKind kind : {QuestionKind::priceAbove, QuestionKind::priceBelow})
        inputs.rule(kind).onNothing = onNothing;
}

Message priceRule(const Options&)
{
    return {kPriceRule, {rounded(100 * kFalseAlarms, 0), std::int64_t{kStaleAfterDays}}};
}

} // namespace

std::optional<Message> smallestPriceSeen(const PaidCare& care)
{
    const WithinKind* largest = nullptr;
    for (const WithinKind& kind : care.kinds) {
        if (kind.scale && (largest == nullptr || kind.n > largest->n))
            largest = &kind;
    }
    if (largest == nullptr)
        return std::nullopt;
    // The first of so many must reach a p of kFalseAlarms / n, on either side.
    const double first =
        normalQuantile(1 - kFalseAlarms / static_cast<double>(care.children.size()) / 2);
    return Message{kSmallestSeen,
                   {rounded(std::exp((first + kMostlySeen) * *largest->scale), 1),
                    domain::word(largest->kind)}};
}

const QuestionEntry kPriceAbove{QuestionKind::priceAbove,
                                "price_above",
                                "price_above",
                                {TWELVEFOLD_TEXT("Word", "Price above what is usual")},
                                priceRule,
                                askAboutPrices};
const QuestionEntry kPriceBelow{QuestionKind::priceBelow,
                                "price_below",
                                "price_below",
                                {TWELVEFOLD_TEXT("Word", "Price below what is usual")},
                                priceRule,
                                askAboutPrices};

} // namespace twelvefold::analysis
