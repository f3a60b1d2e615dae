// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/criteria.h"
#include "support/small_council.h"

#include "support/catch.h"
#include <algorithm>

using namespace twelvefold::domain;
using twelvefold::tests::smallCouncil;

// What must hold of every criterion of the list, without a name of any: so it holds of the next
// one.

namespace {

std::optional<double> valueOf(const Criterion& criterion, const Cohort& cohort, std::size_t row)
{
    return criterion.range.of(cohort, row);
}

std::string choiceOf(const Criterion& criterion, const Cohort& cohort, std::size_t row)
{
    return std::string(criterion.choices.of(cohort, row));
}

CohortFilter asking(const Criterion& criterion, const Wanted& wanted)
{
    CohortFilter filter;
    filter.ask("kind", {});
    filter.ask(criterion, wanted);
    return filter;
}

// The rows that pass are those of whom it holds.
template<class Holds>
void checkPass(const Cohort& cohort, const CohortFilter& filter, Holds holds)
{
    std::size_t n = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        CHECK(cohort.passes(row, filter) == holds(row));
        n += holds(row) ? 1 : 0;
    }
    CHECK(cohort.filtered(filter).size() == n);
}

} // namespace

TEST_CASE("every criterion has a token of its own, words, and a way to read a child")
{
    std::set<std::string_view> tokens;
    for (const Criterion& criterion : criteria()) {
        INFO(criterion.token);
        CHECK(tokens.insert(criterion.token).second);
        CHECK(std::ranges::all_of(criterion.token,
                                  [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }));
        CHECK(criterion.title.english[0] != 0);
        CHECK(criterion.parts.english[0] != 0);
        CHECK(findCriterion(criterion.token) == &criterion);
        if (criterion.isRange()) {
            CHECK(criterion.range.of != nullptr);
            CHECK(criterion.words.between != nullptr);
            CHECK(criterion.words.least != nullptr);
            CHECK(criterion.words.most != nullptr);
            CHECK(std::ranges::is_sorted(criterion.range.publishedFrom));
        } else {
            CHECK(criterion.choices.of != nullptr);
            CHECK(criterion.choices.fixed.empty() == (criterion.choices.found != nullptr));
        }
        if (criterion.kind == Criterion::Kind::yesOrNo)
            CHECK(criterion.choices.fixed.size() == 2);
    }
    CHECK(findCriterion("shoe-size") == nullptr);
}

TEST_CASE("what a child has by a criterion is among the choices there are, each once")
{
    const Cohort cohort = smallCouncil(400, 3);
    for (const Criterion& criterion : criteria()) {
        if (criterion.isRange())
            continue;
        INFO(criterion.token);
        std::set<std::string> tokens;
        for (const Choice& choice : choicesIn(criterion, cohort)) {
            CHECK_FALSE(choice.token.empty());
            CHECK(tokens.insert(choice.token).second);
        }
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            const std::string choice = choiceOf(criterion, cohort, row);
            CHECK((choice.empty() || tokens.contains(choice)));
        }
    }
}

TEST_CASE("by each criterion those pass who have one of the choices, and nobody of whom nothing is "
          "recorded")
{
    const Cohort cohort = smallCouncil(300, 5);
    for (const Criterion& criterion : criteria()) {
        if (criterion.isRange())
            continue;
        const std::vector<Choice> choices = choicesIn(criterion, cohort);
        REQUIRE(choices.size() >= 2);
        std::set<std::string, std::less<>> all;
        for (const Choice& choice : choices) {
            INFO(criterion.token << " " << choice.token);
            checkPass(cohort, asking(criterion, anyOf({choice.token})), [&](std::size_t row) {
                return choiceOf(criterion, cohort, row) == choice.token;
            });
            all.insert(choice.token);
        }
        INFO(criterion.token);
        const CohortFilter two = asking(criterion, anyOf({choices[0].token, choices[1].token}));
        checkPass(cohort, two, [&](std::size_t row) {
            const std::string choice = choiceOf(criterion, cohort, row);
            return choice == choices[0].token || choice == choices[1].token;
        });
        checkPass(cohort, asking(criterion, {all, {}, {}}),
                  [&](std::size_t row) { return !choiceOf(criterion, cohort, row).empty(); });
        checkPass(cohort, asking(criterion, anyOf({"no such choice"})),
                  [](std::size_t) { return false; });
    }
}

TEST_CASE("by each range those pass who lie between its ends, both included, of which each may be "
          "open")
{
    const Cohort cohort = smallCouncil(300, 7);
    for (const Criterion& criterion : criteria()) {
        if (!criterion.isRange())
            continue;
        INFO(criterion.token);
        std::vector<double> values;
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            if (const auto value = valueOf(criterion, cohort, row))
                values.push_back(*value);
        }
        REQUIRE(values.size() > 20);
        std::ranges::sort(values);
        const double least = values[values.size() / 4], most = values[values.size() / 2];
        REQUIRE(least < most);
        const auto value = [&](std::size_t row) { return valueOf(criterion, cohort, row); };
        checkPass(cohort, asking(criterion, between(least, most)), [&](std::size_t row) {
            return value(row) && *value(row) >= least && *value(row) <= most;
        });
        checkPass(cohort, asking(criterion, between(least, {})),
                  [&](std::size_t row) { return value(row) && *value(row) >= least; });
        checkPass(cohort, asking(criterion, between({}, most)),
                  [&](std::size_t row) { return value(row) && *value(row) <= most; });
        checkPass(cohort, asking(criterion, between(most, most)),
                  [&](std::size_t row) { return value(row) == most; });
        checkPass(cohort, asking(criterion, between(most, least)),
                  [](std::size_t) { return false; });
    }
}

