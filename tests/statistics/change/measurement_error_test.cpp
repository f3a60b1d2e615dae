// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/change/measurement_error.h"
#include "statistics/numbers/random.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace twelvefold::statistics;

namespace {

// Peak expiratory flow of 17 people, measured twice with each of two meters (Bland & Altman 1986,
// Lancet i: 307, table 1). Their coefficients of repeatability, 2√(Σd²/n), are 43.2 and 56.4.
const std::vector<double> largeMeter{494, 395, 516, 434, 476, 557, 413, 442, 650,
                                     433, 417, 656, 267, 478, 178, 423, 427};
const std::vector<double> largeAgain{490, 397, 512, 401, 470, 611, 415, 431, 638,
                                     429, 420, 633, 275, 492, 165, 372, 421};
const std::vector<double> miniMeter{512, 430, 520, 428, 500, 600, 364, 380, 658,
                                    445, 432, 626, 260, 477, 259, 350, 451};
const std::vector<double> miniAgain{525, 415, 508, 444, 500, 625, 460, 390, 642,
                                    432, 420, 605, 227, 467, 268, 370, 443};

void checkToTenDigits(std::optional<double> actual, double expected)
{
    REQUIRE(actual);
    CHECK(*actual == Approx(expected).epsilon(1e-10));
}

MeasurementError known(double standardError, std::optional<double> lower = {},
                       std::optional<double> upper = {})
{
    MeasurementError error;
    error.pairs = 100;
    error.standardError = standardError;
    error.lower = lower;
    error.upper = upper;
    return error;
}

// A total of twelve domains as one rater sees it, in whole levels.
double rating(const std::vector<double>& need, Random& random)
{
    double total = 0;
    for (const double level : need)
        total += std::clamp(std::round(level + 0.35 * random.normal()), 0.0, 4.0);
    return total;
}

std::vector<double> needOfSomebody(Random& random)
{
    const double person = 1.5 + 0.8 * random.normal();
    std::vector<double> need(12);
    for (double& level : need)
        level = person + 0.6 * random.normal();
    return need;
}

} // namespace

// scipy 1.10: sd(d, ddof=1) / √2, times √(16 / chi2.ppf(.975 and .025, 16)).
TEST_CASE("the standard error of measurement is that of published repeated measurements")
{
    const MeasurementError large = measurementError(largeMeter, largeAgain);
    checkToTenDigits(large.standardError, 15.361214527657173);
    checkToTenDigits(large.lower, 11.440569237748337);
    checkToTenDigits(large.upper, 23.378677079472947);
    checkToTenDigits(large.meanDifference, -4.9411764705882355);
    const MeasurementError mini = measurementError(miniMeter, miniAgain);
    checkToTenDigits(mini.standardError, 20.415806304401094);
    checkToTenDigits(mini.lower, 15.205076730712292);
    checkToTenDigits(mini.upper, 31.071406629229344);
    checkToTenDigits(reliableChangeOf(*mini.standardError).smallest, 56.58868806890349);
    CHECK_FALSE(mini.undefined);
}

TEST_CASE("which rating comes first, and how high they all are, is no part of the noise")
{
    const MeasurementError plain = measurementError(miniMeter, miniAgain);
    CHECK(measurementError(miniAgain, miniMeter).standardError == plain.standardError);
    std::vector<double> high = miniMeter, highAgain = miniAgain;
    for (std::size_t i = 0; i < high.size(); ++i) {
        high[i] += 1e9;
        highAgain[i] += 1e9 + 3; // a second rater who is always stricter by three
    }
    checkToTenDigits(measurementError(high, highAgain).standardError, *plain.standardError);
}

TEST_CASE("raters who never differ have no noise, and fewer than two pairs say nothing")
{
    const std::vector<double> same{4, 9, 9, 30};
    const MeasurementError none = measurementError(same, same);
    CHECK(none.standardError == 0.0);
    CHECK(none.lower == 0.0);
    CHECK(none.upper == 0.0);
    CHECK(changedByNoise(50, 0, 1, none).expected == 0);
    CHECK(changedByNoise(50, 0, 1, none).upper == 0);
    const std::vector<double> one{4};
    CHECK(measurementError(one, one).undefined->kind.code == "measurement-error-too-few");
    CHECK_FALSE(measurementError({}, {}).standardError);
    CHECK(changedByNoise(50, 3, 1, measurementError({}, {})).expected == 0);
}

