// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit.h"
#include "store/content.h"
#include "store/copies.h"
#include "store/drafts.h"
#include "store/fields.h"
#include "store/integrity.h"
#include "store/invariants.h"
#include "store/open_store.h"
#include "store/record_tables.h"
#include "store/schema.h"
#include "store/writing.h"

#include <algorithm>

// The records of a whole store, taken into one that has none.
namespace twelvefold::store {
namespace {

constexpr MessageKind kHasRecords{
    "records-in-the-way",
    TWELVEFOLD_TEXT("Message",
                    "%1 has records already, and a whole store is only taken into one that has "
                    "none: nothing was changed. Name a new store for it.")};
constexpr MessageKind kNoSuchSchema{
    "records-of-unknown-version",
    TWELVEFOLD_TEXT("Message", "The tables are of a later version of Twelvefold (its form %1, and "
                               "this program knows %2): update the program.")};
constexpr MessageKind kTwice{
    "record-twice",
    TWELVEFOLD_TEXT("Message", "an earlier row has the same, and each must be another")};
constexpr MessageKind kBlank{"record-blank",
                             TWELVEFOLD_TEXT("Message", "it is blank, and must not be")};
constexpr MessageKind kRule{
    "record-against-rule",
    TWELVEFOLD_TEXT("Message", "what stands there cannot be. What must hold: %1")};
constexpr MessageKind kLeadsNowhere{
    "record-leads-nowhere",
    TWELVEFOLD_TEXT("Message", "it refers to a record that %1.csv does not have")};
constexpr MessageKind kUnsound{
    "records-unsound",
    TWELVEFOLD_TEXT("Message", "The tables do not make a sound store, and nothing was taken: %1")};

bool isNameIn(const std::string& text, const std::string& name)
{
    const auto isLetter = [&](std::size_t at) {
        return at < text.size() &&
               (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
    };
    for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        if ((at == 0 || !isLetter(at - 1)) && !isLetter(at + name.size()))
            return true;
    }
    return false;
}

// "child.pseudonym" of "UNIQUE constraint failed: child.pseudonym", or the condition of a CHECK, on
// one line.
std::string saidOf(const SqlError& error)
{
    const std::string all = error.what();
    const std::size_t colon = all.find("failed: ");
    std::string said;
    for (const char c : colon == all.npos ? std::string() : all.substr(colon + 8)) {
        const bool isBlank = c == ' ' || c == '\n';
        if (!isBlank || !said.ends_with(' '))
            said += isBlank ? ' ' : c;
    }
    return said;
}

// Why a record was refused, and of which column; nothing where the record is not to blame.
struct Refused
{
    std::string column;
    Message why;
};
std::optional<Refused> refusalOf(const SqlError& error, const RecordTable& table)
{
    if (error.code() != SQLITE_CONSTRAINT)
        return std::nullopt;
    const std::string said = saidOf(error);
    std::string column;
    for (const RecordColumn& one : table.columns) {
        if (column.empty() && isNameIn(said, one.name) && one.name != table.name)
            column = one.name;
    }
    switch (error.extendedCode()) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Refused{column, {kTwice, {}}};
    case SQLITE_CONSTRAINT_NOTNULL:
        return Refused{column, {kBlank, {}}};
    default:
        return Refused{column, {kRule, {said}}};
    }
}

std::string textOfKey(const RecordTable& table, const std::vector<RecordCell>& cells)
{
    std::string text;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (std::ranges::find(table.key, table.columns[column].name) == table.key.end())
            continue;
        if (const auto* number = std::get_if<std::int64_t>(&cells[column]))
            text += std::to_string(*number);
        else if (const auto* real = std::get_if<double>(&cells[column]))
            text += std::to_string(*real);
        else if (const auto* words = std::get_if<std::string_view>(&cells[column]))
            text += *words;
        text += '\0';
    }
    return text;
}

