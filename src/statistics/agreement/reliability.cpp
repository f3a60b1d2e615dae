// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/agreement/reliability.h"

#include "statistics/numbers/distributions.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kTooFewRaters{
    "icc-too-few-raters",
    TWELVEFOLD_TEXT("Message", "Reliability needs at least two raters; there are %1.")};
constexpr MessageKind kTooFewChildren{
    "icc-too-few-children",
    TWELVEFOLD_TEXT("Message",
                    "Reliability needs at least two children rated by every rater; there are %1.")};
constexpr MessageKind kReliabilityNoSpread{
    "icc-no-spread",
    TWELVEFOLD_TEXT("Message", "All ratings are the same, so it cannot be said whether the raters "
                               "tell children apart.")};
constexpr MessageKind kSameMeans{
    "icc-same-means",
    TWELVEFOLD_TEXT("Message", "All children have the same mean rating, so the reliability of such "
                               "means is undefined.")};
constexpr MessageKind kReliabilityPerfect{
    "icc-perfect",
    TWELVEFOLD_TEXT("Message", "The raters agree on every child but for constant differences, so "
                               "an interval has no width; it says nothing about other children.")};

constexpr MessageKind kNoMeanSpread{
    "icc-no-mean-spread",
    TWELVEFOLD_TEXT("Message", "Children's means differ no more than what raters differ by would "
                               "make them, so the reliability of means by raters drawn at random "
                               "(ICC2k) is undefined.")};

constexpr double kTail = 0.025;

// Scaled by a power of two so that squares neither vanish nor overflow, and about the mean.
struct Squares
{
    double children = 0, raters = 0, left = 0; // sums of squares over degrees of freedom
    double within = 0;
    double scale = 1; // to multiply mean squares by, twice
};

double largestOf(std::span<const std::span<const double>> raters)
{
    double largest = 0;
    for (const auto& rater : raters)
        for (const double value : rater)
            largest = std::max(largest, std::fabs(value));
    return largest;
}

Squares meanSquares(std::span<const std::span<const double>> raters)
{
    const std::size_t k = raters.size(), n = raters.front().size();
    const double largest = largestOf(raters);
    int exponent = 0;
    std::frexp(largest, &exponent);
    std::vector<double> all;
    all.reserve(k * n);
    for (const auto& rater : raters)
        for (const double value : rater)
            all.push_back(std::ldexp(value, -exponent));
    all = deviations(all);
    std::vector<double> ofChild(n), ofRater(k), column(n);
    for (std::size_t j = 0; j < k; ++j)
        ofRater[j] = sum(std::span(all).subspan(j * n, n)) / static_cast<double>(n);
    for (std::size_t i = 0; i < n; ++i) {
        DoubleDouble total;
        for (std::size_t j = 0; j < k; ++j)
            total.add(all[j * n + i]);
        ofChild[i] = total.value() / static_cast<double>(k);
    }
    double left = 0;
    for (std::size_t j = 0; j < k; ++j) {
        for (std::size_t i = 0; i < n; ++i)
            column[i] = all[j * n + i] - ofChild[i] - ofRater[j];
        left += sumOfSquares(column);
    }
    const auto ofK = static_cast<double>(k), ofN = static_cast<double>(n);
    double children = ofK * sumOfSquares(ofChild), between = ofN * sumOfSquares(ofRater);
    // What rounding of the ratings themselves may leave is none.
    const double unit = 4 * std::numeric_limits<double>::epsilon();
    const double nothing = ofK * ofN * unit * unit;
    for (double* squares : {&children, &between, &left})
        *squares = *squares <= nothing ? 0.0 : *squares;
    return {children / (ofN - 1), between / (ofK - 1), left / ((ofN - 1) * (ofK - 1)),
            (between + left) / (ofN * (ofK - 1)), std::ldexp(1.0, exponent)};
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

// F, p, and the intervals of a single rating and of a mean of k that follow from it.
void addF(IntraclassCorrelation& single, IntraclassCorrelation& mean, double between, double error,
          double df1, double df2, double k)
{
    for (IntraclassCorrelation* one : {&single, &mean}) {
        one->df1 = df1;
        one->df2 = df2;
    }
    if (error == 0) { // the limit as F grows
        single.lower = single.upper = mean.lower = mean.upper = 1.0;
        single.p = mean.p = 0.0;
        return;
    }
    const double f = between / error;
    const double low = f / fQuantile(1 - kTail, df1, df2);
    const double high = f * fQuantile(1 - kTail, df2, df1);
    for (IntraclassCorrelation* one : {&single, &mean}) {
        one->f = f;
        one->p = fSf(f, df1, df2);
    }
    single.lower = (low - 1) / (low + k - 1);
    single.upper = (high - 1) / (high + k - 1);
    mean.lower = finite(1 - 1 / low);
    mean.upper = finite(1 - 1 / high);
}

// McGraw & Wong 1996, table 7: Satterthwaite's degrees of freedom, multiplied out so that no mean
// square is divided by another that may be zero.
void addAgreementInterval(IntraclassCorrelation& single, IntraclassCorrelation& mean,
                          const Squares& squares, double n, double k)
{
    const double rho = *single.estimate;
    const double ofRaters = k * rho * squares.raters;
    const double ofRest = (n * (1 + (k - 1) * rho) - k * rho) * squares.left;
    const double numerator = (k - 1) * (n - 1) * (ofRaters + ofRest) * (ofRaters + ofRest);
    const double denominator = (n - 1) * ofRaters * ofRaters + ofRest * ofRest;
    if (squares.raters == 0 && squares.left == 0) {
        single.lower = single.upper = mean.lower = mean.upper = 1.0;
        return;
    }
    const double df = numerator / denominator;
    constexpr double kLeastDf = 1e-3; // below it the quantiles of F leave the range of numbers
    if (!(df > kLeastDf) || !std::isfinite(df))
        return;
    const double above = fQuantile(1 - kTail, n - 1, df);
    const double below = fQuantile(1 - kTail, df, n - 1);
    const double rest = k * squares.raters + (k * n - k - n) * squares.left;
    const double lower =
        n * (squares.children - above * squares.left) / (above * rest + n * squares.children);
    const double upper =
        n * (below * squares.children - squares.left) / (rest + n * below * squares.children);
    single.lower = finite(lower);
    single.upper = finite(upper);
    mean.lower = finite(lower * k / (1 + lower * (k - 1)));
    mean.upper = finite(upper * k / (1 + upper * (k - 1)));
}

// Nothing where what is divided by is the rounding of parts that cancel.
std::optional<double> quotient(double part, double positive, double other)
{
    constexpr double kRounding = 1e-14;
    const double whole = positive + other;
    if (std::fabs(whole) <= kRounding * (std::fabs(positive) + std::fabs(other)))
        return std::nullopt;
    return finite(part / whole);
}

void addEstimates(std::array<IntraclassCorrelation, 6>& cases, const Squares& squares, double n,
                  double k)
{
    const double between = squares.children;
    const double ofRaters = (squares.raters - squares.left) / n;
    cases[0].estimate = finite((between - squares.within) / (between + (k - 1) * squares.within));
    cases[1].estimate =
        quotient(between - squares.left, between + (k - 1) * squares.left, k * ofRaters);
    cases[2].estimate = finite((between - squares.left) / (between + (k - 1) * squares.left));
    if (between > 0) {
        cases[3].estimate = (between - squares.within) / between;
        cases[5].estimate = (between - squares.left) / between;
    }
    cases[4].estimate = quotient(between - squares.left, between, ofRaters);
}

} // namespace

