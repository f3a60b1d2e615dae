// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/flow.h"

#include <algorithm>

namespace twelvefold::workbench::demo {
namespace {

constexpr double kDaysOfYear = 365.25;
constexpr double kAdultDays = 18 * kDaysOfYear;
constexpr double kShortestStay = 9; // days

struct DrawnSpell
{
    double ageAtStart = 0, days = 0; // both in days
};

// Care ends on the eighteenth birthday at the latest.
DrawnSpell drawSpell(const Parameters& p, Stream& random)
{
    std::vector<double> shares;
    for (const EntryModel& entry : p.entries)
        shares.push_back(entry.share);
    const EntryModel& entry = p.entries[random.pick(shares)];
    DrawnSpell spell;
    spell.ageAtStart = random.between(entry.from, entry.to) * kDaysOfYear;
    const double mean = random.chance(entry.leavesSoon) ? entry.soonMeanDays : entry.meanDays;
    spell.days = std::min(kShortestStay + random.exponential(mean), kAdultDays - spell.ageAtStart);
    return spell;
}

// The spell that a day falls into: the longer, the likelier.
DrawnSpell drawSpellOfADay(const Parameters& p, Stream& random)
{
    DrawnSpell spell;
    do {
        spell = drawSpell(p, random);
    } while (!random.chance(spell.days / kAdultDays));
    return spell;
}

Spell spellOnCensus(const Council& council, bool exceptional, Stream& random)
{
    constexpr double came = 9 * kDaysOfYear, from = 10.2 * kDaysOfYear, to = 17.8 * kDaysOfYear;
    for (;;) {
        const DrawnSpell drawn = drawSpellOfADay(council.parameters, random);
        const double passed = drawn.days * random.uniform();
        const double age = drawn.ageAtStart + passed;
        const int lived = static_cast<int>(age);
        if (lived < 2 || age > kAdultDays - 2)
            continue;
        if (exceptional && (drawn.ageAtStart < came || age < from || age > to))
            continue;
        const Date born = council.census.plusDays(-lived);
        const int days = std::min(static_cast<int>(passed), lived - 1);
        return {born, {council.census.plusDays(-days), std::nullopt}};
    }
}

// Who had the place until a day.
Spell spellUntil(Date last, const Council& council, Stream& random)
{
    const DrawnSpell drawn = drawSpell(council.parameters, random);
    const int days = std::max(2, static_cast<int>(drawn.days));
    const Date start = last.plusDays(-days);
    return {start.plusDays(-std::max(1, static_cast<int>(drawn.ageAtStart))), {start, last}};
}

} // namespace

std::vector<Spell> spellsOfPlace(const Council& council, std::uint64_t place, bool exceptional)
{
    Stream random(council.seed, place, 0xD);
    std::vector<Spell> spells{spellOnCensus(council, exceptional, random)};
    const int apart = council.parameters.successionDays;
    for (;;) {
        const int days = random.below(2 * apart + 1) - apart;
        const Date last = std::min(spells.back().care.start.plusDays(days), council.census);
        if (last <= council.firstDay)
            return spells;
        spells.push_back(spellUntil(last, council, random));
    }
}

} // namespace twelvefold::workbench::demo
