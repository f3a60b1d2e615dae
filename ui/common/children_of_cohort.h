// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <functional>

namespace twelvefold::ui {

// A selection's children as rows of a cohort, in the selection's order; those who are not in it are
// left out. A pair of which one is missing is one child.
std::vector<std::size_t> rowsOf(const Selection& selection, const domain::Cohort& cohort);

// Whether a place of a list of the cohort's rows is in the group that is selected; nothing where no
// group is, or where all of the list are in it.
std::function<bool(std::size_t)> inGroup(const Selection& selection, const domain::Cohort* cohort,
                                         const std::vector<std::size_t>& list);

// One row is a child, more are a group; likewise of children, whether a cohort has them or not.
Selection selectionOf(const std::vector<std::size_t>& rows, const domain::Cohort& cohort);
Selection selectionOf(std::vector<domain::ChildId> children);

} // namespace twelvefold::ui
