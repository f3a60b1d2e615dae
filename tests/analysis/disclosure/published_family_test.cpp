// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/disclosure_guard.h"
#include "support/linear_programme.h"
#include "support/small_council.h"
#include "support/span.h"

#include "support/catch.h"

#include <cmath>
#include <map>

// Reports on the same day's store, with every filter that may be published, added to and subtracted
// from one another in whatever way.

using namespace twelvefold;
using namespace twelvefold::analysis;
using namespace twelvefold::domain;

namespace {

using tests::Row;
using tests::Span;

constexpr std::size_t kSettings = 5;
int settingOf(const Cohort& all, std::size_t row)
{
    const auto& setting = all.setting[row];
    return setting ? int(*setting) : -1;
}

Row rowOf(const Cohort& all, const std::function<bool(std::size_t)>& counts)
{
    Row row(all.size(), 0.0);
    for (std::size_t child = 0; child < all.size(); ++child)
        row[child] = counts(child) ? 1 : 0;
    return row;
}

// What the reports with a filter tell, of counts and of money: all children, and by setting, by
// need band and by whether they have an outcome.
struct Known
{
    Span counts, sums;
    int reports = 0, figures = 0;
};

void tellTable(const Cohort& all, const CohortFilter& filter, const DisclosureGuard& guard,
               std::size_t parts, const PartOf& partOf, Known& known)
{
    std::vector<std::uint64_t> counts(parts, 0);
    std::vector<Spend> spends(parts);
    for (std::size_t row = 0; row < all.size(); ++row) {
        const int part = partOf(row);
        if (part < 0 || std::size_t(part) >= parts || !all.passes(row, filter))
            continue;
        ++counts[std::size_t(part)];
        spends[std::size_t(part)].add(all.weeklyCost.at(row).value_or(0));
    }
    const auto children = guard.parts(counts, partOf);
    std::vector<bool> withheld;
    for (const Passed& figure : children)
        withheld.push_back(!figure);
    const auto sums = guard.sums(spends, withheld, partOf);
    for (std::size_t part = 0; part < parts; ++part) {
        const Row row = rowOf(all, [&](std::size_t child) {
            return partOf(child) == int(part) && all.passes(child, filter);
        });
        if (children[part])
            known.counts.add(row);
        if (sums[part])
            known.sums.add(row);
        known.figures += sums[part] && counts[part] > 0 ? 1 : 0;
    }
}

void tell(const std::shared_ptr<const Cohort>& everyone, const CohortFilter& filter, Known& known)
{
    const Cohort& all = *everyone;
    const auto guard =
        DisclosureGuard::of(everyone, filter, {Setting::withParents, Setting::adoption});
    if (!guard)
        return;
    ++known.reports;
    const auto counts = [&](std::size_t row) { return all.passes(row, filter); };
    Spend spend;
    for (std::size_t row = 0; row < all.size(); ++row)
        if (counts(row))
            spend.add(all.weeklyCost.at(row).value_or(0));
    known.counts.add(rowOf(all, counts));
    if (guard->sum(spend))
        known.sums.add(rowOf(all, counts));
    tellTable(
        all, filter, *guard, kSettings + 1, [&](std::size_t row) { return settingOf(all, row); },
        known);
    tellTable(
        all, filter, *guard, 4,
        [&](std::size_t row) { return all.band[row] < 0 ? 3 : int(all.band[row]); }, known);
    tellTable(
        all, filter, *guard, 2,
        [&](std::size_t row) { return int(all.outcomes[0].values.valid[row]); }, known);
}

// Of a council of all sorts, some of whom are few.
std::shared_ptr<Cohort> someCouncil(std::size_t n, unsigned seed)
{
    auto all = std::make_shared<Cohort>(tests::smallCouncil(n, seed));
    for (std::size_t row = 0; row < all->size(); ++row) {
        all->kind[row] = CohortKind::lookedAfter;
        // A few with a setting of their own, at a price of their own.
        if (row < 3) {
            all->setting[row] = static_cast<Setting>(4);
            all->costs[0][0].set(row, 9000 + 700 * double(row));
        }
        if (row >= 3 && row < 12) {
            all->setting[row] = Setting::withParents;
            all->costs[0][0].set(row, row == 3 ? 900 : 20);
        }
    }
    all->countCosts({});
    return all;
}

// Whom an outsider may not be told of: few, or one that is over half of what they cost.
struct Target
{
    std::string words;
    Row row;
};

std::vector<Target> targets(const Cohort& all, bool ofMoney)
{
    std::vector<Target> found;
    const auto consider = [&](const std::string& words, const Row& row) {
        Spend spend;
        std::uint64_t children = 0;
        for (std::size_t child = 0; child < row.size(); ++child) {
            children += row[child] != 0 ? 1 : 0;
            if (row[child] != 0)
                spend.add(all.weeklyCost.at(child).value_or(0));
        }
        if (children > 0 && (!noneOrEnough(children) || (ofMoney && !spend.isSafe())))
            found.push_back({words, row});
    };
    constexpr int kYears = 18;
    for (unsigned settings = 1; settings < (2U << kSettings); ++settings) {
        const auto chosen = [&](std::size_t row) {
            const auto setting = std::size_t(settingOf(all, row)); // the last bit: all the others
            return (settings >> std::min(setting, kSettings) & 1U) != 0;
        };
        consider("settings " + std::to_string(settings), rowOf(all, chosen));
        for (int from = 0; from < kYears; ++from)
            for (int to = from; to < std::min(from + 6, kYears); ++to)
                consider("settings " + std::to_string(settings) + " aged " + std::to_string(from) +
                             " to " + std::to_string(to),
                         rowOf(all, [&](std::size_t row) {
                             return chosen(row) && all.age.at(row) >= from && all.age.at(row) <= to;
                         }));
        for (int band = -1; band < 3; ++band)
            consider(
                "settings " + std::to_string(settings) + " of band " + std::to_string(band),
                rowOf(all, [&](std::size_t row) { return chosen(row) && all.band[row] == band; }));
    }
    for (std::size_t child = 0; child < all.size(); ++child)
        consider("child " + std::to_string(child),
                 rowOf(all, [&](std::size_t row) { return row == child; }));
    return found;
}

// Every choice of settings, with and without those set apart, by every range of whole ages; need
// bands one by one.
std::vector<CohortFilter> family()
{
    std::vector<CohortFilter> filters;
    const auto framework = tests::twoDomainFramework();
    constexpr int kLimits[] = {0, 1, 4, 5, 9, 10, 12, 15, 16, 17};
    for (unsigned settings = 0; settings < (1U << kSettings); ++settings) {
        CohortFilter filter;
        std::set<Setting> chosen;
        for (std::size_t s = 0; s < kSettings; ++s)
            if ((settings >> s & 1U) != 0)
                chosen.insert(static_cast<Setting>(s));
        filter.ask("setting", anyOf(chosen));
        filters.push_back(filter);
        filter.notCompared = {Setting::withParents, Setting::adoption};
        filters.push_back(filter);
        for (const int from : kLimits) {
            for (const int to : kLimits) {
                CohortFilter aged = filter;
                aged.ask("age", domain::between(from, to));
                if (from <= to && settings % 3 != 1)
                    filters.push_back(aged);
            }
        }
        for (const domain::Band& band : framework->bands()) {
            CohortFilter banded = filter;
            banded.ask("band", domain::anyOf({band.code}));
            filters.push_back(banded);
        }
    }
    return filters;
}

} // namespace

