// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/take_back_edit.h"

#include "store/audit.h"
#include "store/imports.h"
#include "store/take_back.h"
#include "store/writer.h"
#include "store/writing.h"

#include <algorithm>
#include <utility>

// Taking back one bringing-in of files: looked at first, then done as an edit.
namespace twelvefold::store {

// Whose changes the person was shown to be kept.
struct TakeBackPlan::Work
{
    Owners kept;
    std::string takes, keeps;
};

namespace {

constexpr MessageKind kNoSuchImport{
    "take-back-no-such-import",
    TWELVEFOLD_TEXT("Message", "No files were brought in under the number %1: the list of what was "
                               "brought in has the numbers.")};
constexpr MessageKind kTakenBackAlready{
    "take-back-already",
    TWELVEFOLD_TEXT("Message", "These files were taken back already, by %1 on %2.")};
constexpr MessageKind kOtherColumns{
    "take-back-other-columns",
    TWELVEFOLD_TEXT("Message",
                    "These files cannot be taken back, because another program has changed the "
                    "table %1 since. A backup from before they were brought in has the records as "
                    "they were.")};
constexpr MessageKind kChangedSince{
    "take-back-changed-since",
    TWELVEFOLD_TEXT("Message",
                    "Nothing was taken back: %1 records of what these files brought were changed "
                    "since, or were added since and rest on it. Undo those changes first, or take "
                    "back only what nobody has worked on since."),
    TWELVEFOLD_TEXT("Message",
                    "Nothing was taken back: %1 record of what these files brought was changed "
                    "since, or was added since and rests on it. Undo that change first, or take "
                    "back only what nobody has worked on since.")};
constexpr MessageKind kAllInTheWay{
    "take-back-all-in-the-way",
    TWELVEFOLD_TEXT("Message",
                    "Nothing was taken back: all that these files brought was changed since, or "
                    "something added since rests on it. Undo those changes first.")};
constexpr MessageKind kMeanwhile{
    "take-back-changed-meanwhile",
    TWELVEFOLD_TEXT("Message", "Nothing was taken back: the records were changed after this was "
                               "looked at. Look at it again.")};

// The first code of each pair is of what is taken back whole.
constexpr MessageKind kTakeBackOne{
    "import-taken-back-one", TWELVEFOLD_TEXT("Message", "Take back the file brought in on %1")};
constexpr MessageKind kTakeBackOneInPart{
    "import-taken-back-one-in-part",
    TWELVEFOLD_TEXT("Message",
                    "Take back the file brought in on %1, but for what was changed since")};
constexpr MessageKind kTakeBack{"import-taken-back",
                                TWELVEFOLD_TEXT("Message", "Take back the files brought in on %1")};
constexpr MessageKind kTakeBackInPart{
    "import-taken-back-in-part",
    TWELVEFOLD_TEXT("Message",
                    "Take back the files brought in on %1, but for what was changed since")};

Message nameOf(const BroughtIn& import, bool inPart)
{
    const bool one = namesOfFiles(import.files).size() == 1;
    const MessageKind kind =
        inPart ? (one ? kTakeBackOneInPart : kTakeBackInPart) : (one ? kTakeBackOne : kTakeBack);
    return {kind, {import.at}};
}

// What is of the bringing-in itself is no record of anybody's.
std::string recordsInWords(Tallies tallies)
{
    tallies.erase("import_batch");
    tallies.erase("import_file");
    return inWords(tallies);
}

std::vector<std::int64_t> laterInForce(Connection& connection, std::int64_t id)
{
    std::vector<std::int64_t> all, later;
    Query query(connection, "SELECT sequence FROM audit WHERE sequence > ? AND target IS NULL "
                            "ORDER BY sequence DESC");
    query.with(id);
    while (query.next())
        all.push_back(query.integer(0));
    std::ranges::copy_if(all, std::back_inserter(later),
                         [&](std::int64_t step) { return inForce(connection, step); });
    return later;
}

// Those of the later edits that touched what stands in the way.
std::vector<Step> thoseThatTouched(Connection& connection, const std::vector<std::int64_t>& later,
                                   const std::unordered_set<std::string>& places)
{
    std::vector<Step> steps;
    for (const std::int64_t id : places.empty() ? std::vector<std::int64_t>() : later) {
        bool touched = false;
        for (const Bytes& part : partsOf(connection, id)) {
            forEachChange(part, [&](const ChangedRecord& change) {
                touched = touched || places.contains(placeOf(change));
            });
        }
        if (touched)
            steps.push_back(*stepOf(connection, id));
    }
    return steps;
}

// Why it cannot be taken back at all.
std::optional<Message> whyNotTakenBack(const std::optional<BroughtIn>& import, std::int64_t id)
{
    if (!import)
        return Message{kNoSuchImport, {id}};
    if (import->gone)
        return Message{kTakenBackAlready, {import->gone->author, import->gone->at}};
    return import->stays;
}

Result<TakeBackPlan> planned(OpenStore& store, std::int64_t id)
{
    Connection& connection = *store.connection;
    if (const auto refusal = whyNotTakenBack(readImport(connection, id), id))
        return *refusal;
    const std::vector<Bytes> changes = partsOf(connection, id);
    if (const auto table = misfit(changes, store.shapes))
        return Message{kOtherColumns, {*table}};
    const std::vector<std::int64_t> later = laterInForce(connection, id);
    const Transaction rolledBack(connection);
    TakingBack taking(connection, store.shapes, changes, later);
    TakingBack::InTheWay met = taking.inTheWay();
    TakeBackPlan plan;
    plan.id = id;
    plan.since = inWords(met.since);
    for (const auto& [table, tally] : met.since)
        plan.inTheWay += tally.added + tally.changed;
    plan.later = thoseThatTouched(connection, later, met.places);
    const Owners kept = met.owners.empty() ? Owners() : taking.closed(std::move(met.owners));
    for (const Owner& owner : kept) {
        if (owner.child != 0)
            plan.childrenKept.emplace_back(owner.child);
    }
    const TakingBack::Took took = taking.takeBack(kept, {});
    if (!took.fits)
        throw std::logic_error("what is to be kept for others was not found");
    plan.takes = recordsInWords(took.taken);
    plan.keeps = recordsInWords(took.kept);
    if (kept.empty() || !plan.takes.empty())
        plan.work =
            std::make_shared<TakeBackPlan::Work>(TakeBackPlan::Work{kept, plan.takes, plan.keeps});
    return plan;
}

// Ends the edit that takes back, with why: nothing of it is kept.
struct DoesNotFit
{
    Message why;
};

void takeBackInside(OpenStore& store, SqlWriter& writer, const TakeBackPlan& plan)
{
    Connection& connection = *store.connection;
    if (const auto refusal = whyNotTakenBack(readImport(connection, plan.id), plan.id))
        throw DoesNotFit{*refusal};
    const std::vector<Bytes> changes = partsOf(connection, plan.id);
    const std::vector<std::int64_t> later = laterInForce(connection, plan.id);
    TakingBack taking(connection, store.shapes, changes, later);
    const TakingBack::Took took =
        taking.takeBack(plan.work->kept, [&](ChildId child) { writer.wrote(child); });
    if (!took.fits || recordsInWords(took.taken) != plan.work->takes ||
        recordsInWords(took.kept) != plan.work->keeps)
        throw DoesNotFit{{kMeanwhile, {}}};
}

} // namespace

bool isInPart(std::string_view nameCode)
{
    return nameCode == kTakeBackInPart.code || nameCode == kTakeBackOneInPart.code;
}

std::vector<BroughtIn> Store::imports() const
{
    return m_open->alone([&] { return readImports(*m_open->connection); });
}

std::optional<SeenBefore> Store::seenBefore(const std::string& sha256) const
{
    return m_open->alone([&] { return readSeenBefore(*m_open->connection, sha256); });
}

Result<TakeBackPlan> Store::planTakeBack(std::int64_t id) const
{
    return aloneToWrite(*m_open, [&] { return planned(*m_open, id); });
}

Result<Step> Store::takeBack(const TakeBackPlan& plan, Keep keep, const std::string& author)
{
    if (plan.work == nullptr)
        return Message{kAllInTheWay, {}};
    if (keep == Keep::nothing && plan.inTheWay != 0)
        return Message{kChangedSince, {plan.inTheWay}};
    const auto import = m_open->alone([&] { return readImport(*m_open->connection, plan.id); });
    if (const auto refusal = whyNotTakenBack(import, plan.id); refusal || !import)
        return refusal.value_or(Message{kNoSuchImport, {plan.id}});
    try {
        edit(nameOf(*import, !plan.work->kept.empty()), author, [&](Writer& writer) {
            takeBackInside(*m_open, dynamic_cast<SqlWriter&>(writer), plan);
        });
    } catch (const DoesNotFit& refused) {
        return refused.why;
    }
    return m_open->alone([&] { return *latestUndoable(*m_open->connection); });
}

} // namespace twelvefold::store
