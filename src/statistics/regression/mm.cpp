// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/mm.h"

#include "statistics/description/descriptive.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/bisquare.h"
#include "statistics/regression/fit_messages.h"
#include "statistics/regression/judge.h"
#include "statistics/regression/passes.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace twelvefold::statistics {
namespace {

using bisquare::kForFit;
using bisquare::kForScale;
using bisquare::loss;
using bisquare::weight;

constexpr double kHalf = 0.5;
constexpr std::size_t kMmSearchAmong = 2000; // rows the subsamples are judged by
constexpr std::size_t kMmBest = 10;
constexpr double kMmSettled = 1e-12; // of the scale, change of the fitted values
constexpr int kMmMostSteps = 500;

// Rows of Q that are held as they are; passes.h has the like for all rows of a design.
class HeldRows
{
public:
    explicit HeldRows(MatrixXd q) : m_q(std::move(q)) {}
    const MatrixXd& q() const { return m_q; }
    MatrixXd weighted(const VectorXd& weights) const
    {
        return m_q.transpose() * weights.asDiagonal() * m_q;
    }
    VectorXd along(const VectorXd& v) const { return m_q.transpose() * v; }
    void residuals(const VectorXd& b, const VectorXd& y, VectorXd& residuals) const
    {
        residuals = y;
        residuals.noalias() -= m_q * b;
    }

private:
    MatrixXd m_q;
};

// All rows, coefficients likewise in the basis Q.
class AllRows
{
public:
    AllRows(const Design& design, const QrFit& fit) : m_passes(design, fit) {}
    MatrixXd weighted(const VectorXd& weights) const { return m_passes.weighted(weights); }
    VectorXd along(const VectorXd& v) const { return m_passes.along(v); }
    void residuals(const VectorXd& b, const VectorXd& y, VectorXd& residuals) const
    {
        residuals.resize(y.size());
        m_passes.residuals(m_passes.ofColumns(b), {y.data(), static_cast<std::size_t>(y.size())},
                           residuals);
    }

private:
    Passes m_passes;
};

template<class Rows>
struct Problem
{
    const Rows& rows;
    VectorXd y;
    double freedom = 0; // by which losses are averaged: the rows less the coefficients
    double nothing = 0; // scales up to this are rounding
};

struct Fit
{
    VectorXd b; // in the basis Q
    VectorXd residuals;
    double scale = std::numeric_limits<double>::infinity();
};

struct Losses
{
    double sum = 0;
    double fall = 0; // Σ w u²: a sixth of how much the sum falls as the scale grows e-fold
};

// Calls each(i, 1 - u²) for every residual, 0 where u is beyond 1, and adds up the losses, block by
// block.
template<class Each>
Losses overResiduals(const VectorXd& residuals, double scale, double tuning, const Each& each)
{
    constexpr Index kBlock = 1024;
    const double inverse = 1.0 / (tuning * scale);
    Losses total;
    for (Index from = 0; from < residuals.size(); from += kBlock) {
        Losses block;
        for (Index i = from; i < std::min(from + kBlock, residuals.size()); ++i) {
            const double u = residuals(i) * inverse;
            const double square = std::min(1.0, u * u);
            const double left = 1.0 - square;
            // Not 1 - left³, which loses what little there is where the scale is far too large.
            block.sum += square * (3.0 - 3.0 * square + square * square);
            block.fall += left * left * square;
            each(i, left);
        }
        total.sum += block.sum;
        total.fall += block.fall;
    }
    return total;
}

double medianScale(const VectorXd& residuals)
{
    std::vector<double> magnitudes(static_cast<std::size_t>(residuals.size()));
    for (std::size_t i = 0; i < magnitudes.size(); ++i)
        magnitudes[i] = std::fabs(residuals(static_cast<Index>(i)));
    return *median(magnitudes) / kNormalQuartile;
}

// The scale at which the mean loss is a half: Newton's steps for its logarithm, where they are not
// too bold, from any start above zero.
template<class Rows>
double scaleOf(const Problem<Rows>& problem, const VectorXd& residuals, double start)
{
    double scale = start;
    for (int step = 0; step < kMmMostSteps && scale > problem.nothing; ++step) {
        const Losses losses = overResiduals(residuals, scale, kForScale, [](Index, double) {});
        const double mean = losses.sum / problem.freedom;
        const double newton = (mean - kHalf) / (6.0 * losses.fall / problem.freedom);
        const double factor = std::fabs(newton) < 0.5 ? std::exp(newton) : std::sqrt(mean / kHalf);
        scale *= factor;
        if (std::fabs(factor - 1.0) < 1e-13)
            break;
    }
    return scale > problem.nothing ? scale : 0.0;
}

// To the nearest S-estimate (the scale goes along) or, at a fixed scale, M-estimate. Far from the
// end by reweighting, which cannot fail; near it by Newton's steps, unless they fail to shorten.
// False where weights leave too little to go on with, or after too many steps.
template<class Rows>
bool settle(const Problem<Rows>& problem, Fit& fit, double tuning, bool scaleGoesAlong, int most)
{
    const double root = std::sqrt(static_cast<double>(problem.y.size()));
    VectorXd weights(problem.y.size()), pulled(problem.y.size());
    Eigen::LLT<MatrixXd> cholesky;
    double change = std::numeric_limits<double>::infinity();
    bool newtonFails = false, first = true;
    for (int step = 0; step < most && fit.scale > problem.nothing; ++step) {
        const bool newton = !newtonFails && change < 0.1 * fit.scale;
        // Very near the end one matrix serves for all steps.
        const bool anew = !newton || first || change > 1e-4 * fit.scale;
        const Losses losses =
            overResiduals(fit.residuals, fit.scale, tuning, [&](Index i, double left) {
                if (anew)
                    weights(i) = newton ? left * (1.0 - 5.0 * (1.0 - left)) : left * left;
                pulled(i) = left * left * fit.residuals(i);
            });
        if (anew)
            cholesky.compute(problem.rows.weighted(weights));
        const bool sound =
            cholesky.info() == Eigen::Success && cholesky.rcond() > (newton ? 1e-6 : 1e-13);
        if (!sound && !newton)
            return false;
        VectorXd move;
        double by = std::numeric_limits<double>::infinity();
        if (sound) {
            move = cholesky.solve(problem.rows.along(pulled));
            by = move.norm() / root;
        }
        // The first of Newton's steps makes up at once for all that reweighting would have left.
        const double bound = std::max((first ? 20 : 0.5) * change, kMmSettled * fit.scale);
        if (newton && (!(by <= bound) || !(losses.fall > 0.0))) {
            newtonFails = true;
            continue;
        }
        const double before = fit.scale;
        const double mean = losses.sum / problem.freedom;
        if (scaleGoesAlong && newton)
            fit.scale *= std::exp(
                std::clamp((mean - kHalf) / (6.0 * losses.fall / problem.freedom), -0.5, 0.5));
        else if (scaleGoesAlong)
            fit.scale *= std::sqrt(mean / kHalf);
        fit.b += move;
        problem.rows.residuals(fit.b, problem.y, fit.residuals);
        change = by + std::fabs(fit.scale - before);
        first = first && !newton;
        if (change <= kMmSettled * fit.scale)
            return true;
    }
    return !(fit.scale > problem.nothing);
}

// As many rows as there are coefficients, in random order but for those that add nothing to the
// rows before them: where a column is 0 but for a few, hardly any rows drawn blindly determine it
// (Koller 2012, nonsingular subsampling). Q has full rank, so there are enough.
std::vector<std::uint32_t> determiningRows(const MatrixXd& q, Random& random)
{
    std::vector<std::uint32_t> order(static_cast<std::size_t>(q.rows())), rows;
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(std::span(order));
    MatrixXd basis(q.cols(), q.cols());
    for (const std::uint32_t row : order) {
        const auto known = static_cast<Index>(rows.size());
        if (known == q.cols())
            break;
        VectorXd rest = q.row(row).transpose();
        for (int pass = 0; pass < 2; ++pass) // the second takes out what rounding left
            rest -= basis.leftCols(known) * (basis.leftCols(known).transpose() * rest);
        if (rest.norm() <= 1e-7 * q.row(row).norm())
            continue;
        basis.col(known) = rest.normalized();
        rows.push_back(row);
    }
    return rows;
}

VectorXd throughRows(const Problem<HeldRows>& problem, const std::vector<std::uint32_t>& rows)
{
    const MatrixXd& q = problem.rows.q();
    MatrixXd square(q.cols(), q.cols());
    VectorXd right(q.cols());
    for (Index i = 0; i < q.cols(); ++i) {
        square.row(i) = q.row(rows[static_cast<std::size_t>(i)]);
        right(i) = problem.y(rows[static_cast<std::size_t>(i)]);
    }
    return square.colPivHouseholderQr().solve(right);
}

// The coefficients that pass through as many random rows as there are coefficients; rows that do
// not determine them are drawn again.
std::optional<VectorXd> throughRandomRows(const Problem<HeldRows>& problem, Random& random)
{
    const MatrixXd& q = problem.rows.q();
    const Index width = q.cols();
    constexpr int kAttempts = 50;
    std::vector<std::uint32_t> rows;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        rows.clear();
        MatrixXd square(width, width);
        VectorXd right(width);
        while (static_cast<Index>(rows.size()) < width) {
            const std::uint32_t pick = random.below(static_cast<std::uint32_t>(q.rows()));
            if (std::find(rows.begin(), rows.end(), pick) != rows.end())
                continue;
            square.row(static_cast<Index>(rows.size())) = q.row(pick);
            right(static_cast<Index>(rows.size())) = problem.y(pick);
            rows.push_back(pick);
        }
        Eigen::ColPivHouseholderQR<MatrixXd> qr(square);
        qr.setThreshold(1e-9);
        if (qr.rank() == width)
            return VectorXd(qr.solve(right));
    }
    return std::nullopt;
}

