// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/regression/multinomial.h"

#include "support/catch.h"

#include <numeric>
#include <vector>

using namespace twelvefold::statistics;

namespace {

const std::vector<Multinomial::Cell> kCells{
    {{0, 1}, 7, {5, 1, 0}}, {{1, 0}, 7, {4, 2, 1}}, {{2, 5}, 7, {3, 2, 0}}, {{3, 2}, 7, {2, 4, 1}},
    {{4, 4}, 7, {1, 3, 2}}, {{5, 1}, 7, {0, 4, 3}}, {{6, 3}, 7, {1, 1, 5}}, {{7, 0}, 7, {0, 1, 6}}};

void holdChances(const std::vector<double>& found, const std::vector<double>& wanted, double digits)
{
    REQUIRE(found.size() == wanted.size());
    for (std::size_t k = 0; k < found.size(); ++k)
        CHECK(found[k] == Approx(wanted[k]).margin(digits));
}

} // namespace

// The same penalised likelihood made small by scipy 1.10's BFGS and Nelder-Mead from zero.
TEST_CASE("chances of kinds are those of an independent optimiser")
{
    const auto held = Multinomial::fit(kCells, 1);
    REQUIRE(held);
    const std::vector<double> between{2.5, 2}, high{6, 1};
    holdChances(held->at(between), {0.3998422118, 0.4360996995, 0.1640580887}, 2e-7);
    holdChances(held->at(high), {0.041535003, 0.2844358305, 0.6740291664}, 2e-7);
    const auto free = Multinomial::fit(kCells, 1e-8);
    REQUIRE(free);
    holdChances(free->at(between), {0.3980704599, 0.4651471613, 0.1367823788}, 2e-7);
    holdChances(free->at(high), {0.0218466329, 0.2722550321, 0.7058983351}, 2e-7);
}

TEST_CASE("over all cases the chances of each kind sum to how many are of it")
{
    const auto model = Multinomial::fit(kCells);
    REQUIRE(model);
    std::vector<double> expected(3), found(3);
    for (const auto& cell : kCells) {
        const auto chances = model->at(cell.columns, cell.open);
        const double n = std::accumulate(cell.counts.begin(), cell.counts.end(), 0.0);
        for (std::size_t k = 0; k < 3; ++k) {
            expected[k] += n * chances[k];
            found[k] += cell.counts[k];
        }
    }
    for (std::size_t k = 0; k < 3; ++k)
        CHECK(expected[k] == Approx(found[k]).epsilon(1e-6));
}

TEST_CASE("a kind that is not open to a case has no chance, and the others have all of it")
{
    auto cells = kCells;
    for (auto& cell : cells) {
        if (cell.counts[2] == 0)
            cell.open = 3;
    }
    const auto model = Multinomial::fit(cells);
    REQUIRE(model);
    const auto chances = model->at(std::vector<double>{2, 5}, 3);
    CHECK(chances[2] == 0);
    CHECK(chances[0] + chances[1] == Approx(1));
}

TEST_CASE("a column that parts the kinds wholly leaves chances inside 0 and 1")
{
    const std::vector<Multinomial::Cell> cells{{{0}, 3, {20, 0}}, {{1}, 3, {0, 20}}};
    const auto model = Multinomial::fit(cells);
    REQUIRE(model);
    const double chance = model->at(std::vector<double>{0})[0];
    CHECK(chance > 0.8);
    CHECK(chance < 1);
}

TEST_CASE("a kind nobody is of has no chance, one kind alone has all, nobody makes no model")
{
    const std::vector<Multinomial::Cell> two{{{0}, 7, {3, 0, 1}}, {{2}, 7, {1, 0, 5}}};
    const auto model = Multinomial::fit(two);
    REQUIRE(model);
    CHECK(model->at(std::vector<double>{1})[1] == 0);
    const std::vector<Multinomial::Cell> one{{{0}, 7, {0, 4, 0}}};
    REQUIRE(Multinomial::fit(one));
    CHECK(Multinomial::fit(one)->at(std::vector<double>{9})[1] == Approx(1));
    CHECK_FALSE(Multinomial::fit({}));
    const std::vector<Multinomial::Cell> nobody{{{0}, 7, {0, 0, 0}}};
    CHECK_FALSE(Multinomial::fit(nobody));
}

TEST_CASE("the order of kinds and of cells changes no chance")
{
    auto turned = kCells;
    std::reverse(turned.begin(), turned.end());
    for (auto& cell : turned)
        std::swap(cell.counts[0], cell.counts[2]);
    const std::vector<double> at{3.5, 1};
    const auto a = Multinomial::fit(kCells)->at(at), b = Multinomial::fit(turned)->at(at);
    CHECK(a[0] == Approx(b[2]).epsilon(1e-7));
    CHECK(a[1] == Approx(b[1]).epsilon(1e-7));
}
