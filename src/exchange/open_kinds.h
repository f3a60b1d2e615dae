// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open_file.h"
#include "exchange/workbook.h"
#include "exchange/xml_tables.h"
#include "exchange/zipped_files.h"

// One kind of file each. What is given has the file's name, path and hash already.
namespace twelvefold::exchange {

Opened openText(std::string bytes, OpenFile file);

// The rows of a text, with the separator that it says itself or most looks like; null: it is none.
std::shared_ptr<const TextRows> rowsOfText(std::string bytes);

// Each sheet with a table that is known as a file of its own, and of the others their names; if
// there is none, the workbook as one that is refused.
Opened openWorkbook(std::shared_ptr<const std::string> bytes, OpenFile whole);

// Each table of a return that is XML as a file of its own.
Opened openXml(const Result<XmlReturn>& found, OpenFile whole);

// Each file of a zip as one of its own, in a folder that is the zip.
Opened openZip(ZippedFiles& zip, const OpenFile& whole);

// Whatever they are.
Opened openBytes(std::string bytes, OpenFile file);

} // namespace twelvefold::exchange
