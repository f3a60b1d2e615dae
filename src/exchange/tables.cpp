// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

namespace twelvefold::exchange {
namespace {

TableEntry leftAside(std::initializer_list<std::string_view> essential, Word title)
{
    TableEntry entry{
        .kind = FileKind::otherReturnTable, .title = title, .essential = {}, .further = {}};
    for (const std::string_view name : essential)
        entry.essential.push_back({name});
    return entry;
}

void readEpisodesAndChains(const Rows& rows, const Columns& columns, const Context& context,
                           ReadFile& file)
{
    readEpisodes(rows, columns, context, file);
    checkChains(columns, file);
}

} // namespace

const std::vector<TableEntry>& tableEntries()
{
    using enum FileKind;
    using enum ColumnType;
    static const std::vector<TableEntry> all{
        {.kind = episodes,
         .title = word(episodes),
         .essential = {{"CHILD", childId}, {"DECOM", date}, {"DEC", date}, {"PLACE", code}},
         .further = {{"RNE", code},
                     {"LS", code},
                     {"CIN", code},
                     {"PLACE_PROVIDER", code},
                     {"REC", code},
                     {"REASON_PLACE_CHANGE", code},
                     {"HOME_POST"},
                     {"PL_POST"},
                     {"URN", ColumnType::urn}},
         .welcome = {{"PL_DISTANCE", number}, {"YEAR", number}},
         .read = readEpisodesAndChains,
         .givesReturnYear = true},
        {.kind = header,
         .title = word(header),
         .essential = {{"CHILD", childId}, {"SEX", code}, {"DOB", date}, {"ETHNIC", code}},
         .further = {{"UPN"}, {"MOTHER", yesNo}, {"MC_DOB", date}},
         .read = readHeaders},
        {.kind = oc2,
         .title = word(oc2),
         .essential = {{"CHILD", childId}, {"SDQ_SCORE", number}},
         .further = {{"DOB", date},
                     {"SDQ_REASON", code},
                     {"CONVICTED", yesNo},
                     {"HEALTH_CHECK", yesNo},
                     {"IMMUNISATIONS", yesNo},
                     {"TEETH_CHECK", yesNo},
                     {"HEALTH_ASSESSMENT", yesNo},
                     {"SUBSTANCE_MISUSE", yesNo},
                     {"INTERVENTION_RECEIVED", yesNo},
                     {"INTERVENTION_OFFERED", yesNo}},
         .read = readOc2},
        {.kind = finance,
         .title = word(finance),
         .essential = {{"CHILD_ID", childId},
                       {"COMPONENT"},
                       {"AMOUNT", amount},
                       {"PERIOD", code},
                       {"START", date}},
         .further = {{"END", date},
                     {"FUNDER"},
                     {"PROVIDER"},
                     {"URN", ColumnType::urn},
                     {"SETTING"},
                     {"NOTE"}},
         .read = readFinance,
         .furtherExpected = false,
         .dayFirstByRule = false},
        leftAside({"CHILD", "REVIEW", "REVIEW_CODE"}, {TWELVEFOLD_TEXT("Word", "reviews")}),
        leftAside({"CHILD", "DUC"},
                  {TWELVEFOLD_TEXT("Word", "unaccompanied asylum-seeking children")}),
        leftAside({"CHILD", "IN_TOUCH", "ACTIV", "ACCOM"},
                  {TWELVEFOLD_TEXT("Word", "care leavers (OC3)")}),
        leftAside({"CHILD", "DATE_INT", "DATE_MATCH"},
                  {TWELVEFOLD_TEXT("Word", "adoptions (AD1)")}),
        leftAside({"CHILD", "DATE_PLACED", "DATE_PLACED_CEASED"},
                  {TWELVEFOLD_TEXT("Word", "should be placed for adoption")}),
        leftAside({"CHILD", "PREV_PERM"}, {TWELVEFOLD_TEXT("Word", "previous permanence")}),
        leftAside({"CHILD", "MIS_START", "MIS_END"}, {TWELVEFOLD_TEXT("Word", "missing episodes")}),
        leftAside({"CHILD", "SW_ID", "SW_DECOM"},
                  {TWELVEFOLD_TEXT("Word", "social worker episodes")}),
        leftAside({"CHILD", "DOLO_START", "DOLO_END"},
                  {TWELVEFOLD_TEXT("Word", "deprivation of liberty orders")}),
    };
    return all;
}

const TableEntry& trimmedHeader()
{
    using enum ColumnType;
    static const TableEntry entry{
        .kind = FileKind::header,
        .title = word(FileKind::header),
        .essential = {{"CHILD", childId}, {"DOB", date}},
        .further = {{"SEX", code}, {"ETHNIC", code}, {"UPN"}, {"MOTHER", yesNo}, {"MC_DOB", date}},
        .read = readHeaders,
        .furtherExpected = false};
    return entry;
}

} // namespace twelvefold::exchange
