// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/profile_table.h"
#include "exchange/row_reader.h"

namespace twelvefold::exchange {

// One row of a table that is read by a profile: what it says of a field, by the field's column, the
// words that the profile knows and its value for every row.
class ProfileRow
{
public:
    ProfileRow(RowReader& row, const Profile& profile) : m_row(row), m_profile(profile) {}

    RowReader& row() const { return m_row; }
    std::string said(std::string_view field) const;
    std::optional<Date> day(std::string_view field) const; // rejects what is no day
    // The children that it is about; without any it is rejected.
    std::vector<std::string> children() const;

private:
    RowReader& m_row;
    const Profile& m_profile;
};

} // namespace twelvefold::exchange
