// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/tables.h"

#include "domain/cost_placement.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace twelvefold::store {
namespace {

// at gives the record of a row.
auto list(Query& query, const auto& at)
{
    std::vector<decltype(at(query))> records;
    while (query.next())
        records.push_back(at(query));
    return records;
}

auto grouped(Query& query, const auto& at)
{
    std::unordered_map<ChildId, std::vector<decltype(at(query))>> records;
    while (query.next()) {
        auto record = at(query);
        records[record.child].push_back(std::move(record));
    }
    return records;
}

std::string episodes()
{
    return selectionText("episode e LEFT JOIN episode_postcode p ON p.episode = e.id",
                         kEpisodes.names("e.") + ", " + kEpisodePostcodes.rest.names("p."));
}

Episode episodeAt(const Query& query)
{
    Episode episode = kEpisodes(query);
    kEpisodePostcodes.rest.read(query, kEpisodes.size(), episode);
    return episode;
}

} // namespace

std::optional<Child> readChild(Connection& connection, ChildId id)
{
    static const std::string sql = selectionOf(kChildren) + " WHERE id = ?";
    Query query(connection, sql);
    return query.with(id).next() ? std::optional(kChildren(query)) : std::nullopt;
}

std::unordered_map<ChildId, Child> readChildren(Connection& connection)
{
    std::unordered_map<ChildId, Child> children;
    Query query(connection, selectionOf(kChildren));
    while (query.next())
        children.emplace(query.id<ChildId>(0), kChildren(query));
    return children;
}

std::optional<Identity> readIdentity(Connection& connection, ChildId id)
{
    static const std::string sql = selectionOf(kIdentities) + " WHERE child = ?";
    Query query(connection, sql);
    return query.with(id).next() ? std::optional(kIdentities(query)) : std::nullopt;
}

std::unordered_map<ChildId, Identity> readIdentities(Connection& connection)
{
    std::unordered_map<ChildId, Identity> identities;
    Query query(connection, selectionOf(kIdentities));
    while (query.next())
        identities.emplace(query.id<ChildId>(0), kIdentities(query));
    return identities;
}

std::vector<KindPeriod> readKindPeriods(Connection& connection, ChildId id)
{
    static const std::string sql =
        selectionOf(kKindPeriods) + " WHERE child = ? ORDER BY start_day, kind";
    Query query(connection, sql);
    return list(query.with(id), kKindPeriods);
}

std::vector<Placement> readPlacements(Connection& connection, ChildId id)
{
    static const std::string sql =
        selectionOf(kPlacements) + " WHERE child = ? ORDER BY start_day DESC, id DESC";
    Query query(connection, sql);
    return list(query.with(id), kPlacements);
}

std::unordered_map<ChildId, std::vector<Placement>> readAllPlacements(Connection& connection)
{
    Query query(connection, selectionOf(kPlacements) + " ORDER BY child, start_day DESC, id DESC");
    return grouped(query, kPlacements);
}

std::vector<Episode> readEpisodes(Connection& connection, ChildId id)
{
    static const std::string sql = episodes() + " WHERE e.child = ? ORDER BY e.start_day, e.id";
    Query query(connection, sql);
    return list(query.with(id), episodeAt);
}

std::unordered_map<ChildId, std::vector<Episode>> readAllEpisodes(Connection& connection)
{
    Query query(connection, episodes() + " ORDER BY e.child, e.start_day, e.id");
    return grouped(query, episodeAt);
}

std::vector<CostLine> readCostLines(Connection& connection, ChildId id)
{
    static const std::string sql =
        selectionOf(kCostLines) + " WHERE child = ? ORDER BY start_day DESC, id DESC";
    Query query(connection, sql);
    return list(query.with(id), kCostLines);
}

std::unordered_map<ChildId, std::vector<CostLine>> readAllCostLines(Connection& connection)
{
    Query query(connection, selectionOf(kCostLines) + " ORDER BY child, start_day DESC, id DESC");
    return grouped(query, kCostLines);
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
        "SELECT " + kCostLines.names("c.") +
            ", (SELECT min(e.end_day) FROM episode e "
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
        CostLine line = kCostLines(query);
        if (std::exchange(child, line.child) != line.child)
            placements = readPlacements(connection, line.child);
        const auto end = endOfPaidFor(line, placements, query.optionalDay(kCostLines.size()));
        if (end && (!line.period.end || *line.period.end > *end))
            lines.emplace_back(std::move(line), *end);
    }
    return lines;
}

std::vector<Outcome> readOutcomes(Connection& connection, ChildId id)
{
    static const std::string sql =
        selectionOf(kOutcomes) + " WHERE child = ? ORDER BY day DESC, id DESC";
    Query query(connection, sql);
    return list(query.with(id), kOutcomes);
}

std::unordered_map<ChildId, std::vector<Outcome>> readAllOutcomes(Connection& connection)
{
    Query query(connection, selectionOf(kOutcomes) + " ORDER BY child, day DESC, id DESC");
    return grouped(query, kOutcomes);
}

std::vector<CareEvent> readCareEvents(Connection& connection, ChildId id)
{
    static const std::string sql =
        selectionOf(kCareEvents) + " WHERE child = ? ORDER BY kind, start_day, id";
    Query query(connection, sql);
    return list(query.with(id), kCareEvents);
}

