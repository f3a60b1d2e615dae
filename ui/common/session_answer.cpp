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

Answer answered(const Question& question, Answer known, const workbench::Workbench& bench,
                Pace& pace, std::stop_token stop)
{
    if (stop.stop_requested())
        return known;
    if (!known.whole) {
        const std::size_t rows = bench.store().childCount();
        known.paidCare = nullptr;
        known.whole = timed(pace.reading, rows, [&] { return bench.cohort(question.census); });
    }
    if (!known.paidCare || known.counted != question.filter.costs) {
        known.counted = question.filter.costs;
        known.paidCare = workbench::paidCare(*known.whole, question.filter, question.options, stop);
    }
    if (!known.cohort)
        known.cohort = timed(pace.filtering, known.whole->size(), [&] {
            return std::make_shared<domain::Cohort>(known.whole->filtered(question.filter));
        });
    known.findings = timed(pace.analysing, known.cohort->size(), [&] {
        auto findings = std::make_shared<analysis::Findings>(analysis::analyse(
            *known.cohort, withoutResampling(question.options), stop, known.paidCare));
        // The question in full: what was left out of the answer is for resampling to add.
        findings->options = question.options;
        return findings;
    });
    return known;
}

} // namespace twelvefold::ui
