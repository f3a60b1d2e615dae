// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <QByteArray>
#include <filesystem>

// One model, four renderings. The one that writes a file itself says whether it could.
namespace twelvefold::report {

QByteArray pdf(const Document& document); // empty where it could not be made
bool writeWorkbook(const Document& document, const std::filesystem::path& path);
QByteArray html(const Document& document); // one file, nothing fetched; the accessible form
QByteArray csv(const Document& document);  // the tables one after another, each under its title

} // namespace twelvefold::report
