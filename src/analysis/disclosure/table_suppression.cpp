// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/table_suppression.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kCannotProtect{
    "suppression-cannot-protect",
    TWELVEFOLD_TEXT("Message", "No choice of counts protects the small ones while all totals are "
                               "shown: leave totals out, or merge categories.")};

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kSuppressionNone = std::numeric_limits<std::size_t>::max();
// Choices of counts that are audited one by one; beyond, the cheapest cycles stand.
constexpr std::size_t kMostChoices = 3000;

// Rows, then columns, are nodes. Without column totals all columns are one node: what a cell takes
// from its column nobody sees.
std::size_t rowOf(const CountTable& table, std::size_t cell)
{
    return cell / table.columns;
}
std::size_t columnOf(const CountTable& table, std::size_t cell)
{
    return table.rows + (table.columnTotals ? cell % table.columns : 0);
}
std::size_t nodesOf(const CountTable& table)
{
    return table.rows + (table.columnTotals ? table.columns : 1);
}

std::vector<std::size_t> cellsOf(const std::vector<bool>& withheld)
{
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < withheld.size(); ++cell)
        if (withheld[cell])
            cells.push_back(cell);
    return cells;
}

// Flow among rows and columns through the withheld cells other than one: from a row to a column a
// cell is raised, without limit; from a column to a row it is lowered, by its count at most.
class Flow
{
public:
    Flow(const CountTable& table, const std::vector<std::size_t>& cells, std::size_t except)
        : m_out(nodesOf(table))
    {
        for (const std::size_t cell : cells) {
            if (cell == except)
                continue;
            addArc(rowOf(table, cell), columnOf(table, cell), kUnlimited);
            addArc(columnOf(table, cell), rowOf(table, cell), table.counts[cell]);
        }
    }

    // The largest flow, but no more than `enough` (Edmonds & Karp 1972).
    std::uint64_t largest(std::size_t from, std::size_t to, std::uint64_t enough)
    {
        std::uint64_t total = 0;
        while (total < enough && findPath(from, to)) {
            std::uint64_t more = enough - total;
            for (std::size_t node = to; node != from; node = m_arcs[m_by[node] ^ 1U].to)
                more = std::min(more, m_arcs[m_by[node]].room);
            for (std::size_t node = to; node != from; node = m_arcs[m_by[node] ^ 1U].to) {
                m_arcs[m_by[node]].room -= more;
                m_arcs[m_by[node] ^ 1U].room += more;
            }
            total += more;
        }
        return total;
    }

private:
    struct Arc
    {
        std::size_t to = 0;
        std::uint64_t room = 0;
    };

    void addArc(std::size_t from, std::size_t to, std::uint64_t room)
    {
        m_out[from].push_back(m_arcs.size());
        m_arcs.push_back({to, room});
        m_out[to].push_back(m_arcs.size());
        m_arcs.push_back({from, 0});
    }

    bool findPath(std::size_t from, std::size_t to)
    {
        m_by.assign(m_out.size(), kSuppressionNone);
        std::vector<std::size_t> queue{from};
        for (std::size_t at = 0; at < queue.size() && m_by[to] == kSuppressionNone; ++at) {
            for (const std::size_t arc : m_out[queue[at]]) {
                const std::size_t next = m_arcs[arc].to;
                if (m_arcs[arc].room > 0 && next != from && m_by[next] == kSuppressionNone) {
                    m_by[next] = arc;
                    queue.push_back(next);
                }
            }
        }
        return m_by[to] != kSuppressionNone;
    }

    std::vector<std::vector<std::size_t>> m_out;
    std::vector<Arc> m_arcs;
    std::vector<std::size_t> m_by; // the arc by which a node was reached
};

CountRange rangeOf(const CountTable& table, const std::vector<std::size_t>& cells, std::size_t cell)
{
    const std::uint64_t count = table.counts[cell];
    // Nothing rises by more than all that is withheld.
    std::uint64_t all = 0;
    for (const std::size_t each : cells)
        all += table.counts[each];
    const std::size_t row = rowOf(table, cell), column = columnOf(table, cell);
    const std::uint64_t up = Flow(table, cells, cell).largest(column, row, all);
    const std::uint64_t down = Flow(table, cells, cell).largest(row, column, count);
    return {cell, count - down, count + up};
}

bool safe(const CountTable& table, const std::vector<bool>& withheld, std::uint64_t width)
{
    const std::vector<std::size_t> cells = cellsOf(withheld);
    return std::all_of(cells.begin(), cells.end(), [&](std::size_t cell) {
        return rangeOf(table, cells, cell).width() >= width;
    });
}

