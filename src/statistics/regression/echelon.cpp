// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/echelon.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

void subtractMultiple(double* x, const double* v, double factor, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        x[i] -= factor * v[i];
}

} // namespace

// Four running sums let the processor work ahead.
double dotOf(const double* a, const double* b, std::size_t n)
{
    double lanes[4] = {};
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            lanes[lane] += a[i + lane] * b[i + lane];
    for (std::size_t lane = 0; i < n; ++i, ++lane)
        lanes[lane] += a[i] * b[i];
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

void Echelon::shape(std::size_t columns, std::size_t mostRows)
{
    m_columns = columns;
    m_stride = mostRows;
    m_rows = 0;
    m_values.assign((columns + 1) * mostRows, 0.0);
    m_reach.assign(columns + 1, 0);
    m_adds.assign(columns + 1, 0);
    m_lengths.assign(columns + 1, 0.0);
}

std::size_t Echelon::added(std::size_t j, std::size_t k) const
{
    return static_cast<std::size_t>(std::count(m_adds.begin() + static_cast<std::ptrdiff_t>(j),
                                               m_adds.begin() + static_cast<std::ptrdiff_t>(k),
                                               std::uint8_t{1}));
}

// After the rows above are known: what is left of a column's square, as a part of it.
double Echelon::settle(std::size_t j, std::size_t row, double whole, double least)
{
    double* const own = column(j);
    m_lengths[j] = whole > 0 ? std::sqrt(whole) : 0;
    const double left = whole - dotOf(own, own, row);
    m_adds[j] = j < m_columns && whole > 0 && left > least * whole ? 1 : 0;
    if (!adds(j)) {
        m_reach[j] = row;
        return 0;
    }
    own[row] = std::sqrt(left);
    m_reach[j] = m_rows = row + 1;
    return left / whole;
}

void Echelon::setReach(std::size_t rows)
{
    std::fill(m_reach.begin(), m_reach.end(), rows);
}

void Echelon::take(const Echelon& other, std::size_t row, std::span<const std::size_t> columns)
{
    const std::size_t height = other.m_rows - row;
    m_columns = columns.size();
    m_stride = std::max<std::size_t>(height, 1);
    m_values.resize((m_columns + 1) * m_stride);
    m_reach.resize(m_columns + 1);
    m_adds.resize(m_columns + 1);
    m_lengths.resize(m_columns + 1);
    for (std::size_t j = 0; j <= m_columns; ++j) {
        const std::size_t from = j < m_columns ? columns[j] : other.m_columns;
        const double* const source = other.column(from) + row;
        const std::size_t known = j < m_columns ? std::max(other.m_reach[from], row) - row : height;
        std::copy_n(source, known, column(j));
        std::fill(column(j) + known, column(j) + m_stride, 0.0);
        m_reach[j] = j > 0 ? std::max(m_reach[j - 1], known) : known;
        m_adds[j] = 0;
        m_lengths[j] = other.m_lengths[from];
    }
}

void Echelon::reduce(double least)
{
    std::size_t row = 0;
    for (std::size_t j = 0; j < m_columns; ++j) {
        double* const own = column(j) + row;
        const std::size_t count = std::max(m_reach[j], row) - row;
        const double size = std::sqrt(dotOf(own, own, count));
        m_adds[j] = size > least * m_lengths[j] ? 1 : 0;
        if (!adds(j)) {
            std::fill_n(own, count, 0.0);
            m_reach[j] = row;
            continue;
        }
        if (count > 1) {
            // x - v (v·x)/h turns the column into (∓size, 0, …), v its own less that.
            const double h = size * (size + std::fabs(own[0]));
            const double end = own[0] > 0 ? -size : size;
            own[0] -= end;
            for (std::size_t k = j + 1; k <= m_columns; ++k) {
                double* const x = column(k) + row;
                subtractMultiple(x, own, dotOf(own, x, count) / h, count);
            }
            own[0] = end;
            std::fill_n(own + 1, count - 1, 0.0);
        }
        m_reach[j] = ++row;
    }
    m_rows = row;
    m_reach[m_columns] = row;
}

} // namespace twelvefold::statistics
