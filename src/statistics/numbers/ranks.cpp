// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/ranks.h"

#include "statistics/numbers/sums.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace twelvefold::statistics {
namespace {

constexpr unsigned kMostDigitBits = 12; // 4096 counters fit the first-level cache
constexpr unsigned kLeastDigitBits = 8;
constexpr std::size_t kMostDigits = std::size_t{1} << kMostDigitBits;

// Sorts by the bits from `shift` up to `bits` above it, keeping the order of equals.
void sortByBits(std::vector<std::uint64_t>& items, unsigned shift, unsigned bits)
{
    const unsigned most = std::clamp(static_cast<unsigned>(std::bit_width(items.size())),
                                     kLeastDigitBits, kMostDigitBits);
    const unsigned passes = (bits + most - 1) / most;
    std::vector<std::uint64_t> other(passes > 0 ? items.size() : 0);
    for (unsigned pass = 0; pass < passes; ++pass) {
        const unsigned from = shift + bits * pass / passes;
        const unsigned digits = 1U << (shift + bits * (pass + 1) / passes - from);
        std::array<std::uint32_t, kMostDigits> place;
        std::fill_n(place.begin(), digits, 0U);
        for (const std::uint64_t item : items)
            ++place[(item >> from) & (digits - 1)];
        std::uint32_t before = 0;
        for (unsigned digit = 0; digit < digits; ++digit)
            before += std::exchange(place[digit], before);
        for (const std::uint64_t item : items)
            other[place[(item >> from) & (digits - 1)]++] = item;
        items.swap(other);
    }
}

// Values that are all whole numbers of one `unit`th: k/unit, exactly, with k a whole number.
struct WholeNumbers
{
    double unit = 1;
    std::int32_t least = 0;
    std::uint32_t span = 0; // from the least to the greatest

