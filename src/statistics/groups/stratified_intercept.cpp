// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/stratified_intercept.h"

#include "statistics/groups/group_messages.h"
#include "statistics/groups/stratified_profile.h"
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/root.h"
#include "statistics/numbers/sums.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace twelvefold::statistics {
namespace {

using domain::Message;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

using namespace fit_messages;
using namespace group_messages;

constexpr double kStratifiedNothing = 1e-25; // squares below this share of the whole are rounding
constexpr double kLeastResidualShare = 1.0 / 400; // of the variance within groups: 1/20 of its sd

// Which residual variance each stratum has, and how many there are.
std::vector<std::size_t> shareVariances(std::span<const std::uint32_t> stratum, std::size_t strata,
                                        std::size_t least)
{
    std::vector<std::size_t> sizes(strata, 0);
    for (const std::uint32_t code : stratum)
        ++sizes[code];
    std::vector<std::size_t> order(strata);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t code) { return sizes[code]; });
    // The smallest together, until they are enough and all that are left are enough alone.
    std::size_t shared = 0, together = 0;
    while (shared < strata && (sizes[order[shared]] < least || (together > 0 && together < least)))
        together += sizes[order[shared++]];
    std::vector<bool> shares(strata, false);
    for (std::size_t i = 0; i < shared; ++i)
        shares[order[i]] = true;
    std::vector<std::size_t> variance(strata);
    std::size_t next = 0;
    std::optional<std::size_t> common;
    for (std::size_t code = 0; code < strata; ++code) {
        if (!shares[code])
            variance[code] = next++;
        else
            variance[code] = common ? *common : *(common = next++);
    }
    return variance;
}

// The criterion along σ, with what has been found of it so far.
class SpreadSearch
{
public:
    SpreadSearch(StratifiedProfile& profile, std::size_t groups, double residual)
        : m_profile(profile), m_without(profile.best(0, StratifiedProfile::kToTheLastDigits))
    {
        constexpr double kAsGoodAsNone = 1e-6; // of the variance of a group's mean by chance
        constexpr double kBeyondAll = 1e4;     // of the residual variance of least squares
        // The slope along log variance is a sum of terms that each turn over several units, so
        // steps of little more than one miss no minimum.
        constexpr double kSpreadStep = 1.5;
        double most = 0;
        for (std::size_t g = 0; g < groups; ++g)
            most = std::max(most, profile.precision(g));
        const double last = std::log(kBeyondAll * residual);
        for (double at = std::log(kAsGoodAsNone / most); at < last + kSpreadStep; at += kSpreadStep)
            m_steps.push_back(point(at, StratifiedProfile::kToTenDigits));
    }

