// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/display.h"

#include <QtGlobal>

namespace twelvefold::ui {

bool hasDisplay()
{
#if defined(Q_OS_LINUX)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace twelvefold::ui
