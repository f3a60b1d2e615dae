// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/methods/coded_columns.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::analysis {
namespace {

constexpr double kMostValues = 16;
// Beyond these the sums of products might not fit.
constexpr double kGreatest = 1e6;
constexpr std::size_t kMostRows = std::size_t{1} << 22U;

struct Range
{
    double least = 0;
    std::size_t values = 0; // none: not few whole numbers
};

Range rangeOf(std::span<const double> column)
{
    double least = column[0], greatest = column[0];
    bool whole = true;
    for (const double value : column) {
        least = std::min(least, value);
        greatest = std::max(greatest, value);
        whole &= std::abs(value) <= kGreatest &&
                 static_cast<double>(
                     static_cast<std::int32_t>(std::clamp(value, -kGreatest, kGreatest))) == value;
    }
    if (!whole || !(greatest - least < kMostValues))
        return {};
    return {least, static_cast<std::size_t>(greatest - least) + 1};
}

} // namespace

std::optional<CodedColumns> CodedColumns::build(const Design& design,
                                                const std::vector<std::size_t>& columns)
{
    if (design.rows() == 0 || design.rows() > kMostRows)
        return std::nullopt;
    CodedColumns coded;
    coded.m_rows = design.rows();
    std::vector<Range> ranges;
    for (const std::size_t column : columns) {
        ranges.push_back(rangeOf(design.column(column)));
        if (ranges.back().values == 0)
            return std::nullopt;
        coded.m_values.push_back(ranges.back().values);
    }
    for (std::size_t place = 0; place < columns.size(); ++place) {
        const Range& range = ranges[place];
        if (coded.m_groups.empty() || coded.m_groups.back().codes * range.values > kMostCodes) {
            coded.m_groups.emplace_back();
            coded.m_groups.back().codeOf.assign(coded.m_rows, 0);
        }
        Group& group = coded.m_groups.back();
        const auto stride = static_cast<std::uint8_t>(group.codes);
        const std::span<const double> values = design.column(columns[place]);
        if (range.values > 1) {
            for (std::size_t row = 0; row < coded.m_rows; ++row)
                group.codeOf[row] = static_cast<std::uint8_t>(
                    group.codeOf[row] +
                    stride * static_cast<std::int32_t>(values[row] - range.least));
        }
        group.columns.push_back(place);
        group.codes *= range.values;
    }
    for (Group& group : coded.m_groups) {
        std::size_t stride = 1;
        for (std::size_t i = 0; i < group.columns.size(); ++i) {
            const Range& range = ranges[group.columns[i]];
            group.values.resize((i + 1) * kMostCodes, 0.0);
            for (std::size_t code = 0; code < group.codes; ++code)
                group.values[i * kMostCodes + code] =
                    range.least + static_cast<double>(code / stride % range.values);
            stride *= range.values;
        }
    }
    return coded;
}

template<class Visit>
void CodedColumns::forEachPair(Visit visit) const
{
    for (std::size_t a = 0; a < m_groups.size(); ++a)
        for (std::size_t b = a; b < m_groups.size(); ++b)
            visit(a, b);
}

// Adds what was gathered by the codes of two groups to the sums of products of their columns.
template<class Sum, class Table, class Value>
void CodedColumns::spread(const Table& table, std::size_t a, std::size_t b,
                          std::vector<Sum>& matrix, Value value) const
{
    const Group& first = m_groups[a];
    const Group& second = m_groups[b];
    for (std::size_t i = 0; i < first.columns.size(); ++i) {
        for (std::size_t j = 0; j < second.columns.size(); ++j) {
            Sum sum{};
            for (std::size_t one = 0; one < first.codes; ++one) {
                Sum inner{};
                for (std::size_t other = 0; other < second.codes; ++other)
                    inner += static_cast<Sum>(table[one * kMostCodes + other]) *
                             value(second.valueOf(j, other));
                sum += inner * value(first.valueOf(i, one));
            }
            matrix[first.columns[i] * columns() + second.columns[j]] = sum;
            matrix[second.columns[j] * columns() + first.columns[i]] = sum;
        }
    }
}

