// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/numbers/random.h"
#include "statistics/reference.h"
#include "statistics/regression/least_squares.h"
#include "statistics/shares/shapley.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace twelvefold::statistics;
using namespace twelvefold::tests;

namespace {

std::vector<ModelGroup> singly(const std::vector<std::vector<double>>& columns)
{
    std::vector<ModelGroup> groups;
    for (std::size_t i = 0; i < columns.size(); ++i)
        groups.push_back({"x" + std::to_string(i + 1), {columns[i]}, {}});
    return groups;
}

// Columns that go together, and a response that follows some of them.
struct Drawn
{
    std::vector<std::vector<double>> x;
    std::vector<double> y;
};

Drawn drawn(std::size_t n, std::size_t columns, std::uint64_t seed)
{
    Random random(seed);
    Drawn result{std::vector(columns, std::vector<double>(n)), std::vector<double>(n)};
    for (std::size_t i = 0; i < n; ++i) {
        const double common = random.normal();
        result.y[i] = common + random.normal();
        for (std::size_t j = 0; j < columns; ++j) {
            result.x[j][i] = 0.7 * common + random.normal() + 100.0 * static_cast<double>(j);
            result.y[i] += result.x[j][i] / (2.0 + static_cast<double>(j));
        }
    }
    return result;
}

double rSquaredOf(const std::vector<std::vector<double>>& x, std::size_t chosen,
                  std::span<const double> y)
{
    Design design(y.size());
    design.intercept();
    for (std::size_t j = 0; j < x.size(); ++j)
        if ((chosen >> j & 1U) != 0)
            design.column("x" + std::to_string(j), x[j]);
    return leastSquares(design, y).rSquared.value_or(0);
}

} // namespace

TEST_CASE("Shares of R² agree with relaimpo's and with every sub-model fitted in R")
{
    for (const auto& one : referenceCases("lmg.json")) {
        INFO(one.at("id").get<std::string>());
        const Table table = referenceTable("data/" + one.at("data").get<std::string>() + ".csv");
        const auto& y = table.at(one.at("y").get<std::string>());
        // A group's name joins its columns' by a plus sign.
        std::vector<ModelGroup> groups;
        for (const auto& [name, value] : one.at("lmg").items()) {
            ModelGroup group{name, {}, {}};
            for (std::size_t from = 0; from <= name.size();) {
                const std::size_t to = std::min(name.find('+', from), name.size());
                group.columns.push_back(table.at(name.substr(from, to - from)));
                from = to + 1;
            }
            groups.push_back(group);
        }
        // The file keeps its keys in order of their names, its lists in the model's order.
        std::vector<std::string> inModel;
        for (const auto& x : one.at("x"))
            inModel.push_back(x.get<std::string>());
        std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
            const auto place = [&](const ModelGroup& group) {
                const std::string first = group.name.substr(0, group.name.find('+'));
                return std::find(inModel.begin(), inModel.end(), first);
            };
            return place(a) < place(b);
        });
        const SubModels models(y, groups);
        const Shapley result = shapley(models, eachAlone(models), 1);
        REQUIRE_FALSE(result.undefined);
        CHECK(relativeError(result.rSquared, one.at("r2").get<double>()) <= 1e-10);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const ShapleyShare& own = result.groups[g];
            INFO(own.name);
            CHECK(relativeError(own.contribution, one.at("lmg").at(own.name).get<double>()) <=
                  1e-10);
            CHECK(relativeError(*own.share, one.at("share")[g].get<double>()) <= 1e-10);
            CHECK(relativeError(own.alone, one.at("first")[g].get<double>()) <= 1e-10);
            CHECK(relativeError(own.last, one.at("last")[g].get<double>(), 1e-3) <= 1e-10);
        }
    }
}

TEST_CASE("Every sub-model's R² is that of a fit of its own")
{
    const Drawn data = drawn(60, 6, 3);
    const SubModels models(data.y, singly(data.x));
    const auto choices = models.everyChoice();
    for (std::size_t chosen = 0; chosen < choices.rSquared.size(); ++chosen)
        CHECK(choices.rSquared[chosen] ==
              Approx(rSquaredOf(data.x, chosen, data.y)).epsilon(1e-12).margin(1e-14));
}

TEST_CASE("Columns that nearly follow from one another keep their digits")
{
    // The second column is the first and a millionth of noise; sums of products would leave no
    // more than four digits of its gain.
    Drawn data = drawn(200, 4, 5);
    Random random(6);
    for (std::size_t i = 0; i < data.y.size(); ++i)
        data.x[1][i] = data.x[0][i] + 1e-6 * random.normal();
    const SubModels models(data.y, singly(data.x));
    const auto choices = models.everyChoice();
    CHECK(models.rank() == 4);
    for (std::size_t chosen = 0; chosen < choices.rSquared.size(); ++chosen)
        CHECK(choices.rSquared[chosen] ==
              Approx(rSquaredOf(data.x, chosen, data.y)).epsilon(1e-9).margin(1e-14));
}

