// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

namespace twelvefold::wording {

QString flagTitle(analysis::FlagKind kind, Language language)
{
    using Kind = analysis::FlagKind;
    const char* title = nullptr;
    switch (kind) {
    case Kind::costAboveExpected:
        title = TWELVEFOLD_TEXT("Wording", "Cost above expected");
        break;
    case Kind::costBelowExpected:
        title = TWELVEFOLD_TEXT("Wording", "Cost below expected");
        break;
    case Kind::similarNeedDifferentCost:
        title = TWELVEFOLD_TEXT("Wording", "Similar need, different cost");
        break;
    case Kind::possibleStepDown:
        title = TWELVEFOLD_TEXT("Wording", "Possible step-down");
        break;
    case Kind::noProgressForTheSpend:
        title = TWELVEFOLD_TEXT("Wording", "No progress for the spend");
        break;
    case Kind::breakdownSigns:
        title = TWELVEFOLD_TEXT("Wording", "Breakdown signs");
        break;
    case Kind::assessmentStale:
        title = TWELVEFOLD_TEXT("Wording", "Assessment stale");
        break;
    case Kind::needMissing:
        title = TWELVEFOLD_TEXT("Wording", "Need missing");
        break;
    case Kind::costMissing:
        title = TWELVEFOLD_TEXT("Wording", "Cost missing");
        break;
    case Kind::costOfTwoPlacements:
        title = TWELVEFOLD_TEXT("Wording", "Costs of two placements");
        break;
    case Kind::costTwice:
        title = TWELVEFOLD_TEXT("Wording", "The same cost twice");
        break;
    case Kind::costOutsidePlacement:
        title = TWELVEFOLD_TEXT("Wording", "Cost outside a placement");
        break;
    case Kind::costOutlivesPlacement:
        title = TWELVEFOLD_TEXT("Wording", "Cost after its placement");
        break;
    }
    return said(title, {}, language);
}

QStringList traceLines(const analysis::Trace& trace)
{
    QStringList lines;
    // A trace that was never filled in has no method: there is nothing to tell.
    if (trace.method.kind.english[0] == 0)
        return lines;
    lines << text(trace.method)
          << counted(TWELVEFOLD_TEXT("Wording", "Worked out from %1 child."),
                     TWELVEFOLD_TEXT("Wording", "Worked out from %1 children."), trace.n);
    for (const auto& [reason, n] : trace.leftOut)
        lines << said(TWELVEFOLD_TEXT("Wording", "Left out: %1 (%2)."),
                      {lowered(text(reason)), count(n)});
    for (const domain::Message& step : trace.steps)
        lines << text(step);
    if (!trace.formula.empty())
        lines << said(TWELVEFOLD_TEXT("Wording", "Formula: %1"),
                      {QString::fromStdString(trace.formula)});
    if (!trace.reference.empty())
        lines << said(TWELVEFOLD_TEXT("Wording", "Reference: %1"),
                      {QString::fromStdString(trace.reference)});
    return lines;
}

} // namespace twelvefold::wording
