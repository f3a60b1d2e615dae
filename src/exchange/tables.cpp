// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

namespace twelvefold::exchange {
namespace {

TableEntry leftAside(std::vector<std::string_view> essential, Word title)
{
    return {FileKind::otherReturnTable, title, std::move(essential), {}};
}

void readEpisodesAndChains(Rows rows, const Columns& columns, const Context& context,
                           ReadFile& file)
{
    readEpisodes(rows, columns, context, file);
    checkChains(columns, file);
}

} // namespace

const std::vector<TableEntry>& tableEntries()
{
    using enum FileKind;
    static const std::vector<TableEntry> all{
        {.kind = episodes,
         .title = word(episodes),
         .essential = {"CHILD", "DECOM", "DEC", "PLACE"},
         .further = {"RNE", "LS", "CIN", "PLACE_PROVIDER", "REC", "REASON_PLACE_CHANGE",
                     "HOME_POST", "PL_POST", "URN"},
         .read = readEpisodesAndChains,
         .givesReturnYear = true},
        {.kind = header,
         .title = word(header),
         .essential = {"CHILD", "SEX", "DOB", "ETHNIC"},
         .further = {"UPN", "MOTHER", "MC_DOB"},
         .read = readHeaders},
        {.kind = oc2,
         .title = word(oc2),
         .essential = {"CHILD", "SDQ_SCORE"},
         .further = {"DOB", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS",
                     "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE",
                     "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"},
         .read = readOc2},
        {.kind = finance,
         .title = word(finance),
         .essential = {"CHILD_ID", "COMPONENT", "AMOUNT", "PERIOD", "START"},
         .further = {"END", "FUNDER", "PROVIDER", "URN", "SETTING", "NOTE"},
         .read = readFinance,
         .furtherExpected = false},
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

} // namespace twelvefold::exchange
