// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

#include <optional>

namespace twelvefold::report {

// A number and the spreadsheet's format that shows it exactly as the report does.
struct ShownNumber
{
    double value = 0;
    QByteArray format; // "£#,##0.00", "0 %", "£#,##0.0,,\"m\""
};

// Of a text that is a figure and nothing else, as wording writes it: "£39.6m", "42 %", "11.8×",
// "−1,234". A text that begins with a needless nought is somebody's number, not a figure.
std::optional<ShownNumber> numberIn(const QString& shown);
// Of a cell; nothing where it is text or a date.
std::optional<ShownNumber> numberOf(const Cell& cell);

} // namespace twelvefold::report
