// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/shares/sub_models.h"

#include "statistics/numbers/differing.h"
#include "statistics/numbers/parallel.h"
#include "statistics/numbers/sums.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::statistics {
namespace {

// The part of a column's square that the columns before it leave. What is left of a combination of
// them is rounding, below the first in sums of products and the square of the second in rotations;
// where a column that does add something leaves less than the third, sums of products would cost
// its R² more than four digits.
constexpr double kRoundingOfSums = 1e-12;
constexpr double kRoundingOfRotations = 1e-13;
constexpr double kRotateBelow = 1e-4;

constexpr std::size_t kChunk = 8192; // cases whose sums are made by one thread at a time

// Brought near 1 by a power of two, which costs no digit.
void scale(std::vector<double>& values)
{
    double largest = 0;
    for (const double value : values)
        largest = std::max(largest, std::fabs(value));
    int exponent = 0;
    std::frexp(largest, &exponent);
    // In two steps: one factor alone may be beyond what a double can be.
    const double factor = std::ldexp(1.0, -exponent / 2);
    const double rest = std::ldexp(1.0, -exponent - -exponent / 2);
    for (double& value : values)
        value = value * factor * rest;
}

// Near 1, and about the mean.
std::vector<double> centred(std::span<const double> values)
{
    std::vector<double> away(values.begin(), values.end());
    if (allEqual(values))
        return std::vector<double>(values.size(), 0.0);
    scale(away);
    const auto n = static_cast<double>(away.size());
    // The second time round takes out what the rounding of the first mean left.
    for (int time = 0; time < 2; ++time) {
        const double mean = sum(away) / n;
        for (double& value : away)
            value -= mean;
    }
    scale(away);
    return away;
}

} // namespace

SubModels::SubModels(std::span<const double> response, std::span<const ModelGroup> groups)
    : m_cases(response.size())
{
    for (const ModelGroup& group : groups) {
        std::size_t width = group.columns.size();
        for (const Factor& factor : group.factors)
            width += factor.levels > 0 ? factor.levels - 1 : 0;
        m_names.push_back(group.name);
        m_widths.push_back(width);
        m_width += group.columns.size();
    }
    ++m_width;
    m_order.resize(groups.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](std::size_t a, std::size_t b) { return m_widths[a] > m_widths[b]; });
    m_starts.resize(groups.size());
    m_numbers.resize(m_cases * m_width);
    std::size_t numbers = 0;
    const auto addNumber = [&](std::span<const double> values) {
        const std::vector<double> column = centred(values);
        for (std::size_t row = 0; row < m_cases; ++row)
            m_numbers[row * m_width + numbers] = column[row];
        ++numbers;
    };
    for (const std::size_t group : m_order) {
        m_starts[group] = m_columns.size();
        for (const std::span<const double> column : groups[group].columns) {
            m_columns.push_back({kNumber, numbers});
            addNumber(column);
        }
        for (const Factor& factor : groups[group].factors)
            addFactor(factor);
    }
    addNumber(response);
    m_indices.resize(m_columns.size());
    std::iota(m_indices.begin(), m_indices.end(), std::size_t{0});
    m_constantResponse = allEqual(response);
    findSums();
    m_whole.shape(m_columns.size(), m_columns.size());
    if (!keepsItsDigits(factorise(m_sums, kRoundingOfSums, m_whole)))
        rotate();
}

// A number that seems to add nothing may yet add a little. A factor's level, being whole, does not.
bool SubModels::keepsItsDigits(double smallest) const
{
    for (std::size_t j = 0; j < m_columns.size(); ++j) {
        if (m_columns[j].factor == kNumber && m_whole.length(j) > 0 && !m_whole.adds(j))
            return false;
    }
    return smallest >= kRotateBelow;
}

void SubModels::addFactor(const Factor& factor)
{
    Coded coded;
    coded.levels = factor.levels;
    std::vector<std::size_t> counts(factor.levels, 0);
    for (const int code : factor.codes) {
        coded.codes.push_back(static_cast<std::uint32_t>(code));
        ++counts[static_cast<std::size_t>(code)];
    }
    const auto commonest =
        static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    for (std::size_t level = 0; level < factor.levels; ++level) {
        if (level != commonest)
            m_columns.push_back({m_factors.size(), level});
    }
    m_factors.push_back(std::move(coded));
}

