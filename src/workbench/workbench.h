// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/analyse.h"
#include "analysis/findings/cost_matching.h"
#include "domain/cost_ends.h"
#include "exchange/import.h"
#include "exchange/postcode_index.h"
#include "store/store.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

// What the window and the command line share: the journeys, without a window.
namespace twelvefold::workbench {

using namespace twelvefold::domain;

// How far a long job is. Called from the thread that does the job, at most some fifty times a
// second.
using Progress = std::function<void(const Message& what, double fraction)>;

// The demonstration council: invented children whose figures follow resources/demo. The same
// options give the same children. No file is left when it fails or is stopped.
struct DemonstrationOptions
{
    std::size_t children = 534; // looked after on the census date; 10 to 1,000,000
    std::uint64_t seed = 0;     // 0: the seed of resources/demo
    Date census = *Date::from(2026, 3, 31);
    bool providerOutcomes = true; // whether outcomes differ by provider, a little
    std::size_t planted = 0;      // prices at three times what they would be; a fifth of children
    // Where what the generator knows of its invented children is written, and of their providers in
    // a file beside it; nowhere where empty.
    std::filesystem::path truth;
};
// "truth-providers.csv" beside "truth.csv".
std::filesystem::path truthOfProviders(const std::filesystem::path& truth);
Result<Done> makeDemonstration(const std::filesystem::path& out,
                               const DemonstrationOptions& options, const Progress& progress = {},
                               std::stop_token stop = {});

// What a field holds, said by itself.
inline constexpr MessageKind kFieldValue{"field-value", TWELVEFOLD_TEXT("Message", "%1")};

// What bringing in some files would do, before anything is done.
struct ImportPlan
{
    struct File
    {
        std::string name;
        exchange::FileKind kind = exchange::FileKind::unrecognised;
        std::string sha256;
        std::filesystem::path path;
        std::string profile; // by which it was read; empty: by none
        std::optional<int> returnYear;
        // accepted (new) + changed + unchanged + rejected = rows, always.
        std::int64_t rows = 0, accepted = 0, changed = 0, unchanged = 0, rejected = 0, warnings = 0;
        bool refused = false;     // not recognised, or something must be answered first …
        std::int64_t waiting = 0; // … of so many rows
    };
    // How a column of a file was read, and what nobody but a person can say of a file.
    struct Column
    {
        std::string file;
        exchange::ColumnRead read;
    };
    struct Question
    {
        std::string file;
        exchange::Question question;
    };
    // A field that a row counted as changed would fill otherwise in a record. Of what names a child
    // it is told that it differs, and not how.
    struct Change
    {
        std::size_t file = 0; // its place in the files
        std::int64_t row = 0;
        std::string pseudonym;         // of a home or an agency its URN
        std::optional<Message> record; // of a child's several, which; nothing: the child itself
        Word field;
        std::optional<Argument> before, after; // nothing: blank
    };
    std::vector<File> files;       // by name
    std::vector<Problem> problems; // by file, then row; of one rule in a file the first hundred
    std::map<std::string_view, exchange::Listing::Unlisted> unlisted; // how many more of a rule
    std::vector<Column> columns;                                      // by file
    std::vector<Question> questions; // that nobody has answered, by file …
    std::vector<Question> answered;  // … and those that somebody has
    std::vector<Change> changes;     // by file, then row; of each file the first 20,000
    std::int64_t newChildren = 0, changedChildren = 0;
    bool nothingToDo() const;  // no row is new or changed
    bool anythingRead() const; // at least one file was recognised, and not refused
    // The line of its file on which the row of a problem begins, where that is another number.
    std::optional<std::int64_t> otherLineOf(const Problem& problem) const;
    // What will be written: made by planImport, used by apply.
    struct Work;
    std::shared_ptr<const Work> work;
};

// The name of a store that nobody named.
inline constexpr const char* kUnnamedCouncil = "Our council";

// A row that somebody left out when they looked through what an earlier plan would change.
struct RowLeftOut
{
    std::string file, sha256; // as ImportPlan::File has them
    std::int64_t row = 0;
    auto operator<=>(const RowLeftOut&) const = default;
};

struct ImportOptions
{
    std::optional<int> returnYear;
    exchange::Answers answers{}; // to what an earlier plan asked
    exchange::ProfileShelf profiles{};
    // Rows that are not to be taken: they count as rejected. Nor is any other row then taken that
    // would change what they would have changed.
    std::set<RowLeftOut> leftOut{};
    bool leaveChanges = false; // takes what is new alone
    // By which distances are worked out that the files do not say; null: none are. One plan at a
    // time may have it.
    std::shared_ptr<const exchange::PostcodeIndex> postcodes{};
};

// A placement as a person enters it.
struct PlacementEntry
{
    PlacementEntry(Placement entered) : placement(std::move(entered)) {}
    Placement placement; // id 0: a new one
    // The provider as it was typed: found by its name, or added in the same step; empty: none.
    // Nothing: as the placement has it.
    std::optional<std::string> provider;
    // Whatever placement still runs when this one begins ends on that day.
    bool endsTheOpenOne = false;
};

// The end of a placement, with what follows it: another placement, home, or nothing.
struct Move
{
    enum class To
    {
        placement,
        outOfCare,
        death
    };
    ChildId child;
    To to = To::placement;
    Date on;         // the first day in the new place, which is the first no longer in the old one
    std::string why; // why, and whose decision: kept with the placement that ends
    // Where the child goes: its period is from that day. Only of a move to a placement.
    Placement placement;
    std::string provider;        // as typed: found by its name, or added in the same step
    std::vector<CostLine> costs; // what is paid there; their child, placement and start are not set
    // A child that is not looked after on that day comes into care with the move.
    bool intoCare = false;
};

// What an edit of a placement does to other records: to be shown before it is saved.
struct CareChange
{
    std::vector<Placement> ends;         // the other placements that it ends, as they were before
    std::vector<LineChange> lines;       // cost lines that end, go on or go
    std::vector<CostLine> before, after; // all of the child's lines
};

// Placements that came with a return, of which nothing says how far from home they are.
struct DistancesToFill
{
    std::vector<Placement> placements; // with the distance that postcodes tell
    std::int64_t without = 0;          // how many have postcodes that tell none
};

// A provider beside what Ofsted's lists say of it.
struct ProviderOnLists
{
    Provider provider; // completed by the lists
    std::optional<RegisteredSetting> listed;
    std::int64_t placements = 0;  // of all times
    std::int64_t pastClosing = 0; // those that end after the day on which it closed, or never did
    bool isOfNoList() const;      // it has a URN of Ofsted's that no list brought in has
};
struct ProvidersOnLists
{
    std::optional<Date> latestList;         // of which day; nothing: no list was brought in
    std::vector<ProviderOnLists> providers; // by name
    std::int64_t ofNoList() const;          // 0 without any list
    std::int64_t usedPastClosing() const;
};

// Who is compared unless a person asks otherwise: children looked after, without the settings that
// are not to be compared with the rest (resources/codes/placement_kinds.csv).
CohortFilter comparableFilter();

// Which placements go into a workbook of the national data standard: those that began on certain
// days, first and last included; without either, every request, and the placements that run on the
// census date.
struct PlacementsAsked
{
    std::optional<Date> from, to;
    Date census;
};
struct PlacementsWritten
{
    std::int64_t requests = 0;  // given back as they came
    std::int64_t others = 0;    // placements that no request led to, as the records know them
    std::int64_t withoutId = 0; // rows of children who have no identifier of the council's
};

// Every record of a store as tables: the council and how many rows of which.
struct TablesMoved
{
    struct Table
    {
        std::string name;
        std::int64_t rows = 0;
    };
    std::string council;
    std::vector<Table> tables;
    std::int64_t rows() const;
};
// How a store is made from such tables.
struct NewFromTables
{
    std::string council; // its name; empty: as the tables have it
    std::string author;
    store::Store::Trial trial = store::Store::Trial::no; // yes: no store is left
};
// Whether it is a folder of a whole store's tables, sound or not.
bool isTableFolder(const std::filesystem::path& folder);

// What the records say of a day and of what questions on it are held against.
struct DayRecords
{
    std::shared_ptr<const Cohort> everyone, monthEarlier, yearEarlier;
    std::vector<PutAside> putAside; // of all times
};
// The day and the one that new is reckoned from, with what paid care goes with on each, of all
// children and all costs: what a filter does not count is paid all the same. This takes the longest
// and does not hang on what was put aside.
struct DaysKnown
{
    analysis::DayOfQuestions now, monthEarlier;
    std::shared_ptr<const analysis::PaidCare> counted; // of the day, by the costs that count
};
DaysKnown daysKnown(const DayRecords& records, const CohortFilter& filter,
                    const analysis::Options& options, std::stop_token stop = {});
analysis::OfTheDay ofTheDay(const DayRecords& records, const DaysKnown& days,
                            const analysis::Options& options, std::stop_token stop = {});
// Both: what paid care on the day goes with and which questions it asks, the same whomever the
// filter lets through.
analysis::OfTheDay ofTheDay(const DayRecords& records, const CohortFilter& filter,
                            const analysis::Options& options, std::stop_token stop = {});
// The same of those alone whom the filter lets through. Settings that are not compared are no
// reason not to ask.
analysis::OfTheDay filtered(const analysis::OfTheDay& day, const DayRecords& records,
                            const CohortFilter& filter);

// What somebody decides about: a doubt about one of a child's lines, or about a placement of its
// without a cost.
struct DoubtOfChild
{
    ChildId child;
    CostMatter matter;
};

// One open store and the jobs done with it. Functions throw store::WorldError when the disk
// refuses. Long ones may be called from another thread; a stop leaves nothing half-done.
class Workbench
{
public:
    // Opens or creates; the author is whose name edits carry.
    static store::Opened open(const std::filesystem::path& path, std::unique_ptr<Workbench>& out,
                              std::string author, store::Access access = store::Access::readWrite);
    // The same after putting back what the store lacks: see store::OpenState::repairable.
    static store::Opened repair(const std::filesystem::path& path, std::unique_ptr<Workbench>& out,
                                std::string author);
    // A new store with the built-in framework in it.
    static Result<std::unique_ptr<Workbench>>
    create(const std::filesystem::path& path, const std::string& councilName, std::string author);
    // The same in a file that the caller puts in place when all that is to be in the store is.
    static Result<std::unique_ptr<Workbench>>
    create(const files::OutputFile& file, const std::string& councilName, std::string author);
    ~Workbench();

