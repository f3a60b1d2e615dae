// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/messages.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace twelvefold::statistics {

// The columns of a linear model, each with a name, all of one length and finite.
class Design
{
public:
    explicit Design(std::size_t rows) : m_rows(rows) {}

    // Each returns the design, so that a model can be written in one go.
    Design& intercept(); // a column of ones named "(intercept)"
    Design& column(std::string name, std::span<const double> values);
    Design& powers(const std::string& name, std::span<const double> values, int degree);
    // One column of 0 and 1 for each level but the first: codes index levelNames.
    Design& levels(const std::string& name, std::span<const int> codes,
                   std::span<const std::string> levelNames);

    std::size_t rows() const { return m_rows; }
    std::size_t columns() const { return m_names.size(); }
    bool hasIntercept() const { return m_hasIntercept; }
    const std::string& name(std::size_t column) const { return m_names[column]; }
    std::span<const double> column(std::size_t column) const
    {
        return std::span(m_values).subspan(column * m_rows, m_rows);
    }

private:
    std::size_t m_rows;
    bool m_hasIntercept = false;
    std::vector<std::string> m_names;
    std::vector<double> m_values; // column after column
};

// A leverage this close to 1 is 1 but for rounding.
inline constexpr double kWholeLeverage = 1.0 - 1e-11;

// A coefficient's standard error and what follows from it.
struct Inference
{
    double standardError = 0;
    std::optional<double> t; // absent where the standard error is zero
    std::optional<double> p;
    double lower = 0, upper = 0; // 95 %
};

struct Coefficient
{
    std::string name;
    double estimate = 0;
    bool aliased = false; // a sum of other columns: left out, its estimate is 0 by convention
    std::optional<Inference> classical;
    std::optional<Inference> hc3; // robust to unequal spread: the one to show
};

// Ordinary (or weighted) least squares: y = Xb + e.
struct LeastSquares
{
    std::size_t n = 0;
    std::size_t rank = 0;                  // coefficients estimated
    std::size_t df = 0;                    // n - rank
    std::vector<Coefficient> coefficients; // in the design's order
    double rss = 0;
    std::optional<double> sigma, rSquared, adjustedRSquared;
    std::optional<double> f, fP; // against the intercept alone, or against zero without one
    std::optional<double> aic;
    std::vector<double> fitted, residuals, hat; // by row; hat is the leverage
    double condition = 1;                       // of the design, columns scaled to unit length
    std::vector<std::size_t> decidedByOne; // rows of leverage 1: they decide a coefficient alone
    std::vector<Message> notes;
    std::optional<Message> undefined; // why there is no fit: nothing else is then filled

    const Coefficient* coefficient(const std::string& name) const;

    // Rows of the upper triangle's inverse, for the standard error of a fitted value.
    std::vector<double> inverseR; // columns() × columns(), row after row, zero for aliased columns
};

struct LeastSquaresOptions
{
    std::span<const double> weights; // empty: all 1; else above 0
    bool inference = true;           // standard errors and tests; false: the estimates alone
};
LeastSquares leastSquares(const Design& design, std::span<const double> y,
                          const LeastSquaresOptions& options = {});

// What the fit expects of one more case, with its 100·coverage % intervals. Columns as designed.
struct Prediction
{
    double fit = 0;
    double leverage = 0;
    std::optional<double> meanLower, meanUpper; // of the mean of such cases
    std::optional<double> lower, upper;         // of one such case
};
Prediction predict(const LeastSquares& fit, std::span<const double> columns,
                   double coverage = 0.95);

// How far each case stands out and how much it moves the fit; absent where it decides it alone.
struct CaseDiagnostics
{
    std::vector<std::optional<double>> standardised; // internally studentised residual
    std::vector<std::optional<double>> studentised;  // deleted residual, t on n - p - 1
    std::vector<std::optional<double>> cook;
    std::vector<std::optional<double>> dffits;
    std::vector<std::optional<double>> covarianceRatio;
    std::optional<double> press;
    std::optional<double> outlierP; // of the largest |studentised|, Bonferroni
};
// weights: those of the fit.
CaseDiagnostics diagnose(const LeastSquares& fit, std::span<const double> weights = {});

// The rows to look at, ascending.
struct StandOut
{
    std::vector<std::size_t> outliers; // |studentised| above what chance gives in n, Bonferroni 5 %
    std::vector<std::size_t> farOut;   // leverage above 3p/n
    std::vector<std::size_t> influential; // Cook's distance above the median of F(p, n - p)
};
StandOut standOut(const LeastSquares& fit, const CaseDiagnostics& cases);

} // namespace twelvefold::statistics
