// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace twelvefold::ui {

// One of our line icons (resources/icons/NAME.svg) in the tokens' colours: quiet, in the accent
// when on, faint when disabled. It follows the appearance as it changes.
QIcon icon(const QString& name);
// The same in one colour of its own.
enum class Ink
{
    quiet,
    text,
    accent,
    attention,
    onAccent
};
QIcon icon(const QString& name, Ink ink);

QIcon applicationIcon();

} // namespace twelvefold::ui
