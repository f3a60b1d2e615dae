// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QImage>
#include <QSize>

#include <filesystem>
#include <functional>

// A plot put on paper: with what its marks mean and its caption beneath.
namespace twelvefold::charts {

// Any picture, by suffix: png, svg or pdf; the file appears whole or not at all.
domain::Result<domain::Done> saveSheet(const std::filesystem::path& file, const QString& title,
                                       const QString& description, QSize size,
                                       const std::function<void(QCPPainter&)>& draw);
QImage sheetImage(QSize size, double scale, const std::function<void(QCPPainter&)>& draw);
QByteArray sheetSvg(const QString& title, const QString& description, QSize size,
                    const std::function<void(QCPPainter&)>& draw);
// Into part of a page, as vectors: draws a sheet of the size that it is given, so wide.
void drawSheet(QPainter& painter, const QRectF& area,
               const std::function<void(QCPPainter&, QSize)>& draw, int width);

domain::Result<domain::Done> savePaper(const std::filesystem::path& file, Plot& plot,
                                       const QString& caption, QSize size);
QImage paperImage(Plot& plot, const QString& caption, QSize size, double scale);
QByteArray paperSvg(Plot& plot, const QString& caption, QSize size);

} // namespace twelvefold::charts
