// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/outcomes.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::workbench::demo {
namespace {

// What the provider with whom the child is on a day does for outcomes, in standard deviations of
// an outcome; above 0 is better.
double providerEffect(const Life& life, const Council& council, Date day)
{
    const int provider = life.stayOn(day).provider;
    return provider < 0 ? 0 : council.providerOutcomes[static_cast<std::size_t>(provider)];
}

// Draws one year's values of one child.
class Year
{
public:
    Year(const Life& life, const Council& council, Date day)
        : m_council(council), m_day(day), m_age(ageInYears(life.born, day)),
          m_need(life.trueTotal(council, day)), m_better(providerEffect(life, council, day)),
          m_random(council.seed, life.who,
                   (static_cast<std::uint64_t>(day.dayNumber()) << 8) +
                       static_cast<std::uint64_t>(Draw::outcomes)),
          m_lasting(life.stream(council, Draw::outcomes))
    {
    }

    void returnedOnes() // OC2: looked after for a year or more
    {
        if (m_age >= 4 && m_age <= 16 && m_random.chance(of("sdq.recorded"))) {
            const double share = of("sdq.with_need");
            const double need = (m_need - of("sdq.need_mean")) / of("sdq.need_sd");
            const double rest = 0.75 * m_lasting.normal() + 0.66 * m_random.normal();
            const double score =
                of("sdq.mean") +
                of("sdq.sd") * (share * need + std::sqrt(1 - share * share) * rest - m_better);
            add("sdq_total", std::round(std::clamp(score, 0.0, 40.0)));
        }
        yesOrNo("health_assessment");
        yesOrNo("dental_check");
        yesOrNo("immunisations");
        if (m_age < 5)
            yesOrNo("health_check");
        if (m_age >= 10) {
            yesOrNo("convicted");
            yesOrNo("substance_misuse");
        }
    }

    void councilsOwn()
    {
        const double need = m_need - of("sdq.need_mean");
        if (m_age >= 5 && m_age < 16 && m_random.chance(of("attendance.recorded"))) {
            const double missed = std::abs(of("attendance.spread") * m_random.normal());
            const double attended = of("attendance.mean") + 5 - missed -
                                    of("attendance.per_need") * need +
                                    of("attendance.spread") * m_better;
            add("attendance", std::round(std::clamp(attended, 5.0, 100.0) * 10) / 10);
        }
        if (m_age >= 6 && m_age < 17 && m_random.chance(of("attainment.recorded")))
            add("attainment", std::round(std::clamp(
                                  of("attainment.mean") + of("attainment.per_need") * need +
                                      of("attainment.sd") * (0.8 * m_lasting.normal() +
                                                             0.6 * m_random.normal() + m_better),
                                  -60.0, 36.0)));
        if (m_age >= of("missing_episodes.from_age")) {
            const double chance = of("missing_episodes.chance") * std::exp(0.06 * need - m_better);
            const bool went = m_random.chance(std::min(chance, 0.8));
            // Drawn for all, so that who goes missing shifts no later number.
            const double times = 1 + std::floor(m_random.exponential(of("missing_episodes.mean")));
            add("missing_episodes", went ? times : 0.0);
        }
        if (m_random.chance(of("goal_attainment.recorded")))
            add("goal_attainment",
                std::round(std::clamp(of("goal_attainment.mean") +
                                          of("goal_attainment.sd") * (m_random.normal() + m_better),
                                      20.0, 80.0) *
                           10) /
                    10);
    }

    std::vector<Outcome> taken() { return std::move(m_outcomes); }

private:
    double of(const std::string& name) const { return m_council.parameters.outcomes.at(name); }
    void yesOrNo(const char* measure) { add(measure, m_random.chance(of(measure)) ? 1.0 : 0.0); }
    void add(const char* measure, double value)
    {
        Outcome outcome;
        outcome.measure = measure;
        outcome.date = m_day;
        outcome.value = value;
        outcome.source = "OC2 " + std::to_string(m_day.year());
        const std::string_view name = measure;
        if (name == "attendance" || name == "attainment" || name == "goal_attainment")
            outcome.source = "Virtual school";
        else if (name == "missing_episodes")
            outcome.source = "Missing return";
        m_outcomes.push_back(std::move(outcome));
    }

    const Council& m_council;
    Date m_day;
    int m_age;
    double m_need, m_better;
    Stream m_random, m_lasting;
    std::vector<Outcome> m_outcomes;
};

} // namespace

std::vector<Outcome> outcomesOf(const Life& life, const Council& council)
{
    std::vector<Outcome> outcomes;
    if (life.kind != CohortKind::lookedAfter)
        return outcomes;
    const int years = council.fullHistory ? council.parameters.yearsOfHistory : 1;
    for (int back = 0; back < years; ++back) {
        const Date day = lastCensusDay(council.census).plusMonths(-12 * back);
        if (!life.care.contains(day) || daysBetween(life.care.start, day) < 60)
            continue;
        Year year(life, council, day);
        if (daysBetween(life.care.start, day) >= 365)
            year.returnedOnes();
        year.councilsOwn();
        for (Outcome& outcome : year.taken())
            outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

} // namespace twelvefold::workbench::demo
