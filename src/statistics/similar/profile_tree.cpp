// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/profile_tree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <type_traits>

namespace twelvefold::statistics {

class ProfileTree::Search
{
public:
    virtual ~Search() = default;
    virtual void near(const double* profile, std::int32_t group, const Reach& reach,
                      std::vector<std::uint32_t>& found) const = 0;
    virtual void nearest(const double* profile, std::int32_t group, std::size_t k,
                         std::uint32_t leftOut, std::vector<Near>& found) const = 0;
};

namespace {

constexpr std::size_t kLeaf = 64;

struct Node
{
    std::uint32_t first = 0, last = 0; // cells, by their place in the tree
    std::uint32_t left = 0, right = 0; // nodes; 0: a leaf
    std::uint32_t block = 0;           // of a leaf: where its values are
    double lowestCost = 0;
    std::uint32_t earliestRow = 0;
};

// Number is what differences are summed in: small levels fit 16 bits, eight to a register.
template<class Number>
class SearchOf final : public ProfileTree::Search
{
public:
    SearchOf(const ProfileTable& table, const ProfileCells& cells, const Likeness& likeness)
        : m_cells(cells), m_likeness(likeness), m_domains(table.domains), m_weights(table.weights),
          m_order(cells.size())
    {
        if (m_weights.empty())
            m_weights.assign(m_domains, 1);
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return cells.group(a) < cells.group(b);
        });
        m_nodes.emplace_back(); // so that no child is node 0
        m_boxes.resize(2 * m_domains);
        for (std::size_t first = 0; first < m_order.size();) {
            std::size_t last = first;
            const std::int32_t group = cells.group(m_order[first]);
            while (last < m_order.size() && cells.group(m_order[last]) == group)
                ++last;
            m_roots[group] = build(first, last);
            first = last;
        }
        for (const std::uint32_t cell : m_order)
            m_lowestCosts.push_back(cells.lowestCost(cell));
        if constexpr (std::is_same_v<Number, std::int16_t>) {
            while (m_greatestWithin < std::numeric_limits<Number>::max() &&
                   likeness.includes(whole(static_cast<Number>(m_greatestWithin + 1))))
                ++m_greatestWithin;
        }
    }

    void near(const double* profile, std::int32_t group, const Reach& reach,
              std::vector<std::uint32_t>& found) const override
    {
        found.clear();
        const auto root = m_roots.find(group);
        if (root == m_roots.end())
            return;
        const std::vector<Number> query(profile, profile + m_domains);
        const bool reachesAll = reach.leastRatio <= 0;
        std::vector<std::uint32_t> waiting{root->second};
        while (!waiting.empty()) {
            const std::uint32_t at = waiting.back();
            const Node& node = m_nodes[at];
            waiting.pop_back();
            if (!reach.includes(node.lowestCost) || !m_likeness.includes(toBox(query, at)))
                continue;
            if (node.left != 0) {
                waiting.push_back(node.right);
                waiting.push_back(node.left);
                continue;
            }
            const std::array<Number, kLeaf> sums = leafSums(query, node);
            if (!within(leastOf(sums)))
                continue;
            for (std::uint32_t i = 0; i < node.last - node.first; ++i) {
                if (within(sums[i]) &&
                    (reachesAll || reach.includes(m_lowestCosts[node.first + i])))
                    found.push_back(m_order[node.first + i]);
            }
        }
    }

    void nearest(const double* profile, std::int32_t group, std::size_t k, std::uint32_t leftOut,
                 std::vector<Near>& found) const override
    {
        found.clear();
        const auto root = m_roots.find(group);
        if (root == m_roots.end() || k == 0)
            return;
        const std::vector<Number> query(profile, profile + m_domains);
        // Nearest box first, so that the search can end early; found is a heap, farthest on top.
        std::vector<std::pair<double, std::uint32_t>> waiting{{0.0, root->second}};
        while (!waiting.empty()) {
            const auto [distance, at] = waiting.back();
            const Node& node = m_nodes[at];
            waiting.pop_back();
            if (found.size() == k && Near{distance, node.earliestRow} > found.front())
                continue;
            if (node.left == 0) {
                takeNearest(query, node, k, leftOut, found);
                continue;
            }
            std::pair<double, std::uint32_t> near{toBox(query, node.left), node.left};
            std::pair<double, std::uint32_t> far{toBox(query, node.right), node.right};
            if (far.first < near.first)
                std::swap(near, far);
            waiting.push_back(far);
            waiting.push_back(near);
        }
        std::sort_heap(found.begin(), found.end());
    }

private:
    void takeNearest(const std::vector<Number>& query, const Node& node, std::size_t k,
                     std::uint32_t leftOut, std::vector<Near>& found) const
    {
        const std::array<Number, kLeaf> sums = leafSums(query, node);
        if (found.size() == k && whole(leastOf(sums)) > found.front().distance)
            return;
        for (std::uint32_t i = 0; i < node.last - node.first; ++i) {
            const double distance = whole(sums[i]);
            if (found.size() == k && distance > found.front().distance)
                continue;
            for (const std::uint32_t row : m_cells.rows(m_order[node.first + i])) {
                const Near candidate{distance, row};
                if (row == leftOut || (found.size() == k && candidate > found.front()))
                    continue;
                if (found.size() == k) {
                    std::pop_heap(found.begin(), found.end());
                    found.pop_back();
                }
                found.push_back(candidate);
                std::push_heap(found.begin(), found.end());
            }
        }
    }

