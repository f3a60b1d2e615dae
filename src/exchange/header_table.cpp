// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoSex{"sex-missing", TWELVEFOLD_TEXT("Message", "The sex is blank.")};
constexpr MessageKind kUnknownSex{
    "sex-unknown",
    TWELVEFOLD_TEXT("Message",
                    "“%1” is not a sex as the return writes it (1 or M, 2 or F, U): it was "
                    "left out.")};
constexpr MessageKind kNoBirth{
    "birth-missing",
    TWELVEFOLD_TEXT("Message",
                    "The date of birth is blank, so the child's age will not be known.")};
constexpr MessageKind kBornToCome{
    "birth-in-future", TWELVEFOLD_TEXT("Message", "The date of birth %1 is still to come.")};
constexpr MessageKind kTooOld{
    "age-unlikely",
    TWELVEFOLD_TEXT("Message", "Born on %1, this person was %2 when the return's year ended.")};
constexpr MessageKind kUpnShape{
    "upn-shape",
    TWELVEFOLD_TEXT("Message", "The unique pupil number does not have the shape of one.")};
constexpr MessageKind kRepeatedUpn{
    "upn-repeated", TWELVEFOLD_TEXT("Message", "The same unique pupil number stands in row %1.")};

constexpr std::string_view reasonsWithoutUpn[] = {"UN1", "UN2", "UN3", "UN4", "UN5"};

constexpr int kOldest = 25; // care leavers stay in the return until then

// A letter that is not I, O or S, then twelve figures, or eleven and a letter.
bool isUpn(std::string_view text)
{
    if (text.size() != 13 || text.front() < 'A' || text.front() > 'Z' ||
        std::string_view("IOS").find(text.front()) != std::string_view::npos)
        return false;
    const auto figures = text.find_first_not_of("0123456789", 1);
    return figures == std::string_view::npos ||
           (figures == 12 && text.back() >= 'A' && text.back() <= 'Z');
}

void checkUpn(RowReader& row, const std::string& upn, FirstSeen& upns)
{
    if (upn.empty() || std::ranges::find(reasonsWithoutUpn, upn) != std::end(reasonsWithoutUpn))
        return;
    if (!isUpn(upn))
        row.inform("UPN", kUpnShape);
    if (const auto before = upns.before(upn, row.row()))
        row.inform("UPN", kRepeatedUpn, {*before});
}

} // namespace

Sex sexFrom(RowReader& row, const Columns& columns)
{
    if (!columns.has("SEX"))
        return Sex::unspecified;
    const std::string code = row.code("SEX");
    if (code == "1" || code == "M")
        return Sex::male;
    if (code == "2" || code == "F")
        return Sex::female;
    if (code.empty())
        row.warn("SEX", kNoSex);
    else if (code != "U" && code != "0" && code != "9") // not known, not specified, in the census
        row.leaveOut("SEX", kUnknownSex, {shown(code)});
    return Sex::unspecified;
}

std::optional<Date> birthFrom(RowReader& row, const Context& context)
{
    if (row.text("DOB").empty())
        row.warn("DOB", kNoBirth);
    const auto born = row.date("DOB");
    if (born && *born > context.today)
        row.reject("DOB", kBornToCome, {*born});
    if (born && context.returnYear) {
        const int age = ageInYears(*born, *Date::from(*context.returnYear, 3, 31));
        if (age > kOldest)
            row.warn("DOB", kTooOld, {*born, std::int64_t{age}});
    }
    return born;
}

void readHeaders(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    FirstSeen children, upns;
    readRows(rows, columns, file, [&](RowReader& row) {
        HeaderRow typed;
        typed.row = row.row();
        typed.localId = row.childId("CHILD");
        typed.born = birthFrom(row, context);
        findChild(row, "CHILD", typed.localId, typed.born, context, file);
        if (row.rejected() || isRepeatedChild(row, typed.localId, children))
            return;
        typed.sex = sexFrom(row, columns);
        typed.ethnicity = row.knownCode("ETHNIC", RowReader::Blank::doubtful);
        typed.disability = row.code("DISABILITY");
        const std::string upn = row.code("UPN");
        checkUpn(row, upn, upns);
        typed.upn = SensitiveText(upn);
        file.headers.push_back(std::move(typed));
    });
}

} // namespace twelvefold::exchange