    const store::Store& store() const; // for reading
    const std::string& author() const;
    void setAuthor(std::string author);

    // The first and last days that the store's records speak of; nothing without any.
    std::optional<std::pair<Date, Date>> recordedSpan() const;
    // The default census date: the last 31 March that the store's records cover, or of today.
    Date defaultCensus() const;
    // Why little is known of a census date, where the store's records do not reach it: it lies
    // before they begin or after they end.
    std::optional<Message> censusDoubt(Date census) const;
    // The framework new assessments use: the newest version.
    store::StoredFramework currentFramework() const;

    // --- See. All children of all kinds on the date; filter it with Cohort::filtered.
    std::shared_ptr<const Cohort> cohort(Date census) const;
    DayRecords dayRecords(std::shared_ptr<const Cohort> everyone) const;

    // --- Score.
    // The author's draft of a child, or a blank one with last time's strengths carried over.
    Assessment draftFor(ChildId child, Date today) const;
    // The day that a new assessment bears: today; in the demonstration council, where time stands
    // still, the day it was made for: what is entered by hand moves nobody's day.
    Date scoringDay(Date today) const;
    // As its author's draft. Returns when: "14:02:11", local time. May be called from another
    // thread.
    std::string saveDraft(const Assessment& draft);
    void discardDraft(ChildId child); // one step: undoing it gives the draft back
    // Refused with the problems in words when signOffProblems() finds any. Removes the draft in the
    // same step, so that undoing it gives the draft back.
    Result<AssessmentId> signOff(const Assessment& draft, Date today);

