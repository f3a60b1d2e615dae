// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "analysis/methods/bootstrap.h"
#include "analysis/methods/correlation.h"
#include "analysis/methods/huber.h"
#include "analysis/methods/least_squares.h"
#include "analysis/methods/mm.h"
#include "analysis/methods/quantile_regression.h"
#include "analysis/numbers/parallel.h"
#include "analysis/similar/similar_need.h"
#include "peers.h"
#include "synthetic_children.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

// Prints the least time of each method by number of children: on the clock, and of the processor,
// which is the one to go by on a machine that is busy; beside what R and Python take for the same
// and beside reading the columns once.
namespace {

using namespace twelvefold;
using benchmarks::SyntheticChildren;
using Clock = std::chrono::steady_clock;

struct Time
{
    double wall = 0, processor = 0; // milliseconds
};

Time timeOf(const std::function<void()>& work)
{
    const auto wall = Clock::now();
    const std::clock_t processor = std::clock();
    work();
    return {std::chrono::duration<double, std::milli>(Clock::now() - wall).count(),
            1000.0 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

double least(const std::vector<Time>& runs, double Time::*part)
{
    double time = runs.front().*part;
    for (const Time& run : runs)
        time = std::min(time, run.*part);
    return time;
}

// Of at least five runs after one to warm up, and of more while they are short.
Time leastTime(const std::function<void()>& work)
{
    constexpr double kEnough = 400.0;
    std::vector<Time> runs;
    double spent = timeOf(work).wall;
    while (runs.size() < 5 || (spent < kEnough && runs.size() < 501)) {
        runs.push_back(timeOf(work));
        spent += runs.back().wall;
    }
    return {least(runs, &Time::wall), least(runs, &Time::processor)};
}

analysis::Design designOf(const SyntheticChildren& children)
{
    analysis::Design design(children.total.size());
    design.intercept();
    for (std::size_t domain = 0; domain < children.levels.size(); ++domain)
        design.column("d" + std::to_string(domain + 1), children.levels[domain]);
    return design;
}

analysis::ProfileTable profilesOf(const SyntheticChildren& children)
{
    analysis::ProfileTable table;
    table.domains = children.levels.size();
    table.costs = children.weeklyCost;
    for (std::size_t child = 0; child < table.costs.size(); ++child)
        for (const std::vector<double>& level : children.levels)
            table.values.push_back(level[child]);
    return table;
}

// The same children as each method takes them.
struct Data
{
    SyntheticChildren children;
    analysis::Design design;
    analysis::ProfileTable profiles;
    domain::Cohort cohort;
};

struct Task
{
    const char* name;
    const char* key;  // what its peers are listed under; empty: it has none
    std::size_t most; // children, above which it is left out
    std::function<double(const Data&)> run;
};

const std::vector<Task>& tasks()
{
    constexpr std::size_t kAll = 1000000;
    static const std::vector<Task> list{
        {"Pearson and Spearman, total and cost", "correlation", kAll,
         [](const Data& data) {
             return *analysis::pearson(data.children.total, data.children.weeklyCost).estimate +
                    *analysis::spearman(data.children.total, data.children.weeklyCost).estimate;
         }},
        {"Kendall, total and cost", "", kAll,
         [](const Data& data) {
             return *analysis::kendall(data.children.total, data.children.weeklyCost).estimate;
         }},
        {"Least squares and HC3, ten domains", "ols", kAll,
         [](const Data& data) {
             return analysis::leastSquares(data.design, data.children.logCost)
                 .coefficients[1]
                 .hc3->standardError;
         }},
        {"Huber, ten domains, to 1e-10", "huber", kAll,
         [](const Data& data) {
             return analysis::huber(data.design, data.children.logCost).scale;
         }},
        {"MM, ten domains", "mm", kAll,
         [](const Data& data) {
             return analysis::mmRegression(data.design, data.children.logCost, 1).scale;
         }},
        {"Whole analysis, without resampling", "", 100000,
         [](const Data& data) {
             analysis::Options options;
             options.bootstrapReplicates = options.chanceDraws = 0;
             return static_cast<double>(analysis::analyse(data.cohort, options).flags.size());
         }},
        {"Quantiles .5 and .9, ten domains", "quantile", kAll,
         [](const Data& data) {
             return analysis::quantileRegression(data.design, data.children.logCost,
                                                 std::vector{0.5, 0.9}, false)[1]
                 .checkLoss;
         }},
        {"The same with standard errors", "", kAll,
         [](const Data& data) {
             return analysis::quantileRegression(data.design, data.children.logCost,
                                                 std::vector{0.5, 0.9})[1]
                 .checkLoss;
         }},
        {"BCa of R², 1,999 replicates", "", 10000,
         [](const Data& data) {
             return *analysis::bcaOfRSquared(data.children.total, data.children.logCost, 1999, 1)
                         .lower;
         }},
        {"Twenty widest pairs, within one level", "", kAll,
         [](const Data& data) {
             return analysis::widestPairs(data.profiles, {analysis::Metric::l1, 1}, 20)[0].ratio;
         }},
        {"The same, each child once", "", kAll,
         [](const Data& data) {
             return analysis::widestPairsEachChildOnce(data.profiles, {analysis::Metric::l1, 1},
                                                       20)[0]
                 .ratio;
         }},
        {"Pairs counted, within two levels", "", 100000,
         [](const Data& data) {
             return static_cast<double>(analysis::countPairs(data.profiles,
                                                             {analysis::Metric::l1, 2},
                                                             std::vector<double>{3})
                                            .pairs);
         }},
    };
    return list;
}

} // namespace

namespace {

// Reading every column once: no method can take less.
double readOnce(const Data& data)
{
    double sum = 0;
    for (const std::vector<double>& level : data.children.levels)
        sum += std::accumulate(level.begin(), level.end(), 0.0);
    return sum + std::accumulate(data.children.logCost.begin(), data.children.logCost.end(), 0.0);
}

Data dataOf(std::size_t n)
{
    SyntheticChildren children = benchmarks::syntheticChildren(n);
    analysis::Design design = designOf(children);
    analysis::ProfileTable profiles = profilesOf(children);
    domain::Cohort cohort;
    if (n <= 100000)
        cohort = benchmarks::syntheticCohort(children);
    return {std::move(children), std::move(design), std::move(profiles), std::move(cohort)};
}

void measure(std::size_t n, bool withPeers)
{
    const Data data = dataOf(n);
    volatile double kept = 0; // so that no run is optimised away
    const double floor = leastTime([&] { kept = readOnce(data); }).processor;
    std::printf("\n%zu children; reading eleven columns once takes %.3f ms\n", n, floor);
    std::printf("%-38s%10s%10s%10s   peers, and how many times as long\n", "", "processor", "clock",
                "floors");
    const auto peers =
        withPeers ? benchmarks::peersOn(data.children) : std::vector<benchmarks::Peer>();
    for (const Task& task : tasks()) {
        if (n > task.most)
            continue;
        const Time time = leastTime([&] { kept = task.run(data); });
        std::printf("%-38s%10.3f%10.3f%10.1f   ", task.name, time.processor, time.wall,
                    time.processor / floor);
        for (const benchmarks::Peer& peer : peers) {
            if (peer.task == task.key)
                std::printf("%s %.1f ms (%.1f)  ", peer.program.c_str(), peer.milliseconds,
                            peer.milliseconds / time.processor);
        }
        std::printf("\n");
        std::fflush(stdout);
    }
}

} // namespace

// An argument limits the number of children; --threads N shares work among so many (one without);
// --no-peers leaves R and Python out.
int main(int argc, char** argv)
{
    std::size_t most = 1000000, threads = 1;
    bool withPeers = true;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--no-peers")
            withPeers = false;
        else if (argument == "--threads" && i + 1 < argc)
            threads = std::strtoull(argv[++i], nullptr, 10);
        else
            most = std::strtoull(argv[i], nullptr, 10);
    }
    analysis::useThreads(threads);
    std::printf("least milliseconds of several runs, threads: %zu\n", threads);
    for (const std::size_t n : {std::size_t{534}, std::size_t{1000}, std::size_t{10000},
                                std::size_t{100000}, std::size_t{1000000}}) {
        if (n <= most)
            measure(n, withPeers);
    }
    return 0;
}
