// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <QByteArray>

// One model, four renderings. Those that write a file say whether they could.
namespace twelvefold::report {

bool writePdf(const Document& document, const QString& fileName);
bool writeWorkbook(const Document& document, const QString& fileName);
QByteArray html(const Document& document); // one file, nothing fetched; the accessible form
QByteArray csv(const Document& document);  // the tables one after another, each under its title

} // namespace twelvefold::report
