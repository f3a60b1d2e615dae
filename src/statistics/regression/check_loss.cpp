// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/check_loss.h"

#include "statistics/numbers/random.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace twelvefold::statistics {
namespace {

constexpr Index kAllAtOnce = 6000;    // rows up to which none are set aside
constexpr double kDownhill = 1e-9;    // a slope, in rows, that is more than rounding
constexpr int kAfreshEvery = 50;      // steps after which everything is worked out anew
constexpr double kMovesNot = 1e-12;   // a row's change along an edge that is rounding
constexpr std::uint64_t kSeed = 1997; // of the samples

// A few rows in memory.
class RowsInMemory : public CheckLossRows
{
public:
    RowsInMemory(MatrixXd q, VectorXd y) : m_q(std::move(q)), m_y(std::move(y))
    {
        m_lengths = m_q.rowwise().norm();
    }

    Index rows() const override { return m_q.rows(); }
    Index columns() const override { return m_q.cols(); }
    VectorXd residuals(const VectorXd& b) const override { return m_y - m_q * b; }
    VectorXd along(const VectorXd& numbers) const override { return m_q.transpose() * numbers; }
    const VectorXd& lengths() const override { return m_lengths; }
    MatrixXd rowsAt(const std::vector<Index>& which) const override
    {
        return m_q(which, Eigen::all);
    }
    double responseAt(Index row) const override { return m_y(row); }

    const MatrixXd& q() const { return m_q; }
    const VectorXd& y() const { return m_y; }

private:
    MatrixXd m_q;
    VectorXd m_y;
    VectorXd m_lengths;
};

RowsInMemory chosen(const CheckLossRows& rows, const std::vector<Index>& which)
{
    VectorXd y(static_cast<Index>(which.size()));
    for (std::size_t i = 0; i < which.size(); ++i)
        y(static_cast<Index>(i)) = rows.responseAt(which[i]);
    return {rows.rowsAt(which), std::move(y)};
}

// Down along edges from vertex to vertex, each step as far as the loss falls: Barrodale & Roberts
// 1973 for the median, Koenker & d'Orey 1987 for any tau. The edge is that with the steepest fall
// per change of what is fitted.
class Descent
{
public:
    // outside: Σ ψ q of rows that are not here, whose side is known.
    Descent(const RowsInMemory& rows, double tau, VectorXd outside, std::vector<Index> through)
        : m_rows(rows), m_tau(tau), m_outside(std::move(outside)), m_through(std::move(through)),
          m_sides(static_cast<std::size_t>(rows.rows()), 0)
    {
    }

    CheckLossVertex lowest()
    {
        const Index most = 50 * (m_rows.columns() + 20);
        CheckLossVertex vertex;
        afresh();
        int since = 0;
        for (Index step = 0; step < most; ++step) {
            if (!stepDown()) {
                if (since == 0) {
                    vertex.settled = true;
                    break;
                }
                afresh(); // and look again, without what rounding has gathered
                since = 0;
            } else if (++since == kAfreshEvery) {
                afresh();
                since = 0;
            }
        }
        vertex.through = m_through;
        vertex.b = m_b;
        vertex.unique = m_unique;
        return vertex;
    }

private:
    // ψ, the slope of the loss in a residual.
    double slopeOf(std::size_t row) const
    {
        return m_sides[row] > 0 ? m_tau : m_sides[row] < 0 ? m_tau - 1.0 : 0.0;
    }

    void afresh()
    {
        MatrixXd square(m_rows.columns(), m_rows.columns());
        VectorXd right(m_rows.columns());
        for (Index j = 0; j < square.rows(); ++j) {
            square.row(j) = m_rows.q().row(m_through[static_cast<std::size_t>(j)]);
            right(j) = m_rows.y()(m_through[static_cast<std::size_t>(j)]);
        }
        m_inverse = square.fullPivLu().inverse();
        m_b = m_inverse * right;
        m_residuals = m_rows.residuals(m_b);
        VectorXd slopes(m_rows.rows());
        for (const Index row : m_through)
            m_residuals(row) = 0.0;
        for (std::size_t row = 0; row < m_sides.size(); ++row)
            m_sides[row] = m_residuals(static_cast<Index>(row)) < 0.0 ? -1 : 1;
        for (const Index row : m_through)
            m_sides[static_cast<std::size_t>(row)] = 0;
        for (std::size_t row = 0; row < m_sides.size(); ++row)
            slopes(static_cast<Index>(row)) = slopeOf(row);
        m_gradient = m_outside + m_rows.along(slopes);
    }

