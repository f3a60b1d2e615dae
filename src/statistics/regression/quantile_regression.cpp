// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/quantile_regression.h"

#include "statistics/numbers/random.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/check_loss.h"
#include "statistics/regression/fit_messages.h"
#include "statistics/regression/judge.h"
#include "statistics/regression/passes.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

namespace twelvefold::statistics {
namespace {

constexpr std::uint64_t kTieSeed = 1978;

// The kept columns of a design in the basis of their QR.
class DesignRows : public CheckLossRows
{
public:
    DesignRows(const Design& design, const QrFit& qr, VectorXd y)
        : m_design(design), m_qr(qr), m_passes(design, qr), m_y(std::move(y)), m_lengths(m_y.size())
    {
        if (qr.coded) {
            const MatrixXd inverse = qr.inverseR * qr.inverseR.transpose();
            const CodedColumns::Quadratic squares(
                *qr.coded, {inverse.data(), static_cast<std::size_t>(inverse.size())});
            overChunks(rows(), 0, [&](int&, Index first, Index last) {
                squares.of(static_cast<std::size_t>(first), static_cast<std::size_t>(last),
                           m_lengths.data() + first);
            });
            m_lengths = m_lengths.cwiseMax(0.0).cwiseSqrt();
            return;
        }
        const QBlocks blocks(design, qr);
        overChunks(rows(), 0, [&](int&, Index first, Index last) {
            MatrixXd q(kRowBlock, columns());
            forEachBlock(first, last, [&](Index from, Index count) {
                blocks.fill(q.topRows(count), from);
                m_lengths.segment(from, count) = q.topRows(count).rowwise().norm();
            });
        });
    }

    Index rows() const override { return m_y.size(); }
    Index columns() const override { return static_cast<Index>(m_qr.kept.size()); }
    const VectorXd& lengths() const override { return m_lengths; }
    double responseAt(Index row) const override { return m_y(row); }

    VectorXd residuals(const VectorXd& b) const override
    {
        if (m_qr.q.rows() > 0)
            return m_y - m_qr.q * b;
        return left(m_y, m_passes.ofColumns(b));
    }

    VectorXd times(const VectorXd& b) const
    {
        if (m_qr.q.rows() > 0)
            return m_qr.q * b;
        return left(VectorXd::Zero(rows()), -m_passes.ofColumns(b));
    }

    VectorXd along(const VectorXd& numbers) const override
    {
        if (m_qr.q.rows() > 0)
            return m_qr.q.transpose() * numbers;
        return m_passes.along(numbers);
    }

    MatrixXd rowsAt(const std::vector<Index>& which) const override
    {
        if (m_qr.q.rows() > 0)
            return m_qr.q(which, Eigen::all);
        MatrixXd x(static_cast<Index>(which.size()), columns());
        for (Index j = 0; j < columns(); ++j)
            x.col(j) = column(j, 0, rows())(which);
        return x * m_qr.inverseR.triangularView<Eigen::Upper>();
    }

    // Σ f q q'
    MatrixXd weightedSquare(const VectorXd& f) const { return m_passes.weighted(f); }

    ConstVector column(Index j, Index from, Index count) const
    {
        return {m_design.column(m_qr.kept[static_cast<std::size_t>(j)]).data() + from, count};
    }

private:
    // y - Xb, b being of the columns themselves.
    VectorXd left(const VectorXd& y, const VectorXd& b) const
    {
        VectorXd left(rows());
        m_passes.residuals(b, {y.data(), static_cast<std::size_t>(y.size())}, left);
        return left;
    }

