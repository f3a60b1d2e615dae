// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/words.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QString>

class QPainter;

// Colours and marks, for the screen and for paper alike: the tokens of docs/design.md.
namespace twelvefold::charts {

struct Theme
{
    bool dark = false;
    QColor window, panel, rail, line, grid, text, quiet, faint, accent, accentWash, selection,
        attention, attentionWash, onAccent;
    // What a cost goes with. Each stands out from the panel by 3 to 1; side by side they are parted
    // by a gap, since no three colours do so from one another as well.
    QColor ofNeed, ofPlacement, ofPrice;

    static Theme light();
    static Theme darkTheme();
};

enum class Mark
{
    triangle,
    disc,
    square,
    diamond,
    triangleDown,
    star,
    pentagon,
    hexagon,
    ring,
    hollowTriangle,
    cross
};

// How a setting is drawn, always by colour and shape together.
struct SettingStyle
{
    QColor colour;
    Mark mark = Mark::disc;
    bool hollow = false;
    bool outlined = false; // a pale colour with a darker outline
};
SettingStyle styleOf(domain::Setting setting, const Theme& theme);

// A mark centred on (0, 0), about 2 × radius across.
QPainterPath pathOf(Mark mark, double radius);
void drawMark(QPainter& painter, const QPointF& centre, const SettingStyle& style, double radius,
              double opacity = 1.0);

} // namespace twelvefold::charts