TEST_CASE("Filip's powers of x are told apart where least squares can tell them apart")
{
    const Table table = referenceTable("nist/Filip.csv");
    const auto& x = table.at("x");
    std::vector<std::vector<double>> powers{x};
    while (powers.size() < 10) {
        powers.push_back(powers.back());
        for (std::size_t i = 0; i < x.size(); ++i)
            powers.back()[i] *= x[i];
    }
    const SubModels models(table.at("y"), singly(powers));
    CHECK(models.rank() == 10);
    CHECK(shapley(models, eachAlone(models), 1).rSquared ==
          Approx(0.996727416185620).epsilon(1e-9));
}

TEST_CASE("A factor's levels come in together, as columns of 0 and 1 would")
{
    Random random(8);
    Drawn data = drawn(90, 2, 8);
    std::vector<int> codes;
    std::vector<std::vector<double>> indicators(4, std::vector<double>(90, 0.0));
    for (std::size_t i = 0; i < 90; ++i) {
        codes.push_back(static_cast<int>(random.below(5)));
        data.y[i] += 0.5 * codes.back() * (codes.back() - 2);
        if (codes.back() > 0)
            indicators[static_cast<std::size_t>(codes.back() - 1)][i] = 1.0;
    }
    std::vector<ModelGroup> asFactor = singly(data.x), asColumns = asFactor;
    asFactor.push_back({"setting", {}, {{codes, 5}}});
    asColumns.push_back({"setting", {indicators.begin(), indicators.end()}, {}});
    const SubModels factor(data.y, asFactor), columns(data.y, asColumns);
    const Shapley one = shapley(factor, eachAlone(factor), 1),
                  other = shapley(columns, eachAlone(columns), 1);
    CHECK(one.groups[2].columns == 4);
    for (std::size_t g = 0; g < 3; ++g)
        CHECK(one.groups[g].contribution == Approx(other.groups[g].contribution).epsilon(1e-12));
}

TEST_CASE("What follows from other groups shares with them and explains no more in all")
{
    Drawn data = drawn(50, 3, 9);
    auto twice = data.x;
    twice.push_back(data.x[0]);
    for (double& value : twice.back())
        value = 7 - 3 * value;
    const SubModels withoutIt(data.y, singly(data.x)), withIt(data.y, singly(twice));
    const Shapley shares = shapley(withIt, eachAlone(withIt), 1);
    CHECK(withIt.rank() == 3);
    CHECK(shares.rSquared ==
          Approx(shapley(withoutIt, eachAlone(withoutIt), 1).rSquared).epsilon(1e-12));
    CHECK(shares.groups[3].contribution == Approx(shares.groups[0].contribution).epsilon(1e-12));
    CHECK(std::fabs(shares.groups[3].last) < 1e-14);
    CHECK_FALSE(shares.groups[3].inflation);
    CHECK(std::any_of(shares.notes.begin(), shares.notes.end(),
                      [](const auto& note) { return note.kind.code == "shapley-determined"; }));
    // Two copies of a column share by chance what one would have got.
    CHECK(shares.groups[0].byChance + shares.groups[3].byChance == Approx(1.0 / 49));
}

TEST_CASE("Groups that come in together are one player, as if they had been one group")
{
    const Drawn data = drawn(60, 5, 10);
    const SubModels apart(data.y, singly(data.x));
    std::vector<ModelGroup> joined = singly(data.x);
    joined[1].columns.push_back(joined[3].columns[0]);
    joined.erase(joined.begin() + 3);
    const SubModels together(data.y, joined);
    const Shapley one = shapley(apart, {{0}, {1, 3}, {2}, {4}}, 1);
    const Shapley other = shapley(together, eachAlone(together), 1);
    for (std::size_t g = 0; g < 4; ++g) {
        CHECK(one.groups[g].contribution == Approx(other.groups[g].contribution).epsilon(1e-12));
        CHECK(one.groups[g].byChance == Approx(other.groups[g].byChance).epsilon(1e-12));
        CHECK(*one.groups[g].inflation == Approx(*other.groups[g].inflation).epsilon(1e-11));
    }
}

TEST_CASE("A single column's inflation is the usual one")
{
    const Drawn data = drawn(80, 4, 11);
    const SubModels models(data.y, singly(data.x));
    auto others = data.x;
    others.erase(others.begin() + 2);
    CHECK(*models.inflation(std::vector<std::size_t>{2}, std::vector<std::size_t>{0, 1, 3}) ==
          Approx(1 / (1 - rSquaredOf(others, 0b111, data.x[2]))).epsilon(1e-11));
    CHECK(*models.inflation(std::vector<std::size_t>{2}, std::vector<std::size_t>{0}) ==
          Approx(1 / (1 - rSquaredOf(data.x, 0b1, data.x[2]))).epsilon(1e-11));
}

