// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/huber.h"

#include "analysis/descriptive.h"
#include "analysis/distributions.h"
#include "analysis/fit_messages.h"
#include "analysis/qr.h"
#include "analysis/sums.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <utility>

namespace twelvefold::analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kTuning = 1.345;          // 95 % as precise as least squares on normal errors
constexpr double kNormalQuartile = 0.6745; // so that the scale of normal errors is their sd
constexpr double kSettled = 1e-10;         // relative change of the residuals
constexpr double kNearlySettled = 1e-3;
constexpr int kMostSteps = 1000;

// Iteratively reweighted least squares. The weighted problem of each step is solved for the change
// in coefficients in terms of Q of the unweighted columns: Q'WQ is as well conditioned as the
// weights allow, whatever the columns are, and where the iteration settles depends on Q'Wr alone.
class Iteration
{
public:
    Iteration(const Design& design, std::span<const double> y)
        : m_design(design), m_y(y), m_qr(fitByQr(design, y)), m_blocks(design, m_qr),
          m_block(kRowBlock, static_cast<Index>(m_qr.kept.size())), m_pulled(y.size()),
          m_magnitudes(y.size()), m_before(static_cast<Index>(y.size()))
    {
    }

    const QrFit& fit() const { return m_qr; }
    const VectorXd& residuals() const { return m_qr.residuals; }

    double scale()
    {
        for (std::size_t i = 0; i < m_magnitudes.size(); ++i)
            m_magnitudes[i] = std::fabs(m_qr.residuals(static_cast<Index>(i)));
        return medianInPlace() / kNormalQuartile;
    }

    // One step; returns the relative change of the residuals.
    double step(double scale)
    {
        const double bound = kTuning * scale;
        const VectorXd& r = m_qr.residuals;
        for (std::size_t i = 0; i < m_pulled.size(); ++i)
            m_pulled[i] = std::clamp(r(static_cast<Index>(i)), -bound, bound);
        chooseMatrix(bound);
        m_qr.coefficients +=
            m_qr.inverseR.triangularView<Eigen::Upper>() * m_cholesky.solve(gradient());
        m_before = r;
        refreshResiduals();
        const double before = m_before.squaredNorm();
        const double change = std::sqrt((m_before - r).squaredNorm() / std::max(before, 1e-20));
        // The first of Newton's steps makes up at once for all that the others would have left.
        if (m_matrix == Matrix::newton && !std::exchange(m_firstOfNewton, false))
            m_newtonFails = change > 0.5 * m_change;
        m_change = change;
        return change;
    }

private:
    double medianInPlace()
    {
        const auto middle =
            m_magnitudes.begin() + static_cast<std::ptrdiff_t>(m_magnitudes.size() / 2);
        std::nth_element(m_magnitudes.begin(), middle, m_magnitudes.end());
        if (m_magnitudes.size() % 2 == 1)
            return *middle;
        return 0.5 * (*middle + *std::max_element(m_magnitudes.begin(), middle));
    }

    enum class Matrix
    {
        none,
        reweighted,
        newton
    };

    // Far from the end, Q'WQ: it cannot fail. Near it, where every step moves little and one matrix
    // serves for all, that of Newton's method, with weight 1 or 0, needs the fewest steps.
    void chooseMatrix(double bound)
    {
        if (m_change > kNearlySettled || (m_newtonFails && m_matrix == Matrix::newton)) {
            factorise(bound, Matrix::reweighted);
        } else if (m_matrix == Matrix::reweighted && !m_newtonFails) {
            factorise(bound, Matrix::newton);
            m_newtonFails = m_cholesky.info() != Eigen::Success || !(m_cholesky.rcond() > 1e-6);
            if (m_newtonFails)
                factorise(bound, Matrix::reweighted);
        }
    }

    void factorise(double bound, Matrix matrix)
    {
        m_matrix = matrix;
        const Index width = m_block.cols();
        MatrixXd normal = MatrixXd::Zero(width, width);
        forEachBlock(m_qr.residuals.size(), [&](Index from, Index count) {
            auto q = m_block.topRows(count);
            m_blocks.fill(q, from);
            for (Index i = 0; i < count; ++i) {
                const double away = std::fabs(m_qr.residuals(from + i));
                if (away > bound)
                    q.row(i) *= matrix == Matrix::newton ? 0.0 : std::sqrt(bound / away);
            }
            normal.selfadjointView<Eigen::Lower>().rankUpdate(q.adjoint());
        });
        m_cholesky.compute(normal);
    }

    // Q'Wr, from the columns themselves.
    VectorXd gradient() const
    {
        VectorXd along(static_cast<Index>(m_qr.kept.size()));
        for (std::size_t j = 0; j < m_qr.kept.size(); ++j)
            along(static_cast<Index>(j)) = dot(m_design.column(m_qr.kept[j]), m_pulled);
        return m_qr.inverseR.transpose() * along;
    }

