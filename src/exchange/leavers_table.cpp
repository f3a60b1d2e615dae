// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/leaver_codes.h"
#include "exchange/tables.h"

#include <algorithm>

// Care leavers (OC3): how they live in the year of a birthday from the 17th to the 25th. What the
// Department publishes of them is kept as yes and no: in touch, in suitable accommodation, in
// education, employment or training. Where a code says neither, nothing is kept.
namespace twelvefold::exchange {

std::optional<bool> isInTouch(std::string_view code)
{
    if (code == "YES")
        return true;
    if (code == "NO" || code == "REFU")
        return false;
    return std::nullopt; // died, needs no help any more, or back home
}

std::optional<bool> isInWorkOrEducation(std::string_view code)
{
    constexpr std::string_view in[] = {"F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"};
    constexpr std::string_view out[] = {"G4", "G5", "G6"};
    if (std::ranges::find(in, code) != std::end(in))
        return true;
    return std::ranges::find(out, code) != std::end(out) ? std::optional(false) : std::nullopt;
}

namespace {

constexpr MessageKind kNothingSaid{
    "leaver-in-touch-nothing-known",
    TWELVEFOLD_TEXT("Message", "The young person is in touch, and nothing is said of %1.")};

// The letter says where, the figure whether it is suitable. Of those abroad, deported or whose
// residence is not known nobody can say.
std::optional<bool> isSuitable(std::string_view code)
{
    if (code.size() != 2 || std::string_view("GHR").find(code[0]) != std::string_view::npos)
        return std::nullopt;
    if (code[1] == '1')
        return true;
    return code[1] == '2' ? std::optional(false) : std::nullopt;
}

struct LeaverColumn
{
    std::string_view column;
    const char* measure;
    std::optional<bool> (*means)(std::string_view code);
};
constexpr LeaverColumn leaverColumns[] = {{"IN_TOUCH", "in_touch", isInTouch},
                                          {"ACTIV", "education_or_work", isInWorkOrEducation},
                                          {"ACCOM", "suitable_accommodation", isSuitable}};

} // namespace

void readLeavers(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    FirstSeen children;
    readRows(rows, columns, file, [&](RowReader& row) {
        OutcomesRow typed{row.row(), row.childId("CHILD"), {}};
        findChild(row, "CHILD", typed.localId, row.date("DOB"), context, file);
        if (row.rejected() || isRepeatedChild(row, typed.localId, children))
            return;
        for (const LeaverColumn& entry : leaverColumns) {
            const std::string code =
                row.knownCode(entry.column, RowReader::Blank::fine, context.returnYear.value_or(0));
            if (code == "0" && row.code("IN_TOUCH") == "YES")
                row.warn(entry.column, kNothingSaid, {columns.heading(entry.column)});
            if (const auto value = entry.means(code))
                typed.values.emplace_back(entry.measure, *value ? 1.0 : 0.0);
        }
        file.outcomes.push_back(std::move(typed));
    });
}

} // namespace twelvefold::exchange
