// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/disclosure_guard.h"
#include "domain/criteria.h"
#include "support/linear_programme.h"
#include "support/small_council.h"

#include "support/catch.h"

#include <functional>

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::domain;
using tests::smallCouncil;

namespace {

std::string reason(const Cohort& everyone, const CohortFilter& filter)
{
    const auto guard = DisclosureGuard::of(std::make_shared<Cohort>(everyone), filter);
    return guard ? "" : std::string(guard.failure().kind.code);
}

// Whether what their care costs may be said.
bool tellsCosts(const Cohort& everyone, const CohortFilter& filter)
{
    const auto guard = DisclosureGuard::of(std::make_shared<Cohort>(everyone), filter);
    return guard &&
           guard->sum(spendOf(everyone.filtered(filter), [](std::size_t) { return true; }));
}

// So many children in each setting, at a cost of 100 a week each and of ages from 0 to 17 in turn.
Cohort inSettings(const std::vector<std::pair<Setting, std::size_t>>& settings)
{
    std::vector<Setting> each;
    for (const auto& [setting, n] : settings)
        each.insert(each.end(), n, setting);
    Cohort cohort;
    cohort.census = *Date::from(2026, 3, 31);
    cohort.framework = tests::twoDomainFramework();
    cohort.resize(each.size(), 2);
    cohort.costs[0][0] = NumberColumn(each.size());
    for (std::size_t row = 0; row < each.size(); ++row) {
        cohort.child[row] = ChildId{std::int64_t(row) + 1};
        cohort.setting[row] = each[row];
        cohort.age.set(row, double(row % 18));
        cohort.costs[0][0].set(row, 100);
    }
    cohort.countCosts({});
    return cohort;
}

CohortFilter only(std::set<Setting> settings)
{
    CohortFilter filter;
    filter.ask("setting", anyOf(settings));
    return filter;
}

std::size_t size(const Cohort& everyone, const CohortFilter& filter)
{
    return everyone.filtered(filter).size();
}

} // namespace

TEST_CASE("neither the cohort nor those left out are few")
{
    const Cohort all = inSettings({{Setting::school, 1},
                                   {Setting::secure, 4},
                                   {Setting::childrensHome, 30},
                                   {Setting::inHouseFoster, 60}});
    CHECK(reason(all, only({Setting::school})) == "publish-few-children");
    CHECK(reason(all, only({Setting::secure})) == "publish-few-children");
    CHECK(reason(all, {}) == "");
    // All but five; all but one.
    CHECK(reason(all, only({Setting::childrensHome, Setting::inHouseFoster})) ==
          "publish-few-left-out");
    CHECK(reason(all, only({Setting::childrensHome, Setting::inHouseFoster, Setting::secure})) ==
          "publish-few-left-out");
    // Nobody is few enough to be safe.
    CHECK(reason(all, only({Setting::adoption})) == "");
}

TEST_CASE("a filter takes all or none of the groups that a table withholds")
{
    const Cohort all = inSettings({{Setting::school, 4},
                                   {Setting::secure, 4},
                                   {Setting::supportedAccommodation, 12},
                                   {Setting::childrensHome, 30},
                                   {Setting::inHouseFoster, 60}});
    // School and secure hold eight together, and so protect each other.
    CHECK(reason(all, only({Setting::childrensHome})) == "");
    CHECK(reason(all, only({Setting::childrensHome, Setting::secure})) == "publish-small-part");
    CHECK(reason(all, only({Setting::school, Setting::secure})) == "");

    // One small group takes the next smallest with it: by itself that would give the small one
    // away.
    const Cohort one = inSettings({{Setting::secure, 4},
                                   {Setting::supportedAccommodation, 12},
                                   {Setting::childrensHome, 30},
                                   {Setting::inHouseFoster, 60}});
    CHECK(reason(one, only({Setting::supportedAccommodation})) == "publish-small-part");
    CHECK(reason(one, only({Setting::childrensHome})) == "");
}

TEST_CASE("those who fail two criteria at once are no fewer")
{
    // Fostered children are 0 to 8, those in homes 9 to 17: either criterion alone leaves out the
    // same ones; together with a second they must not leave out a few more.
    Cohort all = inSettings({{Setting::inHouseFoster, 20}, {Setting::childrensHome, 3}});
    for (std::size_t row = 0; row < all.size(); ++row)
        all.age.set(row, all.setting[row] == Setting::inHouseFoster ? 5 : 15);
    CohortFilter young = only({Setting::inHouseFoster});
    young.ask("age", between({}, 8));
    CHECK(reason(all, young) == "publish-few-left-out");
}

TEST_CASE("a limit of age stands between the bands in which ages are published")
{
    Cohort all = inSettings({{Setting::inHouseFoster, 180}}); // ten of each age
    CohortFilter young;
    young.ask("age", between({}, 9));
    CHECK(reason(all, young) == "");
    young.ask("age", between({}, 10));
    CHECK(reason(all, young) == "publish-cut-age");
    young.ask("age", between(5, 15));
    CHECK(reason(all, young) == "");
    // Three under five, and so the smallest other band, are not told of by themselves.
    for (std::size_t row = 0, kept = 0; row < all.size(); ++row)
        if (*all.age.at(row) < 5 && kept++ >= 3)
            all.age.set(row, 12);
    young = {};
    young.ask("age", between(5, {}));
    CHECK(reason(all, young) == "publish-few-left-out");
    young.ask("age", between(10, {}));
    CHECK(reason(all, young) == "publish-small-part");
    young.ask("age", between(10, 15));
    CHECK(reason(all, young) == "");
}