    struct Edge
    {
        Index leaves = -1;  // place in m_through of the row that is left
        double towards = 0; // 1 where that row ends below, -1 where it ends above
        double fall = 0;
    };

    // With w = Q_B⁻ᵀ Σψq, the loss changes along the edge on which row j of the vertex ends below
    // by 1 - τ - w_j, and on the opposite one by τ + w_j.
    Edge steepest()
    {
        const VectorXd w = m_inverse.transpose() * m_gradient;
        Edge best;
        double steepest = 0.0;
        m_unique = true;
        for (Index j = 0; j < w.size(); ++j) {
            const double below = w(j) - (1.0 - m_tau);
            const double above = -m_tau - w(j);
            const double fall = std::max(below, above);
            m_unique = m_unique && fall < -kDownhill;
            const double rate = fall / m_inverse.col(j).norm();
            if (fall > kDownhill && rate > steepest) {
                steepest = rate;
                best = {j, below > above ? 1.0 : -1.0, fall};
            }
        }
        return best;
    }

    struct Crossing
    {
        double at = 0;
        Index row = 0;
        bool operator<(const Crossing& other) const
        {
            return at < other.at || (at == other.at && row < other.row);
        }
    };

    // The place in m_crossings, sorted up to there, at which the loss stops falling.
    std::size_t stopAt(const VectorXd& change, double fall)
    {
        auto first = m_crossings.begin();
        auto last = m_crossings.end();
        while (last - first > 1) {
            const auto middle = first + (last - first) / 2;
            std::nth_element(first, middle, last);
            double turned = 0.0;
            for (auto crossing = first; crossing != middle; ++crossing)
                turned += std::fabs(change(crossing->row));
            if (turned >= fall) {
                last = middle;
            } else {
                fall -= turned;
                first = middle;
                if (std::fabs(change(first->row)) >= fall)
                    break; // it is the least of the rest
                fall -= std::fabs(change(first->row));
                ++first;
            }
        }
        return static_cast<std::size_t>(first - m_crossings.begin());
    }

    bool stepDown()
    {
        const Edge edge = steepest();
        if (edge.leaves < 0)
            return false;
        const VectorXd direction = edge.towards * m_inverse.col(edge.leaves);
        const VectorXd change = m_rows.q() * direction;
        const double length = direction.norm();
        m_crossings.clear();
        for (Index row = 0; row < change.size(); ++row) {
            const double along = change(row) * m_sides[static_cast<std::size_t>(row)];
            if (along > 0.0 && along > kMovesNot * length * m_rows.lengths()(row))
                m_crossings.push_back({std::max(0.0, m_residuals(row) / change(row)), row});
        }
        if (m_crossings.empty())
            return false;
        const std::size_t stop = std::min(stopAt(change, edge.fall), m_crossings.size() - 1);
        moveTo(edge, direction, change, stop);
        return true;
    }

    void moveTo(const Edge& edge, const VectorXd& direction, const VectorXd& change,
                std::size_t stop)
    {
        const Crossing end = m_crossings[stop];
        for (std::size_t i = 0; i < stop; ++i) {
            const Index row = m_crossings[i].row;
            signed char& side = m_sides[static_cast<std::size_t>(row)];
            m_gradient -= double(side) * m_rows.q().row(row).transpose();
            side = static_cast<signed char>(-side);
        }
        m_residuals -= end.at * change;
        m_b += end.at * direction;
        enter(end.row, m_through[static_cast<std::size_t>(edge.leaves)], edge, end.at);
        m_through[static_cast<std::size_t>(edge.leaves)] = end.row;
        // One row of Q_B is another: Sherman & Morrison 1950.
        const VectorXd shifted = m_inverse.transpose() * m_rows.q().row(end.row).transpose();
        const VectorXd column = m_inverse.col(edge.leaves) / shifted(edge.leaves);
        VectorXd factor = shifted;
        factor(edge.leaves) -= 1.0;
        m_inverse -= column * factor.transpose();
    }

