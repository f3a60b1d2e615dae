// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kScoreAndReason{
    "sdq-score-and-reason",
    TWELVEFOLD_TEXT("Message",
                    "There is an SDQ score and also a reason why there is none (%1): the "
                    "score was kept.")};
constexpr MessageKind kScoreUnexpected{
    "sdq-unexpected",
    TWELVEFOLD_TEXT("Message", "There is an SDQ score at age %1: it is asked for from 4 to 16.")};
constexpr MessageKind kScoreExpected{
    "sdq-expected",
    TWELVEFOLD_TEXT("Message", "There is neither an SDQ score nor a reason at age %1.")};
constexpr MessageKind kNotYesNo{
    "not-yes-or-no", TWELVEFOLD_TEXT("Message", "“%1” is neither 0 nor 1: it was left out.")};
constexpr MessageKind kHelpWithoutNeed{
    "intervention-without-misuse",
    TWELVEFOLD_TEXT("Message",
                    "An intervention is said to be received or offered, but no substance "
                    "misuse.")};
constexpr MessageKind kOfferedAndReceived{
    "intervention-offered-and-received",
    TWELVEFOLD_TEXT("Message",
                    "An intervention is said to be offered as well as received: it is asked "
                    "only of those who received none.")};
constexpr MessageKind kConvictedYoung{
    "convicted-too-young",
    TWELVEFOLD_TEXT("Message", "A conviction at age %1: it is asked for from 10.")};

struct YesNo
{
    std::string_view column;
    const char* measure;
};
constexpr YesNo yesNos[] = {
    {"CONVICTED", "convicted"},
    {"HEALTH_CHECK", "health_check"},
    {"IMMUNISATIONS", "immunisations"},
    {"TEETH_CHECK", "dental_check"},
    {"HEALTH_ASSESSMENT", "health_assessment"},
    {"SUBSTANCE_MISUSE", "substance_misuse"},
};

std::optional<bool> yesNo(RowReader& row, std::string_view column)
{
    const std::string_view text = row.text(column);
    if (text == "0" || text == "0.0")
        return false;
    if (text == "1" || text == "1.0")
        return true;
    if (!text.empty())
        row.leaveOut(column, kNotYesNo, {shown(text)});
    return std::nullopt;
}

// The age in whole years on the day the return's year ended.
std::optional<int> ageAtYearEnd(std::optional<Date> born, const Context& context)
{
    if (!born || !context.returnYear)
        return std::nullopt;
    return ageInYears(*born, *Date::from(*context.returnYear, 3, 31));
}

void readSdq(RowReader& row, std::optional<int> age, OutcomesRow& typed)
{
    const auto score = row.wholeNumber("SDQ_SCORE", 0, 40);
    const std::string reason = row.knownCode("SDQ_REASON");
    if (score)
        typed.values.emplace_back("sdq_total", *score);
    if (score && !reason.empty())
        row.warn("SDQ_REASON", kScoreAndReason, {shown(reason)});
    if (!age)
        return;
    const bool asked = *age >= 4 && *age <= 16;
    if (score && !asked)
        row.warn("SDQ_SCORE", kScoreUnexpected, {std::int64_t{*age}});
    if (row.text("SDQ_SCORE").empty() && reason.empty() && asked)
        row.warn("SDQ_SCORE", kScoreExpected, {std::int64_t{*age}});
}

void readYesNos(RowReader& row, std::optional<int> age, OutcomesRow& typed)
{
    std::optional<bool> misuse;
    for (const YesNo& entry : yesNos) {
        const auto value = yesNo(row, entry.column);
        if (!value)
            continue;
        typed.values.emplace_back(entry.measure, *value ? 1.0 : 0.0);
        if (entry.column == "SUBSTANCE_MISUSE")
            misuse = value;
        if (entry.column == "CONVICTED" && *value && age && *age < 10)
            row.warn(entry.column, kConvictedYoung, {std::int64_t{*age}});
    }
    const auto received = yesNo(row, "INTERVENTION_RECEIVED");
    const auto offered = yesNo(row, "INTERVENTION_OFFERED");
    if (misuse == false && (received == true || offered == true))
        row.warn(received == true ? "INTERVENTION_RECEIVED" : "INTERVENTION_OFFERED",
                 kHelpWithoutNeed);
    else if (received == true && offered == true)
        row.warn("INTERVENTION_OFFERED", kOfferedAndReceived);
}

} // namespace

void readOc2(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    FirstSeen children;
    readRows(rows, columns, file, [&](RowReader& row) {
        OutcomesRow typed;
        typed.row = row.row();
        typed.localId = row.childId("CHILD");
        const auto born = row.date("DOB");
        const auto age = ageAtYearEnd(born, context);
        findChild(row, "CHILD", typed.localId, born, context, file);
        if (row.rejected() || isRepeatedChild(row, typed.localId, children))
            return;
        readSdq(row, age, typed);
        readYesNos(row, age, typed);
        file.outcomes.push_back(std::move(typed));
    });
}

} // namespace twelvefold::exchange