TEST_CASE("What chance gives is the mean over responses dealt again")
{
    Drawn data = drawn(40, 3, 12);
    std::vector<int> codes(40);
    for (std::size_t i = 0; i < 40; ++i)
        codes[i] = static_cast<int>(i % 6);
    std::vector<ModelGroup> groups = singly(data.x);
    groups.push_back({"provider", {}, {{codes, 6}}});
    const SubModels models(data.y, groups);
    const Shapley shares = shapley(models, eachAlone(models), 1);
    CHECK(shares.groups[0].byChance == Approx(1.0 / 39));
    CHECK(shares.groups[3].byChance == Approx(5.0 / 39));
    double provider = 0;
    constexpr int kDraws = 1500;
    for (int draw = 0; draw < kDraws; ++draw) {
        Random(13, static_cast<std::uint64_t>(draw)).shuffle(std::span(data.y));
        const SubModels dealt(data.y, groups);
        provider += shapley(dealt, eachAlone(dealt), 1).groups[3].contribution / kDraws;
    }
    CHECK(provider == Approx(5.0 / 39).margin(0.006)); // four standard errors
}

TEST_CASE("Beyond sixteen groups sampled orders come within their stated error")
{
    // Seventeen columns of which the last is constant: sixteen give the exact answer.
    Drawn data = drawn(120, 16, 14);
    const SubModels exact(data.y, singly(data.x));
    const Shapley all = shapley(exact, eachAlone(exact), 1);
    CHECK(all.orders == 0);
    data.x.emplace_back(120, 1.0);
    const SubModels sampled(data.y, singly(data.x));
    const Shapley some = shapley(sampled, eachAlone(sampled), 1);
    CHECK(some.orders == kOrders);
    CHECK(some.rSquared == Approx(all.rSquared).epsilon(1e-11));
    double total = 0;
    for (std::size_t g = 0; g < 16; ++g) {
        CHECK(std::fabs(*some.groups[g].share - *all.groups[g].share) <
              4 * *some.groups[g].standardError);
        CHECK(*some.groups[g].standardError < 0.004);
        CHECK(some.groups[g].alone == Approx(all.groups[g].alone).epsilon(1e-10));
        CHECK(some.groups[g].last == Approx(all.groups[g].last).epsilon(1e-7).margin(1e-12));
        total += *some.groups[g].share;
    }
    CHECK(total == Approx(1.0));
    CHECK(*shapley(sampled, eachAlone(sampled), 1).groups[0].share == *some.groups[0].share);
    CHECK(*some.groups[16].share == 0);
}

TEST_CASE("What cannot be shared out is said, not computed")
{
    const std::vector<double> x{1, 2, 3, 4}, same{5, 5, 5, 5}, y{1, 3, 2, 5};
    const auto codeOf = [](std::span<const double> response,
                           const std::vector<ModelGroup>& groups) {
        const SubModels models(response, groups);
        const Shapley result = shapley(models, eachAlone(models), 1);
        return result.undefined ? result.undefined->kind.code : std::string_view("fine");
    };
    CHECK(codeOf(same, {{"x", {x}, {}}}) == "fit-constant-response");
    CHECK(codeOf(y, {{"x", {x}, {}}}) == "fine");
    CHECK(codeOf(y, {{"same", {same}, {}}}) == "fine");
    CHECK(codeOf(std::span(y).first(2), {{"x", {std::span(x).first(2)}, {}}}) == "fit-too-few");
    CHECK(codeOf({}, {{"x", {std::span<const double>()}, {}}}) == "fit-too-few");
    const std::vector<int> codes{0, 1, 2, 3};
    CHECK(codeOf(y, {{"each", {}, {{codes, 4}}}}) == "fit-too-few");

    const std::vector<ModelGroup> constant{{"same", {same}, {}}};
    const SubModels models(y, constant);
    const Shapley nothing = shapley(models, eachAlone(models), 1);
    CHECK(nothing.rSquared == 0);
    CHECK_FALSE(nothing.groups[0].share);
    CHECK(nothing.notes.size() == 1);
}

TEST_CASE("Huge and tiny values are shared out like others")
{
    const Drawn data = drawn(30, 2, 15);
    auto x = data.x;
    auto y = data.y;
    for (double& value : x[0])
        value *= 1e200;
    for (double& value : x[1])
        value *= 1e-250;
    for (double& value : y)
        value *= 1e300;
    const SubModels plain(data.y, singly(data.x)), scaled(y, singly(x));
    CHECK(shapley(scaled, eachAlone(scaled), 1).groups[0].contribution ==
          Approx(shapley(plain, eachAlone(plain), 1).groups[0].contribution).epsilon(1e-11));
}
