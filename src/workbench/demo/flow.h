// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/demo/life.h"

#include <vector>

namespace twelvefold::workbench::demo {

// A child's time in care, and when the child was born.
struct Spell
{
    Date born;
    Period care;
};

// Who has one of the council's places, one after another: first who has it on the census date, then
// those before, as far back as the history goes. There are as many places as children looked after,
// and whoever leaves one is followed within weeks, so that the number hardly changes; spells are
// drawn from one distribution, and the one that runs on the census date is drawn in proportion to
// its length and cut at random, as in a renewal process in its steady state (Cox 1962, chapter 5),
// so that ages and time in care do not change either. An exceptional child is of 10 to 17 years and
// came at 9 or later.
std::vector<Spell> spellsOfPlace(const Council& council, std::uint64_t place, bool exceptional);

} // namespace twelvefold::workbench::demo
