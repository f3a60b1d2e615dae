// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/renderings.h"

#include <QLocale>

namespace twelvefold::report {
namespace {

// Quoted where need be; a cell that a spreadsheet would take for a formula is defused.
QString quoted(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString plain(const Cell& cell)
{
    if (const double* number = std::get_if<double>(&cell.value))
        return cell.format == Cell::Format::money
                   ? QString::number(*number, 'f', 2)
                   : QString::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const domain::Date* date = std::get_if<domain::Date>(&cell.value))
        return QString::fromStdString(date->iso());
    return quoted(cell.shown);
}

QString line(const QStringList& cells)
{
    return cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

} // namespace

QByteArray csv(const Document& document)
{
    QString text = line({quoted(document.headerLeft)}) + line({quoted(document.headerRight)});
    for (const Block& block : document.blocks) {
        const Table* table = std::get_if<Table>(&block);
        if (table == nullptr)
            continue;
        text += QStringLiteral("\r\n") + line({quoted(table->title)});
        QStringList headings;
        for (const QString& heading : table->headings)
            headings << quoted(heading);
        text += line(headings);
        for (const auto& row : table->rows) {
            QStringList cells;
            for (const Cell& cell : row)
                cells << plain(cell);
            text += line(cells);
        }
    }
    // The mark tells a spreadsheet that the text is UTF-8.
    return QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8();
}

} // namespace twelvefold::report