    // --- Placements, costs, outcomes: each one step that can be undone. Refused when faulty.
    // Ending a placement ends its cost lines: what that comes to can be asked before.
    Result<CareChange> consequences(const PlacementEntry& entry) const;
    Result<PlacementId> savePlacement(const PlacementEntry& entry);
    Result<CareChange> consequences(const Move& move) const;
    Result<Done> move(const Move& move);
    // Cost lines that go on after their placement, or the child's life, has ended; the change would
    // end each on that day.
    std::vector<LineChange> linesPastTheirEnd() const;
    void endLines(const std::vector<LineChange>& lines);
    Result<CostLineId> saveCostLine(CostLine line);
    Result<OutcomeId> saveOutcome(Outcome outcome);
    // Removing a placement removes what is paid for it, in the same step.
    CareChange consequencesOfRemoving(const Placement& placement) const;
    void removePlacement(const Placement& placement);
    void removeCostLine(const CostLine& line);
    void removeOutcome(const Outcome& outcome);
    Result<ChildId> addChild(Child child, const Identity& identity, const Period& lookedAfter);

    // What there is to fill, and to fill it in one step that can be undone.
    DistancesToFill distancesToFill(const exchange::PostcodeIndex& postcodes) const;
    void fillDistances(const DistancesToFill& distances);
    // Whoever provides, as Ofsted's lists have them. Goes over all placements.
    ProvidersOnLists providersOnLists() const;