TEST_CASE("filters together must not tell children apart into groups of few")
{
    Cohort all = inSettings({{Setting::childrensHome, 40}, {Setting::inHouseFoster, 120}});
    CohortFilter older = only({Setting::inHouseFoster});
    older.ask("age", between(10, {}));
    CHECK(reason(all, older) == "publish-few-together"); // in homes four are 16 or 17
    for (std::size_t row = 0; row < all.size(); ++row)
        all.age.set(row, row % 2 == 0 ? 7 : 12);
    CHECK(reason(all, older) == "");
}

TEST_CASE("a report on several kinds of children has none or enough of each")
{
    Cohort all = inSettings({{Setting::inHouseFoster, 40}});
    for (std::size_t row = 0; row < 3; ++row)
        all.kind[row] = CohortKind::inNeed;
    CHECK(reason(all, {}) == ""); // looked after, as every report before
    CohortFilter both;
    both.ask("kind", {});
    CHECK(reason(all, both) == "publish-few-of-a-kind");
}

TEST_CASE("what care costs stays unsaid where it would tell of one child or of few")
{
    Cohort all = inSettings({{Setting::childrensHome, 20}, {Setting::inHouseFoster, 60}});
    CHECK(tellsCosts(all, {}));
    CHECK(tellsCosts(all, only({Setting::childrensHome})));
    // One of those left out costs more than the other 59.
    all.costs[0][0].set(30, 9000);
    CHECK_FALSE(tellsCosts(all, only({Setting::childrensHome})));
    all.costs[0][0].set(30, 100);
    // Four children have education paid for: neither with nor without it may the sum be said.
    all.costs[2][0] = NumberColumn(all.size());
    for (std::size_t row = 0; row < 4; ++row)
        all.costs[2][0].set(row, 300);
    CohortFilter core;
    core.costs.components = {true, false, false, false, false};
    CHECK_FALSE(tellsCosts(all, core));
    CHECK(tellsCosts(all, {}));
}

TEST_CASE("subtracting one publishable cohort from another leaves none or enough")
{
    int published = 0;
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const Cohort all = smallCouncil(200 + 100 * seed, seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 50; ++round) {
            const CohortFilter filter = tests::someFilter(random);
            const std::size_t n = size(all, filter);
            if (!reason(all, filter).empty())
                continue;
            ++published;
            CHECK(noneOrEnough(n));
            CohortFilter wider = filter;
            for (const Criterion& criterion : criteria()) {
                if (criterion.token == "kind")
                    continue;
                wider.ask(criterion, {});
                CHECK(noneOrEnough(size(all, wider) - n));
            }
            // Another limit of age, one year on.
            Wanted ages = filter.of("age");
            if (ages.most) {
                ++*ages.most;
                CohortFilter older = filter;
                older.ask("age", ages);
                if (reason(all, older).empty())
                    CHECK(noneOrEnough(size(all, older) - n));
            }
        }
    }
    CHECK(published > 20);
}

TEST_CASE("from all publishable choices of settings no few children can be worked out")
{
    // Were every count exact: unknown is how many children each setting has, known is how many
    // there are in every choice of settings that may be published.
    for (unsigned seed = 1; seed <= 8; ++seed) {
        std::mt19937 random(seed);
        std::vector<std::pair<Setting, std::size_t>> settings;
        for (std::size_t s = 0; s < 6; ++s)
            settings.emplace_back(static_cast<Setting>(s), 1 + random() % (s < 3 ? 7 : 40));
        const Cohort all = inSettings(settings);
        tests::LinearProgramme outsider(settings.size());
        for (unsigned choice = 1; choice < 64; ++choice) {
            CohortFilter filter;
            std::set<Setting> chosen;
            std::vector<double> weights(settings.size(), 0.0);
            for (std::size_t s = 0; s < settings.size(); ++s) {
                if ((choice >> s & 1U) != 0) {
                    chosen.insert(static_cast<Setting>(s));
                    weights[s] = 1;
                }
            }
            filter.ask("setting", anyOf(chosen));
            if (!reason(all, filter).empty())
                continue;
            const auto n = double(size(all, filter));
            outsider.know(weights, n, n);
        }
        for (std::size_t s = 0; s < settings.size(); ++s) {
            if (settings[s].second >= kFewestChildren)
                continue;
            std::vector<double> one(settings.size(), 0.0);
            one[s] = 1;
            const auto least = outsider.least(one), most = outsider.most(one);
            REQUIRE(least);
            INFO("seed " << seed << " setting " << s << " " << *least << " to " << *most);
            CHECK(*most - *least >= double(kFewestChildren) - 1e-6);
        }
    }
}
