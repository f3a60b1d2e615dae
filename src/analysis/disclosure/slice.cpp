// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/disclosure/slice.h"

#include "analysis/disclosure/criteria.h"

#include <algorithm>
#include <array>
#include <map>
#include <type_traits>

namespace twelvefold::analysis {
namespace {

using domain::Cohort;
using domain::CohortFilter;

constexpr MessageKind kSliceFew{
    "publish-few-children",
    TWELVEFOLD_TEXT("Message", "This cannot be published: fewer than %1 children are chosen, so "
                               "every figure would be about them. Choose more children.")};
constexpr MessageKind kFewLeftOut{
    "publish-few-left-out",
    TWELVEFOLD_TEXT("Message", "This cannot be published: the filters, or some of them, leave out "
                               "fewer than %1 children, so subtracting this from a report with "
                               "fewer filters would tell of them. Leave out more children, or "
                               "none.")};
constexpr MessageKind kSmallPart{
    "publish-small-part",
    TWELVEFOLD_TEXT("Message", "This cannot be published: the filter on %2 takes some of the "
                               "groups that are too small to be shown and leaves others, so "
                               "subtracting other reports would tell of fewer than %1 children. "
                               "Choose only larger groups, or do without this filter.")};
constexpr MessageKind kCutPart{
    "publish-cut-age",
    TWELVEFOLD_TEXT("Message",
                    "This cannot be published: ages are published in bands, 0 to 4, 5 to "
                    "9, 10 to 15 and 16 and over, since a report with another limit would "
                    "tell of the few children between. Choose limits of age that take "
                    "whole bands.")};
constexpr MessageKind kProvider{
    "publish-provider",
    TWELVEFOLD_TEXT("Message", "This cannot be published: a report on some providers would tell "
                               "what they are paid, and beside one on settings whom they care for. "
                               "Do without the filter on %1.")};
constexpr MessageKind kFewBeside{
    "publish-few-beside",
    TWELVEFOLD_TEXT("Message",
                    "This cannot be published: the filter on %2, beside a report with a "
                    "filter on %3, would tell of fewer than %1 children. Do without this "
                    "filter.")};
constexpr MessageKind kFewApart{
    "publish-few-apart",
    TWELVEFOLD_TEXT("Message", "This cannot be published: the filters would tell of fewer than %1 "
                               "of the children whose settings are not compared with the rest, "
                               "such as those with parents. Leave these out, or use other "
                               "filters.")};
constexpr MessageKind kFewOfKind{
    "publish-few-of-a-kind",
    TWELVEFOLD_TEXT("Message", "This cannot be published: of one of the kinds of children chosen "
                               "there are fewer than %1. Choose the other kinds.")};
constexpr MessageKind kFewTogether{
    "publish-few-together",
    TWELVEFOLD_TEXT("Message", "This cannot be published: the filters together tell children apart "
                               "into groups of fewer than %1, so subtracting other reports would "
                               "tell of them. Use fewer filters at once.")};

const std::int64_t kFewest = std::int64_t(kFewestChildren);

using Labels = std::vector<int>; // one for each child of a slice

// The same division with 0, 1, 2 … for its parts, in the order in which children are met: however a
// division was come by, it looks the same.
Labels inOrder(const Labels& labels, std::map<int, int>* places = nullptr)
{
    std::map<int, int> place;
    Labels ordered;
    ordered.reserve(labels.size());
    for (const int label : labels)
        ordered.push_back(place.try_emplace(label, int(place.size())).first->second);
    if (places != nullptr)
        *places = std::move(place);
    return ordered;
}

std::size_t numberOf(const Labels& ordered)
{
    return ordered.empty() ? 0 : std::size_t(*std::ranges::max_element(ordered)) + 1;
}

SpendTable tableOf(const Labels& rows, const Labels& columns, const std::vector<double>& costs)
{
    SpendTable table{numberOf(rows), numberOf(columns), {}, {}};
    table.counts.resize(table.rows * table.columns, 0);
    table.spends.resize(table.counts.size());
    for (std::size_t child = 0; child < rows.size(); ++child) {
        const std::size_t cell =
            std::size_t(rows[child]) * table.columns + std::size_t(columns[child]);
        ++table.counts[cell];
        table.spends[cell].add(costs[child]);
    }
    return table;
}

// Of a list of parts, by place.
std::vector<bool> withheldOfList(const Labels& ordered, const std::vector<double>& costs, Of of)
{
    const SpendTable list = tableOf(Labels(ordered.size(), 0), ordered, costs);
    const std::vector<bool> counts = withheldCounts(list.counts);
    return of == Of::counts ? counts : withheldSums(list.spends, counts);
}

// The parts that a table of them all would withhold as one.
Labels merged(const Labels& ordered, const std::vector<double>& costs, Of of)
{
    const std::vector<bool> withheld = withheldOfList(ordered, costs, of);
    Labels labels = ordered;
    for (int& label : labels)
        label = withheld[std::size_t(label)] ? -1 : label;
    return inOrder(labels);
}

// Which cells of a table of two ways are withheld. Whichever way is asked for first, the answer is
// the same.
std::vector<bool> withheldOfTable(const Labels& rows, const Labels& columns,
                                  const std::vector<double>& costs, Of of)
{
    const bool turned = columns < rows;
    const SpendTable table = turned ? tableOf(columns, rows, costs) : tableOf(rows, columns, costs);
    const std::vector<bool> found = of == Of::counts ? withheldCounts(table) : withheldSums(table);
    if (!turned)
        return found;
    std::vector<bool> withheld(found.size());
    for (std::size_t cell = 0; cell < found.size(); ++cell)
        withheld[cell % table.columns * table.rows + cell / table.columns] = found[cell];
    return withheld;
}

bool allAreSafe(const SpendTable& table, Of of)
{
    return of == Of::counts ? allCountsAreSafe(table) : allSumsAreSafe(table);
}

// Children told apart by several criteria at once.
Labels together(const std::vector<const InForce*>& criteria, std::size_t children)
{
    Labels groups(children, 0);
    for (const InForce* criterion : criteria) {
        std::map<std::pair<int, int>, int> place;
        for (std::size_t child = 0; child < children; ++child)
            groups[child] =
                place.try_emplace({groups[child], criterion->group[child]}, int(place.size()))
                    .first->second;
    }
    return groups;
}

// Whether every part lies within one group.
bool isTold(const Labels& groups, const Labels& parts)
{
    std::map<int, int> groupOf;
    for (std::size_t child = 0; child < parts.size(); ++child)
        if (groupOf.try_emplace(parts[child], groups[child]).first->second != groups[child])
            return false;
    return true;
}

// Whether totals by two criteria, known side by side, tell of few children to somebody who knows
// which of their parts have no child in common: whether a cell of few, or whose sum is not safe, is
// known too closely although no cell is shown.
bool tellOfFew(const Labels& rows, const Labels& columns, const std::vector<double>& costs, Of of)
{
    const SpendTable table = tableOf(rows, columns, costs);
    return of == Of::counts ? totalsTellOfFewChildren(table) : totalsTellOfUnsafeSums(table);
}

// --- Making slices.

using Failing = unsigned; // a bit a criterion that a child fails

// Those who would be let through besides, if any of the criteria were dropped, are none or enough.
bool thoseLeftOutAreEnough(const std::vector<Failing>& failing)
{
    std::map<Failing, std::uint64_t> failingAll;
    Failing used = 0;
    for (const Failing fails : failing) {
        if (fails != 0)
            ++failingAll[fails];
        used |= fails;
    }
    for (Failing dropped = used; dropped != 0; dropped = (dropped - 1) & used) {
        std::uint64_t besides = 0;
        for (const auto& [fails, children] : failingAll)
            besides += (fails & ~dropped) == 0 ? children : 0;
        if (!noneOrEnough(besides))
            return false;
    }
    return true;
}

// Whether a criterion takes whole groups only.
bool takesWhole(const Labels& groups, const std::vector<Failing>& failing, std::size_t criterion)
{
    std::map<int, bool> fails;
    for (std::size_t child = 0; child < groups.size(); ++child) {
        const bool failed = (failing[child] >> criterion & 1U) != 0;
        if (fails.try_emplace(groups[child], failed).first->second != failed)
            return false;
    }
    return true;
}

class Making
{
public:
    Making(const Cohort& everyone, const CohortFilter& filter, Of of, std::size_t kinds)
        : m_everyone(everyone), m_of(of), m_kinds(kinds)
    {
        const CohortFilter none = withoutCriteria(filter);
        for (const domain::Criterion* criterion : criteriaOfAKind()) {
            const CohortFilter alone = onlyCriterion(filter, *criterion);
            m_alone.push_back(alone == none ? std::nullopt : std::optional(alone));
        }
    }

