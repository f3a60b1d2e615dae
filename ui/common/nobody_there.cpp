// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/nobody_there.h"

#include "common/session.h"
#include "common/states.h"
#include "wording/wording.h"

namespace twelvefold::ui {

void sayNobodyThere(EmptyState& place, const Session& session, const QString& what,
                    const QString& why, const QString& action)
{
    if (!session.isOpen() || session.workbench().store().childCount() == 0)
        return place.say(what, why, action);
    place.say(EmptyState::tr("Nobody is on the records on %1").arg(wording::date(session.census())),
              EmptyState::tr("The children of this store came later or have left care by then. "
                             "Choose another census date."));
}

} // namespace twelvefold::ui
