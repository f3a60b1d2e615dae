// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/isotonic.h"

#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::statistics {
namespace {

constexpr MessageKind kNoCase{"isotonic-no-case",
                              TWELVEFOLD_TEXT("Message", "There is no child to fit steps to.")};
constexpr MessageKind kDoesNotRise{
    "isotonic-does-not-rise",
    TWELVEFOLD_TEXT("Message", "One step fits best: on the whole the one does not rise with the "
                               "other.")};
constexpr MessageKind kDoesNotFall{
    "isotonic-does-not-fall",
    TWELVEFOLD_TEXT("Message", "One step fits best: on the whole the one does not fall with the "
                               "other.")};
constexpr MessageKind kNoVariation{
    "isotonic-no-variation",
    TWELVEFOLD_TEXT("Message", "All values are equal: there is nothing that steps could explain.")};
constexpr MessageKind kIsotonicTooLarge{
    "isotonic-too-large",
    TWELVEFOLD_TEXT("Message", "The numbers are too large to be squared and added up.")};

// Neighbouring cases as one. Sums are about the mean of all y, so that they keep their digits.
struct Block
{
    double from = 0, to = 0;
    std::size_t n = 0;
    DoubleDouble weight, sum;

    double mean() const { return sum.value() / weight.value(); }

    void absorb(const Block& next)
    {
        to = next.to;
        n += next.n;
        weight.add(next.weight.high);
        weight.low += next.weight.low;
        sum.add(next.sum.high);
        sum.low += next.sum.low;
    }
};

// Of two means: rounding is no violation of the order.
bool isBelow(double a, double b)
{
    return a < b - 1e-15 * (std::fabs(a) + std::fabs(b));
}

class Fitting
{
public:
    Fitting(std::span<const double> x, std::span<const double> y, const IsotonicOptions& options)
        : m_x(x), m_y(y), m_weights(options.weights), m_sign(options.increasing ? 1.0 : -1.0),
          m_order(x.size())
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
        DoubleDouble total, weight;
        for (const std::size_t row : m_order) {
            total.addProduct(weightOf(row), y[row]);
            weight.add(weightOf(row));
        }
        m_mean = total.value() / weight.value();
    }

    IsotonicFit fit()
    {
        IsotonicFit result;
        result.n = m_x.size();
        result.increasing = m_sign > 0.0;
        pool();
        result.fitted.resize(m_x.size());
        std::size_t place = 0;
        for (const Block& block : m_blocks) {
            const double value = m_mean + m_sign * block.mean();
            result.steps.push_back({block.from, block.to, value, block.n, block.weight.value()});
            for (std::size_t i = 0; i < block.n; ++i)
                result.fitted[m_order[place++]] = value;
        }
        judge(result);
        return result;
    }

private:
    double weightOf(std::size_t row) const { return m_weights.empty() ? 1.0 : m_weights[row]; }

    // Pool adjacent violators (Ayer, Brunk, Ewing, Reid & Silverman 1955), left to right: each case
    // is pooled at most once, so it takes time in proportion to their number.
    void pool()
    {
        for (std::size_t i = 0; i < m_order.size();) {
            Block next;
            next.from = next.to = m_x[m_order[i]];
            for (; i < m_order.size() && m_x[m_order[i]] == next.to; ++i) {
                const double weight = weightOf(m_order[i]);
                ++next.n;
                next.weight.add(weight);
                next.sum.addProduct(weight, m_sign * (m_y[m_order[i]] - m_mean));
            }
            while (!m_blocks.empty() && !isBelow(m_blocks.back().mean(), next.mean())) {
                Block last = m_blocks.back();
                m_blocks.pop_back();
                last.absorb(next);
                next = last;
            }
            m_blocks.push_back(next);
        }
    }

    double squares(const std::vector<double>& values) const
    {
        DoubleDouble total;
        for (const std::size_t row : m_order)
            total.addProduct(weightOf(row) * values[row], values[row]);
        return total.value();
    }

    // What is left of the variation by the best straight line.
    double lineRss(const std::vector<double>& away) const
    {
        DoubleDouble weight, sum;
        for (const std::size_t row : m_order) {
            weight.add(weightOf(row));
            sum.addProduct(weightOf(row), m_x[row]);
        }
        const double centre = sum.value() / weight.value();
        DoubleDouble xx, xy;
        for (const std::size_t row : m_order) {
            const double x = m_x[row] - centre;
            xx.addProduct(weightOf(row) * x, x);
            xy.addProduct(weightOf(row) * x, away[row]);
        }
        if (!(xx.value() > 0.0))
            return squares(away);
        std::vector<double> left(away);
        for (std::size_t row = 0; row < left.size(); ++row)
            left[row] -= xy.value() / xx.value() * (m_x[row] - centre);
        return squares(left);
    }

    void judge(IsotonicFit& result) const
    {
        std::vector<double> away(m_y.begin(), m_y.end()), left(m_y.begin(), m_y.end());
        for (std::size_t row = 0; row < away.size(); ++row) {
            away[row] -= m_mean;
            left[row] -= result.fitted[row];
        }
        result.rss = squares(left);
        const double total = squares(away);
        if (!std::isfinite(total)) {
            result.rss = total;
            return;
        }
        const bool varies =
            std::any_of(m_y.begin(), m_y.end(), [&](double v) { return v != m_y[0]; });
        if (!varies || !(total > 0.0)) {
            result.notes.push_back({kNoVariation, {}});
            return;
        }
        result.rSquared = std::clamp(1.0 - result.rss / total, 0.0, 1.0);
        result.lineRSquared = std::clamp(1.0 - lineRss(away) / total, 0.0, 1.0);
        result.gap = *result.rSquared - *result.lineRSquared;
        if (result.flat())
            result.notes.push_back({result.increasing ? kDoesNotRise : kDoesNotFall, {}});
    }

    std::span<const double> m_x, m_y, m_weights;
    double m_sign;
    double m_mean = 0;
    std::vector<std::size_t> m_order;
    std::vector<Block> m_blocks;
};

} // namespace

IsotonicFit isotonic(std::span<const double> x, std::span<const double> y,
                     const IsotonicOptions& options)
{
    IsotonicFit refused;
    refused.n = x.size();
    if (x.empty())
        return undefinedBy(refused, {kNoCase, {}});
    IsotonicFit fit = Fitting(x, y, options).fit();
    if (!std::isfinite(fit.rss))
        return undefinedBy(refused, {kIsotonicTooLarge, {}});
    return fit;
}

} // namespace twelvefold::statistics