    // Nothing if one of the criteria takes nobody of them.
    std::optional<Slice> slice(const std::vector<std::size_t>& rows) const
    {
        const std::vector<Failing> failing = failingOf(rows);
        Slice slice{rows, {}, weeklyOf(rows), {}, {}};
        for (const Failing fails : failing)
            slice.taken.push_back(fails == 0 ? 1 : 0);
        const auto fail = [](std::size_t criterion) {
            return [criterion](Failing fails) { return (fails >> criterion & 1U) != 0; };
        };
        for (std::size_t criterion = 0; criterion < criteriaOfAKind().size(); ++criterion) {
            if (std::ranges::all_of(failing, fail(criterion)))
                return std::nullopt;
            if (std::ranges::any_of(failing, fail(criterion)))
                slice.inForce.push_back({criterion, partsOf(rows, criterion), {}});
        }
        slice.reason = reasonAgainst(slice, failing);
        for (InForce& criterion : slice.inForce) {
            criterion.group = merged(criterion.group, slice.weekly, m_of);
            for (const std::size_t other : besides(criterion.criterion))
                criterion.beside.push_back(merged(partsOf(rows, other), slice.weekly, m_of));
        }
        if (!slice.reason)
            slice.reason = reasonAgainstTogether(slice);
        return slice;
    }