    const Design& m_design;
    const QrFit& m_qr;
    Passes m_passes;
    VectorXd m_y;
    VectorXd m_lengths;
};

// Costs are often equal and levels whole, so that many rows lie on the fit and a descent could go
// in circles. Moved by less than any figure shown, no two do.
VectorXd toldApart(std::span<const double> y, const VectorXd& residuals)
{
    double largest = 0.0;
    for (double value : y)
        largest = std::max(largest, std::fabs(value));
    const double step = std::max(1e-11 * residuals.cwiseAbs().mean(),
                                 2.0 * std::numeric_limits<double>::epsilon() * largest);
    VectorXd moved = ConstVector(y.data(), static_cast<Index>(y.size()));
    Random random(kTieSeed, y.size());
    for (double& value : moved)
        value += step * random.uniform();
    return moved;
}

// The coefficients with which the rows given are met exactly, refined from residuals in pairs of
// doubles. Columns are scaled to one size.
VectorXd throughRows(const DesignRows& rows, const std::vector<Index>& through,
                     std::span<const double> y)
{
    const Index width = rows.columns();
    MatrixXd x(width, width);
    VectorXd right(width), scale(width);
    for (Index j = 0; j < width; ++j) {
        const auto column = rows.column(j, 0, rows.rows());
        x.col(j) = column(through);
        int exponent = 0;
        std::frexp(x.col(j).cwiseAbs().maxCoeff(), &exponent);
        scale(j) = std::ldexp(1.0, -exponent);
        x.col(j) *= scale(j);
        right(j) = y[static_cast<std::size_t>(through[static_cast<std::size_t>(j)])];
    }
    const Eigen::FullPivLU<MatrixXd> lu(x);
    VectorXd b = lu.solve(right);
    for (int step = 0; step < 3; ++step) {
        VectorXd left(width);
        for (Index i = 0; i < width; ++i) {
            DoubleDouble rest;
            rest.add(right(i));
            for (Index j = 0; j < width; ++j)
                rest.addProduct(-x(i, j), b(j));
            left(i) = rest.value();
        }
        b += lu.solve(left);
    }
    return b.cwiseProduct(scale);
}

double lossOf(double residual, double tau)
{
    return residual * (residual < 0.0 ? tau - 1.0 : tau);
}

double lossOf(std::span<const double> residuals, double tau)
{
    std::vector<double> losses;
    losses.reserve(residuals.size());
    for (double residual : residuals)
        losses.push_back(lossOf(residual, tau));
    return sum(losses);
}

// Of the quantile of y itself: any minimiser has the same.
double lossWithout(std::span<const double> y, double tau)
{
    std::vector<double> values(y.begin(), y.end());
    const double place = std::ceil(tau * static_cast<double>(values.size()) * (1.0 - 1e-15)) - 1.0;
    const auto at = std::min(values.size() - 1, static_cast<std::size_t>(std::max(0.0, place)));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at),
                     values.end());
    const double quantile = values[at];
    for (double& value : values)
        value -= quantile;
    return lossOf(values, tau);
}

class Regression
{
public:
    Regression(const Design& design, std::span<const double> y, const QrFit& qr)
        : m_design(design), m_y(y), m_qr(qr), m_rows(design, qr, toldApart(y, qr.residuals))
    {
    }

    QuantileFit fit(double tau, bool inference) const
    {
        QuantileFit fit = begun(tau);
        const CheckLossVertex vertex = lowestCheckLoss(m_rows, tau);
        fit.converged = vertex.settled;
        fit.unique = vertex.unique;
        addEstimates(fit, throughRows(m_rows, vertex.through, m_y));
        fit.checkLoss = lossOf(fit.residuals, tau);
        if (m_design.hasIntercept()) {
            const double without = lossWithout(m_y, tau);
            if (without > 0.0)
                fit.goodness = std::max(0.0, 1.0 - fit.checkLoss / without);
        }
        if (!vertex.unique)
            fit.notes.push_back({fit_messages::kNotUnique, {}});
        if (inference)
            addInference(fit);
        return fit;
    }

private:
    QuantileFit begun(double tau) const
    {
        QuantileFit fit;
        fit.tau = tau;
        fit.n = m_design.rows();
        for (std::size_t column : m_qr.aliased)
            fit.notes.push_back({fit_messages::kAliasedColumn, {m_design.name(column)}});
        return fit;
    }

    void addEstimates(QuantileFit& fit, const VectorXd& b) const
    {
        fit.residuals.assign(m_y.begin(), m_y.end());
        std::vector<DoubleDouble> rest(static_cast<std::size_t>(kRowBlock));
        forEachBlock(0, m_rows.rows(), [&](Index from, Index count) {
            for (Index i = 0; i < count; ++i)
                rest[static_cast<std::size_t>(i)] = {m_y[static_cast<std::size_t>(from + i)], 0.0};
            for (Index j = 0; j < b.size(); ++j) {
                const auto x = m_rows.column(j, from, count);
                for (Index i = 0; i < count; ++i)
                    rest[static_cast<std::size_t>(i)].addProduct(-x(i), b(j));
            }
            for (Index i = 0; i < count; ++i)
                fit.residuals[static_cast<std::size_t>(from + i)] =
                    rest[static_cast<std::size_t>(i)].value();
        });
        fit.fitted.resize(fit.n);
        for (std::size_t row = 0; row < fit.n; ++row)
            fit.fitted[row] = m_y[row] - fit.residuals[row];
        fit.coefficients = coefficientsOf(m_design, m_qr, b);
    }

