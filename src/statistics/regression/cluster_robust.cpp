// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/cluster_robust.h"

#include "statistics/numbers/sums.h"
#include "statistics/regression/judge.h"

#include <Eigen/Eigenvalues>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kEnoughClusters = 40;

constexpr MessageKind kOneCluster{
    "cluster-one", TWELVEFOLD_TEXT("Message", "All children are in one group, so there is nothing "
                                              "to tell how groups differ by.")};
constexpr MessageKind kNoFit{"cluster-no-spread",
                             TWELVEFOLD_TEXT("Message", "Without a fit that leaves a spread there "
                                                        "are no errors to gather by group.")};
constexpr MessageKind kFewClusters{
    "cluster-few", TWELVEFOLD_TEXT("Message", "With %1 groups (fewer than 40) errors by group come "
                                              "out too small: read them with care.")};
constexpr MessageKind kDecidedByCluster{
    "cluster-decided-by-one",
    TWELVEFOLD_TEXT("Message", "One group alone decides a coefficient, so its corrected errors "
                               "cannot be computed.")};

// Rows of Q = √w X R⁻¹ with the kept columns.
class RowsOfQ
{
public:
    RowsOfQ(const Design& design, const LeastSquares& fit, std::span<const double> weights)
        : m_design(design), m_fit(fit), m_weights(weights)
    {
        for (std::size_t column = 0; column < design.columns(); ++column)
            if (!fit.coefficients[column].aliased)
                m_kept.push_back(column);
    }

    const std::vector<std::size_t>& kept() const { return m_kept; }

    double root(std::size_t row) const
    {
        return m_weights.empty() ? 1.0 : std::sqrt(m_weights[row]);
    }

    VectorXd at(std::size_t row) const
    {
        VectorXd q = VectorXd::Zero(static_cast<Index>(m_kept.size()));
        for (std::size_t i = 0; i < m_kept.size(); ++i) {
            const double x = root(row) * m_design.column(m_kept[i])[row];
            for (std::size_t j = i; j < m_kept.size(); ++j)
                q(static_cast<Index>(j)) += x * inverse(i, j);
        }
        return q;
    }

    // R⁻¹ of kept columns.
    MatrixXd inverseR() const
    {
        MatrixXd r(static_cast<Index>(m_kept.size()), static_cast<Index>(m_kept.size()));
        for (std::size_t i = 0; i < m_kept.size(); ++i)
            for (std::size_t j = 0; j < m_kept.size(); ++j)
                r(static_cast<Index>(i), static_cast<Index>(j)) = inverse(i, j);
        return r;
    }

private:
    double inverse(std::size_t i, std::size_t j) const
    {
        return m_fit.inverseR[m_kept[i] * m_design.columns() + m_kept[j]];
    }

    const Design& m_design;
    const LeastSquares& m_fit;
    std::span<const double> m_weights;
    std::vector<std::size_t> m_kept;
};

// Rows by cluster, each cluster's in order.
std::vector<std::vector<std::size_t>> rowsByCluster(std::span<const std::size_t> clusters)
{
    const std::size_t codes =
        clusters.empty() ? 0 : *std::max_element(clusters.begin(), clusters.end()) + 1;
    std::vector<std::vector<std::size_t>> rows(codes);
    for (std::size_t row = 0; row < clusters.size(); ++row)
        rows[clusters[row]].push_back(row);
    std::erase_if(rows, [](const auto& members) { return members.empty(); });
    return rows;
}

struct Meats
{
    MatrixXd cr1, cr2;
    bool decided = false; // by a cluster alone
};

// Σ s s' with s = Q_g'e_g; for CR2 s = Q_g'(I − Q_gQ_g')^-½ e_g, which is
// V(1 − Λ)^-½V's with Q_g'Q_g = VΛV': a matrix of the cluster's size is never formed.
void addCluster(Meats& meats, const RowsOfQ& q, const LeastSquares& fit,
                const std::vector<std::size_t>& rows)
{
    const Index width = meats.cr1.rows();
    VectorXd scores = VectorXd::Zero(width);
    MatrixXd square = MatrixXd::Zero(width, width);
    for (const std::size_t row : rows) {
        const VectorXd at = q.at(row);
        scores += q.root(row) * fit.residuals[row] * at;
        square.selfadjointView<Eigen::Lower>().rankUpdate(at);
    }
    meats.cr1.selfadjointView<Eigen::Lower>().rankUpdate(scores);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen(square);
    VectorXd turned = eigen.eigenvectors().transpose() * scores;
    for (Index i = 0; i < width; ++i) {
        const double left = 1.0 - eigen.eigenvalues()(i);
        meats.decided = meats.decided || eigen.eigenvalues()(i) > kWholeLeverage;
        turned(i) /= std::sqrt(std::max(left, 1.0 - kWholeLeverage));
    }
    meats.cr2.selfadjointView<Eigen::Lower>().rankUpdate(VectorXd(eigen.eigenvectors() * turned));
}

