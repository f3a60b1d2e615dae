// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/assessments.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twelvefold::workbench::demo {
namespace {

std::vector<Date> assessedOn(const Life& life, const Council& council, Stream& random)
{
    const Parameters& p = council.parameters;
    if (random.chance(p.neverAssessed))
        return {};
    if (life.member == Member::other && random.chance(0.4))
        return {};
    Date last = life.lastDay(council);
    const bool isStale = random.chance(p.stale);
    const double staleDays = random.between(p.staleDays[0], p.staleDays[1]);
    if (isStale && life.member == Member::current)
        last = last.plusDays(-static_cast<int>(staleDays));

    Date day = life.care.start < council.firstDay
                   ? council.firstDay.plusDays(random.below(static_cast<int>(p.assessedEvery)))
                   : life.care.start.plusDays(12 + random.below(35));
    std::vector<Date> days;
    while (day <= last) {
        days.push_back(day);
        day = day.plusDays(static_cast<int>(p.assessedEvery + p.assessedJitter * random.normal()));
    }
    constexpr std::size_t kept = 2; // in a council too large for its whole history
    if (!council.fullHistory && days.size() > kept)
        days.erase(days.begin(), days.end() - kept);
    return days;
}

// What each domain asks for on a day, in levels, before anybody rates it.
std::vector<double> needOn(const Life& life, const Council& council, Date day, Stream& random)
{
    const Parameters& p = council.parameters;
    std::vector<double> need = life.trueLevels(council, day);
    for (double& level : need)
        level += p.occasionSpread * random.normal();
    return need;
}

Assessment rated(const std::vector<double>& need, const Council& council, Date day, Stream& random)
{
    const Parameters& p = council.parameters;
    Assessment a = blankAssessment({}, council.frameworkId, council.framework, day);
    a.final = true;
    const int highest = council.framework.highestLevel();
    for (std::size_t i = 0; i < need.size(); ++i) {
        const double seen = need[i] + p.raterSpread * random.normal();
        a.scores[i].level =
            council.framework.level(std::clamp(static_cast<int>(std::lround(seen)), 0, highest));
    }
    a.author = random.oneOf(p.words.workers);
    return a;
}

void rateStrengths(Assessment& a, double total, Stream& random)
{
    for (auto& strength : a.strengths)
        strength = std::clamp(
            static_cast<int>(std::lround(2.4 - total / 24 + 0.8 * random.normal())), 0, 3);
}

// An evidence note where the need is high, and always where a level moved by two or more.
void addEvidence(Assessment& a, const Assessment* previous, const Council& council, Stream& words)
{
    const Parameters& p = council.parameters;
    for (std::size_t i = 0; i < a.scores.size(); ++i) {
        Score& score = a.scores[i];
        const int level = score.level->value();
        const int before = previous != nullptr && previous->scores[i].level
                               ? previous->scores[i].level->value()
                               : level;
        const bool mustSay = std::abs(level - before) >= 2;
        const bool says = words.chance(level >= 3 ? 0.4 : level == 2 ? 0.12 : 0.0);
        if (!mustSay && !(says && council.fullHistory))
            continue;
        const DomainModel& domain = p.domains[i];
        score.evidence = SensitiveText(level >= 3   ? words.oneOf(domain.much)
                                       : level == 2 ? words.oneOf(domain.some)
                                                    : words.oneOf(p.words.eased));
        if (words.chance(0.3))
            score.confidence = 1 + words.below(3);
    }
}

void addOwnWords(Assessment& a, int age, const Parameters& p, Stream& words)
{
    const auto some = [&](double chance, const std::vector<std::string>& from) {
        return words.chance(chance) ? SensitiveText(words.oneOf(from)) : SensitiveText();
    };
    a.strengthsInWords = some(0.5, p.words.strengths);
    if (age < 5)
        return;
    a.whatMatters = some(0.55, p.words.whatMatters);
    a.goingWell = some(0.4, p.words.goingWell);
    a.whatIWant = some(0.4, p.words.whatIWant);
}

void leaveOut(Assessment& a, const Parameters& p, Stream& words)
{
    if (!words.chance(p.notKnown))
        return;
    Score& score =
        a.scores[static_cast<std::size_t>(words.below(static_cast<int>(a.scores.size())))];
    score.level.reset();
    score.notKnownBecause = SensitiveText(words.oneOf(p.words.notKnown));
}

std::string reasonFor(const Life& life, Date day, bool first, const Parameters& p, Stream& words)
{
    if (first && day < life.care.start.plusDays(60))
        return p.words.firstReason;
    return words.oneOf(p.words.reasons);
}

} // namespace

std::vector<Assessed> assessmentsOf(const Life& life, const Council& council)
{
    const Parameters& p = council.parameters;
    Stream random = life.stream(council, Draw::assessments);
    Stream words = life.stream(council, Draw::words);
    std::vector<Assessed> result;
    const std::vector<Date> days = assessedOn(life, council, random);
    for (const Date day : days) {
        // Each assessment has numbers of its own, so that leaving early ones out changes nothing.
        const auto at = static_cast<std::uint64_t>(day.dayNumber());
        Stream own(council.seed, life.who,
                   (at << 8) + static_cast<std::uint64_t>(Draw::assessments));
        const std::vector<double> need = needOn(life, council, day, own);
        const Assessment* previous = result.empty() ? nullptr : &result.back().assessment;
        Assessed made{rated(need, council, day, own), std::nullopt};
        made.assessment.reason = reasonFor(life, day, result.empty(), p, words);
        rateStrengths(made.assessment, life.trueTotal(council, day), own);
        addEvidence(made.assessment, previous, council, words);
        leaveOut(made.assessment, p, own);
        if (council.fullHistory)
            addOwnWords(made.assessment, ageInYears(life.born, day), p, words);
        if (own.chance(p.secondRatings)) {
            made.secondRating = rated(need, council, day, own);
            made.secondRating->reason = p.words.secondReason;
            made.secondRating->strengths = made.assessment.strengths;
            while (made.secondRating->author == made.assessment.author)
                made.secondRating->author = own.oneOf(p.words.workers);
        }
        result.push_back(std::move(made));
    }
    return result;
}

} // namespace twelvefold::workbench::demo
