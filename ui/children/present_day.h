// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <algorithm>

namespace twelvefold::ui {

// The day as of which children are shown where they are scored: now, so that what was just signed
// off is seen at once, or the census date where that lies later. Only with a store open.
inline domain::Date presentDay(const Session& session)
{
    return std::max(session.census(), session.workbench().scoringDay(session.today()));
}

// "Today, 29 Nov 2026"; where time stands still, "31 Mar 2026, the last day recorded".
QString presentDayInWords(const Session& session);

} // namespace twelvefold::ui
