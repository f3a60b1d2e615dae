// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/frameworks.h"
#include "store/store.h"

// Reads records as they were written: one child's, or everybody's.
namespace twelvefold::store {

std::optional<Child> readChild(Connection& connection, ChildId id);
std::unordered_map<ChildId, Child> readChildren(Connection& connection);
std::optional<Identity> readIdentity(Connection& connection, ChildId id);
std::unordered_map<ChildId, Identity> readIdentities(Connection& connection);
std::vector<KindPeriod> readKindPeriods(Connection& connection, ChildId id);

std::vector<Placement> readPlacements(Connection& connection, ChildId id);
std::vector<Episode> readEpisodes(Connection& connection, ChildId id);
std::vector<CostLine> readCostLines(Connection& connection, ChildId id);
std::vector<Outcome> readOutcomes(Connection& connection, ChildId id);
std::unordered_map<ChildId, std::vector<Placement>> readAllPlacements(Connection& connection);
std::unordered_map<ChildId, std::vector<Episode>> readAllEpisodes(Connection& connection);
std::unordered_map<ChildId, std::vector<CostLine>> readAllCostLines(Connection& connection);
std::unordered_map<ChildId, std::vector<Outcome>> readAllOutcomes(Connection& connection);
std::vector<CareEvent> readCareEvents(Connection& connection, ChildId id);
std::unordered_map<ChildId, std::vector<CareEvent>> readAllCareEvents(Connection& connection);
std::vector<std::pair<CostLine, Date>> readLinesPastTheirEnd(Connection& connection);

std::vector<PutAside> readPutAsides(Connection& connection);
std::vector<CostDecision> readCostDecisions(Connection& connection);
std::vector<PlacementRequest> readPlacementRequests(Connection& connection, ChildId id);
std::unordered_map<ChildId, std::vector<PlacementRequest>>
readAllPlacementRequests(Connection& connection);
std::vector<Provider> readProviders(Connection& connection); // completed by what lists say
std::vector<Provider> readProvidersAsRecorded(Connection& connection);
std::vector<RegisteredSetting> readRegisteredSettings(Connection& connection);
// What the lists together say of those that are providers here, by URN.
std::unordered_map<std::string, RegisteredSetting> readListedProviders(Connection& connection);
std::optional<Date> readLatestProviderList(Connection& connection);
std::unordered_map<std::string, ChildId> readChildrenByLocalId(Connection& connection);
std::unordered_map<std::string, ProviderId> readProvidersByUrn(Connection& connection);
std::optional<std::pair<Date, Date>> readRecordedSpan(Connection& connection);

std::vector<Assessment> readAssessments(Connection& connection, FrameworkShelf& frameworks,
                                        ChildId id);

} // namespace twelvefold::store
