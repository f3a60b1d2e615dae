// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/numbers/ranks.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace twelvefold::analysis {
namespace {

constexpr unsigned kDigitBits = 11; // 2048 counters fit the first-level cache
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;

struct Entry
{
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

std::uint64_t keyOf(const Entry& entry)
{
    return entry.key;
}
std::uint64_t keyOf(std::uint64_t key)
{
    return key;
}

// Sorts by the digit above a shift, keeping the order of equals.
template<class Item>
void sortByDigit(const std::vector<Item>& from, std::vector<Item>& to, unsigned shift)
{
    std::array<std::size_t, kDigits> place{};
    for (const Item& item : from)
        ++place[(keyOf(item) >> shift) & (kDigits - 1)];
    std::size_t before = 0;
    for (std::size_t& count : place)
        before += std::exchange(count, before);
    for (const Item& item : from)
        to[place[(keyOf(item) >> shift) & (kDigits - 1)]++] = item;
}

// Whole-number order of the bits of a double is its numerical order once negatives are turned over.
std::uint64_t orderedBits(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63U;
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

// Two passes by the leading digits leave short runs alike in them: those are sorted one by one.
std::vector<Entry> sortedEntries(std::span<const double> values)
{
    std::vector<Entry> entries(values.size());
    std::uint64_t least = ~std::uint64_t{0};
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        entries[i] = {orderedBits(values[i]), static_cast<std::uint32_t>(i)};
        least = std::min(least, entries[i].key);
        most = std::max(most, entries[i].key);
    }
    for (Entry& entry : entries)
        entry.key -= least;
    const auto byKey = [](const Entry& a, const Entry& b) { return a.key < b.key; };
    constexpr std::size_t kFew = 512;
    if (entries.size() < kFew) {
        std::sort(entries.begin(), entries.end(), byKey);
        return entries;
    }
    const unsigned width = static_cast<unsigned>(std::bit_width(most - least));
    const unsigned shift = width > 2 * kDigitBits ? width - 2 * kDigitBits : 0;
    std::vector<Entry> other(entries.size());
    sortByDigit(entries, other, shift);
    sortByDigit(other, entries, shift + kDigitBits);
    for (auto run = entries.begin(); run != entries.end();) {
        auto end = run + 1;
        while (end != entries.end() && end->key >> shift == run->key >> shift)
            ++end;
        if (end - run > 1)
            std::sort(run, end, byKey);
        run = end;
    }
    return entries;
}

// Twice the mid-rank less n + 1 of each level, from how many share it.
std::vector<std::int32_t> centredRanks(const std::vector<std::uint32_t>& counts, std::size_t n)
{
    std::vector<std::int32_t> ranks(counts.size());
    std::int64_t below = 0;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        const std::int64_t count = counts[level];
        ranks[level] = static_cast<std::int32_t>(2 * below + count - static_cast<std::int64_t>(n));
        below += count;
    }
    return ranks;
}

struct WholeRange
{
    double least = 0;
    std::size_t span = 0;
};

// Scores are small whole numbers: those are counted rather than sorted.
std::optional<WholeRange> smallWholeNumbers(std::span<const double> values)
{
    constexpr double kWidest = 65536.0;
    double least = values[0];
    double most = values[0];
    bool whole = true;
    for (double value : values) {
        least = std::min(least, value);
        most = std::max(most, value);
        whole = whole && value == std::nearbyint(value);
    }
    if (!whole || !(std::fabs(least) < 1e15) || !(most - least < kWidest))
        return std::nullopt;
    return WholeRange{least, static_cast<std::size_t>(most - least) + 1};
}

Ranks rankByCounting(std::span<const double> values, WholeRange range)
{
    std::vector<std::uint32_t> bins(range.span, 0);
    const auto binOf = [&](double value) { return static_cast<std::size_t>(value - range.least); };
    for (double value : values)
        ++bins[binOf(value)];
    Ranks ranks;
    std::vector<std::uint32_t> levelOf(range.span, 0);
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        if (bins[bin] == 0)
            continue;
        levelOf[bin] = static_cast<std::uint32_t>(ranks.counts.size());
        ranks.counts.push_back(bins[bin]);
    }
    const std::vector<std::int32_t> centred = centredRanks(ranks.counts, values.size());
    ranks.centred.resize(values.size());
    ranks.level.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        ranks.level[i] = levelOf[binOf(values[i])];
        ranks.centred[i] = centred[ranks.level[i]];
    }
    return ranks;
}

} // namespace

Ranks rank(std::span<const double> values)
{
    Ranks ranks;
    if (values.empty())
        return ranks;
    if (const auto range = smallWholeNumbers(values))
        return rankByCounting(values, *range);
    const std::vector<Entry> entries = sortedEntries(values);
    ranks.centred.resize(values.size());
    ranks.level.resize(values.size());
    const auto n = static_cast<std::int64_t>(values.size());
    for (std::size_t from = 0; from < entries.size();) {
        std::size_t to = from + 1;
        while (to < entries.size() && entries[to].key == entries[from].key)
            ++to;
        const auto centred = static_cast<std::int32_t>(static_cast<std::int64_t>(from + to) - n);
        const auto level = static_cast<std::uint32_t>(ranks.counts.size());
        for (std::size_t i = from; i < to; ++i) {
            ranks.centred[entries[i].row] = centred;
            ranks.level[entries[i].row] = level;
        }
        ranks.counts.push_back(static_cast<std::uint32_t>(to - from));
        from = to;
    }
    return ranks;
}

void sortKeys(std::vector<std::uint64_t>& keys)
{
    std::uint64_t most = 0;
    for (std::uint64_t key : keys)
        most = std::max(most, key);
    std::vector<std::uint64_t> other(keys.size());
    for (unsigned shift = 0; shift < 64 && most >> shift != 0; shift += kDigitBits) {
        sortByDigit(keys, other, shift);
        keys.swap(other);
    }
}

} // namespace twelvefold::analysis
