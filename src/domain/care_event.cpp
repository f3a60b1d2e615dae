// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records.h"

namespace twelvefold::domain {

bool isOncePerChild(EventKind kind)
{
    return kind == EventKind::unaccompanied || kind == EventKind::previousPermanence ||
           kind == EventKind::adoption;
}

bool needsDay(EventKind kind)
{
    return !isOncePerChild(kind);
}

} // namespace twelvefold::domain
