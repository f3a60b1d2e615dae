// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "peers.h"
#include "statistics/association/correlation.h"
#include "statistics/description/bootstrap.h"
#include "statistics/groups/random_intercept.h"
#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"
#include "statistics/regression/huber.h"
#include "statistics/regression/least_squares.h"
#include "statistics/regression/mm.h"
#include "statistics/regression/quantile_regression.h"
#include "statistics/similar/similar_need.h"
#include "synthetic_children.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
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

statistics::Design designOf(const SyntheticChildren& children)
{
    statistics::Design design(children.total.size());
    design.intercept();
    for (std::size_t domain = 0; domain < children.levels.size(); ++domain)
        design.column("d" + std::to_string(domain + 1), children.levels[domain]);
    return design;
}

statistics::ProfileTable profilesOf(const SyntheticChildren& children)
{
    statistics::ProfileTable table;
    table.domains = children.levels.size();
    table.costs = children.weeklyCost;
    for (std::size_t child = 0; child < table.costs.size(); ++child)
        for (const std::vector<double>& level : children.levels)
            table.values.push_back(level[child]);
    return table;
}

// What a task takes beside the children themselves.
enum class Table
{
    none,
    design,
    profiles,
    providers,
    cohort
};

// A provider for every forty children, in no order, who adds to what they cost.
struct Providers
{
    std::vector<std::uint32_t> of;
    std::vector<double> logCost;
};

Providers providersOf(const SyntheticChildren& children)
{
    const std::size_t n = children.total.size();
    const std::size_t count = std::max<std::size_t>(n / 40, 1);
    statistics::Random random(20240301, n);
    std::vector<double> effects(count);
    for (double& effect : effects)
        effect = 0.15 * random.normal();
    Providers providers{std::vector<std::uint32_t>(n), children.logCost};
    for (std::size_t child = 0; child < n; ++child) {
        // Everyone has a case, then whoever comes.
        const std::size_t provider =
            child < count ? child
                          : static_cast<std::size_t>(random.uniform() * static_cast<double>(count));
        providers.of[child] = static_cast<std::uint32_t>(provider);
        providers.logCost[child] += effects[provider];
    }
    return providers;
}

// The same children as each method takes them: one table at a time, so that the memory measured is
// that of a method and what it is given.
struct Data
{
    SyntheticChildren children;
    statistics::Design design{0};
    statistics::ProfileTable profiles;
    Providers providers;
    domain::Cohort cohort;
    Table holds = Table::none;

    void hold(Table table)
    {
        if (table == holds)
            return;
        design = statistics::Design(0);
        profiles = {};
        providers = {};
        cohort = {};
        holds = table;
        if (table == Table::design || table == Table::providers)
            design = designOf(children);
        if (table == Table::providers)
            providers = providersOf(children);
        if (table == Table::profiles)
            profiles = profilesOf(children);
        if (table == Table::cohort)
            cohort = benchmarks::syntheticCohort(children);
    }
};

struct Task
{
    const char* name;
    const char* key;  // what its peers are listed under; empty: it has none
    std::size_t most; // children, above which it is left out
    Table table;
    std::function<double(const Data&)> run;
};

const std::vector<Task>& tasks()
{
    constexpr std::size_t kAll = 1000000;
    static const std::vector<Task> list{
        {"Pearson and Spearman, total and cost", "correlation", kAll, Table::none,
         [](const Data& data) {
             return *statistics::pearson(data.children.total, data.children.weeklyCost).estimate +
                    *statistics::spearman(data.children.total, data.children.weeklyCost).estimate;
         }},
        {"Kendall, total and cost", "", kAll, Table::none,
         [](const Data& data) {
             return *statistics::kendall(data.children.total, data.children.weeklyCost).estimate;
         }},
        {"Least squares and HC3, ten domains", "ols", kAll, Table::design,
         [](const Data& data) {
             return statistics::leastSquares(data.design, data.children.logCost)
                 .coefficients[1]
                 .hc3->standardError;
         }},
        {"Effects of providers of forty, REML", "mixed", kAll, Table::providers,
         [](const Data& data) {
             return statistics::randomIntercept(data.design, data.providers.logCost,
                                                data.providers.of)
                 .groupVariance;
         }},
        {"Huber, ten domains, to 1e-10", "huber", kAll, Table::design,
         [](const Data& data) {
             return statistics::huber(data.design, data.children.logCost).scale;
         }},
        {"MM, ten domains", "mm", kAll, Table::design,
         [](const Data& data) {
             return statistics::mmRegression(data.design, data.children.logCost, 1).scale;
         }},
        {"Whole analysis, without resampling", "", kAll, Table::cohort,
         [](const Data& data) {
             analysis::Options options;
             options.bootstrapReplicates = options.chanceDraws = 0;
             return static_cast<double>(
                 analysis::analyse(data.cohort, options).expectedCosts.size());
         }},
        {"Quantiles .5 and .9, ten domains", "quantile", kAll, Table::design,
         [](const Data& data) {
             return statistics::quantileRegression(data.design, data.children.logCost,
                                                   std::vector{0.5, 0.9}, false)[1]
                 .checkLoss;
         }},
        {"The same with standard errors", "", kAll, Table::design,
         [](const Data& data) {
             return statistics::quantileRegression(data.design, data.children.logCost,
                                                   std::vector{0.5, 0.9})[1]
                 .checkLoss;
         }},
        {"BCa of R², 1,999 replicates", "", 10000, Table::none,
         [](const Data& data) {
             return *statistics::bcaOfRSquared(data.children.total, data.children.logCost, 1999, 1)
                         .lower;
         }},
        {"Twenty widest pairs, within one level", "", kAll, Table::profiles,
         [](const Data& data) {
             return statistics::widestPairs(data.profiles, {statistics::Metric::l1, 1}, 20)[0]
                 .ratio;
         }},
        {"The same, each child once", "", kAll, Table::profiles,
         [](const Data& data) {
             return statistics::widestPairsEachChildOnce(data.profiles, {statistics::Metric::l1, 1},
                                                         20)[0]
                 .ratio;
         }},
        {"Pairs counted, within two levels", "", 100000, Table::profiles,
         [](const Data& data) {
             return static_cast<double>(statistics::countPairs(data.profiles,
                                                               {statistics::Metric::l1, 2},
                                                               std::vector<double>{3})
                                            .pairs);
         }},
    };
    return list;
}

} // namespace

