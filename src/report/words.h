// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "report/report.h"

#include <QCoreApplication>
#include <span>

namespace twelvefold::report {

// The translation context of everything a report says.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

// Whether any cell of a column is more than text: such a column is set to the right.
bool holdsNumbers(std::span<const Row> rows, std::size_t column);

Cell textCell(const QString& text);
Cell wholeCell(double value);
Cell decimalCell(std::optional<double> value, int decimals);
Cell moneyCell(std::optional<double> pounds);
Cell percentCell(std::optional<double> share);
Cell ratioCell(std::optional<double> ratio);
Cell dateCell(std::optional<domain::Date> date);
Cell notKnownCell(); // a cost that nobody recorded is not nought
Cell withheldCell(); // "c": a figure withheld because few children are behind it

} // namespace twelvefold::report
