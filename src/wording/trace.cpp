// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

namespace twelvefold::wording {

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
