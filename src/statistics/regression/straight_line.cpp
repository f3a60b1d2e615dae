// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/straight_line.h"

#include "statistics/description/descriptive.h"
#include "statistics/numbers/random.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/bisquare.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace twelvefold::statistics {
namespace {

using bisquare::kForFit;
using bisquare::kForScale;

constexpr std::size_t kSubsamples = 80;
constexpr std::size_t kStraightLineSearchAmong = 200; // points by which they are judged
constexpr std::size_t kStraightLineBest = 5;
constexpr double kStraightLineSettled =
    1e-12; // of the scale, change of the line over the spread of x
constexpr int kStraightLineMostSteps = 500;

// A line about the middle of x, and a scale.
struct PointsFit
{
    double height = 0, slope = 0;
    double scale = std::numeric_limits<double>::infinity();
};

// What a pass over the points finds at a fit.
struct Pass
{
    double w = 0, wx = 0, wxx = 0; // the weights' moments: or those of the slopes of psi
    double r = 0, rx = 0;          // of the weighted residuals
    double loss = 0, lossSlope = 0;
};

class Points
{
public:
    Points(std::vector<double> x, std::vector<double> y) : m_x(std::move(x)), m_y(std::move(y))
    {
        const CentredSums sums = centredSums(m_x, m_x);
        m_middle = sums.meanX;
        for (double& value : m_x)
            value -= m_middle;
        const double n = static_cast<double>(m_x.size());
        // Where all x are equal, their mean may still miss them by a last digit.
        const double rounding = 1e-14 * std::abs(m_middle);
        m_spread = std::sqrt(sums.xx / n);
        m_level = !(m_spread > rounding);
        m_freedom = n - (m_level ? 1 : 2);
        for (const double value : m_y)
            m_nothing = std::max(m_nothing, 1e-13 * std::abs(value));
    }

    std::size_t size() const { return m_x.size(); }
    bool level() const { return m_level; }
    double freedom() const { return m_freedom; }
    double nothing() const { return m_nothing; } // scales up to this are rounding
    double x(std::size_t i) const { return m_x[i]; }
    double y(std::size_t i) const { return m_y[i]; }
    double middle() const { return m_middle; }

    Points sample(std::size_t most, Random& random) const
    {
        std::vector<double> x, y;
        for (std::size_t i = 0; i < most; ++i) {
            const std::size_t pick = random.below(static_cast<std::uint32_t>(size()));
            x.push_back(m_x[pick] + m_middle);
            y.push_back(m_y[pick]);
        }
        return {std::move(x), std::move(y)};
    }

    Pass reweighted(const PointsFit& fit, double tuning) const { return pass<false>(fit, tuning); }
    Pass newton(const PointsFit& fit, double tuning) const { return pass<true>(fit, tuning); }

    // Moves a line by what a pass says; returns by how much, or nothing where that is no descent.
    std::optional<double> move(PointsFit& fit, const Pass& pass) const
    {
        const double determinant = pass.w * pass.wxx - pass.wx * pass.wx;
        double height = 0, slope = 0;
        if (!(pass.w > 0))
            return std::nullopt;
        if (m_level) {
            height = pass.r / pass.w;
        } else {
            if (!(determinant > 1e-9 * pass.w * pass.wxx))
                return std::nullopt;
            height = (pass.wxx * pass.r - pass.wx * pass.rx) / determinant;
            slope = (pass.w * pass.rx - pass.wx * pass.r) / determinant;
        }
        fit.height += height;
        fit.slope += slope;
        return std::abs(height) + std::abs(slope) * m_spread;
    }

private:
    // Two sums of each side by side, which the processor can work on at once.
    template<bool newton>
    Pass pass(const PointsFit& fit, double tuning) const
    {
        double w[2] = {}, wx[2] = {}, wxx[2] = {}, rs[2] = {}, rx[2] = {}, loss[2] = {},
               fall[2] = {};
        const double inverse = 1 / (tuning * fit.scale);
        const auto add = [&](std::size_t i, std::size_t lane) {
            const double x = m_x[i];
            const double r = m_y[i] - fit.height - fit.slope * x;
            const double u = r * inverse;
            const double square = std::min(1.0, u * u);
            const double left = 1 - square;
            const double weight = left * left;
            const double moment = newton ? left * (1 - 5 * square) : weight;
            w[lane] += moment;
            wx[lane] += moment * x;
            wxx[lane] += moment * x * x;
            rs[lane] += weight * r;
            rx[lane] += weight * r * x;
            loss[lane] += square * (3 - 3 * square + square * square);
            if (newton)
                fall[lane] += weight * square;
        };
        std::size_t i = 0;
        for (; i + 2 <= m_x.size(); i += 2) {
            for (std::size_t lane = 0; lane < 2; ++lane)
                add(i + lane, lane);
        }
        if (i < m_x.size())
            add(i, 0);
        return {w[0] + w[1],   wx[0] + wx[1],     wxx[0] + wxx[1],  rs[0] + rs[1],
                rx[0] + rx[1], loss[0] + loss[1], fall[0] + fall[1]};
    }

