// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/pair_explained.h"

#include "analysis/findings/drivers_model.h"
#include "statistics/numbers/distributions.h"
#include "statistics/regression/least_squares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kPairExplainedMethod{
    "pair-explained-method",
    TWELVEFOLD_TEXT("Message", "What the drivers model expects of each difference between the two "
                               "children, in pounds a week; the rest goes with nothing that is "
                               "recorded. It says what differs along with cost, not why.")};
constexpr MessageKind kModel{
    "pair-explained-model",
    TWELVEFOLD_TEXT("Message", "Log weekly cost by least squares on %1 columns, %2 children; "
                               "standard errors that allow for unequal spread (HC3).")};
constexpr MessageKind kInPounds{
    "pair-explained-in-pounds",
    TWELVEFOLD_TEXT("Message", "A part of the logarithm of the ratio becomes pounds by the "
                               "logarithmic mean of the two costs, %1, so that the parts add up to "
                               "the gap of %2 a week.")};
constexpr MessageKind kNotInModel{
    "pair-explained-not-in-model",
    TWELVEFOLD_TEXT("Message", "Not everything that the model needs is recorded for %1, so what "
                               "goes along with the gap cannot be told.")};
// Between the two costs: what one unit of log ratio is worth (Ang 2004).
double logarithmicMean(double a, double b)
{
    const double ratio = std::log(a / b);
    return std::fabs(ratio) > 1e-9 ? (a - b) / ratio : (a + b) / 2;
}

} // namespace

std::string token(const ExplainedPart& part)
{
    CostDriver driver;
    driver.kinds = part.kinds;
    return token(driver);
}

double PairExplained::log() const
{
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [](double sum, const ExplainedPart& part) { return sum + part.log; });
}

struct PairExplainer::Fit
{
    const domain::Cohort& cohort;
    DriversModel model;
    Players players;
    Design design{0};
    std::vector<std::size_t> starts; // of each kind's columns in the design; one more at the end
    LeastSquares fit;
    std::vector<double> weights; // HC3: (e / (1 - h))², by row
    std::optional<Message> undefined;

    explicit Fit(const domain::Cohort& of);
    std::optional<std::size_t> place(std::size_t row) const;
    // The two rows' difference in the columns from one to before the other, all else alike.
    std::vector<double> difference(std::size_t a, std::size_t b, std::size_t kind) const;
    double standardError(const std::vector<double>& difference) const;
    double expected(const std::vector<double>& difference) const;
};

PairExplainer::Fit::Fit(const domain::Cohort& of) : cohort(of)
{
    model = driversModel(cohort, compared(cohort));
    undefined = model.undefined;
    if (undefined)
        return;
    const std::vector<ModelGroup> groups = model.groups();
    players = playersOf(SubModels(model.logCost, groups));
    design = Design(model.rows.size());
    design.intercept();
    for (const DriverColumns& own : model.kinds) {
        starts.push_back(design.columns());
        for (const std::vector<double>& numbers : own.numbers)
            design.column(token(own.kind), numbers);
        if (own.levels > 0)
            design.levels(token(own.kind), own.codes, std::vector<std::string>(own.levels));
    }
    starts.push_back(design.columns());
    fit = leastSquares(design, model.logCost);
    undefined = fit.undefined;
    for (std::size_t i = 0; i < fit.residuals.size(); ++i) {
        // Who decides a coefficient alone has no residual to judge its spread by.
        const double rest = 1 - fit.hat[i];
        weights.push_back(rest > 1e-10 ? std::pow(fit.residuals[i] / rest, 2) : 0);
    }
}

std::optional<std::size_t> PairExplainer::Fit::place(std::size_t row) const
{
    const auto at = std::lower_bound(model.rows.begin(), model.rows.end(), row);
    if (at == model.rows.end() || *at != row)
        return std::nullopt;
    return static_cast<std::size_t>(at - model.rows.begin());
}

std::vector<double> PairExplainer::Fit::difference(std::size_t a, std::size_t b,
                                                   std::size_t kind) const
{
    std::vector<double> columns(design.columns(), 0.0);
    for (std::size_t j = starts[kind]; j < starts[kind + 1]; ++j)
        columns[j] = design.column(j)[a] - design.column(j)[b];
    return columns;
}