// Fast-S (Salibian-Barrera & Yohai 2006): from each of many subsamples two steps. Once there are
// ten good fits, another is looked at further only if it is better than the worst of them at that
// one's scale. The ten are then taken as far as they go; those that end alike are kept once.
std::vector<Fit> search(const Problem<HeldRows>& problem, std::uint64_t seed)
{
    const int subsamples = problem.y.size() > 200 ? 500 : 2000;
    const auto better = [](const Fit& a, const Fit& b) { return a.scale < b.scale; };
    std::vector<Fit> best;
    Random random(seed, std::uint64_t{5} << 32U);
    bool blindly = true;
    for (int k = 0; k < subsamples; ++k) {
        const auto start = blindly ? throughRandomRows(problem, random) : std::nullopt;
        blindly = start.has_value();
        Fit fit;
        fit.b = blindly ? *start : throughRows(problem, determiningRows(problem.rows.q(), random));
        problem.rows.residuals(fit.b, problem.y, fit.residuals);
        const bool full = best.size() == kMmBest;
        fit.scale = full ? best.back().scale : medianScale(fit.residuals);
        settle(problem, fit, kForScale, false, 2);
        if (fit.scale > problem.nothing) {
            const Losses losses =
                overResiduals(fit.residuals, fit.scale, kForScale, [](Index, double) {});
            if (full && losses.sum >= kHalf * problem.freedom)
                continue;
            fit.scale = scaleOf(problem, fit.residuals, fit.scale);
        }
        best.insert(std::upper_bound(best.begin(), best.end(), fit, better), std::move(fit));
        if (best.size() > kMmBest)
            best.pop_back();
        if (!(best.back().scale > problem.nothing))
            break;
    }
    std::vector<Fit> ends;
    for (Fit& fit : best) {
        settle(problem, fit, kForScale, true, kMmMostSteps);
        fit.scale = fit.scale > problem.nothing ? scaleOf(problem, fit.residuals, fit.scale) : 0.0;
        const bool known = std::any_of(ends.begin(), ends.end(), [&](const Fit& other) {
            return std::fabs(fit.scale - other.scale) <= 1e-9 * fit.scale;
        });
        if (!known)
            ends.push_back(std::move(fit));
    }
    std::sort(ends.begin(), ends.end(), better);
    return ends;
}

