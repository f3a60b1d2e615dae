// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_store.h"

#include "store/audit.h"
#include "store/cohort_reader.h"
#include "store/copies.h"
#include "store/drafts.h"
#include "store/integrity.h"
#include "store/open.h"
#include "store/reader.h"

namespace twelvefold::store {

SqliteStore::SqliteStore(std::filesystem::path path, std::unique_ptr<Connection> connection,
                         std::unique_ptr<files::WriterLock> lock, FileState state)
    : m_path(std::move(path)), m_connection(std::move(connection)), m_lock(std::move(lock)),
      m_state(state), m_shapes(*m_connection), m_frameworks(*m_connection)
{
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
    return restoreStore(backup, to);
}

bool SqliteStore::changedUnderneath() const
{
    return readOnly() && stateOf(m_path) != m_state;
}

std::string SqliteStore::councilName() const
{
    return alone([&] {
        Query query(*m_connection, "SELECT value FROM about WHERE key = 'council'");
        return query.next() ? query.text(0) : std::string();
    });
}

std::optional<Step> SqliteStore::nextUndo() const
{
    return alone([&] { return latestUndoable(*m_connection); });
}

std::optional<Step> SqliteStore::nextRedo() const
{
    return alone([&] { return latestRedoable(*m_connection); });
}

std::optional<Assessment> SqliteStore::draft(ChildId child, const std::string& author) const
{
    return alone([&] { return readDraft(*m_connection, m_frameworks, child, author); });
}

std::vector<Store::DraftRow> SqliteStore::drafts() const
{
    return alone([&] { return readDraftRows(*m_connection); });
}

std::size_t SqliteStore::childCount() const
{
    return alone([&] {
        return static_cast<std::size_t>(m_connection->number("SELECT count(*) FROM child"));
    });
}

std::vector<ChildRow> SqliteStore::childRows(Date on) const
{
    return alone([&] { return readChildRows(*m_connection, m_frameworks, on); });
}

std::optional<Child> SqliteStore::child(ChildId id) const
{
    return alone([&] { return readChild(*m_connection, id); });
}

std::optional<Identity> SqliteStore::identity(ChildId id) const
{
    return alone([&] { return readIdentity(*m_connection, id); });
}

std::vector<KindPeriod> SqliteStore::kindPeriods(ChildId id) const
{
    return alone([&] { return readKindPeriods(*m_connection, id); });
}

std::vector<Placement> SqliteStore::placements(ChildId id) const
{
    return alone([&] { return readPlacements(*m_connection, id); });
}

std::vector<Episode> SqliteStore::episodes(ChildId id) const
{
    return alone([&] { return readEpisodes(*m_connection, id); });
}

std::vector<CostLine> SqliteStore::costLines(ChildId id) const
{
    return alone([&] { return readCostLines(*m_connection, id); });
}

std::vector<Outcome> SqliteStore::outcomes(ChildId id) const
{
    return alone([&] { return readOutcomes(*m_connection, id); });
}

std::vector<Assessment> SqliteStore::assessments(ChildId id) const
{
    return alone([&] { return readAssessments(*m_connection, m_frameworks, id); });
}

std::vector<Provider> SqliteStore::providers() const
{
    return alone([&] { return readProviders(*m_connection); });
}

std::vector<StoredFramework> SqliteStore::frameworks() const
{
    return alone([&] { return m_frameworks.all(); });
}

std::optional<StoredFramework> SqliteStore::framework(FrameworkId id) const
{
    return alone([&]() -> std::optional<StoredFramework> {
        auto found = m_frameworks.find(id);
        if (found == nullptr)
            return std::nullopt;
        return StoredFramework{id, std::move(found)};
    });
}

std::unordered_map<std::string, ChildId> SqliteStore::childrenByLocalId() const
{
    return alone([&] { return readChildrenByLocalId(*m_connection); });
}

std::unordered_map<std::string, ProviderId> SqliteStore::providersByUrn() const
{
    return alone([&] { return readProvidersByUrn(*m_connection); });
}

std::unordered_map<ChildId, std::vector<Episode>> SqliteStore::allEpisodes() const
{
    return alone([&] { return readAllEpisodes(*m_connection); });
}

std::unordered_map<ChildId, std::vector<Placement>> SqliteStore::allPlacements() const
{
    return alone([&] { return readAllPlacements(*m_connection); });
}

std::unordered_map<ChildId, std::vector<CostLine>> SqliteStore::allCostLines() const
{
    return alone([&] { return readAllCostLines(*m_connection); });
}

std::vector<std::pair<CostLine, Date>> SqliteStore::linesPastTheirEnd() const
{
    return alone([&] { return readLinesPastTheirEnd(*m_connection); });
}

std::unordered_map<ChildId, std::vector<Outcome>> SqliteStore::allOutcomes() const
{
    return alone([&] { return readAllOutcomes(*m_connection); });
}

std::unordered_map<ChildId, Identity> SqliteStore::allIdentities() const
{
    return alone([&] { return readIdentities(*m_connection); });
}

std::unordered_map<ChildId, Child> SqliteStore::allChildren() const
{
    return alone([&] { return readChildren(*m_connection); });
}

std::vector<AuditEntry> SqliteStore::audit(std::size_t newest) const
{
    return alone([&] { return newestEntries(*m_connection, newest); });
}

std::vector<AuditEntry> SqliteStore::auditOf(ChildId child) const
{
    return alone([&] { return entriesOf(*m_connection, child); });
}

Cohort SqliteStore::cohort(Date census) const
{
    return alone([&] { return readCohort(*m_connection, m_frameworks, {census}).cohort; });
}

std::optional<std::pair<Date, Date>> SqliteStore::recordedSpan() const
{
    return alone([&] { return readRecordedSpan(*m_connection); });
}

bool SqliteStore::runsOnByHand() const
{
    return alone([&] {
        return Query(*m_connection, "SELECT 1 FROM placement WHERE end_day IS NULL AND NOT EXISTS "
                                    "(SELECT 1 FROM episode) LIMIT 1")
            .next();
    });
}

CheckReport SqliteStore::check(std::stop_token stop) const
{
    return alone([&] { return examined(*m_connection, m_frameworks, m_shapes, stop); });
}

CheckReport Store::checkAside(const std::filesystem::path& path, std::stop_token stop)
{
    return atDoor(path, [&] {
        Connection file(path, SQLITE_OPEN_READONLY);
        prepareConnection(file);
        return examinedAside(file, stop);
    });
}

Result<Done> SqliteStore::backup(const std::filesystem::path& to, Existing existing) const
{
    return alone([&]() -> Result<Done> {
        if (existing == Existing::kept)
            return copyStore(*m_connection, to, Copy::backup);
        const auto isSound = [&] { return check({}).sound(); };
        return replaceByCopy(*m_connection, to, Copy::backup,
                             [&] { return whyNotReplaced(to, *m_connection, isSound); });
    });
}

Result<Done> SqliteStore::copyTo(const std::filesystem::path& to) const
{
    return alone([&] { return copyStore(*m_connection, to, Copy::store); });
}

} // namespace twelvefold::store