double PairExplainer::Fit::expected(const std::vector<double>& difference) const
{
    double sum = 0;
    for (std::size_t j = 0; j < difference.size(); ++j)
        sum += difference[j] * fit.coefficients[j].estimate;
    return sum;
}

// The root of d'(X'X)⁻¹ (Σ w x x') (X'X)⁻¹ d, by rows: Σ w (x · (X'X)⁻¹ d)².
double PairExplainer::Fit::standardError(const std::vector<double>& difference) const
{
    const std::size_t width = design.columns();
    std::vector<double> half(width, 0.0), direction(width, 0.0);
    for (std::size_t i = 0; i < width; ++i)
        for (std::size_t j = 0; j < width; ++j)
            half[j] += fit.inverseR[i * width + j] * difference[i];
    for (std::size_t i = 0; i < width; ++i)
        for (std::size_t j = 0; j < width; ++j)
            direction[i] += fit.inverseR[i * width + j] * half[j];
    std::vector<double> along(design.rows(), 0.0);
    for (std::size_t j = 0; j < width; ++j) {
        if (direction[j] == 0)
            continue;
        const std::span<const double> column = design.column(j);
        for (std::size_t i = 0; i < along.size(); ++i)
            along[i] += column[i] * direction[j];
    }
    double variance = 0;
    for (std::size_t i = 0; i < along.size(); ++i)
        variance += weights[i] * along[i] * along[i];
    return std::sqrt(variance);
}

PairExplainer::PairExplainer(const domain::Cohort& cohort)
    : m_fit(std::make_unique<const Fit>(cohort))
{
}

PairExplainer::~PairExplainer() = default;

PairExplained PairExplainer::explain(const Pair& pair) const
{
    PairExplained result;
    result.pair = pair;
    result.trace.n = m_fit->model.rows.size();
    result.trace.leftOut = m_fit->model.leftOut;
    result.trace.method = {kPairExplainedMethod, {}};
    result.trace.formula = "log(cost a / cost b) = Σ groups β·(x_a − x_b) + rest; "
                           "pounds = part · (cost a − cost b) / log(cost a / cost b)";
    result.trace.reference =
        "MacKinnon & White 1985, J. Econometrics 29 (HC3); Ang 2004, Energy Policy 32 "
        "(logarithmic mean)";
    result.undefined = m_fit->undefined;
    if (result.undefined)
        return result;
    const auto a = m_fit->place(pair.a), b = m_fit->place(pair.b);
    if (!a || !b)
        return undefinedBy(result, {kNotInModel, {m_fit->cohort.pseudonym[a ? pair.b : pair.a]}});
    const double worth = logarithmicMean(pair.costA, pair.costB);
    const double t = tQuantile(0.975, static_cast<double>(m_fit->fit.df));
    std::vector<double> all(m_fit->design.columns(), 0.0);
    for (const std::vector<std::size_t>& player : m_fit->players) {
        ExplainedPart part;
        std::vector<double> difference(all.size(), 0.0);
        for (const std::size_t kind : player) {
            part.kinds.push_back(m_fit->model.kinds[kind].kind);
            const std::vector<double> own = m_fit->difference(*a, *b, kind);
            for (std::size_t j = 0; j < own.size(); ++j) {
                difference[j] += own[j];
                all[j] += own[j];
            }
        }
        part.log = m_fit->expected(difference);
        part.pounds = worth * part.log;
        const double margin = worth * t * m_fit->standardError(difference);
        part.lower = part.pounds - margin;
        part.upper = part.pounds + margin;
        result.parts.push_back(std::move(part));
    }
    std::stable_sort(result.parts.begin(), result.parts.end(),
                     [](const ExplainedPart& one, const ExplainedPart& other) {
                         return std::fabs(one.pounds) > std::fabs(other.pounds);
                     });
    result.unexplained = pair.costA - pair.costB - worth * m_fit->expected(all);
    const double margin = worth * t * m_fit->standardError(all);
    result.lower = *result.unexplained - margin;
    result.upper = *result.unexplained + margin;
    result.trace.steps.push_back(
        {kModel, {whole(m_fit->design.columns()), whole(m_fit->model.rows.size())}});
    result.trace.steps.push_back({kInPounds, {inPounds(worth), inPounds(pair.costA - pair.costB)}});
    return result;
}

} // namespace twelvefold::analysis