// What a path costs: how many further cells, then how many children in them.
struct Price
{
    std::size_t cells = 0;
    std::uint64_t sum = 0;
    auto operator<=>(const Price&) const = default;
};

// The cheapest way from a cell's column back to its row through cells with at least `least` in
// them (Dijkstra 1959, by looking at all nodes); the cells on it, none if there is no way.
std::vector<std::size_t> cheapestWayBack(const CountTable& table, const std::vector<bool>& withheld,
                                         std::size_t cell, std::uint64_t least)
{
    const std::size_t nodes = nodesOf(table);
    std::vector<std::optional<Price>> price(nodes);
    std::vector<std::size_t> by(nodes, kSuppressionNone);
    std::vector<bool> done(nodes, false);
    const std::size_t from = columnOf(table, cell), to = rowOf(table, cell);
    price[from] = Price{};
    for (;;) {
        std::size_t node = kSuppressionNone;
        for (std::size_t each = 0; each < nodes; ++each)
            if (!done[each] && price[each] &&
                (node == kSuppressionNone || *price[each] < *price[node]))
                node = each;
        if (node == kSuppressionNone || node == to)
            break;
        done[node] = true;
        for (std::size_t each = 0; each < table.counts.size(); ++each) {
            if (each == cell || table.counts[each] < least)
                continue;
            const std::size_t row = rowOf(table, each), column = columnOf(table, each);
            if (row != node && column != node)
                continue;
            const std::size_t next = row == node ? column : row;
            Price there = *price[node];
            if (!withheld[each])
                there = {there.cells + 1, there.sum + table.counts[each]};
            if (!done[next] && (!price[next] || there < *price[next])) {
                price[next] = there;
                by[next] = each;
            }
        }
    }
    std::vector<std::size_t> way;
    for (std::size_t node = to; node != from && by[node] != kSuppressionNone;) {
        way.push_back(by[node]);
        node = rowOf(table, by[node]) == node ? columnOf(table, by[node]) : rowOf(table, by[node]);
    }
    return way;
}

// Adds cycles until every withheld count is safe; false when that cannot be.
bool addCycles(const CountTable& table, std::vector<bool>& withheld, std::uint64_t width)
{
    for (;;) {
        const std::vector<std::size_t> cells = cellsOf(withheld);
        bool unsafe = false, added = false;
        for (const std::size_t cell : cells) {
            if (rangeOf(table, cells, cell).width() >= width)
                continue;
            unsafe = true;
            // First a way that alone is wide enough, then any.
            for (const std::uint64_t least :
                 {std::max<std::uint64_t>(width, 1), std::uint64_t{1}}) {
                for (const std::size_t each : cheapestWayBack(table, withheld, cell, least)) {
                    added = added || !withheld[each];
                    withheld[each] = true;
                }
                if (added)
                    break;
            }
            if (added)
                break;
        }
        if (!unsafe)
            return true;
        if (added)
            continue;
        // No cycle brings anything new: the smallest count left, if there is one.
        std::size_t smallest = kSuppressionNone;
        for (std::size_t cell = 0; cell < withheld.size(); ++cell)
            if (!withheld[cell] && table.counts[cell] > 0 &&
                (smallest == kSuppressionNone || table.counts[cell] < table.counts[smallest]))
                smallest = cell;
        if (smallest == kSuppressionNone)
            return false;
        withheld[smallest] = true;
    }
}

// The largest first: each that the others are safe without is published after all.
void dropUnnecessary(const CountTable& table, const std::vector<bool>& primary,
                     std::vector<bool>& withheld, std::uint64_t width)
{
    std::vector<std::size_t> cells = cellsOf(withheld);
    std::stable_sort(cells.begin(), cells.end(), [&](std::size_t a, std::size_t b) {
        return table.counts[a] > table.counts[b];
    });
    for (const std::size_t cell : cells) {
        if (primary[cell])
            continue;
        withheld[cell] = false;
        if (!safe(table, withheld, width))
            withheld[cell] = true;
    }
}

Price priceOf(const CountTable& table, const std::vector<bool>& primary,
              const std::vector<bool>& withheld)
{
    Price price;
    for (const std::size_t cell : cellsOf(withheld))
        if (!primary[cell])
            price = {price.cells + 1, price.sum + table.counts[cell]};
    return price;
}