    void enter(Index entering, Index leaving, const Edge& edge, double at)
    {
        const auto in = static_cast<std::size_t>(entering);
        const auto out = static_cast<std::size_t>(leaving);
        m_gradient -= slopeOf(in) * m_rows.q().row(entering).transpose();
        m_sides[in] = 0;
        m_residuals(entering) = 0.0;
        m_sides[out] = edge.towards > 0.0 ? -1 : 1;
        m_residuals(leaving) = -edge.towards * at;
        m_gradient += slopeOf(out) * m_rows.q().row(leaving).transpose();
    }

    const RowsInMemory& m_rows;
    double m_tau;
    VectorXd m_outside;
    std::vector<Index> m_through;
    std::vector<signed char> m_sides; // 1 above, -1 below, 0 on
    std::vector<Crossing> m_crossings;
    MatrixXd m_inverse;
    VectorXd m_b, m_residuals, m_gradient;
    bool m_unique = true;
};

// The rows nearest to zero that determine a fit between them; residuals are about whatever fit
// there is so far.
std::vector<Index> nearestIndependent(const CheckLossRows& rows, const VectorXd& residuals)
{
    std::vector<Index> order(static_cast<std::size_t>(rows.rows()));
    std::iota(order.begin(), order.end(), Index{0});
    std::sort(order.begin(), order.end(), [&](Index a, Index b) {
        const double left = std::fabs(residuals(a)), right = std::fabs(residuals(b));
        return left < right || (left == right && a < b);
    });
    const Index width = rows.columns();
    std::vector<Index> taken;
    for (double least = 0.3; static_cast<Index>(taken.size()) < width && least > 1e-13;
         least *= 0.1) {
        taken.clear();
        MatrixXd basis = MatrixXd::Zero(width, width);
        for (const Index row : order) {
            const VectorXd whole = rows.rowsAt({row}).row(0).transpose();
            VectorXd left = whole;
            for (int twice = 0; twice < 2; ++twice)
                left -= basis * (basis.transpose() * left);
            if (!(left.norm() > least * whole.norm()) || !(whole.norm() > 0.0))
                continue;
            basis.col(static_cast<Index>(taken.size())) = left.normalized();
            taken.push_back(row);
            if (static_cast<Index>(taken.size()) == width)
                break;
        }
    }
    return taken;
}

CheckLossVertex ofAll(const RowsInMemory& rows, double tau)
{
    // From least squares moved to where a share tau lies below.
    const VectorXd b = rows.q().colPivHouseholderQr().solve(rows.y());
    VectorXd residuals = rows.residuals(b);
    VectorXd sorted = residuals;
    const auto middle = static_cast<Index>(tau * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.data(), sorted.data() + middle, sorted.data() + sorted.size());
    residuals.array() -= sorted(middle);
    std::vector<Index> through = nearestIndependent(rows, residuals);
    if (static_cast<Index>(through.size()) < rows.columns())
        return {{}, b, true, false};
    return Descent(rows, tau, VectorXd::Zero(rows.columns()), std::move(through)).lowest();
}

// Every so many rows one, at random.
std::vector<Index> sampleOf(Index rows, Index wanted)
{
    Random random(kSeed, static_cast<std::uint64_t>(rows));
    std::vector<Index> sample;
    for (Index i = 0; i < wanted; ++i) {
        const Index from = i * rows / wanted;
        const Index to = (i + 1) * rows / wanted;
        sample.push_back(from + random.below(static_cast<std::uint32_t>(to - from)));
    }
    return sample;
}

// Where most rows lie far to one side of the fit, only that side matters: their ψ is known, and the
// fit is to be found among the others (Portnoy & Koenker 1997, section 5). If a row turns out to
// lie on the other side it joins them.
class Preprocessed
{
public:
    Preprocessed(const CheckLossRows& rows, double tau) : m_rows(rows), m_tau(tau) {}