namespace {

// Adds up a column in several sums, so that it waits for memory and not for one addition after
// another.
double sumOf(const std::vector<double>& column)
{
    constexpr std::size_t kSums = 16;
    double sums[kSums] = {};
    std::size_t row = 0;
    for (; row + kSums <= column.size(); row += kSums) {
        for (std::size_t i = 0; i < kSums; ++i)
            sums[i] += column[row + i];
    }
    return std::accumulate(column.begin() + static_cast<std::ptrdiff_t>(row), column.end(),
                           std::accumulate(std::begin(sums), std::end(sums), 0.0));
}

// Reading every column once: no method can take less.
double readOnce(const Data& data)
{
    double sum = sumOf(data.children.logCost);
    for (const std::vector<double>& level : data.children.levels)
        sum += sumOf(level);
    return sum;
}

// The most memory that the process has held since forgetPeak(), megabytes; 0 where it cannot be
// told.
double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    }
    return 0;
}
void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << 5;
}

struct Settings
{
    std::size_t least = 0, most = 1000000; // children
    std::size_t mostForPeers = 1000000;
    std::size_t threads = 1;
    std::string only; // tasks with this in their name
};

void measure(std::size_t n, const Settings& settings)
{
    Data data;
    data.children = benchmarks::syntheticChildren(n);
    volatile double kept = 0; // so that no run is optimised away
    const double floor = leastTime([&] { kept = readOnce(data); }).processor;
    std::printf("\n%zu children; reading eleven columns once takes %.3f ms\n", n, floor);
    std::printf("%-38s%10s%10s%10s%9s   peers, and how many times as long\n", "", "processor",
                "clock", "floors", "peak MB");
    const auto peers = n <= settings.mostForPeers ? benchmarks::peersOn(data.children)
                                                  : std::vector<benchmarks::Peer>();
    for (const Task& task : tasks()) {
        if (n > task.most || std::string(task.name).find(settings.only) == std::string::npos)
            continue;
        data.hold(task.table);
        forgetPeak();
        const Time time = leastTime([&] { kept = task.run(data); });
        std::printf("%-38s%10.3f%10.3f%10.1f%9.0f   ", task.name, time.processor, time.wall,
                    time.processor / floor, peakMegabytes());
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

// An argument limits the number of children; --from N leaves out fewer; --only TEXT leaves out
// other tasks; --threads N shares work among so many (one without); --no-peers leaves R and Python
// out,
// --peers-up-to N for more children than that.
int main(int argc, char** argv)
{
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const bool more = i + 1 < argc;
        if (argument == "--no-peers")
            settings.mostForPeers = 0;
        else if (argument == "--peers-up-to" && more)
            settings.mostForPeers = std::strtoull(argv[++i], nullptr, 10);
        else if (argument == "--from" && more)
            settings.least = std::strtoull(argv[++i], nullptr, 10);
        else if (argument == "--only" && more)
            settings.only = argv[++i];
        else if (argument == "--threads" && more)
            settings.threads = std::strtoull(argv[++i], nullptr, 10);
        else
            settings.most = std::strtoull(argv[i], nullptr, 10);
    }
    statistics::useThreads(settings.threads);
    std::printf("least milliseconds of several runs, threads: %zu\n", settings.threads);
    for (const std::size_t n : {std::size_t{534}, std::size_t{1000}, std::size_t{10000},
                                std::size_t{100000}, std::size_t{1000000}}) {
        if (n >= settings.least && n <= settings.most)
            measure(n, settings);
    }
    return 0;
}