// Goes through the choices of so many further counts; keeps the cheapest that is safe and cheaper
// than what there is. False when there are too many to go through.
bool searchChoices(const CountTable& table, const std::vector<bool>& primary, std::size_t further,
                   std::uint64_t width, std::vector<bool>& best, std::size_t& choicesLeft)
{
    std::vector<std::size_t> candidates;
    for (std::size_t cell = 0; cell < primary.size(); ++cell)
        if (!primary[cell] && table.counts[cell] > 0)
            candidates.push_back(cell);
    if (further > candidates.size())
        return true;
    std::vector<std::size_t> chosen(further);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    for (;;) {
        if (choicesLeft-- == 0)
            return false;
        std::vector<bool> withheld = primary;
        for (const std::size_t each : chosen)
            withheld[candidates[each]] = true;
        if (priceOf(table, primary, withheld) < priceOf(table, primary, best) &&
            recoverableCells(table, withheld).empty() && safe(table, withheld, width))
            best = withheld;
        // The next choice in order.
        std::size_t at = further;
        while (at > 0 && chosen[at - 1] == candidates.size() - further + at - 1)
            --at;
        if (at == 0)
            return true;
        ++chosen[at - 1];
        for (std::size_t i = at; i < further; ++i)
            chosen[i] = chosen[i - 1] + 1;
    }
}

void searchSmaller(const CountTable& table, const std::vector<bool>& primary,
                   std::vector<bool>& withheld, std::uint64_t width)
{
    std::size_t choicesLeft = kMostChoices;
    for (std::size_t further = 0; further <= priceOf(table, primary, withheld).cells; ++further)
        if (!searchChoices(table, primary, further, width, withheld, choicesLeft))
            return;
}

} // namespace

std::vector<CountRange> rangesOf(const CountTable& table, const std::vector<bool>& withheld)
{
    const std::vector<std::size_t> cells = cellsOf(withheld);
    std::vector<CountRange> ranges;
    for (const std::size_t cell : cells)
        ranges.push_back(rangeOf(table, cells, cell));
    return ranges;
}

std::vector<std::size_t> recoverableCells(const CountTable& table,
                                          const std::vector<bool>& withheld)
{
    // Tarjan 1974: a bridge is an edge to a part that has no other way back. Depth first, without
    // recursion.
    const std::vector<std::size_t> cells = cellsOf(withheld);
    std::vector<std::vector<std::size_t>> edges(nodesOf(table));
    for (const std::size_t cell : cells) {
        edges[rowOf(table, cell)].push_back(cell);
        edges[columnOf(table, cell)].push_back(cell);
    }
    std::vector<std::size_t> seen(edges.size(), kSuppressionNone),
        low(edges.size(), kSuppressionNone);
    std::vector<std::size_t> next(edges.size(), 0), by(edges.size(), kSuppressionNone);
    std::vector<std::size_t> bridges;
    std::size_t clock = 0;
    const auto other = [&](std::size_t cell, std::size_t node) {
        return rowOf(table, cell) == node ? columnOf(table, cell) : rowOf(table, cell);
    };
    for (std::size_t start = 0; start < edges.size(); ++start) {
        if (seen[start] != kSuppressionNone)
            continue;
        seen[start] = low[start] = clock++;
        std::vector<std::size_t> path{start};
        while (!path.empty()) {
            const std::size_t node = path.back();
            if (next[node] < edges[node].size()) {
                const std::size_t cell = edges[node][next[node]++];
                const std::size_t there = other(cell, node);
                if (cell == by[node])
                    continue;
                if (seen[there] == kSuppressionNone) {
                    seen[there] = low[there] = clock++;
                    by[there] = cell;
                    path.push_back(there);
                } else {
                    low[node] = std::min(low[node], seen[there]);
                }
                continue;
            }
            path.pop_back();
            if (path.empty())
                continue;
            low[path.back()] = std::min(low[path.back()], low[node]);
            if (low[node] > seen[path.back()])
                bridges.push_back(by[node]);
        }
    }
    std::sort(bridges.begin(), bridges.end());
    return bridges;
}

TableSuppression suppressTable(const CountTable& table, std::uint64_t threshold,
                               std::uint64_t width, const std::vector<bool>& withheldAnyway)
{
    TableSuppression result;
    std::vector<bool> primary(table.counts.size(), false);
    for (std::size_t cell = 0; cell < primary.size(); ++cell) {
        primary[cell] = (table.counts[cell] > 0 && table.counts[cell] < threshold) ||
                        (cell < withheldAnyway.size() && withheldAnyway[cell]);
        result.primary += primary[cell] ? 1 : 0;
    }
    result.withheld = primary;
    if (result.primary == 0)
        return result;
    if (!addCycles(table, result.withheld, width)) {
        result.undefined = Message{kCannotProtect, {}};
    } else {
        dropUnnecessary(table, primary, result.withheld, width);
        searchSmaller(table, primary, result.withheld, width);
    }
    const Price price = priceOf(table, primary, result.withheld);
    result.secondary = price.cells;
    result.secondarySum = price.sum;
    result.ranges = rangesOf(table, result.withheld);
    return result;
}

} // namespace twelvefold::analysis