// The records whose reference leads nowhere, by their keys.
std::string selectionOfOrphans(const RecordTable& table, const RecordReference& reference)
{
    std::string columns, together, there;
    for (const RecordColumn& column : table.columns)
        columns += (columns.empty() ? "c." : ", c.") + column.name;
    for (std::size_t i = 0; i < reference.columns.size(); ++i) {
        together +=
            (i == 0 ? "p." : " AND p.") + reference.theirs[i] + " = c." + reference.columns[i];
        there += "c." + reference.columns[i] + " IS NOT NULL AND ";
    }
    return "SELECT " + columns + " FROM " + table.name + " c LEFT JOIN " + reference.table +
           " p ON " + together + " WHERE " + there + "p." + reference.theirs[0] +
           " IS NULL LIMIT 1";
}

class TakingIn
{
public:
    TakingIn(Connection& connection, const Shapes& shapes, RecordSource& source)
        : m_connection(connection), m_shapes(shapes), m_source(source)
    {
    }

    // In an open transaction, which is to be rolled back where it is refused.
    std::optional<Message> take(const std::vector<RecordTable>& tables, std::int64_t schema)
    {
        m_connection.run("PRAGMA defer_foreign_keys = ON");
        const std::vector<Index> indexes = indexesOfRecordedTables(m_connection);
        for (const Index& index : indexes) {
            if (!isUnique(index))
                m_connection.run("DROP INDEX " + index.name);
        }
        if (auto fault = takeFrameworks(tables))
            return fault;
        for (const RecordTable& table : tables) {
            if (isOfFrameworks(table.name))
                continue;
            if (auto fault = takeTable(table))
                return fault;
        }
        for (const Index& index : indexes) {
            if (!isUnique(index))
                m_connection.run(index.sql);
        }
        bringUp(schema);
        giveDigests(m_connection);
        return std::nullopt;
    }

    std::vector<Bytes> frameworkParts; // what a repair puts frameworks back from
    Tallies tallies;

private:
    static bool isUnique(const Index& index) { return index.sql.starts_with("CREATE UNIQUE"); }
    static bool isOfFrameworks(std::string_view table)
    {
        const auto names = frameworkTables();
        return std::ranges::find(names, table) != names.end();
    }

    std::optional<Message> takeFrameworks(const std::vector<RecordTable>& tables)
    {
        Recorder recorder(m_connection, m_shapes);
        for (const char* table : frameworkTables())
            m_connection.run(std::string("DELETE FROM ") + table);
        for (const RecordTable& table : tables) {
            if (!isOfFrameworks(table.name))
                continue;
            if (auto fault = takeTable(table))
                return fault;
            recorder.afterWrite();
        }
        frameworkParts = recorder.finish();
        return std::nullopt;
    }

    std::optional<Message> takeTable(const RecordTable& table)
    {
        if (auto fault = m_source.begin(table))
            return fault;
        const std::string sql = insertionText(table.name, namesOf(table.columns));
        std::vector<RecordCell> cells;
        std::int64_t rows = 0;
        while (true) {
            const auto found = m_source.next(cells);
            if (!found)
                return found.failure();
            if (!*found)
                break;
            try {
                Query(m_connection, sql).with(cells).run();
            } catch (const SqlError& error) {
                const auto refused = refusalOf(error, table);
                if (!refused)
                    throw;
                return m_source.fault(refused->column, refused->why);
            }
            ++rows;
        }
        // The files brought in earlier are a story that this entry does not tell again.
        if (rows != 0 && !table.name.starts_with("import_"))
            tallies[table.name].added = rows;
        // At once, since what it refers to came before it: with references still open SQLite would
        // look for whoever waits for each record that follows.
        return orphanIn(table);
    }

    std::optional<Message> orphanIn(const RecordTable& table)
    {
        for (const RecordReference& reference : table.references) {
            Query query(m_connection, selectionOfOrphans(table, reference));
            if (!query.next())
                continue;
            std::vector<RecordCell> cells(table.columns.size());
            for (std::size_t column = 0; column < cells.size(); ++column)
                cells[column] = recordCellOf(query, static_cast<int>(column));
            return whereIs(table, textOfKey(table, cells), reference);
        }
        return std::nullopt;
    }

