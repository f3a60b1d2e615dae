// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/content_moves.h"

namespace twelvefold::store {

ContentMoves::ContentMoves(Connection& connection, const Shapes& shapes)
    : m_connection(connection), m_shapes(shapes), m_keys(connection, ContentKeys::Missing::make)
{
}

void ContentMoves::follow(const Bytes& changeset)
{
    noteRemovedParents(changeset);
    forEachChange(changeset, [&](const ChangedRecord& change) {
        if (const Shape* shape = m_shapes.find(change.table))
            follow(*shape, change);
    });
}

void ContentMoves::noteRemovedParents(const Bytes& changeset)
{
    forEachChange(changeset, [&](const ChangedRecord& change) {
        if (change.operation != SQLITE_DELETE)
            return;
        const Shape* shape = m_shapes.find(change.table);
        if (shape != nullptr && shape->isParent)
            m_removedParents[{shape->table,
                              sqlite3_value_int64(change.before(shape->column("id")))}] =
                ChildId{sqlite3_value_int64(change.before(shape->child))};
    });
}

void ContentMoves::follow(const Shape& shape, const ChangedRecord& change)
{
    if (change.operation == SQLITE_UPDATE)
        return followUpdate(shape, change);
    const bool added = change.operation == SQLITE_INSERT;
    Values values;
    for (int column = 0; column < change.columns; ++column)
        values.push_back(added ? change.after(column) : change.before(column));
    move(shape, values, added);
}

void ContentMoves::followUpdate(const Shape& shape, const ChangedRecord& change)
{
    Values key, after, before;
    for (const int column : shape.key)
        key.push_back(change.before(column));
    Query record(m_connection, shape.lookUp); // as it is now
    if (!record.with(key).next())
        throw std::logic_error("a changed record is not there");
    for (int column = 0; column < change.columns; ++column) {
        after.push_back(record.value(column));
        sqlite3_value* changed = change.before(column);
        before.push_back(changed == nullptr ? after.back() : changed);
    }
    if (shape.isParent && ownerOf(shape, before) != ownerOf(shape, after))
        throw std::logic_error("a record that others belong to is given to another child");
    move(shape, before, false);
    move(shape, after, true);
}

void ContentMoves::move(const Shape& shape, const Values& values, bool added)
{
    const Sum hash = hashOf(shape, values, m_keys.of(ownerOf(shape, values)));
    Sum& sum = m_moved[shape.table];
    sum = added ? plus(sum, hash) : minus(sum, hash);
}

ChildId ContentMoves::ownerOf(const Shape& shape, const Values& values)
{
    if (shape.child >= 0)
        return ChildId{sqlite3_value_int64(values[static_cast<std::size_t>(shape.child)])};
    if (shape.parent < 0)
        return {};
    const std::int64_t parent = sqlite3_value_int64(values[static_cast<std::size_t>(shape.parent)]);
    Query query(m_connection, shape.ownerLookUp);
    if (query.with(parent).next())
        return query.id<ChildId>(0);
    const auto removed = m_removedParents.find({shape.parentName, parent});
    return removed == m_removedParents.end() ? ChildId{} : removed->second;
}

} // namespace twelvefold::store