Reliability intraclassCorrelations(std::span<const std::span<const double>> raters)
{
    Reliability result;
    static constexpr const char* kTypes[] = {"ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"};
    for (std::size_t i = 0; i < result.cases.size(); ++i)
        result.cases[i].type = kTypes[i];
    result.raters = raters.size();
    result.children = raters.empty() ? 0 : raters.front().size();
    if (result.raters < 2)
        return undefinedBy(result, {kTooFewRaters, {static_cast<std::int64_t>(result.raters)}});
    if (result.children < 2)
        return undefinedBy(result, {kTooFewChildren, {static_cast<std::int64_t>(result.children)}});
    const Squares squares = meanSquares(raters);
    result.betweenChildren = squares.children * squares.scale * squares.scale;
    result.betweenRaters = squares.raters * squares.scale * squares.scale;
    result.left = squares.left * squares.scale * squares.scale;
    if (squares.children == 0 && squares.within == 0)
        return undefinedBy(result, {kReliabilityNoSpread, {}});
    const auto n = static_cast<double>(result.children), k = static_cast<double>(result.raters);
    auto& cases = result.cases;
    addEstimates(cases, squares, n, k);
    addF(cases[0], cases[3], squares.children, squares.within, n - 1, n * (k - 1), k);
    if (squares.children > 0 || squares.left > 0) {
        addF(cases[2], cases[5], squares.children, squares.left, n - 1, (n - 1) * (k - 1), k);
        cases[1].f = cases[4].f = cases[2].f;
        cases[1].p = cases[4].p = cases[2].p;
    }
    cases[1].df1 = cases[4].df1 = n - 1;
    cases[1].df2 = cases[4].df2 = (n - 1) * (k - 1);
    if (cases[1].estimate)
        addAgreementInterval(cases[1], cases[4], squares, n, k);
    if (squares.children == 0)
        result.notes.push_back({kSameMeans, {}});
    else if (squares.left == 0)
        result.notes.push_back({kReliabilityPerfect, {}});
    else if (!cases[4].estimate)
        result.notes.push_back({kNoMeanSpread, {}});
    return result;
}

} // namespace twelvefold::statistics
