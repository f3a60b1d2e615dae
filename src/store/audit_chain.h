// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changeset.h"
#include "store/connection.h"

#include <array>
#include <memory>
#include <set>
#include <string>

// How audit entries are chained: BLAKE2b hashes (libsodium) over length-prefixed fields.
namespace twelvefold::store {

using Hash = std::array<std::byte, 32>;
using Salt = std::array<std::byte, 16>;

Salt newSalt();

// A salted digest of what an entry changed and for whom. Without the salt it says nothing of the
// values, so both can be erased and the chain still verifies.
class PayloadDigest
{
public:
    explicit PayloadDigest(std::span<const std::byte> salt);
    ~PayloadDigest();
    PayloadDigest(const PayloadDigest&) = delete;
    PayloadDigest& operator=(const PayloadDigest&) = delete;
    void add(const std::set<ChildId>& children); // before the parts
    void add(std::span<const std::byte> part);
    void add(const std::vector<std::int64_t>& erased); // after the parts
    Hash finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// An entry as it lies in the file; its hash covers all of it but the salt, and the entry before.
struct ChainFields
{
    std::int64_t sequence = 0;
    std::string at;
    std::string author;
    std::string kind;
    std::string code;
    std::string english;
    std::string arguments;
    std::string detail;
    std::optional<std::int64_t> target;
    std::int64_t schemaVersion = 0;
    bool undoable = false;
    std::optional<Salt> salt; // none where its values were erased
    Hash payload{};
    Hash hash{};
    Sums content; // from version 2 of the schema on, in a table of its own
};
Hash chainHash(const Hash& previous, const ChainFields& fields);

// The hash of the last entry; of the store's own id where there is none yet.
Hash previousHash(Connection& connection);
Hash firstHash(Connection& connection);
std::string hexadecimal(std::span<const std::byte> bytes);

} // namespace twelvefold::store
