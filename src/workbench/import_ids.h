// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import.h"
#include "store/store.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace twelvefold::workbench::import {

using namespace twelvefold::domain;

// The children that the store and the returns name, by their identifiers. A spreadsheet takes
// noughts off the front, a script writes 70011.0, a person types small letters: identifiers that
// differ in nothing else are one child's, unless that would make one of two: where one header or
// the store has both, or their birth dates or sexes disagree.
class ChildBook
{
public:
    explicit ChildBook(const store::Store& store);
    void add(const exchange::ReadFile& file); // a header or episodes
    // All are added: says which identifiers are one child's.
    void close();

    // As the child is called here: in the store, else in a header, else in episodes. Nothing where
    // nobody is called so, or it cannot be told who.
    std::optional<std::string> find(const std::string& localId, std::optional<Date> born) const;
    // When a child that is called so here was born; nothing: nobody says.
    std::optional<Date> bornOf(const std::string& localId) const;
    // Whether a file calls some child otherwise than it is called here.
    bool callsOtherwise(const exchange::ReadFile& file) const;
    // Somebody whose identifier has the same figures; empty: nobody's has.
    std::string alike(const std::string& localId) const;

private:
    enum class From
    {
        store,
        header,
        episodes
    };
    struct Name
    {
        std::string localId;
        From from;
        std::optional<Date> born;
        Sex sex = Sex::unspecified;
        std::size_t header = 0; // which named it; 0: none
    };
    struct Group
    {
        std::vector<Name> names; // each once, the best first once closed
        bool isOne = true;
    };
    void add(Name name);
    void fillFromStore(Name& name) const;
    static bool mayBeOne(const Name& a, const Name& b);

    const store::Store& m_store;
    std::unordered_map<std::string, ChildId> m_stored;
    std::unordered_map<std::string, Group> m_groups; // by what is left of the identifier
    std::size_t m_headers = 0;
    mutable std::unordered_map<std::string, std::string> m_byFigures; // made when first asked for
};

} // namespace twelvefold::workbench::import