// Sums hold: the weight; of each number its sum, then their products, j <= k, j by j; for each
// factor and level its weight and the sum of each number; for each pair of factors the weight of
// each pair of levels.
void SubModels::findSums()
{
    m_sumsSize = 1 + m_width + m_width * (m_width + 1) / 2;
    for (Coded& factor : m_factors) {
        factor.sums = m_sumsSize;
        m_sumsSize += factor.levels * (1 + m_width);
    }
    for (std::size_t f = 0; f < m_factors.size(); ++f) {
        for (std::size_t g = 0; g < m_factors.size(); ++g) {
            m_tables.push_back(m_sumsSize);
            if (f < g)
                m_sumsSize += m_factors[f].levels * m_factors[g].levels;
        }
    }
    const std::size_t chunks = (m_cases + kChunk - 1) / kChunk;
    std::vector<Sums> parts(chunks);
    inParts(chunks, 2, [&](std::size_t first, std::size_t last) {
        for (std::size_t chunk = first; chunk < last; ++chunk) {
            parts[chunk] = noSums();
            const std::size_t end = std::min(m_cases, (chunk + 1) * kChunk);
            for (std::size_t row = chunk * kChunk; row < end; ++row)
                addCase(row, 1.0, parts[chunk]);
        }
    });
    m_sums = noSums();
    for (const Sums& part : parts)
        for (std::size_t i = 0; i < m_sumsSize; ++i)
            m_sums[i] += part[i];
}

void SubModels::addCase(std::size_t row, double weight, Sums& sums) const
{
    const double* const numbers = numbersOf(row);
    sums[0] += weight;
    double* at = sums.data() + 1;
    for (std::size_t j = 0; j < m_width; ++j)
        at[j] += weight * numbers[j];
    at += m_width;
    for (std::size_t j = 0; j < m_width; ++j) {
        const double times = weight * numbers[j];
        for (std::size_t k = j; k < m_width; ++k)
            *at++ += times * numbers[k];
    }
    for (std::size_t f = 0; f < m_factors.size(); ++f) {
        const std::size_t level = m_factors[f].codes[row];
        double* const own = sums.data() + m_factors[f].sums + level * (1 + m_width);
        own[0] += weight;
        for (std::size_t j = 0; j < m_width; ++j)
            own[1 + j] += weight * numbers[j];
        for (std::size_t g = f + 1; g < m_factors.size(); ++g)
            sums[m_tables[f * m_factors.size() + g] + level * m_factors[g].levels +
                 m_factors[g].codes[row]] += weight;
    }
}

// Of sums of products about the means; returns what Echelon::factor does.
double SubModels::factorise(const Sums& sums, double least, Echelon& echelon) const
{
    const double weight = sums[0];
    const double* const totals = sums.data() + 1;
    const double* const products = totals + m_width;
    const auto levelAt = [&](const Column& column) {
        return sums.data() + m_factors[column.factor].sums + column.index * (1 + m_width);
    };
    const auto ofNumbers = [&](std::size_t j, std::size_t k) {
        const double raw = products[j * m_width - j * (j + 1) / 2 + k];
        const double about = raw - totals[j] * (totals[k] / weight);
        // A number that does not vary among the cases drawn leaves only rounding.
        return j == k && !(about > 1e-12 * raw) ? 0.0 : about;
    };
    const auto columnAt = [&](std::size_t j) {
        return j < m_columns.size() ? m_columns[j] : Column{kNumber, m_width - 1};
    };
    return echelon.factor(
        [&](std::size_t first, std::size_t second) {
            Column j = columnAt(first), k = columnAt(second);
            if (j.factor == kNumber && k.factor == kNumber)
                return ofNumbers(std::min(j.index, k.index), std::max(j.index, k.index));
            if (j.factor == kNumber)
                std::swap(j, k);
            const double* const own = levelAt(j);
            if (k.factor == kNumber)
                return own[1 + k.index] - own[0] * (totals[k.index] / weight);
            const double both = own[0] * (levelAt(k)[0] / weight);
            if (j.factor == k.factor)
                return (j.index == k.index ? own[0] : 0.0) - both;
            if (j.factor > k.factor)
                std::swap(j, k);
            return sums[m_tables[j.factor * m_factors.size() + k.factor] +
                        j.index * m_factors[k.factor].levels + k.index] -
                   both;
        },
        least);
}

// Rotates the columns themselves, a block of cases at a time beneath what came of the others.
void SubModels::rotate()
{
    constexpr std::size_t kBlock = 256;
    const std::size_t width = m_columns.size();
    Echelon above(width, width), stacked;
    for (std::size_t from = 0; from < m_cases; from += kBlock) {
        const std::size_t count = std::min(kBlock, m_cases - from);
        stacked.shape(width, above.rows() + count);
        for (std::size_t j = 0; j <= width; ++j) {
            double* const column = stacked.column(j);
            std::copy_n(above.column(j), above.rows(), column);
            const Column from_ = j < width ? m_columns[j] : Column{kNumber, m_width - 1};
            const bool number = from_.factor == kNumber;
            const Coded* const factor = number ? nullptr : &m_factors[from_.factor];
            const double share = number ? 0
                                        : m_sums[factor->sums + from_.index * (1 + m_width)] /
                                              static_cast<double>(m_cases);
            for (std::size_t i = 0; i < count; ++i)
                column[above.rows() + i] =
                    number ? numbersOf(from + i)[from_.index]
                           : (factor->codes[from + i] == from_.index ? 1 - share : -share);
        }
        stacked.setReach(above.rows() + count);
        stacked.reduce(0.0);
        above.take(stacked, 0, m_indices);
        above.reduce(0.0);
    }
    const double response = m_whole.length(width);
    for (std::size_t j = 0; j < width; ++j)
        above.setLength(j, std::sqrt(dotOf(above.column(j), above.column(j), above.rows())));
    above.reduce(kRoundingOfRotations);
    above.setLength(width, response);
    m_whole = std::move(above);
}

