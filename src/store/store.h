// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/assessment.h"
#include "domain/cohort.h"
#include "domain/cost_decision.h"
#include "domain/cost_line.h"
#include "domain/needs_framework.h"
#include "domain/placement_request.h"
#include "domain/record_table.h"
#include "domain/records.h"
#include "domain/registered_setting.h"
#include "domain/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace twelvefold::files {
class OutputFile;
}

namespace twelvefold::store {

using namespace twelvefold::domain; // the store speaks of nothing else

// How a store was found when it was opened.
enum class OpenState
{
    current,
    upgraded, // a backup was made beside it first
    newer,    // made by a later version: opened for reading only
    notOurs,  // not a store of ours, or not a database at all
    locked,   // another program has it open for writing
    damaged,
    missing,
    repairable,  // lacks what it cannot be without, which its audit still has: opened for reading,
                 // with that put back in memory. Store::repair() puts it back in the file
    repaired,    // by Store::repair()
    oneFileAgain // another program had given it a write-ahead log, which is taken in
};

enum class Access
{
    readWrite,
    readOnly
};

class Store;
struct OpenStore; // what an open store is made of
struct Opened
{
    OpenState state = OpenState::missing;
    std::unique_ptr<Store> store; // null when refused
    Message message;              // what was found and what to do, in any state
};

// A framework version as the store keeps it.
struct StoredFramework
{
    FrameworkId id;
    std::shared_ptr<const NeedsFramework> framework;
};

// One edit that can be undone or redone.
struct Step
{
    std::int64_t id = 0;
    Message name; // "Sign off the assessment of K7F-204"
    std::string author;
    Date day;
};

// One entry of the audit trail.
struct AuditEntry
{
    std::int64_t sequence = 0;
    std::string at; // "2026-03-31T14:02:11Z"
    std::string author;
    Message name;
    enum class Kind
    {
        edit,
        undo,
        redo,
        bulk
    } kind = Kind::edit;
    std::string detail; // tables and counts of records: "assessment +1"
};

// One bringing-in of files.
struct ImportBatch
{
    struct File
    {
        std::string name;   // without its folder
        std::string sha256; // hexadecimal
        std::string recognisedAs;
        std::int64_t rows = 0, accepted = 0, changed = 0, unchanged = 0, rejected = 0;
        std::string profile{}; // the name of that by which its columns were read; empty: by none
    };
    std::vector<File> files;
};
// The names of the files that these came in, each once: the tables of a workbook or a document, of
// names such as "return.xlsx › Episodes", came in one.
std::vector<std::string> namesOfFiles(std::span<const ImportBatch::File> tables);

// One bringing-in of files as the audit trail tells it, whether or not its rows are still there.
struct BroughtIn
{
    std::int64_t id = 0; // Step::id of the edit
    std::string at;      // "2026-03-31T14:02:11Z"
    std::string author;
    std::string detail; // as AuditEntry::detail
    std::vector<ImportBatch::File> files;
    struct Gone
    {
        std::string at;
        std::string author;
        bool inPart = false; // what was changed since was kept
    };
    std::optional<Gone> gone; // taken back or undone; nothing: it stands
    // Why it cannot be taken back, where that can be told without looking at the records.
    std::optional<Message> stays;
};

// What taking back one bringing-in comes to, before anything is done. What it did to a child is
// taken back or kept as a whole, since the records of a child hang together. Records are counted as
// in AuditEntry::detail.
struct TakeBackPlan
{
    std::int64_t id = 0; // of BroughtIn
    // What stands in the way: "~" are records that it brought and that were changed since, "+" are
    // others, added since, that rest on them. Empty: nothing does.
    std::string since;
    std::vector<Step> later;           // the edits that did that, latest first
    std::string takes;                 // what will be done to the records
    std::string keeps;                 // what it brought or changed and that stays
    std::int64_t inTheWay = 0;         // how many records since counts
    std::vector<ChildId> childrenKept; // of whom something is kept
    // Null where there is nothing to take back: all of it is in the way.
    struct Work;
    std::shared_ptr<const Work> work;
};

// When a file with these bytes was brought in, and by whom.
struct SeenBefore
{
    std::string at; // "2026-03-31T14:02:11Z"
    std::string author;
};

// What one row of the children list shows, on a date.
struct ChildRow
{
    Child child;
    std::optional<int> age;
    std::optional<Setting> setting;
    std::optional<Date> placedOn;
    std::optional<double> needTotal;    // of the latest final assessment on or before the date
    std::optional<double> earlierTotal; // of the final one before it
    std::optional<Date> assessedOn;
    std::optional<Money> weeklyCost;
    bool hasDraft = false;
    bool current = false; // looked after, planned for or in need on the date
};

struct CheckFault
{
    Message message; // what is wrong and where
};

// What a check found. Faults are of the store itself: its file, schema, constraints, audit, and
// records altered behind the program's back. Notes are of what the records say: they are as they
// were entered, and somebody should look at them.
struct CheckReport
{
    std::vector<CheckFault> faults;
    std::vector<CheckFault> notes;
    // Why its records and its audit could not be looked at: they are of a later version.
    std::optional<Message> notExamined;
    bool sound() const { return faults.empty() && !notExamined; }
};

// Writes inside one edit: see Store::edit. Every function throws WorldError when the disk refuses
// and std::logic_error for what callers must not do (an unknown id). Ids of new records are given
// back; a record whose id is 0 is given one.
class Writer
{
public:
    virtual ~Writer() = default;
    virtual ChildId addChild(const Child& child) = 0; // an empty pseudonym is made up here
    virtual void updateChild(const Child& child) = 0;
    virtual void setIdentity(const Identity& identity) = 0; // adds or replaces
    virtual void setKindPeriods(ChildId child, CohortKind kind,
                                std::span<const Period> periods) = 0;
    virtual ProviderId addProvider(const Provider& provider) = 0;
    virtual void updateProvider(const Provider& provider) = 0;
    virtual RegisteredSettingId addRegisteredSetting(const RegisteredSetting& setting) = 0;
    virtual void updateRegisteredSetting(const RegisteredSetting& setting) = 0;
    virtual PlacementId addPlacement(const Placement& placement) = 0;
    virtual void updatePlacement(const Placement& placement) = 0;
    // Its cost lines stay with the child; what was decided about them and it goes.
    virtual void removePlacement(PlacementId id) = 0;
    virtual EpisodeId addEpisode(const Episode& episode) = 0;
    virtual void updateEpisode(const Episode& episode) = 0;
    virtual CostLineId addCostLine(const CostLine& line) = 0;
    virtual void updateCostLine(const CostLine& line) = 0;
    virtual void removeCostLine(CostLineId id) = 0; // and what was decided about it
    virtual OutcomeId addOutcome(const Outcome& outcome) = 0;
    virtual void updateOutcome(const Outcome& outcome) = 0;
    virtual void removeOutcome(OutcomeId id) = 0;
    virtual EventId addCareEvent(const CareEvent& event) = 0;
    virtual void updateCareEvent(const CareEvent& event) = 0;
    virtual PutAsideId addPutAside(const PutAside& question) = 0;
    virtual void removePutAside(PutAsideId id) = 0;
    virtual CostDecisionId addCostDecision(const CostDecision& decision) = 0;
    virtual void removeCostDecision(CostDecisionId id) = 0;
    virtual PlacementRequestId addPlacementRequest(const PlacementRequest& request) = 0;
    virtual void updatePlacementRequest(const PlacementRequest& request) = 0;
    virtual AssessmentId addAssessment(const Assessment& assessment) = 0; // final ones only
    virtual FrameworkId addFramework(const NeedsFramework& framework) = 0;
    virtual void addImportBatch(const ImportBatch& batch) = 0;
    // As part of an edit, so that undoing it gives the draft back.
    virtual void removeDraft(ChildId child, const std::string& author) = 0;
};

// The disk is full, the file is gone, the folder is read-only.
class WorldError : public std::runtime_error
{
public:
    explicit WorldError(Message message);
    const Message& message() const { return m_message; }

private:
    Message m_message;
};

// Where the records of a whole store are read from, table by table, and what is told of those that
// cannot be taken.
class RecordSource
{
public:
    virtual ~RecordSource() = default;
    // Before the first record of a table; a table may be asked for once more.
    virtual std::optional<Message> begin(const RecordTable& table) = 0;
    // The next record's cells in the order of the columns, valid until the next call; false at the
    // end.
    virtual Result<bool> next(std::vector<RecordCell>& cells) = 0;
    // What is wrong with the record read last, with where it stands; of no column: empty.
    virtual Message fault(const std::string& column, const Message& why) const = 0;
};

// What changed, for models that show it.
struct ChangeNotice
{
    std::vector<std::string> tables;
    std::vector<ChildId> children; // whose records changed; empty with many = true
    bool many = false;
};

// One council's file. Opened through one door; every write passes through edit(). Functions may be
// called from any thread: they wait for one another.
class Store
{
public:
    explicit Store(std::unique_ptr<OpenStore> open);
    ~Store();

