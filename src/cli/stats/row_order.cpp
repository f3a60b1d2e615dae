// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/row_order.h"

#include "statistics/numbers/parallel.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

namespace twelvefold::cli {
namespace {

constexpr std::size_t kSortedByAThread = std::size_t{1} << 16U;

// One to one, every bit of the result depending on every bit given (Steele, Lea & Flood 2014,
// SplitMix64).
std::uint64_t mixed(std::uint64_t bits)
{
    bits += 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

std::uint64_t digest(const std::string& label)
{
    std::uint64_t bits = label.size();
    for (const char c : label)
        bits = mixed(bits ^ static_cast<unsigned char>(c));
    return bits;
}

struct Row
{
    std::uint64_t digest = 0; // of its values
    std::size_t at = 0;
};

// Below zero, zero or above: bit by bit, so that rows alike are the same to every method.
int compared(const Columns& columns, std::size_t a, std::size_t b)
{
    for (const auto& values : columns.values) {
        const auto x = std::bit_cast<std::uint64_t>(values[a]);
        const auto y = std::bit_cast<std::uint64_t>(values[b]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return columns.labels.empty() ? 0 : columns.labels[a].compare(columns.labels[b]);
}

// By digest, which is quicker than by value and, unlike it, leaves no column sorted: a method that
// works through blocks of rows finds each of them a mixture of all.
std::vector<Row> sorted(const Columns& columns)
{
    std::vector<Row> rows(columns.n());
    statistics::inParts(rows.size(), kSortedByAThread, [&](std::size_t first, std::size_t last) {
        for (std::size_t at = first; at < last; ++at)
            rows[at].at = at;
        for (const auto& values : columns.values)
            for (std::size_t at = first; at < last; ++at)
                rows[at].digest = mixed(rows[at].digest ^ std::bit_cast<std::uint64_t>(values[at]));
        if (!columns.labels.empty())
            for (std::size_t at = first; at < last; ++at)
                rows[at].digest = mixed(rows[at].digest ^ digest(columns.labels[at]));
    });
    std::ranges::sort(rows, [&columns](const Row& a, const Row& b) {
        if (a.digest != b.digest)
            return a.digest < b.digest;
        const int order = compared(columns, a.at, b.at);
        return order != 0 ? order < 0 : a.at < b.at;
    });
    return rows;
}

template<class T>
void gather(std::vector<T>& values, const std::vector<Row>& rows)
{
    std::vector<T> gathered;
    gathered.reserve(rows.size());
    for (const Row& row : rows)
        gathered.push_back(std::move(values[row.at]));
    values = std::move(gathered);
}

} // namespace

void putInOwnOrder(Columns& columns)
{
    const std::vector<Row> rows = sorted(columns);
    columns.places.resize(rows.size());
    std::size_t first = 0; // of the rows alike
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (rows[place].digest != rows[first].digest ||
            compared(columns, rows[first].at, rows[place].at) != 0)
            first = place;
        columns.places[rows[place].at] = first;
    }
    for (auto& values : columns.values)
        gather(values, rows);
    if (!columns.labels.empty())
        gather(columns.labels, rows);
}

} // namespace twelvefold::cli
