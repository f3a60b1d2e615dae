// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reports.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <vector>

// What a reader finds in a rendered report, each form read by other means than it was written.
namespace twelvefold::tests {

QByteArray outputOf(const QString& program, const QStringList& arguments);

// The text of a PDF, a string a page, in the order in which it was written (pdftotext).
QStringList pagesOfPdf(const QString& fileName);

// What stands between the tags of an HTML page's <main>, pictures left out.
QString textOfHtml(const QByteArray& html);

// A workbook's sheets in order, as their cells are shown; text that is not a number is never shown
// by way of a number's format.
struct SheetRead
{
    struct Cell
    {
        QString shown;
        bool number = false;
    };
    QString name;
    std::map<int, std::vector<Cell>> rows; // by row, from 1
    QString text() const;                  // all cells, row by row
};
std::vector<SheetRead> sheetsOf(const QString& fileName);

QByteArray csvOf(const report::Document& document);
std::vector<QStringList> linesOfCsv(const QByteArray& csv);

// The value report, which most tests read.
inline report::Document valueReport(const report::Source& source)
{
    return report::make(report::reportEntry("value"), source);
}

} // namespace twelvefold::tests