TEST_CASE("a criterion that asks nothing is none, and lets everybody pass")
{
    const Cohort cohort = smallCouncil(100, 9);
    for (const Criterion& criterion : criteria()) {
        INFO(criterion.token);
        CohortFilter filter;
        filter.ask("kind", {});
        const CohortFilter none = filter;
        filter.ask(criterion, {});
        CHECK(filter == none);
        CHECK(filter.of(criterion).asksNothing());
        CHECK(cohort.filtered(filter).size() == cohort.size());
        filter.ask(criterion, criterion.isRange() ? between(1, {}) : anyOf({"a"}));
        CHECK(filter != none);
        filter.ask(criterion, {});
        CHECK(filter == none);
    }
}

TEST_CASE(
    "those of whom nothing is recorded are counted, each once, with what the rest lets through")
{
    Cohort cohort = smallCouncil(300, 11);
    for (const Criterion& criterion : criteria()) {
        INFO(criterion.token);
        const Wanted wanted =
            criterion.isRange()
                ? between(0, {})
                : Wanted{{choiceOf(criterion, cohort, 0), choiceOf(criterion, cohort, 1),
                          choiceOf(criterion, cohort, 2)},
                         {},
                         {}};
        CohortFilter filter;
        filter.ask(criterion, wanted);
        std::size_t unknown = 0;
        for (std::size_t row = 0; row < cohort.size(); ++row) {
            const bool recorded = criterion.isRange() ? valueOf(criterion, cohort, row).has_value()
                                                      : !choiceOf(criterion, cohort, row).empty();
            unknown += cohort.kind[row] == CohortKind::lookedAfter && !recorded ? 1 : 0;
        }
        const NotRecorded counted = cohort.filtered(filter).notRecorded;
        CHECK(counted == (unknown == 0 ? NotRecorded() : NotRecorded{{&criterion, unknown}}));
    }

    cohort.age.clear(0);
    cohort.distanceMiles.clear(0);
    cohort.kind[0] = CohortKind::lookedAfter;
    CohortFilter both;
    both.ask("age", between(0, {}));
    both.ask("distance", between(0, {}));
    const NotRecorded counted = cohort.filtered(both).notRecorded;
    CHECK(counted.at(&criterion("age")) == 1);
    CHECK(cohort.filtered(both).size() + counted.at(&criterion("distance")) + 1 ==
          cohort.filtered({}).size());
}

TEST_CASE("a range the wrong way round and a choice that is none are refused by name")
{
    const Cohort cohort = smallCouncil(100, 13);
    for (const Criterion& criterion : criteria()) {
        INFO(criterion.token);
        if (criterion.isRange()) {
            CHECK_FALSE(faultIn(criterion, between(1, 2), {}));
            CHECK_FALSE(faultIn(criterion, between(2, 2), {}));
            CHECK_FALSE(faultIn(criterion, between({}, 2), {}));
            const auto fault = faultIn(criterion, between(2, 1), {});
            REQUIRE(fault);
            CHECK(fault->kind.code == "filter-reversed");
            CHECK(plainEnglish(*fault).find(criterion.title.english) != std::string::npos);
            continue;
        }
        const auto choices = choicesIn(criterion, cohort);
        for (const Choice& choice : choices)
            CHECK_FALSE(faultIn(criterion, anyOf({choice.token}), choices));
        const auto fault = faultIn(criterion, anyOf({choices[0].token, "neither"}), choices);
        REQUIRE(fault);
        CHECK(fault->kind.code == "filter-no-such-choice");
        const std::string said = plainEnglish(*fault);
        CHECK(said.find("neither") != std::string::npos);
        CHECK(said.find(criterion.parts.english) != std::string::npos);
        for (const Choice& choice : choices)
            CHECK(said.find(choice.token) != std::string::npos);
        CHECK(faultIn(criterion, anyOf({"neither"}), {})->kind.code == "filter-no-choices");
    }
}

TEST_CASE("an end of a range is a number from 0, whole where it is counted so")
{
    const Criterion& age = criterion("age");
    CHECK(canBeAnEnd(age, 0));
    CHECK(canBeAnEnd(age, 12));
    CHECK_FALSE(canBeAnEnd(age, 12.5));
    CHECK_FALSE(canBeAnEnd(age, -1));
    CHECK(canBeAnEnd(criterion("distance"), 12.5));
}

TEST_CASE("a filter starts with children looked after and compares by what is asked alone")
{
    CHECK(CohortFilter().of("kind") == anyOf({CohortKind::lookedAfter}));
    CHECK(CohortFilter().asked.size() == 1);
    CohortFilter one, other;
    one.ask("sector", anyOf({Sector::privateSector}));
    one.ask("age", between(3, {}));
    other.ask("age", between(3, {}));
    CHECK(one != other);
    other.ask("sector", anyOf({Sector::privateSector}));
    CHECK(one == other);
}
