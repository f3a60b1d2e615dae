// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/take_back.h"

#include "store/audit.h"
#include "store/references.h"
#include "store/revert_record.h"

#include <algorithm>
#include <ranges>

namespace twelvefold::store {
namespace {

std::string placeOf(const std::string& table, const Values& key)
{
    return table + '/' + keyText(key);
}

// What is done while it lives is to see what would come of it: afterwards nothing is changed.
class Trial
{
public:
    explicit Trial(Connection& connection) : m_connection(connection)
    {
        m_connection.run("SAVEPOINT trying");
    }
    ~Trial()
    {
        sqlite3_exec(m_connection.handle(), "ROLLBACK TO trying; RELEASE trying", nullptr, nullptr,
                     nullptr);
    }
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

private:
    Connection& m_connection;
};

bool mayBeRestedOn(const std::string& table)
{
    constexpr std::string_view tables[] = {"child",      "placement", "episode",  "provider",
                                           "assessment", "goal",      "cost_line"};
    return std::ranges::find(tables, table) != std::end(tables);
}

} // namespace

std::string placeOf(const ChangedRecord& change)
{
    return std::string(change.table) + '/' + recordOf(change);
}

std::optional<std::string> misfit(const std::vector<Bytes>& changes, const Shapes& shapes)
{
    std::optional<std::string> table;
    for (const Bytes& part : changes) {
        forEachChange(part, [&](const ChangedRecord& change) {
            const Shape* shape = shapes.find(change.table);
            if (shape == nullptr || std::ssize(shape->columns) != change.columns)
                table = change.table;
        });
    }
    return table;
}

TakingBack::TakingBack(Connection& connection, const Shapes& shapes,
                       const std::vector<Bytes>& changes, const std::vector<std::int64_t>& later)
    : m_connection(connection), m_shapes(shapes), m_changes(changes), m_later(later)
{
    findOwners();
}

void TakingBack::findOwners()
{
    for (const Bytes& part : m_changes) {
        forEachChange(part, [&](const ChangedRecord& change) {
            const Shape& shape = *m_shapes.find(change.table);
            if (!shape.isParent || change.operation == SQLITE_UPDATE)
                return;
            sqlite3_value* child = change.operation == SQLITE_INSERT ? change.after(shape.child)
                                                                     : change.before(shape.child);
            m_child[placeOf(change)] = sqlite3_value_int64(child);
        });
    }
    for (const Bytes& part : m_changes) {
        m_first.push_back(m_owners.size());
        std::vector<std::string>& tables = m_tables.emplace_back();
        forEachChange(part, [&](const ChangedRecord& change) {
            if (tables.empty() || tables.back() != change.table)
                tables.emplace_back(change.table);
            m_owners.push_back(ownerOf(*m_shapes.find(change.table), change));
            if (mayBeRestedOn(change.table))
                m_brought.emplace(placeOf(change), m_owners.back());
        });
    }
}

Owner TakingBack::ownerOf(const Shape& shape, const ChangedRecord& change)
{
    std::int64_t child = 0;
    if (shape.child >= 0) {
        sqlite3_value* said = change.operation == SQLITE_INSERT ? change.after(shape.child)
                                                                : change.before(shape.child);
        child = said != nullptr ? sqlite3_value_int64(said)
                                : childOfRecord(shape.table, shape.child, change);
    } else if (shape.parent >= 0) {
        sqlite3_value* parent = change.operation == SQLITE_INSERT ? change.after(shape.parent)
                                                                  : change.before(shape.parent);
        const Shape& of = *m_shapes.find(shape.parentName);
        if (parent != nullptr) {
            const std::string place = placeOf(of.table, {parent});
            if (const auto known = m_child.find(place); known != m_child.end())
                child = known->second;
            else if (Query query(m_connection, of.lookUp); query.with(Values{parent}).next())
                child = query.integer(of.child);
            else
                child = childOfLost(place);
        }
    }
    return child != 0 ? Owner{child, {}} : Owner{0, placeOf(change)};
}

// A changed record's changeset does not say whose it is: the record does, or whatever removed it.
std::int64_t TakingBack::childOfRecord(const std::string& table, int column,
                                       const ChangedRecord& change)
{
    const Shape& shape = *m_shapes.find(table);
    Query query(m_connection, shape.lookUp);
    if (query.with(keyOf(shape, change)).next())
        return query.integer(column);
    return childOfLost(placeOf(change));
}

std::int64_t TakingBack::childOfLost(const std::string& place)
{
    for (const std::int64_t step : m_lostRead ? std::vector<std::int64_t>() : m_later) {
        for (const Bytes& part : partsOf(m_connection, step)) {
            forEachChange(part, [&](const ChangedRecord& change) {
                const Shape* shape = m_shapes.find(change.table);
                if (change.operation == SQLITE_DELETE && shape != nullptr && shape->child >= 0)
                    m_lost[placeOf(change)] = sqlite3_value_int64(change.before(shape->child));
            });
        }
    }
    m_lostRead = true;
    const auto found = m_lost.find(place);
    return found == m_lost.end() ? 0 : found->second;
}

TakingBack::InTheWay TakingBack::inTheWay()
{
    InTheWay result;
    const Trial trial(m_connection);
    const Pass all = pass({}, {});
    for (const auto& [place, owner] : all.unfit) {
        if (result.places.insert(place).second)
            ++result.since[place.substr(0, place.find('/'))].changed;
        result.owners.insert(owner);
    }
    // Of those, what rests on something else that they brought is not said once more.
    for (const Orphan& orphan : orphans(all.taken)) {
        const auto parent = m_brought.find(orphan.parent);
        result.owners.insert(parent == m_brought.end() ? orphan.owner : parent->second);
        if (result.places.insert(orphan.place).second)
            ++result.since[orphan.table].added;
    }
    return result;
}

Owners TakingBack::closed(Owners kept)
{
    while (true) {
        const Trial trial(m_connection);
        const Pass tried = pass(kept, {});
        const std::size_t before = kept.size();
        for (const auto& [place, owner] : tried.unfit)
            kept.insert(owner);
        for (const Orphan& orphan : orphans(tried.taken)) {
            const auto parent = m_brought.find(orphan.parent);
            const bool isOurs = parent != m_brought.end() && !kept.contains(parent->second);
            kept.insert(isOurs ? parent->second : orphan.owner);
        }
        if (kept.size() == before)
            return kept;
    }
}

TakingBack::Took TakingBack::takeBack(const Owners& kept, const std::function<void(ChildId)>& wrote)
{
    Pass done = pass(kept, wrote);
    const bool fits = done.unfit.empty() && orphans(done.taken).empty();
    return {std::move(done.taken), std::move(done.kept), fits};
}

// What the edit removed comes back first, then what it changed, and what it added goes last, what
// rests on others before them: so no reference is broken on the way, wherever the changes are cut
// into parts. What does not fit is left, and said.
TakingBack::Pass TakingBack::pass(const Owners& kept, const std::function<void(ChildId)>& wrote)
{
    m_connection.run("PRAGMA defer_foreign_keys = ON"); // until the transaction ends
    Pass result;
    const auto each = [&](const ChangedRecord& change, const Owner& owner) {
        const Shape& shape = *m_shapes.find(change.table);
        if (kept.contains(owner)) {
            Tally& tally = result.kept[shape.table];
            if (change.operation != SQLITE_DELETE && isThere(m_connection, shape, change))
                ++(change.operation == SQLITE_INSERT ? tally.added : tally.changed);
        } else if (!revertRecord(m_connection, shape, change, result.taken[shape.table])) {
            result.unfit.emplace_back(placeOf(change), owner);
        } else if (wrote) {
            wrote(ChildId{owner.child});
        }
    };
    for (const int operation : {SQLITE_DELETE, SQLITE_UPDATE}) {
        for (std::size_t part = m_changes.size(); part-- > 0;)
            forEach(part, {operation, {}}, each);
    }
    for (std::size_t part = m_changes.size(); part-- > 0;) {
        for (const std::string& table : m_tables[part] | std::views::reverse)
            forEach(part, {SQLITE_INSERT, table}, each);
    }
    const auto nothing = [](const auto& entry) {
        const Tally& tally = entry.second;
        return tally.added == 0 && tally.changed == 0 && tally.removed == 0;
    };
    std::erase_if(result.taken, nothing);
    std::erase_if(result.kept, nothing);
    return result;
}

void TakingBack::forEach(std::size_t part, const Which& which, const Each& each)
{
    std::size_t at = m_first[part];
    forEachChange(m_changes[part], [&](const ChangedRecord& change) {
        const Owner& owner = m_owners[at++];
        if (change.operation == which.operation &&
            (which.table.empty() || which.table == change.table))
            each(change, owner);
    });
}

// Records that refer to one that is not there, by the references that changes of these tables can
// have broken.
std::vector<TakingBack::Orphan> TakingBack::orphans(const Tallies& of)
{
    std::vector<Orphan> found;
    for (const Reference& reference : references(m_connection)) {
        if (!of.contains(reference.to) && !of.contains(reference.from))
            continue;
        const Shape* shape = m_shapes.find(reference.from);
        Query query(m_connection, reference.orphans);
        while (query.next()) {
            Values key;
            for (int column = 1; column < query.columns(); ++column)
                key.push_back(query.value(column));
            Orphan orphan{reference.from, placeOf(reference.from, key), {}, {}};
            orphan.owner.record = orphan.place;
            if (shape != nullptr && shape->child >= 0) {
                Query record(m_connection, shape->lookUp);
                if (record.with(key).next())
                    orphan.owner = {record.integer(shape->child), {}};
            }
            orphan.parent = placeOf(reference.to, {query.value(0)});
            found.push_back(std::move(orphan));
        }
    }
    return found;
}

} // namespace twelvefold::store
