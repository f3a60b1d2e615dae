// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/methods/mm.h"

#include "analysis/methods/descriptive.h"
#include "analysis/methods/fit_messages.h"
#include "analysis/methods/qr.h"
#include "analysis/numbers/distributions.h"
#include "analysis/numbers/random.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace twelvefold::analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kForScale = 1.547640; // half of the cases may be anything
constexpr double kForFit = 4.685061;   // 95 % as precise as least squares on normal errors
constexpr double kHalf = 0.5;
constexpr double kNormalQuartile = 0.6745;
constexpr std::size_t kSearchAmong = 2000; // rows the subsamples are judged by
constexpr std::size_t kBest = 10;
constexpr double kSettled = 1e-12;
constexpr int kMostSteps = 5000;

// Tukey's bisquare, u being the residual in scales over the tuning constant: its loss, at most 1;
// and the weight it gives.
double loss(double u)
{
    const double left = 1.0 - u * u;
    return left > 0.0 ? 1.0 - left * left * left : 1.0;
}
double weight(double u)
{
    const double left = 1.0 - u * u;
    return left > 0.0 ? left * left : 0.0;
}

// The regression in the basis Q of its columns.
struct Problem
{
    MatrixXd q;
    VectorXd y;
    std::size_t freedom = 0; // by which losses are averaged: n - p of the whole

    VectorXd residuals(const VectorXd& b) const { return y - q * b; }
};

double meanLoss(const VectorXd& residuals, double scale, double divisor)
{
    double total = 0.0;
    for (double r : residuals)
        total += loss(r / (kForScale * scale));
    return total / divisor;
}

double medianScale(const VectorXd& residuals)
{
    std::vector<double> magnitudes(static_cast<std::size_t>(residuals.size()));
    for (std::size_t i = 0; i < magnitudes.size(); ++i)
        magnitudes[i] = std::fabs(residuals(static_cast<Index>(i)));
    return *median(magnitudes) / kNormalQuartile;
}

// The scale at which the mean loss is a half, by the fixed-point steps that lead to it from any
// start above zero.
double scaleOf(const VectorXd& residuals, double start, double divisor)
{
    double scale = start;
    for (int step = 0; step < kMostSteps; ++step) {
        const double next = scale * std::sqrt(meanLoss(residuals, scale, divisor) / kHalf);
        const bool settled = std::fabs(next - scale) <= 1e-15 * scale;
        scale = next;
        if (settled)
            break;
    }
    return scale;
}

// Weighted least squares with the weights of the bisquare; nothing where they leave too little.
std::optional<VectorXd> reweighted(const Problem& problem, const VectorXd& residuals, double scale,
                                   double tuning)
{
    VectorXd root(residuals.size());
    for (Index i = 0; i < root.size(); ++i)
        root(i) = std::sqrt(weight(residuals(i) / (tuning * scale)));
    const MatrixXd rows = root.asDiagonal() * problem.q;
    const Eigen::ColPivHouseholderQR<MatrixXd> qr(rows);
    if (qr.rank() < rows.cols())
        return std::nullopt;
    return VectorXd(qr.solve(root.cwiseProduct(problem.y)));
}

struct Candidate
{
    VectorXd b;
    double scale = std::numeric_limits<double>::infinity();
};

// Steps of the local search; each takes the scale one step and the coefficients with it.
Candidate improved(const Problem& problem, Candidate candidate, int steps)
{
    const auto divisor = static_cast<double>(problem.freedom);
    VectorXd residuals = problem.residuals(candidate.b);
    double scale = std::isfinite(candidate.scale) ? candidate.scale : medianScale(residuals);
    for (int step = 0; step < steps && scale > 0.0; ++step) {
        scale *= std::sqrt(meanLoss(residuals, scale, divisor) / kHalf);
        const auto next = reweighted(problem, residuals, scale, kForScale);
        if (!next)
            break;
        const double change = (*next - candidate.b).norm();
        candidate.b = *next;
        residuals = problem.residuals(candidate.b);
        if (change <= kSettled * candidate.b.norm())
            break;
    }
    candidate.scale = scale > 0.0 ? scaleOf(residuals, scale, divisor) : 0.0;
    return candidate;
}

