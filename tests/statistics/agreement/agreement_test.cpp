// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/agreement/agreement.h"
#include "statistics/agreement/krippendorff.h"
#include "statistics/reference.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

struct Square
{
    std::vector<double> counts;
    std::size_t categories = 0;
};

Square squareOf(const nlohmann::json& rows)
{
    Square square{{}, rows.size()};
    for (const auto& row : rows)
        for (const auto& count : row)
            square.counts.push_back(count.get<double>());
    return square;
}

void checkClose(std::optional<double> actual, double expected)
{
    REQUIRE(actual);
    // A standard error of 0 is so to rounding in R.
    CHECK(relativeError(*actual, expected, 1e-4) <= 1e-10);
}

std::vector<std::vector<double>> unitsOf(const nlohmann::json& rows)
{
    std::vector<std::vector<double>> units;
    for (const auto& row : rows) {
        auto& unit = units.emplace_back();
        for (const auto& rating : row)
            if (rating.is_number())
                unit.push_back(rating.get<double>());
    }
    return units;
}

RatingLevel levelOf(const std::string& name)
{
    return name == "nominal"    ? RatingLevel::nominal
           : name == "ordinal"  ? RatingLevel::ordinal
           : name == "interval" ? RatingLevel::interval
                                : RatingLevel::ratio;
}

const std::vector<double> kFirst{0, 1, 2, 3, 4, 2, 1, 3}, kSecond{0, 2, 2, 4, 4, 1, 1, 3};

} // namespace

TEST_CASE("Kappa of two raters and its error agree with vcd::Kappa, whatever the weights")
{
    std::size_t compared = 0;
    for (const auto& one : referenceCases("reliability.json")) {
        if (one.at("method") != "cohen_kappa")
            continue;
        INFO(one.at("id").get<std::string>());
        const Square table = squareOf(one.at("table"));
        const auto check = [&](KappaWeights weights, const char* estimate, const char* error) {
            const Agreement result = kappaOfTable(
                table.counts, disagreementWeights(weights, table.categories), table.categories);
            CHECK(result.n == one.at("n").get<std::size_t>());
            checkClose(result.estimate, one.at(estimate).get<double>());
            checkClose(result.standardError, one.at(error).get<double>());
        };
        check(KappaWeights::none, "kappa", "ase");
        check(KappaWeights::linear, "kappa_linear", "ase_linear");
        check(KappaWeights::quadratic, "kappa_quadratic", "ase_quadratic");
        ++compared;
    }
    CHECK(compared == 5);
}

TEST_CASE("Cohen's own weights give Cohen's own kappa")
{
    const auto cases = referenceCases("reliability.json");
    const auto& expected = caseOf(cases, "cohen1968_custom_weights");
    const Table table = referenceTable("data/cohen1968.csv");
    std::vector<double> counts = table.at("proportion");
    for (double& count : counts)
        count *= 200;
    const Agreement result = kappaOfTable(counts, table.at("weight"), 3);
    checkClose(result.estimate, expected.at("weighted_kappa").get<double>());
    checkClose(kappaOfTable(counts, disagreementWeights(KappaWeights::none, 3), 3).estimate,
               expected.at("kappa").get<double>());
}

TEST_CASE("Kappa of two columns counts the categories of the scale, used or not")
{
    const std::vector<double> scale{0, 1, 2, 3, 4}, first{0, 1, 4, 4, 0}, second{0, 4, 4, 1, 1};
    const Agreement used = kappa(first, second, KappaWeights::linear);
    const Agreement named = kappa(first, second, KappaWeights::linear, scale);
    CHECK(*used.estimate != *named.estimate); // 1 to 4 is one step, or three
    CHECK(*kappa(first, second, KappaWeights::none).estimate ==
          Approx(*kappa(first, second, KappaWeights::none, scale).estimate));
    const Agreement off = kappa(std::vector<double>{0, 1, 9}, std::vector<double>{0, 1, 2},
                                KappaWeights::none, scale);
    CHECK(off.n == 2);
    CHECK(off.dropped == 1);
}

TEST_CASE("Where kappa cannot be told, a sentence says why")
{
    const auto none = KappaWeights::none;
    CHECK(kappa({}, {}, none).undefined->kind.code == "agreement-nobody");
    const std::vector<double> ones(5, 1.0);
    CHECK(kappa(ones, ones, none).undefined->kind.code == "agreement-one-category");
    const Agreement perfect = kappa(kFirst, kFirst, KappaWeights::quadratic);
    CHECK(*perfect.estimate == 1);
    CHECK(*perfect.standardError == 0);
    CHECK(perfect.notes.at(0).kind.code == "agreement-perfect");
    const std::vector<double> zero{0}, one{1};
    const Agreement single = kappa(zero, one, none);
    CHECK(*single.estimate == 0);
    CHECK_FALSE(single.lower);
    // Opposite raters disagree more than chance would have it: the figure is shown.
    const std::vector<double> up{0, 0, 1, 1}, down{1, 1, 0, 0};
    CHECK(*kappa(up, down, none).estimate == -1);
}

