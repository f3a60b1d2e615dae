// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/regression/least_squares.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// The columns of a design that hold few whole numbers each, as need levels and indicators do. They
// are put together in groups of columns with at most 128 combinations of values, and each row keeps
// one small code a group. A sum over rows is then gathered by code, or by the codes of two groups,
// and made one of columns at the end: some four or six additions a row where there were
// sixty products.
class CodedColumns
{
public:
    // Nothing where a column takes values that are not whole, or more than 16 apart.
    static std::optional<CodedColumns> build(const Design& design,
                                             const std::vector<std::size_t>& columns);

    std::size_t columns() const { return m_columns; }
    // All for the rows from first to last. Matrices are square, row after row, symmetric.

    // Sums of products of the columns with each other: exact.
    const std::vector<std::int64_t>& products() const { return m_products; }
    // y - Xb.
    void residuals(std::span<const double> b, std::span<const double> y, std::size_t first,
                   std::size_t last, double* out) const;
    // X'v, v being given from `first` on.
    std::vector<double> productsWith(const double* v, std::size_t first, std::size_t last) const;
    // X'WX.
    std::vector<double> weighted(const double* weights, std::size_t first, std::size_t last) const;
    // x'Ax of each row.
    class Quadratic
    {
    public:
        Quadratic(const CodedColumns& columns, std::span<const double> matrix);
        void of(std::size_t first, std::size_t last, double* out) const;

    private:
        const CodedColumns& m_columns;
        std::vector<std::vector<double>> m_tables; // one a pair of groups
    };

private:
    static constexpr std::size_t kMostCodes = 128;
    struct Range
    {
        double least = 0;
        std::size_t values = 0; // none: not few whole numbers
    };
    struct Group
    {
        std::vector<std::size_t> columns; // places among the columns
        std::size_t codes = 1;
        std::vector<double> values; // of each column, by code: values[column * kMostCodes + code]
        std::vector<std::uint8_t> codeOf; // by row
        double valueOf(std::size_t column, std::size_t code) const
        {
            return values[column * kMostCodes + code];
        }
    };
    // Two groups, and whether what is gathered by the codes of each alone is taken from theirs.
    struct Pair
    {
        const Group& first;
        const Group& second;
        bool firstAlone, secondAlone;
        std::size_t codes() const { return first.codes * second.codes; }
    };

    static Range rangeOf(std::span<const double> column);
    static std::vector<Group> dealt(const std::vector<Range>& ranges);
    bool encode(const Design& design, const std::vector<std::size_t>& columns, std::size_t rows);
    template<class Sum, class Table, class Value>
    void spread(const Table& table, const Pair& pair, std::vector<Sum>& matrix, Value value) const;
    template<class Visit>
    void forEachPair(Visit visit) const;
    void addProducts();

    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<Group> m_groups; // two at least
    std::vector<std::int64_t> m_products;
};

} // namespace twelvefold::statistics