    CheckLossVertex lowest()
    {
        const auto wanted = static_cast<Index>(
            std::pow(static_cast<double>(m_rows.columns() * m_rows.rows()), 2.0 / 3.0));
        const std::vector<Index> which =
            sampleOf(m_rows.rows(), std::min(wanted, m_rows.rows() / 2));
        const RowsInMemory sample = chosen(m_rows, which);
        const CheckLossVertex guess = lowestCheckLoss(sample, m_tau);
        if (!guess.settled)
            return guess;
        setAside(guess, sample, which);
        CheckLossVertex vertex = guess;
        for (std::size_t added = 1; added > 0;) {
            const RowsInMemory near = chosen(m_rows, m_near);
            vertex = Descent(near, m_tau, m_outside, m_through).lowest();
            m_through = vertex.through;
            added = takeBack(vertex);
        }
        for (Index& row : vertex.through)
            row = m_near[static_cast<std::size_t>(row)];
        return vertex;
    }

private:
    // Keeps as many rows as the sample has, by how sure the sample is of their side: the spread of
    // a fitted value goes with the length of its row.
    void setAside(const CheckLossVertex& guess, const RowsInMemory& sample,
                  const std::vector<Index>& which)
    {
        VectorXd sure = sample.residuals(guess.b).cwiseAbs().cwiseQuotient(
            sample.lengths().cwiseMax(std::numeric_limits<double>::min()));
        const Index place = sure.size() * sure.size() / m_rows.rows();
        std::nth_element(sure.data(), sure.data() + place, sure.data() + sure.size());
        const double enough = sure(place);
        const VectorXd residuals = m_rows.residuals(guess.b);
        std::vector<bool> keep(static_cast<std::size_t>(m_rows.rows()));
        for (Index row = 0; row < m_rows.rows(); ++row)
            keep[static_cast<std::size_t>(row)] =
                !(std::fabs(residuals(row)) > enough * m_rows.lengths()(row));
        for (const Index row : guess.through)
            keep[static_cast<std::size_t>(which[static_cast<std::size_t>(row)])] = true;
        VectorXd slopes = VectorXd::Zero(m_rows.rows());
        m_sides.assign(keep.size(), 0);
        for (Index row = 0; row < m_rows.rows(); ++row) {
            if (keep[static_cast<std::size_t>(row)]) {
                m_near.push_back(row);
                continue;
            }
            m_sides[static_cast<std::size_t>(row)] = residuals(row) < 0.0 ? -1 : 1;
            slopes(row) = slopeOf(m_sides[static_cast<std::size_t>(row)]);
        }
        m_outside = m_rows.along(slopes);
        for (const Index row : guess.through) {
            const Index whole = which[static_cast<std::size_t>(row)];
            m_through.push_back(std::lower_bound(m_near.begin(), m_near.end(), whole) -
                                m_near.begin());
        }
    }

    double slopeOf(signed char side) const { return side > 0 ? m_tau : m_tau - 1.0; }

    std::size_t takeBack(const CheckLossVertex& vertex)
    {
        const VectorXd residuals = m_rows.residuals(vertex.b);
        std::vector<Index> back;
        for (Index row = 0; row < residuals.size(); ++row) {
            const signed char side = m_sides[static_cast<std::size_t>(row)];
            if (side * residuals(row) < 0.0)
                back.push_back(row);
        }
        if (back.empty())
            return 0;
        const MatrixXd rows = m_rows.rowsAt(back);
        for (std::size_t i = 0; i < back.size(); ++i) {
            signed char& side = m_sides[static_cast<std::size_t>(back[i])];
            m_outside -= slopeOf(side) * rows.row(static_cast<Index>(i)).transpose();
            side = 0;
        }
        m_near.insert(m_near.end(), back.begin(), back.end());
        return back.size();
    }

    const CheckLossRows& m_rows;
    double m_tau;
    std::vector<Index> m_near;        // rows to look among
    std::vector<Index> m_through;     // places in m_near
    std::vector<signed char> m_sides; // of the rows set aside; 0 for the others
    VectorXd m_outside;
};

} // namespace

CheckLossVertex lowestCheckLoss(const CheckLossRows& rows, double tau)
{
    if (rows.rows() > kAllAtOnce)
        return Preprocessed(rows, tau).lowest();
    std::vector<Index> all(static_cast<std::size_t>(rows.rows()));
    std::iota(all.begin(), all.end(), Index{0});
    return ofAll(chosen(rows, all), tau);
}

} // namespace twelvefold::statistics