    double without() const { return m_without.criterion; }
    bool fallsWithoutEnd() const
    {
        const Point& last = m_steps.back();
        return !std::isfinite(last.slope) || (last.slope < 0 && last.criterion < without());
    }
    double criterion(double sigma) { return sigma > 0 ? at(sigma).criterion : without(); }
    // Where criterion + penalty·σ² is least, 0 included.
    double bestSigma(double penalty, double settled)
    {
        double best = 0, least = without();
        const auto slope = [&](double logVariance) {
            return point(logVariance, settled).slope + penalty * std::exp(logVariance);
        };
        for (std::size_t i = 1; i < m_steps.size(); ++i) {
            const Point &from = m_steps[i - 1], &to = m_steps[i];
            const double before = from.slope + penalty * std::exp(from.logVariance);
            const double after = to.slope + penalty * std::exp(to.logVariance);
            if (!(before < 0 && after >= 0))
                continue;
            const double root = rootBetween(slope, from.logVariance, before, to.logVariance, after);
            const double value = point(root, settled).criterion + penalty * std::exp(root);
            if (value < least) {
                least = value;
                best = std::exp(root / 2);
            }
        }
        return best;
    }
    // Where criterion + penalty·σ² is more than `above` its value at a σ where it is least: on
    // either side of it, 0 where nothing below is.
    std::pair<double, double> within(double best, double penalty, double above, double accuracy)
    {
        const double limit = criterion(best) + penalty * best * best + above;
        const auto beyond = [&](double sigma) {
            return criterion(sigma) + penalty * sigma * sigma - limit;
        };
        const auto crossing = [&](double inside, double outside) {
            double in = beyond(inside), out = beyond(outside);
            if (accuracy == 0)
                return rootBetween(beyond, inside, in, outside, out);
            while (std::fabs(outside - inside) > accuracy * std::max(inside, outside)) {
                const double middle = (inside + outside) / 2;
                (beyond(middle) > 0 ? outside : inside) = middle;
            }
            return outside;
        };
        double lower = 0;
        if (without() > limit) {
            double inside = best, outside = best / 2;
            while (beyond(outside) <= 0) {
                inside = outside;
                outside /= 2;
            }
            lower = crossing(inside, outside);
        }
        double inside = best,
               outside = std::max(2 * best, std::exp(m_steps.front().logVariance / 2));
        while (beyond(outside) <= 0) {
            inside = outside;
            outside *= 2;
        }
        return {lower, crossing(inside, outside)};
    }
    StratifiedProfile::At at(double sigma, double settled = StratifiedProfile::kToTenDigits)
    {
        return m_profile.best(sigma * sigma, settled);
    }

private:
    struct Point
    {
        double logVariance, criterion, slope; // along log variance
    };
    Point point(double logVariance, double settled)
    {
        const double variance = std::exp(logVariance);
        const StratifiedProfile::At found = m_profile.best(variance, settled);
        return {logVariance, found.criterion, variance * found.slope};
    }

    StratifiedProfile& m_profile;
    StratifiedProfile::At m_without;
    std::vector<Point> m_steps;
};

// A mixture of normal distributions of one effect, some of which may be a point.
struct Mixture
{
    std::span<const double> weights; // adding up to 1
    std::span<const double> means, sds;

    double below(double x) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] * (sds[i] > 0      ? normalCdf((x - means[i]) / sds[i])
                                 : x >= means[i] ? 1.0
                                                 : 0.0);
        return sum;
    }
    double density(double x) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += sds[i] > 0 ? weights[i] * normalDensity((x - means[i]) / sds[i]) / sds[i] : 0;
        return sum;
    }
    // Newton's steps, and halves of what is left where one leads astray.
    double quantile(double p, double from, double spread) const
    {
        if (!(spread > 0))
            return from;
        double low = from - 12 * spread, high = from + 12 * spread;
        double x = from + normalQuantile(p) * spread;
        for (int i = 0; i < 100; ++i) {
            const double off = below(x) - p;
            (off < 0 ? low : high) = x;
            const double step = off / density(x);
            double next = x - step;
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (std::fabs(next - x) <= 1e-12 * spread)
                return next;
            x = next;
        }
        return x;
    }
};

void addStratifiedFixed(StratifiedIntercept& result, const Design& design, const QrFit& qr,
                        const StratifiedProfile::At& at)
{
    for (std::size_t column = 0; column < design.columns(); ++column)
        result.fixed.push_back({design.name(column), 0, true, {}, {}});
    const VectorXd change = qr.inverseR * at.coefficients;
    const MatrixXd covariance = qr.inverseR * at.coefficientSpread * qr.inverseR.transpose();
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        const auto row = static_cast<Index>(i);
        Coefficient& coefficient = result.fixed[qr.kept[i]];
        coefficient.aliased = false;
        coefficient.estimate = qr.coefficients(row) + change(row);
        Inference inference;
        inference.standardError = std::sqrt(covariance(row, row));
        inference.t = coefficient.estimate / inference.standardError;
        inference.p = 2 * normalSf(std::fabs(*inference.t));
        inference.lower = coefficient.estimate - kNormal975 * inference.standardError;
        inference.upper = coefficient.estimate + kNormal975 * inference.standardError;
        coefficient.classical = inference;
    }
}

