// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/audit.h"
#include "store/cohort_reader.h"
#include "store/copies.h"
#include "store/drafts.h"
#include "store/integrity.h"
#include "store/open.h"
#include "store/open_store.h"
#include "store/reader.h"

namespace twelvefold::store {
namespace {

constexpr MessageKind kNewerBackup{
    "restore-newer-backup",
    TWELVEFOLD_TEXT("Message",
                    "%1 was made by a later version of Twelvefold: update the program to "
                    "restore it.")};
constexpr MessageKind kFaultyBackup{
    "restore-faulty-backup",
    TWELVEFOLD_TEXT("Message",
                    "%1 is not restored, because it has faults. Where there is no better "
                    "one, copy it and open the copy. The first fault: %2")};

} // namespace

OpenStore::OpenStore(std::filesystem::path where, std::unique_ptr<Connection> opened,
                     std::unique_ptr<files::WriterLock> held, FileState found)
    : path(std::move(where)), connection(std::move(opened)), lock(std::move(held)), state(found),
      shapes(*connection), frameworks(*connection)
{
}

Store::Store(std::unique_ptr<OpenStore> open) : m_open(std::move(open)) {}

Store::~Store() = default;

std::filesystem::path Store::path() const
{
    return m_open->path;
}

bool Store::readOnly() const
{
    return m_open->lock == nullptr;
}

std::int64_t Store::changeCount() const
{
    return m_open->connection->allChanges();
}

Opened Store::open(const std::filesystem::path& path, Access access)
{
    return openStore(path, access, migrations());
}

Result<std::unique_ptr<Store>> Store::create(const std::filesystem::path& path,
                                             const std::string& councilName,
                                             const NeedsFramework& framework,
                                             const std::string& author)
{
    return createStore(path, {councilName, framework, author}, migrations());
}

Opened Store::repair(const std::filesystem::path& path, const std::string& author)
{
    return repairStore(path, author, migrations());
}

Result<std::unique_ptr<Store>> Store::create(const files::OutputFile& file,
                                             const std::string& councilName,
                                             const NeedsFramework& framework,
                                             const std::string& author)
{
    return createStore(file, {councilName, framework, author}, migrations());
}

Result<Done> Store::restore(const std::filesystem::path& backup, const std::filesystem::path& to)
{
    const Opened opened = Store::open(backup, Access::readOnly);
    if (opened.state == OpenState::newer)
        return Message{kNewerBackup, {shownName(backup)}};
    if (opened.store == nullptr)
        return opened.message;
    try {
        if (const CheckReport report = opened.store->check(); !report.sound())
            return Message{kFaultyBackup,
                           {shownName(backup), plainEnglish(report.faults.front().message)}};
        return opened.store->m_open->alone(
            [&] { return copyStore(*opened.store->m_open->connection, to, Copy::store); });
    } catch (const WorldError& error) {
        return error.message();
    }
}

bool Store::changedUnderneath() const
{
    return readOnly() && stateOf(m_open->path) != m_open->state;
}

std::string Store::councilName() const
{
    return m_open->alone([&] {
        Query query(*m_open->connection, "SELECT value FROM about WHERE key = 'council'");
        return query.next() ? query.text(0) : std::string();
    });
}

std::optional<Step> Store::nextUndo() const
{
    return m_open->alone([&] { return latestUndoable(*m_open->connection); });
}

std::optional<Step> Store::nextRedo() const
{
    return m_open->alone([&] { return latestRedoable(*m_open->connection); });
}

std::optional<Assessment> Store::draft(ChildId child, const std::string& author) const
{
    return m_open->alone(
        [&] { return readDraft(*m_open->connection, m_open->frameworks, child, author); });
}

std::vector<Store::DraftRow> Store::drafts() const
{
    return m_open->alone([&] { return readDraftRows(*m_open->connection); });
}

std::size_t Store::childCount() const
{
    return m_open->alone([&] {
        return static_cast<std::size_t>(m_open->connection->number("SELECT count(*) FROM child"));
    });
}

std::vector<ChildRow> Store::childRows(Date on) const
{
    return m_open->alone(
        [&] { return readChildRows(*m_open->connection, m_open->frameworks, on); });
}

std::optional<Child> Store::child(ChildId id) const
{
    return m_open->alone([&] { return readChild(*m_open->connection, id); });
}

std::optional<Identity> Store::identity(ChildId id) const
{
    return m_open->alone([&] { return readIdentity(*m_open->connection, id); });
}

std::vector<KindPeriod> Store::kindPeriods(ChildId id) const
{
    return m_open->alone([&] { return readKindPeriods(*m_open->connection, id); });
}

std::vector<Placement> Store::placements(ChildId id) const
{
    return m_open->alone([&] { return readPlacements(*m_open->connection, id); });
}

std::vector<Episode> Store::episodes(ChildId id) const
{
    return m_open->alone([&] { return readEpisodes(*m_open->connection, id); });
}

std::vector<CostLine> Store::costLines(ChildId id) const
{
    return m_open->alone([&] { return readCostLines(*m_open->connection, id); });
}

std::vector<Outcome> Store::outcomes(ChildId id) const
{
    return m_open->alone([&] { return readOutcomes(*m_open->connection, id); });
}

std::vector<Assessment> Store::assessments(ChildId id) const
{
    return m_open->alone(
        [&] { return readAssessments(*m_open->connection, m_open->frameworks, id); });
}

std::vector<PutAside> Store::putAsides() const
{
    return m_open->alone([&] { return readPutAsides(*m_open->connection); });
}

std::vector<CostDecision> Store::costDecisions() const
{
    return m_open->alone([&] { return readCostDecisions(*m_open->connection); });
}

std::vector<PlacementRequest> Store::placementRequests(ChildId id) const
{
    return m_open->alone([&] { return readPlacementRequests(*m_open->connection, id); });
}

std::unordered_map<ChildId, std::vector<PlacementRequest>> Store::allPlacementRequests() const
{
    return m_open->alone([&] { return readAllPlacementRequests(*m_open->connection); });
}

std::vector<Provider> Store::providers() const
{
    return m_open->alone([&] { return readProviders(*m_open->connection); });
}

std::vector<Provider> Store::providersAsRecorded() const
{
    return m_open->alone([&] { return readProvidersAsRecorded(*m_open->connection); });
}

std::vector<RegisteredSetting> Store::registeredSettings() const
{
    return m_open->alone([&] { return readRegisteredSettings(*m_open->connection); });
}

std::unordered_map<std::string, RegisteredSetting> Store::listedProviders() const
{
    return m_open->alone([&] { return readListedProviders(*m_open->connection); });
}

std::optional<Date> Store::latestProviderList() const
{
    return m_open->alone([&] { return readLatestProviderList(*m_open->connection); });
}

std::vector<StoredFramework> Store::frameworks() const
{
    return m_open->alone([&] { return m_open->frameworks.all(); });
}

std::optional<StoredFramework> Store::framework(FrameworkId id) const
{
    return m_open->alone([&]() -> std::optional<StoredFramework> {
        auto found = m_open->frameworks.find(id);
        if (found == nullptr)
            return std::nullopt;
        return StoredFramework{id, std::move(found)};
    });
}

std::unordered_map<std::string, ChildId> Store::childrenByLocalId() const
{
    return m_open->alone([&] { return readChildrenByLocalId(*m_open->connection); });
}

std::unordered_map<std::string, ProviderId> Store::providersByUrn() const
{
    return m_open->alone([&] { return readProvidersByUrn(*m_open->connection); });
}

std::unordered_map<ChildId, std::vector<Episode>> Store::allEpisodes() const
{
    return m_open->alone([&] { return readAllEpisodes(*m_open->connection); });
}

std::unordered_map<ChildId, std::vector<Placement>> Store::allPlacements() const
{
    return m_open->alone([&] { return readAllPlacements(*m_open->connection); });
}

std::unordered_map<ChildId, std::vector<CostLine>> Store::allCostLines() const
{
    return m_open->alone([&] { return readAllCostLines(*m_open->connection); });
}

std::vector<std::pair<CostLine, Date>> Store::linesPastTheirEnd() const
{
    return m_open->alone([&] { return readLinesPastTheirEnd(*m_open->connection); });
}

std::unordered_map<ChildId, std::vector<Outcome>> Store::allOutcomes() const
{
    return m_open->alone([&] { return readAllOutcomes(*m_open->connection); });
}

std::vector<CareEvent> Store::careEvents(ChildId id) const
{
    return m_open->alone([&] { return readCareEvents(*m_open->connection, id); });
}

std::unordered_map<ChildId, std::vector<CareEvent>> Store::allCareEvents() const
{
    return m_open->alone([&] { return readAllCareEvents(*m_open->connection); });
}

std::unordered_map<ChildId, Identity> Store::allIdentities() const
{
    return m_open->alone([&] { return readIdentities(*m_open->connection); });
}

std::unordered_map<ChildId, Child> Store::allChildren() const
{
    return m_open->alone([&] { return readChildren(*m_open->connection); });
}

std::vector<AuditEntry> Store::audit(std::size_t newest) const
{
    return m_open->alone([&] { return newestEntries(*m_open->connection, newest); });
}

std::vector<AuditEntry> Store::auditOf(ChildId child) const
{
    return m_open->alone([&] { return entriesOf(*m_open->connection, child); });
}

Cohort Store::cohort(Date census) const
{
    return m_open->alone(
        [&] { return readCohort(*m_open->connection, m_open->frameworks, {census}).cohort; });
}

std::optional<std::pair<Date, Date>> Store::recordedSpan() const
{
    return m_open->alone([&] { return readRecordedSpan(*m_open->connection); });
}

bool Store::runsOnByHand() const
{
    return m_open->alone([&] {
        return Query(*m_open->connection,
                     "SELECT 1 FROM placement WHERE end_day IS NULL AND NOT EXISTS "
                     "(SELECT 1 FROM episode) LIMIT 1")
            .next();
    });
}

CheckReport Store::check(std::stop_token stop) const
{
    return m_open->alone(
        [&] { return examined(*m_open->connection, m_open->frameworks, m_open->shapes, stop); });
}

CheckReport Store::checkAside(const std::filesystem::path& path, std::stop_token stop)
{
    return atDoor(path, [&] {
        Connection file(path, SQLITE_OPEN_READONLY);
        prepareConnection(file);
        return examinedAside(file, stop);
    });
}

Result<Done> Store::backup(const std::filesystem::path& to, Existing existing) const
{
    return m_open->alone([&]() -> Result<Done> {
        if (existing == Existing::kept)
            return copyStore(*m_open->connection, to, Copy::backup);
        const auto isSound = [&] { return check({}).sound(); };
        return replaceByCopy(*m_open->connection, to, Copy::backup,
                             [&] { return whyNotReplaced(to, *m_open->connection, isSound); });
    });
}

} // namespace twelvefold::store