    static constexpr const char* kExtension = ".twelvefold";

    static Opened open(const std::filesystem::path& path, Access access = Access::readWrite);
    // Makes a new file, whole and readable by its owner alone; refuses to replace one. What a store
    // cannot be without is made with it: no undo reaches it.
    static Result<std::unique_ptr<Store>> create(const std::filesystem::path& path,
                                                 const std::string& councilName,
                                                 const NeedsFramework& framework,
                                                 const std::string& author);
    // The same in a file that the caller puts in place once the store in it is closed: nobody sees
    // it before all is in it.
    static Result<std::unique_ptr<Store>> create(const files::OutputFile& file,
                                                 const std::string& councilName,
                                                 const NeedsFramework& framework,
                                                 const std::string& author);
    // Opens for writing and puts back, from the audit, what the store cannot be without.
    static Opened repair(const std::filesystem::path& path, const std::string& author);

    std::filesystem::path path() const;
    bool readOnly() const;
    // Grows with every row that is written through this one; while it is open to write, nobody else
    // writes.
    std::int64_t changeCount() const;
    // Whether another program has written to the file since this one opened it to read. Asks only
    // the file system, so it never waits for the store.
    bool changedUnderneath() const;
    std::string councilName() const;

    // --- Edits. One transaction, one changeset, one audit entry, durable when it returns.
    // Nothing is kept when the work throws. A bulk edit is cut into changesets of at most 8 MB that
    // are undone together.
    void edit(const Message& name, const std::string& author,
              const std::function<void(Writer&)>& work);
    // Fills a store that has no children yet as fast as the disk takes it, recorded in the audit as
    // one entry without a changeset: for the demonstration council. Not undoable.
    void fill(const Message& name, const std::string& author,
              const std::function<void(Writer&)>& work);
    std::optional<Step> nextUndo() const;
    std::optional<Step> nextRedo() const;
    // The message says which later edit stands in the way, when one does.
    Result<Step> undo(const std::string& author);
    Result<Step> redo(const std::string& author);
    // Undoes one earlier edit (its Step::id or AuditEntry::sequence) while later ones stand.
    Result<Step> undoStep(std::int64_t id, const std::string& author);
    void onChange(std::function<void(const ChangeNotice&)> listener); // after each commit

