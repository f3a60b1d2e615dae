// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/writer_lock.h"
#include "store/changeset.h"
#include "store/connection.h"
#include "store/content.h"
#include "store/errors.h"
#include "store/file_state.h"
#include "store/frameworks.h"
#include "store/identity.h"
#include "store/store.h"
#include "store/writer.h"

#include <mutex>

namespace twelvefold::store {

// A store that is open: its functions wait for one another, and turn what SQLite refuses into what
// callers are told.
class SqliteStore final : public Store
{
public:
    // A store without a lock can only be read.
    SqliteStore(std::filesystem::path path, std::unique_ptr<Connection> connection,
                std::unique_ptr<files::WriterLock> lock, FileState state);

    std::filesystem::path path() const override { return m_path; }
    bool readOnly() const override { return m_lock == nullptr; }
    bool changedUnderneath() const override;
    std::string councilName() const override;

    void edit(const Message& name, const std::string& author,
              const std::function<void(Writer&)>& work) override;
    void fill(const Message& name, const std::string& author,
              const std::function<void(Writer&)>& work) override;
    std::optional<Step> nextUndo() const override;
    std::optional<Step> nextRedo() const override;
    Result<Step> undo(const std::string& author) override;
    Result<Step> redo(const std::string& author) override;
    Result<Step> undoStep(std::int64_t id, const std::string& author) override;
    void onChange(std::function<void(const ChangeNotice&)> listener) override;

    void saveDraft(const Assessment& draft) override;
    std::optional<Assessment> draft(ChildId child, const std::string& author) const override;
    std::vector<DraftRow> drafts() const override;

    std::size_t childCount() const override;
    std::vector<ChildRow> childRows(Date on) const override;
    std::optional<Child> child(ChildId id) const override;
    std::optional<Identity> identity(ChildId id) const override;
    std::vector<KindPeriod> kindPeriods(ChildId id) const override;
    std::vector<Placement> placements(ChildId id) const override;
    std::vector<Episode> episodes(ChildId id) const override;
    std::vector<CostLine> costLines(ChildId id) const override;
    std::vector<Outcome> outcomes(ChildId id) const override;
    std::vector<Assessment> assessments(ChildId id) const override;
    std::vector<Provider> providers() const override;
    std::vector<StoredFramework> frameworks() const override;
    std::optional<StoredFramework> framework(FrameworkId id) const override;
    std::unordered_map<std::string, ChildId> childrenByLocalId() const override;
    std::unordered_map<std::string, ProviderId> providersByUrn() const override;
    std::unordered_map<ChildId, std::vector<Episode>> allEpisodes() const override;
    std::unordered_map<ChildId, std::vector<Placement>> allPlacements() const override;
    std::unordered_map<ChildId, std::vector<CostLine>> allCostLines() const override;
    std::unordered_map<ChildId, std::vector<Outcome>> allOutcomes() const override;
    std::vector<std::pair<CostLine, Date>> linesPastTheirEnd() const override;
    std::unordered_map<ChildId, Identity> allIdentities() const override;
    std::unordered_map<ChildId, Child> allChildren() const override;
    std::vector<AuditEntry> audit(std::size_t newest) const override;
    std::vector<AuditEntry> auditOf(ChildId child) const override;

    Cohort cohort(Date census) const override;
    std::optional<std::pair<Date, Date>> recordedSpan() const override;
    bool runsOnByHand() const override;

    CheckReport check(std::stop_token stop) const override;
    Result<Done> backup(const std::filesystem::path& to, Existing existing) const override;
    // The same as a store of its own rather than a backup.
    Result<Done> copyTo(const std::filesystem::path& to) const;

private:
    // Runs work while nobody else uses the store. Work may call other functions of the store.
    template<class Work>
    auto alone(const Work& work) const
    {
        const std::lock_guard lock(m_mutex);
        return atDoor(m_path, work);
    }
    // The same for what writes: refused in a store that can only be read, and inside another edit.
    template<class Work>
    auto aloneToWrite(const Work& work);
    void tell(const ChangeNotice& notice) const; // only when nobody is kept waiting
    ChangeNotice record(SqlWriter& writer, Recorder& recorder, const Message& name,
                        const std::string& author);
    struct Reverted
    {
        Step step;
        ChangeNotice notice;
    };
    Result<Reverted> revert(std::optional<Step> step, AuditEntry::Kind kind,
                            const std::string& author);
    Result<Step> told(const Result<Reverted>& reverted) const;

    std::filesystem::path m_path;
    mutable std::recursive_mutex m_mutex;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<files::WriterLock> m_lock;
    FileState m_state; // of the file when it was opened
    Shapes m_shapes;
    mutable FrameworkShelf m_frameworks;
    IdSource m_ids;
    bool m_writing = false;
    std::vector<std::function<void(const ChangeNotice&)>> m_listeners;
};

} // namespace twelvefold::store
