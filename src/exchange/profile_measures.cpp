// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_row.h"

#include "domain/records.h"

#include <algorithm>
#include <cmath>

// A row of values of outcome measures on a day, by a profile.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNotAValue{
    "measure-not-a-value",
    TWELVEFOLD_TEXT("Message", "“%1” is not a value of “%2”, which goes from %3 to %4: it was left "
                               "out.")};
constexpr MessageKind kNoValue{
    "measure-no-value", TWELVEFOLD_TEXT("Message", "The row has no value that could be taken.")};
constexpr MessageKind kNoDay{
    "measure-no-day", TWELVEFOLD_TEXT("Message", "The row does not say of which day it is.")};
constexpr MessageKind kDayToCome{"measure-day-to-come",
                                 TWELVEFOLD_TEXT("Message", "The day %1 is still to come.")};
constexpr MessageKind kTwiceOnDay{
    "measure-twice-on-day",
    TWELVEFOLD_TEXT("Message", "Row %1 is of the same child on the same day and was taken. Which "
                               "is right?")};

std::optional<double> valueIn(RowReader& row, std::string_view column,
                              const OutcomeMeasure& measure)
{
    std::string_view text = row.text(column);
    if (text.empty())
        return std::nullopt;
    const std::string word = upperCase(text);
    if (measure.lowest == 0 && measure.highest == 1 && (word == "YES" || word == "NO"))
        return word == "YES" ? 1.0 : 0.0;
    if (text.ends_with('%'))
        text = trimmed(text.substr(0, text.size() - 1));
    const auto value = decimalFrom(text);
    const bool whole = value && (measure.decimals > 0 || *value == std::floor(*value));
    if (value && whole && measure.lowest <= *value && *value <= measure.highest)
        return value;
    row.leaveOut(column, kNotAValue,
                 {shown(row.text(column)), measure.title, measure.lowest, measure.highest});
    return std::nullopt;
}

} // namespace

void readProfiledMeasures(const Rows& rows, const Columns& columns, const Context& context,
                          ReadFile& file)
{
    const Profile& profile = context.profile->profile();
    FirstSeen days;
    readRows(rows, columns, file, [&](RowReader& reader) {
        const ProfileRow row(reader, profile);
        MeasuresRow typed;
        typed.row = reader.row();
        typed.localId = reader.childId("CHILD_ID");
        const auto day = row.day("date");
        if (!day && !reader.rejected())
            reader.reject("ON_DAY", kNoDay);
        else if (day && *day > context.today)
            reader.reject("ON_DAY", kDayToCome, {*day});
        findChild(reader, "CHILD_ID", typed.localId, row.day("born"), context, file);
        if (reader.rejected())
            return;
        typed.date = *day;
        for (std::size_t i = 0; i < profile.values.size(); ++i) {
            const ProfileValue& value = profile.values[i];
            const OutcomeMeasure& measure = *findOutcomeMeasure(value.measure);
            if (const auto found = valueIn(reader, context.profile->valueColumn(i), measure))
                typed.values.emplace_back(value.measure, *found);
        }
        if (typed.values.empty())
            return reader.reject({}, kNoValue);
        if (const auto before = days.before(typed.localId + '\x1F' + day->iso(), reader.row()))
            return reader.reject({}, kTwiceOnDay, {*before});
        file.measures.push_back(std::move(typed));
    });
}

} // namespace twelvefold::exchange
