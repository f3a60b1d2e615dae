// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/workbench.h"

#include <map>
#include <set>
#include <string>
#include <vector>

// The parts of bringing files in. Reading gives rows; deciding holds each row against the store and
// says what is to be written; writing does it in one edit.
namespace twelvefold::workbench {

namespace import {
// Of each file, by its place, some of its rows.
using RowsOfFiles = std::vector<std::set<std::int64_t>>;
} // namespace import

namespace import {

struct Stopped
{
};
void stopIfAsked(const std::stop_token& stop); // throws Stopped

// All files at the paths, read, each knowing its return year where one can be told.
// Rows of outcomes and costs whose child is neither in the store nor in the other files are
// rejected while reading: a file may have millions of them.
std::vector<exchange::ReadFile> readAll(const store::Store& store,
                                        const std::vector<std::filesystem::path>& paths,
                                        const ImportOptions& options, const Progress& progress,
                                        const std::stop_token& stop);

// Works out the year of tables that have no dates of their own from the episodes they came with.
// Returns which files got one.
std::vector<std::size_t> giveYears(std::vector<exchange::ReadFile>& files);

// What a row comes to.
enum class Fate
{
    accepted, // new
    changed,
    unchanged,
    rejected
};

// What is to be written for one child. Ids of 0 are new.
struct ChildWork
{
    Child child; // id 0: a new one
    std::optional<Identity> identity;
    bool isNew = false;
    bool childChanged = false;
    std::vector<Episode> episodes;       // new or changed
    std::vector<Episode> confirmed;      // as stored, said again by a later return
    std::vector<Episode> storedEpisodes; // as they were
    std::vector<Outcome> outcomes;
    std::vector<Assessment> assessments;    // new; an empty author is whoever brings them in
    std::vector<CareEvent> events;          // new or changed
    std::vector<CareEvent> confirmedEvents; // as stored, said again by a later return
    struct Cost
    {
        exchange::FinanceRow row;
        CostLineId replaces; // 0: a new line
        std::size_t file = 0;
    };
    std::vector<Cost> costs;
    std::vector<CostLineId> costsGone; // stored lines that a request no longer says
    struct Request
    {
        PlacementRequest request; // id 0: a new one
        std::size_t file = 0;
    };
    std::vector<Request> requests;                // new or changed
    std::vector<PlacementRequest> storedRequests; // as they were
    std::size_t episodesFrom = 0;                 // the file that the last of them came with
    // What that comes to. New placements have ids below zero, new lines none.
    std::optional<std::vector<Period>> periods; // while looked after; nothing: as before
    std::map<CohortKind, std::vector<Period>> otherPeriods; // on a plan or in need, where changed
    std::optional<Date> death;
    std::vector<Placement> placementsBefore, placements;
    std::vector<CostLine> linesBefore, lines;
    bool changesAnything() const // that a person would call a change
    {
        return isNew || childChanged || !episodes.empty() || !outcomes.empty() ||
               !assessments.empty() || !events.empty() || !costs.empty() || !requests.empty();
    }
};

// How many of a file's rows came to what, in the order of the files, and what was said about them.
struct Decisions
{
    // What was found of a file in deciding.
    struct Found
    {
        exchange::Listing listing; // of what was found in reading too
        std::vector<Problem> problems{};
        std::vector<exchange::ReadFile::Reject> rejects{}; // without their text
        std::vector<ImportPlan::Change> changes{};
        std::set<std::int64_t> changed{}; // all rows that change something
    };
    std::vector<ImportPlan::File> files;
    std::vector<Found> found;
    std::map<std::string, ChildWork> children; // by local identifier
    std::vector<RegisteredSetting> settings;   // new ones, with id 0, and those that changed
    std::vector<Provider> providers; // new ones, with ids below zero, and those that got a name
};
// The rows left out, which the files no longer have, are rejected. Postcodes: by which distances
// that nobody says are worked out, which no row's fate hangs on; null: none are.
Decisions decide(const store::Store& store, const std::vector<exchange::ReadFile>& files,
                 const RowsOfFiles& leftOut, const std::stop_token& stop,
                 const exchange::PostcodeIndex* postcodes = nullptr);

// Takes rows out of what is to be decided, as a person asked, with all that would then change what
// they would have changed.
RowsOfFiles leaveOut(const store::Store& store, std::vector<exchange::ReadFile>& files,
                     const ImportOptions& options, const std::stop_token& stop);

} // namespace import

// What the plan keeps: the rows as read, and what was decided of them. Where the store has changed
// since the plan was shown, that is decided again when they are written.
struct ImportPlan::Work
{
    std::vector<exchange::ReadFile> files; // by name; rejects include those found in deciding
    import::RowsOfFiles leftOut;           // which the files no longer have
    std::shared_ptr<const exchange::PostcodeIndex> postcodes;
    import::Decisions decided;                      // without what was found of the files …
    std::weak_ptr<const store::Store> decidedFor{}; // … of this store …
    std::int64_t changeCount = 0;                   // … as it was then
};

namespace import {

// Writes everything decided.
class ImportWriter
{
public:
    ImportWriter(const Decisions& decisions, std::string author);
    ~ImportWriter();
    void write(store::Writer& writer, const store::ImportBatch& batch, const Progress& progress,
               const std::stop_token& stop);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace import
} // namespace twelvefold::workbench
