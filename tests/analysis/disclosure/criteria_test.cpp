// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/disclosure_guard.h"
#include "domain/criteria.h"
#include "support/small_council.h"

#include "support/catch.h"

// What the guard does about a criterion, without a name of any: so it holds of the next one.

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::domain;

namespace {

std::shared_ptr<Cohort> lookedAfter(unsigned seed)
{
    auto all = std::make_shared<Cohort>(tests::smallCouncil(400, seed));
    for (std::size_t row = 0; row < all->size(); ++row) {
        all->kind[row] = CohortKind::lookedAfter;
        all->setting[row] = Setting::inHouseFoster;
        all->emergency[row] = row % 2 == 0;
        all->provider[row] = row % 3 == 0 ? 0 : 3; // North and South
    }
    return all;
}

std::string refusal(const std::shared_ptr<Cohort>& all, const CohortFilter& filter)
{
    const auto guard = DisclosureGuard::of(all, filter);
    return guard ? std::string() : std::string(guard.failure().kind.code);
}

CohortFilter asking(const Criterion& criterion, Wanted wanted)
{
    CohortFilter filter;
    filter.ask(criterion, std::move(wanted));
    return filter;
}

} // namespace

TEST_CASE("by no criterion a report leaves out few children, or takes few")
{
    int published = 0;
    for (const unsigned seed : {1U, 2U, 3U}) {
        const auto all = lookedAfter(seed);
        for (const Criterion& criterion : criteria()) {
            if (criterion.token == "kind" || criterion.isRange())
                continue;
            for (const Choice& choice : choicesIn(criterion, *all)) {
                INFO(criterion.token << " " << choice.token);
                const CohortFilter filter = asking(criterion, anyOf({choice.token}));
                if (!refusal(all, filter).empty())
                    continue;
                ++published;
                const std::size_t taken = all->filtered(filter).size();
                CHECK(noneOrEnough(taken));
                CHECK(noneOrEnough(all->size() - taken));
            }
        }
    }
    CHECK(published > 10);
}

TEST_CASE("a criterion by which one child differs is not published without that child")
{
    for (const Criterion& criterion : criteria()) {
        if (criterion.token == "kind")
            continue;
        INFO(criterion.token);
        const auto all = lookedAfter(4);
        // All children are as the first of whom it is recorded, but one, of whom it is not.
        std::size_t like = 0;
        while (passes(criterion, {}, *all, like) == Passes::notRecorded)
            ++like;
        const std::vector<std::size_t> rows(39, like);
        auto alike = std::make_shared<Cohort>(all->rows(rows));
        Cohort blank;
        blank.resize(1, 2);
        alike->setting[0] = blank.setting[0];
        alike->band[0] = blank.band[0];
        alike->age.clear(0);
        alike->sector[0] = blank.sector[0];
        alike->emergency[0] = blank.emergency[0];
        alike->provider[0] = blank.provider[0];
        alike->legalStatus[0] = blank.legalStatus[0];
        alike->distanceMiles.clear(0);
        alike->searchDays.clear(0);
        alike->placedOn[0] = blank.placedOn[0];
        alike->disabled[0] = blank.disabled[0];
        alike->unaccompanied[0] = blank.unaccompanied[0];
        alike->previousPermanence[0] = blank.previousPermanence[0];
        alike->missingInYear.clear(0);
        alike->socialWorkersInYear.clear(0);
        REQUIRE(passes(criterion, {}, *alike, 0) == Passes::notRecorded);
        const Wanted wanted = criterion.isRange()
                                  ? between(criterion.range.of(*alike, 1), {})
                                  : anyOf({std::string(criterion.choices.of(*alike, 1))});
        const CohortFilter filter = asking(criterion, wanted);
        REQUIRE(alike->filtered(filter).size() == 38);
        CHECK_FALSE(refusal(alike, filter).empty());
    }
}

TEST_CASE("nothing is published by limits that are no parts, even where all lie within them")
{
    const auto all = lookedAfter(5);
    int withoutParts = 0;
    for (const Criterion& criterion : criteria()) {
        if (!criterion.isRange())
            continue;
        INFO(criterion.token);
        if (!criterion.range.publishedFrom.empty())
            continue;
        ++withoutParts;
        const auto guard = DisclosureGuard::of(all, asking(criterion, between(-1e6, 1e6)));
        REQUIRE_FALSE(guard);
        CHECK(guard.failure().kind.code == "publish-limits");
        CHECK(plainEnglish(guard.failure()).find(criterion.parts.english) != std::string::npos);
    }
    CHECK(withoutParts > 0);
}

TEST_CASE("nothing is published of some providers, or of some regions of providers")
{
    const auto all = lookedAfter(6);
    for (const Criterion& criterion : criteria()) {
        if (!criterion.choices.tellsOfProviders)
            continue;
        INFO(criterion.token);
        const std::string first(criterion.choices.of(*all, 0));
        const auto guard = DisclosureGuard::of(all, asking(criterion, anyOf({first})));
        REQUIRE_FALSE(guard);
        CHECK(guard.failure().kind.code == "publish-provider");
        CHECK(plainEnglish(guard.failure()).find(criterion.parts.english) != std::string::npos);
    }
}

TEST_CASE("a criterion with enough children on both sides is published")
{
    const auto all = lookedAfter(7);
    CHECK(refusal(all, asking(criterion("emergency"), anyOf({"yes"}))).empty());
    for (std::size_t row = 0; row < all->size(); ++row)
        all->legalStatus[row] = row % 2 == 0 ? "C1" : "C2";
    CHECK(refusal(all, asking(criterion("legal-status"), anyOf({"C2"}))).empty());
}
