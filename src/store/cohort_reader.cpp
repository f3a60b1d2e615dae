// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cohort_reader.h"

#include "store/cohort_columns.h"

#include <algorithm>

namespace twelvefold::store {
namespace {

struct Person
{
    ChildId id;
    std::string pseudonym;
    Sex sex = Sex::unspecified;
    std::optional<Date> born;
    std::optional<CohortKind> kind; // none: not current
    Date kindStart;
    std::string disability;
};

struct KindOnDay
{
    ChildId child;
    CohortKind kind;
    Date start;
};

// By child; where several hold, looked after goes before a plan, and a plan before in need.
std::vector<KindOnDay> kindsOn(Connection& connection, Date census)
{
    std::vector<KindOnDay> kinds;
    Query query(connection, "SELECT child, kind, start_day FROM kind_period WHERE start_day <= ?1 "
                            "AND (end_day IS NULL OR end_day > ?1) ORDER BY child");
    query.with(census);
    while (query.next()) {
        const KindOnDay found{query.id<ChildId>(0), query.word<CohortKind>(1), query.day(2)};
        if (kinds.empty() || kinds.back().child != found.child)
            kinds.push_back(found);
        else if (found.kind < kinds.back().kind)
            kinds.back() = found;
    }
    return kinds;
}

std::vector<Person> people(Connection& connection, const CohortRequest& request)
{
    const std::vector<KindOnDay> kinds = kindsOn(connection, request.census);
    auto kind = kinds.begin();
    std::vector<Person> found;
    found.reserve(kinds.size());
    Query query(connection,
                "SELECT c.id, c.pseudonym, c.sex, coalesce(i.born, c.born_month), "
                "c.disability FROM child c LEFT JOIN identity i ON i.child = c.id ORDER BY c.id");
    while (query.next()) {
        const auto id = query.id<ChildId>(0);
        while (kind != kinds.end() && kind->child < id)
            ++kind;
        const bool current = kind != kinds.end() && kind->child == id;
        if (!current && !request.everyChild)
            continue;
        Person person{id, query.text(1), query.word<Sex>(2), query.optionalDay(3), std::nullopt,
                      {}, query.text(4)};
        if (current) {
            person.kind = kind->kind;
            person.kindStart = kind->start;
        }
        found.push_back(std::move(person));
    }
    std::ranges::sort(found, {}, &Person::pseudonym);
    return found;
}

// The newest framework that any assessment which counts was made against; else the newest.
StoredFramework frameworkInUse(Connection& connection, FrameworkShelf& frameworks, Date census)
{
    const std::vector<StoredFramework> all = frameworks.all();
    for (const StoredFramework& stored : all) {
        Query used(connection, "SELECT 1 FROM assessment WHERE framework = ? AND day <= ? "
                               "AND second_rating_of IS NULL LIMIT 1");
        if (used.with(stored.id, census).next())
            return stored;
    }
    return all.empty() ? StoredFramework{} : all.front();
}

void fillPeople(CohortRead& read, const std::vector<Person>& everybody)
{
    Cohort& cohort = read.cohort;
    for (std::size_t row = 0; row < everybody.size(); ++row) {
        const Person& person = everybody[row];
        cohort.child[row] = person.id;
        cohort.pseudonym[row] = person.pseudonym;
        cohort.kind[row] = person.kind.value_or(CohortKind::lookedAfter);
        read.current[row] = person.kind ? 1 : 0;
        cohort.sex[row] = person.sex;
        if (!person.disability.empty())
            cohort.disabled[row] = person.disability != "NONE";
        const int age = person.born ? ageInYears(*person.born, cohort.census) : -1;
        if (age >= 0)
            cohort.age.set(row, age);
        if (person.born)
            cohort.weeksTo18.set(row, daysBetween(cohort.census, birthday(*person.born, 18)) / 7.0);
    }
}

} // namespace

RowOfChild::RowOfChild(const std::vector<ChildId>& children)
{
    m_rows.reserve(children.size());
    for (std::size_t row = 0; row < children.size(); ++row)
        m_rows.emplace_back(children[row], row);
    std::ranges::sort(m_rows);
}

std::optional<std::size_t> RowOfChild::find(ChildId child)
{
    const auto holds = [&](std::size_t at) {
        return at < m_rows.size() && m_rows[at].first == child;
    };
    if (!holds(m_at))
        ++m_at; // mostly the next one
    if (!holds(m_at)) {
        const auto found =
            std::ranges::lower_bound(m_rows, child, {}, &std::pair<ChildId, std::size_t>::first);
        m_at = static_cast<std::size_t>(found - m_rows.begin());
    }
    return holds(m_at) ? std::optional(m_rows[m_at].second) : std::nullopt;
}

CohortRead readCohort(Connection& connection, FrameworkShelf& frameworks,
                      const CohortRequest& request)
{
    const ReadTransaction moment(connection);
    const std::vector<Person> everybody = people(connection, request);
    const StoredFramework framework = frameworkInUse(connection, frameworks, request.census);
    CohortRead read;
    Cohort& cohort = read.cohort;
    cohort.census = request.census;
    cohort.framework = framework.framework;
    cohort.resize(everybody.size(),
                  framework.framework == nullptr ? 0 : framework.framework->domainCount());
    read.current.resize(everybody.size());
    fillPeople(read, everybody);

    RowOfChild rows(cohort.child);
    std::vector<Date> since(everybody.size());
    for (std::size_t row = 0; row < everybody.size(); ++row)
        since[row] = everybody[row].kindStart;
    fillPlacements(connection, rows, since, cohort);
    fillLegalStatus(connection, rows, cohort);
    fillEvents(connection, rows, cohort);
    if (framework.framework != nullptr)
        fillAssessments(connection, frameworks, framework, request.earlierByDays, rows, cohort);
    if (framework.framework != nullptr && request.secondRatings)
        cohort.secondRatings =
            readSecondRatings(connection, frameworks, *framework.framework, request.census);
    fillCosts(connection, rows, cohort);
    fillOutcomes(connection, rows, cohort);
    return read;
}

std::vector<ChildRow> readChildRows(Connection& connection, FrameworkShelf& frameworks, Date on)
{
    const ReadTransaction moment(connection);
    const CohortRead read = readCohort(connection, frameworks, {on, true, 0, false});
    const Cohort& cohort = read.cohort;
    std::vector<ChildRow> rows(cohort.size());
    RowOfChild rowOf(cohort.child);

    Query children(connection, "SELECT id, local_id, born_month, ethnicity FROM child");
    while (children.next()) {
        if (const auto row = rowOf.find(children.id<ChildId>(0))) {
            Child& child = rows[*row].child;
            child.id = cohort.child[*row];
            child.localId = children.text(1);
            child.pseudonym = cohort.pseudonym[*row];
            child.sex = cohort.sex[*row];
            child.bornMonth = children.optionalDay(2);
            child.ethnicity = children.text(3);
        }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        ChildRow& shown = rows[row];
        if (const auto age = cohort.age.at(row))
            shown.age = static_cast<int>(*age);
        shown.setting = cohort.setting[row];
        shown.placedOn = cohort.placedOn[row];
        shown.needTotal = cohort.needTotal.at(row);
        shown.earlierTotal = cohort.earlierTotal.at(row);
        shown.assessedOn = cohort.assessedOn[row];
        if (const auto cost = cohort.weeklyCost.at(row))
            shown.weeklyCost = Money::fromPounds(*cost);
        shown.current = read.current[row] != 0;
    }
    Query drafts(connection, "SELECT DISTINCT child FROM draft");
    while (drafts.next()) {
        if (const auto row = rowOf.find(drafts.id<ChildId>(0)))
            rows[*row].hasDraft = true;
    }
    return rows;
}

} // namespace twelvefold::store