TEST_CASE("reliability is what of the spread of totals is not noise")
{
    CHECK(*reliabilityAmong(1.5, 25) == Approx(0.91));
    CHECK(*reliabilityAmong(5, 16) == Approx(-0.5625)); // more noise than spread
    CHECK_FALSE(reliabilityAmong(1.5, 0));
}

// scipy 1.10: norm.sf((floor(beyond) + .5) / (√2 SEM)); binom.ppf(.025 and .975, 300, p), whose
// distances are joined with those of the counts that the ends of SEM give.
TEST_CASE("noise alone counts some children as changed, by whole levels")
{
    const MeasurementError error = known(1.45, 1.2, 1.8);
    const double beyond = reliableChangeOf(1.45).smallest;
    CHECK(beyond == Approx(4.019121090614066));
    const ByNoise count = changedByNoise(300, beyond, 1, error);
    checkToTenDigits(count.chance, 0.014100843570953753);
    checkToTenDigits(count.expected, 4.230253071286126);
    CHECK(count.lower == 0);
    checkToTenDigits(count.upper, 12.97946538177581);
    // Without steps a change of more than that is the 2.5 % that it is made for.
    CHECK(changedByNoise(300, beyond, 0, error).chance == Approx(0.025));
    // More than four whole levels is five or more, and so is more than 4 and a little.
    CHECK(changedByNoise(300, 4, 1, error).chance == count.chance);
    CHECK(changedByNoise(300, 3.999, 1, error).chance > count.chance);
    CHECK(changedByNoise(0, beyond, 1, error).upper == 0);
    const ByNoise exact = changedByNoise(300, beyond, 1, known(1.45));
    CHECK(exact.lower == 1);
    CHECK(exact.upper == 9);
}

TEST_CASE("counts of change on pure noise lie within noise's own interval")
{
    constexpr int kCouncils = 400;
    constexpr std::size_t kPairs = 60, kChildren = 250;
    int better = 0, worse = 0;
    double counted = 0, expected = 0;
    for (std::uint64_t council = 0; council < kCouncils; ++council) {
        Random random(20260331, council);
        std::vector<double> first, second;
        for (std::size_t pair = 0; pair < kPairs; ++pair) {
            const auto need = needOfSomebody(random);
            first.push_back(rating(need, random));
            second.push_back(rating(need, random));
        }
        const MeasurementError error = measurementError(first, second);
        const double beyond = reliableChangeOf(*error.standardError).smallest;
        const ByNoise byNoise = changedByNoise(kChildren, beyond, 1, error);
        std::size_t fell = 0, rose = 0;
        for (std::size_t child = 0; child < kChildren; ++child) {
            const auto need = needOfSomebody(random); // the same then and now
            const double change = rating(need, random) - rating(need, random);
            fell += change < -beyond ? 1 : 0;
            rose += change > beyond ? 1 : 0;
        }
        const auto within = [&](std::size_t count) {
            return static_cast<double>(count) >= byNoise.lower &&
                   static_cast<double>(count) <= byNoise.upper;
        };
        better += within(fell) ? 1 : 0;
        worse += within(rose) ? 1 : 0;
        counted += static_cast<double>(fell + rose) / 2;
        expected += byNoise.expected;
    }
    CHECK(better >= 0.93 * kCouncils);
    CHECK(worse >= 0.93 * kCouncils);
    CHECK(counted / expected == Approx(1).margin(0.1));
}

// scipy 1.10: 2 t.sf(|slope − r| / √(se² + se_r²), 98).
TEST_CASE("the slope of now on then is held against the reliability and not against 1")
{
    CHECK(*slopeAgainstReliability(0.6, 0.05, 98, 0.9, 0.03) == Approx(1.37514072636423e-06));
    CHECK(*slopeAgainstReliability(0.85, 0.05, 98, 0.9, 0.03) == Approx(0.3932647078828334));
    CHECK_FALSE(slopeAgainstReliability(0.85, 0, 98, 0.9, 0));
    CHECK_FALSE(slopeAgainstReliability(0.85, 0.1, 0, 0.9, 0));
}

TEST_CASE("half the distances are within the smallest one that has half below or at it")
{
    CHECK(*halfAreWithin(std::vector<double>{3}) == 3);
    CHECK(*halfAreWithin(std::vector<double>{5, 2}) == 2); // one of two is half of them
    CHECK(*halfAreWithin(std::vector<double>{5, 2, 4}) == 4);
    CHECK(*halfAreWithin(std::vector<double>{4, 4, 4, 9, 0, 1}) == 4);
    CHECK_FALSE(halfAreWithin({}));
}
