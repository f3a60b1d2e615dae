// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/content.h"

#include "store/schema.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace twelvefold::store {
namespace {

constexpr MessageKind kContent{
    "check-content",
    TWELVEFOLD_TEXT("Message", "The records of the table “%1” are not what the audit trail says: "
                               "they were altered behind the program's back.")};

// What the store says of itself, but for where a backup noted the chain to stand.
constexpr const char* kAbout = "about";

// Tables whose records belong to a child through one of these, in a column of the same name.
constexpr std::string_view kParents[] = {"episode", "goal", "assessment", "placement_request"};

void append(std::vector<unsigned char>& to, const void* data, std::size_t size)
{
    const auto* bytes = static_cast<const unsigned char*>(data);
    to.insert(to.end(), bytes, bytes + size);
}

// Always the low byte first, so that a store means the same on every machine.
void append(std::vector<unsigned char>& to, std::uint64_t number)
{
    std::array<unsigned char, 8> bytes;
    for (std::size_t byte = 0; byte < bytes.size(); ++byte)
        bytes[byte] = static_cast<unsigned char>(number >> (8 * byte));
    append(to, bytes.data(), bytes.size());
}

void appendReal(std::vector<unsigned char>& to, double value)
{
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    to.push_back('r');
    append(to, bits);
}

void append(std::vector<unsigned char>& to, sqlite3_value* value, bool real)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        to.push_back('n');
        return;
    case SQLITE_INTEGER:
        if (real)
            return appendReal(to, sqlite3_value_double(value));
        to.push_back('i');
        return append(to, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT:
        return appendReal(to, sqlite3_value_double(value));
    default:
        to.push_back(sqlite3_value_type(value) == SQLITE_TEXT ? 't' : 'b');
        const void* data = sqlite3_value_blob(value);
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        append(to, std::uint64_t{size});
        return append(to, data, data == nullptr ? 0 : size);
    }
}

Sum contentHashOf(std::span<const unsigned char> bytes, const ContentKey& key)
{
    std::array<std::byte, 16> hash;
    crypto_shorthash_siphashx24(reinterpret_cast<unsigned char*>(hash.data()), bytes.data(),
                                bytes.size(), key.data());
    return sumOf(hash);
}

std::uint64_t fingerprintOf(const Shape& shape)
{
    std::vector<unsigned char> names;
    const auto add = [&](const std::string& name) {
        append(names, std::uint64_t{name.size()});
        append(names, name.data(), name.size());
    };
    add(shape.table);
    for (const std::string& column : shape.columns)
        add(column);
    return contentHashOf(names, ContentKey{})[0];
}

void findOwner(Shape& shape)
{
    shape.child = shape.column(shape.table == "child" ? "id" : "child");
    for (const std::string_view parent : kParents) {
        if (shape.child >= 0 || shape.parent >= 0)
            return;
        shape.parent = shape.column(parent);
        shape.parentName = parent;
    }
}

std::string selectionOfShape(const Shape& shape)
{
    std::string columns;
    for (const std::string& column : shape.columns)
        columns += (columns.empty() ? "t." : ", t.") + column;
    if (shape.parent < 0)
        return "SELECT " + columns + " FROM " + shape.table + " t";
    return "SELECT " + columns + ", p.child FROM " + shape.table + " t LEFT JOIN " +
           shape.parentName + " p ON p.id = t." +
           shape.columns[static_cast<std::size_t>(shape.parent)];
}

std::string lookUpOf(const Shape& shape)
{
    std::string columns, where;
    for (const std::string& column : shape.columns)
        columns += (columns.empty() ? "" : ", ") + column;
    for (const int column : shape.key)
        where += (where.empty() ? "" : " AND ") + shape.columns[static_cast<std::size_t>(column)] +
                 " = ?";
    return "SELECT " + columns + " FROM " + shape.table + " WHERE " + where;
}

Shape shapeOf(Connection& connection, const char* table)
{
    Shape shape;
    shape.table = table;
    Query query(connection, "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid");
    query.with(table);
    while (query.next()) {
        if (query.integer(2) > 0)
            shape.key.push_back(static_cast<int>(shape.columns.size()));
        shape.columns.push_back(query.text(0));
        shape.real.push_back(query.view(1) == "REAL");
    }
    findOwner(shape);
    shape.isParent = std::ranges::find(kParents, shape.table) != std::end(kParents);
    shape.fingerprint = fingerprintOf(shape);
    shape.selection = selectionOfShape(shape);
    shape.lookUp = lookUpOf(shape);
    if (shape.parent >= 0)
        shape.ownerLookUp = "SELECT child FROM " + shape.parentName + " WHERE id = ?";
    return shape;
}

Sum contentOf(Connection& connection, const Shape& shape, ContentKeys& keys)
{
    Sum sum{};
    Query rows(connection,
               shape.selection +
                   (shape.table == kAbout ? " WHERE t.key NOT IN ('backup_head', 'copy')" : ""));
    const int count = static_cast<int>(shape.columns.size());
    const int owner = shape.child >= 0 ? shape.child : shape.parent >= 0 ? count : -1;
    std::vector<sqlite3_value*> values(shape.columns.size());
    while (rows.next()) {
        for (int column = 0; column < count; ++column)
            values[static_cast<std::size_t>(column)] = rows.value(column);
        const ChildId child{owner < 0 ? 0 : rows.integer(owner)};
        sum = plus(sum, hashOf(shape, values, keys.of(child)));
    }
    return sum;
}

} // namespace

Sum plus(Sum a, Sum b)
{
    const std::uint64_t low = a[0] + b[0];
    return {low, a[1] + b[1] + (low < a[0] ? 1 : 0)};
}

