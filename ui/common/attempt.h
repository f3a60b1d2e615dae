// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dialogs.h"
#include "store/store.h"
#include "wording/wording.h"

#include <QCoreApplication>

namespace twelvefold::ui {

// Does something that writes to the store. When the disk refuses, says so and returns false:
// nothing was changed then.
template<class Work>
bool attempt(QWidget* over, Work&& work)
{
    try {
        work();
        return true;
    } catch (const store::WorldError& error) {
        dialogs().tell(over, QCoreApplication::translate("Children", "This could not be saved."),
                       wording::text(error.message()));
        return false;
    }
}

} // namespace twelvefold::ui
