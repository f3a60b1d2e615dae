// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/multinomial.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMultinomialMostSteps = 200;
constexpr double kMultinomialSettled = 1e-9; // of the gradient, a case
// The constants of all kinds could be moved together: this holds them where their squares are
// least.
constexpr double kHeld = 1e-9;

bool isOpen(Multinomial::Open open, std::size_t kind)
{
    return (open >> kind & 1U) != 0;
}

// Of a row of columns with a leading 1 and each kind's coefficients in turn.
VectorXd chancesOf(const VectorXd& row, const VectorXd& coefficients, std::size_t kinds,
                   Multinomial::Open open)
{
    const Index width = row.size();
    VectorXd chances = VectorXd::Zero(static_cast<Index>(kinds));
    double largest = -HUGE_VAL;
    for (std::size_t k = 0; k < kinds; ++k) {
        if (!isOpen(open, k))
            continue;
        const double score = row.dot(coefficients.segment(static_cast<Index>(k) * width, width));
        chances(static_cast<Index>(k)) = score;
        largest = std::max(largest, score);
    }
    double sum = 0;
    for (std::size_t k = 0; k < kinds; ++k) {
        double& chance = chances(static_cast<Index>(k));
        chance = isOpen(open, k) ? std::exp(chance - largest) : 0;
        sum += chance;
    }
    return chances / sum;
}

// The cells as a matrix, columns standardised, and what is sought.
struct ChoiceProblem
{
    MatrixXd rows;   // with a leading 1
    MatrixXd counts; // by kind
    std::vector<Multinomial::Open> open;
    double penalty = 1;
    double cases = 0;

    Index kinds() const { return counts.cols(); }
    Index width() const { return rows.cols(); }
    double held(Index column) const { return column == 0 ? kHeld : penalty; }

    double loss(const VectorXd& b) const
    {
        double loss = 0;
        for (Index i = 0; i < rows.rows(); ++i) {
            const VectorXd chances = chancesOf(rows.row(i), b, static_cast<std::size_t>(kinds()),
                                               open[static_cast<std::size_t>(i)]);
            for (Index k = 0; k < kinds(); ++k) {
                if (counts(i, k) > 0)
                    loss -= counts(i, k) * std::log(std::max(chances(k), 1e-300));
            }
        }
        for (Index at = 0; at < b.size(); ++at)
            loss += 0.5 * held(at % width()) * b(at) * b(at);
        return loss;
    }

    void slopes(const VectorXd& b, VectorXd& gradient, MatrixXd& hessian) const
    {
        const Index p = width();
        gradient.setZero(b.size());
        hessian.setZero(b.size(), b.size());
        MatrixXd square(p, p);
        for (Index i = 0; i < rows.rows(); ++i) {
            const VectorXd row = rows.row(i);
            const double n = counts.row(i).sum();
            const VectorXd chances = chancesOf(row, b, static_cast<std::size_t>(kinds()),
                                               open[static_cast<std::size_t>(i)]);
            square.noalias() = row * row.transpose();
            for (Index k = 0; k < kinds(); ++k) {
                gradient.segment(k * p, p) += (n * chances(k) - counts(i, k)) * row;
                for (Index j = 0; j <= k; ++j) {
                    const double weight = n * chances(k) * ((j == k ? 1 : 0) - chances(j));
                    if (weight != 0)
                        hessian.block(k * p, j * p, p, p) += weight * square;
                }
            }
        }
        for (Index at = 0; at < b.size(); ++at) {
            gradient(at) += held(at % p) * b(at);
            hessian(at, at) += held(at % p);
        }
    }
};