// Some of the rows, or all of them where they are few.
std::vector<std::uint32_t> sampleOf(std::size_t n, std::uint64_t seed)
{
    std::vector<std::uint32_t> rows(n);
    std::iota(rows.begin(), rows.end(), 0U);
    if (n <= kMmSearchAmong)
        return rows;
    Random random(seed, (std::uint64_t{5} << 32U) + 1);
    for (std::size_t i = 0; i < kMmSearchAmong; ++i)
        std::swap(rows[i], rows[i + random.below(static_cast<std::uint32_t>(n - i))]);
    rows.resize(kMmSearchAmong);
    return rows;
}

// Rows of Q, from the design's columns.
MatrixXd rowsOfQ(const Design& design, const QrFit& qr, const std::vector<std::uint32_t>& rows)
{
    const auto width = static_cast<Index>(qr.kept.size());
    MatrixXd x(static_cast<Index>(rows.size()), width);
    for (Index j = 0; j < width; ++j) {
        const auto column = design.column(qr.kept[static_cast<std::size_t>(j)]);
        for (Index i = 0; i < x.rows(); ++i)
            x(i, j) = column[rows[static_cast<std::size_t>(i)]];
    }
    return x * qr.inverseR.triangularView<Eigen::Upper>();
}

Fit sEstimate(const Design& design, const QrFit& qr, const Problem<AllRows>& whole,
              std::uint64_t seed)
{
    const std::vector<std::uint32_t> rows = sampleOf(design.rows(), seed);
    const HeldRows held(
        qr.q.rows() > 0 && rows.size() == design.rows() ? qr.q : rowsOfQ(design, qr, rows));
    Problem<HeldRows> sample{held, VectorXd(static_cast<Index>(rows.size())),
                             static_cast<double>(rows.size() - qr.kept.size()), whole.nothing};
    for (std::size_t i = 0; i < rows.size(); ++i)
        sample.y(static_cast<Index>(i)) = whole.y(static_cast<Index>(rows[i]));
    std::vector<Fit> ends = search(sample, seed);
    if (rows.size() == design.rows())
        return ends.empty() ? Fit() : std::move(ends.front());
    Fit winner;
    for (Fit& fit : ends) {
        whole.rows.residuals(fit.b, whole.y, fit.residuals);
        if (!(fit.scale > 0.0))
            fit.scale = medianScale(fit.residuals);
        settle(whole, fit, kForScale, true, kMmMostSteps);
        fit.scale = fit.scale > whole.nothing ? scaleOf(whole, fit.residuals, fit.scale) : 0.0;
        if (fit.scale < winner.scale)
            winner = std::move(fit);
    }
    return winner;
}

