// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "workbench/workbench.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

// What a session asks and is answered, in stages: the records of a day, those whom the filter lets
// through, what is found of them.
namespace twelvefold::ui {

using Clock = std::chrono::steady_clock;

struct Question
{
    domain::Date census;
    domain::CohortFilter filter;
    analysis::Options options;
};

struct Answer
{
    std::shared_ptr<const domain::Cohort> whole, cohort;
    std::shared_ptr<const analysis::PaidCare> paidCare; // of the whole, whatever the filter
    domain::CostScope counted;                          // the costs it was worked out with
    std::shared_ptr<const analysis::Findings> findings;
};

// How long the stages of an answer took, by child, when they were last worked out.
struct Pace
{
    std::optional<Clock::duration> reading, filtering, analysing;
};

// Works out what the answer known so far lacks, without resampling. From any thread.
Answer answered(const Question& question, Answer known, const workbench::Workbench& bench,
                Pace& pace, std::stop_token stop);

} // namespace twelvefold::ui