// The coefficients that pass through as many random rows as there are coefficients; rows that do
// not determine them are drawn again.
std::optional<VectorXd> throughRandomRows(const Problem& problem, Random& random)
{
    const Index width = problem.q.cols();
    constexpr int kAttempts = 50;
    std::vector<std::size_t> rows(static_cast<std::size_t>(problem.q.rows()));
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        MatrixXd square(width, width);
        VectorXd right(width);
        for (Index i = 0; i < width; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const std::size_t pick =
                at + random.below(static_cast<std::uint32_t>(rows.size() - at));
            std::swap(rows[at], rows[pick]);
            square.row(i) = problem.q.row(static_cast<Index>(rows[at]));
            right(i) = problem.y(static_cast<Index>(rows[at]));
        }
        const Eigen::ColPivHouseholderQR<MatrixXd> qr(square);
        if (qr.rank() == width)
            return VectorXd(qr.solve(right));
    }
    return std::nullopt;
}

// Fast-S (Salibian-Barrera & Yohai 2006): from each of many subsamples two steps, from the best ten
// of those as many as they need.
Candidate sEstimate(const Problem& sample, const Problem& whole, std::uint64_t seed)
{
    const int subsamples = sample.q.rows() > 200 ? 500 : 2000;
    std::vector<Candidate> best;
    Random random(seed, std::uint64_t{5} << 32U);
    for (int k = 0; k < subsamples; ++k) {
        const auto start = throughRandomRows(sample, random);
        if (!start)
            break;
        Candidate candidate;
        candidate.b = *start;
        candidate = improved(sample, std::move(candidate), 2);
        const auto place = std::upper_bound(
            best.begin(), best.end(), candidate,
            [](const Candidate& a, const Candidate& b) { return a.scale < b.scale; });
        best.insert(place, std::move(candidate));
        if (best.size() > kBest)
            best.pop_back();
    }
    Candidate winner;
    for (Candidate& candidate : best) {
        candidate.scale = std::numeric_limits<double>::infinity();
        candidate = improved(whole, std::move(candidate), kMostSteps);
        if (candidate.scale < winner.scale)
            winner = std::move(candidate);
    }
    return winner;
}

Problem sampleOf(const Problem& whole, std::uint64_t seed)
{
    const auto n = static_cast<std::size_t>(whole.q.rows());
    if (n <= kSearchAmong)
        return whole;
    std::vector<std::size_t> rows(n);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    Random random(seed, (std::uint64_t{5} << 32U) + 1);
    Problem sample{MatrixXd(kSearchAmong, whole.q.cols()), VectorXd(kSearchAmong),
                   kSearchAmong - static_cast<std::size_t>(whole.q.cols())};
    for (std::size_t i = 0; i < kSearchAmong; ++i) {
        std::swap(rows[i], rows[i + random.below(static_cast<std::uint32_t>(n - i))]);
        sample.q.row(static_cast<Index>(i)) = whole.q.row(static_cast<Index>(rows[i]));
        sample.y(static_cast<Index>(i)) = whole.y(static_cast<Index>(rows[i]));
    }
    return sample;
}

// The M-estimate at a fixed scale, in the basin of the start.
VectorXd mEstimate(const Problem& problem, VectorXd b, double scale, bool& converged)
{
    converged = false;
    for (int step = 0; step < kMostSteps && !converged; ++step) {
        const auto next = reweighted(problem, problem.residuals(b), scale, kForFit);
        if (!next)
            break;
        converged = (*next - b).norm() <= kSettled * b.norm();
        b = *next;
    }
    return b;
}

// The covariance of the M-estimate, that of its scale taken along, in the basis Q: Σφφ'/n², φ being
// each case's influence (Croux, Dhaene & Hoorelbeke 2003, their first estimate, which takes the
// mean loss for a half; where few cases make that no covariance at all, the losses' own mean
// stands).
MatrixXd covariance(const Problem& problem, const VectorXd& start, const VectorXd& b, double scale)
{
    const VectorXd r = problem.residuals(b) / scale;
    const VectorXd r0 = problem.residuals(start) / scale;
    const auto n = static_cast<double>(r.size());
    VectorXd slopes(r.size()), psi(r.size()), losses(r.size());
    double scaleSlope = 0.0;
    for (Index i = 0; i < r.size(); ++i) {
        const double u = r(i) / kForFit;
        const double left = 1.0 - u * u;
        slopes(i) = left > 0.0 ? left * (1.0 - 5.0 * u * u) : 0.0;
        psi(i) = r(i) * weight(u);
        const double u0 = r0(i) / kForScale;
        losses(i) = loss(u0);
        scaleSlope += 6.0 * u0 * weight(u0) * u0;
    }
    const MatrixXd& q = problem.q;
    const MatrixXd slope = q.transpose() * slopes.asDiagonal() * q;
    const MatrixXd a = n * scale * slope.fullPivLu().inverse();
    const VectorXd along = a * (q.transpose() * slopes.cwiseProduct(r)) / scaleSlope;
    const VectorXd excess = losses.array() - kHalf;
    const VectorXd both = a * (q.transpose() * psi.cwiseProduct(excess));
    const MatrixXd fit = a * (q.transpose() * psi.cwiseAbs2().asDiagonal() * q) * a -
                         both * along.transpose() - along * both.transpose();
    const MatrixXd ofScale = along * along.transpose();
    const MatrixXd total = fit + (losses.squaredNorm() - n * kHalf * kHalf) * ofScale;
    if (Eigen::LLT<MatrixXd>(total).info() == Eigen::Success)
        return total / (n * n);
    return (fit + excess.squaredNorm() * ofScale) / (n * n);
}