// Newton's steps, halved where they would not lessen the loss.
std::optional<VectorXd> leastChoiceLoss(const ChoiceProblem& problem)
{
    VectorXd b = VectorXd::Zero(problem.kinds() * problem.width());
    VectorXd gradient;
    MatrixXd hessian;
    double loss = problem.loss(b);
    for (int step = 0; step < kMultinomialMostSteps; ++step) {
        problem.slopes(b, gradient, hessian);
        if (gradient.cwiseAbs().maxCoeff() <= kMultinomialSettled * problem.cases)
            return b;
        const VectorXd move = hessian.selfadjointView<Eigen::Lower>().ldlt().solve(gradient);
        double part = 1;
        VectorXd next = b - move;
        double nextLoss = problem.loss(next);
        while (!(nextLoss <= loss) && part > 1e-6) {
            part /= 2;
            next = b - part * move;
            nextLoss = problem.loss(next);
        }
        if (!(nextLoss <= loss)) // no step lessens what rounding has left
            return gradient.cwiseAbs().maxCoeff() <= 1e-5 * problem.cases ? std::optional(b)
                                                                          : std::nullopt;
        b = next;
        loss = nextLoss;
    }
    return std::nullopt;
}

} // namespace

std::optional<Multinomial> Multinomial::fit(std::span<const Cell> cells, double penalty)
{
    Multinomial model;
    double cases = 0;
    for (const Cell& cell : cells) {
        model.m_kinds = cell.counts.size();
        for (std::size_t k = 0; k < cell.counts.size(); ++k) {
            cases += cell.counts[k];
            if (cell.counts[k] > 0)
                model.m_found |= Open{1} << k;
        }
    }
    if (cases <= 0)
        return std::nullopt;
    const std::size_t columns = cells.front().columns.size();
    model.m_mean.assign(columns, 0);
    model.m_scale.assign(columns, 0);
    const auto each = [&](auto&& take) {
        for (const Cell& cell : cells) {
            double n = 0;
            for (const double count : cell.counts)
                n += count;
            for (std::size_t c = 0; c < columns; ++c)
                take(c, cell.columns[c], n);
        }
    };
    each([&](std::size_t c, double value, double n) { model.m_mean[c] += n * value / cases; });
    each([&](std::size_t c, double value, double n) {
        model.m_scale[c] += n * (value - model.m_mean[c]) * (value - model.m_mean[c]) / cases;
    });
    for (double& scale : model.m_scale)
        scale = scale > 0 ? std::sqrt(scale) : 1;

    ChoiceProblem problem;
    problem.penalty = penalty;
    problem.cases = cases;
    problem.rows.resize(static_cast<Index>(cells.size()), static_cast<Index>(columns + 1));
    problem.counts.resize(static_cast<Index>(cells.size()), static_cast<Index>(model.m_kinds));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto row = static_cast<Index>(i);
        problem.rows(row, 0) = 1;
        for (std::size_t c = 0; c < columns; ++c)
            problem.rows(row, static_cast<Index>(c + 1)) =
                (cells[i].columns[c] - model.m_mean[c]) / model.m_scale[c];
        for (std::size_t k = 0; k < model.m_kinds; ++k)
            problem.counts(row, static_cast<Index>(k)) = cells[i].counts[k];
        problem.open.push_back(cells[i].open & model.m_found);
    }
    const auto found = leastChoiceLoss(problem);
    if (!found)
        return std::nullopt;
    model.m_coefficients.assign(found->begin(), found->end());
    return model;
}

std::vector<double> Multinomial::at(std::span<const double> columns, Open open) const
{
    VectorXd row(static_cast<Index>(columns.size() + 1));
    row(0) = 1;
    for (std::size_t c = 0; c < columns.size(); ++c)
        row(static_cast<Index>(c + 1)) = (columns[c] - m_mean[c]) / m_scale[c];
    const Open among = (open & m_found) != 0 ? open & m_found : m_found;
    const VectorXd chances =
        chancesOf(row,
                  Eigen::Map<const VectorXd>(m_coefficients.data(),
                                             static_cast<Index>(m_coefficients.size())),
                  m_kinds, among);
    return {chances.begin(), chances.end()};
}

} // namespace twelvefold::statistics
