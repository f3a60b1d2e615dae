// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/association/correlation.h"
#include "statistics/description/bootstrap.h"
#include "statistics/description/descriptive.h"
#include "statistics/numbers/random.h"
#include "statistics/numbers/sums.h"
#include "statistics/reference.h"
#include "support/paths.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <sstream>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

using Rows = std::vector<std::size_t>;
using Statistic = std::function<double(const Table&, const Rows&)>;

std::vector<double> pick(const std::vector<double>& column, const Rows& rows)
{
    std::vector<double> values;
    for (std::size_t row : rows)
        values.push_back(column[row]);
    return values;
}

const std::map<std::string, Statistic>& statistics()
{
    static const std::map<std::string, Statistic> table{
        {"law_correlation",
         [](const Table& t, const Rows& rows) {
             return *pearson(pick(t.at("LSAT"), rows), pick(t.at("GPA"), rows)).estimate;
         }},
        {"aircondit_mean",
         [](const Table& t, const Rows& rows) { return *mean(pick(t.at("hours"), rows)); }},
        {"city_ratio",
         [](const Table& t, const Rows& rows) {
             return sum(pick(t.at("x"), rows)) / sum(pick(t.at("u"), rows));
         }},
        {"stackloss_median",
         [](const Table& t, const Rows& rows) { return *median(pick(t.at("stack.loss"), rows)); }},
        {"mtcars_slope",
         [](const Table& t, const Rows& rows) {
             const CentredSums sums = centredSums(pick(t.at("wt"), rows), pick(t.at("mpg"), rows));
             return sums.xy / sums.xx;
         }},
    };
    return table;
}

// R saved which rows it drew, counted from 1.
std::vector<Rows> savedDraws(const std::string& id)
{
    std::ifstream file(testData() / ("analysis/boot_index_" + id + ".csv"));
    std::vector<Rows> draws;
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        Rows rows;
        for (std::string cell; std::getline(cells, cell, ',');)
            rows.push_back(std::stoul(cell) - 1);
        draws.push_back(rows);
    }
    return draws;
}

Rows allBut(std::size_t n, std::size_t left)
{
    Rows rows;
    for (std::size_t i = 0; i < n; ++i)
        if (i != left)
            rows.push_back(i);
    return rows;
}

std::string code(const std::optional<twelvefold::domain::Message>& message)
{
    return message ? std::string(message->kind.code) : std::string();
}

} // namespace

TEST_CASE("From the resamples that R drew, the BCa interval is the one that R gives")
{
    for (const auto& one : referenceCases("bootstrap.json")) {
        const std::string id = one.at("id");
        INFO(id);
        const Statistic& statistic = statistics().at(id);
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const std::size_t n = one.at("n");
        std::vector<double> replicates, leftOut;
        for (const Rows& rows : savedDraws(id))
            replicates.push_back(statistic(table, rows));
        for (std::size_t i = 0; i < n; ++i)
            leftOut.push_back(statistic(table, allBut(n, i)));
        const double estimate = statistic(table, allBut(n, n));
        REQUIRE(replicates.size() == one.at("R"));
        CHECK(relativeError(estimate, one.at("t0")) <= 1e-10);
        const BcaInterval at95 = bcaInterval(replicates, estimate, leftOut);
        CHECK(relativeError(at95.bias, one.at("z0")) <= 1e-10);
        CHECK(relativeError(at95.acceleration, one.at("accel_jackknife")) <= 1e-10);
        CHECK(relativeError(at95.lower.value(), one.at("bca95_jackknife")[0]) <= 1e-10);
        CHECK(relativeError(at95.upper.value(), one.at("bca95_jackknife")[1]) <= 1e-10);
        const BcaInterval at90 = bcaInterval(replicates, estimate, leftOut, 0.9);
        CHECK(relativeError(at90.lower.value(), one.at("bca90_jackknife")[0]) <= 1e-10);
        CHECK(relativeError(at90.upper.value(), one.at("bca90_jackknife")[1]) <= 1e-10);
    }
}