// The variances of the M-estimate's coefficients, those of its scale taken along: Σφ²/n², φ being
// each case's influence (Croux, Dhaene & Hoorelbeke 2003, their first estimate, which takes the
// mean loss for a half; where few cases leave a coefficient no variance by it, the losses' own mean
// stands). `inverseR` leads from the basis Q to the columns.
VectorXd variances(const AllRows& rows, const MatrixXd& inverseR, const VectorXd& startResiduals,
                   const VectorXd& residuals, double scale)
{
    const auto n = static_cast<double>(residuals.size());
    VectorXd slopes(residuals.size()), work(residuals.size());
    const auto fill = [&](const auto& value) {
        for (Index i = 0; i < residuals.size(); ++i)
            work(i) = value(residuals(i) / scale, startResiduals(i) / scale);
    };
    const auto psi = [](double r) { return r * weight(r / kForFit); };
    double scaleSlope = 0.0, squares = 0.0, excesses = 0.0;
    for (Index i = 0; i < residuals.size(); ++i) {
        const double u = residuals(i) / scale / kForFit;
        const double left = 1.0 - u * u;
        slopes(i) = left > 0.0 ? left * (1.0 - 5.0 * u * u) : 0.0;
        const double u0 = startResiduals(i) / scale / kForScale;
        scaleSlope += 6.0 * u0 * weight(u0) * u0;
        squares += loss(u0) * loss(u0);
        excesses += (loss(u0) - kHalf) * (loss(u0) - kHalf);
    }
    const MatrixXd a = n * scale * rows.weighted(slopes).fullPivLu().inverse();
    slopes = slopes.cwiseProduct(residuals / scale);
    const VectorXd along = a * rows.along(slopes) / scaleSlope;
    fill([&](double r, double r0) { return psi(r) * (loss(r0 / kForScale) - kHalf); });
    const VectorXd both = a * rows.along(work);
    fill([&](double r, double) { return psi(r) * psi(r); });
    const MatrixXd fit =
        a * rows.weighted(work) * a - both * along.transpose() - along * both.transpose();
    const MatrixXd ofScale = along * along.transpose();
    const auto ofColumns = [&](const MatrixXd& inBasis) -> VectorXd {
        return (inverseR * inBasis).cwiseProduct(inverseR).rowwise().sum() / (n * n);
    };
    const VectorXd usual = ofColumns(fit + (squares - n * kHalf * kHalf) * ofScale);
    return usual.minCoeff() > 0.0 ? usual : ofColumns(fit + excesses * ofScale);
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
                     const VectorXd& start, const VectorXd& squaredErrors)
{
    result.coefficients = coefficientsOf(design, qr, VectorXd(qr.inverseR * b));
    result.start.assign(design.columns(), 0.0);
    const VectorXd starts = qr.inverseR * start;
    const Judge judge(static_cast<double>(result.n - qr.kept.size()));
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        const auto at = static_cast<Index>(i);
        Coefficient& coefficient = result.coefficients[qr.kept[i]];
        result.start[qr.kept[i]] = starts(at);
        if (squaredErrors.size() == 0)
            continue;
        const double variance = squaredErrors(at);
        if (variance > 0.0 && std::isfinite(variance))
            coefficient.classical = judge(coefficient.estimate, std::sqrt(variance));
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
    if (design.rows() <= 2 * design.columns())
        return undefinedBy(result, fit_messages::tooFewRows(design));
    const QrFit qr = fitByQr(design, y);
    if (!std::isfinite(qr.residuals.squaredNorm()) || !qr.coefficients.allFinite())
        return undefinedBy(result, {fit_messages::kTooLarge, {}});
    const AllRows rows(design, qr);
    Problem<AllRows> whole{rows, ConstVector(y.data(), static_cast<Index>(y.size())),
                           static_cast<double>(result.n - qr.kept.size()), 0.0};
    whole.nothing = 1e-13 * whole.y.cwiseAbs().maxCoeff();
    const Fit start = sEstimate(design, qr, whole, seed);
    Fit fit = start;
    VectorXd squaredErrors;
    if (start.scale > whole.nothing) {
        result.scale = start.scale;
        result.converged = settle(whole, fit, kForFit, false, kMmMostSteps);
        squaredErrors = variances(rows, qr.inverseR, start.residuals, fit.residuals, start.scale);
        if (!result.converged)
            result.notes.push_back({fit_messages::kNotSettled, {std::int64_t{kMmMostSteps}}});
    } else {
        result.converged = true;
        result.notes.push_back({fit_messages::kOverHalfOnTheLine, {}});
    }
    addRows(result, y, fit.residuals);
    addCoefficients(result, design, qr, fit.b, start.b, squaredErrors);
    return result;
}

} // namespace twelvefold::statistics