    // Whether a report on those may stand by itself.
    bool canStandAlone(const std::vector<std::size_t>& rows) const
    {
        if (m_of == Of::counts)
            return noneOrEnough(rows.size());
        Spend spend;
        for (const double weekly : weeklyOf(rows))
            spend.add(weekly);
        return noneOrEnough(rows.size()) && spend.isSafe();
    }

private:
    std::vector<Failing> failingOf(const std::vector<std::size_t>& rows) const
    {
        std::vector<Failing> failing;
        failing.reserve(rows.size());
        for (const std::size_t row : rows) {
            Failing fails = 0;
            for (std::size_t criterion = 0; criterion < m_alone.size(); ++criterion)
                if (m_alone[criterion] && !m_everyone.passes(row, *m_alone[criterion]))
                    fails |= 1U << criterion;
            failing.push_back(fails);
        }
        return failing;
    }

    std::vector<double> weeklyOf(const std::vector<std::size_t>& rows) const
    {
        std::vector<double> weekly(rows.size(), 0.0);
        for (const auto& component : m_everyone.costs)
            for (const domain::NumberColumn& part : component)
                for (std::size_t child = 0; part.size() > 0 && child < rows.size(); ++child)
                    weekly[child] += part.at(rows[child]).value_or(0.0);
        return weekly;
    }

    Labels partsOf(const std::vector<std::size_t>& rows, std::size_t criterion) const
    {
        return inOrder(partsBy(*criteriaOfAKind()[criterion], m_everyone, rows));
    }

