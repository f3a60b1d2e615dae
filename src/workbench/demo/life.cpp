// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/life.h"

#include "workbench/demo/decision.h"
#include "workbench/demo/flow.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::workbench::demo {
namespace {

// "K7F-204": no two of the first five million numbers give the same, and neighbours look unrelated.
std::string pseudonym(std::uint64_t number)
{
    constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ"; // without I, O and Q
    constexpr std::uint64_t space = 23 * 10 * 23 * 1000;
    std::uint64_t code =
        (number * 2'654'435'761 + 1'234'567) % space; // the factor shares no divisor
    std::string digits = std::to_string(1000 + code % 1000).substr(1);
    code /= 1000;
    const char third = letters[code % 23];
    const char second = static_cast<char>('0' + code / 23 % 10);
    const char first = letters[code / 230];
    return std::string{first, second, third, '-'} + digits;
}

Date daysBefore(Date date, double days)
{
    return date.plusDays(-static_cast<int>(days));
}

// One child in so many is exceptional: which one of each run is drawn.
bool isExceptional(const Council& council, std::uint64_t place)
{
    const std::uint64_t every = council.parameters.exceptionalEvery;
    Stream random(council.seed, place / every, 0xE);
    return place % every == random.next() % every;
}

void drawPerson(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const bool boy = random.chance(p.male);
    life.child.sex = boy ? Sex::male : Sex::female;
    life.child.ethnicity = p.ethnicity.values[random.pick(p.ethnicity.weights)];
    life.child.bornMonth = Date::from(life.born.year(), life.born.month(), 1);
    life.identity.givenName = SensitiveText(random.oneOf(boy ? p.words.boys : p.words.girls));
    life.identity.familyName = SensitiveText(random.oneOf(p.words.families));
    life.identity.born = life.born;
    life.needCode = p.needCodes.values[random.pick(p.needCodes.weights)];
}

// Zero on average, with a spread of one, and a longer tail above.
double skewed(double z, double skew)
{
    const double variance = std::expm1(skew * skew) * std::exp(skew * skew);
    return (std::exp(skew * z) - std::exp(skew * skew / 2)) / std::sqrt(variance);
}

// A figure that is said for the middle of each age band, between them by the straight line.
double byAge(const Parameters& p, const std::array<double, kAgeBands>& figures, double years)
{
    const auto middle = [&](std::size_t band) {
        const int to = band + 1 < kAgeBands ? p.ageBands[band + 1] : 18;
        return (p.ageBands[band] + to) / 2.0;
    };
    if (years <= middle(0))
        return figures.front();
    for (std::size_t band = 1; band < kAgeBands; ++band) {
        if (years > middle(band))
            continue;
        const double along = (years - middle(band - 1)) / (middle(band) - middle(band - 1));
        return figures[band - 1] + along * (figures[band] - figures[band - 1]);
    }
    return figures.back();
}

std::size_t drawProfile(const Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const std::size_t band = council.ageBand(ageInYears(life.born, life.care.start));
    std::vector<double> shares;
    for (const ProfileModel& profile : p.profiles)
        shares.push_back(profile.shareByAge[band]);
    return random.pick(shares);
}

void drawNeed(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    double z = 0;
    do {
        z = random.normal();
    } while (std::abs(z) > 2.6);
    life.spread = skewed(z, p.needSkew);
    if (life.member != Member::other)
        life.profile = drawProfile(life, council, random);
    const ProfileModel& profile = p.profiles[life.profile];
    life.shift = life.member == Member::other ? p.needShiftOutside : profile.needShift;
    for (std::size_t i = 0; i < p.domains.size(); ++i)
        life.person.push_back(p.personSpread * random.normal() + profile.domainOffsets[i]);
    if (life.exceptional) {
        const double wanted = random.between(p.exceptionalNeed[0], p.exceptionalNeed[1]);
        life.shift += wanted - life.expectedTotal(council, council.census);
    }
    const std::size_t band = council.ageBand(ageInYears(life.born, life.care.start));
    life.hasKin = random.chance(p.decision.kinAvailable[band]);
    life.readyAtSixteen = random.chance(p.decision.readyForSupported);
    if (profile.plan && !life.exceptional)
        life.planFrom = life.care.start.plusDays(
            profile.planMeanDays > 0
                ? 30 + static_cast<int>(random.exponential(profile.planMeanDays))
                : 0);
}

void drawLegal(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    life.legalLater = p.settings[life.stays.back().setting].setting == Setting::adoption
                          ? "E1"
                          : p.legalStatuses.values[random.pick(p.legalStatuses.weights)];
    life.legalFirst = life.legalLater;
    const int days = daysBetween(life.care.start, life.care.end.value_or(council.census));
    if (life.legalLater != "C2" && life.legalLater != "E1")
        return;
    if (days > 240) {
        life.legalFirst = random.chance(0.35) ? "V2" : "C1";
        life.legalChange = life.care.start.plusDays(150 + random.below(std::min(days - 200, 120)));
    } else {
        life.legalFirst = life.legalLater = "C1";
    }
}

std::string leavingReason(const Life& life, Stream& random)
{
    static const Weighted young{
        {"E4A", "E4B", "E45", "E46", "E47", "E48", "E11", "E12", "E13", "E41", "E8"},
        {24, 8, 9, 4, 8, 2, 5, 12, 6, 6, 5}};
    static const Weighted old{{"E4A", "E4B", "E5", "E6", "E7", "E8", "E9"},
                              {22, 12, 28, 12, 4, 14, 3}};
    const Weighted& reasons = ageInYears(life.born, *life.care.end) >= 16 ? old : young;
    return reasons.values[random.pick(reasons.weights)];
}

void drawOther(Life& life, const Council& council, Stream& random)
{
    life.kind = random.chance(0.5) ? CohortKind::protectionPlan : CohortKind::inNeed;
    life.born = daysBefore(council.census, random.between(0.2, 16.5) * 365.25);
    const int known = daysBetween(life.born, council.census);
    life.care.start = council.census.plusDays(
        -std::min(known - 1, 10 + static_cast<int>(random.exponential(260))));
}

void drawEarlierPlan(Life& life, const Council& council, Stream& random)
{
    if (!random.chance(council.parameters.earlierPlans))
        return;
    const Date end = life.care.start;
    const Date start = std::max(life.born, end.plusDays(-60 - random.below(400)));
    if (start < end && start >= council.firstDay)
        life.earlierPlan = Period{start, end};
}

std::string placeCodeOn(const std::string& code, Date start)
{
    if (code == "K3" && start < *Date::from(2024, 4, 1))
        return "H5"; // registered supported accommodation is a code of its own from 2024-25
    if (code == "Z12" && start < *Date::from(2025, 4, 1))
        return "Z1";
    return code;
}

std::string whyMoved(const Stay& stay, const SettingModel& next, Stream& random)
{
    static const Weighted reasons{
        {"CARPL", "CREQB", "CREQO", "CHILD", "LAREQ", "CLOSE", "STAND", "ALLEG", "OTHER"},
        {48, 16, 10, 8, 8, 4, 2, 1.5, 2.5}};
    if (next.setting == Setting::adoption || next.setting == Setting::withParents)
        return "CARPL";
    if (stay.emergency && random.chance(0.4))
        return "CARPL";
    return reasons.values[random.pick(reasons.weights)];
}

Stay drawStay(const Council& council, std::size_t setting, Date start, bool emergency,
              Stream& random)
{
    const Parameters& p = council.parameters;
    const SettingModel& model = p.settings[setting];
    Stay stay;
    stay.period.start = start;
    stay.setting = setting;
    stay.placeCode = placeCodeOn(model.places.values[random.pick(model.places.weights)], start);
    stay.providerCode = model.providerCode;
    if (!model.providers.empty()) {
        const std::size_t provider = model.providers[random.pick(model.providerWeights)];
        stay.provider = static_cast<int>(provider);
        stay.providerCode = p.providers[provider].code;
    }
    stay.emergency = emergency && isPaidCare(model.kind);
    const double miles = model.distanceMedian * std::exp(model.distanceSigma * random.normal());
    if (model.setting != Setting::adoption)
        stay.distance = std::round(std::min(miles, 380.0) * 10) / 10;
    stay.searchDays =
        stay.emergency ? random.below(2) : 4 + static_cast<int>(random.exponential(16));
    stay.slope = random.chance(model.improvers) ? -model.improvement * random.between(0.7, 1.4)
                                                : model.slope + model.slopeSd * random.normal();
    return stay;
}

struct StayEnd
{
    Date day;
    bool planned = false;
};

// How long a stay lasts: some break down within weeks, others hold until the plan is carried out,
// until somebody of 16 is ready for supported accommodation, or until they too come to an end.
StayEnd drawEnd(const Life& life, const Stay& stay, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const SettingModel& model = p.settings[stay.setting];
    const double days = random.chance(model.fragile) ? 4 + random.exponential(p.fragileMeanDays)
                                                     : 20 + random.exponential(model.holdsDays);
    StayEnd end{stay.period.start.plusDays(static_cast<int>(std::min(days, 8000.0)))};
    if (life.planFrom && *life.planFrom > stay.period.start && *life.planFrom < end.day)
        end = {*life.planFrom, true};
    const Date soon =
        life.born.plusMonths(12 * 16).plusDays(10 + static_cast<int>(random.exponential(150)));
    const bool moves = random.chance(p.decision.movedAtSixteen);
    if (moves && soon > stay.period.start && soon < end.day &&
        askedFor(life, council, soon) == PlaceKind::supported)
        end = {soon, true};
    return end;
}

// An exceptional child lives in a home or outside registration on the census date.
std::size_t placeOfExceptional(const Council& council, Stream& random)
{
    return random.pick(council.parameters.exceptionalPlaces);
}

void drawStays(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const DecisionModel& d = p.decision;
    const Date last = life.lastDay(council);
    Date start = life.care.start;
    bool emergency = random.chance(d.emergencyAtFirst);
    for (;;) {
        const PlaceKind asked = askedFor(life, council, start);
        const std::size_t setting = life.exceptional && asked == PlaceKind::residential
                                        ? placeOfExceptional(council, random)
                                        : decidePlacement(life, council, start, emergency, random);
        if (!life.stays.empty()) {
            life.stays.back().period.end = start;
            life.stays.back().changeReason =
                whyMoved(life.stays.back(), p.settings[setting], random);
        }
        Stay stay = drawStay(council, setting, start, emergency, random);
        stay.asked = asked;
        stay.drift = life.driftOn(start);
        if (life.exceptional)
            stay.slope = stay.drift = 0;
        life.stays.push_back(std::move(stay));
        const StayEnd end = drawEnd(life, life.stays.back(), council, random);
        if (end.day >= last)
            break;
        start = end.day;
        emergency = !end.planned && random.chance(d.emergencyAfterBreakdown);
    }
    life.stays.back().period.end = life.care.end;
}

} // namespace

std::size_t Council::ageBand(int years) const
{
    std::size_t band = 0;
    while (band + 1 < kAgeBands && years >= parameters.ageBands[band + 1])
        ++band;
    return band;
}

double Council::priceLevel(Date on) const
{
    double level = 1;
    int year = returnYearEnding(census);
    for (const double uplift : parameters.uplifts) {
        if (returnYearEnding(on) >= year)
            break;
        level /= 1 + uplift;
        --year;
    }
    return level;
}

Date Life::lastDay(const Council& council) const
{
    return care.end.value_or(council.census);
}

const Stay& Life::stayOn(Date day) const
{
    for (const Stay& stay : stays) {
        if (stay.period.contains(day))
            return stay;
    }
    return stays.back();
}

double Life::driftOn(Date on) const
{
    constexpr double levelsOff = 2.5; // years
    const Stay* now = nullptr;
    for (const Stay& stay : stays) {
        if (stay.period.start <= on)
            now = &stay;
    }
    if (now == nullptr)
        return 0;
    return now->drift +
           now->slope * std::min(daysBetween(now->period.start, on) / 365.25, levelsOff);
}

double Life::expectedTotal(const Council& council, Date on) const
{
    const Parameters& p = council.parameters;
    const double years = daysBetween(born, on) / 365.25;
    return std::max(0.0, byAge(p, p.needMean, years) + byAge(p, p.needSd, years) * spread + shift +
                             driftOn(on));
}

std::vector<double> Life::trueLevels(const Council& council, Date on) const
{
    const Parameters& p = council.parameters;
    const double level = expectedTotal(council, on) / static_cast<double>(p.domains.size());
    const std::size_t band = council.ageBand(ageInYears(born, on));
    const double highest = council.framework.highestLevel();
    std::vector<double> levels;
    levels.reserve(p.domains.size());
    for (std::size_t i = 0; i < p.domains.size(); ++i) {
        const DomainModel& domain = p.domains[i];
        levels.push_back(
            std::clamp(level * domain.loading + domain.byAge[band] + person[i], 0.0, highest));
    }
    return levels;
}

double Life::trueTotal(const Council& council, Date on) const
{
    const std::vector<double> levels = trueLevels(council, on);
    return std::accumulate(levels.begin(), levels.end(), 0.0);
}

void nameByNumber(Child& child, std::uint64_t number)
{
    child.pseudonym = pseudonym(number);
    child.localId = std::to_string(1'000'000 + number);
}

std::vector<Life> livesOfPlace(const Council& council, std::uint64_t place)
{
    const Parameters& p = council.parameters;
    std::vector<Life> lives;
    const auto begin = [&](Member member, std::uint64_t which) -> Life& {
        Life& life = lives.emplace_back();
        life.member = member;
        life.place = place;
        life.who = (place << 10) + which;
        return life;
    };
    const bool exceptional = isExceptional(council, place);
    for (const Spell& spell : spellsOfPlace(council, place, exceptional)) {
        const bool current = lives.empty();
        Life& life = begin(current ? Member::current : Member::leaver, 1 + lives.size());
        life.born = spell.born;
        life.care = spell.care;
        life.exceptional = current && exceptional;
        life.planted = current && council.planted.contains(place);
    }
    Stream presence(council.seed, place << 10, static_cast<std::uint64_t>(Draw::presence));
    if (presence.chance(p.protectionPlans + p.inNeed))
        drawOther(begin(Member::other, 0), council, presence);

    for (Life& life : lives) {
        Stream person = life.stream(council, Draw::person);
        drawPerson(life, council, person);
        Stream need = life.stream(council, Draw::need);
        drawNeed(life, council, need);
        if (life.member == Member::other)
            continue;
        Stream stays = life.stream(council, Draw::stays);
        drawStays(life, council, stays);
        drawLegal(life, council, stays);
        if (life.care.end)
            life.leftFor = leavingReason(life, stays);
        drawEarlierPlan(life, council, stays);
    }
    return lives;
}

} // namespace twelvefold::workbench::demo
