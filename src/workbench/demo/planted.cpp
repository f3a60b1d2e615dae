// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/planted.h"

#include "workbench/demo/costs.h"

#include <array>

namespace twelvefold::workbench::demo {
namespace {

// The children of a kind with the smallest numbers drawn for them, up to so many.
class Candidates
{
public:
    void offer(std::uint64_t drawn, std::uint64_t place, std::size_t most)
    {
        m_places.emplace(drawn, place);
        if (m_places.size() > most)
            m_places.erase(std::prev(m_places.end()));
    }
    bool empty() const { return m_places.empty(); }
    std::uint64_t takeFirst() { return m_places.extract(m_places.begin()).value().second; }

private:
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_places;
};

} // namespace

std::set<std::uint64_t> drawPlanted(const Council& council, std::size_t children,
                                    std::size_t planted, std::stop_token stop)
{
    std::array<Candidates, kPlaceKinds> candidates;
    for (std::uint64_t place = 0; planted > 0 && place < children; ++place) {
        if (stop.stop_requested())
            return {};
        const Life life = std::move(livesOfPlace(council, place).front());
        const PlaceKind kind = council.parameters.settings[life.stays.back().setting].kind;
        if (!isPaidCare(kind) || life.exceptional || !isCostKnown(life, council))
            continue;
        Stream random(council.seed, place, 0xC);
        candidates[static_cast<std::size_t>(kind)].offer(random.next(), place, planted);
    }
    std::set<std::uint64_t> places;
    bool any = true;
    while (any && places.size() < planted) {
        any = false;
        for (Candidates& kind : candidates) {
            if (kind.empty() || places.size() == planted)
                continue;
            places.insert(kind.takeFirst());
            any = true;
        }
    }
    return places;
}

} // namespace twelvefold::workbench::demo