    std::optional<Message> reasonAgainst(const Slice& slice,
                                         const std::vector<Failing>& failing) const
    {
        if (!noneOrEnough(std::uint64_t(std::ranges::count(slice.taken, 1))))
            return Message{m_kinds > 1 ? kFewOfKind : kSliceFew, {kFewest}};
        if (!thoseLeftOutAreEnough(failing))
            return Message{kFewLeftOut, {kFewest}};
        for (const auto& [criterion, parts, beside] : slice.inForce) {
            const domain::Criterion& by = *criteriaOfAKind()[criterion];
            if (by.choices.tellsOfProviders)
                return Message{kProvider, {by.parts}};
            if (!takesWhole(parts, failing, criterion))
                return Message{kCutPart, {}};
            if (!takesWhole(merged(parts, slice.weekly, m_of), failing, criterion))
                return Message{kSmallPart, {kFewest, by.parts}};
        }
        return std::nullopt;
    }

    // The criteria before it that reports may filter by.
    static std::vector<std::size_t> besides(std::size_t criterion)
    {
        std::vector<std::size_t> others;
        for (std::size_t other = 0; other < criterion; ++other)
            if (canBePublished(*criteriaOfAKind()[other]))
                others.push_back(other);
        return others;
    }

    std::optional<Message> reasonAgainstTogether(const Slice& slice) const
    {
        if (slice.inForce.size() > 1 && !areSafeTogether(slice))
            return Message{kFewTogether, {kFewest}};
        for (const InForce& criterion : slice.inForce) {
            const std::vector<std::size_t> others = besides(criterion.criterion);
            for (std::size_t i = 0; i < others.size(); ++i)
                if (tellOfFew(criterion.beside[i], criterion.group, slice.weekly, m_of))
                    return Message{kFewBeside,
                                   {kFewest, criteriaOfAKind()[criterion.criterion]->parts,
                                    criteriaOfAKind()[others[i]]->parts}};
        }
        return std::nullopt;
    }

    bool areSafeTogether(const Slice& slice) const
    {
        std::vector<const InForce*> all;
        for (const InForce& criterion : slice.inForce)
            all.push_back(&criterion);
        const Labels groups = together(all, slice.rows.size());
        return allAreSafe(tableOf(Labels(groups.size(), 0), groups, slice.weekly), m_of);
    }

