// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What stands on buttons and in menus, where "&" says which letter presses it.
namespace twelvefold::ui {

// A name, or other text that is not ours: an "&" in it is no shortcut.
inline QString onButton(const QString& name)
{
    return QString(name).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

// What such a text says: "Sign &off" is "Sign off", "Oak && Sons" is "Oak & Sons".
inline QString asRead(const QString& onButton)
{
    QString read;
    for (qsizetype i = 0; i < onButton.size(); ++i) {
        if (onButton[i] == QLatin1Char('&') && ++i == onButton.size())
            break;
        read += onButton[i];
    }
    return read;
}

} // namespace twelvefold::ui
