// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit_chain.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/tables.h"

#include <sodium.h>

namespace twelvefold::store {
namespace {

constexpr MessageKind kAltered{
    "check-audit-altered",
    TWELVEFOLD_TEXT("Message", "Entry %1 of the audit trail was altered after it was written.")};
constexpr MessageKind kDropped{
    "check-audit-dropped",
    TWELVEFOLD_TEXT("Message", "Entries are missing from the audit trail before entry %1.")};
constexpr MessageKind kTailDropped{
    "check-audit-tail-dropped",
    TWELVEFOLD_TEXT("Message", "The audit trail ends at entry %1, but entry %2 was once written.")};
constexpr MessageKind kSequence{
    "check-audit-sequence",
    TWELVEFOLD_TEXT("Message", "How many entries the audit trail has had is not what the file "
                               "remembers: entry %1 is the last, and that memory was altered.")};
constexpr MessageKind kPayload{
    "check-audit-payload",
    TWELVEFOLD_TEXT("Message",
                    "What entry %1 of the audit trail recorded was altered or removed.")};
constexpr MessageKind kOtherHead{
    "check-audit-other-head",
    TWELVEFOLD_TEXT("Message", "The audit trail is not the one that was noted when this backup was "
                               "made.")};

unsigned char* raw(std::byte* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}

const unsigned char* raw(const std::byte* bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes);
}

void start()
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
}

} // namespace

// A BLAKE2b hash over fields, each preceded by its length in eight bytes.
class Hasher
{
public:
    explicit Hasher(std::span<const std::byte> key = {})
    {
        start();
        crypto_generichash_init(&m_state, key.empty() ? nullptr : raw(key.data()), key.size(),
                                sizeof(Hash));
    }
    void add(std::span<const std::byte> bytes)
    {
        addLength(bytes.size());
        crypto_generichash_update(&m_state, raw(bytes.data()), bytes.size());
    }
    void add(std::string_view text) { add(std::as_bytes(std::span(text))); }
    void add(std::int64_t number) { addLength(static_cast<std::uint64_t>(number)); }
    Hash finish()
    {
        Hash hash;
        crypto_generichash_final(&m_state, raw(hash.data()), hash.size());
        return hash;
    }

private:
    void addLength(std::uint64_t length)
    {
        std::array<unsigned char, 8> bytes;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<unsigned char>(length >> (8 * i));
        crypto_generichash_update(&m_state, bytes.data(), bytes.size());
    }
    crypto_generichash_state m_state;
};

namespace {

// Every entry is written with a salt, so one without was erased: a later entry must say so, whose
// own payload, which names the gap, still can be verified.
bool wasErased(Connection& connection, std::int64_t sequence)
{
    Query query(connection, "SELECT 1 FROM audit_gap g JOIN audit e ON e.sequence = g.erasure "
                            "WHERE g.audit = ? AND e.salt IS NOT NULL");
    return query.with(sequence).next();
}

// Whether what an entry recorded still is what its digest says.
bool payloadHolds(Connection& connection, const ChainFields& fields)
{
    if (!fields.salt)
        return wasErased(connection, fields.sequence);
    PayloadDigest digest(*fields.salt);
    digest.add(childrenOf(connection, fields.sequence));
    Query parts(connection,
                "SELECT part, changeset FROM audit_changeset WHERE audit = ? ORDER BY part");
    parts.with(fields.sequence);
    for (std::int64_t part = 0; parts.next(); ++part) {
        if (parts.integer(0) != part)
            return false;
        digest.add(parts.bytes(1));
    }
    digest.add(erasedBy(connection, fields.sequence));
    return digest.finish() == fields.payload;
}

} // namespace

struct PayloadDigest::State
{
    Hasher hasher;
};

PayloadDigest::PayloadDigest(std::span<const std::byte> salt)
    : m_state(std::make_unique<State>(State{Hasher(salt)}))
{
}

PayloadDigest::~PayloadDigest() = default;

void PayloadDigest::add(const std::set<ChildId>& children)
{
    m_state->hasher.add(static_cast<std::int64_t>(children.size()));
    for (const ChildId child : children)
        m_state->hasher.add(child.value);
}

void PayloadDigest::add(std::span<const std::byte> part)
{
    m_state->hasher.add(part);
}