std::vector<std::optional<Inference>> inferred(const LeastSquares& fit, const RowsOfQ& q,
                                               const MatrixXd& meat, double df)
{
    std::vector<std::optional<Inference>> inferences(fit.coefficients.size());
    const MatrixXd inverseR = q.inverseR();
    const MatrixXd whole = meat.selfadjointView<Eigen::Lower>();
    const Judge judge(df);
    for (std::size_t i = 0; i < q.kept().size(); ++i) {
        const auto row = inverseR.row(static_cast<Index>(i));
        inferences[q.kept()[i]] =
            judge(fit.coefficients[q.kept()[i]].estimate,
                  std::sqrt(std::max(0.0, double(row.dot(whole * row.transpose())))));
    }
    return inferences;
}

} // namespace

ClusterRobust clusterRobust(const Design& design, const LeastSquares& fit,
                            std::span<const std::size_t> clusters, std::span<const double> weights)
{
    ClusterRobust result;
    const auto rows = rowsByCluster(clusters);
    result.clusters = rows.size();
    if (fit.undefined || !fit.sigma || fit.rank == 0)
        return undefinedBy(result, {kNoFit, {}});
    if (rows.size() < 2)
        return undefinedBy(result, {kOneCluster, {}});
    const RowsOfQ q(design, fit, weights);
    const auto width = static_cast<Index>(fit.rank);
    Meats meats{MatrixXd::Zero(width, width), MatrixXd::Zero(width, width), false};
    for (const auto& members : rows)
        addCluster(meats, q, fit, members);
    const auto groups = static_cast<double>(rows.size());
    const auto n = static_cast<double>(fit.n);
    const double factor = groups / (groups - 1.0) * (n - 1.0) / static_cast<double>(fit.df);
    result.cr1 = inferred(fit, q, factor * meats.cr1, groups - 1.0);
    if (meats.decided)
        result.notes.push_back({kDecidedByCluster, {}});
    else
        result.cr2 = inferred(fit, q, meats.cr2, groups - 1.0);
    if (rows.size() < kEnoughClusters)
        result.notes.push_back({kFewClusters, {static_cast<std::int64_t>(rows.size())}});
    return result;
}

Collinearity collinearity(const Design& design, const LeastSquares& fit,
                          std::span<const double> weights)
{
    Collinearity result;
    result.vif.resize(fit.coefficients.size());
    if (fit.undefined || fit.rank == 0)
        return result;
    const RowsOfQ q(design, fit, weights);
    MatrixXd inverse = q.inverseR();
    const bool centred = design.hasIntercept();
    const std::size_t others = q.kept().size() - (centred ? 1 : 0);
    for (std::size_t i = 0; i < q.kept().size(); ++i) {
        std::vector<double> column(design.column(q.kept()[i]).begin(),
                                   design.column(q.kept()[i]).end());
        const auto squares = [&] {
            for (std::size_t row = 0; row < column.size(); ++row)
                column[row] *= q.root(row);
            return sumOfSquares(column);
        };
        std::vector<double> away = column;
        if (centred && weights.empty()) {
            away = deviations(column);
        } else if (centred) {
            const double centre = dot(weights, column) / sum(weights);
            for (double& value : away)
                value -= centre;
        }
        const auto row = static_cast<Index>(i);
        const double variance = inverse.row(row).squaredNorm();
        inverse.row(row) *= std::sqrt(squares());
        column = std::move(away);
        const bool isIntercept = fit.coefficients[q.kept()[i]].name == "(intercept)";
        if (!(centred && isIntercept) && others > 1)
            result.vif[q.kept()[i]] = std::max(1.0, variance * squares());
    }
    // Those of R at unit columns are the inverses of these.
    const VectorXd singular = Eigen::JacobiSVD<MatrixXd>(inverse).singularValues();
    for (Index i = singular.size() - 1; i >= 0; --i)
        result.conditionIndices.push_back(singular(i) / singular(singular.size() - 1));
    return result;
}

} // namespace twelvefold::statistics