    std::uint32_t above(double value) const
    {
        return static_cast<std::uint32_t>(of(value, unit)) - static_cast<std::uint32_t>(least);
    }
    static std::int32_t of(double value, double unit)
    {
        return static_cast<std::int32_t>(value * unit + (value < 0 ? -0.5 : 0.5));
    }
};

std::optional<WholeNumbers> wholeNumbers(std::span<const double> values, double unit)
{
    constexpr double kMost = 2e9; // fits 32 bits
    std::int32_t least = std::numeric_limits<std::int32_t>::max();
    std::int32_t most = std::numeric_limits<std::int32_t>::min();
    for (const double value : values) {
        if (!(std::fabs(value) * unit < kMost))
            return std::nullopt;
        const std::int32_t whole = WholeNumbers::of(value, unit);
        if (static_cast<double>(whole) / unit != value)
            return std::nullopt;
        least = std::min(least, whole);
        most = std::max(most, whole);
    }
    return WholeNumbers{unit, least,
                        static_cast<std::uint32_t>(most) - static_cast<std::uint32_t>(least)};
}

// Whole-number order of the bits of a double is its numerical order once negatives are turned over.
std::uint64_t orderedBits(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63U;
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

// Rows by ascending value: a key of 32 bits above the row's number.
struct Order
{
    std::vector<std::uint64_t> items;
    bool exact = true;    // rows of equal keys have equal values
    bool carried = false; // below the key is what was to be carried instead of the row
};

std::uint32_t rowOf(std::uint64_t item)
{
    return static_cast<std::uint32_t>(item);
}

// Costs in pence are keys as they are; of other values the leading 32 bits of what they are above
// the least, which tells nearly all of them apart. A number for each row is carried along if given
// and rows need not be looked up: what comes in order is added up quicker than from all over.
Order orderOf(std::span<const double> values, const std::optional<WholeNumbers>& whole,
              std::span<const std::int32_t> carry)
{
    Order order;
    order.items.resize(values.size());
    const auto keyed = [](std::uint64_t key, std::uint64_t low) { return key << 32U | low; };
    if (whole) {
        order.carried = !carry.empty();
        for (std::size_t row = 0; row < values.size(); ++row)
            order.items[row] = keyed(whole->above(values[row]),
                                     order.carried ? static_cast<std::uint32_t>(carry[row]) : row);
        sortByBits(order.items, 32, static_cast<unsigned>(std::bit_width(whole->span)));
        return order;
    }
    std::uint64_t least = ~std::uint64_t{0};
    std::uint64_t most = 0;
    for (const double value : values) {
        least = std::min(least, orderedBits(value));
        most = std::max(most, orderedBits(value));
    }
    const auto width = static_cast<unsigned>(std::bit_width(most - least));
    const unsigned shift = width > 32 ? width - 32 : 0;
    for (std::size_t row = 0; row < values.size(); ++row)
        order.items[row] = keyed((orderedBits(values[row]) - least) >> shift, row);
    sortByBits(order.items, 32, width - shift);
    order.exact = shift == 0;
    return order;
}

// Calls visit(from, to) for the places in order of each run of equal values, ascending.
template<class Visit>
void forEachRun(Order& order, std::span<const double> values, Visit visit)
{
    std::vector<std::uint64_t>& items = order.items;
    const auto valueAt = [&](std::size_t place) { return values[rowOf(items[place])]; };
    for (std::size_t from = 0; from < items.size();) {
        std::size_t end = from + 1;
        bool alike = true;
        while (end < items.size() && items[end] >> 32U == items[from] >> 32U) {
            alike = alike && (order.exact || valueAt(end) == valueAt(from));
            ++end;
        }
        if (alike) {
            visit(from, end);
            from = end;
            continue;
        }
        std::sort(items.begin() + static_cast<std::ptrdiff_t>(from),
                  items.begin() + static_cast<std::ptrdiff_t>(end),
                  [&](std::uint64_t a, std::uint64_t b) {
                      const double one = values[rowOf(a)], other = values[rowOf(b)];
                      return one < other || (one == other && a < b);
                  });
        while (from < end) {
            std::size_t to = from + 1;
            while (to < end && valueAt(to) == valueAt(from))
                ++to;
            visit(from, to);
            from = to;
        }
    }
}

// Values as they are to be ranked: scores are few whole numbers, which are counted; whatever else
// is sorted.
class Column
{
public:
    explicit Column(std::span<const double> values)
        : m_values(values), m_whole(wholeNumbers(values, 1))
    {
        m_counted = m_whole && m_whole->span < kMostCounted;
        if (!m_whole)
            m_whole = wholeNumbers(values, 100);
    }

    bool counted() const { return m_counted; }

    Order order(std::span<const std::int32_t> carry = {}) const
    {
        return orderOf(m_values, m_whole, carry);
    }

    // Of every value within the span, how many there are.
    std::vector<std::uint32_t> counts() const
    {
        std::vector<std::uint32_t> counts(std::size_t{m_whole->span} + 1, 0);
        for (const double value : m_values)
            ++counts[m_whole->above(value)];
        return counts;
    }

    // Writes for each row what is listed for its value.
    template<class Number>
    std::vector<Number> looked(const std::vector<Number>& list) const
    {
        std::vector<Number> numbers(m_values.size());
        for (std::size_t row = 0; row < numbers.size(); ++row)
            numbers[row] = list[m_whole->above(m_values[row])];
        return numbers;
    }

private:
    static constexpr std::uint32_t kMostCounted = 65536;
    std::span<const double> m_values;
    std::optional<WholeNumbers> m_whole;
    bool m_counted = false;
};

// Of the values in places from `from` to before `to`.
std::int32_t centredRank(std::size_t from, std::size_t to, std::size_t n)
{
    return static_cast<std::int32_t>(static_cast<std::int64_t>(from + to) -
                                     static_cast<std::int64_t>(n));
}

// Sums of products of ranks: exact in whole numbers for as many rows as cannot overflow, and
// carried in two doubles beyond.
class RankProducts
{
public:
    explicit RankProducts(std::size_t n)
    {
        const auto size = static_cast<std::int64_t>(n);
        m_most = (std::int64_t{1} << 62U) / size / size;
    }
    // The rank of so many rows, times the sum of their ranks on the other side.
    void add(std::int64_t rank, std::int64_t others, std::size_t rows)
    {
        m_rows += static_cast<std::int64_t>(rows);
        if (m_rows <= m_most) {
            m_sum += rank * others;
            return;
        }
        carry(m_sum, 1);
        carry(others, static_cast<double>(rank));
        m_sum = m_rows = 0;
    }
    double value() const
    {
        RankProducts all = *this;
        all.carry(m_sum, 1);
        return all.m_total.value();
    }

private:
    // In two parts that doubles hold exactly.
    void carry(std::int64_t whole, double times)
    {
        constexpr std::int64_t kHalf = std::int64_t{1} << 32U;
        m_total.addProduct(static_cast<double>(whole / kHalf) * static_cast<double>(kHalf), times);
        m_total.addProduct(static_cast<double>(whole % kHalf), times);
    }

    std::int64_t m_most, m_sum = 0, m_rows = 0;
    DoubleDouble m_total;
};

struct Ranked
{
    std::vector<std::int32_t> centred;
    double squares = 0;
    bool anyTies = false;
};

Ranked ranked(std::span<const double> values, const Column& column)
{
    const std::size_t n = values.size();
    Ranked result;
    RankProducts squares(n);
    const auto placed = [&](std::size_t from, std::size_t to) {
        const std::int32_t rank = centredRank(from, to, n);
        squares.add(rank, rank * static_cast<std::int64_t>(to - from), to - from);
        result.anyTies = result.anyTies || to - from > 1;
        return rank;
    };
    if (column.counted()) {
        const std::vector<std::uint32_t> counts = column.counts();
        std::vector<std::int32_t> list(counts.size());
        std::size_t from = 0;
        for (std::size_t value = 0; value < counts.size(); ++value) {
            if (counts[value] > 0)
                list[value] = placed(from, from + counts[value]);
            from += counts[value];
        }
        result.centred = column.looked(list);
    } else {
        result.centred.resize(n);
        Order order = column.order();
        forEachRun(order, values, [&](std::size_t from, std::size_t to) {
            const std::int32_t rank = placed(from, to);
            for (std::size_t place = from; place < to; ++place)
                result.centred[rowOf(order.items[place])] = rank;
        });
    }
    result.squares = squares.value();
    return result;
}

} // namespace

std::vector<std::int32_t> centredRanks(std::span<const double> values)
{
    if (values.empty())
        return {};
    return ranked(values, Column(values)).centred;
}

Levels levelsOf(std::span<const double> values)
{
    Levels levels;
    if (values.empty())
        return levels;
    const Column column(values);
    const auto next = [&](std::size_t count) {
        levels.counts.push_back(static_cast<std::uint32_t>(count));
        return static_cast<std::uint32_t>(levels.counts.size() - 1);
    };
    if (column.counted()) {
        const std::vector<std::uint32_t> counts = column.counts();
        std::vector<std::uint32_t> list(counts.size());
        for (std::size_t value = 0; value < counts.size(); ++value)
            if (counts[value] > 0)
                list[value] = next(counts[value]);
        levels.level = column.looked(list);
        return levels;
    }
    levels.level.resize(values.size());
    Order order = column.order();
    forEachRun(order, values, [&](std::size_t from, std::size_t to) {
        const std::uint32_t level = next(to - from);
        for (std::size_t place = from; place < to; ++place)
            levels.level[rowOf(order.items[place])] = level;
    });
    return levels;
}

// One side is ranked; the other need only be gone through in order.
RankSums rankSums(std::span<const double> x, std::span<const double> y)
{
    if (x.empty())
        return {};
    const Column columnX(x), columnY(y);
    const std::size_t n = x.size();
    RankProducts products(n);
    if (columnX.counted() && columnY.counted()) {
        const Ranked ofX = ranked(x, columnX), ofY = ranked(y, columnY);
        for (std::size_t row = 0; row < n; ++row)
            products.add(ofX.centred[row], ofY.centred[row], 1);
        return {ofX.squares, ofY.squares, products.value(), ofX.anyTies || ofY.anyTies};
    }
    if (columnY.counted()) {
        const RankSums turned = rankSums(y, x);
        return {turned.yy, turned.xx, turned.xy, turned.anyTies};
    }
    const Ranked ofX = ranked(x, columnX);
    Order order = columnY.order(ofX.centred);
    const auto rankOfX = [&](std::uint64_t item) {
        return order.carried ? static_cast<std::int32_t>(rowOf(item)) : ofX.centred[rowOf(item)];
    };
    RankProducts squares(n);
    bool anyTies = ofX.anyTies;
    forEachRun(order, y, [&](std::size_t from, std::size_t to) {
        const std::int32_t rank = centredRank(from, to, n);
        anyTies = anyTies || to - from > 1;
        std::int64_t others = 0;
        for (std::size_t place = from; place < to; ++place)
            others += rankOfX(order.items[place]);
        products.add(rank, others, to - from);
        squares.add(rank, rank * static_cast<std::int64_t>(to - from), to - from);
    });
    return {ofX.squares, squares.value(), products.value(), anyTies};
}

std::vector<std::uint32_t> order(std::span<const double> values)
{
    Order ascending = orderOf(values, std::nullopt, {});
    forEachRun(ascending, values, [](std::size_t, std::size_t) {});
    std::vector<std::uint32_t> rows(values.size());
    std::ranges::transform(ascending.items, rows.begin(), rowOf);
    return rows;
}

void sortKeys(std::vector<std::uint64_t>& keys)
{
    std::uint64_t most = 0;
    for (std::uint64_t key : keys)
        most = std::max(most, key);
    sortByBits(keys, 0, static_cast<unsigned>(std::bit_width(most)));
}

} // namespace twelvefold::statistics
