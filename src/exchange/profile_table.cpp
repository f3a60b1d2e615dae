// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_table.h"

#include "exchange/profile_words.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

std::optional<std::size_t> placeOf(const std::vector<std::string>& headings, const Columns& columns)
{
    for (const std::string& heading : headings) {
        if (const auto place = columns.find(tidiedHeading(heading)))
            return place;
    }
    return std::nullopt;
}

// Whether a row of it cannot do without the field's column.
bool isEssentialField(const Profile& profile, const ProfileField& field)
{
    if (!field.value.empty())
        return false;
    if (field.field == "child" || field.field == "date")
        return true;
    return field.field == "start" && !isYearToDate(profile);
}

// What is made of its rows, and by whom.
struct Made
{
    ProfileMakes makes;
    FileKind kind;
    void (*read)(const Rows&, const Columns&, const Context&, ReadFile&);
    ColumnType values;
};
constexpr Made kMade[] = {
    {ProfileMakes::costs, FileKind::finance, readProfiledCosts, ColumnType::amount},
    {ProfileMakes::measures, FileKind::measures, readProfiledMeasures, ColumnType::number},
    {ProfileMakes::assessments, FileKind::assessments, readProfiledAssessments, ColumnType::text},
};

} // namespace

ProfileTable::ProfileTable(Profile profile) : m_profile(std::move(profile))
{
    const Made& made = *std::ranges::find(kMade, m_profile.makes, &Made::makes);
    m_entry.kind = made.kind;
    m_entry.title = word(m_entry.kind);
    m_entry.read = made.read;
    m_entry.furtherExpected = true;
    m_entry.dayFirstByRule = false;
    for (const ProfileField& field : m_profile.fields) {
        const ProfileFieldKind* kind = findProfileField(field.field);
        if (field.columns.empty())
            continue;
        const bool essential = isEssentialField(m_profile, field);
        m_places.push_back({kind->column, &field.columns, essential});
        (essential ? m_entry.essential : m_entry.further).push_back({kind->column, kind->type});
    }
    for (const ProfileValue& value : m_profile.values) {
        m_valueNames.push_back("VALUE_" + std::to_string(m_valueNames.size() + 1));
        const bool only = m_profile.values.size() == 1 && m_profile.total.empty();
        m_places.push_back({m_valueNames.back(), &value.columns, only});
        (only ? m_entry.essential : m_entry.further)
            .push_back({m_valueNames.back(), value.share ? ColumnType::number : made.values});
    }
    if (!m_profile.total.empty()) {
        m_places.push_back({kTotal, &m_profile.total, true});
        m_entry.essential.push_back({kTotal, ColumnType::amount});
    }
    if (!m_profile.sharedBy.empty()) // a column that may say something else besides
        m_places.push_back({kSharedBy, &m_profile.sharedBy, true});
}

Columns ProfileTable::columnsOf(const std::vector<std::string>& headings) const
{
    const Columns own(headings);
    Columns columns = own;
    // What the profile does not speak of is not read, whatever the file calls it.
    for (const ProfileFieldKind& kind : profileFieldKinds())
        columns.call(kind.column, std::nullopt);
    for (const Place& place : m_places)
        columns.call(place.name, placeOf(*place.headings, own));
    return columns;
}

std::string ProfileTable::lacks(const Columns& columns) const
{
    for (const Place& place : m_places) {
        if (place.essential && !placeOf(*place.headings, columns))
            return place.headings->front();
    }
    const bool any = std::ranges::any_of(m_places, [&](const Place& place) {
        return (place.name == kTotal || place.name.starts_with("VALUE_")) &&
               placeOf(*place.headings, columns);
    });
    return any || m_profile.values.empty() ? std::string()
                                           : m_profile.values.front().columns.front();
}

std::string ProfileTable::repeated(const Columns& columns) const
{
    for (const Place& place : m_places) {
        for (const std::string& heading : *place.headings) {
            if (columns.repeats(tidiedHeading(heading)))
                return columns.heading(tidiedHeading(heading));
        }
    }
    return {};
}

std::vector<std::string_view> ProfileTable::absent(const Columns& columns) const
{
    std::vector<std::string_view> absent;
    for (const Place& place : m_places) {
        if (!placeOf(*place.headings, columns))
            absent.push_back(place.headings->front());
    }
    return absent;
}

std::size_t ProfileTable::fits(const Columns& columns) const
{
    if (!lacks(columns).empty())
        return 0;
    if (m_profile.recognisedBy.empty())
        return m_entry.essential.size();
    const bool all = std::ranges::all_of(m_profile.recognisedBy, [&](const auto& headings) {
        return placeOf(headings, columns).has_value();
    });
    return all ? m_profile.recognisedBy.size() : 0;
}

} // namespace twelvefold::exchange
