// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/huber.h"

#include "statistics/numbers/sums.h"
#include "statistics/regression/fit_messages.h"
#include "statistics/regression/judge.h"
#include "statistics/regression/passes.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace twelvefold::statistics {
namespace {

constexpr double kTuning = 1.345;       // 95 % as precise as least squares on normal errors
constexpr double kHuberSettled = 1e-10; // relative change of the residuals
constexpr double kNearlySettled = 3e-2;
constexpr int kHuberMostSteps = 1000;

// The median of |r|, found quickly where it has moved little since the last time: all outside a
// narrow range around it need only be counted.
class MiddleOfMagnitudes
{
public:
    double find(const VectorXd& values)
    {
        const auto n = static_cast<std::size_t>(values.size());
        if (!(m_last > 0.0) || !findNear(values, n))
            findAmong(values, 0.0, std::numeric_limits<double>::infinity(), n);
        return m_last;
    }

private:
    bool findNear(const VectorXd& values, std::size_t n)
    {
        constexpr double kReach = 0.05;
        return findAmong(values, m_last * (1.0 - kReach), m_last * (1.0 + kReach), n);
    }

    // Whether the middle lies from low to high; if so, it is kept.
    bool findAmong(const VectorXd& values, double low, double high, std::size_t n)
    {
        m_among.clear();
        std::size_t below = 0;
        for (double value : values) {
            const double magnitude = std::fabs(value);
            below += magnitude < low ? 1 : 0;
            if (magnitude >= low && magnitude <= high)
                m_among.push_back(magnitude);
        }
        // With an even number of values the middle is between two.
        const std::size_t upper = n / 2;
        const std::size_t lower = n % 2 == 1 ? upper : upper - 1;
        if (lower < below || upper >= below + m_among.size())
            return false;
        const auto at = m_among.begin() + static_cast<std::ptrdiff_t>(upper - below);
        std::nth_element(m_among.begin(), at, m_among.end());
        m_last = *at;
        if (lower != upper)
            m_last = 0.5 * (m_last + *std::max_element(m_among.begin(), at));
        return true;
    }

    std::vector<double> m_among;
    double m_last = 0.0;
};

// Iteratively reweighted least squares, each step solved for the change in coefficients.
class Iteration
{
public:
    Iteration(const Design& design, std::span<const double> y)
        : m_y(y), m_qr(fitByQr(design, y)), m_passes(design, m_qr), m_pulled(m_qr.residuals.size())
    {
    }

    const QrFit& fit() const { return m_qr; }
    const VectorXd& residuals() const { return m_qr.residuals; }
    double scale() { return m_middle.find(m_qr.residuals) / kNormalQuartile; }

    // One step; returns the relative change of the residuals.
    double step(double scale)
    {
        const double bound = kTuning * scale;
        chooseMatrix(bound);
        m_pulled = m_qr.residuals.cwiseMax(-bound).cwiseMin(bound);
        m_qr.coefficients += m_passes.ofColumns(m_cholesky.solve(m_passes.along(m_pulled)));
        const double change = refreshResiduals();
        // The first of Newton's steps makes up at once for all that the others would have left.
        if (m_matrix == Matrix::newton && !std::exchange(m_firstOfNewton, false))
            m_newtonFails = change > 0.5 * m_change;
        m_change = change;
        return change;
    }

private:
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
        for (Index i = 0; i < m_pulled.size(); ++i) {
            const double away = std::fabs(m_qr.residuals(i));
            const double less = matrix == Matrix::newton ? 0.0 : bound / away;
            m_pulled(i) = away > bound ? less : 1.0;
        }
        m_cholesky.compute(m_passes.weighted(m_pulled));
    }

    // y - Xb anew; returns by how much of their size the residuals have changed.
    double refreshResiduals()
    {
        m_passes.residuals(m_qr.coefficients, m_y, m_pulled);
        const double before = m_qr.residuals.squaredNorm();
        m_qr.residuals.swap(m_pulled);
        const double changed = (m_qr.residuals - m_pulled).squaredNorm();
        return before > 0.0 ? std::sqrt(changed / before) : 0.0;
    }

    std::span<const double> m_y;
    QrFit m_qr;
    Passes m_passes;
    VectorXd m_pulled; // one number a row, of whichever is wanted
    MiddleOfMagnitudes m_middle;
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
    const Judge judge(static_cast<double>(result.n - fit.kept.size()));
    result.coefficients = coefficientsOf(design, fit, fit.coefficients);
    const double factor = result.scale > 0.0 ? errorFactor(result, fit.kept.size()) : 0.0;
    for (std::size_t i = 0; i < fit.kept.size() && factor > 0.0; ++i) {
        Coefficient& coefficient = result.coefficients[fit.kept[i]];
        coefficient.classical =
            judge(coefficient.estimate, factor * fit.inverseR.row(static_cast<Index>(i)).norm());
    }
    for (std::size_t column : fit.aliased)
        result.notes.push_back({fit_messages::kAliasedColumn, {design.name(column)}});
}

} // namespace

HuberFit huber(const Design& design, std::span<const double> y)
{
    HuberFit result;
    result.n = design.rows();
    if (design.rows() <= design.columns())
        return undefinedBy(result, fit_messages::tooFewRows(design));
    Iteration iteration(design, y);
    if (!std::isfinite(iteration.residuals().squaredNorm()) ||
        !iteration.fit().coefficients.allFinite())
        return undefinedBy(result, {fit_messages::kTooLarge, {}});
    const double nothing = roundingOf(y);
    for (; result.steps < kHuberMostSteps && !result.converged; ++result.steps) {
        result.scale = iteration.scale();
        if (result.scale <= nothing)
            break;
        result.converged = iteration.step(result.scale) <= kHuberSettled;
    }
    if (result.scale <= nothing) {
        result.scale = 0.0;
        result.converged = true;
        result.notes.push_back({fit_messages::kOverHalfOnTheLine, {}});
    } else if (!result.converged) {
        result.notes.push_back({fit_messages::kNotSettled, {std::int64_t{kHuberMostSteps}}});
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

} // namespace twelvefold::statistics