void addRows(MmFit& result, std::span<const double> y, const VectorXd& residuals)
{
    result.residuals.assign(residuals.begin(), residuals.end());
    for (std::size_t i = 0; i < y.size(); ++i) {
        result.fitted.push_back(y[i] - result.residuals[i]);
        const double u = result.scale > 0.0 ? result.residuals[i] / (kForFit * result.scale) : 0.0;
        result.weights.push_back(weight(u));
    }
}

void addCoefficients(MmFit& result, const Design& design, const QrFit& qr, const VectorXd& b,
                     const VectorXd& start, const MatrixXd& errors)
{
    for (std::size_t column = 0; column < design.columns(); ++column) {
        Coefficient coefficient;
        coefficient.name = design.name(column);
        coefficient.aliased = true;
        result.coefficients.push_back(std::move(coefficient));
    }
    result.start.assign(design.columns(), 0.0);
    const VectorXd estimates = qr.inverseR * b;
    const VectorXd starts = qr.inverseR * start;
    const auto df = static_cast<double>(result.n - qr.kept.size());
    const double point = tQuantile(0.975, df);
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        const auto at = static_cast<Index>(i);
        Coefficient& coefficient = result.coefficients[qr.kept[i]];
        coefficient.aliased = false;
        coefficient.estimate = estimates(at);
        result.start[qr.kept[i]] = starts(at);
        if (errors.size() == 0)
            continue;
        const auto row = qr.inverseR.row(at);
        const double variance = row.dot(errors * row.transpose());
        if (!(variance > 0.0) || !std::isfinite(variance))
            continue;
        Inference inference;
        inference.standardError = std::sqrt(variance);
        inference.t = coefficient.estimate / inference.standardError;
        inference.p = tTwoSided(*inference.t, df);
        inference.lower = coefficient.estimate - point * inference.standardError;
        inference.upper = coefficient.estimate + point * inference.standardError;
        coefficient.classical = inference;
    }
    for (std::size_t column : qr.aliased)
        result.notes.push_back({fit_messages::kAliasedColumn, {design.name(column)}});
}

} // namespace

MmFit mmRegression(const Design& design, std::span<const double> y, std::uint64_t seed)
{
    MmFit result;
    result.n = design.rows();
    // Half of the cases must be able to determine a fit among themselves.
    if (design.rows() <= 2 * design.columns()) {
        result.undefined = fit_messages::tooFewRows(design);
        return result;
    }
    const QrFit qr = fitByQr(design, y);
    if (!std::isfinite(qr.residuals.squaredNorm()) || !qr.coefficients.allFinite()) {
        result.undefined = domain::Message{fit_messages::kTooLarge, {}};
        return result;
    }
    Problem whole;
    whole.q.resize(static_cast<Index>(result.n), static_cast<Index>(qr.kept.size()));
    QBlocks(design, qr).fill(whole.q, 0);
    whole.y = ConstVector(y.data(), static_cast<Index>(y.size()));
    whole.freedom = result.n - qr.kept.size();
    const Candidate start = sEstimate(sampleOf(whole, seed), whole, seed);
    const double nothing = 1e-13 * whole.y.cwiseAbs().maxCoeff();
    VectorXd b = start.b;
    MatrixXd errors;
    if (start.scale > nothing) {
        result.scale = start.scale;
        b = mEstimate(whole, start.b, start.scale, result.converged);
        errors = covariance(whole, start.b, b, start.scale);
        if (!result.converged)
            result.notes.push_back({fit_messages::kNotSettled, {std::int64_t{kMostSteps}}});
    } else {
        result.converged = true;
        result.notes.push_back({fit_messages::kOverHalfOnTheLine, {}});
    }
    addRows(result, y, whole.residuals(b));
    addCoefficients(result, design, qr, b, start.b, errors);
    return result;
}

} // namespace twelvefold::analysis
