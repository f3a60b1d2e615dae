// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/coded_columns.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr double kMostValues = 16;
// Beyond these the sums of products might not fit.
constexpr double kCodedColumnsGreatest = 1e6;
constexpr std::size_t kMostRows = std::size_t{1} << 22U;

} // namespace

CodedColumns::Range CodedColumns::rangeOf(std::span<const double> column)
{
    double least = column[0], greatest = column[0];
    bool whole = true;
    for (const double value : column) {
        least = std::min(least, value);
        greatest = std::max(greatest, value);
        whole &= std::abs(value) <= kCodedColumnsGreatest &&
                 static_cast<double>(static_cast<std::int32_t>(
                     std::clamp(value, -kCodedColumnsGreatest, kCodedColumnsGreatest))) == value;
    }
    if (!whole || !(greatest - least < kMostValues))
        return {};
    return {least, static_cast<std::size_t>(greatest - least) + 1};
}

// As few groups as will do, columns dealt out so that they have about as many codes each.
std::vector<CodedColumns::Group> CodedColumns::dealt(const std::vector<Range>& ranges)
{
    for (std::size_t count = 2;; ++count) {
        std::vector<Group> groups(count);
        bool fit = true;
        for (std::size_t place = 0; place < ranges.size(); ++place) {
            Group& group =
                *std::min_element(groups.begin(), groups.end(),
                                  [](const Group& a, const Group& b) { return a.codes < b.codes; });
            group.columns.push_back(place);
            group.codes *= ranges[place].values;
            fit = fit && group.codes <= kMostCodes;
        }
        if (fit)
            return groups;
    }
}

// One pass over the columns, given what the values in the first rows are; false where others come.
bool CodedColumns::encode(const Design& design, const std::vector<std::size_t>& columns,
                          std::size_t rows)
{
    constexpr double kWhole = 0x1.8p52; // added to a whole number, it is in the last bits
    constexpr std::size_t kBlock = 1024;
    std::vector<Range> ranges;
    for (const std::size_t column : columns) {
        ranges.push_back(rangeOf(design.column(column).first(rows)));
        if (ranges.back().values == 0)
            return false;
    }
    m_groups = dealt(ranges);
    for (Group& group : m_groups) {
        group.codeOf.assign(m_rows, 0);
        group.values.resize(group.columns.size() * kMostCodes, 0.0);
    }
    for (std::size_t first = 0; first < m_rows; first += kBlock) {
        const std::size_t last = std::min(m_rows, first + kBlock);
        for (Group& group : m_groups) {
            std::uint32_t stride = 1;
            for (const std::size_t place : group.columns) {
                const double* values = design.column(columns[place]).data();
                const double least = ranges[place].least;
                const auto count = static_cast<std::uint32_t>(ranges[place].values);
                bool known = true;
                for (std::size_t row = first; row < last; ++row) {
                    const auto code = static_cast<std::uint32_t>(
                        std::bit_cast<std::uint64_t>(values[row] - least + kWhole));
                    known &= code < count;
                    known &= least + static_cast<std::int32_t>(code) == values[row];
                    group.codeOf[row] =
                        static_cast<std::uint8_t>(group.codeOf[row] + stride * code);
                }
                if (!known)
                    return false;
                stride *= count;
            }
        }
    }
    for (Group& group : m_groups) {
        std::size_t stride = 1;
        for (std::size_t i = 0; i < group.columns.size(); ++i) {
            const Range& range = ranges[group.columns[i]];
            for (std::size_t code = 0; code < group.codes; ++code)
                group.values[i * kMostCodes + code] =
                    range.least + static_cast<double>(code / stride % range.values);
            stride *= range.values;
        }
    }
    return true;
}

std::optional<CodedColumns> CodedColumns::build(const Design& design,
                                                const std::vector<std::size_t>& columns)
{
    if (design.rows() == 0 || design.rows() > kMostRows)
        return std::nullopt;
    CodedColumns coded;
    coded.m_rows = design.rows();
    coded.m_columns = columns.size();
    // The first rows nearly always have every value that there is.
    constexpr std::size_t kFirst = 8192;
    if (!coded.encode(design, columns, std::min(coded.m_rows, kFirst)) &&
        !coded.encode(design, columns, coded.m_rows))
        return std::nullopt;
    coded.addProducts();
    return coded;
}

template<class Visit>
void CodedColumns::forEachPair(Visit visit) const
{
    for (std::size_t a = 0; a < m_groups.size(); ++a) {
        for (std::size_t b = a + 1; b < m_groups.size(); ++b) {
            const bool next = b == a + 1;
            visit(Pair{m_groups[a], m_groups[b], next, next && b + 1 == m_groups.size()});
        }
    }
}