void PayloadDigest::add(const std::vector<std::int64_t>& erased)
{
    if (erased.empty()) // as it is of all entries made before there were erasures
        return;
    m_state->hasher.add(std::string_view("erased"));
    for (const std::int64_t sequence : erased)
        m_state->hasher.add(sequence);
}

Hash PayloadDigest::finish()
{
    return m_state->hasher.finish();
}

Salt newSalt()
{
    start();
    Salt salt;
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

Hash chainHash(const Hash& previous, const ChainFields& fields)
{
    Hasher hasher;
    hasher.add(std::span<const std::byte>(previous));
    hasher.add(fields.sequence);
    for (const std::string* text : {&fields.at, &fields.author, &fields.kind, &fields.code,
                                    &fields.english, &fields.arguments, &fields.detail})
        hasher.add(std::string_view(*text));
    hasher.add(fields.target.value_or(0));
    hasher.add(fields.schemaVersion);
    hasher.add(std::int64_t{fields.undoable});
    hasher.add(std::span<const std::byte>(fields.payload));
    if (fields.schemaVersion >= 2) {
        hasher.add(static_cast<std::int64_t>(fields.content.size()));
        for (const auto& [table, sum] : fields.content) {
            hasher.add(std::string_view(table));
            hasher.add(std::span<const std::byte>(bytesOf(sum)));
        }
    }
    return hasher.finish();
}

Hash firstHash(Connection& connection)
{
    Hasher hasher;
    Query query(connection, "SELECT value FROM about WHERE key = 'store_id'");
    if (query.next())
        hasher.add(query.view(0));
    return hasher.finish();
}

Hash previousHash(Connection& connection)
{
    Query query(connection, "SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1");
    return query.next() ? query.get<Hash>(0) : firstHash(connection);
}

std::string hexadecimal(std::span<const std::byte> bytes)
{
    constexpr std::string_view figures = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        text += figures[std::to_integer<std::size_t>(byte) >> 4];
        text += figures[std::to_integer<std::size_t>(byte) & 15];
    }
    return text;
}

std::string chainHead(Connection& connection)
{
    Query query(connection, "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
    if (!query.next())
        return "0:" + hexadecimal(firstHash(connection));
    return std::to_string(query.integer(0)) + ':' + hexadecimal(query.bytes(1));
}

namespace {

// What SQLite remembers as the highest sequence ever given: 0 where it was none yet, nothing where
// what stands there is not one whole number for the audit alone.
std::optional<std::int64_t> highestGiven(Connection& connection)
{
    std::int64_t highest = 0;
    Query query(connection, "SELECT name = 'audit' AND typeof(seq) = 'integer', seq "
                            "FROM sqlite_sequence");
    for (bool first = true; query.next(); first = false) {
        if (!first || query.integer(0) != 1)
            return std::nullopt;
        highest = query.integer(1);
    }
    return highest;
}

} // namespace

std::vector<Message> faultsInChain(Connection& connection)
{
    std::vector<Message> faults;
    Query noted(connection, "SELECT value FROM about WHERE key = 'backup_head'");
    std::string head = noted.next() ? noted.text(0) : std::string();
    Hash previous = firstHash(connection);
    std::int64_t last = 0;
    if (head == "0:" + hexadecimal(previous))
        head.clear();

    Query query(connection, selectionOf(kAudit) + " ORDER BY sequence");
    while (query.next()) {
        ChainFields fields = kAudit(query);
        fields.content = contentAfter(connection, fields.sequence);
        if (fields.sequence != last + 1)
            faults.push_back({kDropped, {fields.sequence}});
        else if (chainHash(previous, fields) != fields.hash)
            faults.push_back({kAltered, {fields.sequence}});
        if (!payloadHolds(connection, fields))
            faults.push_back({kPayload, {fields.sequence}});
        if (head == std::to_string(fields.sequence) + ':' + hexadecimal(fields.hash))
            head.clear();
        previous = fields.hash; // one broken entry is one fault, not one for each that follows
        last = fields.sequence;
    }
    const auto given = highestGiven(connection);
    if (!given || *given < last)
        faults.push_back({kSequence, {last}});
    else if (*given > last)
        faults.push_back({kTailDropped, {last, *given}});
    if (!head.empty())
        faults.push_back({kOtherHead, {}});
    return faults;
}

} // namespace twelvefold::store
