// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit.h"
#include "store/content_moves.h"
#include "store/drafts.h"
#include "store/invariants.h"
#include "store/open_store.h"
#include "store/schema.h"
#include "store/writer.h"
#include "store/writing.h"

#include <algorithm>

// What changes a store: edits, fills, undo, redo and drafts.
namespace twelvefold::store {
namespace {

using Kind = AuditEntry::Kind;

constexpr MessageKind kNothingToUndo{"nothing-to-undo",
                                     TWELVEFOLD_TEXT("Message", "There is nothing to undo.")};
constexpr MessageKind kNothingToRedo{"nothing-to-redo",
                                     TWELVEFOLD_TEXT("Message", "There is nothing to redo.")};
constexpr MessageKind kNotUndoable{
    "not-undoable",
    TWELVEFOLD_TEXT("Message",
                    "This cannot be undone: it was undone already, was made by an earlier "
                    "version of the program, or is not an edit.")};
constexpr MessageKind kBlockedByEdit{
    "undo-blocked-by-edit",
    TWELVEFOLD_TEXT("Message", "This cannot be undone on its own: a later edit (“%1”, by %2 on %3) "
                               "changed the same thing. Undo that one first.")};
constexpr MessageKind kBlocked{
    "undo-blocked",
    TWELVEFOLD_TEXT("Message", "This cannot be undone: the records were changed since.")};

constexpr MessageKind kBlockedByNewDraft{
    "undo-blocked-by-new-draft",
    TWELVEFOLD_TEXT(
        "Message", "This would bring an unfinished assessment back or take one away, and the one "
                   "that is there was changed or begun since. Sign that off or discard it first.")};
constexpr MessageKind kBlockedByStore{
    "undo-blocked-by-store",
    TWELVEFOLD_TEXT("Message", "This cannot be done: afterwards the store would be one that cannot "
                               "be opened (%1).")};

// Above this many, a notice says that many children changed rather than which.
constexpr std::size_t kManyChildren = 1000;

ChangeNotice noticeOf(const Tallies& tallies, const std::set<ChildId>& children, bool many)
{
    ChangeNotice notice;
    for (const auto& [table, counts] : tallies)
        notice.tables.push_back(table);
    notice.many = many || children.size() > kManyChildren;
    if (!notice.many)
        notice.children.assign(children.begin(), children.end());
    return notice;
}

// The latest edit in force after a step that changed what stands in its way.
std::optional<Step> laterEditOf(Connection& connection, const Step& step, const Obstacle& obstacle)
{
    const std::set<ChildId> children = childrenOf(connection, step.id);
    Query query(connection, "SELECT sequence FROM audit WHERE sequence > ? AND target IS NULL "
                            "ORDER BY sequence DESC");
    query.with(step.id);
    while (query.next()) {
        const std::int64_t later = query.integer(0);
        if (!inForce(connection, later))
            continue;
        bool meets = false;
        if (obstacle.foreignKey) {
            const std::set<ChildId> theirs = childrenOf(connection, later);
            meets = std::ranges::any_of(theirs, [&](ChildId id) { return children.contains(id); });
        } else {
            const std::vector<Bytes> parts = partsOf(connection, later);
            meets =
                std::ranges::any_of(parts, [&](const Bytes& p) { return touches(p, obstacle); });
        }
        if (meets)
            return stepOf(connection, later);
    }
    return std::nullopt;
}

Message whyBlocked(Connection& connection, const Step& step, const Obstacle& obstacle)
{
    const auto drafts = draftTables();
    if (std::ranges::find(drafts, obstacle.table) != drafts.end())
        return {kBlockedByNewDraft, {}};
    if (const auto later = laterEditOf(connection, step, obstacle))
        return {kBlockedByEdit, {plainEnglish(later->name), later->author, later->day}};
    return {kBlocked, {}};
}

// Takes away, before a step is taken back, the drafts that rest on what goes with it, so that they
// come back when it is done again: what was typed is never lost, and never stands in the way.
std::vector<Bytes> takeDraftsAlong(Connection& connection, const Shapes& shapes,
                                   const std::vector<Bytes>& changes)
{
    constexpr std::pair<std::string_view, const char*> kRestOn[] = {
        {"child", "SELECT child, author FROM draft WHERE child = ?"},
        {"assessment", "SELECT child, author FROM draft WHERE second_rating_of = ?"},
        {"framework", "SELECT child, author FROM draft WHERE framework = ?"}};
    std::set<std::pair<ChildId, std::string>> drafts;
    const bool any = connection.number("SELECT count(*) FROM draft") != 0;
    for (const Bytes& change : any ? changes : std::vector<Bytes>()) {
        forEachChange(change, [&](const ChangedRecord& record) {
            const auto rest = std::ranges::find(kRestOn, std::string_view(record.table),
                                                &std::pair<std::string_view, const char*>::first);
            if (record.operation != SQLITE_DELETE || rest == std::end(kRestOn))
                return;
            Query query(connection, rest->second);
            const int id = shapes.find(record.table)->column("id");
            query.with(std::int64_t{sqlite3_value_int64(record.before(id))});
            while (query.next())
                drafts.emplace(query.id<ChildId>(0), query.text(1));
        });
    }
    Recorder recorder(connection, shapes);
    for (const auto& [child, author] : drafts)
        eraseDraft(connection, child, author);
    return recorder.finish();
}

// What an undo took away besides the step itself.
std::vector<Bytes> takenAlong(Connection& connection, std::int64_t step)
{
    Query query(connection, "SELECT sequence FROM audit WHERE target = ? AND kind = 'undo' "
                            "ORDER BY sequence DESC LIMIT 1");
    return query.with(step).next() ? partsOf(connection, query.integer(0)) : std::vector<Bytes>();
}

struct Reverting
{
    std::vector<Bytes> changes; // that take a step back or do it again, in order
    std::vector<Bytes> along;   // what was taken away besides, for the entry of the undo to keep
};
Reverting revertingOf(Connection& connection, const Shapes& shapes, const Step& step, Kind kind)
{
    Reverting reverting;
    reverting.changes = partsOf(connection, step.id);
    if (kind == Kind::undo) {
        std::ranges::reverse(reverting.changes);
        std::ranges::transform(reverting.changes, reverting.changes.begin(), inverted);
        reverting.along = takeDraftsAlong(connection, shapes, reverting.changes);
        return reverting;
    }
    // Last, when what they rest on is there.
    for (const Bytes& part : takenAlong(connection, step.id))
        reverting.changes.push_back(inverted(part));
    return reverting;
}

// Constraints are switched off while a fill runs, which takes a third less time: foreign keys are
// checked as a whole at its end, and what else the schema asks for the types of the records mostly
// rule out and a check of the store finds.
class WithoutConstraints
{
public:
    explicit WithoutConstraints(Connection& connection) : m_connection(connection)
    {
        m_connection.run("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; "
                         "PRAGMA cache_size = -262144");
    }
    ~WithoutConstraints()
    {
        sqlite3_exec(m_connection.handle(),
                     "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF; "
                     "PRAGMA cache_size = -32768",
                     nullptr, nullptr, nullptr);
    }
    WithoutConstraints(const WithoutConstraints&) = delete;
    WithoutConstraints& operator=(const WithoutConstraints&) = delete;

private:
    Connection& m_connection;
};

std::string whatWasFilled(Connection& connection)
{
    Tallies tallies;
    const auto count = [&](const char* table, const char* sql) {
        if (const std::int64_t rows = connection.number(sql); rows != 0)
            tallies[table].added = rows;
    };
    count("child", "SELECT count(*) FROM child");
    count("placement", "SELECT count(*) FROM placement");
    count("cost_line", "SELECT count(*) FROM cost_line");
    count("outcome", "SELECT count(*) FROM outcome");
    count("assessment", "SELECT count(*) FROM assessment");
    return inWords(tallies);
}

ChangeNotice record(OpenStore& store, SqlWriter& writer, Recorder& recorder, const Message& name,
                    const std::string& author)
{
    NewEntry entry;
    entry.parts = recorder.finish();
    if (entry.parts.empty())
        return {};
    Tallies tallies;
    for (const Bytes& part : entry.parts)
        tally(part, tallies);
    entry.kind = writer.broughtIn() || entry.parts.size() > 1 ? Kind::bulk : Kind::edit;
    entry.name = name;
    entry.author = author;
    entry.detail = inWords(tallies);
    entry.children = writer.children();
    entry.content = recordedAfter(*store.connection, recorder.moved());
    if (const auto broken = brokenBy(*store.connection, tallies))
        throw WorldError({kBlockedByStore, {plainEnglish(*broken)}});
    append(*store.connection, entry);
    return noticeOf(tallies, entry.children, false);
}

struct Reverted
{
    Step step;
    ChangeNotice notice;
};

Result<Reverted> revert(OpenStore& store, std::optional<Step> step, Kind kind,
                        const std::string& author)
{
    if (!step)
        return Message{kind == Kind::undo ? kNothingToUndo : kNothingToRedo, {}};
    Transaction transaction(*store.connection);
    const Reverting reverting = revertingOf(*store.connection, store.shapes, *step, kind);
    Tallies tallies;
    for (const Bytes& part : reverting.along)
        tally(part, tallies);
    ContentMoves moves(*store.connection, store.shapes);
    for (const Bytes& change : reverting.changes) {
        if (const auto obstacle = apply(*store.connection, change))
            return whyBlocked(*store.connection, *step, *obstacle);
        tally(change, tallies);
        moves.follow(change);
    }
    if (const auto broken = brokenBy(*store.connection, tallies))
        return Message{kBlockedByStore, {plainEnglish(*broken)}};
    NewEntry entry;
    entry.kind = kind;
    entry.name = step->name;
    entry.author = author;
    entry.detail = inWords(tallies);
    entry.target = step->id;
    entry.undoable = false;
    entry.parts = reverting.along;
    entry.children = childrenOf(*store.connection, step->id);
    entry.content = recordedAfter(*store.connection, moves.moved());
    append(*store.connection, entry);
    transaction.commit();
    store.frameworks.forget();
    return Reverted{*step, noticeOf(tallies, entry.children, false)};
}

Result<Step> told(const OpenStore& store, const Result<Reverted>& reverted)
{
    if (!reverted)
        return reverted.failure();
    tell(store, reverted->notice);
    return reverted->step;
}

} // namespace

void tell(const OpenStore& store, const ChangeNotice& notice)
{
    std::vector<std::function<void(const ChangeNotice&)>> listeners;
    {
        const std::lock_guard lock(store.mutex);
        listeners = store.listeners;
    }
    for (const auto& listener : listeners)
        listener(notice);
}

ChangeNotice everythingChanged()
{
    ChangeNotice notice;
    for (const char* table : recordedTables())
        notice.tables.emplace_back(table);
    notice.many = true;
    return notice;
}

void Store::onChange(std::function<void(const ChangeNotice&)> listener)
{
    const std::lock_guard lock(m_open->mutex);
    m_open->listeners.push_back(std::move(listener));
}

void Store::edit(const Message& name, const std::string& author,
                 const std::function<void(Writer&)>& work)
{
    const ChangeNotice notice = aloneToWrite(*m_open, [&] {
        Transaction transaction(*m_open->connection);
        Recorder recorder(*m_open->connection, m_open->shapes);
        SqlWriter writer(*m_open->connection, m_open->ids, m_open->frameworks, author, &recorder);
        work(writer);
        ChangeNotice changed = record(*m_open, writer, recorder, name, author);
        if (!changed.tables.empty()) // else nothing is different, so there is nothing to record
            transaction.commit();
        return changed;
    });
    if (!notice.tables.empty())
        tell(*m_open, notice);
}

void Store::fill(const Message& name, const std::string& author,
                 const std::function<void(Writer&)>& work)
{
    aloneToWrite(*m_open, [&] {
        if (childCount() != 0)
            throw std::logic_error("only a store without children can be filled");
        const WithoutConstraints without(*m_open->connection);
        Transaction transaction(*m_open->connection);
        const Sums before =
            contentOf(*m_open->connection, m_open->shapes, ContentKeys::Missing::make);
        const std::vector<Index> indexes = indexesOfRecordedTables(*m_open->connection);
        for (const Index& index : indexes)
            m_open->connection->run("DROP INDEX " + index.name);
        SqlWriter writer(*m_open->connection, m_open->ids, m_open->frameworks, author, nullptr);
        work(writer);
        for (const Index& index : indexes)
            m_open->connection->run(index.sql);
        if (Query(*m_open->connection, "PRAGMA foreign_key_check").next())
            throw std::logic_error("a record refers to one that is not there");
        NewEntry entry;
        entry.kind = Kind::bulk;
        entry.name = name;
        entry.author = author;
        entry.detail = whatWasFilled(*m_open->connection);
        entry.undoable = false;
        const Sums after =
            contentOf(*m_open->connection, m_open->shapes, ContentKeys::Missing::make);
        entry.content = recordedAfter(*m_open->connection, difference(after, before));
        append(*m_open->connection, entry);
        transaction.commit();
    });
    tell(*m_open, everythingChanged());
}

Result<Step> Store::undo(const std::string& author)
{
    return told(*m_open, aloneToWrite(*m_open, [&] {
        return revert(*m_open, latestUndoable(*m_open->connection), Kind::undo, author);
    }));
}

Result<Step> Store::redo(const std::string& author)
{
    return told(*m_open, aloneToWrite(*m_open, [&] {
        return revert(*m_open, latestRedoable(*m_open->connection), Kind::redo, author);
    }));
}

Result<Step> Store::undoStep(std::int64_t id, const std::string& author)
{
    return told(*m_open, aloneToWrite(*m_open, [&]() -> Result<Reverted> {
        if (!canBeUndone(*m_open->connection, id))
            return Message{kNotUndoable, {}};
        return revert(*m_open, stepOf(*m_open->connection, id), Kind::undo, author);
    }));
}

void Store::saveDraft(const Assessment& draft)
{
    aloneToWrite(*m_open, [&] {
        Transaction transaction(*m_open->connection);
        writeDraft(*m_open->connection, m_open->frameworks, draft);
        transaction.commit();
    });
    tell(*m_open, {{"draft"}, {draft.child}, false});
}

} // namespace twelvefold::store
