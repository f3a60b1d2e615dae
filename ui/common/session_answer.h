// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "workbench/workbench.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

// What a session asks of its store and is answered, in stages: the records of a day, what is known
// of that day whoever is compared, those whom the filter lets through, what is found of them.
namespace twelvefold::ui {

using Clock = std::chrono::steady_clock;

struct Request
{
    domain::Date census;
    domain::CohortFilter filter;
    analysis::Options options;
};

// What paid care hangs on besides the records, and then what is asked: no filter, and nothing that
// a slider moves.
struct DayRequest
{
    domain::CostScope counted;
    double coverage = 0;
    std::uint64_t seed = 0;

    explicit DayRequest(const Request& request);
    bool operator==(const DayRequest&) const = default;
};
struct ListRequest
{
    analysis::Metric metric = analysis::Metric::l1;
    std::optional<double> reliability;

    explicit ListRequest(const Request& request);
    bool operator==(const ListRequest&) const = default;
};

// Each part is null until it is worked out, and again when what it stands for has changed.
struct Answer
{
    std::shared_ptr<const workbench::DayRecords> records;
    bool putAsideIsRead = false;                      // the records speak of what is put aside now
    std::shared_ptr<const workbench::DaysKnown> days; // of the whole, and a month earlier
    std::optional<DayRequest> daysFor;
    analysis::OfTheDay day; // of the whole, whatever the filter
    std::optional<ListRequest> dayFor;
    std::shared_ptr<const domain::Cohort> cohort;
    analysis::OfTheDay asked; // of those whom the filter lets through
    std::shared_ptr<const analysis::Findings> findings;

    std::shared_ptr<const domain::Cohort> whole() const;
    void forgetRecords();
    bool knowsDays(const Request& request) const;
    bool knowsWhatIsAsked(const Request& request) const;
};

// How long the stages of an answer took, by child, when they were last worked out.
struct Pace
{
    std::optional<Clock::duration> reading, paidCare, asking, filtering, analysing;
};

// Works out what the answer known so far lacks, without resampling. From any thread.
Answer answered(const Request& request, Answer known, const workbench::Workbench& bench, Pace& pace,
                std::stop_token stop);

} // namespace twelvefold::ui