// Of each group, given σ: the effect and its standard error.
void conditionalEffects(const StratifiedProfile& profile, const StratifiedProfile::At& at,
                        double sigma, std::size_t groups, double* means, double* sds,
                        std::size_t stride)
{
    const Index p = at.coefficients.size();
    const Eigen::LLT<MatrixXd> root(at.coefficientSpread);
    VectorXd columns(p);
    for (std::size_t g = 0; g < groups; ++g) {
        columns = profile.mean(g).head(p);
        const double residual = profile.mean(g)(p) - columns.dot(at.coefficients);
        const double reach = sigma * sigma * profile.precision(g);
        const double drawn = reach / (1 + reach);
        const double coefficients = (root.matrixU() * columns).squaredNorm();
        means[g * stride] = drawn * residual;
        sds[g * stride] = std::sqrt(sigma * sigma / (1 + reach) + drawn * drawn * coefficients);
    }
}

// The prior is half-normal, and the criterion knows σ² alone, so that the posterior goes on evenly
// below 0: sums over an even grid that begins at 0, with half of that point, are then as good as
// integrals (Trefethen & Weideman 2014, SIAM Review 56:385).
void averageEffects(StratifiedIntercept& result, SpreadSearch& search,
                    const StratifiedProfile& profile)
{
    constexpr std::size_t kPoints = 33;
    constexpr double kForgotten = 25; // beyond, a point weighs less than e^-12.5 of the best
    const double penalty = 1 / (result.priorScale * result.priorScale);
    const double mode = search.bestSigma(penalty, StratifiedProfile::kToTenDigits);
    const auto [lower, upper] = search.within(mode, penalty, kForgotten, 0.05);
    const std::size_t groups = result.groups.size();
    std::vector<double> weights(kPoints), means(kPoints * groups), sds(kPoints * groups);
    const double least = search.criterion(mode) + penalty * mode * mode;
    double sum = 0;
    result.sigmaMean = 0;
    for (std::size_t i = 0; i < kPoints; ++i) {
        const double sigma = lower + (upper - lower) * double(i) / double(kPoints - 1);
        const StratifiedProfile::At at = search.at(sigma);
        const bool end = i == 0 || i + 1 == kPoints;
        weights[i] =
            (end ? 0.5 : 1.0) * std::exp(-(at.criterion + penalty * sigma * sigma - least) / 2);
        sum += weights[i];
        result.sigmaMean += weights[i] * sigma;
        conditionalEffects(profile, at, sigma, groups, &means[i], &sds[i], kPoints);
    }
    for (double& weight : weights)
        weight /= sum;
    result.sigmaMean /= sum;
    for (std::size_t g = 0; g < groups; ++g) {
        const Mixture mixture{weights, std::span(means).subspan(g * kPoints, kPoints),
                              std::span(sds).subspan(g * kPoints, kPoints)};
        AveragedEffect& group = result.groups[g];
        double variance = 0;
        for (std::size_t i = 0; i < kPoints; ++i)
            group.effect += weights[i] * mixture.means[i];
        for (std::size_t i = 0; i < kPoints; ++i) {
            const double away = mixture.means[i] - group.effect;
            variance += weights[i] * (mixture.sds[i] * mixture.sds[i] + away * away);
        }
        group.sd = std::sqrt(variance);
        group.lower = mixture.quantile(0.025, group.effect, group.sd);
        group.upper = mixture.quantile(0.975, group.effect, group.sd);
    }
}

void addStratifiedNotes(StratifiedIntercept& result, const Design& design, const QrFit& qr)
{
    for (const std::size_t column : qr.aliased) {
        const auto values = design.column(column);
        const bool constant =
            std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; });
        result.notes.push_back(
            {constant ? kConstantColumn : kAliasedColumn, {design.name(column)}});
    }
}

} // namespace

