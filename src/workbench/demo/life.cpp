// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/life.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::workbench::demo {
namespace {

constexpr int kYear = 365;

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

// Born so that the child is in an age band on a day.
Date birthDate(const Council& council, std::size_t band, Date on, Stream& random)
{
    const auto& ages = council.parameters.ageBands[band];
    const double years = random.between(ages.from + 0.03, ages.to - 0.02);
    return daysBefore(on, years * 365.25);
}

std::size_t drawnSetting(const Parameters& p, std::size_t band, Stream& random)
{
    std::vector<double> shares;
    for (const SettingModel& setting : p.settings)
        shares.push_back(setting.shareByAge[band]);
    return random.pick(shares);
}

// One child in so many is exceptional: which one of each run is drawn.
bool isExceptional(const Council& council, std::uint64_t index)
{
    const std::uint64_t every = council.parameters.exceptionalEvery;
    Stream random(council.seed, index / every, 0xE);
    return index % every == random.next() % every;
}

void drawPerson(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const bool boy = random.chance(p.male);
    life.child.sex = boy ? Sex::male : Sex::female;
    life.child.ethnicity = p.ethnicity.values[random.pick(p.ethnicity.weights)];
    life.child.bornMonth = Date::from(life.born.year(), life.born.month(), 1);
    const auto kinds = std::uint64_t{3};
    const auto number = life.index * kinds + static_cast<std::uint64_t>(life.member);
    life.child.pseudonym = pseudonym(number);
    life.child.localId = std::to_string(1'000'000 + number);
    life.identity.givenName = SensitiveText(random.oneOf(boy ? p.words.boys : p.words.girls));
    life.identity.familyName = SensitiveText(random.oneOf(p.words.families));
    life.identity.born = life.born;
    life.needCode = p.needCodes.values[random.pick(p.needCodes.weights)];
}

void drawNeed(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const SettingModel& setting = p.settings[life.needSetting];
    life.needMean = life.exceptional ? p.exceptionalNeed : setting.needMean;
    // From the middle of the distribution: a child far out would not be in that place.
    do {
        life.z = random.normal();
    } while (std::abs(life.z) > 2.0);
    life.slope = random.chance(setting.improvers)
                     ? -setting.improvement * random.between(0.7, 1.4)
                     : setting.slope + setting.slopeSd * random.normal();
    for (std::size_t i = 0; i < p.domains.size(); ++i)
        life.person.push_back(p.personSpread * random.normal() + setting.domainOffsets[i]);
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

void drawLookedAfter(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const bool current = life.member == Member::current;
    life.exceptional = current && isExceptional(council, life.index);

    Date last = council.census;
    if (!current) {
        last =
            council.firstDay.plusDays(random.below(daysBetween(council.firstDay, council.census)));
        life.care.end = last;
    }
    std::vector<double> bands;
    for (const auto& band : p.ageBands)
        bands.push_back(band.share);
    const std::size_t band = life.exceptional ? 2 : random.pick(bands);
    life.born = birthDate(council, band, last, random);
    life.needSetting = life.exceptional
                           ? p.settingCalled(random.chance(0.5) ? "unregistered" : "childrens_home")
                           : drawnSetting(p, band, random);
    const double mean = current ? p.meanCareDays : p.leaversMeanDays;
    const int lived = daysBetween(life.born, last);
    const int days = std::min(lived - 1, 9 + static_cast<int>(random.exponential(mean)));
    life.care.start = last.plusDays(-days);
}

void drawOther(Life& life, const Council& council, Stream& random)
{
    life.kind = random.chance(0.5) ? CohortKind::protectionPlan : CohortKind::inNeed;
    life.born = daysBefore(council.census, random.between(0.2, 16.5) * 365.25);
    const int known = daysBetween(life.born, council.census);
    life.care.start = council.census.plusDays(
        -std::min(known - 1, 10 + static_cast<int>(random.exponential(260))));
    life.needSetting = council.parameters.settingCalled("with_parents");
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

// The days on which the child moved, within the history.
std::vector<Date> drawMoves(const Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const Date last = life.lastDay(council);
    const double settled = p.settings[life.needSetting].onePlacement;
    std::vector<Date> moves;
    for (int year = 0; year < p.yearsOfHistory; ++year) {
        const Date from = std::max(life.care.start.plusDays(8), last.plusDays(-kYear * (year + 1)));
        const Date to = last.plusDays(-kYear * year - 6);
        const int span = daysBetween(from, to);
        if (span < 7)
            break;
        // Somebody who has just come is as likely to move as somebody who has been here all year.
        const double restless = (1 - settled) * std::min(1.0, 0.4 + 0.6 * span / kYear);
        if (!random.chance(restless))
            continue;
        const std::size_t more = random.pick(p.movesAfterFirst.weights) + 1;
        for (std::size_t i = 0; i < more; ++i)
            moves.push_back(from.plusDays(random.below(span)));
    }
    std::ranges::sort(moves);
    std::vector<Date> apart;
    for (const Date move : moves) {
        if (apart.empty() || daysBetween(apart.back(), move) >= 4)
            apart.push_back(move);
    }
    return apart;
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

Stay drawStay(const Council& council, std::size_t setting, const Period& period, Stream& random)
{
    const Parameters& p = council.parameters;
    const SettingModel& model = p.settings[setting];
    Stay stay;
    stay.period = period;
    stay.setting = setting;
    stay.placeCode =
        placeCodeOn(model.places.values[random.pick(model.places.weights)], period.start);
    stay.providerCode = model.providerCode;
    if (!model.providers.empty()) {
        const std::size_t provider = model.providers[random.pick(model.providerWeights)];
        stay.provider = static_cast<int>(provider);
        stay.providerCode = p.providers[provider].code;
    }
    stay.emergency = random.chance(model.emergency);
    const double miles = model.distanceMedian * std::exp(model.distanceSigma * random.normal());
    if (model.setting != Setting::adoption)
        stay.distance = std::round(std::min(miles, 380.0) * 10) / 10;
    stay.searchDays =
        stay.emergency ? random.below(2) : 4 + static_cast<int>(random.exponential(16));
    return stay;
}

void drawStays(Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const std::vector<Date> moves = drawMoves(life, council, random);
    std::vector<std::size_t> settings{life.needSetting};
    for (std::size_t i = 0; i < moves.size(); ++i)
        settings.push_back(random.pick(p.settings[settings.back()].cameFrom));
    std::ranges::reverse(settings);
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const Date start = i == 0 ? life.care.start : moves[i - 1];
        const auto end = i < moves.size() ? std::optional(moves[i]) : life.care.end;
        life.stays.push_back(drawStay(council, settings[i], {start, end}, random));
    }
    for (std::size_t i = 0; i + 1 < life.stays.size(); ++i)
        life.stays[i].changeReason = whyMoved(life.stays[i], p.settings[settings[i + 1]], random);
}

} // namespace

std::size_t Council::ageBand(int years) const
{
    std::size_t band = 0;
    while (band + 1 < kAgeBands && years >= parameters.ageBands[band + 1].from)
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

double Life::expectedTotal(const Council& council, Date on) const
{
    const SettingModel& setting = council.parameters.settings[needSetting];
    const double years = std::min(daysBetween(on, council.census) / 365.25, 2.5);
    return std::max(0.0, needMean + setting.needSd * z - slope * years);
}

std::optional<Life> makeLife(const Council& council, Member member, std::uint64_t index)
{
    const Parameters& p = council.parameters;
    Life life;
    life.member = member;
    life.index = index;
    life.who = index * 4 + static_cast<std::uint64_t>(member);
    Stream presence = life.stream(council, Draw::presence);
    if (member == Member::leaver && !presence.chance(p.leavers))
        return std::nullopt;
    if (member == Member::other && !presence.chance(p.protectionPlans + p.inNeed))
        return std::nullopt;

    if (member == Member::other)
        drawOther(life, council, presence);
    else
        drawLookedAfter(life, council, presence);
    Stream person = life.stream(council, Draw::person);
    drawPerson(life, council, person);
    Stream need = life.stream(council, Draw::need);
    drawNeed(life, council, need);
    if (member != Member::other) {
        Stream stays = life.stream(council, Draw::stays);
        drawStays(life, council, stays);
        drawLegal(life, council, stays);
        if (life.care.end)
            life.leftFor = leavingReason(life, stays);
        drawEarlierPlan(life, council, stays);
    }
    return life;
}

} // namespace twelvefold::workbench::demo