    // How dense y is about each fit, from the quantiles a little above and below (Hendricks &
    // Koenker 1992, with the bandwidth of Hall & Sheather 1988): the errors need not be alike.
    std::optional<VectorXd> densities(double tau, double typical) const
    {
        const auto n = static_cast<double>(m_design.rows());
        const double x = normalQuantile(tau);
        const double density = normalDensity(x);
        double h = std::pow(n, -1.0 / 3.0) * std::pow(normalQuantile(0.975), 2.0 / 3.0) *
                   std::cbrt(1.5 * density * density / (2.0 * x * x + 1.0));
        while (tau - h < 0.0 || tau + h > 1.0)
            h *= 0.5;
        const CheckLossVertex above = lowestCheckLoss(m_rows, tau + h);
        const CheckLossVertex below = lowestCheckLoss(m_rows, tau - h);
        if (!above.settled || !below.settled)
            return std::nullopt;
        VectorXd f = m_rows.times(above.b - below.b);
        for (double& value : f)
            value = value > 1e-9 * typical ? 2.0 * h / value : 0.0;
        return f;
    }

    void addInference(QuantileFit& fit) const
    {
        const auto n = static_cast<double>(fit.n);
        const auto width = static_cast<double>(m_rows.columns());
        const double beyond = n * std::min(fit.tau, 1.0 - fit.tau);
        if (beyond < width) {
            fit.notes.push_back({fit_messages::kFewBeyondQuantile,
                                 {beyond, static_cast<std::int64_t>(m_rows.columns())}});
            return;
        }
        const auto f = densities(fit.tau, m_qr.residuals.cwiseAbs().mean());
        if (!f || !addErrors(fit, m_rows.weightedSquare(*f)))
            fit.notes.push_back({fit_messages::kNoDensity, {}});
    }

    bool addErrors(QuantileFit& fit, const MatrixXd& square) const
    {
        const Eigen::ColPivHouseholderQR<MatrixXd> solver(square);
        if (solver.rank() < square.rows())
            return false;
        const MatrixXd rows = m_qr.inverseR * solver.inverse();
        const Judge judge(static_cast<double>(fit.n - m_qr.kept.size()));
        for (std::size_t i = 0; i < m_qr.kept.size(); ++i) {
            Coefficient& coefficient = fit.coefficients[m_qr.kept[i]];
            const double standardError =
                std::sqrt(fit.tau * (1.0 - fit.tau)) * rows.row(static_cast<Index>(i)).norm();
            if (!std::isfinite(standardError))
                return false;
            coefficient.classical = judge(coefficient.estimate, standardError);
        }
        return true;
    }

    const Design& m_design;
    std::span<const double> m_y;
    const QrFit& m_qr;
    DesignRows m_rows;
};

std::vector<QuantileFit> refused(const Design& design, std::span<const double> taus,
                                 const Message& why)
{
    std::vector<QuantileFit> fits;
    for (double tau : taus) {
        fits.emplace_back();
        fits.back().tau = tau;
        fits.back().n = design.rows();
        fits.back().undefined = why;
    }
    return fits;
}

} // namespace

std::vector<QuantileFit> quantileRegression(const Design& design, std::span<const double> y,
                                            std::span<const double> taus, bool inference)
{
    if (design.rows() <= design.columns())
        return refused(design, taus, fit_messages::tooFewRows(design));
    const QrFit qr = fitByQr(design, y);
    if (!std::isfinite(qr.residuals.squaredNorm()) || !qr.coefficients.allFinite() ||
        !qr.inverseR.allFinite())
        return refused(design, taus, {fit_messages::kTooLarge, {}});
    const Regression regression(design, y, qr);
    std::vector<QuantileFit> fits;
    for (double tau : taus)
        fits.push_back(regression.fit(tau, inference));
    return fits;
}

void rearrange(std::span<double> fittedByTau)
{
    std::sort(fittedByTau.begin(), fittedByTau.end());
}

} // namespace twelvefold::statistics
