// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imports.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/schema.h"
#include "store/take_back_edit.h"

#include <algorithm>
#include <map>

namespace twelvefold::store {
namespace {

constexpr MessageKind kOtherVersion{
    "take-back-other-version",
    TWELVEFOLD_TEXT("Message",
                    "These files were brought in before the store was brought up to date for a "
                    "later version of the program, so they can no longer be taken back. A backup "
                    "from before they were brought in has the records as they were.")};
constexpr MessageKind kNotKept{
    "take-back-not-kept",
    TWELVEFOLD_TEXT("Message", "What these files changed is no longer kept, so they can no longer "
                               "be taken back. A backup from before they were brought in has the "
                               "records as they were.")};

// A batch that a changeset adds or takes away.
struct RecordedBatch
{
    std::int64_t id = 0;
    std::vector<ImportBatch::File> files; // by the order in which they were written
};

std::string textOf(sqlite3_value* value)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr
               ? std::string()
               : std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

// Reads what changesets say of one operation on the batches.
class BatchReader
{
public:
    explicit BatchReader(Connection& connection) : m_connection(connection)
    {
        const auto columns = columnsOf(connection, "import_file");
        const auto at = [&](std::string_view name) {
            return static_cast<int>(std::ranges::find(columns, name) - columns.begin());
        };
        m_id = at("id");
        m_name = at("name");
        m_sha256 = at("sha256");
        m_recognisedAs = at("recognised_as");
        m_rows = at("row_count");
        m_accepted = at("accepted");
        m_changed = at("changed");
        m_unchanged = at("unchanged");
        m_rejected = at("rejected");
        m_profile = at("profile");
    }

    // Whatever brings files in writes the batch at its end, and taking back begins at the end.
    RecordedBatch read(std::int64_t entry, int operation)
    {
        RecordedBatch batch;
        Query query(m_connection, operation == SQLITE_INSERT
                                      ? "SELECT changeset FROM audit_changeset WHERE audit = ? "
                                        "ORDER BY part DESC"
                                      : "SELECT changeset FROM audit_changeset WHERE audit = ? "
                                        "ORDER BY part");
        query.with(entry);
        while (batch.id == 0 && query.next()) {
            const auto bytes = query.bytes(0);
            read({bytes.begin(), bytes.end()}, operation, batch);
        }
        return batch;
    }

private:
    void read(const Bytes& changeset, int operation, RecordedBatch& batch) const
    {
        std::map<std::int64_t, ImportBatch::File> files; // a changeset has them in no order
        forEachChange(changeset, [&](const ChangedRecord& change) {
            if (change.operation != operation)
                return;
            const auto value = [&](int column) {
                return operation == SQLITE_INSERT ? change.after(column) : change.before(column);
            };
            const auto number = [&](int column) { return sqlite3_value_int64(value(column)); };
            const std::string_view table = change.table;
            if (table == "import_batch")
                batch.id = number(0);
            else if (table == "import_file")
                files[number(m_id)] = {
                    textOf(value(m_name)), textOf(value(m_sha256)), textOf(value(m_recognisedAs)),
                    number(m_rows), number(m_accepted), number(m_changed), number(m_unchanged),
                    number(m_rejected),
                    // What was recorded before there were profiles says nothing of them.
                    m_profile < change.columns ? textOf(value(m_profile)) : std::string()};
        });
        for (auto& [id, file] : files)
            batch.files.push_back(std::move(file));
    }

    Connection& m_connection;
    int m_id = 0, m_name = 0, m_sha256 = 0, m_recognisedAs = 0, m_rows = 0, m_accepted = 0,
        m_changed = 0, m_unchanged = 0, m_rejected = 0, m_profile = 0;
};

// The edits in force that took back a batch, by the batch.
std::map<std::int64_t, BroughtIn::Gone> takenBack(Connection& connection, BatchReader& reader)
{
    std::map<std::int64_t, BroughtIn::Gone> gone;
    Query query(connection, "SELECT sequence, at, author, name_code FROM audit WHERE target IS "
                            "NULL AND detail GLOB '*import_batch -1*' ORDER BY sequence");
    while (query.next()) {
        const std::int64_t sequence = query.integer(0);
        if (!inForce(connection, sequence))
            continue;
        const std::int64_t batch = reader.read(sequence, SQLITE_DELETE).id;
        gone[batch] = {query.text(1), query.text(2), isInPart(query.view(3))};
    }
    return gone;
}

std::optional<BroughtIn::Gone> undone(Connection& connection, std::int64_t entry)
{
    Query query(connection, "SELECT at, author, kind FROM audit WHERE target = ? "
                            "ORDER BY sequence DESC LIMIT 1");
    if (!query.with(entry).next() || query.view(2) != "undo")
        return std::nullopt;
    return BroughtIn::Gone{query.text(0), query.text(1), false};
}

std::optional<Message> whyItStays(Connection& connection, std::int64_t entry)
{
    Query query(connection,
                "SELECT a.schema_version, EXISTS (SELECT 1 FROM audit_changeset c WHERE "
                "c.audit = a.sequence) FROM audit a WHERE a.sequence = ? AND a.undoable = 1");
    if (!query.with(entry).next() || query.integer(1) == 0)
        return Message{kNotKept, {}};
    if (query.integer(0) != schemaVersion(connection))
        return Message{kOtherVersion, {}};
    return std::nullopt;
}

std::vector<BroughtIn> readWhere(Connection& connection, std::optional<std::int64_t> only)
{
    BatchReader reader(connection);
    const auto gone = takenBack(connection, reader);
    std::vector<BroughtIn> imports;
    Query query(connection, "SELECT sequence, at, author, detail FROM audit WHERE target IS NULL "
                            "AND detail GLOB '*import_batch +1*' AND sequence = coalesce(?, "
                            "sequence) ORDER BY sequence DESC");
    query.with(only);
    while (query.next()) {
        BroughtIn import{query.integer(0), query.text(1), query.text(2), query.text(3), {}, {}, {}};
        RecordedBatch batch = reader.read(import.id, SQLITE_INSERT);
        import.files = std::move(batch.files);
        import.gone = undone(connection, import.id);
        if (const auto taken = gone.find(batch.id); !import.gone && taken != gone.end())
            import.gone = taken->second;
        if (!import.gone)
            import.stays = whyItStays(connection, import.id);
        imports.push_back(std::move(import));
    }
    return imports;
}

} // namespace

std::vector<BroughtIn> readImports(Connection& connection)
{
    return readWhere(connection, std::nullopt);
}

std::optional<BroughtIn> readImport(Connection& connection, std::int64_t id)
{
    std::vector<BroughtIn> found = readWhere(connection, id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<SeenBefore> readSeenBefore(Connection& connection, std::string_view sha256)
{
    Query query(connection, "SELECT b.at, b.author FROM import_file f JOIN import_batch b ON "
                            "b.id = f.batch WHERE f.sha256 = ? ORDER BY b.at DESC LIMIT 1");
    if (!query.with(sha256).next())
        return std::nullopt;
    return SeenBefore{query.text(0), query.text(1)};
}

std::vector<std::string> namesOfFiles(std::span<const ImportBatch::File> tables)
{
    std::vector<std::string> names;
    for (const ImportBatch::File& table : tables) {
        std::string name = table.name.substr(0, table.name.find(" › "));
        if (std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

} // namespace twelvefold::store
