// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_ids.h"

#include <algorithm>
#include <tuple>

namespace twelvefold::workbench::import {
namespace {

bool isIdFigure(char c)
{
    return c >= '0' && c <= '9';
}

// An identifier without what gets lost or added on its way through other programs.
std::string bare(std::string_view localId)
{
    std::string key;
    for (const char c : localId) {
        if (c >= 'a' && c <= 'z')
            key += static_cast<char>(c - 'a' + 'A');
        else if (c != ' ' && c != '\'' && c != ',')
            key += c;
    }
    if (const auto point = key.find('.');
        point != std::string::npos && point > 0 && point + 1 < key.size() &&
        key.find_first_not_of('0', point + 1) == std::string::npos &&
        std::all_of(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(point), isIdFigure))
        key.erase(point);
    const auto first = std::min(key.find_first_not_of('0'), key.size() - (key.empty() ? 0 : 1));
    return key.substr(first);
}

std::string figuresOf(std::string_view localId)
{
    std::string figures;
    std::ranges::copy_if(localId, std::back_inserter(figures), isIdFigure);
    return figures;
}

} // namespace

ChildBook::ChildBook(const store::Store& store)
    : m_store(store), m_stored(store.childrenByLocalId())
{
    for (const auto& [localId, id] : m_stored)
        add({localId, From::store, {}, Sex::unspecified, 0});
}

void ChildBook::add(Name name)
{
    std::vector<Name>& names = m_groups[bare(name.localId)].names;
    const auto known = std::ranges::find(names, name.localId, &Name::localId);
    if (known == names.end()) {
        names.push_back(std::move(name));
        return;
    }
    known->from = std::min(known->from, name.from);
    known->header = std::max(known->header, name.header);
    if (!known->born)
        known->born = name.born;
    if (known->sex == Sex::unspecified)
        known->sex = name.sex;
}

void ChildBook::add(const exchange::ReadFile& file)
{
    if (!file.headers.empty())
        ++m_headers;
    for (const exchange::HeaderRow& row : file.headers)
        add({row.localId, From::header, row.born, row.sex, m_headers});
    for (const exchange::EpisodeRow& row : file.episodes)
        add({row.localId, From::episodes, {}, Sex::unspecified, 0});
}

void ChildBook::fillFromStore(Name& name) const
{
    const auto stored = m_stored.find(name.localId);
    if (stored == m_stored.end())
        return;
    if (const auto identity = m_store.identity(stored->second); identity && !name.born)
        name.born = identity->born;
    if (const auto child = m_store.child(stored->second); child && name.sex == Sex::unspecified)
        name.sex = child->sex;
}

bool ChildBook::mayBeOne(const Name& a, const Name& b)
{
    const bool bothStored = a.from == From::store && b.from == From::store;
    const bool inOneHeader = a.header != 0 && a.header == b.header;
    const bool otherBirth = a.born && b.born && *a.born != *b.born;
    const bool otherSex = a.sex != Sex::unspecified && b.sex != Sex::unspecified && a.sex != b.sex;
    return !bothStored && !inOneHeader && !otherBirth && !otherSex;
}

void ChildBook::close()
{
    for (auto& [key, group] : m_groups) {
        std::vector<Name>& names = group.names;
        if (names.size() < 2)
            continue;
        std::ranges::for_each(names, [this](Name& name) { fillFromStore(name); });
        std::ranges::sort(names, {},
                          [](const Name& name) { return std::tie(name.from, name.localId); });
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (std::size_t k = i + 1; k < names.size(); ++k)
                group.isOne = group.isOne && mayBeOne(names[i], names[k]);
        }
    }
}

std::optional<std::string> ChildBook::find(const std::string& localId,
                                           std::optional<Date> born) const
{
    const auto found = m_groups.find(bare(localId));
    if (found == m_groups.end())
        return std::nullopt;
    const Group& group = found->second;
    const bool isNamed =
        std::ranges::find(group.names, localId, &Name::localId) != group.names.end();
    if (!group.isOne)
        return isNamed ? std::optional(localId) : std::nullopt;
    Name best = group.names.front();
    if (!isNamed) {
        fillFromStore(best);
        if (born && best.born && *born != *best.born)
            return std::nullopt;
    }
    return best.localId;
}

std::optional<Date> ChildBook::bornOf(const std::string& localId) const
{
    const auto found = m_groups.find(bare(localId));
    if (found == m_groups.end())
        return std::nullopt;
    const auto name = std::ranges::find(found->second.names, localId, &Name::localId);
    if (name == found->second.names.end())
        return std::nullopt;
    Name known = *name;
    fillFromStore(known);
    return known.born;
}

bool ChildBook::callsOtherwise(const exchange::ReadFile& file) const
{
    const auto isOther = [this](const auto& row) { return find(row.localId, {}) != row.localId; };
    return std::ranges::any_of(file.headers, isOther) ||
           std::ranges::any_of(file.episodes, isOther);
}

std::string ChildBook::alike(const std::string& localId) const
{
    constexpr std::size_t enough = 3; // fewer figures say nothing
    if (m_byFigures.empty()) {
        for (const auto& [key, group] : m_groups)
            m_byFigures.emplace(figuresOf(key), group.names.front().localId);
    }
    const std::string figures = figuresOf(bare(localId));
    const auto found = m_byFigures.find(figures);
    return figures.size() < enough || found == m_byFigures.end() ? std::string() : found->second;
}

} // namespace twelvefold::workbench::import
