// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/description/robust_univariate.h"

#include "statistics/numbers/random.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

TEST_CASE("Robust figures of one column agree with R")
{
    const auto cases = referenceCases("robust_univariate.json");
    CHECK(cases.size() == 4);
    for (const auto& one : cases) {
        INFO(one.at("id").get<std::string>());
        const RobustColumn column = robustColumn(numbers(one.at("x")));
        const auto agrees = [&](const std::optional<double>& ours, const char* key) {
            INFO(key);
            REQUIRE(ours);
            CHECK(relativeError(*ours, one.at(key).get<double>(), 1e-3) <= 1e-10);
        };
        agrees(column.median, "median");
        agrees(column.mad, "mad_1.4826");
        agrees(column.quartileRange, "iqr_type7");
        agrees(column.trimmed, "trimmed10");
        agrees(column.qn, "Qn");
        agrees(column.sn, "Sn");
        agrees(column.medcouple, "medcouple");
        if (one.at("huber_location").is_number())
            agrees(column.huber, "huber_location");
        const auto box = numbers(one.at("adjbox"));
        CHECK(column.box->whiskerLow == box[0]);
        CHECK(column.box->hingeLow == box[1]);
        CHECK(relativeError(column.box->median, box[2]) <= 1e-14);
        CHECK(column.box->hingeHigh == box[3]);
        CHECK(column.box->whiskerHigh == box[4]);
    }
}

TEST_CASE(
    "Where over half of a column is equal its spread comes from elsewhere, said in a sentence")
{
    const RobustColumn half =
        robustColumn(std::vector<double>{1, 1, 1, 1, 1, 1, 2, 9, 50}); // MAD 0, quartiles 1 and 2
    CHECK(*half.mad == 0);
    CHECK(half.spread->by == SpreadBy::quartiles);
    CHECK(half.spread->value == Approx(1 / 1.3489795));
    CHECK(half.notes.at(0).kind.code == "robust-spread-by-quartiles");
    const double reach = 1.5 * half.spread->value; // 9 and 50 beyond it, 2 within
    CHECK(*half.huber == Approx((6 * 1 + 2 + 2 * reach) / 7));

    const RobustColumn nearly = robustColumn(std::vector<double>{3, 3, 3, 3, 3, 3, 3, 3, 3, 13});
    CHECK(nearly.spread->by == SpreadBy::meanDistance);
    CHECK(nearly.spread->value == Approx(1.2533141373155));
    CHECK(nearly.notes.at(0).kind.code == "robust-spread-by-mean-distance");

    const RobustColumn none = robustColumn(std::vector<double>{3, 3, 3});
    CHECK_FALSE(none.spread);
    CHECK(*none.huber == 3);
    CHECK(*none.medcouple == 0);
    CHECK(none.notes.at(0).kind.code == "robust-spread-all-equal");
}

TEST_CASE("Few values and huge ones are described as far as they can be")
{
    CHECK_FALSE(robustColumn({}).median);
    const RobustColumn one = robustColumn(std::vector<double>{7});
    CHECK(*one.median == 7);
    CHECK_FALSE(one.qn);
    CHECK(one.box->outside == 0);
    const RobustColumn huge =
        robustColumn(std::vector<double>{-1.7e308, -1e308, 0, 1e308, 1.7e308});
    CHECK(*huge.median == 0);
    CHECK(*huge.mad == Approx(1.4826e308));
    CHECK_FALSE(huge.quartileRange); // 2e308 is beyond what a number can hold
    CHECK(huge.box->whiskerHigh == 1.7e308);
}

// Both by looking at every pair.
TEST_CASE("Qn, Sn and the medcouple are those of all pairs", "[oracle]")
{
    for (std::uint64_t stream = 0; stream < 40; ++stream) {
        Random random(7, stream);
        std::vector<double> x(13 + random.below(300));
        for (double& value : x)
            value = stream % 2 == 0 ? std::exp(random.normal()) : random.below(9);
        const RobustColumn column = robustColumn(x);
        std::ranges::sort(x);
        const std::size_t n = x.size();
        std::vector<double> pairs, medians, skews;
        for (std::size_t i = 0; i < n; ++i) {
            std::vector<double> away;
            for (std::size_t j = 0; j < n; ++j) {
                away.push_back(std::fabs(x[i] - x[j]));
                if (j > i)
                    pairs.push_back(x[j] - x[i]);
            }
            std::ranges::sort(away);
            medians.push_back(away[n / 2]);
        }
        std::ranges::sort(pairs);
        std::ranges::sort(medians);
        const double odd = static_cast<double>(n);
        const double sn = 1.1926 * medians[(n + 1) / 2 - 1] * (n % 2 == 1 ? odd / (odd - 0.9) : 1);
        CHECK(*column.sn == Approx(sn).epsilon(1e-14));
        const std::size_t half = n / 2 + 1;
        const double quarter = pairs[half * (half - 1) / 2 - 1];
        CHECK((quarter == 0) == (*column.qn == 0));
        if (quarter > 0) {
            CHECK(*column.qn / quarter > 1.9);
            CHECK(*column.qn / quarter < 2.22);
        }
        if (stream % 2 == 1)
            continue; // values at the median need the places of equals: held by R's figures
        for (const double a : x)
            for (const double b : x)
                if (a >= *column.median && b <= *column.median && a > b)
                    skews.push_back(((a - *column.median) - (*column.median - b)) / (a - b));
        if (n % 2 == 1)
            skews.push_back(0); // the median with itself
        std::ranges::sort(skews);
        const std::size_t many = skews.size();
        CHECK(*column.medcouple ==
              Approx((skews[many / 2] + skews[(many - 1) / 2]) / 2).margin(1e-13));
    }
}
