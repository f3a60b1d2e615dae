// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/decision.h"

#include <cmath>

namespace twelvefold::workbench::demo {
namespace {

constexpr int kSupportedFromAge = 16;

std::size_t homeFor(const Life& life, const Council& council, Stream& random)
{
    return random.pick(council.parameters.profiles[life.profile].homes);
}

// A setting for a child whom the first choice did not get. Nobody under 16 goes to supported
// accommodation, nobody under 5 to a home, and which home it is depends on the child.
std::size_t drawInstead(const Life& life, const Council& council, Date on,
                        std::vector<double> weights, Stream& random)
{
    const Parameters& p = council.parameters;
    const int age = ageInYears(life.born, on);
    double left = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const PlaceKind kind = p.settings[i].kind;
        if ((kind == PlaceKind::supported && age < kSupportedFromAge) ||
            (kind == PlaceKind::residential && council.ageBand(age) == 0) ||
            (kind == PlaceKind::kinship && !life.hasKin))
            weights[i] = 0;
        left += weights[i];
    }
    if (left <= 0)
        return p.firstOf(PlaceKind::agencyFoster);
    const std::size_t drawn = random.pick(weights);
    return p.settings[drawn].setting == Setting::childrensHome ? homeFor(life, council, random)
                                                               : drawn;
}

// Whether there is a place of a kind: the same quarter is short for everybody.
double chanceOfVacancy(const Council& council, PlaceKind kind, Date on, bool emergency)
{
    const DecisionModel& d = council.parameters.decision;
    const KindModel& model = d.kinds[static_cast<std::size_t>(kind)];
    const double usual = emergency ? model.vacancyInEmergency : model.vacancy;
    if (usual <= 0 || usual >= 1)
        return usual;
    constexpr int quarter = 91;
    constexpr std::int32_t before = 100'000; // no day lies further back
    const auto when = static_cast<std::uint64_t>((on.dayNumber() + before) / quarter);
    Stream wave(council.seed, when, 0xA00 + static_cast<std::uint64_t>(kind));
    const double odds = usual / (1 - usual) * std::exp(d.vacancyWaves * wave.normal());
    return odds / (1 + odds);
}

} // namespace

PlaceKind askedFor(const Life& life, const Council& council, Date on)
{
    const Parameters& p = council.parameters;
    const DecisionModel& d = p.decision;
    if (life.planFrom && *life.planFrom <= on)
        return p.settings[p.profiles[life.profile].plan.value()].kind;
    const int age = ageInYears(life.born, on);
    const std::size_t band = council.ageBand(age);
    const double total = life.trueTotal(council, on);
    if (total >= d.homeFrom[band])
        return PlaceKind::residential;
    if (age >= kSupportedFromAge && life.readyAtSixteen && total <= d.supportedUpTo)
        return PlaceKind::supported;
    if (life.hasKin && total <= d.kinUpTo)
        return PlaceKind::kinship;
    return total >= d.agencyFrom[band] ? PlaceKind::agencyFoster : PlaceKind::inHouseFoster;
}

std::size_t decidePlacement(const Life& life, const Council& council, Date on, bool emergency,
                            Stream& random)
{
    const Parameters& p = council.parameters;
    const DecisionModel& d = p.decision;
    const PlaceKind asked = askedFor(life, council, on);
    if (!isPaidCare(asked))
        return p.profiles[life.profile].plan.value();
    if (random.chance(d.misfortune))
        return drawInstead(life, council, on, d.byMisfortune, random);
    if (!random.chance(chanceOfVacancy(council, asked, on, emergency))) {
        const KindModel& model = d.kinds[static_cast<std::size_t>(asked)];
        return drawInstead(life, council, on, emergency ? model.insteadInEmergency : model.instead,
                           random);
    }
    return asked == PlaceKind::residential ? homeFor(life, council, random) : p.firstOf(asked);
}

} // namespace twelvefold::workbench::demo