StratifiedIntercept stratifiedIntercept(const Design& design, std::span<const double> y,
                                        std::span<const std::uint32_t> group,
                                        std::span<const std::uint32_t> stratum,
                                        const StratifiedInterceptOptions& options)
{
    StratifiedIntercept result;
    result.n = design.rows();
    const auto codes = [](std::span<const std::uint32_t> of) {
        return of.empty() ? 0 : std::size_t{*std::ranges::max_element(of)} + 1;
    };
    const std::size_t groups = codes(group);
    if ((result.undefined = whyNoGroups(design, group, groups)))
        return result;
    const QrFit qr = fitByQr(design, y);
    const double rss = qr.residuals.squaredNorm();
    if (!std::isfinite(rss) || !qr.coefficients.allFinite() || !qr.inverseR.allFinite()) {
        result.undefined = Message{kTooLarge, {}};
        return result;
    }
    const double noise = kStratifiedNothing * (rss + sumOfSquares(deviations(y)));
    if (rss <= noise) {
        result.undefined = Message{kPerfectFit, {}};
        return result;
    }
    result.residualOf = shareVariances(stratum, codes(stratum), options.leastInStratum);
    std::vector<std::uint32_t> shared;
    shared.reserve(stratum.size());
    for (const std::uint32_t code : stratum)
        shared.push_back(static_cast<std::uint32_t>(result.residualOf[code]));
    const StratifiedSums sums = stratifiedSums(design, qr, group, groups, shared, codes(shared));
    const auto [squares, degrees] = sums.residualWithin();
    if (squares <= noise || degrees <= 0) {
        result.undefined = Message{kNothingWithin, {}};
        return result;
    }
    const double whole = rss / static_cast<double>(result.n - qr.kept.size());
    const double least = kLeastResidualShare * squares / degrees;
    StratifiedProfile profile(sums, least);
    SpreadSearch search(profile, groups, whole);
    if (search.fallsWithoutEnd()) {
        result.undefined = Message{kNothingWithin, {}};
        return result;
    }

    const double sigma = search.bestSigma(0, StratifiedProfile::kToTheLastDigits);
    std::tie(result.sigmaLower, result.sigmaUpper) =
        search.within(sigma, 0, chiSquaredQuantile(0.95, 1), 0);
    const StratifiedProfile::At at = search.at(sigma, StratifiedProfile::kToTheLastDigits);
    const double basis = 2 * qr.inverseR.diagonal().cwiseAbs().array().log().sum();
    result.groupVariance = sigma * sigma;
    result.criterion = at.criterion - basis;
    result.criterionWithout = search.without() - basis;
    result.likelihoodRatio = sigma > 0 ? std::max(0.0, search.without() - at.criterion) : 0.0;
    result.p = result.likelihoodRatio > 0 ? chiSquaredSf(result.likelihoodRatio, 1) / 2 : 1.0;
    for (std::size_t k = 0; k < sums.strata(); ++k) {
        const double variance = std::exp(at.logVariance(static_cast<Index>(k)));
        result.residual.push_back(
            {static_cast<std::size_t>(sums.n[k]), variance, profile.atLeast(at, k)});
        result.residualVariance += sums.n[k] * variance / static_cast<double>(result.n);
    }
    addStratifiedNotes(result, design, qr);
    addStratifiedFixed(result, design, qr, at);
    result.groups.resize(groups);
    for (const StratifiedSums::Cell& cell : sums.cells)
        result.groups[cell.group].n += static_cast<std::size_t>(cell.n);
    const Index p = sums.columns();
    for (std::size_t g = 0; g < groups; ++g) {
        result.groups[g].precision = profile.precision(g);
        result.groups[g].meanResidual =
            profile.mean(g)(p) - profile.mean(g).head(p).dot(at.coefficients);
    }
    result.priorScale = options.priorScale.value_or(std::sqrt(whole) / 4);
    averageEffects(result, search, profile);
    return result;
}

} // namespace twelvefold::statistics
