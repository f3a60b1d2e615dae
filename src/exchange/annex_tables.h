// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tables.h"

// How the rows of the lists of Annex A are typed: as who the child is, and what was so on the day
// on which the list was drawn up. The functions are as those of tables.h.
namespace twelvefold::exchange {

void readInNeedList(const Rows& rows, const Columns& columns, const Context& context,
                    ReadFile& file);
void readPlansList(const Rows& rows, const Columns& columns, const Context& context,
                   ReadFile& file);
void readLookedAfterList(const Rows& rows, const Columns& columns, const Context& context,
                         ReadFile& file);
void readLeaversList(const Rows& rows, const Columns& columns, const Context& context,
                     ReadFile& file);
void readAdoptionPlansList(const Rows& rows, const Columns& columns, const Context& context,
                           ReadFile& file);
// Of Ofsted's lists of providers, on the day on which it was drawn up.
void readProviderList(const Rows& rows, const Columns& columns, const Context& context,
                      ReadFile& file);
// Counts the rows of a list of which nothing is used, and says so.
void leaveListAside(const Rows& rows, const Columns& columns, const Context& context,
                    ReadFile& file);

} // namespace twelvefold::exchange