    // --- Taking back one bringing-in of files while later edits stand: a new edit, undone and done
    // again like any other.
    std::vector<BroughtIn> imports() const; // newest first
    // Tries it and leaves nothing changed. Refused where it is not there, was taken back already or
    // cannot be.
    Result<TakeBackPlan> planTakeBack(std::int64_t id) const;
    enum class Keep
    {
        nothing, // refused when something stands in the way
        whatChangedSince
    };
    // What was planned, and nothing else: refused where the records have changed since.
    Result<Step> takeBack(const TakeBackPlan& plan, Keep keep, const std::string& author);
    // The latest bringing-in of the same bytes that stands.
    std::optional<SeenBefore> seenBefore(const std::string& sha256) const;

    // --- Drafts: one a child and author. Saving one is outside the audit and the undo; one is
    // removed by an edit (Writer::removeDraft), which gives it back when it is undone.
    void saveDraft(const Assessment& draft); // replaces the same author's draft
    std::optional<Assessment> draft(ChildId child, const std::string& author) const;
    struct DraftRow
    {
        ChildId child;
        std::string author;
        std::string savedAt; // "2026-03-31T14:02:11Z"
    };
    std::vector<DraftRow> drafts() const;

    // --- Reading.
    std::size_t childCount() const;
    std::vector<ChildRow> childRows(Date on) const; // by pseudonym
    std::optional<Child> child(ChildId id) const;
    std::optional<Identity> identity(ChildId id) const;
    std::vector<KindPeriod> kindPeriods(ChildId id) const; // by start
    std::vector<Placement> placements(ChildId id) const;   // latest first
    std::vector<Episode> episodes(ChildId id) const;       // by start
    std::vector<CostLine> costLines(ChildId id) const;     // latest start first
    std::vector<Outcome> outcomes(ChildId id) const;       // latest first
    std::vector<CareEvent> careEvents(ChildId id) const;   // by kind, then start
    std::vector<Assessment> assessments(ChildId id) const; // final, latest first
    std::vector<PutAside> putAsides() const;               // of all children, by child, then day
    std::vector<CostDecision> costDecisions() const;       // of all children, by child
    std::vector<PlacementRequest> placementRequests(ChildId id) const; // latest first
    // By name. Where nothing is recorded, as Ofsted's lists have them; those that have one name by
    // the lists alone are told apart by their URNs.
    std::vector<Provider> providers() const;
    std::vector<Provider> providersAsRecorded() const;         // by name: without the lists
    std::vector<RegisteredSetting> registeredSettings() const; // by URN, then day
    // What the lists together say of those that are providers here, by URN.
    std::unordered_map<std::string, RegisteredSetting> listedProviders() const;
    std::optional<Date> latestProviderList() const;  // nothing: none was brought in
    std::vector<StoredFramework> frameworks() const; // newest version first
    std::optional<StoredFramework> framework(FrameworkId id) const;
    std::unordered_map<std::string, ChildId> childrenByLocalId() const;
    std::unordered_map<std::string, ProviderId> providersByUrn() const;
    // In bulk, for bringing in: everything of one kind, grouped by child.
    std::unordered_map<ChildId, std::vector<Episode>> allEpisodes() const;
    std::unordered_map<ChildId, std::vector<Placement>> allPlacements() const;
    std::unordered_map<ChildId, std::vector<CostLine>> allCostLines() const;
    std::unordered_map<ChildId, std::vector<Outcome>> allOutcomes() const;
    std::unordered_map<ChildId, std::vector<CareEvent>> allCareEvents() const;
    std::unordered_map<ChildId, std::vector<PlacementRequest>> allPlacementRequests() const;
    // Cost lines other than single payments that go on after the placement they pay for, or the
    // child's life, has ended, with the first of those days. By child.
    std::vector<std::pair<CostLine, Date>> linesPastTheirEnd() const;
    std::unordered_map<ChildId, Identity> allIdentities() const;
    std::unordered_map<ChildId, Child> allChildren() const;
    std::vector<AuditEntry> audit(std::size_t newest = 200) const; // newest first
    std::vector<AuditEntry> auditOf(ChildId child) const;

