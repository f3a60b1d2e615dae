// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/similar/profile_cells.h"

#include <memory>
#include <optional>

namespace twelvefold::statistics {

// All similar profiles of a cohort at once. Cells of whole levels are sorted by group and profile,
// which makes them a tree: one layer a domain, a node for each beginning of a profile that is
// there, its cells next to each other. The tree is then joined with itself from the top: the nodes
// near a node are among the children of those near its parent, so that the search for what profiles
// have in common is shared, and hardly a look-up misses.
//
// A place is a cell's position in that order.
class ProfileTrie
{
public:
    // Nothing when values are not small levels, domains weigh differently, or are more than 16.
    static std::optional<ProfileTrie> build(const ProfileTable& table, const ProfileCells& cells,
                                            const ValueRange& range, const Likeness& likeness);

    std::size_t size() const { return m_cells.size(); }
    std::uint32_t cellAt(std::size_t place) const { return m_cells[place]; }

    struct Near
    {
        std::uint32_t place;
        std::int32_t length; // the distance or, for the euclidean metric, its square
    };
    class Walk;

    // The join comes in parts that can be worked on apart, each thread with a walk of its own.
    // Calls take(place, near) for each place of a part, in order; near holds the places within the
    // tolerance, that one included, in order.
    std::size_t parts() const { return m_level[m_partLayer].size(); }
    template<class Take>
    void join(Walk& walk, std::size_t part, const Take& take) const
    {
        enter(walk, part);
        visit(walk, m_partLayer, static_cast<std::uint32_t>(part), take);
    }

    // On the way down: of each layer, the nodes near the one that is passed through.
    class Walk
    {
    public:
        explicit Walk(const ProfileTrie& trie);

    private:
        friend class ProfileTrie;
        struct Layer
        {
            std::unique_ptr<Near[]> near; // room for every node of the layer
            std::size_t count = 0;
        };
        std::vector<Layer> m_layers;
    };

private:
    void enter(Walk& walk, std::size_t part) const;
    // Finds the nodes of the layer below that are near a child with this level.
    void extend(Walk& walk, std::size_t layer, std::int8_t level) const;

    template<class Take>
    void visit(Walk& walk, std::size_t layer, std::uint32_t node, const Take& take) const
    {
        if (layer == m_first.size()) {
            const Walk::Layer& found = walk.m_layers[layer];
            take(node, std::span<const Near>(found.near.get(), found.count));
            return;
        }
        for (std::uint32_t child = m_first[layer][node]; child < m_first[layer][node + 1];
             ++child) {
            extend(walk, layer, m_level[layer + 1][child]);
            visit(walk, layer + 1, child, take);
        }
    }

    Metric m_metric = Metric::l1;
    std::int32_t m_most = 0;            // the greatest length within the tolerance
    std::size_t m_partLayer = 0;        // its nodes are the parts: some hundreds
    std::vector<std::uint32_t> m_cells; // by place
    // By layer, and in it by node. Layer 0 has a node for each group, the last one for each place.
    std::vector<std::vector<std::int8_t>> m_level;
    std::vector<std::vector<std::uint32_t>> m_first; // of its children, in the next layer; the end
};

} // namespace twelvefold::statistics
