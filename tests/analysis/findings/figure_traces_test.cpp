// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/figure_traces.h"

#include "analysis/analyse.h"
#include "analysis/findings/council.h"

#include "support/catch.h"

#include <algorithm>

using namespace twelvefold;
using namespace twelvefold::analysis;

namespace {

struct Analysed
{
    domain::Cohort cohort = tests::inventedCouncil(120, 5);
    Findings findings = analyse(cohort, tests::quick());
};

std::vector<std::string> said(const Trace& trace)
{
    std::vector<std::string> lines;
    for (const Message& step : trace.steps)
        lines.push_back(domain::plainEnglish(step));
    return lines;
}

bool says(const Trace& trace, const std::string& words)
{
    const auto lines = said(trace);
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return line.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("a pair's distance is told domain by domain and adds up")
{
    const Analysed council;
    REQUIRE(!council.findings.similarNeed.pairs.empty());
    for (const Pair& pair : council.findings.similarNeed.pairs) {
        const Trace trace = traceOf(council.cohort, council.findings, pair);
        double sum = 0;
        for (const Message& step : trace.steps) {
            if (step.kind.code == "trace-domain-apart")
                sum += static_cast<double>(std::get<std::int64_t>(step.arguments.back()));
        }
        CHECK(sum == pair.distance);
        CHECK(says(trace, "Ratio: "));
        CHECK(says(trace, council.cohort.pseudonym[pair.a] + " costs "));
        CHECK(says(trace, council.cohort.pseudonym[pair.b] + " costs "));
    }
}

TEST_CASE("an expected cost names its comparators, and their median is the figure")
{
    const Analysed council;
    const ExpectedCost& expected = council.findings.expectedCosts.front();
    const Trace trace = traceOf(council.cohort, council.findings, expected);
    CHECK(trace.n == expected.comparatorCount);
    for (std::size_t i = 0; i < std::min<std::size_t>(expected.comparators.size(), 40); ++i)
        CHECK(says(trace, council.cohort.pseudonym[expected.comparators[i]] + " costs "));
    CHECK(says(trace, "The median of their weekly costs is "));
    CHECK(says(trace, "the band that is made to hold 90 %"));
    CHECK_FALSE(trace.formula.empty());
    CHECK_FALSE(trace.reference.empty());
}

TEST_CASE("a correlation says how many it rests on, and who is left out")
{
    const Analysed council;
    for (const Correlation& each : council.findings.correlations) {
        const Trace trace = traceOf(council.cohort, council.findings, each);
        std::size_t left = 0;
        for (const Trace::LeftOut& out : trace.leftOut)
            left += out.n;
        CHECK(trace.n + left == council.cohort.size());
        CHECK(says(trace, "The correlation is ") == each.estimate.has_value());
        CHECK(says(trace, "q = ") == each.q.has_value());
    }
}

TEST_CASE("the figures of a setting are of that setting's children alone")
{
    const Analysed council;
    std::size_t counted = 0;
    for (const SettingSummary& setting : council.findings.cohort.settings) {
        const Trace trace = traceOfMedianCost(council.cohort, setting.setting);
        CHECK(trace.n == setting.withCost);
        counted += traceOfSpend(council.cohort, setting.setting).n;
    }
    CHECK(traceOfSpend(council.cohort).n == counted);
    CHECK(traceOfMedianNeed(council.cohort).n >= council.findings.expectedCosts.size());
}

TEST_CASE("a provider's figures name its children, what they cost together, and its effect")
{
    const Analysed council;
    REQUIRE(!council.findings.providers.empty());
    for (const ProviderSummary& provider : council.findings.providers) {
        const Trace trace = traceOf(council.cohort, council.findings, provider);
        std::size_t left = 0;
        for (const Trace::LeftOut& out : trace.leftOut)
            left += out.n;
        CHECK(trace.n + left == provider.n);
        CHECK(says(trace, "Together: "));
        const ProviderEffect* effect = council.findings.providerCosts.of(provider.provider);
        CHECK(says(trace, "As found, its children cost ") == (effect != nullptr));
    }
}

TEST_CASE("what is similar to a profile that is being written names those it rests on")
{
    const Analysed council;
    const std::vector<std::optional<int>> levels(council.cohort.framework->domainCount(), 1);
    const SimilarChildren similar =
        similarChildren(council.cohort, levels, council.findings.options, {});
    const Trace trace = traceOf(council.cohort, council.findings.options, similar);
    REQUIRE(!similar.rows.empty());
    CHECK(trace.n == similar.withCost);
    CHECK(says(trace, council.cohort.pseudonym[similar.rows.front()] + " costs "));
    CHECK(says(trace, "The median of their weekly costs is "));
}