    // Every child with a kind period on the date, as columns; all costs in scope. Columnar and
    // quick: 100,000 children in well under a second.
    Cohort cohort(Date census) const;
    // The first and last days that the store's records speak of (placements, assessments, costs).
    std::optional<std::pair<Date, Date>> recordedSpan() const;
    // Whether people keep the records themselves, without any statutory return, and a placement
    // still runs.
    bool runsOnByHand() const;

    // --- The whole of it, as tables: all records and unfinished forms, without the audit and what
    // serves it.
    // As a version of the schema has them, today's unless said; none of a version that there is
    // not.
    static std::int64_t currentSchema();
    static std::vector<RecordTable> recordTables(std::int64_t schema = currentSchema());
    // What historyTable()'s records are made of is audit().
    static RecordTable historyTable();
    // Every record, in the order of recordTables() and in each of its key, as of one moment.
    // Refused of a store of a later version.
    Result<Done> readRecords(const std::function<void(const RecordTable&)>& begins,
                             const std::function<void(std::span<const RecordCell>)>& record) const;
    // Takes the records of a whole store into one that has none, its needs frameworks in place of
    // those that it was made with: all or nothing, as one entry of the audit that is not undoable.
    // Refused with where the first fault stands. A trial leaves everything as it is.
    enum class Trial
    {
        no,
        yes
    };
    Result<Done> takeIn(RecordSource& source, std::int64_t schema, const Message& name,
                        const std::string& author, Trial trial = Trial::no);

    // --- Care of the file.
    CheckReport check(std::stop_token stop = {}) const;
    // The same of a copy in memory, so that nobody who uses the store is kept waiting.
    static CheckReport checkAside(const std::filesystem::path& path, std::stop_token stop = {});
    // A complete copy, safe while the store is in use. Replaced is only an earlier backup of the
    // same store in which nobody has worked since, and a sound one only by a sound one.
    enum class Existing
    {
        kept,
        replaced
    };
    Result<Done> backup(const std::filesystem::path& to, Existing existing = Existing::kept) const;
    // Makes a store at a new path from a backup, after checking it.
    static Result<Done> restore(const std::filesystem::path& backup,
                                const std::filesystem::path& to);

private:
    std::unique_ptr<OpenStore> m_open;
};

} // namespace twelvefold::store