    std::vector<double> m_x, m_y;
    double m_middle = 0, m_spread = 0, m_freedom = 1, m_nothing = 0;
    bool m_level = false;
};

// The scale at which the mean loss is a half (of the degrees of freedom), for a line as it is.
double scaleOf(const Points& points, PointsFit fit)
{
    for (int step = 0; step < kStraightLineMostSteps && fit.scale > points.nothing(); ++step) {
        const Pass pass = points.newton(fit, kForScale);
        const double mean = pass.loss / points.freedom();
        // Newton's step for the logarithm of the scale, where it is not too bold; the mean loss
        // falls by 6 w u² a unit of it.
        const double fall = 6 * pass.lossSlope / points.freedom();
        const double newton = fall > 0 ? (mean - 0.5) / fall : 1;
        const double factor = std::abs(newton) < 0.5 ? std::exp(newton) : std::sqrt(2 * mean);
        fit.scale *= factor;
        if (std::abs(factor - 1) < kStraightLineSettled)
            break;
    }
    return fit.scale > points.nothing() ? fit.scale : 0;
}

double medianScale(const Points& points, const PointsFit& fit)
{
    std::vector<double> sizes(points.size());
    for (std::size_t i = 0; i < sizes.size(); ++i)
        sizes[i] = std::abs(points.y(i) - fit.height - fit.slope * points.x(i));
    return *median(sizes) / 0.6745;
}

// To the nearest S-estimate (the scale goes along) or, at a fixed scale, M-estimate. Far from the
// end by reweighting, which cannot fail; near it by Newton's steps, unless they fail to shorten.
void settle(const Points& points, PointsFit& fit, double tuning, bool scaleGoesAlong, int most)
{
    double change = std::numeric_limits<double>::infinity();
    bool newtonFails = false, first = true;
    for (int step = 0; step < most && fit.scale > points.nothing(); ++step) {
        const bool newton = !newtonFails && change < 0.1 * fit.scale;
        const Pass pass = newton ? points.newton(fit, tuning) : points.reweighted(fit, tuning);
        PointsFit next = fit;
        const auto by = points.move(next, pass);
        if (!by && !newton)
            return;
        // The first of Newton's steps makes up at once for all that reweighting would have left.
        const double bound = (first ? 20 : 0.5) * change;
        if (newton && (!by || *by > std::max(bound, kStraightLineSettled * fit.scale) ||
                       !(pass.lossSlope > 0))) {
            newtonFails = true;
            continue;
        }
        const double excess = pass.loss - 0.5 * points.freedom();
        if (scaleGoesAlong && newton)
            next.scale *= std::exp(std::clamp(excess / (6 * pass.lossSlope), -0.5, 0.5));
        else if (scaleGoesAlong)
            next.scale *= std::sqrt(2 * pass.loss / points.freedom());
        change = *by + std::abs(next.scale - fit.scale);
        first = first && !newton;
        fit = next;
        if (change <= kStraightLineSettled * fit.scale)
            return;
    }
}

// A line through two random points, brought a little closer to most.
PointsFit throughTwo(const Points& points, Random& random)
{
    constexpr int kAttempts = 50;
    const auto n = static_cast<std::uint32_t>(points.size());
    PointsFit fit;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const std::uint32_t i = random.below(n), j = random.below(n);
        fit.height = points.y(i);
        if (points.level())
            break;
        if (points.x(i) == points.x(j))
            continue;
        fit.slope = (points.y(i) - points.y(j)) / (points.x(i) - points.x(j));
        fit.height -= fit.slope * points.x(i);
        break;
    }
    return fit;
}

