// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/similar/level_round.h"

#include "statistics/numbers/ranks.h"
#include "statistics/similar/level_steps.h"

#include <algorithm>
#include <array>
#include <bit>

namespace twelvefold::statistics {
namespace {

constexpr std::uint32_t kLevelRoundEmpty = 0xffffffffU;
constexpr int kLongestStep = 127;

// Rows are far apart in the table: their profiles are asked for so many rows before their turn.
constexpr std::size_t kAhead = 12;

void fetch([[maybe_unused]] const void* address)
{
#ifdef __GNUC__
    __builtin_prefetch(address);
#endif
}

bool isFar(const std::vector<std::int8_t>& steps)
{
    return std::ranges::any_of(steps, [](int step) { return step == kLongestStep; });
}

} // namespace

void LevelRound::Hashed::reserve(std::size_t n)
{
    rows.reserve(n);
    costs.reserve(n);
    hashes.reserve(n);
}

void LevelRound::Hashed::add(std::uint32_t row, double cost, std::uint64_t hash)
{
    rows.push_back(row);
    costs.push_back(cost);
    hashes.push_back(hash);
}

std::unique_ptr<const PairRound> LevelRound::make(const ProfileTable& table,
                                                  const Likeness& likeness, const CostTails& tails)
{
    // Looking up pays while there are far fewer neighbouring profiles than children.
    const std::size_t most = std::min<std::size_t>(tails.cheap.size() / 6, 8000);
    auto steps = levelSteps(table, likeness, std::vector<int>(table.domains, kLongestStep), most);
    if (!steps || std::ranges::any_of(*steps, isFar)) // there might be farther ones yet
        return nullptr;
    std::unique_ptr<LevelRound> round(new LevelRound(table, std::move(*steps)));
    if (!round->take(tails))
        return nullptr;
    return round;
}

LevelRound::LevelRound(const ProfileTable& table, Steps steps)
    : m_table(table), m_hash(table.domains), m_steps(std::move(steps))
{
    for (const auto& one : m_steps)
        m_offsets.push_back(m_hash.ofSteps(one));
}

// False: some are not whole levels.
bool LevelRound::take(const CostTails& tails)
{
    auto dear = hashed(tails.dear, nullptr);
    if (!dear)
        return false;
    // A bit for each neighbour of somebody dear, if these are not many more than the children whom
    // that may save from being sorted and gathered.
    constexpr std::size_t kBitsForOne = 16;
    const std::size_t neighbours = dear->rows.size() * m_offsets.size();
    std::optional<HashFilter> nearDear;
    if (!tails.everybody && neighbours <= kBitsForOne * tails.cheap.size()) {
        nearDear.emplace(neighbours);
        for (const std::uint64_t hash : dear->hashes) {
            for (const std::uint64_t offset : m_offsets)
                nearDear->add(hash + offset);
        }
    }
    auto cheap = hashed(tails.cheap, nearDear ? &*nearDear : nullptr);
    if (!cheap)
        return false;
    gather(inOrder(*cheap, order(cheap->costs)));
    std::vector<std::uint32_t> dearestFirst = order(dear->costs);
    std::ranges::reverse(dearestFirst);
    m_dear = inOrder(*dear, dearestFirst);
    return true;
}

// Those usable, and of these those whose hash a filter may have. Nothing: one is not whole levels.
std::optional<LevelRound::Hashed> LevelRound::hashed(std::span<const std::uint32_t> rows,
                                                     const HashFilter* filter) const
{
    Hashed children;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        if (i + kAhead < rows.size()) {
            fetch(m_table.profile(rows[i + kAhead]));
            fetch(m_table.profile(rows[i + kAhead]) + m_table.domains - 1);
        }
        const auto hash = m_hash.of(m_table.profile(row), m_table.group(row));
        if (!hash && m_table.usable(row))
            return std::nullopt;
        if (!hash || (filter != nullptr && !filter->mayHave(*hash)))
            continue;
        children.add(row, m_table.costs[row], *hash);
    }
    return children;
}

LevelRound::Hashed LevelRound::inOrder(const Hashed& children,
                                       std::span<const std::uint32_t> positions)
{
    Hashed ordered;
    ordered.reserve(positions.size());
    for (const std::uint32_t position : positions)
        ordered.add(children.rows[position], children.costs[position], children.hashes[position]);
    return ordered;
}

void LevelRound::gather(const Hashed& cheapByCost)
{
    const std::size_t n = cheapByCost.rows.size();
    const std::size_t slots = std::bit_ceil(n * 2 + 2);
    m_slots.assign(slots, {0, 0, kLevelRoundEmpty});
    m_slotShift = 64 - std::countr_zero(slots);
    m_filter.emplace(n);
    std::vector<std::uint32_t> cellOf(n);
    std::uint32_t cells = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t hash = cheapByCost.hashes[i];
        Slot& slot = m_slots[slotOf(hash)];
        if (slot.cell == kLevelRoundEmpty) {
            slot = {hash, cheapByCost.costs[i], cells++}; // the first is the cheapest
            m_filter->add(hash);
        }
        cellOf[i] = slot.cell;
    }
    m_cheap = CellRows(cheapByCost.rows, cheapByCost.costs, cellOf, cells);
}

// Where a hash is, or has its place.
std::size_t LevelRound::slotOf(std::uint64_t hash) const
{
    std::size_t slot = hash >> m_slotShift;
    while (m_slots[slot].cell != kLevelRoundEmpty && m_slots[slot].hash != hash)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

// Cells lie all over memory, so several are asked for before the first is looked at.
void LevelRound::near(std::size_t dear, const Reach& reach, std::vector<Found>& found) const
{
    constexpr std::size_t kTogether = 32;
    std::array<std::uint32_t, kTogether> asked;
    found.clear();
    const std::uint64_t own = m_dear.hashes[dear];
    for (std::size_t first = 0; first < m_offsets.size(); first += kTogether) {
        const std::size_t end = std::min(first + kTogether, m_offsets.size());
        std::size_t count = 0;
        for (std::size_t i = first; i < end; ++i) {
            const std::uint64_t hash = own + m_offsets[i];
            if (!m_filter->mayHave(hash))
                continue;
            fetch(&m_slots[hash >> m_slotShift]);
            asked[count++] = static_cast<std::uint32_t>(i);
        }
        for (std::size_t k = 0; k < count; ++k) {
            const Slot& slot = m_slots[slotOf(own + m_offsets[asked[k]])];
            if (slot.cell != kLevelRoundEmpty && reach.includes(slot.lowest))
                found.push_back({slot.cell, asked[k], slot.lowest});
        }
    }
}

bool LevelRound::confirms(std::size_t dear, Found found, std::uint32_t row) const
{
    const std::uint32_t own = m_dear.rows[dear];
    const double* from = m_table.profile(own);
    const double* to = m_table.profile(row);
    const std::vector<std::int8_t>& steps = m_steps[found.how];
    bool away = m_table.group(own) == m_table.group(row);
    for (std::size_t d = 0; away && d < steps.size(); ++d)
        away = to[d] == from[d] + steps[d];
    return away;
}

} // namespace twelvefold::statistics