std::unordered_map<ChildId, std::vector<CareEvent>> readAllCareEvents(Connection& connection)
{
    Query query(connection, selectionOf(kCareEvents) + " ORDER BY child, kind, start_day, id");
    return grouped(query, kCareEvents);
}

std::vector<PutAside> readPutAsides(Connection& connection)
{
    Query query(connection, selectionOf(kPutAsides) + " ORDER BY child, on_day, id");
    return list(query, kPutAsides);
}

std::vector<CostDecision> readCostDecisions(Connection& connection)
{
    Query query(connection, selectionOf(kCostDecisions) + " ORDER BY child, id");
    return list(query, kCostDecisions);
}

namespace {

std::string requestsWithAnswers()
{
    return selectionText("placement_request r LEFT JOIN placement_answer a "
                         "ON a.placement_request = r.id",
                         kPlacementRequests.names("r.") + ", a.field, a.answer");
}

constexpr const char* kRequestsInOrder = " ORDER BY r.child, coalesce(r.placed_day, "
                                         "r.referred_day) DESC, r.id DESC, a.field";

// A row an answer.
std::vector<PlacementRequest> requestsIn(Query& query)
{
    std::vector<PlacementRequest> requests;
    while (query.next()) {
        PlacementRequest request = kPlacementRequests(query);
        if (requests.empty() || requests.back().id != request.id)
            requests.push_back(std::move(request));
        constexpr int field = kPlacementRequests.size();
        if (!query.isNull(field))
            requests.back().answers.insert_or_assign(query.text(field),
                                                     query.get<SensitiveText>(field + 1));
    }
    return requests;
}

} // namespace

std::vector<PlacementRequest> readPlacementRequests(Connection& connection, ChildId id)
{
    static const std::string sql = requestsWithAnswers() + " WHERE r.child = ?" + kRequestsInOrder;
    Query query(connection, sql);
    return requestsIn(query.with(id));
}

std::unordered_map<ChildId, std::vector<PlacementRequest>>
readAllPlacementRequests(Connection& connection)
{
    Query query(connection, requestsWithAnswers() + kRequestsInOrder);
    std::unordered_map<ChildId, std::vector<PlacementRequest>> byChild;
    for (PlacementRequest& request : requestsIn(query))
        byChild[request.child].push_back(std::move(request));
    return byChild;
}

std::vector<Provider> readProvidersAsRecorded(Connection& connection)
{
    Query query(connection, selectionOf(kProviders) + " ORDER BY name, id");
    return list(query, kProviders);
}

namespace {

// Homes of one name are told apart by their numbers where the name is a list's, which nobody chose.
void tellNamesApart(std::vector<Provider>& providers, const std::vector<Provider>& asRecorded)
{
    std::unordered_map<std::string, int> named;
    for (const Provider& provider : providers)
        ++named[provider.name];
    for (std::size_t i = 0; i < providers.size(); ++i) {
        Provider& provider = providers[i];
        if (provider.name != asRecorded[i].name && named[provider.name] > 1)
            provider.name += " (" + provider.urn + ")";
    }
}

} // namespace

std::vector<Provider> readProviders(Connection& connection)
{
    const std::vector<Provider> asRecorded = readProvidersAsRecorded(connection);
    const auto listed = readListedProviders(connection);
    if (listed.empty())
        return asRecorded;
    std::vector<Provider> providers = asRecorded;
    for (Provider& provider : providers) {
        if (const auto found = listed.find(provider.urn); found != listed.end())
            provider = completed(std::move(provider), found->second);
    }
    tellNamesApart(providers, asRecorded);
    std::ranges::sort(providers, {},
                      [](const Provider& one) { return std::tie(one.name, one.id); });
    return providers;
}

std::vector<RegisteredSetting> readRegisteredSettings(Connection& connection)
{
    Query query(connection, selectionOf(kRegisteredSettings) + " ORDER BY urn, listed_day");
    return list(query, kRegisteredSettings);
}

std::unordered_map<std::string, RegisteredSetting> readListedProviders(Connection& connection)
{
    static const std::string sql =
        selectionOf(kRegisteredSettings) +
        " WHERE urn IN (SELECT urn FROM provider WHERE urn IS NOT NULL) ORDER BY urn, listed_day";
    Query query(connection, sql);
    const std::vector<RegisteredSetting> said = list(query, kRegisteredSettings);
    std::unordered_map<std::string, RegisteredSetting> listed;
    for (auto from = said.begin(); from != said.end();) {
        const auto end =
            std::find_if(from, said.end(), [&](const auto& one) { return one.urn != from->urn; });
        listed.emplace(from->urn, *latestOf(std::span(from, end)));
        from = end;
    }
    return listed;
}

std::optional<Date> readLatestProviderList(Connection& connection)
{
    Query query(connection, "SELECT max(listed_day) FROM registered_setting");
    return query.next() ? query.optionalDay(0) : std::nullopt;
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
    // statutory return speaks of its whole year, even when nothing began on the last days of it; a
    // list of a day does not.
    Query query(
        connection,
        "SELECT min(earliest), max(latest), (SELECT max(return_year) FROM episode "
        "WHERE snapshot_day IS NULL) FROM ("
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
