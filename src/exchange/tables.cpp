// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

namespace twelvefold::exchange {
namespace {

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
         .daysOfYear = {"DECOM", "DEC"}},
        {.kind = header,
         .title = word(header),
         .essential = {{"CHILD", childId}, {"SEX", code}, {"DOB", date}, {"ETHNIC", code}},
         .further = {{"UPN"}, {"MOTHER", yesNo}, {"MC_DOB", date}},
         .welcome = {{"DISABILITY"}},
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
        placementStandardTable(),
        {.kind = reviews,
         .title = word(reviews),
         .essential = {{"CHILD", childId}, {"REVIEW", date}, {"REVIEW_CODE", code}},
         .further = {{"DOB", date}},
         .read = readEvents,
         .daysOfYear = {"REVIEW"}},
        {.kind = leavers,
         .title = word(leavers),
         .essential = {{"CHILD", childId}, {"IN_TOUCH", code}, {"ACTIV", code}, {"ACCOM", code}},
         .further = {{"DOB", date}},
         .read = readLeavers},
        {.kind = adoptions,
         .title = word(adoptions),
         .essential = {{"CHILD", childId}, {"DATE_INT", date}, {"DATE_MATCH", date}},
         .further = {{"DOB", date},
                     {"FOSTER_CARE", code},
                     {"NB_ADOPTR", code},
                     {"SEX_ADOPTR", code},
                     {"LS_ADOPTR", code}},
         .read = readEvents},
        {.kind = placedForAdoption,
         .title = word(placedForAdoption),
         .essential = {{"CHILD", childId}, {"DATE_PLACED", date}, {"DATE_PLACED_CEASED", date}},
         .further = {{"DOB", date}, {"REASON_PLACED_CEASED", code}},
         .read = readEvents},
        {.kind = previousPermanence,
         .title = word(previousPermanence),
         .essential = {{"CHILD", childId}, {"PREV_PERM", code}},
         .further = {{"DOB", date}, {"LA_PERM"}, {"DATE_PERM", date}},
         .read = readEvents},
        {.kind = missing,
         .title = word(missing),
         .essential = {{"CHILD", childId}, {"MIS_START", date}, {"MIS_END", date}},
         .further = {{"DOB", date}, {"MISSING", code}},
         .read = readEvents,
         .daysOfYear = {"MIS_START", "MIS_END"}},
        {.kind = socialWorkers,
         .title = word(socialWorkers),
         .essential = {{"CHILD", childId}, {"SW_ID"}, {"SW_DECOM", date}},
         .further = {{"DOB", date}, {"SW_DEC", date}, {"SW_REASON", code}},
         .read = readEvents,
         .daysOfYear = {"SW_DECOM", "SW_DEC"}},
        {.kind = libertyOrders,
         .title = word(libertyOrders),
         .essential = {{"CHILD", childId}, {"DOLO_START", date}, {"DOLO_END", date}},
         .further = {{"DOB", date}},
         .read = readEvents,
         .daysOfYear = {"DOLO_START"}},
        {.kind = childrenInNeed,
         .title = word(childrenInNeed),
         .essential = {{"CHILD", childId}, {"CIN_START", date}, {"CIN_END", date}},
         .further = {{"PRIMARY_NEED", code}, {"CLOSURE_REASON", code}},
         .welcome = {{"DOB", date}},
         .read = readEvents},
        {.kind = protectionPlans,
         .title = word(protectionPlans),
         .essential = {{"CHILD", childId}, {"CPP_START", date}, {"CPP_END", date}},
         .further = {{"LATEST_CATEGORY", code}, {"INITIAL_CATEGORY", code}},
         .welcome = {{"DOB", date}},
         .read = readEvents},
        {.kind = unaccompanied,
         .title = word(unaccompanied),
         .essential = {{"CHILD", childId}, {"DUC", date}},
         .further = {{"SEX", code}, {"DOB", date}},
         .read = readEvents},
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
