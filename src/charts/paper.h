// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QImage>
#include <QSize>

// A plot put on paper: with what its marks mean and its caption beneath.
namespace twelvefold::charts {

bool savePaper(const QString& fileName, Plot& plot, const QString& caption, QSize size);
QImage paperImage(Plot& plot, const QString& caption, QSize size, double scale);
QByteArray paperSvg(Plot& plot, const QString& caption, QSize size);

} // namespace twelvefold::charts
