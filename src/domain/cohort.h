// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort_filter.h"
#include "domain/cost_ends.h"
#include "domain/date.h"
#include "domain/ids.h"
#include "domain/needs_framework.h"
#include "domain/words.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace twelvefold::domain {

// A column of numbers, one a child, and which of them are there. Where valid is 0, the value is 0.
struct NumberColumn
{
    std::vector<double> values;
    std::vector<std::uint8_t> valid;

    NumberColumn() = default;
    explicit NumberColumn(std::size_t n) : values(n, 0.0), valid(n, 0) {}
    std::size_t size() const { return values.size(); }
    std::optional<double> at(std::size_t row) const
    {
        return valid[row] != 0 ? std::optional(values[row]) : std::nullopt;
    }
    void set(std::size_t row, double value)
    {
        values[row] = value;
        valid[row] = 1;
    }
    void clear(std::size_t row)
    {
        values[row] = 0;
        valid[row] = 0;
    }
};

// A level that is not there: never zero.
inline constexpr std::int8_t kNoLevel = -1;

// One scoring of every child, domain by domain: level(domain)[row].
struct LevelColumns
{
    std::vector<std::vector<std::int8_t>> byDomain;
};

// One outcome measure of every child.
struct OutcomeColumn
{
    std::string measure;
    NumberColumn values; // the latest of the two years before the census date
    std::vector<std::optional<Date>> recordedOn; // of values
    // To compare with: the latest at least 180 days before recordedOn, of the last 36 months.
    NumberColumn earlier;
    // 1: of nobody in particular, but counted in a table of what happened to some of all children.
    std::vector<std::uint8_t> counted;

    OutcomeColumn(std::string code, NumberColumn latest)
        : measure(std::move(code)), values(std::move(latest)), recordedOn(values.size()),
          earlier(values.size()), counted(values.size())
    {
    }
};

// What a store knows of second ratings on a census date, of every child in it: an assessment of
// that day or before, and what somebody else made of the same child without seeing it, both scored
// on every domain of the cohort's framework. One row a pair; the order hangs on what was rated
// alone.
struct SecondRatings
{
    std::vector<std::string> pseudonym;
    std::vector<Date> assessedOn, ratedAgainOn;
    std::vector<double> first, second; // total need
    LevelColumns firstLevels, secondLevels;

    // Assessments that are scored on every domain, one of them at the framework's highest level,
    // and how many of these were rated again.
    std::size_t withHighest = 0, withHighestAgain = 0;

    std::size_t size() const { return first.size(); }
    // Second ratings are of a random tenth. Where over a fifth of the assessments with a highest
    // level were rated again, these are taken to have been asked for because of it: who is rated
    // again because a score was high is scored lower by chance alone, so such pairs do not count.
    bool askedForHighest() const { return withHighestAgain * 5 > withHighest; }
    bool counts(std::size_t pair, int highestLevel) const;
};

// How many children of each setting are left out because it is not compared.
using NotCompared = std::map<Setting, std::size_t>;
// How many are left out because nothing is recorded of them that a criterion asks for; of several,
// each child is counted with the first.
using NotRecorded = std::map<const Criterion*, std::size_t>;

// The children on a census date as columns, one row a child, in one canonical order (by pseudonym),
// so that numbers reach the analysis without an object a row. All columns have size() rows.
class Cohort
{
public:
    Date census;
    std::shared_ptr<const NeedsFramework> framework; // the one the levels are scored against

    std::vector<ChildId> child;
    std::vector<std::string> pseudonym;
    std::vector<CohortKind> kind;
    std::vector<Sex> sex;
    NumberColumn age;       // whole years on the census date
    NumberColumn weeksTo18; // from the census date to the 18th birthday: below 0 after it

    std::vector<std::optional<Setting>> setting; // nothing: no placement on the census date
    std::vector<std::int32_t> provider;          // index into providerNames, -1: none
    std::vector<std::string> providerNames;
    std::vector<std::string> providerOwners;  // owner group of each; may be empty text
    std::vector<std::string> providerRegions; // likewise
    std::vector<std::optional<Sector>> sector;
    std::vector<std::optional<bool>> emergency, solo, deprivationOfLiberty;
    NumberColumn distanceMiles;
    NumberColumn searchDays; // from when the search for the placement began to its first day
    std::vector<std::optional<Date>> placedOn;
    std::vector<std::string> legalStatus; // LS of the episode on the census date; empty: none
    NumberColumn movesInYear; // placements begun in the year before the census, less the first
    NumberColumn unplannedMovesInYear;                    // ended for CREQB, CREQO, CHILD or LAREQ
    NumberColumn movesInQuarter, unplannedMovesInQuarter; // likewise of the 90 days before it

    std::vector<std::optional<bool>> disabled; // by the children in need census

    // By the return's smaller tables; not recorded where the store has none of a kind.
    std::vector<std::optional<bool>> unaccompanied; // seeking asylum, on the census date
    std::vector<std::string> previousPermanence;    // PREV_PERM; empty: not recorded
    NumberColumn missingInYear, missingInQuarter;   // times gone missing; see movesInYear
    NumberColumn socialWorkersInYear;               // how many the child had

    LevelColumns levels;           // latest final assessment on or before the census date
    NumberColumn needTotal;        // only where every domain has a level
    std::vector<std::int8_t> band; // index into the framework's bands, -1: no total
    std::vector<std::optional<Date>> assessedOn;

    // The assessment to compare with: the latest final one at least 180 days before assessedOn.
    LevelColumns earlierLevels;
    NumberColumn earlierTotal;
    std::vector<std::optional<Date>> earlierAssessedOn;

    // Pounds a week by component and funder on the census date; a part nobody has is empty.
    std::array<std::array<NumberColumn, countOf<Funder>>, countOf<CostComponent>> costs;
    NumberColumn weeklyCost; // pounds a week, of the parts that count; see countCosts
    std::vector<CostTroubles> costTroubles; // what is doubtful about the lines that run that day

    std::vector<OutcomeColumn> outcomes; // in the order of outcomeMeasures(), those with any value

    // Of the store, not of the children compared: a filter leaves it as it is. Null: not known.
    std::shared_ptr<const SecondRatings> secondRatings;
    // Settings whose cost is compared with nobody's, whatever a filter lets in: what is paid there
    // is no price of care (PlacementKinds::notCompared()).
    std::set<Setting> comparedWithNobody;

    // Whom all else in the filter that made this cohort let through.
    NotCompared notCompared;
    NotRecorded notRecorded;

    std::size_t size() const { return child.size(); }
    std::optional<double> costOf(std::size_t row, CostComponent component) const; // all funders
    // Whether every domain has a level.
    bool hasProfile(std::size_t row) const { return needTotal.valid[row] != 0; }
    std::optional<int> levelOf(std::size_t row, std::size_t domain) const;

    // Sums the parts in scope into weeklyCost. A child without any is missing, not zero.
    void countCosts(const CostScope& scope);

    // Gives every column a row for each of n children, all missing.
    void resize(std::size_t n, std::size_t domains);

    // Those rows that the filter lets through, in order, with weeklyCost counted in its scope.
    Cohort filtered(const CohortFilter& filter) const;
    bool passes(std::size_t row, const CohortFilter& filter) const;
    // Whether the child's setting is one that the filter does not compare.
    bool isNotCompared(std::size_t row, const CohortFilter& filter) const;
    bool isComparedWithNobody(std::size_t row) const;
    std::size_t inSettingsNotCompared() const; // how many a filter left out for that
    Cohort rows(std::span<const std::size_t> rows) const;
};

} // namespace twelvefold::domain
