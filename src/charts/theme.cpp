// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/theme.h"

namespace twelvefold::charts {

Theme Theme::light()
{
    Theme theme;
    theme.window = QColor::fromRgb(0xF7F6F3);
    theme.panel = QColor::fromRgb(0xFFFFFF);
    theme.rail = QColor::fromRgb(0xFBFAF8);
    theme.line = QColor::fromRgb(0xE3E0DA);
    theme.grid = QColor::fromRgb(0xEEECE7);
    theme.text = QColor::fromRgb(0x22262A);
    theme.quiet = QColor::fromRgb(0x626971); // reads on the selection too (4.5:1)
    theme.faint = QColor::fromRgb(0x9AA0A6);
    theme.accent = QColor::fromRgb(0x0B6E75);
    theme.accentWash = QColor::fromRgb(0xE3F1F1);
    theme.selection = QColor::fromRgb(0xDCEDEE);
    theme.attention = QColor::fromRgb(0x8A4B00);
    theme.attentionWash = QColor::fromRgb(0xFCEFD9);
    theme.onAccent = QColor::fromRgb(0xFFFFFF);
    theme.ofNeed = QColor::fromRgb(0x0B6E75);
    theme.ofPlacement = QColor::fromRgb(0xC27D1A);
    theme.ofPrice = QColor::fromRgb(0x7B5BA6);
    return theme;
}

Theme Theme::darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor::fromRgb(0x16191C);
    theme.panel = QColor::fromRgb(0x1E2226);
    theme.rail = QColor::fromRgb(0x191C20);
    theme.line = QColor::fromRgb(0x32383E);
    theme.grid = QColor::fromRgb(0x2A3036);
    theme.text = QColor::fromRgb(0xE8EAEC);
    theme.quiet = QColor::fromRgb(0xA3ABB3);
    theme.faint = QColor::fromRgb(0x727A82);
    theme.accent = QColor::fromRgb(0x4FB7BE);
    theme.accentWash = QColor::fromRgb(0x16383B);
    theme.selection = QColor::fromRgb(0x1C4145);
    theme.attention = QColor::fromRgb(0xF0B565);
    theme.attentionWash = QColor::fromRgb(0x3A2C17);
    theme.onAccent = QColor::fromRgb(0x10181A);
    theme.ofNeed = QColor::fromRgb(0x23868D);
    theme.ofPlacement = QColor::fromRgb(0xE0A448);
    theme.ofPrice = QColor::fromRgb(0xA284D6);
    return theme;
}

} // namespace twelvefold::charts