SubModels::Choices SubModels::everyChoice() const
{
    Choices choices;
    std::vector<Echelon> scratch(groups() + 1);
    everyChoice(m_whole, scratch, choices);
    return choices;
}

void SubModels::everyChoice(const Echelon& whole, std::vector<Echelon>& scratch,
                            Choices& choices) const
{
    choices.rSquared.resize(std::size_t{1} << groups());
    choices.rank.resize(choices.rSquared.size());
    choose(whole, 0, 0, 0, 0, 0.0, 0, scratch, choices);
}

// Groups come in the order their columns stand. To take one in is to step over its rows; to leave
// it out is to reduce the columns that remain, the first of which stand no further than the group
// is wide from where they have to be (Gatu & Kontoghiorghes 2003).
void SubModels::choose(const Echelon& at, std::size_t column, std::size_t row, std::size_t depth,
                       std::uint32_t chosen, double explained, std::uint32_t rank,
                       std::vector<Echelon>& scratch, Choices& choices) const
{
    const double whole = at.length(at.columns());
    if (depth == groups()) {
        const double share = whole > 0 ? explained / (whole * whole) : 0;
        choices.rSquared[chosen] = std::min(1.0, share);
        choices.rank[chosen] = rank;
        return;
    }
    const std::size_t group = m_order[depth];
    const std::size_t next = column + m_widths[group];
    const std::size_t added = at.added(column, next);
    const double* const gained = at.response() + row;
    choose(at, next, row + added, depth + 1, chosen | (std::uint32_t{1} << group),
           explained + dotOf(gained, gained, added), rank + static_cast<std::uint32_t>(added),
           scratch, choices);
    Echelon& rest = scratch[depth];
    rest.take(at, row, std::span(m_indices).subspan(next, at.columns() - next));
    rest.reduce(kRoundingOfRotations);
    choose(rest, 0, 0, depth + 1, chosen, explained, rank, scratch, choices);
}

void SubModels::gains(std::span<const std::size_t> order, std::span<double> rSquared,
                      std::span<double> rank) const
{
    Echelon ordered;
    ordered.take(m_whole, 0, columnsOf(order));
    ordered.reduce(kRoundingOfRotations);
    const double whole = ordered.length(ordered.columns());
    std::size_t column = 0, row = 0;
    for (const std::size_t group : order) {
        const std::size_t added = ordered.added(column, column + m_widths[group]);
        const double* const gained = ordered.response() + row;
        rSquared[group] = whole > 0 ? dotOf(gained, gained, added) / (whole * whole) : 0;
        rank[group] = static_cast<double>(added);
        column += m_widths[group];
        row += added;
    }
}

std::vector<std::size_t> SubModels::columnsOf(std::span<const std::size_t> groups) const
{
    std::vector<std::size_t> columns;
    for (const std::size_t group : groups)
        for (std::size_t j = 0; j < m_widths[group]; ++j)
            columns.push_back(m_starts[group] + j);
    return columns;
}

std::optional<double> SubModels::inflation(std::span<const std::size_t> own,
                                           std::span<const std::size_t> others) const
{
    const std::vector<std::size_t> columns = columnsOf(own);
    // In the order they stand, the others need the fewest rotations.
    std::vector<std::size_t> all = columnsOf(others);
    std::sort(all.begin(), all.end());
    const std::size_t before = all.size();
    all.insert(all.end(), columns.begin(), columns.end());
    Echelon last, alone;
    last.take(m_whole, 0, all);
    last.reduce(kRoundingOfRotations);
    alone.take(m_whole, 0, columns);
    alone.reduce(kRoundingOfRotations);
    if (alone.rows() == 0)
        return 1.0;
    if (last.added(before, all.size()) < alone.rows())
        return std::nullopt;
    // Both determinants as products of what each column adds.
    double logarithm = 0;
    std::size_t rowAlone = 0, rowLast = last.rows() - alone.rows();
    for (std::size_t j = 0; j < columns.size(); ++j) {
        if (!alone.adds(j))
            continue;
        logarithm += std::log(std::fabs(alone.column(j)[rowAlone++])) -
                     std::log(std::fabs(last.column(before + j)[rowLast++]));
    }
    return std::exp(2 * logarithm / static_cast<double>(alone.rows()));
}

} // namespace twelvefold::statistics
