// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_row.h"

#include <charconv>

// A row of levels of need, by a profile: an assessment made on a day.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNotALevel{
    "assessment-not-a-level",
    TWELVEFOLD_TEXT("Message",
                    "“%1” is no level of need, which is a whole number: it was left out, "
                    "and the need counts as not known.")};
constexpr MessageKind kNoLevel{
    "assessment-no-level", TWELVEFOLD_TEXT("Message", "The row has no level that could be taken.")};
constexpr MessageKind kNoDayScored{
    "assessment-no-day",
    TWELVEFOLD_TEXT("Message", "The row does not say on which day the child was scored.")};
constexpr MessageKind kScoredToCome{"assessment-day-to-come",
                                    TWELVEFOLD_TEXT("Message", "The day %1 is still to come.")};
constexpr MessageKind kScoredTwice{
    "assessment-twice-on-day",
    TWELVEFOLD_TEXT("Message", "Row %1 is of the same child on the same day and was taken. Which "
                               "is right?")};

// "2", "2.0" as a spreadsheet writes it, and "2 - moderate" or "2: moderate".
std::optional<int> levelFrom(std::string_view text)
{
    int level = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), level);
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc() || level < 0)
        return std::nullopt;
    if (rest.starts_with(".0"))
        rest.remove_prefix(rest.find_first_not_of('0', 1) == std::string_view::npos
                               ? rest.size()
                               : rest.find_first_not_of('0', 1));
    const bool isWord = rest.empty() || rest.front() == ' ' || rest.front() == ':' ||
                        rest.front() == ')' || rest.starts_with("–") || rest.front() == '-';
    const bool isNumber = rest.find_first_of("0123456789") != std::string_view::npos;
    return isWord && !isNumber ? std::optional(level) : std::nullopt;
}

} // namespace

void readProfiledAssessments(const Rows& rows, const Columns& columns, const Context& context,
                             ReadFile& file)
{
    const Profile& profile = context.profile->profile();
    FirstSeen days;
    readRows(rows, columns, file, [&](RowReader& reader) {
        const ProfileRow row(reader, profile);
        AssessmentRow typed;
        typed.row = reader.row();
        typed.localId = reader.childId("CHILD_ID");
        typed.author = row.said("author");
        const auto day = row.day("date");
        if (!day && !reader.rejected())
            reader.reject("ON_DAY", kNoDayScored);
        else if (day && *day > context.today)
            reader.reject("ON_DAY", kScoredToCome, {*day});
        findChild(reader, "CHILD_ID", typed.localId, row.day("born"), context, file);
        if (reader.rejected())
            return;
        typed.date = *day;
        for (std::size_t i = 0; i < profile.values.size(); ++i) {
            const std::string_view column = context.profile->valueColumn(i);
            const std::string_view text = reader.text(column);
            if (const auto level = levelFrom(text))
                typed.levels.emplace_back(profile.values[i].measure, *level);
            else if (!text.empty())
                reader.leaveOut(column, kNotALevel, {shown(text)});
        }
        if (typed.levels.empty())
            return reader.reject({}, kNoLevel);
        if (const auto before = days.before(typed.localId + '\x1F' + day->iso(), reader.row()))
            return reader.reject({}, kScoredTwice, {*before});
        file.assessments.push_back(std::move(typed));
    });
}

} // namespace twelvefold::exchange
