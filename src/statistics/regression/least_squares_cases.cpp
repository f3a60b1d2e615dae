// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/distributions.h"
#include "statistics/numbers/sums.h"
#include "statistics/regression/least_squares.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {

Prediction predict(const LeastSquares& fit, std::span<const double> columns, double coverage)
{
    const std::size_t width = fit.coefficients.size();
    Prediction prediction;
    for (std::size_t j = 0; j < width; ++j) {
        prediction.fit += fit.coefficients[j].estimate * columns[j];
        double along = 0.0;
        for (std::size_t i = 0; i <= j; ++i)
            along += columns[i] * fit.inverseR[i * width + j];
        prediction.leverage += along * along;
    }
    if (!fit.sigma || !(*fit.sigma > 0.0))
        return prediction;
    const double t = tQuantile(0.5 + 0.5 * coverage, static_cast<double>(fit.df)) * *fit.sigma;
    const double ofMean = t * std::sqrt(prediction.leverage);
    const double ofOne = t * std::sqrt(1.0 + prediction.leverage);
    prediction.meanLower = prediction.fit - ofMean;
    prediction.meanUpper = prediction.fit + ofMean;
    prediction.lower = prediction.fit - ofOne;
    prediction.upper = prediction.fit + ofOne;
    return prediction;
}

CaseDiagnostics diagnose(const LeastSquares& fit, std::span<const double> weights)
{
    CaseDiagnostics cases;
    for (auto* column : {&cases.standardised, &cases.studentised, &cases.cook, &cases.dffits,
                         &cases.covarianceRatio})
        column->resize(fit.n);
    if (fit.hat.empty() || !fit.sigma || !(*fit.sigma > 0.0))
        return cases;
    const auto p = static_cast<double>(fit.rank);
    const auto df = static_cast<double>(fit.df);
    std::vector<double> deleted;
    double largest = 0.0;
    for (std::size_t i = 0; i < fit.n; ++i) {
        const double h = fit.hat[i];
        const double left = 1.0 - h;
        if (std::find(fit.decidedByOne.begin(), fit.decidedByOne.end(), i) !=
            fit.decidedByOne.end())
            continue;
        const double e =
            weights.empty() ? fit.residuals[i] : std::sqrt(weights[i]) * fit.residuals[i];
        const double standardised = e / (*fit.sigma * std::sqrt(left));
        cases.standardised[i] = standardised;
        cases.cook[i] = standardised * standardised * h / (left * p);
        deleted.push_back(e / left);
        // (n - p - 1) s²₍ᵢ₎ = RSS - e²/(1 - h), Cook & Weisberg 1982.
        const double variance = (fit.rss - e * e / left) / (df - 1.0);
        if (df <= 1.0 || !(variance > 0.0))
            continue;
        const double studentised = e / std::sqrt(variance * left);
        cases.studentised[i] = studentised;
        cases.dffits[i] = studentised * std::sqrt(h / left);
        const double ratio = variance / (*fit.sigma * *fit.sigma);
        cases.covarianceRatio[i] = std::pow(ratio, p) / left;
        largest = std::max(largest, std::fabs(studentised));
    }
    if (fit.decidedByOne.empty())
        cases.press = sumOfSquares(deleted);
    if (largest > 0.0)
        cases.outlierP = std::min(1.0, static_cast<double>(fit.n) * tTwoSided(largest, df - 1.0));
    return cases;
}

StandOut standOut(const LeastSquares& fit, const CaseDiagnostics& cases)
{
    constexpr double kLevel = 0.05;
    StandOut out;
    if (fit.hat.empty())
        return out;
    const auto n = static_cast<double>(fit.n);
    const auto p = static_cast<double>(fit.rank);
    const auto df = static_cast<double>(fit.df);
    const double middle = fQuantile(0.5, p, df);
    for (std::size_t i = 0; i < fit.n; ++i) {
        const auto& studentised = cases.studentised[i];
        if (studentised && n * tTwoSided(*studentised, df - 1.0) <= kLevel)
            out.outliers.push_back(i);
        if (fit.hat[i] > 3.0 * p / n)
            out.farOut.push_back(i);
        if (cases.cook[i] && *cases.cook[i] > middle)
            out.influential.push_back(i);
    }
    return out;
}

} // namespace twelvefold::statistics
