// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/least_squares.h"

#include "statistics/numbers/sums.h"
#include "statistics/regression/fit_messages.h"
#include "statistics/regression/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace twelvefold::statistics {
namespace {

using namespace fit_messages;

std::vector<double> rootsOf(std::span<const double> weights)
{
    std::vector<double> roots(weights.begin(), weights.end());
    for (double& root : roots)
        root = std::sqrt(root);
    return roots;
}

void addCoefficients(LeastSquares& result, const Design& design, const QrFit& qr)
{
    const std::size_t width = design.columns();
    result.coefficients = coefficientsOf(design, qr, qr.coefficients);
    result.inverseR.assign(width * width, 0.0);
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        for (std::size_t j = i; j < qr.kept.size(); ++j)
            result.inverseR[qr.kept[i] * width + qr.kept[j]] =
                qr.inverseR(static_cast<Index>(i), static_cast<Index>(j));
    }
    for (std::size_t column : qr.aliased)
        result.notes.push_back(whyLeftOut(design, column));
}

struct Variation
{
    double total = 0;     // of y about its mean, or about zero without an intercept
    double explained = 0; // of the fitted values, likewise
};

// What is fitted is taken as what is away from the mean less the residual: a fitted value itself
// has lost digits where the response is far from zero.
Variation variationOf(const Design& design, std::span<const double> y,
                      std::span<const double> residuals, std::span<const double> weights)
{
    DoubleDouble centre;
    if (design.hasIntercept())
        centre = weights.empty() ? meanInPairs(y) : DoubleDouble{dot(weights, y) / sum(weights), 0};
    constexpr std::size_t kBlock = 512;
    std::array<double, kBlock> away, fitted;
    DoubleDouble total, explained;
    for (std::size_t from = 0; from < y.size(); from += kBlock) {
        const std::size_t count = std::min(kBlock, y.size() - from);
        for (std::size_t i = 0; i < count; ++i) {
            const double root = weights.empty() ? 1.0 : std::sqrt(weights[from + i]);
            const double value = (y[from + i] - centre.high) - centre.low;
            away[i] = root * value;
            fitted[i] = root * (value - residuals[from + i]);
        }
        total.add(sumOfSquares({away.data(), count}));
        explained.add(sumOfSquares({fitted.data(), count}));
    }
    return {total.value(), explained.value()};
}

void addGoodness(LeastSquares& result, const Design& design, std::span<const double> y,
                 std::span<const double> weights)
{
    const auto n = static_cast<double>(result.n);
    const auto df = static_cast<double>(result.df);
    const double variance = result.rss / df;
    result.sigma = std::sqrt(variance);
    const double model = static_cast<double>(result.rank) - (design.hasIntercept() ? 1.0 : 0.0);
    // Without an intercept what is to be explained is how far the response is from zero.
    if (allEqual(y) && (design.hasIntercept() || y.front() == 0)) {
        result.notes.push_back({kConstantResponse, {}});
        return;
    }
    const Variation variation = variationOf(design, y, result.residuals, weights);
    result.rSquared = std::clamp(1.0 - result.rss / variation.total, 0.0, 1.0);
    const double freedom = design.hasIntercept() ? n - 1.0 : n;
    result.adjustedRSquared = 1.0 - (1.0 - *result.rSquared) * freedom / df;
    // Residuals at the level at which the response itself is rounded are none.
    double largest = 0.0;
    for (double value : y)
        largest = std::max(largest, std::fabs(value));
    const double rounding = 8.0 * std::numeric_limits<double>::epsilon() * largest;
    if (result.rss <= n * rounding * rounding) {
        result.notes.push_back({kPerfectFit, {}});
        return;
    }
    if (model > 0.0) {
        result.f = variation.explained / model / variance;
        result.fP = fSf(*result.f, model, df);
    }
    double logWeights = 0.0;
    for (double weight : weights)
        logWeights += std::log(weight);
    result.aic = n * (std::log(2.0 * std::numbers::pi) + 1.0 + std::log(result.rss / n)) -
                 logWeights + 2.0 * (static_cast<double>(result.rank) + 1.0);
}

// The middle of HC3's sandwich, Σ q q' (e/(1 - h))², q being rows of Q (MacKinnon & White 1985;
// Long & Ervin 2000), and the rows that decide a coefficient alone.
struct Meat
{
    MatrixXd sum;
    std::vector<std::size_t> decidedByOne;
};

void addBlockOfMeat(Meat& meat, Eigen::Ref<MatrixXd> q, const VectorXd& residuals, Index from,
                    double* leverages)
{
    Eigen::Map<VectorXd> hat(leverages, q.rows());
    hat = q.rowwise().squaredNorm().cwiseMin(1.0);
    VectorXd factor(q.rows());
    for (Index i = 0; i < q.rows(); ++i) {
        const bool decided = hat(i) > kWholeLeverage;
        factor(i) = decided ? 0.0 : residuals(from + i) / (1.0 - hat(i));
        if (decided)
            meat.decidedByOne.push_back(static_cast<std::size_t>(from + i));
    }
    q.array().colwise() *= factor.array();
    meat.sum.selfadjointView<Eigen::Upper>().rankUpdate(q.adjoint());
}