std::vector<std::int64_t> CodedColumns::products() const
{
    std::vector<std::int64_t> matrix(columns() * columns());
    forEachPair([&](std::size_t a, std::size_t b) {
        std::array<std::uint32_t, kMostCodes * kMostCodes> counts{};
        const std::uint8_t* one = m_groups[a].codeOf.data();
        const std::uint8_t* other = m_groups[b].codeOf.data();
        for (std::size_t row = 0; row < m_rows; ++row)
            ++counts[one[row] * kMostCodes + other[row]];
        spread(counts, a, b, matrix, [](double value) { return static_cast<std::int64_t>(value); });
    });
    return matrix;
}

void CodedColumns::residuals(std::span<const double> b, std::span<const double> y,
                             std::size_t first, std::size_t last, double* out) const
{
    std::copy(y.begin() + static_cast<std::ptrdiff_t>(first),
              y.begin() + static_cast<std::ptrdiff_t>(last), out);
    for (const Group& group : m_groups) {
        std::array<double, kMostCodes> fitted{};
        for (std::size_t code = 0; code < group.codes; ++code)
            for (std::size_t i = 0; i < group.columns.size(); ++i)
                fitted[code] += b[group.columns[i]] * group.valueOf(i, code);
        const std::uint8_t* codes = group.codeOf.data() + first;
        for (std::size_t i = 0; i < last - first; ++i)
            out[i] -= fitted[codes[i]];
    }
}

std::vector<double> CodedColumns::productsWith(const double* v, std::size_t first,
                                               std::size_t last) const
{
    std::vector<double> sums(columns(), 0.0);
    for (const Group& group : m_groups) {
        // Two tables in turn: the same code twice running need not wait for itself.
        std::array<double, 2 * kMostCodes> table{};
        const std::uint8_t* codes = group.codeOf.data() + first;
        for (std::size_t i = 0; i < last - first; ++i)
            table[(i & 1U) * kMostCodes + codes[i]] += v[i];
        for (std::size_t i = 0; i < group.columns.size(); ++i)
            for (std::size_t code = 0; code < group.codes; ++code)
                sums[group.columns[i]] +=
                    (table[code] + table[kMostCodes + code]) * group.valueOf(i, code);
    }
    return sums;
}

std::vector<double> CodedColumns::weighted(const double* weights, std::size_t first,
                                           std::size_t last) const
{
    std::vector<double> matrix(columns() * columns());
    forEachPair([&](std::size_t a, std::size_t b) {
        std::array<double, kMostCodes * kMostCodes> table{};
        const std::uint8_t* one = m_groups[a].codeOf.data() + first;
        const std::uint8_t* other = m_groups[b].codeOf.data() + first;
        for (std::size_t i = 0; i < last - first; ++i)
            table[one[i] * kMostCodes + other[i]] += weights[i];
        spread(table, a, b, matrix, [](double value) { return value; });
    });
    return matrix;
}

CodedColumns::Quadratic::Quadratic(const CodedColumns& columns, std::span<const double> matrix)
    : m_columns(columns)
{
    columns.forEachPair([&](std::size_t a, std::size_t b) {
        const Group& first = columns.m_groups[a];
        const Group& second = columns.m_groups[b];
        std::vector<double>& table = m_tables.emplace_back(kMostCodes * kMostCodes, 0.0);
        for (std::size_t one = 0; one < first.codes; ++one)
            for (std::size_t other = 0; other < second.codes; ++other)
                for (std::size_t i = 0; i < first.columns.size(); ++i)
                    for (std::size_t j = 0; j < second.columns.size(); ++j)
                        table[one * kMostCodes + other] +=
                            (a == b ? 1 : 2) * first.valueOf(i, one) * second.valueOf(j, other) *
                            matrix[first.columns[i] * columns.columns() + second.columns[j]];
    });
}

void CodedColumns::Quadratic::of(std::size_t first, std::size_t last, double* out) const
{
    std::fill_n(out, last - first, 0.0);
    std::size_t at = 0;
    m_columns.forEachPair([&](std::size_t a, std::size_t b) {
        const double* table = m_tables[at++].data();
        const std::uint8_t* one = m_columns.m_groups[a].codeOf.data() + first;
        const std::uint8_t* other = m_columns.m_groups[b].codeOf.data() + first;
        for (std::size_t i = 0; i < last - first; ++i)
            out[i] += table[one[i] * kMostCodes + other[i]];
    });
}

} // namespace twelvefold::analysis
