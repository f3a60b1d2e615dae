// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// The columns of a linear model and its response, rotated so that each column that adds something
// to those before it reaches one row further than they do (a triangle, where every column does).
// Rotations keep lengths and angles, so whatever least squares would say of the columns can be read
// off here, however many cases there were: the share of the response that the first columns explain
// lies in the first rows of its own column.
class Echelon
{
public:
    Echelon() = default;
    Echelon(std::size_t columns, std::size_t mostRows) { shape(columns, mostRows); }
    // All zero; keeps its memory.
    void shape(std::size_t columns, std::size_t mostRows);

    std::size_t columns() const { return m_columns; } // the response not counted
    std::size_t rows() const { return m_rows; }       // how many columns add something
    double* column(std::size_t j) { return m_values.data() + j * m_stride; }
    const double* column(std::size_t j) const { return m_values.data() + j * m_stride; }
    double* response() { return column(m_columns); }
    const double* response() const { return column(m_columns); }
    bool adds(std::size_t j) const { return m_adds[j] != 0; }
    // How many of the columns from j to before k add something to those before them.
    std::size_t added(std::size_t j, std::size_t k) const;
    double length(std::size_t j) const { return m_lengths[j]; } // before any rotation
    void setLength(std::size_t j, double length) { m_lengths[j] = length; }

    // From sums of squares and products about the means, products(j, k) for j <= k, the response
    // last (Cholesky). A column adds something when the square of what is left of it is more than
    // `least` of its own. Returns the smallest such part of any column that does.
    template<class Products>
    double factor(const Products& products, double least);

    // The rows from `row` and the given columns of another, in that order, and its response. Is to
    // be reduced next.
    void take(const Echelon& other, std::size_t row, std::span<const std::size_t> columns);

    // Householder rotations. A column adds something when what is left of it is longer than
    // `least` of its own length.
    void reduce(double least);

    // Before reduce(): how many rows of every column may be other than zero.
    void setReach(std::size_t rows);

private:
    double settle(std::size_t j, std::size_t row, double left, double least);

    std::size_t m_columns = 0, m_stride = 0, m_rows = 0;
    std::vector<double> m_values;     // column after column, the response last
    std::vector<std::size_t> m_reach; // rows that may be other than zero; never falls
    std::vector<std::uint8_t> m_adds;
    std::vector<double> m_lengths;
};

double dotOf(const double* a, const double* b, std::size_t n);

template<class Products>
double Echelon::factor(const Products& products, double least)
{
    double smallest = 1;
    m_rows = 0;
    for (std::size_t j = 0; j <= m_columns; ++j) {
        double* const own = column(j);
        for (std::size_t k = 0, row = 0; k < j; ++k) {
            if (!adds(k))
                continue;
            const double* const before = column(k);
            own[row] = (products(k, j) - dotOf(before, own, row)) / before[row];
            ++row;
        }
        const double whole = products(j, j);
        const double part = settle(j, m_rows, whole, least);
        if (adds(j) && part < smallest)
            smallest = part;
    }
    return smallest;
}

} // namespace twelvefold::statistics