// Fast-S (Salibian-Barrera & Yohai 2006). Once there are some good lines, another is looked at
// further only if it fits better than the worst of them at that one's scale.
std::vector<PointsFit> search(const Points& points, Random& random)
{
    std::vector<PointsFit> best;
    for (std::size_t k = 0; k < kSubsamples; ++k) {
        PointsFit fit = throughTwo(points, random);
        const bool full = best.size() == kStraightLineBest;
        fit.scale = full ? best.back().scale : medianScale(points, fit);
        for (int step = 0; step < 2 && fit.scale > points.nothing(); ++step)
            points.move(fit, points.reweighted(fit, kForScale));
        if (fit.scale > points.nothing()) {
            const double loss = points.reweighted(fit, kForScale).loss;
            if (full && loss >= 0.5 * points.freedom())
                continue;
            fit.scale = scaleOf(points, fit);
        }
        const auto place = std::upper_bound(
            best.begin(), best.end(), fit,
            [](const PointsFit& a, const PointsFit& b) { return a.scale < b.scale; });
        best.insert(place, fit);
        if (best.size() > kStraightLineBest)
            best.pop_back();
        if (!(best.back().scale > points.nothing()))
            break;
    }
    return best;
}

PointsFit sEstimate(const Points& points)
{
    Random random(1, (std::uint64_t{5} << 32U) + 2);
    std::vector<PointsFit> starts;
    if (points.size() > kStraightLineSearchAmong) {
        const Points sample = points.sample(kStraightLineSearchAmong, random);
        starts = search(sample, random);
        for (PointsFit& fit : starts) {
            settle(sample, fit, kForScale, true, 20);
            fit.height += fit.slope * (points.middle() - sample.middle());
        }
    } else {
        starts = search(points, random);
    }
    PointsFit winner;
    std::vector<PointsFit> settled;
    for (PointsFit fit : starts) {
        // A few steps tell which of them lead to the same end.
        settle(points, fit, kForScale, true, 4);
        const bool known = std::any_of(settled.begin(), settled.end(), [&](const PointsFit& other) {
            return std::abs(fit.scale - other.scale) <= 1e-6 * fit.scale;
        });
        settled.push_back(fit);
        if (known)
            continue;
        settle(points, fit, kForScale, true, kStraightLineMostSteps);
        fit.scale = scaleOf(points, fit);
        if (fit.scale < winner.scale)
            winner = fit;
    }
    return winner;
}

StraightLine lineOf(const Points& points, const PointsFit& fit)
{
    return {fit.height - fit.slope * points.middle(), fit.slope, fit.scale};
}

MmLine finished(const Points& points, const PointsFit& start)
{
    MmLine result;
    result.start = lineOf(points, start);
    PointsFit fit = start;
    settle(points, fit, kForFit, false, kStraightLineMostSteps);
    result.line = lineOf(points, fit);
    return result;
}

Points pointsOf(std::span<const double> x, std::span<const double> y)
{
    return {{x.begin(), x.end()}, {y.begin(), y.end()}};
}

} // namespace

MmLine mmLine(std::span<const double> x, std::span<const double> y)
{
    const Points points = pointsOf(x, y);
    return finished(points, sEstimate(points));
}

MmLine mmLine(std::span<const double> x, std::span<const double> y, const MmLine& near)
{
    const Points points = pointsOf(x, y);
    PointsFit fit{near.start.at(points.middle()), points.level() ? 0 : near.start.slope,
                  near.start.scale};
    if (!(fit.scale > points.nothing()))
        return mmLine(x, y);
    settle(points, fit, kForScale, true, kStraightLineMostSteps);
    fit.scale = scaleOf(points, fit);
    return finished(points, fit);
}

} // namespace twelvefold::statistics