    // The differences of one domain joined to those before it. Summed in the domains' order, so
    // that the same two profiles are equally far apart wherever that is worked out.
    Number joined(Number sum, Number difference) const
    {
        switch (m_likeness.metric) {
        case Metric::l1:
            return static_cast<Number>(sum + difference);
        case Metric::euclidean:
            return static_cast<Number>(sum + difference * difference);
        case Metric::max:
            break;
        }
        return std::max(sum, difference);
    }
    // Whether a sum of differences is within the tolerance.
    bool within(Number sum) const
    {
        if constexpr (std::is_same_v<Number, std::int16_t>)
            return sum <= m_greatestWithin;
        else
            return m_likeness.includes(whole(sum));
    }
    double whole(Number sum) const
    {
        const auto value = static_cast<double>(sum);
        return m_likeness.metric == Metric::euclidean ? std::sqrt(value) : value;
    }

    // How near to the query a profile in a node's box can be.
    double toBox(const std::vector<Number>& query, std::uint32_t node) const
    {
        const Number* least = m_boxes.data() + 2 * m_domains * node;
        const Number* greatest = least + m_domains;
        Number sum = 0;
        for (std::size_t d = 0; d < m_domains; ++d) {
            const auto gap = static_cast<Number>(std::max<Number>(
                0, static_cast<Number>(std::max(static_cast<Number>(least[d] - query[d]),
                                                static_cast<Number>(query[d] - greatest[d])))));
            sum = joined(sum, static_cast<Number>(gap * static_cast<Number>(m_weights[d])));
        }
        return whole(sum);
    }

    // The sums are local while they grow: nothing else can be the same memory, so the compiler is
    // free to add eight at a time.
    std::array<Number, kLeaf> leafSums(const std::vector<Number>& query, const Node& node) const
    {
        const Number* block = m_blocks.data() + node.block * m_domains * kLeaf;
        switch (m_likeness.metric) {
        case Metric::l1:
            return summed(query, block, [](Number sum, Number difference) {
                return static_cast<Number>(sum + difference);
            });
        case Metric::euclidean:
            return summed(query, block, [](Number sum, Number difference) {
                return static_cast<Number>(sum + difference * difference);
            });
        case Metric::max:
            break;
        }
        return summed(query, block,
                      [](Number sum, Number difference) { return std::max(sum, difference); });
    }
    template<class Join>
    std::array<Number, kLeaf> summed(const std::vector<Number>& query, const Number* column,
                                     Join join) const
    {
        std::array<Number, kLeaf> sums{};
        for (std::size_t d = 0; d < m_domains; ++d, column += kLeaf) {
            const Number level = query[d];
            const auto weight = static_cast<Number>(m_weights[d]);
            for (std::size_t i = 0; i < kLeaf; ++i)
                sums[i] = join(sums[i], static_cast<Number>(apart(column[i], level) * weight));
        }
        return std::array(sums);
    }
    static Number leastOf(const std::array<Number, kLeaf>& sums)
    {
        Number least = sums[0];
        for (std::size_t i = 0; i < kLeaf; ++i) // std::min_element would go one by one
            least = std::min(least, sums[i]);
        return least;
    }
    static Number apart(Number a, Number b)
    {
        return static_cast<Number>(
            std::max(static_cast<Number>(a - b), static_cast<Number>(b - a)));
    }