// Makes what was gathered by the codes of two groups the sums of products of their columns.
template<class Sum, class Table, class Value>
void CodedColumns::spread(const Table& table, const Pair& pair, std::vector<Sum>& matrix,
                          Value value) const
{
    const auto put = [&](std::size_t i, std::size_t j, Sum sum) {
        matrix[i * columns() + j] = matrix[j * columns() + i] = sum;
    };
    const auto alone = [&](const Group& group, const std::array<Sum, kMostCodes>& sums) {
        for (std::size_t i = 0; i < group.columns.size(); ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                Sum sum{};
                for (std::size_t code = 0; code < group.codes; ++code)
                    sum += sums[code] * value(group.valueOf(i, code) * group.valueOf(j, code));
                put(group.columns[i], group.columns[j], sum);
            }
        }
    };
    const Group& first = pair.first;
    const Group& second = pair.second;
    const auto at = [&](std::size_t one, std::size_t other) {
        return static_cast<Sum>(table[one * second.codes + other]);
    };
    std::array<Sum, kMostCodes> ofFirst{}, ofSecond{};
    for (std::size_t one = 0; one < first.codes; ++one) {
        for (std::size_t other = 0; other < second.codes; ++other) {
            ofFirst[one] += at(one, other);
            ofSecond[other] += at(one, other);
        }
    }
    if (pair.firstAlone)
        alone(first, ofFirst);
    if (pair.secondAlone)
        alone(second, ofSecond);
    for (std::size_t j = 0; j < second.columns.size(); ++j) {
        std::array<Sum, kMostCodes> inner{};
        for (std::size_t one = 0; one < first.codes; ++one)
            for (std::size_t other = 0; other < second.codes; ++other)
                inner[one] += at(one, other) * value(second.valueOf(j, other));
        for (std::size_t i = 0; i < first.columns.size(); ++i) {
            Sum sum{};
            for (std::size_t one = 0; one < first.codes; ++one)
                sum += inner[one] * value(first.valueOf(i, one));
            put(first.columns[i], second.columns[j], sum);
        }
    }
}

void CodedColumns::addProducts()
{
    m_products.assign(columns() * columns(), 0);
    forEachPair([&](const Pair& pair) {
        std::vector<std::uint32_t> counts(pair.codes(), 0);
        const std::uint8_t* one = pair.first.codeOf.data();
        const std::uint8_t* other = pair.second.codeOf.data();
        const std::size_t stride = pair.second.codes;
        for (std::size_t row = 0; row < m_rows; ++row)
            ++counts[one[row] * stride + other[row]];
        spread(counts, pair, m_products,
               [](double value) { return static_cast<std::int64_t>(value); });
    });
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
    forEachPair([&](const Pair& pair) {
        std::vector<double> table(pair.codes(), 0.0);
        const std::uint8_t* one = pair.first.codeOf.data() + first;
        const std::uint8_t* other = pair.second.codeOf.data() + first;
        const std::size_t stride = pair.second.codes;
        for (std::size_t i = 0; i < last - first; ++i)
            table[one[i] * stride + other[i]] += weights[i];
        spread(table, pair, matrix, [](double value) { return value; });
    });
    return matrix;
}

CodedColumns::Quadratic::Quadratic(const CodedColumns& columns, std::span<const double> matrix)
    : m_columns(columns)
{
    const auto between = [&](const Group& a, std::size_t one, const Group& b, std::size_t other) {
        double sum = 0;
        for (std::size_t i = 0; i < a.columns.size(); ++i)
            for (std::size_t j = 0; j < b.columns.size(); ++j)
                sum += a.valueOf(i, one) * b.valueOf(j, other) *
                       matrix[a.columns[i] * columns.columns() + b.columns[j]];
        return sum;
    };
    columns.forEachPair([&](const Pair& pair) {
        std::vector<double>& table = m_tables.emplace_back();
        std::vector<double> ofSecond(pair.second.codes, 0.0);
        for (std::size_t other = 0; other < pair.second.codes && pair.secondAlone; ++other)
            ofSecond[other] = between(pair.second, other, pair.second, other);
        for (std::size_t one = 0; one < pair.first.codes; ++one) {
            const double ofFirst = pair.firstAlone ? between(pair.first, one, pair.first, one) : 0;
            for (std::size_t other = 0; other < pair.second.codes; ++other)
                table.push_back(ofFirst + ofSecond[other] +
                                2 * between(pair.first, one, pair.second, other));
        }
    });
}

void CodedColumns::Quadratic::of(std::size_t first, std::size_t last, double* out) const
{
    std::fill_n(out, last - first, 0.0);
    std::size_t at = 0;
    m_columns.forEachPair([&](const Pair& pair) {
        const double* table = m_tables[at++].data();
        const std::uint8_t* one = pair.first.codeOf.data() + first;
        const std::uint8_t* other = pair.second.codeOf.data() + first;
        const std::size_t stride = pair.second.codes;
        for (std::size_t i = 0; i < last - first; ++i)
            out[i] += table[one[i] * stride + other[i]];
    });
}

} // namespace twelvefold::statistics
