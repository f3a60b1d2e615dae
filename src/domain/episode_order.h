// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records.h"

namespace twelvefold::domain {

// A stay that ended on the day on which it began. It is history, and never where a child lives.
inline bool tookNoNight(const Episode& episode)
{
    return episode.end == episode.start;
}

// The order of one child's episodes, which follows from what they say and never from where a row
// stands: by start; of those that start on one day, one that ended that day goes first, then by
// end, an open one last, then by codes.
bool comesBefore(const Episode& a, const Episode& b);

// Everything but whose it is, where it is kept and which return it came with.
bool saysTheSame(const Episode& a, const Episode& b);

} // namespace twelvefold::domain
