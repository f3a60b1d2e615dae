// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <algorithm>
#include <string_view>

// What the return's smaller tables say happened to a child.
namespace twelvefold::wording {
namespace {

using domain::EventKind;

struct Meaning
{
    EventKind kind;
    std::string_view code;
    const char* english;
};

constexpr Meaning kMeanings[] = {
    {EventKind::missing, "M", TWELVEFOLD_TEXT("Wording", "Missing, whereabouts not known")},
    {EventKind::missing, "A", TWELVEFOLD_TEXT("Wording", "Away without authorisation")},
    {EventKind::review, "PN0", TWELVEFOLD_TEXT("Wording", "Under four years old")},
    {EventKind::review, "PN1", TWELVEFOLD_TEXT("Wording", "Attended and spoke")},
    {EventKind::review, "PN2", TWELVEFOLD_TEXT("Wording", "Attended, an advocate spoke")},
    {EventKind::review, "PN3",
     TWELVEFOLD_TEXT("Wording", "Attended and told their views without words")},
    {EventKind::review, "PN4", TWELVEFOLD_TEXT("Wording", "Attended and did not contribute")},
    {EventKind::review, "PN5", TWELVEFOLD_TEXT("Wording", "Absent, an advocate spoke")},
    {EventKind::review, "PN6", TWELVEFOLD_TEXT("Wording", "Absent and sent their views")},
    {EventKind::review, "PN7", TWELVEFOLD_TEXT("Wording", "Absent, views not told")},
    {EventKind::previousPermanence, "P1", TWELVEFOLD_TEXT("Wording", "Adopted before")},
    {EventKind::previousPermanence, "P2",
     TWELVEFOLD_TEXT("Wording", "Under special guardianship before")},
    {EventKind::previousPermanence, "P3",
     TWELVEFOLD_TEXT("Wording", "Under a child arrangements order before")},
    {EventKind::previousPermanence, "P4",
     TWELVEFOLD_TEXT("Wording", "Permanence before, which is not known")},
    {EventKind::previousPermanence, "Z1", TWELVEFOLD_TEXT("Wording", "None before")},
    {EventKind::adoption, "0", TWELVEFOLD_TEXT("Wording", "By others than their foster carers")},
    {EventKind::adoption, "1", TWELVEFOLD_TEXT("Wording", "By their foster carers")},
    {EventKind::placedForAdoption, "RD1", TWELVEFOLD_TEXT("Wording", "Needs changed")},
    {EventKind::placedForAdoption, "RD2", TWELVEFOLD_TEXT("Wording", "No order by the court")},
    {EventKind::placedForAdoption, "RD3", TWELVEFOLD_TEXT("Wording", "No adopters found")},
    {EventKind::placedForAdoption, "RD4", TWELVEFOLD_TEXT("Wording", "Other reason")},
    {EventKind::socialWorker, "MANAGE", TWELVEFOLD_TEXT("Wording", "Management or caseload")},
    {EventKind::socialWorker, "FCONTA", TWELVEFOLD_TEXT("Wording", "First contact")},
    {EventKind::socialWorker, "LEFTRL", TWELVEFOLD_TEXT("Wording", "Left the role")},
    {EventKind::socialWorker, "ORGRST", TWELVEFOLD_TEXT("Wording", "Reorganisation")},
    {EventKind::socialWorker, "TSPROC", TWELVEFOLD_TEXT("Wording", "Transfer by procedure")},
    {EventKind::socialWorker, "ABSENC", TWELVEFOLD_TEXT("Wording", "Absence")},
    {EventKind::socialWorker, "CHCHAN", TWELVEFOLD_TEXT("Wording", "The child asked")},
    {EventKind::socialWorker, "PCCHAN", TWELVEFOLD_TEXT("Wording", "Parent or carer asked")},
    {EventKind::socialWorker, "SWDIED", TWELVEFOLD_TEXT("Wording", "Died")},
    {EventKind::socialWorker, "OTHERS", TWELVEFOLD_TEXT("Wording", "Other reason")},
    {EventKind::permanencePlan, "FAM", TWELVEFOLD_TEXT("Wording", "Return to the family")},
    {EventKind::permanencePlan, "ADO", TWELVEFOLD_TEXT("Wording", "Adoption")},
    {EventKind::permanencePlan, "SGO",
     TWELVEFOLD_TEXT("Wording", "Special guardianship or child arrangements order")},
    {EventKind::permanencePlan, "SUP",
     TWELVEFOLD_TEXT("Wording", "Supported living in the community")},
    {EventKind::permanencePlan, "RES", TWELVEFOLD_TEXT("Wording", "Long-term residential care")},
    {EventKind::permanencePlan, "FOS", TWELVEFOLD_TEXT("Wording", "Long-term fostering")},
    {EventKind::permanencePlan, "OTH", TWELVEFOLD_TEXT("Wording", "Another plan")},
};

} // namespace

QString meaningOf(const domain::CareEvent& event)
{
    const auto* meaning = std::ranges::find_if(kMeanings, [&](const Meaning& each) {
        return each.kind == event.kind && each.code == event.code;
    });
    return meaning == std::end(kMeanings) ? QString::fromStdString(event.code)
                                          : said(meaning->english, {});
}

} // namespace twelvefold::wording
