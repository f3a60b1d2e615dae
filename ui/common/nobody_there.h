// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace twelvefold::ui {

class EmptyState;
class Session;

// Says what a store without records lacks, and what to do; in one with children of other days only,
// that nobody is there on the census date.
void sayNobodyThere(EmptyState& place, const Session& session, const QString& what,
                    const QString& why, const QString& action);

} // namespace twelvefold::ui