TEST_CASE("no adding and subtracting of publishable reports tells of few children")
{
    int reports = 0, figures = 0;
    for (const unsigned seed : {1U, 2U, 3U}) {
        const auto all = someCouncil(90 + 90 * seed, seed);
        Known known;
        for (const CohortFilter& filter : family())
            tell(all, filter, known);
        for (const Target& target : targets(*all, false)) {
            INFO("seed " << seed << ": how many, " << target.words);
            CHECK_FALSE(known.counts.holds(target.row));
        }
        for (const Target& target : targets(*all, true)) {
            INFO("seed " << seed << ": what they cost, " << target.words);
            CHECK_FALSE(known.sums.holds(target.row));
        }
        reports += known.reports;
        figures += known.figures;
    }
    // There is something to subtract.
    CHECK(reports > 60);
    CHECK(figures > 100);
}

TEST_CASE("a year of age more or less does not tell what one child costs")
{
    // Of the kinship carers' children one is twelve, and dear.
    const auto all = std::make_shared<Cohort>(tests::smallCouncil(300, 7));
    for (std::size_t row = 0; row < all->size(); ++row) {
        all->kind[row] = CohortKind::lookedAfter;
        all->setting[row] = row < 50 ? Setting::kinshipFoster : Setting::inHouseFoster;
        all->age.set(row, row < 50 ? double(row % 12) : double(row % 18));
    }
    all->age.set(7, 12);
    all->countCosts({});
    for (const int oldest : {11, 12, 13}) {
        CohortFilter filter;
        filter.ask("age", domain::between({}, oldest));
        INFO("up to " << oldest);
        CHECK(DisclosureGuard::of(all, filter).failure().kind.code ==
              std::string("publish-cut-age"));
    }
}

