// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

class QPainter;
class QRectF;

// The pictures of a document, whatever form it has: without their titles and captions, which each
// form sets as its own text.
namespace twelvefold::report {

// So high in a picture of a width, in pixels: the scatter as high as suits the page, the bars as
// many as they are.
int heightOf(const Chart& chart, int width, int highest);
bool isOfBars(const Chart& chart); // each with its words beside it
// As if the area were so many pixels wide: its type is in proportion to that.
void drawChart(QPainter& painter, const QRectF& area, const Chart& chart, int width);
QByteArray svgOf(const Chart& chart, QSize size);
QByteArray pngOf(const Chart& chart, QSize size, double scale);

} // namespace twelvefold::report