    void refreshResiduals()
    {
        forEachBlock(m_qr.residuals.size(), [&](Index from, Index count) {
            auto part = m_qr.residuals.segment(from, count);
            part = ConstVector(m_y.data() + from, count);
            for (std::size_t j = 0; j < m_qr.kept.size(); ++j)
                part -= m_qr.coefficients(static_cast<Index>(j)) *
                        ConstVector(m_design.column(m_qr.kept[j]).data() + from, count);
        });
    }

    const Design& m_design;
    std::span<const double> m_y;
    QrFit m_qr;
    QBlocks m_blocks;
    MatrixXd m_block;
    std::vector<double> m_pulled;     // residuals times their weight
    std::vector<double> m_magnitudes; // room for finding the median
    VectorXd m_before;
    Eigen::LLT<MatrixXd> m_cholesky;
    double m_change = 1.0;
    Matrix m_matrix = Matrix::none;
    bool m_firstOfNewton = true;
    bool m_newtonFails = false;
};

// Residuals no larger than this are rounding: the points lie on the line.
double roundingOf(std::span<const double> y)
{
    double largest = 0.0;
    for (double value : y)
        largest = std::max(largest, std::fabs(value));
    return 1e-14 * largest;
}

// Standard errors as in Huber 1981, section 7.6: K²·[Σψ²/(n - p)]/[mean ψ']²·(X'X)⁻¹.
double errorFactor(const HuberFit& result, std::size_t rank)
{
    const auto n = static_cast<double>(result.n);
    const auto p = static_cast<double>(rank);
    std::vector<double> pulled(result.n);
    double central = 0.0;
    for (std::size_t i = 0; i < result.n; ++i) {
        pulled[i] = result.weights[i] * result.residuals[i];
        central += std::fabs(result.residuals[i] / result.scale) <= kTuning ? 1.0 : 0.0;
    }
    const double share = central / n;
    const double variance = share * (1.0 - share) * n / (n - 1.0);
    const double inflation = 1.0 + p * variance / (n * share * share);
    return std::sqrt(sumOfSquares(pulled) / (n - p)) * inflation / share;
}

void addCoefficients(HuberFit& result, const Design& design, const QrFit& fit)
{
    const double df = static_cast<double>(result.n - fit.kept.size());
    const double point = tQuantile(0.975, df);
    for (std::size_t column = 0; column < design.columns(); ++column)
        result.coefficients.push_back({.name = design.name(column),
                                       .estimate = 0.0,
                                       .aliased = true,
                                       .classical = {},
                                       .hc3 = {}});
    const double factor = result.scale > 0.0 ? errorFactor(result, fit.kept.size()) : 0.0;
    for (std::size_t i = 0; i < fit.kept.size(); ++i) {
        Coefficient& coefficient = result.coefficients[fit.kept[i]];
        coefficient.aliased = false;
        coefficient.estimate = fit.coefficients(static_cast<Index>(i));
        if (!(factor > 0.0))
            continue;
        Inference inference;
        inference.standardError = factor * fit.inverseR.row(static_cast<Index>(i)).norm();
        inference.t = coefficient.estimate / inference.standardError;
        inference.p = tTwoSided(*inference.t, df);
        const double reach = point * inference.standardError;
        inference.lower = coefficient.estimate - reach;
        inference.upper = coefficient.estimate + reach;
        coefficient.classical = inference;
    }
    for (std::size_t column : fit.aliased)
        result.notes.push_back({fit_messages::kAliasedColumn, {design.name(column)}});
}

} // namespace

HuberFit huber(const Design& design, std::span<const double> y)
{
    HuberFit result;
    result.n = design.rows();
    if (design.rows() <= design.columns()) {
        result.undefined = fit_messages::tooFewRows(design);
        return result;
    }
    Iteration iteration(design, y);
    if (!std::isfinite(iteration.residuals().squaredNorm()) ||
        !iteration.fit().coefficients.allFinite()) {
        result.undefined = domain::Message{fit_messages::kTooLarge, {}};
        return result;
    }
    const double nothing = roundingOf(y);
    for (; result.steps < kMostSteps && !result.converged; ++result.steps) {
        result.scale = iteration.scale();
        if (result.scale <= nothing)
            break;
        result.converged = iteration.step(result.scale) <= kSettled;
    }
    if (result.scale <= nothing) {
        result.scale = 0.0;
        result.converged = true;
        result.notes.push_back({fit_messages::kOverHalfOnTheLine, {}});
    } else if (!result.converged) {
        result.notes.push_back({fit_messages::kNotSettled, {std::int64_t{kMostSteps}}});
    }
    result.residuals.resize(result.n);
    result.fitted.resize(result.n);
    result.weights.resize(result.n);
    for (std::size_t i = 0; i < result.n; ++i) {
        const double r = iteration.residuals()(static_cast<Index>(i));
        result.residuals[i] = r;
        result.fitted[i] = y[i] - r;
        const double bound = std::max(kTuning * result.scale, nothing);
        result.weights[i] = std::fabs(r) <= bound ? 1.0 : bound / std::fabs(r);
    }
    addCoefficients(result, design, iteration.fit());
    return result;
}

} // namespace twelvefold::analysis