    // --- Which placement each cost pays for, in the whole store.
    analysis::CostMatching costMatching(Date on, std::stop_token stop = {}) const;
    // The line pays for this placement of the child's, whatever files say of it later, and what is
    // doubtful about that is right as it is. Refused where the line or the placement is not the
    // child's.
    Result<Done> payFor(ChildId child, CostLineId line, PlacementId placement,
                        const SensitiveText& reason);
    // Each of these is right as it is, in one step. A reason may be empty. Refused where a line or
    // placement is not there any more.
    Result<Done> rightAsItIs(std::span<const DoubtOfChild> doubts, const SensitiveText& reason);
    // Forgets what was decided about the lines and placements that these are about, whatever the
    // doubt. Refused where nothing was. The placement that a line was said to pay for stays.
    Result<Done> doubtAgain(std::span<const DoubtOfChild> doubts);

    // --- Questions about children that are not asked again until a day, all in one step. Of one
    // question about a child only one answer stands on any day: a new one takes the place of those
    // that it overlaps. Refused without a reason, until a day that is not after the one it was
    // asked on, of a question that there is not, and of a child that is not in the store.
    Result<Done> putAside(std::span<const PutAside> questions);
    // Forgets the last time that the question about the child was put aside. Refused where it never
    // was.
    Result<Done> askAgain(ChildId child, const std::string& question);

    // --- Bring in.
    ImportPlan planImport(const std::vector<std::filesystem::path>& paths,
                          const ImportOptions& options, const Progress& progress = {},
                          std::stop_token stop = {}) const;
    // All accepted rows in one undoable step. False when stopped: nothing was changed.
    bool applyImport(const ImportPlan& plan, const Progress& progress = {},
                     std::stop_token stop = {});
    Result<Done> saveRejects(const ImportPlan& plan, const std::filesystem::path& to) const;
    // The same, to be put in its place when the import has come to its end.
    Result<files::OutputFile> beginRejects(const ImportPlan& plan,
                                           const std::filesystem::path& to) const;

    // As planned by store().planTakeBack, in one undoable step.
    Result<store::Step> takeBack(const store::TakeBackPlan& plan, store::Store::Keep keep);

    // --- Give out. The national data standard for placements as a workbook. It is about single
    // children: internal, and its owner's alone.
    Result<PlacementsWritten> exportPlacements(const std::filesystem::path& to,
                                               const PlacementsAsked& asked) const;

    // Every record, in a new folder of documented CSVs: it names children, and nothing protects it.
    // `program` is the version that writes it. Stopped or refused: nothing is there.
    Result<TablesMoved> exportTables(const std::filesystem::path& to, const std::string& program,
                                     const Progress& progress = {},
                                     std::stop_token stop = {}) const;
    // Such a folder taken in whole, into a store without records or a new one. Refused with the
    // file, row and column of the first fault: then nothing was changed.
    Result<TablesMoved> takeInTables(const std::filesystem::path& folder, store::Store::Trial trial,
                                     const Progress& progress = {}, std::stop_token stop = {});
    static Result<TablesMoved> makeFromTables(const std::filesystem::path& folder,
                                              const std::filesystem::path& to,
                                              const NewFromTables& how,
                                              const Progress& progress = {},
                                              std::stop_token stop = {});

    // --- Forgiveness.
    std::optional<store::Step> nextUndo() const;
    std::optional<store::Step> nextRedo() const;
    Result<store::Step> undo();
    Result<store::Step> redo();
    // Called after each change, in the thread that made it.
    void onChange(std::function<void(const store::ChangeNotice&)> listener);

    Result<Done> backup(const std::filesystem::path& to,
                        store::Store::Existing existing = store::Store::Existing::kept) const;

private:
    class Private;
    explicit Workbench(std::unique_ptr<Private> d);
    static std::unique_ptr<Workbench> over(store::Opened& opened, std::string author);
    static Result<std::unique_ptr<Workbench>> over(Result<std::unique_ptr<store::Store>> created,
                                                   std::string author);
    std::unique_ptr<Private> d;
};

} // namespace twelvefold::workbench
