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

// The day that forms offer for a new record: that of the page they stand on, as far as it has come.
// It is only called today where it is.
inline domain::Date offeredDay(const Session& session)
{
    return std::min(presentDay(session), session.today());
}

// "Today, 29 Nov 2026"; elsewhere "31 Mar 2026, the census date".
QString presentDayInWords(const Session& session);

} // namespace twelvefold::ui