Sum minus(Sum a, Sum b)
{
    return {a[0] - b[0], a[1] - b[1] - (a[0] < b[0] ? 1 : 0)};
}

Sums difference(const Sums& after, const Sums& before)
{
    Sums moved = after;
    for (const auto& [table, sum] : before)
        moved[table] = minus(moved[table], sum);
    std::erase_if(moved, [](const auto& entry) { return entry.second == Sum{}; });
    return moved;
}

std::array<std::byte, 16> bytesOf(Sum sum)
{
    std::array<std::byte, 16> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(sum[i / 8] >> (8 * (i % 8)));
    return bytes;
}

Sum sumOf(std::span<const std::byte> bytes)
{
    Sum sum{};
    for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 16); ++i)
        sum[i / 8] |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * (i % 8));
    return sum;
}

int Shape::column(std::string_view name) const
{
    const auto found = std::ranges::find(columns, name);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

Shapes::Shapes(Connection& connection)
{
    m_shapes.push_back(shapeOf(connection, kAbout));
    for (const char* table : recordedTables()) {
        Shape shape = shapeOf(connection, table);
        if (!shape.columns.empty()) // else a later version's, to which this is being brought up
            m_shapes.push_back(std::move(shape));
    }
}

const Shape* Shapes::find(std::string_view table) const
{
    const auto found = std::ranges::find(m_shapes, table, &Shape::table);
    return found == m_shapes.end() ? nullptr : &*found;
}

ContentKeys::ContentKeys(Connection& connection, Missing missing)
    : m_connection(connection), m_missing(missing)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
}

void ContentKeys::readAll()
{
    Query query(m_connection, "SELECT child, key FROM content_key");
    while (query.next()) {
        const auto bytes = query.bytes(1);
        ContentKey& key = m_keys[query.integer(0)];
        std::memcpy(key.data(), bytes.data(), std::min(bytes.size(), key.size()));
    }
}

const ContentKey& ContentKeys::of(ChildId child)
{
    // A child's records mostly lie side by side.
    if (m_last != nullptr && m_lastChild == child)
        return *m_last;
    m_lastChild = child;
    m_last = &found(child);
    return *m_last;
}

const ContentKey& ContentKeys::found(ChildId child)
{
    const auto [place, isNew] = m_keys.try_emplace(child.value);
    ContentKey& key = place->second;
    if (!isNew)
        return key;
    Query query(m_connection, "SELECT key FROM content_key WHERE child = ?");
    if (query.with(child).next()) {
        const auto bytes = query.bytes(0);
        std::memcpy(key.data(), bytes.data(), std::min(bytes.size(), key.size()));
    } else if (m_missing == Missing::make) {
        randombytes_buf(key.data(), key.size());
        Query(m_connection, "INSERT INTO content_key (child, key) VALUES (?, ?)")
            .with(child, std::as_bytes(std::span(key)))
            .run();
    }
    return key;
}

Sum hashOf(const Shape& shape, std::span<sqlite3_value* const> values, const ContentKey& key)
{
    thread_local std::vector<unsigned char> bytes; // one buffer for millions of records
    bytes.clear();
    append(bytes, shape.fingerprint);
    for (std::size_t column = 0; column < values.size(); ++column)
        append(bytes, values[column], shape.real[column]);
    return contentHashOf(bytes, key);
}

Sums contentOf(Connection& connection, const Shapes& shapes, ContentKeys::Missing missing)
{
    ContentKeys keys(connection, missing);
    keys.readAll();
    Sums sums;
    for (const Shape& shape : shapes.all()) {
        if (const Sum sum = contentOf(connection, shape, keys); sum != Sum{})
            sums[shape.table] = sum;
    }
    return sums;
}

Sum recordedContent(Connection& connection, std::string_view table)
{
    Query query(connection,
                "SELECT sum FROM audit_content WHERE table_name = ? ORDER BY audit DESC LIMIT 1");
    return query.with(table).next() ? sumOf(query.bytes(0)) : Sum{};
}

Sums recordedContent(Connection& connection, const Shapes& shapes)
{
    Sums sums;
    for (const Shape& shape : shapes.all())
        sums[shape.table] = recordedContent(connection, shape.table);
    return sums;
}

Sums recordedAfter(Connection& connection, const Sums& moved)
{
    Sums sums;
    for (const auto& [table, sum] : moved) {
        if (sum != Sum{})
            sums[table] = plus(recordedContent(connection, table), sum);
    }
    return sums;
}

std::vector<Message> contentFaults(Connection& connection, const Shapes& shapes)
{
    std::vector<Message> faults;
    const Sums now = contentOf(connection, shapes, ContentKeys::Missing::leave);
    for (const auto& [table, moved] : difference(now, recordedContent(connection, shapes)))
        faults.push_back({kContent, {table}});
    return faults;
}

std::array<std::byte, 16> draftDigest(Connection& connection, ContentKeys& keys, ChildId child,
                                      const std::string& author)
{
    std::vector<unsigned char> bytes;
    const auto add = [&](Query& query) {
        query.with(child, author);
        while (query.next()) {
            for (int column = 0; column < query.columns(); ++column)
                append(bytes, query.value(column), false);
        }
    };
    Query draft(connection,
                "SELECT child, author, saved_at, framework, day, profile, strengths, reason, "
                "second_rating_of, what_matters, going_well, what_i_want, strengths_in_words "
                "FROM draft WHERE child = ? AND author = ?");
    add(draft);
    Query notes(connection, "SELECT domain, not_known, evidence, confidence FROM draft_note "
                            "WHERE child = ? AND author = ? ORDER BY domain");
    add(notes);
    return bytesOf(contentHashOf(bytes, keys.of(child)));
}

} // namespace twelvefold::store