// The same from codes: leverages x'(X'X)⁻¹x, and the middle in terms of the columns first.
MatrixXd meatByCodes(LeastSquares& result, const QrFit& qr)
{
    const auto width = static_cast<Index>(result.rank);
    const MatrixXd inverse = qr.inverseR * qr.inverseR.transpose();
    const CodedColumns::Quadratic leverage(
        *qr.coded, {inverse.data(), static_cast<std::size_t>(inverse.size())});
    const Meat none{MatrixXd::Zero(width, width), {}};
    const auto parts =
        overChunks(static_cast<Index>(result.n), none, [&](Meat& meat, Index first, Index last) {
            const auto from = static_cast<std::size_t>(first), to = static_cast<std::size_t>(last);
            leverage.of(from, to, result.hat.data() + from);
            std::vector<double> weights(to - from);
            for (std::size_t i = from; i < to; ++i) {
                double& hat = result.hat[i];
                hat = std::clamp(hat, 0.0, 1.0);
                const bool decided = hat > kWholeLeverage;
                const double part =
                    decided ? 0.0 : qr.residuals(static_cast<Index>(i)) / (1.0 - hat);
                weights[i - from] = part * part;
                if (decided)
                    meat.decidedByOne.push_back(i);
            }
            const std::vector<double> sum = qr.coded->weighted(weights.data(), from, to);
            meat.sum = ConstColumns(sum.data(), width, width);
        });
    MatrixXd sum = MatrixXd::Zero(width, width);
    for (const Meat& meat : parts) {
        sum += meat.sum;
        result.decidedByOne.insert(result.decidedByOne.end(), meat.decidedByOne.begin(),
                                   meat.decidedByOne.end());
    }
    return qr.inverseR.transpose() * sum * qr.inverseR;
}

// Fills in the leverages as well.
MatrixXd meatOf(LeastSquares& result, const Design& design, const QrFit& qr,
                std::span<const double> rootWeights)
{
    const auto width = static_cast<Index>(result.rank);
    result.hat.resize(result.n);
    if (qr.coded)
        return meatByCodes(result, qr);
    const QBlocks blocks(design, qr, rootWeights);
    const Meat none{MatrixXd::Zero(width, width), {}};
    const auto parts =
        overChunks(static_cast<Index>(result.n), none, [&](Meat& meat, Index first, Index last) {
            MatrixXd q(kRowBlock, width);
            forEachBlock(first, last, [&](Index from, Index count) {
                blocks.fill(q.topRows(count), from);
                addBlockOfMeat(meat, q.topRows(count), qr.residuals, from,
                               result.hat.data() + from);
            });
        });
    MatrixXd sum = MatrixXd::Zero(width, width);
    for (const Meat& meat : parts) {
        sum += meat.sum;
        result.decidedByOne.insert(result.decidedByOne.end(), meat.decidedByOne.begin(),
                                   meat.decidedByOne.end());
    }
    return sum.selfadjointView<Eigen::Upper>();
}

void addInference(LeastSquares& result, const Design& design, const QrFit& qr,
                  std::span<const double> rootWeights)
{
    const Judge judge(static_cast<double>(result.df));
    const MatrixXd meat = meatOf(result, design, qr, rootWeights);
    if (!result.decidedByOne.empty())
        result.notes.push_back({kDecidedByOne, {}});
    const MatrixXd halfway = qr.inverseR * meat;
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        const auto row = qr.inverseR.row(static_cast<Index>(i));
        Coefficient& coefficient = result.coefficients[qr.kept[i]];
        coefficient.classical = judge(coefficient.estimate, *result.sigma * row.norm());
        const double variance = halfway.row(static_cast<Index>(i)).dot(row);
        if (result.decidedByOne.empty())
            coefficient.hc3 = judge(coefficient.estimate, std::sqrt(std::max(0.0, variance)));
    }
}

void addFitted(LeastSquares& result, std::span<const double> y, const QrFit& qr,
               std::span<const double> rootWeights)
{
    result.residuals.assign(qr.residuals.begin(), qr.residuals.end());
    for (std::size_t i = 0; i < rootWeights.size(); ++i)
        result.residuals[i] /= rootWeights[i];
    result.fitted.assign(y.begin(), y.end());
    for (std::size_t i = 0; i < result.n; ++i)
        result.fitted[i] -= result.residuals[i];
}

} // namespace

const Coefficient* LeastSquares::coefficient(const std::string& name) const
{
    const auto found = std::find_if(coefficients.begin(), coefficients.end(),
                                    [&](const Coefficient& c) { return c.name == name; });
    return found == coefficients.end() ? nullptr : &*found;
}

LeastSquares leastSquares(const Design& design, std::span<const double> y,
                          const LeastSquaresOptions& options)
{
    LeastSquares result;
    result.n = design.rows();
    if (design.rows() <= design.columns())
        return undefinedBy(result, tooFewRows(design));
    const std::vector<double> rootWeights = rootsOf(options.weights);
    const QrFit qr = fitByQr(design, y, rootWeights);
    result.rss = sumOfSquares({qr.residuals.data(), static_cast<std::size_t>(qr.residuals.size())});
    if (!std::isfinite(result.rss) || !qr.coefficients.allFinite() || !qr.inverseR.allFinite()) {
        LeastSquares refused;
        refused.n = design.rows();
        refused.undefined = Message{kTooLarge, {}};
        return refused;
    }
    result.rank = qr.kept.size();
    result.df = result.n - result.rank;
    result.condition = qr.condition;
    addCoefficients(result, design, qr);
    addFitted(result, y, qr, rootWeights);
    addGoodness(result, design, y, options.weights);
    if (options.inference)
        addInference(result, design, qr, rootWeights);
    return result;
}

} // namespace twelvefold::statistics
