// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <QByteArray>
#include <filesystem>
#include <functional>
#include <string_view>

// One model, four renderings. Those that hold all rows of every table, which may be a million, do
// not gather them in memory.
namespace twelvefold::report {

QByteArray pdf(const Document& document);  // empty where it could not be made
QByteArray html(const Document& document); // one file, nothing fetched; the accessible form

// The tables one after another, each under its title, handed over piece by piece until one is not
// taken.
using TakeText = std::function<bool(std::string_view)>;
void csv(const Document& document, const TakeText& take);

// A table with more rows than a sheet holds goes on in further sheets. Texts that return are kept
// once, which every program that opens workbooks knows; where there are many rows, each is written
// and forgotten, with its texts in it.
struct WorkbookLimits
{
    std::size_t rowsOfSheet = 1'048'576; // Excel's
    std::size_t rowsKept = 50'000;       // in the whole document
};
// Whether it could.
bool writeWorkbook(const Document& document, const std::filesystem::path& path,
                   const WorkbookLimits& limits = {});

} // namespace twelvefold::report