    // Reads the table once more, up to the record with a key.
    Message whereIs(const RecordTable& table, const std::string& key,
                    const RecordReference& reference)
    {
        if (auto fault = m_source.begin(table))
            return *fault;
        std::vector<RecordCell> cells;
        while (true) {
            const auto found = m_source.next(cells);
            if (!found)
                return found.failure();
            if (!*found || textOfKey(table, cells) == key)
                return m_source.fault(reference.columns.back(), {kLeadsNowhere, {reference.table}});
        }
    }

    // What the migrations since say of records.
    void bringUp(std::int64_t schema)
    {
        const std::vector<Migration> steps = migrations();
        for (auto step = static_cast<std::size_t>(schema); step < steps.size(); ++step)
            m_connection.run(recordsPart(steps[step]));
    }

    Connection& m_connection;
    const Shapes& m_shapes;
    RecordSource& m_source;
};

// But for the framework that it was made with.
bool hasRecords(Connection& connection)
{
    const auto frameworks = frameworkTables();
    for (const TableWords& table : recordWords()) {
        const bool isFramework =
            std::ranges::find(frameworks, std::string_view(table.name)) != frameworks.end();
        if (!isFramework &&
            connection.number("SELECT EXISTS (SELECT 1 FROM " + std::string(table.name) + ")") != 0)
            return true;
    }
    return false;
}

std::optional<Message> whyUnsound(Connection& connection, const Shapes& shapes)
{
    FrameworkShelf frameworks(connection);
    const CheckReport report = examined(connection, frameworks, shapes, {});
    if (report.sound())
        return std::nullopt;
    return Message{kUnsound, {plainEnglish(report.faults.front().message)}};
}

std::optional<Message> takeInto(Connection& connection, const Shapes& shapes, RecordSource& source,
                                std::int64_t schema, NewEntry entry)
{
    const Sums before = contentOf(connection, shapes, ContentKeys::Missing::make);
    TakingIn taking(connection, shapes, source);
    if (auto fault = taking.take(Store::recordTables(schema), schema))
        return fault;
    if (const auto broken = brokenInvariant(connection, migrations()))
        return Message{kUnsound, {plainEnglish(broken->what)}};
    entry.kind = AuditEntry::Kind::bulk;
    entry.undoable = false;
    entry.detail = inWords(taking.tallies);
    entry.parts = std::move(taking.frameworkParts);
    const Sums after = contentOf(connection, shapes, ContentKeys::Missing::make);
    entry.content = recordedAfter(connection, difference(after, before));
    append(connection, entry);
    return whyUnsound(connection, shapes);
}

// In a copy in memory, which is all that is written to.
std::optional<Message> tryIn(Connection& connection, RecordSource& source, std::int64_t schema,
                             const NewEntry& entry)
{
    const auto copy = copyInMemory(connection);
    const Shapes shapes(*copy);
    const Transaction transaction(*copy);
    return takeInto(*copy, shapes, source, schema, entry);
}

} // namespace

Result<Done> Store::takeIn(RecordSource& source, std::int64_t schema, const Message& name,
                           const std::string& author, Trial trial)
{
    NewEntry entry;
    entry.name = name;
    entry.author = author;
    const auto whyNot = m_open->alone([&]() -> std::optional<Message> {
        if (schema < 1 || schema > currentSchema())
            return Message{kNoSuchSchema, {schema, currentSchema()}};
        if (hasRecords(*m_open->connection))
            return Message{kHasRecords, {shownName(m_open->path)}};
        if (trial == Trial::yes)
            return tryIn(*m_open->connection, source, schema, entry);
        return std::nullopt;
    });
    if (whyNot)
        return *whyNot;
    if (trial == Trial::yes)
        return Done{};
    const auto fault = aloneToWrite(*m_open, [&]() -> std::optional<Message> {
        Transaction transaction(*m_open->connection);
        m_open->frameworks.forget();
        auto refused = takeInto(*m_open->connection, m_open->shapes, source, schema, entry);
        if (!refused)
            transaction.commit();
        m_open->frameworks.forget();
        return refused;
    });
    if (fault)
        return *fault;
    tell(*m_open, everythingChanged());
    return Done{};
}

} // namespace twelvefold::store