    const Cohort& m_everyone;
    Of m_of;
    std::size_t m_kinds;
    std::vector<std::optional<CohortFilter>> m_alone; // by each criterion that asks for anything
};

// How a table cuts across the criteria in force in a slice.
struct Crossing
{
    Labels parts;                       // of the table
    std::map<int, int> places;          // of the caller's parts among them
    std::vector<const InForce*> across; // criteria that the parts do not tell already
};

Crossing crossingOf(const Slice& slice, const PartOf& partOf)
{
    Crossing crossing;
    Labels parts;
    parts.reserve(slice.rows.size());
    for (const std::size_t row : slice.rows)
        parts.push_back(partOf(row));
    crossing.parts = inOrder(parts, &crossing.places);
    for (const InForce& criterion : slice.inForce)
        if (!isTold(criterion.group, crossing.parts))
            crossing.across.push_back(&criterion);
    return crossing;
}

// Whether a part of the table by a criterion, and by one that other reports may filter by, would
// tell of few in it.
bool partTellsOfFew(const Slice& slice, const Crossing& crossing, Of of,
                    const std::vector<std::size_t>& children)
{
    const auto within = [&](const auto& all) {
        std::decay_t<decltype(all)> some;
        for (const std::size_t child : children)
            some.push_back(all[child]);
        return some;
    };
    const std::vector<double> costs = within(slice.weekly);
    for (const InForce* criterion : crossing.across) {
        const Labels groups = merged(inOrder(within(criterion->group)), costs, of);
        for (const Labels& beside : criterion->beside) {
            if (!isTold(beside, crossing.parts) &&
                tellOfFew(merged(inOrder(within(beside)), costs, of), groups, costs, of))
                return true;
        }
    }
    return false;
}

// Adds to the places withheld those of which a group that is taken has a cell that is withheld.
void withholdAcross(const Slice& slice, const Crossing& crossing, Of of,
                    std::vector<bool>& withheld)
{
    const Labels groups = together(crossing.across, slice.rows.size());
    const Labels columns = merged(crossing.parts, slice.weekly, of);
    const SpendTable table = tableOf(groups, columns, slice.weekly);
    const std::vector<bool> cells =
        crossing.across.size() == 1
            ? withheldOfTable(groups, columns, slice.weekly, of)
            : std::vector<bool>(table.counts.size(), !allAreSafe(table, of));
    for (std::size_t child = 0; child < slice.rows.size(); ++child) {
        const std::size_t cell =
            std::size_t(groups[child]) * table.columns + std::size_t(columns[child]);
        if (slice.taken[child] != 0 && cells[cell])
            withheld[std::size_t(crossing.parts[child])] = true;
    }
    std::vector<std::vector<std::size_t>> children(withheld.size()); // of each part
    for (std::size_t child = 0; child < crossing.parts.size(); ++child)
        children[std::size_t(crossing.parts[child])].push_back(child);
    for (std::size_t part = 0; part < withheld.size(); ++part)
        withheld[part] = withheld[part] || partTellsOfFew(slice, crossing, of, children[part]);
}

} // namespace

std::vector<Slice> slicesOf(const Cohort& everyone, const CohortFilter& filter,
                            const std::set<domain::Setting>& setApart, Of of)
{
    const CohortFilter none = withoutCriteria(filter);
    std::map<domain::CohortKind, std::array<std::vector<std::size_t>, 2>> kinds;
    for (std::size_t row = 0; row < everyone.size(); ++row) {
        if (!everyone.passes(row, none))
            continue;
        const auto& setting = everyone.setting[row];
        const bool apart = setting && setApart.contains(*setting);
        kinds[everyone.kind[row]][apart ? 1 : 0].push_back(row);
    }
    const Making making(everyone, filter, of, kinds.size());
    std::vector<Slice> slices;
    for (auto& [kind, parts] : kinds) {
        if (!std::ranges::all_of(parts,
                                 [&](const auto& rows) { return making.canStandAlone(rows); })) {
            parts[0].insert(parts[0].end(), parts[1].begin(), parts[1].end());
            parts[1].clear();
        }
        for (std::size_t apart = 0; apart < parts.size(); ++apart) {
            auto slice = parts[apart].empty() ? std::nullopt : making.slice(parts[apart]);
            if (!slice)
                continue;
            if (apart == 1 && slice->reason)
                slice->reason = Message{kFewApart, {kFewest}};
            slices.push_back(std::move(*slice));
        }
    }
    return slices;
}

std::vector<bool> withheldParts(const Slice& slice, Of of, const PartOf& partOf, std::size_t parts)
{
    const Crossing crossing = crossingOf(slice, partOf);
    std::vector<bool> withheld = withheldOfList(crossing.parts, slice.weekly, of);
    if (!crossing.across.empty())
        withholdAcross(slice, crossing, of, withheld);
    std::vector<bool> found(parts, false);
    for (const auto& [part, place] : crossing.places)
        if (part >= 0 && std::size_t(part) < parts)
            found[std::size_t(part)] = withheld[std::size_t(place)];
    return found;
}

bool everyCostIsSafe(const Cohort& everyone, const Slice& slice, const PartOf& partOf)
{
    const Crossing crossing = crossingOf(slice, partOf);
    const Labels groups = together(crossing.across, slice.rows.size());
    for (const auto& component : everyone.costs) {
        for (const domain::NumberColumn& part : component) {
            if (part.size() == 0)
                continue;
            std::vector<double> costs;
            for (const std::size_t row : slice.rows)
                costs.push_back(part.at(row).value_or(0.0));
            if (!std::ranges::all_of(tableOf(groups, crossing.parts, costs).spends, &Spend::isSafe))
                return false;
        }
    }
    return true;
}

} // namespace twelvefold::analysis
