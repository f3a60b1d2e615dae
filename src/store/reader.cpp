// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "domain/cost_placement.h"

#include <algorithm>
#include <utility>

namespace twelvefold::store {
namespace {

Child childAt(const Query& query)
{
    Child child;
    child.id = query.id<ChildId>(0);
    child.localId = query.text(1);
    child.pseudonym = query.text(2);
    child.sex = query.word<Sex>(3);
    child.bornMonth = query.optionalDay(4);
    child.ethnicity = query.text(5);
    return child;
}

Identity identityAt(const Query& query)
{
    Identity identity;
    identity.child = query.id<ChildId>(0);
    identity.givenName = query.sensitive(1);
    identity.familyName = query.sensitive(2);
    identity.born = query.optionalDay(3);
    identity.postcode = query.sensitive(4);
    identity.upn = query.sensitive(5);
    return identity;
}

Placement placementAt(const Query& query)
{
    Placement placement;
    placement.id = query.id<PlacementId>(0);
    placement.child = query.id<ChildId>(1);
    placement.period = query.period(2);
    placement.setting = query.word<Setting>(4);
    placement.provider = query.optionalId<ProviderId>(5);
    placement.sector = query.optionalWord<Sector>(6);
    placement.emergency = query.optionalFlag(7);
    placement.solo = query.optionalFlag(8);
    placement.deprivationOfLiberty = query.optionalFlag(9);
    placement.distanceMiles = query.optionalReal(10);
    placement.referredOn = query.optionalDay(11);
    placement.placeCode = query.text(12);
    placement.providerCode = query.text(13);
    placement.changeReason = query.text(14);
    placement.note = query.text(15);
    return placement;
}

Episode episodeAt(const Query& query)
{
    Episode episode;
    episode.id = query.id<EpisodeId>(0);
    episode.child = query.id<ChildId>(1);
    episode.start = query.day(2);
    episode.end = query.optionalDay(3);
    episode.reasonNew = query.text(4);
    episode.legalStatus = query.text(5);
    episode.needCode = query.text(6);
    episode.placeCode = query.text(7);
    episode.providerCode = query.text(8);
    episode.endReason = query.text(9);
    episode.changeReason = query.text(10);
    episode.urn = query.text(11);
    episode.distanceMiles = query.optionalReal(12);
    episode.returnYear = query.small(13);
    episode.homePostcode = query.sensitive(14);
    episode.placePostcode = query.sensitive(15);
    return episode;
}

CostLine costLineAt(const Query& query)
{
    CostLine line;
    line.id = query.id<CostLineId>(0);
    line.child = query.id<ChildId>(1);
    line.placement = query.optionalId<PlacementId>(2);
    line.component = query.word<CostComponent>(3);
    line.amount = Money::pence(query.integer(4));
    line.per = query.word<CostPer>(5);
    line.period = query.period(6);
    line.funder = query.word<Funder>(8);
    line.provider = query.optionalId<ProviderId>(9);
    line.note = query.text(10);
    return line;
}

Outcome outcomeAt(const Query& query)
{
    return {query.id<OutcomeId>(0), query.id<ChildId>(1), query.text(2),
            query.day(3),           query.real(4),        query.text(5)};
}

template<class Record>
std::vector<Record> list(Query& query, Record (*at)(const Query&))
{
    std::vector<Record> records;
    while (query.next())
        records.push_back(at(query));
    return records;
}

template<class Record>
std::unordered_map<ChildId, std::vector<Record>> grouped(Query& query, Record (*at)(const Query&))
{
    std::unordered_map<ChildId, std::vector<Record>> records;
    while (query.next()) {
        Record record = at(query);
        records[record.child].push_back(std::move(record));
    }
    return records;
}

} // namespace

std::optional<Child> readChild(Connection& connection, ChildId id)
{
    Query query(
        connection,
        "SELECT id, local_id, pseudonym, sex, born_month, ethnicity FROM child WHERE id = ?");
    return query.with(id).next() ? std::optional(childAt(query)) : std::nullopt;
}

std::unordered_map<ChildId, Child> readChildren(Connection& connection)
{
    std::unordered_map<ChildId, Child> children;
    Query query(connection,
                "SELECT id, local_id, pseudonym, sex, born_month, ethnicity FROM child");
    while (query.next())
        children.emplace(query.id<ChildId>(0), childAt(query));
    return children;
}

std::optional<Identity> readIdentity(Connection& connection, ChildId id)
{
    Query query(
        connection,
        "SELECT child, given_name, family_name, born, postcode, upn FROM identity WHERE child = ?");
    return query.with(id).next() ? std::optional(identityAt(query)) : std::nullopt;
}

std::unordered_map<ChildId, Identity> readIdentities(Connection& connection)
{
    std::unordered_map<ChildId, Identity> identities;
    Query query(connection,
                "SELECT child, given_name, family_name, born, postcode, upn FROM identity");
    while (query.next())
        identities.emplace(query.id<ChildId>(0), identityAt(query));
    return identities;
}

std::vector<KindPeriod> readKindPeriods(Connection& connection, ChildId id)
{
    std::vector<KindPeriod> periods;
    Query query(connection, "SELECT kind, start_day, end_day FROM kind_period WHERE child = ? "
                            "ORDER BY start_day, kind");
    query.with(id);
    while (query.next())
        periods.push_back({id, query.word<CohortKind>(0), query.period(1)});
    return periods;
}

std::vector<Placement> readPlacements(Connection& connection, ChildId id)
{
    Query query(
        connection,
        "SELECT id, child, start_day, end_day, setting, provider, sector, emergency, solo, "
        "deprivation_of_liberty, distance_miles, referred_day, place_code, provider_code, "
        "change_reason, note FROM placement WHERE child = ? ORDER BY start_day DESC, id DESC");
    return list(query.with(id), &placementAt);
}

std::unordered_map<ChildId, std::vector<Placement>> readAllPlacements(Connection& connection)
{
    Query query(connection,
                "SELECT id, child, start_day, end_day, setting, provider, sector, emergency, solo, "
                "deprivation_of_liberty, distance_miles, referred_day, place_code, provider_code, "
                "change_reason, note FROM placement ORDER BY child, start_day DESC, id DESC");
    return grouped(query, &placementAt);
}

std::vector<Episode> readEpisodes(Connection& connection, ChildId id)
{
    Query query(connection,
                "SELECT e.id, e.child, e.start_day, e.end_day, e.reason_new, e.legal_status, "
                "e.need_code, e.place_code, e.provider_code, e.end_reason, e.change_reason, e.urn, "
                "e.distance_miles, e.return_year, p.home, p.place "
                "FROM episode e LEFT JOIN episode_postcode p "
                "ON p.episode = e.id WHERE e.child = ? ORDER BY e.start_day, e.id");
    return list(query.with(id), &episodeAt);
}

std::unordered_map<ChildId, std::vector<Episode>> readAllEpisodes(Connection& connection)
{
    Query query(connection,
                "SELECT e.id, e.child, e.start_day, e.end_day, e.reason_new, e.legal_status, "
                "e.need_code, e.place_code, e.provider_code, e.end_reason, e.change_reason, e.urn, "
                "e.distance_miles, e.return_year, p.home, p.place "
                "FROM episode e LEFT JOIN episode_postcode p "
                "ON p.episode = e.id ORDER BY e.child, e.start_day, e.id");
    return grouped(query, &episodeAt);
}

std::vector<CostLine> readCostLines(Connection& connection, ChildId id)
{
    Query query(connection,
                "SELECT id, child, placement, component, pence, per, start_day, end_day, funder, "
                "provider, note FROM cost_line WHERE child = ? ORDER BY start_day DESC, id DESC");
    return list(query.with(id), &costLineAt);
}

std::unordered_map<ChildId, std::vector<CostLine>> readAllCostLines(Connection& connection)
{
    Query query(connection,
                "SELECT id, child, placement, component, pence, per, start_day, end_day, funder, "
                "provider, note FROM cost_line ORDER BY child, start_day DESC, id DESC");
    return grouped(query, &costLineAt);
}

namespace {

// When what a line pays for ends: its placement, or the child's life.
std::optional<Date> endOfPaidFor(const CostLine& line, const std::vector<Placement>& placements,
                                 std::optional<Date> death)
{
    std::optional<Date> end = death;
    const auto paidFor = placementPaidFor(line, placements);
    const auto placement = std::ranges::find(
        placements, paidFor, [](const Placement& p) { return std::optional(p.id); });
    if (placement != placements.end() && placement->period.end)
        end = end ? std::min(*end, *placement->period.end) : *placement->period.end;
    return end;
}

} // namespace

std::vector<std::pair<CostLine, Date>> readLinesPastTheirEnd(Connection& connection)
{
    // Those that may be: which placement a line pays for is the domain's to say. E2 is the return's
    // word for a death.
    Query query(
        connection,
        "SELECT c.id, c.child, c.placement, c.component, c.pence, c.per, c.start_day, c.end_day, "
        "c.funder, c.provider, c.note, (SELECT min(e.end_day) FROM episode e "
        "WHERE e.child = c.child AND e.end_reason = 'E2') FROM cost_line c WHERE c.id IN ("
        "SELECT l.id FROM cost_line l JOIN placement p ON p.id = l.placement "
        "WHERE l.end_day IS NULL AND p.end_day IS NOT NULL OR l.end_day > p.end_day UNION ALL "
        "SELECT l.id FROM cost_line l JOIN placement p ON p.child = l.child "
        "AND p.start_day <= l.start_day AND p.end_day > l.start_day "
        "WHERE l.placement IS NULL AND l.component = 'core' "
        "AND (l.end_day IS NULL OR l.end_day > p.end_day) UNION ALL "
        "SELECT l.id FROM episode e JOIN cost_line l ON l.child = e.child "
        "WHERE e.end_reason = 'E2' AND e.end_day IS NOT NULL) "
        "AND c.per <> 'once' ORDER BY c.child, c.start_day, c.id");
    std::vector<std::pair<CostLine, Date>> lines;
    std::vector<Placement> placements; // of the child of the line before
    ChildId child;
    while (query.next()) {
        CostLine line = costLineAt(query);
        if (std::exchange(child, line.child) != line.child)
            placements = readPlacements(connection, line.child);
        const auto end = endOfPaidFor(line, placements, query.optionalDay(11));
        if (end && (!line.period.end || *line.period.end > *end))
            lines.emplace_back(std::move(line), *end);
    }
    return lines;
}

std::vector<Outcome> readOutcomes(Connection& connection, ChildId id)
{
    Query query(connection, "SELECT id, child, measure, day, value, source FROM outcome WHERE "
                            "child = ? ORDER BY day DESC, id DESC");
    return list(query.with(id), &outcomeAt);
}

std::unordered_map<ChildId, std::vector<Outcome>> readAllOutcomes(Connection& connection)
{
    Query query(connection, "SELECT id, child, measure, day, value, source FROM outcome ORDER BY "
                            "child, day DESC, id DESC");
    return grouped(query, &outcomeAt);
}

std::vector<Provider> readProviders(Connection& connection)
{
    std::vector<Provider> providers;
    Query query(
        connection,
        "SELECT id, name, sector, owner_group, urn, region FROM provider ORDER BY name, id");
    while (query.next()) {
        providers.push_back({query.id<ProviderId>(0), query.text(1), query.optionalWord<Sector>(2),
                             query.text(3), query.text(4), query.text(5)});
    }
    return providers;
}

std::unordered_map<std::string, ChildId> readChildrenByLocalId(Connection& connection)
{
    std::unordered_map<std::string, ChildId> children;
    Query query(connection, "SELECT local_id, id FROM child WHERE local_id IS NOT NULL");
    while (query.next())
        children.emplace(query.text(0), query.id<ChildId>(1));
    return children;
}

std::unordered_map<std::string, ProviderId> readProvidersByUrn(Connection& connection)
{
    std::unordered_map<std::string, ProviderId> providers;
    Query query(connection, "SELECT urn, id FROM provider WHERE urn IS NOT NULL");
    while (query.next())
        providers.emplace(query.text(0), query.id<ProviderId>(1));
    return providers;
}

std::optional<std::pair<Date, Date>> readRecordedSpan(Connection& connection)
{
    // A cost may be agreed for years ahead, so its end says nothing of how far the records reach. A
    // statutory return speaks of its whole year, even when nothing began on the last days of it.
    Query query(
        connection,
        "SELECT min(earliest), max(latest), (SELECT max(return_year) FROM episode) FROM ("
        "SELECT min(start_day) AS earliest, max(coalesce(end_day - 1, start_day)) AS latest "
        "FROM placement UNION ALL "
        "SELECT min(day), max(day) FROM assessment UNION ALL "
        "SELECT min(day), max(day) FROM outcome UNION ALL "
        "SELECT min(start_day), max(start_day) FROM cost_line)");
    if (!query.next() || query.isNull(0))
        return std::nullopt;
    const Date returned = Date::from(query.small(2), 3, 31).value_or(query.day(1));
    return std::pair(query.day(0), std::max(query.day(1), returned));
}

} // namespace twelvefold::store
