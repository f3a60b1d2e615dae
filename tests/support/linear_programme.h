// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace twelvefold::tests {

// What an outsider can work out: each unknown is at least nought, and each thing published says
// that some of them together lie in a range. The least and the most that one of them, or a sum of
// them, can be, by the simplex method with Bland's rule. For tests: small and plain, not quick.
class LinearProgramme
{
public:
    explicit LinearProgramme(std::size_t unknowns) : m_unknowns(unknowns) {}

    // lower <= sum of weights times unknowns <= upper
    void know(const std::vector<double>& weights, double lower, double upper)
    {
        atMost(weights, upper);
        std::vector<double> turned = weights;
        for (double& weight : turned)
            weight = -weight;
        atMost(turned, -lower);
    }

    // Nothing when what is known contradicts itself; unlimited is infinity.
    std::optional<double> most(const std::vector<double>& weights) const { return solve(weights); }
    std::optional<double> least(const std::vector<double>& weights) const
    {
        std::vector<double> turned = weights;
        for (double& weight : turned)
            weight = -weight;
        const auto found = solve(turned);
        return found ? std::optional(-*found) : std::nullopt;
    }

private:
    static constexpr double kNothing = 1e-9;
    using Row = std::vector<double>;

    void atMost(const Row& weights, double bound)
    {
        m_rows.push_back(weights);
        m_rows.back().resize(m_unknowns, 0.0);
        m_bounds.push_back(bound);
    }

    // One step after another over a tableau until nothing improves; false when there is no limit.
    static bool improve(std::vector<Row>& tableau, std::vector<std::size_t>& basis,
                        std::size_t columns)
    {
        Row& aim = tableau.back();
        for (;;) {
            std::size_t enters = columns;
            for (std::size_t j = 0; j < columns && enters == columns; ++j)
                if (aim[j] < -kNothing)
                    enters = j;
            if (enters == columns)
                return true;
            std::size_t leaves = basis.size();
            double tightest = 0;
            for (std::size_t i = 0; i < basis.size(); ++i) {
                if (tableau[i][enters] <= kNothing)
                    continue;
                const double room = tableau[i].back() / tableau[i][enters];
                if (leaves == basis.size() || room < tightest - kNothing ||
                    (room < tightest + kNothing && basis[i] < basis[leaves])) {
                    leaves = i;
                    tightest = room;
                }
            }
            if (leaves == basis.size())
                return false;
            pivot(tableau, leaves, enters);
            basis[leaves] = enters;
        }
    }

    static void pivot(std::vector<Row>& tableau, std::size_t row, std::size_t column)
    {
        const double by = tableau[row][column];
        for (double& value : tableau[row])
            value /= by;
        for (std::size_t i = 0; i < tableau.size(); ++i) {
            const double times = tableau[i][column];
            if (i == row || times == 0)
                continue;
            for (std::size_t j = 0; j < tableau[i].size(); ++j)
                tableau[i][j] -= times * tableau[row][j];
        }
    }

    std::optional<double> solve(const Row& weights) const
    {
        // Unknowns, a slack for each row, and an artificial one for each row below nought.
        const std::size_t rows = m_rows.size();
        std::vector<std::size_t> negative;
        for (std::size_t i = 0; i < rows; ++i)
            if (m_bounds[i] < 0)
                negative.push_back(i);
        const std::size_t real = m_unknowns + rows, columns = real + negative.size();
        std::vector<Row> tableau(rows + 1, Row(columns + 1, 0.0));
        std::vector<std::size_t> basis(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const double sign = m_bounds[i] < 0 ? -1 : 1;
            for (std::size_t j = 0; j < m_unknowns; ++j)
                tableau[i][j] = sign * m_rows[i][j];
            tableau[i][m_unknowns + i] = sign;
            tableau[i].back() = sign * m_bounds[i];
            basis[i] = m_unknowns + i;
        }
        for (std::size_t a = 0; a < negative.size(); ++a) {
            tableau[negative[a]][real + a] = 1;
            basis[negative[a]] = real + a;
            for (std::size_t j = 0; j <= columns; ++j)
                if (j < real || j == columns)
                    tableau.back()[j] -= tableau[negative[a]][j];
        }
        improve(tableau, basis, columns);
        if (tableau.back().back() < -1e-6)
            return std::nullopt;
        for (std::size_t i = 0; i < rows; ++i) { // artificial ones still in the basis, at nought
            for (std::size_t j = 0; basis[i] >= real && j < real; ++j) {
                if (std::abs(tableau[i][j]) > kNothing) {
                    pivot(tableau, i, j);
                    basis[i] = j;
                }
            }
        }
        Row& aim = tableau.back();
        aim.assign(columns + 1, 0.0);
        for (std::size_t j = 0; j < m_unknowns; ++j)
            aim[j] = -weights[j];
        for (std::size_t i = 0; i < rows; ++i) {
            const double times = aim[basis[i]];
            if (times != 0)
                for (std::size_t j = 0; j <= columns; ++j)
                    aim[j] -= times * tableau[i][j];
        }
        for (std::size_t i = 0; i <= rows; ++i) // they may not come in again
            for (std::size_t a = real; a < columns; ++a)
                tableau[i][a] = 0;
        if (!improve(tableau, basis, real))
            return HUGE_VAL;
        return tableau.back().back();
    }

    std::size_t m_unknowns;
    std::vector<Row> m_rows;
    std::vector<double> m_bounds;
};

} // namespace twelvefold::tests
