// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/costs.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::workbench::demo {
namespace {

Stream costStream(const Life& life, const Stay& stay, const Council& council)
{
    const auto day = static_cast<std::uint64_t>(stay.period.start.dayNumber());
    return {council.seed, life.who, (day << 8) + static_cast<std::uint64_t>(Draw::cost)};
}

// What a package costs a week, in pounds at the prices of the census year, and how much of its
// logarithm is the price and not what the child needs where the child is.
struct PackagePrice
{
    double weekly = 0;
    double effect = 0;
};

// log cost = log median + r z + emergency + (provider + rest),
// where z is the true need on the stay's first day beside those for whom the median is paid, and r²
// and the others sum to the setting's variance.
PackagePrice priceOf(const Life& life, const Stay& stay, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    const SettingModel& setting = p.settings[stay.setting];
    const double extra = random.between(p.emergencyExtra[0], p.emergencyExtra[1]);
    const double lift = std::log1p((p.emergencyExtra[0] + p.emergencyExtra[1]) / 2);
    const double emergency = (stay.emergency ? std::log1p(extra) : 0.0) - setting.emergency * lift;
    const double emergencyVariance = lift * lift * setting.emergency * (1 - setting.emergency);
    const double variance = setting.sigma * setting.sigma;
    const bool priced = stay.provider >= 0;
    const double provider =
        priced ? council.providerEffects[static_cast<std::size_t>(stay.provider)] : 0;
    const double rest = variance * (1 - setting.needR2) - emergencyVariance -
                        (priced ? p.providerSigma * p.providerSigma : 0);
    const double need =
        (life.trueTotal(council, stay.period.start) - setting.needMean) / setting.needSd;
    const double effect = provider + std::sqrt(std::max(rest, 0.0)) * random.normal();
    const double log = std::log(setting.medianCost) + std::sqrt(setting.needR2 * variance) * need +
                       emergency + effect;
    const double most = std::log(p.costCap);
    return {std::exp(std::min(log, most)), effect - std::max(log - most, 0.0)};
}

bool isPlanted(const Life& life, std::size_t stay)
{
    return life.planted && stay + 1 == life.stays.size();
}

// A weekly figure as it is agreed: in the unit it is paid by, to a round amount.
Money agreed(double weekly, CostPer per, double roundTo)
{
    const double inUnit = per == CostPer::day     ? weekly / 7
                          : per == CostPer::month ? weekly * 365 / 84
                          : per == CostPer::year  ? weekly * 365 / 7
                                                  : weekly;
    return Money::fromPounds(std::max(1.0, std::round(inUnit / roundTo)) * roundTo);
}

struct Part
{
    CostComponent component;
    Funder funder;
    double weekly;
    CostPer per;
    double roundTo;
    std::string note;
};

std::vector<Part> partsOf(double weekly, const SettingModel& setting, const Words& words,
                          Stream& random)
{
    std::vector<Part> parts;
    const bool residential = setting.medianCost > 2000;
    double core = weekly;
    const auto add = [&](CostComponent component, Funder funder, const SettingModel::Part& part,
                         const std::string& note) {
        const double size = part.share * random.between(0.6, 1.4);
        if (!random.chance(part.chance))
            return;
        parts.push_back(
            {component, funder, weekly * size, CostPer::week, residential ? 5.0 : 1.0, note});
        core -= weekly * size;
    };
    const Funder therapy = random.chance(0.8) ? Funder::health : Funder::socialCare;
    const Funder teaching = random.chance(0.85) ? Funder::education : Funder::socialCare;
    add(CostComponent::additional, random.chance(0.1) ? Funder::health : Funder::socialCare,
        setting.additional, random.oneOf(residential ? words.residentialNotes : words.familyNotes));
    add(CostComponent::education, teaching, setting.education, words.educationNote);
    add(CostComponent::health, therapy, setting.health, words.healthNote);
    parts.insert(parts.begin(),
                 {CostComponent::core, Funder::socialCare, core, setting.per, setting.roundTo, ""});
    return parts;
}

// The years of the statutory return that a stay ran through, from the first day of the history.
std::vector<Period> pricedYears(const Stay& stay, const Council& council)
{
    const Date first = council.fullHistory
                           ? council.firstDay
                           : *Date::from(returnYearEnding(council.census) - 1, 4, 1);
    const Date last =
        std::min(stay.period.end.value_or(council.census.plusDays(1)), council.census.plusDays(1));
    std::vector<Period> years;
    for (Date start = std::max(stay.period.start, first); start < last;) {
        const Date april = *Date::from(returnYearEnding(start), 4, 1);
        const bool goesOn = !stay.period.end || *stay.period.end > april;
        const bool laterYear = april < last;
        years.push_back(
            {start, goesOn ? (laterYear ? std::optional(april) : std::nullopt) : stay.period.end});
        if (!laterYear)
            break;
        start = april;
    }
    return years;
}

} // namespace

std::vector<CostLine> costLinesOf(const Life& life, std::size_t index, const Council& council)
{
    const Parameters& p = council.parameters;
    const Stay& stay = life.stays[index];
    const SettingModel& setting = p.settings[stay.setting];
    if (!isCostKnown(life, council))
        return {};

    Stream random = costStream(life, stay, council);
    const double weekly = priceOf(life, stay, council, random).weekly;
    const std::vector<Part> parts = partsOf(weekly, setting, p.words, random);
    const std::int64_t times = isPlanted(life, index) ? p.plantedTimes : 1;
    std::vector<CostLine> lines;
    for (const Period& year : pricedYears(stay, council)) {
        for (const Part& part : parts) {
            CostLine line;
            line.component = part.component;
            line.funder = part.funder;
            line.per = part.per;
            line.period = year;
            line.amount =
                agreed(part.weekly * council.priceLevel(year.start), part.per, part.roundTo)
                    .times(times, 1);
            line.note = part.note;
            lines.push_back(std::move(line));
        }
    }
    if (!lines.empty() && index == 0 && stay.period.start >= council.firstDay &&
        random.chance(0.3)) {
        CostLine line;
        line.component = CostComponent::other;
        line.per = CostPer::once;
        line.amount = Money::pounds(80 + 10 * random.below(20));
        line.period = {stay.period.start, stay.period.start.plusDays(28)};
        line.note = p.words.settlingNote;
        lines.push_back(std::move(line));
    }
    return lines;
}

bool isCostKnown(const Life& life, const Council& council)
{
    Stream missing = life.stream(council, Draw::cost);
    return !missing.chance(council.parameters.costMissing) || life.exceptional;
}

double priceEffect(const Life& life, std::size_t index, const Council& council)
{
    const Stay& stay = life.stays[index];
    Stream random = costStream(life, stay, council);
    const double planted =
        isPlanted(life, index) ? std::log(static_cast<double>(council.parameters.plantedTimes)) : 0;
    return priceOf(life, stay, council, random).effect + planted;
}

} // namespace twelvefold::workbench::demo
