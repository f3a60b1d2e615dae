// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/events.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::workbench::demo {
namespace {

class Events
{
public:
    Events(const Life& life, const Council& council)
        : m_life(life), m_council(council), m_random(life.stream(council, Draw::events))
    {
    }

    void cameAlone()
    {
        const bool came = m_random.chance(of("unaccompanied.chance"));
        if (came && ageInYears(m_life.born, m_life.care.start) >= of("unaccompanied.from_age"))
            add(EventKind::unaccompanied, {}, birthday(m_life.born, 18), "");
    }

    void permanenceBefore()
    {
        const double drawn = m_random.uniform();
        const double adopted = of("previous_permanence.adopted");
        const double guarded = adopted + of("previous_permanence.special_guardianship");
        const double arranged = guarded + of("previous_permanence.child_arrangements");
        add(EventKind::previousPermanence, {}, {},
            drawn < adopted    ? "P1"
            : drawn < guarded  ? "P2"
            : drawn < arranged ? "P3"
                               : "Z1");
    }

    void socialWorkers()
    {
        const Date last = m_life.lastDay(m_council);
        Date from = m_life.care.start;
        while (from < last) {
            const int days = 30 + static_cast<int>(m_random.exponential(of("social_worker.days")));
            const Date until = from.plusDays(days);
            const bool leaves = until < last;
            const int who = 1000 + m_random.below(static_cast<int>(of("social_worker.count")));
            if (m_council.remembers(leaves ? std::optional(until) : std::nullopt))
                add(EventKind::socialWorker, from, leaves ? std::optional(until) : std::nullopt,
                    leaves ? "LEFTRL" : "", "SW" + std::to_string(who));
            from = until;
        }
    }

    // As often as the outcome of a year says.
    void missing(const Outcome& year)
    {
        Stream random(m_council.seed, m_life.who,
                      (static_cast<std::uint64_t>(year.date.dayNumber()) << 8) +
                          static_cast<std::uint64_t>(Draw::events));
        const Date from = std::max(year.date.plusMonths(-12).plusDays(1), m_life.care.start);
        for (int i = 0; i < static_cast<int>(year.value); ++i) {
            const Date start = from.plusDays(random.below(daysBetween(from, year.date) + 1));
            const Date end = start.plusDays(static_cast<int>(random.exponential(1.5)));
            add(EventKind::missing, start, std::min(end, std::max(start, year.date)), "M");
        }
    }

    std::vector<CareEvent> taken() { return std::move(m_events); }

private:
    double of(const std::string& name) const { return m_council.parameters.events.at(name); }

    void add(EventKind kind, std::optional<Date> start, std::optional<Date> end, const char* code,
             std::string detail = {})
    {
        CareEvent event;
        event.kind = kind;
        event.start = start;
        event.end = end;
        event.code = code;
        event.detail = SensitiveText(std::move(detail));
        // The return of the year in which it began, or the last one.
        const int last = lastCensusDay(m_council.census).year();
        event.returnYear = start ? std::min(returnYearEnding(*start), last) : last;
        m_events.push_back(std::move(event));
    }

    const Life& m_life;
    const Council& m_council;
    Stream m_random;
    std::vector<CareEvent> m_events;
};

} // namespace

std::vector<CareEvent> eventsOf(const Life& life, const Council& council,
                                std::span<const Outcome> outcomes)
{
    if (life.kind != CohortKind::lookedAfter)
        return {};
    Events events(life, council);
    events.cameAlone();
    events.permanenceBefore();
    events.socialWorkers();
    for (const Outcome& outcome : outcomes) {
        if (outcome.measure == "missing_episodes")
            events.missing(outcome);
    }
    return events.taken();
}

std::string disabilityOf(const Life& life, const Council& council)
{
    static constexpr std::array<std::string_view, 5> codes{"LD", "AUT", "BEH", "COMM", "MOB"};
    Stream random = life.stream(council, Draw::disability);
    const bool disabled = random.chance(council.parameters.events.at("disabled"));
    const std::string_view code = random.oneOf(codes);
    return std::string(disabled ? code : "NONE");
}

} // namespace twelvefold::workbench::demo
