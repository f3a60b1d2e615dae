// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/session_answer.h"

#include "analysis/analyse.h"

#include <algorithm>

namespace twelvefold::ui {
namespace {

analysis::Options withoutResampling(analysis::Options options)
{
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    return options;
}

// One stage, timed.
template<class Work>
auto timed(std::optional<Clock::duration>& took, std::size_t rows, const Work& work)
{
    const auto begun = Clock::now();
    auto result = work();
    took = (Clock::now() - begun) / static_cast<Clock::rep>(std::max<std::size_t>(rows, 1));
    return result;
}

} // namespace

DayRequest::DayRequest(const Request& request)
    : counted(request.filter.costs), coverage(request.options.coverage), seed(request.options.seed)
{
}

ListRequest::ListRequest(const Request& request)
    : metric(request.options.metric), reliability(request.options.reliability)
{
}

std::shared_ptr<const domain::Cohort> Answer::whole() const
{
    return records ? records->everyone : nullptr;
}

void Answer::forgetRecords()
{
    records = nullptr;
    days = nullptr;
    cohort = nullptr;
}

bool Answer::knowsDays(const Request& request) const
{
    return days && daysFor == DayRequest(request);
}

bool Answer::knowsWhatIsAsked(const Request& request) const
{
    return knowsDays(request) && putAsideIsRead && dayFor == ListRequest(request);
}

Answer answered(const Request& request, Answer known, const workbench::Workbench& bench, Pace& pace,
                std::stop_token stop)
{
    if (stop.stop_requested())
        return known;
    const bool asks = !known.knowsWhatIsAsked(request);
    if (!known.records) {
        known.records = timed(pace.reading, bench.store().childCount(), [&] {
            return std::make_shared<const workbench::DayRecords>(
                bench.dayRecords(bench.cohort(request.census)));
        });
        known.putAsideIsRead = true;
    }
    const std::size_t rows = known.whole()->size();
    if (!known.knowsDays(request)) {
        known.days = timed(pace.paidCare, rows, [&] {
            return std::make_shared<const workbench::DaysKnown>(
                workbench::daysKnown(*known.records, request.filter, request.options, stop));
        });
        known.daysFor = DayRequest(request);
    }
    if (!known.putAsideIsRead) {
        auto records = std::make_shared<workbench::DayRecords>(*known.records);
        records->putAside = bench.store().putAsides();
        known.records = std::move(records);
        known.putAsideIsRead = true;
    }
    if (asks) {
        known.day = timed(pace.asking, rows, [&] {
            return workbench::ofTheDay(*known.records, *known.days, request.options, stop);
        });
        known.dayFor = ListRequest(request);
    }
    if (asks || !known.cohort)
        known.asked = timed(pace.filtering, rows, [&] {
            if (!known.cohort)
                known.cohort =
                    std::make_shared<domain::Cohort>(known.whole()->filtered(request.filter));
            return workbench::filtered(known.day, *known.records, request.filter);
        });
    known.findings = timed(pace.analysing, known.cohort->size(), [&] {
        auto findings = std::make_shared<analysis::Findings>(analysis::analyse(
            *known.cohort, withoutResampling(request.options), stop, known.asked));
        // The request in full: what was left out of the answer is for resampling to add.
        findings->options = request.options;
        return findings;
    });
    return known;
}

} // namespace twelvefold::ui