TEST_CASE("settings withheld from one report are withheld from all, so that none is left over")
{
    // Adoption and unregistered are few, one of them very dear; supported and kinship are enough.
    const auto all = std::make_shared<Cohort>(tests::smallCouncil(200, 7));
    const auto place = [&](std::size_t from, std::size_t to, Setting setting, double cost) {
        for (std::size_t row = from; row < to; ++row) {
            all->kind[row] = CohortKind::lookedAfter;
            all->setting[row] = setting;
            all->costs[0][0].set(row, cost + double(row % 7));
            all->costs[2][0].clear(row);
        }
    };
    place(0, 1, Setting::unregistered, 14970);
    place(1, 5, Setting::adoption, 50);
    place(5, 15, Setting::supportedAccommodation, 800);
    place(15, 60, Setting::kinshipFoster, 140);
    place(60, 200, Setting::inHouseFoster, 600);
    all->countCosts({});
    const auto sumsOf = [&](std::set<Setting> settings) {
        CohortFilter filter;
        filter.ask("setting", anyOf(settings));
        const auto guard = DisclosureGuard::of(all, filter);
        std::map<Setting, bool> shown;
        if (!guard)
            return shown;
        std::vector<Setting> each;
        std::vector<Spend> spends;
        for (const Setting setting :
             {Setting::unregistered, Setting::adoption, Setting::supportedAccommodation,
              Setting::kinshipFoster, Setting::inHouseFoster}) {
            Spend spend;
            for (std::size_t row = 0; row < all->size(); ++row)
                if (all->setting[row] == setting && all->passes(row, filter))
                    spend.add(all->weeklyCost.at(row).value_or(0));
            each.push_back(setting);
            spends.push_back(spend);
        }
        const auto sums = guard->sums(spends, {}, [&](std::size_t row) {
            const auto found = std::ranges::find(each, all->setting[row]);
            return found == each.end() ? -1 : int(found - each.begin());
        });
        for (std::size_t i = 0; i < each.size(); ++i)
            shown[each[i]] = sums[i].has_value();
        return shown;
    };
    const auto everything = sumsOf({});
    REQUIRE_FALSE(everything.at(Setting::unregistered));
    const std::set<Setting> some{Setting::kinshipFoster, Setting::inHouseFoster};
    for (const auto& [setting, shown] : sumsOf(some))
        if (some.contains(setting))
            CHECK(shown <= everything.at(setting));
    // Nor does the whole of these settings tell of those that are withheld together.
    CohortFilter threeOfFive;
    threeOfFive.ask("setting", domain::anyOf({Setting::inHouseFoster, Setting::unregistered,
                                              Setting::adoption}));
    const auto guard = DisclosureGuard::of(all, threeOfFive);
    if (guard)
        CHECK_FALSE(
            guard->sum(spendOf(all->filtered(threeOfFive), [](std::size_t) { return true; })));
}
