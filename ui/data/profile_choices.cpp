// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/profile_choices.h"

#include "data/column_mapper.h"
#include "exchange/profile_words.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::ui {

using exchange::Profile;
using exchange::ProfileField;
using exchange::ProfileValue;

namespace {

ProfileField& fieldOf(Profile& profile, const std::string& token)
{
    auto found = std::ranges::find(profile.fields, token, &ProfileField::field);
    if (found == profile.fields.end())
        found = profile.fields.insert(found, ProfileField{token, {}, {}, {}});
    return *found;
}

template<class Enum>
std::vector<OfferedWord> wordsOf()
{
    std::vector<OfferedWord> words;
    for (const auto& named : domain::allOf<Enum>())
        words.push_back({QString::fromLatin1(named.token), wording::text(named.word)});
    return words;
}

} // namespace

QString asChoice(const std::vector<std::string>& columns)
{
    return columns.empty() ? QString() : kHeadingMark + QString::fromStdString(columns.front());
}

bool isHeading(const QString& chosen)
{
    return chosen.startsWith(kHeadingMark);
}

std::vector<std::string> columnsOf(const QString& chosen)
{
    return isHeading(chosen) ? std::vector{chosen.mid(1).toStdString()}
                             : std::vector<std::string>();
}

void writeField(Profile& profile, const std::string& token, const QString& chosen)
{
    ProfileField& field = fieldOf(profile, token);
    const auto columns = columnsOf(chosen);
    if (columns != field.columns &&
        (field.columns.empty() || columns.empty() || columns.front() != field.columns.front()))
        field.columns = columns;
    if (!isHeading(chosen))
        field.value = chosen.toStdString();
    if (field.columns.empty() && field.value.empty())
        std::erase_if(profile.fields, [&token](const auto& each) { return each.field == token; });
}

QString readField(const Profile& profile, const char* token)
{
    const ProfileField* field = profile.field(token);
    return field == nullptr          ? QString()
           : !field->columns.empty() ? asChoice(field->columns)
                                     : QString::fromStdString(field->value);
}

void writeWhole(Profile& profile, const QString& chosen)
{
    const bool parts = std::ranges::any_of(
        profile.values, [](const ProfileValue& value) { return !value.funder.empty(); });
    if (parts)
        profile.total = columnsOf(chosen);
    else if (isHeading(chosen))
        profile.values = {{columnsOf(chosen), "", "", "", "", false}};
}

QString readWhole(const Profile& profile)
{
    if (!profile.total.empty())
        return asChoice(profile.total);
    const auto whole = std::ranges::find_if(
        profile.values, [](const ProfileValue& value) { return value.funder.empty(); });
    return whole == profile.values.end() ? QString() : asChoice(whole->columns);
}

std::vector<OfferedWord> offeredWords(std::string_view field)
{
    if (field == "component")
        return wordsOf<domain::CostComponent>();
    if (field == "funder")
        return wordsOf<domain::Funder>();
    if (field == "setting")
        return wordsOf<domain::Setting>();
    if (field != "per")
        return {};
    std::vector<OfferedWord> words = wordsOf<domain::CostPer>();
    words.push_back({QString::fromLatin1(exchange::kYearToDate.data()),
                     ColumnMapper::tr("for the year to date")});
    return words;
}

void knowByHeadings(Profile& profile)
{
    profile.recognisedBy.clear();
    const auto add = [&profile](const std::vector<std::string>& columns) {
        if (!columns.empty())
            profile.recognisedBy.push_back(columns);
    };
    for (const ProfileField& field : profile.fields)
        add(field.columns);
    for (const ProfileValue& value : profile.values)
        add(value.columns);
    add(profile.total);
}

} // namespace twelvefold::ui
