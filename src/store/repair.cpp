// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repair.h"

#include "store/audit.h"
#include "store/content.h"
#include "store/schema.h"

#include <algorithm>

namespace twelvefold::store {
namespace {

constexpr MessageKind kFrameworkOf{
    "repair-framework",
    TWELVEFOLD_TEXT("Message", "the needs framework, as it was brought in on %1 by %2")};
constexpr MessageKind kRepaired{
    "store-framework-put-back",
    TWELVEFOLD_TEXT("Message", "Put back the needs framework that an undo took away")};

bool bringsFramework(const std::vector<Bytes>& parts)
{
    Tallies tallies;
    for (const Bytes& part : parts)
        tally(part, tallies);
    const auto found = tallies.find("framework");
    return found != tallies.end() && found->second.added != 0;
}

} // namespace

std::optional<Remedy> remedyFor(Connection& connection)
{
    Query query(connection, "SELECT sequence FROM audit WHERE target IS NULL "
                            "ORDER BY sequence DESC");
    while (query.next()) {
        if (!bringsFramework(partsOf(connection, query.integer(0))))
            continue;
        const Step step = stepOf(connection, query.integer(0)).value();
        return Remedy{step.id, {kFrameworkOf, {step.day, step.author}}};
    }
    return std::nullopt;
}

void putRight(Connection& connection, const Remedy& remedy, const std::string& author)
{
    for (const Bytes& part : partsOf(connection, remedy.entry))
        putBack(connection, part, frameworkTables());
    NewEntry entry;
    entry.name = {kRepaired, {}};
    entry.author = author;
    entry.detail = "framework +1";
    entry.undoable = false;
    // What is back is what the audit itself has, so these tables now add up to what they should.
    const Sums now = contentOf(connection, Shapes(connection), ContentKeys::Missing::make);
    for (const char* table : frameworkTables()) {
        const auto found = now.find(table);
        entry.content[table] = found == now.end() ? Sum{} : found->second;
    }
    append(connection, entry);
}

} // namespace twelvefold::store
