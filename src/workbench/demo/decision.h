// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/demo/life.h"

namespace twelvefold::workbench::demo {

// The kind of placement that the child's true need asks for on a day: a home from some total on;
// for those who are ready at 16 and over, supported accommodation; kin, where there are some; a
// family from an agency from some total on; the council's own. A plan (home to parents, adoption)
// comes before all.
PlaceKind askedFor(const Life& life, const Council& council, Date on);

// Where the child is placed on a day: what need asks for, unless there is no vacancy, of which
// there are fewer in some quarters than in others and in an emergency, or plain misfortune has it
// otherwise. An index into Parameters::settings.
std::size_t decidePlacement(const Life& life, const Council& council, Date on, bool emergency,
                            Stream& random);

} // namespace twelvefold::workbench::demo