TEST_CASE("Fleiss' kappa agrees with his example and another published one")
{
    std::size_t compared = 0;
    for (const auto& one : referenceCases("reliability.json")) {
        if (one.at("method") != "fleiss_kappa")
            continue;
        INFO(one.at("id").get<std::string>());
        std::vector<std::uint32_t> counts;
        for (const auto& row : one.at("counts"))
            for (const auto& count : row)
                counts.push_back(count.get<std::uint32_t>());
        const FleissKappa result = fleissKappa(counts, one.at("counts").at(0).size());
        checkClose(result.estimate, one.at("kappa").get<double>());
        checkClose(result.nullStandardError, one.at("se_null").get<double>());
        checkClose(result.z, one.at("z").get<double>());
        CHECK(*result.lower < *result.estimate);
        CHECK(*result.upper > *result.estimate);
        ++compared;
    }
    CHECK(compared == 2);
}

TEST_CASE("Fleiss' kappa refuses what it is not made for")
{
    CHECK(fleissKappa({}, 3).undefined->kind.code == "agreement-nobody");
    CHECK(fleissKappa(std::vector<std::uint32_t>{2, 0, 1, 2}, 2).undefined->kind.code ==
          "agreement-uneven-raters");
    CHECK(fleissKappa(std::vector<std::uint32_t>{1, 0, 0, 1}, 2).undefined->kind.code ==
          "agreement-uneven-raters");
    CHECK(fleissKappa(std::vector<std::uint32_t>{3, 0, 3, 0}, 2).undefined->kind.code ==
          "agreement-one-category");
}

TEST_CASE("Krippendorff's alpha agrees with his examples on every level, ratings missing")
{
    std::size_t compared = 0;
    for (const auto& one : referenceCases("reliability.json")) {
        if (one.at("method") != "krippendorff_alpha")
            continue;
        INFO(one.at("id").get<std::string>());
        AlphaOptions options;
        options.level = levelOf(one.at("level").get<std::string>());
        options.replicates = 0;
        const KrippendorffAlpha result =
            krippendorffAlpha(unitsOf(one.at("units_by_raters")), options);
        checkClose(result.estimate, one.at("alpha").get<double>());
        checkClose(result.observed, one.at("D_o").get<double>());
        checkClose(result.expected, one.at("D_e").get<double>());
        CHECK(result.pairable == one.at("n_pairable").get<std::size_t>());
        ++compared;
    }
    CHECK(compared == 7);
}

TEST_CASE("Alpha's interval is the same for any order of children and raters")
{
    const auto cases = referenceCases("reliability.json");
    auto units = unitsOf(caseOf(cases, "krippendorff_c_ordinal").at("units_by_raters"));
    const KrippendorffAlpha result = krippendorffAlpha(units);
    REQUIRE(result.lower);
    CHECK(*result.lower < *result.estimate);
    CHECK(*result.upper > *result.estimate);
    CHECK(*result.standardError > 0);
    CHECK(result.dropped == 1);
    std::reverse(units.begin(), units.end());
    for (auto& unit : units)
        std::reverse(unit.begin(), unit.end());
    const KrippendorffAlpha again = krippendorffAlpha(units);
    CHECK(*again.estimate == *result.estimate);
    CHECK(*again.lower == *result.lower);
    CHECK(*again.upper == *result.upper);
    CHECK(*again.standardError == *result.standardError);
}

TEST_CASE("Where alpha cannot be told, a sentence says why")
{
    using Units = std::vector<std::vector<double>>;
    CHECK(krippendorffAlpha(Units{}).undefined->kind.code == "alpha-too-few");
    CHECK(krippendorffAlpha(Units{{1}, {2}, {}}).undefined->kind.code == "alpha-too-few");
    CHECK(krippendorffAlpha(Units{{1, 1}, {1, 1}, {2}}).undefined->kind.code == "alpha-one-value");
    AlphaOptions ratio;
    ratio.level = RatingLevel::ratio;
    CHECK(krippendorffAlpha(Units{{-1, 1}, {2, 3}}, ratio).undefined->kind.code ==
          "alpha-negative-ratio");
    const KrippendorffAlpha perfect = krippendorffAlpha(Units{{1, 1}, {2, 2, 2}, {3, 3}});
    CHECK(*perfect.estimate == 1);
    CHECK(*perfect.lower == 1);
    // Everybody differs from everybody else: worse than chance, and shown so.
    CHECK(*krippendorffAlpha(Units{{1, 4}, {4, 1}, {1, 4}}).estimate < 0);
}
