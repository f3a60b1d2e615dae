// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/findings/compared.h"
#include "analysis/findings/council.h"
#include "analysis/findings/need_line.h"
#include "honesty/promises.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>

namespace twelvefold::honesty {
namespace {

using analysis::Findings;
using statistics::Random;

constexpr std::size_t kDomains = 6;
constexpr int kRatio = 3;

enum class Costs
{
    unrelated, // to need
    ordinary   // lognormal about a line through need
};

std::vector<tests::ChildRow> drawChildren(Random& random, std::size_t n, Costs costs)
{
    std::vector<tests::ChildRow> children(n);
    for (tests::ChildRow& child : children) {
        const double severity = random.normal();
        double total = 0;
        for (std::size_t domain = 0; domain < kDomains; ++domain) {
            const double felt = 0.7 * severity + 0.7 * random.normal();
            int level = 0;
            for (const double cut : {-0.2, 0.5, 1.1, 1.8})
                level += felt > cut ? 1 : 0;
            child.levels.push_back(level);
            total += level;
        }
        const double centre = costs == Costs::ordinary ? 6.3 + 0.08 * total : 6.8;
        child.cost = std::round(100 * std::exp(centre + 0.5 * random.normal())) / 100;
    }
    return children;
}

Findings findingsOf(const std::vector<tests::ChildRow>& children, int draws, std::uint64_t seed)
{
    static const auto framework = tests::plainFramework(kDomains);
    const domain::Cohort cohort = tests::cohortOf(framework, children);
    analysis::Options options;
    options.bootstrapReplicates = 0;
    options.chanceDraws = draws;
    options.seed = seed;
    Findings findings = analysis::analyse(cohort, options);
    if (draws > 0)
        analysis::resample(cohort, findings);
    return findings;
}

using References = std::map<int, analysis::Reference> analysis::SimilarNeed::*;

Promise falseAlarm(const char* name, References reference, Costs costs)
{
    return {.what = std::string(name) + ": p ≤ 0.05 where there is nothing to find, n = 150",
            .nominal = 0.05,
            .theory = Theory::approached,
            .replicates = 2000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                const Findings findings =
                    findingsOf(drawChildren(random, 150, costs), 99, random.bits64());
                const auto& counts = findings.similarNeed.*reference;
                if (const auto found = counts.find(kRatio); found != counts.end())
                    tally.count(found->second.p <= 0.05);
            }};
}

enum class Where
{
    anywhere,
    common // the children whom most others are like
};

// The rows of those to be planted.
std::vector<std::size_t> chosen(const std::vector<tests::ChildRow>& children, std::size_t many,
                                Where where)
{
    std::vector<std::size_t> rows(children.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (where == Where::common) {
        std::vector<int> alike(children.size());
        for (std::size_t a = 0; a < children.size(); ++a) {
            for (const tests::ChildRow& other : children) {
                int apart = 0;
                for (std::size_t domain = 0; domain < kDomains; ++domain)
                    apart += std::abs(children[a].levels[domain] - other.levels[domain]);
                alike[a] += apart <= 2 ? 1 : 0;
            }
        }
        std::ranges::stable_sort(rows, std::greater{}, [&](std::size_t row) { return alike[row]; });
    }
    rows.resize(many);
    return rows;
}

Promise plantedSeen(const char* name, References reference, Costs costs, Where where)
{
    constexpr int kWide = 10;
    const bool unseen = where == Where::anywhere && costs == Costs::unrelated;
    return {.what = std::string(name) +
                    ": p ≤ 0.05, twenty of 300 planted at eight times their "
                    "cost " +
                    (where == Where::common ? "among the most common needs" : "anywhere") +
                    (costs == Costs::unrelated ? ", cost unrelated to need" : ""),
            .nominal = unseen ? 0.05 : 1,
            .theory = unseen ? Theory::none : Theory::approached,
            .replicates = 300,
            .few = 5,
            .draw = [=](Random& random, Tally& tally) {
                auto children = drawChildren(random, 300, costs);
                for (const std::size_t child : chosen(children, 20, where))
                    *children[child].cost *= 8;
                const Findings findings = findingsOf(children, 99, random.bits64());
                const auto& counts = findings.similarNeed.*reference;
                const auto found = counts.find(kWide);
                tally.count(found != counts.end() && found->second.p <= 0.05);
            }};
}

// What nested folds report of the band, on average, against what they are held to.
Promise achieved(std::size_t n)
{
    return {.what = "Coverage of the 90 % band that nested folds report, n = " + std::to_string(n),
            .nominal = 0.9,
            .theory = Theory::approached,
            .allowed = 0.02,
            .replicates = 1000,
            .few = 0,
            .draw = [=](Random& random, Tally& tally) {
                static const auto framework = tests::plainFramework(kDomains);
                const auto children = drawChildren(random, n, Costs::ordinary);
                const auto compared = analysis::compared(tests::cohortOf(framework, children));
                analysis::Options options;
                options.seed = random.bits64();
                const auto share = analysis::achievedCoverage(compared, options, {});
                if (!share)
                    return;
                tally.of = compared.size();
                tally.kept =
                    static_cast<std::size_t>(std::lround(*share * static_cast<double>(tally.of)));
            }};
}

} // namespace

std::vector<Promise> promisesOfFindings()
{
    using analysis::SimilarNeed;
    return {
        achieved(40),
        achieved(200),
        falseAlarm("Dealt at random", &SimilarNeed::dealtAtRandom, Costs::unrelated),
        falseAlarm("Ordinary spread", &SimilarNeed::ordinarySpread, Costs::ordinary),
        plantedSeen("Dealt at random", &SimilarNeed::dealtAtRandom, Costs::unrelated,
                    Where::common),
        plantedSeen("Dealt at random", &SimilarNeed::dealtAtRandom, Costs::unrelated,
                    Where::anywhere),
        plantedSeen("Ordinary spread", &SimilarNeed::ordinarySpread, Costs::ordinary,
                    Where::anywhere),
    };
}

} // namespace twelvefold::honesty
