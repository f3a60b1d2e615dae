// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/profile.h"
#include "exchange/recognise.h"
#include "exchange/tables.h"

#include <deque>

namespace twelvefold::exchange {

// A profile as a table that files are recognised by: what its rows are asked for by our own names,
// whatever the file's headings are.
class ProfileTable
{
public:
    explicit ProfileTable(Profile profile);
    ProfileTable(const ProfileTable&) = delete;
    ProfileTable& operator=(const ProfileTable&) = delete;

    const Profile& profile() const { return m_profile; }
    const TableEntry& entry() const { return m_entry; }
    // By what rows are asked for the n-th of its values, for the total and for whose payment it is.
    std::string_view valueColumn(std::size_t n) const { return m_valueNames[n]; }
    static constexpr std::string_view kTotal = "TOTAL", kSharedBy = "SHARED_BY";

    // The columns with our own names for those that the profile speaks of.
    Columns columnsOf(const std::vector<std::string>& headings) const;
    // How many headings speak for it; 0: it does not fit.
    std::size_t fits(const Columns& columns) const;
    // The first heading that it cannot do without; empty: it is all there.
    std::string lacks(const Columns& columns) const;
    // A heading of its own that stands twice; empty: none.
    std::string repeated(const Columns& columns) const;
    // Headings that it reads and could do without, and that are not there.
    std::vector<std::string_view> absent(const Columns& columns) const;

private:
    struct Place
    {
        std::string_view name; // ours
        const std::vector<std::string>* headings;
        bool essential;
    };

    Profile m_profile;
    std::deque<std::string> m_valueNames;
    std::vector<Place> m_places;
    TableEntry m_entry;
};

// Types the rows of a table that a profile reads.
void readProfiledCosts(const Rows& rows, const Columns& columns, const Context& context,
                       ReadFile& file);
void readProfiledMeasures(const Rows& rows, const Columns& columns, const Context& context,
                          ReadFile& file);
void readProfiledAssessments(const Rows& rows, const Columns& columns, const Context& context,
                             ReadFile& file);

} // namespace twelvefold::exchange