    std::uint32_t build(std::size_t first, std::size_t last)
    {
        const auto at = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back(describe(first, last));
        if (last - first <= kLeaf) {
            m_nodes[at].block = addBlock(first, last);
            return at;
        }
        const std::size_t domain = widest(at);
        const std::size_t middle = first + (last - first) / 2;
        const auto begin = m_order.begin();
        std::nth_element(
            begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(middle),
            begin + static_cast<std::ptrdiff_t>(last), [&](std::uint32_t a, std::uint32_t b) {
                const double valueA = m_cells.profile(a)[domain];
                const double valueB = m_cells.profile(b)[domain];
                return valueA != valueB ? valueA < valueB : a < b;
            });
        const std::uint32_t left = build(first, middle);
        const std::uint32_t right = build(middle, last);
        m_nodes[at].left = left;
        m_nodes[at].right = right;
        return at;
    }

    // A node without children or block; its box is appended to m_boxes.
    Node describe(std::size_t first, std::size_t last)
    {
        Node node;
        node.first = static_cast<std::uint32_t>(first);
        node.last = static_cast<std::uint32_t>(last);
        node.lowestCost = std::numeric_limits<double>::infinity();
        node.earliestRow = std::numeric_limits<std::uint32_t>::max();
        ValueRange box(m_domains);
        for (std::size_t i = first; i < last; ++i) {
            box.include(m_cells.profile(m_order[i]));
            node.lowestCost = std::min(node.lowestCost, m_cells.lowestCost(m_order[i]));
            for (const std::uint32_t row : m_cells.rows(m_order[i]))
                node.earliestRow = std::min(node.earliestRow, row);
        }
        for (const auto* side : {&box.least, &box.greatest}) {
            for (const double value : *side)
                m_boxes.push_back(static_cast<Number>(value));
        }
        return node;
    }

    std::size_t widest(std::uint32_t node) const
    {
        const Number* least = m_boxes.data() + 2 * m_domains * node;
        std::size_t best = 0;
        double bestWidth = -1;
        for (std::size_t d = 0; d < m_domains; ++d) {
            const double width =
                m_weights[d] * static_cast<double>(least[m_domains + d] - least[d]);
            if (width > bestWidth) {
                bestWidth = width;
                best = d;
            }
        }
        return best;
    }

    std::uint32_t addBlock(std::size_t first, std::size_t last)
    {
        const std::size_t block = m_blocks.size() / (m_domains * kLeaf);
        m_blocks.resize(m_blocks.size() + m_domains * kLeaf);
        for (std::size_t lane = 0; lane < kLeaf; ++lane) {
            // What is left of a block repeats its last cell.
            const std::uint32_t cell = m_order[std::min(first + lane, last - 1)];
            for (std::size_t d = 0; d < m_domains; ++d)
                m_blocks[(block * m_domains + d) * kLeaf + lane] =
                    static_cast<Number>(m_cells.profile(cell)[d]);
        }
        return static_cast<std::uint32_t>(block);
    }

    const ProfileCells& m_cells;
    Likeness m_likeness;
    std::size_t m_domains;
    std::vector<double> m_weights;
    std::vector<std::uint32_t> m_order; // cells in the order of the tree
    std::vector<double> m_lowestCosts;  // in that order
    Number m_greatestWithin = -1;       // of sums of small levels
    std::vector<Node> m_nodes;
    std::vector<Number> m_boxes;  // least and greatest of each domain, a node after another
    std::vector<Number> m_blocks; // the leaves' values, a domain after another, 64 cells each
    std::map<std::int32_t, std::uint32_t> m_roots;
};

} // namespace

ProfileTree::ProfileTree(const ProfileTable& table, const ProfileCells& cells,
                         const ValueRange& range, const Likeness& likeness)
{
    if (range.smallLevels() && table.countsAlike())
        m_search = std::make_unique<SearchOf<std::int16_t>>(table, cells, likeness);
    else
        m_search = std::make_unique<SearchOf<double>>(table, cells, likeness);
}

ProfileTree::~ProfileTree() = default;
ProfileTree::ProfileTree(ProfileTree&&) noexcept = default;
ProfileTree& ProfileTree::operator=(ProfileTree&&) noexcept = default;

void ProfileTree::near(const double* profile, std::int32_t group, const Reach& reach,
                       std::vector<std::uint32_t>& found) const
{
    m_search->near(profile, group, reach, found);
}

void ProfileTree::nearest(const double* profile, std::int32_t group, std::size_t k,
                          std::uint32_t leftOut, std::vector<Near>& found) const
{
    m_search->nearest(profile, group, k, leftOut, found);
}

} // namespace twelvefold::statistics