TEST_CASE("The quick interval of R² is the general one of the same draws")
{
    const Table table = referenceTable("data/mtcars.csv");
    const std::vector<double>&x = table.at("wt"), &y = table.at("mpg");
    constexpr int kReplicates = 399;
    constexpr std::uint64_t kSeed = 20260331;
    const auto rSquared = [&](const Rows& rows) {
        const double r = *pearson(pick(x, rows), pick(y, rows)).estimate;
        return r * r;
    };
    std::vector<double> replicates, leftOut;
    for (int k = 0; k < kReplicates; ++k) {
        Random random(kSeed, static_cast<std::uint64_t>(k));
        Rows rows(x.size());
        for (std::size_t& row : rows)
            row = random.below(static_cast<std::uint32_t>(x.size()));
        replicates.push_back(rSquared(rows));
    }
    for (std::size_t i = 0; i < x.size(); ++i)
        leftOut.push_back(rSquared(allBut(x.size(), i)));
    const BcaInterval expected =
        bcaInterval(replicates, rSquared(allBut(x.size(), x.size())), leftOut);
    const BcaInterval actual = bcaOfRSquared(x, y, kReplicates, kSeed);
    CHECK(relativeError(actual.lower.value(), *expected.lower) <= 1e-10);
    CHECK(relativeError(actual.upper.value(), *expected.upper) <= 1e-10);
    CHECK(relativeError(actual.acceleration, expected.acceleration) <= 1e-10);
    CHECK(actual.bias == expected.bias);
}

TEST_CASE("The same seed gives the same interval, another seed a slightly different one")
{
    const Table table = referenceTable("data/engel.csv");
    const std::vector<double>&x = table.at("income"), &y = table.at("foodexp");
    const BcaInterval first = bcaOfRSquared(x, y, 1999, 7);
    const BcaInterval again = bcaOfRSquared(x, y, 1999, 7);
    const BcaInterval other = bcaOfRSquared(x, y, 1999, 8);
    CHECK(first.lower == again.lower);
    CHECK(first.upper == again.upper);
    CHECK(first.lower != other.lower);
    CHECK(*first.lower == Approx(*other.lower).epsilon(0.05));
    const double r = *pearson(x, y).estimate;
    CHECK(*first.lower < r * r);
    CHECK(*first.upper > r * r);
}

TEST_CASE("Where resamples cannot make an interval, the reason is given")
{
    const std::vector<double> x{1, 2, 3, 4, 5, 6}, flat(6, 2.0), line{2, 4, 6, 8, 10, 12};
    CHECK(code(bcaOfRSquared(x, flat, 99, 1).undefined) == "bootstrap-no-spread");
    CHECK(code(bcaOfRSquared(flat, x, 99, 1).undefined) == "bootstrap-no-spread");
    CHECK(code(bcaOfRSquared({}, {}, 99, 1).undefined) == "bootstrap-too-few-cases");
    const std::vector<double> wavy{2, 5, 3, 9, 8, 14};
    CHECK(code(bcaOfRSquared(x, wavy, 0, 1).undefined) == "bootstrap-no-replicates");
    CHECK(code(bcaInterval(std::vector<double>{1, 2, 3}, 9.0, x).undefined) ==
          "bootstrap-one-sided");
    // All on one line: every resample explains everything.
    const BcaInterval perfect = bcaOfRSquared(x, line, 99, 1);
    CHECK((perfect.undefined || *perfect.upper <= 1.0));
    const BcaInterval few = bcaOfRSquared(x, wavy, 99, 1);
    REQUIRE(few.lower);
    CHECK(std::any_of(few.notes.begin(), few.notes.end(),
                      [](const auto& note) { return note.kind.code == "bootstrap-few-cases"; }));
    CHECK(std::any_of(few.notes.begin(), few.notes.end(),
                      [](const auto& note) { return note.kind.code == "bootstrap-near-the-end"; }));
}

TEST_CASE("Replicates that equal the estimate can count half")
{
    const std::vector<double> replicates{1, 2, 2, 2, 2, 3, 3, 3};
    const std::vector<double> leftOut{1, 2, 3};
    CHECK(bcaInterval(replicates, 2.0, leftOut).bias < -1.0); // 1 of 8 below
    CHECK(bcaInterval(replicates, 2.0, leftOut, 0.95, TiesAtTheEstimate::half).bias ==
          Approx(-0.3186393639643752)); // 3 of 8
}

TEST_CASE("A resampling that is stopped says nothing")
{
    std::stop_source stop;
    stop.request_stop();
    const std::vector<double> x{1, 2, 3, 4, 5}, y{2, 1, 4, 3, 5};
    const BcaInterval nothing = bcaOfRSquared(x, y, 1999, 1, 0.95, stop.get_token());
    CHECK_FALSE(nothing.lower);
    CHECK_FALSE(nothing.undefined);
}
