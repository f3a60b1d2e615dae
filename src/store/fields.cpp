// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fields.h"

#include <algorithm>

namespace twelvefold::store {
namespace {

// "a = ?, b = ?" of "a, b", with what a name is set to made by the caller.
std::string settings(const std::string& columns, const auto& valueOf)
{
    std::string text;
    for (std::size_t at = 0; at < columns.size();) {
        const std::size_t end = std::min(columns.find(", ", at), columns.size());
        const std::string name = columns.substr(at, end - at);
        text += (text.empty() ? "" : ", ") + name + " = " + valueOf(name);
        at = end + 2;
    }
    return text;
}

} // namespace

std::string selectionText(const std::string& table, const std::string& columns)
{
    return "SELECT " + columns + " FROM " + table;
}

std::string insertionText(const std::string& table, const std::string& columns)
{
    std::string values = "?";
    for (auto count = std::ranges::count(columns, ','); count > 0; --count)
        values += ",?";
    return "INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")";
}

std::string changeText(const std::string& table, const std::string& key, const std::string& columns)
{
    return "UPDATE " + table + " SET " + settings(columns, [](const std::string&) { return "?"; }) +
           " WHERE " + key + " = ?";
}

std::string replacementText(const std::string& table, const std::string& key,
                            const std::string& columns)
{
    return insertionText(table, key + ", " + columns) + " ON CONFLICT (" + key +
           ") DO UPDATE SET " +
           settings(columns, [](const std::string& name) { return "excluded." + name; });
}

} // namespace twelvefold::store
