// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/groups/random_intercept.h"

#include "statistics/groups/group_messages.h"
#include "statistics/groups/group_profile.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/fit_messages.h"
#include "statistics/regression/judge.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

using namespace fit_messages;
using namespace group_messages;

constexpr MessageKind kRandomInterceptNoDifference{
    "groups-no-difference",
    TWELVEFOLD_TEXT("Message", "There is no detectable difference between groups: what varies "
                               "between them is no more than chance would give.")};

// Squares below this share of the whole are rounding.
constexpr double kRandomInterceptNothing = 1e-25;

void addFixed(RandomIntercept& result, const Design& design, const QrFit& qr,
              const GroupProfile::At& at)
{
    const VectorXd change = qr.inverseR * at.coefficients;
    result.fixed = coefficientsOf(design, qr, VectorXd(qr.coefficients + change));
    for (const std::size_t column : qr.aliased)
        result.notes.push_back(whyLeftOut(design, column));
    const double point = normalQuantile(0.975);
    const MatrixXd spread = at.root.triangularView<Eigen::Lower>()
                                .solve(qr.inverseR.transpose())
                                .transpose(); // times its transpose: the variance / residual's
    for (std::size_t i = 0; i < qr.kept.size(); ++i) {
        const auto row = static_cast<Index>(i);
        Coefficient& coefficient = result.fixed[qr.kept[i]];
        Inference inference;
        inference.standardError = std::sqrt(result.residualVariance) * spread.row(row).norm();
        inference.t = coefficient.estimate / inference.standardError;
        inference.p = 2 * normalSf(std::fabs(*inference.t));
        inference.lower = coefficient.estimate - point * inference.standardError;
        inference.upper = coefficient.estimate + point * inference.standardError;
        coefficient.classical = inference;
    }
}

void addEffects(RandomIntercept& result, const GroupSums& sums, const GroupProfile::At& at,
                double ratio)
{
    const double point = normalQuantile(0.975);
    const Index p = at.coefficients.size();
    result.groups.resize(sums.n.size());
    VectorXd mean(p);
    for (Index g = 0; g < sums.groups(); ++g) {
        GroupEffect& group = result.groups[static_cast<std::size_t>(g)];
        group.n = sums.n[static_cast<std::size_t>(g)];
        const auto n = static_cast<double>(group.n);
        mean = sums.sums.col(g).head(p) / n;
        group.meanResidual = sums.sums(p, g) / n - mean.dot(at.coefficients);
        const double shrink = ratio * n / (1 + ratio * n);
        group.effect = shrink * group.meanResidual;
        const double variance = result.groupVariance / (1 + ratio * n);
        group.conditionalSd = std::sqrt(variance);
        group.lower = group.effect - point * group.conditionalSd;
        group.upper = group.effect + point * group.conditionalSd;
        at.root.triangularView<Eigen::Lower>().solveInPlace(mean);
        group.standardError =
            std::sqrt(variance + result.residualVariance * shrink * shrink * mean.squaredNorm());
    }
}

} // namespace

RandomIntercept randomIntercept(const Design& design, std::span<const double> y,
                                std::span<const std::uint32_t> group, Likelihood likelihood)
{
    // Above this many variances of a mean between groups for one within, within is summed again.
    constexpr double kMostlyBetween = 1e4;
    RandomIntercept result;
    result.n = design.rows();
    const std::size_t groups =
        group.empty() ? 0 : std::size_t{*std::max_element(group.begin(), group.end())} + 1;
    if ((result.undefined = whyNoGroups(design, group, groups)))
        return result;
    const QrFit qr = fitByQr(design, y);
    const double rss = qr.residuals.squaredNorm();
    if (!std::isfinite(rss) || !qr.coefficients.allFinite() || !qr.inverseR.allFinite())
        return undefinedBy(result, {kTooLarge, {}});
    const double noise = kRandomInterceptNothing * (rss + sumOfSquares(deviations(y)));
    if (rss <= noise)
        return undefinedBy(result, {kPerfectFit, {}});
    GroupSums sums = groupSums(design, qr, group, groups);
    GroupProfile profile(sums, likelihood == Likelihood::restricted);
    std::optional<double> ratio = profile.bestRatio();
    if (!ratio || *ratio * profile.largestSize() > kMostlyBetween) {
        sumWithinAgain(sums, design, qr, group);
        ratio = profile.bestRatio();
    }
    const GroupProfile::At at = profile.at(ratio.value_or(0));
    if (!ratio || at.rss <= noise)
        return undefinedBy(result, {kNothingWithin, {}});
    result.residualVariance = at.rss / profile.degrees();
    result.groupVariance = *ratio * result.residualVariance;
    result.criterion = at.criterion;
    if (likelihood == Likelihood::restricted)
        result.criterion -= 2 * qr.inverseR.diagonal().cwiseAbs().array().log().sum();
    if (*ratio == 0)
        result.notes.push_back({kRandomInterceptNoDifference, {}});
    addFixed(result, design, qr, at);
    addEffects(result, sums, at, *ratio);
    return result;
}

} // namespace twelvefold::statistics
